"""From feature tables to tables that compare sources; text goes no further than the features.

One module a question: `values` (one value an article), `sources` (one row a source), and for each
notebook the tables that only it needs.
"""

from analysis.compare.backdrop import backdrop
from analysis.compare.contents import overview, parts, removals, totals
from analysis.compare.copies import agency, copied, counted, groups, kept, shared_copies, shared_pairs
from analysis.compare.differences import LEVEL, differences, events
from analysis.compare.framing import categories, category_voices, negations, rates, term_voices, top_terms
from analysis.compare.framing_places import places
from analysis.compare.keyness import first_terms, listed_keyness, word_keyness
from analysis.compare.length import sentence_lengths, voices
from analysis.compare.quotes import quoted_profile, strips
from analysis.compare.readability import engines, ranks, score_voices
from analysis.compare.shared import shared_by_event, shared_by_source, shared_with
from analysis.compare.sources import by_source, panels
from analysis.compare.speakers import concentration, event_speakers, share_text, speakers, who_speaks
from analysis.compare.values import MEASURES, measure, score, values
from analysis.compare.verbs import verb_mix

__all__ = [
    "LEVEL",
    "MEASURES",
    "agency",
    "backdrop",
    "by_source",
    "categories",
    "category_voices",
    "concentration",
    "copied",
    "counted",
    "differences",
    "engines",
    "event_speakers",
    "events",
    "first_terms",
    "groups",
    "kept",
    "listed_keyness",
    "measure",
    "negations",
    "overview",
    "panels",
    "parts",
    "places",
    "quoted_profile",
    "ranks",
    "rates",
    "removals",
    "score",
    "score_voices",
    "sentence_lengths",
    "share_text",
    "shared_by_event",
    "shared_by_source",
    "shared_copies",
    "shared_pairs",
    "shared_with",
    "speakers",
    "strips",
    "term_voices",
    "top_terms",
    "totals",
    "values",
    "verb_mix",
    "voices",
    "who_speaks",
    "word_keyness",
]
