"""Whom "he" and "she" mean: the likeliest of the people named before.

The pronouns of an article are resolved from left to right, and each counts as a mention of its antecedent
for the next ones. How likely a person is follows from features with weights, those of a conditional logit
model (``data/antecedents.csv``), fitted by ``tests/benchmarks/fit_antecedents.py``.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from math import exp
from operator import attrgetter
from typing import NamedTuple

from analysis.text.quotations.bearers import Person
from analysis.text.quotations.evidence import Evidence, score
from analysis.text.quotations.people import Mention, People
from analysis.text.segmentation.document import Document, Span

__all__ = ["Antecedent", "Pronoun", "describe_pronouns", "resolve_pronouns"]

_PRONOUN = re.compile(r"\b(?:he|she|him|her|his|hers)\b", re.IGNORECASE)
_GENDER = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "hers": "she"}
_PLACES = {"he": "subject", "she": "subject", "him": "oblique", "his": "possessive", "hers": "possessive"}
_CLAUSE = re.compile(
    r"[,;:–(]|\b(?:who|that|which|when|while|because|as|if|and|but|after|before|where|than|although|though)\b"
)
_MOST = 12  # candidates, the nearest first
# Whoever is described, named by nobody, and the subject nearest to a pronoun: rare in the labelled articles,
# where a name in its place would be the gravest error.
_DESCRIBED = 0.5
_SEARCHED = 40  # people, the nearest first
_GAPS = (12, 6, 3, 2, 1, 0)  # sentences
_VOTES, _ODDS = 3, 5  # pronouns that tell the gender of somebody, and of how many one may differ


Candidate = tuple[Person, Evidence]


class Antecedent(NamedTuple):
    """Whom a pronoun means, and how probable that is by the model."""

    person: Person
    probability: float


class Pronoun(NamedTuple):
    """A pronoun with the people it may mean.

    Attributes:
        start: its offset.
        candidates: each person with the evidence.
    """

    start: int
    candidates: list[Candidate]


class _Last(NamedTuple):
    """The last mention of a person, by name or pronoun.

    `place` is its grammatical place: `subject`, `later` in the sentence, `oblique`, `possessive` or `quoted`.
    """

    at: int
    sentence: int
    paragraph: int
    place: str
    times: int
    by_pronoun: bool = False
    spoke: bool = False


class _Site(NamedTuple):
    """Where a pronoun stands; `quotation` is the one that it is the speaker of."""

    word: str
    at: int
    sentence: int
    paragraph: int
    opens: bool
    quotation: Span | None


def resolve_pronouns(
    document: Document, people: People, quoted: Sequence[Span], spoken: Mapping[int, Span]
) -> dict[int, Antecedent]:
    """Whom each "he" and "she" of the reporter's words means: offset of the pronoun -> antecedent.

    Args:
        document: the document.
        people: who is named in it.
        quoted: the quotations, in order.
        spoken: offset of each mention of a speaker -> the quotation.
    """
    found = describe_pronouns(document, people, quoted, spoken, until=max(spoken, default=-1))
    return {pronoun.start: antecedent for pronoun, antecedent in found if antecedent}


def describe_pronouns(
    document: Document,
    people: People,
    quoted: Sequence[Span],
    spoken: Mapping[int, Span],
    weights: Mapping[str, float] | None = None,
    *,
    until: int | None = None,
) -> Iterator[tuple[Pronoun, Antecedent | None]]:
    """Every pronoun with its candidates, and the antecedent that the weights (those shipped) choose.

    Pronouns behind the offset `until` are left out.
    """
    sites = list(_find_sites(document, quoted, spoken))
    likely = _infer_genders(people, sites)
    if until is not None:
        sites = [site for site in sites if site.at <= until]
    discourse = _Discourse(document, people, spoken, likely)
    for site in sites:
        discourse.read_names(site.at)
        candidates = discourse.describe_candidates(site)
        antecedent = _choose(candidates, weights)
        if antecedent:
            discourse.note_pronoun(site, antecedent.person)
        yield Pronoun(site.at, candidates), antecedent


def _find_sites(document: Document, quoted: Sequence[Span], spoken: Mapping[int, Span]) -> Iterator[_Site]:
    """Every "he" and "she" outside quotations."""
    starts = [span.start for span in quoted]
    for number, (start, end) in enumerate(document.sentences):
        paragraph = bisect_left(document.paragraphs, (start + 1, 0)) - 1
        for match in _PRONOUN.finditer(document.text, start, end):
            at = match.start()
            inside = bisect_left(starts, at + 1) - 1
            if inside < 0 or at >= quoted[inside].end:
                opens = not any(map(str.isalnum, document.text[start:at]))
                yield _Site(match[0].lower(), at, number, paragraph, opens, spoken.get(at))


def _infer_genders(people: People, sites: Sequence[_Site]) -> dict[int, str]:
    """The pronoun that mostly follows a person who is the subject of a sentence: id -> pronoun.

    Nearly always is enough to take it for certain.
    """
    votes: dict[int, Counter[str]] = {}
    for site in sites:
        near = (m for m in people.before(site.at, 8) if not (m.oblique or m.order or m.quoted))
        subject = next(near, None)
        if subject and site.sentence - subject.sentence <= site.opens:
            votes.setdefault(id(subject.person), Counter())[_GENDER[site.word]] += 1
    likely = {}
    for person in people.persons:
        own = votes.get(id(person), Counter())
        first, other = ("he", "she") if own["he"] >= own["she"] else ("she", "he")
        if not person.pronoun and own[first] > 1 and own[first] >= _VOTES * own[other]:
            likely[id(person)] = first
            if own[first] >= max(_VOTES, _ODDS * own[other]):
                person.pronoun = first
    return likely


def _choose(candidates: Sequence[Candidate], weights: Mapping[str, float] | None) -> Antecedent | None:
    """The likeliest candidate, with its probability against the others and against nobody."""
    if not candidates:
        return None
    for person, evidence in candidates:
        if not person.is_described:
            break
        if evidence.place.startswith("subject") and evidence.gap < 2:
            return Antecedent(person, _DESCRIBED)
    scores = [score(evidence, weights) for _, evidence in candidates]
    top = max(scores)
    total = sum(exp(one - top) for one in scores) + exp(score(None, weights) - top)
    return Antecedent(candidates[scores.index(top)][0], 1 / total)


class _Discourse:
    """Who was mentioned up to some place of an article, and how."""

    def __init__(
        self, document: Document, people: People, spoken: Mapping[int, Span], likely: Mapping[int, str]
    ) -> None:
        self._document, self._people, self._spoken, self._likely = document, people, spoken, likely
        self._last: dict[int, _Last] = {}
        self._persons: dict[int, Person] = {}
        self._speaker = -1  # the id of who spoke last
        self._mentions = sorted((*people.mentions, *people.described), key=attrgetter("start"))
        self._next = 0  # the next mention to read

    def read_names(self, upto: int) -> None:
        """Note the names before an offset."""
        while self._next < len(self._mentions) and self._mentions[self._next].start < upto:
            self._note_name(self._mentions[self._next])
            self._next += 1

    def _note_name(self, mention: Mention) -> None:
        person, key = mention.person, id(mention.person)
        if person.pronoun == "it" or not _may_be_person(person):
            return
        self._persons[key] = person
        before = self._last.pop(key, None)
        times = before.times + 1 if before else 1
        if before and mention.quoted and before.place != "quoted":
            self._last[key] = before._replace(times=times)
            return
        spoke = any(at in self._spoken for at in range(mention.start, mention.end))
        paragraph = bisect_left(self._document.paragraphs, (mention.start + 1, 0)) - 1
        spoke_ever = spoke or (before is not None and before.spoke)
        self._last[key] = _Last(
            mention.start, mention.sentence, paragraph, _place(mention), times, spoke=spoke_ever
        )
        if spoke:
            self._speaker = key

    def note_pronoun(self, site: _Site, person: Person) -> None:
        """Note that a pronoun means a person."""
        key, before = id(person), self._last.pop(id(person))
        place = _PLACES.get(site.word, "later")
        spoke = before.spoke or site.quotation is not None
        self._last[key] = _Last(
            site.at, site.sentence, site.paragraph, place, before.times + 1, by_pronoun=True, spoke=spoke
        )
        if site.quotation:
            self._speaker = key

    def describe_candidates(self, site: _Site) -> list[Candidate]:
        """The people whom a pronoun may mean, the nearest first, with the evidence."""
        gender = _GENDER[site.word]
        recent = islice(reversed(self._last), _SEARCHED)
        nearest = [key for key in recent if self._persons[key].pronoun in {"", gender}][:_MOST]
        inside = self._people.between(*site.quotation) if site.quotation else []
        quoted = {id(mention.person) for mention in inside}
        most = max((self._last[key].times for key in nearest), default=1)
        leading = max((self._persons[key].times for key in nearest), default=1)
        kind = "speaker" if site.quotation else "subject" if site.word in {"he", "she"} else "other"
        found = []
        for rank, key in enumerate(nearest):
            last, person = self._last[key], self._persons[key]
            gap = next((step for step in _GAPS if site.sentence - last.sentence >= step), 0)
            evidence = Evidence(
                word=site.word if gap == 0 else "",
                kind=kind,
                gap=gap,
                paragraphs=min(site.paragraph - last.paragraph, 2),
                place=last.place + " pronoun" * last.by_pronoun,
                clause=self._relate_clauses(last.at, site.at) if gap == 0 else "",
                opens=site.opens and gap > 0,
                sure=_rate_person(person),
                rank=min(rank, 3),
                times=_share(last.times, most),
                named=_share(person.times, leading),
                thrice=last.times >= 3,
                spoke="last" if key == self._speaker else "before" * last.spoke,
                gender=_compare(self._likely.get(key, ""), gender),
                has_role=bool(person.roles),
                quoted=key in quoted,
            )
            found.append((person, evidence))
        return found

    def _relate_clauses(self, start: int, end: int) -> str:
        """Whether a new clause begins between two places of a sentence."""
        return "other" if _CLAUSE.search(self._document.text, start, end) else "same"


def _rate_person(person: Person) -> str:
    """What tells that a name is a person's."""
    if person.is_described:
        return "described"
    if person.pronoun:
        return "known"
    return "person" if person.is_person else "whole" if " " in person.name else "single"


def _compare(likely: str, gender: str) -> str:
    return "" if not likely else "agrees" if likely == gender else "clashes"


def _place(mention: Mention) -> str:
    """The grammatical place of a name."""
    if mention.quoted:
        return "quoted"
    if mention.possessive:
        return "possessive"
    return "oblique" if mention.oblique else "later" if mention.order else "subject"


def _may_be_person(person: Person) -> bool:
    """Whether a name may be a person's: two words, a title, a first name, or a subject somewhere."""
    return " " in person.name or bool(person.pronoun) or person.is_person or person.is_subject


def _share(times: int, most: int) -> str:
    return "most" if times == most else "half" if 2 * times >= most else "few"
