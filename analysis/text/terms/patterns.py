"""Which of many word patterns a word fits, found letter by letter and not pattern by pattern."""

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import reduce
from operator import getitem

__all__ = ["Patterns"]

_MEMO_LIMIT = 50_000


@dataclass(slots=True, eq=False)
class _Node:
    """A place in the tree of patterns: the keys that end here, and what may come next."""

    keys: list[int] = field(default_factory=list)
    next: dict[str, "_Node"] = field(default_factory=dict)
    one: "_Node | None" = None  # behind a `?`
    many: "_Node | None" = None  # behind a `*`, which may have taken no letter at all
    stays: bool = False  # this place is behind a `*`: any further letter leads back here


class _State(dict[str, "_State"]):
    """All places that the letters so far can lead to: a letter to the next state, found when asked."""

    def __init__(self, places: frozenset[_Node], shared: Callable[[Iterable[_Node]], "_State"]) -> None:
        super().__init__()
        self._places, self._shared = places, shared
        self.keys_here = sorted(key for place in places for key in place.keys)

    def __missing__(self, letter: str) -> "_State":
        """Take one letter from every place at once."""
        state = self[letter] = self._shared(_after(letter, self._places))
        return state


class Patterns:
    """Patterns of one word each, in one tree that they share from the left.

    ``*`` stands for any letters and digits with their combining marks, or none; ``?`` for exactly
    one letter or digit; every other character stands for itself. The tree is walked with all places
    at once that the letters so far can lead to, so no word can make it go back. Such a state is
    worked out once: after that a letter costs one look-up, however many patterns there are.
    """

    def __init__(self) -> None:
        """Start without a pattern."""
        self._whole: dict[str, list[int]] = {}
        self._root = _Node()
        self._states: dict[frozenset[_Node], _State] = {}
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
                node.many = node = node.many or _Node(stays=True)
            elif letter == "?":
                node.one = node = node.one or _Node()
            else:
                node = node.next.setdefault(letter, _Node())
        node.keys.append(key)

    def find(self, word: str) -> list[int]:
        """The keys of all patterns that the whole word fits."""
        if self._start is None or len(self._states) > _MEMO_LIMIT:
            self._states.clear()
            self._start = self._state([self._root])
        return self._whole.get(word, []) + reduce(getitem, word, self._start).keys_here

    def _state(self, nodes: Iterable[_Node]) -> _State:
        """The one state of these places and of those that a `*` opens without taking a letter."""
        places = frozenset(_with_stars(nodes))
        if (state := self._states.get(places)) is None:
            state = self._states[places] = _State(places, self._state)
        return state


def _after(letter: str, nodes: Iterable[_Node]) -> list[_Node]:
    """The places that one letter leads to."""
    wild = letter.isalnum()
    within = wild or unicodedata.category(letter)[0] == "M"
    after = []
    for node in nodes:
        if letter in node.next:
            after.append(node.next[letter])
        if wild and node.one:
            after.append(node.one)
        if within and node.stays:
            after.append(node)
    return after


def _with_stars(nodes: Iterable[_Node]) -> Iterable[_Node]:
    """The places, and those that a `*` opens without taking a letter."""
    for node in nodes:
        place: _Node | None = node
        while place:
            yield place
            place = place.many
