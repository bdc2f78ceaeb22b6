"""Lettering: what cannot be drawn is shown to be missing, and what is too long is made to fit."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.figures.lettering import MISSING, drawable, explain, labels, shorten, widest, width, wrapped

MARK = "\u200e"


def test_a_wider_text_measures_wider_and_type_of_twice_the_size_twice_as_wide() -> None:
    assert width("ill") < width("mill") < width("mill", weight="bold")
    assert width("mill", 14.0) == pytest.approx(2 * width("mill", 7.0), rel=0.01)
    assert widest([]) == 0


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Meridian Wire", "Meridian Wire"),
        ("two\nlines\tand  more ", "two lines and more"),
        ("nul\0bell\a", "nulbell"),
        ("turned\u202eback", "turnedback"),
        ("Überse\u0301e", "Übersée"),
        ("中A文", f"{MISSING}A{MISSING}"),
        ("وكالة", "وكالة"),
        ("", ""),
    ],
)
def test_what_the_font_lacks_becomes_a_box_and_what_controls_is_dropped(text: str, shown: str) -> None:
    assert drawable(text) == shown


def test_a_box_is_explain_once() -> None:
    note = explain("A note.", ["中"])
    assert note.startswith(f"A note. {MISSING}: ")
    assert explain(note, ["文"]) == note
    assert explain("A note.", ["plain"]) == "A note."


def test_a_long_name_is_cut_to_its_room_and_may_keep_its_end() -> None:
    name = "The Harbour Gazette of the Northern Provinces, 2031-03-04"
    cut = shorten(name, 40.0, keep_end=10)
    assert cut.endswith("…, 2031-03-04"[-10:])
    assert width(cut) <= 40
    assert shorten(name, 30.0).endswith("…")
    assert shorten("short", 30.0) == "short"
    assert shorten(name, 0.1) == "…"


def test_names_that_come_out_the_same_get_their_numbers() -> None:
    found = labels([f"The Very Long Established Gazette of the {end}" for end in ("North", "South")], 30.0)
    assert [name[-3:] for name in found] == ["(1)", "(2)"]
    assert widest(found) <= 30
    assert labels(["中国", "日本", "Wire"], 30.0) == [f"{MISSING * 2} (1)", f"{MISSING * 2} (2)", "Wire"]


def test_what_stands_behind_a_name_is_never_cut() -> None:
    (found,) = labels(["The Very Long Established Gazette"], 30.0, marks=[", n = 12"])
    assert found.endswith("…, n = 12")
    assert width(found) <= 30


def test_words_beside_an_arabic_name_keep_their_places() -> None:
    assert labels(["وكالة الأنباء"], 60.0, marks=[", n = 3"]) == [f"{MARK}وكالة الأنباء{MARK}, n = 3"]
    assert wrapped("in وكالة (42)", 60.0) == [f"in {MARK}وكالة{MARK} (42)"]


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.text(max_size=60), st.floats(15.0, 90.0))
def test_lines_fit_and_lose_no_character(text: str, most: float) -> None:
    lines = wrapped(text, most)
    assert widest(lines) <= most + 0.5
    joined = "".join(lines).replace(MARK, "").replace(" ", "")
    assert joined == drawable(text).replace(" ", "")


def test_a_word_of_ten_thousand_letters_is_broken() -> None:
    lines = wrapped("x" * 10_000, 80.0)
    assert "".join(lines) == "x" * 10_000
    assert widest(lines) <= 80
