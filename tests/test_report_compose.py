"""The numbers of all notebooks in one file."""

import json
from pathlib import Path

import pytest

from analysis.errors import RunError
from analysis.report.compose import joined

NUMBER = {
    "value": 1,
    "text": "1",
    "unit": "",
    "label": "",
    "definition": "",
    "figure": "",
    "n": None,
    "low": None,
    "high": None,
    "articles": "x",
}
ENTRY = {"key": "k", "parameters": {"seed": 3}, "outputs": {}}


def reported(folder: Path, notebook: str, *ids: str) -> None:
    told = {
        "corpus": "c",
        "articles": {"x": ["a"]},
        "numbers": dict.fromkeys(ids, NUMBER),
        "versions": {"numpy": "2"},
    }
    (folder / "numbers").mkdir(exist_ok=True)
    (folder / "numbers" / f"{notebook}.json").write_text(json.dumps(told), encoding="utf-8")


def test_numbers_are_joined_with_their_notebooks(tmp_path: Path) -> None:
    reported(tmp_path, "10_length", "a.b")
    reported(tmp_path, "30_quotes", "c.d")
    reported(tmp_path, "99_gone", "e.f")
    found = joined(tmp_path, "c", {"10_length": ENTRY, "30_quotes": ENTRY, "50_none": ENTRY})
    assert {name: one["notebook"] for name, one in found["numbers"].items()} == {
        "a.b": "10_length",
        "c.d": "30_quotes",
    }
    assert found["notebooks"]["10_length"] == {
        "key": "k",
        "parameters": {"seed": 3},
        "versions": {"numpy": "2"},
    }
    assert found["articles"] == {"x": ["a"]}


def test_one_id_in_two_notebooks_is_refused(tmp_path: Path) -> None:
    reported(tmp_path, "10_length", "a.b")
    reported(tmp_path, "30_quotes", "a.b")
    with pytest.raises(RunError, match=r"30_quotes reports numbers of 10_length: a\.b"):
        joined(tmp_path, "c", {"10_length": ENTRY, "30_quotes": ENTRY})


@pytest.mark.parametrize("damage", ["{", "[]", '{"corpus": "c", "articles": {}, "numbers": {"a": 3}}'])
def test_a_damaged_file_is_named(tmp_path: Path, damage: str) -> None:
    reported(tmp_path, "10_length", "a.b")
    (tmp_path / "numbers/10_length.json").write_text(damage, encoding="utf-8")
    with pytest.raises(RunError, match=r"10_length\.json is damaged"):
        joined(tmp_path, "c", {"10_length": ENTRY})
