import pytest

from analysis.text.cleaning import stretch as weighing
from analysis.text.cleaning.lines import split_lines
from analysis.text.cleaning.stretch import article_stretch

PROSE = [
    "The harbour council voted on Monday to close the old fish market for two years.",
    "Fishermen who rent the stalls said they had heard of the plan from a notice on the gate.",
    "The mayor called the decision hard but fair and promised to pay for the move.",
]
MENU = ["Home", "Harbour", "Sport", "Letters", "Weather", "Tides", "Log in", "Ferries", "Search", "Fish"]


def stretch(texts: list[str], **named: list[int]) -> tuple[int, int]:
    names = [""] * len(texts)
    for name, places in named.items():
        for place in places:
            names[place] = name.replace("_", " ")
    return article_stretch(split_lines("\n".join(texts)), names)


def test_menus_on_both_sides_are_cut_off() -> None:
    assert stretch([*MENU, *PROSE, *MENU], interface=[6, 8, 19, 21]) == (10, 13)


def test_a_text_that_is_only_an_article_stays_whole() -> None:
    assert stretch(["Fish market", *PROSE, "To be continued"]) == (0, 5)


def test_a_list_of_short_lines_without_furniture_stays() -> None:
    assert stretch([*PROSE, *(["Eels", "Herring", "Cod"] * 5)]) == (0, 18)


def test_a_menu_without_known_words_above_the_text_is_cut_off() -> None:
    assert stretch([*MENU, *MENU, *PROSE]) == (20, 23)


def test_teasers_below_a_list_heading_do_not_outweigh_the_article() -> None:
    teasers = [line for text in PROSE for line in ("A title of another article", "3 May 2031", text)]
    texts = [*PROSE, "Related", *teasers, *MENU]
    named = {"list heading": [3], "date": [5, 8, 11], "interface": [19, 21]}
    assert stretch(texts, **named) == (0, 3)


def test_a_sentence_broken_at_its_links_counts_as_one_paragraph() -> None:
    broken = [
        "The council of",
        "Port Ellery",
        "voted on Monday to close the",
        "fish market",
        ", members said.",
    ]
    assert stretch([*MENU, *broken, *MENU], interface=[6, 8, 21, 23]) == (10, 15)


def test_nothing_is_cut_where_nothing_reads_as_text() -> None:
    assert stretch(MENU, interface=[6, 8]) == (0, 10)


def test_readers_comments_do_not_outweigh_the_article() -> None:
    article = [f"{text} {text} {text}" for text in PROSE]
    texts = [*article, "3 thoughts on “Fish”", *(f"{text} {text}" for text in PROSE * 5), *MENU]
    assert stretch(texts, comment_thread=[3], interface=[25, 27]) == (0, 3)


@pytest.mark.parametrize("list_lines", [["12 Onions", "3 Eels"], ["Salt and pepper", "Some thyme"]])
def test_a_list_of_amounts_or_with_words_in_lower_case_does_not_part_an_article(
    list_lines: list[str],
) -> None:
    texts = [*MENU, *PROSE, *list_lines * 12, *PROSE, *MENU]
    assert stretch(texts, interface=[6, 8], section=[41, 43]) == (10, 40)


def test_a_menu_between_texts_parts_them() -> None:
    texts = [*MENU, *PROSE, *MENU, *MENU, PROSE[0], *MENU]
    assert stretch(texts, interface=[6, 8], section=[35, 37]) == (10, 13)


def test_a_short_sentence_at_the_edge_of_the_article_is_part_of_it() -> None:
    texts = [*MENU, "It rained all night.", *PROSE, "Nobody asked them why.", *MENU]
    assert stretch(texts, interface=[6, 8, 21, 23]) == (10, 15)


def test_what_stands_behind_most_of_the_words_weighs_less_than_the_article() -> None:
    imprint = [f"The publisher of this page answers {text[0].lower()}{text[1:]}" for text in PROSE]
    texts = [*PROSE[:2], *MENU, *("A Title of Another Article" for _ in range(60)), *imprint[:2]]
    assert stretch(texts, interface=[2, 3, 4, 5, 6, 7]) == (0, 2)


def weight(*texts: str, name: str = "") -> float:
    return weighing._weight(split_lines("\n".join(texts)), name)


@pytest.mark.parametrize(
    ("name", "cost"),
    [
        ("caption", 1),
        ("interface", 6),
        ("section", 6),
        ("share buttons", 6),
        ("share link", 6),
        ("list", 6),
        ("date", 20),
        ("byline", 20),
        ("newsletter", 20),
        ("subscription", 20),
        ("list heading", 60),
        ("comments", 100),
        ("copyright", 100),
        ("comment thread", 1000),
    ],
)
def test_a_line_that_a_rule_knows_costs_what_its_rule_does(name: str, cost: int) -> None:
    assert weight(PROSE[0], name=name) == -cost


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Eel " * 7 + "end."], 8),  # prose weighs its words
        (["Eel " * 79 + "end."], 80),
        (["Eel " * 80 + "end."], 80),
        (["Eel " * 8 + "and..."], 9),
        (["Eels and cod..."], -3),
        (["Eels and cod…"], -3),
        (["Eels"], 3 * (1 / 16 - 1)),
        (["Eel " * 16], 0),
        (["Eel " * 32], 3),
        (["Eel " * 31 + "eel"], 3 * 0.3),
        (["3 Eels"], 3 * (2 / 16 - 1) + 3),
        (["3 eels"], 3 * (2 / 16 - 1) * 0.3 + 3),
        (["The vote of the", "council, she said."], 3 * (7 / 16 - 1) * 0.3),
        (["The vote of the", "council, she said today."], 8),
        (["The vote of", "the", "council, she said today"], 3 * (8 / 16 - 1) * 0.3),
        (["The vote of", "the", "council, she said today."], 3 * (8 / 16 - 1) * 0.3),
        (["The vote of", "the", "council, she said all day."], 9),
    ],
)
def test_the_weight_of_lines_that_no_rule_knows(texts: list[str], expected: float) -> None:
    assert weight(*texts) == pytest.approx(expected)


@pytest.mark.parametrize(("short", "is_furniture"), [(6, True), (5, False)])
def test_furniture_is_eight_lines_two_of_them_known(short: int, *, is_furniture: bool) -> None:
    lines = split_lines("\n".join(["Home", "Search", *["Eels"] * short, PROSE[0]]))
    names = ["interface"] * 2 + [""] * (short + 1)
    assert weighing._is_furniture(lines, names) == is_furniture
    assert not weighing._is_furniture(
        split_lines("Home\n" * 2 + "Eels\n" * 20), ["interface"] * 2 + [""] * 20
    )


def test_without_known_lines_a_menu_above_the_text_has_twelve() -> None:
    assert stretch([*MENU, "Cod", "Ebb", *PROSE]) == (12, 15)
    assert stretch([*MENU, "Cod", *PROSE]) == (0, 14)


def test_on_a_page_with_six_known_lines_all_around_the_text_is_cut_off() -> None:
    texts = [*MENU[:3], *PROSE, *MENU[3:6]]
    assert stretch(texts, interface=[0, 1, 2, 6, 7, 8]) == (3, 6)
    assert stretch(texts, interface=[0, 1, 2, 6, 7]) == (0, 9)


def test_comments_begin_at_a_thread_below_a_hundred_words() -> None:
    for number, first in ((99, 3), (100, 1)):
        lines = split_lines("\n".join(["Eel " * (number - 1) + "end.", "2 comments", "It was late."]))
        names = ["", "comment thread", ""]
        assert weighing._first_thread(lines, names, [(0, 1), (1, 2), (2, 3)]) == first


@pytest.mark.parametrize(("number", "is_sentence"), [(3, False), (4, True)])
def test_a_short_sentence_has_four_words(number: int, *, is_sentence: bool) -> None:
    (line,) = split_lines("Eel " * (number - 1) + "end.")
    assert weighing._is_sentence(line) == is_sentence


@pytest.mark.parametrize(("number", "is_subhead"), [(4, True), (5, False)])
def test_a_subhead_has_four_words(number: int, *, is_subhead: bool) -> None:
    lines = split_lines("Eel " * number)
    assert weighing._is_subhead(lines) == is_subhead
    assert not weighing._is_subhead(lines * 2)


def test_late_is_after_eighty_five_per_cent_of_the_words() -> None:
    lines = split_lines("\n".join(["Eel " * 84, "Eel", "Eel", "Eel " * 14]))
    places = [(i, i + 1) for i in range(4)]
    assert weighing._late(lines, places) == 3  # words up to the second are 85 %
    assert weighing._late(lines[:1], places[:1]) == 1
    assert weighing._late([], []) == 0


def test_a_paragraph_that_is_alone_or_late_weighs_two_fifths() -> None:
    lines = split_lines("\n".join([PROSE[0], *MENU, *PROSE * 6, *MENU * 2, PROSE[0]]))
    places = [(i, i + 1) for i in range(len(lines))]
    weights = weighing._weights(lines, [""] * len(lines), places)
    words = [line.words for line in lines]
    assert weights[0] == pytest.approx(0.4 * words[0])
    assert (weights[11], weights[12]) == (words[11], words[12])
    assert weights[-1] == pytest.approx(0.4 * 0.4 * words[-1])


def test_a_subhead_does_not_part_paragraphs() -> None:
    for between, part in (("What happens next", 1.0), ("What happens next to it", 0.4)):
        lines = split_lines("\n".join([PROSE[0], between, PROSE[1], *MENU, *MENU]))
        places = [(i, i + 1) for i in range(len(lines))]
        weights = weighing._weights(lines, [""] * len(lines), places)
        assert weights[0] == pytest.approx(part * lines[0].words)


@pytest.mark.parametrize(
    ("weights", "run"),
    [
        ([], (0, 0)),
        ([-1, -2], (0, 0)),
        ([0, 0], (0, 0)),
        ([1, -2, 3], (2, 3)),
        ([3, -2, 1], (0, 1)),
        ([3, -2, 2], (0, 1)),
        ([3, -2, 2.5], (0, 3)),
        ([3, -3, 4], (2, 3)),
        ([2, -1, 2, -9, 3], (0, 3)),
    ],
)
def test_the_heaviest_run_has_the_greatest_sum(weights: list[float], run: tuple[int, int]) -> None:
    assert weighing._heaviest(weights) == run


@pytest.mark.parametrize(("named", "first"), [("", 2), ("byline", 3), ("caption", 3)])
def test_comments_begin_below_a_hundred_words_of_prose_that_no_rule_names(named: str, first: int) -> None:
    prose = " ".join([*PROSE, *PROSE])
    lines = split_lines("\n".join([prose, f"{prose} It rained.", "Comments"]))
    found = weighing._first_thread(lines, [named, "", "comment thread"], [(0, 1), (1, 2), (2, 3)])
    assert found == first
