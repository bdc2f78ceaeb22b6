"""Whether the feature tables are what the texts of a corpus give."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
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

# pandas and pyarrow are slow to import, and this module is imported with every command.
# ruff: noqa: PLC0415

__all__ = ["Measurement"]

_ACROSS = {"copies", "runs"}  # tables about several articles: they cannot be checked if some texts are absent


@dataclass(frozen=True)
class Measurement:
    """A corpus measured anew, once per term list: neither the cache nor shipped tables are believed."""

    corpus: Corpus
    _measured: "dict[str, Features]" = field(default_factory=dict)

    def hashes(self, _: Corpus, lexicon: str) -> Mapping[str, str]:
        """The sha256 of each table as the texts give it; if texts are absent, as it was shipped.

        Errors as in `features.load`.
        """
        from analysis.features.files import pack_tables

        if self.corpus.absent:
            return features.hash_tables(self.corpus, lexicon=lexicon)
        tables = pack_tables(self._measure(lexicon))
        return {name: hashlib.sha256(content).hexdigest() for name, content in tables.items()}

    def problem(self) -> str:
        """How the tables that are shipped with the corpus differ from what its texts give; empty if not.

        Values are compared, since another version of the library writes the same values as other bytes.
        """
        shipped = self.corpus.folder / "features"
        if not shipped.is_dir():
            return ""
        names = origin.find_changed(shipped)
        if names:
            return f"features/ was edited after it was measured: {_list_files(names)}"
        if not self.corpus.articles:
            return ""
        from analysis.features.files import read

        try:
            names = self._find_differences(read(shipped, self.corpus))
        except (FeaturesError, SchemaError) as error:
            return f"features/ is not what the texts give: {error}"
        return f"features/ is not what the texts give: {_list_files(names)}" if names else ""

    def _find_differences(self, shipped: "Features") -> list[str]:
        """The tables whose values differ, for the articles whose texts are here."""
        ids = {article.article_id for article in self.corpus.articles}
        measured = self._measure("")
        found = []
        for name in TABLES:
            new, old = measured.table(name), shipped.table(name)
            if self.corpus.absent and (name in _ACROSS or "article_id" not in new):
                continue
            if "article_id" in new:
                old = old[old["article_id"].isin(ids)]
            if not _is_equal(new, old):
                found.append(name)
        return found

    def _measure(self, lexicon: str) -> "Features":
        """The tables of the articles whose texts are here."""
        if lexicon not in self._measured:
            here = replace(self.corpus, absent=())
            self._measured[lexicon] = features.load(here, lexicon=lexicon, fresh=True)
        return self._measured[lexicon]


def _list_files(tables: list[str]) -> str:
    return listed(f"{name}.parquet" for name in tables)


def _is_equal(one: "pd.DataFrame", other: "pd.DataFrame") -> bool:
    from pandas.testing import assert_frame_equal

    one, other = (table.reset_index(drop=True) for table in (one, other))
    try:
        assert_frame_equal(one, other, rtol=TOLERANCE, check_dtype=False)
    except AssertionError:
        return False
    return True
