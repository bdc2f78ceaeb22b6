"""Notebooks through papermill: checked first, run side by side, and published only when they succeed."""

from analysis.pipeline.jobs import Job, due, missing_copies, plan, skipped_notebooks
from analysis.pipeline.runs import Result, run, summarise

__all__ = ["Job", "Result", "due", "missing_copies", "plan", "run", "skipped_notebooks", "summarise"]
