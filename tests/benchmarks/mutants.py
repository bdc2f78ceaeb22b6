"""Do the tests notice a wrong line? Changes modules in one place at a time and runs their tests.

    python tests/benchmarks/mutants.py [--seed 1] [--number 25] [--unit] [--tests FILE ...] MODULE ...

A MODULE is a file or a folder of the package, such as `analysis/statistics`. Each mutant has one change:

- a comparison flipped (`<` to `>=`) or widened (`<` to `<=`), `==` to `!=`, `in` to `not in`;
- a number increased by one or by half, 0 to 1 and 1 to 0; `True` to `False`;
- `+` and `-`, `*` and `/`, `and` and `or` exchanged; `not` removed;
- one branch for both: of a conditional expression, or of two `return` statements in one function.

`--number` mutants are drawn evenly from the modules; the same seed draws the same ones. Each is written into
a temporary copy of the package. The tests near the module run first: those named after it
(`tests/test_<room>_<module>*.py`, those of the package that contains it where there are none), its examples,
and tests that import it. Where these pass, all other tests run, those of the room first, unless `--unit` is
given; those that `BLIND` names never run. `--tests` replaces all of these. A run ends at its first failure.

First all these tests must pass with a meaningless change of every drawn module, so that no test fails only
because the source is another. Prints one line per mutant: whether a test failed, the file, line
and column, the change, and below it the test that failed first (or that the tests took three times as long),
for survivors the source line. Decide by hand which survivors are equivalent to the original.
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
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.util import cache_from_source
from itertools import chain, zip_longest
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parents[2]
TESTS = ROOT / "tests"
EXAMPLES = "test_examples.py::test_the_examples_of_a_module_give_what_they_say"
# Beginnings of the names of tests that take long, or that read the source, and see no arithmetic.
BLIND = (
    "test_architecture",  # imports and lengths of modules
    "test_cli",  # options, messages, exit status
    "test_docs",  # tutorials, followed in copies of the project
    "test_install",  # a wheel, built and installed
    "test_notebooks",  # notebooks, whose numbers are compared with their own figures
    "test_pipeline",  # runs, keys and archives, compared with themselves
    "test_provenance",  # hashes of the source
)
MEMORY = 8 << 30  # bytes of address space; a mutant may ask for all arrangements of many values
PATIENCE = 3  # times as long as the same tests take without a change
START = 60  # seconds more, for the start of the tests on a busy machine
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
    """So many mutants, by turns from each module, in a drawn order, until it has no more."""
    draw = random.Random(seed)  # noqa: S311  # not for secrets
    shuffled = [draw.sample(mutants, len(mutants)) for mutants in map(find_mutants, sorted(paths)) if mutants]
    draw.shuffle(shuffled)
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


def run_tests(tests: Iterable[str], package: Path, *options: str, timeout: float | None = None) -> str:
    """The name of the first test that fails against a copy of the package; empty where all pass."""
    quiet = ("-x", "-q", "--tb=no", "-p", "no:cacheprovider")
    command = [sys.executable, "-m", "pytest", *quiet, *options, *tests]
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
    lines = (run.stdout + run.stderr).splitlines()
    failed = [line for line in lines if line.startswith(("FAILED", "ERROR"))] or lines[-1:]
    return failed[0] if run.returncode else ""


def find_tests(path: Path) -> list[tuple[str, ...]]:
    """The tests near a module, and all tests that could notice a change of it, those of its room first."""
    parts = [part for part in path.relative_to(ROOT).with_suffix("").parts if part != "__init__"]
    module, (room, *names) = ".".join(parts), parts[1:]
    seeing = sorted(test for test in TESTS.rglob("test_*.py") if not test.name.startswith(BLIND))
    own: list[Path] = []
    for depth in range(len(names), -1, -1):
        start = "_".join(["test", room, *names[:depth]])
        own = own or [test for test in seeing if test.name.startswith(start)]
    importing = [test for test in seeing if test not in own and module in _find_imports(test)]
    others = sorted(seeing, key=lambda test: not test.name.startswith(f"test_{room}"))
    near = (*map(str, own), f"{TESTS / EXAMPLES}[{module}]", *map(str, importing))
    return [near, tuple(map(str, others))]


@cache
def _find_imports(path: Path) -> set[str]:
    """Names that a file imports, each with the modules it may be."""
    found = set()
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
        elif isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
    return found


class Trial:
    """Two copies of the package in a folder: one for a mutant at a time, one with a meaningless change."""

    def __init__(self, folder: Path, paths: Iterable[Path]) -> None:
        self.changed, self.plain = folder / "changed", folder / "plain"
        for package in (self.changed, self.plain):
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / "analysis", package / "analysis", ignore=ignored)
            for shipped in ("CITATION.cff", "README.md", "corpus", "notebooks"):
                (package / shipped).symlink_to(ROOT / shipped)
        for path in paths:
            with (self.plain / path.relative_to(ROOT)).open("a", encoding="utf-8") as file:
                file.write("...\n")
        compileall.compile_dir(folder, quiet=1)
        self._seconds = defaultdict[str, float](float)

    def check(self, tests: Iterable[str]) -> None:
        """Run all tests without a mutant, and note how long each file takes; end the program if one fails."""
        report = self.plain / "report.xml"
        if failed := run_tests(tests, self.plain, f"--junitxml={report}"):
            sys.exit(f"A test fails without a mutant: {failed}")
        for case in ET.parse(report).iter("testcase"):  # noqa: S314  # our own report
            self._seconds[case.attrib["classname"]] += float(case.attrib["time"])

    def find_catcher(self, mutant: Mutant, steps: Iterable[Sequence[str]]) -> str:
        """The first test that fails when the package has the change; the copy is restored."""
        path = self.changed / mutant.path.relative_to(ROOT)
        source = path.read_bytes()
        path.write_bytes(source[: mutant.start] + mutant.after.encode() + source[mutant.end :])
        Path(cache_from_source(str(path))).unlink(missing_ok=True)
        try:
            found = (run_tests(tests, self.changed, timeout=self._limit(tests)) for tests in steps)
            return next(filter(None, found), "")
        finally:
            path.write_bytes(source)

    def _limit(self, tests: Iterable[str]) -> float:
        """The seconds that these tests may take."""
        files = {Path(test.partition("::")[0]).relative_to(ROOT).with_suffix("") for test in tests}
        return PATIENCE * sum(self._seconds[".".join(file.parts)] for file in files) + START


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
    drawn = {mutant.path for mutant in mutants}
    steps = {path: find_tests(path)[: 2 - asked.unit] for path in drawn}
    if asked.tests:
        steps = {path: [tuple(str(test.resolve()) for test in asked.tests)] for path in drawn}
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(Path(folder), drawn)
        trial.check(sorted({test for of_module in steps.values() for tests in of_module for test in tests}))
        for mutant in mutants:
            catcher = trial.find_catcher(mutant, steps[mutant.path])
            survived += not catcher
            _print_mutant(mutant, catcher)
    print(f"{len(mutants) - survived} of {len(mutants)} mutants caught (seed {asked.seed})")  # noqa: T201


def _print_mutant(mutant: Mutant, catcher: str) -> None:
    place = f"{mutant.path.relative_to(ROOT)}:{mutant.line}:{mutant.column}"
    print(f"{'caught' if catcher else 'SURVIVED':9}{place}  {mutant.before}  ->  {mutant.after}")  # noqa: T201
    source = mutant.path.read_text(encoding="utf-8").splitlines()[mutant.line - 1].strip()
    print(f"         {catcher.partition(' - ')[0] or source}", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
