"""Furniture inside a paragraph: links, markup and handles between or within its sentences.

Patterns find what its form gives away. What only repetition gives away are sentences of `repetition.Habits`.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import NamedTuple

from analysis.text.cleaning.lines import Line, shape_lines
from analysis.text.cleaning.pieces import hash_words, list_runs, split_sentences
from analysis.text.cleaning.repetition import Habits

__all__ = ["Insert", "cut_inserts"]

_VERB = (
    r"(?:read|see|watch|listen|related|also read|read also|see also|more|click|recommended|don['’]t miss"
    r"|in pictures)"
)
_WHERE = r"(?:here|above|below|now|more|also|next|this)"
_BELOW = (
    r"(?:below|after) ?(?:this |the )?(?:ad(?:vert(?:isement)?)?|video|image|gallery|newsletter|graphic"
    r"|map)?\b"
)
# All but the last alternative begin with a sign or a word that is rare within sentences.
_PATTERNS: tuple[str, ...] = (
    rf"[(\[](?i:{_VERB}(?: {_WHERE})?(?: \w+){{0,3}}) ?[:|»>–—-] ?[A-Z\d\"“‘][^()\[\]]{{2,160}}[)\]]",
    (
        r"(?i:[(\[](?:(?:click|tap)|(?:read|see|watch|listen) [\w’'-]++ [\w’'-]++)\b[^()\[\]]{0,80}"
        r"\b(?:here|below|above|more)[^()\[\]]{0,40}[)\]])"
    ),
    r"(?i:\((?:opens in (?:a )?new (?:window|tab)|external link|this link is external)\))",
    r"(?i:[(\[](?:photo|video|image|audio|embed|gallery|graphic|tweet|advertisement|ad|map|chart)s?[)\]])",
    (
        r"<(?:tweet|instagram|facebook|blockquote|iframe)\b[^<>]{0,300}>[^<>]{0,400}</?(?:tweet|instagram"
        r"|facebook|blockquote|iframe)/?>"
    ),
    r"</?(?:tweet|instagram|facebook|blockquote|iframe|img|figure|div|span|br|em|strong|hr)\b[^<>]{0,300}>",
    r"(?:https?://)?(?:pic\.twitter\.com|t\.co)/\w{1,20}",
    rf"(?i:(?:article|story|post|text|report) continues {_BELOW})",
    rf"(?i:advertisement ?[-–—:] ?(?:article|story|text|scroll|continue)[^.!?]{{0,40}}{_BELOW})",
    r"(?<=[a-z.!?\"”)])(?:ADVERTISEMENT|Advertisement)(?=[A-Z\"“ ]|$)",
    # A link between two sentences, up to the end of the line or to where the next sentence is glued to it.
    (
        r"(?:(?<=[.!?\"”])|(?<=[.!?\"”] ))(?:READ(?: MORE| ALSO| NEXT| NOW)?|SEE(?: ALSO| MORE)?|WATCH(?: NOW"
        r"| LIVE)?|RELATED(?: \w{3,12})?"
        r"|ALSO READ|MORE|LISTEN|Read (?:more|also|next)|Also read|See also|Related(?: story| stories"
        r"| article| news)?|More)"
        r" ?[:|»>–—] ?[^.!?|]{5,120}?(?:(?<=[a-z\d])(?=[A-Z][a-z]+ [a-z])|(?<=[a-z\d?!])$)"
    ),
    # An invitation that is a sentence of its own within a paragraph.
    (
        r"(?:(?<=[.!?\"”])|(?<=[.!?\"”] ))(?:Click|Tap|Subscribe|Sign up|Follow us|Follow our|Download (?:the"
        r"|our)|Join (?:us|our)"
        r"|Get (?:the|our|all the)|Read our|Check out our|Listen to our|Watch our)\b[^.!?]{0,100}?\b(?:here"
        r"|below|above|now|newsletters?"
        r"|app|alerts?|updates|channels?|podcasts?|WhatsApp|Telegram|Twitter|Facebook|Instagram|YouTube"
        r"|X)\b[^.!?]{0,20}(?:[.!]|$)"
    ),
    # The same, glued into a running sentence by a lost link: it begins with a capital in its middle.
    (
        r"(?<=[a-z,] )(?:Read more|Read also|Also read|See also|Click here|Read More|Also Read|READ MORE"
        r"|ALSO READ|READ ALSO)"
        r"(?: ?[:|»>–—] ?(?:[A-Z\d][\w’'-]*+ ){2,14}| )(?=[a-z])"
    ),
)
_FIND = re.compile("|".join(f"(?:{pattern})" for pattern in _PATTERNS))
# What a line must contain for any of the patterns to match.
_HINT = re.compile(
    r"[(\[<]|pic\.tw|t\.co/|ontinues|dvertisement|ADVERT|READ|RELATED|SEE|WATCH|MORE|LISTEN|Read|Related"
    r"|See also|Also|More ?[:|]"
    r"|Click|Tap|Subscribe|Sign up|Follow (?:us|our)|Download|Join|Get |Check|Listen|Watch"
)
_BLANKS = re.compile(r"\s{2,}")
_BEFORE_MARK = re.compile(r" (?=[.,;:!?](?:\s|$))")
_WORDS_OF_A_PARAGRAPH = 16
_LEAST_LEFT = 3  # words: a shorter rest is part of the furniture


class Insert(NamedTuple):
    """What was cut out of a line: the line's number, the rule and the words."""

    line: int
    rule: str
    text: str


def cut_inserts(
    lines: Iterable[Line],
    habits: Habits,
    own: Callable[[str], Sequence[str]] | None = None,
) -> tuple[list[Line], list[Insert]]:
    """Cut furniture out of lines; a line that is furniture by its wording is left whole.

    Args:
        lines: the lines of an article.
        habits: what its source repeats.
        own: finds what a user's patterns remove from a line.

    Returns:
        The lines without it, and what was cut.
    """
    kept, inserts = list[Line](), list[Insert]()
    for line in lines:
        rest = line.text
        if not line.worded or _is_prose_with_insert(line):
            for rule, cut in (("insert", _cut_patterns), ("repeated", partial(_cut_repeated, habits))):
                rest, found = cut(rest)
                inserts += (Insert(line.number, rule, text) for text in found)
        for text in own(rest) if own else ():
            rest = _tidy(rest.replace(text, " "))
            inserts.append(Insert(line.number, "own pattern", text))
        kept += [line] if rest is line.text else shape_lines([(line.number, rest)])
    return kept, inserts


def _is_prose_with_insert(line: Line) -> bool:
    """Whether a paragraph is furniture by its wording only because of what is inserted."""
    rest, found = _cut_patterns(line.text) if line.words >= _WORDS_OF_A_PARAGRAPH else ("", [])
    left = shape_lines([(line.number, rest)]) if found else []
    return any(own.prose and not own.worded for own in left)


def _cut_patterns(line: str) -> tuple[str, list[str]]:
    if not _HINT.search(line):
        return line, []
    found = [text for match in _FIND.finditer(line) if (text := match[0].strip())]
    rest = _tidy(_FIND.sub(" ", line)) if found else line
    # A line that is nothing else is left to the rules for whole lines.
    return (rest, found) if found and len(rest.split()) >= _LEAST_LEFT else (line, [])


def _cut_repeated(habits: Habits, line: str) -> tuple[str, list[str]]:
    pieces = split_sentences(line) if habits.sentences else []
    repeated = [piece for piece in pieces if hash_words(piece) in habits.sentences]
    if repeated and len(repeated) < len(pieces):
        line = " ".join(piece for piece in pieces if piece not in repeated)
    else:
        repeated = []
    for run in reversed([*list_runs(line)] if habits.runs else []):
        if ends := [end for end, key in run.ends if key in habits.runs]:
            repeated.append(line[run.start : ends[-1]])
            line = _tidy(f"{line[: run.start]} {line[ends[-1] :]}")
    return line, repeated


def _tidy(text: str) -> str:
    """One blank where something was cut out, and none before a mark."""
    return _BEFORE_MARK.sub("", _BLANKS.sub(" ", text)).strip()
