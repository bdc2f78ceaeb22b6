"""Whether the feature tables are what the texts of a corpus give."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from analysis import features
from analysis.corpus import Corpus
from analysis.errors import FeaturesError, SchemaError, listed
from analysis.features import Features, origin
from analysis.features.schema import TABLES
from analysis.pipeline.comparison import TOLERANCE

# pandas and pyarrow are slow to import, and this module is imported with every command.
# ruff: noqa: PLC0415

__all__ = ["Measurement"]

_ACROSS = {"copies", "runs"}  # tables about several articles: they cannot be checked if some texts are absent


@dataclass(frozen=True)
class Measurement:
    """A corpus measured again, once per term list, without the cache or shipped tables."""

    corpus: Corpus
    _measured: dict[str, Features] = field(default_factory=dict)

    def hashes(self, _: Corpus, lexicon: str) -> Mapping[str, str]:
        """The sha256 of each table as the texts give it; if texts are absent, as it was shipped.

        Errors as in `features.load`.
        """
        from analysis.features.files import digest_tables

        if self.corpus.absent:
            return features.hash_tables(self.corpus, lexicon=lexicon)
        return digest_tables(self._measure(lexicon))

    def problem(self) -> str:
        """How the tables that are shipped with the corpus differ from what its texts give; empty if not.

        Values are compared, since another version of the library writes the same values as other bytes.
        """
        shipped = self.corpus.folder / "features"
        if not shipped.is_dir():
            return ""
        reason, names = "was edited after it was measured", origin.find_changed(shipped)
        if not names and self.corpus.articles:
            from analysis.features.files import read

            try:
                stored = read(shipped, self.corpus)
            except (FeaturesError, SchemaError) as error:
                return f"features/ is not what the texts give: {error}"
            reason = "is not what the texts give"
            names = [name for name in TABLES if not self._is_current(name, stored)]
        return f"features/ {reason}: {listed(f'{name}.parquet' for name in names)}" if names else ""

    def _is_current(self, name: str, stored: Features) -> bool:
        """Whether a stored table has the values that the texts which are here give."""
        from pandas.testing import assert_frame_equal

        new, old = self._measure("").table(name), stored.table(name)
        if self.corpus.absent and name in _ACROSS:
            return True
        if "article_id" in new:
            old = old[old["article_id"].isin([article.article_id for article in self.corpus.articles])]
        try:
            assert_frame_equal(new, old.reset_index(drop=True), rtol=TOLERANCE, check_dtype=False)
        except AssertionError:
            return False
        return True

    def _measure(self, lexicon: str) -> Features:
        """The tables of the articles whose texts are here."""
        if lexicon not in self._measured:
            here = replace(self.corpus, absent=())
            self._measured[lexicon] = features.load(here, lexicon=lexicon, fresh=True)
        return self._measured[lexicon]
