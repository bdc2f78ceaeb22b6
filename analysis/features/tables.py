"""A measured corpus: its tables, and what they were measured from."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Features"]


@dataclass(frozen=True, slots=True)
class Features:
    """The tables of a measured corpus, as `analysis.measures.schema.TABLES` describes them.

    Attributes:
        corpus: the corpus's name.
        sources: the sources in display order.
        key: hash of everything that the tables were made from.
        lexicon_key: hash of the term list that was counted.
        articles, sentences, quotes, runs, terms, lexicon, words, scores, counts, removed, copies: the tables.
        measured_by: the version of this package that measured them; empty if the code that is here did.
    """

    corpus: str
    sources: tuple[str, ...]
    key: str
    lexicon_key: str
    articles: "pd.DataFrame"
    sentences: "pd.DataFrame"
    quotes: "pd.DataFrame"
    runs: "pd.DataFrame"
    terms: "pd.DataFrame"
    lexicon: "pd.DataFrame"
    words: "pd.DataFrame"
    scores: "pd.DataFrame"
    counts: "pd.DataFrame"
    removed: "pd.DataFrame"
    copies: "pd.DataFrame"
    measured_by: str = ""

    @property
    def mark(self) -> str:
        """What must be said wherever these tables are used; empty if the code that is here measured them."""
        if not self.measured_by:
            return ""
        return f"Measured by {self.measured_by} with other code; the texts are not here."
