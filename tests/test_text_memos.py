"""What is remembered of words is limited, and forgetting it changes nothing."""

from types import ModuleType

import pytest

from analysis.text import shared_text
from analysis.text.segmentation import words
from analysis.text.terms import matching, negation
from analysis.text.terms.lexicon import from_categories

TERMS = matching._compile(from_categories({"c": ["ab*"]}))
MEMOS = [
    (words, words._PIECES),
    (shared_text, shared_text._NUMBERS),
    (negation, negation._NEGATES),
    (matching, TERMS),
]
WORDS = ["abc", "not", "isn't", "abd", "abc", "not"]


@pytest.mark.parametrize(("module", "memo"), MEMOS)
def test_a_full_memo_is_emptied_and_gives_the_same_again(
    module: ModuleType, memo: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    memo.clear()
    remembered = [memo[word] for word in WORDS]
    assert len(memo) == 4
    monkeypatch.setattr(module, "_MEMO_LIMIT", 2)
    memo.clear()
    assert [memo[word] for word in WORDS] == remembered
    assert len(memo) == 2


@pytest.mark.parametrize(("module", "_"), MEMOS)
def test_no_memo_holds_more_than_a_million_words(module: ModuleType, _: object) -> None:
    assert 10_000 <= module._MEMO_LIMIT <= 1_000_000


def test_long_words_are_not_remembered() -> None:
    words._PIECES.clear()
    for piece in ("a" * 80, "a" * 81):
        assert words._PIECES[piece] == ((piece, 0, len(piece)),)
    assert list(words._PIECES) == ["a" * 80]
