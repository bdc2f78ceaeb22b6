"""The tables whose numbers are reported: what each column means, and which articles are behind a row.

A table goes by the name that its numbers begin with: that of the figure which shows it, or one of its own.
What the columns of a table of one shape mean stands in data/codebook.csv; `{unit}` and `{definition}` there
are those of the measure of a row. Columns that say no more than others (a difference of two of them, or how
many articles are behind a row, which each number tells itself) are not in the codebook and not reported.
"""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

import pandas as pd

from analysis.notebook.display import significant
from analysis.report import behind
from analysis.report.looks import Look, probability

__all__ = ["TABLES", "Column", "Table", "columns", "plain"]

_ROWS = 600  # of a longer table the numbers are not reported one by one: they stand in the CSV of its figure
_ARTICLES = 60  # likewise of a table with a row an article


class Column(NamedTuple):
    """A column of numbers.

    Attributes:
        label: what the number is.
        unit: its unit.
        definition: one sentence for a methods section.
        look: how it is written; `measure` and `difference`: as the measure of the row says.
        interval: whether the columns low and high bound it.
    """

    label: str
    unit: str = ""
    definition: str = ""
    look: Look | Literal["measure", "difference"] = significant
    interval: bool = False


class Table(NamedTuple):
    """A reported table.

    Attributes:
        shape: which columns it may have, by the codebook.
        title: what its numbers are about, where no measure says it.
        keys: the columns, or levels of the index, that no two rows share.
        behind: the articles behind a row.
        figure: the figure that shows it; empty where it is a table alone.
        most: the rows of which the numbers are reported; of a longer table they are not.
        columns: its columns of numbers, where the codebook does not have its shape.
        measured: the measure of its rows, or the parameter that names it, where no column does.
    """

    shape: str
    title: str
    keys: tuple[str, ...]
    behind: behind.Behind
    figure: str = ""
    most: int = _ROWS
    columns: Mapping[str, Column] | None = None
    measured: str = ""


_LOOKS: Mapping[str, Look] = {
    "count": ",.0f",
    "one digit": ",.1f",
    "share": ",.1%",
    "effect": "+,.2f",
    "p": probability,
    "figures": significant,
    "measure": "measure",
    "difference": "difference",
}


@cache
def columns(shape: str) -> dict[str, Column]:
    """The columns of numbers of a shape, in order; none of a shape that is not in the codebook."""
    with (Path(__file__).parent / "data" / "codebook.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["column"]: Column(
                row["label"], row["unit"], row["definition"], _LOOKS[row["look"]], bool(row["interval"])
            )
            for row in csv.DictReader(file)
            if row["shape"] == shape
        }


def plain(table: pd.DataFrame) -> Table:
    """A table that the codebook does not know, as a reader of a notebook may add one: texts are keys."""
    numeric = [str(name) for name in table if pd.api.types.is_numeric_dtype(table[name])]
    flags = [str(name) for name in table.select_dtypes("bool")]
    keys = tuple(str(name) for name in table if name not in numeric)
    known = behind.of_source if "source" in keys else behind.none
    found = {name: Column(name.replace("_", " ")) for name in numeric if name not in flags}
    return Table("", "", keys, known, columns=found)


_SIDES = ("measure", "first", "second")


def _by_source(topic: str, figure: str, measured: str) -> dict[str, Table]:
    """The tables of one measure: by source, by article, by event, and the differences."""
    own = {
        figure: Table("source", "", ("source",), behind.of_values, figure),
        f"{topic}_articles": Table("article", "", ("article_id",), behind.of_article, figure, _ARTICLES),
        f"{topic}_events": Table("events", "", ("event", "source"), behind.of_event, f"{topic}_events"),
    }
    return {
        **{name: table._replace(measured=measured) for name, table in own.items()},
        f"{topic}_differences": Table("differences", "", _SIDES, behind.of_sides),
        f"{topic}_counted": Table("kept", "Articles", ("source",), behind.of_source),
    }


TABLES: Mapping[str, Table] = {
    "corpus": Table("whole", "Corpus", (), behind.every_article),
    "corpus_files": Table("files", "Files", ("status",), behind.none),
    "corpus_sources": Table("overview", "Corpus", ("source",), behind.of_source),
    "corpus_parts": Table("parts", "Files", ("source", "part"), behind.of_source, "corpus_parts"),
    "corpus_removed": Table("removals", "Removed", ("term", "source"), behind.of_source, "corpus_removed"),
    "corpus_shared": Table("shared", "Shared text", ("term", "source"), behind.of_two, "corpus_shared"),
    "corpus_copied": Table("copied", "Shared text", ("source",), behind.of_source),
    "corpus_pairs": Table("pairs", "Shared text", ("article_id", "other"), behind.of_pair),
    "corpus_agency": Table("marks", "Agency copy", ("source",), behind.of_source),
    **_by_source("length", "length_words", "words"),
    "length_sentences": Table("spread", "Sentences", ("source",), behind.of_source, "length_sentences"),
    "length_voices": Table("voices", "Length", ("source", "part"), behind.of_source, "length_voices"),
    **_by_source("readability", "readability_score", "score"),
    "readability_voices": Table(
        "ends", "", ("source", "end"), behind.of_voices, "readability_voices", measured="score"
    ),
    "readability_engines": Table(
        "grades", "Readability", ("panel", "source", "end"), behind.of_engines, "readability_engines"
    ),
    "readability_ranks": Table(
        "ranks", "Readability", ("term", "source"), behind.of_engines, "readability_ranks"
    ),
    **_by_source("quotes", "quotes_share", "quoted_share"),
    "quotes_densities": Table("source", "", ("measure", "source"), behind.of_values, "quotes_densities"),
    "quotes_profile": Table("profile", "Quoted", ("source", "bin"), behind.with_words, "quotes_profile"),
    "quotes_speakers": Table("who", "Speakers", ("term", "source"), behind.of_source, "quotes_speakers"),
    "quotes_relied": Table("relied", "Speakers", ("source",), behind.of_speech),
    "quotes_verbs": Table("verbs", "Introduced by", ("source", "part"), behind.of_source, "quotes_verbs"),
    "quotes_shared": Table("shared_with", "Quotations", ("term", "source"), behind.of_two, "quotes_shared"),
    "quotes_in_common": Table("shared_quotes", "Quotations", ("source",), behind.of_source),
    "quotes_by_event": Table("quotes_alike", "Quotations", ("event",), behind.of_event),
    "framing_counted": Table("kept", "Articles", ("source",), behind.of_source),
    "framing_list": Table("list", "Term list", ("category",), behind.none),
    "framing_terms": Table(
        "terms", "Framing terms", ("category", "term", "source", "voice"), behind.of_source, "framing_terms"
    ),
    "framing_categories": Table(
        "categories", "Framing terms", ("panel", "source", "end"), behind.of_source, "framing_categories"
    ),
    "framing_places": Table(
        "places", "Framing terms", ("term", "source"), behind.of_source, "framing_places"
    ),
    "framing_negations": Table("negations", "Framing terms", ("term", "source", "voice"), behind.of_source),
    "framing_keyness": Table(
        "keyness",
        "Keyness",
        ("category", "term", "first", "second"),
        behind.with_narration,
        "framing_keyness",
    ),
    "framing_words": Table(
        "keyness", "Keyness", ("term", "first", "second"), behind.with_narration, "framing_words"
    ),
    "robustness_curve": Table("held", "", _SIDES, behind.of_sides, "robustness_curve"),
    "robustness_options": Table(
        "options",
        "",
        ("first", "second", "choice", "option"),
        behind.of_sides,
        "robustness_curve",
        measured="measure",
    ),
    "robustness_measures": Table("held", "", _SIDES, behind.of_sides),
    "robustness_pairs": Table(
        "turned", "", ("first", "second", "source"), behind.of_sides, "robustness_pairs", measured="measure"
    ),
    "robustness_raw": Table(
        "ends", "", ("panel", "source", "end"), behind.of_whole_files, "robustness_raw", measured="measure"
    ),
    "summary_counted": Table("kept", "Articles", ("source",), behind.of_source),
    "summary": Table("source", "", ("measure", "source"), behind.of_values, "summary"),
    "summary_differences": Table("differences", "", _SIDES, behind.of_sides, "summary_differences"),
    "summary_backdrop": Table("backdrop", "", _SIDES, behind.of_backdrop, "summary_backdrop"),
}
