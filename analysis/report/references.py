"""What a write-up refers to: the articles of a corpus, the software, term lists, libraries, and papers.

One list of references, as CSL-JSON has them (`entries`), from which both formats come. Titles and names are
whatever somebody put into a table: on one line here, and escaped where they are written.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from analysis.corpus import Corpus
from analysis.corpus.articles import Article
from analysis.provenance import content_key, versions
from analysis.report import bibtex as files
from analysis.report.bibtex import Item
from analysis.report.latex import one_line
from analysis.report.software import software
from analysis.report.terms import TermList

__all__ = [
    "LITERATURE",
    "PAPERS",
    "article_keys",
    "bibtex",
    "corpus_key",
    "csl",
    "entries",
    "paper_key",
    "paper_keys",
    "term_list_key",
]

_FILE = Path(__file__).resolve().parent / "data" / "literature.bib"
LITERATURE: Mapping[str, Item] = files.read(_FILE)
"""Every paper and library that this package names, by its key."""
PAPERS: Mapping[str, str] = files.related(_FILE)
"""The paper that a library's authors ask to be cited: key of the library -> key of the paper."""

_SOURCE = re.compile(r"(\w[\w']+)(?: et al\.| and \w+)? (\d{4})")
_UNTITLED, _UNNAMED = "[Untitled article]", "[Unnamed source]"
_WORDS_OF_A_KEY = 4
_LETTERS_OF_A_SLUG = 40
_MOST_OF_AN_ADDRESS = 2_000  # characters; browsers take no more


def entries(corpus: Corpus, lists: Sequence[TermList] = (), *, cited: Collection[str] = ()) -> list[Item]:
    """All references of a run: articles in order, the corpus, software, lists, libraries, papers.

    Args:
        corpus: the loaded corpus.
        lists: the term lists that were counted (`terms.term_lists`).
        cited: keys of papers to add (`methods.cited` of the methods text); those that are no key of
            LITERATURE are passed over. The papers of the libraries are always there.

    Raises:
        AnalysisError: CITATION.cff cannot be read as what it is.
    """
    used = versions()
    papers = {*cited, *PAPERS.values()} - used.keys()
    return [
        *_articles(corpus),
        _collection(corpus),
        software(),
        *(_term_list(one) for one in lists),
        *(_library(name, used[name]) for name in sorted(used)),
        *(LITERATURE[key] for key in sorted(papers & LITERATURE.keys())),
    ]


def bibtex(items: Iterable[Item]) -> str:
    """References as a .bib file (UTF-8, made for biblatex, BibTeX, Typst, Sphinx and pandoc)."""
    return files.written(items)


def csl(items: Iterable[Item]) -> list[dict[str, Any]]:
    """References as CSL-JSON: one object a reference."""
    return [dict(item) for item in items]


def article_keys(corpus: Corpus) -> dict[str, str]:
    """The key of each article's reference, by article_id.

    Source, year and the beginning of the title, in ASCII: `cnn-2014-talks-in-geneva`. Where several
    articles have the same, all but the first by article_id get a letter.
    """
    keys: dict[str, str] = {}
    taken: dict[str, int] = {}
    for article in sorted(_all_articles(corpus), key=lambda a: a.article_id):
        key = _key(article)
        while again := taken.get(key, 0):
            taken[key] = again + 1
            key = f"{key}-{_letters(again)}"
        taken[key] = 1
        keys[article.article_id] = key
    return keys


def corpus_key(name: str) -> str:
    """The key of a corpus's reference, from the corpus's name."""
    return f"corpus-{_slug(name, 'unnamed')}"


def term_list_key(one: TermList) -> str:
    """The key of a term list's reference."""
    return f"term-list-{_slug(one.name, 'unnamed')}"


def paper_key(author: str, year: str) -> str:
    """The key of a paper in LITERATURE, from its first author's last name and its year."""
    name = author.removesuffix("'s")
    return f"{_slug(name, 'anonymous')}{year}"


def paper_keys(source: str) -> list[str]:
    """The keys of the papers that a text names: `Kincaid et al. 1975` -> `kincaid1975`."""
    return [paper_key(*found.groups()) for found in _SOURCE.finditer(source)]


def _all_articles(corpus: Corpus) -> list[Article]:
    """The articles of a corpus, whether their texts are here or not, in its order."""
    rank = {source: i for i, source in enumerate(corpus.sources)}
    return sorted((*corpus.articles, *corpus.absent), key=lambda a: (rank[a.source], a.article_id))


def _collection(corpus: Corpus) -> Item:
    """The corpus as a data set, told apart by a hash over those of its texts."""
    articles = _all_articles(corpus)
    size = f"{len(articles):,} {'article' if len(articles) == 1 else 'articles'}"
    licence = one_line(corpus.about.get("licence", ""))
    texts = content_key(sorted(article.sha256 for article in articles))
    note = "; ".join(filter(None, [size, licence, f"sha256 of its texts' sha256, in order: {texts}"]))
    title = one_line(corpus.about.get("title", "")) or corpus.name
    return {"id": corpus_key(corpus.name), "type": "dataset", "title": title, "note": note}


def _articles(corpus: Corpus) -> Iterator[Item]:
    keys = article_keys(corpus)
    for article in _all_articles(corpus):
        item: Item = {"id": keys[article.article_id], "type": "article-newspaper"}
        if agency := one_line(article.agency):
            item["author"] = [{"literal": agency}]
        item["title"] = one_line(article.title) or _UNTITLED
        item["container-title"] = one_line(article.source) or _UNNAMED
        if article.date:
            item["issued"] = {"date-parts": [[int(part) for part in article.date.split("-")]]}
        if address := _address(article.url):
            item["URL"] = address
        yield item


def _term_list(one: TermList) -> Item:
    size = f" ({one.terms:,} terms in {one.categories:,} categories)" if one.terms else ""
    title = f"Term list {one_line(one.name)}{size}"
    item: Item = {"id": term_list_key(one), "type": "dataset", "title": title}
    if one.shipped:
        item["author"] = software()["author"]
    if one.sha256:
        item["note"] = f"sha256 {one.sha256}"
    return item


def _library(name: str, version: str) -> Item:
    return {**LITERATURE.get(name, {"id": name, "type": "software", "title": name}), "version": version}


def _key(article: Article) -> str:
    year = (article.date or "nd")[:4]
    return f"{_slug(article.source, 'source')}-{year}-{_slug(article.title, 'untitled')}"


@cache
def _slug(text: str | None, otherwise: str) -> str:
    """The first words of `text` in lower-case ASCII with hyphens; `otherwise` where nothing is left."""
    folded = unicodedata.normalize("NFKD", (text or "")[:400]).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", folded.replace("'", ""))
    return "-".join(words[:_WORDS_OF_A_KEY])[:_LETTERS_OF_A_SLUG].strip("-") or otherwise


def _letters(number: int) -> str:
    """1 -> b, 25 -> z, 26 -> ba, ...: what the second, third, ... of one key are told apart by."""
    high, low = divmod(number, 26)
    return (_letters(high) if high else "") + chr(ord("a") + low)


def _address(url: str | None) -> str:
    """A web address in ASCII that no reader stumbles over; empty for anything else."""
    written = one_line(url)
    try:
        parts = urlsplit(written)
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not parts.netloc or len(written) > _MOST_OF_AN_ADDRESS:
        return ""
    return quote(written, safe="!#$%&'()*,/:;=?@[]+~")
