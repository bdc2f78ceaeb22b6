"""Lines that speak to the reader about the page, whatever their wording: they ask, offer, warn or thank.

A short line is such an appeal if enough of its words are those of pages (`page_words.toml`), and it addresses
the reader or a part of it begins with an invitation.
"""

import re
from pathlib import Path

from analysis.text.cleaning.grammar import has_past
from analysis.text.word_classes import read_word_classes

__all__ = ["speaks_to_reader"]

_KINDS = read_word_classes(Path(__file__).with_name("page_words.toml"))
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_TWO_WORDS = re.compile(r"\b(sign|log|opt) (in|up|out)\b")
_START = re.compile(r"(?:^|[.!?:,] )([^\W\d_][\w’'-]*)")
_CONTACT = re.compile(r"[$£€]\d|\w@\w|\bwww\.")
_FEWEST, _MOST = 4, 30  # words
_SHORT = 14
_REPORTED = re.compile(r"[\"“”«»]|\b(?:said|says|told)\b")
_STRONG, _TWO = 3, 2
_MOST_WEAK = 4
_LEAST_KNOWN = 2
_LEAST_WEAK, _LEAST_WEAK_IF_SHORT, _LEAST_WEAK_IF_VERY_SHORT = 3, 1, 2  # without a strong one
# How much a line of at most so many words must reach: in a short line, less says as much.
_VERY_SHORT = 8
_ENOUGH, _ENOUGH_IF_SHORT, _ENOUGH_IF_VERY_SHORT = 6, 5, 4


def speaks_to_reader(folded: str, words: int) -> bool:
    """Whether a line in lower case, of so many words, speaks to the reader about the page.

    >>> speaks_to_reader("get our weekly letter with the best stories in your inbox.", 11)
    True
    >>> speaks_to_reader("the mayor asked readers of the daily to follow the story.", 11)
    False
    """
    if not _FEWEST <= words <= _MOST or _REPORTED.search(folded):
        return False
    joined = _TWO_WORDS.sub(r"\1-\2", folded)
    found = {word.strip("'").replace("’", "'") for word in _WORD.findall(joined)}
    you, ours = bool(found & _KINDS["you"]), bool(found & _KINDS["we"])
    invites = any(start[1].replace("’", "'") in _KINDS["invitation"] for start in _START.finditer(folded))
    direct = ours or invites or (you and words <= _SHORT)
    known = words <= _SHORT and found & _KINDS["strong"] and len(found & _KINDS["weak"]) >= _LEAST_KNOWN
    if not (direct or known) or (words > _SHORT and has_past(folded)):
        return False
    strong, weak = len(found & _KINDS["strong"]), len(found & _KINDS["weak"]) + len(_CONTACT.findall(folded))
    if not strong and weak < (_LEAST_WEAK_IF_SHORT if words <= _SHORT else _LEAST_WEAK):
        return False
    weight = _STRONG * strong + min(_MOST_WEAK, weak)
    weight += _TWO * you + _TWO * ours + bool(found & _KINDS["here"]) + _TWO * invites
    if words <= _VERY_SHORT and weak >= _LEAST_WEAK_IF_VERY_SHORT and (you or ours):
        return weight >= _ENOUGH_IF_VERY_SHORT
    return weight >= (_ENOUGH_IF_SHORT if words <= _SHORT else _ENOUGH)
