"""This software as a reference: what CITATION.cff says of it."""

from pathlib import Path
from typing import Any

import yaml

from analysis import project
from analysis.errors import AnalysisError
from analysis.report.bibtex import Item

__all__ = ["KEY", "software"]

KEY = "analysis"
_MOST = 65_536  # characters
# Of the Citation File Format 1.2.0 what a reference needs: field -> CSL's variable.
_TEXTS = {"title": "title", "version": "version", "doi": "DOI"}
_NAMES = {
    "name": "literal",
    "given-names": "given",
    "name-particle": "non-dropping-particle",
    "family-names": "family",
    "name-suffix": "suffix",
}


def software(path: Path | None = None) -> Item:
    """The software as a CSL item.

    Raises:
        AnalysisError: the file is missing, too large, no YAML, or without title, version and authors.
    """
    path = path or project.shipped("CITATION.cff")
    about = _mapping(path)
    item: Item = {"id": KEY, "type": "software"}
    item |= {variable: str(about[field]) for field, variable in _TEXTS.items() if field in about}
    authors = about.get("authors")
    item["author"] = [_name(one) for one in authors] if isinstance(authors, list) else []
    if address := about.get("url", about.get("repository-code")):
        item["URL"] = str(address)
    if released := str(about.get("date-released", "")):
        item["issued"] = {"date-parts": [[int(part) for part in released.split("-")]]}
    if not (item.get("title") and item.get("version") and all(item["author"]) and item["author"]):
        raise AnalysisError(f"{path} does not say what to cite", allowed="title, version and authors")
    return item


def _mapping(path: Path) -> dict[str, Any]:
    try:
        text = path.read_text(encoding="utf-8")
        about = yaml.safe_load(text) if len(text) <= _MOST else None
    except (OSError, ValueError, yaml.YAMLError, RecursionError) as error:
        raise AnalysisError(
            f"{path} cannot be read: {error}", todo="put back the CITATION.cff of the project"
        ) from None
    if not isinstance(about, dict):
        raise AnalysisError(
            f"{path} is no citation file",
            allowed=f"YAML as the Citation File Format has it, of at most {_MOST:,} characters",
        )
    return about


def _name(author: Any) -> dict[str, str]:  # noqa: ANN401  # whatever stands in the file
    """A name in CSL's parts; empty where there is none."""
    named = author if isinstance(author, dict) else {}
    return {variable: str(named[field]) for field, variable in _NAMES.items() if field in named}
