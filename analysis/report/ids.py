"""The ids of numbers: names joined by points, each an identifier in every language that may cite it."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from hashlib import sha256

__all__ = ["slug", "slugs"]

_LONGEST = 60  # characters of a segment


def slug(text: str) -> str:
    """A text as a segment of an id. Accents are dropped; a hash replaces a text without Latin letters.

    >>> slug("Zoë's 1st"), slug("10 Downing St")
    ('zoe_s_1st', '_10_downing_st')
    """
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:_LONGEST].rstrip("_")
    if not name:
        return f"_{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"
    return f"_{name}" if name[0].isdigit() else name


def slugs(values: Iterable[object], *, first: Sequence[str] = ()) -> dict[str, str]:
    """Each value, as text, with a segment of its own: of two with the same slug the second gets `_2`.

    Args:
        values: the values of a column of keys.
        first: values that get their segments first, so that all tables name them alike. They count only
            where one of them is among `values`.

    >>> slugs(["A b", "a-B"])
    {'A b': 'a_b', 'a-B': 'a_b_2'}
    """
    own = dict.fromkeys(map(str, values))
    order = dict.fromkeys((*first, *own)) if own.keys() & {*first} else own
    segments: dict[str, str] = {}
    taken: set[str] = set()
    for value in order:
        name, number = slug(value), 1
        while (segment := name if number == 1 else f"{name}_{number}") in taken:
            number += 1
        segments[value] = segment
        taken.add(segment)
    return segments
