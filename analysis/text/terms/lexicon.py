"""Term lists: which terms are counted, in which category, and why.

A term list is a YAML file in the format of quanteda's dictionaries: categories, nested as deep as needed,
that end in lists of terms. A category with one term may give it without a list, as quanteda writes it. A term
is a word or a phrase and is split into words like a text: whatever is copied from an article is found there
again. Punctuation, including the characters of regular expressions, has no special meaning. Only ``*`` stands
for any number of letters and digits, and ``?`` for exactly one.

The comment lines directly above a category are its explanation. Prose in a comment does not become a term, so
quanteda and people can still read the file.

::

    diplomacy:
      # What is done to keep talks going.
      # Misses silent diplomacy.
      engagement:
      - talks
      - reach* out
"""

import codecs
import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from analysis import project
from analysis.errors import LexiconError, listed
from analysis.project import expand_home
from analysis.text.segmentation.words import word_spans
from analysis.text.terms.formats import Contents, Entry, read_csv, read_dic, read_dicx, read_lines
from analysis.text.terms.quanteda import read_yaml

if TYPE_CHECKING:
    from analysis.corpus import Corpus

__all__ = [
    "SHIPPED",
    "Lexicon",
    "Term",
    "find_for_corpus",
    "from_categories",
    "load",
    "load_for_corpus",
    "parse",
]

SHIPPED = Path(__file__).resolve().parent / "data" / "framing.yml"
_MAX_BYTES = 2_000_000
_MAX_WORDS = 100  # per term
_READERS: Mapping[str, Callable[[str, str], Contents]] = {
    ".yml": read_yaml,
    ".yaml": read_yaml,
    ".dic": read_dic,
    ".dicx": read_dicx,
    ".csv": read_csv,
    ".txt": read_lines,
}
# The signs inside words that are replaced when an article is made canonical.
_ONE_FOR_ONE = str.maketrans(
    {
        **dict.fromkeys("‘’‛`´ʼʹ＇", "'"),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", ""),
    }
)
# Half a character: an escape can name it, but no text can contain it.
_HALF = re.compile("[\ud800-\udfff]")
# Letters that no text has (Hangul fillers) replace wildcards, so that these do not separate words.
_AS_LETTERS = str.maketrans("*?", "\u115f\u1160")


class Term(NamedTuple):
    """A term in canonical text, and the path of its category: ``diplomacy/engagement``."""

    text: str
    category: str

    @property
    def words(self) -> tuple[str, ...]:
        """The words that are searched, one after the other, wildcards included."""
        return _split(self.text)

    @property
    def spellings(self) -> tuple[tuple[str, ...], ...]:
        """The words, and those that ``_`` joins, as quanteda and R write phrases: ``human_rights``."""
        return (self.words, _split(self.text.replace("_", " "))) if "_" in self.text else (self.words,)


def _split(text: str) -> tuple[str, ...]:
    """The words of a term, wildcards included."""
    lettered = text.translate(_AS_LETTERS)
    return tuple(text[start:end] for start, end in word_spans(lettered, 0, len(lettered)))


@dataclass(frozen=True)
class Lexicon:
    """A valid term list: no term is empty, and none is twice in one category.

    Two lexicons with the same `canonical` count the same: they are equal and have the same hash.

    Attributes:
        terms: every term with its category, in the order of the file.
        explain: category -> its explanation; categories without one are missing.
        canonical: the terms as one JSON text: what to hash for a content key.
    """

    terms: tuple[Term, ...] = field(compare=False)
    explain: Mapping[str, str] = field(compare=False, default_factory=dict)
    canonical: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Derive the canonical form."""
        object.__setattr__(self, "canonical", json.dumps(self.terms, ensure_ascii=False))

    @property
    def categories(self) -> list[str]:
        """The categories that hold terms, in the order of the file."""
        return list(dict.fromkeys(term.category for term in self.terms))


def load(path: Path) -> Lexicon:
    """Read a term list; the suffix of the file decides the format.

    Raises:
        LexiconError: the file is missing, too large, in an unknown format or encoding, or not a term
            list; the message names the line.
    """
    if not path.is_file():
        others = sorted(p.name for p in path.parent.glob("*") if p.suffix.lower() in _READERS)
        raise LexiconError(
            f'term list "{path.name}" is not in {path.parent.resolve()}',
            allowed=f"term lists there: {listed(others)}",
            todo=f"give the path of a file that ends in one of: {listed(_READERS)}",
        )
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise LexiconError(
            f'term list "{path}" ends in "{path.suffix}"', allowed=f"known are {listed(_READERS)}"
        )
    size = path.stat().st_size
    if size > _MAX_BYTES:
        raise LexiconError(
            f'term list "{path}" has {size:,} bytes', allowed=f"at most {_MAX_BYTES:,} are read"
        )
    contents = reader(_decode(path), str(path))
    return _assemble(contents.entries, contents.explain, str(path))


def load_for_corpus(corpus: "Corpus", path: str = "") -> Lexicon:
    """Read the term list that `find_for_corpus` finds.

    Raises:
        LexiconError: see `load`.
    """
    return load(find_for_corpus(corpus, path))


def find_for_corpus(corpus: "Corpus", path: str = "") -> Path:
    """The file of a term list: the one at `path`, or else lexicon.yml of the corpus, or else the shipped one.

    A path is looked for from the working directory, the project's folder and the corpus's folder.
    """
    if not path:
        own = corpus.folder / "lexicon.yml"
        return own if own.is_file() else SHIPPED
    here = expand_home(path)
    if here.is_file():
        return here
    places = (project.root() / path, corpus.folder / path)
    return next((place for place in places if place.is_file()), here)


def parse(text: str, *, name: str = "term list") -> Lexicon:
    """Read a term list from YAML text; `name` is what messages call it.

    Raises:
        LexiconError: see `load`.
    """
    contents = read_yaml(text, name)
    return _assemble(contents.entries, contents.explain, name)


def from_categories(categories: Mapping[str, Iterable[str]], *, name: str = "terms") -> Lexicon:
    """Make a lexicon from categories and their terms, under the same rules as a file.

    >>> lexicon = from_categories({"talks": ["negotiat*", "reach* out"], "pressure": ["sanctions"]})
    >>> lexicon.categories
    ['talks', 'pressure']
    >>> lexicon.terms[1].words
    ('reach*', 'out')

    Raises:
        LexiconError: a term is empty, only wildcards, or twice in its category.
    """
    entries = (
        Entry(term, category, f"(number {number})")
        for category, terms in categories.items()
        for number, term in enumerate(terms, 1)
    )
    return _assemble(entries, {}, name)


def _assemble(entries: Iterable[Entry], explain: Mapping[str, str], name: str) -> Lexicon:
    """Make a lexicon of the entries after checking each of them."""
    seen: dict[tuple[str, ...], str] = {}
    terms = []
    for text, category, where in entries:
        term = Term(_normalise(text), category)
        words = term.words
        _check(term, words, f"{where} in {name}")
        if known := seen.get((category, *words)):
            raise LexiconError(
                f'term "{term.text}" {where} in {name} is already in "{category}" {known}',
                todo="delete one of the two",
            )
        seen[category, *words] = where
        terms.append(term)
    return Lexicon(tuple(terms), explain)


def _check(term: Term, words: tuple[str, ...], where: str) -> None:
    """Refuse a term that cannot be counted."""
    if _HALF.search(f"{term.text}{term.category}"):
        raise LexiconError(
            f"term {term.text!a} in {term.category!a} {where} contains half of a surrogate pair",
            allowed="characters above \\uffff are written as themselves, or as \\U and eight digits",
        )
    if not (term.text and term.category):
        raise LexiconError(
            f'"{term.text}" in "{term.category}" {where} is an empty term or category',
            todo="delete the line",
        )
    if len(words) > _MAX_WORDS:
        raise LexiconError(
            f'term "{term.text[:40]}…" {where} has {len(words)} words', allowed=f"at most {_MAX_WORDS}"
        )
    if not any(map(str.isalnum, "".join(words))):
        raise LexiconError(
            f'term "{term.text}" {where} would match nothing or everything',
            allowed="a term needs a letter or digit besides its wildcards",
        )


def _decode(path: Path) -> str:
    """The text of a file: UTF-8 or UTF-16; older encodings are allowed, but not for YAML."""
    data = path.read_bytes()
    try:
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return data.decode("utf-16")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if _READERS[path.suffix.lower()] is read_yaml:
            raise LexiconError(
                f'term list "{path}" is not UTF-8 (byte {error.start})', todo="save it as UTF-8"
            ) from error
    try:
        # Only the old Macintosh ended lines with CR alone.
        return data.decode("mac_roman" if b"\r" in data and b"\n" not in data else "cp1252")
    except UnicodeDecodeError as error:
        raise LexiconError(
            f'term list "{path}" is neither UTF-8 nor Windows-1252 (byte {error.start})',
            todo="save it as UTF-8",
        ) from error


def _normalise(text: str) -> str:
    """A term in canonical text like that of articles, with single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_ONE_FOR_ONE).split())
