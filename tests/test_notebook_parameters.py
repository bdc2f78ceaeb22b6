"""The parameters of a notebook: read from its own cell, checked, and refused with what is right."""

import json
from pathlib import Path

import pytest

from analysis.errors import ParameterError, RunError
from analysis.notebook.parameters import (
    Value,
    check_parameters,
    find_injected,
    parse_cell,
    read_parameters,
)

TYPES: dict[str, type[Value]] = {"corpus": str, "copies": str, "seed": int}
GIVEN = {"corpus": "a", "copies": "keep", "seed": 3}


def test_a_cell_says_the_type_the_value_and_the_meaning_of_each_parameter() -> None:
    cell = 'corpus: str = "a # b"  # a name\nshare: float = .5\nall: bool = True  # whether'
    found = parse_cell(cell, "my.ipynb")
    assert [(one.type, one.default, one.meaning) for one in found.values()] == [
        (str, "a # b", "a name"),
        (float, 0.5, ""),
        (bool, True, "whether"),
    ]


@pytest.mark.parametrize(
    "cell", ["seed = 3", "seed: int = 2 + 1", "seed: list = []", "print(1)", "seed: int", "seed: int = ("]
)
def test_a_line_that_is_not_a_parameter_is_refused_with_an_example(cell: str) -> None:
    with pytest.raises(RunError, match=r"parameters cell of my.ipynb cannot be read: .*seed: int = 7"):
        parse_cell(cell, "my.ipynb")


def test_a_notebook_without_the_cell_has_no_parameters(tmp_path: Path) -> None:
    cell = {"cell_type": "code", "metadata": {}, "source": ["seed: int = 3"]}
    (tmp_path / "new.ipynb").write_text(json.dumps({"cells": [cell]}), encoding="utf-8")
    assert read_parameters(tmp_path / "new.ipynb") is None


@pytest.mark.parametrize("text", ["", "[]", "{", '{"cells": [{"cell_type": "code"}]}'])
def test_a_file_that_is_not_a_notebook_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "bad.ipynb").write_text(text, encoding="utf-8")
    with pytest.raises(RunError, match=r"bad.ipynb is not a notebook"):
        read_parameters(tmp_path / "bad.ipynb")


def test_an_unknown_name_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(
        ParameterError, match=r"10_length has no parameter sed .*; it has: corpus, copies, seed"
    ):
        check_parameters("10_length", TYPES, {**GIVEN, "sed": 3}, strict=True)


@pytest.mark.parametrize(
    ("kind", "value", "must"),
    [
        (int, "x", "be a whole number"),
        (int, "1.5", "be a whole number"),
        (int, "9" * 5000, "be a whole number"),
        (float, "x", "be a number"),
        (bool, "maybe", "be True or False"),
        (str, None, "be text"),
    ],
)
def test_what_a_value_must_be_is_said_in_plain_words(kind: type[Value], value: object, must: str) -> None:
    with pytest.raises(ParameterError) as error:
        check_parameters("10_mine", {"mine": kind}, {"mine": value}, strict=False)
    assert error.value.allowed == f"mine must {must}"


@pytest.mark.parametrize(("value", "must"), [(0, "be 1 or larger"), (61, "be 60 or smaller")])
def test_limits_of_a_number_are_said_in_plain_words(value: int, must: str) -> None:
    with pytest.raises(ParameterError) as error:
        check_parameters("40_framing", {"top": int}, {"top": value}, strict=False)
    assert error.value.allowed == f"top must {must}"


def test_names_that_papermill_has_set_are_found_among_the_cells() -> None:
    assert find_injected(["", 'corpus = "a"', "# Parameters\nsed = 3\n"]) == ["sed"]
    assert find_injected(["mine = 3"]) == []


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("seed", "seven", "10_length: seed = 'seven'; seed must be a whole number"),
        ("seed", 7.5, "seed must be a whole number"),
        ("seed", -1, "seed must be 0 or larger"),
        ("corpus", 2014, "corpus must be text"),
        ("corpus", "", "corpus = ''; corpus must not be empty"),
        ("copies", "twice", "copies = 'twice'; copies must be 'keep', 'once' or 'leave out'"),
    ],
)
def test_a_wrong_value_is_refused_with_what_is_right(name: str, value: object, message: str) -> None:
    with pytest.raises(ParameterError, match=message):
        check_parameters("10_length", TYPES, {**GIVEN, name: value}, strict=True)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"score": "lix", "engine": "spacy"}, "engine must be 'published' or 'textstat'"),
        ({"score": "", "engine": "published"}, 'score = "" is not known; known are: '),
        ({"score": "fog", "engine": "published"}, 'score = "fog" is not known; known are: '),
    ],
)
def test_a_score_or_engine_that_does_not_exist_is_refused_before_anything_runs(
    given: dict[str, str], message: str
) -> None:
    types: dict[str, type[Value]] = {"score": str, "engine": str}
    with pytest.raises(ParameterError, match=message):
        check_parameters("20_readability", types, given, strict=True)


def test_a_parameter_that_no_cell_sets_is_named() -> None:
    with pytest.raises(ParameterError, match="10_length: seed is not set"):
        check_parameters("10_length", TYPES, {"corpus": "a", "copies": "keep"}, strict=True)


def test_text_from_a_command_line_gets_the_type_of_the_parameter() -> None:
    given = {**GIVEN, "seed": "7", "copies": "leave out"}
    found = check_parameters("10_length", TYPES, given, strict=False)
    assert found == {"corpus": "a", "copies": "leave out", "seed": 7}
    with pytest.raises(ParameterError, match="seed = 'x'"):
        check_parameters("10_length", TYPES, {**GIVEN, "seed": "x"}, strict=False)


def test_a_parameter_that_the_project_does_not_know_is_taken_by_its_type() -> None:
    assert check_parameters("mine", {"window": int}, {"window": 50}, strict=True) == {"window": 50}
