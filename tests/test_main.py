import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from conftest import STORY, MakeCorpus

from analysis import pipeline as run
from analysis.__main__ import main


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys\nfrom analysis.__main__ import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit: pass\n"
        "heavy = {'pandas', 'numpy', 'matplotlib', 'textstat', 'papermill', 'pydantic', 'pyarrow', 'trafilatura'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_check_accounts_for_the_files_and_sums_up(
    make_corpus: MakeCorpus, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make_corpus({"north/a.txt": STORY, "north/b.txt": "", "north/c.pdf": b"%PDF"})
    assert main(["check", str(folder)]) == 0
    told = capsys.readouterr().out
    assert "refused  north/b.txt: empty file" in told
    assert "skipped  north/c.pdf: .pdf files are not read as articles" in told
    assert told.endswith("corpus: 1 of 2 articles loaded from 1 source; 1 skipped; 1 refused\n")


def test_check_names_articles_of_which_nothing_is_left(
    make_corpus: MakeCorpus, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make_corpus({"north/a.txt": STORY, "north/junk.txt": "Close\n\nAdvertisement\n"})
    assert main(["check", str(folder)]) == 0
    assert "north/junk.txt: nothing is left of the body after cleaning" in capsys.readouterr().out


def test_measure_writes_the_tables_beside_the_texts(two_sources: Path) -> None:
    assert main(["measure", str(two_sources)]) == 0
    assert (two_sources / "features" / "articles.parquet").is_file()


def test_texts_that_are_away_cannot_be_measured(
    make_corpus: MakeCorpus, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make_corpus({"articles.csv": f"file,source,sha256\nnorth/a.txt,North,{'0' * 64}\n"})
    assert main(["measure", str(folder)]) == 2
    assert "1 texts of corpus are not here, the first: north/a.txt; put them back" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["figures", "nowhere"], 'error: corpus = "nowhere" is no folder; corpus/ has: example'),
        (["figures", "example", "--set", "seed"], 'error: --set "seed"; NAME=VALUE'),
        (["figures", "example", "--set", "sed=3"], "error: no notebook has a parameter sed (given: sed = 3)"),
        (["figures", "example", "--jobs", "-1"], "error: --jobs -1; a number from 0"),
        (["figures", "example", "--only", "99"], 'error: only = "99" is no notebook'),
        (["concordance", "example", "regimee"], 'error: concordance = "regimee" is not a term or category'),
        (["concordance", "example", "regime", "--most", "0"], "error: --most 0; a number from 1"),
        (["check", "nowhere"], 'error: corpus = "nowhere" is no folder'),
        (["add", "example", "nowhere.txt"], "error: nowhere.txt is not a file"),
    ],
)
def test_a_mistake_is_one_line_without_a_traceback(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    told = capsys.readouterr().err
    assert told.startswith(message)
    assert told.count("\n") == 1


def test_what_the_system_refuses_is_one_line_too(
    two_sources: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (two_sources / "features").write_text("a file where the folder should be")
    assert main(["measure", str(two_sources)]) == 2
    assert "Not a directory" in capsys.readouterr().err


def test_a_mistake_that_a_notebook_finds_is_one_line_and_no_report_is_named_that_is_not_there(
    two_sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("analysis.project.FIGURES", tmp_path / "figures")
    monkeypatch.setattr("analysis.pipeline.run", partial(run.run, folder=tmp_path / "figures"))
    assert main(["figures", str(two_sources), "--only", "50", "--set", "measure=wrods"]) == 1
    told = capsys.readouterr()
    assert told.out == "0 of 1 notebooks ran, 0 files written\n"
    (message,) = [line for line in told.err.splitlines() if line.startswith("failed: ")]
    assert ': 50_robustness, measure = "wrods" has no choices to compare; there are: ' in message
    assert "curve = " not in told.err


def test_nothing_to_verify_is_not_taken_for_success(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("analysis.project.FIGURES", tmp_path)
    assert main(["verify"]) == 2
    assert "no corpus has figures to verify; make them: analysis figures" in capsys.readouterr().err


def test_a_reader_that_has_read_enough_is_no_error() -> None:
    command = f"{sys.executable} -m analysis cite length_words --corpus example | head -n 1"
    told = subprocess.run(
        ["bash", "-c", f"{command}; exit ${{PIPESTATUS[0]}}"], capture_output=True, check=False
    )
    assert told.stdout.startswith(b"Length: ")
    assert told.stderr == b""


def test_names_that_the_terminal_cannot_show_are_spelled_out(make_corpus: MakeCorpus) -> None:
    folder = make_corpus({"north/a.txt": STORY, "north/\N{TELESCOPE}.pdf": b"%PDF"})
    command = [sys.executable, "-m", "analysis", "check", str(folder)]
    told = subprocess.run(
        command, env=os.environ | {"PYTHONIOENCODING": "ascii"}, check=True, capture_output=True
    )
    assert b"skipped  north/\\U0001f52d.pdf" in told.stdout


def test_a_concordance_is_printed_a_line_a_hit(two_sources: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["concordance", str(two_sources), "dismal", "--most", "1"]) == 0
    line, said = capsys.readouterr().out.splitlines()
    assert line.startswith("north/one (narration): The envoys left")
    assert " called the [dismal] record of " in line
    assert said == "dismal: the first 1 hits; there are more."


def test_a_text_cannot_steer_the_terminal(
    make_corpus: MakeCorpus, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make_corpus({"north/one.txt": STORY.replace("the dismal", "the \x1b[2J\u202e dismal")})
    assert main(["concordance", str(folder), "dismal"]) == 0
    told = capsys.readouterr().out
    assert "[dismal]" in told
    assert all(sign.isprintable() or sign == "\n" for sign in told)
