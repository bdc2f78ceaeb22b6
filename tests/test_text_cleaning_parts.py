import pytest

from analysis.corpus.articles import Article
from analysis.text.cleaning import clean
from analysis.text.cleaning.datelines import dateline_end
from analysis.text.cleaning.lines import split_lines
from analysis.text.cleaning.parts import Piece, pieces

REST = "The council met on Monday."


@pytest.mark.parametrize(
    "dateline",
    [
        "LONDON (Reuters) - ",
        "PORT ELLERY — ",
        "PORT ELLERY, N.H. (AP) — ",
        "United Nations: ",
        "New Delhi: ",
        "CNN — ",
        "Hong Kong (CNN Business) ",
        "Paris (AFP) ",
        "BERLIN, May 3 (Reuters) - ",
        "Rio de Janeiro, Brazil – ",
        "LONDON/PARIS -- ",
        "WASHINGTON –- ",
        "WASHINGTON—",
        "PORT ELLERY (AP)--",
        "PORT ELLERY (AP)–",
        "PORT ELLERY ―",
    ],
)
def test_a_place_or_an_agency_that_opens_a_report_is_a_dateline(dateline: str) -> None:
    assert dateline_end(dateline + REST) == len(dateline)


@pytest.mark.parametrize(
    "paragraph",
    [
        REST,
        "Rep. Ada Finch (R-Ohio) said the market should stay.",
        "The Ellery Fish Company (EFC) has closed.",
        "Updated: The council will vote again.",
        "Exclusive: Mayor to resign.",
        "Ada Finch - a fishmonger for forty years and a friend of eels - disagrees.".replace(
            "Ada Finch", "she"
        ),
        "Twenty-two stalls will move.",
        "“We sell eels,” he said.",
        "",
        "漢字 — 漢字",
    ],
)
def test_other_paragraphs_have_no_dateline(paragraph: str) -> None:
    assert dateline_end(paragraph) == 0


def test_a_dateline_may_stand_alone() -> None:
    assert dateline_end("CNN —") == len("CNN —")


def parts(*texts: str, title: str | None = None) -> list[Piece]:
    """The pieces of a text of which no rule decides a line."""
    return list(pieces(split_lines("\n".join(texts)), [None] * len(texts), title))


def test_a_dateline_with_a_dash_may_be_below_the_first_line_but_not_below_another() -> None:
    report = f"OST (AP) — {REST}"
    assert parts(report) == [("dateline", "OST (AP) —", 1), ("body", REST, 1)]
    assert parts("CNN —", report) == [
        ("dateline", "CNN —", 1),
        ("dateline", "OST (AP) —", 2),
        ("body", REST, 2),
    ]
    assert parts(REST, report)[1:] == [("dateline", "OST (AP) —", 2), ("body", REST, 2)]
    assert parts(REST, f"Ost: {REST}")[1:] == [("body", f"Ost: {REST}", 2)]
    assert parts(report, report)[2:] == [("body", report, 2)]


@pytest.mark.parametrize(
    ("texts", "subheads"),
    [
        ([REST, "Eels " * 12, REST], [1]),
        ([REST, "Eels " * 13, REST], []),
        ([REST, "What happens next", REST], [1]),
        (["What happens next", REST], [0]),
        ([REST, "What happens next"], []),
        ([REST, "What happens next", "What comes then", REST], []),
        ([REST, "What happens next:", REST], []),
        ([REST, "What happens next?", REST], []),
        ([REST, '"What happens next"', REST], []),
        ([REST, '"What" happens next', REST], [1]),
    ],
)
def test_a_subhead_is_one_short_line_without_a_stop_above_a_paragraph(
    texts: list[str], subheads: list[int]
) -> None:
    assert [line - 1 for part, _, line in parts(*texts) if part == "subhead"] == subheads


@pytest.mark.parametrize("above", [0, 1, 2])
def test_the_headline_is_a_line_of_the_first_three_with_the_words_of_the_title(above: int) -> None:
    found = parts(*[REST] * above, "“Eels return”", REST, REST, title="Eels Return")
    assert [piece for piece in found if piece[0] == "headline"] == [("headline", "“Eels return”", above + 1)]


def test_a_title_that_no_line_of_the_first_three_has_is_a_piece_of_its_own() -> None:
    found = parts(*[REST] * 3, "Eels return", REST, title="Eels  return")
    assert found[0] == ("headline", "Eels return", 0)
    assert len(found) == 6
    assert parts(REST)[0] == ("body", REST, 1)
    assert parts("!!", title="?")[0] == ("headline", "?", 0)  # no words: no line is the same


@pytest.mark.parametrize(("above", "parted"), [(0, True), (1, True), (2, True), (3, False), (5, False)])
def test_a_dateline_is_looked_for_in_the_first_three_lines(above: int, *, parted: bool) -> None:
    report = [
        "The council met on Monday to vote on the old mill by the river, and nobody spoke against it.",
        "Ann Pell, who farms there, said that the fields had been wet since the first storm of the year.",
        "Her neighbours moved their cows to the hill, as their parents had done in the spring of that year.",
        "A boat carried bread to the upper farms, because the road beside the water was closed to cars.",
        "The school stays shut until Friday, when the mayor wants to look at the roof with two builders.",
    ]
    line = "OST (Coastwire) – The river rose by a metre on Sunday and covered the lower road of the valley."
    text = "\n\n".join([*report[:above], line, *report[above:]])
    assert ("dateline" in [block.part for block in clean(Article("a", "north", text)).blocks]) is parted
