"""Marks: where quoted runs begin and end, also where marks are missing or badly set."""

import pytest
from conftest import all_body

from analysis.text.quotations.marks import QuotedRun, find_quoted_runs
from analysis.text.segmentation import segment


def runs(text: str) -> list[tuple[str, bool, bool]]:
    """Each run, whether it is closed, and whether it continues the one above."""
    document = segment(all_body(text))
    return [(document.text[r.start : r.end], r.closed, r.continues) for r in find_quoted_runs(document)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"It sank," she said. "All of it."', [("It sank,", True, False), ("All of it.", True, False)]),
        ('"It sank', [("It sank", False, False)]),
        ('She said "', []),
        ('It sank"', []),
        ('It sank", she said, and" left', [(", she said, and", True, False)]),
        (
            'She said "It sank. It rained and "it was late."',
            [("It sank.", False, False), ("it was late.", True, False)],
        ),
        (
            'She said "it sank and "it was late."',
            [("it sank and ", False, False), ("it was late.", True, False)],
        ),
        ('"He said "go" and I went," she said.', [('He said "go" and I went,', True, False)]),
        ('("It sank")', [("It sank", True, False)]),
        ("\"'It sank'\" she said", [("'It sank'", True, False)]),
    ],
)
def test_runs_of_one_paragraph(text: str, found: list[tuple[str, bool, bool]]) -> None:
    assert [run for run in runs(text) if run[0]] == found


@pytest.mark.parametrize(
    ("text", "continues"),
    [
        ('"It sank.\n"All of it."', [False, True]),
        ('"It sank."\n"All of it."', [False, False]),
        ('"It sank.\nIt rained.\n"All of it."', [False, False]),
        ('"It sank.\nAll of it," she said.', [False, True]),
        ('She said "it sank.\nThe "wet" bin.', [False, False]),
    ],
)
def test_a_run_continues_one_that_the_paragraph_above_leaves_open(text: str, continues: list[bool]) -> None:
    assert [run[2] for run in runs(text)] == continues


def test_a_run_knows_its_place() -> None:
    document = segment(all_body('It rained.\n"It sank," she said.'))
    assert find_quoted_runs(document) == [QuotedRun(12, 20, 1, closed=True, continues=False)]
