import textwrap

import pytest

from analysis.corpus.articles import Article
from analysis.text.cleaning import clean
from analysis.text.cleaning.lines import split_lines
from analysis.text.cleaning.wrapping import unwrap

PROSE = "The harbour council voted on Monday to close the old fish market for two years, and nobody spoke."


def test_a_long_line_without_marks_is_a_list_of_words_and_no_prose() -> None:
    (cloud,) = split_lines("eels herring harbour council market " * 12)
    (text,) = split_lines(f"{PROSE} {PROSE} {PROSE} and then")
    assert not cloud.prose
    assert text.prose


def test_a_sentence_of_eight_words_is_prose() -> None:
    assert [
        line.prose for line in split_lines(f"{PROSE}\nIt rained.\nA title of another article without a stop")
    ] == [
        True,
        False,
        False,
    ]


def test_a_line_tells_whether_it_goes_on_and_whether_it_hangs() -> None:
    first, second = split_lines("The vote of the\nharbour council, she said.")
    assert (first.hangs, first.goes_on, first.ended) == (True, False, False)
    assert (second.hangs, second.goes_on, second.ended) == (False, True, True)


def test_equal_lines_keep_their_own_numbers() -> None:
    assert [(line.number, line.text) for line in split_lines("Home\n\n Home ")] == [(1, "Home"), (3, "Home")]


PARAGRAPHS = [
    "The harbour council of Port Ellery voted on Monday to close the old fish market for two years, and the stallholders who had filled the gallery left without a word to the reporters at the door.",
    "“Nobody has shown us a drawing,” said Ida Moran, who has kept the books of the stallholders since 2009. “They showed us a number, and then they showed us another number, and then they voted.”",
    "Engineers found last winter that the piles below the eastern hall had lost a third of their width, and that the roof would not outlast another storm like the one that had closed the school in March.",
]


def wrapped(width: int) -> str:
    return "\n\n".join(textwrap.fill(text, width) for text in PARAGRAPHS)


def joined(text: str) -> list[str]:
    return [line for _, line in unwrap(text.split("\n")) if line.strip()]


@pytest.mark.parametrize("width", [60, 72, 80])
def test_the_lines_of_a_wrapped_text_become_paragraphs(width: int) -> None:
    assert joined(wrapped(width)) == PARAGRAPHS


def test_a_wrapped_article_is_cleaned_with_its_sentences_whole() -> None:
    article = clean(Article("a", "post", f"Council shuts the market\n\n{wrapped(72)}\n\nAdvertisement\n"))
    assert article.part("headline") == ["Council shuts the market"]
    assert len(article.part("body")) == 3
    assert [(gone.line, gone.rule) for gone in article.removed] == [(15, "advertisement")]
    assert [block.line for block in article.blocks] == [1, 3, 7, 11]


def test_a_short_line_in_a_wrapped_text_stays_a_line() -> None:
    assert joined(f"By Ada Finch\n{wrapped(72)}") == ["By Ada Finch", *PARAGRAPHS]


def test_a_word_broken_at_its_hyphen_is_whole_again() -> None:
    above, below = PARAGRAPHS[0][:70], PARAGRAPHS[0][71:]
    text = f"{wrapped(72)}\n\n{above[:66]} war-\ntorn {below}"
    assert " war-torn " in joined(text)[3]


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(PARAGRAPHS),
        "\n\n".join(PARAGRAPHS),
        "Eels 4\nHerring 12\nCod 7\n" * 20,
        "The tide comes in,\nthe tide goes out,\nand nobody asks the moon what about.\n" * 8,
        "\n".join(f"{'This sentence is a paragraph of its own' + ' here' * (i % 5)}." for i in range(40)),
        "议会周一决定将旧鱼市场关闭两年,并承诺支付搬迁费用。\n摊主们说他们是从门上的通知得知这一计划的,没有人问过他们。\n"
        * 20,
        "\n" * 1000,
        "",
    ],
)
def test_a_text_that_may_not_be_wrapped_keeps_its_lines(text: str) -> None:
    assert list(unwrap(text.split("\n"))) == list(enumerate(text.split("\n"), 1))
