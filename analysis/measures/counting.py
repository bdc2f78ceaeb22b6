"""What all families of measures count in one article."""

from typing import Any

from analysis.measures.reading import Columns, read_article
from analysis.measures.registry import families
from analysis.text.articles import CleanArticle
from analysis.text.terms.lexicon import Lexicon

__all__ = ["Row", "count_article", "list_rows"]

Row = dict[str, Any]


def count_article(clean: CleanArticle, lexicon: Lexicon) -> dict[str, Columns]:
    """Measure one article, in one pass over its text.

    Args:
        clean: the cleaned article.
        lexicon: the terms to count.

    Returns:
        Table -> column -> one value per row, as the families describe their tables, with the article's id
        but without its other metadata. No value holds a run of the text. Hashes distinguish those of
        quotations; `features` replaces them by numbers that do not depend on the words.
    """
    reading = read_article(clean, lexicon)
    tables: dict[str, Columns] = {}
    for family in families():
        for name, columns in family.count(reading).items():
            tables.setdefault(name, {}).update(columns)
    for table in tables.values():
        table["article_id"] = [reading.document.article_id] * len(next(iter(table.values())))
    return tables


def list_rows(clean: CleanArticle, lexicon: Lexicon) -> dict[str, list[Row]]:
    """The tables of `count_article` row by row, to look at one article."""
    return {
        name: [dict(zip(table, row, strict=True)) for row in zip(*table.values(), strict=True)]
        for name, table in count_article(clean, lexicon).items()
    }
