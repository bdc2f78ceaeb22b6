"""Whether the feature tables are what the texts of a corpus give."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from analysis import features
from analysis.corpus import Corpus
from analysis.errors import FeaturesError, SchemaError, listed
from analysis.features import origin
from analysis.features.schema import TABLES
from analysis.pipeline.comparison import TOLERANCE

if TYPE_CHECKING:
    import pandas as pd

    from analysis.features import Features

__all__ = ["Measurement"]

_ACROSS = {"copies", "runs"}  # tables on several articles at once: some of the texts do not give them


@dataclass(frozen=True)
class Measurement:
    """A corpus measured anew, each term list once: neither the cache nor shipped tables are believed."""

    corpus: Corpus
    _measured: "dict[str, Features]" = field(default_factory=dict)

    def hashes(self, _: Corpus, lexicon: str) -> Mapping[str, str]:
        """The sha256 of each table as the texts give it; where texts are absent, as it was shipped.

        Errors as in `features.digests`.
        """
        from analysis.features.files import packed  # noqa: PLC0415  # pyarrow is slow to import

        there = features.digests(
            self.corpus, lexicon=lexicon
        )  # puts tables into the cache, for the notebooks
        if self.corpus.absent:
            return there
        tables = packed(self._measure(lexicon))
        return {name: hashlib.sha256(content).hexdigest() for name, content in tables.items()}

    def trusted(self) -> str:
        """Which tables have to be believed because the texts are not here; empty if none."""
        if not self.corpus.absent:
            return ""
        count = len(self.corpus.absent)
        texts = f"the feature tables of {count} article{'' if count == 1 else 's'} whose text is not here"
        about = origin.about(self.corpus.folder / "features")
        other = about.get("code") != origin.code()
        return f"{texts}, measured by {about.get('version') or 'other code'}" if other else texts

    def problems(self) -> Iterator[str]:
        """How the tables that are shipped with the corpus differ from what its texts give."""
        shipped = self.corpus.folder / "features"
        if not shipped.is_dir():
            return
        if edited := origin.changed(shipped):
            yield f"features/ was edited since it was measured: {listed(f'{n}.parquet' for n in edited)}"
        elif self.corpus.articles:
            from analysis.features.files import read  # noqa: PLC0415  # as above

            try:
                differing = _differing(self._measure(""), read(shipped, self.corpus), self.corpus)
            except (FeaturesError, SchemaError) as error:
                yield f"features/ cannot be read: {error}"
                return
            if differing:
                yield f"features/ is not what the texts give: {listed(f'{n}.parquet' for n in differing)}"

    def _measure(self, lexicon: str) -> "Features":
        from analysis.features.measurement import measure  # noqa: PLC0415  # as above

        if lexicon not in self._measured:
            self._measured[lexicon] = measure(self.corpus, features.term_list(self.corpus, lexicon))
        return self._measured[lexicon]


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
