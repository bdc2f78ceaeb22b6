"""Who speaks in each direct quotation, names spelt in one way, and how many speakers an article relies on.

Quotations whose speaker is described ("a spokesman") and those whose speaker was not found, or is a pronoun
that leads to no name, are counted separately: the same description is not the same speaker.
"""

from typing import TYPE_CHECKING

from analysis.measures.spellings import unify_spellings

if TYPE_CHECKING:
    import pandas as pd

    from analysis.measures.measure import Tables

__all__ = ["NAMED", "UNATTRIBUTED", "UNNAMED", "effective_speakers", "list_speech"]

NAMED, UNNAMED, UNATTRIBUTED = "named", "unnamed", "unattributed"
_NAMED_KINDS = ("person", "organisation", "document")
_COLUMNS = [
    "article_id", "source", "event", "quote", "words", "cue", "cue_class",
    "mention", "resolved", "role", "speaker_kind", "evidence", "certainty", "speaker", "status",
]  # fmt: skip


def list_speech(tables: "Tables") -> "pd.DataFrame":
    """Every direct quotation with who speaks.

    The corrections of the corpus (`speakers.csv`) are applied last: to the name as spelt in one way, or
    else to the name as the article gives it.

    Returns:
        Columns article_id, source, event, quote, words, cue, cue_class, mention (as written next to the
        quotation), resolved (the name behind it), role, speaker_kind, evidence, certainty, speaker (the
        name in the one spelling of the corpus, else the description, else "unattributed"), status (`named`,
        `unnamed`, `unattributed`).
    """
    about = tables.articles[["article_id", "source", "event"]]
    table = tables.quotes[tables.quotes["kind"] == "direct"].rename(columns={"speaker": "mention"})
    table = table.merge(about, on="article_id")
    known = table["resolved"].notna()
    lower = table["resolved"].fillna("").str[:1].str.islower()
    named = known & table["speaker_kind"].isin(_NAMED_KINDS) & ~lower
    table["speaker"] = table["resolved"].where(known, UNATTRIBUTED)
    table["status"] = named.map({True: NAMED, False: UNNAMED}).where(known, UNATTRIBUTED)
    events = table["event"].fillna(table["article_id"])
    written = list(table.loc[named, "resolved"])
    unified = unify_spellings(written, list(events[named]))
    table.loc[named, "speaker"] = [
        tables.corrections.get(one, tables.corrections.get(name, one))
        for one, name in zip(unified, written, strict=True)
    ]
    return table[_COLUMNS]


def effective_speakers(tables: "Tables") -> "pd.Series[float]":
    """The effective number of named speakers of each article; NaN where nobody is quoted by name."""
    table = list_speech(tables)
    named = table[table["status"] == NAMED]
    sums = named.groupby(["article_id", "speaker"])["words"].sum()
    own = sums.groupby("article_id")
    return tables.articles["article_id"].map(own.sum() ** 2 / (sums**2).groupby("article_id").sum())
