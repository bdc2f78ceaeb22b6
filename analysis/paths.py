"""The project's folders, found from this file or from ANALYSIS_ROOT; nothing is created on import."""

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
]

ROOT = Path(os.environ.get("ANALYSIS_ROOT") or Path(__file__).resolve().parent.parent)
CORPORA = ROOT / "corpus"
NOTEBOOKS = ROOT / "notebooks"
FIGURES = ROOT / "figures"
CACHE = ROOT / ".cache"
LEXICON = Path(__file__).resolve().parent / "measures" / "data" / "framing.yml"


def corpus_folder(name: str) -> Path:
    """The folder that `name` means: a path from here, a path from the project, or a name in corpus/.

    Raises:
        CorpusError: there is no such folder.
    """
    for folder in (Path(name).expanduser(), ROOT / name, CORPORA / name):
        if name and folder.is_dir():
            return folder.resolve()
    shipped = sorted(p.name for p in CORPORA.iterdir() if p.is_dir()) if CORPORA.is_dir() else []
    raise CorpusError(
        f'corpus = "{name}" is no folder',
        allowed=f"corpus/ has: {listed(shipped)}",
        todo="give one of these names, or the path of a folder with one sub-folder of texts a source",
    )


def figures_folder(corpus: str) -> Path:
    """Where the figures of a corpus go: figures/<corpus>, or ANALYSIS_FIGURES where a run sets it."""
    return Path(os.environ.get("ANALYSIS_FIGURES") or FIGURES / corpus)
