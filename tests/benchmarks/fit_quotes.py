"""Fit the weights that `analysis.text.quotations.attribution` reads quotations with.

    python tests/benchmarks/fit_quotes.py polnear_train.jsonl speech.jsonl [weights.csv]

What: a weight for each feature, such that the readings of a quoted run have the probabilities of a
multinomial logistic model: exp(sum of weights), divided by its sum over the readings. On what: the train
part of PolNeAR, an article a line as JSON: `id`, `text`, `spans` (annotated quotations: `start`, `end`,
`speaker`, `cue`, and `reference`, who the speaker is by name) and `ignore` (start and end of stretches not
to be judged); and articles of BASIL in the same form, in which only speech is annotated and titles of works
were told apart by reading. There every reading as speech counts as right. A run that may go on with the one
before is shown that one as annotated. Loss: minus the log of the joint probability of the right readings,
plus `SPEECH` times minus the log of the probability that the run is speech if it is, or none if it is none;
summed over the runs. Without the second part the search for the speaker, which has more readings to tell
apart, outweighs that for the quotation; `SPEECH` was chosen by cross-validation on the same articles.
Regularisation: `PENALTY` / 2 times the sum of squared weights. Pruning: a feature needs `SEEN` readings to be
fitted, a weight at least `LEAST`, of either sign, to be kept. Rounding: two decimals.

Afterwards the weight of no speech is lowered to the odds `ODDS`, which were chosen with cross-validation that
leaves out outlets (PolNeAR) and events (BASIL). The weights in `BY_HAND` replace fitted ones, for quotations
whose sentence has nothing else, or that open one and end with a comma: in PolNeAR 4,415 of 4,442 are speech,
but the fit sees none of them without a speaker nearby.
"""

import csv
import json
import re
import sys
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from math import log
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import scored
from scipy import optimize, sparse

from analysis.text.cleaning.canonical import canonical
from analysis.text.quotations import attribution, marks
from analysis.text.quotations.features import feature_names
from analysis.text.quotations.words import words
from analysis.text.segmentation import segment

PENALTY, SPEECH, SEEN, LEAST, ODDS = 8.0, 3.0, 15, 0.15, 1.15
BY_HAND = {"none alone": -6.0, "none start": -3.0}
TABLE = Path(attribution.__file__).parent / "data" / "weights.csv"
Annotation = dict[str, Any]
Example = tuple[list[list[str]], list[int]]  # the features of a run's readings; which readings are right
Vector = npt.NDArray[np.float64]
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_HEAD_END = re.compile(r"[,(]|\b(?:who|which|of|for|from|at|in|on|with|to)\b")
_PRONOUN = re.compile("he|she|it|they|i|we|you|his|her|their|who|that|this|one")
_TITLE = re.compile("an?|the|mrs?|ms|dr|sen|rep|gov|president|senator|governor|secretary|candidate")
_IRREGULAR = {"say": "said", "says": "said", "tell": "told"}


def main(train: str, speech: str, table: str | Path = TABLE) -> None:
    """Write the table of weights, sorted by feature."""
    found = [example for article in read(train) for example in examples(article)]
    found += [example for article in read(speech) for example in examples(article, only_speech=True)]
    weights = {**fit(found), **BY_HAND}
    weights["none"] -= log(attribution._DOUBT / ODDS)
    rows = [(name, f"{weight:.2f}") for name, weight in sorted(weights.items()) if abs(weight) >= LEAST]
    with Path(table).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("feature", "weight"), *rows])


def read(path: str) -> Iterator[Annotation]:
    """The articles of a file of JSON lines."""
    return map(json.loads, Path(path).read_text(encoding="utf-8").strip().split("\n"))


def examples(article: Annotation, *, only_speech: bool = False) -> Iterator[Example]:
    """The quoted runs of an article that something can be learnt from, in order.

    Args:
        article: the article.
        only_speech: whether speakers are not annotated.
    """
    folded = canonical(article["text"])
    document = segment(scored.all_body(article["text"]))
    runs = marks.find_quoted_runs(document)
    golds = _annotations(article, [(folded.origin(run.start), folded.origin(run.end)) for run in runs])
    before: tuple[attribution.Place, attribution.Attribution] | None = None
    for place, gold in zip(attribution.places(document, runs), golds, strict=True):
        if gold is None or attribution._certain(document, place):
            continue
        readings = attribution.readings(document, place, before)
        right = _right(document.text, readings, gold)
        yield (
            [[name for group in reading.features for name in feature_names(group)] for reading in readings],
            right,
        )
        if right[-1] < len(readings) - 2:  # the speaker was found
            own = [n for n in right if readings[n].features[0][0] != "on"]
            before = place, readings[(own or right)[0]].attribution(document.text)
        elif only_speech and gold and len(readings) > 2:
            before = place, attribution.Attribution(direct=True)


def fit(found: Sequence[Example]) -> dict[str, float]:
    """The weights of least penalised loss, of the features that are seen often enough."""
    readings = [reading for example, _ in found for reading in example]
    seen = Counter(name for reading in readings for name in reading)
    number = {name: n for n, name in enumerate(name for name in seen if seen[name] >= SEEN)}
    rows = [[number[name] for name in reading if name in number] for reading in readings]
    columns, ends = [n for row in rows for n in row], np.cumsum([0, *map(len, rows)])
    has = sparse.csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(rows), len(number)))
    correct = np.array([n in right for example, right in found for n in range(len(example))])
    alike = np.array([n in _alike(*example) for example in found for n in range(len(example[0]))])
    sizes = [len(example) for example, _ in found]
    starts = np.cumsum([0, *sizes[:-1]])

    def loss(weights: Vector) -> tuple[float, Vector]:
        scores = has @ weights
        odds = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
        every = np.add.reduceat(odds, starts)
        total, slope = PENALTY / 2 * float(weights @ weights), PENALTY * weights
        for share, right in ((1.0, correct), (SPEECH, alike)):
            good = np.add.reduceat(odds * right, starts)
            total += share * float(np.log(every / good).sum())
            slope += share * (
                has.T @ (odds / np.repeat(every, sizes) - odds * right / np.repeat(good, sizes))
            )
        return total, slope

    fitted = optimize.minimize(loss, np.zeros(len(number)), jac=True, method="L-BFGS-B")
    return dict(zip(number, fitted.x.tolist(), strict=True))


def _alike(readings: Sequence[list[str]], right: Sequence[int]) -> range:
    """The readings that are speech as the right ones are, or no speech as they are."""
    speechless = len(readings) - 1
    return range(speechless, speechless + 1) if right[-1] == speechless else range(speechless)


def _annotations(article: Annotation, runs: Sequence[tuple[int, int]]) -> Iterator[Annotation | None]:
    """Each run's annotation (Jaccard index of words >= .8): empty where none touches it, None if in doubt."""
    starts = [match.start() for match in _WORD.finditer(article["text"])]

    def inside(start: int, end: int) -> set[int]:
        return set(range(bisect_left(starts, start), bisect_left(starts, end)))

    unsure = set().union(*(inside(*stretch) for stretch in article["ignore"]))
    golds = [
        (inside(*paragraph.span()), span)
        for span in article["spans"]
        for paragraph in re.compile(".+").finditer(article["text"], span["start"], span["end"])
    ]
    for own in (inside(*run) for run in runs):
        shared = [(len(own & gold) / len(own | gold), n) for n, (gold, _) in enumerate(golds) if own & gold]
        best, which = max(shared, default=(0.0, 0))
        doubtful = not own or len(own & unsure) > len(own) / 2 or 0 < best < 0.8
        yield None if doubtful else golds[which][1] if best else {}


def _right(text: str, readings: Sequence[attribution.Reading], gold: Annotation) -> list[int]:
    """The right readings: with the annotated speaker, and if possible cue; else speech of nobody."""
    nobody = len(readings) - 2
    speaker, cue = gold.get("speaker") or gold.get("reference"), _stems(gold.get("cue") or "")
    if not speaker:
        return list(range(nobody + 1)) if gold else [nobody + 1]
    found = [reading.attribution(text) for reading in readings[:nobody]]
    named = [n for n, own in enumerate(found) if own.speaker and _is_same(speaker, text[slice(*own.speaker)])]
    cued = [n for n in named if not cue or cue & _stems(text[slice(*(found[n].cue or (0, 0)))])]
    return cued or named or [nobody]


def _is_same(gold: str, found: str) -> bool:
    """Whether the head of one mention is a word of the other; a pronoun is the same pronoun only."""
    mentions = _words(gold), _words(found)
    if not all(mentions) or any(len(m) == 1 and _PRONOUN.fullmatch(m[0]) for m in mentions):
        return mentions[0][:1] == mentions[1][:1] != []
    head, other = ((_words(_HEAD_END.split(text)[0]) or _words(text))[-1] for text in (gold, found))
    names, others = ([word for word in mention if not _TITLE.fullmatch(word)] for mention in mentions)
    return head == other or head in others or other in names


def _stems(cue: str) -> set[str]:
    found = [word for word in _words(cue) if word not in words("auxiliaries")] or _words(cue)
    return {_IRREGULAR.get(w, w if len(w) < 5 else re.sub("(ing|ed|es|s|d)$", "", w)) for w in found}


def _words(text: str) -> list[str]:
    return [_POSSESSIVE.sub("", word).lower() for word in _WORD.findall(text)]


if __name__ == "__main__":
    main(*sys.argv[1:])
