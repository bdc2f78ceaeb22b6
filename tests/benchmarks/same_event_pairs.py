"""Measure the yardstick anew: how far apart ordinary articles on one event lie.

    python tests/benchmarks/same_event_pairs.py FOLDER [TABLE]

FOLDER is a corpus whose articles name their events: for the table that ships, BASIL (Fan et al. 2019). TABLE,
by default the one that ships, gets a row an article: the number of its event, its outlet, and every measure and
readability score, without title, text or address; a JSON file beside it says where the numbers come from.
Numbers that a text's breaking off makes too small are left out. The same corpus, code and libraries give the
same bytes.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pandas as pd
from analysis.compare import ordinary

from analysis import __version__, compare, corpus
from analysis.features import Features
from analysis.features.measurement import measure
from analysis.provenance import to_json, versions
from analysis.text.terms import lexicon

__all__ = ["about", "events", "table", "text"]

CORPUS = "BASIL"
CITATION = (
    "L. Fan, M. White, E. Sharma, R. Su, P. K. Choubey, R. Huang, L. Wang: In Plain Sight: Media Bias Through the "
    "Lens of Factual Reporting. EMNLP-IJCNLP 2019, pages 6343-6349, https://aclanthology.org/D19-1664"
)


def main(folder: str, to: str = str(ordinary.TABLE)) -> None:
    """Measure a corpus with the shipped term list, and write table and provenance."""
    data = measure(corpus.load(folder), lexicon.load(lexicon.SHIPPED))
    Path(to).write_text(text(table(data, events(data))), encoding="utf-8", newline="\n")
    Path(to).with_suffix(".json").write_text(to_json(about(data)), encoding="utf-8", newline="\n")


def events(data: Features) -> list[str]:
    """The keys of the events in the order of their numbers, which tell nothing of them."""
    return sorted(data.articles["event"].dropna().unique())


def table(data: Features, events: Sequence[str]) -> pd.DataFrame:
    """One row an article: event (its number, from 1), outlet, and the columns of `ordinary.COLUMNS`."""
    numbers = {event: number for number, event in enumerate(events, 1)}
    found = data.articles[["event", "source"]].rename(columns={"source": "outlet"})
    found["event"] = found["event"].map(numbers)
    for column, (name, engine) in ordinary.COLUMNS.items():
        one = compare.measure(name, engine=engine)
        values = compare.values(data, one, engine=engine)
        found[column] = ordinary.rounded(values["value"].where(~values["censored"]), one)
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
