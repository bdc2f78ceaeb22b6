from analysis.errors import AnalysisError, listed


def test_a_message_joins_what_is_wrong_what_is_allowed_and_what_to_do() -> None:
    error = AnalysisError('source = "gaurdian"', allowed="it has: guardian, times", todo="mend the name")
    assert str(error) == 'source = "gaurdian"; it has: guardian, times; mend the name'


def test_parts_that_are_not_given_leave_no_trace_in_the_message() -> None:
    assert str(AnalysisError("no such file")) == "no such file"


def test_a_long_list_of_values_is_cut_and_says_by_how_many() -> None:
    assert listed(range(5), most=3) == "0, 1, 2 and 2 more"


def test_an_empty_list_of_values_says_so() -> None:
    assert listed([]) == "nothing"


def test_a_notebook_shows_the_parts_a_line_each_and_no_traceback() -> None:
    error = AnalysisError("seed = 'x'", allowed="a whole number")
    assert error._render_traceback_() == ["AnalysisError: seed = 'x'", "  a whole number"]
