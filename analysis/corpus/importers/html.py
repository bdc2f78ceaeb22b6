"""Saved web pages: their main text, found by trafilatura, and their metadata."""

import html
import logging
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis.corpus.articles import Article
from analysis.corpus.encoding import decode
from analysis.corpus.page_tree import keep_article, mark_quotations
from analysis.errors import extra

if TYPE_CHECKING:
    from trafilatura.settings import Document

__all__ = [
    "MOST_BYTES",
    "SUFFIXES",
    "Page",
    "is_page",
    "main_text",
    "read",
    "read_piece",
    "sniff",
    "text_lines",
]

SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
MOST_BYTES = 20_000_000  # browsers save the pictures into the page
_PAGE = re.compile(  # nothing is tried twice: a comment does not extend into the next
    r"(?>(?:\ufeff|\s|<\?xml[^<>]{0,200}>|(?><!--.{0,2000}?-->))*)(?:<!doctype\s+html\b|<html\b|<head\b|<body\b)",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^<>]{0,300}?(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?([\w:-]{2,40})", re.IGNORECASE
)
_HEAD = 65536
# A text with this many ends of paragraphs, headings or list items is a piece of a page; one that begins with
# such a tag needs only one.
_LEAST_ENDS = 2
_BEGINS = re.compile(
    r"\s{0,99}<(?:p|div|h[1-6]|article|section|blockquote|ul|ol)\b[^<>]{0,300}>", re.IGNORECASE
)
_END_OF_BLOCK = re.compile(
    r"</(?:p|div|h[1-6]|li|article|section|blockquote)\s{0,9}>|<br\s{0,9}/?>", re.IGNORECASE
)
_BLANK_LINE = re.compile(r"\n(?=[ \t\r]*+\n)")
# Pages that declare these are meant as Windows-1252: browsers read them so too (WHATWG, Encoding).
_MEANT_AS_WINDOWS = frozenset({"iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii"})
# For a page with more tags the parser takes quadratic time: it is read by its tags alone.
_MOST_TAGS = 60_000
_MOST_INLINE = 2_000
_BLOCK = re.compile(r"</?(?:p|div|li|td|tr|h[1-6]|section|article|ul|ol|table|br|script)\b", re.IGNORECASE)
_LEAST_KEPT = 0.9
_LINE_TAGS = ("p", "head", "item", "list", "quote", "row", "cell", "table", "lb", "code", "div", "ab")
_DATES = {
    "original_date": True,
    "extensive_search": False,  # only what is marked as the date of the page
    "min_date": "1800-01-01",
    "max_date": "2200-01-01",  # otherwise it is the clock's
}
_SILENCE = logging.NullHandler()


class Page(NamedTuple):
    """The text of a page, one paragraph per line, its metadata, its words, and how it was read."""

    text: str
    title: str | None
    date: str | None
    url: str | None
    words: int
    note: str


def sniff(head: bytes, suffix: str) -> bool:
    """Whether a file that begins with these bytes is an HTML page, in any encoding.

    A piece of a page is known by the file's suffix alone, if there are tags in it.
    """
    if suffix in SUFFIXES and b"<" in head:
        return True
    letters = head.replace(b"\0", b"")  # every second byte of UTF-16
    return is_page(letters.lstrip(b"\xef\xbb\xbf\xfe\xff").decode("latin-1"))


def is_page(text: str) -> bool:
    """Whether a text begins as an HTML page does."""
    return bool(_PAGE.match(text[:_HEAD]))


def read_piece(text: str) -> str | None:
    r"""The text of a piece of a page, without its tags, one line per block; None for a text that is none.

    >>> read_piece("<h1>Floods</h1>\n<p>The <b>river</b> rose.</p>")
    'Floods\n\nThe river rose.'
    >>> read_piece("The <p> tag begins a paragraph.")
    """
    least = 1 if _BEGINS.match(text) else _LEAST_ENDS
    if len([*islice(_END_OF_BLOCK.finditer(text), least)]) < least:
        return None
    return text_lines(_BLANK_LINE.sub("<br>", text)).strip("\n")


def read(path: Path, *, declared: str | None = None) -> Iterator[Article]:
    """Read one saved page as one article; `Article.text` is its main text, `note` says how much that is.

    Args:
        path: the file.
        declared: the encoding that metadata gives for it, tried after UTF-8 and before the page's own.

    Raises:
        ValueError: the bytes are not text, or the page has no text; the message says why.
        OSError: the file cannot be read.
    """
    data = path.read_bytes()
    markup, encoding = decode(data, declared=declared or _charset(data))
    page = main_text(markup)
    if not page.text:
        raise ValueError("a web page without text")
    yield Article(
        article_id="",
        source="",
        text=page.text,
        title=page.title,
        date=page.date,
        url=page.url,
        encoding=encoding,
        page_words=page.words,
        note=page.note,
    )


def main_text(markup: str) -> Page:
    """Find the main text of a page; if trafilatura finds none, take all of its text, line by line.

    The precise mode is used unless it loses more than a tenth of the words that the balanced mode finds:
    sometimes it takes paragraphs with links for lists of links.
    """
    whole = text_lines(markup).strip("\n")
    about, *found = _documents(markup) if _is_simple(markup) else [None]
    texts = [_body_lines(document.body) for document in found if document]
    words = [len(text.split()) for text in texts]
    if any(words):
        text = texts[0] if words[0] >= _LEAST_KEPT * words[-1] else texts[-1]
        note = f"web page: {len(text.split()):,} of its {len(whole.split()):,} words are its main text"
    else:
        text, note = whole, "web page: no article was found, all its text was taken, line by line"
    known = (about.title, about.date, about.url) if about else (None, None, None)
    return Page(text, *known, len(whole.split()), note)


def _is_simple(markup: str) -> bool:
    if markup.count("<") > _MOST_TAGS:
        return False
    return all(piece.count("<") <= _MOST_INLINE for piece in _BLOCK.split(markup))


def _documents(markup: str) -> list["Document | None"]:
    """The metadata of a page, and the text that trafilatura finds in its precise and balanced mode."""
    with extra("html"):
        import trafilatura  # noqa: PLC0415  # slow to import, and most corpora hold no page

    for name in ("trafilatura", "htmldate"):  # the load report says what matters
        logging.getLogger(name).addHandler(_SILENCE)
    try:
        tree = trafilatura.load_html(mark_quotations(markup))
        if tree is None:
            return [None]
        keep_article(tree)
        about = trafilatura.extract_metadata(tree, date_config=_DATES)
        found = (
            trafilatura.bare_extraction(tree, include_comments=False, favor_precision=precise)
            for precise in (True, False)
        )
        return [about, *(document for document in found if not isinstance(document, dict))]
    except Exception:  # noqa: BLE001 - a page may break the parser in any way, and still has its text
        return [None]


def _body_lines(body: Any) -> str:  # noqa: ANN401 - an element of lxml, which has no types
    """The text of an extracted tree, one line per block."""
    for element in body.iter():
        element.text = " ".join((element.text or "").splitlines())
        element.tail = " ".join((element.tail or "").splitlines())
    for element in body.iter(*_LINE_TAGS):
        element.text = f"\n{element.text}"
        element.tail = f"\n{element.tail}"
    lines = (" ".join(line.split()) for line in "".join(body.itertext()).split("\n"))
    return "\n".join(filter(None, lines))


def _charset(data: bytes) -> str | None:
    """The encoding that the head of a page declares."""
    found = _CHARSET.search(data[:_HEAD])
    name = found[1].decode("ascii") if found else None
    return "cp1252" if name and name.lower() in _MEANT_AS_WINDOWS else name


# ------------------------------------------------------------------------------- by its tags alone

# A tag ends at the next ">" or where another begins, so every page is read in one pass.
_TOKEN = re.compile(r"<!--|-->|<!\[CDATA\[|\]\]>|<(/?)([A-Za-z][A-Za-z0-9]{0,15})[^<>]*>?|<[!?][^<>]*>?")
_SILENT = frozenset({"script", "style", "noscript", "template", "head", "svg", "textarea", "select"})
_INLINE = frozenset(
    """
    a abbr acronym b big bdi bdo cite code del dfn em font i ins kbd mark nobr q s samp small span strike
    strong sub sup time tt u var wbr
    """.split()  # noqa: SIM905 - a list of 34 strings would be a page
)


def text_lines(markup: str) -> str:
    r"""The text between the tags, one line per block, without scripts, styles, comments and the head.

    >>> text_lines("<div>The <b>council</b> met.<p>It voted.</div>").split("\n")
    ['', 'The council met.', 'It voted.', '']
    """
    return "\n".join(" ".join(line.split()) for line in "".join(_texts(markup)).split("\n"))


def _texts(markup: str) -> Iterator[str]:
    silent, end = "", 0  # silent: what must end before text is shown again
    for token in _TOKEN.finditer(markup):
        if not silent:
            # Only tags end a line.
            yield html.unescape(" ".join(markup[end : token.start()].splitlines())).replace("\n", " ")
        end = token.end()
        closing, tag = token[1], (token[2] or "").lower()
        if silent:
            silent = "" if token[0] == silent or (closing and tag == silent) else silent
        elif token[0] == "<!--":
            silent = "-->"
        elif tag in _SILENT and not closing:
            silent = tag
        elif tag and tag not in _INLINE:
            yield "\n"
    if not silent:
        yield html.unescape(" ".join(markup[end:].splitlines())).replace("\n", " ")
