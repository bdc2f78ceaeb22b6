"""What to run: notebooks on corpora, with every parameter checked, and why each has to run."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import product
from pathlib import Path
from typing import NamedTuple

from analysis import corpus as corpora
from analysis import features, project
from analysis.corpus import Corpus
from analysis.errors import ParameterError, RunError, listed
from analysis.notebook.parameters import Parameter, Value, check_parameters, read_cells, read_parameters
from analysis.pipeline import keys, lock
from analysis.pipeline.lock import Entry, Lock
from analysis.provenance import content_key, versions

__all__ = ["VARIANTS", "Job", "plan", "skipped_notebooks"]

VARIANTS = "variants"
Parameters = Mapping[str, Parameter]
Tables = Callable[[Corpus, str], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Job:
    """One notebook to run on one corpus.

    Attributes:
        notebook: its file.
        corpus: the corpus.
        parameters: all of them; `corpus` is a path that works from everywhere on this machine.
        made_from: hashes of what its files are made from (`keys.hash_notebook`).
        variant: the parameters that differ from the defaults, as text.
    """

    notebook: Path
    corpus: Corpus
    parameters: Mapping[str, Value]
    made_from: Mapping[str, str]
    variant: Mapping[str, str]

    @property
    def place(self) -> str:
        """Where its files go, below figures/."""
        return "/".join([self.corpus.name, *_variant_folder(self.variant)])

    @property
    def name(self) -> str:
        """Its name in messages."""
        return f"{self.place}: {self.notebook.stem}"

    @property
    def draft(self) -> Lock:
        """The lock of its files, still without the files."""
        shared = {**self.parameters, "corpus": self.corpus.name}  # a name, wherever the corpus lies
        key = lock.entry_key(self.made_from, shared)
        entry = Entry(made_from=dict(self.made_from), parameters=shared, key=key, outputs={})
        folder = self.corpus.folder
        place = project.corpus_argument(folder)
        return Lock(
            folder=place if place != folder.name else "",  # a name in corpus/ finds it
            variant=dict(self.variant),
            articles={a.file: a.sha256 for a in (*self.corpus.articles, *self.corpus.absent)},
            versions=versions(),
            notebooks={self.notebook.stem: entry},
        )


def plan(
    names: Sequence[str],
    *,
    only: Sequence[str] = (),
    given: Mapping[str, str] | None = None,
    swept: Mapping[str, Sequence[str]] | None = None,
    tables: Tables | None = None,
) -> list[Job]:
    """The jobs for some corpora. No kernel starts before every corpus and parameter is checked.

    Values that differ from the notebooks' defaults make a variant. Its files go into a folder of their own,
    and it has the notebooks that take one of these parameters. Corpora are measured here, so that the
    notebooks find their features in the cache.

    Args:
        names: corpora, by name or folder.
        only: names of notebooks, or beginnings of them (`30`); empty: all with a parameters cell.
        given: parameters as text, for every notebook that has them.
        swept: parameters with several values each; every combination is planned.
        tables: the sha256 of the feature tables of a corpus with a term list, as `features.hash_tables`.

    Raises:
        CorpusError, FeaturesError, LexiconError: a corpus cannot be measured.
        ParameterError: an unknown notebook or parameter, or a value of the wrong type.
        RunError: the parameters cell of a notebook cannot be read.
    """
    given, swept = given or {}, swept or {}
    notebooks = _find_notebooks(only)
    _check_names({**{name: ", ".join(values) for name, values in swept.items()}, **given}, notebooks.values())
    loaded = _load(names, tables or (lambda corpus, lexicon: features.hash_tables(corpus, lexicon=lexicon)))
    jobs: dict[tuple[str, str], Job] = {}
    for corpus in loaded:
        for values in product(*swept.values()):
            for job in _plan_set(corpus, notebooks, {**given, **dict(zip(swept, values, strict=True))}):
                jobs.setdefault((job.place, job.notebook.stem), job)
    return [*jobs.values()]


class _Loaded(NamedTuple):
    """A corpus, and the sha256 of its tables per term list."""

    corpus: Corpus
    tables: Callable[[str], Mapping[str, str]]


def _load(names: Sequence[str], tables: Tables) -> list[_Loaded]:
    """Every corpus, each once; all are loaded before the first is measured."""
    found: dict[str, _Loaded] = {}
    for name in names:
        corpus = corpora.load(name)
        project.figures_folder(corpus.folder)
        first = found.setdefault(corpus.name, _Loaded(corpus, cache(partial(tables, corpus)))).corpus
        if first.folder != corpus.folder:
            raise RunError(
                f"{first.folder} and {corpus.folder} have the same name, and would share a figures folder",
                todo="rename one of them",
            )
    return [*found.values()]


def _plan_set(loaded: _Loaded, notebooks: Mapping[Path, Parameters], given: Mapping[str, str]) -> list[Job]:
    """The jobs for one corpus and one set of values."""
    corpus, tables = loaded
    resolved = {path: _resolve(path, own, given, corpus) for path, own in notebooks.items()}
    variant = {
        name: str(values[name])
        for path, values in resolved.items()
        for name in given
        if name in values and values[name] != notebooks[path][name].default
    }
    taking = {path: own for path, own in resolved.items() if not variant or variant.keys() & own.keys()}
    hashes = {path: tables(str(own.get("lexicon", ""))) for path, own in taking.items()}
    return [
        Job(path, corpus, own, keys.hash_notebook(path, corpus, hashes[path]), variant)
        for path, own in taking.items()
    ]


def _resolve(
    notebook: Path, parameters: Parameters, given: Mapping[str, str], corpus: Corpus
) -> dict[str, Value]:
    """The values of all parameters of a notebook: those given, else its own."""
    folder, root = corpus.folder, project.root()
    argument = folder.relative_to(root).as_posix() if folder.is_relative_to(root) else str(folder)
    values = {name: given.get(name, own.default) for name, own in parameters.items()}
    types = {name: own.type for name, own in parameters.items()}
    return check_parameters(notebook.stem, types, {**values, "corpus": argument}, strict=False)


def _check_names(asked: Mapping[str, str], notebooks: Iterable[Parameters]) -> None:
    known = {name for own in notebooks for name in own} - {"corpus"}
    if "corpus" in asked:
        raise ParameterError(
            "corpus is not a parameter to set", todo="name the corpus instead: analysis figures NAME"
        )
    for name, text in asked.items():
        if name not in known:
            raise ParameterError(
                f"no notebook has a parameter {name} (given: {name} = {text})",
                allowed=f"there are: {listed(sorted(known))}",
            )


def _variant_folder(variant: Mapping[str, str]) -> list[str]:
    """The folders of a variant below those of its corpus: `variants`, `copies=once,engine=textstat`."""
    if not variant:
        return []
    text = ",".join(f"{name}={value}" for name, value in sorted(variant.items()))
    safe = re.sub(r"[^\w=,. -]", "_", text)[:100]
    return [VARIANTS, safe if safe == text else f"{safe}-{content_key(text)[:8]}"]


def _find_notebooks(only: Sequence[str]) -> dict[Path, Parameters]:
    """The notebooks to run, each with its parameters."""
    found = sorted(project.notebooks().glob("*.ipynb"))
    for name in only:
        chosen = [path for path in found if path.stem.startswith(name)]
        if not chosen:
            raise ParameterError(
                f'only = "{name}": there is no such notebook',
                allowed=f"there are: {listed(p.stem for p in found)}",
            )
        if why := [reason for path in chosen if (reason := _reason_to_skip(path))]:
            raise RunError(why[0], todo='give it a cell with the tag "parameters"')
    wanted = [path for path in found if not only or path.stem.startswith(tuple(only))]
    if runnable := [path for path in wanted if not _reason_to_skip(path)]:
        return {path: read_parameters(path) or {} for path in runnable}
    raise RunError(
        f"there is no notebook with a parameters cell in {project.notebooks()}",
        todo="put one there, or make a project: analysis init NAME",
    )


def skipped_notebooks() -> list[str]:
    """Which files in notebooks/ no run takes, and why, one line each."""
    reasons = map(_reason_to_skip, sorted(project.notebooks().glob("*.ipynb")))
    return [f"{reason}: skipped" for reason in reasons if reason]


def _reason_to_skip(notebook: Path) -> str:
    """Why a file cannot be run as a notebook; empty if it can."""
    try:
        cells = read_cells(notebook)
    except RunError:
        return f"{notebook.name} is not a notebook"
    tagged = any("parameters" in tags for _, tags, _ in cells)
    return "" if tagged else f"{notebook.name} has no parameters cell"
