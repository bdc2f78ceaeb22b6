"""Who is behind a noun phrase: a name in it or beside it, the bearer of a role, the author of a writing."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from analysis.text.quotations.antecedents import Antecedent
from analysis.text.quotations.bearers import Person
from analysis.text.quotations.cues import verbs
from analysis.text.quotations.name_parts import bare
from analysis.text.quotations.names import find_names, tokenize
from analysis.text.quotations.people import Mention, People
from analysis.text.quotations.roles import PERSONAL, RANKS, noun_of_role
from analysis.text.quotations.words import words
from analysis.text.segmentation.document import Document, Span

__all__ = ["Found", "Phrase", "read_phrase"]

# Where the head of a phrase ends: ``the minister | of health``, ``a lawyer | who``.
_HEAD_END = re.compile(r"[,(]| (?:of|for|from|at|who|which|that|with|in|on|to|about|by)\b")
_WRITINGS = words("writings") | words("nouns")
_VERBAL = words("adverbs") | words("clause")
_AUTHORS = (" from ", " by ", " of ")
_OTHERS = frozenset(
    ("first", "second", "third", "fourth", "other", "another", "elder", "younger", "late", "then")
)
_DEFINITE = frozenset(("the", "this", "that", "former"))
_LATE = words("times") | frozenset(("the", "over", "last", "later", "earlier", "weekend"))


class Found(NamedTuple):
    """What a phrase names: a person or body of the article, or else a name of its own.

    Attributes:
        person: of the article; None where the phrase is only a description.
        evidence: how it was found.
        certainty: how probable it is, 0 to 1.
        name: the words that stand for it, where that is not the person's name.
        kind: without a person, `described`, `organisation` or `document`.
    """

    person: Person | None
    evidence: str
    certainty: float = 1.0
    name: str = ""
    kind: str = "described"


class Phrase(NamedTuple):
    """A mention of a speaker that is no pronoun, with all that is known of the article."""

    document: Document
    people: People
    antecedents: Mapping[int, Antecedent]
    span: Span


class _Head(NamedTuple):
    """The words of a phrase up to its first preposition, comma or relative clause, and the names in them."""

    text: str
    end: int
    noun: str
    opening: str
    inside: list[Mention]


def read_phrase(phrase: Phrase) -> Found:
    """Who is behind a phrase."""
    head = _read_head(phrase)
    for read in (_name_in_head, _name_beside, _owner_by_pronoun, _document, _author, _body, _bearer_of_role):
        if found := read(phrase, head):
            return found
    return Found(None, "description", name=_write_description(head))


def _read_head(phrase: Phrase) -> _Head:
    text, (start, end) = phrase.document.text, phrase.span
    cut = _HEAD_END.search(text, start + 1, end)
    stop = cut.start() if cut else end
    inside = phrase.people.between(start, stop) or list(_names_in(phrase, start, stop))
    parts = text[start:stop].split()
    while len(parts) > 2 and parts[-1].lower() in _LATE:
        parts.pop()
    return _Head(" ".join(parts), stop, bare(parts[-1]), bare(parts[0]), inside)


def _names_in(phrase: Phrase, start: int, end: int) -> Iterator[Mention]:
    """The names between two offsets of a sentence in which names were not looked for, such as a heading."""
    tokens = tokenize(phrase.document.text, start, end)
    for name in find_names(phrase.document.text, tokens, phrase.people.lower, mention=True):
        own = name.parts.name
        if own and not (len(own) == 1 and _is_personal(bare(own[0]))):
            yield phrase.people.read(name)


def _is_personal(noun: str) -> bool:
    """Whether a noun is a role or a tie to somebody, in singular or plural."""
    return not {noun, noun.removesuffix("s")}.isdisjoint(PERSONAL)


def _is_writing(noun: str) -> bool:
    return not {noun, noun.removesuffix("s")}.isdisjoint(_WRITINGS)


def _is_verbal(word: str) -> bool:
    """Whether a word behind a name is no noun, so that the name is the subject of a clause."""
    if word in PERSONAL or word in words("body nouns") or word in _WRITINGS:
        return False
    return word in _VERBAL or word in verbs() or word.endswith(("ly", "ed"))


def _name_in_head(phrase: Phrase, head: _Head) -> Found | None:
    """The last name of the head, unless a noun follows that makes it somebody else: ``Roe's lawyer``."""
    if not head.inside:
        return None
    last, text = head.inside[-1], phrase.document.text
    behind = text[last.end : head.end].removeprefix("'s").removeprefix("'").split()
    nouns = [bare(word) for word in behind]
    stop = next((i for i, noun in enumerate(nouns) if noun in words("auxiliaries")), len(nouns))
    nouns = [noun for noun in nouns[:stop] if noun]
    if not nouns and last.person.name.lower() in words("crowds"):
        return Found(None, "description", name=_write_description(head))
    if not nouns or (not last.possessive and _is_verbal(nouns[0])):
        return Found(last.person, "name", last.certainty)
    if last.person.pronoun == "it" or not _is_writing(nouns[-1]):
        return None
    before = [bare(word) for word in text[phrase.span.start : last.start].split()]
    is_whole = (
        not before or _is_personal(before[-1]) or (last.possessive and before[-1] in words("determiners"))
    )
    return Found(last.person, "owner" if last.possessive else "name", last.certainty) if is_whole else None


def _name_beside(phrase: Phrase, head: _Head) -> Found | None:
    """The name right behind the head: ``Roe's lawyer, Max Moe``."""
    after = phrase.people.first_after(head.end)
    if after is None or after.possessive or after.person.pronoun == "it":
        return None
    if phrase.document.text[head.end : after.start] not in {", ", " – ", " "}:
        return None
    return Found(after.person, "apposition", after.certainty)


def _owner_by_pronoun(phrase: Phrase, head: _Head) -> Found | None:
    """Whose writing or office it is: ``her statement``, ``his campaign``."""
    owner = phrase.antecedents.get(phrase.span.start) if head.opening in {"his", "her"} else None
    if owner is None:
        return None
    if _is_writing(head.noun):
        return Found(owner.person, "author", owner.probability)
    if head.noun in words("body nouns"):
        name = f"{owner.person.name}'s {head.noun}"
        return Found(None, "owner", owner.probability, name, "organisation")
    return None


def _document(_phrase: Phrase, head: _Head) -> Found | None:
    """A text of law: by its name where it has one, else described."""
    if head.noun not in words("documents"):
        return None
    parts = head.text.split()
    while len(parts) > 1 and parts[0].lower() in words("determiners"):
        parts = parts[1:]
    named = any(part[0].isupper() for part in parts[1:]) or (len(parts) > 1 and bool(head.inside))
    return Found(None, "name", name=" ".join(parts) if named else _write_description(head), kind="document")


def _author(phrase: Phrase, head: _Head) -> Found | None:
    """Whose writing it is: ``Roe's letter``, ``the Post report``, ``a statement from the ministry``."""
    if not _is_writing(head.noun):
        return None
    if head.inside:
        return Found(head.inside[-1].person, "author", head.inside[-1].certainty)
    text, end = phrase.document.text, phrase.span.end
    if text[head.end : end].startswith(_AUTHORS):
        author = next(_names_in(phrase, head.end + 4, end), None)
        if author and not text[author.end : end].strip(" .'s"):
            return Found(author.person, "author", author.certainty)
    return None


def _body(_phrase: Phrase, head: _Head) -> Found | None:
    """A body named after somebody: ``the Roe campaign``, ``Roe's office``."""
    parts = head.text.split()[head.opening in words("determiners") :]
    if head.noun in words("body nouns") and len(parts) > 1 and all(part[0].isupper() for part in parts[:-1]):
        return Found(None, "name", name=" ".join(parts), kind="organisation")
    return None


def _bearer_of_role(phrase: Phrase, head: _Head) -> Found | None:
    """Whoever the article gave the role before: ``the minister``; or the body with the noun in its name.

    With another owner ("the suspect's lawyer"), a number ("the second officer") or several bearers, it is
    open.
    """
    owner = head.inside[0].person if head.inside and head.inside[0].possessive else None
    parts = head.text.lower().split()
    if (head.opening not in _DEFINITE and not owner) or not _OTHERS.isdisjoint(parts):
        return None
    if head.noun not in words("roles"):
        near = (m for m in phrase.people.before(phrase.span.start) if m.person.pronoun == "it")
        body = next((m for m in near if head.noun in m.person.name.lower().split()), None)
        return Found(body.person, "role", 0.9) if body else None
    if not owner and any(part.endswith(("'s", "s'")) for part in parts[:-1]):
        return None
    rank = parts[-2] if len(parts) > 1 and parts[-2] in RANKS else ""
    wanted = f"{rank} {noun_of_role(head.noun)}".strip()
    bearers = [person for person in phrase.people.by_role.get(wanted, []) if person is not owner]
    if len(bearers) > 1:
        return Found(bearers[0], "role", 0.0)
    return Found(bearers[0], "role", 0.9) if bearers else None


def _write_description(head: _Head) -> str:
    """The description as written, without the capital of a sentence's first word."""
    if head.opening in words("determiners") or not head.inside:
        return head.text[:1].lower() + head.text[1:]
    return head.text
