"""Attribution: who speaks, by which words, and which name is behind a mention."""

import csv
from pathlib import Path

import pytest
from conftest import all_body

from analysis.text.quotations import Quotation, cues, quotations
from analysis.text.quotations.attribution import places
from analysis.text.quotations.marks import find_quoted_runs
from analysis.text.segmentation import segment

CLASSES = {"neutral", "doubt", "factive", "attack", "praise"}


def direct(text: str) -> tuple[str, list[Quotation]]:
    """The canonical text, and its direct quotations."""
    document = segment(all_body(text))
    return document.text, [found for found in quotations(document) if found.kind == "direct"]


def sources(text: str) -> list[tuple[str | None, str | None]]:
    folded, found = direct(text)
    return [(folded[slice(*q.speaker)] if q.speaker else None, q.cue) for q in found]


def resolved(text: str) -> list[str | None]:
    return [quotation.resolved.name for quotation in direct(text)[1]]


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ('"The dam will hold," said Maria Lindqvist.', "Maria Lindqvist", "said"),
        ('"The dam will hold," Maria Lindqvist said.', "Maria Lindqvist", "said"),
        ('"The dam will hold," she told reporters.', "she", "told"),
        ('"Will the dam hold?" asked Mr. Vega.', "Mr. Vega", "asked"),
        ('"The dam will hold," said Jon Vega, who built it.', "Jon Vega", "said"),
        ('"The dam holds," Jon Vega, an engineer from Ost, said.', "Jon Vega", "said"),
        ('Jon Vega said: "The dam will hold."', "Jon Vega", "said"),
        ('On Tuesday Jon Vega said, "The dam will hold."', "Jon Vega", "said"),
        ('Jon Vega said the dam was "perfectly safe" in a storm.', "Jon Vega", "said"),
        ('The dam is "perfectly safe," according to Jon Vega.', "Jon Vega", "according to"),
        ('Jon Vega laughed, adding that it was "perfectly safe."', "Jon Vega", "adding"),
        ('The engineer accused them of "reckless neglect" on Monday.', "The engineer", "accused"),
        ('"The dam will hold for a hundred years." – Jon Vega', "Jon Vega", "–"),
        ('A leak is not "the end of the dam", he said, adding that he had seen it.', "he", "said"),
        ('On Monday Mayor Jon Vega (L-Ost) said it was "a very bad dam".', "Mayor Jon Vega", "said"),
        ('Jon Vega dismissed Friday\'s statement, calling it "a very bad dam".', "Jon Vega", "dismissed"),
        ('The mayor saw Friday\'s debate, calling it "a very bad dam".', "The mayor", "calling"),
        ('They mended the wall and he, once again, promised "a very good dam".', "he", "promised"),
        ('The state may yet call it "perfectly safe in a storm," Jon Vega said.', "Jon Vega", "said"),
    ],
)
def test_speaker_and_cue(text: str, speaker: str, cue: str) -> None:
    assert sources(text) == [(speaker, cue)]


def test_speech_that_goes_on_keeps_its_speaker() -> None:
    text = '"The dam will hold," Jon Vega said. "It is made of granite."'
    assert sources(text) == [("Jon Vega", "said")] * 2


def test_a_second_speaker_takes_over() -> None:
    text = '"It will hold," Jon Vega said.\n\n"It will not hold at all," Anna Roth said.'
    assert [speaker for speaker, _ in sources(text)] == ["Jon Vega", "Anna Roth"]


def test_the_lines_of_a_transcript_are_set_apart_and_name_the_speaker_of_what_follows() -> None:
    text = (
        'They spoke on air:\n\n"ROTH: Will the dam hold?\n\n"VEGA: It will, I built it.\n\n'
        '"I built it of granite, and granite does not move at all."'
    )
    assert sources(text) == [("VEGA", ":")]


def test_a_link_to_another_article_quotes_nobody() -> None:
    assert sources('READ MORE: Vega says the dam is "perfectly safe"') == []


def test_surnames_and_pronouns_lead_to_the_full_name() -> None:
    text = (
        "Maria Lindqvist opened the dam on Monday.\n\n"
        '"It will hold," Lindqvist said.\n\n"I am sure of it," she added.'
    )
    assert resolved(text) == ["Maria Lindqvist", "Maria Lindqvist"]


def test_a_pronoun_passes_over_a_name_of_the_other_gender() -> None:
    text = 'Maria Lindqvist met John Vega at the dam. "It will hold," she said.'
    assert resolved(text) == ["Maria Lindqvist"]


def test_speech_of_nobody_named_has_no_speaker() -> None:
    assert resolved('"Is there anything at all that we could have done about it?"') == [None]


def test_titles_are_not_part_of_a_name() -> None:
    assert resolved('"It will hold," said Sen. Anna Roth of Ost.') == ["Anna Roth"]


def test_the_table_of_reporting_verbs_is_well_formed() -> None:
    path = Path(cues.__file__).parent / "data" / "reporting_verbs.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["lemma"] for row in rows] == sorted({row["lemma"] for row in rows})
    assert {row["class"] for row in rows} == CLASSES
    assert {row["strength"] for row in rows} == {"strong", "often", "seldom"}
    forms = [form.split("|") for row in rows for form in list(row.values())[:5]]
    assert all(word.isalpha() for form in forms for spelling in form for word in spelling.split(" "))


@pytest.mark.parametrize(
    ("american", "british"),
    [
        ("criticized", "criticised"),
        ("emphasizes", "emphasises"),
        ("signaled", "signalled"),
        ("favor", "favour"),
    ],
)
def test_a_reporting_verb_is_one_verb_in_either_spelling(american: str, british: str) -> None:
    assert cues.verbs()[british] == cues.verbs()[american]


@pytest.mark.parametrize(
    ("form", "cue_class"),
    [("said", "neutral"), ("alleged", "doubt"), ("admitted", "factive"), ("praised", "praise"),
     ("blasted", "attack"), ("admitting", "factive"), ("tells", "neutral"),
     ("dubbed", "neutral"), ("preferring", "neutral"), ("shrugged", "neutral"),
     ("blurted", "neutral"), ("echoes", "neutral"), ("shot back", "neutral")],
)  # fmt: skip
def test_reporting_verbs_have_a_class(form: str, cue_class: str) -> None:
    assert cues.verbs()[form].cue_class == cue_class


@pytest.mark.parametrize(
    ("banner", "quotations"),
    [("Old hall of eels and boats by the water", 0), ("Old hall of eels and boats by the water side", 1)],
)
def test_ten_words_that_nobody_reports_are_speech_and_nine_are_not(banner: str, quotations: int) -> None:
    assert len(direct(f'The banner "{banner}" hung over the old market.')[1]) == quotations


@pytest.mark.parametrize(("between", "cue"), [("old ", "said"), ("big old ", None)])
def test_a_cue_reports_over_forty_tokens_and_no_more(between: str, cue: str | None) -> None:
    far = "of the " * 17
    text = f'Jon Vega said in the {between}hall {far}that "the dam will hold for at least another ten long dry years."'
    assert [found for _, found in sources(text)] == [cue]


@pytest.mark.parametrize(("lead", "cue"), [("", "said"), ("And so ", "said"), ("And so then ", None)])
def test_the_sentence_above_reports_a_quotation_behind_two_words_and_no_more(
    lead: str, cue: str | None
) -> None:
    quoted = '"The dam will hold for at least another ten long dry years."'
    text = f"Jon Vega said this on Monday in the hall:\n{lead}{quoted}"
    assert [found for _, found in sources(text)] == [cue]


@pytest.mark.parametrize(
    ("paragraphs", "above"),
    [
        (['"It sank."'], [None]),
        (["It rained. Then it was late.", '"It sank."'], ["Then it was late ."]),
        (
            ['Vega said "so" twice. It rained.', '"It sank," and "it burnt."'],
            [None, 'Vega said " twice . \n It rained .', None],
        ),
        (['Vega said "so."', "It rained. Then it was late.", '"It sank."'], [None, "Then it was late ."]),
        (["It rained.", 'And so "it sank."'], ["It rained ."]),
        (["It rained.", 'And so then "it sank."'], [None]),
    ],
)
def test_the_paragraph_above_the_first_quotation_of_another_may_report_it(
    paragraphs: list[str], above: list[str | None]
) -> None:
    document = segment(all_body("\n".join(paragraphs)))
    found = [place.above for place in places(document, find_quoted_runs(document))]
    assert [one and " ".join(one.line.words).strip() for one in found] == above
