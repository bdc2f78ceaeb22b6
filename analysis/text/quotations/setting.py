"""How a quotation is written and what is next to it, in classes: what `features` describes readings by."""

import re
from bisect import bisect_left
from typing import NamedTuple

from analysis.text.quotations.cues import verbs
from analysis.text.quotations.marks import QuotedRun
from analysis.text.quotations.tokens import END, QUOTE, Line
from analysis.text.quotations.words import words

__all__ = ["Setting", "classify_neighbour", "classify_word", "round_up", "setting"]

_PERSONAL, _CONTEXT = words("personal"), words("context")
_WORKS, _TITLING = words("works"), words("titling")
_SHOWS, _SMALL = words("shows"), words("small words")
_PREPOSITIONS = words("prepositions") | {"for", "of"}
_CLAUSE = words("auxiliaries") | words("pronouns") | words("possessives")
_CLASSES = tuple(
    (name, words(name)) for name in ("titling", "telling", "mentions", "works", "determiners", "prepositions")
)
_NAMED = {END: "end", QUOTE: "quotation"}
# The next paragraph refers to a quotation that is a paragraph of its own.
_REFERENCE = re.compile(r'"?+[^\S\n]*+\n\s*+(?:So|Such|That|These|This|Those|With (?:that|these|those))\b')
_POINTS = ".,;:?!…'()[]"
_HEADLINE = 40  # tokens; no headline has as many
_LENGTHS = (1, 2, 3, 4, 6, 9, 19)


class Setting(NamedTuple):
    """How a quotation is written and what is around it, in classes.

    Attributes:
        closing: its last character: ``,``, ``.``, ``?`` or `word`.
        capital: `upper` or `lower`, by its first letter.
        before: the token before it, in classes.
        behind: the token behind it, in classes.
        length: how many words it has, in classes.
        size: how many words it has, at most one more than the last class.
        case: which words have capitals: `title` (all but small words such as "of"), `first`, `some`, `lower`,
            `all` or `none`; `headline` in a headline that capitalises every word. It is `title`, too, behind
            a word that says so (``headlined``) or beside a work that it names (``the study, "…",``).
        personal: `personal` if its speakers speak of themselves, or "".
        whole: `whole` if it looks like a whole sentence, or several, or "".
        first: `first` if it is in the first paragraph, or "".
        content: `show` if it is a title with a word from names of programmes, `small` if it is one with a
            small word inside; `clause` if it is no title and contains an auxiliary verb, a pronoun or a
            possessive; or "".
        stands: `alone` if it is a closed sentence of its own, with its stop, and a paragraph of its own only
            if it is a clause or the next paragraph refers to it (``That was the message``); `paragraph` if it
            is another paragraph of its own, as a crosshead is; `start` if it opens a sentence and ends with a
            comma; or "".
    """

    closing: str
    capital: str
    before: str
    behind: str
    length: int
    size: int
    case: str
    personal: str
    whole: str
    first: str
    content: str
    stands: str


def setting(text: str, run: QuotedRun, line: Line, at: int) -> Setting:
    """Describe the quoted run that is token `at` of its paragraph."""
    quoted = text[run.start : run.end].strip(" '")
    tokens = quoted.split(maxsplit=_LENGTHS[-1])[: _LENGTHS[-1] + 1]
    opening = " ".join(tokens)
    lower = [token.strip(_POINTS) for token in opening.lower().split()]
    last = quoted[-1:]
    closing = "." if last in ".…" else "?" if last in "?!" else "," if last == "," else "word"
    before = classify_neighbour(line, at - 1, (",", ":", "that"))
    if at and line.lower[at - 1] in _PREPOSITIONS:
        before = "preposition"
    behind = classify_neighbour(line, at + 1, (",", "."))
    is_clause, is_personal = not _CLAUSE.isdisjoint(lower), not _PERSONAL.isdisjoint(lower)
    case = _case(opening)
    if not run.paragraph and _is_headline(line):
        case = "headline"  # everything has a capital there
    elif _is_named(line, at, closing, is_clause=is_clause):
        case = "title"
    stands = _stands(before, behind, closing) if run.closed and case in {"first", "some", "title"} else ""
    if case == "title" and not (stands == "alone" and len(tokens) == 1):
        stands = ""  # of titles only one word, which may be the first of a sentence, too
    if (
        stands == "alone"
        and len(line.lower) == 2
        and not (is_clause or is_personal or _REFERENCE.match(text, run.end))
    ):
        stands = "paragraph"
    is_whole = case in {"first", "some"} and closing != "word" and before in {"end", "quotation", ",", ":"}
    return Setting(
        closing,
        "upper" if quoted.lstrip("[(")[:1].isupper() else "lower",
        before,
        behind,
        round_up(len(tokens), _LENGTHS),
        len(tokens),
        case,
        personal="personal" if is_personal else "",
        whole="whole" if len(tokens) > 3 and is_whole else "",
        first="" if run.paragraph else "first",
        content=_content(opening, lower) if case == "title" else "clause" if is_clause else "",
        stands=stands,
    )


def classify_neighbour(line: Line, i: int, known: tuple[str, ...]) -> str:
    """The class of the token next to a quotation or cue: one of `known`, a break, or a word."""
    if not 0 <= i < len(line.lower):
        return "end"
    word = line.lower[i]
    return word if word in known else _NAMED.get(word, "word")


def classify_word(line: Line, i: int) -> str:
    """The class of the word next to a short quotation."""
    if i < 0:
        return "start"
    word, lower = line.words[i], line.lower[i]
    if not word[0].isalnum() or lower in _CONTEXT:
        return _NAMED.get(lower, lower)
    for name, members in _CLASSES:
        if lower in members:
            return name
    if lower.endswith(("'s", "s'")) or word[0].isupper():
        return "possessive" if "'" in lower[-2:] else "capital"
    verb = verbs().get(lower)
    return verb.strength if verb else "number" if word[0].isdigit() else "word"


def round_up(number: int, steps: tuple[int, ...]) -> int:
    """The smallest of `steps` that is not below the number; beyond the last step, the last one plus 1."""
    i = bisect_left(steps, number)
    return steps[i] if i < len(steps) else steps[-1] + 1


def _stands(before: str, behind: str, closing: str) -> str:
    """The class of what a quotation is to its sentence: `alone`, `start` or ""."""
    if before != "end":
        return ""
    return "alone" if behind == "end" and closing in {".", "?"} else "start" if closing == "," else ""


def _is_named(line: Line, at: int, closing: str, *, is_clause: bool) -> bool:
    """Whether the words before a quotation say that it is a title: ``headlined "…"``, ``the study, "…",``."""
    before = line.lower[max(0, at - 2) : at]
    if before and before[-1] in _TITLING:
        return True
    is_between_commas = before[1:] == [","] and (closing == "," or line.lower[at + 1] == ",")
    return is_between_commas and before[0] in _WORKS and not is_clause


def _is_headline(line: Line) -> bool:
    """Whether a paragraph is short and every long word in it, of three or more, begins with a capital."""
    large = [word for word in line.words[:_HEADLINE] if len(word) > 4]
    return len(line.words) < _HEADLINE and len(large) > 2 and all(word[0].isupper() for word in large)


def _content(opening: str, lower: list[str]) -> str:
    """The class of the words of a title: `show`, `small` or ""."""
    has_small = not _SMALL.isdisjoint(opening.split()[1:])
    return "show" if not _SHOWS.isdisjoint(lower) else "small" if has_small else ""


def _case(quoted: str) -> str:
    """The class of the capitals in a quotation's words."""
    spelled = [word for word in quoted.replace("-", " ").split() if word[0].isalpha()]
    if not spelled:
        return "none"
    if quoted.isupper() and len(spelled[0]) + len(spelled) > 4:
        return "all"
    large = [word[0].isupper() for word in spelled if word.strip(_POINTS).lower() not in _SMALL]
    if spelled[0][0].isupper():
        is_title = large and all(large) and (len(spelled) > 1 or len(spelled[0]) > 3)
        return "title" if is_title else "first"
    return "some" if any(large) else "lower"
