"""Sentences beside ordinary pairs: the words follow the thresholds, and say no more than the texts allow."""

import pandas as pd
import pytest

from analysis import wording
from analysis.compare.backdrop import Backdrop
from analysis.measures.schema import Measure

NAN = float("nan")
LENGTH = Measure("words", "Length", "words", "", extensive=True)
SHARE = Measure("quoted_share", "Quoted share", "words / words", "", digits=1, share=True)


PLAIN: dict[str, object] = {
    "measure": "quoted_share",
    "first": "Post",
    "second": "Wire",
    "n_first": 1,
    "n_second": 1,
    "events": 1,
    "pairs": 1,
    "apart": 0.093,
    "bound": "",
    "ordinary": 300,
    "share": 0.56,
    "low": 0.5,
    "high": 0.62,
    "alike": 0.56,
    "reason": "",
}


def row(**given: object) -> dict[str, object]:
    plain = {**PLAIN, **given}
    return {"alike_least": plain["alike"], **plain}


def found(*rows: dict[str, object], presumed: bool = False) -> Backdrop:
    return Backdrop((LENGTH, SHARE), (), pd.DataFrame(rows or None, columns=list(row())), presumed)


def sentence(**given: object) -> str:
    return str(wording.backdrop(found(row(**given), row())).loc[0, "sentence"])


def test_a_pair_of_articles_has_its_difference_its_share_and_a_word() -> None:
    assert sentence() == (
        "Quoted share: this Post article and this Wire article lie 9.3 points apart; 56 % of 300 ordinary "
        "same-event pairs of US outlets differ at least this much (95 % interval 50 to 62 %): nothing unusual."
    )


@pytest.mark.parametrize(
    ("alike", "word"),
    [
        (0.0, "rare"),
        (0.049, "rare"),
        (0.05, "larger than most"),
        (0.199, "larger than most"),
        (0.2, "nothing unusual"),
        (0.95, "nothing unusual"),
        (0.951, "unusually small"),
    ],
)
def test_the_words_have_their_thresholds(alike: float, word: str) -> None:
    assert sentence(alike=alike).endswith(f": {word}.")


def test_several_events_are_spoken_of_by_their_median_and_not_as_these_articles() -> None:
    told = sentence(events=6, pairs=6, n_first=6, n_second=6, share=0.12, alike=0.01)
    assert "Post and Wire lie 9.3 points apart in the median of 6 events; 12 % of 300" in told
    assert told.endswith(", and 1 % of medians of 6 such pairs: rare.")


def test_lengths_lie_a_factor_apart() -> None:
    assert "lie a factor of 1.23 apart;" in sentence(measure="words", apart=1.234)


def test_a_bound_is_said_to_be_one_and_has_a_word_only_where_it_holds_anyhow() -> None:
    told = sentence(measure="words", apart=1.2, bound="at least", alike_least=0.0)
    assert "at least a factor of 1.20 apart; at most 56 % of" in told
    assert told.endswith(": no more can be told, since texts break off.")
    assert sentence(bound="at least", alike=0.03, alike_least=0.0).endswith(": rare.")


def test_what_cannot_be_laid_beside_them_says_why() -> None:
    told = sentence(reason="a text breaks off", share=NAN, alike=NAN, alike_least=NAN)
    assert told.endswith("Wire article cannot be laid beside ordinary pairs: a text breaks off.")


def test_where_nothing_can_one_sentence_says_so() -> None:
    nothing = [row(measure=name, reason="no article names its event") for name in ("words", "quoted_share")]
    told = wording.backdrop(found(*nothing))["sentence"].tolist()
    assert told == ["Nothing can be laid beside ordinary pairs: no article names its event."]
    assert wording.backdrop_read(found()) == "One source: there is no pair to lay beside ordinary pairs"


def test_articles_that_are_only_presumed_to_tell_one_event_come_with_that_doubt() -> None:
    presumed = found(row(), presumed=True)
    assert "Quoted share: if they tell one event, this" in wording.backdrop(presumed).loc[0, "sentence"]
    assert ", if these articles tell one: of 1 difference" in wording.backdrop_read(presumed)


def test_the_title_counts_the_words_and_names_measures_of_one_pair() -> None:
    one = found(row(), row(measure="words", alike=0.01))
    assert wording.backdrop_read(one) == (
        "Beside ordinary pairs on one event: of 2 differences 1 is rare (Length) and 1 is nothing unusual"
    )
    three = found(row(), row(second="Globe", alike=0.97), row(first="Globe", reason="no", alike=NAN))
    assert wording.backdrop_read(three) == (
        "Beside ordinary pairs on one event: of 3 differences 1 is unusually small, 1 is nothing unusual "
        "and 1 cannot be told"
    )


def test_the_subtitle_says_whose_pairs_they_are_and_that_they_are_no_test() -> None:
    told = wording.how_laid(found(row()))
    for part in ("Fox News, HuffPost and New York Times", "100 events", "2010–2019", "a yardstick, no test"):
        assert part in told
    assert told.endswith("at least as far apart as a pair here.")
    assert "in the median of its pairs" in wording.how_laid(found(row(events=4)))


def test_the_subtitle_says_that_articles_are_shorter_than_the_ordinary_ones() -> None:
    told = wording.how_laid(found(row())._replace(short=1))
    assert " 1 article here has fewer words than any ordinary one (139): rates of short texts" in told


def test_counts_of_thousands_have_their_commas() -> None:
    rows = [row(second=f"s{i}", alike=0.01 if i < 1200 else 0.5) for i in range(2500)]
    assert wording.backdrop_read(found(*rows)).endswith(
        "of 2,500 differences 1,200 are rare and 1,300 are nothing unusual"
    )
