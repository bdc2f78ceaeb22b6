"""Make the outputs of a corpus again, apart, and say what is not as its lock has it."""

from analysis.pipeline.verify.checking import Findings, verify

__all__ = ["Findings", "verify"]
