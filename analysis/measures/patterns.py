"""Which of many word patterns a word fits, found letter by letter and not pattern by pattern."""

from collections.abc import Iterable
from dataclasses import dataclass, field

__all__ = ["Patterns"]


@dataclass(slots=True, eq=False)
class _Node:
    """A place in the tree of patterns: the keys that end here, and what may come next."""

    keys: list[int] = field(default_factory=list)
    next: dict[str, "_Node"] = field(default_factory=dict)
    one: "_Node | None" = None  # behind a `?`
    many: "_Node | None" = None  # behind a `*`, which may have taken no letter at all
    stays: bool = False  # this place is behind a `*`: any further letter leads back here


class Patterns:
    """Patterns of one word each, in one tree that they share from the left.

    ``*`` stands for any letters and digits or none, ``?`` for exactly one; every other character
    stands for itself. The tree is walked with all places at once that the letters so far can lead
    to, so no word can make it go back, and patterns with a common beginning cost one step together.
    """

    def __init__(self) -> None:
        """Start without a pattern."""
        self._root = _Node()

    def add(self, pattern: str, key: int) -> None:
        """Let a pattern be found under `key`."""
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
        """The keys of all patterns that the whole word fits, in no particular order."""
        nodes = _with_stars([self._root])
        for letter in word:
            nodes = _with_stars(_after(letter, nodes))
            if not nodes:
                return []
        return [key for node in nodes for key in node.keys]


def _after(letter: str, nodes: Iterable[_Node]) -> list[_Node]:
    """The places that one letter leads to."""
    wild = letter.isalnum()
    after = []
    for node in nodes:
        if letter in node.next:
            after.append(node.next[letter])
        if wild and node.one:
            after.append(node.one)
        if wild and node.stays:
            after.append(node)
    return after


def _with_stars(nodes: Iterable[_Node]) -> dict[_Node, None]:
    """The places, each once, and those that a `*` opens without taking a letter."""
    opened: dict[_Node, None] = {}
    for node in nodes:
        place: _Node | None = node
        while place:
            opened[place] = None
            place = place.many
    return opened
