import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import nbformat
import pytest

from analysis import run
from analysis.errors import AnalysisError, CorpusError, LexiconError, ParameterError, RunError
from analysis.paths import NOTEBOOKS

GOOD = ["import os, pathlib", 'pathlib.Path(os.environ["ANALYSIS_FIGURES"], "a.txt").write_text(corpus)']


def notebook(folder: Path, name: str, cells: Sequence[str]) -> Path:
    """A notebook from a list of code cells, the first of them its parameters."""
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in cells])
    book.cells[0].metadata["tags"] = ["parameters"]
    book.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    path = folder / f"{name}.ipynb"
    nbformat.write(book, path)
    return path


def job(folder: Path, name: str, *cells: str) -> run.Job:
    parameters = 'corpus: str = "none"  # any'
    return run.Job(notebook(folder, name, [parameters, *cells]), "made", {"corpus": "given"})


def test_outputs_are_published_and_entered_in_the_lock(tmp_path: Path) -> None:
    (result,) = run.run([job(tmp_path, "00_corpus", *GOOD)], folder=tmp_path / "figures")
    made = tmp_path / "figures" / "made"
    assert not result.error
    assert (made / "a.txt").read_text() == "given"
    entry = run.read_lock(made)["notebooks"]["00_corpus"]
    assert entry["parameters"] == {"corpus": "given"}
    assert entry["outputs"]["a.txt"] == hashlib.sha256(b"given").hexdigest()
    assert sorted(entry["outputs"]) == ["a.txt", "notebooks/00_corpus.ipynb"]


def test_a_failing_cell_is_named_and_the_other_notebooks_go_on(tmp_path: Path) -> None:
    jobs = [job(tmp_path, "00_corpus", "1 / 0"), job(tmp_path, "10_length", *GOOD)]
    failed, good = run.run(jobs, folder=tmp_path / "figures", workers=2)
    assert failed.error.startswith("made: 00_corpus, cell 3: ZeroDivisionError: division by zero\n1 / 0")
    assert not good.error


def test_a_failed_run_leaves_what_was_there(tmp_path: Path) -> None:
    folder = tmp_path / "figures"
    run.run([job(tmp_path, "00_corpus", *GOOD)], folder=folder)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    run.run([job(tmp_path, "00_corpus", *GOOD, "1 / 0")], folder=folder)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_an_output_that_is_no_longer_made_goes(tmp_path: Path) -> None:
    folder = tmp_path / "figures"
    run.run([job(tmp_path, "00_corpus", *GOOD)], folder=folder)
    run.run([job(tmp_path, "00_corpus", "1")], folder=folder)
    assert not (folder / "made" / "a.txt").exists()


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    jobs = [job(tmp_path, "00_corpus", *GOOD, "corpus")]
    for name in ("one", "two"):
        run.run(jobs, folder=tmp_path / name)
    assert list(run.differences(tmp_path / "one" / "made", tmp_path / "two" / "made")) == []


def test_differences_say_what_became_of_each_output(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    more = 'pathlib.Path(os.environ["ANALYSIS_FIGURES"], "{}.txt").write_text("{}")'
    run.run([job(tmp_path, "00_corpus", *GOOD, more.format("b", 1), more.format("c", 1))], folder=one)
    run.run([job(tmp_path, "00_corpus", *GOOD, more.format("b", 2), more.format("d", 1))], folder=two)
    (one / "made" / "a.txt").write_text("edited")
    told = list(run.differences(one / "made", two / "made"))
    assert "a.txt: was edited since the lock was written" in told
    assert "b.txt: comes out differently now" in told
    assert "c.txt: no notebook makes it any more" in told
    assert "d.txt: is made now and stands in no lock" in told
    (one / "made" / "b.txt").unlink()
    assert "b.txt: is missing" in list(run.differences(one / "made", two / "made"))


def test_every_notebook_of_every_corpus_is_planned_with_all_its_parameters() -> None:
    jobs = run.plan(["example"], given={"seed": "7"})
    assert [j.notebook.stem for j in jobs] == [p.stem for p in sorted(NOTEBOOKS.glob("*.ipynb"))]
    assert {j.parameters.get("seed") for j in jobs} == {None, 7}
    assert all(j.parameters["corpus"] == "corpus/example" for j in jobs)


def test_a_notebook_may_be_named_by_its_beginning() -> None:
    assert [j.notebook.stem for j in run.plan(["example"], only=["30"])] == ["30_quotes"]


@pytest.mark.parametrize(
    ("names", "only", "given", "error", "message"),
    [
        (["nowhere"], [], {}, CorpusError, 'corpus = "nowhere" is no folder'),
        (["example"], ["31"], {}, ParameterError, 'only = "31" is no notebook; there are: 00_corpus'),
        (
            ["example"],
            [],
            {"sed": "7"},
            ParameterError,
            r"no notebook has a parameter sed \(given: sed = 7\)",
        ),
        (["example"], [], {"seed": "x"}, ParameterError, "seed = 'x'; seed should be a valid integer"),
        (["example"], [], {"lexicon": "nowhere.yml"}, LexiconError, r"nowhere\.yml"),
    ],
)
def test_a_mistake_is_found_before_any_kernel_starts(
    names: list[str], only: list[str], given: dict[str, str], error: type[AnalysisError], message: str
) -> None:
    with pytest.raises(error, match=message):
        run.plan(names, only=only, given=given)


def test_a_notebook_without_a_parameters_cell_is_refused(tmp_path: Path) -> None:
    path = notebook(tmp_path, "00_corpus", ["1"])
    book = json.loads(path.read_text())
    book["cells"][0]["metadata"] = {}
    path.write_text(json.dumps(book))
    with pytest.raises(RunError, match=r"00_corpus\.ipynb has no parameters cell; tag one of its cells"):
        run._defaults(path)


@pytest.mark.parametrize("content", ["<<<<<<< HEAD", "[1]", "null"])
def test_a_damaged_lock_is_told_before_anything_runs(tmp_path: Path, content: str) -> None:
    lock = tmp_path / "figures" / "made" / run.LOCK
    lock.parent.mkdir(parents=True)
    lock.write_text(content)
    with pytest.raises(RunError, match=r"outputs\.lock is no lock: .*; take it back from git"):
        run.run([job(tmp_path, "00_corpus", *GOOD)], folder=tmp_path / "figures")


def test_no_lock_can_have_a_file_elsewhere_taken_away(tmp_path: Path) -> None:
    folder, other = tmp_path / "figures" / "made", tmp_path / "figures" / "other.txt"
    folder.mkdir(parents=True)
    other.write_text("stays")
    entry = {"parameters": {}, "outputs": {"../other.txt": "0"}}
    (folder / run.LOCK).write_text(json.dumps({"notebooks": {"00_corpus": entry}}))
    run.run([job(tmp_path, "00_corpus", *GOOD)], folder=tmp_path / "figures")
    assert other.is_file()


def test_what_a_live_cell_shows_is_not_kept(tmp_path: Path) -> None:
    kept = job(tmp_path, "00_corpus", "'of a text'", "'of a table'")
    book = nbformat.read(kept.notebook, as_version=4)
    book.cells[1].metadata["tags"] = ["live"]
    nbformat.write(book, kept.notebook)
    run.run([kept], folder=tmp_path / "figures")
    told = (tmp_path / "figures" / "made" / "notebooks" / "00_corpus.ipynb").read_text()
    outputs = [cell.get("outputs") for cell in nbformat.reads(told, as_version=4).cells[-2:]]
    assert outputs[0] == []
    assert "of a table" in str(outputs[1])
