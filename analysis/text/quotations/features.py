"""The evidence for and against each reading of a quotation, as groups of features with weights.

The readings of a quotation are: a cue of its paragraph reports it; a cue of the sentence above reports it; it
continues the quotation before; it is speech of nobody who is named; it is not speech. A reading is described
by groups of classes: the kind of the group, then its classes. `feature_names` turns a group into features,
each with its own weight, such as ``place right 0 0 1``: the cue is to the right, one word away, with no
sentence end and no other quotation between.
"""

from bisect import bisect_left
from typing import NamedTuple

from analysis.text.quotations.cues import Cue, verbs
from analysis.text.quotations.marks import QuotedRun
from analysis.text.quotations.tokens import END, QUOTE, Line
from analysis.text.quotations.words import words

__all__ = [
    "LONG",
    "Group",
    "Setting",
    "above_features",
    "continuation_features",
    "cue_features",
    "feature_names",
    "nobody_features",
    "setting",
    "speechless_features",
]

Group = tuple[str | int, ...]  # the kind of the group, then classes

LONG = 7
_PERSONAL, _CONTEXT, _AUXILIARIES = words("personal"), words("context"), words("auxiliaries")
_WORKS, _STAGE, _MENTIONS = words("works"), words("stage"), words("mentions")
_NETWORKS, _SHOWS, _NAMING = words("networks"), words("shows"), words("naming")
_CLAUSE = words("auxiliaries") | words("pronouns") | words("possessives")
_PRONOUNS = words("pronouns") | words("relative")
_CLASSES = tuple((name, words(name)) for name in ("mentions", "works", "determiners", "prepositions"))
_NAMED = {END: "end", QUOTE: "quotation"}
_STEPS = (0, 1, 3, 8, 20)
_HEADLINE = 40  # tokens; no headline has as many
_LENGTHS = (1, 2, 3, 4, 6, 9, 19)

# Kind of group -> templates of its features, filled with its classes.
_TEMPLATES = {
    "cue": ("place {0} {1} {2} {3}", "order {0} {4}", "strength {0} {5}", "form {0} {6}", "next {0} {7}"),
    "put": ("closing {0} {1}", "capital {0} {2}", "before {0} {3}", "behind {0} {4}"),
    "speaker": ("speaker {0}", "speaker auxiliary {1}"),
    "above": ("{0}", "{0} {1}", "{0} {2}", "{0} before {3}", "{0} behind {4}", "{0} {5}"),
    "on": ("{0} {1} away", "{0} {2} words", "{0} {3}"),
    "nobody": ("nobody", "nobody closing {0}", "nobody {1}", "nobody {2}", "nobody {3}"),
    "none": ("none", "none case {0}", "none {1} words", "none {2}", "none {3}", "none {0} {1} words"),
    "long": ("none long before {0}",),
    "short": ("none closing {0}", "none {1}", "none {2}"),
    "beside": ("none before {1}", "none behind {2}", "none before {1} {0}", "none behind {2} {0}"),
    "hint": ("none {0}",),
}


class Setting(NamedTuple):
    """How a quotation is written and what is around it, in classes.

    Attributes:
        closing: its last character: ``,``, ``.``, ``?`` or `word`.
        capital: `upper` or `lower`, by its first letter.
        before: the token before it, in classes.
        behind: the token behind it, in classes.
        length: how many words it has, in classes.
        size: how many words it has, at most one more than the last class.
        case: which words have capitals: `title`, `first`, `some`, `lower`, `all` or `none`; `headline` in a
            headline that capitalises every word.
        personal: `personal` if its speakers speak of themselves, or "".
        whole: `whole` if it looks like a whole sentence, or several, or "".
        first: `first` if it is in the first paragraph, or "".
        content: `show` if it is a title with a word from names of programmes; `clause` if it is no title and
            contains an auxiliary verb, a pronoun or a possessive; or "".
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


def setting(text: str, run: QuotedRun, line: Line, at: int) -> Setting:
    """Describe the quoted run that is token `at` of its paragraph."""
    quoted = text[run.start : run.end].strip(" '")
    tokens = quoted.split(maxsplit=_LENGTHS[-1])[: _LENGTHS[-1] + 1]
    opening = " ".join(tokens)
    last = quoted[-1:]
    closing = "." if last in ".…" else "?" if last in "?!" else "," if last == "," else "word"
    before, case = _neighbour(line, at - 1, (",", ":", "that")), _case(opening)
    if not run.paragraph and _is_headline(line):
        case = "headline"  # everything has a capital there
    is_whole = case in {"first", "some"} and closing != "word" and before in {"end", "quotation", ",", ":"}
    return Setting(
        closing,
        "upper" if quoted.lstrip("[(")[:1].isupper() else "lower",
        before,
        _neighbour(line, at + 1, (",", ".")),
        _step(len(tokens), _LENGTHS),
        len(tokens),
        case,
        personal="" if _PERSONAL.isdisjoint(opening.lower().split()) else "personal",
        whole="whole" if len(tokens) > 3 and is_whole else "",
        first="" if run.paragraph else "first",
        content=_content(case, opening.lower().split()),
    )


def cue_features(line: Line, at: int, cue: Cue, quotation: Setting) -> list[Group] | None:
    """The features of a cue in the quotation's paragraph; None if it is too far away."""
    first, last = cue.start, cue.end
    if cue.speaker and (cue.speaker[0] > at) == (first > at):
        first, last = min(first, cue.speaker[0]), max(last, cue.speaker[1])
    side, between = ("right", line.lower[at + 1 : first]) if first > at else ("left", line.lower[last:at])
    ends, quotations = between.count(END), between.count(QUOTE)
    if quotations > 4 or ends > (cue.verb.strength != "seldom") + (side == "left"):
        return None
    behind = _neighbour(line, last, (",", ".", ":", "that"))
    distance = _step(len(between), _STEPS)
    near = "near" if not (ends or quotations) else "far"
    return [
        (
            "cue",
            side,
            ends,
            min(quotations, 2),
            distance,
            cue.order,
            cue.verb.strength,
            cue.verb.form,
            behind,
        ),
        ("put", f"{side} {near}", *quotation[:4]),
        ("speaker", _speaker(line, cue), cue.order if _is_clause(line, cue) else ""),
    ]


def above_features(line: Line, cue: Cue, quotation: Setting, *, alone: bool) -> list[Group]:
    """The features of a cue in the last sentence of the paragraph above.

    Args:
        line: that paragraph.
        cue: the cue in it.
        quotation: the quotation.
        alone: whether no other quotation follows in its own paragraph.
    """
    colon = "colon" if line.lower[-2:-1] == [":"] else "no colon"
    key = f"above {colon} {'quotation' if QUOTE in line.lower[cue.start :] else 'none'}"
    which = "alone" if alone else "first"
    return [("above", key, cue.verb.strength, cue.order, quotation.before, quotation.behind, which)]


def continuation_features(
    between: list[str] | None, gap: int, quotation: Setting, *, closed: bool
) -> list[Group]:
    """The features of continuing the quotation before.

    Args:
        between: the tokens between the two in one paragraph; None if they are in different ones.
        gap: how many paragraphs above the other one is.
        quotation: the quotation.
        closed: whether the other has a closing mark.
    """
    if between is None:
        key, distance = f"on paragraph {min(gap, 2)}", 0
    else:
        key, distance = f"on sentence {min(between.count(END), 1)}", _step(len(between), _STEPS)
    marks = "closed" if closed else "open"
    return [("on", key, distance, quotation.length, marks), ("put", key, *quotation[:4])]


def speechless_features(line: Line, at: int, quotation: Setting) -> list[Group]:
    """The features of not being speech."""
    case, before = quotation.case, quotation.before
    own = ("none", case, quotation.length, quotation.whole, quotation.content)
    if quotation.size >= LONG:
        return [own, ("long", before)]
    first = quotation.first and f"first {case}"
    return [
        own,
        ("short", quotation.closing, quotation.personal, first),
        ("beside", case, _word_class(line, at - 1), _word_class(line, at + 1)),
        *_hints(line.lower[max(0, at - 6) : at], "left", case),
        *_hints(line.lower[at + 1 : at + 4], "right", case),
    ]


def nobody_features(quotation: Setting) -> list[Group]:
    """The features of being speech of nobody who is named."""
    return [("nobody", quotation.closing, quotation.personal, quotation.whole, quotation.first)]


def feature_names(group: Group) -> list[str]:
    """The names of the features in a group; an empty class ("") gives none."""
    spelled = (template.format(*group[1:]) for template in _TEMPLATES[str(group[0])])
    return [name for name in spelled if not name.endswith(" ")]


def _hints(near: list[str], side: str, case: str) -> list[Group]:
    """The features of the words near a short quotation."""
    kinds = (
        ("work", _WORKS),
        ("stage", _STAGE),
        ("mention", _MENTIONS),
        ("network", _NETWORKS),
        ("naming", _NAMING),
    )
    return [("hint", f"{kind} {side} {case}") for kind, known in kinds if not known.isdisjoint(near)]


def _speaker(line: Line, cue: Cue) -> str:
    """The kind of a cue's speaker: the pronoun itself, `name`, `description` or `none`."""
    if cue.speaker is None:
        return "none"
    first, last = cue.speaker
    word = line.lower[first]
    if last - first == 1 and word in _PRONOUNS:
        return word
    return "name" if line.words[first][0].isupper() else "description"


def _is_clause(line: Line, cue: Cue) -> bool:
    """Whether the mention of a speaker contains an auxiliary verb, so that it is not a mention."""
    return cue.speaker is not None and not _AUXILIARIES.isdisjoint(line.lower[slice(*cue.speaker)])


def _neighbour(line: Line, i: int, known: tuple[str, ...]) -> str:
    """The class of the token next to a quotation or cue: one of `known`, a break, or a word."""
    if not 0 <= i < len(line.lower):
        return "end"
    word = line.lower[i]
    return word if word in known else _NAMED.get(word, "word")


def _word_class(line: Line, i: int) -> str:
    """The class of the word next to a short quotation."""
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


def _is_headline(line: Line) -> bool:
    """Whether a paragraph is short and every long word in it begins with a capital."""
    large = [word for word in line.words[:_HEADLINE] if len(word) > 4]
    return len(line.words) < _HEADLINE and bool(large) and all(word[0].isupper() for word in large)


def _content(case: str, tokens: list[str]) -> str:
    """The class of a quotation's words: `show`, `clause` or ""."""
    if case == "title":
        return "" if _SHOWS.isdisjoint(tokens) else "show"
    return "" if _CLAUSE.isdisjoint(tokens) else "clause"


def _case(quoted: str) -> str:
    spelled = [word for word in quoted.replace("-", " ").split() if word[0].isalpha()]
    if not spelled:
        return "none"
    if quoted.isupper() and len(spelled[0]) + len(spelled) > 4:
        return "all"
    large = [word[0].isupper() for word in spelled if len(word) > 3]
    if spelled[0][0].isupper():
        return "title" if large and all(large) else "first"
    return "some" if any(large) else "lower"


def _step(number: int, steps: tuple[int, ...]) -> int:
    """The smallest of `steps` that is not below the number; beyond the last step, the last one plus 1."""
    i = bisect_left(steps, number)
    return steps[i] if i < len(steps) else steps[-1] + 1
