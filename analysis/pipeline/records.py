"""What this machine has made, by key: made once from the same inputs, it is known without making it again."""

import contextlib
import json
from collections.abc import Mapping

from analysis import project
from analysis.provenance import to_json

__all__ = ["recall", "remember"]


def remember(key: str, outputs: Mapping[str, str]) -> None:
    """Note the sha256 of each output that was made here under a key."""
    folder = project.cache() / "made"
    with contextlib.suppress(OSError):  # without it the next check takes longer, no more
        folder.mkdir(parents=True, exist_ok=True)
        fresh = folder / f".{key[:32]}"
        fresh.write_text(to_json(dict(outputs)), encoding="utf-8", newline="\n")
        fresh.replace(folder / f"{key[:32]}.json")


def recall(key: str) -> dict[str, str]:
    """The outputs that were made here under a key, each with its sha256; empty where none were."""
    try:
        return dict(json.loads((project.cache() / "made" / f"{key[:32]}.json").read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return {}
