from pathlib import Path

import pytest

from analysis.pipeline.comparison import compare, describe


def differences(tmp_path: Path, before: str, now: str, *, suffix: str = ".md", versions: str = "") -> str:
    one, two = tmp_path / f"before{suffix}", tmp_path / f"now{suffix}"
    one.write_text(before, encoding="utf-8")
    two.write_text(now, encoding="utf-8")
    pairs = [tuple(pair.split(">")) for pair in versions.split()]
    return describe(compare(one, two, pairs))  # type: ignore[arg-type]  # pairs of two


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("a mean of 12.500000001 words", "a mean of 12.5 words"),
        ("<td>1,234.5</td>", "<td>1,234.5000001</td>"),
        ("from −0.25 to 1e-20", "from -0.2500000001 to -1e-19"),
        ('{"value": 0.1}', '{"value": 0.10000000000000001}'),
        ("135.00000001", "135"),
    ],
)
def test_numbers_within_the_tolerance_are_equal_wherever_they_stand(
    tmp_path: Path, before: str, now: str
) -> None:
    assert differences(tmp_path, before, now) == ""


@pytest.mark.parametrize(
    ("before", "now", "text"),
    [
        ("a mean of 999 words", "a mean of 12.5 words", "line 1: 999 → 12.5"),
        ("seed 20141028", "seed 20141029", "line 1: 20141028 → 20141029"),
        ("a longer text", "a shorter text", "line 1: a longer text → a shorter text"),
        ("0.5,0.7", "0.5,0.70000000001", "line 1: 0.5,0.7 → 0.5,0.70000000001"),
        ("one\ntwo", "one", "line 2: two → nothing"),
    ],
)
def test_anything_else_that_differs_is_named(tmp_path: Path, before: str, now: str, text: str) -> None:
    assert text in differences(tmp_path, before, now)


def test_versions_may_differ_as_the_lock_says_and_not_otherwise(tmp_path: Path) -> None:
    before, now = "NumPy 2.4.6 and 2.4.6.", "NumPy 2.5.0rc1 and 2.5.0rc1."
    assert differences(tmp_path, before, now, versions="2.4.6>2.5.0rc1") == ""
    assert differences(tmp_path, before, now, versions="2.4.5>2.5.0rc1")
    assert differences(tmp_path, before, now)


def test_cells_of_a_table_are_named_by_their_article_and_column(tmp_path: Path) -> None:
    before = "article_id,value\nnorth/one,153\nnorth/two,7.5\n"
    now = "article_id,value\nnorth/one,135\nnorth/two,7.5000001\n"
    assert differences(tmp_path, before, now, suffix=".csv") == (
        "1 place differs: north/one, value: 153 → 135, by 0.12 of it; articles: north/one"
    )


def test_rows_that_come_or_go_and_renamed_columns_differ(tmp_path: Path) -> None:
    before = "source,value\nnorth,1\nnorth,1\n"
    assert differences(tmp_path, before, "source,value\nnorth,1\n", suffix=".csv")
    assert differences(tmp_path, before, "source,number\nnorth,1\nnorth,1\n", suffix=".csv")


def test_a_number_in_json_is_named_by_its_id(tmp_path: Path) -> None:
    before, now = (f'{{\n"length.mean": {{"value": {value}}}\n}}' for value in ("1.5", "2.5"))
    assert "line 2 (length.mean): 1.5 → 2.5" in differences(tmp_path, before, now, suffix=".json")


def test_what_is_not_a_table_any_more_differs_as_a_text(tmp_path: Path) -> None:
    assert differences(
        tmp_path, "source,value\nnorth,1\n", f"source,value\nnorth,{'9' * (1 << 20)}1\n", suffix=".csv"
    )


def test_a_row_whose_name_looks_like_a_numbered_one_hides_no_other(tmp_path: Path) -> None:
    before = "article_id,n\na (2),9\na,1\na,2\n"
    assert differences(tmp_path, before, "article_id,n\na,1\na,2\n", suffix=".csv")
    assert not differences(tmp_path, before, before, suffix=".csv")
