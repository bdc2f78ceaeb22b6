"""What a reader of a write-up asks of a number or a figure: what it says, how it was made, how to cite it."""

import json
import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import chain
from pathlib import Path
from typing import Any

from analysis import project
from analysis.errors import RunError, listed
from analysis.provenance import to_json
from analysis.report import exports, references, software
from analysis.report.records import NUMBERS, Figure, Number, Numbers, read_numbers

__all__ = ["Cited", "describe", "find", "list_articles"]

_LOCK, _VARIANTS = "outputs.lock", "variants"
_TODO = "make it again: analysis figures"


@dataclass(frozen=True, slots=True)
class Cited:
    """A number or a figure that was found.

    Attributes:
        id: its id.
        folder: the figures folder that it belongs to.
        numbers: the content of numbers.json in this folder.
        lock: the content of outputs.lock in this folder; empty if there is none.
    """

    id: str
    folder: Path
    numbers: Numbers
    lock: Mapping[str, Any]

    @property
    def found(self) -> Number | Figure:
        """The number or figure."""
        return self.numbers.numbers.get(self.id) or self.numbers.figures[self.id]

    @property
    def parameters(self) -> dict[str, bool | int | float | str]:
        """The parameters of its notebook, without the corpus."""
        made = self.numbers.notebooks.get(self.found.notebook, {}).get("parameters", {})
        return {name: value for name, value in sorted(made.items()) if name != "corpus"}

    @property
    def corpus(self) -> str:
        """What commands call its corpus: the name, or the path of one that is not in corpus/."""
        return str(self.lock.get("folder") or self.numbers.corpus)

    @property
    def options(self) -> list[str]:
        """The options with which `analysis cite` finds it again, where its id is not enough."""
        variant = self.folder.name if self.folder.parent.name == _VARIANTS else ""
        outside = ["--corpus", self.corpus] if self.corpus != self.numbers.corpus else []
        return outside + (["--variant", variant] if variant else [])


def find(cited_id: str, corpus: str = "", variant: str = "") -> Cited:
    """The number or figure with an id.

    Args:
        cited_id: the id.
        corpus: name or folder of the corpus; empty: the one that has it.
        variant: name of a folder in variants/ of the corpus's figures, as `copies=once`; empty: the figures
            with the notebooks' default parameters.

    Raises:
        RunError: none has it, several have it, or a file is damaged.
        CorpusError: there is no such corpus.
    """
    if corpus:
        own = [project.figures_folder(project.corpus_folder(corpus))]
    else:
        own = sorted(folder for folder in project.figures().glob("*/") if folder.is_dir())
    places = [folder / _VARIANTS / variant if variant else folder for folder in own]
    folders = [folder for folder in places if (folder / NUMBERS).is_file()]
    if not folders:
        raise _explain_missing(own, corpus, variant)
    read = {folder: read_numbers(folder) for folder in folders}
    found = [
        Cited(cited_id, folder, own, _read_lock(folder))
        for folder, own in read.items()
        if cited_id in own.numbers or cited_id in own.figures
    ]
    if len(found) > 1:
        names = [one.corpus for one in found]
        raise RunError(
            f'id = "{cited_id}" is in several corpora: {listed(names)}', todo=f"name one: --corpus {names[0]}"
        )
    if not found:
        known = {*chain.from_iterable((*own.numbers, *own.figures) for own in read.values())}
        raise RunError(
            f'no number or figure has the id "{cited_id}"', allowed=_suggest(cited_id, sorted(known))
        )
    return found[0]


def _explain_missing(folders: Sequence[Path], corpus: str, variant: str) -> RunError:
    """What is missing: a variant of corpora that have numbers, the numbers of a corpus, or all numbers."""
    if variant and any((folder / NUMBERS).is_file() for folder in folders):
        made = {file.parent.name for own in folders for file in own.glob(f"{_VARIANTS}/*/{NUMBERS}")}
        return RunError(
            f'there are no numbers of the variant "{variant}"',
            allowed=f"variants with numbers: {listed(sorted(made))}",
            todo=f"make it: {' '.join(filter(None, ['analysis figures', corpus, '--set NAME=VALUE']))}",
        )
    made = {file.parent.name for file in project.figures().glob(f"*/{NUMBERS}")}
    named = f'corpus = "{corpus}" has no figures: ' if corpus else ""
    return RunError(
        f"{named}there are no numbers in {folders[0] if corpus else project.figures()}",
        allowed=f"corpora with figures: {listed(sorted(made))}",
        todo=f"make them: analysis figures {corpus}".rstrip(),
    )


def _read_lock(folder: Path) -> dict[str, Any]:
    path = folder / _LOCK
    try:
        return dict(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else {}
    except (OSError, ValueError, TypeError, RecursionError) as error:
        raise RunError(f"{path} cannot be read: {error}", todo=_TODO) from None


def _suggest(cited_id: str, known: list[str]) -> str:
    """The ids that begin with the one asked for, or else look like it."""
    near = [one for one in known if one.startswith(f"{cited_id}.")]
    near = near or get_close_matches(cited_id, known, n=5, cutoff=0.5)
    if near:
        return f"similar: {listed(near, most=8)}"
    return f"ids begin with: {listed(dict.fromkeys(one.split('.')[0] for one in known), most=60)}"


def list_articles(cited: Cited) -> list[str]:
    """The ids of the articles behind a number, or behind all numbers of a figure."""
    sets, numbers = cited.numbers.articles, cited.numbers.numbers
    if cited.id in numbers:
        return list(sets[numbers[cited.id].articles])
    used = dict.fromkeys(one.articles for one in numbers.values() if one.figure == cited.id)
    return list(dict.fromkeys(chain.from_iterable(sets[key] for key in used)))


def describe(cited: Cited) -> Iterator[str]:
    """What is known of a number or a figure, line by line. Untrusted text: names come from articles."""
    found = cited.found
    yield _write_sentence(cited, found) if isinstance(found, Number) else _write_caption(cited, found)
    yield ""
    yield from _describe_run(cited)
    yield from _describe_use(cited, found)
    yield ""
    yield from _describe_references(cited)


def _write_sentence(cited: Cited, number: Number) -> str:
    """A number in a sentence: with its unit, its interval, n and its definition."""
    interval = exports.write_interval(cited.id, cited.numbers.numbers)
    facts = (
        number.unit,
        f"95 % interval {interval}" if interval else "",
        f"n = {_count_articles(number.n)}" if number.n else "",
    )
    inside = "; ".join(filter(None, facts))
    value = f"{number.text}{f' ({inside})' if inside else ''}"
    return f"{number.label or cited.id}: {value}. {number.definition}".strip()


def _write_caption(cited: Cited, figure: Figure) -> str:
    """A caption: the finding, the chart and its data, and how many articles it shows."""
    chart = figure.alt.removesuffix(figure.title).rstrip(": ")
    count = len(list_articles(cited))
    return f"{figure.title.rstrip('.')}. {chart}{f'; n = {_count_articles(count)}' if count else ''}."


def _count_articles(count: int) -> str:
    return f"{count:,} article{'' if count == 1 else 's'}"


def _describe_run(cited: Cited) -> Iterator[str]:
    """How it was made, and the command that makes it again."""
    notebook = cited.found.notebook
    entry = cited.lock.get("notebooks", {}).get(notebook, {})
    versions = sorted(cited.lock.get("versions", {}).items())
    yield f"corpus      {cited.corpus}"
    yield f"notebook    {notebook}"
    yield f"parameters  {', '.join(f'{name} = {value}' for name, value in cited.parameters.items())}"
    yield f"key         {entry.get('key', '')}"
    yield f"versions    {', '.join(f'{name} {version}' for name, version in versions)}"
    settings = [part for name, value in cited.parameters.items() for part in ("--set", f"{name}={value}")]
    yield f"reproduce   {shlex.join(['analysis', 'figures', cited.corpus, '--only', notebook, *settings])}"


def _describe_use(cited: Cited, found: Number | Figure) -> Iterator[str]:
    """Its files, what a write-up writes for it, and the command that lists its articles."""
    if isinstance(found, Figure):
        yield f"files       {', '.join(sorted(str(f) for f in cited.folder.glob(f'{cited.id}.*')))}"
        return
    if found.figure:
        yield f"figure      {found.figure}"
    yield f"LaTeX       \\analysisnumber{{{cited.id}}}"
    yield f"Quarto      {{{{< var {cited.id} >}}}}"
    if not found.n:
        yield "articles    none"
        return
    yield f"articles    {found.n:,}: {shlex.join(['analysis', 'cite', '--trace', cited.id, *cited.options])}"


def _describe_references(cited: Cited) -> Iterator[str]:
    """The corpus and the software, as BibTeX and as CSL-JSON."""
    path = cited.folder / "references.json"
    try:
        items = json.loads(path.read_text(encoding="utf-8"))
        wanted = {references.corpus_key(cited.numbers.corpus), software.KEY}
        found = [dict(item) for item in items if item["id"] in wanted]
    except (OSError, ValueError, TypeError, KeyError, RecursionError) as error:
        raise RunError(f"{path} cannot be read: {error}", todo=_TODO) from None
    yield from references.write_bibtex(found).splitlines()
    yield from to_json(found).splitlines()
