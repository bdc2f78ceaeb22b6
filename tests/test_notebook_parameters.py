import ast

import nbformat
import pytest

from analysis import project
from analysis.errors import ParameterError
from analysis.notebook import parameters as params

GIVEN = {"corpus": "a", "copies": "keep", "seed": 3}


def test_parameters_come_from_the_cells_that_set_them() -> None:
    p = params.parse("10_length", {**GIVEN, "corpus": "example", "other": object()})
    assert (p.corpus, p.seed) == ("example", 3)


def test_an_unknown_name_given_through_papermill_is_refused_with_the_names_there_are() -> None:
    cells = ["", 'corpus = "a"', "# Parameters\nsed = 3\n"]
    with pytest.raises(
        ParameterError, match=r"10_length has no parameter sed .*; it has: corpus, copies, seed"
    ):
        params.parse("10_length", {**GIVEN, "sed": 3, "In": cells})


def test_names_that_a_reader_sets_in_later_cells_are_no_parameters() -> None:
    names = {**GIVEN, "mine": 3, "In": ["mine = 3"]}
    assert params.parse("10_length", names).seed == 3


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("seed", "seven", "10_length: seed = 'seven'; seed should be a valid integer"),
        ("seed", 7.5, "seed should be a valid integer"),
        ("seed", -1, "seed should be greater than or equal to 0"),
        ("corpus", 2014, "corpus should be a valid string"),
        ("corpus", "", "corpus = ''"),
        ("copies", "twice", "copies = 'twice'; copies should be 'keep', 'once' or 'leave out'"),
    ],
)
def test_a_wrong_value_is_refused_with_what_is_right(name: str, value: object, message: str) -> None:
    with pytest.raises(ParameterError, match=message):
        params.parse("10_length", {**GIVEN, name: value})


def test_a_value_outside_a_list_is_refused_with_the_list() -> None:
    given = {**GIVEN, "score": "lix", "engine": "spacy"}
    with pytest.raises(ParameterError, match="engine should be 'published' or 'textstat'"):
        params.parse("20_readability", given)


def test_a_parameter_that_no_cell_sets_is_named() -> None:
    with pytest.raises(ParameterError, match="10_length: seed is not set"):
        params.parse("10_length", {"corpus": "a", "copies": "keep"})


def test_text_from_a_command_line_gets_the_type_of_the_parameter() -> None:
    given = {"seed": "7", "copies": "leave out"}
    assert params.resolve("10_length", GIVEN, given) == {"corpus": "a", "copies": "leave out", "seed": 7}
    with pytest.raises(ParameterError, match="seed = 'x'"):
        params.resolve("10_length", GIVEN, {"seed": "x"})


def test_a_notebook_that_is_not_known_is_refused_with_those_there_are() -> None:
    with pytest.raises(ParameterError, match=r"99_x.*there are: 00_corpus"):
        params.model("99_x")


@pytest.mark.parametrize("notebook", params.MODELS)
def test_the_parameters_cell_of_each_notebook_is_what_its_model_takes(notebook: str) -> None:
    cells = nbformat.read(project.notebooks() / f"{notebook}.ipynb", as_version=4).cells
    (source,) = [cell.source for cell in cells if "parameters" in cell.metadata.get("tags", ())]
    values = {
        node.target.id: ast.literal_eval(node.value)
        for node in ast.parse(source).body
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value
    }
    assert set(values) == set(params.model(notebook).model_fields)
    params.parse(notebook, values)
