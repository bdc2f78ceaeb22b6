"""How numbers are written, in tables, sentences and write-ups."""

import math
from collections.abc import Callable

__all__ = ["Format", "format_p", "format_share", "significant", "write_number"]

Format = str | Callable[[float], str]
"""A Python format specification (`,.1f`, `.1%`), or a function that writes the number."""

_UNDEFINED = "–"


def write_number(value: float | None, how: Format) -> str:
    """`value` as a write-up prints it: thousands with a comma, a true minus sign, `24.5 %`.

    What is undefined is a dash, and what rounds to nothing has no minus.

    >>> write_number(-1234.56, ",.1f"), write_number(0.2451, ".1%"), write_number(None, ".1f")
    ('−1,234.6', '24.5 %', '–')
    """
    if value is None or not math.isfinite(value):
        return _UNDEFINED
    text = how(value) if callable(how) else format(value, how).replace("%", " %")
    text = text.replace("-", "−")
    return text if any(sign in "123456789" for sign in text) else text.lstrip("+−")


def significant(value: float) -> str:
    """`value` with three significant digits and no exponent.

    >>> significant(348.2), significant(22.71), significant(0.1742)
    ('348', '22.7', '0.174')
    """
    if not math.isfinite(value) or value == 0:
        return f"{value:.0f}"
    return f"{value:,.{max(0, 2 - math.floor(math.log10(abs(value))))}f}"


def format_p(p: float) -> str:
    """A p value.

    >>> format_p(0.0421), format_p(0.0004)
    ('.042', '< .001')
    """
    return "< .001" if p < 0.001 else f"{p:.3f}".removeprefix("0")


def format_share(share: float) -> str:
    """A share in a cell: per cent with a digit below ten, nothing only for nothing, a dash where undefined.

    >>> [format_share(share) for share in (0.5, 0.0123, 0.0001, 0.0, math.nan)]
    ['50 %', '1.2 %', '< 0.1 %', '0', '–']
    """
    if math.isnan(share):
        return _UNDEFINED
    if 0 < share < 0.0005:
        return "< 0.1 %"
    return "0" if not share else f"{share * 100:.{int(share < 0.0995)}f} %"
