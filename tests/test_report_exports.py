"""Numbers as LaTeX and YAML: the same names in both, and texts that stay texts whatever they hold."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from analysis.report import exports
from analysis.report.records import Number

ROW = "length_words.meridian_wire"
NUMBERS = {
    f"{ROW}.mean": Number(
        value=271.33, text="≥ 271", bound="at least", unit="words of the body", n=1006, low=252.1, high=290.0
    ),
    f"{ROW}.low": Number(value=252.1, text="252", unit="words of the body", n=1006),
    f"{ROW}.high": Number(value=290.0, text="290", unit="words of the body", n=1006),
    "quotes.undefined": Number(value=None, text="–"),
}
HOSTILE = st.text(st.characters(), max_size=40) | st.text(
    st.sampled_from("\\{}%$#&_^~\"'`<>|*[]!@-+:.)1 \n\r\t\x00\u2028\ud800\ufeff−–é\u202f"), max_size=40
)


def number(text: str = "1", **more: Any) -> Number:  # noqa: ANN401
    return Number(**{"value": 1.0, "text": text, **more})


def read(numbers: Mapping[str, Number]) -> Any:  # noqa: ANN401  # a tree of any depth
    return yaml.safe_load(exports.write_variables(numbers))


def macros(text: str) -> dict[str, str]:
    return dict(re.findall(r"(?m)^\\analysis@is\{([^{}]*)\}\{(.*)\}$", text))


def test_variables_are_nested_by_the_segments_of_an_id() -> None:
    assert read(NUMBERS)["length_words"]["meridian_wire"]["mean"] == "≥ 271"


def test_a_number_has_its_n_interval_unit_and_bound() -> None:
    row = read(NUMBERS)["length_words"]["meridian_wire"]
    parts = (row["mean_n"], row["mean_interval"], row["mean_unit"], row["mean_bound"])
    assert parts == ("1,006", "252 to 290", "words of the body", "at least")


def test_a_number_has_no_part_that_it_does_not_have() -> None:
    assert read(NUMBERS)["quotes"] == {"undefined": "–"}


def test_a_bound_stays_a_bound_in_latex() -> None:
    commands = macros(exports.write_latex({"a": number("≥ 364", bound="at least"), "b": number("≤ −4.5 %")}))
    assert commands == {
        "a": r"\ensuremath{\geq} 364",
        "a_bound": "at least",
        "b": r"\ensuremath{\leq} \ensuremath{-}4.5 \%",
    }


def test_the_ends_of_an_interval_that_are_not_reported_have_four_digits() -> None:
    numbers = {"a.b": number(low=-1234.567, high=0.01234)}
    assert exports.write_interval("a.b", numbers) == "−1,235 to 0.01234"


def test_the_ends_of_another_number_of_the_row_are_not_used() -> None:
    numbers = {
        "a.mean": number(low=1.0, high=2.0),
        "a.low": number("7", value=7.0),
        "a.high": number("9", value=9.0),
    }
    assert exports.write_interval("a.mean", numbers) == "1 to 2"


def test_an_interval_with_one_end_is_empty() -> None:
    assert not exports.write_interval("a", {"a": number(low=1.0)})


def test_the_name_of_a_number_wins_over_the_name_of_a_part() -> None:
    assert read({"a.mean": number("5", n=3), "a.mean_n": number("8")}) == {"a": {"mean": "5", "mean_n": "8"}}


def test_an_id_that_is_the_beginning_of_others_gets_an_underscore() -> None:
    numbers = {"a.b": number("1"), "a.b.c": number("2"), "a.b_": number("3")}
    assert read(numbers) == {"a": {"b__": "1", "b": {"c": "2"}, "b_": "3"}}


@pytest.mark.parametrize("name", ["no", "yes", "on", "null", "true", "n", "y", "_1", "e1"])
def test_a_name_that_yaml_takes_for_a_value_stays_a_name(name: str) -> None:
    assert read({f"a.{name}": number()}) == {"a": {name: "1"}}


@pytest.mark.parametrize(
    "text", ["12", "–", "yes", "1,234", "−3.2", "24.5 %", ".042", "1e3", "2031-04-14", "=", ""]
)
def test_a_value_is_text_to_yaml(text: str) -> None:
    assert read({"a": number(text)}) == {"a": text}


@given(HOSTILE)
def test_any_text_comes_back_from_yaml_and_markdown_as_it_is_seen(text: str) -> None:
    (value,) = read({"a": number(text)}).values()
    blocks = MarkdownIt("commonmark").parse(value)
    shown = "".join(
        child.content
        for block in blocks
        for child in block.children or []
        if child.type in {"text", "text_special"}
    )
    assert {child.type for block in blocks for child in block.children or []} <= {"text", "text_special"}
    assert {block.type for block in blocks} <= {"paragraph_open", "inline", "paragraph_close"}
    assert shown == exports._one_line(text).strip()


@given(HOSTILE)
def test_no_sign_of_a_text_is_a_command_of_latex(text: str) -> None:
    (escaped,) = macros(exports.write_latex({"a": number(text)})).values()
    without = re.sub(
        r"\\ensuremath\{(?:[<>-]|\\[a-z]+)\}|\\[a-z]+\{\}|\\[{}$%&#_,]|(?<=[-',])\{\}", "", escaped
    )
    assert not set(without) & set('\\{}$%&#_^~"`<>|\u00a0')
    assert all(unicodedata.category(sign) not in {"Cc", "Cs", "Zl", "Zp"} for sign in without)


def test_the_signs_of_our_own_texts_have_commands_that_every_engine_knows() -> None:
    numbers = {"a": number("−3.2"), "b": number("24.5\u202f%"), "c": number("–"), "d": number("é < .001")}
    assert macros(exports.write_latex(numbers)) == {
        "a": r"\ensuremath{-}3.2",
        "b": r"24.5\,\%",
        "c": r"\textendash{}",
        "d": r"é \ensuremath{<} .001",
    }


def test_latex_and_variables_have_the_same_names() -> None:
    assert {*macros(exports.write_latex(NUMBERS))} == {
        *(f"{ROW}.{name}" for name in ("mean", "mean_n", "mean_interval", "mean_unit", "mean_bound")),
        *(f"{ROW}.{end}{part}" for end in ("low", "high") for part in ("", "_n", "_unit")),
        "quotes.undefined",
    }


def test_the_order_of_the_numbers_moves_no_byte() -> None:
    turned = dict(reversed(NUMBERS.items()))
    assert exports.write_latex(turned) == exports.write_latex(NUMBERS)
    assert exports.write_variables(turned) == exports.write_variables(NUMBERS)


def test_no_numbers_give_a_file_without_any() -> None:
    assert read({}) == {}
    assert not macros(exports.write_latex({}))
