from analysis.corpus.articles import Article
from analysis.text.cleaning import clean
from analysis.text.lines import join_lines, other_lines

PAGE = """A harbour closes for two years

Share on Facebook

OST – The council met on Monday and voted to close the old fish market for two years.

Nobody in the gallery spoke against the plan, and the mayor thanked them for it.
"""
CLEAN = clean(Article("a", "The Post", PAGE))


def test_lines_outside_the_body_are_named_by_their_part_or_by_the_rule_that_removed_them() -> None:
    assert [(line.number, line.name, line.removed, line.forms) for line in other_lines(CLEAN)] == [
        (1, "headline", False, ["A", "harbour", "closes", "for", "two", "years"]),
        (5, "dateline", False, ["OST"]),
        (3, "share link", True, ["Share", "on", "Facebook"]),
    ]


def test_a_dateline_loses_the_dash_in_which_outlets_differ() -> None:
    assert [line.text for line in other_lines(CLEAN) if line.name == "dateline"] == ["OST"]


def test_the_lines_of_a_file_are_joined_in_their_order() -> None:
    joined = join_lines(CLEAN, other_lines(CLEAN))
    assert joined.split() == PAGE.replace(" –", "").split()


def test_a_headline_that_only_the_table_has_is_not_a_line_of_the_file() -> None:
    titled = clean(Article("a", "The Post", PAGE, title="Another title of the harbour story"))
    lines = other_lines(titled)
    assert lines[0].number == 0
    assert "Another title" not in join_lines(titled, lines)
