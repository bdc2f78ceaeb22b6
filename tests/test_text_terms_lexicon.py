"""Term lists load as quanteda reads them, and a faulty one is refused at its line."""

import re
from pathlib import Path

import pytest
from conftest import STORY, MakeCorpus

from analysis import corpus
from analysis.errors import LexiconError
from analysis.text.cleaning.canonical import canonical
from analysis.text.terms.lexicon import (
    SHIPPED,
    Lexicon,
    Term,
    find_for_corpus,
    from_categories,
    load,
    load_for_corpus,
    parse,
)


@pytest.mark.parametrize(
    "written",
    [
        *("people’s", "people`s", "peopleʼs", "people＇s", "co\u2011op", "co\u2010op", "US–China"),
        *("co\u00adop", "co\u200bop", "de\u0301tente", "human\u00a0 rights"),
    ],
)
def test_terms_are_folded_as_articles_are(written: str) -> None:
    (term,) = from_categories({"a": [written]}).terms
    assert term.text == canonical(written).text


def test_a_term_is_cut_into_words_with_its_wildcards() -> None:
    assert Term("co-operat* in wom?n, U.S.", "a").words == ("co-operat*", "in", "wom?n", "U.S")


def test_lexicons_are_equal_when_they_count_alike() -> None:
    with_note, without = parse("# Why.\na: [b]\n"), parse("a:\n  - b\n")
    assert with_note == without
    assert hash(with_note) == hash(without)
    assert with_note != parse("a: [c]\n")
    assert with_note.canonical == '[["b", "a"]]'


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "list.yml"
    file.write_bytes(b"\xef\xbb\xbfa:\r\n- b\r\n")
    assert load(file).terms == (Term("b", "a"),)


def test_an_unknown_term_list_is_answered_with_those_that_are_there(tmp_path: Path) -> None:
    (tmp_path / "framing.yml").touch()
    (tmp_path / "notes.md").touch()
    with pytest.raises(
        LexiconError, match=r'"framng.yml" is not in .*; term lists there: framing.yml; give the path'
    ):
        load(tmp_path / "framng.yml")


def test_a_term_list_in_a_folder_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"is not in .*; give the path of a file"):
        load(tmp_path / "no" / "list.yml")


def test_a_folder_is_no_term_list(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="is not in"):
        load(tmp_path)


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "list.yml"
    file.write_text("a:\n" + "- word\n" * 300_000, encoding="utf-8")
    with pytest.raises(LexiconError, match="has 2,100,003 bytes; at most 2,000,000 are read"):
        load(file)


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "list.yml"
    file.write_bytes("a: [détente]".encode("latin-1"))
    with pytest.raises(LexiconError, match=r"is not UTF-8 \(byte 5\); save it as UTF-8"):
        load(file)


HOSTILE = [
    "(a+)+$",
    "[b",
    "\\d",
    "a|b",
    "^a.*z$",
    "news * news",
    "a a",
    "x" * 10_000,
    "a*" * 5_000,
    "a " * 100,
]


@pytest.mark.parametrize("written", HOSTILE)
def test_a_term_of_any_characters_is_a_term(written: str) -> None:
    (term,) = from_categories({"a": [written]}).terms
    assert term.text == written.strip()


@pytest.mark.parametrize("written", ["*", "***", "?", "* ?", "**-?*"])
def test_a_term_of_wildcards_alone_is_refused(written: str) -> None:
    with pytest.raises(LexiconError, match="would match nothing or everything"):
        from_categories({"a": [written]})


def test_a_term_has_at_most_a_hundred_words() -> None:
    with pytest.raises(
        LexiconError, match=r'term "a a .*…" \(number 1\) in terms has 500 words; at most 100'
    ):
        from_categories({"a": ["a " * 500]})


def test_thirty_thousand_terms_are_a_lexicon() -> None:
    assert len(from_categories({"a": [f"term{n}*" for n in range(30_000)]}).terms) == 30_000


def test_terms_that_differ_in_case_differ() -> None:
    assert len(from_categories({"a": ["us", "US"]}).terms) == 2


def test_terms_given_in_code_are_held_to_the_same_rules() -> None:
    with pytest.raises(LexiconError, match=r'"b" \(number 2\) in mine is already in "a" \(number 1\)'):
        from_categories({"a": ["b", "b"]}, name="mine")


# ---------------------------------------------------------------------------- the starting term list


@pytest.fixture(scope="module")
def starting() -> Lexicon:
    return load(SHIPPED)


def test_the_starting_list_explains_each_of_its_categories(starting: Lexicon) -> None:
    assert list(starting.explain) == starting.categories
    assert 6 <= len(starting.categories) <= 9
    assert all("Misses" in note for note in starting.explain.values())


def test_the_starting_list_has_the_terms_that_it_must(starting: Lexicon) -> None:
    assert {Term("dismal", "evaluation"), Term("publicity blitz", "publicity")} <= set(starting.terms)


def test_no_term_of_the_starting_list_is_in_two_categories(starting: Lexicon) -> None:
    texts = [term.text for term in starting.terms]
    assert len(texts) == len(set(texts))


def test_the_starting_list_is_in_order(starting: Lexicon) -> None:
    for category in starting.categories:
        texts = [re.sub("é", "e", t.text.casefold()) for t in starting.terms if t.category == category]
        assert texts == sorted(texts), category


def test_a_corpus_is_counted_with_the_list_asked_for_or_its_own_or_the_shipped_one(
    make_corpus: MakeCorpus, tmp_path: Path
) -> None:
    without = corpus.load(make_corpus({"north/a.txt": STORY}))
    assert find_for_corpus(without) == SHIPPED
    loaded = corpus.load(make_corpus({"lexicon.yml": "a: [own]\n", "other.yml": "a: [other]\n"}))
    assert load_for_corpus(loaded).terms == (Term("own", "a"),)
    assert load_for_corpus(loaded, "other.yml").terms == (Term("other", "a"),)
    (tmp_path / "third.yml").write_text("a: [third]\n", encoding="utf-8")
    assert load_for_corpus(loaded, str(tmp_path / "third.yml")).terms == (Term("third", "a"),)
    with pytest.raises(LexiconError, match=r'"nowhere\.yml" is not in'):
        load_for_corpus(loaded, "nowhere.yml")


def test_a_list_of_two_million_bytes_is_read(tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    for size, is_read in ((2_000_000, True), (2_000_001, False)):
        file.write_bytes(b"talks\n" + b"\n" * (size - 6))
        if is_read:
            assert [term.text for term in load(file).terms] == ["talks"]
        else:
            with pytest.raises(LexiconError, match="has 2,000,001 bytes; at most 2,000,000 are read"):
                load(file)


def test_a_term_has_a_hundred_words() -> None:
    assert len(from_categories({"c": ["a " * 100]}).terms[0].words) == 100
    with pytest.raises(LexiconError, match="has 101 words; at most 100"):
        from_categories({"c": ["a " * 101]})
