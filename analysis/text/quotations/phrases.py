"""Noun phrases in the reporter's words, found from function words and punctuation alone.

Every function takes and returns token numbers of a `Line`. A phrase is the number of its first token and the
number after its last token, or None.
"""

from analysis.text.quotations.tokens import END, QUOTE, Line
from analysis.text.quotations.words import words

__all__ = ["PRONOUNS", "RELATIVE", "Phrase", "phrase_after", "phrase_before", "possessor", "subject"]

Phrase = tuple[int, int] | None

PRONOUNS = words("pronouns")
RELATIVE = words("relative")
AUXILIARIES = words("auxiliaries")
_PREPOSITIONS = words("prepositions")
_TIMES = words("times")
# Words that open an adverbial in front of the subject.
_OPENERS = _PREPOSITIONS | words("openers")
_CONJUNCTIONS = words("conjunctions")
_PUNCTUATION = frozenset((END, QUOTE, ",", ";", ":", "–", "(", ")", "[", "]", "…", "?", "!", "."))
_ASIDES = frozenset((",", ")", "–"))
_BRACKET = 12  # tokens of a bracket behind a name, as of a party and a state
_BOUNDS = _PUNCTUATION | _CONJUNCTIONS
_VERB_OR_BOUND = _BOUNDS | AUXILIARIES
_NO_HEAD = _BOUNDS | _PREPOSITIONS
_LEADING = _PREPOSITIONS | _TIMES
_ADVERBIAL = _OPENERS | _TIMES
_DAYS = frozenset(("yesterday", "today", "tomorrow", "tonight"))
_DETERMINERS = words("determiners")
_POSSESSIVES = words("possessives")
_BEHIND = frozenset(("who", "that", "which", "but", "whose")) | _PUNCTUATION | _PREPOSITIONS


def phrase_before(line: Line, last: int) -> Phrase:
    """The noun phrase that ends with token `last`, or before the aside that ends there."""
    lower = line.lower
    if last < 0 or (lower[last] in _PUNCTUATION and lower[last] not in _ASIDES):
        return None
    if lower[last] == ")" and "(" in lower[max(0, last - _BRACKET) : last]:
        return phrase_before(line, last - 2 - lower[last - 1 :: -1].index("("))
    if lower[last] in _ASIDES:
        return _before_aside(line, last)
    first = last
    while first > 0 and lower[first - 1] not in _BOUNDS:
        first -= 1
    if first and lower[first - 1] in {"who", "whose"}:
        return phrase_before(line, first - 2 - (lower[first - 2] == ","))
    return _without_adverbial(line, first, last + 1)


def phrase_after(line: Line, first: int) -> Phrase:
    """The noun phrase that begins with token `first`."""
    lower = line.lower
    if first >= len(lower) or lower[first] in _NO_HEAD:
        return None
    if lower[first] in PRONOUNS:
        return first, first + 1
    last = first + 1
    while lower[last] not in _BEHIND and lower[last] not in _TIMES:
        last += 1
    return first, last


def subject(line: Line, i: int, actions: frozenset[str]) -> Phrase:
    """The subject of the sentence that contains token `i`; the words in `actions` end a subject."""
    lower, first = line.lower, _sentence_start(line, i)
    while first < i and (lower[first] in _PUNCTUATION or _opens(line, first)):
        comma = next((k for k in range(first, i) if lower[k] == ","), i)
        first = first + 1 if lower[first] in _PUNCTUATION else comma + 1
    if first >= i:
        return None
    if lower[first] in PRONOUNS:
        return first, first + 1
    end = first
    while end < i and lower[end] not in _VERB_OR_BOUND:
        word = lower[end]
        if end > first and (word in actions or word.endswith("ed")) and line.words[end] == word:
            break
        end += 1
    return (first, end) if end > first else None


def possessor(line: Line, i: int) -> Phrase:
    """The possessive that owns the noun at `i`: ``her`` claim, ``Mary Smith's`` recent claim."""
    written, lower = line.words, line.lower
    j = i - 1
    while j > max(-1, i - 4) and lower[j] not in _BOUNDS and not _is_possessive(written[j]):
        j -= 1
    if j < 0 or j == i - 4 or not _is_possessive(written[j]):
        return None
    first = j
    while first and written[first][0].isupper() and written[first - 1][0].isupper():
        first -= 1
    return first, j + 1


def _is_possessive(word: str) -> bool:
    return word.lower() in _POSSESSIVES or word.endswith(("'s", "s'"))


def _sentence_start(line: Line, i: int) -> int:
    while i > 0 and line.lower[i - 1] != END:
        i -= 1
    return i


def _before_aside(line: Line, last: int) -> Phrase:
    """The phrase that an apposition or other aside interrupts: the first one of its clause."""
    lower, first = line.lower, last
    while first > 0 and lower[first - 1] not in {END, QUOTE, ";", ":"}:
        first -= 1
    start = first
    for i in range(first, last + 1):
        if lower[i] in _ASIDES or lower[i] == "(":
            if i > start and not _opens(line, start) and not _is_dateline(line, start, i):
                return _without_adverbial(line, start, i)
            if i > start and (name := _behind_time(line, start, i)):
                return name
            start = i + 1
    return None


def _behind_time(line: Line, start: int, end: int) -> Phrase:
    """The name behind a time that opens a clause: ``On Monday Ann Roe``, ``Last night Ali Roe``."""
    name = _without_adverbial(line, start, end)
    if name is None or name[0] == start or not line.words[name[0]][0].isupper():
        return None
    return name if line.lower[name[0] - 1] in _TIMES | _DAYS else None


def _opens(line: Line, i: int) -> bool:
    """Whether an adverbial begins at token `i`: on Friday, citing them, alarmed by it.

    So does the rest of one before another: ``Borland`` in ``In Ost, Borland, on Friday, she said``.
    """
    lower = line.lower
    if lower[i] in _ADVERBIAL:
        return True
    if lower[i].endswith(("ing", "ed")) and lower[i + 1] == line.words[i + 1]:
        return (not i or lower[i - 1] in _PUNCTUATION) and lower[i + 1] not in AUXILIARIES
    return lower[i + 1] == "," and lower[i + 2] in _PREPOSITIONS and lower[i - 1] == ","


def _is_dateline(line: Line, start: int, end: int) -> bool:
    return start == 0 and all(word.isupper() for word in line.words[start:end])


def _without_adverbial(line: Line, first: int, end: int) -> Phrase:
    """The noun phrase in a run that may open or close with an adverbial."""
    written, lower = line.words, line.lower
    if first < end and lower[end - 1] in PRONOUNS:
        return end - 1, end
    while end - first > 1 and lower[end - 1] in _TIMES:
        end -= 1
    while end - first > 1 and lower[end - 1] in {"on", "last", "this", "earlier"}:
        end -= 1
    if first >= end or lower[first] not in _ADVERBIAL:
        return (first, end) if first < end else None
    start = end
    while start > first and written[start - 1][0].isupper() and lower[start - 1] not in _OPENERS:
        start -= 1
    while start < end and lower[start] in _TIMES:
        start += 1
    if start < end:
        return start, end
    while start > first and lower[start - 1] not in _LEADING:
        start -= 1
        if lower[start] in _DETERMINERS:
            break
    return (start, end) if start < end else None
