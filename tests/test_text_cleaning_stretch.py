import pytest

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
