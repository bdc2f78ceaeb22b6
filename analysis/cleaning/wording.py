"""What a line is by its wording alone: a set phrase, or a pattern of `patterns`."""

import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache

from analysis.cleaning.lines import Line
from analysis.cleaning.patterns import OPENINGS, WORDINGS
from analysis.cleaning.phrases import phrases

__all__ = ["LIMITS", "worded_as"]

# The most words of a line that a rule's patterns are tried on: what they look for is short, and a
# paragraph that happens to open with the same words is not it.
LIMITS: Mapping[str, int] = {
    "code": 100_000,
    "cookie notice": 80,
    "video slug": 16,
    "player": 24,
    "gallery counter": 16,
    "share link": 24,
    "comment thread": 40,
    "comments": 24,
    "copyright": 60,
    "caption": 80,
    "credit": 24,
    "date": 16,
    "byline": 60,
    "related link": 40,
    "subscription": 80,
    "list heading": 10,
}
_TIERS = tuple(sorted(set(LIMITS.values())))


def worded_as(line: Line) -> str:
    """The name of the rule that a line's wording falls under; empty where there is none."""
    if not line.key:
        return _pattern_of(line.text, line.folded, line.words)
    return _short_line(line.text, line.folded, line.key, line.words)


# The same short lines stand on every page of an outlet.
@lru_cache(maxsize=1 << 15)
def _short_line(text: str, folded: str, key: str, words: int) -> str:
    # No pattern finds a single word of letters: those are set phrases.
    return phrases().get(key) or ("" if text.isalpha() else _pattern_of(text, folded, words))


def _pattern_of(text: str, folded: str, words: int) -> str:
    tier = next((tier for tier in _TIERS if words <= tier), 0)
    if not tier:
        return ""
    found = _openings(tier).match(text)
    if found and found.lastgroup:
        return found.lastgroup.replace("_", " ")
    wordings = _wordings(tier)
    return next((name for name, word, find in wordings if word in folded and find(text)), "")


@cache
def _openings(tier: int) -> re.Pattern[str]:
    """All openings of the rules for lines of so many words; each rule is a named group."""
    rules = (name for name, limit in LIMITS.items() if limit >= tier)
    groups = (f"(?P<{name.replace(' ', '_')}>{'|'.join(OPENINGS[name])})" for name in rules)
    return re.compile("|".join(groups), re.IGNORECASE)


@cache
def _wordings(tier: int) -> list[tuple[str, str, Callable[[str], re.Match[str] | None]]]:
    return [
        (name, word, re.compile(pattern, re.IGNORECASE).search)
        for name, limit in LIMITS.items()
        if limit >= tier
        for word, pattern in WORDINGS.get(name, ())
    ]
