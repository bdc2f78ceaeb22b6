"""What a reader of a write-up asks of a number or a figure: what it says, how it was made, how to cite it."""

import json
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import chain
from pathlib import Path
from typing import Any

from analysis import project
from analysis.errors import RunError, listed
from analysis.project import corpus_folder, figures_folder
from analysis.provenance import to_json
from analysis.report import exports, files, references, software
from analysis.report.compose import NUMBERS

__all__ = ["Cited", "articles", "described", "find"]

_MADE = "make it: analysis figures"


@dataclass(frozen=True, slots=True)
class Cited:
    """A number or a figure that was found.

    Attributes:
        name: its id.
        folder: the folder of figures that it lies in.
        told: all that numbers.json of this folder says.
        figure: the sidecar of the figure; empty of a number.
    """

    name: str
    folder: Path
    told: Mapping[str, Any]
    figure: Mapping[str, Any]

    @property
    def number(self) -> Mapping[str, Any]:
        """The number; empty of a figure."""
        found: Mapping[str, Any] = {} if self.figure else self.told["numbers"][self.name]
        return found

    @property
    def notebook(self) -> str:
        """The notebook that made it."""
        return str(self.number.get("notebook") or self.figure.get("notebook", ""))

    @property
    def made(self) -> Mapping[str, Any]:
        """How it was made: key, parameters and versions."""
        of_notebook = self.told.get("notebooks", {}).get(self.notebook, {})
        return {**of_notebook, **{k: v for k, v in self.figure.items() if k in _HOW}}


_HOW = ("key", "parameters", "versions")


def find(name: str, corpus: str = "") -> Cited:
    """The number or figure with an id.

    Args:
        name: the id.
        corpus: name or folder of the corpus; empty: the one that has it.

    Raises:
        RunError: none has it, several have it, or a file is damaged.
        CorpusError: there is no such corpus.
    """
    folders = [figures_folder(corpus_folder(corpus))] if corpus else _folders()
    told = {folder: files.read(folder / NUMBERS) for folder in folders}
    found = [one for folder in folders if (one := _in(folder, name, told[folder]))]
    if len(found) > 1:
        places = [str(one.told["corpus"]) for one in found]
        raise RunError(
            f'id = "{name}" is in several corpora: {listed(places)}', todo=f"say which: --corpus {places[0]}"
        )
    if not found:
        known = chain.from_iterable((*own["numbers"], *_figures(f)) for f, own in told.items())
        raise RunError(f'id = "{name}" is no number or figure', allowed=_near(name, sorted({*known})))
    return found[0]


def _folders() -> list[Path]:
    found = sorted(project.figures().glob(f"*/{NUMBERS}"))
    if not found:
        raise RunError(f"there are no numbers in {project.figures()}", todo=_MADE)
    return [file.parent for file in found]


def _figures(folder: Path) -> list[str]:
    return [file.stem for file in folder.glob("*.svg")]


def _in(folder: Path, name: str, told: Mapping[str, Any]) -> Cited | None:
    if name in told["numbers"]:
        return Cited(name, folder, told, {})
    return Cited(name, folder, told, _sidecar(folder / f"{name}.json")) if name in _figures(folder) else None


def _sidecar(file: Path) -> dict[str, Any]:
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise RunError(f"{file} cannot be read: {error}", todo=_MADE) from None
    texts = isinstance(told, dict) and all(isinstance(told.get(key), str) for key in ("title", "alt"))
    if not texts or not isinstance(told.get("parameters", {}), dict):
        raise RunError(f"{file} says nothing of a figure", todo=_MADE)
    return dict(told)


def _near(name: str, known: list[str]) -> str:
    """The ids that begin as the one asked for, or else look like it."""
    within = [one for one in known if one.startswith(f"{name}.")]
    near = within or get_close_matches(name, known, n=5, cutoff=0.5)
    if near:
        return f"like it: {listed(near, most=8)}"
    return f"ids begin with: {listed(dict.fromkeys(one.split('.')[0] for one in known), most=60)}"


def articles(cited: Cited) -> list[str]:
    """The ids of the articles behind a number, or behind all numbers of a figure."""
    sets = cited.told["articles"]
    if cited.number:
        return list(sets[cited.number["articles"]])
    numbers = cited.told["numbers"].values()
    used = dict.fromkeys(one["articles"] for one in numbers if one["figure"] == cited.name)
    return list(dict.fromkeys(chain.from_iterable(sets[name] for name in used)))


def described(cited: Cited) -> Iterator[str]:
    """What is said of a number or a figure, line by line. Untrusted: names come from articles."""
    yield _caption(cited) if cited.figure else _sentence(cited)
    yield ""
    yield from _how(cited)
    yield from _where(cited)
    yield from _references(cited)


def _references(cited: Cited) -> Iterator[str]:
    """The corpus and the software, as BibTeX and as CSL-JSON."""
    try:
        items = json.loads((cited.folder / "references.json").read_text(encoding="utf-8"))
        wanted = {references.corpus_key(str(cited.told["corpus"])), software.KEY}
        found = [dict(item) for item in items if item["id"] in wanted]
    except (OSError, ValueError, TypeError, KeyError, RecursionError) as error:
        raise RunError(f"{cited.folder}/references.json cannot be read: {error}", todo=_MADE) from None
    yield ""
    yield from references.bibtex(found).splitlines()
    yield from to_json(references.csl(found)).splitlines()


def _sentence(cited: Cited) -> str:
    """A number in a sentence: with its unit, its interval, n and its definition."""
    one = cited.number
    interval = exports.interval(cited.name, cited.told["numbers"])
    within = f"95 % interval {interval}" if interval else ""
    facts = [one["unit"], within, f"n = {_articles(one['n'])}" if one["n"] else ""]
    inside = "; ".join(fact for fact in facts if fact)
    told = f"{one['label'] or cited.name}: {one['text']}{f' ({inside})' if inside else ''}."
    return f"{told} {one['definition']}".strip()


def _caption(cited: Cited) -> str:
    """A caption: the finding, the chart and its data, and how many articles it shows."""
    title = str(cited.figure["title"])
    chart = str(cited.figure["alt"]).removesuffix(title).rstrip(": ")
    behind = articles(cited)
    return f"{title.rstrip('.')}. {chart}{f'; n = {_articles(len(behind))}' if behind else ''}."


def _articles(count: int) -> str:
    return f"{count:,} article{'' if count == 1 else 's'}"


def _how(cited: Cited) -> Iterator[str]:
    """How it was made, and how it is made again."""
    made = cited.made
    parameters = {k: v for k, v in made.get("parameters", {}).items() if k != "corpus"}
    corpus = str(cited.told["corpus"])
    yield f"corpus      {corpus}"
    yield f"notebook    {cited.notebook}"
    yield f"parameters  {', '.join(f'{name} = {value}' for name, value in sorted(parameters.items()))}"
    yield f"key         {made.get('key', '')}"
    yield f"versions    {', '.join(f'{k} {v}' for k, v in sorted(made.get('versions', {}).items()))}"
    chosen = [f"--set {shlex.quote(f'{name}={value}')}" for name, value in sorted(parameters.items())]
    command = ["analysis figures", shlex.quote(corpus), "--only", cited.notebook, *chosen]
    yield f"again       {' '.join(command)}"


def _where(cited: Cited) -> Iterator[str]:
    """Where it stands, and what a write-up writes for it."""
    if cited.figure:
        yield f"files       {', '.join(sorted(str(f) for f in cited.folder.glob(f'{cited.name}.*')))}"
        return
    if figure := cited.number["figure"]:
        yield f"figure      {figure}"
    yield f"LaTeX       \\analysisnumber{{{cited.name}}}"
    yield f"Quarto      {{{{< var {cited.name} >}}}}"
    behind = articles(cited)
    yield f"articles    {len(behind):,}: analysis cite --trace {cited.name}" if behind else "articles    none"
