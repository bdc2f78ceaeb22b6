"""Canonical text: what is folded, what is kept, and the way back."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.text.cleaning.canonical import canonical

PLAIN = (
    'The mayor said: "We\'ll rebuild – whatever it takes." She was "not amused" by the delay.\n'
    "\n\"It's the boys' bridge,\" her deputy said. \"They told me, 'Go on', and I went …\"\n"
)
TYPED = {
    "curly": (
        "The mayor said: “We’ll rebuild — whatever it takes.” She was “not amused” by the delay.\n"
        "\n“It’s the boys’ bridge,” her deputy said. “They told me, ‘Go on’, and I went …”\n"
    ),
    "tex": (
        "The mayor said: ``We'll rebuild---whatever it takes.'' She was ``not amused'' by the "
        "delay.\n\n``It's the boys' bridge,'' her deputy said. ``They told me, `Go on', and I "
        "went ...''\n"
    ),
    "guillemets": (
        "The mayor said: «\u00a0We’ll rebuild–whatever it takes.\u00a0» She was «\u00a0not "
        "amused\u00a0» by the delay.\n\n«It’s the boys’ bridge,» her deputy said. «They told me, "
        "‹Go on›, and I went . . .»\n"
    ),
    "low and high": (
        "The mayor said: „We´ll rebuild -- whatever it takes.“ She was „not amused“ by the delay.\r"
        "\n\r\n„It`s the boys` bridge,“ her deputy said. „They told me, ‚Go on‘, and I went …“\r\n"
    ),
    "British": (
        "The mayor said: ‘We’ll rebuild — whatever it takes.’ She was ‘not amused’ by the delay.\n"
        "\n‘It’s the boys’ bridge,’ her deputy said. ‘They told me, “Go on”, and I went …’\n"
    ),
    "British typewriter": (
        "The mayor said: 'We'll rebuild - whatever it takes.' She was 'not amused' by the delay.\n"
        "\n'It's the boys' bridge,' her deputy said. 'They told me, \"Go on\", and I went ...'\n"
    ),
    "full width": (
        "The mayor said: ＂We＇ll rebuild―whatever it takes.＂ She was ＂not\u00a0amused＂ by the "
        "delay.\n\n＂It＇s the boys＇ bridge,＂ her deputy said. ＂They told me, ＇Go\u2009on＇, "
        "and I went …＂\n"
    ),
}


@pytest.mark.parametrize("style", TYPED)
def test_every_way_of_typing_gives_one_text(style: str) -> None:
    assert canonical(TYPED[style]).text == PLAIN


def test_canonical_text_stays_as_it_is() -> None:
    assert canonical(PLAIN).text == PLAIN


@pytest.mark.parametrize(
    ("given_text", "folded"),
    [
        ("", ""),
        ("10–12 people, US–China talks", "10-12 people, US-China talks"),
        ("the talks–long delayed–began", "the talks – long delayed – began"),
        ("pre- and post-war, a well-known x", "pre- and post-war, a well-known x"),
        ("a non\u2011breaking hy\u00adphen\u200b", "a non-breaking hyphen"),
        ("-- first\n- second\nlast --", "– first\n– second\nlast –"),
        ("“Wait—” he said", '"Wait –" he said'),
        ("“—and then?” he said", '"– and then?" he said'),
        ("so—“quoted”—on", 'so – "quoted" – on'),
        ("Inc. ... and .... no", "Inc. … and …. no"),
        ("wait . . . . Go", "wait …. Go"),
        ("cafe\u0301 \u212b", "café Å"),
        ("two  blanks,\ta tab", "two blanks, a tab"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("in the '90s, rock 'n' roll 'em", "in the '90s, rock 'n' roll 'em"),
        ("“He said, ``no.’’’’", '"He said, "no."'),
        ("It held. . . . We left.", "It held. … We left."),
        ("It held. ... We left.", "It held. … We left."),
        ("It held…. We left.", "It held. … We left."),
        ("a pause—«\u202fWe left\u202f»", 'a pause – "We left"'),
        ("\"She said 'Go on.' \"", "\"She said 'Go on.'\""),
        (
            "‘It held.’ She paused. ‘We left.\n\nThey came.’",
            '"It held." She paused. "We left.\n\nThey came."',
        ),
    ],
)
def test_known_foldings(given_text: str, folded: str) -> None:
    assert canonical(given_text).text == folded


def test_a_headline_with_single_marks_gets_double_ones_in_any_article() -> None:
    text = "Mayor: 'It's over'\n\n\"It is over,\" she said.\n\n\"I said, 'Go on'.\""
    assert canonical(text).text == text.replace("'It's over'", '"It\'s over"')


def test_a_british_quotation_may_run_over_paragraphs() -> None:
    text = "He said: 'It was dark.\n\n'It was cold.' She said 'no'."
    assert canonical(text).text == text.replace("'", '"')


def test_a_plural_possessive_does_not_close_a_british_quotation() -> None:
    assert canonical("'The ministers' plan failed,' he said.").text == (
        '"The ministers\' plan failed," he said.'
    )


def test_offsets_lead_to_the_same_words_and_back() -> None:
    typed = TYPED["tex"]
    folded = canonical(typed)
    for word in ("mayor", "whatever", "amused", "boys", "went"):
        at = typed.index(word)
        assert folded.text[folded.forward(at) :].startswith(word)
        assert folded.origin(folded.forward(at)) == at


def test_offsets_inside_a_stretch_that_becomes_another_are_moved_with_its_beginning() -> None:
    folded = canonical("It sank.... It rained.... Then")
    assert folded.text == "It sank. … It rained. … Then"
    first, second = range(7, 12), range(21, 26)  # the four dots, and what follows them
    assert [folded.forward(i) for i in first] == [7, 8, 9, 10, 10]
    assert [folded.forward(i) for i in second] == [20, 21, 22, 23, 23]
    assert [folded.origin(i) for i in range(7, 11)] == [7, 8, 9, 11]
    assert [folded.origin(i) for i in range(20, 24)] == [21, 22, 23, 25]


def test_offsets_before_any_change_stay() -> None:
    folded = canonical("It  sank")
    assert [folded.forward(i) for i in range(9)] == [0, 1, 2, 3, 3, 4, 5, 6, 7]
    assert [folded.origin(i) for i in range(8)] == [0, 1, 2, 4, 5, 6, 7, 8]


typography = st.text(alphabet="ab A1s.,?-–—'\"’‘“”`«» \u00a0\n\r\u200be\u0301é…([", max_size=40)


@settings(derandomize=True, max_examples=1000)
@given(typography)
def test_folding_twice_is_folding_once(text: str) -> None:
    once = canonical(text).text
    assert canonical(once).text == once


@settings(derandomize=True, max_examples=300)
@given(typography)
def test_offsets_keep_their_order_and_their_range(text: str) -> None:
    folded = canonical(text)
    forward = [folded.forward(i) for i in range(len(text) + 1)]
    origin = [folded.origin(i) for i in range(len(folded.text) + 1)]
    assert forward == sorted(forward)
    assert origin == sorted(origin)
    assert forward[-1] == len(folded.text)
    assert origin[-1] == len(text)


@settings(derandomize=True, max_examples=300)
@given(st.text(alphabet="ab é\u0301\u0327ạ\u1100\u1161\u212b", max_size=20))
def test_the_result_is_composed(text: str) -> None:
    assert unicodedata.is_normalized("NFC", canonical(text).text)


@pytest.mark.parametrize("unit", ["'", '"', "- ", "–a", "' a", ". ", "s' ", "“", "a\u0301", "\"'-"])
def test_hostile_repetition_is_read_to_its_end(unit: str) -> None:
    text = canonical(unit * 100_000).text  # in quadratic time it would take minutes
    assert canonical(text).text == text
