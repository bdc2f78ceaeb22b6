"""Plain text files, with or without YAML front matter."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import yaml

from analysis.corpus.articles import Article
from analysis.corpus.encoding import decode, join_surrogates
from analysis.corpus.fields import columns, read_value, suggest_field
from analysis.corpus.importers.html import read_piece

__all__ = ["SUFFIXES", "FrontMatter", "read", "sniff", "split_front_matter"]

SUFFIXES = frozenset({"", ".txt", ".text", ".md"})
# Blank lines may stand before it.
_FRONT_MATTER = re.compile(
    r"(?>(?:[ \t]*+\r?\n){0,9})---[ \t]*+\r?\n(.{0,65536}?\n)---[ \t]*(?:\r?\n|\Z)", re.DOTALL
)
_OPENED = re.compile(r"(?>(?:[ \t]*+\r?\n){0,9})---[ \t]*+\r?\n([A-Za-z_]++)[ \t]*+:")
_ENTRY = re.compile(r"([A-Za-z][\w -]{0,39}?)[ \t]*:(?:[ \t]++(.*))?")
_NULL = "tag:yaml.org,2002:null"


class FrontMatter(NamedTuple):
    """The metadata above a text: the values as text, the text below, and a remark on what was wrong."""

    values: Mapping[str, str]
    text: str
    note: str = ""


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
    whole, encoding = decode(path.read_bytes(), declared=declared)
    own, text, note = split_front_matter(whole)
    if (piece := read_piece(text)) is not None:
        text, note = piece, "; ".join(filter(None, (note, "a piece of a web page: its tags were left out")))
    found = columns(own)
    named = {field: read_value(field, own[name]) for field, name in found.items()}
    slips = (
        f'front matter: "{name}" is not read: did you mean "{meant}"?'
        for name in own
        if name not in found.values() and (meant := suggest_field(name, found))
    )
    yield Article(
        article_id=named.get("article_id", ""),
        source=named.get("source", ""),
        text=text,
        encoding=encoding,
        title=named.get("title") or None,
        date=named.get("date") or None,
        url=named.get("url") or None,
        agency=named.get("agency") or None,
        event=named.get("event") or None,
        note="; ".join(filter(None, (note, *slips))),
    )


def split_front_matter(text: str) -> FrontMatter:
    r"""Split YAML front matter from the text below it.

    Front matter that is not YAML, such as a title with an unquoted colon, is read line by line, and the note
    says so.

    Returns:
        The plain values of the front matter as text, and the text with the lines of the front matter
        blanked, so that line numbers stay those of the file. Text that only looks like front matter is
        left unchanged.

    >>> split_front_matter("---\ntitle: Talks fail\ndate: 2014-10-28\n---\nThe envoys left.")[:2]
    ({'title': 'Talks fail', 'date': '2014-10-28'}, '\n\n\n\nThe envoys left.')
    """
    found = _FRONT_MATTER.match(text)
    if not found:
        unclosed = (opened := _OPENED.match(text)) and columns([opened[1]])
        note = "front matter without a closing line ---: it counts as text" if unclosed else ""
        return FrontMatter({}, text, note)
    values, note = _read_yaml(found[1]) or _read_lines(found[1])
    if values is None:
        return FrontMatter({}, text)
    return FrontMatter(values, "\n" * found[0].count("\n") + text[found.end() :], note)


def _read_yaml(block: str) -> tuple[dict[str, str], str] | None:
    """The plain values of a block of YAML, and a remark on the others; None if it is not YAML."""
    try:
        root = yaml.compose(block, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError):
        return None
    if not isinstance(root, yaml.MappingNode):
        return None
    # Values are taken as they are typed, so none can be malformed or grow by aliases.
    pairs = [(key.value, value) for key, value in root.value if isinstance(key, yaml.ScalarNode)]
    plain = {
        join_surrogates(key): join_surrogates(value.value)
        for key, value in pairs
        if isinstance(value, yaml.ScalarNode) and value.tag != _NULL
    }
    nested = [key for key, value in pairs if not isinstance(value, yaml.ScalarNode)]
    lost = [*columns(nested).values()]
    return plain, f"front matter: {', '.join(lost)} is not plain text and was left out" * bool(lost)


def _read_lines(block: str) -> tuple[dict[str, str] | None, str]:
    """The values of lines like ``title: Floods: what next``; None if no line gives a known field."""
    lines = [line.strip() for line in block.splitlines() if line.strip()]
    entries = [found for line in lines if (found := _ENTRY.fullmatch(line))]
    values = {entry[1]: _unquote((entry[2] or "").strip()) for entry in entries}
    if not columns(values):
        return None, ""
    lost = len(lines) - len(entries)
    rest = f"; {lost} of its {len(lines)} lines could not be read" * bool(lost)
    return (
        values,
        f"front matter is not YAML and was read line by line{rest}: put values with a colon in quotes",
    )


def _unquote(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value
