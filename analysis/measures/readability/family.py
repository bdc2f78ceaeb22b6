"""The readability scores as measures: one per formula and engine, read from the table of scores."""

from functools import partial
from typing import TYPE_CHECKING, Literal

from analysis.measures.measure import Family, Measure, Tables
from analysis.measures.readability.scores import SCORES, Score

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["FAMILY", "label_score", "read_scores"]

Engine = Literal["published", "textstat"]

_LABELS = {
    "flesch_reading_ease": "Flesch reading ease",
    "flesch_kincaid_grade": "Flesch-Kincaid grade",
    "smog_index": "SMOG",
    "automated_readability_index": "ARI",
    "coleman_liau_index": "Coleman-Liau",
    "dale_chall": "Dale-Chall",
    "linsear_write": "Linsear Write",
    "lix": "LIX",
    "rix": "RIX",
    "mcalpine_eflaw": "McAlpine EFLAW",
}


def label_score(name: str) -> str:
    """A score's name as figures write it.

    >>> label_score("lix"), label_score("gunning_fog")
    ('LIX', 'Gunning fog')
    """
    return _LABELS.get(name, name.replace("_", " ").capitalize())


def read_scores(tables: Tables, name: str, *, engine: str, voice: str = "body") -> "pd.Series[float]":
    """A readability score by article_id, in one engine and voice; NaN where it is not defined."""
    rows = tables.scores
    stored = name if engine == "published" else next(s.textstat for s in SCORES if s.name == name)
    chosen = (rows["score"] == stored) & (rows["engine"] == engine) & (rows["voice"] == voice)
    return rows[chosen].set_index("article_id")["value"]


def _value(tables: Tables, *, name: str, engine: str) -> "pd.Series[float]":
    return tables.articles["article_id"].map(read_scores(tables, name, engine=engine))


def _measure(score: Score, engine: Engine) -> Measure:
    how = "by the published formula" if engine == "published" else "as textstat computes it"
    minimum = f"{score.least} {score.of}" if engine == "published" else "a word in its body"
    return Measure(
        name=score.name,
        label=label_score(score.name),
        unit=f"{score.unit}; {score.direction}; {engine}",
        definition=f"{score.source}, {how}.",
        value=partial(_value, name=score.name, engine=engine),
        digits=1,
        noun="grades" if score.unit == "grade" else score.unit,
        minimum=minimum,
        direction=score.direction,
        more=("harder", "harder"),
        papers=score.papers,
        engine=engine,
    )


FAMILY = Family(
    measures=(
        *(_measure(score, "published") for score in SCORES),
        *(_measure(score, "textstat") for score in SCORES if score.textstat),
    )
)
