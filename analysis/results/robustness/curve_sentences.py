"""Sentences about specification curves: the default, its size, and how many specifications agree with it."""

from typing import Any, NamedTuple

import pandas as pd

from analysis.measures.measure import Measure
from analysis.results.formats import write_number
from analysis.results.markdown import cite
from analysis.results.phrases import name_source, pluralise
from analysis.results.result import Method

__all__ = [
    "ONE_SOURCE",
    "ONE_SPECIFICATION",
    "Curve",
    "count_agreeing",
    "describe_curve",
    "describe_ends",
    "describe_limits",
    "describe_method",
    "describe_setting",
    "explain_missing",
]

ONE_SOURCE = "There is one source, so there is nothing to compare it with. Add articles of another source."
ONE_SPECIFICATION = "{}: no choice can be varied with one article per source. Add articles."


class Curve(NamedTuple):
    """Two sources under every combination of choices.

    Attributes:
        measure: the measure.
        first, second: the sources; empty where there are no two.
        scale: of the estimates: `sd`, standard deviations of the articles (Hedges' g), or `per cent` of the
            mean of both sources where there are too few articles, or too similar ones, for a deviation.
        table: one row per specification, by estimate, as `compare_specifications` describes it.
        options: in how many specifications with each option the sign is the same (`count_options`).
    """

    measure: Measure
    first: str
    second: str
    scale: str
    table: pd.DataFrame
    options: pd.DataFrame

    @property
    def default(self) -> "pd.Series[Any]":
        """The specification that the other notebooks report; there is one wherever the table has a row."""
        return self.table[self.table["default"].astype(bool)].iloc[0]

    @property
    def axis(self) -> str:
        """What the vertical axis shows."""
        return "Difference in standard deviations" if self.scale == "sd" else "Difference in % of the mean"


def describe_curve(curve: Curve) -> str:
    """Which source has more by default, by how much, and how many specifications have the same sign."""
    label, first, second = curve.measure.label, curve.first, curve.second
    if curve.table.empty:
        return f"{label}: {first} and {second} have no values to compare" if first else f"{label}: one source"
    (first, second), default = _name_sources(curve), curve.default
    agree, total = int(curve.table["agree"].sum()), len(curve.table)
    if pd.isna(default["sign"]):
        unclear = f"{int(curve.table['sign'].isna().sum()):,} of {pluralise(total, 'specification')}"
        return (
            f"{label}: articles are truncated, so that by default, and in {unclear}, "
            f"it is unclear whether {first} or {second} has more"
        )
    count = count_agreeing(agree, total)
    if default["sign"] == 0:
        return f"{label}: no difference between {first} and {second}, in {count}"
    more, less = (first, second) if default["sign"] > 0 else (second, first)
    size = _write_size(curve)
    if default["low"] <= 0 <= default["high"]:
        return (
            f"{label}: no detectable difference between {first} and {second} ({size}); same sign in {count}"
        )
    return f"{label}: {curve.measure.more[0]} in {more} than in {less} ({size}); same sign in {count}"


def explain_missing(curve: Curve) -> str:
    """Why there is nothing to draw, and what would help; empty where there is something."""
    if not curve.first:
        return ONE_SOURCE
    if curve.table.empty:
        return f"{describe_curve(curve)}: an article needs {curve.measure.minimum}."
    return ONE_SPECIFICATION.format(curve.measure.label) if len(curve.table) == 1 else ""


def describe_ends(curve: Curve) -> tuple[str, str]:
    """What an estimate above zero, and one below it, means."""
    first, second = _name_sources(curve)
    return f"{curve.measure.more[1]} in {first}", f"{curve.measure.more[1]} in {second}"


def describe_setting(curve: Curve) -> str:
    """What is compared, on which scale, and the kind of interval."""
    if curve.table.empty:
        return ""
    what = f"{curve.measure.label}, {curve.first} minus {curve.second}, under every combination of choices"
    default = curve.default
    if default["n_first"] == default["n_second"] == 1:
        return f"{what}. One article per source: nothing here is about the sources."
    interval = curve.table["low"].notna().any()
    bars = "Lines: 95 % intervals." if interval else "No interval below 8 articles or events per side."
    return f"{what}. Default: {_write_units(default)}. {bars}"


def describe_method(measure: Measure) -> Method:
    """The specification curve of a measure."""
    return Method(
        "Comparison",
        f"Whether the difference in {measure.label} between two sources depends on choices of the analysis "
        "was examined with a specification curve: the estimate for every combination of the choices that "
        f"apply to it {cite('simonsohn2020')}.",
    )


def describe_limits(curve: Curve) -> str:
    """What a reader must know of a curve: bounds, and specifications that are not drawn."""
    notes, total = [], pluralise(len(curve.table), "specification")
    if curve.table["bound"].astype(str).ne("").any():
        unclear = int(curve.table["sign"].isna().sum())
        notes.append(
            f"Truncated articles make values lower bounds: {unclear:,} of {total} have no clear sign."
        )
    drawn = int(curve.table["drawn"].sum())
    if drawn < len(curve.table):
        notes.append(f"Drawn: {drawn:,} of {total}, at even steps along the curve; all are counted.")
    if missing := int(curve.table["estimate"].isna().sum()):
        notes.append(f"Not drawn: {pluralise(missing, 'specification')} in which all articles are the same.")
    return " ".join(notes)


def count_agreeing(agree: int, total: int) -> str:
    """How many specifications agree with the default.

    >>> count_agreeing(3, 3), count_agreeing(1, 3)
    ('all 3 specifications', '1 of 3 specifications')
    """
    if agree == total > 1:
        return f"all {total:,} specifications"
    return f"{agree:,} of {pluralise(total, 'specification')}"


def _name_sources(curve: Curve) -> tuple[str, str]:
    single = len(curve.table) and curve.default["n_first"] == curve.default["n_second"] == 1
    return name_source(curve.first, 1 if single else 2), name_source(curve.second, 1 if single else 2)


def _write_size(curve: Curve) -> str:
    """How much more the source with more has by default, with the interval and n."""
    default = curve.default
    how, unit = (",.2f", "SD") if curve.scale == "sd" else (",.0f", "% of the mean")
    least = "at least " if default["bound"] else ""
    text = f"{least}{write_number(abs(default['estimate']), how)} {unit}"
    if pd.notna(default["low"]):
        ends = sorted(default["sign"] * default[end] for end in ("low", "high"))
        text += f", 95 % CI {write_number(ends[0], how)} to {write_number(ends[1], how)}"
    return f"{text}, {_write_units(default)}"


def _write_units(default: "pd.Series[Any]") -> str:
    """How many events or articles the default compares."""
    first, second = int(default["n_first"]), int(default["n_second"])
    if default["unit"] == "event":
        return pluralise(first, "event")
    if first == second == 1:
        return "one article each"
    return f"{first:,} against {pluralise(second, 'article')}"
