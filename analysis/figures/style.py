"""The one style of all figures: sizes, type and colours, whatever style the caller's session has."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import wraps
from typing import ParamSpec

import matplotlib as mpl
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure

__all__ = [
    "DOUBLE",
    "EDGE",
    "FONT",
    "GREY",
    "INK",
    "LINE",
    "MM",
    "NAMES_GAP",
    "NARRATION",
    "PALE",
    "POINT",
    "QUOTATION",
    "SINGLE",
    "SMALL",
    "TEXT",
    "TITLE",
    "house",
    "ink_on",
    "styled",
]

SINGLE = 89.0  # mm, one column of a journal
DOUBLE = 183.0  # mm, both columns
EDGE = 2.0  # mm, the margin of a figure
NAMES_GAP = 2.0  # mm, between the names of rows and their panel
MM = 1 / 25.4  # inches
POINT = 25.4 / 72  # mm

# Okabe & Ito (2008): distinct in print and to the colour-blind. Each stands with a shape, fill or hatch.
NARRATION = "#0072B2"
QUOTATION = "#D55E00"
INK, GREY, PALE = "#222222", "#6B6B6B", "#D9D9D9"

FONT = "DejaVu Sans"  # comes with matplotlib: the same letters on every machine
TITLE, TEXT, SMALL = 8.5, 7.0, 6.5  # pt; small are only the numbers inside a chart
LINE = 1.3  # line height, times the size of the type

_STYLE = {
    "axes.axisbelow": True,
    "axes.edgecolor": GREY,
    "axes.labelcolor": INK,
    "axes.labelsize": TEXT,
    "axes.linewidth": 0.5,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.titlesize": TEXT,
    "axes.unicode_minus": True,
    "figure.facecolor": "white",
    "font.family": FONT,
    "font.size": TEXT,
    "grid.color": PALE,
    "grid.linewidth": 0.5,
    "hatch.linewidth": 0.6,
    "legend.fontsize": TEXT,
    "legend.frameon": False,
    "lines.linewidth": 1.0,
    "lines.markersize": 4.5,
    "savefig.facecolor": "white",
    "pdf.fonttype": 42,  # TrueType: letters that can be searched, and that journals take
    "svg.fonttype": "path",  # the same letters wherever it is opened
    "text.color": INK,
    "text.hinting": "none",  # the same widths at every resolution
    "text.parse_math": False,  # a dollar sign in a headline is a dollar sign
    "xtick.color": GREY,
    "xtick.labelcolor": INK,
    "xtick.labelsize": TEXT,
    "xtick.major.size": 2.5,
    "xtick.major.width": 0.5,
    "ytick.color": GREY,
    "ytick.labelcolor": INK,
    "ytick.labelsize": TEXT,
    "ytick.major.size": 0.0,
}

P = ParamSpec("P")


def house() -> AbstractContextManager[None]:
    """The house style for as long as the block runs; drawing and saving a figure both need it."""
    plain = {name: value for name, value in mpl.rcParamsDefault.items() if name != "backend"}
    return mpl.rc_context({**plain, **_STYLE})  # type: ignore[dict-item]


def styled(chart: Callable[P, Figure]) -> Callable[P, Figure]:
    """Draw a chart in the house style."""

    @wraps(chart)
    def drawn(*args: P.args, **kwargs: P.kwargs) -> Figure:
        with house():
            return chart(*args, **kwargs)

    return drawn


def ink_on(colour: object) -> str:
    """The colour, dark or white, in which type is easier to read on `colour` (relative luminance of WCAG)."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour)]  # type: ignore[arg-type]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return "white" if 1.05 / (luminance + 0.05) > (luminance + 0.05) / 0.066 else INK
