"""Classes of words, as the data files of this package list them."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

__all__ = ["read_word_classes"]


@cache
def read_word_classes(path: Path) -> Mapping[str, frozenset[str]]:
    """The words of each class in a TOML file: class -> words, which blanks separate there."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in table.items()}
