"""References as BibTeX: what is written is parsed back, whatever is in it."""

import runpy
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string

from analysis.errors import ExtraError, SchemaError
from analysis.report import bibtex
from analysis.report.bibtex import Item, read_bibtex, write_bibtex
from analysis.report.latex import from_latex
from analysis.report.references import literature
from analysis.results.markdown import one_line

TEXTS = st.text(max_size=60) | st.text(st.sampled_from('\\{}@%"=,#$&~^_ a'), min_size=1, max_size=30)


def news(title: str = "Talks", source: str = "The Post", agency: str = "AFP", **more: object) -> Item:
    return {
        "id": "one",
        "type": "article-newspaper",
        "author": [{"literal": agency}],
        "title": title,
        "container-title": source,
        **more,
    }


def check(item: Item) -> None:
    """An entry, parsed by pybtex, has the texts of its item."""
    entry = parse_string(write_bibtex([item]), "bibtex").entries[item["id"]]
    version = f" (version {item['version']})" if "version" in item else ""
    assert from_latex(entry.fields["title"]) == item["title"] + version
    assert entry.fields.get("url") == item.get("URL")
    assert entry.fields.get("doi") == item.get("DOI")
    assert [bibtex._name(person) for person in entry.persons.get("author", [])] == item.get("author", [])
    if item["type"] == "article-newspaper":
        containers = {from_latex(entry.fields[f]) for f in ("organization", "howpublished", "series")}
        assert containers == {item["container-title"]}


@given(TEXTS, TEXTS, TEXTS)
def test_any_title_source_and_agency_are_parsed_back(title: str, source: str, agency: str) -> None:
    lines = (one_line(text) or "x" for text in (title, source, agency))
    check(news(*lines, URL="https://e.org/a_b%20c?d=e&f=g#h~i"))


def test_every_entry_of_the_bibliography_is_parsed_back() -> None:
    for item in literature().values():
        check(item)


def test_a_month_is_printed_with_its_day_by_readers_that_know_no_date() -> None:
    item = news(issued={"date-parts": [[2014, 10, 8]]})
    fields = parse_string(write_bibtex([item]), "bibtex").entries["one"].fields
    assert (fields["date"], fields["year"], fields["month"]) == ("2014-10-08", "2014", "8 October")


def test_a_library_names_the_paper_that_its_authors_ask_to_be_cited() -> None:
    items, related = read_bibtex("@software{np, title={N}, author={R, A}, related={roe2020}}")
    assert (items["np"]["type"], related) == ("software", {"np": "roe2020"})


@pytest.mark.parametrize("text", ["@article{a, title", "@article{a, title={x}, year={soon}}"])
def test_what_is_not_bibtex_is_refused(text: str) -> None:
    with pytest.raises(SchemaError, match="this is not BibTeX"):
        read_bibtex(text)


def test_without_pybtex_an_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pybtex.database", None)
    with pytest.raises(ExtraError, match=r"pybtex.* is not installed; .*\[notebooks\]"):
        runpy.run_path(str(bibtex.__file__))
