"""By how much two outputs of one name differ, and which articles did it."""

import csv
import io
import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

__all__ = ["TOLERANCE", "Move", "compared", "moves"]

# Relative, of the larger of two numbers: what other versions of numerical libraries may move.
TOLERANCE = 1e-6
_DATA = {".csv", ".json"}
_ABOUT = {"key", "version", "versions"}  # they say how something was made, not what came out
_LINE = 1 << 20  # characters of one cell of a CSV file


class Move(NamedTuple):
    """A value that is not what it was: where it stands, what it was and is, and whose article it is."""

    where: str
    before: str
    now: str
    article_id: str = ""

    @property
    def by(self) -> float:
        """The relative difference of two numbers; infinite where one is no number, or a row came or went."""
        return _apart(self.before, self.now)


def compared(name: str) -> bool:
    """Whether an output holds data, which can be compared by value, and not by bytes alone."""
    return Path(name).suffix in _DATA


def moves(before: Path, now: Path) -> list[Move]:
    """The values that moved by more than `TOLERANCE` between two files of data."""
    read = _csv if now.suffix == ".csv" else _json
    old, new = dict(read(before)), dict(read(now))
    nothing = ("nothing", "")
    pairs = ((where, old.get(where, nothing), new.get(where, nothing)) for where in sorted({*old, *new}))
    return [
        Move(where, was, now_is, whose or whose_before)
        for where, (was, whose_before), (now_is, whose) in pairs
        if _apart(was, now_is) > TOLERANCE
    ]


def _csv(path: Path) -> Iterator[tuple[str, tuple[str, str]]]:
    """Each cell: its row and column -> its text, and the row's article; of what is no CSV, all as one."""
    text = path.read_text(encoding="utf-8", errors="replace")
    csv.field_size_limit(_LINE)
    seen: dict[str, int] = {}
    try:
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
    except csv.Error as error:
        yield f"the file ({error})", (text, "")
        return
    for row in rows:
        label = _label(row)
        seen[label] = seen.get(label, 0) + 1
        place = label if seen[label] == 1 else f"{label} ({seen[label]})"
        for column, cell in row.items():
            yield f"{place}, {column}", (str(cell), row.get("article_id") or "")


def _label(row: dict[str, Any]) -> str:
    """What tells a row from the others: its article, or its texts."""
    if row.get("article_id"):
        return str(row["article_id"])
    return " · ".join(str(v) for v in row.values() if v and not _number(str(v)) and len(str(v)) < 60)


def _json(path: Path) -> Iterator[tuple[str, tuple[str, str]]]:
    try:
        value = json.loads(path.read_text(encoding="utf-8", errors="replace"))
    except (ValueError, RecursionError):
        value = path.read_text(encoding="utf-8", errors="replace")
    for where, leaf in _leaves(value, ""):
        yield where, (leaf, "")


def _leaves(value: Any, where: str) -> Iterator[tuple[str, str]]:  # noqa: ANN401  # any JSON value
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in _ABOUT:
                yield from _leaves(inner, f"{where}.{key}".lstrip("."))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _leaves(inner, f"{where}[{number}]")
    else:
        yield where, json.dumps(value, ensure_ascii=False)


def _apart(before: str, now: str) -> float:
    """How far two values lie apart, relative to the larger; 0 where they are the same text."""
    if before == now:
        return 0.0
    a, b = _number(before), _number(now)
    if a is None or b is None:
        return math.inf
    return abs(a - b) / max(abs(a), abs(b))


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None
