"""Who is meant: the full name behind a surname, a pronoun or a description.

Names are runs of capitalised words in the reporter's text. A pronoun is resolved to an earlier name that is
near, opens its sentence or spoke last, and agrees in gender. Gender comes from titles and from a table of
first names.
"""

import csv
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from analysis.text.quotations.words import words
from analysis.text.segmentation.document import Document, Span

__all__ = ["Names", "collect_names", "resolve"]

_NAME = re.compile(
    r"[A-Z][\w'-]*\w(?>(?:(?>(?:(?:\s[A-Z]\.)+|\s(?:de|del|da|van|von|der|bin|al|el|la))*)\s[A-Z][\w'-]*\w)*)"
)
_HEAD_END = re.compile(r"[,(]| (?:of|for|from|at|who|which|that|with|in|on)\b")
_AGREEING = {
    **dict.fromkeys(("he", "his", "him"), "he"),
    **dict.fromkeys(("she", "her"), "she"),
    **dict.fromkeys(("it", "its", "which"), "it"),
    **dict.fromkeys(("they", "their", "we", "our", "i", "my", "you", "who", "that"), ""),
}
_NO_NAMES = words("before names") | words("titles")
_REACH = 25
# The evidence for an antecedent. Set by hand: the best of 13 settings on 40 Canadian articles with annotated
# speakers; the share of right names differs by 1.5 points between the settings.
_NEARER, _OPENS, _SPOKE, _AGREES, _WHOLE = 0.3, 2.0, 0.6, 1.5, 0.6


class Mention(NamedTuple):
    """One name in the reporter's words; `opens` is whether it is the first of its sentence."""

    start: int
    name: str
    opens: bool


class Names(NamedTuple):
    """The names of an article.

    Attributes:
        mentions: every mention in the reporter's words, in order, with its full name.
        full: surname or first name -> the last full name that ends or begins with it.
        pronouns: name -> `he`, `she`, `it` for a group, or "" if unknown.
    """

    mentions: list[Mention]
    full: dict[str, str]
    pronouns: dict[str, str]


def collect_names(document: Document, quoted: Sequence[Span]) -> Names:
    """Collect the names in the words of a document that are not `quoted`, in one pass."""
    found = list(_find_names(document, quoted))
    full: dict[str, str] = {}
    pronouns: dict[str, str] = {}
    for _, bare in found:
        if len(bare.parts) > 1:
            full[bare.parts[-1]] = full[bare.parts[0]] = bare.name
        if bare.titled or bare.name not in pronouns:
            pronouns[bare.name] = bare.pronoun
    for short, name in full.items():
        pronouns[name] = pronouns[name] or pronouns.get(short, "")
    return Names(_mentions(document, found, full), full, pronouns)


def resolve(known: Names, mention: str, at: int, last: str | None) -> str:
    """Find the full name behind a mention.

    Args:
        known: the names of the article.
        mention: the words of the mention.
        at: its offset.
        last: the name of whoever spoke last, if anyone did.

    Returns:
        The name without titles; the mention itself if it contains no name.
    """
    pronoun = _AGREEING.get(mention.lower())
    if pronoun is not None:
        return _antecedent(known, pronoun, at, last) or last or mention
    head = _HEAD_END.split(mention, maxsplit=1)[0] or mention
    found = next((bare.name for bare in map(_strip_titles, reversed(_NAME.findall(head))) if bare.name), None)
    return known.full.get(found, found) if found else mention


class _Bare(NamedTuple):
    """A name without titles and without words that only open the sentence.

    `titled` is whether a title decided the pronoun.
    """

    name: str
    parts: tuple[str, ...]
    pronoun: str
    titled: bool


def _find_names(document: Document, quoted: Sequence[Span]) -> Iterator[tuple[int, _Bare]]:
    """Every name outside quotations, with its offset."""
    if not document.paragraphs:
        return
    at, stop = document.paragraphs[0].start, document.paragraphs[-1].end
    for start, end in (*quoted, Span(stop, stop)):
        for match in _NAME.finditer(document.text, at, max(at, start)):
            bare = _strip_titles(match[0])
            if bare.name:
                yield match.start(), bare
        at = max(at, end)


def _mentions(document: Document, found: Sequence[tuple[int, _Bare]], full: dict[str, str]) -> list[Mention]:
    mentions, sentence, opened = list[Mention](), 0, -1
    ends = [*(end for _, end in document.sentences), len(document.text)]
    for start, bare in found:
        while ends[sentence] <= start:
            sentence += 1
        mentions.append(Mention(start, full.get(bare.name, bare.name), sentence != opened))
        opened = sentence
    return mentions


@lru_cache(65536)
def _strip_titles(written: str) -> _Bare:
    parts, pronoun = written.removesuffix("'s").removesuffix("'").split(), ""
    while parts and (title := parts[0].lower().rstrip(".")) in _NO_NAMES:
        pronoun = next((p for p in ("he", "she") if title in words(f"{p} titles")), pronoun)
        del parts[0]
    return _Bare(" ".join(parts), tuple(parts), pronoun or _pronoun(parts), bool(pronoun))


@cache
def _first_names() -> dict[str, str]:
    path = Path(__file__).parent / "data" / "first_names.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {row["name"]: row["pronoun"] for row in csv.DictReader(file)}


def _pronoun(parts: Sequence[str]) -> str:
    if not words("groups").isdisjoint(part.lower() for part in parts):
        return "it"
    return _first_names().get(parts[0].lower(), "") if len(parts) > 1 else ""


def _antecedent(known: Names, pronoun: str, at: int, last: str | None) -> str | None:
    """The likeliest of the last names before `at`."""
    index = bisect_left(known.mentions, (at,))
    best, highest = None, float("-inf")
    for back, mention in enumerate(reversed(known.mentions[max(0, index - _REACH) : index])):
        agrees = known.pronouns.get(mention.name, "")
        whole = " " in mention.name
        if pronoun and agrees and agrees != pronoun:
            continue
        if pronoun in {"he", "she"} and not (whole or agrees or mention.name == last):
            continue
        score = (
            _OPENS * mention.opens
            + _SPOKE * (mention.name == last)
            + _AGREES * bool(agrees)
            + _WHOLE * whole
            - _NEARER * back
        )
        if score > highest:
            best, highest = mention.name, score
    return best
