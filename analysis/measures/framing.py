"""How many terms of the term list an article uses in its own words."""

from typing import TYPE_CHECKING

from analysis.measures.measure import Family, Measure, Tables

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["FAMILY"]


def _terms_per_1000(tables: Tables) -> "pd.Series[float]":
    articles, terms = tables.articles, tables.terms
    found = terms[terms["voice"] == "narration"].groupby("article_id")["count"].sum()
    return 1000 * articles["article_id"].map(found).astype(float).fillna(0) / articles["narration_words"]


FAMILY = Family(
    measures=(
        Measure(
            name="terms_per_1000",
            label="Framing terms",
            unit="listed terms per 1,000 words of narration",
            definition=(
                "Terms of the list in narration per 1,000 words of narration; "
                "mean of the articles' own rates."
            ),
            value=_terms_per_1000,
            digits=1,
            noun="per 1,000 words",
            minimum="a word of narration",
            more=("more", "more framing terms"),
            papers=("entman1993",),
        ),
    )
)
