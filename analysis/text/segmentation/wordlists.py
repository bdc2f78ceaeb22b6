"""The word classes of ``data/words.toml``."""

import tomllib
from pathlib import Path

__all__ = ["WORDS"]


def _read() -> dict[str, frozenset[str]]:
    path = Path(__file__).parent / "data" / "words.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in table.items()}


WORDS = _read()
