"""The scores in one table, each with its unit, direction, source and least text."""

from collections.abc import Callable
from math import nan
from typing import Literal, NamedTuple

from analysis.measures.readability import formulas
from analysis.measures.readability.counting import Counts

__all__ = ["COUNTS", "NO_TEXT", "SCORES", "Score", "score_published", "value"]


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
        unit="points",
        source="Flesch 1948",
        papers=("flesch1948",),
        textstat="flesch_reading_ease",
        direction="higher = easier",
    ),
    Score(
        formulas.flesch_kincaid_grade,
        unit="grade",
        source="Kincaid et al. 1975",
        papers=("kincaid1975",),
        textstat="flesch_kincaid_grade",
    ),
    Score(
        formulas.gunning_fog,
        unit="grade",
        source="Gunning 1952",
        papers=("gunning1952",),
        textstat="gunning_fog",
    ),
    Score(
        formulas.smog_index,
        unit="grade",
        source="McLaughlin 1969",
        papers=("mclaughlin1969",),
        textstat="smog_index",
        least=30,
        of="sentences",
        reason="the formula asks for a sample of 30 sentences",
    ),
    Score(
        formulas.automated_readability_index,
        unit="grade",
        source="Senter and Smith 1967",
        papers=("senter1967",),
        textstat="automated_readability_index",
        reason=_NO_LEAST,
    ),
    Score(
        formulas.coleman_liau_index,
        unit="grade",
        source="Coleman and Liau 1975",
        papers=("coleman1975",),
        textstat="coleman_liau_index",
    ),
    Score(
        formulas.linsear_write,
        unit="grade",
        source="Linsear Write of the U.S. Air Force",
        papers=("ohayre1966",),
        textstat="linsear_write_formula",
    ),
    Score(
        formulas.dale_chall,
        unit="points",
        source="Dale and Chall 1948",
        papers=("dale1948",),
        textstat="dale_chall_readability_score",
    ),
    Score(
        formulas.spache,
        unit="grade",
        source="Spache 1974, over the words of Dale and Chall 1948",
        papers=("spache1974", "dale1948"),
        textstat="spache_readability",
    ),
    Score(
        formulas.lix,
        unit="points",
        source="Björnsson 1968",
        papers=("bjornsson1968",),
        textstat="lix",
        reason=_NO_LEAST,
    ),
    Score(
        formulas.rix,
        unit="long words per sentence",
        source="Anderson 1983",
        papers=("anderson1983",),
        textstat="rix",
        reason=_NO_LEAST,
    ),
    Score(
        formulas.mcalpine_eflaw,
        unit="words and mini-words per sentence",
        source="McAlpine 1997",
        papers=("mcalpine1997",),
        textstat="mcalpine_eflaw",
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
    return [*plain, *(_scored(score, counts) for score in SCORES)]


def value(score: Score, counts: Counts) -> float:
    """One score of a text; NaN below its least text."""
    return _scored(score, counts)[1]


def _scored(score: Score, counts: Counts) -> tuple[str, float, str | None]:
    if not counts.words or not counts.sentences:
        return score.name, nan, NO_TEXT
    if getattr(counts, score.of) < score.least:
        return score.name, nan, f"fewer than {score.least} {score.of}: {score.reason}"
    return score.name, score.formula(counts), None
