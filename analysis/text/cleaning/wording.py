"""What a line is by its wording: a set phrase (`phrases.txt`) or a pattern of `openings` or `mentions`."""

import re
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from functools import cache
from importlib.resources import files

from analysis.text.cleaning.grammar import reads_as_report
from analysis.text.cleaning.mentions import WORDINGS
from analysis.text.cleaning.openings import CASED, LIMITS, OPENINGS
from analysis.text.cleaning.page_talk import speaks_to_reader

__all__ = ["match_wording", "phrases"]

Find = Callable[[str], re.Match[str] | None]
_NOTHING = "(?!)"

# The patterns are compiled together three times: for short lines, for longer lines, for lines of any length.
_SHORT, _LONG = 24, 80
_APPEAL = "appeal"
_LEAST_TO_MENTION = 3
# Rules whose lines are seldom sentences: a sentence of a report may begin with the same words.
_UNLIKE_REPORTS = frozenset(
    (
        "date",
        "byline",
        "credit",
        "section",
        "comment thread",
        "related link",
        "share link",
        "player",
        "time stamp",
    )
)
_NAMES = tuple(LIMITS)
_WORDS = tuple(dict.fromkeys(word for pairs in WORDINGS.values() for word, _ in pairs))


@cache
def phrases() -> dict[str, str]:
    """Each set phrase of `phrases.txt`, written like `lines.Line.key`, and its rule."""
    found: dict[str, str] = {}
    rule = ""
    for line in files(__package__).joinpath("phrases.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            rule = line.strip("[]")
        elif line and not line.startswith("#"):
            found |= dict.fromkeys(line.split(" | "), rule)
    return found


def match_wording(text: str, folded: str, key: str, words: int) -> str:
    """Find the name of the rule that matches a line's wording; empty where none does.

    The arguments are those of `lines.Line`.
    """
    # No pattern matches a single word of letters: those are set phrases.
    return phrases().get(key) or (
        "" if words == 1 and text.isalpha() else _match_patterns(text, folded, words)
    )


def _match_patterns(text: str, folded: str, words: int) -> str:
    opened = _match_openings(text, folded, words)
    if opened in _UNLIKE_REPORTS and reads_as_report(text):
        opened = _match_openings_singly(text, folded, words, without=_UNLIKE_REPORTS)
    if opened:
        return opened
    said = [word for word in _WORDS if word in folded] if words >= _LEAST_TO_MENTION else ()
    for name, limit, word, find in _compile_wordings() if said else ():
        if word in said and words <= limit and find(folded):
            return name
    return _APPEAL if speaks_to_reader(folded, words) else ""


def _match_openings(text: str, folded: str, words: int) -> str:
    """Find the first rule with an opening that matches."""
    least = 0 if words <= _SHORT else _SHORT if words <= _LONG else _LONG
    (find, names), (find_cased, names_cased) = _compile_openings(least)
    found, found_cased = find(folded), find_cased(text)
    if not found and not found_cased:
        return ""
    hits = [names[found.lastindex or 0]] if found else []
    hits += [names_cased[found_cased.lastindex or 0]] if found_cased else []
    first = min(hits, key=_NAMES.index)
    return first if words <= LIMITS[first] else _match_openings_singly(text, folded, words)


def _match_openings_singly(
    text: str, folded: str, words: int, without: AbstractSet[str] = frozenset()
) -> str:
    for name in (name for name, limit in LIMITS.items() if words <= limit and name not in without):
        opens = any(re.match(pattern, folded) for pattern in OPENINGS.get(name, ()))
        if opens or any(re.match(pattern, text) for pattern in CASED.get(name, ())):
            return name
    return ""


@cache
def _compile_openings(least: int) -> list[tuple[Find, list[str]]]:
    """Compile all openings of the rules for lines of more words than `least`, and list their rules.

    Those in lower case come first, then the others. The empty group behind each pattern shows which one
    matched: alternatives that begin with a group take several times as long.
    """
    return [
        (
            re.compile("|".join(f"(?:{pattern})()" for _, pattern in pairs) or _NOTHING).match,
            ["", *(name for name, _ in pairs)],
        )
        for pairs in (
            [(n, pattern) for n, limit in LIMITS.items() if limit > least for pattern in openings.get(n, ())]
            for openings in (OPENINGS, CASED)
        )
    ]


@cache
def _compile_wordings() -> list[tuple[str, int, str, Find]]:
    return [
        (name, limit, word, re.compile(pattern).search)
        for name, limit in LIMITS.items()
        for word, pattern in WORDINGS.get(name, ())
    ]
