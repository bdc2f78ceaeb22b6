"""The published formulas give what a hand count gives, and nothing where a text is too short."""

from bisect import bisect_left
from itertools import accumulate, pairwise
from math import isnan

import pytest

from analysis.corpus.articles import Article
from analysis.measures.readability import (
    COUNTS,
    SCORES,
    Counts,
    Row,
    Tally,
    Voice,
    counts,
    formulas,
    proper_names,
    score,
    score_published,
    tally,
    tally_by_voice,
    textstat_engine,
)
from analysis.measures.readability.vocabulary import easy_words, is_familiar, is_hard
from analysis.text.articles import Block, CleanArticle
from analysis.text.segmentation import Document, segment

CAT = ["The cat sat on the mat", "The dog ran to the house"]
OFFICIALS = [
    "Officials in Washington announced an extraordinary investigation yesterday",
    "The president's advisers immediately rejected it",
    "They were angry",
]
ECONOMY = [
    "The U.S economy grew 3.5 percent Mr Smith said on Monday",
    "We won he said",
    "Is it over asked Ms Jones of Acme Corp in Washington D.C before the vote",
]


def counted(sentences: list[str]) -> Counts:
    return counts(tallied(sentences))


def tallied(sentences: list[str]) -> Tally:
    runs = [sentence.split() for sentence in sentences]
    words = [word for run in runs for word in run]
    heads = accumulate(map(len, runs[:-1]), initial=0)
    return tally(words, len(runs), proper_names(words, heads))


def document(*paragraphs: str) -> Document:
    text, blocks, at = "\n\n".join(paragraphs), [], 0
    for line, paragraph in enumerate(paragraphs, start=1):
        blocks.append(Block("body", at, at + len(paragraph), line))
        at += len(paragraph) + 2
    article = Article("a", "s", text)
    return segment(CleanArticle(article, text, tuple(blocks), (), truncated=False))


def scored(article: Document, voices: list[Voice]) -> list[Row]:
    ends = [bisect_left(article.body.starts, sentence.end) for sentence in article.sentences]
    return score(article, tally_by_voice(article, [range(*pair) for pair in pairwise([0, *ends])], voices))


def only(rows: list[Row], score_name: str, voice: str = "body", engine: str = "published") -> Row:
    found = [r for r in rows if (r.score, r.voice, r.engine) == (score_name, voice, engine)]
    assert len(found) == 1
    return found[0]


# ----------------------------------------------------------------------------------- known answers


def test_a_primer_sentence_gives_the_scores_of_a_hand_count() -> None:
    cat = counted(CAT)
    assert cat[:5] == (12, 2, 12, 36, 36)
    assert formulas.flesch_reading_ease(cat) == pytest.approx(116.145)
    assert formulas.flesch_kincaid_grade(cat) == pytest.approx(-1.45)
    assert formulas.gunning_fog(cat) == pytest.approx(2.4)
    assert formulas.automated_readability_index(cat) == pytest.approx(-4.30)
    assert formulas.coleman_liau_index(cat) == pytest.approx(-3.093, abs=5e-4)
    assert formulas.lix(cat) == 6
    assert formulas.rix(cat) == 0
    assert formulas.linsear_write(cat) == 2
    assert formulas.mcalpine_eflaw(cat) == 11.5
    assert formulas.dale_chall(cat) == pytest.approx(0.0496 * 6 + 3.6365)
    assert formulas.spache(cat) == pytest.approx(0.121 * 6 + 0.659)


def test_official_prose_gives_the_scores_of_a_hand_count() -> None:
    officials = counted(OFFICIALS)
    assert officials.words == 17
    assert officials.sentences == 3
    assert officials.syllables == 43
    assert officials.polysyllables == 9
    assert officials.letters == 122
    assert officials.long_words == 10
    assert formulas.flesch_reading_ease(officials) == pytest.approx(-12.905, abs=5e-4)
    assert formulas.flesch_kincaid_grade(officials) == pytest.approx(16.467, abs=5e-4)
    assert formulas.gunning_fog(officials) == pytest.approx(18.74, abs=5e-3)
    assert formulas.smog_index(officials) == pytest.approx(13.024, abs=5e-4)
    assert formulas.automated_readability_index(officials) == pytest.approx(15.20, abs=5e-3)
    assert formulas.coleman_liau_index(officials) == pytest.approx(21.17, abs=5e-3)
    assert formulas.lix(officials) == pytest.approx(64.49, abs=5e-3)
    assert formulas.rix(officials) == pytest.approx(3.33, abs=5e-3)


def test_a_segmented_article_gives_the_counts_of_a_hand_count() -> None:
    article = document(
        'The U.S. economy grew 3.5 percent, Mr. Smith said on Monday. "We won," he said. "Is it '
        'over?" asked Ms. Jones of Acme Corp. in Washington, D.C., before the vote.'
    )
    rows = scored(article, ["narration"] * 3)
    values = [only(rows, name).value for name in ("words", "sentences", "syllables")]
    assert values == [30, 3, 45]


def test_abbreviations_and_figures_count_as_they_are_read() -> None:
    economy = counted(ECONOMY)
    assert (economy.words, economy.sentences, economy.syllables) == (30, 3, 45)
    assert formulas.flesch_reading_ease(economy) == pytest.approx(69.8, abs=0.05)
    assert formulas.flesch_kincaid_grade(economy) == pytest.approx(6.0, abs=0.05)


def test_coleman_and_liau_grade_their_own_abstract_as_they_say() -> None:
    # Counted in the abstract of their paper, which gives 14.5 for it; six of the characters are digits.
    abstract = counted(CAT)._replace(words=119, sentences=5, letters=633, characters=639)
    assert formulas.coleman_liau_index(abstract) == pytest.approx(14.53, abs=5e-3)


@pytest.mark.parametrize(("words", "mini_words", "flaws"), [(18, 11, 29), (10, 4, 14)])
def test_mcalpine_scores_her_own_two_examples_as_she_says(words: int, mini_words: int, flaws: int) -> None:
    # One sentence each: a wordy one of her article, and how she would put it.
    sentence = counted(CAT)._replace(words=words, sentences=1, mini_words=mini_words)
    assert formulas.mcalpine_eflaw(sentence) == flaws


def test_linsear_write_halves_the_points_and_takes_one_off_below_twenty() -> None:
    cat = counted(CAT)
    assert formulas.linsear_write(cat._replace(words=40, sentences=2)) == 9
    assert formulas.linsear_write(cat._replace(words=42, sentences=2)) == 10.5
    assert formulas.linsear_write(cat._replace(words=42, sentences=2, polysyllables=4)) == 12.5


# ------------------------------------------------------------------------------------ word classes


@pytest.mark.parametrize(
    ("form", "hard"),
    [
        ("investigation", True),
        ("imagined", True),  # three syllables without the ending
        ("activities", True),
        ("leadership", True),  # derived, though "ship" is an easy word
        ("self-determination", True),
        ("rejected", False),
        ("businesses", False),
        ("suggesting", False),
        ("newspapers", False),
        ("understand", False),
        ("state-of-the-art", False),
        ("1994", False),
        ("3.5", False),
        ("house", False),
    ],
)
def test_hard_words_are_gunnings(form: str, *, hard: bool) -> None:
    assert is_hard(form) is hard


@pytest.mark.parametrize(
    ("form", "familiar"),
    [
        ("cat", True),
        ("cats", True),
        ("Cat's", True),
        ("cities", True),
        ("boxes", True),
        ("stopped", True),
        ("carrying", True),
        ("making", True),
        ("happier", True),
        ("biggest", True),
        ("deeply", True),
        ("1994", True),
        ("Mr", True),
        ("they've", True),
        ("hard-working", True),
        ("defender", False),  # a noun in -er, not a comparative
        ("legislation", False),
        ("house-legislation", False),
        ("congress", False),
    ],
)
def test_familiar_words_are_dale_and_challs(form: str, *, familiar: bool) -> None:
    assert is_familiar(form) is familiar


def test_the_list_of_familiar_words_is_whole() -> None:
    assert len(easy_words()) == 2941


def test_a_word_with_a_capital_inside_a_sentence_is_a_name_wherever_it_stands() -> None:
    sentences = ["Zorblattery fell", "In Zorblattery it rained", "Everything fell"]
    words = " ".join(sentences).split()
    assert proper_names(words, [0, 2, 6]) == {"Zorblattery"}
    named, unnamed = counted(sentences), counts(tally(words, 3))
    assert (named.unfamiliar_words, unnamed.unfamiliar_words) == (0, 2)
    assert (named.hard_words, unnamed.hard_words) == (0, 2)


def test_spache_counts_an_unfamiliar_word_once_and_dale_chall_each_time() -> None:
    repeated = counts(tally(["legislation", "Legislation", "cat", "legislation"], 1))
    assert (repeated.unfamiliar_words, repeated.unfamiliar_types) == (3, 1)


def test_long_and_mini_words_are_measured_in_letters() -> None:
    measured = counts(tally(["letters", "long-term", "1,000,000", "a", "the", "it's", "G20", "nine"], 1))
    assert measured.long_words == 2
    assert measured.mini_words == 4
    assert measured.characters - measured.letters == 9


# --------------------------------------------------------------------------------- the least texts


def test_a_text_without_words_has_no_score_and_counts_of_zero() -> None:
    nothing = counts()
    assert nothing == (0,) * len(nothing)
    for name, value, reason in score_published(nothing):
        assert (value, reason) == (0, None) if name in COUNTS else reason == "no sentence with a word"
    assert all(isnan(each.formula(nothing)) for each in SCORES)


def test_each_score_says_below_which_text_it_is_not_given() -> None:
    short = {name: (value, reason) for name, value, reason in score_published(counted(OFFICIALS))}
    for each in SCORES:
        value, reason = short[each.name]
        assert isnan(value)
        assert reason is not None
        assert reason.startswith(f"fewer than {each.least} {each.of}: ")


def test_smog_takes_thirty_sentences_and_the_others_a_hundred_words() -> None:
    values = {n: v for n, v, _ in score_published(counted(OFFICIALS * 9))}
    assert isnan(values["smog_index"])
    assert not any(isnan(v) for n, v in values.items() if n != "smog_index")
    assert score_published(counted(OFFICIALS * 10))[14][1] == pytest.approx(13.024, abs=5e-4)


def test_every_score_has_a_unit_a_source_and_a_counterpart_that_exists() -> None:
    named = [each.textstat for each in SCORES if each.textstat]
    named += [function for function in COUNTS.values() if function]
    assert sorted(named) == sorted(textstat_engine.FUNCTIONS)
    assert all(each.unit and each.source and each.direction for each in SCORES)
    assert len({each.name for each in SCORES} | set(COUNTS)) == len(SCORES) + len(COUNTS)


# ---------------------------------------------------------------------------------------- articles

NARRATION = "The cat sat on the mat. " * 20
QUOTATION = '"Extraordinary investigations necessitate reconsideration," he said.'


def test_narration_and_quotation_are_scored_apart_and_the_body_as_a_whole() -> None:
    article = document(NARRATION.strip(), QUOTATION)
    voices: list[Voice] = ["narration"] * 20
    voices.append("quotation")
    rows = scored(article, voices)
    assert [only(rows, "words", v).value for v in ("body", "narration", "quotation")] == [126, 120, 6]
    assert only(rows, "sentences", "quotation").value == 1
    assert only(rows, "flesch_kincaid_grade", "narration").value == pytest.approx(-1.45)
    assert only(rows, "flesch_kincaid_grade").value > -1.45
    quoted = only(rows, "flesch_kincaid_grade", "quotation")
    assert isnan(quoted.value)
    assert quoted.reason is not None


def test_the_word_that_opens_a_quotation_is_not_taken_for_a_name() -> None:
    rows = scored(document(f"He said: {QUOTATION}"), ["quotation"])
    assert only(rows, "hard_words").value == 4


def test_the_engine_textstat_is_given_the_paragraphs_of_the_body_and_the_body_alone() -> None:
    rows = scored(document(NARRATION.strip(), QUOTATION), ["narration"] * 21)
    given = {row.score: row.value for row in rows if row.engine == "textstat"}
    assert given == textstat_engine.measure(f"{NARRATION.strip()}\n\n{QUOTATION}")
    assert {row.voice for row in rows if row.engine == "textstat"} == {"body"}


def test_an_empty_article_has_no_readability_in_either_engine() -> None:
    rows = scored(document(), [])
    for row in rows:
        is_count = row.score in {*COUNTS, *COUNTS.values()}
        assert row.value == 0 if is_count else isnan(row.value)
        assert row.reason == (None if is_count else "no sentence with a word")


def test_a_sentence_without_words_counts_for_nothing() -> None:
    article = document("The cat sat.", "The dog ran.")
    rows = score(article, tally_by_voice(article, [range(3), range(3, 3), range(3, 6)], ["narration"] * 3))
    assert only(rows, "sentences").value == 2


def test_rows_are_distinct_and_in_a_fixed_order() -> None:
    article = document(NARRATION.strip())
    voices: list[Voice] = ["narration"] * 20
    rows = scored(article, voices)
    keys = [(row.engine, row.score, row.voice) for row in rows]
    assert len(set(keys)) == len(keys) == 3 * (len(SCORES) + len(COUNTS)) + len(textstat_engine.FUNCTIONS)
    assert [(r.engine, r.score, r.voice) for r in scored(article, voices)] == keys


def test_the_number_of_voices_must_be_that_of_the_sentences() -> None:
    with pytest.raises(ValueError, match="zip"):
        tally_by_voice(document("The cat sat."), [range(3)], [])


def test_two_parts_of_a_text_have_together_the_counts_of_the_whole() -> None:
    parts = [tally(" ".join(own).split(), len(own)) for own in (CAT, OFFICIALS, OFFICIALS)]
    whole = tally(" ".join(CAT + OFFICIALS + OFFICIALS).split(), 8)
    assert counts(*parts) == counts(whole)
