"""Shared text found, cut, edited or buried, and texts that only quote the same told apart from it."""

import random
from collections.abc import Sequence

import numpy as np
import pytest

from analysis.text import shared_text as copies
from analysis.text.shared_text import Fingerprint, Pair

WORDS = [f"{a}{b}{c}" for a in "bdfgklmn" for b in "aeiou" for c in "bdfgklmn"]


def story(seed: int, length: int = 400) -> list[str]:
    """Words drawn at random: no run of five stands in two stories."""
    return random.Random(seed).choices(WORDS, k=length)  # noqa: S311  # no secret


def text(words: Sequence[str], *, quoted: range = range(0)) -> Fingerprint:
    flags = np.zeros(len(words), bool)
    flags[quoted.start : quoted.stop] = True
    return copies.fingerprint_words(words, flags)


def found(*texts: Sequence[str] | Fingerprint) -> list[Pair]:
    return [*copies.find_pairs([one if isinstance(one, Fingerprint) else text(one) for one in texts])]


def places(pairs: Sequence[Pair]) -> list[tuple[int, int]]:
    return [(pair.shorter, pair.longer) for pair in pairs]


def test_stories_of_their_own_share_nothing() -> None:
    assert found(*map(story, range(30))) == []


def test_the_same_text_is_shared_whole_whatever_its_case() -> None:
    one = story(1)
    assert found(one, [word.upper() for word in one]) == [Pair(0, 1, 1.0, 1.0, 400)]


@pytest.mark.parametrize("left", [320, 200, 120, 80, 30])
def test_a_cut_copy_is_held_whole_by_the_longer_text(left: int) -> None:
    one = story(1)
    (pair,) = found(one, story(2), one[:left])
    assert (pair.shorter, pair.longer, pair.containment, pair.shared_words) == (2, 0, 1.0, left)
    assert pair.jaccard == pytest.approx((left - 4) / 396)


def test_the_numbers_are_those_counted_by_hand() -> None:
    one, other = story(1, 40), story(2, 60)
    (pair,) = found(one, [*other[:20], *one[:20], *other[20:]])
    # 16 runs of 36 stand in both, of 36 + 76 in all; 20 words of 40.
    assert pair == Pair(0, 1, 16 / 36, 16 / (36 + 76 - 16), 20)


def test_less_than_half_of_the_shorter_text_is_no_copy() -> None:
    one, other = story(1, 40), story(2, 60)
    assert found(one, [*other[:20], *one[:19], *other[20:]]) == []


def test_a_word_changed_in_every_ten_leaves_the_passage_shared() -> None:
    one = story(1)
    edited = ["changed" if place % 10 == 9 else word for place, word in enumerate(one)]
    (pair,) = found(one, edited)
    assert pair.containment == pytest.approx(0.5, abs=0.1)
    assert pair.shared_words == 399  # the last word is changed: no run stands behind it


def test_six_words_between_two_shared_runs_are_no_edit_and_five_are() -> None:
    one = story(1, 100)
    for between, shared in ((5, 100), (6, 94)):
        other = [*one[:40], *story(2, between), *one[40 + between :]]
        (pair,) = found(one, other)
        assert pair.shared_words == shared


def test_paragraphs_in_another_order_behind_another_lead_are_a_copy() -> None:
    one = story(1)
    assert places(found(one, [*story(2, 60), *one[200:], *one[:200]])) == [(0, 1)]


def test_a_quotation_in_both_is_no_copy_however_long() -> None:
    speech = story(9, 300)
    own = [text([*story(seed, 100), *speech], quoted=range(100, 400)) for seed in (1, 2)]
    assert found(*own) == []
    assert places(found(*(text([*story(seed, 100), *speech]) for seed in (1, 2)))) == [(0, 1)]


@pytest.mark.parametrize(("shared", "pairs"), [(200, 1), (199, 0)])
def test_half_of_the_words_of_the_shorter_text_are_a_copy_and_one_less_is_none(
    shared: int, pairs: int
) -> None:
    one, other = story(1, 400), story(2, 600)
    assert len(found(one, [*other[:300], *one[:shared], *other[300:]])) == pairs


@pytest.mark.parametrize(("shared", "pairs"), [(25, 1), (24, 0)])
def test_of_the_narration_a_quarter_is_a_copy_and_a_word_less_is_none(shared: int, pairs: int) -> None:
    speech, lead = story(9, 300), story(8, shared)
    own = [text([*lead, *story(seed, 100 - shared), *speech], quoted=range(100, 400)) for seed in (1, 2)]
    assert len(found(*own)) == pairs


@pytest.mark.parametrize(("articles", "candidates"), [(50, 1225), (51, 0)])
def test_a_notice_in_up_to_fifty_articles_makes_them_candidates_and_in_more_none(
    articles: int, candidates: int
) -> None:
    notice = story(999, 15)  # a quarter of each text: no copy, but enough in common to look closer
    texts = [text([*story(seed, 45), *notice]) for seed in range(articles)]
    assert len([*copies._find_candidates(copies._build_index(texts))]) == candidates


@pytest.mark.parametrize(("articles", "pairs"), [(50, 1225), (51, 1275), (52, 1325)])
def test_each_copy_is_compared_with_the_first_fifty(articles: int, pairs: int) -> None:
    assert len(found(*[story(1, 40)] * articles)) == pairs  # of 52 articles the last two are not compared


def test_a_text_that_is_all_quotation_is_judged_by_its_quotation() -> None:
    assert len(found(*(text(story(9), quoted=range(400)) for _ in range(2)))) == 1


def test_a_text_below_thirty_words_is_not_judged() -> None:
    assert found(story(1, 29), story(1, 29)) == []
    assert len(found(story(1, 30), story(1, 30))) == 1


def test_of_two_texts_of_one_length_the_first_is_the_shorter_one() -> None:
    one = story(1)
    assert places(found(one, [*one[:399], "other"])) == [(0, 1)]
    assert places(found([*one, "more"], one)) == [(1, 0)]


def test_no_texts_and_one_text_have_no_pairs() -> None:
    assert found() == []
    assert found(story(1)) == []
    assert found([], ["few", "words"]) == []


def test_a_text_that_repeats_itself_is_found_again() -> None:
    chorus = story(1, 30) * 40
    assert places(found(chorus, [*chorus])) == [(0, 1)]


def test_a_notice_in_every_article_makes_no_copies_and_hides_none() -> None:
    notice = story(99, 60)
    many = [[*story(seed), *notice] for seed in range(120)]
    copy = [*many[110][:200], *notice]
    assert places(found(*many, copy)) == [(120, 110)]


@pytest.mark.parametrize("length", [0, 4, 5, 29])
def test_a_run_in_very_many_articles_is_counted_beside_one_too_short_to_compare(length: int) -> None:
    phrase = story(99, 5)
    many = [[*story(seed, 60), *phrase] for seed in range(51)]
    for texts in ([*many, story(99, length)], [story(99, length), *many]):
        assert found(*texts) == []


def test_stock_phrases_that_very_many_use_bring_no_two_texts_together() -> None:
    draw = random.Random(7)  # noqa: S311  # no secret
    stock = [story(seed, 5) for seed in range(200)]  # each of them in some sixty texts
    many = [
        [word for phrase in draw.sample(stock, 30) for word in (*phrase, *draw.choices(WORDS, k=4))]
        for _ in range(400)
    ]
    assert [*copies._find_candidates(copies._build_index([text(words) for words in many]))] == []


def test_a_text_that_very_many_print_joins_each_of_them_to_the_first() -> None:
    one = story(1)
    pairs = found(*([*one, *story(seed, 40)] for seed in range(2, 122)))
    assert {pair.longer for pair in pairs} | {pair.shorter for pair in pairs} == set(range(120))
    assert {(0, other) for other in range(1, 120)} <= set(places(pairs))
    assert len(pairs) < 120 * 50


def test_every_pair_that_a_plain_reading_finds_is_found() -> None:
    draw = random.Random(5)  # noqa: S311  # no secret
    texts = [story(seed, draw.randrange(40, 300)) for seed in range(12)]
    for _ in range(60):
        begin = draw.randrange(len(texts[0]) // 2)
        source = texts[draw.randrange(12)]
        texts.append([*source[begin : begin + draw.randrange(40, 120)], *story(draw.randrange(9999), 50)])
    plain = {
        pair for i in range(len(texts)) for j in range(i) if (pair := plain_reading(texts[j], texts[i], j, i))
    }
    assert set(places(found(*texts))) == plain
    assert len(plain) > 50


def plain_reading(one: list[str], other: list[str], *where: int) -> tuple[int, int] | None:
    """The definition, word by word: the pair, if half of the shorter text stands in shared passages."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    runs = {tuple(long[i : i + 5]) for i in range(len(long) - 4)}
    shared: set[int] = set()
    for i in range(len(short) - 4):
        if tuple(short[i : i + 5]) in runs:
            gap = range(max(shared, default=i) + 1, i)
            shared |= {*range(i, i + 5), *(gap if len(gap) <= 5 else ())}
    order = where if short is one else where[::-1]
    return (order[0], order[1]) if len(shared) >= 0.5 * len(short) else None
