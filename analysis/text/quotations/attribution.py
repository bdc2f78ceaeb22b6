"""Who is quoted, and which words report it: the most likely reading of every quoted run.

The score of a reading is the sum of the weights of its features. The weights are those of a multinomial
logistic model fitted on the training part of PolNeAR (840 US news articles with hand-annotated quotations);
they are in ``data/weights.csv``. The fit maximises a penalised likelihood in which the question whether a
run is speech has its own weight. `_DOUBT` was chosen by cross-validation on the training part. The other
constants below were set by hand, with the development part of PolNeAR and 40 Canadian articles in view. Runs
are read from left to right, because a quotation may continue the one before.
"""

import csv
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import groupby
from math import exp
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from analysis.text.quotations.cues import Cue, Verb, cues
from analysis.text.quotations.features import (
    Group,
    Setting,
    above_features,
    continuation_features,
    cue_features,
    feature_names,
    nobody_features,
    setting,
    speechless_features,
)
from analysis.text.quotations.marks import QuotedRun
from analysis.text.quotations.tokens import END, QUOTE, Line, last_sentence, line
from analysis.text.segmentation.document import Document, Span

__all__ = ["Attribution", "Passage", "Place", "Reading", "attributions", "places", "readings"]

_LONG = 10  # words of a run that is always speech, unless it is a title
_REACH = 40  # tokens between a quotation and its cue
_OPENING = 2  # most tokens before a quotation that the paragraph above may report
_DOUBT = 1.4  # least odds that a shorter run is speech
_TRANSCRIPT = re.compile(r"[A-Z][A-Z .'-]+(?=(?: \([^)]{1,40}\))?:\s)")
_TEASER = re.compile(
    r"(?:read more|more|watch|related|see also|listen|photos?|video|also read|must read)\b[^.]{0,12}:",
    re.IGNORECASE,
)


class Attribution(NamedTuple):
    """What a quoted run is and whose words it contains.

    Attributes:
        direct: whether it is speech or writing of someone.
        speaker: where the speaker is mentioned, or None.
        cue: where the reporting expression is, or None.
        verb: the reporting expression, or None.
        certainty: how probable the mention is among those of all readings as speech, 0 to 1.
    """

    direct: bool
    speaker: Span | None = None
    cue: Span | None = None
    verb: Verb | None = None
    certainty: float = 1.0


class Passage(NamedTuple):
    """A paragraph as tokens, the reporting expressions in it, and the tokens at which these start."""

    line: Line
    cues: list[Cue]
    starts: list[int]


class Place(NamedTuple):
    """The place of a quoted run.

    Attributes:
        run: the run.
        at: the number of its token in its paragraph.
        passage: its paragraph.
        above: the paragraph above; None if there is none, or if other quotations are between the two.
    """

    run: QuotedRun
    at: int
    passage: Passage
    above: Passage | None


class Reading(NamedTuple):
    """One reading of a run: its features, and the attribution that it gives.

    `found` is the attribution, or a cue with its paragraph from which the attribution is made.
    """

    features: list[Group]
    found: "Attribution | tuple[Line, Cue]"

    @property
    def mention(self) -> object:
        """Which mention of a speaker it chooses: equal for readings that choose the same one."""
        if isinstance(self.found, Attribution):
            return self.found.speaker
        tokens, cue = self.found
        return cue.speaker and (id(tokens), cue.speaker)

    def attribution(self, text: str) -> Attribution:
        """The attribution that the reading gives to the run; `text` is that of the document."""
        return self.found if isinstance(self.found, Attribution) else _from_cue(text, *self.found)


_NO_SPEECH = Attribution(direct=False)
_NOBODY = Attribution(direct=True)
_LABEL = Verb(":", "mark", "neutral", "often")


@cache
def _weights() -> dict[str, float]:
    path = Path(__file__).parent / "data" / "weights.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {row["feature"]: float(row["weight"]) for row in csv.DictReader(file)}


@lru_cache(65536)
def _weight(group: Group) -> float:
    weights = _weights()
    return sum(weights.get(name, 0.0) for name in feature_names(group))


def attributions(document: Document, runs: Sequence[QuotedRun]) -> list[Attribution]:
    """The attribution of every quoted run, in order; linear in the text."""
    found: list[Attribution] = []
    before: tuple[Place, Attribution] | None = None
    for place in places(document, runs):
        chosen = _certain(document, place) or _likeliest(document, place, before)
        found.append(chosen)
        if chosen.cue:
            before = place, chosen
    return _shared(document, runs, found)


def _shared(document: Document, runs: Sequence[QuotedRun], found: list[Attribution]) -> list[Attribution]:
    """Give a quotation over several paragraphs one attribution: the first with a cue in its own paragraph."""
    first = 0
    for end in range(1, len(runs) + 1):
        if end < len(runs) and runs[end].continues and found[end - 1].direct and found[end].direct:
            continue
        near = (k for k in range(first, end) if _is_in_paragraph(document, runs[k], found[k]))
        own = next(near, first)
        found[first:own] = [found[own]] * (own - first)
        first = end
    return found


def _is_in_paragraph(document: Document, run: QuotedRun, attribution: Attribution) -> bool:
    start, end = document.paragraphs[run.paragraph]
    return attribution.cue is not None and start <= attribution.cue.start < end


def places(document: Document, runs: Sequence[QuotedRun]) -> Iterator[Place]:
    """The place of each run, in order; every paragraph is read once."""
    last: tuple[int, Passage] | None = None
    for number, group in groupby(runs, key=attrgetter("paragraph")):
        inside = list(group)
        passage = _passage(line(document, number, inside))
        above = last[1] if last and last[0] == number - 1 else None
        if above is None and number and passage.line.quotes[0] <= _OPENING:
            above = _passage(last_sentence(document, number - 1))
        last = number, passage
        for nth, (run, at) in enumerate(zip(inside, passage.line.quotes, strict=True)):
            yield Place(run, at, passage, None if nth else above)


def _passage(tokens: Line) -> Passage:
    found = cues(tokens)
    return Passage(tokens, found, [cue.start for cue in found])


def readings(document: Document, place: Place, before: tuple[Place, Attribution] | None) -> list[Reading]:
    """Every reading of a run; the last is that it is not speech.

    Args:
        document: the document.
        place: the place of the run.
        before: the last run that was attributed, and how.
    """
    run, at, passage, above = place
    tokens = passage.line
    how = setting(document.text, run, tokens, at)
    found: list[Reading] = []
    low, high = (bisect_left(passage.starts, at + reach) for reach in (-_REACH, _REACH))
    for cue in passage.cues[low:high]:
        features = cue_features(tokens, at, cue, how)
        if features:
            found.append(Reading(features, (tokens, cue)))
    if before:
        found.append(_continuation(place, how, *before))
    if above and at <= _OPENING:
        alone = QUOTE not in tokens.lower[at + 1 :]
        found += [
            Reading(above_features(above.line, cue, how, alone=alone), (above.line, cue))
            for cue in above.cues[bisect_left(above.starts, _last_sentence(above.line)) :]
        ]
    found.append(Reading(nobody_features(how), _NOBODY))
    found.append(Reading(speechless_features(tokens, at, how), _NO_SPEECH))
    return found


def _certain(document: Document, place: Place) -> Attribution | None:
    """The attribution of runs that need no weights: labelled lines of transcripts, links to other articles.

    A transcript is a document that the reporter shows. Its labelled lines are not counted as speech quoted in
    the report, but a quotation below them may continue the speaker of the last one.
    """
    label = _TRANSCRIPT.match(document.text, place.run.start, place.run.end)
    if label:
        colon = document.text.index(":", label.end())
        return Attribution(direct=False, speaker=Span(*label.span()), cue=Span(colon, colon + 1), verb=_LABEL)
    start = document.paragraphs[place.run.paragraph].start
    if _TEASER.match(document.text, start) and not _is_long(document, place.run):
        return _NO_SPEECH
    return None


def _likeliest(document: Document, place: Place, before: tuple[Place, Attribution] | None) -> Attribution:
    options = readings(document, place, before)
    scores = [sum(map(_weight, option.features)) for option in options]
    best = max(range(len(options) - 1), key=scores.__getitem__)
    if not (_is_long(document, place.run) and options[-1].features[0][1] != "title"):
        speech = sum(exp(score - scores[-1]) for score in scores[:-1])
        if speech < _DOUBT:
            return _NO_SPEECH
    return _rate(document.text, options[:-1], scores[:-1], best)


def _rate(text: str, options: Sequence[Reading], scores: Sequence[float], best: int) -> Attribution:
    """The best reading as speech; its certainty is the share of the readings that name its speaker."""
    weights = [exp(score - scores[best]) for score in scores]
    mention = options[best].mention
    same = sum(weight for option, weight in zip(options, weights, strict=True) if option.mention == mention)
    return options[best].attribution(text)._replace(certainty=same / sum(weights))


def _is_long(document: Document, run: QuotedRun) -> bool:
    """Whether a run is so long that it is speech unless it is the title of a work."""
    return document.text.count(" ", run.start, run.end) >= _LONG - 1


def _continuation(place: Place, how: Setting, before: Place, last: Attribution) -> Reading:
    gap = place.run.paragraph - before.run.paragraph
    between = None if gap else place.passage.line.lower[before.at + 1 : place.at]
    features = continuation_features(between, gap, how, closed=before.run.closed)
    return Reading(features, last._replace(direct=True, certainty=1.0))


def _from_cue(text: str, tokens: Line, cue: Cue) -> Attribution:
    return Attribution(
        direct=True,
        speaker=tokens.span(text, *cue.speaker) if cue.speaker else None,
        cue=tokens.span(text, cue.start, cue.end),
        verb=cue.verb,
    )


def _last_sentence(tokens: Line) -> int:
    """The first token of the last sentence of a paragraph."""
    first = len(tokens.lower) - 1
    while first and tokens.lower[first - 1] != END:
        first -= 1
    return first
