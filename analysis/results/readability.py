"""Readability by voice, and what the choice of engine does to scores and to the order of the sources."""

from collections.abc import Callable

import pandas as pd

from analysis.features.tables import Features
from analysis.measures.measure import Measure
from analysis.measures.readability.family import label_score, read_scores
from analysis.measures.readability.scores import SCORES, Score
from analysis.results.markdown import cite
from analysis.results.phrases import describe_truncation, name_source, name_units, pluralise
from analysis.results.result import Method, Row, define_columns
from analysis.results.shapes import EndsResult, GridResult

__all__ = ["compare_engines", "compare_voices", "rank_sources"]

_VOICES = define_columns("""
value: mean; {unit}; measure
    Mean of the articles that have the value both ways. {definition}
n: articles; articles; count
    Articles that have the value both ways.
""")
_GRADES = define_columns("""
value: mean grade; school grade; one digit
    Mean of the articles that have the score in both engines.
n: articles; articles; count
    Articles that have the score in both engines.
""")
_RANKS = define_columns("""
published: rank by the published formula; rank, 1 the hardest; count
    Rank of the source among the sources by the mean of the published formula; 1 is the hardest to read.
textstat: rank by textstat; rank, 1 the hardest; count
    Rank of the source among the sources by the mean that textstat gives; 1 is the hardest to read.
""")
_GRADED = [score for score in SCORES if score.unit == "grade" and score.textstat]
_METHOD = Method(
    "Measures",
    f"Every grade formula {cite(*dict.fromkeys(paper for score in _GRADED for paper in score.papers))} was "
    f"also computed with textstat {cite('textstat')}, to show how much depends on the software. The two "
    "differ in where sentences end, in which words are hard, in some coefficients, and in the syllables of "
    f"words that CMUdict lacks, for which textstat uses hyphenation patterns {cite('pyphen')}.",
)
_NEITHER = "No article is long enough for a score in both engines."


def compare_voices(data: Features, measure: Measure) -> EndsResult:
    """A score of the whole body and of its narration alone by source.

    Each article is its own comparison: only those with a value for both count. Quotations alone are mostly
    too short for a formula.

    Args:
        data: the features that are counted.
        measure: a readability score by the published formula.
    """
    by_voice = {
        v: read_scores(data, measure.name, engine="published", voice=v) for v in ("narration", "body")
    }
    wide = pd.DataFrame(by_voice).dropna()
    table = _average(wide, data, panel=measure.label, write=measure.shown)
    title = _describe_voices(table, measure)
    return EndsResult(
        id=f"readability_{measure.key}_voices",
        table=table,
        keys=("source", "end"),
        columns=_VOICES,
        measure=measure,
        ends=("narration", "body"),
        axis=measure.label,
        title=title,
        subtitle=describe_truncation(
            data.articles,
            f"{measure.label} ({measure.unit}) of the reporter's sentences and of the whole body; "
            "mean of the articles.",
        ),
        articles=_articles_with_both(data, {measure.label: wide}),
        nothing="" if len(table) else f"{title}: an article needs {measure.minimum} of narration.",
    )


def compare_engines(data: Features) -> EndsResult:
    """The grades of both engines by formula and source; only articles with a value in both count."""
    both = {label_score(score.name): _read_both(data, score) for score in SCORES if score.unit == "grade"}
    tables = [_average(wide, data, panel=label, write=_one_digit) for label, wide in both.items()]
    table = pd.concat(tables, ignore_index=True)
    return EndsResult(
        id="readability_engines",
        table=table,
        keys=("panel", "source", "end"),
        columns=_GRADES,
        topic="Readability",
        ends=("published", "textstat"),
        axis="Grade",
        title=_describe_engines(table),
        methods=(_METHOD,),
        subtitle=describe_truncation(
            data.articles, "School grade in the United States by formula, mean of the articles."
        ),
        articles=_articles_with_both(data, both),
        nothing="" if len(table) else _NEITHER,
    )


def rank_sources(data: Features) -> GridResult:
    """The rank of each source among the sources by either engine, for every formula.

    Sources are ranked by the mean of their articles, 1 the hardest; sources with one mean share the higher
    rank. Only articles with a value in both engines count. A formula that no article has is left out.

    Returns:
        Columns term (the score's label), category (empty), source, published, textstat (ranks), n (articles),
        rate (how many ranks they differ by), text (both ranks, or one where they are the same).
    """
    both = {label_score(score.name): _read_both(data, score) for score in SCORES}
    tables = [_rank(data, score, both[label_score(score.name)]) for score in SCORES]
    columns = ["term", "category", "source", "published", "textstat", "n", "rate", "text"]
    table = pd.concat(tables, ignore_index=True)[columns]
    return GridResult(
        id="readability_ranks",
        table=table,
        keys=("term", "source"),
        columns=_RANKS,
        topic="Readability",
        chart="Table of the ranks of sources by formula, shaded by the difference between the engines",
        title=_describe_ranks(table),
        subtitle=describe_truncation(
            data.articles,
            "Rank by the mean of the articles, 1 the hardest; published → textstat where they differ.",
        ),
        articles=_articles_with_both(data, both),
        nothing="" if len(table) else _NEITHER,
    )


def _rank(data: Features, score: Score, wide: pd.DataFrame) -> pd.DataFrame:
    """The ranks of the sources by one formula in both engines."""
    grouped = wide.groupby(data.articles.set_index("article_id")["source"].reindex(wide.index))
    means = grouped.mean().reindex([source for source in data.sources if source in grouped.groups])
    table = means.rank(method="min", ascending=score.direction == "higher = easier").astype(int)
    table = table.assign(n=grouped.size(), rate=(table["textstat"] - table["published"]).abs())
    ranks = zip(table["published"], table["textstat"], strict=True)
    table["text"] = [f"{one} → {other}" if one != other else str(one) for one, other in ranks]
    return table.rename_axis("source").reset_index().assign(term=label_score(score.name), category="")


def _read_both(data: Features, score: Score) -> pd.DataFrame:
    """A score by article_id, one column per engine, where both have a value."""
    engines = ("published", "textstat") if score.textstat else ()
    columns = {engine: read_scores(data, score.name, engine=engine) for engine in engines}
    return pd.DataFrame(columns, columns=["published", "textstat"]).dropna()


def _average(
    wide: pd.DataFrame, data: Features, *, panel: str, write: Callable[[float], str]
) -> pd.DataFrame:
    """Means by source of a table with one row per article and one column per end."""
    wide = wide.assign(source=data.articles.set_index("article_id")["source"].reindex(wide.index))
    grouped = wide.groupby("source")
    table = grouped.mean().rename_axis(columns="end").stack().rename("value").reset_index()
    table["n"] = table["source"].map(grouped.size())
    table["text"] = table["value"].map(write)
    table["panel"] = panel
    table = table.sort_values("source", key=lambda s: s.map(data.sources.index), kind="stable")
    return table[["panel", "source", "end", "value", "text", "n"]].reset_index(drop=True)


def _articles_with_both(data: Features, both: dict[str, pd.DataFrame]) -> Callable[[Row], list[str]]:
    """The articles of the source of a row that have the score of the row both ways."""
    articles = data.articles

    def find(row: Row) -> list[str]:
        known = articles["article_id"].isin(both[row.get("panel", row.get("term"))].index)
        return [*map(str, articles.loc[known & (articles["source"] == row["source"]), "article_id"])]

    return find


def _one_digit(value: float) -> str:
    return f"{value:.1f}".replace("-", "−")


def _describe_voices(table: pd.DataFrame, measure: Measure) -> str:
    """What leaving out the quotations does to a score."""
    wide = table.pivot_table(index="source", columns="end", values="value", sort=False)
    if wide.empty:
        return f"{measure.label}: no article has enough text"
    gap = wide["narration"] - wide["body"]
    most = gap.abs().idxmax()
    way = "higher" if gap[most] > 0 else "lower"
    name = name_source(most, table.loc[table["source"] == most, "n"].iloc[0])
    text = f"Without quotations {name} is {measure.shown(abs(gap[most]))} {way} in {measure.label}"
    if len(gap) == 1:
        return text
    same = int((gap * gap[most] > 0).sum())
    return f"{text}; {way} in {same} of {len(gap)} {name_units(table['n'])}"


def _describe_engines(table: pd.DataFrame) -> str:
    """How much the engines differ."""
    wide = table.pivot_table(index=["panel", "source"], columns="end", values="value", sort=False)
    if wide.empty:
        return "The two engines: no article has a score in both"
    gap = (wide["textstat"] - wide["published"]).groupby("panel", sort=False).mean()
    largest = gap.abs().idxmax()
    way = "lower" if gap[largest] < 0 else "higher"
    return f"On the same texts textstat's {largest} is {abs(gap[largest]):.1f} grades {way} on average"


def _describe_ranks(table: pd.DataFrame) -> str:
    """In how many formulas the engine decides the order of the sources, and which is hardest."""
    if table.empty:
        return "The two engines: no article has a score in both"
    if table["source"].nunique() == 1:
        return f"One source, {table['source'].iloc[0]}, so there is no order to change"
    moved = (table["published"] != table["textstat"]).groupby(table["term"]).any()
    first = (table["published"] == 1) != (table["textstat"] == 1)
    hardest = int(first.groupby(table["term"]).any().sum())
    formulas, units = pluralise(len(moved), "formula"), name_units(table["n"])
    if not moved.any():
        return f"Both engines rank the {units} in the same order in all {formulas}"
    most = f", and which is hardest in {hardest}" if hardest else ", but never which is hardest"
    return f"The engine decides the order of the {units} in {int(moved.sum())} of {formulas}{most}"
