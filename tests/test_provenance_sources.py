import ast
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from analysis import provenance
from analysis.provenance import sources

PACKAGE = Path(provenance.__file__).parent.parent
KEYS = """
import json
from analysis.provenance import code_key, sources
print(json.dumps({module: code_key({(module, "")}) for module in sources._graph(frozenset()).modules}))
"""


def files(*names: tuple[str, str], without: frozenset[tuple[str, str]] = frozenset()) -> set[str]:
    return {path.relative_to(PACKAGE).as_posix() for path in provenance.reachable(names, without=without)}


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the package that a test may change."""
    return shutil.copytree(PACKAGE, tmp_path / "analysis", ignore=shutil.ignore_patterns("__pycache__"))


def keys(package: Path) -> dict[str, str]:
    """The key of every module in a copy of the package."""
    made = subprocess.run(
        [sys.executable, "-B", "-c", KEYS],
        env={**os.environ, "PYTHONPATH": str(package.parent)},
        cwd=package.parent,
        capture_output=True,
        check=True,
        text=True,
    )
    found: dict[str, str] = json.loads(made.stdout)
    return found


def changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    return {module for module in before if before[module] != after[module]}


def reworded(source: str) -> str:
    """The same code with another layout, without its comments, with new comments and other docstrings."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            kept = node.body[ast.get_docstring(node) is not None :]
            node.body = [ast.Expr(ast.Constant("Says something else.")), *kept]
    return f"{ast.unparse(ast.fix_missing_locations(tree))}\n\n# A comment.\n"


def test_no_comment_docstring_or_layout_in_any_module_changes_a_key(package: Path) -> None:
    before = keys(package)
    for path in package.rglob("*.py"):
        path.write_text(reworded(path.read_text(encoding="utf-8")), encoding="utf-8")
    assert not changed(before, keys(package))


@pytest.mark.parametrize("path", ["errors.py", "figures/dots.py", "text/syllables.py"])
def test_a_new_constant_changes_the_keys_of_the_modules_that_depend_on_it_and_no_others(
    package: Path, path: str
) -> None:
    before = keys(package)
    with (package / path).open("a", encoding="utf-8") as file:
        file.write("\n_ADDED = 1\n")
    assert changed(before, keys(package)) == {m for m in before if path in files((m, ""))}


def test_a_changed_chart_concerns_those_who_draw_it(package: Path) -> None:
    before = keys(package)
    with (package / "figures" / "dots.py").open("a", encoding="utf-8") as file:
        file.write("\n_ADDED = 1\n")
    after = changed(before, keys(package))
    assert {"analysis.figures.dots", "analysis.figures"} <= after
    assert not {"analysis.figures.bars", "analysis.features.measurement"} & after


def test_a_changed_list_concerns_the_code_that_reads_it(package: Path) -> None:
    before = keys(package)
    with (package / "text" / "cleaning" / "phrases.txt").open("a", encoding="utf-8") as file:
        file.write("# another phrase\n")
    after = changed(before, keys(package))
    assert {"analysis.text.cleaning.cleaner", "analysis.features.measurement"} <= after
    assert "analysis.figures.dots" not in after


def test_a_module_depends_on_what_it_imports_lazily_too_and_on_the_data_in_its_folder() -> None:
    found = files(("analysis.features.measurement", ""))
    assert {"features/measurement.py", "corpus/articles.py", "text/segmentation/sentences.py"} <= found
    assert {"text/quotations/data/weights.csv", "text/cleaning/phrases.txt"} <= found
    assert "features/measurement.py" in files(("analysis.features", "load"))


def test_measuring_does_not_depend_on_how_figures_look() -> None:
    rooms = {name.split("/")[0] for name in files(("analysis.features.measurement", ""))}
    assert not rooms & {"figures", "report", "pipeline", "notebook", "results", "__main__.py"}


def test_a_name_that_a_package_re_exports_stands_for_the_module_that_defines_it() -> None:
    found = files(("analysis.figures", "dots"))
    assert "figures/dots.py" in found
    assert not {"figures/bars.py", "figures/__init__.py"} & found


def test_a_package_that_lists_its_folder_depends_on_all_of_it(package: Path) -> None:
    init, dots = package / "figures" / "__init__.py", package / "figures" / "dots.py"
    for listing in ("", "import pkgutil\n\nCHARTS = list(pkgutil.iter_modules(__path__))\n"):
        init.write_text(listing)
        dots.write_text("X = 1\n")
        before = keys(package)
        dots.write_text("X = 2\n")
        assert ("analysis.figures" in changed(before, keys(package))) == bool(listing)


def test_an_import_for_a_type_checker_alone_does_not_count(package: Path) -> None:
    (package / "errors.py").write_text(
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import analysis.project\n"
    )
    before = keys(package)
    (package / "project.py").write_text("X = 1\n")
    assert "analysis.errors" not in changed(before, keys(package))


@pytest.mark.parametrize(
    ("source", "used"),
    [
        ("from analysis import figures\nfigures.dots", {("analysis.figures", "dots")}),
        ("from analysis import corpus as c\nc.load(1).name", {("analysis.corpus", "load")}),
        (
            "from analysis import figures\nprint(figures.dots, figures)",
            {("analysis.figures", "dots"), ("analysis.figures", "")},
        ),
        ("from analysis import figures", set()),
        ("from analysis.errors import listed\nlisted", {("analysis.errors", "listed")}),
        ("def f():\n    from analysis.errors import listed\n    listed()", {("analysis.errors", "listed")}),
        ("from analysis.errors import *", {("analysis.errors", "*")}),
        ("import analysis.errors", {("analysis.errors", "")}),
        ("import analysis.errors as e\ne.listed", {("analysis.errors", "listed")}),
        ("import analysis\nanalysis.corpus.load", {("analysis", "corpus")}),
        ("import json\njson.loads", set()),
    ],
)
def test_the_names_that_a_source_uses_are_found(source: str, used: set[tuple[str, str]]) -> None:
    assert provenance.used(source) == used


def test_a_module_that_is_cut_off_is_neither_counted_nor_followed() -> None:
    start = ("analysis.features", "load")
    assert {"features/store.py", "measures/registry.py", "text/syllables.py"} <= files(start)
    rest = files(start, without=frozenset({("analysis.measures", ""), ("analysis.text", "")}))
    assert "features/store.py" in rest
    assert not {"measures", "text"} & {name.split("/")[0] for name in rest}


def test_a_syntax_tree_is_written_the_same_way_by_every_python() -> None:
    source = "class A(b, c=1):\n    '''Doc.'''\n    x: int = -1.5\ndef f(a, *, k=None, l): return f'{a:,}é' if {**k} else ...\n"
    assert sources._dump(ast.parse(source)) == (
        "Module(body=[ClassDef(name='A',bases=[Name(id='b')],keywords=[keyword(arg='c',value=Constant(value=1))],"
        "body=[AnnAssign(target=Name(id='x'),annotation=Name(id='int'),"
        "value=UnaryOp(op=USub(),operand=Constant(value=1.5)),simple=1)]),"
        "FunctionDef(name='f',args=arguments(args=[arg(arg='a')],kwonlyargs=[arg(arg='k'),arg(arg='l')],"
        "kw_defaults=[Constant(),None]),body=[Return(value=IfExp(test=Dict(keys=[None],values=[Name(id='k')]),"
        "body=JoinedStr(values=[FormattedValue(value=Name(id='a'),conversion=-1,"
        "format_spec=JoinedStr(values=[Constant(value=',')])),Constant(value='\\xe9')]),"
        "orelse=Constant(value=Ellipsis)))])])"
    )
