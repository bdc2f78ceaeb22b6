"""What to run: notebooks on corpora, every parameter checked, and why each is due."""

import ast
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

from analysis import corpus as corpora
from analysis import features, project
from analysis.corpus import Corpus
from analysis.errors import ParameterError, RunError, listed
from analysis.notebook import parameters as params
from analysis.pipeline import keys, lock
from analysis.pipeline.lock import Entry, Lock
from analysis.project import figures_folder
from analysis.provenance import content_key, file_hash, versions

__all__ = ["Job", "due", "moved", "plan", "plan_again"]


@dataclass(frozen=True, slots=True)
class Job:
    """One notebook to run on one corpus.

    Attributes:
        notebook: its file.
        corpus: the corpus.
        parameters: all of them.
        made_from: hashes of what its outputs are made from (`keys.made_from`).
        place: where its outputs go, below figures/.
    """

    notebook: Path
    corpus: Corpus
    parameters: Mapping[str, Any]
    made_from: Mapping[str, str]
    place: str

    @property
    def key(self) -> str:
        """The key of its outputs."""
        return keys.notebook_key(self.made_from, self.parameters)

    @property
    def name(self) -> str:
        """How messages call it."""
        return f"{self.place}: {self.notebook.stem}"


def plan(
    names: Sequence[str],
    *,
    only: Sequence[str] = (),
    given: Mapping[str, str] | None = None,
    swept: Mapping[str, Sequence[str]] | None = None,
) -> list[Job]:
    """The jobs for some corpora, checked: no kernel starts before every corpus and parameter is right.

    Measures the corpora too, once, so that the notebooks find their features in the cache.

    Args:
        names: corpora, by name or folder.
        only: names of notebooks, or beginnings of them (`30`); empty: all.
        given: parameters as text, for every notebook that has them.
        swept: parameters with several values each. Every combination of them is a set of its own: it has
            the notebooks that take one of these parameters, and its outputs go to sweep/<the values>
            below the corpus's figures.

    Raises:
        CorpusError, FeaturesError, LexiconError: a corpus cannot be measured.
        ParameterError: an unknown notebook or parameter, or a value of the wrong type.
        RunError: a notebook cannot be read, or has no parameters cell.
    """
    given, swept = given or {}, swept or {}
    chosen = _notebooks(only)
    known = {field for notebook in chosen for field in params.model(notebook.stem).model_fields}
    asked = {**{name: ", ".join(values) for name, values in swept.items()}, **given}
    if unknown := [name for name in asked if name not in known]:
        raise ParameterError(
            f"no notebook has a parameter {unknown[0]} (given: {unknown[0]} = {asked[unknown[0]]})",
            allowed=f"there are: {listed(sorted(known - {'corpus'}))}",
        )
    sets = [dict(zip(swept, values, strict=True)) for values in product(*swept.values())]
    return [
        _job(notebook, loaded, {**given, **own}, _label(own))
        for loaded in _loaded(names)
        for own in sets
        for notebook in chosen
        if not swept or swept.keys() & params.model(notebook.stem).model_fields.keys()
    ]


def _label(values: Mapping[str, str]) -> str:
    """Where the outputs of a set of a sweep go: `sweep/copies=once,engine=textstat`; "" for no sweep."""
    if not values:
        return ""
    text = ",".join(f"{name}={value}" for name, value in sorted(values.items()))
    safe = re.sub(r"[^\w=,. -]", "_", text)[:100]
    return f"sweep/{safe}" if safe == text else f"sweep/{safe}-{content_key(text)[:8]}"


def plan_again(name: str, known: Lock, place: str = "") -> list[Job]:
    """The jobs that made the outputs of a lock, with the parameters that stand in it; errors as in `plan`.

    Args:
        name: the corpus, by name or folder.
        known: the lock.
        place: where it lies, below the corpus's figures.
    """
    (loaded,) = _loaded([name])
    notebooks = {path.stem: path for path in _notebooks(())}
    return [
        _job(notebooks[stem], loaded, entry.parameters, place)
        for stem, entry in known.notebooks.items()
        if stem in notebooks
    ]


def due(job: Job, folder: Path | None = None) -> str:
    """Why a job has to run; empty where its outputs, below `folder` or else figures/, are what it would make.

    Raises:
        RunError: the lock there is damaged.
    """
    folder = (folder or project.figures()) / job.place
    known = lock.read(folder)
    entry = known.notebooks.get(job.notebook.stem)
    if entry is None:
        return "it has not run yet"
    if entry.key != job.key:
        return _changed(job, entry, known)
    for name, digest in entry.outputs.items():
        if not (folder / name).is_file():
            return f"{name} is missing"
        if file_hash(folder / name) != digest:
            return f"{name} was edited"
    return ""


def _changed(job: Job, entry: Entry, known: Lock) -> str:
    """What is not as it was when a notebook ran."""
    words = {
        "cells": "the notebook",
        "code": "the code that it uses",
        "data": "the corpus or its measurement",
        "versions": moved(known.versions, versions()) or "versions of libraries",
    }
    reasons = [words[part] for part, digest in job.made_from.items() if entry.made_from.get(part) != digest]
    before, now = entry.parameters, job.parameters
    own = ({name: value for name, value in values.items() if name != "corpus"} for values in (before, now))
    return f"changed: {', '.join(filter(None, [*reasons, moved(*own)])) or 'its key'}"


def moved(before: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    """What differs: `seed (1 → 7), top (30 → 10)`."""
    names = (name for name in sorted({*before, *now}) if before.get(name) != now.get(name))
    return ", ".join(f"{name} ({before.get(name)} → {now.get(name)})" for name in names)


class _Loaded(NamedTuple):
    """A corpus as it was named, and the hashes of its tables by the path of a term list."""

    name: str
    corpus: Corpus
    tables: Callable[[str], Mapping[str, str]]


def _loaded(names: Sequence[str]) -> list[_Loaded]:
    """Every corpus, each once; all are found to be right before the first is measured."""
    found: dict[Path, _Loaded] = {}
    for name in names:
        corpus = corpora.load(name)
        figures_folder(corpus.folder)
        tables = cache(partial(_tables, corpus))
        found.setdefault(corpus.folder, _Loaded(name, corpus, tables))
    folders: dict[str, Path] = {}
    for folder in found:
        if (other := folders.setdefault(folder.name, folder)) != folder:
            raise RunError(
                f"{folder} and {other} are named alike, and their figures would go to one folder",
                todo="rename one of them",
            )
    return list(found.values())


def _tables(corpus: Corpus, lexicon: str) -> Mapping[str, str]:
    return features.digests(corpus, lexicon=lexicon)


def _job(notebook: Path, loaded: _Loaded, given: Mapping[str, Any], place: str) -> Job:
    name, corpus, tables = loaded
    fields = params.model(notebook.stem).model_fields
    fitting = {key: text for key, text in given.items() if key in fields}
    own = {"corpus": _portable(corpus.folder, name)}
    parameters = params.resolve(notebook.stem, _defaults(notebook), {**fitting, **own})
    made_from = keys.made_from(notebook, parameters, corpus, tables)
    return Job(notebook, corpus, parameters, made_from, (Path(corpus.name) / place).as_posix())


def _notebooks(only: Sequence[str]) -> list[Path]:
    found = sorted(project.notebooks().glob("*.ipynb"))
    for name in only:
        if not any(path.stem.startswith(name) for path in found):
            raise ParameterError(
                f'only = "{name}" is no notebook', allowed=f"there are: {listed(p.stem for p in found)}"
            )
    return [path for path in found if not only or path.stem.startswith(tuple(only))]


def _portable(folder: Path, name: str) -> str:
    """The corpus as notebooks are given it: the same text wherever the project lies."""
    root = project.root()
    return folder.relative_to(root).as_posix() if folder.is_relative_to(root) else name


def _defaults(notebook: Path) -> dict[str, Any]:
    """What a notebook's parameters cell says: literals only, so that it can be read without running it."""
    for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"]:
        if "parameters" in cell["metadata"].get("tags", ()):
            return _literals(notebook, "".join(cell["source"]))
    raise RunError(f"{notebook.name} has no parameters cell", todo='tag one of its cells "parameters"')


def _literals(notebook: Path, source: str) -> dict[str, Any]:
    try:
        return {
            node.target.id: ast.literal_eval(node.value)
            for node in ast.parse(source).body
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value
        }
    except (SyntaxError, ValueError) as error:
        raise RunError(
            f"the parameters cell of {notebook.name} cannot be read: {error}",
            allowed="one parameter a line, with a literal value: seed: int = 7  # what it means",
        ) from None
