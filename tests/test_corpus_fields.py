import pytest

from analysis.corpus.fields import columns, iso_day


def test_columns_are_known_by_their_common_names_whatever_the_case() -> None:
    assert columns(["Outlet", "Headline", "Publication Date", "FILENAME"]) == {
        "source": "Outlet",
        "title": "Headline",
        "date": "Publication Date",
        "file": "FILENAME",
    }


def test_the_houses_own_name_wins_over_a_synonym() -> None:
    assert columns(["outlet", "source"])["source"] == "source"


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("2014-10-28", "2014-10-28"),
        ("2014-10-28T09:30:00+02:00", "2014-10-28"),
        ("2014-10-28 23:30:00 -0500", "2014-10-28"),
        (" 20141028 ", "2014-10-28"),
        ("03/04/2014", None),
        ("October 28, 2014", None),
        ("", None),
        (None, None),
    ],
)
def test_only_iso_dates_are_read_and_none_is_guessed_at(given: str | None, day: str | None) -> None:
    assert iso_day(given) == day
