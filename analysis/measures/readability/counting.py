"""What the formulas count: one pass over the word types of a text."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from analysis.measures.readability.packed import Layout, Memo
from analysis.measures.readability.vocabulary import is_familiar, is_hard
from analysis.text.syllables import syllables

__all__ = ["Counts", "Tally", "counts", "proper_names", "tally"]


class Counts(NamedTuple):
    """What is counted in a text, and all that a formula sees of it.

    Attributes:
        words: words; a hyphenated word, a contraction, a figure, an abbreviation is one.
        sentences: sentences.
        syllables: syllables, as read aloud.
        letters: letters, without digits and marks.
        characters: letters and digits.
        polysyllables: words of three syllables or more.
        long_words: words of more than six letters.
        mini_words: words of one to three letters.
        hard_words: hard words by Gunning's rules, see `is_hard`; names are none.
        unfamiliar_words: words that are not familiar by Dale and Chall's rules, see `is_familiar`;
            names are familiar.
        unfamiliar_types: different words among these, whatever their case.
    """

    words: int
    sentences: int
    syllables: int
    letters: int
    characters: int
    polysyllables: int
    long_words: int
    mini_words: int
    hard_words: int
    unfamiliar_words: int
    unfamiliar_types: int


class Tally(NamedTuple):
    """Part of a text, added up: its words, its sentences, the rest packed, and its unfamiliar types."""

    words: int
    sentences: int
    packed: int
    unfamiliar: set[str]


# The counts to which a single word adds: all from the syllables to the unfamiliar words.
_LAYOUT = Layout(8)


def tally(words: Sequence[str], sentences: int, names: AbstractSet[str] = frozenset()) -> Tally:
    """Add up a part of a text, given its words as written.

    Args:
        words: the words in any order.
        sentences: how many sentences they make.
        names: the forms that are names, see `proper_names`.
    """
    packed = _traits.total(words) - _hardness.total(filter(names.__contains__, words))
    unfamiliar = {*map(str.lower, filter(_unfamiliar.__getitem__, {*words} - names))}
    return Tally(len(words), sentences, packed, unfamiliar)


def counts(*parts: Tally) -> Counts:
    """The counts of a text, given its parts."""
    summed = _LAYOUT.unpack(sum(part.packed for part in parts))
    unfamiliar = set[str]().union(*(part.unfamiliar for part in parts))
    words, sentences = sum(part.words for part in parts), sum(part.sentences for part in parts)
    return Counts._make((words, sentences, *summed, len(unfamiliar)))


def proper_names(words: Sequence[str], heads: Iterable[int]) -> frozenset[str]:
    """The forms that are names: those with a capital somewhere else than at the head of a sentence.

    "Washington" at the head of one sentence is a name when it stands inside another.

    Args:
        words: the words of a text in order.
        heads: the positions of those that have a capital anyhow: the first of a sentence and the first
            behind an opening quotation mark.
    """
    inner = [*words]
    for head in heads:
        inner[head] = ""
    return frozenset(form for form in {*inner} if form[:1].isupper())


@Memo
def _traits(form: str) -> int:
    """What a word counts if it is not a name."""
    spoken, letters = syllables(form), sum(map(str.isalpha, form))
    characters = letters if form.isalpha() else sum(map(str.isalnum, form))
    easy = _LAYOUT.pack(spoken, letters, characters, spoken >= 3, letters > 6, 1 <= letters <= 3, 0, 0)
    return easy + _hardness[form]


@Memo
def _hardness(form: str) -> int:
    """What a word counts only if it is not a name."""
    return _LAYOUT.pack(0, 0, 0, 0, 0, 0, is_hard(form), _unfamiliar[form])


@Memo
def _unfamiliar(form: str) -> int:
    return not is_familiar(form)
