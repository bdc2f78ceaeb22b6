"""What cleaning does to a measure: the whole file against the body, source by source."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis import compare
from analysis.results.robustness.choices import Variant
from analysis.results.robustness.samples import samples

if TYPE_CHECKING:
    from analysis.features import Features

__all__ = ["raw_and_clean"]

_COUNTED = {"published": "published, this project's sentences", "textstat": "textstat, its own sentences"}


def raw_and_clean(data: "Features", name: str) -> pd.DataFrame:
    """A measure of the whole file and of the body by source, for `figures.dumbbells`.

    Returns:
        Columns panel (whose counts, for a measure that two engines count; else the measure's label),
        source, end (whole file or body), value (mean of the articles with both), text, n (articles).

    Raises:
        ParameterError: the measure has no choices.
    """
    found, measure = samples(data, name), compare.measure(name)
    sign = -1 if "higher = easier" in measure.unit else 1
    rows = []
    for body, whole in _ends(found.variants):
        values = sign * found.values[:, [found.variants.index(whole), found.variants.index(body)]]
        known = ~np.isnan(values).any(axis=1)
        panel = _COUNTED.get(body.engine, measure.label)
        for source in data.sources:
            own = values[known & (found.articles["source"] == source).to_numpy()]
            for end, column in (("whole file", 0), ("body", 1)):
                if len(own):
                    mean = float(own[:, column].mean())
                    rows.append((panel, source, end, mean, measure.shown(mean), len(own)))
    return pd.DataFrame(rows, columns=["panel", "source", "end", "value", "text", "n"])


def _ends(variants: Sequence[Variant]) -> list[tuple[Variant, Variant]]:
    """The variants of the measure itself with the body, each with its counterpart of the whole file."""
    own = [one for one in variants if one.score == variants[0].score and one.text == "body"]
    plain = [one for one in own if (one.sentences == "cut") == (one.engine == "textstat") or not one.engine]
    pairs = [(one, one._replace(text="whole")) for one in plain if one.quoted != "marked"]
    return [pair for pair in pairs if pair[1] in variants]
