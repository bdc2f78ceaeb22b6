"""What a notebook works with: its checked parameters, its measured corpus, and one way to show a result."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from analysis import corpus as corpora
from analysis import features
from analysis.corpus import Corpus
from analysis.features.tables import Features
from analysis.figures.frame import alt_text, title_text
from analysis.figures.save import Chart, save_figure
from analysis.notebook.display import join_html, show_result, show_sentence, show_table
from analysis.notebook.parameters import Value, check_parameters, find_injected
from analysis.project import corpus_folder, figures_folder, notebooks
from analysis.report.numbers import NumberFile
from analysis.report.records import NotebookReport
from analysis.results.copies import count_articles, select_copies
from analysis.results.phrases import pluralise
from analysis.results.result import Result

if TYPE_CHECKING:
    from IPython.display import HTML

__all__ = ["Notebook", "start"]

R = TypeVar("R", bound=Result)
_TYPES = (str, int, float, bool)


@dataclass(frozen=True, slots=True)
class Notebook:
    """A running notebook.

    Attributes:
        name: its file's name without the ending.
        parameters: name -> checked value.
        corpus: the loaded corpus.
        data: the features of the articles that are counted.
        folder: where its figures and numbers go.
        numbers: the file of its numbers.
    """

    name: str
    parameters: Mapping[str, Value]
    corpus: Corpus
    data: Features
    folder: Path
    numbers: NumberFile

    def show(self, result: R, chart: Chart[R] | None = None) -> "HTML":
        """Report the numbers of a result, and show it.

        Args:
            result: what was found.
            chart: how to draw it, one of `analysis.figures`; without one its table is shown.

        Returns:
            The figure, which is also saved under the id of the result; or the sentences and the table; or,
            where there is nothing to draw or no row to show, a sentence that says why.
        """
        result = replace(result, note=f"{self.data.mark} {result.note}".strip())
        drawn = chart is not None and not result.nothing
        self.report(result, figure=result.id if drawn else "")
        nothing = result.nothing if chart is not None or result.table.empty else ""
        self.numbers.add_shown(result.id, nothing)
        if nothing:
            return show_sentence(nothing)
        if chart is None:
            return show_result(result)
        figure = chart(result)
        self.numbers.add_figure(result.id, title_text(figure), alt_text(figure))
        return save_figure(figure, result, self.folder)

    def show_sentences(self, *results: "Result") -> "HTML":
        """The sentences of results, for a write-up."""
        return join_html([show_table(one.sentences) for one in results if one.sentences is not None])

    def show_table(self, result: Result) -> "HTML":
        """The table of a result."""
        return show_table(result.table)

    def report(self, result: Result, *, figure: str = "") -> None:
        """Report the numbers of a result, and of those that go with it, without showing it."""
        for one in (result, *result.also):
            self.numbers.add(one, figure=figure, sources=self.data.sources)


def start(namespace: Mapping[str, Any]) -> Notebook:
    """Begin a notebook: check its parameters, load and measure its corpus, and say what is counted.

    Args:
        namespace: the notebook's `globals()`, in which its `parameters` cell has set the parameters.

    Raises:
        ParameterError: a value of the wrong type or out of bounds, or a name that papermill was given and
            the notebook does not have.
        CorpusError, FeaturesError, LexiconError: the corpus cannot be measured.
    """
    name = _find_name(namespace)
    types = {n: kind for n, kind in namespace.get("__annotations__", {}).items() if kind in _TYPES}
    given = {n: namespace[n] for n in {*types, *find_injected(namespace.get("In", ()))} if n in namespace}
    parameters = check_parameters(name, types, given, strict=True)
    corpus = corpora.load(str(parameters["corpus"]))
    whole = features.load(corpus, lexicon=str(parameters.get("lexicon", "")))
    folder = figures_folder(corpus_folder(str(parameters["corpus"])))
    report = NotebookReport(name, corpus.name, {**parameters, "corpus": corpus.name})
    numbers = NumberFile(folder, report)
    copies = parameters.get("copies")
    data = select_copies(whole, copies) if copies else whole  # type: ignore[arg-type]  # checked above
    notebook = Notebook(name, parameters, corpus, data, folder, numbers)
    if copies:
        counted = count_articles(whole, data, copies=copies, topic=name.partition("_")[2] or name)  # type: ignore[arg-type]
        notebook.report(counted)
        print(counted.title)  # noqa: T201  # what a notebook says of itself
    if left_out := len(whole.left_out):
        print(f"Not measured: {pluralise(left_out, 'article')}. 00_corpus lists them.")  # noqa: T201
    if data.mark:
        print(data.mark)  # noqa: T201
    return notebook


def _find_name(namespace: Mapping[str, Any]) -> str:
    """The name of the running notebook.

    A run of this project names it; else it is the one whose code cells are those executed so far; else the
    one that JupyterLab has opened.
    """
    if name := os.environ.get("ANALYSIS_NOTEBOOK"):
        return name
    executed = [cell for cell in namespace.get("In", ()) if cell and not cell.startswith("# Parameters\n")]
    for path in sorted(notebooks().glob("*.ipynb")):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
        if executed and code[: len(executed)] == executed:
            return path.stem
    return Path(os.environ.get("JPY_SESSION_NAME", "notebook")).stem
