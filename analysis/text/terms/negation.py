"""Negation: which words of a text a negator reaches, by the words and marks before them.

A negator reaches the five words behind it (Chapman et al. 2001, NegEx), but over no mark that parts clauses
(Pang, Lee and Vaithyanathan 2002 end its reach at the first mark) and over no word that opens another
clause. ``not only`` and the like deny nothing.

``fail to``, ``forget to``, ``neglect to``, ``refuse to`` and ``decline to`` are negators as well: whoever
failed to do a thing did not do it (Karttunen 2012 lists these as verbs with a negative entailment). Reached
by a negator they are none, and end its reach: who never refused to talk may have talked.

What it misses: a negator behind the word (``the talks never began``), one further off, and irony. ``deny``
is no negator, though NegEx has it: a patient who denies a symptom has none, but news says it more often of
what is withheld (``denied service``) or of the accusation (``denied the allegations``).
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
    """The numbers of the words that a negator before them reaches.

    Args:
        text: what `words` are words of.
        words: in reading order.
        limits: the offsets in `text` at which sentences end, in order; no negator reaches over one.
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
            # What follows a second negator is that one's to reach, or not.
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
    """The first limit behind an offset."""
    after = bisect_right(limits, start)
    return limits[after] if after < len(limits) else math.inf


class _Negates(dict[str, bool]):
    """Whether a word is a negator, if only before ``to``, each looked at once."""

    def __missing__(self, word: str) -> bool:
        if len(self) >= _MEMO_LIMIT:
            self.clear()
        form = word.lower()
        is_negator = self[word] = form in _NEGATORS or form in _LEFT_UNDONE or form.endswith("n't")
        return is_negator


_NEGATES = _Negates()
