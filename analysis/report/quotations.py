"""Every direct quotation with who speaks, as lines: for checking names by reading."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from analysis import features
from analysis.errors import ParameterError, listed
from analysis.measures.speakers import NAMED, UNATTRIBUTED, UNNAMED, list_speech
from analysis.results.phrases import pluralise
from analysis.text.cleaning import make_cleaner

if TYPE_CHECKING:
    import pandas as pd

    from analysis.corpus import Corpus

__all__ = ["describe_quotations"]


def describe_quotations(corpus: "Corpus", speaker: str = "", *, most: int = 50) -> Iterator[str]:
    """The direct quotations of a corpus, a line each, and how many there are. Untrusted text.

    Args:
        corpus: the corpus. Quoted words are given of texts that are here.
        speaker: only those of this speaker as figures print the name, or `unnamed` or `unattributed`; all if
            empty.
        most: how many are printed, in the order of the articles.

    Raises:
        ParameterError: nobody of this name is quoted.
        FeaturesError: the corpus cannot be measured.
    """
    data = features.load(corpus)
    places = data.quotes[["article_id", "quote", "start", "end", "place"]]
    table = list_speech(data).merge(places, on=["article_id", "quote"])
    table[["role", "mention"]] = table[["role", "mention"]].fillna("")
    if speaker:
        own = table["status" if speaker in {UNNAMED, UNATTRIBUTED} else "speaker"] == speaker
        if not own.any():
            raise _unknown(speaker, table)
        table = table[own]
    texts = {article.article_id: article for article in corpus.articles}
    clean = make_cleaner(corpus)
    for article_id, quotations in table.head(most).groupby("article_id", sort=False):
        text = clean(texts[article_id]).text if article_id in texts else ""
        for row in quotations.itertuples():
            yield _describe(row, text)
    rest = f"; the first {most:,} are printed" if len(table) > most else ""
    yield f"{len(table):,} direct quotation{'' if len(table) == 1 else 's'}{rest}"


def _describe(row: Any, text: str) -> str:  # noqa: ANN401  # a row of the table above
    """One quotation: where, who, how found, and the words."""
    who = row.speaker if row.status != UNATTRIBUTED else f"{UNATTRIBUTED} ({row.evidence})"
    about = [row.role, row.speaker_kind, f'"{row.mention}"' if row.mention else "no mention"]
    if row.status == NAMED:
        about += [f"by {row.evidence}", f"certainty {row.certainty:.0%}"]
    words = f': "{text[row.start : row.end]}"' if text else f", {pluralise(row.words, 'word')}"
    return f"{row.article_id}, {row.place:.0%}: {who} ({', '.join(filter(None, about))}){words}"


def _unknown(speaker: str, table: "pd.DataFrame") -> ParameterError:
    names = sorted({*table.loc[table["status"] == NAMED, "speaker"]})
    near = get_close_matches(speaker, names, 5, 0.4) or [name for name in names if speaker in name][:5]
    return ParameterError(
        f'nobody is quoted under the name "{speaker}"',
        allowed=f"names like it: {listed(near)}"
        if near
        else f"the name must be {UNNAMED}, {UNATTRIBUTED}, or a speaker of this corpus",
    )
