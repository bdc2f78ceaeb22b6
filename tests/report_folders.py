"""A figures folder as a run leaves it, of a corpus outside of its project."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from analysis import corpus as corpora
from analysis import features
from analysis.measures.registry import find_measure
from analysis.report.compose import write_report
from analysis.report.numbers import NumberFile
from analysis.report.records import NotebookReport
from analysis.results.framing import compare_terms
from analysis.results.sources import compare_measure
from analysis.results.speakers import compare_speakers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.results.result import Result


def make_project(folder: Path) -> Path:
    """An empty project."""
    for name in ("notebooks", "corpus"):
        (folder / name).mkdir(parents=True)
    return folder


def report_corpus(project: Path, folder: Path, *more: "Result") -> Path:
    """Report length, a framing term and speakers of a corpus in two notebooks, and compose them."""
    corpus = corpora.load(folder)
    data = features.load(corpus)
    target = project / "figures" / folder.name
    parameters: dict[str, int | float | str] = {"copies": "keep", "seed": 3}
    notebooks: dict[str, Sequence[Result]] = {
        "10_length": [compare_measure(data, find_measure("words"), id="length_words", seed=3), *more],
        "40_terms": [compare_terms(data, most=5, seed=3), compare_speakers(data)],
    }
    for name, found in notebooks.items():
        file = NumberFile(target, NotebookReport(name, corpus.name, {**parameters, "corpus": corpus.name}))
        for one in found:
            file.add(one, figure=one.id, sources=data.sources)
            file.add_shown(one.id, "")
            file.add_figure(one.id, one.title, f"Chart of {one.id}: {one.title}")
            (target / f"{one.id}.svg").write_text('<svg viewBox="0 0 518.74 100.5">', encoding="utf-8")
    lock = {
        "folder": f"../{folder.name}",
        "versions": {"numpy": "2.0"},
        "notebooks": {name: {"key": "abc"} for name in notebooks},
    }
    (target / "outputs.lock").write_text(json.dumps(lock), encoding="utf-8")
    write_report(target, corpus, data, dict.fromkeys(notebooks, parameters), variant={})
    return target
