"""The pieces by which repetition is counted: the runs of words behind an invitation."""

import pytest

from analysis.text.cleaning.pieces import list_runs


@pytest.mark.parametrize(
    ("words", "lengths"), [(1, []), (2, [2]), (3, [2, 3]), (12, [*range(2, 13)]), (14, [*range(2, 13)])]
)
def test_runs_have_two_to_twelve_words(words: int, lengths: list[int]) -> None:
    invitation = " ".join(["Read", *["word"] * (words - 1)])
    (run,) = list_runs(f"the council met, {invitation}")
    assert [len(invitation[: end - run.start].split()) for end, _ in run.ends] == lengths
