"""Tokens: the reporter's words, where sentences end among them, and where they are in the text."""

import pytest
from conftest import all_body

from analysis.text.quotations.marks import find_quoted_runs
from analysis.text.quotations.tokens import END, QUOTE, Line, last_sentence, line
from analysis.text.segmentation import Document, segment


def read(text: str, paragraph: int = 0) -> tuple[Document, Line]:
    document = segment(all_body(text))
    runs = [run for run in find_quoted_runs(document) if run.paragraph == paragraph]
    return document, line(document, paragraph, runs)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It sank.", ["It", "sank", ".", END]),
        ("It sank. It rained.", ["It", "sank", ".", END, "It", "rained", ".", END]),
        ("Mr. Vega of the U.S. left", ["Mr.", "Vega", "of", "the", "U.S.", "left", END]),
        ("Vega, Jr., left", ["Vega", ",", "Jr.", ",", "left", END]),
        ("a mother-in-law's @vole #vote", ["a", "mother-in-law's", "@vole", "#vote", END]),
        ('She said "so it is" again.', ["She", "said", QUOTE, "again", ".", END]),
        ('"It sank." It rained.', [QUOTE, END, "It", "rained", ".", END]),
    ],
)
def test_a_quotation_is_one_token_and_each_sentence_ends(text: str, words: list[str]) -> None:
    _, found = read(text)
    assert found.words == words
    assert found.lower == [word.lower() for word in words]
    assert [found.words[at] for at in found.quotes] == [QUOTE] * len(found.quotes)


def test_every_token_is_found_where_it_is_in_the_text() -> None:
    document, found = read('The mayor said "so it is" of the mayor. The mayor "left" the hall.')
    for at, word in enumerate(found.words):
        if word not in {END, QUOTE}:
            start, end = found.span(document.text, at, at + 1)
            assert document.text[start:end] == word
    mayors = [at for at, word in enumerate(found.words) if word == "mayor"]
    starts = [found.span(document.text, at, at + 1).start for at in mayors]
    assert starts == [4, 33, 44]
    assert found.span(document.text, mayors[1] - 1, mayors[1] + 1) == (29, 38)


def test_only_its_own_paragraph_is_read() -> None:
    document, found = read('It rained.\nShe said "so" then.\nIt sank.', 1)
    assert found.words == ["She", "said", QUOTE, "then", ".", END]
    start, end = found.span(document.text, 3, 4)
    assert (document.text[start:end], start) == ("then", 25)


@pytest.mark.parametrize(("number", "ends"), [(150, [150]), (151, [150, 152]), (301, [150, 301, 303])])
def test_a_sentence_of_more_than_a_hundred_and_fifty_tokens_is_cut(number: int, ends: list[int]) -> None:
    document, found = read("eel " * (number - 1) + "end")
    assert [at for at, word in enumerate(found.words) if word == END] == ends
    assert found.span(document.text, len(found.words) - 2, len(found.words) - 1).end == 4 * number - 1


@pytest.mark.parametrize(("number", "is_cut"), [(75, False), (76, True)])
def test_a_row_of_quotations_is_cut_too(number: int, *, is_cut: bool) -> None:
    _, found = read('and "a" ' * number + "end")
    assert (END in found.words[:-1]) == is_cut


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It rained. It sank.", ["It", "sank", ".", END]),
        ("It sank.", ["It", "sank", ".", END]),
    ],
)
def test_the_last_sentence_of_a_paragraph(text: str, words: list[str]) -> None:
    document = segment(all_body(f"Then it was late.\n{text}\nNobody left."))
    assert last_sentence(document, 1).words == words
