"""The word classes of ``data/words.toml``."""

from pathlib import Path

from analysis.text.word_classes import read_word_classes

__all__ = ["words"]

_CLASSES = read_word_classes(Path(__file__).parent / "data" / "words.toml")


def words(name: str) -> frozenset[str]:
    """The words of one class, in lower case."""
    return _CLASSES[name]
