"""Patterns of a user's own: `cleaning.toml` in a corpus folder says what else is no part of the articles.

    repeated = false                  # keep what a source repeats; true if left out

    [remove]
    "*" = ["Send us your pictures of the tide"]               # all sources
    "The Post" = ["re: Our reader of the week: .{0,60}"]      # one source

An entry is plain words, in which case and blanks do not matter, or a regular expression after ``re:``. An
expression that could be slow is refused: repetitions have an upper bound, and none is inside another.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import prod
from pathlib import Path
from typing import Any

from analysis.errors import CorpusError

__all__ = ["NAME", "OwnPatterns", "describe", "load"]

NAME = "cleaning.toml"
_EXPRESSION = "re:"
_EVERY_SOURCE = "*"
_MOST_WAYS = 10_000  # in which the repetitions of one expression may divide a text
_ESCAPED_OR_CLASS = re.compile(r"\\.|\[\^?\]?(?:[^\]\\]|\\.){0,200}\]")
_COUNTED = re.compile(r"\{(\d{0,6}),?(\d{0,6})\}")


@dataclass(frozen=True, slots=True)
class OwnPatterns:
    """What `cleaning.toml` says.

    Attributes:
        repeated: whether what a source repeats is removed.
        remove: source, or ``*`` for all -> the pattern of what is removed.
    """

    repeated: bool = True
    remove: Mapping[str, re.Pattern[str]] | None = None

    def find(self, source: str, text: str) -> list[str]:
        """All that the patterns of a source find in a text."""
        patterns = self.remove or {}
        own = [patterns[key] for key in (_EVERY_SOURCE, source) if key in patterns]
        return [found[0] for pattern in own for found in pattern.finditer(text) if found[0].strip()]


def load(folder: Path) -> OwnPatterns:
    """Read `cleaning.toml` of a corpus folder; without it, nothing is removed.

    Raises:
        CorpusError: it is not TOML, has an unknown setting, or an expression that is wrong or could be slow.
    """
    path = folder / NAME
    if not path.is_file():
        return OwnPatterns()
    try:
        settings: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise CorpusError(f"{path} is not TOML: {error}") from None
    if unknown := sorted(settings.keys() - {"repeated", "remove"}):
        raise CorpusError(f'{path}: unknown setting "{unknown[0]}"', allowed="known: repeated, remove")
    if not isinstance(repeated := settings.get("repeated", True), bool):
        raise CorpusError(f"{path}: repeated = {repeated!r}", allowed="true or false")
    remove = settings.get("remove", {})
    if not isinstance(remove, dict):
        raise CorpusError(f"{path}: remove = {remove!r}", allowed="a table: source = [patterns]")
    return OwnPatterns(repeated, {source: _compile(path, source, own) for source, own in remove.items()})


def _compile(path: Path, source: str, entries: Any) -> re.Pattern[str]:  # noqa: ANN401  # what TOML gives
    if not isinstance(entries, list) or not all(isinstance(one, str) and one.strip() for one in entries):
        raise CorpusError(
            f'{path}: remove for "{source}" = {entries!r}', allowed="a list of texts, none empty"
        )
    return re.compile("|".join(f"(?:{part})" for part in _translate(path, entries)), re.IGNORECASE)


def _translate(path: Path, entries: Sequence[str]) -> Iterator[str]:
    for entry in entries:
        if not entry.startswith(_EXPRESSION):
            yield r"\s{1,9}".join(map(re.escape, entry.split()))
            continue
        expression = entry.removeprefix(_EXPRESSION).strip()
        try:
            re.compile(expression)
        except re.error as error:
            raise CorpusError(f'{path}: "{entry}" is no regular expression: {error}') from None
        if problem := _explain_slowness(expression):
            raise CorpusError(
                f'{path}: "{entry}" could be slow: {problem}',
                allowed=f"? and {{m,n}} after single signs or classes, at most {_MOST_WAYS:,} ways in all",
                todo="write .{0,80} for .*, and repeat no group",
            )
        yield expression


def _explain_slowness(expression: str) -> str:
    """Why an expression may take long; empty for one that cannot."""
    bare = _ESCAPED_OR_CLASS.sub("x", expression)
    counted = _COUNTED.findall(bare)
    ways = prod(1 + int(most or least or 0) - (int(least or 0) if most else 0) for least, most in counted)
    reasons = (
        ("*" in bare or "+" in bare or re.search(r"\{\d*,\}", bare), "* and + have no upper bound"),
        (re.search(r"\)\{", bare), "a group is repeated"),
        (re.search(r"\\[1-9]|\(\?P=", expression), "it refers back to a group"),
        (ways > _MOST_WAYS, f"its repetitions divide a text in up to {ways:,} ways"),
    )
    return next((reason for holds, reason in reasons if holds), "")


def describe(folder: Path) -> str:
    """What a key of measured tables says of the settings: their text, empty without them."""
    path = folder / NAME
    return path.read_text(encoding="utf-8-sig") if path.is_file() else ""
