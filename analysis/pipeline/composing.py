"""What is made of the outputs of all notebooks together: the report, numbers, references, and methods."""

from collections.abc import Mapping
from pathlib import Path

from analysis import features
from analysis.corpus import Corpus
from analysis.features import origin
from analysis.pipeline import lock, records
from analysis.pipeline.lock import Entry, Lock
from analysis.project import ROOT
from analysis.provenance import code_key, content_key, file_hash, versions

__all__ = ["compose", "composed_key"]

_CODE = {("analysis.report.page", "write"), ("analysis.report", "write")}


def compose(folder: Path, corpus: Corpus) -> None:
    """Make what is made of all outputs in a figures folder, unless it is there; enter it in the lock."""
    known = lock.read(folder)
    if not known.notebooks:
        return
    key = composed_key(known, corpus)
    if known.composed and known.composed.key == key and _whole(folder, known.composed.outputs):
        return
    outputs = {name: file_hash(folder / name) for name in _make(folder, known, corpus)}
    records.remember(key, outputs)
    lock.write(folder, known.model_copy(update={"composed": Entry(key=key, outputs=outputs)}))


def composed_key(known: Lock, corpus: Corpus) -> str:
    """The key of what is made of a corpus and of all outputs that a lock names."""
    citation = ROOT / "CITATION.cff"
    return content_key(
        known.model_dump(include={"corpus", "notebooks"}),
        {"sources": corpus.sources, "report": corpus.report, "listed_in": corpus.listed_in},
        [origin.metadata(article) for article in (*corpus.articles, *corpus.absent)],
        features.digests(corpus),
        code_key(_CODE, without={("analysis.features", "load"), ("analysis.corpus", "load")}),
        file_hash(citation) if citation.is_file() else "",
        versions(),
    )


def _make(folder: Path, known: Lock, corpus: Corpus) -> list[str]:
    """Make the files; their names."""
    from analysis import report as cite
    from analysis.report import page as report  # noqa: PLC0415  # slow to import, and seldom needed

    notebooks = known.model_dump()["notebooks"]
    report.write(folder, {name: list(entry["outputs"]) for name, entry in notebooks.items()}, known.corpus)
    return ["report.html", *cite.write(folder, corpus, features.load(corpus), notebooks)]


def _whole(folder: Path, outputs: Mapping[str, str]) -> bool:
    return all((folder / n).is_file() and file_hash(folder / n) == digest for n, digest in outputs.items())
