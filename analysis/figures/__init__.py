"""Charts in one style: each takes a result and returns a figure."""

from analysis.figures.bars import bars
from analysis.figures.differences import differences
from analysis.figures.dots import dots
from analysis.figures.dumbbells import dumbbells
from analysis.figures.funnel import funnel
from analysis.figures.grid import grid
from analysis.figures.panels import panels
from analysis.figures.profile import profile
from analysis.figures.ranges import ranges
from analysis.figures.reference import reference
from analysis.figures.slopes import slopes
from analysis.figures.specifications import specifications
from analysis.figures.strips import strips

__all__ = [
    "bars",
    "differences",
    "dots",
    "dumbbells",
    "funnel",
    "grid",
    "panels",
    "profile",
    "ranges",
    "reference",
    "slopes",
    "specifications",
    "strips",
]
