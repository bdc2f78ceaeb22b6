"""An article as a corpus holds it: what importers yield."""

from dataclasses import dataclass
from typing import NamedTuple

__all__ = ["Article", "BrokenRecord"]


@dataclass(frozen=True, slots=True)
class Article:
    """One article as a corpus holds it: decoded text, nothing cleaned.

    Attributes:
        article_id: unique within the corpus.
        source: the outlet, as the corpus names it.
        text: the whole file, decoded.
        file: path relative to the corpus folder, with forward slashes.
        sha256: hash of the file's bytes, in hexadecimal.
        title: the headline as metadata gives it; None where only the text can tell.
        date: ISO 8601 day, or None.
        url: address, or None.
        agency: news agency that the text comes from, or None.
        event: key shared by articles on one event, or None.
        encoding: how the file's bytes were decoded.
        note: what a reader of the load report should know of how the file was read; mostly empty.
    """

    article_id: str
    source: str
    text: str
    file: str = ""
    sha256: str = ""
    title: str | None = None
    date: str | None = None
    url: str | None = None
    agency: str | None = None
    event: str | None = None
    encoding: str = "utf-8"
    note: str = ""


class BrokenRecord(NamedTuple):
    """One record of a file that is no usable article; the other records of the file are not affected.

    `place` says where it stands in the file: ``line 7``.
    """

    place: str
    reason: str
