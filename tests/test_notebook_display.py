import pandas as pd

from analysis.notebook import display as tables

TABLE = pd.DataFrame({"source": ["<b>Post</b>", None], "n": [6, 12], "mean": [1234.5678, float("nan")]})


def test_a_table_is_shown_with_whole_texts_and_three_digits() -> None:
    html = tables.shown(TABLE).data
    assert "1,235" in html
    assert "1234.5678" not in html


def test_what_comes_from_a_corpus_is_escaped() -> None:
    assert "&lt;b&gt;Post&lt;/b&gt;" in tables.shown(TABLE).data


def test_what_stands_between_dollar_signs_is_not_set_as_a_formula() -> None:
    html = tables.shown(TABLE, "Costs $5, then $6").data
    assert html.count('class="mathjax_ignore tex2jax_ignore"') == 2
    assert "Costs $5, then $6" in html


def test_what_is_undefined_is_a_dash() -> None:
    assert tables.shown(TABLE).data.count(">–<") == 2


def test_texts_stand_to_the_left_and_numbers_to_the_right_without_a_style_sheet() -> None:
    html = tables.shown(TABLE).data
    assert '<th style="text-align: left">source</th><th style="text-align: right">n</th>' in html
    assert html.count("text-align: left") == 3
    assert html.count("text-align: right") == 6
    assert "<style" not in html


def test_equal_tables_give_equal_html() -> None:
    assert tables.shown(TABLE).data == tables.shown(TABLE.copy()).data


def test_the_callers_table_stays_as_it_is() -> None:
    before = TABLE.copy()
    tables.shown(TABLE)
    pd.testing.assert_frame_equal(TABLE, before)


def test_a_sentence_stands_above_its_table_escaped() -> None:
    html = tables.shown(TABLE, "1 < 2").data
    assert ">1 &lt; 2</p>" in html
    assert "<table" in html


def test_of_an_empty_table_the_sentence_alone_is_left() -> None:
    assert tables.shown(TABLE.head(0), "None.").data == tables.sentence("None.").data
    assert "<table" in tables.shown(TABLE.head(0)).data
