"""Framing terms are found by the stated rules, and as a plain reference finds them."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.measures.framing import Hit, hits
from analysis.measures.lexicon import from_categories
from analysis.segment import Document, Span

Terms = Mapping[str, Sequence[str]]
SENTENCE = re.compile(r"\S(?:(?! \. ).)*")


def make(body: str, headline: str = "") -> Document:
    """A document in real words, of one paragraph; its sentences are parted by `` . ``."""
    text = f"{headline}\n\n{body}"
    at = len(headline) + 2
    return Document(
        article_id="a",
        text=text,
        headlines=[Span(0, at)],
        paragraphs=[Span(at, len(text))],
        sentences=[Span(*match.span()) for match in SENTENCE.finditer(text, at)],
        marks=[match.start() for match in re.finditer('"', text)],
    )


def find(body: str, terms: Terms, headline: str = "") -> list[Hit]:
    document = make(body, headline)
    return hits(document, [False] * len(document.body.forms), from_categories(terms))


def counted(body: str, *terms: str) -> dict[str, int]:
    return dict(Counter(hit.term for hit in find(body, {"c": terms})))


def test_a_hit_says_term_category_voice_offsets_and_place() -> None:
    document = make('it is "a dismal record" they said', headline="Dismal talks")
    voices = [False, False, True, True, True, False, False]
    found = hits(document, voices, from_categories({"judging": ["dismal"], "talk": ["talks"]}))
    assert found[0][:5] == ("dismal", "judging", "headline", 0, 6)
    assert found[1][:5] == ("talks", "talk", "headline", 7, 12)
    assert math.isnan(found[0].place)
    assert found[2] == Hit("dismal", "judging", "quotation", 23, 29, 3 / 7)
    assert document.text[23:29] == "dismal"


def test_an_article_without_words_has_no_hits() -> None:
    assert find("", {"c": ["talks"]}) == []


def test_a_lexicon_without_terms_finds_nothing() -> None:
    assert find("talks about talks", {}) == []


def test_voices_must_cover_every_word_of_the_body() -> None:
    with pytest.raises(ValueError, match="1 voices for 2 words"):
        hits(make("two words"), [True], from_categories({"c": ["words"]}))


def test_the_longest_term_wins_across_categories() -> None:
    found = find("a human rights abuse", {"a": ["human rights"], "b": ["rights abuse", "abuse"]})
    assert [(hit.term, hit.category) for hit in found] == [("human rights", "a"), ("abuse", "b")]


def test_the_leftmost_term_wins_over_a_longer_one_that_begins_later() -> None:
    assert counted("one two three four", "one two", "two three four") == {"one two": 1}


def test_a_word_behind_a_failed_phrase_can_begin_a_term() -> None:
    assert counted("one one two", "one two") == {"one two": 1}


def test_a_term_that_overlaps_itself_is_counted_without_overlap() -> None:
    assert counted("ha ha ha ha ha", "ha ha") == {"ha ha": 2}


def test_a_term_in_two_categories_counts_once_in_each() -> None:
    found = find("the regime fell", {"a": ["regime"], "b": ["regime"]})
    assert [(hit.term, hit.category) for hit in found] == [("regime", "a"), ("regime", "b")]


def test_of_two_terms_for_one_word_the_more_literal_counts_in_a_category() -> None:
    assert counted("regime", "regim*", "regime", "re*") == {"regime": 1}
    assert counted("regimes", "re*s", "regim*") == {"regim*": 1}


def test_of_equally_literal_terms_the_first_in_the_lexicon_counts() -> None:
    assert counted("abc", "a*c", "*bc") == {"a*c": 1}
    assert counted("abc", "*bc", "a*c") == {"*bc": 1}


def test_case_folds() -> None:
    assert counted("Dismal DISMAL dismal", "dismal") == {"dismal": 3}


def test_a_term_with_a_capital_finds_its_own_spelling_only() -> None:
    assert counted("us US Us labour Labour", "US", "Labour") == {"US": 1, "Labour": 1}


def test_every_word_of_a_phrase_with_a_capital_keeps_its_case() -> None:
    assert counted("Security Council . Security council", "Security council") == {"Security council": 1}


def test_a_folding_term_and_a_capital_term_live_side_by_side() -> None:
    assert counted("us US", "us", "US") == {"us": 1, "US": 1}


def test_a_star_stands_for_letters_and_digits_or_none() -> None:
    assert counted("sanction sanctions sanctions2 sanctioned-off", "sanction*") == {"sanction*": 3}


def test_a_question_mark_stands_for_exactly_one_letter_or_digit() -> None:
    assert counted("wom woman women womoon wom-n", "wom?n") == {"wom?n": 2}


def test_wildcards_stand_anywhere_in_a_word() -> None:
    assert counted("phobia xenophobia xenophobias", "*phobia") == {"*phobia": 2}
    assert counted("organise organize reorganise", "*organi?e") == {"*organi?e": 3}


def test_a_wildcard_crosses_no_hyphen_and_no_apostrophe() -> None:
    assert counted("self-made self'd selfish", "self*") == {"self*": 1}


def test_a_hyphenated_word_is_one_word() -> None:
    assert counted("human-rights human rights", "human rights") == {"human rights": 1}
    assert counted("human-rights human rights", "human-rights") == {"human-rights": 1}


def test_a_possessive_ending_is_passed_over() -> None:
    assert counted("regime's REGIME'S regime U.S.'s", "regime", "U.S.") == {"regime": 3, "U.S.": 1}


def test_a_term_with_the_possessive_ending_finds_nothing_without_it() -> None:
    assert counted("people people's", "people's") == {"people's": 1}
    assert counted("people people's", "people's", "people") == {"people": 1, "people's": 1}


def test_a_phrase_crosses_no_sentence_end() -> None:
    assert counted("on human . rights are", "human rights", "rights") == {"rights": 1}


def test_a_phrase_crosses_from_the_headline_into_no_body() -> None:
    assert find("rights", {"c": ["human rights"]}, headline="human") == []


def test_a_phrase_may_run_over_a_mark_and_counts_where_it_begins() -> None:
    document = make('a "charm" offensive')
    (hit,) = hits(document, [False, True, False], from_categories({"c": ["charm offensive"]}))
    assert hit.voice == "quotation"
    assert document.text[hit.start : hit.end] == 'charm" offensive'


def test_a_term_is_cut_into_words_as_text_is() -> None:
    terms = ["U.S.", "and/or", "9/11", "Washington, D.C.", "AT&T", "$3.5 billion", "officials'"]
    assert counted("U.S and or 9/11 Washington D.C AT&T 3.5 billion officials", *terms) == dict.fromkeys(
        terms, 1
    )


def test_characters_of_regular_expressions_have_no_power() -> None:
    assert counted("axb a.b aa b ab", "a.b", "(aa+)+", "[b]", "^a", "a|c") == {
        "a.b": 1,
        "(aa+)+": 1,
        "[b]": 1,
    }


def test_a_script_without_case_or_blanks_is_matched_by_its_words() -> None:
    assert counted("حقوق الإنسان و حقوق", "حقوق الإنسان") == {"حقوق الإنسان": 1}
    assert counted("人权 对话", "人*") == {"人*": 1}


def test_two_lexicons_do_not_share_what_they_looked_up() -> None:
    assert counted("alpha beta", "alpha") == {"alpha": 1}
    assert counted("alpha beta", "beta") == {"beta": 1}


# ------------------------------------------------------------------------ against a plain reference

LETTERS = "abA"
PIECES = st.text(LETTERS + "*?", min_size=1, max_size=3) | st.sampled_from(["a-b", "b's", "a*-b"])
TERMS = st.lists(PIECES, min_size=1, max_size=3).map(" ".join).filter(lambda t: bool(set(t) - set("*? ")))
CATEGORIES = st.dictionaries(
    st.sampled_from(["x", "y", "z"]), st.lists(TERMS, min_size=1, max_size=6, unique=True)
)
WORDS = st.text(LETTERS, min_size=1, max_size=3) | st.sampled_from(["a-b", "b's", "A'S", "."])


def reference(words: Sequence[str], categories: Terms) -> Counter[tuple[str, str]]:
    """Counts by the rules read aloud: every term is tried at every word of the text."""
    counts: Counter[tuple[str, str]] = Counter()
    first = 0
    while first < len(words):
        length = 0
        for terms in categories.values():
            for term in terms:
                pieces = term.split()
                if fits(words[first : first + len(pieces)], pieces):
                    length = max(length, len(pieces))
        for category, terms in categories.items():
            same = [t for t in terms if length and len(t.split()) == length]
            taken = [t for t in same if fits(words[first : first + length], t.split())]
            if taken:
                counts[category, max(taken, key=lambda t: (len(re.sub("[*?]", "", t)), "A" in t))] += 1
        first += max(1, length)
    return counts


def fits(words: Sequence[str], pieces: Sequence[str]) -> bool:
    """Whether words of the text are those of a term, each with or without its possessive ending."""
    exact = "A" in "".join(pieces)
    return len(words) == len(pieces) and all(
        any(fits_word(form, piece, exact=exact) for form in (word, re.sub("'[sS]$", "", word)))
        for word, piece in zip(words, pieces, strict=True)
    )


def fits_word(word: str, piece: str, *, exact: bool) -> bool:
    pattern = re.escape(piece).replace(r"\*", "[a-zA-Z]*").replace(r"\?", "[a-zA-Z]")
    return bool(re.fullmatch(pattern, word, 0 if exact else re.IGNORECASE))


@settings(derandomize=True, max_examples=400, deadline=None)
@given(categories=CATEGORIES, words=st.lists(WORDS, max_size=14))
def test_counts_equal_a_plain_reference(categories: Terms, words: list[str]) -> None:
    found = find(" ".join(words), categories)
    assert Counter((hit.category, hit.term) for hit in found) == reference(words, categories)


@settings(derandomize=True, max_examples=100, deadline=None)
@given(categories=CATEGORIES, words=st.lists(WORDS, max_size=14))
def test_hits_stand_in_reading_order_and_apart(categories: Terms, words: list[str]) -> None:
    spans = list(dict.fromkeys((hit.start, hit.end) for hit in find(" ".join(words), categories)))
    assert spans == sorted(spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))


@settings(derandomize=True, max_examples=400, deadline=None)
@given(text=st.text("aB1.,-'&/$%(+ ", max_size=20), picks=st.tuples(st.integers(0), st.integers(0)))
def test_what_is_copied_out_of_a_text_is_found_in_it(text: str, picks: tuple[int, int]) -> None:
    document = make(text.replace(" . ", " "))
    starts, ends = document.body.starts, document.body.ends
    if starts:
        first, last = sorted(pick % len(starts) for pick in picks)
        term = document.text[starts[first] : ends[last]]
        found = hits(document, [False] * len(starts), from_categories({"c": [term]}))
        assert term.split() in [document.text[hit.start : hit.end].split() for hit in found]


# ------------------------------------------------------------------------------------------ hostile


def test_a_term_of_many_stars_takes_no_time_on_a_long_word() -> None:
    assert find("a" * 20_000, {"c": ["*a" * 20 + "*b"]}) == []


def test_a_repetitive_text_takes_linear_time() -> None:
    found = find("a " * 50_000, {"c": ["a a a a b", "a a"]})
    assert len(found) == 25_000
