import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest

import analysis
from analysis.errors import AnalysisError, ExtraError, extra, listed

SOURCE = Path(analysis.__file__).parent
VERBS = {"must", "has", "have", "holds", "takes", "is", "are", "can"}


def test_a_message_joins_what_is_wrong_what_is_allowed_and_what_to_do() -> None:
    error = AnalysisError('source = "gaurdian"', allowed="it has: guardian, times", todo="mend the name")
    assert str(error) == 'source = "gaurdian"; it has: guardian, times; mend the name'


def test_parts_that_are_not_given_do_not_show_in_the_message() -> None:
    assert str(AnalysisError("no such file")) == "no such file"


def test_a_long_list_of_values_is_cut_and_says_by_how_many() -> None:
    assert listed(range(5), most=3) == "0, 1, 2 and 2 more"


def test_a_label_without_values_is_left_out_of_the_message() -> None:
    error = AnalysisError('source = "x"', allowed=f"it has: {listed([])}", todo="add articles")
    assert str(error) == 'source = "x"; add articles'
    assert error.allowed == ""


def test_a_notebook_shows_each_part_on_its_own_line_and_no_traceback() -> None:
    error = AnalysisError("seed = 'x'", allowed="seed must be a whole number")
    assert error._render_traceback_() == ["AnalysisError: seed = 'x'", "  seed must be a whole number"]


def list_allowed() -> Iterator[tuple[str, str]]:
    """Place and text of each `allowed` in the package, with … for what is filled in."""
    for path in sorted(SOURCE.rglob("*.py")):
        if path.is_relative_to(SOURCE / "text") or path == SOURCE / "corpus" / "folder.py":
            continue  # some of their messages still end in a bare list of what is allowed
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "allowed":
                for text in write_texts(node.value):
                    yield f"{path.relative_to(SOURCE)}:{node.lineno}", text


def write_texts(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from (*write_texts(node.body), *write_texts(node.orelse))
    elif isinstance(node, ast.JoinedStr):
        parts = (part.value if isinstance(part, ast.Constant) else "…" for part in node.values)
        yield "".join(map(str, parts))
    elif isinstance(node, ast.Constant):
        yield str(node.value)


@pytest.mark.parametrize(("place", "text"), [*list_allowed()])
def test_what_is_allowed_is_a_clause_or_a_label_with_values(place: str, text: str) -> None:
    assert VERBS & set(text.replace(",", "").split()) or text.endswith(": …"), f"{place}: {text}"


def test_a_missing_library_names_the_extra_that_installs_it() -> None:
    with (
        pytest.raises(ExtraError, match=r'^no_such is not installed; .*pip install "samestory\[html\]"$'),
        extra("html"),
    ):
        importlib.import_module("no_such")


def test_a_missing_module_of_this_package_is_not_taken_for_an_extra() -> None:
    with pytest.raises(ModuleNotFoundError, match=r"analysis\.no_such"), extra("html"):
        importlib.import_module("analysis.no_such")
