"""What speaks for and against each reading of a quotation, as the names of weighed features.

The readings of a quotation are: a cue of its paragraph reports it; a cue of the sentence above does;
it goes on with the quotation before; it is speech of nobody named; it is no speech. Each reading has
features that hold or do not hold, such as ``place right 0 0 1`` (the cue stands to the right, no
sentence end and no other quotation between, one word away).
"""

import re
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from analysis.measures.quotes.cues import Cue, Verb, verbs
from analysis.measures.quotes.marks import Quoted
from analysis.measures.quotes.tokens import END, QUOTE, Line
from analysis.measures.quotes.words import words

__all__ = [
    "LONG",
    "Features",
    "Setting",
    "above_features",
    "cue_features",
    "nobody_features",
    "on_features",
    "setting",
    "speechless_features",
]

Features = list[tuple[str, ...]]  # in groups that many readings have in common

LONG = 7
_PERSONAL, _CONTEXT, _AUXILIARIES = words("personal"), words("context"), words("auxiliaries")
_WORKS, _STAGE, _MENTIONS = words("works"), words("stage"), words("mentions")
_PRONOUNS = words("pronouns") | words("relative")
_CLASSES = tuple((name, words(name)) for name in ("mentions", "works", "determiners", "prepositions"))
_NAMED = {END: "end", QUOTE: "quotation"}
_STEPS = (0, 1, 3, 8, 20)
_LENGTHS = (1, 2, 3, 4, 6, 9, 19)


class Setting(NamedTuple):
    """How a quotation is put, in classes.

    Attributes:
        closing: its last character: ``,``, ``.``, ``?`` or `word`.
        capital: `upper` or `lower`, by its first letter.
        before: the token before it, in classes.
        behind: the token behind it, in classes.
        length: its words, in classes.
        size: its words, at most one more than the last class.
        case: `title`, `first`, `some`, `lower`, `all` or `none`: where it has capitals.
        personal: whether its speaker speaks of himself or herself.
    """

    closing: str
    capital: str
    before: str
    behind: str
    length: int
    size: int
    case: str
    personal: bool


def setting(text: str, run: Quoted, line: Line, at: int) -> Setting:
    """Describe the quoted run that is token `at` of its paragraph."""
    quoted = text[run.start : run.end].strip(" '")
    tokens = quoted.split(maxsplit=_LENGTHS[-1])[: _LENGTHS[-1] + 1]
    last = quoted[-1:]
    closing = "." if last in ".…" else "?" if last in "?!" else "," if last == "," else "word"
    return Setting(
        closing,
        "upper" if quoted.lstrip("[(")[:1].isupper() else "lower",
        _beside(line, at - 1, (",", ":", "that")),
        _beside(line, at + 1, (",", ".")),
        _step(len(tokens), _LENGTHS),
        len(tokens),
        _case(tokens),
        not _PERSONAL.isdisjoint(map(str.lower, tokens)),
    )


def cue_features(line: Line, at: int, cue: Cue, quotation: Setting) -> Features | None:
    """The features of a cue in the quotation's paragraph; None where it stands too far off."""
    first, last = cue.start, cue.end
    if cue.speaker:
        first, last = min(first, cue.speaker[0]), max(last, cue.speaker[1])
    side, between = ("right", line.lower[at + 1 : first]) if first > at else ("left", line.lower[last:at])
    ends, quotations = between.count(END), between.count(QUOTE)
    if quotations > 4 or ends > (cue.verb.strength != "seldom") + (side == "left"):
        return None
    where = f"{side} {min(ends, 2)} {min(quotations, 2)}"
    behind = _beside(line, last, (",", ".", ":", "that"))
    return [
        _of_cue(where, _step(len(between), _STEPS), cue.order, cue.verb, behind),
        _of_quotation(where, quotation[:4]),
        *_of_speaker(line, cue),
    ]


@lru_cache(65536)
def _of_cue(where: str, distance: int, order: str, verb: Verb, behind: str) -> tuple[str, ...]:
    return (
        f"place {where} {distance}",
        f"order {where} {order}",
        f"strength {where} {verb.strength}",
        f"form {where[:-2]} {verb.form}",
        f"next {where} {behind}",
    )


@lru_cache(65536)
def _of_quotation(where: str, put: tuple[str, str, str, str]) -> tuple[str, ...]:
    closing, capital, before, behind = put
    return (
        f"closing {where} {closing}",
        f"capital {where} {capital}",
        f"before {where} {before}",
        f"behind {where} {behind}",
    )


def above_features(line: Line, cue: Cue, quotation: Setting, *, alone: bool) -> Features:
    """The features of a cue in the last sentence of the paragraph above.

    Args:
        line: that paragraph.
        cue: the cue in it.
        quotation: the quotation.
        alone: whether no other quotation follows in its own paragraph.
    """
    colon = "colon" if line.lower[-2:-1] == [":"] else "no colon"
    key = f"above {colon} {'quotation' if QUOTE in line.lower[cue.start :] else 'none'}"
    about_cue = (key, f"{key} {cue.verb.strength}", f"{key} {cue.order}")
    about_quotation = (
        f"{key} before {quotation.before}",
        f"{key} behind {quotation.behind}",
        f"{key} {'alone' if alone else 'first'}",
    )
    return [about_cue, about_quotation]


def on_features(between: list[str] | None, gap: int, quotation: Setting, *, closed: bool) -> Features:
    """The features of going on with the quotation before.

    Args:
        between: the tokens between the two in one paragraph; None in different ones.
        gap: how many paragraphs the other stands above.
        quotation: the quotation.
        closed: whether the other has a closing mark.
    """
    if between is None:
        key = f"on paragraph {min(gap, 3)}"
        place = key
    else:
        key = f"on sentence {min(between.count(END), 2)}"
        place = f"{key} {_step(len(between), _STEPS)}"
    size = (f"{key} {quotation.length} words", f"{key} {'closed' if closed else 'open'}")
    return [(f"{place} place",), _of_quotation(key, quotation[:4]), size]


def speechless_features(line: Line, at: int, quotation: Setting, *, first: bool) -> Features:
    """The features of being no speech; `first` is whether the paragraph is the first."""
    case, length = quotation.case, quotation.length
    found = ["none", f"none {length} words", f"none case {case}"]
    if _is_sentence(quotation):
        found.append("none whole")
    if quotation.size >= LONG:
        return [(*found, f"none long before {quotation.before}")]
    before = _word_class(line, at - 1)
    behind = _word_class(line, at + 1)
    left = line.lower[max(0, at - 6) : at]
    right = line.lower[at + 1 : at + 4]
    found += [
        f"none closing {quotation.closing} {length}",
        f"none closing {quotation.closing} behind {behind}",
        f"none before {before}",
        f"none before {before} {case}",
        f"none behind {behind}",
        f"none behind {behind} {case}",
        f"none sentence {_sentence_strength(line, at)}",
    ]
    for name, near in (("left", left), ("right", right)):
        if not _WORKS.isdisjoint(near):
            found.append(f"none work {name} {case}")
        if not _STAGE.isdisjoint(near):
            found.append(f"none stage {name} {case}")
        if not _MENTIONS.isdisjoint(near):
            found.append(f"none mention {name}")
    if quotation.personal:
        found.append("none personal")
    if first:
        found.append(f"none first {case}")
    return [tuple(found)]


def nobody_features(line: Line, at: int, quotation: Setting, *, first: bool) -> Features:
    """The features of being speech of nobody named; `first` is whether the paragraph is the first."""
    found = [
        "nobody",
        f"nobody {quotation.length} words",
        f"nobody case {quotation.case}",
        f"nobody closing {quotation.closing}",
        f"nobody sentence {_sentence_strength(line, at)}",
    ]
    if _is_sentence(quotation):
        found.append("nobody whole")
    if quotation.personal:
        found.append("nobody personal")
    if first:
        found.append("nobody first")
    return [tuple(found)]


def _is_sentence(quotation: Setting) -> bool:
    """Whether a quotation looks like a whole sentence, or several."""
    return (
        quotation.size > 3
        and quotation.case in {"first", "some"}
        and quotation.before in {"end", "quotation", ",", ":"}
        and quotation.closing != "word"
    )


def _of_speaker(line: Line, cue: Cue) -> Features:
    if cue.speaker is None:
        return []
    first, last = cue.speaker
    word = line.lower[first]
    kind = "name" if line.words[first][0].isupper() else "description"
    if last - first == 1 and word in _PRONOUNS:
        kind = word
    found: Features = [(f"speaker {kind}",)]
    if not _AUXILIARIES.isdisjoint(line.lower[first:last]):
        found.append((f"speaker auxiliary {cue.order}",))
    return found


def _beside(line: Line, i: int, known: tuple[str, ...]) -> str:
    """The class of a token beside a quotation or cue: one of `known`, a break, or just a word."""
    if not 0 <= i < len(line.lower):
        return "end"
    word = line.lower[i]
    return word if word in known else _NAMED.get(word, "word")


def _word_class(line: Line, i: int) -> str:
    """The class of the word beside a short quotation."""
    if i < 0:
        return "start"
    word, lower = line.words[i], line.lower[i]
    if not word[0].isalnum() or lower in _CONTEXT:
        return _NAMED.get(lower, lower)
    for name, members in _CLASSES:
        if lower in members:
            return name
    if lower.endswith(("'s", "s'")):
        return "possessive"
    if word[0].isupper():
        return "capital"
    verb = verbs().get(lower)
    return verb.strength if verb else "number" if word[0].isdigit() else "word"


def _sentence_strength(line: Line, at: int) -> str:
    """The strongest verb in the sentence of a quotation."""
    first, last = at, at
    while first and line.lower[first - 1] != END:
        first -= 1
    while line.lower[last] != END:
        last += 1
    table = verbs()
    found = {verb.strength for word in line.lower[first:last] if (verb := table.get(word))}
    return next((strength for strength in ("strong", "often", "seldom") if strength in found), "none")


_LETTERS = re.compile(r"[^\W\d_]")


def _case(tokens: list[str]) -> str:
    spelled = [word for token in tokens for word in token.split("-") if _LETTERS.match(word)]
    large = [word for word in spelled if len(word) > 3]
    if not spelled:
        return "none"
    if all(word.isupper() for word in spelled) and len(spelled[0]) + len(spelled) > 4:
        return "all"
    if spelled[0][0].isupper():
        return "title" if large and all(word[0].isupper() for word in large) else "first"
    return "some" if any(word[0].isupper() for word in large) else "lower"


def _step(number: int, steps: tuple[int, ...]) -> int:
    """The number, or the next of `steps` above it; beyond the last, one more than that."""
    i = bisect_left(steps, number)
    return steps[i] if i < len(steps) else steps[-1] + 1
