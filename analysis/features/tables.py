"""A measured corpus: its tables, and what they were measured from."""

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

__all__ = ["Features"]


@dataclass(frozen=True, slots=True)
class Features:
    """The tables of a measured corpus, as `analysis.features.schema.TABLES` describes them.

    Attributes:
        corpus: the corpus's name.
        sources: the sources in display order.
        key: hash of everything that the tables were made from.
        lexicon_key: hash of the term list that was counted.
        articles, sentences, quotes, runs, terms, lexicon, words, scores, counts, removed, copies,
            left_out: the tables.
        corrections: names of speakers as speakers.csv of the corpus corrects them: name -> name.
        more: the tables of other families of measures, by name.
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
    left_out: "pd.DataFrame"
    corrections: "Mapping[str, str]" = field(default_factory=dict)
    more: "Mapping[str, pd.DataFrame]" = field(default_factory=dict)
    measured_by: str = ""

    @classmethod
    def from_tables(cls, tables: "Mapping[str, pd.DataFrame]", **about: Any) -> Self:  # noqa: ANN401  # any field
        """Features of all tables by name; `about` holds the other fields."""
        own = {name: tables[name] for name in tables.keys() & {one.name for one in fields(cls)}}
        return cls(**about, **own, more={name: tables[name] for name in tables.keys() - own.keys()})

    def table(self, name: str) -> "pd.DataFrame":
        """Any of the tables, by its name."""
        found: pd.DataFrame = self.more[name] if name in self.more else getattr(self, name)
        return found

    @property
    def mark(self) -> str:
        """What must be said wherever these tables are used; empty if the code that is here measured them."""
        if not self.measured_by:
            return ""
        return f"Measured by {self.measured_by} with other code; the texts are not here."
