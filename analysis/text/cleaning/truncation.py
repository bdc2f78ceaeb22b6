"""Whether the end of an article is missing: what its last paragraph and the lines below say.

A missing full stop is no evidence: sign-offs, credits, lists and careless typing lack it too. Evidence is an
ellipsis or a count of missing characters, an invitation to read on, a sentence that stops within a word or
before one that must follow, or a quotation or bracket that does not close.
"""

import re
from collections.abc import Sequence

from analysis.text.cleaning.grammar import has_verb, leaves_open
from analysis.text.cleaning.lines import Line, ends_sentence
from analysis.text.syllables import is_listed

__all__ = ["cut_mark", "is_truncated"]

_MARK = re.compile(
    r"(?<![.…])(?>(?:(?:\.{3,}+|…++|\[(?:\.{3}|…)\]|\((?:\.{3}|…)\))\s?){1,3})"
    r"(?:[\[(]?\+?\d[\d,.]* (?:more )?(?:chars?|characters|words)[\])]?\s?)?"
    r"(?:[\[(]?(?:more|read more|read full (?:article|story)|continue(?: reading)?|continued|full story"
    r"|see more|cont)"
    r"[\])]?\W{0,4})?$"
    r"|[\[(]\+\d[\d,.]* (?:chars?|characters|words)[\])]$"
    r"|[\[(](?:more|continue reading|read more|continued|text truncated|truncated)[\])]\W?$",
    re.IGNORECASE,
)
_READ_ON = re.compile(
    r"\W{0,3}(?:(?:click (?:here )?(?:to )?)?(?:continue|keep) reading(?!.{0,20}below)"
    r"|read (?:the )?(?:full|whole|entire|rest|complete)\b|read on\b|full (?:story|article) (?:at|on|here)\b"
    r"|(?:to|please) .{0,40}\b(?:read|see|view|continue|access|unlock)\b.{0,60}\b(?:subscri|regist|log ?in"
    r"|sign)"
    r"|(?:subscribe|register|log ?in|sign (?:in|up))\b.{0,40}\bto (?:read|continue|keep|see|access|view"
    r"|unlock)\b"
    r"|(?:this|the rest of this|the full) (?:article|story|content)\b.{0,40}\bsubscribers\b"
    r"|unlock\b|weiterlesen\b|lire la suite\b|seguir leyendo\b|sigue leyendo\b"
    r"|\[\+?\d[\d,.]* (?:chars|characters|words)\]|\(more\)$)",
    re.IGNORECASE,
)
_LINES_BELOW = 2
_LEAST_WORDS = 4
_CLAUSE = re.compile(r"\b(?:that|who|which|whose|when|because|where|while|whether|if)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…][\"”’)]{0,2}\s+(?=[\"“‘(]?[A-Z0-9])")
_SMALL_WORD = re.compile(r"[a-z]{1,30}(?:['’][a-z]{0,3})?")
_WORD = re.compile(r"[^\W\d_]+")
_ENDINGS = frozenset(("s", "es", "ed", "d", "ing", "ly", "er", "ers", "al", "n", "y"))
_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"))


def cut_mark(text: str) -> int:
    """Where a mark of missing text at the end of a paragraph begins; its length where there is none.

    >>> text = "The council said that the … [+2345 chars]"
    >>> text[: cut_mark(text)]
    'The council said that the '
    """
    found = _MARK.search(text, max(0, len(text) - 80))
    return found.start() if found else len(text)


def is_truncated(last: str, below: Sequence[Line], above: str = "") -> bool:
    """Whether the text of an article stops before its end.

    Args:
        last: the last paragraph of the body.
        below: the lines of the file below it, all of which were removed.
        above: the body above it: a last word that is only the beginning of another word there is cut.
    """
    if cut_mark(last) < len(last) or any(_READ_ON.match(line.text) for line in below[:_LINES_BELOW]):
        return True
    if ends_sentence(last):
        return False
    return _is_torn(_SENTENCE_END.split(last[-600:])[-1]) or _begins_word(last, above)


def _is_torn(sentence: str) -> bool:
    """Whether a sentence without an end mark stops before a word that must follow."""
    if len(sentence.split()) < _LEAST_WORDS:
        return leaves_open(sentence) and sentence[0].isupper()
    if _stops_within_word(sentence):
        return True
    clause = _CLAUSE.split(sentence)[1:]
    if leaves_open(sentence) or (clause and not has_verb(clause[-1])):
        return True
    return any(sentence.count(first) > sentence.count(second) for first, second in _PAIRS)


def _begins_word(last: str, above: str) -> bool:
    """Whether the last word, which the text has nowhere else, begins a word of the text above."""
    word = last.rsplit(maxsplit=1)[-1]
    known = set(_WORD.findall(f"{above} {last[: -len(word)]}".lower()))
    plain = _SMALL_WORD.fullmatch(word) is not None and word not in known
    return plain and any(other.startswith(word) and other[len(word) :] not in _ENDINGS for other in known)


def _stops_within_word(sentence: str) -> bool:
    """Whether the last word is in small letters and in no dictionary."""
    word = sentence.rsplit(maxsplit=1)[-1]
    small = _SMALL_WORD.fullmatch(word) is not None
    return small and (len(word) == 1 or not is_listed(word.replace("’", "'")))
