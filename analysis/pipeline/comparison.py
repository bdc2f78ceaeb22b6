"""Two versions of one text file, compared number by number and word by word."""

import csv
import io
import math
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from analysis.errors import listed

__all__ = ["TOLERANCE", "Difference", "compare", "describe", "is_text"]

# Relative to the larger of two numbers: what other versions of numerical libraries may change.
TOLERANCE = 1e-6
_NOTHING = ("nothing", "")
_ZERO = 1e-12  # numbers closer than this are equal: noise around zero has no scale
_TEXT = {".bib", ".csv", ".html", ".json", ".md", ".tex", ".txt", ".yml"}
_CELL = 1 << 20  # characters of one cell of a CSV file
# Anything that starts with a digit is one token, so that the version 2.3.1 is not taken for numbers.
_TOKEN = re.compile(r"(?<![\w.])([-−+]?\d(?:[\w.,]*\w)?(?:(?<=[eE])[+-]\d+)?)")
_WHOLE = re.compile(r"[-−+]?(?:\d+|\d{1,3}(?:,\d{3})+)")
_NUMBER = re.compile(r"[-−+]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?(?:[eE][+-]?\d+)?")


class Difference(NamedTuple):
    """A place at which two files differ: what stands there in each, and the article of that row."""

    place: str
    before: str
    now: str
    article_id: str = ""

    @property
    def size(self) -> float:
        """The difference of two numbers relative to the larger; infinite for anything else."""
        a, b = _number(self.before), _number(self.now)
        return math.inf if a is None or b is None else abs(a - b) / (max(abs(a), abs(b)) or 1)


def is_text(name: str) -> bool:
    """Whether files of this name hold text, which can be compared by value."""
    return Path(name).suffix in _TEXT


def compare(before: Path, now: Path, versions: Collection[tuple[str, str]] = ()) -> list[Difference]:
    """The places at which two text files differ by more than `TOLERANCE`.

    Args:
        before: one file.
        now: the other.
        versions: pairs of version numbers of one library, the former in `before`, the latter in `now`.
    """
    old, new = dict(_read(before)), dict(_read(now))
    found = []
    for place in dict.fromkeys((*old, *new)):
        (was, article), (is_now, article_now) = old.get(place, _NOTHING), new.get(place, _NOTHING)
        if tokens := _first_difference(was, is_now, versions):
            found.append(Difference(place, *tokens, article_now or article))
    return found


def describe(differences: Collection[Difference]) -> str:
    """How many places differ, which differs most, and whose articles these are; empty for none."""
    if not differences:
        return ""
    most = max(differences, key=lambda one: one.size)
    articles = list(dict.fromkeys(one.article_id for one in differences if one.article_id))
    size = f", by {most.size:.2g} of it" if math.isfinite(most.size) else ""
    count = "1 place differs" if len(differences) == 1 else f"{len(differences)} places differ, most"
    return (
        f"{count}: {most.place}: {_shorten(most.before)} → {_shorten(most.now)}{size}"
        f"{f'; articles: {listed(articles)}' if articles else ''}"
    )


def _shorten(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"


def _first_difference(before: str, now: str, versions: Collection[tuple[str, str]]) -> tuple[str, str] | None:
    """The first tokens that differ between two texts, or the texts if they have different numbers of them."""
    if before == now:
        return None
    old, new = _TOKEN.split(before), _TOKEN.split(now)
    if len(old) != len(new):
        return before, now
    pairs = zip(old, new, strict=True)
    return next((p for p in pairs if p[0] != p[1] and p not in versions and not _is_close(*p)), None)


def _is_close(one: str, other: str) -> bool:
    """Whether two texts are one number within `TOLERANCE`; two whole numbers have to be equal."""
    a, b = _number(one), _number(other)
    if a is None or b is None or (_WHOLE.fullmatch(one) and _WHOLE.fullmatch(other)):
        return False
    return math.isclose(a, b, rel_tol=TOLERANCE, abs_tol=_ZERO)


def _number(text: str) -> float | None:
    if not _NUMBER.fullmatch(text):
        return None
    return float(text.replace(",", "").replace("−", "-"))


def _read(path: Path) -> Iterator[tuple[str, tuple[str, str]]]:
    """Each cell of a CSV file, or each line of another text: where it is -> its text, and its article."""
    text = path.read_text(encoding="utf-8", errors="replace")
    try:
        yield from _cells(text) if path.suffix == ".csv" else _lines(text)
    except csv.Error:
        yield from _lines(text)


def _lines(text: str) -> Iterator[tuple[str, tuple[str, str]]]:
    for number, line in enumerate(text.split("\n"), 1):
        name = re.match(r'\s*"([^"]+)": ', line)  # as every number has a line in JSON
        yield f"line {number}{f' ({name[1]})' if name else ''}", (line, "")


def _cells(text: str) -> Iterator[tuple[str, tuple[str, str]]]:
    usual = csv.field_size_limit(_CELL)
    try:
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
    finally:
        csv.field_size_limit(usual)
    yield "header", (text.partition("\n")[0], "")
    seen: dict[str, int] = {}
    for row in rows:
        label = row.get("article_id") or " · ".join(
            str(cell)
            for cell in row.values()
            if cell and not _NUMBER.fullmatch(str(cell)) and len(str(cell)) < 60
        )
        place = label
        while place in seen:  # a label may look like a numbered one, and each row needs a place of its own
            seen[label] += 1
            place = f"{label} ({seen[label]})"
        seen[place] = 1
        for column, cell in row.items():
            yield f"{place}, {column}", (str(cell), row.get("article_id") or "")
