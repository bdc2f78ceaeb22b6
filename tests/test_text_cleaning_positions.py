"""Lines known by their position: the limits of each rule."""

from collections.abc import Callable, Iterator, Sequence

import pytest

from analysis.text.cleaning import headings, positions
from analysis.text.cleaning.lines import Line, split_lines

PROSE = "The harbour council voted on Monday to close the old fish market for two years."

Rule = Callable[[Sequence[Line], Sequence[str]], Iterator[int]]


def words(number: int) -> str:
    return " ".join(["Eels", *["eel"] * (number - 1)])


def found(rule: Rule, *texts: str, **named: int | list[int]) -> list[int]:
    """The lines that a rule finds; `named` are those that other rules have decided."""
    names = [""] * len(texts)
    for name, places in named.items():
        for place in [places] if isinstance(places, int) else places:
            names[place] = name.replace("_", " ")
    return [*rule(split_lines("\n".join(texts)), names)]


def test_a_line_between_two_video_slugs_is_a_title() -> None:
    texts = ["a.mp4", "Eels at sea", "02:14", "Eels on land", "Harbour"]
    assert found(positions.video_titles, *texts, video_slug=[0, 2]) == [1]
    assert found(positions.video_titles, *texts[:3], video_slug=[0, 2]) == [1]
    assert found(positions.video_titles, *texts, video_slug=[0, 2], player=1) == []
    assert found(positions.video_titles, "a.mp4", "It was late.", "02:14", video_slug=[0, 2]) == []


@pytest.mark.parametrize(("number", "lines"), [(70, [1]), (71, [])])
def test_a_caption_above_a_credit_has_seventy_words(number: int, lines: list[int]) -> None:
    caption = f"{words(number - 2)}, left (pictured)"
    assert found(positions.captions, PROSE, caption, "Ada Finch", credit=2) == lines


def test_a_caption_and_its_copies_are_within_three_lines_above_a_credit() -> None:
    rule, caption = positions.captions, "Ada Finch, left"
    assert found(rule, caption, "Ada Finch", credit=1) == [0]
    assert found(rule, caption, caption, caption, "Ada Finch", credit=3) == [0, 1, 2]
    assert found(rule, caption, caption, caption, caption, "Ada Finch", credit=4) == [1, 2, 3]
    assert found(rule, "Eels", "Eels", "Ada Finch", credit=2) == [0, 1]
    assert found(rule, "Eels", "Ada Finch", credit=1) == []
    assert found(rule, "Eels", "Ost", "Ada Finch", credit=2) == []
    assert found(rule, caption, "Ada Finch", credit=1, player=0) == []


@pytest.mark.parametrize(("number", "lines"), [(3, []), (4, [1]), (30, [1]), (31, [])])
def test_a_highlight_has_four_to_thirty_words(number: int, lines: list[int]) -> None:
    assert found(positions.highlights, "Story highlights", words(number), highlights_heading=0) == lines


def test_eight_highlights_follow_a_heading_until_the_first_sentence() -> None:
    rule, line = positions.highlights, words(5)
    assert found(rule, "Highlights", *[line] * 9, highlights_heading=0) == [*range(1, 9)]
    assert found(rule, "Highlights", line, PROSE, line, highlights_heading=0) == [1]
    assert found(rule, line, "Highlights", line, highlights_heading=1) == [2]
    assert found(rule, PROSE, "Highlights", line, highlights_heading=1) == []
    assert found(rule, "Highlights", line, line, highlights_heading=0, player=1) == [2]


def test_a_line_marked_new_is_a_highlight_anywhere() -> None:
    assert found(positions.highlights, PROSE, "NEW: Eels return", words(5)) == [1]
    full = ["Highlights", "NEW: Eels return", *[words(5)] * 8]
    assert found(positions.highlights, *full, highlights_heading=0) == [*range(1, 9)]
    assert found(
        positions.highlights, "Highlights", words(5), "Highlights", *[words(5)] * 9, highlights_heading=[0, 2]
    ) == [
        1,
        *range(3, 10),
    ]


@pytest.mark.parametrize(("number", "lines"), [(6, []), (7, [0])])
def test_a_link_in_capitals_has_seven_words(number: int, lines: list[int]) -> None:
    assert found(positions.capital_links, words(number).upper()) == lines
    assert found(positions.capital_links, f"{words(number).upper()}.") == []
    assert found(positions.capital_links, words(number)) == []


@pytest.mark.parametrize(("number", "count"), [(1, 0), (2, 2), (14, 14), (15, 0)])
def test_a_list_has_two_to_fourteen_items(number: int, count: int) -> None:
    assert (
        len(found(positions.list_items, "Related", *["Eels return"] * number, PROSE, list_heading=0)) == count
    )


@pytest.mark.parametrize(("number", "lines"), [(25, [1]), (26, [])])
def test_an_item_of_a_list_has_twenty_five_words(number: int, lines: list[int]) -> None:
    assert found(positions.list_items, "Related:", words(number), list_heading=0) == lines


@pytest.mark.parametrize(
    ("item", "below", "lines"),
    [
        ("Eels return", PROSE, [1]),
        ("Eels return:", PROSE, []),
        ("“Eels return.”", PROSE, []),
        ("Eels return to the", "harbour at night.", []),
        ("Eels return?", PROSE, [1]),
    ],
)
def test_an_item_of_a_list_is_a_title(item: str, below: str, lines: list[int]) -> None:
    assert found(positions.list_items, "Related:", item, below, list_heading=0) == lines


def test_a_list_ends_with_the_heading_of_the_next() -> None:
    texts = ["Related:", "Eels return", "Read:", "Cod returns", "Ost sinks"]
    assert found(positions.list_items, *texts, list_heading=[0, 2]) == [1, 3, 4]
    assert found(positions.list_items, *texts, list_heading=0, player=2) == [1, 3, 4]


def test_a_separator_has_no_letters_and_no_sentence_around_it() -> None:
    assert found(positions.separators, PROSE, "* * *", PROSE, "12", "Eels 12") == [1, 3]
    assert found(positions.separators, "The council of", "12", "members voted.") == []
    assert found(positions.separators, PROSE, "***", player=1) == []


@pytest.mark.parametrize(("number", "lines"), [(1, [0]), (3, [0]), (20, [0]), (21, [])])
def test_a_headline_has_one_to_twenty_words(number: int, lines: list[int]) -> None:
    assert found(headings.headline, words(number), PROSE) == lines


@pytest.mark.parametrize(
    ("ending", "lines"), [(".", [0]), (";", [0]), ("?", [0]), (":", []), (",", []), ("…", [0])]
)
def test_a_headline_may_end_like_a_sentence(ending: str, lines: list[int]) -> None:
    assert found(headings.headline, f"Eels return home{ending}", PROSE) == lines


def test_a_headline_is_the_first_line_of_at_most_three_above_prose() -> None:
    rule, line = headings.headline, "Eels return home"
    assert found(rule, line, "Ost", "Ost", PROSE) == [0]
    assert found(rule, line, "Ost", "Ost", "Ost", PROSE) == []
    assert found(rule, "Ost", line, PROSE, date=0) == [1]
    assert found(rule, "eels return home", PROSE) == []
    assert found(rule, "Eels return to the", "harbour at night.", PROSE) == []
    assert found(rule, line) == []


@pytest.mark.parametrize(("number", "lines"), [(5, []), (6, [0])])
def test_a_standfirst_has_six_words(number: int, lines: list[int]) -> None:
    assert found(headings.standfirst, words(number), f"{words(number)} and more.") == lines


def test_a_standfirst_is_repeated_within_three_lines_and_sixty_characters() -> None:
    rule, line = headings.standfirst, words(6)
    assert found(rule, line, "Ost", "Ost", line) == [0]
    assert found(rule, line, "Ost", "Ost", "Ost", line) == []
    assert found(rule, line, "x" * 60 + line) == [0]
    assert found(rule, line, "x" * 61 + line) == []
    assert found(rule, *["Ost"] * 6, line, line) == [6]
    assert found(rule, *["Ost"] * 7, line, line) == []


@pytest.mark.parametrize(("named", "lines"), [("Ada Finch of Ost", [4, 5]), ("Ada Finch of West Ost", [5])])
def test_the_name_above_a_note_has_four_words(named: str, lines: list[int]) -> None:
    note = "Ada Finch is a reporter for the Ost Post"
    assert found(positions.author_notes, *[PROSE] * 4, named, note) == lines


@pytest.mark.parametrize(("number", "lines"), [(70, [5]), (71, [])])
def test_a_note_on_the_author_has_seventy_words(number: int, lines: list[int]) -> None:
    note = "Ada Finch is a reporter " + " ".join(["eel"] * (number - 5))
    assert found(positions.author_notes, *[PROSE] * 5, note) == lines


@pytest.mark.parametrize(("above", "below", "lines"), [(3, 0, []), (4, 0, [4]), (9, 1, [9]), (9, 2, [])])
def test_a_note_is_among_the_last_two_lines_and_not_the_first_four(
    above: int, below: int, lines: list[int]
) -> None:
    texts = [*[PROSE] * above, "Ada Finch is a reporter for the Ost Post", *["Eels."] * below]
    assert found(positions.author_notes, *texts) == lines


def test_what_is_above_the_last_date_before_the_text_is_no_text() -> None:
    rule = positions.top_matter
    assert found(rule, "Ost", "Eels", "3 May", PROSE, date=2) == [0, 1]
    assert found(rule, "Ost", "3 May", "Eels", "Ada Finch", PROSE, date=1, byline=3) == [0, 2]
    assert found(rule, "Ost", PROSE, "3 May", date=2) == []
    assert found(rule, "Ost", "More", PROSE, player=1) == []


@pytest.mark.parametrize(("above", "count"), [(13, 13), (14, 0)])
def test_a_date_above_the_text_is_among_the_first_fourteen_lines(above: int, count: int) -> None:
    assert len(found(positions.top_matter, *["Ost"] * above, "3 May", PROSE, date=above)) == count
