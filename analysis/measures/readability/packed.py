"""Several counts in one integer, side by side, so that one addition adds them all.

Most of the time of scoring goes into adding up what each word of a text counts. A sum of packed numbers
costs about as much as the sum of one count alone.
"""

from collections.abc import Callable, Iterable
from struct import Struct

__all__ = ["Layout", "Memo"]


class Layout:
    """How many counts share a number. Each has 32 bits: no text has four billion of anything."""

    def __init__(self, counts: int) -> None:
        """Make room for so many counts."""
        self._struct = Struct(f"<{counts}I")

    def pack(self, *counts: int) -> int:
        """The counts, each from 0 to 2**32 - 1, as one number."""
        return int.from_bytes(self._struct.pack(*counts), "little")

    def unpack(self, packed: int) -> tuple[int, ...]:
        """The counts in a number, or in a sum of numbers, in the order in which they were packed."""
        return self._struct.unpack(packed.to_bytes(self._struct.size, "little"))


class Memo(dict[str, int]):
    """A function of words that remembers its values: ``memo[word]`` calls it once per word.

    ``map(memo.__getitem__, words)`` runs without a line of Python for words that it has met.
    """

    _LIMIT = 1 << 18  # words; then it forgets them all, so that no corpus fills the memory

    def __init__(self, function: Callable[[str], int]) -> None:
        """Remember the values of `function`."""
        super().__init__()
        self._function = function

    def __missing__(self, word: str) -> int:
        """Call the function for a word that is new."""
        if len(self) >= self._LIMIT:
            self.clear()
        value = self[word] = self._function(word)
        return value

    def total(self, words: Iterable[str]) -> int:
        """The sum of the values of the words."""
        return sum(map(self.__getitem__, words))
