"""Framing terms are found by the stated rules, and as a plain reference finds them."""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import pytest
from conftest import all_body
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.text.segmentation import Document, Span, segment
from analysis.text.terms.counting import Hit, hits, tallies
from analysis.text.terms.lexicon import Term, from_categories

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


def test_a_hit_knows_whether_it_is_negated_and_counts_all_the_same() -> None:
    found = find(
        "they did not condemn it . they condemn it", {"c": ["condemn"]}, headline="No talks to condemn"
    )
    assert [hit.negated for hit in found] == [True, True, False]


def test_a_negator_in_the_sentence_before_negates_nothing() -> None:
    assert [hit.negated for hit in find("it did not . talks began", {"c": ["talks"]})] == [False]


def test_a_negator_in_the_headline_negates_nothing_of_the_body() -> None:
    assert [hit.negated for hit in find("talks began", {"c": ["talks"]}, headline="Not")] == [False]


def test_a_phrase_is_negated_as_its_first_word_is() -> None:
    assert [hit.negated for hit in find("no human rights", {"c": ["human rights"]})] == [True]
    assert [hit.negated for hit in find("human no rights", {"c": ["human no rights"]})] == [False]


def test_tallies_say_how_often_a_term_is_found_in_each_voice_and_where() -> None:
    document = make("no talks on peace . talks about talks", headline="Peace talks")
    voices = [False, False, False, False, True, True, True]
    lexicon = from_categories({"b": ["talks"], "a": ["peace", "talks"]})
    found = tallies(document, voices, lexicon)
    assert [tally[:5] for tally in found] == [
        ("a", "peace", "headline", 1, 0),
        ("a", "peace", "narration", 1, 1),
        *[
            (category, "talks", *rest)
            for category in "ab"
            for rest in (("headline", 1, 0), ("narration", 1, 1), ("quotation", 2, 0))
        ],
    ]
    assert [tally.places for tally in found if tally.voice != "headline"] == [
        [3 / 7],
        *[[1 / 7], [4 / 7, 6 / 7]] * 2,
    ]
    assert all(math.isnan(*tally.places) for tally in found if tally.voice == "headline")


def test_an_article_without_words_has_no_hits() -> None:
    assert find("", {"c": ["talks"]}) == []
    assert tallies(make(""), [], from_categories({"c": ["talks"]})) == []


def test_a_lexicon_without_terms_finds_nothing() -> None:
    assert find("talks about talks", {}) == []


def test_voices_must_cover_every_word_of_the_body() -> None:
    for find_all in (hits, tallies):
        with pytest.raises(ValueError, match="1 voices for 2 words"):
            find_all(make("two words"), [True], from_categories({"c": ["words"]}))


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
    assert counted("sanction sanctions sanctions2 sanctioned", "sanction*") == {"sanction*": 4}


def test_a_question_mark_stands_for_exactly_one_letter_or_digit() -> None:
    assert counted("wom woman women womoon wom-n", "wom?n") == {"wom?n": 2}


def test_wildcards_stand_anywhere_in_a_word() -> None:
    assert counted("phobia xenophobia xenophobias", "*phobia") == {"*phobia": 2}
    assert counted("organise organize reorganise", "*organi?e") == {"*organi?e": 3}


@pytest.mark.parametrize(
    ("term", "body", "found"),
    [
        ("covid*", "COVID-19 cases and Covid rose", 2),
        ("self*", "self-made self'd selfish", 2),
        ("*phobia", "Orm-phobia phobia", 2),
        ("anti*", "anti-war antibody anti-ferry-tax ante", 3),
        ("mid-*", "mid-May mid-2014 midday", 2),
        ("wom?n", "wom-n", 0),
    ],
)
def test_a_star_stands_for_a_hyphen_too_but_for_no_apostrophe(term: str, body: str, found: int) -> None:
    assert counted(body, term).get(term, 0) == found


@pytest.mark.parametrize(
    ("term", "body", "found"),
    [
        ("UK", "The U.K. and the UK voted", 2),
        ("U.K.", "The U.K. and the UK voted", 2),
        ("US", "They told us that the U.S. and the U.S.'s allies and US left", 3),
        ("us", "They told us that the U.S. left", 1),
        ("uk", "the U.K. and the UK", 2),
        ("u.k.", "the U.K. and the UK", 2),
        ("E.U. law", "the EU law and the E.U. law", 2),
        ("who", "the W.H.O. knew who", 1),
        ("am", "at 9 A.M. I am", 1),
        ("3.5", "35 and 3.5", 1),
    ],
)
def test_initials_are_found_with_and_without_stops(term: str, body: str, found: int) -> None:
    assert counted(body, term).get(term, 0) == found


@pytest.mark.parametrize(
    ("term", "body", "found"),
    [
        ("Labour", "LABOUR WINS SEAT", 1),
        ("Labour", "LABOUR WINS SEAT . LABOUR won", 1),
        ("Security Council", "THE SECURITY COUNCIL MEETS", 1),
        ("Labour", "The LABOUR party", 0),
        ("Labour*", "LABOUR'S 9 LABOURITES LOSE", 2),
        ("labour", "LABOUR WINS SEAT", 1),
        ("US", "US", 1),
        ("Us", "US", 0),  # a word alone may be an acronym
    ],
)
def test_case_says_nothing_in_a_sentence_in_capitals(term: str, body: str, found: int) -> None:
    assert counted(body, term).get(term, 0) == found


def test_case_says_nothing_in_a_headline_in_capitals() -> None:
    assert [hit.voice for hit in find("Nobody won", {"c": ["Labour"]}, headline="LABOUR WINS")] == [
        "headline"
    ]


@pytest.mark.parametrize(
    ("term", "body", "found"),
    [
        ("terror", "See https://orm.example/news/terror for more terror", 1),
        ("regime", "Read (www.orm.example/regime/fall.html) on the regime", 1),
        ("vole", "Write to ida.vole@orm.example", 0),
        ("crisis", "orm.example/crisis reports a crisis", 1),
        ("news", "See https://news.example/news", 0),
        ("orm.example", "See orm.example today", 1),
        ("war", "either peace/war or U.S./war talk", 2),
        ("talks", "https://orm.example/talks", 0),
    ],
)
def test_nothing_is_found_within_an_address(term: str, body: str, found: int) -> None:
    assert counted(body, term).get(term, 0) == found


@pytest.mark.parametrize(
    ("term", "body", "found"),
    [
        ("human_rights", "They spoke of human rights", 1),
        ("Security_Council", "the Security Council and the security council", 1),
        ("rule_of_law", "the rule of law . rule . of law", 1),
        ("human_right*", "human rights and human right", 2),
        ("ida_vole", "ida_vole and Ida Vole", 2),
        ("_war_", "a war", 1),
    ],
)
def test_an_underscore_joins_the_words_of_a_phrase(term: str, body: str, found: int) -> None:
    assert counted(body, term).get(term, 0) == found


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


def test_a_phrase_is_found_where_no_blank_parts_its_sentence_from_the_one_before() -> None:
    document = segment(all_body("人。权 话。"))
    assert [hit.term for hit in hits(document, [False] * 3, from_categories({"c": ["权 话", "人 权"]}))] == [
        "权 话"
    ]


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


@pytest.mark.parametrize(
    ("term", "body", "found"),
    [
        ("straße", "Straße STRASSE strasse", 3),
        ("stra?e", "Straße", 0),  # folded it has two letters there
        ("stra??e", "Straße strasse", 2),
        ("café", "café CAFÉ cafe", 2),
        ("istanbul", "Istanbul ISTANBUL İstanbul ıstanbul", 2),
        ("İstanbul", "İstanbul Istanbul", 1),
        ("οδος", "ΟΔΟΣ οδος", 2),
        ("कि*", "किताब किताबें कि", 3),
        ("人*", "人权 人 权人", 2),
    ],
)
def test_case_accents_and_scripts(term: str, body: str, found: int) -> None:
    assert counted(body, term).get(term, 0) == found


def test_a_star_alone_in_a_phrase_stands_for_one_word() -> None:
    assert counted("news about news and the news on-line news", "news * news") == {"news * news": 2}
    assert counted("news about the news", "news * news") == {}


def test_two_lexicons_do_not_share_what_they_looked_up() -> None:
    assert counted("alpha beta", "alpha") == {"alpha": 1}
    assert counted("alpha beta", "beta") == {"beta": 1}


# ------------------------------------------------------------------------ against a plain reference

# Each is one word of a text: with capitals, hyphens, apostrophes, possessive endings, stops, figures, accents,
# letters that fold into two, scripts without case, and letters with marks of their own.
WORD = st.sampled_from(
    """
    a b aa ab ba aba bab A B Ab AB aB a-b b-a A-B b's A'S ab's a'b don't A.B A.B.'s 9 a9 9/11 3.5 é É éa
    ß SS ss ı I i İ İa σ ς Σ ﬁ fi 中 中国 中国人 कि किa ǅ
    """.split()  # noqa: SIM905
)
Pieces = tuple[str, ...]


@st.composite
def globs(draw: st.DrawFn, word: str) -> str:
    """A word, whole or with some of its letters under wildcards."""
    start, end = sorted((draw(st.integers(0, len(word))), draw(st.integers(0, len(word)))))
    shape = draw(st.sampled_from(["whole", "whole", "head", "tail", "middle", "ones", "stars"]))
    return {
        "whole": word,
        "head": word[:start] + "*",
        "tail": "*" + word[start:],
        "middle": word[:start] + "*" + word[end:],
        "ones": word[:start] + "?" * (end - start) + word[end:],
        "stars": "*".join(["", *word[start:end], ""]),
    }[shape]


PIECE = WORD.flatmap(globs) | st.text("abA*?", min_size=1, max_size=3)


@st.composite
def cases(draw: st.DrawFn) -> tuple[list[list[str]], list[bool], dict[str, list[Pieces]]]:
    """Sentences of words, the first of them the headline; whether each word is quoted; a lexicon in pieces."""
    sentences = draw(st.lists(st.lists(WORD, min_size=1, max_size=8), min_size=1, max_size=4))
    voices = draw(st.lists(st.booleans(), min_size=40, max_size=40))
    phrases = [tuple(s[i:j]) for s in sentences for i in range(len(s)) for j in range(i + 1, len(s) + 1)[:3]]
    copied = st.sampled_from(phrases).flatmap(lambda phrase: st.tuples(*map(globs, phrase)))
    made = st.lists(PIECE, min_size=1, max_size=3).map(tuple)
    term = (copied | made).filter(is_sound)
    terms = st.lists(term, max_size=7, unique=True)
    return sentences, voices, draw(st.dictionaries(st.sampled_from("xyz"), terms, max_size=3))


def is_sound(pieces: Pieces) -> bool:
    """Whether a term can be counted, and each of its pieces is one word: ``*/11`` is two."""
    cut = all(Term(piece, "").words == (piece,) for piece in pieces)
    return cut and any(map(str.isalnum, "".join(pieces)))


def reference(
    sentences: list[list[str]], voices: list[bool], categories: dict[str, list[Pieces]]
) -> Iterator[tuple[str, str, str, int, int]]:
    """The rules read aloud: at every word of every sentence every term is tried.

    Gives term, category, voice, and the numbers of the first and the last word.
    """
    before = -len(sentences[0])  # words of the body before the sentence; the headline's come before all
    for sentence in sentences:
        at = 0
        while at < len(sentence):
            fitting = [
                (category, term)
                for category, terms in categories.items()
                for term in terms
                if fits(sentence[at : at + len(term)], term, in_capitals=is_in_capitals(sentence))
            ]
            length = max((len(term) for _, term in fitting), default=0)
            for category in categories:
                same = [term for own, term in fitting if own == category and len(term) == length]
                if same:
                    best = max(same, key=lambda t: (len(re.sub("[*?]", "", " ".join(t))), is_exact(t)))
                    first = before + at
                    voice = "headline" if before < 0 else "quotation" if voices[first] else "narration"
                    yield " ".join(best), category, voice, first, first + length - 1
            at += max(1, length)
        before += len(sentence)


def is_exact(term: Pieces) -> bool:
    return any(letter.isupper() for letter in "".join(term))


def is_in_capitals(sentence: Sequence[str]) -> bool:
    return len(sentence) > 1 and " ".join(sentence).isupper()


def fits(words: Sequence[str], term: Pieces, *, in_capitals: bool) -> bool:
    """Whether words of the text are those of a term, each with or without its possessive ending and stops."""
    if len(words) != len(term):
        return False
    fold = str if is_exact(term) and not in_capitals else str.casefold
    return all(
        any(
            fits_word(fold(spelling), fold(piece))
            for form in (word, re.sub(r"\.?'[sS]$", "", word))
            for spelling in (form, {"AB": "A.B", "A.B": "AB", "SS": "S.S"}.get(form, form))
        )
        for word, piece in zip(words, term, strict=True)
    )


def fits_word(word: str, piece: str) -> bool:
    """Letter by letter: a star takes nothing, or a letter and then the rest of the word is tried again."""
    if not piece:
        return not word
    if piece[0] == "*":
        takes = word and (
            word[0].isalnum() or word[0] == "-" or unicodedata.combining(word[0]) or word[0] in "िी"
        )
        return fits_word(word, piece[1:]) or bool(takes and fits_word(word[1:], piece))
    fit = word and (word[0] == piece[0] or (piece[0] == "?" and word[0].isalnum()))
    return bool(fit and fits_word(word[1:], piece[1:]))


@settings(derandomize=True, max_examples=500, deadline=None)
@given(case=cases())
def test_hits_equal_a_plain_reference(
    case: tuple[list[list[str]], list[bool], dict[str, list[Pieces]]],
) -> None:
    sentences, voices, categories = case
    headline, *body = sentences
    document = make(" . ".join(" ".join(words) for words in body), " ".join(headline))
    assert document.headline.forms + document.body.forms == [word for words in sentences for word in words]
    lexicon = from_categories({c: [" ".join(term) for term in terms] for c, terms in categories.items()})
    assert [term.words for term in lexicon.terms] == [term for terms in categories.values() for term in terms]
    starts = {**numbered(document.body.starts), **numbered(document.headline.starts, -len(headline))}
    ends = {**numbered(document.body.ends), **numbered(document.headline.ends, -len(headline))}
    found = hits(document, voices[: len(document.body.forms)], lexicon)
    assert [(hit.term, hit.category, hit.voice, starts[hit.start], ends[hit.end]) for hit in found] == list(
        reference(sentences, voices, categories)
    )
    counts = Counter((hit.category, hit.term, hit.voice) for hit in found)
    negations = Counter((hit.category, hit.term, hit.voice) for hit in found if hit.negated)
    told = tallies(document, voices[: len(document.body.forms)], lexicon)
    assert [tally[:5] for tally in told] == [(*key, counts[key], negations[key]) for key in sorted(counts)]
    places = sorted(place for tally in told if tally.voice != "headline" for place in tally.places)
    assert places == [hit.place for hit in found if hit.voice != "headline"]


def numbered(offsets: list[int], first: int = 0) -> dict[int, int]:
    return {offset: number for number, offset in enumerate(offsets, first)}


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
    assert find("a " * 5_000, {"c": ["a " * 99 + "b"]}) == []


def test_many_patterns_are_forgotten_and_learnt_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analysis.text.terms.matching._MEMO_LIMIT", 2)
    assert counted("abc abd xbc abc abd zzz", "ab*", "*bc") == {"ab*": 4, "*bc": 1}
