"""One name for one speaker, where articles write it differently and no other speaker could be meant.

A person's name is two words or more with capitals, none of which names a body ("House", "Ministry"). Rules,
in this order:

1. Spellings that differ only in case, accents, hyphens, stops or a leading "the" are one: "Kim Jong-un".
2. Persons with one last name are one if their first names are the same, an initial, or a nickname ("Bob",
   "Robert"), and middle names do not contradict each other. A form that could be two persons' stays apart.
3. A last name alone is the bearer on the same event; where the event has none, the bearer of the corpus. Of
   several bearers, it is the one with at least `_MOSTLY` of their quotations; else it stays as it is.

The form with most quotations stands for all.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import combinations

from nicknames import NickNamer

from analysis.text.quotations.name_parts import is_body, last_name, suffix
from analysis.text.quotations.words import words

__all__ = ["unify_spellings"]

_MOSTLY = 0.8
_COMPARED = 200  # forms with one last name; of more, none are merged, since comparing pairs would take long
_LOOSE = re.compile(r"[^\w\s']|_")


def unify_spellings(names: Sequence[str], events: Sequence[str]) -> list[str]:
    """The names of quotations, spelt in one way.

    Args:
        names: of the speakers, one per quotation.
        events: what each quotation's article is on; last names are looked up there first.

    >>> unify_spellings(["Robert Moe", "Bob Moe", "Moe"], ["a", "b", "b"])
    ['Robert Moe', 'Robert Moe', 'Robert Moe']
    """
    stands = _merge_persons(Counter(names))
    full = [stands.get(name, name) for name in names]
    near = defaultdict[str, Counter[str]](Counter)
    far = Counter[str]()
    for name, event in zip(full, events, strict=True):
        if _is_person(name):
            near[event][name] += 1
            far[name] += 1
    by_event = {event: _bearers(quoted) for event, quoted in near.items()}
    everywhere = _bearers(far)
    return [
        name if " " in name else _meant(name, by_event.get(event, {}), everywhere)
        for name, event in zip(full, events, strict=True)
    ]


@lru_cache(1 << 16)
def _loosen(name: str) -> str:
    """A name without what its spellings differ in."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(
        _LOOSE.sub(" ", plain.casefold().replace("&", "and").replace(".", "")).split()
    ).removeprefix("the ")


@cache
def _nicknamer() -> NickNamer:
    return NickNamer()


@lru_cache(1 << 16)
def _is_nickname(one: str, other: str) -> bool:
    """Whether two first names in lower case are a name and a nickname of it, or two nicknames of one name."""
    known = _nicknamer()
    whole, others = {one, *known.canonicals_of(one)}, {other, *known.canonicals_of(other)}
    return one in others or other in whole


def _is_person(name: str) -> bool:
    parts = name.split()
    return (
        len(parts) > 1
        and not parts[0][0].islower()
        and parts[0].lower() not in words("articles")
        and not any(part[0].islower() and part not in words("particles") for part in parts)
        and not is_body(parts)
    )


def _merge_persons(times: Counter[str]) -> dict[str, str]:
    """Each name, and the form that stands for it."""
    alike = defaultdict[str, list[str]](list)
    for name in times:
        alike[_loosen(name)].append(name)
    stands = {name: _most_quoted(forms, times) for forms in alike.values() for name in forms}
    quoted = Counter[str]()
    for name, form in stands.items():
        quoted[form] += times[name]
    by_last = defaultdict[str, list[str]](list)
    for form in sorted(quoted):
        if _is_person(form):
            by_last[_loosen(last_name(form.split()))].append(form)
    for forms in by_last.values():
        for group in _group_persons(forms):
            chosen = _most_quoted(group, quoted)
            stands |= {name: chosen for name, form in stands.items() if form in group}
    return stands


def _most_quoted(forms: Sequence[str], times: Mapping[str, int]) -> str:
    """The form with most quotations; of these the longest, then the first by the alphabet."""
    return min(forms, key=lambda form: (-times[form], -len(form), form))


def _group_persons(forms: Sequence[str]) -> list[list[str]]:
    """The forms of each person with one last name: those that agree with all that any of them agrees with."""
    if len(forms) > _COMPARED:
        return []
    agreeing = {form: {form} for form in forms}
    for one, other in combinations(forms, 2):
        if _agree(one, other):
            agreeing[one].add(other)
            agreeing[other].add(one)
    groups = {frozenset(own) for own in agreeing.values()}
    return [
        sorted(group) for group in groups if len(group) > 1 and all(agreeing[form] == group for form in group)
    ]


def _agree(one: str, other: str) -> bool:
    """Whether two full names with one last name can be one person's."""
    a, b = one.split(), other.split()
    if suffix(a) != suffix(b):
        return False
    first, second = (_loosen(parts[0]) for parts in (a, b))
    if not (first == second or _is_initial(first, second) or _is_nickname(first, second)):
        return False
    middle, middles = (_middle(parts) for parts in (a, b))
    return not (middle and middles) or all(
        x == y or _is_initial(x, y) for x, y in zip(middle, middles, strict=False)
    )


def _is_initial(one: str, other: str) -> bool:
    return one[:1] == other[:1] and 1 in {len(one), len(other)}


def _middle(parts: Sequence[str]) -> list[str]:
    """The middle names, loosened."""
    return [_loosen(part) for part in parts[1 : parts.index(last_name(parts))]]


def _bearers(quoted: Mapping[str, int]) -> dict[str, str]:
    """Last name -> the one full name that it means; "" where it could be several."""
    found = defaultdict[str, Counter[str]](Counter)
    for name, times in quoted.items():
        found[last_name(name.split())][name] += times
    return {last: _dominant(own) for last, own in found.items()}


def _dominant(own: Counter[str]) -> str:
    (name, most), *_ = own.most_common(1)
    return name if most >= _MOSTLY * own.total() else ""


def _meant(name: str, near: Mapping[str, str], far: Mapping[str, str]) -> str:
    """Whom a last name means: the one of the event, or of the corpus where the event has none."""
    return (near[name] if name in near else far.get(name, "")) or name
