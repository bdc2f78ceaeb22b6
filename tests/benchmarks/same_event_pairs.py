"""Measure the reference pairs again: how much articles on one event differ.

    python tests/benchmarks/same_event_pairs.py FOLDER [TABLE]

FOLDER is a corpus whose articles name their events: for the table that ships, BASIL (Fan et al. 2019). TABLE,
by default the one that ships, gets one row per article: the number of its event, its outlet, and every
measure, without title, text or address. A JSON file next to it says where the numbers come from. Values that
a truncated article makes too small are left out. The same corpus, code and libraries give the same bytes.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from analysis import __version__, corpus
from analysis.features import Features
from analysis.features.measurement import measure
from analysis.measures.registry import all_measures
from analysis.provenance import to_json, versions
from analysis.results import reference_pairs
from analysis.results.sources import measure_articles
from analysis.text.terms import lexicon

__all__ = ["about", "events", "table", "text"]

CORPUS = "BASIL"
CITATION = (
    "L. Fan, M. White, E. Sharma, R. Su, P. K. Choubey, R. Huang, L. Wang: In Plain Sight: Media Bias Through the "
    "Lens of Factual Reporting. EMNLP-IJCNLP 2019, pages 6343-6349, https://aclanthology.org/D19-1664"
)


def main(folder: str, to: str = str(reference_pairs.TABLE)) -> None:
    """Measure a corpus with the shipped term list, and write table and provenance."""
    data = measure(corpus.load(folder), lexicon.load(lexicon.SHIPPED))
    Path(to).write_text(text(table(data, events(data))), encoding="utf-8", newline="\n")
    Path(to).with_suffix(".json").write_text(to_json(about(data)), encoding="utf-8", newline="\n")


def events(data: Features) -> list[str]:
    """The keys of the events in the order of their numbers, which tell nothing of them."""
    return sorted(data.articles["event"].dropna().unique())


def table(data: Features, events: Sequence[str]) -> pd.DataFrame:
    """One row per article: event (its number, from 1), outlet, and every measure in the order of the table."""
    numbers = {event: number for number, event in enumerate(events, 1)}
    found = data.articles[["event", "source"]].rename(columns={"source": "outlet"})
    found["event"] = found["event"].map(numbers)
    columns = list(pd.read_csv(reference_pairs.TABLE, nrows=0).columns.drop(["event", "outlet"]))
    measures = {f"textstat.{m.name}" if m.engine == "textstat" else m.name: m for m in all_measures()}
    for column in sorted(measures, key=lambda c: columns.index(c) if c in columns else len(columns)):
        values = measure_articles(data, measures[column])
        known = values["value"].where(~values["censored"])
        found[column] = reference_pairs.round_values(known, measures[column])
    return found.sort_values(["event", "outlet"], ignore_index=True)


def text(found: pd.DataFrame) -> str:
    """The table as CSV."""
    return str(found.to_csv(index=False, lineterminator="\n", float_format="%.10g"))


def about(data: Features) -> dict[str, Any]:
    """What the table was made from."""
    years = data.articles["date"].str[:4]
    return {
        "corpus": CORPUS,
        "citation": CITATION,
        "outlets": sorted(data.sources),
        "years": [years.min(), years.max()],
        "events": len(events(data)),
        "articles": len(data.articles),
        "lexicon_key": data.lexicon_key,
        "versions": {"analysis": __version__, **versions()},
    }


if __name__ == "__main__":
    main(*sys.argv[1:])
