"""From a number back to the articles behind it and the places in them."""

from pathlib import Path

import pandas as pd
import pytest
from report_folders import make_project, report_corpus

from analysis.report import lookup
from analysis.report.trace import trace
from analysis.results.result import Result, define_columns

FILES = Result(
    id="files",
    table=pd.DataFrame({"status": ["loaded"], "n": [4]}),
    keys=("status",),
    columns=define_columns("n: files; files; count\n    Files."),
)


@pytest.fixture(autouse=True)
def folder(two_sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ANALYSIS_ROOT", str(tmp_path / "project"))
    return report_corpus(make_project(tmp_path / "project"), two_sources, FILES)


def traced(cited_id: str) -> list[str]:
    return list(trace(lookup.find(cited_id)))


def test_the_articles_are_listed_with_their_own_values() -> None:
    head, *lines = traced("length_words.north.mean")
    assert head == "2 articles:"
    assert [line.split(": ")[0] for line in lines] == ["  north/one", "  north/two"]
    number = lookup.find("length_words.north.mean").numbers.numbers["length_words.north.mean"]
    assert {float(line.rsplit(": ", maxsplit=1)[1]) for line in lines} == {number.value}


def test_a_figure_lists_all_articles_that_it_shows() -> None:
    assert traced("length_words")[0] == "4 articles:"


def test_a_term_is_listed_with_its_sentences_in_the_voice_of_the_number() -> None:
    ids = [one for one in lookup.find("framing_terms").numbers.numbers if one.endswith(".count")]
    cited_id = next(one for one in ids if ".north." in one and ".narration." in one)
    term = lookup.find(cited_id).numbers.numbers[cited_id].keys["term"]
    lines = traced(cited_id)
    assert f"places of {term} in narration:" in lines
    hits = lines[lines.index(f"places of {term} in narration:") + 1 :]
    assert hits
    assert all("(narration" in line and "[" in line for line in hits)


def test_a_speaker_is_listed_with_the_quotations() -> None:
    cited_id = next(one for one in lookup.find("quotes_speakers").numbers.numbers if "moran.north" in one)
    lines = traced(cited_id)
    start = lines.index("direct quotations, with their offsets in the cleaned text and their speakers:")
    assert lines[start + 1 :]
    assert all(line.endswith("Moran") for line in lines[start + 1 :])


def test_a_number_of_files_has_no_articles() -> None:
    assert traced("files.loaded.n") == ["no articles are linked to this number: it counts files or terms"]


def test_an_article_that_is_gone_is_named(two_sources: Path) -> None:
    (two_sources / "north" / "two.txt").unlink()
    assert "  north/two: no longer in the corpus" in traced("length_words.north.mean")


def test_many_places_are_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analysis.report.trace._MOST", 1)
    cited_id = next(one for one in lookup.find("quotes_speakers").numbers.numbers if "moran.north" in one)
    assert traced(cited_id)[-1] == "  the first 1; there are more"
