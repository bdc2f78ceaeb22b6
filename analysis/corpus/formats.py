"""Which importer reads a file."""

import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from analysis.corpus import importers
from analysis.corpus.articles import Article, BrokenRecord
from analysis.corpus.importers import plain

__all__ = ["Importer", "all_importers", "find_importer", "suffixes"]

_HEAD = 4096  # bytes


class Importer(Protocol):
    """A module of `analysis.corpus.importers`; what each name means is said there."""

    SUFFIXES: frozenset[str]

    def sniff(self, head: bytes, suffix: str) -> bool:
        """Whether a file that begins with these bytes is of this format."""

    def read(self, path: Path, *, declared: str | None = None) -> Iterator[Article | BrokenRecord]:
        """The articles of a file."""


@cache
def all_importers() -> tuple[Importer, ...]:
    """Every importer, in the order of names, except that `plain` is last: it takes any text.

    >>> [importer.__name__.rpartition(".")[2] for importer in all_importers()]  # doctest: +ELLIPSIS
    ['html', ...'plain']
    """
    names = sorted(module.name for module in pkgutil.iter_modules(importers.__path__))
    modules = [import_module(f"{importers.__name__}.{name}") for name in names]
    return tuple(cast("Importer", module) for module in sorted(modules, key=lambda one: one is plain))


def suffixes() -> frozenset[str]:
    """The suffixes of files that are meant as articles."""
    return frozenset().union(*(importer.SUFFIXES for importer in all_importers()))


def find_importer(path: Path) -> Importer | None:
    """The importer for a file, by its content; None where no importer knows the content or the suffix."""
    suffix = path.suffix.lower()
    with path.open("rb") as file:
        head = file.read(_HEAD)
    found = next((importer for importer in all_importers() if importer.sniff(head, suffix)), None)
    return found or (cast("Importer", plain) if suffix in suffixes() else None)
