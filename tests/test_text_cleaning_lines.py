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


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        (" ".join(["eel"] * 8) + ".", True),
        (" ".join(["eel"] * 7) + ".", False),
        (" ".join(["eel"] * 8), False),
        (" ".join(["eel,", "eel,", *["eel"] * 38]), True),
        (" ".join(["eel,", "eel,", *["eel"] * 37]), False),
        (" ".join(["eel,", "eel,", *["eel"] * 39]), False),  # over twenty words per mark
        (" ".join(["eel,", "eel,", "eel,", *["eel"] * 39]), True),
    ],
)
def test_prose_is_a_sentence_of_eight_words_or_forty_words_with_marks(text: str, *, prose: bool) -> None:
    assert [line.prose for line in split_lines(text)] == [prose]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It rained", 2),
        ("* * *", 0),
        ("12", 1),
        ("12 %", 2),
        ("議会は月曜日に", 4),  # one, and half of seven characters
        ("Café Ost", 2),
    ],
)
def test_words_of_a_line(text: str, words: int) -> None:
    assert [line.words for line in split_lines(text)] == [words]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("» Read More…", "read more"),
        ("Comments (23)", "comments"),
        ("Comments 1.2k", "comments 1.2k"),
        ("Day 3", "day"),
        ("a" * 80, "a" * 80),
        ("a" * 81, ""),
    ],
)
def test_the_key_of_a_line_is_for_set_phrases(text: str, key: str) -> None:
    assert [line.key for line in split_lines(text)] == [key]


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


@pytest.mark.parametrize("width", [46, 60, 72, 80])
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


@pytest.mark.parametrize(("width", "is_wrapped"), [(29, False), (30, True), (100, True), (101, False)])
def test_a_text_is_wrapped_at_thirty_to_a_hundred_characters(width: int, *, is_wrapped: bool) -> None:
    line = ("eel " * 30)[: width - 1] + "l"
    assert len(line) == width
    assert len(joined("\n".join([line] * 7))) == (1 if is_wrapped else 7)


@pytest.mark.parametrize(("number", "is_wrapped"), [(4, False), (5, True)])
def test_a_wrapped_text_has_at_least_four_breaks(number: int, *, is_wrapped: bool) -> None:
    line = "eel and cod " * 5 + "ebb"
    assert len(joined("\n".join([line] * number))) == (1 if is_wrapped else number)


@pytest.mark.parametrize(("letters", "is_wrapped"), [(20, True), (21, False)])
def test_a_word_of_over_twenty_letters_does_not_force_a_break(letters: int, *, is_wrapped: bool) -> None:
    line = "e" * letters + " eel and cod" * 4
    assert len(joined("\n".join([line] * 7))) == (1 if is_wrapped else 7)


@pytest.mark.parametrize(("forced", "is_wrapped"), [(9, True), (8, False)])
def test_width_forces_nine_breaks_of_ten_in_a_wrapped_text(forced: int, *, is_wrapped: bool) -> None:
    line, short = "eel and cod " * 5 + "ebb", "eel and cod"
    lines = [line] * forced + [short] * (11 - forced)
    assert (len(joined("\n".join(lines))) < len(lines)) == is_wrapped


@pytest.mark.parametrize(("inside", "is_wrapped"), [(4, True), (3, False)])
def test_four_breaks_of_a_wrapped_text_are_within_a_sentence(inside: int, *, is_wrapped: bool) -> None:
    line, ended = "eel and cod " * 5 + "ebb", "eel and cod " * 5 + "eb."
    lines = [line] * inside + [ended] * (10 - inside) + [line]
    assert (len(joined("\n".join(lines))) == 1) == is_wrapped
