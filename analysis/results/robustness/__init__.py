"""Does a difference between two sources survive every reasonable choice? The specification curve.

Simonsohn, Simmons and Nelson (2020), Specification curve analysis, Nature Human Behaviour 4, 1208-1214:
name the choices that could as well have been made, estimate under all their combinations, and show all
estimates beside the one that was reported. `choices` names them, each with its reason.
"""

from analysis.results.robustness.choices import MEASURES, choices
from analysis.results.robustness.curve import Curve, curve
from analysis.results.robustness.overview import held, measures, pairs
from analysis.results.robustness.raw import raw_and_clean

__all__ = ["MEASURES", "Curve", "choices", "curve", "held", "measures", "pairs", "raw_and_clean"]
