"""The same corpus gives the same bytes in another folder, another locale and time zone, another order of hashes."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from conftest import STORY

from analysis import project


def made(home: Path, environment: Mapping[str, str], jobs: str) -> dict[str, bytes]:
    """Every table and output that is made of one corpus in a project of its own below `home`."""
    (home / "notebooks").mkdir(parents=True)
    for notebook in ("00_corpus", "20_readability"):
        path = project.root() / "notebooks" / f"{notebook}.ipynb"
        (home / "notebooks" / path.name).write_bytes(path.read_bytes())
    (home / "CITATION.cff").write_bytes((project.root() / "CITATION.cff").read_bytes())
    for source, text in (("north", STORY), ("south", STORY.replace("dismal ", "")), ("öst", STORY[:400])):
        (home / "corpus" / "tale" / source).mkdir(parents=True)
        (home / "corpus" / "tale" / source / "one.txt").write_text(text, encoding="utf-8")
    kept = {n: v for n, v in os.environ.items() if not n.startswith(("ANALYSIS_", "LC_", "LANG"))}
    for command in (["measure", "tale"], ["figures", "tale", "--jobs", jobs]):
        done = subprocess.run(
            [sys.executable, "-m", "analysis", *command],
            cwd=home,
            env={**kept, "ANALYSIS_ROOT": str(home), "PYTHONPATH": str(project.root()), **environment},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    files = (path for path in home.rglob("*") if path.is_file() and path.name != ".lock")
    return {path.relative_to(home).as_posix(): path.read_bytes() for path in files}


def test_equal_corpora_give_equal_bytes_wherever_and_however_they_are_measured(tmp_path: Path) -> None:
    one = made(tmp_path / "one", {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"}, "1")
    other = made(
        tmp_path / "another place ñ",
        {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Pacific/Auckland", "HOME": str(tmp_path)},
        "4",
    )
    kinds = {Path(name).suffix for name in one}
    assert {
        ".svg",
        ".png",
        ".pdf",
        ".csv",
        ".json",
        ".ipynb",
        ".parquet",
        ".html",
        ".bib",
        ".md",
        ".lock",
    } <= kinds
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []
