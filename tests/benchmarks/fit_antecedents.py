"""Fit the weights by which "he" and "she" are resolved, and measure them on articles that were left out.

    python fit_antecedents.py LABELS.jsonl FORMS.json CORPUS GAP.tsv > antecedents.csv

LABELS: quotations with labelled speakers, one JSON object a line (file, event, start, end, speech, speaker, also, kind);
FORMS: lists of names of one person; CORPUS: the folder of the articles; GAP: ambiguous pronouns with two names each
(Webster et al. 2018). A conditional logit model over the people named before and nobody: the weights maximise the
likelihood with a penalty. Folds are whole events. The pronouns before one count as mentions as the weights of the last
round choose them, so the fit is repeated.
"""

import csv
import json
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import scored
from scipy.optimize import minimize

from analysis.text.cleaning.canonical import canonical
from analysis.text.quotations.antecedents import Antecedent, Pronoun, describe_pronouns
from analysis.text.quotations.attribution import attributions
from analysis.text.quotations.bearers import Person
from analysis.text.quotations.evidence import feature_names
from analysis.text.quotations.marks import find_quoted_runs
from analysis.text.quotations.people import collect_people
from analysis.text.segmentation import Document, Span, segment

_FOLDS, _ROUNDS = 5, 3
_PENALTY, _GAP_WEIGHT = 2.0, 0.3  # chosen by these folds among 1 to 3 and 0.3 to 1
_START = {"place subject": 1.5, "sure known": 1.0, "spoke last": 1.0, "rank 0": 0.5, "nobody": -5.0}
_TITLES = frozenset(("mr", "mrs", "ms", "dr", "president", "sen", "rep"))

Weights = Mapping[str, float]
Vector = npt.NDArray[np.float64]


class Text(NamedTuple):
    """An article: its fold's key, what is read of it, and for each labelled pronoun who is right."""

    group: str
    weight: float
    document: Document
    quoted: list[Span]
    spoken: dict[int, Span]
    right: dict[int, Callable[[Person], bool]]


class Example(NamedTuple):
    """A labelled pronoun with its candidates, which of them are right, and what was chosen."""

    weight: float
    pronoun: Pronoun
    right: list[bool]
    chosen: Antecedent | None
    is_right: Callable[[Person], bool]


def read_text(group: str, weight: float, text: str) -> tuple[Text, list[tuple[Span, Span | None]]]:
    """A text without labels, and its quotations with the mentions of their speakers."""
    document = segment(scored.all_body(text))
    runs = find_quoted_runs(document)
    quoted = [Span(run.start, run.end) for run in runs]
    found = [one.speaker if one.direct else None for one in attributions(document, runs)]
    spoken: dict[int, Span] = {}
    for span, speaker in zip(quoted, found, strict=True):
        if speaker:
            spoken.setdefault(speaker.start, span)
    return Text(group, weight, document, quoted, spoken, {}), [*zip(quoted, found, strict=True)]


def words(name: str) -> set[str]:
    """The words of a name without titles."""
    return {word for word in re.findall(r"[^\W\d_]+", name.lower()) if word not in _TITLES}


def is_among(names: Sequence[set[str]], person: Person) -> bool:
    """Whether a person's words are those of one of the names, or some of them."""
    return not person.is_described and any(words(person.name) <= name for name in names)


def is_nameless(person: Person) -> bool:
    """Whether a person is described and not named."""
    return person.is_described


def read_labelled(labels: Path, forms: Path, corpus: Path) -> Iterable[Text]:
    """The articles with labelled quotations."""
    same = {form: group for group in json.loads(forms.read_text(encoding="utf-8")) for form in group}
    by_file = defaultdict(list)
    for row in map(json.loads, labels.read_text(encoding="utf-8").splitlines()):
        if row["speech"] == "direct":
            by_file[row["file"]].append(row)
    for file, rows in by_file.items():
        written = (corpus / file).read_text(encoding="utf-8")
        folded = canonical(written)
        text, found = read_text(rows[0]["event"], 1.0, written)
        for row in rows:
            for (start, end), speaker in found:
                shared = min(folded.origin(end), row["end"]) - max(folded.origin(start), row["start"])
                if speaker and 2 * shared > row["end"] - row["start"]:
                    names = [
                        name for one in (row["speaker"], *row["also"]) if one for name in same.get(one, [one])
                    ]
                    known = [words(name) for name in names] if row["kind"] == "person" else []
                    is_right = is_nameless if row["kind"] == "described" else partial(is_among, known)
                    text.right[speaker.start] = is_right
                    break
        yield text


def read_gap(path: Path) -> Iterable[Text]:
    """The pronouns of GAP; tab-separated, with A and B and whether the pronoun means them."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in rows:
        folded = canonical(row["Text"])
        text, _ = read_text(row["ID"], _GAP_WEIGHT, row["Text"])
        names = [words(row[one]) for one in "AB" if row[f"{one}-coref"].upper() == "TRUE"]

        def is_right(person: Person, names: Sequence[set[str]] = tuple(names)) -> bool:
            own = words(person.name)
            return not person.is_described and any(own <= name or name <= own for name in names)

        for match in re.finditer(r"\b\w+\b", folded.text):
            if folded.origin(match.start()) == int(row["Pronoun-offset"]):
                text.right[match.start()] = is_right
        yield text


def list_examples(texts: Iterable[Text], weights: Weights) -> list[Example]:
    """The labelled pronouns, the ones before them resolved with the weights."""
    found = []
    for text in texts:
        people = collect_people(text.document, text.quoted)
        for pronoun, chosen in describe_pronouns(text.document, people, text.quoted, text.spoken, weights):
            if is_right := text.right.get(pronoun.start):
                right = [is_right(person) for person, _ in pronoun.candidates]
                found.append(Example(text.weight, pronoun, right, chosen, is_right))
    return found


def fit(examples: Sequence[Example]) -> Weights:
    """The weights of the features."""
    candidates = [evidence for one in examples for _, evidence in one.pronoun.candidates]
    known = sorted({"nobody", *(name for evidence in candidates for name in feature_names(evidence))})
    index = {name: i for i, name in enumerate(known)}
    rows = []
    for one in examples:
        matrix = np.zeros((len(one.right) + 1, len(known)))
        for k, (_, evidence) in enumerate(one.pronoun.candidates):
            np.add.at(matrix[k], [index[name] for name in feature_names(evidence)], 1)
        matrix[-1, index["nobody"]] = 1
        rows.append((matrix, np.array([*one.right, not any(one.right)]), one.weight))

    def loss(weights: Vector) -> tuple[float, Vector]:
        value, slope = _PENALTY * (weights @ weights) / 2, _PENALTY * weights
        for matrix, right, weight in rows:
            scores = matrix @ weights
            chances = np.exp(scores - scores.max())
            chances /= chances.sum()
            good = chances * right
            value -= weight * np.log(good.sum() + 1e-12)
            slope = slope - weight * (matrix.T @ (good / (good.sum() + 1e-12) - chances))
        return float(value), slope

    solved = minimize(loss, np.zeros(len(known)), jac=True, method="L-BFGS-B", options={"maxiter": 200})
    return dict(zip(known, solved.x.tolist(), strict=True))


def fit_rounds(texts: Sequence[Text]) -> Weights:
    """The weights after some rounds."""
    weights: Weights = _START
    for _ in range(_ROUNDS):
        weights = fit(list_examples(texts, weights))
    return weights


def describe(examples: Sequence[Example], least: float) -> str:
    """How many pronouns are answered with at least a probability, and how many of the answers are right."""
    said = [one for one in examples if one.chosen and one.chosen.probability >= least]
    right = sum(one.is_right(one.chosen.person) for one in said if one.chosen)
    return f"from {least}: {len(said)} of {len(examples)} answered, {right / max(1, len(said)):.1%} of these right"


def main(labels: str, forms: str, corpus: str, gap: str) -> None:
    """Print how right the weights are on articles left out (to stderr), then the weights of all."""
    news, wiki = list(read_labelled(Path(labels), Path(forms), Path(corpus))), list(read_gap(Path(gap)))
    groups = sorted({text.group for text in (*news, *wiki)})
    fold = {group: i % _FOLDS for i, group in enumerate(groups)}
    held: dict[str, list[Example]] = {"news": [], "gap": []}
    for k in range(_FOLDS):
        weights = fit_rounds([text for text in (*news, *wiki) if fold[text.group] != k])
        for name, texts in (("news", news), ("gap", wiki)):
            held[name] += list_examples([text for text in texts if fold[text.group] == k], weights)
    for name, examples in held.items():
        for least in (0.0, 0.45, 0.6, 0.8):
            sys.stderr.write(f"{name}, {describe(examples, least)}\n")
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("feature", "weight"))
    writer.writerows((name, f"{weight:.3f}") for name, weight in sorted(fit_rounds([*news, *wiki]).items()))


if __name__ == "__main__":
    main(*sys.argv[1:])
