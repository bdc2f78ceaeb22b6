"""The scores in one table, each with its unit, direction, source and least text."""

from collections.abc import Callable
from math import nan
from typing import Literal, NamedTuple

from analysis.measures.readability import formulas
from analysis.measures.readability.counting import Counts

__all__ = ["COUNTS", "NO_TEXT", "SCORES", "Score", "score_one", "score_published"]


class Score(NamedTuple):
    """A readability score of the engine `published`; its name in tables is that of the formula.

    Attributes:
        formula: how it is computed; its docstring names the paper in full.
        unit: what one is.
        source: author and year of the formula.
        papers: keys of the project's bibliography.
        textstat: the function of textstat that is meant to give the same; "" where none is.
        direction: what a higher value means.
        least: the least text that has the score, counted in `of`.
        of: what `least` counts.
        reason: why a shorter text has none.
    """

    formula: Callable[[Counts], float]
    unit: str
    source: str
    papers: tuple[str, ...]
    textstat: str = ""
    direction: Literal["higher = harder", "higher = easier"] = "higher = harder"
    least: int = 100
    of: Literal["words", "sentences"] = "words"
    reason: str = "the formula was developed on samples of at least 100 words"

    @property
    def name(self) -> str:
        """Its name in tables."""
        return self.formula.__name__


NO_TEXT = "no sentence with a word"
_NO_LEAST = "no minimum length is known for it, so that of the other formulas is used"

SCORES: tuple[Score, ...] = (
    Score(
        formulas.flesch_reading_ease,
        "points",
        "Flesch 1948",
        ("flesch1948",),
        "flesch_reading_ease",
        direction="higher = easier",
    ),
    Score(
        formulas.flesch_kincaid_grade,
        "grade",
        "Kincaid et al. 1975",
        ("kincaid1975",),
        "flesch_kincaid_grade",
    ),
    Score(formulas.gunning_fog, "grade", "Gunning 1952", ("gunning1952",), "gunning_fog"),
    Score(
        formulas.smog_index,
        "grade",
        "McLaughlin 1969",
        ("mclaughlin1969",),
        "smog_index",
        least=30,
        of="sentences",
        reason="the formula asks for a sample of 30 sentences",
    ),
    Score(
        formulas.automated_readability_index,
        "grade",
        "Senter and Smith 1967",
        ("senter1967",),
        "automated_readability_index",
        reason=_NO_LEAST,
    ),
    Score(
        formulas.coleman_liau_index, "grade", "Coleman and Liau 1975", ("coleman1975",), "coleman_liau_index"
    ),
    Score(
        formulas.linsear_write,
        "grade",
        "Linsear Write of the U.S. Air Force",
        ("ohayre1966",),
        "linsear_write_formula",
    ),
    Score(
        formulas.dale_chall, "points", "Dale and Chall 1948", ("dale1948",), "dale_chall_readability_score"
    ),
    Score(
        formulas.spache,
        "grade",
        "Spache 1974, over the words of Dale and Chall 1948",
        ("spache1974", "dale1948"),
        "spache_readability",
    ),
    Score(formulas.lix, "points", "Björnsson 1968", ("bjornsson1968",), "lix", reason=_NO_LEAST),
    Score(
        formulas.rix, "long words per sentence", "Anderson 1983", ("anderson1983",), "rix", reason=_NO_LEAST
    ),
    Score(
        formulas.mcalpine_eflaw,
        "words and mini-words per sentence",
        "McAlpine 1997",
        ("mcalpine1997",),
        "mcalpine_eflaw",
        reason=_NO_LEAST,
    ),
)

# The counts that stand among the scores, fields of `Counts`, each with its function in textstat.
COUNTS: dict[str, str] = {
    "words": "lexicon_count",
    "sentences": "sentence_count",
    "syllables": "syllable_count",
} | dict.fromkeys(Counts._fields[3:], "")


def score_published(counts: Counts) -> list[tuple[str, float, str | None]]:
    """Name, value and reason of every count and every score of a text, counts first.

    A count is always defined. A score is NaN below its least text, and the reason says so; else the
    reason is None.
    """
    plain = [(name, float(getattr(counts, name)), None) for name in COUNTS]
    return [*plain, *(score_one(score, counts) for score in SCORES)]


def score_one(score: Score, counts: Counts) -> tuple[str, float, str | None]:
    """Name, value and reason of one score of a text, as in `score_published`."""
    if not counts.words or not counts.sentences:
        return score.name, nan, NO_TEXT
    if getattr(counts, score.of) < score.least:
        return score.name, nan, f"fewer than {score.least} {score.of}: {score.reason}"
    return score.name, score.formula(counts), None
