"""The paragraphs on comparison: intervals, tests and yardsticks, only as far as the articles carried them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from analysis import compare
from analysis.report.methods.prose import keys, paragraph
from analysis.statistics.intervals import MIN_UNITS, RESAMPLES
from analysis.statistics.permutation import MAX_EXACT, RANDOM_DRAWS
from analysis.wording.phrases import joined

if TYPE_CHECKING:
    from analysis.features import Features

__all__ = ["backdrop", "comparisons", "keyness", "robustness"]

_COMPARING = ("10_length", "20_readability", "30_quotes", "90_summary")
_PROBE = "words_per_sentence"  # never a lower bound: what its table has depends on the articles alone


def comparisons(data: "Features", notebooks: Mapping[str, Mapping[str, Any]]) -> str:
    """How sources were compared in the measures of articles."""
    asked = {n: notebooks[n]["parameters"] for n in _COMPARING if n in notebooks}
    if not asked:
        return ""
    counted = compare.counted(data, copies=next(iter(asked.values())).get("copies", "keep"))
    sizes = counted.articles.groupby("source").size()
    if sizes.empty or sizes.max() == 1:
        return "Each source has one article: the numbers describe these articles, and nothing is inferred."
    seeds = joined(sorted({str(own["seed"]) for own in asked.values()}))
    table = compare.differences(counted, [_PROBE], engine="published", seed=1).table
    return paragraph(
        (
            _paired(table),
            _intervals(seeds) if sizes.max() >= MIN_UNITS or table["low"].notna().any() else _no_intervals(),
            _tests(seeds, counted, table) if table["p"].notna().any() else _no_tests(table),
        )
    )


def _paired(table: Any) -> str:  # noqa: ANN401  # a table
    units = set(table["unit"])
    if units == {"event"}:
        return "Sources were compared event by event: where a source has several articles on one, their mean."
    if units == {"article"}:
        return "Sources were compared by the means of their articles, which are not paired."
    if not units:
        return "There is one source, and no comparison."
    return (
        "Sources were compared event by event where they tell the same events, otherwise article by article."
    )


def _intervals(seeds: str) -> str:
    return (
        f"From {MIN_UNITS} articles or events on, means and differences have 95 % intervals: at each end the "
        f"wider of the BCa bootstrap {keys('efron1987', 'hesterberg2015')} with {RESAMPLES:,} resamples "
        f"(seed {seeds}) and a t interval on the jackknife's variance. Below that number none is given."
    )


def _no_intervals() -> str:
    return f"With fewer than {MIN_UNITS} articles a source, no interval of a mean or a difference is given."


def _tests(seeds: str, data: "Features", table: Any) -> str:  # noqa: ANN401  # a table
    scores = f", on Gehan's scores where lengths are lower bounds {keys('gehan1965')}"
    statistics = {
        "event": "for events by changing the signs of their differences",
        "article": f"for unpaired articles with Welch's t as the statistic {keys('janssen1997')}",
    }
    tested = set(table.loc[table["p"].notna(), "unit"])
    return (
        "Differences were tested by permutation, two-sided, "
        f"{joined([how for unit, how in statistics.items() if unit in tested])}"
        f"{scores if data.articles['truncated'].any() else ''}: all arrangements where there are at most "
        f"{MAX_EXACT:,}, otherwise {RANDOM_DRAWS:,} drawn ones (seed {seeds}), the one found among them "
        f"{keys('phipson2010')}. P values are adjusted for all comparisons of a table {keys('holm1979')}, "
        f"at a level of {compare.LEVEL}; effects are Hedges' g {keys('hedges1981')}."
    )


def _no_tests(table: Any) -> str:  # noqa: ANN401  # a table
    if table.empty:
        return ""
    return f"No difference was tested: so few articles could not reach a p value of {compare.LEVEL}."


def keyness(data: "Features", notebooks: Mapping[str, Mapping[str, Any]]) -> str:
    """How terms were compared between sources, in 40_framing."""
    if "40_framing" not in notebooks or len(data.sources) < 2:
        return ""
    asked = notebooks["40_framing"]["parameters"]
    counted = compare.counted(data, copies=asked.get("copies", "keep"))
    found = compare.listed_keyness(counted, seed=asked["seed"]).table
    return paragraph(
        (
            (
                "How much more one source uses a term in its own words is described by the log ratio "
                f"{keys('hardie2014')}, by log-odds with an informative Dirichlet prior "
                f"{keys('monroe2008')}, by the log-likelihood ratio {keys('dunning1993')}, and by the "
                f"dispersion of the term over articles {keys('gries2008', 'lijffijt2012')}."
            ),
            "Tests shuffle whole articles, within events where these pair the sources, because words come in "
            "bursts, with the log rate ratio over its standard error as the statistic "
            f"{keys('janssen1997')}; p values are adjusted for all terms of the list {keys('westfall1993')} "
            f"and all comparisons (seed {asked['seed']})."
            if found["p"].notna().any()
            else "",
        )
    )


def backdrop(data: "Features", notebooks: Mapping[str, Mapping[str, Any]]) -> str:
    """The ordinary pairs that differences were laid on, in 90_summary."""
    if "90_summary" not in notebooks:
        return ""
    counted = compare.counted(data, copies=notebooks["90_summary"]["parameters"].get("copies", "keep"))
    laid = compare.backdrop(counted, [_PROBE], engine="published")
    if laid.table.empty or not laid.table["events"].sum():
        return ""
    presumed = " That the articles are on one event is presumed." if laid.presumed else ""
    return (
        "How unusual a difference is was judged beside those of 300 pairs of articles on one event from "
        f"three US outlets, the corpus BASIL {keys('fan2019')}, measured in the same way; this is a "
        f"yardstick, not a test.{presumed}"
    )


def robustness(data: "Features", notebooks: Mapping[str, Mapping[str, Any]]) -> str:
    """The specification curve of 50_robustness."""
    if "50_robustness" not in notebooks or len(data.sources) < 2:
        return ""
    name = notebooks["50_robustness"]["parameters"]["measure"]
    return (
        f"Whether the difference in {compare.measure(name).label} between two sources depends on choices "
        "that could have been made otherwise was examined with a specification curve, the estimate under "
        f"every combination of the choices that apply to it {keys('simonsohn2020')}."
    )
