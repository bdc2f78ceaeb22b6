import json
import shutil
import subprocess
from pathlib import Path

import pytest

from analysis import project
from analysis.errors import ShareError
from analysis.pipeline.archive import content, software

ROOT = project.shipped("CITATION.cff").parent


def test_a_checkout_brings_its_makefile_and_its_lock_and_its_package_is_the_one_that_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANALYSIS_ROOT", str(ROOT))
    staged = software.stage_software(tmp_path, [])
    assert {"Makefile", "pyproject.toml", "requirements.lock", "LICENSE", "PROJECT.md"} <= {*staged}
    assert not [name for name in staged if "__pycache__" in name]
    (tmp_path / "analysis" / "__main__.py").write_text("import analysis\nprint(analysis.__file__)\n")
    command, environment = content.staged_command([], tmp_path)
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(tmp_path / "analysis" / "__init__.py")


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a git repository")
def test_every_tracked_file_of_the_package_goes_in() -> None:
    tracked = subprocess.check_output(["git", "-C", str(ROOT), "ls-files", "analysis"], text=True)
    assert software._list_package() == sorted(tracked.split("\n")[:-1])


def test_a_package_that_is_neither_installed_nor_part_of_the_project_is_refused(
    own_project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(software, "DISTRIBUTION", "no-such-distribution")
    with pytest.raises(ShareError, match=r"neither installed nor part of the project in .*; install it"):
        software.stage_software(tmp_path / "stage", [])
    assert own_project.is_dir()


def test_outputs_of_a_saved_notebook_do_not_go_in(tmp_path: Path) -> None:
    cell = {
        "cell_type": "code",
        "source": [],
        "metadata": {},
        "execution_count": 3,
        "outputs": [{"text": "a"}],
    }
    (tmp_path / "a.ipynb").write_text(json.dumps({"cells": [cell]}))
    software._clear_outputs(tmp_path / "a.ipynb")
    (cleared,) = json.loads((tmp_path / "a.ipynb").read_text())["cells"]
    assert (cleared["outputs"], cleared["execution_count"]) == ([], None)


def test_in_a_repository_only_tracked_files_are_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("analysis/a.py", "analysis/stray.py", "analysis/stray.key", "analysis/.hidden.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("")
    monkeypatch.setattr(software, "_PACKAGE", tmp_path / "analysis")
    assert software._list_package() == ["analysis/a.py", "analysis/stray.py"]
    for command in (["init", "-q"], ["add", "analysis/a.py"]):
        subprocess.run(["git", "-C", str(tmp_path), *command], check=True)
    assert software._list_package() == ["analysis/a.py"]
    shutil.rmtree(tmp_path / ".git")
    (tmp_path / ".git").write_text("broken")
    with pytest.raises(ShareError, match="git cannot list the files"):
        software._list_package()
