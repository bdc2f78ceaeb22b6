"""An article as a corpus contains it, before cleaning: what importers yield."""

from dataclasses import dataclass
from typing import NamedTuple

__all__ = ["Article", "BrokenRecord"]


@dataclass(frozen=True, slots=True)
class Article:
    """One article as a corpus contains it: decoded text, not yet cleaned.

    Attributes:
        article_id: unique within the corpus.
        source: the outlet, as the corpus names it.
        text: the whole text, decoded.
        file: path relative to the corpus folder, with forward slashes.
        sha256: hash of the file's bytes, in hexadecimal.
        title: the headline as metadata gives it; None if it is only in the text.
        date: ISO 8601 day, or None.
        url: address, or None.
        agency: the news agency that wrote the text, or None.
        event: key shared by articles on one event, or None.
        truncated: whether the end of the text is missing, by the corpus's table; None if it does not say.
        encoding: how the file's bytes were decoded.
        declared: the encoding that the corpus's table declares; empty if it does not.
        page_words: the words of the web page that the text was taken from; 0 if the file holds only the text.
        note: a remark for the load report on how the file was read; mostly empty.
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
    truncated: bool | None = None
    encoding: str = "utf-8"
    declared: str = ""
    page_words: int = 0
    note: str = ""


class BrokenRecord(NamedTuple):
    """One record of a file that is not a usable article; the other records of the file are not affected.

    `place` says where it is in the file: ``line 7``.
    """

    place: str
    reason: str
