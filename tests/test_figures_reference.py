"""The chart of reference pairs: what it prints, marks and leaves out."""

import numpy as np
import pandas as pd
import pytest
from charts import TITLE, check_chart, check_layout, each_size, read_texts
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.patches import StepPatch
from sources import MEASURES, SHARE, WORDS, list_pairs

from analysis import figures
from analysis.figures.style import DOUBLE, PALE
from analysis.measures.measure import Measure
from analysis.results.behind import OTHERS
from analysis.results.reference import ReferenceResult
from analysis.results.reference_sentences import describe_rows

REFERENCE = pd.Series(np.linspace(0.0, 0.5, 300))


def make_result(
    table: pd.DataFrame, measures: tuple[Measure, ...], reference: tuple[pd.Series, ...]
) -> ReferenceResult:
    return ReferenceResult(
        id="a",
        table=table,
        measures=measures,
        reference=reference,
        title=TITLE,
        subtitle="Pairs.",
        note=describe_rows(table),
    )


def draw_sources(count: int, width: float) -> Figure:
    rng = np.random.default_rng(5)
    rows = [
        row(
            measure=one.name,
            first=first,
            second=second,
            distance=1 + rng.gamma(2) * scale,
            bound="at least" if i % 4 == 1 else "",
            pairs=i % 3,
            share=rng.uniform(),
        )
        for one, scale in zip(MEASURES, (1, 0.1, 2), strict=True)
        for i, (first, second) in enumerate(list_pairs(max(count, 2)))
    ]
    table = pd.DataFrame(rows)
    table["p10"] = table["distance"].where(table["bound"] == "") * 0.9
    table["p90"] = table["distance"] * 1.2
    table.loc[table.index % 5 == 2, ["distance", "share", "reason"]] = [np.nan, np.nan, "no <b>event</b>"]
    table["share_of_medians"] = table["share"]
    reference = tuple(pd.Series(1 + rng.gamma(2, scale, 300)) for scale in (1, 0.1, 2))
    return figures.reference(make_result(table, MEASURES, reference), width=width)


@each_size
def test_no_text_overlaps_another_or_leaves_the_figure(count: int, width: float) -> None:
    check_layout(draw_sources(count, width))


def test_the_chart_passes_the_checklist_of_charts() -> None:
    check_chart(draw_sources)


@pytest.mark.parametrize("count", [46, 500])
def test_a_page_shows_24_sources_and_says_so(count: int) -> None:
    figure = draw_sources(count, DOUBLE)
    assert figure.get_figheight() * 25.4 < 247
    assert f"Shown: 24 of {count} sources" in " ".join(read_texts(figure))


def row(**given: object) -> dict[str, object]:
    plain: dict[str, object] = {
        "measure": "quoted_share",
        "first": "a",
        "second": "b",
        "n_first": 1,
        "pairs": 1,
    }
    plain |= {
        "distance": 0.2,
        "p10": np.nan,
        "p90": np.nan,
        "bound": "",
        "reference_pairs": 300,
        "events": 1,
        "share": 0.6,
    }
    whole = {**plain, "reason": "", **given}
    return {"share_of_medians": whole["share"], **whole}


def draw(*rows: dict[str, object], reference: pd.Series = REFERENCE) -> Figure:
    table = pd.DataFrame(rows)
    measures = (WORDS,) if rows[0]["measure"] == "words" else (SHARE,)
    return figures.reference(make_result(table, measures, (reference,)))


def histograms(figure: Figure) -> list[StepPatch]:
    return [patch for patch in figure.axes[0].patches if isinstance(patch, StepPatch)]


def heights(patch: StepPatch) -> np.ndarray:
    tops, _, floor = patch.get_data()
    return np.asarray(floor - tops)


def test_a_pair_is_printed_with_its_difference_and_its_share() -> None:
    assert {"20.0", "60 %", "a –\nb"} <= set(read_texts(draw(row())))


def test_a_share_that_is_not_nothing_is_not_printed_as_nothing() -> None:
    assert "<1 %" in read_texts(draw(row(share=1 / 300)))
    assert "0 %" in read_texts(draw(row(share=0.0)))


def test_of_several_events_the_share_of_medians_is_printed_because_titles_judge_by_it() -> None:
    shown = read_texts(draw(row(events=6, pairs=6, share=0.12, share_of_medians=0.01)))
    assert "1 %" in shown
    assert "12 %" not in shown


def test_with_one_pair_the_share_is_an_area_of_the_histogram() -> None:
    whole, far = histograms(draw(row()))
    assert to_hex(whole.get_facecolor()) == PALE.lower()
    assert heights(far).sum() / heights(whole).sum() == pytest.approx((REFERENCE >= 0.2).mean())
    assert len(histograms(draw(row(), row(second="c")))) == 1


def test_a_bound_is_an_open_arrow_head_and_its_share_the_most_it_can_be() -> None:
    figure = draw(row(measure="words", distance=1.5, bound="at least"), reference=1 + REFERENCE)
    assert {"≥ 1.50×", "≤ 60 %"} <= set(read_texts(figure))
    assert [line.get_marker() for line in figure.axes[0].get_lines()].count(">") == 1
    assert any("Truncated articles" in text for text in read_texts(figure))


def test_what_has_no_share_has_a_dash_and_its_reason_below() -> None:
    figure = draw(row(), row(second="c", distance=np.nan, share=np.nan, reason="there is no event"))
    assert read_texts(figure).count("–") == 2
    assert "– There is no event." in read_texts(figure)


def test_lengths_are_on_a_scale_of_doublings() -> None:
    figure = draw(row(measure="words", distance=2.0), reference=1 + 6 * REFERENCE)
    assert {"1×", "2×", "4×"} <= set(read_texts(figure))


def test_a_source_with_all_others_stands_alone_and_without_its_difference() -> None:
    shown = read_texts(draw(row(second=OTHERS, pairs=9), row(first="b", second=OTHERS, pairs=9)))
    assert {"a", "b", "share"} <= set(shown)
    assert "difference" not in shown
    assert "Each source in its pairs with every other source." in shown
