"""Whether the feature tables are what the texts of a corpus give."""

import hashlib
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from analysis import features
from analysis.corpus import Corpus
from analysis.errors import FeaturesError, SchemaError, listed
from analysis.features import origin
from analysis.measures.schema import TABLES
from analysis.pipeline.comparison import TOLERANCE

if TYPE_CHECKING:
    import pandas as pd

    from analysis.features import Features

__all__ = ["check_tables", "hash_tables", "trusted_tables"]

_ACROSS = {"copies", "runs"}  # tables on several articles at once: some of the texts do not give them


def hash_tables(corpus: Corpus, lexicon: str = "") -> Mapping[str, str]:
    """The sha256 of each feature table as the texts give it; where texts are absent, as it was shipped."""
    from analysis.features.files import packed  # noqa: PLC0415  # pyarrow is slow to import

    there = features.digests(corpus, lexicon=lexicon)  # measures where need be, for the notebooks to find
    if corpus.absent:
        return there
    return {
        n: hashlib.sha256(content).hexdigest() for n, content in packed(_measure(corpus, lexicon)).items()
    }


def trusted_tables(corpus: Corpus) -> str:
    """Which tables have to be believed because the texts are not here; empty if none."""
    if not corpus.absent:
        return ""
    count = len(corpus.absent)
    texts = f"the feature tables of {count} article{'' if count == 1 else 's'} whose text is not here"
    about = origin.about(corpus.folder / "features")
    other = about.get("code") != origin.code()
    return f"{texts}, measured by {about.get('version') or 'other code'}" if other else texts


def check_tables(corpus: Corpus) -> Iterator[str]:
    """How the tables that are shipped with a corpus differ from what its texts give."""
    shipped = corpus.folder / "features"
    if not shipped.is_dir():
        return
    if edited := origin.changed(shipped):
        yield f"features/ was edited since it was measured: {listed(f'{name}.parquet' for name in edited)}"
    elif corpus.articles:
        from analysis.features.files import read  # noqa: PLC0415  # as above

        try:
            differing = _differing(_measure(corpus, ""), read(shipped, corpus), corpus)
        except (FeaturesError, SchemaError) as error:
            yield f"features/ cannot be read: {error}"
            return
        if differing:
            yield f"features/ is not what the texts give: {listed(f'{name}.parquet' for name in differing)}"


def _measure(corpus: Corpus, lexicon: str) -> "Features":
    from analysis.features.measuring import measure  # noqa: PLC0415  # as above

    return measure(corpus, features.term_list(corpus, lexicon))


def _differing(measured: "Features", shipped: "Features", corpus: Corpus) -> list[str]:
    """The tables whose values differ, for the articles whose texts are here."""
    ids = {article.article_id for article in corpus.articles}
    found = []
    for name in TABLES:
        fresh, other = getattr(measured, name), getattr(shipped, name)
        if corpus.absent and (name in _ACROSS or "article_id" not in fresh):
            continue
        if "article_id" in fresh:
            fresh, other = (one[one["article_id"].isin(ids)] for one in (fresh, other))
        if not _is_equal(fresh, other):
            found.append(name)
    return found


def _is_equal(one: "pd.DataFrame", other: "pd.DataFrame") -> bool:
    from pandas.testing import assert_frame_equal  # noqa: PLC0415  # as above

    try:
        assert_frame_equal(
            one.reset_index(drop=True), other.reset_index(drop=True), rtol=TOLERANCE, check_dtype=False
        )
    except AssertionError:
        return False
    return True
