"""Sentences about results, made from the tables: never stronger than the numbers behind them.

A title states what a table shows. With one article a source it speaks of these articles; with more, of
averages; nowhere of a cause, and nowhere of a difference as tested. One module a notebook, as in `compare`.
"""

from analysis.wording.contents import broken, cleaning, removals
from analysis.wording.copies import SHARED, agency, copied, counted, shared
from analysis.wording.differences import (
    EVENTS,
    difference,
    differences,
    differences_read,
    events,
    how_compared,
)
from analysis.wording.framing import CATEGORIES, TERMS, categories, terms, unfound
from analysis.wording.length import SENTENCES, sentence_lengths, voices
from analysis.wording.quotes import PROFILE, STRIPS, profile, strips
from analysis.wording.readability import engines, narration, ranks
from analysis.wording.sources import contrast, densities, panels, sentences, summary

__all__ = [
    "CATEGORIES",
    "EVENTS",
    "PROFILE",
    "SENTENCES",
    "SHARED",
    "STRIPS",
    "TERMS",
    "agency",
    "broken",
    "categories",
    "cleaning",
    "contrast",
    "copied",
    "counted",
    "densities",
    "difference",
    "differences",
    "differences_read",
    "engines",
    "events",
    "how_compared",
    "narration",
    "panels",
    "profile",
    "ranks",
    "removals",
    "sentence_lengths",
    "sentences",
    "shared",
    "strips",
    "summary",
    "terms",
    "unfound",
    "voices",
]
