"""The records that travel from room to room: an article as found, and an article as cleaned."""

from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

__all__ = ["PARTS", "Article", "Block", "CleanArticle", "Part", "Removed"]

Part = Literal["headline", "standfirst", "highlight", "dateline", "subhead", "caption", "body"]
PARTS: tuple[Part, ...] = get_args(Part)


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


class Block(NamedTuple):
    """One run of a cleaned text that plays one part.

    `start` and `end` are offsets in `CleanArticle.text`; `line` is the 1-based line of the file that
    it comes from, 0 for a headline that only the metadata has.
    """

    part: Part
    start: int
    end: int
    line: int


class Removed(NamedTuple):
    """One line that cleaning left out: its 1-based line in the file, the rule's name, and the line."""

    line: int
    rule: str
    text: str


@dataclass(frozen=True, slots=True)
class CleanArticle:
    """An article in its parts, in canonical text.

    Attributes:
        article: the article as found.
        text: the kept blocks in reading order, canonical (see `cleaning.canonical`), two newlines
            between blocks; a dateline that opens a paragraph is followed by one space instead.
        blocks: the parts of `text`, in order, without overlap. Only `headline` and `body` blocks
            are measured; a `body` block is one paragraph.
        removed: every line of the file that is in no block, in order; blank lines excepted.
        truncated: the text breaks off: its length is a lower bound.
    """

    article: Article
    text: str
    blocks: tuple[Block, ...]
    removed: tuple[Removed, ...]
    truncated: bool

    def part(self, part: Part) -> list[str]:
        """The texts of the blocks that play `part`, in reading order."""
        return [self.text[b.start : b.end] for b in self.blocks if b.part == part]

    @property
    def body(self) -> str:
        """What is measured as the article: the body paragraphs, a blank line between them."""
        return "\n\n".join(self.part("body"))
