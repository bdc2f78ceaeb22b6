"""What is made from the reports of all notebooks."""

import json
from pathlib import Path

import pytest
from report_folders import make_project, report_corpus

from analysis import corpus as corpora
from analysis import features
from analysis.errors import RunError
from analysis.report.compose import write_report
from analysis.report.records import read_numbers


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ANALYSIS_ROOT", str(tmp_path / "project"))
    return make_project(tmp_path / "project")


def test_all_files_are_written_and_agree(project: Path, two_sources: Path) -> None:
    folder = report_corpus(project, two_sources)
    numbers = read_numbers(folder)
    assert {one.notebook for one in numbers.numbers.values()} == {"10_length", "40_terms"}
    assert {*numbers.figures} == {"length_words", "framing_terms", "quotes_speakers"}
    assert "analysis@is{length_words.north.mean}" in (folder / "numbers.tex").read_text("utf-8")
    assert "Chart of length_words" in (folder / "report.html").read_text("utf-8")
    methods = (folder / "methods.md").read_text("utf-8")
    assert "Length (words of the body): Words of the body." in methods
    keys = [item["id"] for item in json.loads((folder / "references.json").read_text("utf-8"))]
    assert {"corpus-corpus", "samestory", "efron1987"} & {*keys} == {"corpus-corpus", "samestory"}


def test_two_runs_write_the_same_bytes(project: Path, two_sources: Path) -> None:
    folder = report_corpus(project, two_sources)
    before = {file: file.read_bytes() for file in folder.rglob("*.*")}
    report_corpus(project, two_sources)
    assert {file: file.read_bytes() for file in folder.rglob("*.*")} == before


def test_a_term_list_is_named_where_terms_were_counted(project: Path, two_sources: Path) -> None:
    folder = report_corpus(project, two_sources)
    assert "term list" not in (folder / "methods.md").read_text("utf-8")
    path = folder / "numbers" / "40_terms.json"
    path.write_text(path.read_text("utf-8").replace('"seed": 3', '"lexicon": ""'), encoding="utf-8")
    corpus = corpora.load(two_sources)
    write_report(folder, corpus, features.load(corpus), {"40_terms": {}}, variant={})
    assert "the software's term list “framing.yml”" in (folder / "methods.md").read_text("utf-8")
    assert "term-list-framing-yml" in (folder / "references.bib").read_text("utf-8")


def test_a_damaged_file_is_named(project: Path, two_sources: Path) -> None:
    folder = report_corpus(project, two_sources)
    (folder / "numbers" / "10_length.json").write_text("{", encoding="utf-8")
    corpus = corpora.load(two_sources)
    with pytest.raises(RunError, match=r"10_length\.json is damaged"):
        write_report(folder, corpus, features.load(corpus), {"10_length": {}}, variant={})
