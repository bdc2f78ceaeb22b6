"""Negation: which words of a text a negator reaches, by the words and marks before them.

A negator reaches the five words behind it (Chapman et al. 2001, NegEx), but over no mark that parts clauses
(Pang, Lee and Vaithyanathan 2002 end its reach at the first mark) and over no word that opens another
clause. ``not only`` and the like deny nothing. What it misses: a negator behind the word (``the talks never
began``), one further off, denial without a negator (``denied``, ``failed to``), and irony.
"""

import math
from bisect import bisect_right
from collections.abc import Sequence
from itertools import compress, count

from analysis.segment import Tokens

__all__ = ["negated"]

_REACH = 5  # words
_NEGATORS = frozenset(
    "no not never none nor neither nobody nothing nowhere without cannot".split()  # noqa: SIM905
)
_CLAUSE_WORDS = frozenset("but yet though although because while which who that except".split())  # noqa: SIM905
_CLAUSE_MARKS = frozenset(",;:()[]—–…")
_NOT_SO = frozenset("only just merely simply doubt wonder".split())  # noqa: SIM905  # behind "not" or "no"
_MEMO_LIMIT = 1_000_000


def negated(text: str, words: Tokens, limits: Sequence[int]) -> set[int]:
    """The numbers of the words that a negator before them reaches.

    Args:
        text: what `words` are words of.
        words: in reading order.
        limits: the offsets in `text` at which sentences end, in order; no negator reaches over one.
    """
    forms, starts, ends = words
    reached = set[int]()
    for negator in compress(count(), map(_NEGATES.__getitem__, forms)):
        stop = _stop(starts[negator], limits)
        for word in range(negator + 1, min(negator + 1 + _REACH, len(forms))):
            if starts[word] >= stop or not _CLAUSE_MARKS.isdisjoint(text[ends[word - 1] : starts[word]]):
                break
            form = forms[word].lower()
            if word == negator + 1 and form in _NOT_SO:
                break
            reached.add(word)
            # What follows a second negator is that one's to reach, or not.
            if form in _CLAUSE_WORDS or _NEGATES[forms[word]]:
                break
    return reached


def _stop(start: int, limits: Sequence[int]) -> float:
    """The first limit behind an offset."""
    after = bisect_right(limits, start)
    return limits[after] if after < len(limits) else math.inf


class _Negates(dict[str, bool]):
    """Whether a word is a negator, each looked at once."""

    def __missing__(self, word: str) -> bool:
        if len(self) >= _MEMO_LIMIT:
            self.clear()
        form = word.lower()
        is_negator = self[word] = form in _NEGATORS or form.endswith("n't")
        return is_negator


_NEGATES = _Negates()
