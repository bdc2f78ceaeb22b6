import shutil
import stat
from pathlib import Path

import pytest

from analysis import corpus, project
from analysis.cli import main


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A project that the command made."""
    assert main(["init", str(tmp_path / "study")]) == 0
    return tmp_path / "study"


def test_a_new_project_has_notebooks_corpora_and_a_place_for_figures(
    study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(study)
    assert project.root() == study.resolve()
    assert project.corpus_names() == ["example"]
    names = {path.name for path in project.notebooks().iterdir()}
    assert {"00_corpus.ipynb", "90_summary.ipynb"} <= names
    assert {"README.md", ".gitignore", "figures"} <= {path.name for path in study.iterdir()}


@pytest.mark.parametrize(("name", "articles"), [("example", 18), ("_template", 2)])
def test_its_corpora_load_without_a_refused_or_missing_file(name: str, articles: int, study: Path) -> None:
    loaded = corpus.load(study / "corpus" / name)
    assert len(loaded.articles) == articles
    assert not [entry for entry in loaded.report if entry.status in {"refused", "missing"}]


def test_the_next_commands_are_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", str(tmp_path / "study")]) == 0
    assert capsys.readouterr().out.endswith("/study\n  analysis figures\n")


def test_its_files_can_be_edited_even_if_the_installation_is_read_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "site-packages" / "analysis"
    for name in ("project", "notebooks", "corpus/example"):
        shutil.copytree(project.shipped(name), package / "starter" / name)
    for path in package.rglob("*"):
        path.chmod(0o555)
    monkeypatch.setattr(project, "_PACKAGE", package)
    assert main(["init", str(tmp_path / "study")]) == 0
    assert all(path.stat().st_mode & stat.S_IWUSR for path in (tmp_path / "study").rglob("*"))


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    assert main(["init", str(tmp_path)]) == 0


def test_a_folder_with_files_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "thesis.txt").write_text("precious")
    assert main(["init", str(tmp_path)]) == 2
    assert main(["init", str(tmp_path / "thesis.txt")]) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]
    first, second = capsys.readouterr().err.splitlines()
    assert first.endswith("is not empty; give the name of a new folder")
    assert second.endswith("thesis.txt is a file; give the name of a new folder")
