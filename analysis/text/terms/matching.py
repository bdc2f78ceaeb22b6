"""Where the terms of a lexicon occur among the words of a text, by the rules of `terms.counting`."""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, reduce
from itertools import compress
from operator import getitem
from typing import NamedTuple

from analysis.text.segmentation import Tokens
from analysis.text.terms.forms import IN_CAPITALS, list_forms, other_spelling
from analysis.text.terms.lexicon import Lexicon, Term

__all__ = ["Match", "Patterns", "matches"]

# First word, last word, and the numbers of the terms in the lexicon. A plain tuple, because a large list has
# a match for nearly every word.
Match = tuple[int, int, tuple[int, ...]]

_MEMO_LIMIT = 1_000_000  # words
_STATES_LIMIT = 50_000
_POSSESSIVE = frozenset({"'s", "'S"})


def matches(text: str, words: Tokens, limits: Sequence[int], lexicon: Lexicon) -> list[Match]:
    """Every place where terms are found, in reading order.

    Time is linear in the words, for any number of terms, once each word type has been looked up. The lookups
    are kept from one text to the next.

    Args:
        text: the text of the words.
        words: in reading order.
        limits: the offsets in `text` at which sentences end, in order; no phrase crosses one.
        lexicon: the terms.
    """
    compiled = _compile(lexicon)
    fits = [
        *map(compiled.__getitem__, list_forms(text, words, limits)),
        None,
    ]  # no term fits after the last word
    found, behind = [], 0
    for first, fit in compress(enumerate(fits), fits):
        if fit and first >= behind:
            last, (_, winners, begun, seconds), following = first, fit, fits[first + 1]
            if begun and following and not seconds.isdisjoint(following.keys):
                last, ended = _longest(fit, first, fits, words.starts, limits)
                winners = compiled.one_a_category(ended) if ended else winners
            if winners:
                behind = last + 1
                found.append((first, last, winners))
    return found


def _longest(
    fit: "_Fit", first: int, fits: "Sequence[_Fit | None]", starts: list[int], limits: Sequence[int]
) -> tuple[int, tuple[int, ...]]:
    """The last word of the longest phrase that begins at `first`, and the terms that end there."""
    last, longest, nodes = first, tuple[int, ...](), fit.begun
    stop = 0
    for word in range(first + 1, len(fits)):
        keys = following.keys if (following := fits[word]) else ()
        nodes = [node.next[key] for node in nodes for key in keys if key in node.next]
        if not nodes:
            break
        stop = stop or _sentence_stop(starts, first, limits)
        if word >= stop:
            break
        if ended := tuple(term for node in nodes for term in node.terms):
            last, longest = word, ended
    return last, longest


def _sentence_stop(starts: list[int], word: int, limits: Sequence[int]) -> int:
    """The number of words up to the end of the sentence of a word."""
    sentence = bisect_right(limits, starts[word])
    return bisect_left(starts, limits[sentence]) if sentence < len(limits) else len(starts)


@dataclass(slots=True)
class _Node:
    """A node in the tree of phrases: the terms that end here, and what may come next."""

    terms: list[int] = field(default_factory=list)
    next: dict[int, "_Node"] = field(default_factory=dict)


class _Fit(NamedTuple):
    """What fits a word of a text.

    Attributes:
        keys: the numbers of the lexicon's words that fit it.
        alone: the terms of one word that count if no phrase does.
        begun: the nodes of the tree of phrases that it leads to from the root.
        seconds: the lexicon's words that may come next in a phrase that it begins.
    """

    keys: tuple[int, ...]
    alone: tuple[int, ...]
    begun: list[_Node]
    seconds: frozenset[int]


class _Compiled(dict[str, _Fit | None]):
    """A compiled lexicon: maps a word of a text to what fits it; each word is looked up once."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Build the trees of words and of phrases."""
        super().__init__()
        self._terms = lexicon.terms
        order = sorted(range(len(self._terms)), key=lambda term: _looseness(self._terms[term].text))
        self._rank = {term: rank for rank, term in enumerate(order)}
        self._exact, self._folded, self._capital = Patterns(), Patterns(), Patterns()
        self._root = _Node()
        keys: dict[tuple[str, bool], int] = {}
        for number, term in enumerate(self._terms):
            self._add_term(number, term, keys)

    def _add_term(self, number: int, term: Term, keys: dict[tuple[str, bool], int]) -> None:
        """Add one term; `keys` numbers the lexicon's words as they come."""
        for words in term.spellings:
            node = self._root
            for word in words:
                node = node.next.setdefault(self._key(word, _has_capital(term.text), keys), _Node())
            if number not in node.terms:
                node.terms.append(number)

    def _key(self, word: str, exact: bool, keys: dict[tuple[str, bool], int]) -> int:  # noqa: FBT001
        """The number of a word of the lexicon, which is added to the patterns if it is new."""
        pattern = word if exact else word.casefold()
        if (key := keys.get((pattern, exact))) is None:
            key = keys[pattern, exact] = len(keys)
            (self._exact if exact else self._folded).add(pattern, key)
            if exact:
                self._capital.add(pattern.casefold(), key)
        return key

    def __missing__(self, word: str) -> _Fit | None:
        """Look a word up, with and without a possessive ending."""
        if len(self) >= _MEMO_LIMIT:
            self.clear()
        form = word.removesuffix(IN_CAPITALS)
        found = self._find(form, in_capitals=form is not word)
        if form[-2:] in _POSSESSIVE:
            found |= self._find(form[:-2].removesuffix("."), in_capitals=form is not word)
        fit = self[word] = self._fit(tuple(sorted(found))) if found else None
        return fit

    def _find(self, form: str, *, in_capitals: bool) -> set[int]:
        """The numbers of the words that fit a form; initials fit with and without stops."""
        found = set[int]()
        for spelling in {form, other_spelling(form)}:
            found.update(self._exact.find(spelling))
            if in_capitals:
                found.update(self._capital.find(spelling.casefold()))
        for spelling in {form, other_spelling(form, folded=True)}:
            found.update(self._folded.find(spelling.casefold()))
        return found

    def _fit(self, keys: tuple[int, ...]) -> _Fit:
        begun = [self._root.next[key] for key in keys if key in self._root.next]
        alone = self.one_a_category(tuple(term for node in begun for term in node.terms))
        seconds = frozenset(key for node in begun for key in node.next)
        return _Fit(keys, alone, [node for node in begun if node.next], seconds)

    def one_a_category(self, terms: tuple[int, ...]) -> tuple[int, ...]:
        """Of terms that match the same words, the most literal one of each category, in order."""
        if len(terms) < 2:
            return terms
        best: dict[str, int] = {}
        for term in sorted(terms, key=self._rank.__getitem__):
            best.setdefault(self._terms[term].category, term)
        return tuple(sorted(best.values()))


def _looseness(term: str) -> tuple[int, bool]:
    """A sort key: smaller if more of a term is literal, and then if its case matters."""
    return term.count("*") + term.count("?") - len(term), not _has_capital(term)


def _has_capital(term: str) -> bool:
    """Whether case matters for a term."""
    return any(letter.isupper() for letter in term)


@lru_cache(maxsize=8)
def _compile(lexicon: Lexicon) -> _Compiled:
    """Compile a lexicon, once per process."""
    return _Compiled(lexicon)


# ------------------------------------------------------------------------ patterns of one word


@dataclass(slots=True, eq=False)
class _Place:
    """A place in the tree of patterns: the keys that end here, and what may come next."""

    keys: list[int] = field(default_factory=list)
    next: dict[str, "_Place"] = field(default_factory=dict)
    one: "_Place | None" = None  # behind a `?`
    many: "_Place | None" = None  # behind a `*`, which may have taken no letter at all
    stays: bool = False  # this place is behind a `*`: any further letter leads back here


class _State(dict[str, "_State"]):
    """All places that the letters so far can lead to; maps a letter to the next state."""

    def __init__(self, places: frozenset[_Place], shared: Callable[[Iterable[_Place]], "_State"]) -> None:
        super().__init__()
        self._places, self._shared = places, shared
        self.keys_here = sorted(key for place in places for key in place.keys)

    def __missing__(self, letter: str) -> "_State":
        """Take one letter from every place at once."""
        state = self[letter] = self._shared(_after(letter, self._places))
        return state


class Patterns:
    """Patterns of one word each, in one tree that they share from the left.

    ``*`` stands for any number of letters and digits with their combining marks, and for hyphens; ``?`` for
    exactly one letter or digit, every other character for itself. The tree is searched from all places at
    once that the letters so far can lead to, so there is no backtracking. Each such state is computed once;
    then a letter costs one lookup, for any number of patterns.
    """

    def __init__(self) -> None:
        """Start without a pattern."""
        self._whole: dict[str, list[int]] = {}
        self._root = _Place()
        self._states: dict[frozenset[_Place], _State] = {}
        self._start: _State | None = None

    def add(self, pattern: str, key: int) -> None:
        """Let a pattern be found under `key`."""
        if "*" not in pattern and "?" not in pattern:
            self._whole.setdefault(pattern, []).append(key)
            return
        self._start = None
        node = self._root
        for letter in pattern:
            if letter == "*":
                node.many = node = node.many or _Place(stays=True)
            elif letter == "?":
                node.one = node = node.one or _Place()
            else:
                node = node.next.setdefault(letter, _Place())
        node.keys.append(key)

    def find(self, word: str) -> list[int]:
        """The keys of all patterns that match the whole word."""
        if self._start is None or len(self._states) > _STATES_LIMIT:
            self._states.clear()
            self._start = self._state([self._root])
        return self._whole.get(word, []) + reduce(getitem, word, self._start).keys_here

    def _state(self, nodes: Iterable[_Place]) -> _State:
        """The one state of these places and of those that a `*` opens without taking a letter."""
        places = frozenset(_with_stars(nodes))
        if (state := self._states.get(places)) is None:
            state = self._states[places] = _State(places, self._state)
        return state


def _after(letter: str, nodes: Iterable[_Place]) -> list[_Place]:
    """The places that one letter leads to."""
    wild = letter.isalnum()
    within = wild or letter == "-" or unicodedata.category(letter)[0] == "M"
    after = []
    for node in nodes:
        if letter in node.next:
            after.append(node.next[letter])
        if wild and node.one:
            after.append(node.one)
        if within and node.stays:
            after.append(node)
    return after


def _with_stars(nodes: Iterable[_Place]) -> Iterable[_Place]:
    """The places, and those that a `*` opens without taking a letter."""
    for node in nodes:
        place: _Place | None = node
        while place:
            yield place
            place = place.many
