"""The people and bodies that an article names, each with all the places where it is named.

Full names with one last name and agreeing first names are one person. A last name alone is the bearer who
is named most often; how sure that is follows from how often each bearer is named.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from analysis.text.quotations.bearers import Bearers, Person, certain_bearer, group_bearers, likely_bearer
from analysis.text.quotations.names import Name, Token, find_names, lower_case_words, tokenize
from analysis.text.quotations.roles import (
    Description,
    find_descriptions,
    find_roles,
    noun_of_role,
    role_nouns,
)
from analysis.text.quotations.words import words
from analysis.text.segmentation.document import Document, Span

__all__ = ["Mention", "People", "Person", "collect_people"]

_PREPOSITIONS = words("prepositions") | frozenset(("of", "than"))


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


class People(NamedTuple):
    """Who is named in an article, and where, in order.

    Attributes:
        mentions: every place where somebody is named.
        persons: everybody, in the order of the first mention.
        described: every place where somebody is described and not named, or called by a role, in order.
        lower: the words that the article writes in lower case.
        bearers: who bears which name.
        by_role: role noun -> who has the role.
    """

    mentions: list[Mention]
    persons: list[Person]
    described: list[Mention]
    lower: frozenset[str]
    bearers: Bearers
    by_role: dict[str, list[Person]]

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
        person = certain_bearer(name, self.bearers)
        certainty = 1.0
        if person is None:
            person, certainty = likely_bearer(name, self.bearers)
        return Mention(name.start, name.end, person, possessive=name.possessive, certainty=certainty)


class _Described(NamedTuple):
    """A description of somebody, with its place."""

    description: Description
    sentence: int
    oblique: bool
    quoted: bool


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
    read = list(_read_sentences(document, quoted, lower))
    found = [one for one in read if isinstance(one, _Written) and one.name.parts.name]
    described = [one for one in read if isinstance(one, _Described)]
    bearers = group_bearers(one.name for one in found)
    certain = list[Person | None]()
    for one in found:
        person = certain_bearer(one.name, bearers)
        certain.append(person)
        if person:
            _learn(person, one)
            person.sure += 1
    mentions = list[Mention]()
    for one, sure in zip(found, certain, strict=True):
        person, certainty = (sure, 1.0) if sure else likely_bearer(one.name, bearers)
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
    by_role = _group_by_role(persons.values())
    return People(
        mentions, list(persons.values()), list(_meet_described(described, by_role)), lower, bearers, by_role
    )


def _group_by_role(persons: Iterable[Person]) -> dict[str, list[Person]]:
    """Role noun -> the people who have the role."""
    found: dict[str, list[Person]] = {}
    for person in persons:
        for role in person.roles if person.pronoun != "it" else ():
            found.setdefault(noun_of_role(role), []).append(person)
    return found


def _meet_described(found: Sequence[_Described], by_role: Mapping[str, list[Person]]) -> Iterator[Mention]:
    """The places where somebody is described: whoever alone has the role, or somebody without a name."""
    nameless: dict[str, Person] = {}
    for one in found:
        description = one.description
        bearers = by_role.get(noun_of_role(description.noun), []) if description.is_definite else []
        if len(bearers) == 1:
            person = bearers[0]
        elif description.is_definite:
            new = Person(description.text, description.pronoun, is_person=True, is_described=True)
            person = nameless.setdefault(description.noun, new)
        else:
            person = Person(description.text, description.pronoun, is_person=True, is_described=True)
            nameless[description.noun] = person
        person.times += 1
        yield Mention(
            description.start,
            description.end,
            person,
            one.sentence,
            oblique=one.oblique,
            quoted=one.quoted,
        )


def _read_sentences(
    document: Document, quoted: Sequence[Span], lower: frozenset[str]
) -> Iterator[_Written | _Described]:
    """Every name and every description of somebody, sentence by sentence."""
    at = 0
    starts = [span.start for span in quoted]
    for number, (start, end) in enumerate(document.sentences):
        tokens = tokenize(document.text, start, end)
        positions = {token.start: i for i, token in enumerate(tokens)}
        for i, description in find_descriptions(document.text, tokens):
            inside = bisect_left(starts, description.start + 1) - 1
            is_quoted = inside >= 0 and description.start < quoted[inside].end
            oblique = _word_before(tokens, i) in _PREPOSITIONS
            yield _Described(description, number, oblique, is_quoted)
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
    person.role = person.role or (role if role_nouns(role.split()) else "")
