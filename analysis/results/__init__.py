"""Tables that compare sources, each with its title, its sentences and the meaning of its numbers.

One module per question. Every public function returns a `Result`, which `nb.show` shows and reports.
"""

from analysis.measures.registry import find_measure
from analysis.results.differences import compare_sources
from analysis.results.events import compare_events
from analysis.results.length import sentence_lengths, word_shares
from analysis.results.sources import compare_measure, compare_measures

__all__ = [
    "compare_events",
    "compare_measure",
    "compare_measures",
    "compare_sources",
    "find_measure",
    "sentence_lengths",
    "word_shares",
]
