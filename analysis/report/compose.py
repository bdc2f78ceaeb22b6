"""What is made from the reports of all notebooks after a run: numbers, references, methods and the page."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from analysis.corpus import Corpus
from analysis.features.tables import Features
from analysis.measures.framing import FAMILY
from analysis.provenance import to_json
from analysis.report import exports, methods, page, references
from analysis.report.records import NUMBERS, NotebookReport, join_numbers, read_notebook, write_numbers

__all__ = ["write_report"]

_TERM_MEASURES = {measure.key for measure in FAMILY.measures}


def write_report(
    folder: Path,
    corpus: Corpus,
    data: Features,
    notebooks: Mapping[str, Mapping[str, Any]],
    *,
    variant: Mapping[str, str],
) -> list[str]:
    """Write numbers, references, a methods section and a page of all figures into a figures folder.

    Args:
        folder: where the notebooks of a run have written their files.
        corpus: the corpus.
        data: its features.
        notebooks: name of each notebook of the run, in the order of the page -> its parameters.
        variant: the parameters that differ from the notebooks' defaults.

    Returns:
        The names of the files that were written.

    Raises:
        RunError: a file of numbers is damaged, two notebooks report the same id, or a cited paper is unknown.
    """
    reports = [
        read_notebook(folder, name) or NotebookReport(name, corpus.name, parameters)
        for name, parameters in notebooks.items()
    ]
    numbers = join_numbers(corpus.name, reports)
    lists = _list_term_lists(corpus, data, reports)
    text = methods.write_methods(corpus, data, reports, lists, variant=variant)
    papers = [paper for report in reports for one in _list_sources(report) for paper in one.papers]
    items = references.list_references(corpus, lists, cited=methods.find_citations(text), papers=papers)
    write_numbers(folder, numbers)
    texts = {
        "numbers.tex": exports.write_latex(numbers.numbers),
        "_variables.yml": exports.write_variables(numbers.numbers),
        "references.bib": references.write_bibtex(items),
        "references.json": to_json(items),
        "methods.md": text,
        "report.html": page.write_page(folder, corpus.about, reports, mark=data.mark),
    }
    for name, content in texts.items():
        (folder / name).write_text(content, encoding="utf-8", newline="\n")
    return [NUMBERS, *texts]


def _list_sources(report: NotebookReport) -> list[Any]:
    """Everything in a report that names papers."""
    return [*report.measures.values(), *report.methods]


def _list_term_lists(
    corpus: Corpus, data: Features, reports: Sequence[NotebookReport]
) -> list[references.TermList]:
    """The term lists that the notebooks counted: those with a parameter `lexicon`, or a measure of terms."""
    asked = (
        str(report.parameters.get("lexicon", ""))
        for report in reports
        if "lexicon" in report.parameters or report.measures.keys() & _TERM_MEASURES
    )
    return [references.describe_term_list(corpus, data, lexicon) for lexicon in dict.fromkeys(asked)]
