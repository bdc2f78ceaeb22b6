"""Text of unknown origin on one line, and as Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from analysis.results.markdown import cite, escape, one_line


@given(st.text(st.characters(exclude_categories=[])))
def test_one_line_is_one_line_that_any_file_can_hold(text: str) -> None:
    line = one_line(text)
    line.encode()
    assert line.splitlines() in ([line], [])
    assert line == one_line(line)


@pytest.mark.parametrize("sign", list("\\`*_{}[]<>#@$&~^|!"))
def test_a_sign_of_markup_is_escaped(sign: str) -> None:
    assert escape(f"a{sign}\nb") == f"a\\{sign} b"


@given(st.text(max_size=60))
def test_escaped_text_inside_a_sentence_prints_as_it_is(text: str) -> None:
    tokens = MarkdownIt("commonmark").parse(f"x {escape(text)} x")
    children = [child for token in tokens for child in token.children or []]
    assert {child.type for child in children} <= {"text", "text_special"}
    assert "".join(child.content for child in children) == f"x {one_line(text)} x"


def test_a_citation_has_brackets_and_no_citation_has_none() -> None:
    assert (cite("flesch1948", "dale1948"), cite()) == ("[@flesch1948; @dale1948]", "")
