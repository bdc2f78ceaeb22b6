"""Beyond one curve: other measures, and all pairs of sources."""

import pandas as pd

from analysis.features.tables import Features
from analysis.measures.measure import Measure
from analysis.measures.registry import find_measure
from analysis.results.behind import OTHERS, articles_of_sides, pair_sources
from analysis.results.formats import format_share
from analysis.results.phrases import pluralise
from analysis.results.result import Result, define_columns
from analysis.results.robustness.choices import HEADINGS
from analysis.results.robustness.curve import SUMMARY, estimate_curve, select_sources, summarise
from analysis.results.robustness.curve_sentences import (
    ONE_SOURCE,
    ONE_SPECIFICATION,
    count_agreeing,
    describe_curve,
)
from analysis.results.robustness.specifications import build_specifications, count_options, sample_copies
from analysis.results.shapes import GridResult
from analysis.results.sources import measure_articles

__all__ = ["check_measures", "check_pairs", "describe_pairs", "write_per_cent"]

_MEASURES = ("flesch_kincaid_grade", "words_per_sentence", "words", "quoted_share", "terms_per_1000")

_PAIRS = define_columns("""
agree: same sign; specifications; count
    Specifications with this option in which the difference of the two sources has the sign of its default.
specifications: specifications; specifications; count
    Specifications with this option.
rate: share with the same sign; share of the specifications; share
    Specifications that have the sign of the default, as a share of those with this option.
""")


def check_measures(data: Features, *, first: str = "", second: str = "", seed: int) -> Result:
    """The curves of two sources in measures of the other notebooks, one row each, as `summarise` has them.

    Raises:
        ParameterError: there is no such source.
    """
    one, other = select_sources(data.sources, first, second)
    measures = tuple(find_measure(name) for name in _MEASURES)
    curves = [estimate_curve(data, measure, one, other, seed=seed, drawn=1) for measure in measures]
    values = {own.name: measure_articles(data, own).dropna(subset=["value"]) for own in measures}
    behind = {name: articles_of_sides(own) for name, own in values.items()}
    rows = [(curve.measure.label, f"{describe_curve(curve)}.") for curve in curves if one]
    return Result(
        id="robustness_measures",
        table=summarise(curves),
        keys=("measure", "first", "second"),
        columns=SUMMARY,
        measures=measures,
        sentences=pd.DataFrame(rows, columns=["measure", "sentence"]),
        articles=lambda row: behind[row["measure"]](row),
        nothing="" if one else ONE_SOURCE,
    )


def check_pairs(data: Features, measure: Measure) -> GridResult:
    """In how many specifications each comparison of two sources has the sign of its default.

    Returns:
        A table for `figures.grid`: term (the comparison), category (empty), first, second (its sources),
        source (the option, `all` first), agree, specifications, rate (their ratio; NaN where truncated
        articles leave the sign of the default unclear), text (it in per cent).
    """
    sets, rows = sample_copies(data, measure), []
    for first, second in pair_sources(data.sources):
        table = build_specifications(sets, first, second).table
        whole = ("all", int(table["agree"].sum()), len(table))
        each = [
            (_shorten(row.choice, row.option, row.label), row.agree, row.specifications)
            for row in count_options(table).itertuples(index=False)
        ]
        term = first if second == OTHERS else f"{first} − {second}"
        rows += [(term, "", first, second, *row) for row in (whole, *each) if row[2]]
    columns = ["term", "category", "first", "second", "source", "agree", "specifications"]
    table = pd.DataFrame(rows, columns=columns)
    clear = table.groupby("term")["agree"].transform("max") > 0  # else the default itself has no sign
    table["rate"] = (table["agree"] / table["specifications"].astype(float)).where(clear)
    table["text"] = [write_per_cent(rate) for rate in table["rate"]]
    title = describe_pairs(measure, table)
    return GridResult(
        id=f"robustness_{measure.key}_pairs",
        table=table,
        keys=("first", "second", "source"),
        columns=_PAIRS,
        measure=measure,
        chart="Table of comparisons by choice, shaded by the share of specifications with the same sign",
        title=title,
        subtitle="Per cent of the specifications with each option that have the sign of the default.",
        articles=articles_of_sides(measure_articles(data, measure).dropna(subset=["value"])),
        nothing=_explain_missing(measure, table),
        write_rate=format_share,
    )


def _shorten(choice: str, option: str, label: str) -> str:
    """An option as the heading of a column, with its choice where it would not be understood without."""
    if choice == "without":
        return "none left out" if option == "0" else f"{option} left out"
    return f"{HEADINGS[choice].lower()}: {label}" if choice in {"sentences", "engine", "copies"} else label


def write_per_cent(rate: float) -> str:
    """Whole per cent; 100 only of all, and 0 only of none."""
    if pd.isna(rate):
        return "–"
    per_cent = 100 * rate
    return f"{min(99.0, max(1.0, per_cent)):.0f}" if 0 < rate < 1 else f"{per_cent:.0f}"


def _explain_missing(measure: Measure, table: pd.DataFrame) -> str:
    """Why there is nothing to draw, and what would help; empty where there is something."""
    if table.empty:
        return f"{describe_pairs(measure, table)}: an article needs {measure.minimum}."
    if table["rate"].isna().all():
        return f"{measure.label}: truncated articles leave the sign of each comparison unclear by default."
    return ONE_SPECIFICATION.format(measure.label) if table["specifications"].max() == 1 else ""


def describe_pairs(measure: Measure, table: pd.DataFrame) -> str:
    """In how many of the comparisons no choice reverses the result."""
    whole = table[table["source"] == "all"]
    if whole.empty:
        return f"{measure.label}: no two sources have values to compare"
    if len(whole) == 1:
        row = whole.iloc[0]
        count = count_agreeing(int(row["agree"]), int(row["specifications"]))
        found = f"same sign as by default in {count}" if row["agree"] else "the default has no clear sign"
        return f"{measure.label}, {row['term']}: {found}"
    stable, comparisons = int((whole["rate"] == 1).sum()), pluralise(len(whole), "comparison")
    if stable == len(whole):
        return f"{measure.label}: no choice reverses the result in any of {comparisons}"
    if not stable:
        return f"{measure.label}: some choice reverses each of {comparisons} or leaves it unclear"
    return f"{measure.label}: in {stable} of {comparisons} no choice reverses the result"
