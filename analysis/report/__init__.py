"""Numbers, figures and references for a write-up: what was found, how it was made, and what is behind it.

Notebooks call `numbers` and `number`; a run calls `write` when they are through. What a reader asks for is in
`lookup` and `trace`.
"""

from analysis.report.compose import write
from analysis.report.numbers import number, numbers

__all__ = ["number", "numbers", "write"]
