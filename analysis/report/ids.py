"""The ids of numbers: names joined by points, each an identifier in every language that may cite it."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from hashlib import sha256

from analysis.errors import RunError

__all__ = ["checked", "slug", "slugs"]

_SEGMENT = "[a-z_][a-z0-9_]*"
_ID = re.compile(rf"{_SEGMENT}(?:\.{_SEGMENT})*")
_LONGEST = 60  # characters of a name


def checked(number_id: str) -> str:
    """`number_id`, if it can be the id of a number.

    Raises:
        RunError: it cannot.
    """
    if not _ID.fullmatch(number_id):
        raise RunError(
            f"number id = {number_id!r}",
            allowed="names joined by points, each of a to z, 0 to 9 and _, no digit first: length_words.mean",
        )
    return number_id


def slug(text: str) -> str:
    """A text as a segment of an id: `Zoë's 1st` is `zoe_s_1st`, `10 Downing St` is `_10_downing_st`.

    Accents are dropped. Of a text without a Latin letter or a digit a hash stands for it.
    """
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:_LONGEST].rstrip("_")
    if not name:
        return f"_{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"
    return f"_{name}" if name[0].isdigit() else name


def slugs(values: Iterable[object], *, first: Sequence[str] = ()) -> dict[str, str]:
    """Every value, as text, with a segment of its own: of two with one slug the second gets `_2`.

    Args:
        values: what stands in a column of keys.
        first: what is named before them where it is among them, so that all tables name it alike.
    """
    told = dict.fromkeys(map(str, values))
    order = [*first, *(value for value in told if value not in first)] if told.keys() & {*first} else [*told]
    found: dict[str, str] = {}
    taken: set[str] = set()
    for value in order:
        name, number = slug(value), 1
        while (own := name if number == 1 else f"{name}_{number}") in taken:
            number += 1
        found[value] = own
        taken.add(own)
    return found
