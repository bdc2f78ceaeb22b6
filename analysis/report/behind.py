"""Which articles are behind the numbers of a row: those that were counted for it, by their ids.

One function a kind of row. Where a number needs a value of each article, articles without one are not
behind it; where sources are paired by event, only articles on shared events are.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.compare.differences import OTHERS, shared_events
from analysis.compare.speakers import NAMED, spoken
from analysis.compare.values import label, scores_of, values
from analysis.measures.readability import SCORES
from analysis.measures.schema import Measure

if TYPE_CHECKING:
    from analysis.features import Features

__all__ = [
    "Basis",
    "Behind",
    "every_article",
    "none",
    "of_article",
    "of_backdrop",
    "of_engines",
    "of_event",
    "of_pair",
    "of_sides",
    "of_source",
    "of_speech",
    "of_two",
    "of_values",
    "of_voices",
    "of_whole_files",
    "with_narration",
    "with_words",
]

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Basis:
    """What rows are traced with.

    Attributes:
        data: what is left of the measured corpus where the numbers are counted.
        engine: whose reading of a readability score.
        known: what was found for one row and serves others, by its name.
    """

    data: "Features"
    engine: str
    known: dict[str, Any] = field(default_factory=dict)

    def once(self, name: str, found: Callable[[], Any]) -> Any:  # noqa: ANN401  # whatever is found
        """What goes by `name`, found at the first asking."""
        if name not in self.known:
            self.known[name] = found()
        return self.known[name]

    def valued(self, measure: Measure | None) -> pd.DataFrame:
        """The articles with a value in a measure: columns article_id, source, event; without one, all."""
        if measure is None:
            return self.data.articles
        table = self.once(measure.name, lambda: values(self.data, measure, engine=self.engine))
        return table[table["value"].notna()]


Behind = Callable[[Row, Basis, Measure | None], list[str]]


def _ids(articles: pd.DataFrame, rows: "pd.Series[bool]") -> list[str]:
    return [str(one) for one in articles.loc[rows, "article_id"]]


def none(_row: Row, _basis: Basis, _measure: Measure | None) -> list[str]:
    """No article: the number is of the term list, or of files."""
    return []


def every_article(_row: Row, basis: Basis, _measure: Measure | None) -> list[str]:
    """All articles."""
    return [str(one) for one in basis.data.articles["article_id"]]


def of_source(row: Row, basis: Basis, _measure: Measure | None) -> list[str]:
    """The articles of the source."""
    articles = basis.data.articles
    return _ids(articles, articles["source"] == row["source"])


def of_values(row: Row, basis: Basis, measure: Measure | None) -> list[str]:
    """The articles of the source that have a value in the measure."""
    known = basis.valued(measure)
    return _ids(known, known["source"] == row["source"])


def of_event(row: Row, basis: Basis, measure: Measure | None) -> list[str]:
    """The articles on the event, of the source where the row has one, that have a value in the measure."""
    known = basis.valued(measure)
    own = known["event"] == row["event"]
    return _ids(known, own & (known["source"] == row["source"]) if "source" in row else own)


def of_article(row: Row, _basis: Basis, _measure: Measure | None) -> list[str]:
    """The article."""
    return [str(row["article_id"])]


def of_pair(row: Row, _basis: Basis, _measure: Measure | None) -> list[str]:
    """The two articles."""
    return [str(row["article_id"]), str(row["other"])]


def of_two(row: Row, basis: Basis, _measure: Measure | None) -> list[str]:
    """The articles of the source that stands as the term of a grid, and of the source above it."""
    articles = basis.data.articles
    return _ids(articles, articles["source"].isin([row["term"], row["source"]]))


def of_sides(row: Row, basis: Basis, measure: Measure | None) -> list[str]:
    """The articles of both sides of a comparison; where events pair the sides, those on shared events."""
    return _sides(row, basis.valued(measure))


def with_narration(row: Row, basis: Basis, _measure: Measure | None) -> list[str]:
    """The same of the articles with a word of narration."""
    articles = basis.data.articles
    return _sides(row, articles[articles["narration_words"] > 0])


def _sides(row: Row, known: pd.DataFrame) -> list[str]:
    first = known["source"] == row["first"]
    second = ~first if row["second"] == OTHERS else known["source"] == row["second"]
    shared = shared_events(known.loc[first, "event"], known.loc[second, "event"])
    both = first | second
    return _ids(known, both & known["event"].isin(shared) if len(shared) else both)


def of_backdrop(row: Row, basis: Basis, measure: Measure | None) -> list[str]:
    """The articles of both sides on events that both tell; where no event is named, both articles."""
    known = basis.valued(measure)
    first = known["source"] == row["first"]
    second = ~first if row["second"] == OTHERS else known["source"] == row["second"]
    if basis.data.articles["event"].isna().all():
        return _ids(known, first | second) if row["events"] else []
    events = known["event"]
    told = events.isin(set(events[first].dropna()) & set(events[second].dropna()))
    return _ids(known, (first | second) & told)


def of_voices(row: Row, basis: Basis, measure: Measure | None) -> list[str]:
    """The articles of the source that have the score in narration and in the whole body."""
    name = measure.name if measure else ""
    voices = ({"engine": "published", "voice": voice} for voice in ("narration", "body"))
    return _with_both(row, basis, name, *voices)


def of_engines(row: Row, basis: Basis, _measure: Measure | None) -> list[str]:
    """The articles of the source that have the score, which the row names by its label, in both engines."""
    told = row.get("panel", row.get("term"))
    name = next(score.name for score in SCORES if label(score.name) == told)
    return _with_both(row, basis, name, {"engine": "published"}, {"engine": "textstat"})


def _with_both(row: Row, basis: Basis, name: str, *ways: dict[str, str]) -> list[str]:
    """The articles of the source that have a score both ways."""
    both = basis.once(
        f"{name} {ways}",
        lambda: pd.concat([scores_of(basis.data, name, **way) for way in ways], axis=1).dropna().index,
    )
    articles = basis.data.articles
    return _ids(articles, (articles["source"] == row["source"]) & articles["article_id"].isin(both))


def of_whole_files(row: Row, basis: Basis, measure: Measure | None) -> list[str]:
    """The articles of the source with a value in the measure, in the engine that the row names."""
    engine = "textstat" if str(row["panel"]).startswith("textstat") else "published"
    return of_values(row, basis.once(engine, lambda: Basis(basis.data, engine)), measure)


def of_speech(row: Row, basis: Basis, _measure: Measure | None) -> list[str]:
    """The articles of the source that quote a speaker by name."""
    table, articles = basis.once("spoken", lambda: spoken(basis.data)), basis.data.articles
    quoting = table.loc[(table["told"] == NAMED) & (table["words"] > 0), "article_id"]
    return _ids(articles, (articles["source"] == row["source"]) & articles["article_id"].isin(quoting))


def with_words(row: Row, basis: Basis, _measure: Measure | None) -> list[str]:
    """The articles of the source that have a word in the body."""
    articles = basis.data.articles
    return _ids(articles, (articles["source"] == row["source"]) & (articles["words"] > 0))
