"""Term lists that other programs write: LIWC's ``.dic`` and ``.dicx``, CSV tables, plain lists.

LIWC ignores case, so its terms are changed to lower case. Tables and LIWC files may list a term twice, and
may list signs without a letter or digit (emoticons), which are not words here. Both are skipped.
"""

import csv
import re
from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from analysis.errors import LexiconError, listed

__all__ = ["Contents", "Entry", "read_csv", "read_dic", "read_dicx", "read_lines"]

_CONDITION, _ELSE = re.compile(r"\([^()]*\)"), re.compile(r"(?<=\d)/\d+")
_OF = "<of>"
# Names of the columns of long tables; tidytext's lists, which quanteda reads, say "sentiment".
_TERMS, _CATEGORIES = ("term", "word"), ("category", "sentiment")
_MARKED = frozenset({"x", "1", "1.0", "true", "yes", "y"})
_UNMARKED = frozenset({"", "0", "0.0", "false", "no", "n", "na", "nan"})


class Entry(NamedTuple):
    """A term as written, its category, and where it is: ``on line 7``."""

    text: str
    category: str
    where: str


class Contents(NamedTuple):
    """The contents of a file: its terms in order, and explanations of its categories."""

    entries: list[Entry]
    explain: dict[str, str]


def read_dic(text: str, name: str) -> Contents:
    """The terms of a LIWC dictionary.

    Between two lines of ``%`` are the numbers and names of the categories, indented by tabs if nested. Below
    are the terms, each with the numbers of its categories. All line ends, tabs or spaces, and leading zeros
    are accepted. A term may be a phrase; before a tab, a number that no category has is part of it (``catch
    22``). Conditional entries of LIWC 2007 depend on words next to the term: lines with ``<of>`` are left
    out, conditions in brackets are ignored, and the explanations of the categories say so.

    Raises:
        LexiconError: two lines of ``%`` are missing, two categories have one number, or a term has no
            category or an unknown one.
    """
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    bars = [place for place, (_, line) in enumerate(lines) if line.strip() == "%"]
    if len(bars) < 2:
        raise LexiconError(
            f"{name} has no categories", allowed="a .dic file lists them between two lines of %"
        )
    categories = _dic_categories(lines[bars[0] + 1 : bars[1]], name)
    terms = lines[bars[1] + 1 :]
    return Contents(_fold_case(_dic_entries(terms, categories, name)), _conditions(terms, categories))


def _dic_categories(lines: Iterable[tuple[int, str]], name: str) -> dict[str, str]:
    """Category numbers to paths; a line with more tabs before it is nested in the one above."""
    paths: dict[str, str] = {}
    above: list[str] = []
    for number, line in lines:
        key, *title = line.split()
        if not key.isdecimal() or not title:
            raise LexiconError(
                f"{name}, line {number}: {line.strip()!r} is not a category",
                allowed="a number, a tab and a name",
            )
        if key.lstrip("0") in paths:
            raise LexiconError(
                f"{name}, line {number}: category number {key} occurs twice", todo="renumber one"
            )
        depth = len(line) - len(line.lstrip("\t"))
        above = [*above[:depth], " ".join(title)]
        paths[key.lstrip("0")] = "/".join(above)
    return paths


def _dic_entries(lines: Iterable[tuple[int, str]], categories: dict[str, str], name: str) -> Iterator[Entry]:
    """The terms below the categories, one entry per category of a term."""
    for number, line in lines:
        if _OF in line:
            continue
        words, keys = _dic_line(line, categories)
        if not keys or not all(key in categories for key in keys):
            raise LexiconError(
                f"{name}, line {number}: {line.strip()!r} has no category or an unknown one",
                allowed=f"numbers of categories: {listed(categories)}",
            )
        for key in keys:
            yield Entry(" ".join(words), categories[key], f"on line {number}")


def _dic_line(line: str, categories: Container[str]) -> tuple[list[str], list[str]]:
    """The words of a term and the numbers of its categories, without leading zeros."""
    plain = _CONDITION.sub(" ", line)
    if plain != line:
        plain = _ELSE.sub("", plain)
    head, tab, tail = plain.strip().partition("\t")
    words, keys = head.split(), [key.lstrip("0") for key in tail.split()]
    before: list[str] = []
    while len(words) > 1 and words[-1].isdecimal() and (not tab or words[-1].lstrip("0") in categories):
        before.append(words.pop().lstrip("0"))
    return words, [*reversed(before), *keys]


def _conditions(lines: Iterable[tuple[int, str]], categories: Mapping[str, str]) -> dict[str, str]:
    """What happened to conditional entries, for the explanation of each of their categories."""
    notes: dict[str, list[str]] = {}
    for number, line in lines:
        if _OF in line or _CONDITION.search(line):
            words, _ = _dic_line(line.replace(_OF, " "), ())
            fate = "left out" if _OF in line else "counted in any company"
            note = f'"{words[0] if words else ""}" has a condition on line {number} and is {fate}.'
            for key in {key.lstrip("0"): None for key in re.findall(r"\d+", _CONDITION.sub("", line))}:
                if key in categories:
                    notes.setdefault(categories[key], []).append(note)
    return {category: " ".join(own) for category, own in notes.items()}


def read_dicx(text: str, name: str) -> Contents:
    """The terms of a LIWC-22 dictionary: a CSV table in lower case."""
    return Contents(_fold_case(read_csv(text, name).entries), {})


def read_csv(text: str, name: str) -> Contents:
    """The terms of a table with a header, separated by commas, semicolons or tabs.

    Either two of the columns are ``term`` (or ``word``) and ``category`` (or ``sentiment``). Or the first
    column is the term and each other column a category whose terms are marked: X, 1, yes or true. Weights
    are refused, because terms are counted and all count the same.

    Raises:
        LexiconError: the table has fewer than two columns, a row has more cells than the header, a cell has
            something other than a mark, or it is not a table.
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
    return Contents(_without_duplicates(_table_entries(rows[0][1], rows[1:], name)), {})


def _table_entries(header: list[str], rows: Iterable[tuple[int, list[str]]], name: str) -> Iterator[Entry]:
    """The terms of a table, long or wide."""
    names = [cell.casefold() for cell in header]
    term, category = (next((n for n in known if n in names), None) for known in (_TERMS, _CATEGORIES))
    for number, row in rows:
        if any(row[len(header) :]):
            raise LexiconError(
                f"{name}, line {number}: {len(row)} cells below a header of {len(header)}",
                todo="put a term that holds a comma in quotes",
            )
        cells = [*row, *[""] * (len(header) - len(row))]
        if term and category:
            yield Entry(cells[names.index(term)], cells[names.index(category)], f"on line {number}")
        else:
            yield from _marked_entries(cells, header, number, name)


def _marked_entries(cells: list[str], header: list[str], number: int, name: str) -> Iterator[Entry]:
    """The entries of a row of a wide table, one per mark."""
    for category, cell in zip(header[1:], cells[1:], strict=False):
        if cell.casefold() in _MARKED:
            yield Entry(cells[0], category, f"on line {number}")
        elif cell.casefold() not in _UNMARKED:
            raise LexiconError(
                f'{name}, line {number}: "{cell}" in column "{category}" is not a mark',
                allowed="X, 1, yes or true for a term of the category, empty or 0 for others",
            )


def read_lines(text: str, name: str) -> Contents:
    """One term per line; lines that begin with ``#`` are comments. The category is the name of the file."""
    category = Path(name).stem
    entries = [
        Entry(line, category, f"on line {number}")
        for number, line in enumerate(text.splitlines(), 1)
        if line.strip() and not line.startswith("#")
    ]
    return Contents(entries, {})


def _fold_case(entries: Iterable[Entry]) -> list[Entry]:
    """The entries in lower case, each once."""
    return _without_duplicates(entry._replace(text=entry.text.lower()) for entry in entries)


def _without_duplicates(entries: Iterable[Entry]) -> list[Entry]:
    """The entries, each once, without those that hold no letter or digit."""
    worded = (entry for entry in entries if any(map(str.isalnum, entry.text)))
    return list({(entry.text, entry.category): entry for entry in worded}.values())
