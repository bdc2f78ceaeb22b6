"""The files made from the outputs of all notebooks together: report, numbers, references and methods."""

from pathlib import Path

from analysis import features, project
from analysis.corpus import Corpus
from analysis.pipeline import keys, lock
from analysis.pipeline.lock import Entry, Lock
from analysis.provenance import code_key, content_key, file_hash, versions

__all__ = ["compose", "hash_composition"]

_CODE = {("analysis.report.compose", "write_report")}


def compose(folder: Path, corpus: Corpus) -> None:
    """Make these files in a figures folder, unless they are up to date, and enter them in the lock."""
    known = lock.read(folder)
    if not known.notebooks:
        return
    made_from = hash_composition(known, corpus)
    key = lock.entry_key(made_from, {})
    if known.composed and known.composed.key == key:
        paths = ((folder / name, digest) for name, digest in known.composed.outputs.items())
        if all(path.is_file() and file_hash(path) == digest for path, digest in paths):
            return
    outputs = {name: file_hash(folder / name) for name in _write(folder, known, corpus)}
    entry = Entry(made_from=made_from, key=key, outputs=outputs)
    lock.write(folder, known.model_copy(update={"composed": entry}))


def hash_composition(known: Lock, corpus: Corpus) -> dict[str, str]:
    """Hashes of what these files are made from: the corpus as it is now, and the outputs in a lock."""
    citation = project.shipped("CITATION.cff")
    used = {
        stem: {"cells": entry.made_from["cells"], "parameters": entry.parameters, "outputs": entry.outputs}
        for stem, entry in known.notebooks.items()
    }
    return {
        "notebooks": content_key(used, known.variant),
        "corpus": content_key(keys.describe_corpus(corpus)),
        "tables": keys.hash_tables(corpus, features.hash_tables(corpus)),
        "code": code_key(_CODE, without=keys.MEASURED),
        "software": file_hash(citation) if citation.is_file() else "",
        "versions": content_key(versions()),
    }


def _write(folder: Path, known: Lock, corpus: Corpus) -> list[str]:
    """Make the files; their names."""
    from analysis.report.compose import write_report  # noqa: PLC0415  # slow, and usually not needed

    notebooks = {name: entry.parameters for name, entry in known.notebooks.items()}
    return write_report(folder, corpus, features.load(corpus), notebooks, variant=known.variant)
