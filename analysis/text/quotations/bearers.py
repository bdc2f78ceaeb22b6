"""Who bears a name in an article: the people with full names, and whom a last name alone means."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from analysis.text.quotations.name_parts import bare, first_names, is_body, is_suffix, last_name, suffix
from analysis.text.quotations.names import Name
from analysis.text.quotations.words import words

__all__ = ["Bearers", "Person", "certain_bearer", "group_bearers", "likely_bearer"]

_MAJORITY = 0.7  # of the sure mentions of a last name: below it, no bearer is meant for sure
_BEFORE_FIRST_NAMES = frozenset(("sir", "dame", "lady", "king", "queen", "prince", "princess", "pope"))
_COMPARED = 30  # people of one last name that a new form is compared with


@dataclass(eq=False)
class Person:
    """A person or body of an article.

    Attributes:
        name: the fullest form of its name, without titles.
        pronoun: `he`, `she`, `it` for a body, or "" if unknown.
        roles: the nouns of its roles, in lower case.
        role: the first role that the article gives with the name, in lower case.
        is_person: whether a title, a role or a first name tells that it is a person.
        times: how often it is named.
        sure: how often it is named by the full name, or with a title that leaves no doubt.
        is_described: whether it has no name: its name is the description ("one witness").
        is_subject: whether it is named somewhere not behind a preposition.
    """

    name: str
    pronoun: str = ""
    roles: set[str] = field(default_factory=set)
    role: str = ""
    is_person: bool = False
    times: int = 0
    sure: int = 0
    is_described: bool = False
    is_subject: bool = False


class Bearers(NamedTuple):
    """Everybody named so far: by full form, by last name, by first name, and those known by one name only."""

    by_form: dict[str, Person]
    by_last_name: dict[str, list[Person]]
    by_first_name: dict[str, list[Person]]
    loose: dict[str, Person]


def group_bearers(names: Iterable[Name]) -> Bearers:
    """Everybody with a full name, by last name and by first name."""
    by_form: dict[str, Person] = {}
    by_last_name = _group_full_names(names, by_form)
    return Bearers(by_form, by_last_name, _group_by_first_name(by_last_name), {})


def _group_full_names(names: Iterable[Name], by_form: dict[str, Person]) -> dict[str, list[Person]]:
    """The people with two names or more by last name, bodies by their whole name; fills `by_form`."""
    times = Counter(one.parts.name for one in names if len(one.parts.name) > 1)
    bearers: dict[str, list[Person]] = {}
    for parts in sorted(times, key=lambda parts: (-len(parts), parts)):
        if is_body(parts):
            bearers.setdefault(" ".join(parts), []).append(Person(" ".join(parts), pronoun="it"))
            continue
        own = bearers.setdefault(last_name(parts), [])
        person = next((one for one in own[:_COMPARED] if _agree(one.name.split(), parts)), None)
        if person is None:
            first = first_names().get(parts[0].lower())
            person = Person(" ".join(parts), first or "", is_person=first is not None)
            own.append(person)
            if alias := _without_particle(last_name(parts)):
                bearers.setdefault(alias, []).append(person)
        by_form[" ".join(parts)] = person
    return bearers


def _group_by_first_name(by_last_name: Mapping[str, list[Person]]) -> dict[str, list[Person]]:
    """The people by the first word of their names, if it is a first name or often a family name."""
    found: dict[str, list[Person]] = {}
    for own in by_last_name.values():
        for person in own:
            first = person.name.split()[0]
            if person.is_person or first.lower() in words("family first"):
                found.setdefault(first, []).append(person)
    return found


def _agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two full names with one last name are one person's."""
    if suffix(one) != suffix(other) or last_name(one) != last_name(other):
        return False
    longer, shorter = (_given(parts) for parts in sorted((one, other), key=len, reverse=True))
    if not (shorter and longer):
        return False
    if len(shorter) > 1:  # a middle name or initial of one must not contradict that of the other
        return all(map(_is_same, longer, shorter))
    return _is_same(longer[0], shorter[0]) or shorter[0] in longer


def _without_particle(last: str) -> str:
    """A last name without a particle at its front: ``Amin`` of al-Amin; "" where it has none."""
    particle, _, rest = last.partition("-")
    return rest if particle.islower() and rest[:1].isupper() else ""


def _given(parts: Sequence[str]) -> list[str]:
    """The first and middle names, in lower case."""
    return [bare(part) for part in parts if not is_suffix(part)][:-1]


def _is_same(one: str, other: str) -> bool:
    """Whether two first names are the same, or one is the initial of the other."""
    return one == other or (1 in {len(one), len(other)} and one[:1] == other[:1])


def certain_bearer(name: Name, bearers: Bearers) -> Person | None:
    """Whom a full name means, or a last name with a title that tells bearers apart; None if open."""
    parts, role, pronoun = name.parts
    whole = " ".join(parts)
    if len(parts) > 1:
        if whole in bearers.by_last_name:
            return bearers.by_last_name[whole][0]
        if whole in bearers.by_form:
            return bearers.by_form[whole]
        own = bearers.by_last_name.get(last_name(parts), [])[:_COMPARED]
        same = next((person for person in own if _agree(person.name.split(), parts)), None)
        return same or bearers.loose.setdefault(whole, Person(whole))
    office = any(word in words("roles") for word in role.split())
    if not pronoun and not office:
        return None
    all_bearers = bearers.by_last_name.setdefault(whole, [])
    if not all_bearers and (whole.lower() in words("family first") or role in _BEFORE_FIRST_NAMES):
        called = bearers.by_first_name.get(whole, [])
        return called[0] if len(called) == 1 else None
    own = [person for person in all_bearers if not pronoun or person.pronoun in {"", pronoun}]
    if not own or (office and all(suffix(person.name.split()) for person in own)):
        own = [Person(whole, pronoun, is_person=True)]
        all_bearers += own
    if office and len(own) > 1:
        own = [person for person in own if person.roles & set(role.split())]
    return own[0] if len(own) == 1 else None


def likely_bearer(name: Name, bearers: Bearers) -> tuple[Person, float]:
    """Whom a single name means, and how sure that is: the bearer who is named most often."""
    (whole,), role, pronoun = name.parts
    own = [
        person
        for person in bearers.by_last_name.get(whole, [])
        if not pronoun or person.pronoun in {"", pronoun}
    ]
    roles = set(role.split())
    if fitting := [person for person in own if roles & person.roles]:
        own = fitting
    if not own and whole not in bearers.loose and (not role or whole.lower() in words("family first")):
        own = bearers.by_first_name.get(whole, [])
    if own:
        best = max(own, key=lambda person: person.sure)
        share = best.sure / max(1, sum(person.sure for person in own))
        return best, share if len(own) == 1 or share > _MAJORITY else 0.0
    if whole not in bearers.loose:
        first = None if role else first_names().get(whole.lower())
        is_thing = is_body((whole,)) or whole.lower() in words("places")
        gender = "it" if is_thing else first or ""
        bearers.loose[whole] = Person(whole, gender, is_person=first is not None)
    return bearers.loose[whole], 1.0
