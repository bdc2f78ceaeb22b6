"""The evidence for and against each reading of a quotation, as groups of features with weights.

The readings of a quotation are: a cue of its paragraph reports it; a cue of the sentence above reports it; it
continues the quotation before; it is speech of nobody who is named; it is not speech. A reading is described
by groups of classes: the kind of the group, then its classes. `feature_names` turns a group into features,
each with its own weight, such as ``place right 0 0 1``: the cue is to the right, one word away, with no
sentence end and no other quotation between.
"""

from analysis.text.quotations.cues import Cue
from analysis.text.quotations.setting import Setting, classify_neighbour, classify_word, round_up, setting
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
_AUXILIARIES = words("auxiliaries")
_WORKS, _STAGE, _MENTIONS = words("works"), words("stage"), words("mentions")
_TELLING, _TITLING = words("telling"), words("titling")
_NETWORKS, _NAMING = words("networks"), words("naming")
_PRONOUNS = words("pronouns") | words("relative")
_STEPS = (0, 1, 3, 8, 20)

# Kind of group -> templates of its features, filled with its classes.
_TEMPLATES = {
    "cue": ("place {0} {1} {2} {3}", "order {0} {4}", "strength {0} {5}", "form {0} {6}", "next {0} {7}"),
    "put": (
        "closing {0} {1}",
        "capital {0} {2}",
        "before {0} {3}",
        "behind {0} {4}",
        "case {0} {5}",
    ),
    "speaker": ("speaker {0}", "speaker auxiliary {1}"),
    "above": ("{0}", "{0} {1}", "{0} {2}", "{0} before {3}", "{0} behind {4}", "{0} {5}"),
    "on": ("{0} {1} away", "{0} {2} words", "{0} {3}"),
    "nobody": ("nobody", "nobody closing {0}", "nobody {1}", "nobody {2}", "nobody {3}", "nobody {4}"),
    "none": (
        "none",
        "none case {0}",
        "none {1} words",
        "none {2}",
        "none {3}",
        "none {0} {1} words",
        "none {4}",
    ),
    "long": ("none long before {0}",),
    "short": ("none closing {0}", "none {1}", "none {2}"),
    "beside": (
        "none before {1}",
        "none behind {2}",
        "none before {1} {0}",
        "none behind {2} {0}",
        "none between {1} {2}",
    ),
    "hint": ("none {0}",),
}


def cue_features(line: Line, at: int, cue: Cue, quotation: Setting) -> list[Group] | None:
    """The features of a cue in the quotation's paragraph; None if it is too far away or reports no speech."""
    first, last = cue.start, cue.end
    if cue.speaker and (cue.speaker[0] > at) == (first > at):
        first, last = min(first, cue.speaker[0]), max(last, cue.speaker[1])
    side, between = ("right", line.lower[at + 1 : first]) if first > at else ("left", line.lower[last:at])
    ends, quotations = between.count(END), between.count(QUOTE)
    if _takes_a_name(line, cue, between, quotation) if side == "left" else _is_place(quotation):
        return None
    if quotations > 4 or ends > (cue.verb.strength != "seldom") + (side == "left"):
        return None
    behind = classify_neighbour(line, last, (",", ".", ":", "that"))
    distance = round_up(len(between), _STEPS)
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
        ("put", f"{side} {near}", *quotation[:4], quotation.case),
        ("speaker", _speaker(line, cue), cue.order if _is_clause(line, cue) else ""),
    ]


def _takes_a_name(line: Line, cue: Cue, between: list[str], quotation: Setting) -> bool:
    """Whether a verb before a quotation has it as its object or place, by its name.

    That is a programme that is told something (``told "Harbour Tonight" that``), a work that is given its
    title (``headlined "…"``, ``a painting, called "…"``), a title behind a preposition (``said on "…"``), and
    whatever is written as a title with small words inside (``wrote "The Wall and the Sea" in 1951``): speech
    would have a comma or colon before it.
    """
    if between:
        return quotation.case == "title" and len(between) == 1 and quotation.before == "preposition"
    word = line.lower[cue.end - 1]
    if word in _TELLING or word in _TITLING:
        return True
    is_named = word in _NAMING and cue.start > 0 and line.lower[cue.start - 1] == ","
    return quotation.case == "title" and (is_named or quotation.content == "small")


def _is_place(quotation: Setting) -> bool:
    """Whether a quotation is the title of where the next words are said: ``On "Newsnight," Smith said``."""
    return quotation.case == "title" and quotation.before == "preposition" and quotation.closing == ","


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
        key, distance = f"on sentence {min(between.count(END), 1)}", round_up(len(between), _STEPS)
    marks = "closed" if closed else "open"
    return [("on", key, distance, quotation.length, marks), ("put", key, *quotation[:4], quotation.case)]


def speechless_features(line: Line, at: int, quotation: Setting) -> list[Group]:
    """The features of not being speech."""
    case, before = quotation.case, quotation.before
    own = ("none", case, quotation.length, quotation.whole, quotation.content, quotation.stands)
    if quotation.size >= LONG:
        return [own, ("long", before)]
    first = quotation.first and f"first {case}"
    return [
        own,
        ("short", quotation.closing, quotation.personal, first),
        ("beside", case, classify_word(line, at - 1), classify_word(line, at + 1)),
        *_hints(line.lower[max(0, at - 6) : at], "left", case),
        *_hints(line.lower[at + 1 : at + 4], "right", case),
        *_names(line, at, quotation),
    ]


def nobody_features(quotation: Setting) -> list[Group]:
    """The features of being speech of nobody who is named."""
    own = quotation.closing, quotation.personal, quotation.whole, quotation.first, quotation.stands
    return [("nobody", *own)]


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


def _names(line: Line, at: int, quotation: Setting) -> list[Group]:
    """The features of a place where the title of a work, a programme or a nickname is written."""
    before, behind = classify_word(line, at - 1), classify_word(line, at + 1)
    found = []
    if quotation.case == "title":
        near = {*line.lower[max(0, at - 4) : at]}
        is_work = before in {"works", "titling"} or behind == "works" or not _NETWORKS.isdisjoint(near)
        is_work = is_work or (before == "," and classify_word(line, at - 2) == "works")
        found += ["work"] if is_work else ["place"] if quotation.before == "preposition" else []
    if _is_nickname(line, at, quotation.size):
        found.append("nickname")
    return [("hint", f"named {kind}") for kind in found]


def _is_nickname(line: Line, at: int, size: int) -> bool:
    """Whether a quotation of one or two words is between the parts of a name: ``Tomas "Bear" Okafor``."""
    around = (line.words[at - 1] if at else END, line.words[at + 1])
    return size <= 2 and all(word[0].isupper() for word in around)


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
