"""What the formulas count: one pass over the word types of a text."""

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from functools import lru_cache
from itertools import repeat
from operator import mul
from typing import NamedTuple

from analysis.measures.readability.syllables import syllables
from analysis.measures.readability.vocabulary import is_familiar, is_hard

__all__ = ["Counts", "counts", "proper_names"]


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


class _Traits(NamedTuple):
    """What one word adds to the counts of the same names."""

    syllables: int
    letters: int
    characters: int
    polysyllables: int
    long_words: int
    mini_words: int
    hard_words: int
    unfamiliar_words: int


_NOTHING = _Traits(*repeat(0, len(_Traits._fields)))


def counts(words: Sequence[str], sentences: int, names: Container[str] = frozenset()) -> Counts:
    """Count a text of `sentences` sentences, given its words as written.

    Args:
        words: the words in any order.
        sentences: how many sentences they make.
        names: the forms among them that are names, see `proper_names`.
    """
    types = Counter(words)
    traits = [_name_traits(form) if form in names else _traits(form) for form in types]
    columns = zip(_NOTHING, *traits, strict=True)
    totals = _Traits(*(sum(map(mul, column, (0, *types.values()))) for column in columns))
    unfamiliar = {form.lower() for form, own in zip(types, traits, strict=True) if own.unfamiliar_words}
    return Counts(len(words), sentences, *totals, unfamiliar_types=len(unfamiliar))


def proper_names(runs: Iterable[Sequence[str]]) -> frozenset[str]:
    """The forms that are names: those with a capital somewhere else than at the head of a run.

    A run is a sentence, or what stands of it before or after an opening quotation mark: its first
    word has a capital anyhow. "Washington" at the head of one sentence is a name when it stands
    inside another.
    """
    return frozenset(form for run in runs for form in run[1:] if form[:1].isupper())


@lru_cache(maxsize=1 << 17)
def _traits(form: str) -> _Traits:
    spoken, letters = syllables(form), sum(map(str.isalpha, form))
    return _Traits(
        syllables=spoken,
        letters=letters,
        characters=sum(map(str.isalnum, form)),
        polysyllables=spoken >= 3,
        long_words=letters > 6,
        mini_words=1 <= letters <= 3,
        hard_words=is_hard(form),
        unfamiliar_words=not is_familiar(form),
    )


@lru_cache(maxsize=1 << 17)
def _name_traits(form: str) -> _Traits:
    return _traits(form)._replace(hard_words=0, unfamiliar_words=0)
