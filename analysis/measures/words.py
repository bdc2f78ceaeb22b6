"""Which words an article uses, in each voice."""

from collections import Counter
from collections.abc import Mapping
from itertools import compress
from operator import not_

from analysis.measures.measure import Family
from analysis.measures.reading import Columns, Reading
from analysis.measures.schema import VOICE, Column, Table

__all__ = ["FAMILY"]


def _count(reading: Reading) -> Mapping[str, Columns]:
    """Each word with its count, in alphabetical order: no sentence can be rebuilt from them."""
    body, inside = reading.document.body.forms, reading.inside
    spoken = {
        "headline": reading.document.headline.forms,
        "narration": compress(body, map(not_, inside)),
        "quotation": compress(body, inside),
    }
    table: Columns = {"voice": [], "word": [], "count": []}
    for voice, forms in spoken.items():
        counts = Counter(map(str.lower, forms))
        words = sorted(counts)
        table["voice"] += [voice] * len(words)
        table["word"] += words
        table["count"] += map(counts.__getitem__, words)
    return {"words": table}


FAMILY = Family(
    tables={
        "words": Table(
            "a word of an article in one voice",
            ("voice", "word"),
            (
                VOICE,
                Column("word", "text", "the word in lower case"),
                Column("count", "count", "times found"),
            ),
        )
    },
    count=_count,
)
