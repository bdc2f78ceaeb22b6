"""Who speaks in each quotation: the person, body or document behind the mention of a speaker, or nobody.

A mention is a name ("Mr. Moe"), a pronoun, or a description ("the minister", "Roe's lawyer, Max Moe").
Whoever is found has a certainty: the probability of the mention among those that the quotation may belong
to, times that of the name behind it. Below `LEAST_CERTAINTY` the speaker is left open.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from analysis.text.quotations.antecedents import Antecedent, resolve_pronouns
from analysis.text.quotations.attribution import Attribution
from analysis.text.quotations.descriptions import Found, Phrase, read_phrase
from analysis.text.quotations.marks import QuotedRun
from analysis.text.quotations.people import People, collect_people
from analysis.text.segmentation.document import Document, Span

__all__ = ["LEAST_CERTAINTY", "NOBODY", "Speaker", "identify_speakers"]

# By evidence. Chosen on quotations with labelled speakers so that at least 95 of 100 names are right
# (docs/validation).
LEAST_CERTAINTY = {
    "name": 0.35,
    "apposition": 0.35,
    "pronoun": 0.45,
    "role": 0.5,
    "author": 0.5,
    "owner": 0.5,
}
_CARRIES = 2  # paragraphs over which a quotation without a mention continues the last speaker

_RELATIVE = frozenset(("who", "which", "that", "whose"))
_PERSONAL = frozenset(("he", "she", "him", "her", "his", "hers"))
_OTHER_PRONOUNS = frozenset(
    ("i", "we", "you", "they", "it", "its", "our", "my", "your", "their", "us", "me", "them")
)
_PARTY = re.compile(r"[A-Z]{1,3}-[A-Z]")  # R-Ohio


class Speaker(NamedTuple):
    """Who speaks.

    Attributes:
        name: without titles and roles, in the fullest form of the article; None where it is left open.
        role: the first role that the article gives with the name ("foreign minister"), or "".
        kind: `person`, `organisation`, `document`, `described` (by a noun, not named) or `unknown`.
        evidence: how the name was found: `name`, `pronoun`, `role`, `apposition`, `owner`, `author`,
            `description`, `continued`; for `unknown` why it was not: `no mention`, `no antecedent`,
            `uncertain`.
        certainty: how probable it is that the name is right, 0 to 1.
    """

    name: str | None
    role: str = ""
    kind: str = "unknown"
    evidence: str = "no mention"
    certainty: float = 0.0


NOBODY = Speaker(None)


def identify_speakers(
    document: Document, runs: Sequence[QuotedRun], attributions: Sequence[Attribution]
) -> list[Speaker]:
    """The speaker of each quoted run; `NOBODY` for a run that is not speech."""
    quoted = [Span(run.start, run.end) for run in runs]
    people = collect_people(document, quoted)
    spoken: dict[int, Span] = {}
    for span, one in zip(quoted, attributions, strict=True):
        if one.direct and one.speaker:
            spoken.setdefault(one.speaker.start, span)
    antecedents = resolve_pronouns(document, people, quoted, spoken)
    known: dict[Span, Speaker] = {}
    found: list[Speaker] = []
    last, before = NOBODY, None
    for run, one in zip(runs, attributions, strict=True):
        speaker = NOBODY
        if one.direct and one.speaker is None:
            carries = before is not None and last.name and _continues(document, people, before, run)
            speaker = last._replace(evidence="continued") if carries else NOBODY
        elif one.direct and one.speaker:
            if one.speaker not in known:
                known[one.speaker] = _identify(document, people, antecedents, one.speaker)
            speaker = _weigh(known[one.speaker], one.certainty)
            far = one.speaker.end < document.paragraphs[run.paragraph].start
            if far and _others_act(people, one.speaker.end, run.start):
                speaker = Speaker(None, evidence="uncertain")
        if one.direct:
            last, before = speaker, run
        found.append(speaker)
    return found


def _continues(document: Document, people: People, before: QuotedRun, run: QuotedRun) -> bool:
    """Whether a quotation without a mention goes on with the one before: nobody else acts between the two."""
    gap = run.paragraph - before.paragraph
    whole = run.start - document.paragraphs[run.paragraph].start <= 1
    return (gap == 0 or (whole and gap <= _CARRIES)) and not _others_act(people, before.end, run.start)


def _others_act(people: People, start: int, end: int) -> bool:
    """Whether somebody is named as a subject between a speaker and a later quotation."""
    return any(not (mention.oblique or mention.quoted) for mention in people.between(start + 1, end))


def _weigh(speaker: Speaker, certainty: float) -> Speaker:
    """A speaker with the certainty of the mention counted in; left open below the least certainty."""
    certainty *= speaker.certainty
    if speaker.name is None or certainty >= LEAST_CERTAINTY.get(speaker.evidence, 0.0):
        return speaker._replace(certainty=certainty)
    return Speaker(None, evidence="uncertain", certainty=certainty)


def _identify(
    document: Document, people: People, antecedents: Mapping[int, Antecedent], span: Span
) -> Speaker:
    """Who is behind a mention."""
    mention = document.text[span.start : span.end]
    opening = mention.split(maxsplit=1)[0].lower()
    if opening in _RELATIVE or _PARTY.match(mention):
        return _named_before(document.text, people, span.start)
    if opening in _PERSONAL and (opening == mention.lower() or opening in {"he", "she"}):
        return _behind_pronoun(antecedents, span.start)
    if opening == "it":
        return _body_before(people, span.start)
    if mention.lower() in _OTHER_PRONOUNS or opening in {"they", "we", "i"}:
        return Speaker(None, evidence="no antecedent")
    return _from_found(read_phrase(Phrase(document, people, antecedents, span)))


def _from_found(found: Found) -> Speaker:
    if found.person and found.person.is_described:
        return Speaker(found.person.name, "", "described", found.evidence, found.certainty)
    if found.person is None:
        return Speaker(found.name, kind=found.kind, evidence=found.evidence, certainty=found.certainty)
    kind = "organisation" if found.person.pronoun == "it" else "person"
    name = found.name or found.person.name
    return Speaker(name, found.person.role, kind, found.evidence, found.certainty)


def _named_before(text: str, people: People, at: int) -> Speaker:
    """Whoever is named right before: ``Ann Roe, who``, ``Ann Roe (D-Ohio)``."""
    before = people.last_before(at)
    if before and not text[before.end : at].strip(" ,("):
        return _from_found(Found(before.person, "name", before.certainty))
    return Speaker(None, evidence="no antecedent")


def _behind_pronoun(antecedents: Mapping[int, Antecedent], at: int) -> Speaker:
    found = antecedents.get(at)
    if not found:
        return Speaker(None, evidence="no antecedent")
    return _from_found(Found(found.person, "pronoun", found.probability))


def _body_before(people: People, at: int) -> Speaker:
    """The body that was named last as a subject, for ``it``."""
    near = [m for m in people.before(at, 6) if m.person.pronoun == "it"]
    bodies = [m.person for m in near if not m.oblique and not m.quoted]
    if not bodies or any(m.person is not bodies[0] for m in near):
        return Speaker(None, evidence="no antecedent")
    return _from_found(Found(bodies[0], "pronoun", 0.8))
