"""The same corpus gives the same bytes in another folder, locale, time zone and order of hashes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tiny_projects import finish_project, list_files, write_project

from analysis import project

ROOT = project.shipped("CITATION.cff").parent
NOTEBOOK = "10_length.ipynb"  # draws, computes intervals, and reports numbers


def write(home: Path) -> Path:
    write_project(home)
    shutil.copyfile(ROOT / "notebooks" / NOTEBOOK, home / "notebooks" / "20_length.ipynb")
    return home


def test_equal_corpora_give_equal_bytes_wherever_and_however_they_are_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = write(tmp_path / "one"), write(tmp_path / "another place ñ")
    monkeypatch.setenv("ANALYSIS_ROOT", str(one))
    monkeypatch.setenv("ANALYSIS_CACHE", str(one / ".cache"))
    finish_project()
    kept = {n: v for n, v in os.environ.items() if not n.startswith(("ANALYSIS_", "LC_", "LANG"))}
    strange = {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Pacific/Auckland", "HOME": str(tmp_path)}
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from tiny_projects import finish_project as go\nif __name__ == '__main__': go()",
        ],
        cwd=other,
        env={**kept, **strange, "ANALYSIS_ROOT": str(other), "PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    here, there = list_files(one), list_files(other)
    kinds = {".svg", ".png", ".pdf", ".csv", ".json", ".ipynb", ".parquet", ".html", ".bib", ".md", ".lock"}
    assert kinds <= {Path(name).suffix for name in here}
    assert here.keys() == there.keys()
    assert [name for name in here if here[name] != there[name]] == []
