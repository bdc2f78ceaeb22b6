"""Tables that compare sources, each with its title, its sentences and the meaning of its numbers.

One module per question. Every public function returns a `Result`, which `nb.show` shows and reports.
"""

from analysis.measures.registry import find_measure
from analysis.results.contents import (
    count_corpus,
    count_files,
    count_parts,
    count_removed_lines,
    list_files,
    tabulate_sources,
)
from analysis.results.differences import compare_sources
from analysis.results.events import compare_events
from analysis.results.framing import (
    compare_category_voices,
    compare_terms,
    list_categories,
    list_negated_terms,
)
from analysis.results.keyness import compare_listed_terms, compare_words
from analysis.results.left_out import list_left_out
from analysis.results.length import compare_sentence_lengths, compare_voice_shares
from analysis.results.placement import compare_places
from analysis.results.quotation import compare_quotation_measures, locate_quotations, profile_quotations
from analysis.results.readability import compare_engines, compare_voices, rank_sources
from analysis.results.reference import compare_with_reference
from analysis.results.reporting_verbs import count_reporting_verbs
from analysis.results.robustness.comparisons import check_measures, check_pairs
from analysis.results.robustness.curve import compare_specifications
from analysis.results.robustness.raw import compare_raw_text
from analysis.results.shared_quotations import compare_shared_quotations, count_shared_quotations
from analysis.results.shared_text import compare_agency_marks, compare_shared_text, count_copies, list_copies
from analysis.results.sources import compare_measure, compare_measures
from analysis.results.speakers import compare_speakers, measure_concentration
from analysis.results.spellings import list_spellings

__all__ = [
    "check_measures",
    "check_pairs",
    "compare_agency_marks",
    "compare_category_voices",
    "compare_engines",
    "compare_events",
    "compare_listed_terms",
    "compare_measure",
    "compare_measures",
    "compare_places",
    "compare_quotation_measures",
    "compare_raw_text",
    "compare_sentence_lengths",
    "compare_shared_quotations",
    "compare_shared_text",
    "compare_sources",
    "compare_speakers",
    "compare_specifications",
    "compare_terms",
    "compare_voice_shares",
    "compare_voices",
    "compare_with_reference",
    "compare_words",
    "count_copies",
    "count_corpus",
    "count_files",
    "count_parts",
    "count_removed_lines",
    "count_reporting_verbs",
    "count_shared_quotations",
    "find_measure",
    "list_categories",
    "list_copies",
    "list_files",
    "list_left_out",
    "list_negated_terms",
    "list_spellings",
    "locate_quotations",
    "measure_concentration",
    "profile_quotations",
    "rank_sources",
    "tabulate_sources",
]
