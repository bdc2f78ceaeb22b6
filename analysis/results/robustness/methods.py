"""How the robustness of differences was examined, for the methods section."""

from typing import TYPE_CHECKING

from analysis.results.markdown import cite
from analysis.results.result import Method

if TYPE_CHECKING:
    from analysis.measures.measure import Measure

__all__ = ["describe_specifications"]


def describe_specifications(measure: "Measure") -> Method:
    """The specification curve of a measure."""
    return Method(
        "Comparison",
        f"Whether the difference in {measure.label} between two sources depends on choices of the analysis "
        "was examined with a specification curve: the estimate for every combination of the choices that "
        f"apply to it {cite('simonsohn2020')}.",
    )
