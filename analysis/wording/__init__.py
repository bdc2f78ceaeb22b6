"""Sentences about results, made from the tables: never stronger than the numbers behind them.

A title states what a table shows. With one article a source it speaks of these articles; with more, of
averages; nowhere of a cause. That a difference holds is said only where an adjusted test says so. One module
a notebook, as in `compare`.
"""

from analysis.wording.backdrop import backdrop, backdrop_read, how_laid
from analysis.wording.copies import counted, shared_text
from analysis.wording.differences import (
    difference,
    differences,
    differences_read,
    events,
    events_drawn,
    how_compared,
)
from analysis.wording.framing import CATEGORIES, PLACES, TERMS, categories, negations, places, terms, unfound
from analysis.wording.keyness import FEW_FOR_A_FUNNEL, how_tested, keyness, keyness_limits, keyness_table
from analysis.wording.length import SENTENCES, sentence_lengths, voices
from analysis.wording.readability import engines, narration, ranks
from analysis.wording.robustness import (
    cleaned,
    specification_ends,
    specification_label,
    specification_note,
    specification_pairs,
    specification_subtitle,
    specifications,
    specifications_read,
)
from analysis.wording.sources import contrast, densities, panels, sentences, summary

__all__ = [
    "CATEGORIES",
    "FEW_FOR_A_FUNNEL",
    "PLACES",
    "SENTENCES",
    "TERMS",
    "backdrop",
    "backdrop_read",
    "categories",
    "cleaned",
    "contrast",
    "counted",
    "densities",
    "difference",
    "differences",
    "differences_read",
    "engines",
    "events",
    "events_drawn",
    "how_compared",
    "how_laid",
    "how_tested",
    "keyness",
    "keyness_limits",
    "keyness_table",
    "narration",
    "negations",
    "panels",
    "places",
    "ranks",
    "sentence_lengths",
    "sentences",
    "shared_text",
    "specification_ends",
    "specification_label",
    "specification_note",
    "specification_pairs",
    "specification_subtitle",
    "specifications",
    "specifications_read",
    "summary",
    "terms",
    "unfound",
    "voices",
]
