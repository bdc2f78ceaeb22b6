"""What a line is by its wording alone: a set phrase, or a pattern of `patterns`, `cased` or `mentions`."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from analysis.cleaning.cased import CASED
from analysis.cleaning.mentions import WORDINGS
from analysis.cleaning.patterns import OPENINGS
from analysis.cleaning.phrases import phrases

__all__ = ["LIMITS", "worded_as"]

Find = Callable[[str], re.Match[str] | None]
_NOTHING = "(?!)"

# The most words of a line that a rule's patterns are tried on: what they look for is short, and a
# paragraph that happens to open with the same words is not it.
LIMITS: Mapping[str, int] = {
    "code": 100_000,
    "cookie notice": 80,
    "video slug": 16,
    "player": 24,
    "gallery counter": 16,
    "share link": 24,
    "section": 40,
    "comment thread": 40,
    "comments": 24,
    "disclaimer": 80,
    "copyright": 60,
    "caption": 80,
    "credit": 24,
    "date": 16,
    "byline": 60,
    "related link": 40,
    "subscription": 80,
    "list heading": 10,
}
# Patterns are compiled together for short lines, for longer ones, and for lines of any length.
_SHORT, _LONG = 24, 80
_LEAST_TO_MENTION = 3
_WORDS = tuple(dict.fromkeys(word for pairs in WORDINGS.values() for word, _ in pairs))


def worded_as(text: str, folded: str, key: str, words: int) -> str:
    """The name of the rule that a line's wording falls under; empty where there is none.

    The arguments are those of `lines.Line`.
    """
    # No pattern finds a single word of letters: those are set phrases.
    return phrases().get(key) or ("" if words == 1 and text.isalpha() else _pattern_of(text, folded, words))


def _pattern_of(text: str, folded: str, words: int) -> str:
    least = 0 if words <= _SHORT else _SHORT if words <= _LONG else _LONG
    opened, opened_cased = _screens(least)
    if opened(folded) or opened_cased(text):
        for name, limit, opens, cased in _openings():
            if words <= limit and (opens(folded) or cased(text)):
                return name
    said = [word for word in _WORDS if word in folded] if words >= _LEAST_TO_MENTION else ()
    for name, limit, word, find in _wordings() if said else ():
        if word in said and words <= limit and find(folded):
            return name
    return ""


@cache
def _screens(least: int) -> tuple[Find, Find]:
    """All openings of the rules for lines of more words than `least`: in lower case, and as written."""
    rules = [name for name, limit in LIMITS.items() if limit > least]
    return (
        _any_of(pattern for name in rules for pattern in OPENINGS.get(name, ())),
        _any_of(pattern for name in rules for pattern in CASED.get(name, ())),
    )


@cache
def _openings() -> list[tuple[str, int, Find, Find]]:
    return [
        (name, limit, _any_of(OPENINGS.get(name, ())), _any_of(CASED.get(name, ())))
        for name, limit in LIMITS.items()
    ]


@cache
def _wordings() -> list[tuple[str, int, str, Find]]:
    return [
        (name, limit, word, re.compile(pattern).search)
        for name, limit in LIMITS.items()
        for word, pattern in WORDINGS.get(name, ())
    ]


def _any_of(patterns: Iterable[str]) -> Find:
    return re.compile("|".join(patterns) or _NOTHING).match
