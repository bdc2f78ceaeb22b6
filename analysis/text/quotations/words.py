"""The word classes of ``data/words.toml``."""

import tomllib
from functools import cache
from pathlib import Path

__all__ = ["words"]


@cache
def _table() -> dict[str, str]:
    path = Path(__file__).parent / "data" / "words.toml"
    with path.open("rb") as file:
        return tomllib.load(file)


@cache
def words(name: str) -> frozenset[str]:
    """The words of one class, in lower case."""
    return frozenset(_table()[name].split())
