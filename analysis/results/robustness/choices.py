"""The choices: what could as well have been counted, each with its reason, and what is not varied."""

from collections.abc import Sequence
from typing import NamedTuple, get_args

import pandas as pd

from analysis.compare import measure
from analysis.compare.copies import Copies
from analysis.errors import ParameterError, listed

__all__ = ["CHOICES", "COPIES", "HEADINGS", "MEASURES", "Choice", "Variant", "checked", "choices", "variants"]


class Choice(NamedTuple):
    """One option of a choice, as keyed in tables and as figures write it, and why it is reasonable."""

    choice: str
    option: str
    label: str
    why: str


CHOICES: tuple[Choice, ...] = (
    Choice("text", "body", "body", "what the article says, without what the page adds"),
    Choice("text", "headlined", "headline and body", "a headline is written by the outlet and read first"),
    Choice("text", "narration", "narration alone", "a source did not write the words that it quotes"),
    Choice(
        "text", "whole", "whole file", "what is counted without cleaning; quotations are sought in the body"
    ),
    Choice("sentences", "own", "this project's", "knows abbreviations and initials, ends at each paragraph"),
    Choice("sentences", "cut", "cut at . ! ?", "what textstat does, and most scripts do"),
    Choice("engine", "published", "published", "the formulas and the hard words of their papers"),
    Choice("engine", "textstat", "textstat", "what is mostly used; it comes with its own sentences"),
    Choice("quoted", "direct", "direct quotations", "words that someone is said to have spoken"),
    Choice(
        "quoted", "marked", "all between marks", "what a count of quotation marks finds: titles and irony too"
    ),
    Choice("copies", "keep", "kept", "the outlet chose to print it"),
    Choice("copies", "once", "counted once", "one text is one text, whoever prints it"),
    Choice("copies", "leave out", "left out", "what several print tells nothing of any of them"),
    Choice(
        "unit", "event", "paired by event", "takes out what makes one story harder or longer than another"
    ),
    Choice(
        "unit", "article", "mean of articles", "uses the articles on events that the other does not tell too"
    ),
    Choice("unit", "word", "weighted by words", "what a reader meets word by word; long articles count more"),
    Choice("without", "0", "none", "every article is part of the corpus"),
    Choice("without", "1", "the most influential", "one odd article should not make a result"),
    Choice(
        "without",
        "3",
        "the three most influential",
        "nor should three; of fewer than ten a piece none is left out",
    ),
)
HEADINGS = {
    "score": "Score",
    "text": "Text",
    "sentences": "Sentences",
    "engine": "Engine",
    "quoted": "Quoted",
    "copies": "Shared copy",
    "unit": "Comparison",
    "without": "Left out",
}
COPIES: tuple[Copies, ...] = get_args(Copies)
_READABILITY = (
    "flesch_kincaid_grade",
    "flesch_reading_ease",
    "gunning_fog",
    "smog_index",
    "automated_readability_index",
    "coleman_liau_index",
    "dale_chall",
    "lix",
)
_QUOTATION = ("quoted_share", "quotations_per_1000", "quoted_sentences")
_LENGTH = ("words", "sentences", "paragraphs")
_FAMILIES = (_READABILITY, _QUOTATION, _LENGTH, ("words_per_sentence",), ("terms_per_1000",))
_FIXED = (
    (
        _READABILITY,
        "score",
        "Spache and McAlpine are for other readers, Linsear Write has no paper, RIX is like LIX",
    ),
    (
        (*_READABILITY, "words_per_sentence"),
        "text",
        "textstat has no narration alone: its sentences have no voice",
    ),
    (_QUOTATION, "text", "quotations are sought in the body: what else is in the file quotes hardly anybody"),
    (_QUOTATION, "sentences", "this project's: a naive cut runs through quotations"),
    (
        ("terms_per_1000",),
        "text",
        "terms are sought in headline and body alone, not in what cleaning removed",
    ),
    (_LENGTH, "unit", "a length is not weighted by itself"),
)
MEASURES: tuple[str, ...] = tuple(name for family in _FAMILIES for name in family)
"""The measures that have choices."""


class Variant(NamedTuple):
    """What is counted in an article: an option of each choice, empty where it makes no difference."""

    score: str
    text: str
    sentences: str
    engine: str
    quoted: str


_CUTS = (("own", "published"), ("cut", "published"), ("cut", "textstat"))
_TEXTS = ("body", "headlined", "whole")
# The options of a score that depend on each other, as (text, sentences, engine, quoted).
_SCORED = (*((text, *how, "") for text in _TEXTS for how in _CUTS), ("narration", "own", "published", ""))
_QUOTED = tuple((text, "", "", quoted) for text in _TEXTS for quoted in ("direct", "marked"))
_VARIANTS: dict[str, tuple[tuple[str, str, str, str], ...]] = {
    **dict.fromkeys((*_READABILITY, "words_per_sentence"), _SCORED),
    **dict.fromkeys(("quoted_share", "quotations_per_1000"), _QUOTED),
    "quoted_sentences": tuple((text, "", "", "direct") for text in _TEXTS),
    "words": (
        *((text, "", engine, "") for text in _TEXTS for engine in ("published", "textstat")),
        ("narration", "", "published", ""),
    ),
    "sentences": (
        *((text, cut, "", "") for text in _TEXTS for cut in ("own", "cut")),
        ("narration", "own", "", ""),
    ),
    "paragraphs": (("body", "", "", ""),),
    "terms_per_1000": tuple((text, "", "", "") for text in ("narration", "body", "headlined")),
}


def checked(name: str) -> str:
    """`name`, if it is a measure that has choices.

    Raises:
        ParameterError: it is none.
    """
    if name not in MEASURES:
        raise ParameterError(
            f'measure = "{name}" has no choices to compare',
            allowed=f"there are: {listed(MEASURES, most=40)}",
        )
    return name


def variants(name: str) -> list[Variant]:
    """All that could be counted in place of a measure, itself as it is defined first.

    Raises:
        ParameterError: the measure has no choices.
    """
    family = next(family for family in _FAMILIES if checked(name) in family)
    scores = (name, *(score for score in family if score != name))
    return [Variant(score, *options) for score in scores for options in _VARIANTS[score]]


def choices(name: str, used: pd.DataFrame) -> pd.DataFrame:
    """The options of a curve with their reasons, then what is not varied, for its reader.

    Args:
        name: of the measure.
        used: the options of its curve (`Curve.options`).

    Returns:
        Columns choice, option, why.
    """
    rows = [(row.heading, row.label, _why(row.choice, row.option)) for row in used.itertuples(index=False)]
    fixed = [(HEADINGS[choice], "not varied", why) for names, choice, why in _FIXED if name in names]
    return pd.DataFrame([*rows, *fixed], columns=["choice", "option", "why"])


def _why(choice: str, option: str) -> str:
    if choice == "score":
        return f"for the same question: {measure(option).definition}"
    return next(one.why for one in CHOICES if (one.choice, one.option) == (choice, option))


def label(choice: str, option: str) -> str:
    """An option as figures write it."""
    if choice == "score":
        return measure(option).label
    return next(one.label for one in CHOICES if (one.choice, one.option) == (choice, option))


def order(choice: str) -> Sequence[str]:
    """The options of a choice other than the score, in the order in which they are shown."""
    return [one.option for one in CHOICES if one.choice == choice]
