"""Finds the tables of a corpus, in its folder or in the cache, or measures it."""

import contextlib
from pathlib import Path

from analysis import project
from analysis.corpus import Corpus
from analysis.errors import FeaturesError, listed
from analysis.features import origin
from analysis.features.tables import Features
from analysis.provenance import content_key, file_hash
from analysis.text.terms.lexicon import Lexicon
from analysis.text.terms.lexicon import find_for_corpus as find_term_list
from analysis.text.terms.lexicon import load_for_corpus as load_term_list

# pandas and pyarrow are slow to import, and a run that finds everything up to date needs neither.
# ruff: noqa: PLC0415

__all__ = ["describe_trust", "explain_staleness", "find_term_list", "hash_tables", "load", "load_term_list"]


def load(corpus: Corpus, *, lexicon: str = "", fresh: bool = False) -> Features:
    """The feature tables of a corpus: measured from its texts, or those in its folder features/.

    Texts that are here are measured, unless the same code has measured the same texts before. If texts are
    absent, the tables in features/ are used for all of them; if other code measured these, they have a mark.

    Args:
        corpus: the loaded corpus.
        lexicon: path of a term list; empty: lexicon.yml of the corpus, or else the one in this package.
        fresh: measure texts that are here again, even if they are in the cache.

    Raises:
        FeaturesError: texts are absent and there are no tables; or these tables were edited, lack a
            column, or were counted with another term list than the one asked for.
        LexiconError: there is no such term list, or it is malformed.
    """
    from analysis.features.files import read, write
    from analysis.features.measurement import measure

    terms = load_term_list(corpus, lexicon)
    if place := _find_folder(corpus, terms, asked=lexicon, fresh=fresh):
        return read(place, corpus)
    measured = measure(corpus, terms)
    with contextlib.suppress(OSError):  # without a cache the next time takes longer
        write(measured, _cache_folder(measured.key))
    return measured


def hash_tables(corpus: Corpus, *, lexicon: str = "", fresh: bool = False) -> dict[str, str]:
    """The sha256 of each table of a corpus, as a file; measures what is not measured yet.

    Args and errors as in `load`.
    """
    from analysis.features.schema import TABLES

    if place := _find_folder(corpus, load_term_list(corpus, lexicon), asked=lexicon, fresh=fresh):
        return {name: file_hash(place / f"{name}.parquet") for name in TABLES}
    from analysis.features.files import digest_tables

    return digest_tables(load(corpus, lexicon=lexicon, fresh=fresh))


def explain_staleness(corpus: Corpus) -> str:
    """Why the tables in the folder features/ are not what the texts give now; empty if they are.

    Texts that are here are measured again. If texts are absent, only the bytes of the tables can be checked:
    see `describe_trust`.
    """
    shipped = corpus.folder / "features"
    if not shipped.is_dir():
        return ""
    if tables := origin.find_changed(shipped):
        return f"features/ was edited after it was measured: {listed(f'{t}.parquet' for t in tables)}"
    known = origin.read_about(shipped)["tables"]
    now = known if corpus.absent else hash_tables(corpus, fresh=True)
    if tables := [name for name, digest in now.items() if digest != known[name]]:
        return f"features/ is not what the texts give now: {listed(f'{t}.parquet' for t in tables)}"
    return ""


def describe_trust(corpus: Corpus) -> str:
    """The tables that have to be taken on trust because texts are absent; empty if there are none."""
    if not _is_covered(corpus):
        return ""
    count, shipped = len(corpus.absent), corpus.folder / "features"
    tables = f"the feature tables of {count} article{'s' * (count > 1)} whose texts are not here"
    if corpus.articles:
        tables += ", and the tables of text that articles share"
    if origin.read_about(shipped).get("code") == origin.hash_code():
        return tables
    return f"{tables}, measured by {origin.name_version(shipped)} with other code"


def _find_folder(corpus: Corpus, terms: Lexicon, *, asked: str, fresh: bool) -> Path | None:
    """The folder that holds the tables of a corpus, if there is one."""
    shipped = corpus.folder / "features"
    if _is_covered(corpus):
        origin.check_tables(shipped, corpus)
        asked = asked or "lexicon.yml" * (corpus.folder / "lexicon.yml").is_file()
        if asked and origin.read_about(shipped).get("lexicon_key") != content_key(terms.canonical):
            raise FeaturesError(
                f'lexicon = "{asked}" cannot be counted: the texts of {corpus.name} are not here',
                allowed="only the term list that the tables in features/ were counted with can be used",
                todo=f"use that list, or {origin.explain_restoring(corpus)}",
            )
        return shipped
    if not corpus.articles:
        raise FeaturesError(
            f"the {len(corpus.absent)} texts of {corpus.name} are not here, and features/ has no tables",
            todo=origin.explain_restoring(corpus),
        )
    key = origin.make_key(corpus, terms)
    places = () if fresh else (_cache_folder(key), shipped)
    return next(
        (p for p in places if origin.read_about(p).get("key") == key and not origin.find_changed(p)), None
    )


def _is_covered(corpus: Corpus) -> bool:
    """Whether texts are absent, and the tables in features/ hold every article that the corpus lists."""
    shipped = corpus.folder / "features"
    texts = {article.sha256 for article in (*corpus.articles, *corpus.absent)}
    return bool(corpus.absent) and texts <= {*origin.read_about(shipped).get("texts", ())}


def _cache_folder(key: str) -> Path:
    return project.cache() / "features" / key[:32]
