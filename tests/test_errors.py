import importlib

import pytest

from analysis.errors import AnalysisError, ExtraError, extra, listed


def test_a_message_joins_what_is_wrong_what_is_allowed_and_what_to_do() -> None:
    error = AnalysisError('source = "gaurdian"', allowed="it has: guardian, times", todo="mend the name")
    assert str(error) == 'source = "gaurdian"; it has: guardian, times; mend the name'


def test_parts_that_are_not_given_do_not_show_in_the_message() -> None:
    assert str(AnalysisError("no such file")) == "no such file"


def test_a_long_list_of_values_is_cut_and_says_by_how_many() -> None:
    assert listed(range(5), most=3) == "0, 1, 2 and 2 more"


def test_an_empty_list_of_values_says_so() -> None:
    assert listed([]) == "nothing"


def test_a_notebook_shows_each_part_on_its_own_line_and_no_traceback() -> None:
    error = AnalysisError("seed = 'x'", allowed="a whole number")
    assert error._render_traceback_() == ["AnalysisError: seed = 'x'", "  a whole number"]


def test_a_missing_library_names_the_extra_that_installs_it() -> None:
    with (
        pytest.raises(ExtraError, match=r'^no_such is not installed; .*pip install "samestory\[html\]"$'),
        extra("html"),
    ):
        importlib.import_module("no_such")


def test_a_missing_module_of_this_package_is_not_taken_for_an_extra() -> None:
    with pytest.raises(ModuleNotFoundError, match=r"analysis\.no_such"), extra("html"):
        importlib.import_module("analysis.no_such")
