"""How long an article is, and how long its sentences are."""

from functools import partial
from typing import TYPE_CHECKING

from analysis.measures.measure import Family, Measure, Tables

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["FAMILY"]


def _count(tables: Tables, *, column: str) -> "pd.Series[float]":
    """A column of counts; an article without a body has no length, rather than a length of 0."""
    articles = tables.articles
    return articles[column].astype(float).where(articles["words"] > 0)


def _words_per_sentence(tables: Tables) -> "pd.Series[float]":
    return tables.articles["words"] / tables.articles["sentences"]


FAMILY = Family(
    measures=(
        Measure(
            name="words",
            label="Length",
            unit="words of the body",
            definition="Words of the body.",
            value=partial(_count, column="words"),
            noun="words",
            extensive=True,
            more=("longer", "longer"),
        ),
        Measure(
            name="sentences",
            label="Sentences",
            unit="number in the body",
            definition="Sentences of the body.",
            value=partial(_count, column="sentences"),
            noun="sentences",
            extensive=True,
            more=("more", "longer"),
        ),
        Measure(
            name="paragraphs",
            label="Paragraphs",
            unit="number in the body",
            definition="Paragraphs of the body.",
            value=partial(_count, column="paragraphs"),
            noun="paragraphs",
            extensive=True,
            more=("more", "longer"),
        ),
        Measure(
            name="headline_words",
            label="Headline length",
            unit="words",
            definition="Words of the headline.",
            value=partial(_count, column="headline_words"),
            noun="words",
            more=("longer", "a longer headline"),
        ),
        Measure(
            name="words_per_sentence",
            label="Sentence length",
            unit="words per sentence, mean of an article",
            definition="Words of the body divided by its sentences.",
            value=_words_per_sentence,
            digits=1,
            noun="words per sentence",
            more=("longer", "longer sentences"),
        ),
    )
)
