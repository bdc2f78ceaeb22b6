import json
import sys
from pathlib import Path
from types import FrameType

import pytest

from analysis import project, provenance
from analysis.pipeline import keys

PACKAGE = project.root() / "analysis"


def files(*names: tuple[str, str]) -> set[str]:
    return {path.relative_to(PACKAGE).as_posix() for path in provenance.reachable(names)}


def test_a_module_reaches_what_it_imports_lazily_too_and_the_data_beside_it() -> None:
    found = files(("analysis.features.measuring", ""))
    assert {"features/measuring.py", "corpus.py", "importers/encoding.py", "segment/sentences.py"} <= found
    assert {"measures/data/framing.yml", "measures/quotes/data/weights.csv", "cleaning/phrases.txt"} <= found


def test_measuring_does_not_depend_on_how_figures_look() -> None:
    rooms = {name.split("/")[0] for name in files(("analysis.features.measuring", ""))}
    assert not rooms & {"figures", "compare", "wording", "run", "report.py", "report.html.j2", "__main__.py"}


def test_a_package_that_passes_a_name_on_is_seen_through() -> None:
    found = files(("analysis.compare", "events"))
    assert "compare/differences.py" in found
    assert not {"compare/keyness.py", "compare/__init__.py"} & found


def test_what_is_imported_for_a_type_checker_alone_is_not_reached() -> None:
    assert "params.py" not in files(("analysis.report.page", ""))
    used = provenance.used(
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from analysis import params\n"
    )
    assert not used


@pytest.mark.parametrize(
    ("source", "used"),
    [
        ("from analysis import compare\ncompare.events", {("analysis.compare", "events")}),
        ("from analysis import corpus as c\nc.load(1).name", {("analysis.corpus", "load")}),
        ("from analysis import compare\nprint(compare)", {("analysis.compare", "")}),
        ("from analysis import compare", set()),
        ("from analysis.errors import listed", {("analysis.errors", "listed")}),
        ("def f():\n    from analysis.errors import listed", {("analysis.errors", "listed")}),
        ("import analysis.errors", {("analysis.errors", "")}),
        ("import json\njson.loads", set()),
    ],
)
def test_what_a_source_uses_is_told_by_name(source: str, used: set[tuple[str, str]]) -> None:
    assert provenance.used(source) == used


def test_what_is_left_out_is_not_followed() -> None:
    without = provenance.reachable({("analysis.pipeline.keys", "")}, without={("analysis.features", "")})
    assert "features/store.py" not in {path.relative_to(PACKAGE).as_posix() for path in without}


def test_a_key_of_code_follows_the_module() -> None:
    one, other = {("analysis.errors", "")}, {("analysis.project", "")}
    assert provenance.code_key(one) != provenance.code_key(other)
    assert provenance.code_key(one) == provenance.code_key(one)


@pytest.mark.parametrize("name", sorted(path.stem for path in project.notebooks().glob("*.ipynb")))
def test_no_function_runs_in_a_notebook_that_its_key_does_not_reach(
    name: str, two_sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The reach is read from the source; here the notebook runs, and every function called must be in it.
    monkeypatch.setenv("ANALYSIS_FIGURES", str(tmp_path / "figures"))
    book = json.loads((project.notebooks() / f"{name}.ipynb").read_text(encoding="utf-8"))
    cells = [cell for cell in book["cells"] if cell["cell_type"] == "code"]
    names: dict[str, object] = {"display": print}
    called: set[str] = set()

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code.co_name != "<module>":
            called.add(frame.f_code.co_filename)

    kept = [cell for cell in cells if "live" not in cell["metadata"].get("tags", ())]
    for cell in kept:
        source = "".join(cell["source"])
        sys.setprofile(None if "import" in source else note)  # importing runs the bodies of classes
        try:
            exec(source, names)  # noqa: S102  # our own cells, as a kernel runs them
        finally:
            sys.setprofile(None)
        if "parameters" in cell["metadata"].get("tags", ()):
            names["corpus"] = str(two_sources)
    used = provenance.used("\n".join("".join(cell["source"]) for cell in kept))
    reached = provenance.reachable(used, without=keys.DATA)
    ours = {Path(file) for file in called if file.startswith(f"{PACKAGE}/")}
    # What stands behind the data is hashed by what came of it.
    data = provenance.reachable(
        {("analysis.features", "of"), ("analysis.features", "digests"), ("analysis.corpus", "load")}
    )
    assert ours
    assert ours - reached <= data
