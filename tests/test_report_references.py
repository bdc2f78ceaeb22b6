import html
import io
import json
import re
import subprocess
import sys
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
import typst
from pypdf import PdfReader

from analysis import corpus as corpora
from analysis import features, project
from analysis.corpus import Corpus
from analysis.corpus.articles import Article
from analysis.errors import RunError, SchemaError
from analysis.measures.registry import all_measures
from analysis.provenance import file_hash, versions
from analysis.report import references
from analysis.report.references import (
    TermList,
    describe_term_list,
    find_papers,
    list_references,
    literature,
    related_papers,
)
from analysis.report.software import describe_software
from analysis.text.terms.lexicon import SHIPPED

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
LIST = TermList("my {list}.yml", "ab" * 32, 7, 2, shipped=False)


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
    item = list_references(made(one))[0]
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
    assert list_references(made(article()))[0] == {
        "id": "north-nd-untitled",
        "type": "article-newspaper",
        "title": "[Untitled article]",
        "container-title": "North",
    }


def test_articles_whose_texts_are_away_are_referred_to_in_the_order_of_the_sources() -> None:
    corpus = corpora.load("un-north-korea-2014")
    ids = [item["id"] for item in list_references(corpus)]
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
    assert list_references(made(article(url=url)))[0].get("URL") == address


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
    keys = [item["id"] for item in list_references(hostile, lists, cited=literature())]
    assert len({key.lower() for key in keys}) == len(keys)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key) for key in keys)


def test_every_library_that_made_the_numbers_is_there_with_its_version() -> None:
    by_key = {item["id"]: item for item in list_references(made(article()))}
    for name, version in versions().items():
        assert by_key[name]["version"] == version
        assert name in literature(), f"literature.bib says nothing of {name}"
    assert {
        related_papers()[name] for name in ("matplotlib", "numpy", "pandas", "scipy", "ftfy")
    } <= by_key.keys()
    assert by_key["hunter2007"]["DOI"] == "10.1109/MCSE.2007.55"


def test_papers_are_there_when_they_are_cited() -> None:
    keys = {item["id"] for item in list_references(made(article()), cited=["flesch1948"])}
    assert "flesch1948" in keys
    assert "gunning1952" not in keys


def test_a_cited_key_without_a_reference_is_refused() -> None:
    with pytest.raises(RunError, match="cites no-such-key, which the bibliography does not have"):
        list_references(made(article()), cited=["no-such-key"])
    with pytest.raises(RunError, match='papers = "no-such-key" is not in the bibliography'):
        list_references(made(article()), papers=["no-such-key"])


def test_a_paper_may_be_a_whole_bibtex_entry() -> None:
    entry = "@article{roe2031, author={Roe, Ada}, title={On {NATO} hills}, journal={Hills}, year={2031}}"
    items = list_references(made(article()), cited=["roe2031"], papers=[entry, "dale1948"])
    item = next(one for one in items if one["id"] == "roe2031")
    assert (item["id"], item["title"], item["container-title"]) == ("roe2031", "On NATO hills", "Hills")
    with pytest.raises(SchemaError, match="this is not BibTeX"):
        list_references(made(article()), papers=["@article{roe2031, title"])


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
    authors = [(name.removesuffix("'s"), year) for name, year in found if name not in months]
    return {f"{_ascii(name)}{year}" for name, year in authors if not name.isupper()}


def _ascii(name: str) -> str:
    folded = unicodedata.normalize("NFKD", name.replace("'", "")).encode("ascii", "ignore").decode()
    return folded.lower()


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
    assert not named - literature().keys()


def test_every_paper_of_a_measure_is_in_the_literature() -> None:
    for measure in all_measures():
        assert [*find_papers(measure.papers)] == [*measure.papers]
    assert all(measure.papers for measure in all_measures() if measure.engine)


def test_an_entry_of_the_literature_says_who_when_and_where() -> None:
    for key, item in literature().items():
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
    one = describe_term_list(corpus, features.load(corpus), "")
    assert (one.name, one.sha256, one.shipped) == ("framing.yml", file_hash(SHIPPED), True)
    item = next(i for i in list_references(corpus, [one]) if i["id"] == references.term_list_key(one))
    assert item["title"] == f"Term list framing.yml ({one.terms} terms in {one.categories} categories)"
    assert item["author"] == describe_software()["author"]
    assert item["note"] == f"sha256 {file_hash(SHIPPED)}"


def test_a_term_list_of_ones_own_is_credited_to_nobody(two_sources: Path) -> None:
    (two_sources / "lexicon.yml").write_text("talk:\n- talks\n- meeting\npeace:\n- signature\n")
    (two_sources / "other.yml").write_text("talk:\n- talks\n")
    corpus = corpora.load(two_sources)
    data = features.load(corpus)
    other, own = (describe_term_list(corpus, data, lexicon) for lexicon in ("other.yml", ""))
    assert (other.name, other.terms, other.categories) == ("other.yml", 1, 1)
    assert (own.name, own.terms, own.categories, own.shipped) == ("lexicon.yml", 3, 2, False)
    assert own.sha256 == file_hash(two_sources / "lexicon.yml")
    (two_sources / "other.yml").unlink()
    gone = describe_term_list(corpus, data, "other.yml")
    assert (gone.name, gone.sha256, gone.terms) == ("other.yml", "", 0)


def test_of_a_list_that_has_changed_since_only_what_was_counted_is_stated(two_sources: Path) -> None:
    (two_sources / "lexicon.yml").write_text("talk:\n- talks\n- meeting\n")
    corpus = corpora.load(two_sources)
    data = features.load(corpus)
    (two_sources / "lexicon.yml").write_text("talk:\n- talks\n")
    one = describe_term_list(corpus, data, "")
    assert (one.sha256, one.terms, one.categories) == ("", 2, 1)


def test_hostile_titles_load_in_typst(hostile: Corpus, tmp_path: Path) -> None:
    items = list_references(hostile, [LIST], cited=literature())
    printed = typeset(tmp_path, references.write_bibtex(items), [item["id"] for item in items])
    assert r"\input{/etc/passwd} and \write18{rm}" in printed
    assert "100% of A&B at #1 cost $5bn_net" in printed
    assert "@article{trap, title = {x}}" in printed


def test_hostile_titles_load_in_sphinx(hostile: Corpus, tmp_path: Path) -> None:
    items = list_references(hostile, [LIST], cited=literature())
    printed, warned = sphinx(tmp_path, references.write_bibtex(items))
    assert "missing" not in warned
    assert "missing" not in printed
    assert "100% of A&B at #1 cost" in printed
    assert printed.count("[Untitled article]") == sum(i["title"] == "[Untitled article]" for i in items)


def test_a_reference_shows_source_title_and_day_in_both_readers(tmp_path: Path) -> None:
    one = article(source="The Globe", title="Talks in the NATO hall", date="2031-05-20")
    bib = references.write_bibtex(
        list_references(made(one, article(1, source="The Post", title="No day known")))
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
    items = list_references(hostile, [LIST], cited=literature())
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
    first, second = (references.write_bibtex(list_references(hostile, [LIST])) for _ in range(2))
    assert first == second
