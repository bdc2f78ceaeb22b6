"""How much of an article is direct quotation, on how many speakers it relies, and how they are introduced."""

from functools import partial
from typing import TYPE_CHECKING

from analysis.measures.measure import Family, Measure, Tables
from analysis.measures.reporting_verbs import class_share
from analysis.measures.speakers import effective_speakers

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["FAMILY"]


def _quoted_share(tables: Tables) -> "pd.Series[float]":
    return tables.articles["quotation_words"] / tables.articles["words"]


def _quotations_per_1000(tables: Tables) -> "pd.Series[float]":
    return 1000 * tables.articles["quotations"] / tables.articles["words"]


def _quoted_sentences(tables: Tables) -> "pd.Series[float]":
    return tables.articles["quoted_sentences"] / tables.articles["sentences"]


FAMILY = Family(
    measures=(
        Measure(
            name="quoted_share",
            label="Quoted share",
            unit="words inside direct quotations / words of the body",
            definition="Words inside direct quotations as a share of the words of the body.",
            value=_quoted_share,
            digits=1,
            share=True,
            more=("higher", "more quotation"),
        ),
        Measure(
            name="quotations_per_1000",
            label="Quotations",
            unit="direct quotations per 1,000 words of the body",
            definition=(
                "Direct quotations per 1,000 words of the body; one that runs over paragraphs counts once."
            ),
            value=_quotations_per_1000,
            digits=1,
            noun="per 1,000 words",
            more=("more", "more quotation"),
        ),
        Measure(
            name="quoted_sentences",
            label="Sentences with a quotation",
            unit="share of the sentences of the body",
            definition="Sentences with at least one word of a direct quotation, as a share of all sentences.",
            value=_quoted_sentences,
            digits=1,
            share=True,
            more=("more", "more quotation"),
        ),
        Measure(
            name="effective_speakers",
            label="Effective speakers",
            unit="1 / sum of squared shares of an article's quoted words",
            definition=(
                "Effective number of the speakers quoted by name: inverse Simpson index of their words, "
                "1 divided by the sum of their squared shares."
            ),
            value=effective_speakers,
            digits=1,
            minimum="a quotation of a named speaker",
            papers=("simpson1949", "hill1973", "laakso1979"),
        ),
        *(
            Measure(
                name=f"{verbs}_share",
                label=label,
                unit="share of an article's quotations with a known cue",
                definition=(
                    f"Direct quotations introduced by {what}, as a share of those with a cue of the list."
                ),
                value=partial(class_share, verbs=verbs),
                digits=1,
                share=True,
                minimum="a quotation with a known cue",
            )
            for verbs, label, what in (
                ("said", "“said”", "a form of say"),
                ("doubt", "Verbs of doubt", "a verb that leaves the words in doubt (claimed, alleged)"),
                ("factive", "Factive verbs", "a verb that takes the words for true (admitted, revealed)"),
                ("attack", "Verbs of attack", "a verb of attack (slammed, blasted)"),
                ("praise", "Verbs of praise", "a verb of praise (praised, hailed)"),
            )
        ),
    )
)
