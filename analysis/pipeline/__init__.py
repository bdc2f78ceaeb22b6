"""Notebooks through papermill: checked first, run side by side, and published only when they succeed."""

from analysis.pipeline.jobs import Job, plan, skipped_notebooks
from analysis.pipeline.runs import Result, run, summarise
from analysis.pipeline.state import due, missing_copies

__all__ = ["Job", "Result", "due", "missing_copies", "plan", "run", "skipped_notebooks", "summarise"]
