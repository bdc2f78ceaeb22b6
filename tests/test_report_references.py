import html
import io
import json
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string
from pypdf import PdfReader

from analysis import __version__, features, project
from analysis import corpus as corpora
from analysis.corpus import Corpus
from analysis.corpus.articles import Article
from analysis.errors import AnalysisError
from analysis.measures.readability import SCORES
from analysis.project import LEXICON
from analysis.provenance import file_hash, versions
from analysis.report import bibtex as files
from analysis.report import latex, references
from analysis.report.references import LITERATURE, PAPERS
from analysis.report.software import software
from analysis.report.terms import TermList, term_lists

HOSTILE = (
    r"\input{/etc/passwd} and \write18{rm} \\ \end",
    "Braces { that } never { close",
    "}}}, evil = {yes",
    "@article{trap, title = {x}}",
    "100% of A&B at #1 cost $5bn_net ~ ^up",
    "He said \"no\" and ``yes'' -- --- ?`",
    "two\nlines\r\n\tand\u2028more\x00\x07\x1b[31m\x7f",
    "\u202egnp.exe \ufeff\u200bhidden",
    "half a character \ud83d here",
    "Größe, 北京, Ωμέγα, İstanbul, 🎉 a\u0301",
    "word " * 2_000,
    "{" * 200 + "\\" * 199,
    "\\",
    "%",
    "",
    "   ",
)
LIST = TermList("", "my {list}.yml", "ab" * 32, 7, 2, shipped=False)


def made(*articles: Article) -> Corpus:
    sources = tuple(dict.fromkeys(article.source for article in articles))
    about = {"title": "t", "question": "", "description": "", "licence": ""}
    return Corpus("t", Path(), about, sources, articles, (), (), "")


def article(number: int = 0, **known: str | None) -> Article:
    blank = Article(f"{number:05}", "North", "")
    return replace(blank, **known)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def hostile() -> Corpus:
    """Every hostile text as title, as source, and as agency."""
    articles = [
        article(i, title=text, source=other or "North", agency=HOSTILE[-1 - i], url=f"https://e.org/{text}")
        for i, (text, other) in enumerate(zip(HOSTILE, reversed(HOSTILE), strict=True))
    ]
    return made(*articles, article(99, title=None, date="0031-03-03"))


def typeset(folder: Path, bib: str, keys: Sequence[str]) -> str:
    """The references as Typst (hayagriva) prints them."""
    (folder / "references.bib").write_text(bib, encoding="utf-8")
    cited = " ".join(f"#cite(<{key}>)" for key in keys)
    (folder / "main.typ").write_text(f'{cited}\n#bibliography("references.bib", style: "apa")')
    pdf = PdfReader(io.BytesIO(typst.compile(folder / "main.typ")))
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


def sphinx(folder: Path, bib: str) -> tuple[str, str]:
    """The references as Sphinx (pybtex) prints them, and what it warns of."""
    (folder / "references.bib").write_text(bib, encoding="utf-8")
    (folder / "conf.py").write_text(
        'extensions = ["sphinxcontrib.bibtex"]\nbibtex_bibfiles = ["references.bib"]\n'
    )
    (folder / "index.rst").write_text("References\n==========\n\n.. bibliography::\n   :all:\n")
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", "-q", "-b", "html", folder, folder / "out"],
        capture_output=True,
        text=True,
        check=True,
    )
    page = (folder / "out" / "index.html").read_text(encoding="utf-8")
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", page)).split()), done.stderr


def test_an_article_is_a_newspaper_article_with_its_agency_as_author() -> None:
    one = article(
        source="The Globe", title="Talks end", date="2031-05-20", agency="AFP", url="https://e.org/a"
    )
    item = references.entries(made(one))[0]
    assert item == {
        "id": "the-globe-2031-talks-end",
        "type": "article-newspaper",
        "author": [{"literal": "AFP"}],
        "title": "Talks end",
        "container-title": "The Globe",
        "issued": {"date-parts": [[2031, 5, 20]]},
        "URL": "https://e.org/a",
    }


def test_an_article_of_which_little_is_known_has_no_made_up_field() -> None:
    assert references.entries(made(article()))[0] == {
        "id": "north-nd-untitled",
        "type": "article-newspaper",
        "title": "[Untitled article]",
        "container-title": "North",
    }


def test_articles_whose_texts_are_away_are_referred_to_in_the_order_of_the_sources() -> None:
    corpus = corpora.load("un-north-korea-2014")
    ids = [item["id"] for item in references.entries(corpus)]
    assert ids[:2] == ["zee-news-nd-un-explores-new-rights", "cnn-2014-untitled"]


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://e.org/a_b%20c?d=e&f=g#h~i", "https://e.org/a_b%20c?d=e&f=g#h~i"),
        ("https://e.org/{a}\\b c\"d'", "https://e.org/%7Ba%7D%5Cb%20c%22d'"),
        ("https://e.org/größe", "https://e.org/gr%C3%B6%C3%9Fe"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("http://[broken", None),
        ("www.e.org", None),
        (None, None),
    ],
)
def test_only_web_addresses_are_links_and_nothing_in_them_ends_a_field(
    url: str | None, address: str | None
) -> None:
    assert references.entries(made(article(url=url)))[0].get("URL") == address


def test_keys_are_ascii_and_told_apart_by_letters() -> None:
    same = [article(i, title="Größe über Čapek, and more words", date="2031-01-01") for i in range(30)]
    keys = references.article_keys(made(*same))
    assert keys["00000"] == "north-2031-groe-uber-capek-and"
    assert keys["00001"] == "north-2031-groe-uber-capek-and-b"
    assert keys["00025"] == "north-2031-groe-uber-capek-and-z"
    assert keys["00026"] == "north-2031-groe-uber-capek-and-ba"
    assert (
        references.article_keys(made(article(title="北京", source="Правда")))["00000"] == "source-nd-untitled"
    )


def test_a_key_does_not_depend_on_the_order_of_the_articles() -> None:
    articles = [article(i, title="Talks" if i % 2 else "Talks b") for i in range(12)]
    shuffled = articles[::3] + articles[2::3] + articles[1::3]
    assert references.article_keys(made(*articles)) == references.article_keys(made(*shuffled))


def test_all_keys_are_unique_whatever_the_case_and_simple(hostile: Corpus) -> None:
    lists = [LIST, LIST._replace(name="other.yml")]
    keys = [item["id"] for item in references.entries(hostile, lists, cited=LITERATURE)]
    assert len({key.lower() for key in keys}) == len(keys)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key) for key in keys)


def test_the_software_is_that_which_runs() -> None:
    item = software()
    assert item["version"] == __version__
    assert item["type"] == "software"
    assert item["author"] == [{"literal": "The analysis developers"}]
    assert item["issued"]["date-parts"][0][0] >= 2026


@pytest.mark.parametrize(
    "content",
    [
        "",
        "- a list",
        "title: x",
        "title: x\nversion: 1\nauthors: [{}]",
        "a: [",
        "x" * 70_000,
        "\x00",
        "[" * 9_000,
    ],
)
def test_a_citation_file_that_does_not_say_what_to_cite_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "CITATION.cff"
    path.write_text(content)
    with pytest.raises(AnalysisError, match=r"what to cite|cannot be read|no citation file"):
        software(path)


def test_a_citation_file_names_persons_and_dates(tmp_path: Path) -> None:
    path = tmp_path / "CITATION.cff"
    path.write_text(
        "title: T\nversion: 1.2\ndate-released: 2026-02-03\nurl: https://e.org\n"
        "authors:\n  - {given-names: Ada, name-particle: de, family-names: Roe}\n"
    )
    assert software(path) == {
        "id": "analysis",
        "type": "software",
        "title": "T",
        "version": "1.2",
        "author": [{"given": "Ada", "non-dropping-particle": "de", "family": "Roe"}],
        "URL": "https://e.org",
        "issued": {"date-parts": [[2026, 2, 3]]},
    }


def test_every_library_that_made_the_numbers_is_there_with_its_version() -> None:
    by_key = {item["id"]: item for item in references.entries(made(article()))}
    for name, version in versions().items():
        assert by_key[name]["version"] == version
        assert name in LITERATURE, f"literature.bib says nothing of {name}"
    assert {PAPERS[name] for name in ("matplotlib", "numpy", "pandas", "scipy", "ftfy")} <= by_key.keys()
    assert by_key["hunter2007"]["DOI"] == "10.1109/MCSE.2007.55"


def test_papers_are_there_when_they_are_cited() -> None:
    keys = {item["id"] for item in references.entries(made(article()), cited=["flesch1948", "no-such-key"])}
    assert "flesch1948" in keys
    assert not {"no-such-key", "gunning1952"} & keys


def _named() -> set[str]:
    """The keys of every paper that the package names by author and year."""
    source = re.compile(
        r"\b([A-ZÖ][\w']+)(?:(?:, \(?[A-Z]\w+(?: [A-Z]\w+)?)*,? (?:and|&) (?:de )?[A-Z][\w-]+| et al\.)?'?s?,? \(?((?:18|19|20)\d\d)\b"
    )
    texts = [
        path.read_text(encoding="utf-8")
        for pattern in ("*.py", "*.yml")
        for path in (project.root() / "analysis").rglob(pattern)
    ]
    months = {
        "January",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
    }
    found = {
        match.groups() for text in texts for match in source.finditer(" ".join(text.replace("#", "").split()))
    }
    return {
        references.paper_key(name, year) for name, year in found if name not in months and not name.isupper()
    }


def test_every_paper_that_the_code_names_is_in_the_literature() -> None:
    named = _named()
    assert {
        "flesch1948",
        "westfall1993",
        "entman1993",
        "efron1987",
        "bjornsson1968",
        "simonsohn2020",
    } <= named
    assert not named - LITERATURE.keys()


def test_every_readability_score_has_its_paper() -> None:
    unpublished = {score.name for score in SCORES if not references.paper_keys(score.source)}
    assert unpublished == {"linsear_write"}
    for score in SCORES:
        assert set(references.paper_keys(score.source)) <= LITERATURE.keys()


def test_an_entry_of_the_literature_says_who_when_and_where() -> None:
    for key, item in LITERATURE.items():
        assert item["author"], key
        if item["type"] != "software":
            assert re.fullmatch(r"[a-z]+\d{4}", key)
            assert key.endswith(str(item["issued"]["date-parts"][0][0]))
            assert item.get("container-title") or item.get("publisher"), key
        if item["type"] == "article-journal":
            assert item["volume"], key
            assert item["page"], key


def test_the_shipped_term_list_is_credited_to_this_project() -> None:
    corpus = corpora.load("example")
    (one,) = term_lists(corpus, features.load(corpus), {"90_summary": {"parameters": {}}})
    assert one.name == "framing.yml"
    assert one.sha256 == file_hash(LEXICON)
    assert one.shipped
    item = next(i for i in references.entries(corpus, [one]) if i["id"] == references.term_list_key(one))
    assert item["title"] == f"Term list framing.yml ({one.terms} terms in {one.categories} categories)"
    assert item["author"] == software()["author"]
    assert item["note"] == f"sha256 {file_hash(LEXICON)}"


def test_a_term_list_of_ones_own_is_credited_to_nobody(two_sources: Path) -> None:
    (two_sources / "lexicon.yml").write_text("talk:\n- talks\n- meeting\npeace:\n- signature\n")
    (two_sources / "other.yml").write_text("talk:\n- talks\n")
    corpus = corpora.load(two_sources)
    notebooks: dict[str, dict[str, Any]] = {
        "40_framing": {"parameters": {"lexicon": "other.yml"}},
        "90_summary": {"parameters": {}},
    }
    other, own = term_lists(corpus, features.load(corpus), notebooks)
    assert (other.name, other.terms, other.categories) == ("other.yml", 1, 1)
    assert (own.name, own.terms, own.categories, own.shipped) == ("lexicon.yml", 3, 2, False)
    assert own.sha256 == file_hash(two_sources / "lexicon.yml")
    (two_sources / "other.yml").unlink()
    gone, _ = term_lists(corpus, features.load(corpus), notebooks)
    assert (gone.name, gone.sha256, gone.terms) == ("other.yml", "", 0)


def test_of_a_list_that_was_changed_since_nothing_is_claimed_but_what_was_counted(two_sources: Path) -> None:
    (two_sources / "lexicon.yml").write_text("talk:\n- talks\n- meeting\n")
    corpus = corpora.load(two_sources)
    data = features.load(corpus)
    (two_sources / "lexicon.yml").write_text("talk:\n- talks\n")
    (one,) = term_lists(corpus, data, {"40_framing": {"parameters": {"lexicon": ""}}})
    assert (one.sha256, one.terms, one.categories) == ("", 2, 1)


@given(st.text())
def test_what_is_escaped_for_latex_is_read_back(text: str) -> None:
    escaped = latex.to_latex(text)
    assert latex.plain(escaped) == text
    assert escaped.count("{") == escaped.count("}")
    assert not re.search(r"(?<!\\)[$%&#_^~]", re.sub(r"\\text[a-z]+\{\}", "", escaped))


@given(st.text(st.characters(exclude_categories=[])))
def test_one_line_is_one_line_that_any_file_can_hold(text: str) -> None:
    line = latex.one_line(text)
    line.encode()
    assert line.splitlines() in ([line], [])
    assert line == latex.one_line(line)


def test_the_bib_file_parses_back_to_the_same_texts(hostile: Corpus) -> None:
    items = references.entries(hostile, [LIST], cited=LITERATURE)
    parsed = parse_string(references.bibtex(items), "bibtex").entries
    assert list(parsed) == [item["id"] for item in items]
    for item in items:
        entry = parsed[item["id"]]
        version = f" (version {item['version']})" if "version" in item else ""
        assert latex.plain(entry.fields["title"]) == item["title"] + version
        assert entry.fields.get("url") == item.get("URL")
        assert entry.fields.get("doi") == item.get("DOI")
        names = [files._name(person) for person in entry.persons.get("author", [])]
        assert names == item.get("author", [])
        if item["type"] == "article-newspaper":
            container = item["container-title"]
            assert {latex.plain(entry.fields[f]) for f in ("organization", "howpublished", "series")} == {
                container
            }


def test_a_month_is_printed_with_its_day_by_readers_that_know_no_date() -> None:
    entry = parse_string(
        references.bibtex(references.entries(made(article(date="2014-10-08")))), "bibtex"
    ).entries
    fields = next(iter(entry.values())).fields
    assert (fields["date"], fields["year"], fields["month"]) == ("2014-10-08", "2014", "8 October")


def test_hostile_titles_load_in_typst(hostile: Corpus, tmp_path: Path) -> None:
    items = references.entries(hostile, [LIST], cited=LITERATURE)
    printed = typeset(tmp_path, references.bibtex(items), [item["id"] for item in items])
    assert r"\input{/etc/passwd} and \write18{rm}" in printed
    assert "100% of A&B at #1 cost $5bn_net" in printed
    assert "@article{trap, title = {x}}" in printed


def test_hostile_titles_load_in_sphinx(hostile: Corpus, tmp_path: Path) -> None:
    items = references.entries(hostile, [LIST], cited=LITERATURE)
    printed, warned = sphinx(tmp_path, references.bibtex(items))
    assert "missing" not in warned
    assert "missing" not in printed
    assert "100% of A&B at #1 cost" in printed
    assert printed.count("[Untitled article]") == sum(i["title"] == "[Untitled article]" for i in items)


def test_a_reference_shows_source_title_and_day_in_both_readers(tmp_path: Path) -> None:
    one = article(source="The Globe", title="Talks in the NATO hall", date="2031-05-20")
    bib = references.bibtex(
        references.entries(made(one, article(1, source="The Post", title="No day known")))
    )
    (tmp_path / "t").mkdir()
    (tmp_path / "s").mkdir()
    keys = ["the-globe-2031-talks-in-the-nato", "the-post-nd-no-day-known", "numpy"]
    printed = typeset(tmp_path / "t", bib, keys)
    assert "Talks in the NATO hall. (2031, May 20). The Globe." in printed
    assert "No day known. (n.d.). The Post." in printed
    assert f"(version {versions()['numpy']})" in printed
    assert "Talks in the NATO hall. The Globe, 20 May 2031." in sphinx(tmp_path / "s", bib)[0]


VARIABLES = {
    *(
        "id",
        "type",
        "author",
        "editor",
        "title",
        "container-title",
        "issued",
        "URL",
        "DOI",
        "volume",
        "issue",
    ),
    *("page", "publisher", "publisher-place", "edition", "version", "genre", "number", "note"),
}
TYPES = {
    *("article-journal", "article-newspaper", "book", "chapter", "dataset", "paper-conference", "report"),
    *("software", "webpage"),
}


def test_the_csl_is_what_csl_json_allows(hostile: Corpus) -> None:
    items = references.csl(references.entries(hostile, [LIST], cited=LITERATURE))
    assert json.loads(json.dumps(items)) == items
    for item in items:
        assert item.keys() <= VARIABLES
        assert item["type"] in TYPES
        texts = {k: v for k, v in item.items() if k not in {"author", "editor", "issued"}}
        assert all(isinstance(value, str) and value.strip() for value in texts.values())
        for name in (*item.get("author", []), *item.get("editor", [])):
            assert name.keys() <= {"literal", "family", "given", "suffix", "non-dropping-particle"}
            assert name.get("literal") or name.get("family")
        for parts in item.get("issued", {}).get("date-parts", []):
            assert 1 <= len(parts) <= 3
            assert all(type(part) is int for part in parts)


def test_references_do_not_depend_on_anything_but_the_run(hostile: Corpus) -> None:
    first, second = (references.bibtex(references.entries(hostile, [LIST])) for _ in range(2))
    assert first == second
