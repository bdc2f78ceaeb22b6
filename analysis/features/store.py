"""Where the tables of a corpus are: shipped with it, in the cache, or still to be measured."""

import contextlib
import hashlib
from pathlib import Path

from analysis.corpus import Corpus
from analysis.errors import FeaturesError, listed
from analysis.features import origin
from analysis.features.tables import Features
from analysis.project import CACHE
from analysis.provenance import content_key, file_hash
from analysis.text.terms.lexicon import Lexicon
from analysis.text.terms.lexicon import find_for_corpus as lexicon_path
from analysis.text.terms.lexicon import load_for_corpus as term_list

# pandas and pyarrow are slow to import, and a run that finds all as it was needs neither.
# ruff: noqa: PLC0415

__all__ = ["digests", "lexicon_path", "of", "stale", "term_list"]


def of(corpus: Corpus, *, lexicon: str = "") -> Features:
    """The features of a corpus: measured from its texts, or as they were shipped with it.

    Texts that are here are measured, unless the same code has measured the same texts before. Where
    texts are absent, the tables in the corpus's features/ folder stand for all of them.

    Args:
        corpus: the loaded corpus.
        lexicon: path of a term list; empty: lexicon.yml of the corpus, or else the one shipped here.

    Raises:
        FeaturesError: all texts are absent and no table stands for them, or the tables were counted
            with another term list than the one asked for.
        LexiconError: there is no such term list, or it is malformed.
    """
    from analysis.features.files import read, write
    from analysis.features.measuring import measure

    terms = term_list(corpus, lexicon)
    if place := _place(corpus, terms, asked=lexicon):
        return read(place, corpus)
    measured = measure(corpus, terms)
    with contextlib.suppress(OSError):  # without a cache the next time takes longer, no more
        write(measured, _cached(measured.key))
    return measured


def digests(corpus: Corpus, *, lexicon: str = "") -> dict[str, str]:
    """The sha256 of each table of a corpus, as a file; measures what is not yet measured.

    Args and errors as in `of`.
    """
    from analysis.measures.schema import TABLES

    if place := _place(corpus, term_list(corpus, lexicon), asked=lexicon):
        return {name: file_hash(place / f"{name}.parquet") for name in TABLES}
    from analysis.features.files import packed

    tables = packed(of(corpus, lexicon=lexicon))
    return {name: hashlib.sha256(content).hexdigest() for name, content in tables.items()}


def stale(corpus: Corpus) -> str:
    """Why the tables that a corpus ships are not what its texts give now; empty where nothing says so."""
    shipped = corpus.folder / "features"
    if not shipped.is_dir():
        return ""
    if tables := origin.changed(shipped):
        return f"features/ was edited since it was measured: {listed(f'{t}.parquet' for t in tables)}"
    if origin.about(shipped).get("code") != origin.code():
        return "features/ was measured by other code; measure the corpus again: analysis measure"
    measured = origin.about(shipped).get("key")
    if not corpus.absent and measured != origin.key(corpus.articles, term_list(corpus)):
        return "features/ was measured from other texts or another term list"
    return ""


def _place(corpus: Corpus, terms: Lexicon, *, asked: str) -> Path | None:
    """The folder that holds the tables of a corpus, if any does."""
    shipped = corpus.folder / "features"
    if _stands(corpus):
        about = origin.about(shipped)
        if asked and about.get("lexicon_key") != content_key(terms.canonical):
            raise FeaturesError(
                f'lexicon = "{asked}" cannot be counted: the texts of {corpus.name} are not here',
                todo=f"leave lexicon empty, or put the texts back: analysis add {corpus.name} FILES",
            )
        return shipped
    if not corpus.articles:
        raise FeaturesError(
            f"the {len(corpus.absent)} texts of {corpus.name} are not here, nor tables of them",
            todo=f"put the texts back: analysis add {corpus.name} FILES",
        )
    key = origin.key(corpus.articles, terms)
    places = (shipped, _cached(key))
    return next((p for p in places if origin.about(p).get("key") == key and not origin.changed(p)), None)


def _stands(corpus: Corpus) -> bool:
    """Whether texts are absent, and the tables in features/ hold every article that the corpus lists."""
    shipped = corpus.folder / "features"
    texts = {article.sha256 for article in (*corpus.articles, *corpus.absent)}
    return bool(corpus.absent) and texts <= {*origin.about(shipped).get("texts", ())}


def _cached(key: str) -> Path:
    return CACHE / "features" / key[:32]
