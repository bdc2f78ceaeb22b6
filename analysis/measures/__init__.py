"""Measures of articles: a family per module of this folder, found by `registry`."""

from analysis.measures.counting import Row, count_article, list_rows
from analysis.measures.measure import Family, Measure
from analysis.measures.reading import Columns, Reading, read_article
from analysis.measures.registry import all_measures, families, find_measure

__all__ = [
    "Columns",
    "Family",
    "Measure",
    "Reading",
    "Row",
    "all_measures",
    "count_article",
    "families",
    "find_measure",
    "list_rows",
    "read_article",
]
