"""How far each number moves when an outlet types the same words in another house's style.

    python tests/benchmarks/house_styles.py FOLDER

Types every article of a corpus anew in each of `retyping.STYLES`, title and text, measures it again and prints a
Markdown table: a row a number, a column a style, and in a cell the largest and the mean change over the
articles and how many of them changed. A dot stands for no change in any article; numbers that move in no style
are named below the table.
"""

import math
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from retyping import STYLES, retyped

from analysis import corpus, measures
from analysis.corpus.articles import Article
from analysis.text.cleaning import clean
from analysis.text.terms import lexicon

__all__ = ["moved", "numbers", "typed", "without_places"]

Tables = Mapping[str, list[dict[str, Any]]]
_STILL = "·"
_COUNTS = ("words", "sentences", "paragraphs", "quotations", "fragments", "scares")


def main(folder: str) -> None:
    """Print the table for a corpus folder."""
    terms = lexicon.load(lexicon.SHIPPED)
    articles = corpus.load(Path(folder)).articles
    plain = [measures.list_rows(clean(article), terms) for article in articles]
    columns: dict[str, list[dict[str, float]]] = {}
    alone: dict[str, int] = {}
    for style in STYLES:
        again = [typed(article, style) for article in articles]
        alone[style] = sum(left for _, left in again)
        tables = [measures.list_rows(clean(article), terms) for article, _ in again]
        columns[style] = [moved(before, after) for before, after in zip(plain, tables, strict=True)]
    names = dict.fromkeys(name for column in columns.values() for changes in column for name in changes)
    _line("", *columns)
    _line(*["---"] * (len(columns) + 1))
    rows = {
        name: [_cell([changes[name] for changes in column]) for column in columns.values()] for name in names
    }
    for name, cells in rows.items():
        if set(cells) != {_STILL}:
            _line(name, *cells)
    _line("places left alone", *map(str, alone.values()))
    print("\nIn no style does move:", ", ".join(name for name in rows if set(rows[name]) == {_STILL}))  # noqa: T201


def typed(article: Article, style: str) -> tuple[Article, int]:
    """An article in another style, title and text, and how many places were left alone."""
    text, title = retyped(article.text, style), retyped(article.title or "", style)
    again = replace(article, text=text.text, title=title.text or None)
    return again, text.left_alone + title.left_alone


def moved(before: Tables, after: Tables) -> dict[str, float]:
    """Each number's absolute change; where a table has rows that the other has not, how many."""
    old, new = numbers(before), numbers(after)
    changes = {name: _change(old.get(name, math.nan), new.get(name, math.nan)) for name in old | new}
    for name, columns in _ROWS.items():
        own, other = (_rows(tables[name.split()[0]], columns) for tables in (before, after))
        changes[f"{name} changed"] = ((own - other) + (other - own)).total()
    changes["any number"] = float(without_places(before) != without_places(after))
    return changes


_ROWS = {
    "quotes (kind, speaker, resolved, cue)": ("kind", "speaker", "resolved", "cue", "cue_class"),
    "sentences (voice, words)": ("voice", "words"),
    "terms": ("category", "term", "voice", "count"),
    "words": ("voice", "word", "count"),
    "removed lines": ("rule", "lines"),
}


def numbers(tables: Tables) -> dict[str, float]:
    """The numbers of an article that its figures show."""
    (row,) = tables["articles"]
    found = {name: float(row[name]) for name in _COUNTS}
    found["quoted share (%)"] = 100 * row["quotation_words"] / max(1, row["words"])
    found["quotations per 1,000 words"] = 1000 * row["quotations"] / max(1, row["words"])
    found["sentences with a quotation (%)"] = 100 * row["quoted_sentences"] / max(1, row["sentences"])
    for score in tables["scores"]:
        found[f"{score['score']} ({score['engine']}, {score['voice']})"] = score["value"]
    return found


def without_places(tables: Tables) -> str:
    """All rows, as text that compares NaN with NaN; offsets differ with the typing and are left out."""
    return repr(
        {
            name: [{key: row[key] for key in row if key not in {"start", "end"}} for row in rows]
            for name, rows in tables.items()
        }
    )


def _rows(rows: list[dict[str, Any]], columns: tuple[str, ...]) -> Counter[tuple[Any, ...]]:
    return Counter(tuple(row[column] for column in columns) for row in rows)


def _change(before: float, after: float) -> float:
    if math.isnan(before) and math.isnan(after):
        return 0.0
    return abs(before - after)


def _cell(changes: list[float]) -> str:
    """Largest and mean change, and how many articles changed; NaN against a number counts as infinite."""
    sizes = [math.inf if math.isnan(change) else change for change in changes]
    if not any(sizes):
        return _STILL
    return f"{max(sizes):.3g} / {sum(sizes) / len(sizes):.2g} / {sum(map(bool, sizes))}"


def _line(*cells: str) -> None:
    # A benchmark prints.
    print("|", " | ".join(cells), "|")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1])
