"""Plain text files, with or without YAML front matter."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from analysis.corpus.articles import Article
from analysis.corpus.encoding import decode, join_surrogates
from analysis.corpus.fields import columns

__all__ = ["SUFFIXES", "read", "sniff", "split_front_matter"]

SUFFIXES = frozenset({"", ".txt", ".text", ".md"})
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.{0,65536}?\n)---[ \t]*(?:\r?\n|\Z)", re.DOTALL)

_NULL = "tag:yaml.org,2002:null"


def sniff(head: bytes, suffix: str) -> bool:  # noqa: ARG001  # any text is plain text
    """Whether a file is named like a text: the content of plain text shows nothing."""
    return suffix in SUFFIXES


def read(path: Path, *, declared: str | None = None) -> Iterator[Article]:
    """Read one file as one article; metadata that the file does not give is left empty.

    Args:
        path: the file.
        declared: the encoding that metadata gives for it, tried after UTF-8.

    Raises:
        ValueError: the bytes are not text; the message says why.
        OSError: the file cannot be read.
    """
    text, encoding = decode(path.read_bytes(), declared=declared)
    own, text = split_front_matter(text)
    named = {field: own[name].strip() for field, name in columns(own).items() if own[name].strip()}
    yield Article(
        article_id=named.get("article_id", ""),
        source=named.get("source", ""),
        text=text,
        encoding=encoding,
        title=named.get("title"),
        date=named.get("date"),
        url=named.get("url"),
        agency=named.get("agency"),
        event=named.get("event"),
    )


def split_front_matter(text: str) -> tuple[Mapping[str, str], str]:
    r"""Split YAML front matter from the text below it.

    Returns:
        The plain values of the front matter as text, and the text with the lines of the front matter
        blanked, so that line numbers stay those of the file. Text that only looks like front matter is
        left unchanged.

    >>> split_front_matter("---\ntitle: Talks fail\ndate: 2014-10-28\n---\nThe envoys left.")
    ({'title': 'Talks fail', 'date': '2014-10-28'}, '\n\n\n\nThe envoys left.')
    """
    found = _FRONT_MATTER.match(text)
    if not found:
        return {}, text
    try:
        root = yaml.compose(found[1], Loader=yaml.SafeLoader)
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError):
        return {}, text
    if not isinstance(root, yaml.MappingNode):
        return {}, text
    # Values are taken as they are typed, so none can be malformed or grow by aliases.
    plain = {
        join_surrogates(key.value): join_surrogates(value.value)
        for key, value in root.value
        if isinstance(key, yaml.ScalarNode) and isinstance(value, yaml.ScalarNode) and value.tag != _NULL
    }
    return plain, "\n" * found[0].count("\n") + text[found.end() :]
