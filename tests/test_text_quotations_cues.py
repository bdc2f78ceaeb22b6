"""Cues: which words report, whom they name, and at which side."""

import pytest
from conftest import all_body

from analysis.text.quotations.cues import cues
from analysis.text.quotations.marks import find_quoted_runs
from analysis.text.quotations.tokens import line
from analysis.text.segmentation import segment


def found(text: str) -> list[tuple[str, str | None, str]]:
    """Each cue of a paragraph, its speaker, and the order of the two."""
    document = segment(all_body(text))
    words = line(document, 0, find_quoted_runs(document))
    return [
        (
            " ".join(words.words[cue.start : cue.end]),
            " ".join(words.words[slice(*cue.speaker)]) if cue.speaker else None,
            cue.order,
        )
        for cue in cues(words)
    ]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The dam sank, according to Ada Finch.", [("according to", "Ada Finch", "after")]),
        ("The dam sank, according to", [("according to", None, "none")]),
        ("The rest was paid out according.", []),
        ('Ada Finch: "It sank."', [(":", "Ada Finch", "before")]),
        (': "It sank."', []),
        ("a b c d e Finch: It sank.", [(":", "a b c d e Finch", "before")]),
        ("a b c d e f Finch: It sank.", []),
        ('a b c d e f Finch: "It sank."', [(":", "a b c d e f Finch", "before")]),
        ("It rained. Finch: It sank.", []),
        ('"It sank." – Ada Finch', [("–", "Ada Finch", "after")]),
        ('"It sank" – Ada Finch, engineer', [("–", "Ada Finch", "after")]),
        ('"It sank" – Ada Finch who built it', []),
        ('"It sank" – the engineer', []),
        ("It sank – Ada Finch", []),
    ],
)
def test_cues_that_are_no_verbs(text: str, cue: list[tuple[str, str | None, str]]) -> None:
    assert found(text) == cue


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ('Ada Finch said "so".', [("said", "Ada Finch", "before")]),
        ('Ada Finch may reportedly say "so".', [("say", "Ada Finch", "before")]),
        ('"So," said Ada Finch.', [("said", "Ada Finch", "after")]),
        ('Said Ada Finch: "So."', [("Said", "Ada Finch", "after"), (":", "Said Ada Finch", "before")]),
        ('Who said "so"?', [("said", "Who", "before")]),
        ('It was said by Ada Finch "so".', [("said", "Ada Finch", "after")]),
        ('It was said "so".', [("said", None, "none")]),
        ('She laughed, adding "so".', [("laughed", "She", "before"), ("adding", "She", "clause")]),
        (
            'Vega said that Orme wept, adding "so".',
            [("said", "Vega", "before"), ("adding", "Vega", "clause")],
        ),
        (
            'Vega left after Orme said it, adding "so".',
            [("said", "Orme", "before"), ("adding", "Orme", "clause"), ("adding", "Vega left", "main")],
        ),
    ],
)
def test_verbs_that_report(text: str, cue: list[tuple[str, str | None, str]]) -> None:
    assert found(text) == cue


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ('her claim "so"', [("claim", "her", "owner")]),
        ('Ada Finch\'s claim "so"', [("claim", "Ada Finch's", "owner")]),
        ('the claim "so"', []),
        ('they claim "so"', [("claim", "they", "before")]),
        ('her statement "so"', [("statement", "her", "owner")]),
        ('the statement "so"', []),
    ],
)
def test_nouns_that_report_have_an_owner(text: str, cue: list[tuple[str, str | None, str]]) -> None:
    assert found(text) == cue
