"""One name for one speaker, where articles write it differently and no other speaker could be meant.

A person's name is two words or more, all with a capital, none that names a group ("House", "Ministry").
Three rules, in this order:

1. A name that ends with a person's is that person: "House Speaker Ada Roe" is "Ada Roe".
2. Persons with the same first and last name are one, unless middle names or initials contradict each
   other: "Ada Roe", "Ada M. Roe" and "Ada Maria Roe". The form with most quotations stands for all.
3. A last name alone is the one person of the same event with that last name; where the event has none,
   the one of the corpus. Where there are two ("Ada Roe", "Ben Roe"), it stays as it is.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from analysis.text.quotations.words import words

__all__ = ["unify_spellings"]

_Forms = Mapping[str, str]
_PARTICLES = frozenset(("de", "del", "da", "van", "von", "der", "bin", "al", "el", "la"))


def unify_spellings(names: Sequence[str], events: Sequence[str]) -> list[str]:
    """The names of quotations, spelt in one way.

    Args:
        names: of the speakers, one per quotation.
        events: what each quotation's article is on; last names are looked up there first.
    """
    full = _full_forms(Counter(names))
    by_event = defaultdict[str, set[str]](set)
    for name, event in zip(names, events, strict=True):
        if name in full:
            by_event[event].add(full[name])
    near = {event: _last_names(persons) for event, persons in by_event.items()}
    far = _last_names(full.values())
    return [
        full[name] if name in full else _meant(name, near.get(event, {}), far)
        for name, event in zip(names, events, strict=True)
    ]


def _is_person(name: str) -> bool:
    parts = name.split()
    return (
        len(parts) > 1
        and not parts[0][0].islower()
        and parts[0].lower() not in words("articles")
        and not any(part[0].islower() and part not in _PARTICLES for part in parts)
        and words("groups").isdisjoint(name.lower().split())
    )


def _full_forms(times: Mapping[str, int]) -> _Forms:
    """Each name of a person, and the form that is used for it; `times`: how often each is quoted."""
    persons = {name for name in times if _is_person(name)}
    roots = {name: root for name in times if (root := _root(name, persons))}
    quoted = Counter[str]()
    for name, root in roots.items():
        quoted[root] += times[name]
    alike = defaultdict[tuple[str, str], list[str]](list)
    for root in sorted(quoted, key=lambda root: (-quoted[root], root)):
        first, *_, last = root.split()
        alike[first, last].append(root)
    stands = {root: forms[0] if _agree(forms) else root for forms in alike.values() for root in forms}
    return {name: stands[root] for name, root in roots.items()}


def _root(name: str, persons: Collection[str]) -> str:
    """The shortest of the persons' names that a name ends with; nothing where there is none."""
    parts = name.split()
    return next((end for i in range(len(parts) - 2, -1, -1) if (end := " ".join(parts[i:])) in persons), "")


def _agree(forms: Iterable[str]) -> bool:
    """Whether no two middle names of one person's forms contradict each other."""
    middles = [tuple(form.split()[1:-1]) for form in forms]
    initials = {tuple(part[0] for part in middle) for middle in middles if middle}
    whole = {middle for middle in middles if middle and not any(part.endswith(".") for part in middle)}
    return len(initials) <= 1 and len(whole) <= 1


def _last_names(full: Iterable[str]) -> _Forms:
    """Last name -> the one full name that ends with it."""
    found = defaultdict[str, set[str]](set)
    for name in full:
        found[name.rsplit(" ", 1)[1]].add(name)
    return {last: min(names) if len(names) == 1 else "" for last, names in found.items()}


def _meant(name: str, near: _Forms, far: _Forms) -> str:
    """Whom a last name means: the one of the event, or of the corpus where the event has none."""
    return (near[name] if name in near else far.get(name, "")) or name
