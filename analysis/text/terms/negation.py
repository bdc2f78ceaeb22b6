"""Negation: which words of a text a negator reaches.

A negator reaches the five words behind it (Chapman et al. 2001, NegEx). Its reach ends at a mark that
separates clauses (in Pang, Lee and Vaithyanathan 2002, at any mark) and at a word that opens another clause.
``not only`` and similar phrases negate nothing.

``fail to``, ``forget to``, ``neglect to``, ``refuse to`` and ``decline to`` are negators too: somebody who
failed to do something did not do it (Karttunen 2012 lists these as verbs with a negative entailment). If a
negator reaches them, they do not negate, and end its reach: who never refused to talk may have talked.

Not found are a negator behind the word (``the talks never began``), one further away, and irony. ``deny`` is
not a negator here, although it is one in NegEx. A patient who denies a symptom does not have it, but news
mostly uses the verb for something withheld (``denied service``) or accusations (``denied the allegations``).
"""

import math
from bisect import bisect_right
from collections.abc import Sequence
from itertools import compress, count

from analysis.text.segmentation import Tokens

__all__ = ["find_negated"]

_REACH = 5  # words
_NEGATORS = frozenset(
    "no not never none nor neither nobody nothing nowhere without cannot".split()  # noqa: SIM905
)
_LEFT_UNDONE = frozenset(  # negators before "to"
    """
    fail fails failed failing forget forgets forgot forgotten forgetting neglect neglects neglected
    neglecting refuse refuses refused refusing decline declines declined declining
    """.split()  # noqa: SIM905
)
_CLAUSE_WORDS = frozenset("but yet though although because while which who that except".split())  # noqa: SIM905
_CLAUSE_MARKS = frozenset(",;:()[]—–…")
_NOT_SO = frozenset("only just merely simply doubt wonder".split())  # noqa: SIM905  # behind "not" or "no"
_MEMO_LIMIT = 1_000_000


def find_negated(text: str, words: Tokens, limits: Sequence[int]) -> set[int]:
    """Find the numbers of the words that a negator before them reaches.

    Args:
        text: the text of the words.
        words: in reading order.
        limits: the offsets in `text` at which sentences end, in order; no negator reaches across one.
    """
    forms, starts, ends = words
    reached, negators = set[int](), _negators(forms)
    for negator, is_verb in negators.items():
        if is_verb and negator in reached:
            continue
        stop = _stop(starts[negator], limits)
        for word in range(negator + 1, min(negator + 1 + _REACH, len(forms))):
            if starts[word] >= stop or not _CLAUSE_MARKS.isdisjoint(text[ends[word - 1] : starts[word]]):
                break
            form = forms[word].lower()
            if word == negator + 1 and form in _NOT_SO:
                break
            reached.add(word)
            # The words after a second negator depend on that one.
            if form in _CLAUSE_WORDS or word in negators:
                break
    return reached


def _negators(forms: Sequence[str]) -> dict[int, bool]:
    """The numbers of the words that negate, in order, and whether each is a verb before ``to``."""
    found = {}
    for word in compress(count(), map(_NEGATES.__getitem__, forms)):
        is_verb = forms[word].lower() in _LEFT_UNDONE
        if not is_verb or (word + 1 < len(forms) and forms[word + 1].lower() == "to"):
            found[word] = is_verb
    return found


def _stop(start: int, limits: Sequence[int]) -> float:
    """The first limit after an offset."""
    after = bisect_right(limits, start)
    return limits[after] if after < len(limits) else math.inf


class _Negates(dict[str, bool]):
    """Whether a word is a negator, perhaps only before ``to``; each word is examined once."""

    def __missing__(self, word: str) -> bool:
        if len(self) >= _MEMO_LIMIT:
            self.clear()
        form = word.lower()
        is_negator = self[word] = form in _NEGATORS or form in _LEFT_UNDONE or form.endswith("n't")
        return is_negator


_NEGATES = _Negates()
