"""The classes that describe a quotation, at the limits between two of them."""

import pytest
from conftest import all_body

from analysis.text.quotations import features
from analysis.text.quotations import setting as setting_module
from analysis.text.quotations.attribution import places, readings
from analysis.text.quotations.cues import cues
from analysis.text.quotations.features import continuation_features, cue_features, speechless_features
from analysis.text.quotations.marks import find_quoted_runs
from analysis.text.quotations.setting import Setting, setting
from analysis.text.quotations.tokens import END, Line, line
from analysis.text.segmentation import segment


def read(text: str, which: int = 0) -> tuple[Line, int, Setting]:
    """A paragraph, the token of one of its quotations, and how that quotation is written."""
    document = segment(all_body(text))
    runs = find_quoted_runs(document)
    found = line(document, 0, runs)
    at = found.quotes[which]
    return found, at, setting(document.text, runs[which], found, at)


@pytest.mark.parametrize(
    ("number", "step"),
    [(0, 0), (1, 1), (2, 3), (3, 3), (4, 8), (8, 8), (9, 20), (20, 20), (21, 21), (500, 21)],
)
def test_a_distance_is_in_the_class_of_the_next_step(number: int, step: int) -> None:
    assert setting_module.round_up(number, features._STEPS) == step


@pytest.mark.parametrize(
    ("words", "length", "size"),
    [(1, 1, 1), (4, 4, 4), (5, 6, 5), (7, 9, 7), (10, 19, 10), (19, 19, 19), (20, 20, 20), (30, 20, 20)],
)
def test_a_length_is_in_the_class_of_the_next_step(words: int, length: int, size: int) -> None:
    _, _, found = read(f'Jon Vega said "{" ".join(["eels"] * words)}" on Monday.')
    assert (found.length, found.size) == (length, size)


@pytest.mark.parametrize(
    ("quoted", "case"),
    [
        ("1999", "none"),
        ("Eels", "title"),
        ("River of Glass", "title"),
        ("River into Glass", "title"),
        ("It is so", "first"),  # no long word
        ("river of Glass", "some"),
        ("river of Ost", "some"),  # a word of three letters is not long
        ("NATO", "all"),
        ("NA", "first"),
        ("OST", "first"),
        ("OST X", "all"),
        ("A GO", "title"),
        ("A GO TO ELL", "all"),
        ("eel-Pond", "some"),
    ],
)
def test_the_case_of_a_quotation_goes_by_its_long_words(quoted: str, case: str) -> None:
    assert setting_module._case(quoted) == case


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ('Jon Vega said: "The dam held."', ""),
        ('Jon Vega said: "The dam held fast."', "whole"),
        ('Jon Vega said: "The dam held fast"', ""),
        ('Jon Vega said "The dam held fast."', ""),
        ('Jon Vega said, "The dam held fast."', "whole"),
        ('Jon Vega said: "the dam held fast."', ""),
        ('"The dam held fast," said Jon Vega.', "whole"),
    ],
)
def test_a_whole_sentence_has_four_words_a_capital_and_two_ends(text: str, whole: str) -> None:
    assert read(text)[2].whole == whole


@pytest.mark.parametrize(
    ("quoted", "closing"),
    [
        ("so it is.", "."),
        ("so it is…", "."),
        ("so it is?", "?"),
        ("so it is!", "?"),
        ("so it is,", ","),
        ("so", "word"),
    ],
)
def test_a_quotation_closes_with_a_mark_or_a_word(quoted: str, closing: str) -> None:
    assert read(f'Jon Vega called it "{quoted}" on Monday.')[2].closing == closing


def test_only_the_first_paragraph_is_first() -> None:
    document = segment(all_body('The "smart" bin was full.\nThe "old" bin was not.'))
    one, other = find_quoted_runs(document)
    assert setting(document.text, one, line(document, 0, [one]), 1).first == "first"
    assert setting(document.text, other, line(document, 1, [other]), 1).first == ""


@pytest.mark.parametrize(
    ("before", "word_class"),
    [
        ("", "start"),
        ("(", "("),
        ("every", "determiners"),
        ("Mayor's", "possessive"),
        ("mayors'", "'"),  # a token of its own
        ("Ellery", "capital"),
        ("1999", "number"),
        ("harbour", "word"),
        ("phrase", "mentions"),
        ("film", "works"),
        ("under", "prepositions"),
    ],
)
def test_the_word_next_to_a_short_quotation_has_a_class(before: str, word_class: str) -> None:
    found, at, _ = read(f'{before} "smart" bin was full.'.strip())
    assert setting_module.classify_word(found, at - 1) == word_class


@pytest.mark.parametrize(("words", "is_headline"), [(38, True), (39, False)])
def test_a_headline_has_fewer_than_forty_tokens(words: int, *, is_headline: bool) -> None:
    found, _, _ = read(" ".join(["Eelpond"] * (words - 1)) + ' "smart"')
    assert setting_module._is_headline(found) == is_headline


@pytest.mark.parametrize(
    ("text", "is_headline"),
    [
        ('Mayor Opens "smart" Green Bin', True),
        ('Mayor opens "smart" Green Bin', False),
        ('Mayor sees "smart" Green River', True),
        ('Mayor Opens "smart" Bin', False),
    ],
)
def test_in_a_headline_three_words_of_five_letters_or_more_have_a_capital(
    text: str, *, is_headline: bool
) -> None:
    assert setting_module._is_headline(read(text)[0]) == is_headline


@pytest.mark.parametrize(
    ("quoted", "kinds"), [("a b c d e f", {"short", "beside"}), ("a b c d e f g", {"long"})]
)
def test_from_seven_words_on_a_quotation_is_long(quoted: str, kinds: set[str]) -> None:
    found = speechless_features(*read(f'The "{quoted}" bin was full.'))
    assert {str(group[0]) for group in found} - {"none", "hint"} == kinds


@pytest.mark.parametrize(
    ("text", "hints"),
    [
        ('The film of a b c d "smart" bin was full.', {"work left lower"}),
        ('The film of a b c d e "smart" bin was full.', set()),
        ('The "smart" bin and film was full.', {"work right lower"}),
        ('The "smart" bin and big film was full.', set()),
    ],
)
def test_a_word_for_a_work_hints_over_six_words_before_and_three_behind(text: str, hints: set[str]) -> None:
    found = speechless_features(*read(text))
    assert {str(group[1]) for group in found if group[0] == "hint"} == hints


@pytest.mark.parametrize(
    ("text", "which", "cue", "is_near"),
    [
        ('"It held." Jon Vega said so.', 0, "said", True),
        ('"It held." Then it rained. Jon Vega said so.', 0, "said", False),
        ('Jon Vega said so. Then it rained. "It held."', 0, "said", True),
        ('Jon Vega said so. Then it rained. Nobody slept. "It held."', 0, "said", False),
        ('Jon Vega said "a" and "b" and "c" and "d" and "it held."', 4, "said", True),
        ('Jon Vega said "a" and "b" and "c" and "d" and "e" and "it held."', 5, "said", False),
    ],
)
def test_a_cue_is_too_far_beyond_sentences_and_quotations(
    text: str, which: int, cue: str, *, is_near: bool
) -> None:
    found, at, how = read(text, which)
    (one,) = (one for one in cues(found) if found.lower[one.start] == cue)
    assert (cue_features(found, at, one, how) is not None) == is_near


@pytest.mark.parametrize(
    ("text", "which", "place"),
    [
        ('"It sank," said Jon Vega.', 0, ("right", 0, 0, 0, "near")),
        ('Jon Vega said "it sank."', 0, ("left", 0, 0, 0, "near")),
        ('Jon Vega said on the quay that "it sank."', 0, ("left", 0, 0, 8, "near")),
        ('Jon Vega said so. Then "it sank."', 0, ("left", 1, 0, 8, "far")),
        ('Jon Vega said "a" and "it sank."', 1, ("left", 0, 1, 3, "far")),
        ('Jon Vega said "a" and "b" and "it sank."', 2, ("left", 0, 2, 8, "far")),
        ('Jon Vega said "a" and "b" and "c" and "it sank."', 3, ("left", 0, 2, 8, "far")),
    ],
)
def test_the_place_of_a_cue_is_its_side_the_ends_and_quotations_between_and_the_distance(
    text: str, which: int, place: tuple[object, ...]
) -> None:
    found, at, how = read(text, which)
    (one,) = (one for one in cues(found) if found.lower[one.start] == "said")
    groups = cue_features(found, at, one, how)
    assert groups is not None
    (_, *near, _, _, _, _), (_, put, *_), _ = groups
    assert (*near, str(put).partition(" ")[2]) == place


@pytest.mark.parametrize(
    ("quoted", "which"),
    [
        ('"It sank," and then it rained.', "alone"),
        ('"It sank," and "so it goes."', "first"),
        ('And "it sank" and "so it goes."', "first"),
        ('And then "it sank."', "alone"),
    ],
)
def test_a_quotation_below_a_sentence_that_reports_it_may_be_alone_in_its_paragraph(
    quoted: str, which: str
) -> None:
    document = segment(all_body(f"Jon Vega said this on Monday:\n{quoted}"))
    first, *_ = places(document, find_quoted_runs(document))
    above = [groups for groups, _ in readings(document, first, None) if groups[0][0] == "above"]
    assert {group[-1] for groups in above for group in groups} == {which}


@pytest.mark.parametrize(
    ("between", "gap", "closed", "key"),
    [
        (["said", "Vega"], 0, True, ("on sentence 0", 3, "closed")),
        (["said", END], 0, True, ("on sentence 1", 3, "closed")),
        ([END, "it", END], 0, False, ("on sentence 1", 3, "open")),
        (None, 1, True, ("on paragraph 1", 0, "closed")),
        (None, 2, True, ("on paragraph 2", 0, "closed")),
        (None, 3, False, ("on paragraph 2", 0, "open")),
    ],
)
def test_a_quotation_goes_on_in_its_paragraph_or_in_one_below(
    between: list[str] | None, gap: int, *, closed: bool, key: tuple[object, ...]
) -> None:
    _, _, how = read('"It sank," said Jon Vega.')
    on, put = continuation_features(between, gap, how, closed=closed)
    assert (on[1], on[2], on[4]) == key
    assert put[1] == key[0]
