"""The forms under which the words of a text and of a term list are compared.

House style decides whether initials have stops, and whether a line is in capitals. Both are evened out here.
The parts of a web or mail address are not words of the article, and no term finds them.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from analysis.text.segmentation import Tokens

__all__ = ["IN_CAPITALS", "list_forms", "other_spelling"]

IN_CAPITALS = "\0"  # ends a form of a sentence in capitals: its own case says nothing
_NO_WORD = "\n"  # no term fits it
_INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_]){1,4}")
_ACRONYM = re.compile(r"[^\W\d_]{2,5}")
_SIGN = re.compile("[/@]")
_DOMAIN = re.compile(r"[\w-]\.[a-z]{2,12}\Z")
_SPACE = re.compile(r"\s")
# Words that initials without stops could be mistaken for: "us" is not "U.S.".
_WORDS = frozenset(
    """
    AIDS AM AN AS AT BE BY DO GO HE HERS HIS IF IN IS IT MA ME MS MY NO OF ON OR OURS PA PM SO TO UP US WE WHO
    """.split()  # noqa: SIM905
)


def other_spelling(form: str, *, folded: bool = False) -> str:
    """Initials in capitals with stops for those without, and without for those with; any other word as it is.

    If case is going to be `folded`, a form that would be mistaken for a word in small letters stays as it is.

    >>> other_spelling("UK"), other_spelling("U.K"), other_spelling("U.S", folded=True), other_spelling("3.5")
    ('U.K', 'UK', 'U.S', '3.5')
    """
    if not form.isupper():
        return form
    if _INITIALS.fullmatch(form):
        plain = form.replace(".", "")
        return form if folded and plain in _WORDS else plain
    return ".".join(form) if _ACRONYM.fullmatch(form) else form


def list_forms(text: str, words: Tokens, limits: Sequence[int]) -> list[str]:
    """The form of each word to look up, in linear time.

    It is the word as written; in a sentence of several words that is all in capitals, marked by `IN_CAPITALS`
    at its end; in a web or mail address, a form that no term fits.

    Args:
        text: the text of the words.
        words: in reading order.
        limits: the offsets in `text` at which sentences end, in order.
    """
    forms = words.forms
    stretches = [
        *((first, last, IN_CAPITALS) for first, last in _find_capitals(text, words, limits)),
        *((first, last, None) for first, last in _find_addresses(text, words)),
    ]
    if stretches:
        forms = forms.copy()
        for first, last, ending in stretches:
            for word in range(first, last):
                forms[word] = _NO_WORD if ending is None else forms[word] + ending
    return forms


def _find_capitals(text: str, words: Tokens, limits: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first word, and the one behind the last, of each sentence in capitals."""
    forms, starts, ends = words
    first = 0
    for limit in (*limits, len(text)):
        last = bisect_left(starts, limit, first)
        may_be = last - first > 1 and forms[first] == forms[first].upper()
        if may_be and text[starts[first] : ends[last - 1]].isupper():
            yield first, last
        first = last


def _find_addresses(text: str, words: Tokens) -> Iterator[tuple[int, int]]:
    """The first word, and the one behind the last, of each web or mail address."""
    if "/" not in text and "@" not in text:
        return
    behind = 0
    for sign in _SIGN.finditer(text):
        if sign.start() < behind or not _is_in_address(text, sign.start()):
            continue
        start = max(behind, *(text.rfind(space, behind, sign.start()) for space in " \n"))
        end = _SPACE.search(text, sign.end())
        behind = end.start() if end else len(text)
        yield bisect_left(words.starts, start), bisect_left(words.starts, behind)


def _is_in_address(text: str, at: int) -> bool:
    """Whether a sign is one of an address: ``://``, ``name@place`` or ``orm.example/``."""
    before, behind = text[max(0, at - 15) : at], text[at + 1 : at + 2]
    if text[at] == "/":
        return (before.endswith(":") and behind == "/") or _DOMAIN.search(before) is not None
    return before[-1:].isalnum() and behind.isalnum()
