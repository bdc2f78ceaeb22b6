import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tiny_projects import write_corpus, write_notebook

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
def home(own_project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project with figures; tests stand in it."""
    monkeypatch.chdir(own_project)
    return own_project


@pytest.mark.usefixtures("home")
def test_figures_that_are_up_to_date_are_not_made_again(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figures"]) == 0
    assert capsys.readouterr().out == "All 2 notebooks are up to date.\nOpen figures/tale/report.html\n"


def test_a_dry_run_says_what_would_run_and_why(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "figures" / "tale" / "a.svg").unlink()
    assert main(["figures", "--dry-run"]) == 0
    assert not (home / "figures" / "tale" / "a.svg").exists()
    assert capsys.readouterr().out.splitlines() == [
        "tale: 00_corpus: would run: a.svg is missing",
        "tale: 10_length: up to date",
    ]
    assert main(["figures", "--dry-run", "--force", "--only", "10"]) == 0
    assert capsys.readouterr().out == "tale: 10_length: would run: --force\n"


def test_what_is_missing_is_made_again(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "figures" / "tale" / "a.svg").unlink()
    assert main(["figures"]) == 0
    first, *_ = capsys.readouterr().out.splitlines()
    assert first.startswith("1 of 2 notebooks ran, ")
    assert first.endswith(" files written; 1 was up to date.")
    assert (home / "figures" / "tale" / "a.svg").is_file()


def test_a_notebook_that_fails_is_reported_and_the_status_is_1(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(home / "figures")
    write_notebook(home / "notebooks", "30_quotes", ['corpus: str = "corpus/tale"  # corpus', "1 / 0"])
    assert main(["figures", "--only", "30"]) == 1
    printed = capsys.readouterr()
    assert printed.out == "0 of 1 notebooks ran, 0 files written; 1 failed.\n"
    assert "failed: tale: 30_quotes, cell 2 of 2: ZeroDivisionError: division by zero" in printed.err
    assert "Traceback" not in printed.err
    assert not (home / "figures" / "tale").exists()


def test_a_project_without_notebooks_is_an_error(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(home / "notebooks")
    assert main(["figures"]) == 2
    assert capsys.readouterr().err.startswith("error: there is no notebook ")


def test_a_project_without_corpora_is_an_error(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "corpus" / "tale").rename(home / "corpus" / "_template")
    assert main(["figures"]) == 2
    assert "there is no corpus in " in capsys.readouterr().err


def test_a_corpus_outside_of_the_project_is_run_too(
    home: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = write_corpus(tmp_path_factory.mktemp("elsewhere") / "visit")
    assert main(["figures", str(elsewhere), "--only", "10"]) == 0
    assert (home / "figures" / "visit" / "report.html").is_file()


def test_termination_leaves_no_temporary_folder_and_exits_with_143(home: Path) -> None:
    sleep = "import pathlib, time\npathlib.Path('asleep').touch()\ntime.sleep(60)"
    write_notebook(home / "notebooks", "30_quotes", ['corpus: str = "corpus/tale"  # corpus', sleep])
    before = {path for path in home.rglob("*") if path.is_dir()}
    command = [sys.executable, "-m", "analysis", "figures", "--only", "30"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        while not (home / "asleep").exists():
            assert process.poll() is None
            time.sleep(0.05)
        assert {path for path in home.rglob("*") if path.is_dir()} > before
        process.terminate()
        assert process.wait(timeout=30) == 143
    assert {path for path in home.rglob("*") if path.is_dir()} == before
