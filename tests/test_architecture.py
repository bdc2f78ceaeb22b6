"""Which room may import which: the arrows of the package, held by a test."""

import ast
import re
from pathlib import Path

import pytest

import analysis

PACKAGE = Path(analysis.__file__).parent
ANYWHERE = {"__init__", "errors", "project", "provenance"}
# A room may import itself, what every room may, and these.
MAY_IMPORT: dict[str, set[str]] = {
    "statistics": set(),
    "corpus": set(),
    "text": {"corpus"},
    "measures": {"corpus", "statistics", "text"},
    "features": {"corpus", "measures", "text"},
    "results": {"corpus", "features", "measures", "statistics", "text"},
    "figures": {"measures", "results"},
    "report": {"corpus", "features", "measures", "results", "statistics", "text"},
    "notebook": {"corpus", "features", "figures", "measures", "report", "results", "text"},
    "pipeline": {"corpus", "features", "measures", "notebook", "report", "results", "text"},
    "cli": {"corpus", "features", "notebook", "pipeline", "report", "results", "text"},
    "__main__": {"cli"},
    "project": {"errors"},
    "provenance": {"errors"},
    "errors": set(),
    "__init__": set(),
}
ONLY_IN = {
    "matplotlib": {"figures"},
    "textstat": {"measures"},
    "papermill": {"pipeline"},
    "scipy": {"statistics", "text", "results"},
    "charset_normalizer": {"corpus"},
    "trafilatura": {"corpus"},
    "striprtf": {"corpus"},
    "py3langid": {"text"},
    "ftfy": {"text"},
    "grimp": {"provenance"},
    "pybtex": {"report"},
    "rocrate": {"pipeline"},
}
FILES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))


def find_room(path: str) -> str:
    return path.split("/", maxsplit=1)[0].removesuffix(".py")


def list_imports(path: str) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse((PACKAGE / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= names if node.module == "analysis" else {node.module}
    return found


@pytest.mark.parametrize("path", FILES)
def test_a_module_imports_only_what_its_room_may(path: str) -> None:
    own = find_room(path)
    below = (
        {"errors", "project", "provenance", "__init__"}
        if own in {"errors", "project", "provenance"}
        else set()
    )
    allowed = {own, *MAY_IMPORT[own], *(ANYWHERE - below)}
    for name in list_imports(path):
        top, *rest = name.split(".")
        if top == "analysis":
            room = rest[0] if rest and rest[0] != "__version__" else "__init__"
            assert room in allowed, f"{path} imports {name}"
        elif top in ONLY_IN:
            assert own in ONLY_IN[top], f"{path} imports {name}"


def test_there_is_no_circle() -> None:
    left = {name: set(targets) for name, targets in MAY_IMPORT.items()}
    while free := [name for name, targets in left.items() if not targets & left.keys()]:
        for name in free:
            del left[name]
    assert not left


def test_every_room_stands_in_the_table() -> None:
    assert {find_room(path) for path in FILES} == MAY_IMPORT.keys()


@pytest.mark.parametrize("path", FILES)
def test_a_module_is_short_enough_to_be_read(path: str) -> None:
    assert (PACKAGE / path).read_text(encoding="utf-8").count("\n") <= 300


@pytest.mark.parametrize("path", FILES)
def test_no_group_of_a_pattern_is_repeated_possessively(path: str) -> None:
    # Python before 3.11.5 mismatches such groups where they hold a choice (CPython issue 106052).
    assert not re.findall(r"\)(?:[*+?]|\{[\d,]+\})\+", (PACKAGE / path).read_text(encoding="utf-8"))
