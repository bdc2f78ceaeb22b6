"""The evidence that a pronoun means somebody, as classes, and the weights of its features."""

import csv
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

__all__ = ["Evidence", "feature_names", "score"]


class Evidence(NamedTuple):
    """What speaks for one person behind a pronoun, in classes.

    Attributes:
        word: the pronoun.
        kind: `speaker` of a quotation, another `subject`, or an `other` part of the sentence.
        gap: sentences since the last mention of the person, in classes.
        paragraphs: paragraphs since then, at most 2.
        place: the grammatical place of that mention, and whether it was a pronoun.
        clause: in the same sentence, whether it is in the `same` clause or an `other`; else "".
        opens: whether the pronoun opens its sentence.
        sure: what tells that it is a person: `described`, `known` gender, `person`, `whole` name, `single`.
        rank: how many others were mentioned since, at most 3.
        times: mentions up to here, against the one with `most`: `most`, `half` or `few`.
        named: mentions by name in the article, likewise.
        thrice: whether there are three mentions up to here.
        spoke: `last`, `before` or "".
        gender: whether the gender that pronouns of the article suggest `agrees`, `clashes`, or "".
        has_role: whether the article gives the person a role.
        quoted: whether the quotation names the person.
    """

    word: str
    kind: str
    gap: int
    paragraphs: int
    place: str
    clause: str
    opens: bool
    sure: str
    rank: int
    times: str
    named: str
    thrice: bool
    spoke: str
    gender: str
    has_role: bool
    quoted: bool


@cache
def _weights() -> dict[str, float]:
    path = Path(__file__).parent / "data" / "antecedents.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {row["feature"]: float(row["weight"]) for row in csv.DictReader(file)}


def score(evidence: Evidence | None, weights: Mapping[str, float] | None = None) -> float:
    """The sum of the weights of the features; of None, the weight of nobody."""
    if weights is None:
        return _shipped_score(evidence)
    names = feature_names(evidence) if evidence else ["nobody"]
    return sum(weights.get(name, 0.0) for name in names)


@lru_cache(65536)
def _shipped_score(evidence: Evidence | None) -> float:
    return score(evidence, _weights())


def feature_names(evidence: Evidence) -> list[str]:
    """The names of the features, each with its own weight."""
    one, near = evidence, min(evidence.gap, 2)
    crossed = [
        f"gap {one.gap}",
        f"place {one.place}",
        f"sure {one.sure}",
        f"rank {one.rank}",
        f"named {one.named}",
    ]
    if one.spoke == "last":
        crossed.append("spoke last")
    names = [*crossed, *(f"{name} {one.kind}" for name in crossed)]
    names += [f"place {one.place} gap {near}", f"paragraph {one.paragraphs} {one.kind}", f"times {one.times}"]
    if one.clause:
        names += [f"clause {one.clause} {one.word}", f"clause {one.clause} {one.place} {one.kind}"]
    elif one.opens:
        names.append(f"opening {one.place} gap {near}")
    if one.spoke:
        names.append(f"spoke last gap {near}" if one.spoke == "last" else "spoke before")
    flags = {"thrice": one.thrice, "has a role": one.has_role, "named in the quotation": one.quoted}
    names += [name for name, holds in flags.items() if holds]
    return [*names, f"likely {one.gender}"] if one.gender else names
