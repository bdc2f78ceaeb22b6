"""The people and bodies that an article names, each with all the places where it is named.

Full names with one last name and agreeing first names are one person. A last name alone is the bearer who
is named most often; how sure that is follows from how often each bearer is named.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from analysis.text.quotations.name_parts import first_names, is_body, last_name, suffix
from analysis.text.quotations.names import Name, Token, find_names, lower_case_words, tokenize
from analysis.text.quotations.roles import find_roles, role_nouns
from analysis.text.quotations.words import words
from analysis.text.segmentation.document import Document, Span

__all__ = ["Mention", "People", "Person", "collect_people"]

_PREPOSITIONS = words("prepositions") | frozenset(("of", "than"))
_HALF = 0.5  # of two who are named equally often, neither is meant for sure


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
        is_subject: whether it is named somewhere not behind a preposition.
    """

    name: str
    pronoun: str = ""
    roles: set[str] = field(default_factory=set)
    role: str = ""
    is_person: bool = False
    times: int = 0
    is_subject: bool = False


class Mention(NamedTuple):
    """A person named at one place.

    Attributes:
        start, end: offsets, without a possessive ending.
        person: who.
        sentence: the number of the sentence.
        order: how many names stand before it in the sentence.
        oblique: whether it stands behind a preposition or is possessive, so that it is no subject.
        possessive: whether 's follows.
        quoted: whether it is inside a quotation.
        certainty: how probable it is that the name means this person, 0 to 1.
    """

    start: int
    end: int
    person: Person
    sentence: int = -1
    order: int = 0
    oblique: bool = False
    possessive: bool = False
    quoted: bool = False
    certainty: float = 1.0


class _Bearers(NamedTuple):
    """Everybody named so far: by last name, and those of whom only one form is known."""

    by_last_name: dict[str, list[Person]]
    loose: dict[str, Person]


class People(NamedTuple):
    """Who is named in an article, and where, in order.

    Attributes:
        mentions: every place where somebody is named.
        persons: everybody, in the order of the first mention.
        lower: the words that the article writes in lower case.
        bearers: who bears which name.
    """

    mentions: list[Mention]
    persons: list[Person]
    lower: frozenset[str]
    bearers: _Bearers

    def before(self, at: int, most: int = 40) -> list[Mention]:
        """The last mentions before an offset, the nearest first."""
        index = bisect_left(self.mentions, at, key=lambda mention: mention.start)
        return self.mentions[max(0, index - most) : index][::-1]

    def last_before(self, at: int) -> Mention | None:
        """The last mention before an offset."""
        return next(iter(self.before(at, 1)), None)

    def first_after(self, at: int) -> Mention | None:
        """The first mention at an offset or behind it."""
        index = bisect_left(self.mentions, at, key=lambda mention: mention.start)
        return self.mentions[index] if index < len(self.mentions) else None

    def between(self, start: int, end: int) -> list[Mention]:
        """The mentions that overlap a stretch of text."""
        index = bisect_left(self.mentions, start, key=lambda mention: mention.end)
        last = bisect_left(self.mentions, end, key=lambda mention: mention.start)
        return [mention for mention in self.mentions[index:last] if mention.end > start]

    def read(self, name: Name) -> Mention:
        """A name as a mention of whom it means."""
        person = _certain_bearer(name, self.bearers)
        certainty = 1.0
        if person is None:
            person, certainty = _likely_bearer(name, self.bearers)
        return Mention(name.start, name.end, person, possessive=name.possessive, certainty=certainty)


class _Written(NamedTuple):
    """A name with its place in the sentence, and the role nouns in apposition to it."""

    name: Name
    sentence: int
    order: int
    oblique: bool
    quoted: bool
    roles: tuple[str, ...]


def collect_people(document: Document, quoted: Sequence[Span]) -> People:
    """Everybody who is named in the body; `quoted` are the quotations."""
    lower = lower_case_words(document)
    found = [one for one in _find_written(document, quoted, lower) if one.name.parts.name]
    bearers = _Bearers(_group_full_names(found), {})
    certain = [_certain_bearer(one.name, bearers) for one in found]
    for one, person in zip(found, certain, strict=True):
        if person:
            _learn(person, one)
    mentions = list[Mention]()
    for one, sure in zip(found, certain, strict=True):
        person, certainty = (sure, 1.0) if sure else _likely_bearer(one.name, bearers)
        if not sure:
            _learn(person, one)
        name = one.name
        mentions.append(
            Mention(
                name.start,
                name.end,
                person,
                one.sentence,
                one.order,
                one.oblique,
                name.possessive,
                one.quoted,
                certainty,
            )
        )
    persons = {id(mention.person): mention.person for mention in mentions}
    return People(mentions, list(persons.values()), lower, bearers)


def _find_written(document: Document, quoted: Sequence[Span], lower: frozenset[str]) -> Iterator[_Written]:
    at = 0
    for number, (start, end) in enumerate(document.sentences):
        tokens = tokenize(document.text, start, end)
        positions = {token.start: i for i, token in enumerate(tokens)}
        for order, name in enumerate(find_names(document.text, tokens, lower)):
            while at < len(quoted) and quoted[at].end <= name.start:
                at += 1
            inside = at < len(quoted) and quoted[at].start <= name.start
            i = positions[name.start]
            oblique = name.possessive or _word_before(tokens, i) in _PREPOSITIONS
            yield _Written(name, number, order, oblique, inside, tuple(find_roles(tokens, i, name)))


def _word_before(tokens: Sequence[Token], i: int) -> str:
    """The word before token `i` in lower case, an article left out."""
    before = [token.text.lower() for token in tokens[max(0, i - 2) : i]]
    if before and before[-1] in words("articles"):
        before.pop()
    return before[-1] if before else ""


def _group_full_names(found: Sequence[_Written]) -> dict[str, list[Person]]:
    """The people with two names or more by last name, and bodies by their whole name."""
    times = Counter(one.name.parts.name for one in found if len(one.name.parts.name) > 1)
    bearers: dict[str, list[Person]] = {}
    for parts in sorted(times, key=lambda parts: (-len(parts), parts)):
        if is_body(parts):
            bearers.setdefault(" ".join(parts), []).append(Person(" ".join(parts), pronoun="it"))
            continue
        own = bearers.setdefault(last_name(parts), [])
        if not any(_agree(person.name.split(), parts) for person in own):
            first = first_names().get(parts[0].lower())
            own.append(Person(" ".join(parts), first or "", is_person=first is not None))
    return bearers


def _agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two full names with one last name are one person's."""
    if suffix(one) != suffix(other) or last_name(one) != last_name(other):
        return False
    firsts = [part.lower().strip(".") for part in one[:-1]]
    first = other[0].lower().strip(".")
    if first in firsts:
        return True
    return (len(first) == 1 and firsts[0].startswith(first)) or (
        len(firsts[0]) == 1 and first.startswith(firsts[0])
    )


def _certain_bearer(name: Name, bearers: _Bearers) -> Person | None:
    """Whom a full name means, or a last name with a title that tells bearers apart; None if open."""
    parts, role, pronoun = name.parts
    whole = " ".join(parts)
    if len(parts) > 1:
        if whole in bearers.by_last_name:
            return bearers.by_last_name[whole][0]
        own = bearers.by_last_name.get(last_name(parts), [])
        same = next((person for person in own if _agree(person.name.split(), parts)), None)
        return same or bearers.loose.setdefault(whole, Person(whole))
    office = any(word in words("roles") for word in role.split())
    if not pronoun and not office:
        return None
    all_bearers = bearers.by_last_name.setdefault(whole, [])
    own = [person for person in all_bearers if not pronoun or person.pronoun in {"", pronoun}]
    if not own or (office and all(suffix(person.name.split()) for person in own)):
        own = [Person(whole, pronoun, is_person=True)]
        all_bearers += own
    return own[0] if len(own) == 1 else None


def _likely_bearer(name: Name, bearers: _Bearers) -> tuple[Person, float]:
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
    if not own and not role and whole not in bearers.loose:
        own = [
            person
            for same in bearers.by_last_name.values()
            for person in same
            if person.is_person and person.name.split()[0] == whole
        ]
    if own:
        best = max(own, key=lambda person: person.times)
        share = best.times / max(1, sum(person.times for person in own))
        return best, share if len(own) == 1 or share > _HALF else 0.0
    if whole not in bearers.loose:
        first = None if role else first_names().get(whole.lower())
        gender = "it" if is_body((whole,)) else first or ""
        bearers.loose[whole] = Person(whole, gender, is_person=first is not None)
    return bearers.loose[whole], 1.0


def _learn(person: Person, one: _Written) -> None:
    """What one mention tells of a person."""
    _, role, pronoun = one.name.parts
    person.times += 1
    person.is_subject = person.is_subject or not one.oblique
    person.pronoun = pronoun or person.pronoun
    roles = {*role_nouns(role.split()), *one.roles}
    if roles or pronoun:
        person.roles |= roles
        person.is_person = person.pronoun != "it"
    person.role = person.role or role
