"""CITATION.cff: who made the software, its version and its licence."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

__all__ = ["Citation", "read"]


class Citation(NamedTuple):
    """What CITATION.cff says of the software.

    Attributes:
        version: its version.
        licence: its licence, as SPDX names it.
        released: day of the release, YYYY-MM-DD; empty where it has none.
        url: address of its code; empty where it has none.
        authors: its authors as entities of schema.org, each with an @id.
    """

    version: str
    licence: str
    released: str
    url: str
    authors: tuple[Mapping[str, str], ...]


def read(folder: Path) -> Citation:
    """Read the CITATION.cff of the project in `folder`."""
    about: dict[str, Any] = yaml.safe_load((folder / "CITATION.cff").read_text(encoding="utf-8"))
    return Citation(
        version=str(about["version"]),
        licence=str(about["license"]),
        released=str(about.get("date-released", "")),
        url=str(about.get("repository-code") or about.get("url") or ""),
        authors=tuple(map(_author, about["authors"])),
    )


def _author(author: Mapping[str, Any]) -> dict[str, str]:
    """A person has given and family names, an organisation has a name alone."""
    parts = (author.get("given-names"), author.get("name-particle"), author.get("family-names"))
    person = " ".join(str(part) for part in parts if part)
    name = person or str(author["name"])
    key = str(author.get("orcid") or author.get("website") or f"#{name.replace(' ', '-')}")
    return {"@id": key, "@type": "Person" if person else "Organization", "name": name}
