"""The rules of the notebooks, and the notebooks run as their users run them."""

import ast
import json
import math
import os
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pandas as pd
import pytest

from analysis.notebook import parameters as params
from analysis.report.codebook import TABLES
from analysis.report.ids import slugs
from analysis import project
from analysis.provenance import file_hash
from analysis.pipeline import lock
from analysis.pipeline.notebook_file import strip_run

NAMES = sorted(path.stem for path in project.notebooks().glob("*.ipynb"))
PARAMETER = re.compile(r"[a-z_]+: (str|int|float|bool) = .+  # .+")


def cells(name: str, kind: str) -> list[nbformat.NotebookNode]:
    book = nbformat.read(project.notebooks() / f"{name}.ipynb", as_version=4)
    return [cell for cell in book.cells if cell.cell_type == kind]


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_is_committed_without_anything_of_a_run(name: str) -> None:
    book = json.loads((project.notebooks() / f"{name}.ipynb").read_text(encoding="utf-8"))
    code = [cell for cell in book["cells"] if cell["cell_type"] == "code"]
    assert not any(cell["outputs"] or cell["execution_count"] for cell in code)
    assert set(book["metadata"]) == {"kernelspec", "language_info"}
    assert all(set(cell["metadata"]) <= {"tags"} for cell in book["cells"])


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_is_short_and_holds_no_logic(name: str) -> None:
    code = [cell.source for cell in cells(name, "code")]
    assert len(code) <= 12
    assert max(source.count("\n") + 1 for source in code) <= 15
    assert sum(source.count("\n") + 1 for source in code) <= 80
    for source in code:
        kinds = {type(node) for node in ast.walk(ast.parse(source))}
        assert not kinds & {ast.FunctionDef, ast.ClassDef, ast.For, ast.While, ast.Lambda}
        assert ".." not in re.sub(r"#.*", "", source)


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_opens_with_its_question_its_parameters_and_their_check(name: str) -> None:
    book = nbformat.read(project.notebooks() / f"{name}.ipynb", as_version=4)
    question, parameters, check = book.cells[:3]
    assert question.source.startswith("# ")
    assert "Figures: `" in question.source or "Figure: `" in question.source
    assert parameters.metadata.tags == ["parameters"]
    assert all(PARAMETER.fullmatch(line) for line in parameters.source.split("\n"))
    assert f'params.parse("{name}", globals())' in check.source
    tagged = [cell for cell in book.cells if "parameters" in cell.metadata.get("tags", ())]
    assert len(tagged) == 1


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_that_a_notebook_promises_is_saved(name: str) -> None:
    intro = cells(name, "markdown")[0].source
    promised = set(re.findall(r"`([a-z_]+)`", intro.partition("Figure")[2]))
    saved = set(re.findall(r'figures\.save\(figure, "([a-z_]+)"', "".join(c.source for c in cells(name, "code"))))
    assert promised == saved


COMPARING = [name for name in NAMES if "copies" in params.model(name).model_fields]


@pytest.mark.parametrize("copies", ["once", "leave out"])
@pytest.mark.parametrize("name", COMPARING)
def test_a_notebook_says_what_shared_text_leaves_of_the_sources_and_runs_on(
    name: str,
    copies: str,
    two_sources: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("ANALYSIS_FIGURES", str(tmp_path / "figures"))
    names: dict[str, object] = {"display": print}  # a kernel has it
    for cell in cells(name, "code"):
        exec(cell.source, names)  # noqa: S102  # our own cells, as a kernel runs them
        if "parameters" in cell.metadata.get("tags", ()):
            names |= {"corpus": str(two_sources), "copies": copies}
    said = capsys.readouterr().out
    assert "nothing to compare" in said  # the four articles of the corpus are one text
    assert ("north alone is left" if copies == "once" else "No article is left") in said
    assert list((tmp_path / "figures").glob("*.svg"))


def test_every_notebook_reports_numbers_under_ids_of_its_own_and_as_its_figures_have_them(
    two_sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    figures = tmp_path / "figures"
    monkeypatch.setenv("ANALYSIS_FIGURES", str(figures))
    seen: set[str] = set()
    equal = 0
    for name in NAMES:
        names: dict[str, object] = {"display": print}
        for cell in cells(name, "code"):
            exec(cell.source, names)  # noqa: S102  # our own cells, as a kernel runs them
            if "parameters" in cell.metadata.get("tags", ()):
                names |= {"corpus": str(two_sources)}
        found = json.loads((figures / f"numbers/{name}.json").read_text(encoding="utf-8"))["numbers"]
        assert found
        assert not seen & found.keys()
        assert all(re.fullmatch(r"[a-z_][a-z0-9_]*(\.[a-z_][a-z0-9_]*)+", one) for one in found)
        seen |= found.keys()
        for figure in {one.split(".")[0] for one in found} & {path.stem for path in figures.glob("*.csv")}:
            own = {one: told["value"] for one, told in found.items() if one.split(".")[0] == figure}
            equal += _equal(own, pd.read_csv(figures / f"{figure}.csv"), figure)
    assert equal > 500


def _equal(numbers: dict[str, float | None], table: pd.DataFrame, figure: str) -> int:
    """How many numbers are cells of the CSV of their figure, where it has their keys; each must be equal."""
    keys = TABLES[figure].keys
    if not {*keys} <= {*table}:
        return 0
    segments = {key: slugs(table[key].astype(str), first=("north", "south")) for key in keys}
    count = 0
    for row in table.to_dict("records"):
        place = ".".join([figure, *(segments[key][str(row[key])] for key in keys)])
        for column in row.keys() & {one.removeprefix(f"{place}.") for one in numbers}:
            value = numbers[f"{place}.{column}"]
            assert (math.nan if value is None else value) == pytest.approx(row[column], rel=1e-9, nan_ok=True)
            count += 1
    return count


def test_the_cell_that_shows_sentences_is_tagged_so_that_they_are_not_kept() -> None:
    for name in NAMES:
        for cell in cells(name, "code"):
            assert ("passages.concordance(" in cell.source) <= ("live" in cell.metadata.get("tags", ()))


def run_papermill(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "papermill", *arguments, "--no-progress-bar"]
    env = {**os.environ, "ANALYSIS_FIGURES": str(folder / "figures")}
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)


def test_plain_papermill_runs_a_notebook_from_any_folder(tmp_path: Path) -> None:
    folder = tmp_path / "a b ñ"
    folder.mkdir()
    notebook = str(project.notebooks() / "40_framing.ipynb")
    done = run_papermill(folder, notebook, "out.ipynb", "-p", "corpus", "corpus/example", "-p", "top", "5")
    assert done.returncode == 0, done.stderr
    assert {path.name for path in (folder / "figures").glob("*.svg")} == {
        "framing_categories.svg",
        "framing_places.svg",
        "framing_terms.svg",
    }
    assert not list(project.notebooks().glob("out*"))


def test_plain_papermill_makes_the_same_outputs_as_warm_kernels_to_the_byte(tmp_path: Path) -> None:
    notebook = project.notebooks() / "10_length.ipynb"
    done = run_papermill(tmp_path, str(notebook), "out.ipynb", "-p", "corpus", "corpus/un-north-korea-2014")
    assert done.returncode == 0, done.stderr
    folder = project.figures() / "un-north-korea-2014"
    known = lock.read(folder).notebooks["10_length"].files
    made = {p.relative_to(tmp_path / "figures").as_posix(): p for p in (tmp_path / "figures").rglob("*.*")}
    assert {*known} - {*made} == {"notebooks/10_length.ipynb"}
    assert [name for name, path in made.items() if file_hash(path) != known[name]] == []
    strip_run(tmp_path / "out.ipynb", "un-north-korea-2014")
    cells, kept = (
        [(c.source, c.get("outputs")) for c in nbformat.read(path, as_version=4).cells]
        for path in (tmp_path / "out.ipynb", folder / "notebooks" / "10_length.ipynb")
    )
    injected = [source for source, _ in kept if source.startswith("# Parameters")]
    assert [cell for cell in cells if not cell[0].startswith("# Parameters")] == [
        cell for cell in kept if cell[0] not in injected
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("-p", "nonsense", "3"), "40_framing has no parameter nonsense (given: nonsense = 3) it has: corpus"),
        (("-p", "top", "many"), "40_framing: top = 'many' top should be a valid integer"),
        (("-p", "lexicon", "nowhere.yml"), "nowhere.yml"),
        (("-p", "corpus", "nowhere"), 'corpus = "nowhere" is no folder corpus/ has: example'),
    ],
)
def test_a_mistake_in_a_parameter_ends_with_its_message(
    tmp_path: Path, arguments: tuple[str, ...], message: str
) -> None:
    done = run_papermill(tmp_path, str(project.notebooks() / "40_framing.ipynb"), "out.ipynb", *arguments)
    assert done.returncode != 0
    assert message in " ".join(done.stderr.split())
