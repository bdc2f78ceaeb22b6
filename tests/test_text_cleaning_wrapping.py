import textwrap

import pytest

from analysis.corpus.articles import Article
from analysis.text.cleaning import clean
from analysis.text.cleaning.wrapping import unwrap

PARAGRAPHS = [
    "The harbour council of Port Ellery voted on Monday to close the old fish market for two years, and the stallholders who had filled the gallery left without a word.",
    "“Nobody has shown us a drawing,” said Ida Moran, who keeps the books of the stallholders. “They showed us a number, and then they voted.”",
    "It was late.",
    "Engineers found last winter that the piles below the eastern hall had lost a third of their width, and that the roof would not outlast another storm like the last one.",
    "The mayor did not stay for the vote.",
    "A petition with 412 names was handed in at noon, and a clerk carried it to the second floor, where it was counted twice and then put into a drawer with the others.",
]


def lay_out(width: int, *, indent: str = "", between: str = "\n") -> str:
    return between.join(textwrap.fill(text, width, initial_indent=indent) for text in PARAGRAPHS)


def words_of(text: str) -> list[str]:
    return clean(Article("a", "post", text)).body.split()


@pytest.mark.parametrize("width", [40, 60, 66, 72, 80])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_no_word_is_lost_in_wrapped_text(width: int, between: str) -> None:
    assert words_of(lay_out(width, between=between)) == words_of("\n\n".join(PARAGRAPHS))


@pytest.mark.parametrize("width", [40, 60, 66, 72, 80])
def test_an_indentation_opens_a_paragraph(width: int) -> None:
    text = lay_out(width, indent="   ").split("\n")
    assert [line.strip() for _, line in unwrap(text)] == PARAGRAPHS


@pytest.mark.parametrize("width", [38, 44, 50, 60, 72])
def test_a_short_text_is_joined(width: int) -> None:
    text = "\n\n".join(textwrap.fill(one, width) for one in PARAGRAPHS[3:4] + PARAGRAPHS[5:])
    assert [line for _, line in unwrap(text.split("\n")) if line] == [PARAGRAPHS[3], PARAGRAPHS[5]]


def test_a_title_above_wrapped_text_stays_a_line() -> None:
    lines = [line for _, line in unwrap(["Council shuts the market", *lay_out(72).split("\n")])]
    assert lines[0] == "Council shuts the market"


@pytest.mark.parametrize(
    "text",
    [
        "Eels, fresh and smoked\nHerring in cream\nCod, salted for a year\nPlaice with bacon\nCrab from the pots\nMussels in wine\n",
        "The tide comes in\nthe gulls go out\nand nobody asks\nthe moon what about\nit only shines\non what is lost\nand lets the boats\nfind out the cost\n",
        "Home\nNews and views\nSport on Sunday\nWeather at the harbour\nContact the desk\nLog in\nHelp\n",
        "\n".join(PARAGRAPHS),
        "name: Ada\nborn: 2001\nplace: Ellery\nboat: none\nfish: some\nlicence: yes\nberth: 14\n",
    ],
)
def test_lines_that_nothing_forced_to_end_stay_lines(text: str) -> None:
    assert [line for _, line in unwrap(text.split("\n"))] == text.split("\n")
