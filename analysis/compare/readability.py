"""Readability by voice, and what the choice of engine does to it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pandas as pd

from analysis.compare.values import label, scores_of
from analysis.measures.readability import SCORES, Score
from analysis.measures.schema import Measure

if TYPE_CHECKING:
    from analysis.features import Features

__all__ = ["engines", "ranks", "score_voices"]


def score_voices(data: "Features", of: Measure) -> pd.DataFrame:
    """A score of the whole body and of its narration alone by source, for `figures.dumbbells`.

    Each article is its own comparison: only those with a value for both count. Quotations alone are
    mostly too short for a formula.

    Returns:
        Columns panel (the score's label), source, end (narration or body), value (mean), text, n (articles).
    """
    by_voice = {v: scores_of(data, of.name, engine="published", voice=v) for v in ("narration", "body")}
    wide = pd.DataFrame(by_voice).dropna()
    return _ends(wide.rename_axis(columns="end"), data, panel=of.label, shown=of.shown)


def engines(data: "Features") -> pd.DataFrame:
    """The grades of both engines by formula and source, for `figures.dumbbells`.

    Only articles with a value in both engines count.

    Returns:
        Columns panel (the score's label), source, end (engine), value (mean), text, n (articles).
    """
    tables = [
        _ends(_both(data, score), data, panel=label(score.name), shown=lambda value: f"{value:.1f}")
        for score in SCORES
        if score.unit == "grade"
    ]
    return pd.concat(tables, ignore_index=True)


def ranks(data: "Features") -> pd.DataFrame:
    """The place of each source among the sources by either engine, for `figures.grid`.

    Sources are ranked by the mean of their articles, 1 the hardest; sources with one mean share the
    higher place. Only articles with a value in both engines count. A formula that none has is left out.

    Returns:
        Columns term (the score's label), category (none), source, published, textstat (places), n (articles),
        rate (how many places they lie apart), text (both places, or one where they are the same).
    """
    tables = [table for score in SCORES if len(table := _ranked(data, score))]
    columns = ["term", "category", "source", "published", "textstat", "n", "rate", "text"]
    return pd.concat(tables, ignore_index=True)[columns] if tables else pd.DataFrame(columns=columns)


def _ranked(data: "Features", score: Score) -> pd.DataFrame:
    """The places of the sources by one formula in both engines."""
    wide = _both(data, score)
    grouped = wide.groupby(data.articles.set_index("article_id")["source"].reindex(wide.index))
    means = grouped.mean().reindex([source for source in data.sources if source in grouped.groups])
    table = means.rank(method="min", ascending=score.direction == "higher = easier").astype(int)
    table = table.assign(n=grouped.size(), rate=(table["textstat"] - table["published"]).abs())
    places = zip(table["published"], table["textstat"], strict=True)
    table["text"] = [f"{one} → {other}" if one != other else str(one) for one, other in places]
    return table.rename_axis("source").reset_index().assign(term=label(score.name), category="")


def _both(data: "Features", score: Score) -> pd.DataFrame:
    """A score by article, a column an engine, where both have a value."""
    columns = {engine: scores_of(data, score.name, engine=engine) for engine in ("published", "textstat")}
    return pd.DataFrame(columns).dropna().rename_axis(columns="end")


def _ends(wide: pd.DataFrame, data: "Features", *, panel: str, shown: Callable[[float], str]) -> pd.DataFrame:
    """Means by source of a table with a row an article and a column an end."""
    wide = wide.assign(source=data.articles.set_index("article_id")["source"].reindex(wide.index))
    grouped = wide.groupby("source")
    table = grouped.mean().rename_axis(columns="end").stack().rename("value").reset_index()
    table["n"] = table["source"].map(grouped.size())
    table["text"] = table["value"].map(shown)
    table["panel"] = panel
    table = table.sort_values("source", key=lambda s: s.map(data.sources.index), kind="stable")
    return table[["panel", "source", "end", "value", "text", "n"]].reset_index(drop=True)
