"""Quotations: which runs are speech, where they begin and end, and in whose voice words stand."""

import pytest
from conftest import all_body
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.text.quotations import quotations, voices
from analysis.text.segmentation import Document, segment


def document(*paragraphs: str) -> Document:
    return segment(all_body("\n\n".join(paragraphs)))


def found(*paragraphs: str) -> list[tuple[str, str]]:
    doc = document(*paragraphs)
    return [(q.kind, doc.text[q.start : q.end]) for q in quotations(doc)]


def direct(*paragraphs: str) -> list[str]:
    return [text for kind, text in found(*paragraphs) if kind == "direct"]


PARAGRAPH = (
    "“The harbour wall will hold,” said Maria Lindqvist, the harbour master. “We tested it twice.” "
    "She called the storm “unusual.”"
)
SPOKEN = ["The harbour wall will hold,", "We tested it twice.", "unusual."]


def test_speech_before_behind_and_inside_the_reporters_sentence_is_direct() -> None:
    assert direct(PARAGRAPH) == SPOKEN


@pytest.mark.parametrize(
    ("opening", "closing"),
    [('"', '"'), ("``", "''"), ("''", "''"), ("«", "»"), ("„", "“"), ("‘", "’"), ("'", "'")],
)
def test_the_way_marks_are_typed_changes_nothing(opening: str, closing: str) -> None:
    assert direct(PARAGRAPH.replace("“", opening).replace("”", closing)) == SPOKEN


def test_a_short_attributed_fragment_is_direct_and_partial() -> None:
    doc = document('Ivo Brandt said he met "unexpectedly" with the envoys on Monday.')
    (quotation,) = quotations(doc)
    assert (quotation.kind, quotation.partial) == ("direct", True)


def test_a_word_that_critics_put_to_something_is_theirs() -> None:
    assert direct('Critics dubbed the bridge "rickety" after the flood.') == ["rickety"]


def test_a_full_sentence_is_not_partial() -> None:
    (quotation,) = quotations(document('"The bridge is closed for good," the mayor said.'))
    assert not quotation.partial


@pytest.mark.parametrize(
    "sentence",
    [
        'The singer will perform "Rivers of Glass" on the main stage on Friday.',
        'Tomas "Bear" Okafor won the race.',
        'The film "The Last Lighthouse" opens in May.',
        'As she said on the radio show "Harbour Tonight" the bridge would hold.',
    ],
)
def test_titles_and_nicknames_are_fragments(sentence: str) -> None:
    assert [kind for kind, _ in found(sentence)] == ["fragment"]


def test_distance_marks_are_scare_quotes() -> None:
    assert [kind for kind, _ in found('The "smart" bin in the park was full again.')] == ["scare"]


@pytest.mark.parametrize(
    ("before", "behind", "kind"),
    [
        ("film of light", "hung on", "fragment"),
        ("film of the light", "hung on", "scare"),
        (f"film {'a' * 23}", "hung on", "fragment"),
        (f"film {'a' * 24}", "hung on", "scare"),
        ("lamp of light", "old film", "fragment"),
        ("lamp of light", "big old film", "scare"),
        ("lamp of light", f"{'a' * 18} film", "fragment"),
        ("lamp of light", f"{'a' * 19} film", "scare"),
    ],
)
def test_a_word_for_a_work_is_near_within_three_words_before_and_two_behind(
    before: str, behind: str, kind: str
) -> None:
    assert [one for one, _ in found(f'The {before} "river glass" {behind} the wall.')] == [kind]


@pytest.mark.parametrize(
    ("title", "kind"),
    [("River of Glass", "fragment"), ("Rain into Glass", "scare"), ("Rain and Mud", "fragment")],
)
def test_words_of_four_letters_are_large_in_a_title(title: str, kind: str) -> None:
    assert [one for one, _ in found(f'The lamp by the old "{title}" door fell on the wall.')] == [kind]


@pytest.mark.parametrize(
    ("text", "partial"),
    [
        ('Ivo Brandt said "The bridge is closed for good" on Monday.', True),
        ('Ivo Brandt said: "The bridge is closed for good."', False),
        ('Ivo Brandt said, "The bridge is closed for good."', False),
        ('Ivo Brandt said, "the bridge is closed for good."', True),
    ],
)
def test_a_quotation_right_behind_a_word_or_in_small_letters_is_partial(text: str, *, partial: bool) -> None:
    assert [one.partial for one in quotations(document(text))] == [partial]


def test_a_quotation_over_paragraphs_is_one() -> None:
    first = '"We waited for the ferry all night," Anna Roth said. "Nobody came to tell us anything.'
    second = '"In the morning we walked home."'
    assert direct(first, second) == [
        "We waited for the ferry all night,",
        'Nobody came to tell us anything.\n\n"In the morning we walked home.',
    ]


def test_a_lost_closing_mark_does_not_swallow_the_next_paragraph() -> None:
    spoken = direct('Anna Roth said: "We lost the boat.', "The boat was found on Friday.")
    assert spoken == ["We lost the boat."]


def test_a_mark_with_blanks_on_both_sides_closes_what_is_open() -> None:
    assert direct('"They saw it coming. " Brandt said. "All of them."') == [
        "They saw it coming. ",
        "All of them.",
    ]


def test_a_stray_mark_at_the_end_of_an_attribution_is_nothing() -> None:
    assert direct('"I never signed the letter," Anna Roth said."') == ["I never signed the letter,"]


def test_quotations_inside_a_quotation_belong_to_it() -> None:
    assert direct("“He told me, “Go home, Anna,” and I went,” Roth said.") == [
        'He told me, "Go home, Anna," and I went,'
    ]


def test_values_of_markup_are_no_quotations() -> None:
    assert found('The form <input name="city"> asks for a town.') == []


def test_a_value_of_markup_that_runs_over_a_line_is_no_quotation() -> None:
    assert (
        found('A card by <card on="May 3, 2021', '">The bridge is closed for good.</card> Ivo Brandt left.')
        == []
    )


def test_each_word_has_a_voice() -> None:
    doc = document('"It is over," she said. The "old" town sleeps.')
    inside = voices(doc, quotations(doc))
    assert [w for w, quoted in zip(doc.body.forms, inside, strict=True) if quoted] == [
        "It", "is", "over",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", "   ", "Nobody spoke.", '"', '"""', '""', '" "'])
def test_text_without_a_quotation_has_none(text: str) -> None:
    assert found(text) == []


@settings(derandomize=True, max_examples=400, deadline=None)
@given(st.text(alphabet="ab AS.,?-–'\"“”‘’\n", max_size=60))
def test_quotations_are_in_order_and_do_not_overlap(text: str) -> None:
    doc = document(text)
    ends = 0
    for quotation in quotations(doc):
        assert ends <= quotation.start < quotation.end <= len(doc.text)
        ends = quotation.end


@pytest.mark.parametrize(
    "unit",
    ['"', '" ', '"a ', 'said "a" ', 'saying "a," he said, ', "word ", "Said ", "A, who said ", '("'],
)
def test_hostile_repetition_is_read_to_its_end(unit: str) -> None:
    doc = document(unit * 10_000)  # in quadratic time it would take minutes
    assert all(q.start < q.end <= len(doc.text) for q in quotations(doc))
