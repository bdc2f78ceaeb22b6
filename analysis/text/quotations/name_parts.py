"""The words of a name: titles and roles before it told apart, suffixes, and whether it is that of a body."""

import csv
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from analysis.text.quotations.words import words

__all__ = ["Parts", "bare", "first_names", "is_body", "is_suffix", "last_name", "split_name", "suffix"]

_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_TITLES = words("roles") | words("titles")
_JOINING = frozenset(("of", "and", "&", "for", "the"))


class Parts(NamedTuple):
    """A written name, taken apart.

    Attributes:
        name: the words of the name alone; empty where only a role is written ("the Prime Minister").
        role: the words before it that are a title or an office, in lower case; or "".
        pronoun: `he` or `she` if a title says so, else "".
    """

    name: tuple[str, ...]
    role: str = ""
    pronoun: str = ""


@cache
def first_names() -> dict[str, str]:
    """First names in lower case, and the pronoun of most who bear them; "" where both are common."""
    path = Path(__file__).parent / "data" / "first_names.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {row["name"]: row["pronoun"] for row in csv.DictReader(file)}


def bare(word: str) -> str:
    """A word in lower case, without a possessive ending and outer marks."""
    return word.lower().removesuffix("'s").strip(".,'")


def is_suffix(word: str) -> bool:
    """Whether a word is Jr., Sr., II, III or IV."""
    return bare(word) in _SUFFIXES


def suffix(parts: Sequence[str]) -> str:
    """The suffix of a name in lower case, without its stop: ``jr``, ``iii`` or ""."""
    return bare(parts[-1]) if is_suffix(parts[-1]) else ""


def last_name(parts: Sequence[str]) -> str:
    """The last name, without a suffix."""
    return next((part for part in reversed(parts) if not is_suffix(part)), parts[-1])


def is_body(parts: Sequence[str]) -> bool:
    """Whether the words of a name are those of a body and not of a person."""
    small = {bare(part) for part in parts}
    is_acronym = len(parts) == 1 and len(parts[0]) > 1 and parts[0].isupper()
    return is_acronym or not small.isdisjoint(words("groups") | _JOINING)


@lru_cache(65536)
def split_name(written: tuple[str, ...]) -> Parts:
    """Take a written name apart.

    >>> split_name(("Foreign", "Minister", "Ida", "Moran"))
    Parts(name=('Ida', 'Moran'), role='foreign minister', pronoun='')
    """
    small = [bare(word) for word in written]
    stop = len(written)  # behind the last name
    while stop > 1 and is_suffix(written[stop - 1]):
        stop -= 1
    cut = _find_cut(small, stop)
    if stop > 1 and cut < stop and small[stop - 1] in words("groups"):
        return Parts(written)
    role = small[stop - 1] in words("roles")
    only_roles = cut == stop - 1 or first_names().keys().isdisjoint(small[cut:])
    is_title = len(written) == 1 and (role or small[0] in words("abbreviated"))
    if cut >= stop or is_title or (role and stop > 1 and only_roles):
        return Parts((), " ".join(small))
    title = small[:cut]
    pronoun = next((p for p in ("she", "he") if not words(f"{p} titles").isdisjoint(title)), "")
    return Parts(written[cut:], " ".join(title), pronoun)


def _find_cut(small: Sequence[str], stop: int) -> int:
    """Where the name begins behind titles, offices ("Secretary of State") and bodies ("Coastal News")."""
    cut = max((k + 1 for k in range(stop - 1) if small[k] in _TITLES), default=0)
    if cut and small[cut] in {"of", "for"}:
        return next((k for k in range(cut + 2, stop - 1) if _opens_name(small[k])), stop)
    if cut or stop < 3 or _opens_name(small[0]):
        return cut
    first = next((k for k in range(1, stop - 1) if small[k] in first_names()), 0)
    return first if not words("groups").isdisjoint(small[:first]) else 0


def _opens_name(word: str) -> bool:
    return word in first_names() or len(word) == 1
