"""Which files of this package some code runs on: its imports, theirs, and the data beside them.

A package that only passes names on is seen through: who uses `compare.events` reaches the module that
defines it, not all of `compare`. So a change re-runs just what it reaches.
"""

import ast
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from pathlib import Path

from analysis.provenance.hashes import content_key, file_hash

__all__ = ["code_key", "reachable", "used"]

_PACKAGE = Path(__file__).resolve().parent.parent


def code_key(names: Iterable[tuple[str, str]], *, without: Collection[tuple[str, str]] = ()) -> str:
    """A hash of the source and data of every file that `reachable` finds for the same arguments."""
    files = reachable(names, without=without)
    return content_key({path.relative_to(_PACKAGE).as_posix(): _hash(path) for path in sorted(files)})


def reachable(
    names: Iterable[tuple[str, str]], *, without: Collection[tuple[str, str]] = ()
) -> frozenset[Path]:
    """The files of this package that `names` run on, data included.

    Args:
        names: where to begin: modules, each with a name in it, or "" for all of it; see `used`.
        without: modules, or names in them, that are not followed, nor counted.
    """
    files: set[Path] = set()
    seen: set[tuple[str, str]] = set()
    waiting = [*names]
    while waiting:
        module, name = waiting.pop()
        if (module, name) in seen or (module, name) in without or (module, "") in without:
            continue
        seen.add((module, name))
        path = _source(module)
        if path is None:
            continue
        if name and _source(f"{module}.{name}"):
            waiting.append((f"{module}.{name}", ""))
        elif name and (passed_on := _passed_on(path).get(name)):
            waiting.append(passed_on)
        elif path not in files:
            files |= {path, *_data_beside(path)}
            waiting += _used_in(path)
    return frozenset(files)


def used(source: str) -> frozenset[tuple[str, str]]:
    """What some Python source uses of this package: names that it imports, and what it asks modules for.

    Imports anywhere count, lazy ones too; those for a type checker alone do not.
    """
    nodes = _nodes(source)
    bound: dict[str, str] = {}  # name in the source -> module of this package
    found: set[tuple[str, str]] = set()
    for module, name, alias in _imports(nodes):
        if name and not _source(f"{module}.{name}"):
            found.add((module, name))
        elif alias:
            bound[alias] = f"{module}.{name}" if name else module
        else:  # import a.b.c binds a alone
            found.add((module, ""))
    behind: set[int] = set()
    for node in nodes:
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in bound:
            found.add((bound[node.value.id], node.attr))
            behind.add(id(node.value))
    bare = (node.id for node in nodes if isinstance(node, ast.Name) and id(node) not in behind)
    return frozenset(found | {(bound[name], "") for name in bare if name in bound})


@cache
def _used_in(path: Path) -> frozenset[tuple[str, str]]:
    return used(path.read_text(encoding="utf-8"))


@cache
def _passed_on(path: Path) -> dict[str, tuple[str, str]]:
    """The names that a package's __init__ takes from its modules: name -> the module, and its name there."""
    if path.name != "__init__.py":
        return {}
    imports = _imports(_nodes(path.read_text(encoding="utf-8")))
    return {alias or name: (module, name) for module, name, alias in imports if name}


def _imports(nodes: Sequence[ast.AST]) -> list[tuple[str, str, str]]:
    """Module, name in it, and name bound, of every import of this package; "" where there is none."""
    found: list[tuple[str, str, str]] = []
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found += [(node.module, alias.name, alias.asname or alias.name) for alias in node.names]
        elif isinstance(node, ast.Import):
            found += [(alias.name, "", alias.asname or "") for alias in node.names]
    return [row for row in found if row[0].split(".")[0] == _PACKAGE.name]


def _nodes(source: str) -> list[ast.AST]:
    """All nodes of a source but those below `if TYPE_CHECKING`."""
    nodes: list[ast.AST] = [ast.parse(source)]
    for node in nodes:  # which grows as it is read
        if not (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"):
            nodes.extend(ast.iter_child_nodes(node))
    return nodes


@cache
def _hash(path: Path) -> str:
    return file_hash(path)


@cache
def _data_beside(path: Path) -> tuple[Path, ...]:
    """The tables and lists that lie in a module's folder or in data/ below it.

    Right in the package's own folder only those that bear the module's name.
    """
    near = [*path.parent.iterdir(), *(path.parent / "data").rglob("*")]
    data = (p for p in near if p.is_file() and p.suffix not in {".py", ".pyc"})
    return tuple(p for p in data if path.parent != _PACKAGE or p.name.split(".")[0] == path.stem)


@cache
def _source(module: str) -> Path | None:
    stem = _PACKAGE.parent.joinpath(*module.split("."))
    return next((p for p in (stem / "__init__.py", stem.with_suffix(".py")) if p.is_file()), None)
