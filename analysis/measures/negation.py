"""Negation: whether a negator reaches a word of a text, by the words and marks before it.

A negator reaches the five words behind it (Chapman et al. 2001, NegEx), but over no mark that parts clauses
(Pang, Lee and Vaithyanathan 2002 end its reach at the first mark) and over no word that opens another
clause. ``not only`` and the like deny nothing. What it misses: a negator behind the word (``the talks never
began``), one further off, denial without a negator (``denied``, ``failed to``), and irony.
"""

from analysis.segment import Tokens

__all__ = ["is_negated"]

_REACH = 5  # words
_NEGATORS = frozenset(
    "no not never none nor neither nobody nothing nowhere without cannot".split()  # noqa: SIM905
)
_CLAUSE_WORDS = frozenset("but yet though although because while which who that except".split())  # noqa: SIM905
_CLAUSE_MARKS = frozenset(",;:()[]—–…")
_NOT_SO = frozenset("only just merely simply doubt wonder".split())  # noqa: SIM905  # behind "not" or "no"


def is_negated(text: str, words: Tokens, word: int, begin: int) -> bool:
    """Whether a negator before a word reaches it.

    Args:
        text: what `words` are words of.
        words: in reading order.
        word: the number of the word.
        begin: offset in `text` at which its sentence begins, or anything behind the sentence before.
    """
    forms, starts, ends = words
    for before in range(word - 1, max(word - 1 - _REACH, -1), -1):
        if starts[before] < begin or not _CLAUSE_MARKS.isdisjoint(text[ends[before] : starts[before + 1]]):
            return False
        form = forms[before].lower()
        if form in _NEGATORS or form.endswith("n't"):
            return forms[before + 1].lower() not in _NOT_SO
        if form in _CLAUSE_WORDS:
            return False
    return False
