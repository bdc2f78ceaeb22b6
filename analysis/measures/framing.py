"""How many terms of the term list an article uses in its own words."""

from collections.abc import Mapping

from analysis.measures.measure import Family, Measure, Tables, Values
from analysis.measures.reading import Columns, Reading, to_columns
from analysis.measures.schema import VOICE, Column, Table
from analysis.text.terms import counting

__all__ = ["FAMILY"]

_TERMS = Table(
    "a term found in an article in one voice",
    ("category", "term", "voice"),
    (
        Column("category", "text", "category of the term list"),
        Column("term", "text", "the entry of the term list"),
        VOICE,
        Column("count", "count", "times found"),
        Column("negated", "count", "how many of these are negated"),
        Column("places", "numbers", "share of the body's words before each, 0 to 1"),
    ),
)


def _count(reading: Reading) -> Mapping[str, Columns]:
    return {
        "terms": to_columns(_TERMS.names, counting.tallies(reading.document, reading.inside, reading.lexicon))
    }


def _terms_per_1000(tables: Tables) -> Values:
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
    ),
    tables={"terms": _TERMS},
    count=_count,
)
