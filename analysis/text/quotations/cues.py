"""Reporting expressions in the reporter's words, each with the mention of who speaks.

A cue is a verb of the table of reporting verbs (one word, or two: ``shot back``), a reporting noun (``her
claim``), ``according to``, ``in the words of``, the colon before a quotation or the dash behind it. Its
speaker is before it (``Smith said``), after it (``said Smith``), or the subject of the main clause (``Smith
smiled, saying``). Where grammar allows two readings, both are given, and `attribution` weighs them.
"""

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple

from analysis.text.quotations.phrases import (
    AUXILIARIES,
    PRONOUNS,
    RELATIVE,
    Phrase,
    phrase_after,
    phrase_before,
    possessor,
    subject,
)
from analysis.text.quotations.tokens import END, QUOTE, Line
from analysis.text.quotations.words import words

__all__ = ["Cue", "Verb", "cues", "verbs"]


class Verb(NamedTuple):
    """A reporting expression: its lemma, its form, its class and its strength.

    `cue_class` is `neutral`, `doubt` (claimed), `factive` (admitted), `attack` or `praise`. `strength` says
    how often the word reports speech: `strong` (nearly always), `often` or `seldom`.
    """

    lemma: str
    form: str
    cue_class: str
    strength: str


class Cue(NamedTuple):
    """A reporting expression and its speaker, as token numbers of a `Line`.

    Attributes:
        start: first token of the cue.
        end: token behind it.
        verb: what it is.
        speaker: the mention of the speaker; None if there is none.
        order: where the speaker was found: `before` or `after` the cue, as subject of the `clause`
            before or of the `main` clause, as `owner` of a noun; `none`.
    """

    start: int
    end: int
    verb: Verb
    speaker: Phrase
    order: str


_STRENGTHS = ("strong", "often", "seldom")
_FORMS = ("lemma", "third", "past", "participle", "gerund")
_ACCORDING = Verb("according to", "preposition", "neutral", "strong")
_COLON = Verb(":", "mark", "neutral", "often")
_DASH = Verb("–", "dash", "neutral", "strong")
_ADVERBS = words("adverbs")
_HEARING = words("hearing")
_OBJECTS = frozenset(("him", "her", "them"))
_NOUNS_IN_LY = frozenset(("ally", "assembly", "bully", "family", "monopoly", "reply", "supply", "tally"))
_BETWEEN = AUXILIARIES | _ADVERBS
_PASSIVE = words("passive")
_INVERTING = frozenset((QUOTE, ",", END, "as", "than", "–"))
_HANGING = words("hanging")
# No verb follows these, only a noun with the same spelling: the state, her claim.
_ARTICLES = words("articles")
_BEFORE_NOUN = _ARTICLES | words("possessives")


@cache
def verbs() -> dict[str, Verb]:
    """Every form of every reporting verb, in lower case; a form of two verbs belongs to the stronger one.

    A cell of the table holds the spellings of a form. The first, the American one, is the lemma of all.
    """
    found: dict[str, Verb] = {}
    path = Path(__file__).parent / "data" / "reporting_verbs.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: _STRENGTHS.index(row["strength"]))
    for row in rows:
        lemma = row["lemma"].partition("|")[0]
        for form in _FORMS:
            for spelling in row[form].split("|"):
                found.setdefault(spelling, Verb(lemma, form, row["class"], row["strength"]))
    return found


@cache
def _actions() -> frozenset[str]:
    return frozenset(verbs())


def cues(line: Line) -> list[Cue]:
    """Every cue of a paragraph, in order; a cue with several readings comes several times."""
    lower, table, found = line.lower, _reporting(), list[Cue]()
    for i, verb in [(i, table[word]) for i, word in enumerate(lower) if word in table]:
        if phrasal := table.get(f"{lower[i]} {lower[i + 1]}"):
            found += _verb_cues(line, (i, i + 2), phrasal, found)
        elif verb.form in _FORMS:
            found += _verb_cues(line, (i, i + 1), verb, found)
        elif lower[i] == "words" and lower[i + 1] == "of":
            found.append(_cue(i, i + 2, _ACCORDING, phrase_after(line, i + 2), "after"))
        elif verb.form == "noun":
            owner = possessor(line, i)
            if owner:
                found.append(Cue(i, i + 1, verb, owner, "owner"))
        else:
            found += _phrase_cues(line, i)
    return found


@cache
def _reporting() -> dict[str, Verb]:
    """Every token that a cue may begin with, and every verb of two words ("shot back")."""
    nouns = {noun: Verb(noun, "noun", "neutral", "seldom") for noun in words("nouns")}
    opening = {form.partition(" ")[0]: verb._replace(form="opening") for form, verb in verbs().items()}
    return {**opening, **nouns, **verbs(), "according": _ACCORDING, ":": _COLON, "–": _DASH}


def _phrase_cues(line: Line, i: int) -> list[Cue]:
    """The cues that are not verbs: ``according to``, a colon, a dash."""
    lower = line.lower
    if lower[i] == "according" and lower[i + 1] == "to":
        return [_cue(i, i + 2, _ACCORDING, phrase_after(line, i + 2), "after")]
    if lower[i] == ":" and i and (lower[i + 1] == QUOTE or (i < 7 and END not in lower[:i])):
        return [_cue(i, i + 1, _COLON, phrase_before(line, i - 1), "before")]
    if lower[i] == "–" and QUOTE in {lower[i - 1], *lower[i - 2 : i - 1]} and _is_name(line, i + 1):
        name = phrase_after(line, i + 1)
        if name and lower[name[1]] in {END, ",", ".", "("}:
            return [Cue(i, i + 1, _DASH, name, "after")]
    return []


def _is_name(line: Line, i: int) -> bool:
    return line.words[i][0].isupper()


def _verb_cues(line: Line, cue: tuple[int, int], verb: Verb, earlier: list[Cue]) -> list[Cue]:
    """The readings of a verb, which is one word or two."""
    i, end = cue
    before = line.lower[i - 1] if i else END
    if verb.lemma == "say" and verb.form in {"lemma", "gerund"} and (heard := _heard(line, i)):
        earlier[:] = [other for other in earlier if other.start != heard[0] - 1]
        return [Cue(i, end, verb, heard, "before")]
    is_noun = before in _BEFORE_NOUN or before.endswith("'s")
    found = (
        [] if is_noun and verb.form in {"lemma", "third", "gerund"} else _readings(line, cue, verb, earlier)
    )
    owner = possessor(line, i) if verb.form in {"lemma", "third"} else None
    if owner:
        found.append(Cue(i, end, verb, owner, "owner"))
    return found


def _heard(line: Line, i: int) -> Phrase:
    """Who was heard or quoted as saying: ``Reuters quoted Ann Roe as saying``, ``he heard her say``."""
    last = i - 1 - (line.lower[i - 1] == "as")
    if last < 1:
        return None
    first = last
    while first > 1 and line.words[first - 1][0].isupper() and line.words[first][0].isupper():
        first -= 1
    is_person = line.words[last][0].isupper() or line.lower[last] in _OBJECTS
    return (first, last + 1) if is_person and line.lower[first - 1] in _HEARING else None


def _readings(line: Line, cue: tuple[int, int], verb: Verb, earlier: list[Cue]) -> list[Cue]:
    (i, end), lower = cue, line.lower
    j = i - 1
    passive = False
    while j >= 0 and (lower[j] in _BETWEEN or _is_adverb(line, j)):
        passive = passive or (lower[j] in _PASSIVE and verb.form in {"past", "participle"})
        j -= 1
    before = lower[j] if j >= 0 else END
    if passive:
        agent = phrase_after(line, end + 1) if lower[end] == "by" else None
        return [_cue(i, end, verb, agent, "after")]
    if before in PRONOUNS or before in RELATIVE:
        return [Cue(i, end, verb, (j, j + 1), "before")]
    if j == i - 1 and before in _INVERTING and (before != "," or lower[j - 1] == QUOTE):
        name = phrase_after(line, end)
        if name:
            return [Cue(i, end, verb, name, "after")]
    if verb.form == "gerund" or before in _HANGING:
        return _hanging(line, cue, verb, earlier)
    return [_cue(i, end, verb, phrase_before(line, j), "before")]


def _is_adverb(line: Line, j: int) -> bool:
    word = line.words[j]
    return word.endswith("ly") and word.islower() and word not in _NOUNS_IN_LY


def _hanging(line: Line, cue: tuple[int, int], verb: Verb, earlier: list[Cue]) -> list[Cue]:
    """The readings of a participle or second verb: the last subject, and the subject of the sentence."""
    i, end = cue
    main = subject(line, i, _actions())
    last = main
    for other in reversed(earlier):
        if END in line.lower[other.start : i]:
            break
        if other.speaker and other.order != "owner":
            last = other.speaker
            break
    found = [_cue(i, end, verb, last, "clause")]
    if main and main != last:
        found.append(Cue(i, end, verb, main, "main"))
    return found


def _cue(start: int, end: int, verb: Verb, speaker: Phrase, order: str) -> Cue:
    return Cue(start, end, verb, speaker, order if speaker else "none")
