"""Packed counts add up like counts apart, and a memo calls its function once a word."""

from hypothesis import given
from hypothesis import strategies as st

from analysis.measures.readability.packed import Layout, Memo

COUNTS = st.lists(st.tuples(*[st.integers(0, 1 << 20)] * 3), max_size=50)


@given(COUNTS)
def test_a_sum_of_packed_counts_is_the_sum_of_each(rows: list[tuple[int, int, int]]) -> None:
    layout = Layout(3)
    apart = tuple(map(sum, zip(*rows, strict=True))) or (0, 0, 0)
    assert layout.unpack(sum(layout.pack(*row) for row in rows)) == apart


def test_no_count_spills_into_its_neighbour() -> None:
    layout = Layout(2)
    assert layout.unpack(layout.pack(2**32 - 1, 0)) == (2**32 - 1, 0)


def test_a_memo_calls_its_function_once_a_word_and_forgets_before_it_fills_the_memory() -> None:
    called: list[str] = []

    def length(word: str) -> int:
        called.append(word)
        return len(word)

    memo = Memo(length)
    assert memo.total(["one", "three", "one"]) == 11
    assert called == ["one", "three"]
    memo._LIMIT = 2
    assert memo.total(["four", "one"]) == 7
    assert called == ["one", "three", "four", "one"]
    assert len(memo) == 2
