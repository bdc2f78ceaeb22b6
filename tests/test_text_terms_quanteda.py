"""YAML term lists load as quanteda reads them, and a faulty one is refused at its line."""

import pytest

from analysis.errors import LexiconError
from analysis.text.terms.lexicon import Term, parse


def refused(text: str) -> str:
    """The message that a term list is refused with."""
    with pytest.raises(LexiconError) as caught:
        parse(text, name="list.yml")
    return str(caught.value)


def test_categories_hold_terms_in_the_order_of_the_file() -> None:
    lexicon = parse("b:\n- two\n- one\na:\n- three\n")
    assert lexicon.terms == (Term("two", "b"), Term("one", "b"), Term("three", "a"))
    assert lexicon.categories == ["b", "a"]


def test_nested_categories_are_paths() -> None:
    lexicon = parse("diplomacy:\n  engagement:\n  - talks\n  pressure:\n    hard:\n    - sanctions\n")
    assert lexicon.terms == (
        Term("talks", "diplomacy/engagement"),
        Term("sanctions", "diplomacy/pressure/hard"),
    )


@pytest.mark.parametrize("own", ["''", '""', "__"])
def test_a_category_with_others_in_it_may_have_terms_of_its_own(own: str) -> None:
    assert parse(f"north:\n  coast: [harbour]\n  {own}: [tundra, pine]\n").terms == (
        Term("harbour", "north/coast"),
        Term("tundra", "north"),
        Term("pine", "north"),
    )


@pytest.mark.parametrize("names", [("''", "__"), ("__", "__")])
def test_terms_of_its_own_are_listed_once(names: tuple[str, str]) -> None:
    first, second = names
    assert 'line 3: category "a" occurs twice' in refused(f"a:\n  {first}: [b]\n  {second}: [c]\n")


def test_a_category_of_one_term_needs_no_list() -> None:
    assert parse("a: talks\n").terms == (Term("talks", "a"),)


def test_a_list_may_stand_in_brackets_and_in_quotes() -> None:
    assert parse("a: [talks, 'no', \"*phobia\"]").terms == (
        Term("talks", "a"),
        Term("no", "a"),
        Term("*phobia", "a"),
    )


def test_a_category_may_have_a_number_or_a_truth_value_for_a_name() -> None:
    assert parse("1990:\n- a\nno:\n- b\n").categories == ["1990", "no"]


def test_the_comment_above_a_category_explains_it() -> None:
    lexicon = parse(
        "# About the file.\n\n# Talking,\n# and meeting.\ntalk:\n# not this\n- talks\n"
        "outer:\n  # Within.\n  inner:\n  - word\nbare:\n- more\n"
    )
    assert lexicon.explain == {"talk": "Talking, and meeting.", "outer/inner": "Within."}


def test_a_comment_in_the_first_line_is_above_the_first_category_whatever_ends_the_file() -> None:
    assert parse("# Talking.\ntalk:\n- talks\n# The end.\n").explain == {"talk": "Talking."}
    assert parse("talk:\n- talks\n# The end.\n").explain == {}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: [b\n", "list.yml, line 2: while parsing a flow sequence, expected ',' or ']'"),
        ("a:\n\t- b\n", "list.yml, line 2: while scanning for the next token, found character '\\t'"),
        ("a: \x00", "list.yml: unacceptable character #x0000"),
        ("", "list.yml has no categories; a term list is categories, each with a list of terms"),
        ("- b\n- c\n", "list.yml has no categories"),
        ("just text", "list.yml has no categories"),
        ("a: [b]\n---\nc: [d]\n", "list.yml, line 2: expected a single document in the stream"),
        ("a:\nb: [c]\n", 'list.yml, line 1: category "a" has no list of terms'),
        ("a: []\n", 'line 1: category "a" has no list of terms'),
        ("a: {}\n", 'line 1: category "a" has no list of terms'),
        ("a: 7\n", 'line 1: category "a" has no list of terms'),
        ("a: [b]\na: [c]\n", 'line 2: category "a" occurs twice; join them'),
        ("'': [b]\n", "line 1: a category has no name"),
        ("[a]: [b]\n", "line 1: a category has no name"),
        ("a:\n- b\n- no\n", 'line 3: term no is of type bool to YAML, not text; put it in quotes: "no"'),
        ("a:\n- 1989\n", 'line 2: term 1989 is of type int to YAML, not text; put it in quotes: "1989"'),
        ("a:\n- 2014-10-28\n", "line 2: term 2014-10-28 is of type timestamp"),
        ("a:\n- b\n-\n", '"" in "a" on line 3 in list.yml is an empty term or category; delete the line'),
        ("a:\n- '  '\n", '"" in "a" on line 2 in list.yml is an empty term'),
        ("a:\n- '*'\n", 'term "*" on line 2 in list.yml would match nothing or everything'),
        ("a:\n- '?? *'\n", 'term "?? *" on line 2 in list.yml would match nothing or everything'),
        ("a:\n- .*\n", 'term ".*" on line 2 in list.yml would match'),
        ("a:\n- ':-)'\n", 'term ":-)" on line 2 in list.yml would match'),
        ("a:\n- U.S.\n- U.S\n", 'term "U.S" on line 3 in list.yml is already in "a" on line 2'),
        ("a:\n- b c\n- b  c\n", 'term "b c" on line 3 in list.yml is already in "a" on line 2; delete one'),
        ("a:\n  '':\n    b: [c]\n", "line 2: a category has no name"),
        ("a:\n- yes\n", 'line 2: term yes is of type bool to YAML, not text; put it in quotes: "yes"'),
        ("a:\n- 3.5\n", "line 2: term 3.5 is of type float"),
        ("a:\n- ~\n", "line 2: term ~ is of type null"),
        ("a:\n- [b, c]\n", 'line 2: an entry of "a" is a list or category, not a term'),
        ("a:\n- b: c\n", 'line 2: an entry of "a" is a list or category, not a term'),
        ("a:\n- *phobia\n", "line 2: *phobia is an alias to YAML; write a term that starts with *"),
        ("a: &x [b]\nc: *x\n", "line 2: *x is an alias to YAML"),
    ],
)
def test_a_faulty_term_list_is_refused_at_its_line(text: str, message: str) -> None:
    assert message in refused(text)


def test_nesting_without_end_is_refused() -> None:
    assert "nested more than 8 deep" in refused("[" * 5_000)
    assert "nested more than 8 deep" in refused("{a: " * 5_000)


def test_nothing_in_a_term_list_is_executed() -> None:
    assert "is a list or category" in refused("a:\n- !!python/object/apply:os.getcwd []\n")
    assert "is of type python/name" in refused("a:\n- !!python/name:os.getcwd x\n")


def test_a_term_in_two_categories_is_sound() -> None:
    assert len(parse("a: [b]\nc: [b]\n").terms) == 2


@pytest.mark.parametrize("escape", ["\\ud83d", "\\UFFFFFFFF", "\\U00110000"])
def test_an_escape_that_names_no_character_is_refused(escape: str) -> None:
    assert "list.yml" in refused(f'a: ["x{escape}"]')


def test_categories_nested_seven_deep_are_read_and_nine_deep_refused() -> None:
    assert parse(f"{'{a: ' * 7}[b]{'}' * 7}").categories == ["/".join("a" * 7)]
    assert "nested more than 8 deep" in refused(f"{'{a: ' * 9}[b]{'}' * 9}")
