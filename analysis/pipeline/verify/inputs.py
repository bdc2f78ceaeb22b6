"""What outputs were made from, held against what is there now: texts, tables, code, the lock itself."""

from collections.abc import Iterator, Sequence

from analysis import features
from analysis.corpus import Corpus
from analysis.errors import listed
from analysis.pipeline import Job, keys, lock
from analysis.pipeline.lock import Lock
from analysis.provenance import content_key

__all__ = ["changed", "changed_since"]


def changed(corpus: Corpus, known: Lock) -> list[str]:
    """Texts, tables and entries of the lock that are not as they were, a line each."""
    tables = filter(None, [features.stale(corpus)])
    return [*_texts(corpus, known), *tables, *_lock(known)]


def _texts(corpus: Corpus, known: Lock) -> Iterator[str]:
    """Texts that are not those of the lock."""
    now = {article.file: article.sha256 for article in (*corpus.articles, *corpus.absent)}
    for file in sorted({*now, *known.articles}):
        if file not in now:
            yield f"{file}: an article of the lock, and not of the corpus any more"
        elif file not in known.articles:
            yield f"{file}: an article that the lock does not have"
        elif now[file] != known.articles[file]:
            yield f"{file}: was edited since the figures were made"


def _lock(known: Lock) -> Iterator[str]:
    """Entries of the lock whose key is not that of what they name."""
    for stem, entry in known.notebooks.items():
        if entry.key != keys.notebook_key(entry.made_from, entry.parameters):
            yield f"{lock.LOCK}: was edited: the key of {stem} is not that of its parts"
    made_with = {entry.made_from.get("versions") for entry in known.notebooks.values()}
    if known.notebooks and content_key(known.versions) not in made_with:
        yield f"{lock.LOCK}: was edited: no notebook ran with the versions that it names"


def changed_since(jobs: Sequence[Job], known: Lock) -> Iterator[str]:
    """Notebooks, or the code below them, that changed since the lock was written."""
    for part, words in (("cells", "the notebook"), ("code", "the code that it uses")):
        changed = [
            job.notebook.stem
            for job in jobs
            if known.notebooks[job.notebook.stem].made_from.get(part) != job.made_from[part]
        ]
        if changed:
            yield f"{words} changed since the figures were made: {listed(changed)}"
