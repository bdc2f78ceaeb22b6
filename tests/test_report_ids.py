"""Segments of ids: identifiers in every language, one per text."""

import re

from hypothesis import given
from hypothesis import strategies as st

from analysis.report.ids import slug, slugs

SEGMENT = re.compile(r"[a-z_][a-z0-9_]*")


@given(st.lists(st.text()))
def test_every_text_has_a_segment_of_its_own_that_is_an_identifier(values: list[str]) -> None:
    found = slugs(values)
    assert len(set(found.values())) == len(set(values))
    assert all(SEGMENT.fullmatch(one) for one in found.values())


def test_segments_are_what_a_reader_expects() -> None:
    assert [slug(one) for one in ("Zoë's 1st", "10 Downing St", "  ")][:2] == ["zoe_s_1st", "_10_downing_st"]
    assert slugs(["A b", "a-B"]) == {"A b": "a_b", "a-B": "a_b_2"}


def test_sources_are_named_first_in_every_table_that_has_one_of_them() -> None:
    assert slugs(["the post", "The Post"], first=["The Post"]) == {
        "The Post": "the_post",
        "the post": "the_post_2",
    }
    assert slugs(["the post"], first=["The Post"]) == {"the post": "the_post"}
