"""An article after cleaning: its parts in canonical text, and every line that was removed."""

from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

from analysis.corpus.articles import Article

__all__ = ["PARTS", "Block", "CleanArticle", "Part", "Removed"]

Part = Literal["headline", "standfirst", "highlight", "dateline", "subhead", "caption", "body"]
PARTS: tuple[Part, ...] = get_args(Part)


class Block(NamedTuple):
    """A stretch of a cleaned text that is one part of the article.

    `start` and `end` are offsets in `CleanArticle.text`. `line` is the 1-based line of the file that it comes
    from, 0 for a headline that only the metadata gives.
    """

    part: Part
    start: int
    end: int
    line: int


class Removed(NamedTuple):
    """A line that cleaning removed: its 1-based number in the file, the rule's name, and its text."""

    line: int
    rule: str
    text: str


@dataclass(frozen=True, slots=True)
class CleanArticle:
    """An article in its parts, in canonical text.

    Attributes:
        article: the article as found.
        text: the kept blocks in reading order, in canonical text (see `cleaning.canonical`). Between them
            are two newlines. A dateline that opens a paragraph is followed by one space instead.
        blocks: the parts of `text`, in order, without overlap. Only `headline` and `body` blocks
            are measured; a `body` block is one paragraph.
        removed: every other line of the file in order, blank lines excepted.
        truncated: whether the end of the text is missing, so that its length is a lower bound.
    """

    article: Article
    text: str
    blocks: tuple[Block, ...]
    removed: tuple[Removed, ...]
    truncated: bool

    def part(self, part: Part) -> list[str]:
        """The texts of the blocks of one part, in reading order."""
        return [self.text[b.start : b.end] for b in self.blocks if b.part == part]

    @property
    def body(self) -> str:
        """The text that is measured: the body paragraphs with a blank line between them."""
        return "\n\n".join(self.part("body"))
