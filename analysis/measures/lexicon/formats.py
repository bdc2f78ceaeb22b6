"""Term lists that other programs write: LIWC's ``.dic`` and ``.dicx``, CSV tables, plain lists.

LIWC folds case, so its terms are put in lower case. Tables and LIWC files may list a term twice,
which changes nothing, and signs without a letter or digit (emoticons), which are no word here; both
are passed over.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from analysis.errors import LexiconError, listed

__all__ = ["Contents", "Entry", "read_csv", "read_dic", "read_dicx", "read_lines"]

_CONDITION = re.compile(r"\([^()]*\)|(?<=\d)/\d+")
_CATEGORY, _TERMS = "category", ("term", "word")


class Entry(NamedTuple):
    """A term as found, its category, and where it stands: ``on line 7``."""

    text: str
    category: str
    where: str


class Contents(NamedTuple):
    """What a file holds: its terms in order, and explanations of its categories."""

    entries: list[Entry]
    explain: dict[str, str]


def read_dic(text: str, name: str) -> Contents:
    """The terms of a LIWC dictionary.

    Between two lines of ``%`` stand numbers and names of categories, indented by tabs where nested;
    below them terms, each with the numbers of its categories. Any line ends, tabs or blanks, and
    leading zeros will do, and a term may be a phrase. LIWC 2007's conditional entries depend on
    words beside the term: lines with ``<of>`` are left out, conditions in brackets are dropped.

    Raises:
        LexiconError: there are no two lines of ``%``, a term has no category or an unknown one.
    """
    lines = list(enumerate(text.splitlines(), 1))
    bars = [place for place, (_, line) in enumerate(lines) if line.strip() == "%"]
    if len(bars) < 2:
        raise LexiconError(
            f"{name} has no categories", allowed="a .dic file lists them between two lines of %"
        )
    categories = _dic_categories(lines[bars[0] + 1 : bars[1]], name)
    return _folded(_dic_entries(lines[bars[1] + 1 :], categories, name))


def _dic_categories(lines: Iterable[tuple[int, str]], name: str) -> dict[str, str]:
    """Category numbers to paths; a line with more tabs before it is nested in the one above."""
    paths: dict[str, str] = {}
    above: list[str] = []
    for number, line in lines:
        if not line.strip():
            continue
        key, *title = line.split()
        if not key.isdecimal() or not title:
            raise LexiconError(
                f"{name}, line {number}: {line.strip()!r} is no category",
                allowed="a number, a tab and a name",
            )
        depth = len(line) - len(line.lstrip("\t"))
        above = [*above[:depth], " ".join(title)]
        paths[key.lstrip("0")] = "/".join(above)
    return paths


def _dic_entries(lines: Iterable[tuple[int, str]], categories: dict[str, str], name: str) -> Iterator[Entry]:
    """The terms below the categories, one entry a category."""
    for number, line in lines:
        words = _CONDITION.sub(" ", line).split()
        keys: list[str] = []
        while len(words) > 1 and words[-1].isdecimal():
            keys.append(words.pop().lstrip("0"))
        if not words or "<of>" in line:
            continue
        unknown = [key for key in keys if key not in categories]
        if unknown or not keys:
            raise LexiconError(
                f"{name}, line {number}: {line.strip()!r} has no category or an unknown one",
                allowed=f"numbers of categories: {listed(categories)}",
            )
        for key in reversed(keys):
            yield Entry(" ".join(words), categories[key], f"on line {number}")


def read_dicx(text: str, name: str) -> Contents:
    """The terms of a LIWC-22 dictionary: a CSV table in lower case."""
    return _folded(read_csv(text, name).entries)


def read_csv(text: str, name: str) -> Contents:
    """The terms of a table with a header; commas, semicolons or tabs part its columns.

    Either two of the columns are ``term`` (or ``word``) and ``category``, or the first column is the
    term and each other column a category, whose terms are marked by anything but 0.

    Raises:
        LexiconError: the table has fewer than two columns, or is no table.
    """
    header, *_ = text.splitlines() or [""]
    table = csv.reader(text.splitlines(), delimiter=max(",;\t", key=header.count))
    try:
        rows = [(table.line_num, [cell.strip() for cell in row]) for row in table if row]
    except csv.Error as error:
        raise LexiconError(f"{name}, line {table.line_num}: {error}") from error
    if not rows or len(rows[0][1]) < 2:
        raise LexiconError(
            f"{name} has fewer than two columns", allowed="a term and its category, with a header"
        )
    return Contents(_once(_table_entries(rows[0][1], rows[1:])), {})


def _table_entries(header: list[str], rows: Iterable[tuple[int, list[str]]]) -> Iterator[Entry]:
    """The terms of a table, long or wide."""
    names = [cell.casefold() for cell in header]
    long = _CATEGORY in names and next((term for term in _TERMS if term in names), None)
    for number, row in rows:
        cells = [*row, *[""] * (len(header) - len(row))]
        where = f"on line {number}"
        if long:
            yield Entry(cells[names.index(long)], cells[names.index(_CATEGORY)], where)
        else:
            for category, cell in zip(header[1:], cells[1:], strict=False):
                if cell not in ("", "0"):
                    yield Entry(cells[0], category, where)


def read_lines(text: str, name: str) -> Contents:
    """One term a line; lines that begin with ``#`` are comments. The category is the file's name."""
    category = Path(name).stem
    entries = [
        Entry(line, category, f"on line {number}")
        for number, line in enumerate(text.splitlines(), 1)
        if line.strip() and not line.startswith("#")
    ]
    return Contents(entries, {})


def _folded(entries: Iterable[Entry]) -> Contents:
    """The entries in lower case, each once."""
    return Contents(_once(entry._replace(text=entry.text.lower()) for entry in entries), {})


def _once(entries: Iterable[Entry]) -> list[Entry]:
    """The entries, each once, without those that hold no letter or digit."""
    worded = (entry for entry in entries if any(map(str.isalnum, entry.text)))
    return list({(entry.text, entry.category): entry for entry in worded}.values())
