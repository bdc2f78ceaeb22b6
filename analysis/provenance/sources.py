"""The code and data of this package that an output depends on, and a key for them.

Code is hashed by its syntax: comments, docstrings and layout do not count. `grimp` finds what it imports.
"""

import ast
import hashlib
from collections import Counter
from collections.abc import Collection, Iterable
from functools import cache
from pathlib import Path
from typing import Any

import grimp

from analysis.provenance.hashes import content_key, file_hash

__all__ = ["code_key", "reachable", "used"]

_PACKAGE = Path(__file__).resolve().parent.parent


def code_key(names: Iterable[tuple[str, str]], *, without: Collection[tuple[str, str]] = ()) -> str:
    """A hash of the code and data in the files that `reachable` finds for the same arguments."""
    files = reachable(names, without=without)
    return content_key({path.relative_to(_PACKAGE).as_posix(): _hash(path) for path in files})


def reachable(
    names: Iterable[tuple[str, str]], *, without: Collection[tuple[str, str]] = ()
) -> frozenset[Path]:
    """The modules that `names` import, directly or through others, and the data files in their folders.

    Lazy imports count; those under `if TYPE_CHECKING` do not. A module that reads the `__path__` of its
    package lists the folder, so it depends on every module in it.

    Args:
        names: where to begin: (module, name in it), or (module, "") for all of the module. A name that a
            package re-exports stands for the module that defines it.
        without: modules that are neither counted nor followed, in the same form; a package with all of its
            modules.
    """
    graph = _graph(frozenset(_module(*name) for name in without))
    first = {_module(*name) for name in names} & graph.modules
    modules = first.union(*map(graph.find_upstream_modules, first))
    return frozenset(file for module in modules for file in _files(module))


def used(source: str) -> frozenset[tuple[str, str]]:
    """The names of this package that some Python source uses, in the form of `reachable`.

    Raises:
        SyntaxError: the source is not Python.
    """
    nodes = [*ast.walk(ast.parse(source))]
    bound = _bound(nodes)
    pairs = [
        (n.value.id, n.attr) for n in nodes if isinstance(n, ast.Attribute) and isinstance(n.value, ast.Name)
    ]
    alone = Counter(n.id for n in nodes if isinstance(n, ast.Name)) - Counter(name for name, _ in pairs)
    whole = [*alone, *(name for name in bound if not name.isidentifier())]  # `*`, and `import a.b`
    names = [*pairs, *((name, "") for name in whole)]
    return frozenset((bound[n][0], bound[n][1] or attribute) for n, attribute in names if n in bound)


def _bound(nodes: Iterable[ast.AST]) -> dict[str, tuple[str, str]]:
    """What imports of this package bind: name in the source -> what it stands for, as for `reachable`."""
    found = {}
    for node in nodes:
        for alias in node.names if isinstance(node, ast.ImportFrom | ast.Import) else ():
            module = getattr(node, "module", None)
            own = f"{module}.{alias.name}" if module else alias.name
            found[alias.asname or alias.name] = (own, "") if _files(own) else (module or own, alias.name)
    return {name: pair for name, pair in found.items() if _files(pair[0])}


@cache
def _module(module: str, name: str) -> str:
    """The module that defines a name, seen through the packages that re-export it."""
    if name and _files(f"{module}.{name}"):
        return f"{module}.{name}"
    source, *_ = _files(module) or [_PACKAGE]
    exported = source.name == "__init__.py" and _bound(ast.walk(ast.parse(source.read_bytes()))).get(name)
    return _module(*exported) if exported else module


@cache
def _graph(cut: frozenset[str]) -> grimp.ImportGraph:
    """Which module imports which, without the modules that are cut off."""
    graph = grimp.build_graph(_PACKAGE.name, cache_dir=None, exclude_type_checking_imports=True)
    for module in graph.modules:
        source, *_ = _files(module)
        if b"__path__" in source.read_bytes():
            package = module if source.name == "__init__.py" else module.rpartition(".")[0]
            for listed in graph.find_descendants(package) - {module}:
                graph.add_import(importer=module, imported=listed)
    for module in graph.modules:
        if any(f"{module}.".startswith(f"{name}.") for name in cut):
            graph.remove_module(module)
    return graph


@cache
def _files(module: str) -> tuple[Path, ...]:
    """The source of a module of this package, then the data in its folder or in data/ there.

    A template belongs to the module whose name it bears alone.
    """
    stem = _PACKAGE.parent.joinpath(*module.split("."))
    source = [path for path in (stem / "__init__.py", stem.with_suffix(".py")) if path.is_file()][:1]
    if not source or not stem.is_relative_to(_PACKAGE) or source[0].parent == _PACKAGE:
        return tuple(source) if stem.is_relative_to(_PACKAGE) else ()
    near = [*source[0].parent.iterdir(), *(source[0].parent / "data").rglob("*")]
    data = (path for path in near if path.is_file() and path.suffix not in {".py", ".pyc"})
    own = (path for path in data if path.suffix != ".j2" or path.name.partition(".")[0] == stem.name)
    return (*source, *(path for path in own if not path.name.startswith(".")))


@cache
def _hash(path: Path) -> str:
    """The hash of a file: of its syntax if it is Python, otherwise of its bytes."""
    if path.suffix != ".py":
        return file_hash(path)
    return hashlib.sha256(_dump(ast.parse(path.read_bytes())).encode()).hexdigest()


def _dump(node: Any) -> str:  # noqa: ANN401  # anything that a syntax tree holds
    """A syntax tree as text, the same in all versions of Python from 3.11 on.

    Empty fields are left out, since newer versions add some; so are docstrings and other statements that
    are only a constant.
    """
    if isinstance(node, ast.AST):
        inner = [
            f"{name}={_dump(value)}"
            for name in node._fields
            if (value := getattr(node, name, None)) not in (None, []) and name != "ctx"
        ]
        return f"{type(node).__name__}({','.join(inner)})"
    if isinstance(node, list):
        kept = (v for v in node if not (isinstance(v, ast.Expr) and isinstance(v.value, ast.Constant)))
        return f"[{','.join(map(_dump, kept))}]"
    return ascii(node)
