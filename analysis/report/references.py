"""What a write-up refers to: the articles of a corpus, the software, term lists, libraries, and papers.

References are CSL items (`list_references`), from which both formats are written. Titles and names are
untrusted text: put on one line here, and escaped where they are written.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from analysis import features
from analysis.corpus import Corpus
from analysis.corpus.articles import Article
from analysis.errors import AnalysisError, RunError, listed
from analysis.features.tables import Features
from analysis.provenance import content_key, file_hash, versions
from analysis.report.software import Item, describe_software
from analysis.results.markdown import one_line
from analysis.text.terms.lexicon import SHIPPED

__all__ = [
    "TermList",
    "article_keys",
    "corpus_key",
    "describe_term_list",
    "find_papers",
    "list_references",
    "literature",
    "related_papers",
    "term_list_key",
    "write_bibtex",
]

_UNTITLED, _UNNAMED = "[Untitled article]", "[Unnamed source]"
_WORDS_OF_A_KEY = 4
_LETTERS_OF_A_SLUG = 40
_LONGEST_ADDRESS = 2_000  # characters; browsers take no more


class TermList(NamedTuple):
    """A term list as a reader can find it again.

    Attributes:
        name: of its file.
        sha256: of the file; empty where the file is missing or has changed since it was counted.
        terms, categories: how many there are; 0 where that is not known.
        shipped: it is the list of this project.
    """

    name: str
    sha256: str
    terms: int
    categories: int
    shipped: bool


def describe_term_list(corpus: Corpus, data: Features, lexicon: str) -> TermList:
    """The term list that a notebook counted.

    Args:
        corpus: the loaded corpus.
        data: its features, counted with its own list, or the shipped one.
        lexicon: the parameter of the notebook; empty: the list that `data` counts.
    """
    path, tables = features.find_term_list(corpus, lexicon), data.lexicon
    found = TermList(path.name, "", 0, 0, path == SHIPPED)
    counted = found._replace(terms=len(tables), categories=int(tables["category"].nunique()), shipped=False)
    try:
        known = features.load_term_list(corpus, lexicon)
    except AnalysisError:  # the file has been removed since it was counted
        return found if lexicon else counted
    if not lexicon and content_key(known.canonical) != data.lexicon_key:
        return counted
    return found._replace(sha256=file_hash(path), terms=len(known.terms), categories=len(known.categories))


def write_bibtex(items: Iterable[Item]) -> str:
    """References as a .bib file in UTF-8, for biblatex, BibTeX, Typst, Sphinx and pandoc."""
    from analysis.report import bibtex  # noqa: PLC0415  # needs pybtex

    return bibtex.write_bibtex(items)


@cache
def _bibliography() -> tuple[Mapping[str, Item], Mapping[str, str]]:
    from analysis.report.bibtex import read_bibtex  # noqa: PLC0415  # needs pybtex

    path = Path(__file__).resolve().parent / "data" / "literature.bib"
    return read_bibtex(path.read_text(encoding="utf-8"))


def literature() -> Mapping[str, Item]:
    """The project's bibliography: every paper and library that this package names, by its key."""
    return _bibliography()[0]


def related_papers() -> Mapping[str, str]:
    """Key of a library -> key of the paper that its authors ask to be cited."""
    return _bibliography()[1]


def find_papers(papers: Iterable[str]) -> dict[str, Item]:
    """Papers by their keys.

    Args:
        papers: keys of the project's bibliography, or whole BibTeX entries.

    Raises:
        RunError: a key is not in the bibliography.
        SchemaError: an entry is not BibTeX.
    """
    from analysis.report.bibtex import read_bibtex  # noqa: PLC0415  # needs pybtex

    found: dict[str, Item] = {}
    for paper in dict.fromkeys(papers):
        if paper.lstrip().startswith("@"):
            found |= read_bibtex(paper)[0]
        elif paper in literature():
            found[paper] = literature()[paper]
        else:
            raise RunError(
                f'papers = "{paper}" is not in the bibliography',
                todo="give a whole BibTeX entry: @article{…}",
            )
    return found


def list_references(
    corpus: Corpus, lists: Sequence[TermList] = (), *, cited: Collection[str] = (), papers: Iterable[str] = ()
) -> list[Item]:
    """All references of a run: articles in order, the corpus, software, lists, libraries, papers.

    Args:
        corpus: the loaded corpus.
        lists: the term lists that were counted.
        cited: the keys that the methods text cites. The papers of the libraries are always included.
        papers: those of the reported measures and methods, as for `find_papers`.

    Raises:
        AnalysisError: CITATION.cff is damaged.
        RunError: a cited key has no reference.
    """
    used, own = versions(), find_papers(papers)
    always = [
        *_articles(corpus),
        _collection(corpus),
        describe_software(),
        *(_term_list(one) for one in lists),
        *(_library(name, used[name]) for name in sorted(used)),
    ]
    wanted = {*cited, *related_papers().values(), *own} - {item["id"] for item in always}
    known = {**literature(), **own}
    if missing := sorted(wanted - known.keys()):
        raise RunError(
            f"the methods text cites {listed(missing)}, which the bibliography does not have",
            todo="give the whole BibTeX entry in `papers` of the measure or method",
        )
    return [*always, *(known[key] for key in sorted(wanted))]


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


def _all_articles(corpus: Corpus) -> list[Article]:
    """The articles of a corpus, whether their texts are here or not, in its order."""
    rank = {source: i for i, source in enumerate(corpus.sources)}
    return sorted((*corpus.articles, *corpus.absent), key=lambda a: (rank[a.source], a.article_id))


def _collection(corpus: Corpus) -> Item:
    """The corpus as a data set, identified by a hash over the hashes of its texts."""
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
        item["author"] = describe_software()["author"]
    if one.sha256:
        item["note"] = f"sha256 {one.sha256}"
    return item


def _library(name: str, version: str) -> Item:
    return {**literature().get(name, {"id": name, "type": "software", "title": name}), "version": version}


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
    """1 -> b, 25 -> z, 26 -> ba, ...: what distinguishes the second, third, ... article of one key."""
    high, low = divmod(number, 26)
    return (_letters(high) if high else "") + chr(ord("a") + low)


def _address(url: str | None) -> str:
    """A web address in ASCII that every reader accepts; empty for anything else."""
    written = one_line(url)
    try:
        parts = urlsplit(written)
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not parts.netloc or len(written) > _LONGEST_ADDRESS:
        return ""
    return quote(written, safe="!#$%&'()*,/:;=?@[]+~")
