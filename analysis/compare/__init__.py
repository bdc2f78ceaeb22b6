"""From feature tables to tables that compare sources; text goes no further than the features.

One module a question: `values` (one value an article), `sources` (one row a source), and for each
notebook the tables that only it needs.
"""

from analysis.compare.backdrop import backdrop
from analysis.compare.copies import agency, copied, counted, groups, kept, shared_copies, shared_pairs
from analysis.compare.differences import LEVEL, differences, events
from analysis.compare.framing import categories, category_voices, negations, rates, term_voices, top_terms
from analysis.compare.framing_places import places
from analysis.compare.keyness import first_terms, listed_keyness, word_keyness
from analysis.compare.length import sentence_lengths, voices
from analysis.compare.readability import engines, ranks, score_voices
from analysis.compare.sources import by_source, panels
from analysis.compare.values import MEASURES, measure, score, values

__all__ = [
    "LEVEL",
    "MEASURES",
    "agency",
    "backdrop",
    "by_source",
    "categories",
    "category_voices",
    "copied",
    "counted",
    "differences",
    "engines",
    "events",
    "first_terms",
    "groups",
    "kept",
    "listed_keyness",
    "measure",
    "negations",
    "panels",
    "places",
    "ranks",
    "rates",
    "score",
    "score_voices",
    "sentence_lengths",
    "shared_copies",
    "shared_pairs",
    "term_voices",
    "top_terms",
    "values",
    "voices",
    "word_keyness",
]
