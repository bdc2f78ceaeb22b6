"""How much of a file is counted: what the formulas see of the body, of less, and of more than it.

To test whether a result depends on cleaning, on the headline or on the quotations, the counts of each such
text are needed, but not the text. They follow from few additions: the counts of `published` add
up over the parts of a file, and so do textstat's but for its sentences, which it cuts in the whole text.
"""

from collections.abc import Iterator, Sequence
from math import nan
from operator import add
from typing import Literal, NamedTuple, get_args

from analysis.measures.readability import textstat_engine
from analysis.measures.readability.counting import Counts, Tally, counts
from analysis.measures.readability.scores import SCORES, score_one
from analysis.measures.readability.textstat_engine import Totals

__all__ = ["EXTENTS", "Count", "Engine", "Extent", "Part", "count_extents", "rescore"]

Engine = Literal["published", "textstat"]
Extent = Literal["body", "narration", "headlined", "whole"]
EXTENTS: tuple[Extent, ...] = get_args(Extent)


class Part(NamedTuple):
    """A part of a file: its text, and its words and sentences added up."""

    text: str
    tally: Tally


class Count(NamedTuple):
    """What an engine counts in one extent of an article.

    Attributes:
        engine: whose words: `published` or `textstat`.
        extent: `body`; `narration`, the sentences of the body that are mostly the reporter's; `headlined`,
            headline and body; `whole`, every line of the file, those that cleaning removed too.
        pieces: what textstat divides characters by, the stretches between blanks; elsewhere the words.

    The others are fields of `Counts`; with textstat its own notions of them. A headline that only the
    corpus's table has is not a line of the file.
    """

    engine: Engine
    extent: Extent
    words: int
    pieces: int
    sentences: int
    syllables: int
    letters: int
    characters: int
    polysyllables: int
    long_words: int
    mini_words: int
    hard_words: int
    unfamiliar_words: int


def count_extents(
    voices: Sequence[Tally], body: str, headline: Part, others: Part, whole: str
) -> list[Count]:
    """The counts of an article in every extent, in both engines.

    Args:
        voices: narration and quotation of the body.
        body: its text.
        headline: the headline.
        others: all lines of the file that are not of the body, the headline among them.
        whole: all lines of the file in their order.

    Returns:
        `published` in all extents, then `textstat` in all but the narration: its sentences have no voice.
    """
    parts: dict[Extent, Sequence[Tally]] = {
        "body": voices,
        "narration": voices[:1],
        "headlined": (*voices, headline.tally),
        "whole": (*voices, others.tally),
    }
    return [
        *(_published(extent, counts(*tallies)) for extent, tallies in parts.items()),
        *_textstat(body, headline.text, others.text, whole),
    ]


def rescore(count: Count, *, sentences: int) -> dict[str, float]:
    """Every score that follows from the counts of an extent, by its name in `SCORES`.

    Left out are Spache's, which counts different words and not words, and with textstat Linsear Write,
    which looks at the first 100 words.

    Args:
        count: the counts.
        sentences: of the same extent, by this or another way of cutting.

    Returns:
        As in the table of scores: NaN below the least text of `published`, and without words.
    """
    if count.engine == "published":
        plain = count._replace(sentences=sentences)._asdict()
        found = Counts(*(plain.get(name, 0) for name in Counts._fields))
        return {score.name: score_one(score, found)[1] for score in SCORES if score.name != "spache"}
    totals = Totals(**{name: getattr(count, field) for name, field in _AS_COUNTED.items()}, easy=0, harder=0)
    values = textstat_engine.formulas(totals, count.pieces, sentences)
    known = [score for score in SCORES if score.textstat in _FROM_COUNTS]
    # textstat says 0 where it has no letters to count, or nothing.
    return {score.name: values.get(score.textstat, 0.0) if count.words else nan for score in known}


_FROM_COUNTS = frozenset(textstat_engine.FUNCTIONS) - {"spache_readability", "linsear_write_formula"}
# What textstat counts -> the column that holds it.
_AS_COUNTED = {
    **{name: name for name in ("words", "characters", "letters", "syllables", "polysyllables")},
    "unfamiliar": "unfamiliar_words",
    "hardest": "hard_words",
    "long": "long_words",
    "mini": "mini_words",
}


def _published(extent: Extent, c: Counts) -> Count:
    return Count("published", extent, c.words, *c[:-1])  # its words are its pieces; then all fields but types


def _textstat(body: str, headline: str, others: str, whole: str) -> Iterator[Count]:
    """The extents as textstat counts them: counts between blanks add up, sentences are split again."""
    pieces = body.split()
    own = (textstat_engine.totals(pieces), len(pieces))
    yield _counted("body", *own, body)
    joined: dict[Extent, tuple[str, str]] = {
        "headlined": (headline, f"{headline}\n\n{body}" if headline else body),
        "whole": (others, whole),
    }
    for extent, (more, text) in joined.items():
        added = more.split()
        found = Totals(*map(add, own[0], textstat_engine.totals(added)))
        yield _counted(extent, found, own[1] + len(added), text)


def _counted(extent: Extent, found: Totals, pieces: int, text: str) -> Count:
    columns = {field: getattr(found, name) for name, field in _AS_COUNTED.items()}
    sentences = textstat_engine.sentences(text)
    return Count(engine="textstat", extent=extent, pieces=pieces, sentences=sentences, **columns)
