"""Plain text files, with or without YAML front matter."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import yaml

from analysis.articles import Article
from analysis.importers.encoding import decode
from analysis.importers.fields import columns

__all__ = ["SUFFIXES", "read", "split_front_matter"]

SUFFIXES = frozenset({"", ".txt", ".text", ".md"})
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.{0,65536}?\n)---[ \t]*(?:\r?\n|\Z)", re.DOTALL)


def read(path: Path, *, declared: str | None = None) -> Iterator[Article]:
    """Read one file as one article; what the file does not say of itself is left empty.

    Args:
        path: the file.
        declared: the encoding that metadata gives for it, tried after UTF-8.

    Raises:
        ValueError: the bytes are not text; the message says why.
        OSError: the file cannot be read.
    """
    data = path.read_bytes()
    text, encoding = decode(data, declared=declared)
    own, text = split_front_matter(text)
    named = {field: own[name].strip() for field, name in columns(own).items() if own[name].strip()}
    yield Article(
        article_id=named.get("article_id", ""),
        source=named.get("source", ""),
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=encoding,
        title=named.get("title"),
        date=named.get("date"),
        url=named.get("url"),
        agency=named.get("agency"),
        event=named.get("event"),
    )


def split_front_matter(text: str) -> tuple[Mapping[str, str], str]:
    """Split YAML front matter from the text below it.

    Returns:
        The front matter's plain values as text, and the text with the front matter's lines blanked, so
        that line numbers stay those of the file. Text that only looks like front matter is left alone.
    """
    found = _FRONT_MATTER.match(text)
    if not found or "&" in found[1]:  # an anchor: metadata needs none, and it can grow without bound
        return {}, text
    try:
        fields = yaml.safe_load(found[1])
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}, text
    if not isinstance(fields, dict):
        return {}, text
    plain = {str(k): str(v) for k, v in fields.items() if isinstance(v, str | int | float | date)}
    return plain, "\n" * found[0].count("\n") + text[found.end() :]
