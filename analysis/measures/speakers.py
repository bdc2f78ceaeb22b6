"""Who speaks in each direct quotation, names spelt in one way, and how many speakers an article relies on.

Quotations whose speaker is described ("a spokesman") and those whose speaker was not found, or is a pronoun
that leads to no name, are counted separately: the same description is not the same speaker.
"""

from typing import TYPE_CHECKING

from analysis.measures.spellings import unify_spellings
from analysis.text.quotations.words import words

if TYPE_CHECKING:
    import pandas as pd

    from analysis.measures.measure import Tables

__all__ = ["NAMED", "UNATTRIBUTED", "UNNAMED", "effective_speakers", "list_speech"]

NAMED, UNNAMED, UNATTRIBUTED = "named", "unnamed", "unattributed"


def list_speech(tables: "Tables") -> "pd.DataFrame":
    """Every direct quotation with who speaks.

    Returns:
        Columns article_id, source, event, quote, words, cue, cue_class, speaker (the name behind the
        mention, else the mention, else "unattributed"), status (`named`, `unnamed`, `unattributed`).
    """
    about = tables.articles[["article_id", "source", "event"]]
    table = tables.quotes[tables.quotes["kind"] == "direct"].merge(about, on="article_id")
    speaker = table["resolved"].fillna(table["speaker"])
    unattributed = (speaker.isna() | speaker.str.lower().isin(words("pronouns"))).astype(bool)
    table["speaker"] = speaker.mask(unattributed, UNATTRIBUTED)
    described = table["speaker"].str[:1].str.islower().astype(bool)
    table["status"] = described.map({True: UNNAMED, False: NAMED}).mask(unattributed, UNATTRIBUTED)
    named = table["status"] == NAMED
    events = table["event"].fillna(table["article_id"])
    table.loc[named, "speaker"] = unify_spellings(list(table.loc[named, "speaker"]), list(events[named]))
    columns = ["article_id", "source", "event", "quote", "words", "cue", "cue_class", "speaker", "status"]
    return table[columns]


def effective_speakers(tables: "Tables") -> "pd.Series[float]":
    """The effective number of named speakers of each article; NaN where nobody is quoted by name."""
    table = list_speech(tables)
    named = table[table["status"] == NAMED]
    sums = named.groupby(["article_id", "speaker"])["words"].sum()
    own = sums.groupby("article_id")
    return tables.articles["article_id"].map(own.sum() ** 2 / (sums**2).groupby("article_id").sum())
