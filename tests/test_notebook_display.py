"""Tables and sentences on the screen: escaped, aligned, and no formula."""

import pandas as pd

from analysis.notebook.display import show_result, show_sentence, show_table
from analysis.results.result import Result

TABLE = pd.DataFrame({"source": ["<b>Post</b>", None], "n": [6, 12], "mean": [1234.5678, float("nan")]})


def test_a_table_is_shown_with_whole_texts_and_three_digits() -> None:
    html = show_table(TABLE).data
    assert "1,235" in html
    assert "1234.5678" not in html


def test_what_comes_from_a_corpus_is_escaped() -> None:
    assert "&lt;b&gt;Post&lt;/b&gt;" in show_table(TABLE).data


def test_what_stands_between_dollar_signs_is_not_set_as_a_formula() -> None:
    html = show_table(TABLE, "Costs $5, then $6").data
    assert html.count('class="mathjax_ignore tex2jax_ignore"') == 2
    assert "Costs $5, then $6" in html


def test_what_is_undefined_is_a_dash() -> None:
    assert show_table(TABLE).data.count(">–<") == 2


def test_texts_stand_to_the_left_and_numbers_to_the_right_without_a_style_sheet() -> None:
    html = show_table(TABLE).data
    assert '<th style="text-align: left">source</th><th style="text-align: right">n</th>' in html
    assert html.count("text-align: left") == 3
    assert html.count("text-align: right") == 6
    assert "<style" not in html


def test_equal_tables_give_equal_html() -> None:
    assert show_table(TABLE).data == show_table(TABLE.copy()).data


def test_the_callers_table_stays_as_it_is() -> None:
    before = TABLE.copy()
    show_table(TABLE)
    pd.testing.assert_frame_equal(TABLE, before)


def test_a_sentence_stands_above_its_table_escaped() -> None:
    html = show_table(TABLE, "1 < 2").data
    assert ">1 &lt; 2</p>" in html
    assert "<table" in html


def test_of_an_empty_table_the_sentence_alone_is_left() -> None:
    assert show_table(TABLE.head(0), "None.").data == show_sentence("None.").data
    assert "<table" in show_table(TABLE.head(0)).data


def test_a_result_is_its_title_its_sentences_and_its_table() -> None:
    sentences = pd.DataFrame({"sentence": ["Post has more."]})
    result = Result(id="a", table=TABLE, title="1 < 2", sentences=sentences)
    html = show_result(result).data
    assert html.index("1 &lt; 2") < html.index("Post has more.") < html.index("1,235")
