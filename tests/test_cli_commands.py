from pathlib import Path

import pytest
from conftest import STORY, MakeCorpus

from analysis.cli import main


def test_check_names_every_file_that_is_not_an_article_and_counts_the_rest(
    make_corpus: MakeCorpus, capsys: pytest.CaptureFixture[str]
) -> None:
    files: dict[str, str | bytes] = {"north/a.txt": STORY, "north/b.txt": "", "north/c.pdf": b"%PDF"}
    table = "file,source\nnorth/a.txt,North\n"
    folder = make_corpus({**files, "articles.csv": table, "corpus.toml": 'title = "x"', "README.md": "x"})
    assert main(["check", str(folder)]) == 0
    refused, skipped, _, kind, doubt, _, counts, summary = capsys.readouterr().out.splitlines()
    assert refused == "refused  north/b.txt: empty file"
    assert skipped.startswith("skipped  north/c.pdf: .pdf files are not read as articles")
    assert kind == "no headline (1): put it above the text, or in the column title"
    assert doubt.startswith('  north/a.txt: begins with "Ministers of Ardia')
    assert summary == "corpus: 1 of 2 articles loaded from 1 source; 1 skipped; 1 refused"
    assert counts == "Doubts: no headline (1)"


def test_check_names_a_few_files_per_remark_and_doubt_and_counts_the_others(
    make_corpus: MakeCorpus, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = {f"north/{number:02}.txt": "" for number in range(17)}
    articles = {f"south/{number:02}.txt": f"{STORY}\nIt rained {number} days." for number in range(6)}
    folder = make_corpus({**broken, **articles})
    assert main(["check", str(folder)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[4:6] == ["refused  north/04.txt: empty file", "refused  and 12 more with this remark"]
    assert (
        lines[lines.index("no headline (6): put it above the text, or in the column title") + 6]
        == "  and 1 more"
    )


def test_check_names_articles_of_which_nothing_is_left(
    make_corpus: MakeCorpus, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make_corpus({"north/a.txt": STORY, "north/junk.txt": "Close\n\nAdvertisement\n"})
    assert main(["check", str(folder)]) == 0
    assert "north/junk.txt: nothing is left of the body after cleaning" in capsys.readouterr().out


def test_check_lists_what_a_source_repeats(
    make_corpus: MakeCorpus, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {
        f"north/{town}.txt": f"The council of {town} voted on Monday to close its market for two winters.\n\n"
        f"People in {town} had not been asked, the mayor said.\n\nMind the tide tables on page four.\n"
        for town in ("Ellery", "Osmere", "Lindholm")
    }
    assert main(["check", str(make_corpus(files))]) == 0
    assert "repeated north: 3 times: Mind the tide tables on page four." in capsys.readouterr().out


def test_measure_writes_the_tables_into_the_corpus(two_sources: Path) -> None:
    assert main(["measure", str(two_sources)]) == 0
    assert (two_sources / "features" / "articles.parquet").is_file()


def test_measure_says_how_many_articles_are_left_out(
    make_corpus: MakeCorpus, capsys: pytest.CaptureFixture[str]
) -> None:
    toml = "least_words = 50"
    folder = make_corpus({"corpus.toml": toml, "north/a.txt": STORY, "north/b.txt": "It rained."})
    assert main(["measure", str(folder)]) == 0
    assert "1 article measured, 1 left out (analysis check says why), tables" in capsys.readouterr().out


def test_texts_that_are_not_here_cannot_be_measured(
    make_corpus: MakeCorpus, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make_corpus({"articles.csv": f"file,source,sha256\nnorth/a.txt,North,{'0' * 64}\n"})
    assert main(["measure", str(folder)]) == 2
    assert "texts of corpus are missing: 1, the first: north/a.txt; put them back" in capsys.readouterr().err


def test_a_concordance_is_printed_with_one_line_per_hit(
    two_sources: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["concordance", str(two_sources), "dismal", "--most", "1"]) == 0
    line, count = capsys.readouterr().out.splitlines()
    assert line.startswith("north/one (narration): The envoys left")
    assert " called the [dismal] record of " in line
    assert count.startswith("dismal: the first 1 hit")


def test_a_text_cannot_control_the_terminal(
    make_corpus: MakeCorpus, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make_corpus({"north/one.txt": STORY.replace("the dismal", "the \x1b[2J\u202e dismal")})
    assert main(["concordance", str(folder), "dismal"]) == 0
    printed = capsys.readouterr().out
    assert "[dismal]" in printed
    assert all(sign.isprintable() or sign == "\n" for sign in printed)


def test_verify_without_any_figures_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "corpus" / "tale").mkdir(parents=True)
    monkeypatch.setenv("ANALYSIS_ROOT", str(tmp_path))
    assert main(["verify"]) == 2
    assert "no corpus has figures to verify; make them: analysis figures" in capsys.readouterr().err
