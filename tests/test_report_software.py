"""CITATION.cff, as one reader gives it to references and archives."""

from pathlib import Path

import pytest

from analysis import __version__
from analysis.errors import AnalysisError
from analysis.report.software import describe_software, read_citation


def test_the_software_is_that_which_runs() -> None:
    item = describe_software()
    assert item["version"] == read_citation().version == __version__
    assert (item["id"], item["type"]) == ("samestory", "software")
    assert item["author"]
    assert item["issued"]["date-parts"][0][0] >= 2026


@pytest.mark.parametrize(
    "content",
    [
        "",
        "- a list",
        "title: x",
        "title: x\nversion: 1\nauthors: [{}]",
        "title: x\nversion: 1\nauthors: [{name: A}, 3]",
        "a: [",
        "x" * 70_000,
        "\x00",
        "[" * 9_000,
    ],
)
def test_a_citation_file_that_does_not_say_what_to_cite_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "CITATION.cff"
    path.write_text(content)
    with pytest.raises(AnalysisError, match=r"what to cite|cannot be read|not a citation file"):
        read_citation(path)


def test_a_citation_file_names_persons_licence_and_dates(tmp_path: Path) -> None:
    path = tmp_path / "CITATION.cff"
    path.write_text(
        "title: T\nversion: 1.2\ndate-released: 2026-02-03\nurl: https://e.org\nlicense: MIT\n"
        "authors:\n  - {given-names: Ada, name-particle: de, family-names: Roe}\n"
    )
    found = read_citation(path)
    assert (found.licence, found.released, found.url) == ("MIT", "2026-02-03", "https://e.org")
    assert describe_software(path) == {
        "id": "samestory",
        "type": "software",
        "title": "T",
        "version": "1.2",
        "author": [{"given": "Ada", "non-dropping-particle": "de", "family": "Roe"}],
        "URL": "https://e.org",
        "issued": {"date-parts": [[2026, 2, 3]]},
    }
