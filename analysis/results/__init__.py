"""Tables that compare sources, each with its title, its sentences and the meaning of its numbers.

One module per question. Every public function returns a `Result`, which `nb.show` shows and reports.
"""

from analysis.measures.registry import find_measure
from analysis.results.differences import compare_sources
from analysis.results.events import compare_events
from analysis.results.length import sentence_lengths, word_shares
from analysis.results.readability import compare_engines, compare_voices, rank_sources
from analysis.results.reference import compare_with_reference
from analysis.results.sources import compare_measure, compare_measures

__all__ = [
    "compare_engines",
    "compare_events",
    "compare_measure",
    "compare_measures",
    "compare_sources",
    "compare_voices",
    "compare_with_reference",
    "find_measure",
    "rank_sources",
    "sentence_lengths",
    "word_shares",
]
