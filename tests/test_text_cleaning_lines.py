from analysis.text.cleaning.lines import split_lines

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
