"""What cleaning does to a measure: the whole file against the body, source by source."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.features.tables import Features
from analysis.measures.measure import Measure
from analysis.results.behind import matching_articles
from analysis.results.phrases import describe_truncation, name_source, name_units
from analysis.results.result import define_columns
from analysis.results.robustness.choices import Variant
from analysis.results.robustness.samples import sample_variants
from analysis.results.shapes import EndsResult

__all__ = ["compare_raw_text", "describe_cleaning"]

_PANELS = {"published": "published, this project's sentences", "textstat": "textstat, its own sentences"}

COLUMNS = define_columns("""
value: mean; {unit}; measure, bounded
    Mean of the articles that have a value for the body and for the whole file. {definition}
n: articles; articles; count
    Articles that have a value for the body and for the whole file.
""")


def compare_raw_text(data: Features, measure: Measure) -> EndsResult:
    """A measure of the whole file and of the body by source, for `figures.dumbbells`.

    Returns:
        Columns panel (whose counts, for a measure that two engines count; else the measure's label), source,
        end (whole file or body), value (mean of the articles with both), text, n (articles), bounds (how many
        of them are lower bounds).
    """
    pairs = _pair_values(data, measure)
    table = pd.DataFrame(
        [
            (panel, source, end, float(own[end].to_numpy().mean()), len(own), int(own["censored"].sum()))
            for (panel, source), own in pairs.groupby(["panel", "source"], sort=False)
            for end in ("whole file", "body")
        ],
        columns=["panel", "source", "end", "value", "n", "bounds"],
    )
    table["text"] = [f"{'≥ ' * bool(row.bounds)}{measure.shown(row.value)}" for row in table.itertuples()]
    title = describe_cleaning(table, measure)
    return EndsResult(
        id=f"robustness_{measure.key}_raw",
        table=table,
        keys=("panel", "source", "end"),
        columns=COLUMNS,
        measure=measure,
        title=title,
        subtitle=describe_truncation(
            data.articles, "Computed from the whole file and from the body; mean of the articles."
        ),
        articles=matching_articles(pairs, panel="panel", source="source"),
        nothing="" if len(table) else f"{title}. Choose a measure of length, readability or quotation.",
        ends=("body", "whole file"),
        axis=measure.label,
    )


def _pair_values(data: Features, measure: Measure) -> pd.DataFrame:
    """The articles with both values: columns panel, article_id, source, whole file, body, censored."""
    samples, ids = sample_variants(data, measure), data.articles["article_id"].to_numpy()
    sign, ends = -1 if measure.direction == "higher = easier" else 1, _find_ends(samples.variants)
    tables = [
        samples.articles.assign(
            **{
                "article_id": ids,
                "panel": _PANELS[body.engine] if len(ends) > 1 else measure.label,
                "whole file": sign * samples.values[:, samples.variants.index(whole)],
                "body": sign * samples.values[:, samples.variants.index(body)],
            }
        )
        for body, whole in ends
    ]
    columns = ["panel", "article_id", "source", "whole file", "body", "censored"]
    table = pd.concat(tables, ignore_index=True) if tables else pd.DataFrame(columns=columns)
    rank = {source: i for i, source in enumerate(data.sources)}
    order = np.lexsort([table["source"].map(rank), table["panel"].factorize()[0]])
    return table[columns].iloc[order].dropna()


def _find_ends(variants: Sequence[Variant]) -> list[tuple[Variant, Variant]]:
    """The variants of the measure itself with the body, each with its counterpart of the whole file."""
    own = [one for one in variants if one.score == variants[0].score and one.text == "body"]
    plain = [one for one in own if (one.sentences == "cut") == (one.engine == "textstat") or not one.engine]
    pairs = [(one, one._replace(text="whole")) for one in plain if one.quoted != "marked"]
    return [pair for pair in pairs if pair[1] in variants]


def describe_cleaning(table: pd.DataFrame, measure: Measure) -> str:
    """What cleaning does to the values and to the order of the sources."""
    wide = table.pivot_table(index=["panel", "source"], columns="end", values="value", sort=False)
    if wide.empty:
        return f"{measure.label}: not counted in the whole file"
    gap = (wide["whole file"] - wide["body"]).abs()
    if measure.signed(gap.max()) == "0":
        return f"{measure.label}: cleaning does not change it"
    _, most = gap.idxmax()
    name = name_source(str(most), table.loc[table["source"] == most, "n"].iloc[0])
    text = f"{measure.label}: cleaning changes it by up to {measure.gap(gap.max())} ({name})"
    if table["source"].nunique() == 1 or table["bounds"].any():
        return text
    ranks = wide.groupby("panel", sort=False).rank()
    moved = (ranks["whole file"] != ranks["body"]).groupby("panel", sort=False).any()
    changed = list(moved.index[moved])
    what = name_units(table["n"])
    if not changed:
        return f"{text} and keeps the order of the {what}"
    where = f" ({changed[0]})" if len(changed) == 1 < table["panel"].nunique() else ""
    return f"{text} and changes the order of the {what}{where}"
