"""Plain text as LaTeX, and back."""

import re

from hypothesis import given
from hypothesis import strategies as st

from analysis.report.latex import from_latex, to_latex


@given(st.text())
def test_what_is_escaped_for_latex_is_read_back(text: str) -> None:
    escaped = to_latex(text)
    assert from_latex(escaped) == text
    assert escaped.count("{") == escaped.count("}")
    assert not re.search(r"(?<!\\)[$%&#_^~]", re.sub(r"\\text[a-z]+\{\}", "", escaped))
