"""Do the tests notice a wrong line? Changes modules in one place at a time and runs their tests.

    python tests/benchmarks/mutants.py [--seed 1] [--number 25] [--unit] [--tests FILE ...] MODULE ...

A MODULE is a file or a folder of the package, such as `analysis/statistics`. Each mutant has one change:

- a comparison flipped (`<` to `>=`) or widened (`<` to `<=`), `==` to `!=`, `in` to `not in`;
- a number increased by one or by half, 0 to 1 and 1 to 0; `True` to `False`;
- `+` and `-`, `*` and `/`, `and` and `or` exchanged; `not` removed;
- one branch for both: of a conditional expression, or of two `return` statements in one function.

`--number` mutants are drawn evenly from the modules; the same seed draws the same ones. Each is written into
a temporary copy of the package. The module's own tests run first (`tests/test_<room>_<module>*.py`, those of
the package that contains it where there are none), then all tests of the room, unless `--unit` is given;
`--tests` replaces both. Prints one line per mutant: whether a test failed (or all took three times as long),
the file, line and column, the change, and for survivors the source line. Decide by hand which survivors are
equivalent to the original.
"""

import argparse
import ast
import compileall
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from importlib.util import cache_from_source
from itertools import chain, zip_longest
from pathlib import Path
from time import monotonic
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
MEMORY = 8 << 30  # bytes of address space; a mutant may ask for all arrangements of many values
PATIENCE = 3  # times as long as all the tests take without a change
COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
}


class Mutant(NamedTuple):
    """One change of one module: the bytes from `start` to `end` are replaced."""

    path: Path
    line: int
    column: int
    start: int
    end: int
    before: str
    after: str


def find_mutants(path: Path) -> list[Mutant]:
    """All mutants of a module, in the order of the source."""
    source = path.read_bytes()
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    found = []
    for node, after in _changes(ast.parse(source)):
        start = starts[node.lineno - 1] + node.col_offset
        end = starts[(node.end_lineno or 0) - 1] + (node.end_col_offset or 0)
        before = " ".join(source[start:end].decode().split())
        found.append(Mutant(path, node.lineno, node.col_offset + 1, start, end, before, after))
    return sorted(set(found))


def draw_mutants(paths: Sequence[Path], number: int, seed: int) -> list[Mutant]:
    """So many mutants, by turns from each module until it has no more."""
    shuffled = []
    for path in paths:
        mutants = find_mutants(path)
        random.Random(f"{seed} {path.relative_to(ROOT)}").shuffle(mutants)  # noqa: S311  # not for secrets
        shuffled.append(mutants)
    turns = chain.from_iterable(zip_longest(*shuffled))
    return sorted([mutant for mutant in turns if mutant][:number])


def _changes(tree: ast.AST) -> Iterator[tuple[ast.expr, str]]:
    """Expressions of the code that runs, each with what may replace it."""
    for node in _running(tree):
        if isinstance(node, ast.FunctionDef):
            yield from _other_returns(node)
        elif isinstance(node, ast.Constant):
            yield from ((node, repr(value)) for value in _other_values(node.value))
        elif isinstance(node, ast.expr):
            yield from ((node, f"({ast.unparse(other)})") for other in _other_expressions(node))


def _other_expressions(node: ast.expr) -> Iterator[ast.expr]:
    match node:
        case ast.Compare():
            for i, operator in enumerate(node.ops):
                for other in COMPARISONS[type(operator)]:
                    yield ast.Compare(
                        node.left, [*node.ops[:i], other(), *node.ops[i + 1 :]], node.comparators
                    )
        case ast.BinOp() if type(node.op) in OPERATORS and not _is_text(node):
            yield ast.BinOp(node.left, OPERATORS[type(node.op)](), node.right)
        case ast.BoolOp():
            yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
        case ast.UnaryOp(op=ast.Not()):
            yield node.operand
        case ast.IfExp():
            yield node.body
            yield node.orelse


def _running(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes that run: no annotations, decorators, formatted text, nor what only a type checker reads."""
    yield node
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns", "decorator_list"}:
            continue
        for child in value if isinstance(value, list) else [value]:
            checked = isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING"
            if isinstance(child, ast.AST) and not isinstance(child, ast.JoinedStr) and not checked:
                yield from _running(child)


def _other_returns(function: ast.FunctionDef) -> Iterator[tuple[ast.expr, str]]:
    values = [node.value for node in ast.walk(function) if isinstance(node, ast.Return) and node.value]
    for one, other in zip(values, values[1:] + values[:1], strict=True):
        if ast.unparse(one) != ast.unparse(other):
            yield one, f"({ast.unparse(other)})"


def _other_values(value: object) -> list[object]:
    if isinstance(value, bool):
        return [not value]
    if not isinstance(value, int | float):
        return []
    if value in {0, 1}:
        return [type(value)(1 - value)]
    return [value + 1, type(value)(value * 1.5)]


def _is_text(node: ast.BinOp) -> bool:
    sides = (node.left, node.right)
    return any(
        isinstance(side, ast.JoinedStr) or (isinstance(side, ast.Constant) and isinstance(side.value, str))
        for side in sides
    )


def run_tests(tests: Sequence[Path], package: Path, timeout: float | None = None) -> str:
    """The output of the first failing test against a copy of the package; empty where all pass."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *map(str, tests)]
    # Safe path: the folder in which this runs holds the package without the change.
    env = os.environ | {
        "PYTHONPATH": str(package),
        "PYTHONSAFEPATH": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "ANALYSIS_ROOT": str(ROOT),
    }
    try:
        run = subprocess.run(  # our own tests
            command, cwd=ROOT, env=env, timeout=timeout, capture_output=True, text=True, check=False
        )
    except subprocess.TimeoutExpired:
        return f"longer than {timeout:.0f} seconds"
    return run.stdout + run.stderr if run.returncode else ""


def find_tests(path: Path) -> list[list[Path]]:
    """The tests of a module, and those of its room that are not among them."""
    parts = [part for part in path.relative_to(ROOT / "analysis").with_suffix("").parts if part != "__init__"]
    own: list[Path] = []
    names = parts
    while names and not own:
        own, names = sorted((ROOT / "tests").glob(f"test_{'_'.join(names)}*.py")), names[:-1]
    room = sorted((ROOT / "tests").glob(f"test_{parts[0]}*.py"))
    return [own, [test for test in room if test not in own]]


def try_mutant(mutant: Mutant, steps: Sequence[Sequence[Path]], package: Path, timeout: float) -> bool:
    """Whether a test fails when the package has the change; the copy is restored."""
    path = package / mutant.path.relative_to(ROOT)
    source = path.read_bytes()
    path.write_bytes(source[: mutant.start] + mutant.after.encode() + source[mutant.end :])
    Path(cache_from_source(str(path))).unlink(missing_ok=True)
    try:
        return any(run_tests(tests, package, timeout) for tests in steps if tests)
    finally:
        path.write_bytes(source)


def main() -> None:
    """Read the command line, and print what became of each mutant."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument(
        "modules", nargs="+", type=Path, metavar="MODULE", help="files or folders of the package"
    )
    parser.add_argument("--seed", type=int, default=1, help="which mutants are drawn")
    parser.add_argument("--number", type=int, default=25, help="how many mutants are drawn")
    parser.add_argument("--unit", action="store_true", help="run only the tests of the module itself")
    parser.add_argument("--tests", nargs="+", type=Path, metavar="FILE", help="run these tests instead")
    asked = parser.parse_args()
    given = [path.resolve() for path in asked.modules]
    paths = sorted({file for path in given for file in (path.rglob("*.py") if path.is_dir() else [path])})
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))
    survived = 0
    mutants = draw_mutants(paths, asked.number, asked.seed)
    with tempfile.TemporaryDirectory() as folder:
        package = Path(folder)
        shutil.copytree(ROOT / "analysis", package / "analysis", ignore=shutil.ignore_patterns("__pycache__"))
        compileall.compile_dir(package / "analysis", quiet=1)
        steps = {
            path: [[test.resolve() for test in asked.tests]]
            if asked.tests
            else find_tests(path)[: 2 - asked.unit]
            for path in {mutant.path for mutant in mutants}
        }
        began = monotonic()
        failed = run_tests(
            sorted({test for step in steps.values() for tests in step for test in tests}), package
        )
        if failed:
            sys.exit(f"The tests fail without a change:\n{failed}")
        timeout = PATIENCE * (monotonic() - began)
        for mutant in mutants:
            caught = try_mutant(mutant, steps[mutant.path], package, timeout)
            survived += not caught
            _print_mutant(mutant, caught=caught)
    print(f"{len(mutants) - survived} of {len(mutants)} mutants caught (seed {asked.seed})")  # noqa: T201


def _print_mutant(mutant: Mutant, *, caught: bool) -> None:
    place = f"{mutant.path.relative_to(ROOT)}:{mutant.line}:{mutant.column}"
    print(f"{'caught' if caught else 'SURVIVED':9}{place}  {mutant.before}  ->  {mutant.after}", flush=True)  # noqa: T201
    if not caught:
        print(f"         {mutant.path.read_text(encoding='utf-8').splitlines()[mutant.line - 1].strip()}")  # noqa: T201


if __name__ == "__main__":
    main()
