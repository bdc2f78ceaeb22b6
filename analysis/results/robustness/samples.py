"""One value an article and variant: what every estimate of a curve is made from."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.compare import measure
from analysis.measures.readability import SCORES
from analysis.measures.readability.extents import Count, rescored
from analysis.results.robustness.choices import Variant, variants

if TYPE_CHECKING:
    from analysis.features import Features

__all__ = ["Matrix", "Samples", "samples"]

Matrix = npt.NDArray[np.float64]
_EASIER = frozenset(score.name for score in SCORES if score.direction == "higher = easier")


class Samples(NamedTuple):
    """What the articles have of each variant.

    Attributes:
        articles: one row an article: source, event, broken (its values are lower bounds).
        variants: the variants, the default first.
        values: articles x variants; NaN where an article has none. Scores that are higher where a text is
            easier have their sign changed: in all variants of a measure more is more of the same.
        words: articles x variants; the words that a value was counted in, NaN where they are the value.
    """

    articles: pd.DataFrame
    variants: Sequence[Variant]
    values: Matrix
    words: Matrix


def samples(data: "Features", name: str) -> Samples:
    """The values of every variant of a measure.

    Raises:
        ParameterError: the measure has no choices.
    """
    own = variants(name)
    keys = pd.Index(data.articles["article_id"])
    counts = {key: rows.set_index("article_id").reindex(keys) for key, rows in _counts(data)}
    hows = {variant[1:4] for variant in own if variant.score not in _VALUES}
    scores = {how: _scores(counts, *how) for how in hows}
    columns = [_value(data, counts, scores, variant) for variant in own]
    articles = data.articles[["source", "event"]].assign(
        broken=data.articles["truncated"].to_numpy(dtype=bool) & measure(name).extensive
    )
    values = np.column_stack(columns) if len(keys) else np.empty((0, len(own)))
    return Samples(articles, own, np.where(np.isfinite(values), values, np.nan), _words(counts, own))


Counts = dict[tuple[str, str], pd.DataFrame]
_FIELDS = Count._fields[2:]


def _counts(data: "Features") -> list[tuple[tuple[str, str], pd.DataFrame]]:
    return [((str(key[0]), str(key[1])), rows) for key, rows in data.counts.groupby(["engine", "extent"])]


def _scores(counts: Counts, text: str, cut: str, engine: str) -> pd.DataFrame:
    """Every readability score of each article, in one extent and way of counting."""
    table = counts[engine, text]
    ends = _sentences(counts, text, cut)
    rows = zip(table[[*_FIELDS]].itertuples(index=False), ends, strict=True)
    found = [rescored(Count(engine, text, *row), sentences=int(end)) for row, end in rows]  # type: ignore[arg-type]
    return pd.DataFrame(found)


def _sentences(counts: Counts, text: str, cut: str) -> "pd.Series[float]":
    return counts["textstat" if cut == "cut" else "published", text]["sentences"]


def _value(
    data: "Features", counts: Counts, scores: dict[tuple[str, str, str], pd.DataFrame], variant: Variant
) -> Matrix:
    """The values of one variant, an article each."""
    score = variant.score
    if score in _VALUES:
        with np.errstate(invalid="ignore", divide="ignore"):
            found = _VALUES[score](data, counts, variant)
        known = _column(counts, variant, "words") > 0
        return np.asarray(np.where(known, found, np.nan))
    return np.asarray(scores[variant[1:4]][score], dtype=float) * (-1 if score in _EASIER else 1)


def _column(counts: Counts, variant: Variant, name: str) -> Matrix:
    return np.asarray(counts[variant.engine or "published", variant.text][name], dtype=float)


def _ends(counts: Counts, variant: Variant) -> Matrix:
    return np.asarray(_sentences(counts, variant.text, variant.sentences), dtype=float)


def _quoted(data: "Features", variant: Variant, *, words: bool) -> Matrix:
    """Quotations of an article, or the words inside them; only direct ones, or all between marks."""
    quotes = data.quotes if variant.quoted == "marked" else data.quotes[data.quotes["kind"] == "direct"]
    grouped = quotes.groupby("article_id")["words"]
    return _by_article(data, grouped.sum() if words else grouped.size())


def _by_article(data: "Features", found: "pd.Series[float]") -> Matrix:
    return np.asarray(data.articles["article_id"].map(found).fillna(0), dtype=float)


_VOICES = {
    "narration": ["narration"],
    "body": ["narration", "quotation"],
    "headlined": ["headline", "narration", "quotation"],
}


def _terms(data: "Features", _counts: Counts, variant: Variant) -> Matrix:
    """Terms in 1,000 words of the voices: word by word, as they are sought."""
    voices = _VOICES[variant.text]
    found = data.terms[data.terms["voice"].isin(voices)].groupby("article_id")["count"].sum()
    words = data.articles[[f"{voice}_words" for voice in voices]].sum(axis=1)
    return np.asarray(1000 * _by_article(data, found) / np.asarray(words, dtype=float))


# A measure that is no readability score -> its value by article.
_VALUES: dict[str, Callable[["Features", Counts, Variant], Matrix]] = {
    "words": lambda _data, counts, v: _column(counts, v, "words"),
    "sentences": lambda _data, counts, v: _ends(counts, v),
    "paragraphs": lambda data, _counts, _v: np.asarray(data.articles["paragraphs"], dtype=float),
    "words_per_sentence": lambda _data, counts, v: _column(counts, v, "words") / _ends(counts, v),
    "quoted_share": lambda data, counts, v: _quoted(data, v, words=True) / _column(counts, v, "words"),
    "quotations_per_1000": lambda data, counts, v: (
        1000 * _quoted(data, v, words=False) / _column(counts, v, "words")
    ),
    "quoted_sentences": lambda data, counts, v: (
        np.asarray(data.articles["quoted_sentences"], dtype=float) / _ends(counts, v)
    ),
    "terms_per_1000": _terms,
}


def _words(counts: Counts, own: Sequence[Variant]) -> Matrix:
    columns = [
        np.full(len(counts["published", "body"]), np.nan)
        if measure(variant.score).extensive
        else _column(counts, variant, "words")
        for variant in own
    ]
    return np.column_stack(columns)
