"""The word classes of ``data/words.toml``."""

from pathlib import Path

from analysis.text.word_classes import read_word_classes

__all__ = ["WORDS"]

WORDS = read_word_classes(Path(__file__).parent / "data" / "words.toml")
