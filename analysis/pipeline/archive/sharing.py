"""From a corpus with figures to its archive: staged in a temporary folder, described, and packed."""

import json
import tempfile
from pathlib import Path
from typing import NamedTuple

import yaml

from analysis import corpus as corpora
from analysis.corpus import Corpus
from analysis.pipeline import lock
from analysis.pipeline.archive import content, packing, software
from analysis.pipeline.lock import Lock
from analysis.pipeline.runs import stop_cleanly
from analysis.provenance import to_json

__all__ = ["Shared", "share"]

_TEMPLATE = Path(__file__).with_name("README.md.j2")
_CODECHECK = """\
%YAML 1.1
---
# Left to the authors of a paper: `paper` with title, authors (name, ORCID) and reference.
# Left to who checks it: `codechecker` (name, ORCID), `report`, and what else the specification has.
"""


class Shared(NamedTuple):
    """An archive: where it is, how many files it holds, and its size in bytes."""

    path: Path
    files: int
    size: int


def share(name: str, to: Path | None = None) -> Shared:
    """Pack a corpus without its texts, with its figures and the software that makes and checks them.

    The same corpus, figures and project give the same bytes. Variants of the figures do not go in.

    Args:
        name: the corpus, by name or folder.
        to: the archive to write; None: <name of the corpus>.zip in the current folder.

    Raises:
        CorpusError, FeaturesError: the corpus cannot be read, or has neither texts nor current tables.
        RunError: its figures are missing or out of date, or cannot be made without the texts.
        ShareError: a file cannot go in, or another file has the archive's name.
        OSError: the archive cannot be written.
    """
    corpus = corpora.load(name)
    target = packing.check_target(to or Path(f"{corpus.name}.zip"))
    known = content.check_figures(name, corpus)
    with stop_cleanly(), tempfile.TemporaryDirectory(prefix="share-") as folder:
        stage = Path(folder).resolve()
        members = software.stage_software(stage, [*known.notebooks])
        members += content.stage_corpus(corpus, stage)
        members += content.stage_figures(corpus, known, stage)
        members += _describe(corpus.name, stage, members)
        size = packing.pack({name: stage / name for name in members}, target)
    return Shared(target, len(members), size)


def _describe(name: str, stage: Path, members: list[str]) -> list[str]:
    """Write what describes the archive to people, to machines and to reviewers; the names of the files."""
    from analysis.pipeline.archive import crate  # noqa: PLC0415  # rocrate is slow to import

    staged = corpora.load(stage / "corpus" / name)
    known = lock.read(stage / "figures" / name)
    texts = {
        "README.md": _write_readme(staged, known, checkout="Makefile" in members),
        "codecheck.yml": _list_outputs(name, known, stage),
    }
    for file, text in texts.items():
        (stage / file).write_text(text, encoding="utf-8", newline="\n")
    described = crate.describe_crate(staged, known, stage, [*members, *texts])
    (stage / crate.NAME).write_text(to_json(described), encoding="utf-8", newline="\n")
    return [*texts, crate.NAME]


def _write_readme(corpus: Corpus, known: Lock, *, checkout: bool) -> str:
    """README.md: what the archive is, what can be checked and how, and what is left out."""
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415  # slow to import

    environment = Environment(
        trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined, autoescape=True
    )
    lines = {name: " ".join(corpus.about[name].split()) for name in ("title", "question", "licence")}
    text = environment.from_string(_TEMPLATE.read_text(encoding="utf-8")).render(
        **lines,
        name=corpus.name,
        sources=[" ".join(source.split()) for source in corpus.sources],
        articles=len(corpus.articles) + len(corpus.absent),
        versions=known.versions,
        checkout=checkout,
    )
    return f"{text}\n"


def _list_outputs(name: str, known: Lock, stage: Path) -> str:
    """codecheck.yml: the files that a reviewer makes again (https://codecheck.org.uk/spec/config/1.0/)."""
    place = f"figures/{name}"
    manifest = []
    for stem, entry in sorted(known.notebooks.items()):
        titles = _read_titles(stage / place / "numbers" / f"{stem}.json")
        for file in sorted(entry.files):
            title = titles.get(Path(file).stem, "")
            comment = f"{f'{title}; ' if title else ''}made by notebooks/{stem}.ipynb"
            manifest.append({"file": f"{place}/{file}", "comment": comment})
    composed = sorted(known.composed.outputs) if known.composed else []
    manifest += [{"file": f"{place}/{file}", "comment": "made from all these together"} for file in composed]
    about = {"version": "https://codecheck.org.uk/spec/config/1.0/", "manifest": manifest}
    return _CODECHECK + yaml.safe_dump(about, sort_keys=False, allow_unicode=True, width=1000)


def _read_titles(numbers: Path) -> dict[str, str]:
    """The titles of a notebook's figures by their ids; empty if it has none."""
    try:
        figures = json.loads(numbers.read_text(encoding="utf-8"))["figures"]
        return {figure: str(about["title"]) for figure, about in figures.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
