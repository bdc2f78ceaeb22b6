"""How a number is written: the text that a write-up prints."""

import math
from collections.abc import Callable

from analysis.measures.schema import Measure

__all__ = ["Look", "of_measure", "points", "probability", "text"]

Look = str | Callable[[float], str]
"""A format of Python (`,.1f`, `.1%`), or a function from the number to its text."""

_UNDEFINED = "–"


def text(value: float | None, look: Look) -> str:
    """`value` as a write-up prints it: thousands with a comma, the minus of typographers, `24.5 %`.

    What is undefined is a dash, and what rounds to nothing has no minus.
    """
    if value is None or not math.isfinite(value):
        return _UNDEFINED
    told = look(value) if callable(look) else format(value, look).replace("%", " %")
    told = told.replace("-", "−")
    return told if any(sign in "123456789" for sign in told) else told.lstrip("+−")


def probability(p: float) -> str:
    """A p value: `.042`, and below a thousandth `< .001`."""
    return "< .001" if p < 0.001 else f"{p:.3f}".removeprefix("0")


def points(share: float) -> str:
    """A share in per cent without the sign: points, of a difference between shares."""
    return f"{share * 100:,.1f}"


def of_measure(measure: Measure, *, signed: bool = False) -> Look:
    """The look of values of a measure, or of differences between such values."""
    return measure.signed if signed else measure.shown
