import shutil
from pathlib import Path

import pytest
from conftest import STORY

from analysis import project
from analysis.cli import main
from analysis.cli.figures import parameters
from analysis.errors import ParameterError


def test_values_are_trimmed_and_may_contain_an_equals_sign() -> None:
    assert parameters("--set", ["measure = words ", "where=a=b"]) == {"measure": ["words"], "where": ["a=b"]}


@pytest.mark.parametrize("text", ["seed", ""])
def test_a_text_without_a_value_is_refused(text: str) -> None:
    with pytest.raises(ParameterError, match="--set"):
        parameters("--set", [text])


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of two articles and two notebooks; tests stand in it."""
    (tmp_path / "notebooks").mkdir()
    for name in ("10_length", "50_robustness"):
        shutil.copy(project.notebooks() / f"{name}.ipynb", tmp_path / "notebooks")
    for source in ("north", "south"):
        (tmp_path / "corpus" / "tale" / source).mkdir(parents=True)
        (tmp_path / "corpus" / "tale" / source / "one.txt").write_text(STORY)
    monkeypatch.setenv("ANALYSIS_ROOT", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_figures_are_made_once_and_then_up_to_date(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figures", "--only", "10"]) == 0
    first, report = capsys.readouterr().out.splitlines()
    assert first.startswith("1 of 1 notebooks ran, ")
    assert report == "Open figures/tale/report.html"
    assert (home / "figures" / "tale" / "report.html").is_file()
    assert main(["figures", "--only", "10", "--dry-run"]) == 0
    assert capsys.readouterr().out == "tale: 10_length: up to date\n"
    assert main(["figures", "--only", "10"]) == 0
    assert capsys.readouterr().out.splitlines() == ["The notebook is up to date.", report]


@pytest.mark.usefixtures("home")
def test_a_mistake_that_a_notebook_finds_is_one_line_and_no_missing_report_is_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["figures", "--only", "50", "--set", "measure=wrods"]) == 1
    printed = capsys.readouterr()
    assert printed.out == "0 of 1 notebooks ran, 0 files written; 1 failed.\n"
    (message,) = [line for line in printed.err.splitlines() if line.startswith("failed: ")]
    assert 'measure = "wrods"' in message
    assert "Traceback" not in printed.err


def test_a_project_without_notebooks_is_an_error(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(home / "notebooks")
    assert main(["figures"]) == 2
    assert "there are no notebooks in " in capsys.readouterr().err


def test_a_project_without_corpora_is_an_error(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "corpus" / "tale").rename(home / "corpus" / "_template")
    assert main(["figures"]) == 2
    assert "there is no corpus in " in capsys.readouterr().err


def test_a_corpus_outside_of_the_project_is_run_too(
    home: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "visit"
    shutil.copytree(home / "corpus" / "tale", elsewhere)
    assert main(["figures", str(elsewhere), "--only", "10"]) == 0
    assert (home / "figures" / "visit" / "report.html").is_file()
