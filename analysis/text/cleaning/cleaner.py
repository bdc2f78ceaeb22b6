"""From an article as found to its parts, with a record of every line that was removed."""

from collections.abc import Sequence
from functools import partial

from analysis.corpus.articles import Article
from analysis.text.articles import Block, CleanArticle, Removed
from analysis.text.cleaning.canonical import canonical
from analysis.text.cleaning.datelines import dateline_end
from analysis.text.cleaning.inserts import Insert, cut_inserts
from analysis.text.cleaning.lines import Line, split_lines
from analysis.text.cleaning.own_patterns import OwnPatterns
from analysis.text.cleaning.parts import Piece, pieces
from analysis.text.cleaning.repair import repair
from analysis.text.cleaning.repetition import NO_HABITS, Habits
from analysis.text.cleaning.rules import label
from analysis.text.cleaning.truncation import cut_mark, is_truncated

__all__ = ["body_text", "clean"]

_NO_PATTERNS = OwnPatterns()


def clean(article: Article, *, habits: Habits = NO_HABITS, own: OwnPatterns = _NO_PATTERNS) -> CleanArticle:
    r"""Clean an article: find its parts in canonical text, and the lines that are in none of them.

    Every non-blank line of the file is in a block or in `removed`. The lines of a wrapped paragraph count as
    one line with the number of the first. A text without an article has no `body` block.

    >>> from analysis.corpus.articles import Article
    >>> text = "Share on Facebook\n\nOST (AP) – The council met on Monday and closed the market."
    >>> cleaned = clean(Article("a", "The Post", text))
    >>> cleaned.part("dateline"), cleaned.body
    (['OST (AP) –'], 'The council met on Monday and closed the market.')
    >>> cleaned.removed
    (Removed(line=1, rule='share link', text='Share on Facebook'),)

    Args:
        article: the article as found.
        habits: what its source repeats (`corpora.make_cleaner`).
        own: the patterns of the corpus.
    """
    title = repair(article.title or "") or None
    find_own = partial(own.find, article.source) if own.remove else None
    lines, inserts = cut_inserts(split_lines(repair(article.text)), habits, find_own)
    labels = label(lines, habits=habits, title=title)
    kept, marks = _cut_mark(list(pieces(lines, labels, title)))
    text, blocks = _join(kept)
    in_blocks = {piece.line for piece in kept}
    removed = [
        Removed(line.number, rule.name, line.text)
        for line, rule in zip(lines, labels, strict=True)
        if rule and line.number not in in_blocks
    ]
    removed += (Removed(*gone) for gone in (*inserts, *marks))
    removed.sort(key=lambda gone: gone.line)
    truncated = bool(marks) or _is_truncated(lines, kept)
    if article.truncated is not None:
        truncated = article.truncated
    return CleanArticle(article, text, blocks, tuple(removed), truncated)


def body_text(text: str) -> str:
    """The repaired body of an article, one paragraph per line, with its typography unchanged.

    Subheads, separators and a dateline that opens a paragraph are kept. Headline, standfirst, highlights,
    captions and everything that cleaning removes are left out.
    """
    lines, _ = cut_inserts(split_lines(repair(text)), NO_HABITS)
    kept = [
        line.text
        for line, rule in zip(lines, label(lines), strict=True)
        if not rule or rule.name == "separator"
    ]
    alone = kept and dateline_end(kept[0]) == len(kept[0])
    return "\n".join(kept[1:] if alone else kept)


def _join(kept: Sequence[Piece]) -> tuple[str, tuple[Block, ...]]:
    """The canonical text of all pieces, and the position of each in it.

    The text is made canonical as a whole, because what its quotation marks mean shows only in all of it.
    """
    raw, spans, length = list[str](), list[tuple[int, int]](), 0
    for piece in kept:
        spans.append((length, length + len(piece.text)))
        raw += [piece.text, " " if piece.part == "dateline" else "\n\n"]
        length += len(raw[-2]) + len(raw[-1])
    folded = canonical("".join(raw[:-1]))
    blocks = (
        Block(piece.part, *_trim(folded.text, *map(folded.forward, span)), piece.line)
        for piece, span in zip(kept, spans, strict=True)
    )
    return folded.text, tuple(blocks)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without its outer blanks."""
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def _cut_mark(kept: list[Piece]) -> tuple[list[Piece], list[Insert]]:
    """Remove the mark that stands for missing text at the end of the last paragraph."""
    last = max((i for i, piece in enumerate(kept) if piece.part == "body"), default=-1)
    text = kept[last].text if last >= 0 else ""
    end = cut_mark(text)
    if not text[:end].strip() or not any(map(str.isalnum, text[end:])):
        return kept, []
    kept[last] = kept[last]._replace(text=text[:end].rstrip())
    return kept, [Insert(kept[last].line, "cut mark", text[end:])]


def _is_truncated(lines: Sequence[Line], kept: Sequence[Piece]) -> bool:
    body = [piece for piece in kept if piece.part == "body"]
    if not body:
        return False
    below = [line for line in lines if line.number > body[-1].line]
    return is_truncated(body[-1].text, below, " ".join(piece.text for piece in body[:-1]))
