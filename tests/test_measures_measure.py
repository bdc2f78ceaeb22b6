from typing import Any

import pandas as pd
import pytest

from analysis.measures.measure import Measure


def measure(name: str, **more: Any) -> Measure:  # noqa: ANN401  # any attribute
    return Measure(
        name=name, label="", unit="", definition="", value=lambda _: pd.Series(dtype=float), **more
    )


@pytest.mark.parametrize(
    ("one", "value", "shown"),
    [
        (measure("w"), 1234.4, "1,234"),
        (measure("s", digits=1, share=True), 0.2466, "24.7 %"),
        (measure("g", digits=1), -1.45, "−1.4"),
        (measure("g"), float("nan"), "–"),
    ],
)
def test_values_are_written_with_the_digits_of_their_measure(one: Measure, value: float, shown: str) -> None:
    assert one.shown(value) == shown


def test_a_difference_is_written_with_its_sign_or_as_a_size_with_its_noun() -> None:
    share = measure("s", digits=1, share=True)
    words = measure("w", noun="words")
    assert (share.signed(-0.1234), share.gap(-0.1234)) == ("−12.3", "12.3 points")
    assert (words.signed(1234.4), words.gap(1234.4)) == ("+1,234", "1,234 words")
    assert words.signed(-0.3) == "0"
