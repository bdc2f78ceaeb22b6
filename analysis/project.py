"""The project's folders, found from this file or from ANALYSIS_ROOT; nothing is created on import."""

import contextlib
import os
from pathlib import Path

from analysis.errors import CorpusError, listed

__all__ = [
    "CACHE",
    "CORPORA",
    "FIGURES",
    "LEXICON",
    "NOTEBOOKS",
    "ROOT",
    "corpus_folder",
    "figures_folder",
    "typed",
]

ROOT = Path(os.environ.get("ANALYSIS_ROOT") or Path(__file__).resolve().parent.parent)
CORPORA = ROOT / "corpus"
NOTEBOOKS = ROOT / "notebooks"
FIGURES = ROOT / "figures"
CACHE = ROOT / ".cache"
LEXICON = Path(__file__).resolve().parent / "text" / "terms" / "data" / "framing.yml"


def corpus_folder(name: str) -> Path:
    """The folder that `name` means: a path from here, a path from the project, or a name in corpus/.

    Raises:
        CorpusError: there is no such folder.
    """
    for folder in (typed(name), ROOT / name, CORPORA / name):
        with contextlib.suppress(OSError):  # no name that a folder can have, or behind a closed one
            if name and folder.is_dir():
                return folder.resolve()
    shipped = sorted(p.name for p in CORPORA.iterdir() if p.is_dir()) if CORPORA.is_dir() else []
    raise CorpusError(
        f'corpus = "{name}" is no folder',
        allowed=f"corpus/ has: {listed(shipped)}",
        todo="give one of these names, or the path of a folder with one sub-folder of texts a source",
    )


def typed(path: str) -> Path:
    """A path as a user typed it: `~` is the home folder, where there is one."""
    try:
        return Path(path).expanduser()
    except RuntimeError:
        return Path(path)


def figures_folder(corpus: Path) -> Path:
    """Where the figures of the corpus in the folder `corpus` go.

    That is figures/<name of the folder>, or ANALYSIS_FIGURES where a run sets it.

    Raises:
        CorpusError: a corpus in corpus/ has that name, and its figures would be replaced.
    """
    shipped = CORPORA / corpus.name
    if shipped.is_dir() and shipped.resolve() != corpus.resolve():
        raise CorpusError(
            f"{corpus} is named like a corpus in corpus/, whose figures it would replace",
            todo="rename the folder",
        )
    return Path(os.environ.get("ANALYSIS_FIGURES") or FIGURES / corpus.name)
