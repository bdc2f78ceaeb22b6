"""The chart of ordinary pairs: what it prints, marks and leaves out."""

import numpy as np
import pandas as pd
import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.patches import StepPatch
from matplotlib.text import Text

from analysis import compare, figures
from analysis.compare.backdrop import Backdrop
from analysis.compare.differences import OTHERS
from analysis.figures.style import PALE

WORDS, SHARE = compare.measure("words"), compare.measure("quoted_share")
ORDINARY = pd.Series(np.linspace(0.0, 0.5, 300))


def row(**given: object) -> dict[str, object]:
    plain: dict[str, object] = {
        "measure": "quoted_share",
        "first": "a",
        "second": "b",
        "n_first": 1,
        "pairs": 1,
    }
    plain |= {"apart": 0.2, "p10": np.nan, "p90": np.nan, "bound": "", "ordinary": 300, "share": 0.6}
    return {**plain, "reason": "", **given}


def drawn(*rows: dict[str, object], ordinary: pd.Series = ORDINARY) -> Figure:
    table = pd.DataFrame(rows)
    measures = (WORDS,) if rows[0]["measure"] == "words" else (SHARE,)
    found = Backdrop(measures, (ordinary,), table, presumed=False)
    return figures.backdrop(found, title="t", subtitle="s")


def texts(figure: Figure) -> list[str]:
    return [text.get_text() for text in figure.findobj(Text) if isinstance(text, Text)]


def histograms(figure: Figure) -> list[StepPatch]:
    return [patch for patch in figure.axes[0].patches if isinstance(patch, StepPatch)]


def heights(patch: StepPatch) -> np.ndarray:
    tops, _, floor = patch.get_data()
    return np.asarray(floor - tops)


def test_a_pair_is_printed_with_its_difference_and_its_share() -> None:
    assert {"20.0", "60 %", "a –\nb"} <= set(texts(drawn(row())))


def test_a_share_that_is_not_nothing_is_not_printed_as_nothing() -> None:
    assert "<1 %" in texts(drawn(row(share=1 / 300)))
    assert "0 %" in texts(drawn(row(share=0.0)))


def test_with_one_pair_the_share_is_an_area_of_the_histogram() -> None:
    whole, far = histograms(drawn(row()))
    assert to_hex(whole.get_facecolor()) == PALE.lower()
    assert heights(far).sum() / heights(whole).sum() == pytest.approx((ORDINARY >= 0.2).mean())
    assert len(histograms(drawn(row(), row(second="c")))) == 1


def test_a_bound_is_an_open_arrow_head_and_its_share_the_most_it_can_be() -> None:
    figure = drawn(row(measure="words", apart=1.5, bound="at least"), ordinary=1 + ORDINARY)
    assert {"≥ 1.50×", "≤ 60 %"} <= set(texts(figure))
    assert [line.get_marker() for line in figure.axes[0].get_lines()].count(">") == 1
    assert any("Texts break off" in text for text in texts(figure))


def test_what_has_no_share_has_a_dash_and_its_reason_below() -> None:
    figure = drawn(row(), row(second="c", apart=np.nan, share=np.nan, reason="there is no event"))
    assert texts(figure).count("–") == 2
    assert "– There is no event." in texts(figure)


def test_where_no_pair_can_be_laid_nothing_is_drawn() -> None:
    assert "Nothing to show." in texts(
        drawn(row(apart=np.nan, share=np.nan, reason="no article names its event"))
    )


def test_lengths_are_on_a_scale_of_doublings() -> None:
    figure = drawn(row(measure="words", apart=2.0), ordinary=1 + 6 * ORDINARY)
    assert {"1×", "2×", "4×"} <= set(texts(figure))


def test_a_source_with_all_others_stands_alone_and_without_its_difference() -> None:
    shown = texts(drawn(row(second=OTHERS, pairs=9), row(first="b", second=OTHERS, pairs=9)))
    assert {"a", "b", "as far"} <= set(shown)
    assert "apart" not in shown
    assert "Each source in its pairs with every other source." in shown
