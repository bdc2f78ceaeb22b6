"""The project's folders, found from where the user stands or from ANALYSIS_ROOT. Nothing is created here."""

import contextlib
import os
from difflib import get_close_matches
from pathlib import Path

from analysis.errors import CorpusError, ProjectError, listed

__all__ = [
    "cache",
    "corpora",
    "corpus_argument",
    "corpus_folder",
    "corpus_names",
    "expand_home",
    "figures",
    "figures_folder",
    "notebooks",
    "root",
    "shipped",
]

_PACKAGE = Path(__file__).resolve().parent


def root() -> Path:
    """The project: a folder with notebooks/ and corpus/.

    ANALYSIS_ROOT names it. Otherwise it is the current folder or the nearest one above that has both,
    and outside of any project the checkout that this package runs from.

    Raises:
        ProjectError: there is no project, or ANALYSIS_ROOT is not a folder.

    >>> from tempfile import TemporaryDirectory
    >>> from unittest.mock import patch
    >>> with TemporaryDirectory() as folder, patch.dict(os.environ, ANALYSIS_ROOT=folder):
    ...     root() == Path(folder).resolve()
    True
    """
    if named := os.environ.get("ANALYSIS_ROOT"):
        folder = expand_home(named).resolve()
        if not folder.is_dir():
            raise ProjectError(f'ANALYSIS_ROOT = "{named}" is not a folder')
        return folder
    here = Path.cwd()
    for folder in (here, *here.parents, _PACKAGE.parent):
        if (folder / "notebooks").is_dir() and (folder / "corpus").is_dir():
            return folder
    raise ProjectError(
        f"there is no project here: no folder with notebooks/ and corpus/ in {here} or above",
        todo="make one: analysis init NAME",
    )


def notebooks() -> Path:
    """The folder of the notebooks."""
    return root() / "notebooks"


def corpora() -> Path:
    """The folder of the project's corpora."""
    return root() / "corpus"


def figures() -> Path:
    """The folder of the figures of all corpora."""
    return root() / "figures"


def cache() -> Path:
    """The folder of what can be computed again: ANALYSIS_CACHE, or .cache/ in the project.

    Outside of a project it is a folder in the user's own cache, so that Python code works anywhere.

    >>> from unittest.mock import patch
    >>> with patch.dict(os.environ, ANALYSIS_CACHE="caches/analysis"):
    ...     cache().as_posix()
    'caches/analysis'
    """
    if named := os.environ.get("ANALYSIS_CACHE"):
        return expand_home(named)
    try:
        return root() / ".cache"
    except ProjectError:
        return expand_home(os.environ.get("XDG_CACHE_HOME") or "~/.cache") / "analysis"


def corpus_names() -> list[str]:
    """The names of the corpora in corpus/; names that start with a dot or an underscore do not count.

    >>> "example" in corpus_names()
    True
    """
    folder = corpora()
    found = folder.iterdir() if folder.is_dir() else ()
    return sorted(path.name for path in found if path.is_dir() and path.name[0] not in "._")


def corpus_folder(name: str) -> Path:
    """The folder that `name` means: a path from here, a path from the project, or a name in corpus/.

    Raises:
        CorpusError: there is no such folder.
        ProjectError: `name` is not a path from here, and there is no project.

    >>> corpus_folder("example") == corpus_folder("corpus/example") == corpora() / "example"
    True
    """
    if found := _folder(name, expand_home(name)):
        return found
    project = root()
    if found := _folder(name, project / name, project / "corpus" / name):
        return found
    names = corpus_names()
    there = f"corpus/ has: {listed(names)}" if names else "corpus/ has no folder"
    raise CorpusError(
        f'there is no folder "{name}"',
        allowed=_list_near(name) or there,
        todo="give the name of a folder in corpus/, or the path of one with a sub-folder of texts per source",
    )


def _list_near(name: str) -> str:
    """What is where a mistyped path leads: the folders in the last folder of it that exists.

    Empty for a name without a folder, and where no such folder has any.
    """
    path = expand_home(name)
    parent = next((one for one in path.parents if _folder(str(one), one)), Path())
    if not path.is_absolute() and parent == Path():
        return ""
    try:
        found = sorted(one.name for one in parent.iterdir() if one.is_dir() and one.name[0] not in "._")
    except OSError:
        return ""
    missed = path.relative_to(parent).parts[0]
    near = get_close_matches(missed, found, n=3, cutoff=0.6) or found * (parent != Path(path.anchor))
    return f"{str(parent).rstrip(os.sep)}/ has: {listed(near)}" if near else ""


def corpus_argument(folder: Path) -> str:
    """What commands call the corpus in `folder`: its name, or outside of corpus/ its path from the project.

    Raises:
        ProjectError: there is no project.
    """
    if folder.resolve() == (corpora() / folder.name).resolve():
        return folder.name
    return Path(os.path.relpath(folder, root())).as_posix()


def _folder(name: str, *candidates: Path) -> Path | None:
    for folder in candidates:
        with contextlib.suppress(OSError, ValueError):  # not a possible name, or in a closed folder
            if name and folder.is_dir():
                return folder.resolve()
    return None


def expand_home(path: str) -> Path:
    """A path with `~` replaced by the home folder, where that is known.

    >>> expand_home("~/texts") == Path.home() / "texts"
    True
    >>> expand_home("texts") == Path("texts")
    True
    """
    try:
        return Path(path).expanduser()
    except RuntimeError:
        return Path(path)


def figures_folder(corpus: Path) -> Path:
    """The folder for the figures of the corpus in the folder `corpus`.

    It is figures/NAME, or ANALYSIS_FIGURES during a run.

    Raises:
        CorpusError: a corpus in corpus/ has the same name, and its figures would be overwritten.
        ProjectError: there is no project.

    >>> figures_folder(corpus_folder("example")) == figures() / "example"
    True
    """
    own = corpora() / corpus.name
    if own.is_dir() and own.resolve() != corpus.resolve():
        raise CorpusError(
            f"{corpus} has the same name as a corpus in corpus/, and would overwrite its figures",
            todo="rename the folder",
        )
    return Path(os.environ.get("ANALYSIS_FIGURES") or figures() / corpus.name)


def shipped(name: str) -> Path:
    """A file or folder that comes with the software: from the installed package, or from its checkout.

    >>> shipped("CITATION.cff").is_file(), shipped("notebooks").is_dir()
    (True, True)
    """
    installed = _PACKAGE / "starter" / name
    return installed if installed.exists() else _PACKAGE.parent / name
