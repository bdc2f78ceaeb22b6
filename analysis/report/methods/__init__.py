"""A methods section that is true to a run: what was read, left out, measured and compared, and with what.

It names only what the notebooks of the run did. Everything from the corpus is escaped; citations are
pandoc's, and each key is one of `references.entries`.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from analysis.corpus import Corpus
from analysis.report.methods import corpus as about
from analysis.report.methods import inference, measures, run
from analysis.report.methods.prose import cited
from analysis.report.terms import term_lists

if TYPE_CHECKING:
    from analysis.features import Features

__all__ = ["cited", "methods"]


def methods(corpus: Corpus, data: "Features", notebooks: Mapping[str, Mapping[str, Any]]) -> str:
    """The methods section in Markdown, a paragraph a line, ready to be pasted.

    Args:
        corpus: the loaded corpus.
        data: its features, all articles of it.
        notebooks: name -> at least its `parameters`; those that are not there are not described.
    """
    lists = term_lists(corpus, data, notebooks)
    sections = {
        "Corpus": (about.articles(corpus, data), about.files(corpus)),
        "Preparation": (about.cleaning(data), about.copies(data, notebooks)),
        "Measures": (
            measures.lengths_and_quotations(notebooks),
            measures.readability(data, notebooks),
            measures.framing(data, notebooks, lists),
        ),
        "Comparison": (
            inference.comparisons(data, notebooks),
            inference.keyness(data, notebooks),
            inference.backdrop(data, notebooks),
            inference.robustness(data, notebooks),
        ),
        "Software": (run.libraries(), run.again(notebooks) if notebooks else ""),
    }
    parts = ["## Methods"]
    for heading, paragraphs in sections.items():
        if any(paragraphs):
            parts += [f"### {heading}", *filter(None, paragraphs)]
    return "\n\n".join(parts) + "\n"
