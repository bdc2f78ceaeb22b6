"""The choices: what could as well have been counted, each with its reason, and what is not varied."""

from collections.abc import Sequence
from typing import NamedTuple, get_args

import pandas as pd

from analysis.measures.registry import find_measure
from analysis.results.copies import Copies

__all__ = [
    "CHOICES",
    "COPIES",
    "HEADINGS",
    "Choice",
    "Variant",
    "explain_option",
    "label_option",
    "list_fixed",
    "list_options",
    "list_variants",
]


class Choice(NamedTuple):
    """One option of a choice, as keyed in tables and as figures write it, and why it is reasonable."""

    choice: str
    option: str
    label: str
    why: str


CHOICES: tuple[Choice, ...] = (
    Choice("text", "body", "body", "what the article says, without what the page adds"),
    Choice("text", "headlined", "headline and body", "a headline is written by the outlet and read first"),
    Choice("text", "narration", "narration only", "a source did not write the words that it quotes"),
    Choice("text", "whole", "whole file", "a count without cleaning; quotations are still those of the body"),
    Choice("sentences", "own", "this project's", "knows abbreviations and initials, ends at each paragraph"),
    Choice("sentences", "cut", "cut at . ! ?", "what textstat does, and most scripts do"),
    Choice("engine", "published", "published", "the formulas and the hard words of their papers"),
    Choice("engine", "textstat", "textstat", "the most common library; it has its own sentence splitter"),
    Choice("quoted", "direct", "direct quotations", "words that somebody is reported to have said"),
    Choice(
        "quoted",
        "marked",
        "all between marks",
        "a plain count of quotation marks also finds titles and irony",
    ),
    Choice("copies", "keep", "kept", "the outlet chose to print the text"),
    Choice("copies", "once", "counted once", "one text is one text, whoever prints it"),
    Choice("copies", "leave out", "left out", "a text that several print says nothing about any of them"),
    Choice("unit", "event", "paired by event", "removes what makes one event longer or harder than another"),
    Choice(
        "unit", "article", "mean of articles", "also uses articles on events that the other does not report"
    ),
    Choice("unit", "word", "weighted by words", "every word counts the same, so long articles count more"),
    Choice("without", "0", "none", "every article is part of the corpus"),
    Choice("without", "1", "the most influential", "one unusual article should not decide a result"),
    Choice(
        "without",
        "3",
        "the three most influential",
        "nor should three; one article in ten is left out at most",
    ),
)
HEADINGS = {
    "score": "Score",
    "text": "Text",
    "sentences": "Sentences",
    "engine": "Engine",
    "quoted": "Quoted",
    "copies": "Shared text",
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
        "textstat has no narration only: its sentences have no voice",
    ),
    (_QUOTATION, "text", "quotations are found in the body; the rest of the file rarely quotes anybody"),
    (_QUOTATION, "sentences", "this project's: a cut at . ! ? runs through quotations"),
    (
        ("terms_per_1000",),
        "text",
        "terms are counted in headline and body only, not in what cleaning removed",
    ),
    (_LENGTH, "unit", "a length is not weighted by itself"),
)
_AS_DEFINED = "the measure is counted in one way only, as it is defined"


class Variant(NamedTuple):
    """What is counted in an article: an option of each choice, empty where it makes no difference."""

    score: str
    text: str = ""
    sentences: str = ""
    engine: str = ""
    quoted: str = ""


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


def list_variants(name: str) -> list[Variant]:
    """All that could be counted in place of a measure, first the measure as it is defined.

    A measure that is not in the tables of this module has one variant, its own value.
    """
    family = next((family for family in _FAMILIES if name in family), ())
    scores = (name, *(score for score in family if score != name))
    return [Variant(score, *options) for score in scores for options in _VARIANTS.get(score, ((),))]


def list_fixed(name: str) -> pd.DataFrame:
    """What is not varied in a measure: columns choice, reason."""
    rows = [(HEADINGS[choice], why) for names, choice, why in _FIXED if name in names]
    if name not in _VARIANTS:
        rows = [(HEADINGS["text"], _AS_DEFINED)]
    return pd.DataFrame(rows, columns=["choice", "why it is not varied"])


def explain_option(choice: str, option: str) -> str:
    """Why an option is reasonable."""
    if choice == "score":
        return f"for the same question: {find_measure(option).definition}"
    return _find_choice(choice, option).why


def label_option(choice: str, option: str) -> str:
    """An option as figures write it."""
    return find_measure(option).label if choice == "score" else _find_choice(choice, option).label


def list_options(choice: str) -> Sequence[str]:
    """The options of a choice other than the score, in the order in which they are shown."""
    return [one.option for one in CHOICES if one.choice == choice]


def _find_choice(choice: str, option: str) -> Choice:
    return next(one for one in CHOICES if (one.choice, one.option) == (choice, option))
