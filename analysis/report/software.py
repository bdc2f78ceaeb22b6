"""This software as others cite it: the one reader of CITATION.cff."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from analysis import project
from analysis.errors import AnalysisError

__all__ = ["KEY", "Citation", "Item", "describe_software", "read_citation"]

Item = dict[str, Any]
"""A reference as CSL-JSON has it: id, type, title, ..."""
KEY = "samestory"
_LONGEST = 65_536  # characters
_TEXTS = {
    "title": "title",
    "version": "version",
    "doi": "doi",
    "licence": "license",
    "released": "date-released",
    "url": "url",
    "code": "repository-code",
}
# The parts of a name in the Citation File Format 1.2.0 -> in CSL.
_NAMES = {
    "name": "literal",
    "given-names": "given",
    "name-particle": "non-dropping-particle",
    "family-names": "family",
    "name-suffix": "suffix",
}


class Citation(NamedTuple):
    """What a CITATION.cff says; a text is empty where it says nothing.

    Attributes:
        title, version, doi: those of the software.
        licence: as SPDX names it.
        released: day of the release, YYYY-MM-DD.
        url: address of the software.
        code: address of its code.
        authors: persons and institutions, with the fields of the Citation File Format.
    """

    title: str
    version: str
    doi: str
    licence: str
    released: str
    url: str
    code: str
    authors: tuple[Mapping[str, str], ...]


def read_citation(path: Path | None = None) -> Citation:
    """Read a CITATION.cff.

    Args:
        path: the file; None: that of this software.

    Raises:
        AnalysisError: the file is missing, too large, or not YAML, or names no version or authors.
    """
    path = path or project.shipped("CITATION.cff")
    about = _read_yaml(path)
    authors = about.get("authors")
    named = authors if isinstance(authors, list) else []
    texts = {name: str(about.get(field) or "") for name, field in _TEXTS.items()}
    people = tuple(one for one in named if isinstance(one, dict) and one.keys() & _NAMES.keys())
    found = Citation(**texts, authors=people)
    if not (found.version and found.authors and len(found.authors) == len(named)):
        raise AnalysisError(f"{path} does not say what to cite", allowed="title, version and authors")
    return found


def describe_software(path: Path | None = None) -> Item:
    """The software as a CSL item; arguments and errors as in `read_citation`."""
    citation = read_citation(path)
    address = citation.url or citation.code
    texts = {"title": citation.title, "version": citation.version, "DOI": citation.doi, "URL": address}
    item: Item = {"id": KEY, "type": "software"}
    item |= {name: text for name, text in texts.items() if text}
    item["author"] = [_name(author) for author in citation.authors]
    if citation.released:
        item["issued"] = {"date-parts": [[int(part) for part in citation.released.split("-")]]}
    return item


def _read_yaml(path: Path) -> dict[str, Any]:
    try:
        text = path.read_text(encoding="utf-8")
        about = yaml.safe_load(text) if len(text) <= _LONGEST else None
    except (OSError, ValueError, yaml.YAMLError, RecursionError) as error:
        raise AnalysisError(f"{path} cannot be read: {error}", todo="restore it from the project") from None
    if not isinstance(about, dict):
        raise AnalysisError(
            f"{path} is not a citation file",
            allowed=f"YAML in the Citation File Format, at most {_LONGEST:,} characters",
        )
    return about


def _name(author: Mapping[str, str]) -> dict[str, str]:
    return {variable: str(author[field]) for field, variable in _NAMES.items() if field in author}
