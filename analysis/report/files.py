"""The files of numbers: JSON with a number a line, so that what changed can be seen, and found with grep."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from analysis.errors import RunError

__all__ = ["read", "write"]

_AGAIN = "take it back from git, or make it again: analysis figures"


def write(file: Path, told: Mapping[str, Any]) -> None:
    """Write a file of numbers as a whole, or leave the one that is there; equal numbers give equal bytes.

    Args:
        file: the file; its folder is made where it is missing.
        told: name -> JSON value, of which mappings get a line an entry.
    """
    parts = (f"{json.dumps(name)}: {_entries(value)}" for name, value in sorted(told.items()))
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f".{file.name}")
    fresh.write_text("{\n" + ",\n".join(parts) + "\n}\n", encoding="utf-8", newline="\n")
    fresh.replace(file)


def _entries(value: Any) -> str:  # noqa: ANN401  # any JSON value
    if not isinstance(value, Mapping) or not value:
        return _line(value)
    lines = (f"{json.dumps(name)}: {_line(own)}" for name, own in sorted(value.items()))
    return "{\n" + ",\n".join(lines) + "\n}"


def _line(value: Any) -> str:  # noqa: ANN401
    return json.dumps(value, ensure_ascii=False, sort_keys=True, allow_nan=False)


def read(file: Path) -> dict[str, Any]:
    """Read a file of numbers: its corpus, its sets of articles, its numbers, and the notebooks.

    Raises:
        RunError: it is not there, or no such file.
    """
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise RunError(f"{file} is not there", todo="make it: analysis figures") from None
    except (ValueError, RecursionError) as error:
        raise RunError(f"{file} is damaged: {error}", todo=_AGAIN) from None
    if reason := _wrong(told):
        raise RunError(f"{file} is damaged: {reason}", todo=_AGAIN)
    return dict(told)


_FIELDS = {"text": str, "unit": str, "label": str, "definition": str, "articles": str, "figure": str}


def _wrong(told: Any) -> str:  # noqa: ANN401
    """Why a JSON value is no file of numbers; empty where it is one."""
    if not isinstance(told, dict) or not isinstance(told.get("corpus"), str):
        return "it names no corpus"
    for name in ("articles", "numbers"):
        if not isinstance(told.get(name), dict):
            return f"it has no {name}"
    if not all(
        isinstance(ids, list) and all(isinstance(one, str) for one in ids)
        for ids in told["articles"].values()
    ):
        return "articles are no lists of ids"
    return next(
        (why for name, one in told["numbers"].items() if (why := _odd(name, one, told["articles"]))), ""
    )


def _odd(name: str, one: Any, articles: Mapping[str, Any]) -> str:  # noqa: ANN401
    """What is wrong with a number; empty where nothing is."""
    if not isinstance(one, dict):
        return f"{name} is no number"
    for field, kind in _FIELDS.items():
        if not isinstance(one.get(field), kind):
            return f"{name} has no {field}"
    for field in ("value", "low", "high", "n"):
        if one.get(field) is not None and (
            isinstance(one[field], bool) or not isinstance(one[field], int | float)
        ):
            return f"{name}: {field} = {one[field]!r} is no number"
    return "" if one["articles"] in articles else f"{name}: its articles are not there"
