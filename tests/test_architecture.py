"""Which room may lean on which: the arrows of the package, held by a test."""

import ast
import re

import pytest

from analysis import project

PACKAGE = project.root() / "analysis"
# A room may import itself and these; a name without its room's own package is a top-level module.
MAY_IMPORT = {
    "errors": set(),
    "articles": set(),
    "paths": {"errors"},
    "schema": {"errors"},
    "params": {"errors"},
    "provenance": {"errors", "paths"},
    "importers": {"articles", "errors"},
    "corpus": {"articles", "errors", "importers", "paths", "schema"},
    "cleaning": {"articles", "errors"},
    "segment": {"articles", "cleaning", "errors"},
    "measures": {"articles", "cleaning", "errors", "segment"},
    "copies": {"articles", "segment"},
    "features": {
        *("articles", "cleaning", "copies", "corpus", "errors", "measures", "paths", "provenance"),
        *("schema", "segment"),
    },
    "passages": {"cleaning", "corpus", "errors", "features", "measures", "segment"},
    "statistics": set(),
    "compare": {"copies", "errors", "features", "measures", "schema", "statistics"},
    "robustness": {"compare", "errors", "features", "measures", "schema", "statistics"},
    "wording": {"compare", "copies", "features", "robustness", "schema"},
    "keys": {"corpus", "errors", "features", "params", "paths", "provenance"},
    "figures": {
        *("__init__", "compare", "errors", "keys", "params", "paths", "provenance", "robustness", "schema"),
    },
    "report": {"errors", "paths"},
    "tables": {"provenance"},
    "cite": {
        *("__init__", "articles", "cleaning", "compare", "copies", "corpus", "errors", "features"),
        *("measures", "params", "passages", "paths", "provenance", "schema", "statistics"),
        *("tables", "wording"),
    },
    "run": {"cite", "corpus", "errors", "features", "keys", "params", "paths", "provenance", "report"},
    "verify": {"corpus", "errors", "features", "keys", "paths", "provenance", "run"},
    "share": {"articles", "corpus", "errors", "features", "paths", "provenance", "run", "schema"},
    "__main__": {
        *("cite", "corpus", "errors", "features", "passages", "paths", "provenance", "run", "share"),
        "verify",
    },
    "__init__": set(),
}
ONLY_IN = {
    "matplotlib": {"figures"},
    "textstat": {"measures"},
    "papermill": {"run"},
    "scipy": {"statistics", "copies"},
    "charset_normalizer": {"importers"},
    "trafilatura": {"importers"},
    "ftfy": {"cleaning"},
    "pybtex": {"cite"},
    "rocrate": {"share"},
}
FILES = sorted(PACKAGE.rglob("*.py"))


def room(dotted: str) -> str:
    return [*dotted.split("."), "__init__"][1]


def imported(path: str) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse((PACKAGE / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= names if node.module == "analysis" else {node.module}
    return found


@pytest.mark.parametrize("path", [path.relative_to(PACKAGE).as_posix() for path in FILES])
def test_a_module_imports_only_what_its_room_may(path: str) -> None:
    own = path.split("/", maxsplit=1)[0].removesuffix(".py")
    for name in imported(path):
        top = name.split(".")[0]
        if top == "analysis":
            leaf = "__init__" if name == "analysis.__version__" else room(name)
            assert leaf in {own, *MAY_IMPORT[own]}, f"{path} imports {name}"
        elif top in ONLY_IN:
            assert own in ONLY_IN[top], f"{path} imports {name}"


def test_there_is_no_circle() -> None:
    left = {name: set(targets) - {"__init__"} for name, targets in MAY_IMPORT.items()}
    while free := [name for name, targets in left.items() if not targets & left.keys()]:
        for name in free:
            del left[name]
    assert not left


@pytest.mark.parametrize("path", [path.relative_to(PACKAGE).as_posix() for path in FILES])
def test_a_module_is_short_enough_to_be_read(path: str) -> None:
    assert (PACKAGE / path).read_text(encoding="utf-8").count("\n") <= 300


@pytest.mark.parametrize("path", [path.relative_to(PACKAGE).as_posix() for path in FILES])
def test_no_group_of_a_pattern_is_repeated_possessively(path: str) -> None:
    # Python before 3.11.5 matches such groups amiss where they hold a choice (CPython issue 106052); atomic groups it does not.
    assert not re.findall(r"\)(?:[*+?]|\{[\d,]+\})\+", (PACKAGE / path).read_text(encoding="utf-8"))
