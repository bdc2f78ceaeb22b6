"""The rules of the notebooks, and the notebooks run as their users run them."""

import ast
import contextlib
import io
import json
import math
import os
import re
import subprocess
import sys
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

import nbformat
import pandas as pd
import pytest
from conftest import STORY

from analysis import project, provenance
from analysis.notebook.parameters import read_parameters
from analysis.pipeline import lock
from analysis.provenance import file_hash
from analysis.report.ids import slugs

ROOT = Path(__file__).parents[2]
NOTEBOOKS = ROOT / "notebooks"
PACKAGE = Path(provenance.__file__).parent.parent
NAMES = sorted(path.stem for path in NOTEBOOKS.glob("*.ipynb"))
PARAMETER = re.compile(r"[a-z_]+: (str|int|float|bool) = .+  # .+")


def find_cells(name: str, kind: str) -> list[nbformat.NotebookNode]:
    book = nbformat.read(NOTEBOOKS / f"{name}.ipynb", as_version=4)
    return [cell for cell in book.cells if cell.cell_type == kind]


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_is_committed_without_anything_of_a_run(name: str) -> None:
    book = json.loads((NOTEBOOKS / f"{name}.ipynb").read_text(encoding="utf-8"))
    code = [cell for cell in book["cells"] if cell["cell_type"] == "code"]
    assert not any(cell["outputs"] or cell["execution_count"] for cell in code)
    assert set(book["metadata"]) == {"kernelspec", "language_info"}
    assert all(set(cell["metadata"]) <= {"tags"} for cell in book["cells"])


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_is_short_and_holds_no_logic(name: str) -> None:
    code = [cell.source for cell in find_cells(name, "code")]
    assert len(code) <= 12
    assert max(source.count("\n") + 1 for source in code) <= 10
    assert sum(source.count("\n") + 1 for source in code) <= 60
    for source in code:
        kinds = {type(node) for node in ast.walk(ast.parse(source))}
        assert not kinds & {ast.FunctionDef, ast.ClassDef, ast.For, ast.While, ast.Lambda}
        assert ".." not in re.sub(r"#.*", "", source)
        assert all(len(line) <= 88 for line in source.split("\n") if "#" not in line)


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_opens_with_its_question_its_parameters_and_their_check(name: str) -> None:
    book = nbformat.read(NOTEBOOKS / f"{name}.ipynb", as_version=4)
    question, parameters, start = book.cells[:3]
    assert question.source.startswith("# ")
    assert "Figures: `" in question.source
    assert parameters.metadata.tags == ["parameters"]
    assert all(PARAMETER.fullmatch(line) for line in parameters.source.split("\n"))
    assert "nb = notebook.start(globals())" in start.source
    tagged = [cell for cell in book.cells if "parameters" in cell.metadata.get("tags", ())]
    assert len(tagged) == 1


def test_the_cell_that_shows_sentences_is_tagged_so_that_they_are_not_kept() -> None:
    for name in NAMES:
        for cell in find_cells(name, "code"):
            assert ("concordance(" in cell.source) <= ("live" in cell.metadata.get("tags", ()))


class Run(NamedTuple):
    """What a notebook has printed, the folder of its figures, and the files whose functions it has called."""

    printed: str
    folder: Path
    called: set[str]


def run(name: str, folder: Path, corpus: Path, **parameters: object) -> Run:
    """Run a notebook in this process, as a kernel runs its cells."""
    names: dict[str, Any] = {"display": print}  # a kernel has it
    printed, called = io.StringIO(), set[str]()

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code.co_name != "<module>":
            called.add(frame.f_code.co_filename)

    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(printed):
        patch.setenv("ANALYSIS_FIGURES", str(folder))
        patch.setenv("ANALYSIS_NOTEBOOK", name)
        for cell in find_cells(name, "code"):
            tags = cell.metadata.get("tags", ())
            counted = "live" not in tags and "import" not in cell.source  # importing runs the bodies of classes
            sys.setprofile(note if counted else None)
            try:
                exec(cell.source, names)  # noqa: S102  # our own cells
            finally:
                sys.setprofile(None)
            if "parameters" in tags:
                names |= {"corpus": str(corpus), **parameters}
    return Run(printed.getvalue(), folder, called)


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two sources with two articles each, of which all share text."""
    folder = tmp_path_factory.mktemp("corpus") / "tale"
    texts = {
        "north/one": STORY,
        "north/two": STORY.replace("Monday", "Friday"),
        "south/one": STORY.replace("dismal ", ""),
        "south/two": STORY.split("\n\n", 1)[1],
    }
    for name, text in texts.items():
        path = folder / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def runs(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Run]:
    """Every notebook, run once on this corpus with its own parameters."""
    folder = tmp_path_factory.mktemp("figures")
    return {name: run(name, folder, corpus) for name in NAMES}


def test_no_function_runs_in_a_notebook_that_its_key_does_not_reach(runs: dict[str, Run]) -> None:
    # The key is computed from the source; here the notebook has run, and every function called must be in it.
    for name, one in runs.items():
        kept = [c.source for c in find_cells(name, "code") if "live" not in c.metadata.get("tags", ())]
        reached = provenance.reachable(provenance.used("\n".join(kept)))
        ours = {Path(file) for file in one.called if file.startswith(f"{PACKAGE}/")}
        assert ours, name
        assert ours <= reached, name


def test_every_figure_that_a_notebook_saves_is_promised_in_its_first_cell(runs: dict[str, Run]) -> None:
    for name in NAMES:
        intro = find_cells(name, "markdown")[0].source.partition("Figures:")[2].partition("\n\n")[0]
        promised = {one.replace("<score>", "flesch_kincaid_grade") for one in re.findall(r"`([a-z_<>]+)`", intro)}
        promised = {one.replace("<measure>", "flesch_kincaid_grade") for one in promised}
        file = runs[name].folder / "numbers" / f"{name}.json"
        assert set(json.loads(file.read_text(encoding="utf-8"))["figures"]) <= promised, name


COMPARING = [name for name in NAMES if "copies" in (read_parameters(NOTEBOOKS / f"{name}.ipynb") or {})]


@pytest.mark.parametrize(
    ("name", "copies"), [(name, "once" if i % 2 else "leave out") for i, name in enumerate(COMPARING)]
)
def test_a_notebook_says_what_shared_text_leaves_of_the_sources_and_runs_on(
    name: str, copies: str, corpus: Path, tmp_path: Path
) -> None:
    printed = run(name, tmp_path / "figures", corpus, copies=copies).printed
    assert "nothing can be compared" in printed  # the four articles of the corpus are one text
    assert ("Only north is left" if copies == "once" else "No article is left") in printed


def test_every_notebook_reports_numbers_under_ids_of_its_own_and_as_its_figures_have_them(
    runs: dict[str, Run],
) -> None:
    seen: set[str] = set()
    equal = 0
    for name, one in runs.items():
        report = json.loads((one.folder / f"numbers/{name}.json").read_text(encoding="utf-8"))
        numbers = report["numbers"]
        assert numbers
        assert not seen & numbers.keys()
        assert all(re.fullmatch(r"[a-z_][a-z0-9_]*(\.[a-z_][a-z0-9_]*)+", number_id) for number_id in numbers)
        seen |= numbers.keys()
        for figure in report["figures"]:
            own = {key: number["value"] for key, number in numbers.items() if key.split(".")[0] == figure}
            equal += _count_equal(own, pd.read_csv(one.folder / f"{figure}.csv"), figure)
    assert equal > 500


def _count_equal(numbers: dict[str, float | None], table: pd.DataFrame, figure: str) -> int:
    """How many numbers are cells of the CSV of their figure, where one row has their keys; each must be equal."""
    depth = min((key.count(".") for key in numbers), default=0) - 1
    texts = [column for column in table if table[column].dtype == object or str(table[column].dtype) == "str"]
    keys = texts[:depth]
    if len(keys) != depth or table.duplicated(keys).any():
        return 0
    segments = {key: slugs(table[key].astype(str), first=("north", "south")) for key in keys}
    count = 0
    for row in table.to_dict("records"):
        place = ".".join([figure, *(segments[key][str(row[key])] for key in keys)])
        for column in row.keys() & {key.removeprefix(f"{place}.") for key in numbers}:
            value = numbers[f"{place}.{column}"]
            assert (math.nan if value is None else value) == pytest.approx(row[column], rel=1e-9, nan_ok=True)
            count += 1
    return count


def run_papermill(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "papermill", *arguments, "--no-progress-bar"]
    env = {**os.environ, "ANALYSIS_FIGURES": str(folder / "figures"), "ANALYSIS_ROOT": str(ROOT)}
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)


def test_plain_papermill_makes_the_same_figures_and_numbers_from_any_folder(tmp_path: Path) -> None:
    folder = tmp_path / "a b ñ"
    folder.mkdir()
    name = "corpus/un-north-korea-2014"
    done = run_papermill(folder, str(NOTEBOOKS / "10_length.ipynb"), "out.ipynb", "-p", "corpus", name)
    assert done.returncode == 0, done.stderr
    kept = lock.read(project.figures() / "un-north-korea-2014").notebooks["10_length"].outputs
    made = {p.relative_to(folder / "figures").as_posix(): p for p in (folder / "figures").rglob("*.*")}
    assert {*kept} <= {*made}
    assert [file for file in kept if file_hash(made[file]) != kept[file]] == []
    assert not list(NOTEBOOKS.glob("out*"))


def test_a_mistake_in_a_parameter_ends_with_its_message(tmp_path: Path) -> None:
    notebook = str(NOTEBOOKS / "40_framing.ipynb")
    done = run_papermill(tmp_path, notebook, "out.ipynb", "-p", "nonsense", "3")
    assert done.returncode != 0
    message = "40_framing has no parameter nonsense (given: nonsense = 3) it has: corpus"
    assert message in " ".join(done.stderr.split())
