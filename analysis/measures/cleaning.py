"""How much of a file cleaning removed, and whether there is a whole article to measure."""

from collections import Counter
from collections.abc import Mapping

from analysis.measures.measure import Family
from analysis.measures.reading import Columns, Reading, one_row, to_columns
from analysis.measures.schema import Column, Table

__all__ = ["FAMILY"]


def _count(reading: Reading) -> Mapping[str, Columns]:
    removed = [line for line in reading.lines if line.removed]
    body = len(reading.document.body.forms)
    count, words = Counter(line.name for line in removed), Counter[str]()
    for line in removed:
        words[line.name] += len(line.forms)
    article = {
        "truncated": reading.clean.truncated,
        "note": None if body else "nothing is left of the body after cleaning",
        "raw_words": body + sum(len(line.forms) for line in reading.lines),
        "removed_words": words.total(),
    }
    rows = [(rule, count[rule], words[rule]) for rule in sorted(count)]
    return {"articles": one_row(article), "removed": to_columns(("rule", "lines", "words"), rows)}


FAMILY = Family(
    columns=(
        Column("truncated", "flag", "the text is truncated: its counts are lower bounds"),
        Column("note", "text", "why there is nothing to measure; missing if there is something"),
        Column("raw_words", "count", "all words: headline, body, other parts, and removed lines"),
        Column("removed_words", "count", "words of the lines that cleaning removed"),
    ),
    tables={
        "removed": Table(
            "a cleaning rule that removed lines of an article",
            ("rule",),
            (
                Column("rule", "text", "name of the rule"),
                Column("lines", "count", "lines removed"),
                Column("words", "count", "words removed"),
            ),
        )
    },
    count=_count,
)
