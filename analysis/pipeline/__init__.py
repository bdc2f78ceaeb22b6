"""Notebooks through papermill: checked first, run side by side, published whole or not at all."""

from analysis.pipeline.planning import Job, due, moved, plan, plan_again
from analysis.pipeline.running import Result, run

__all__ = ["Job", "Result", "due", "moved", "plan", "plan_again", "run"]
