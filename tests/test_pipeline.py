import hashlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path

import nbformat
import pytest
from filelock import FileLock

from analysis import corpus, project
from analysis import pipeline as run
from analysis.corpus import Corpus
from analysis.errors import AnalysisError, CorpusError, LexiconError, ParameterError, RunError
from analysis.pipeline import lock, planning, publishing

GOOD = ["import os, pathlib", 'pathlib.Path(os.environ["ANALYSIS_FIGURES"], "a.txt").write_text(corpus)']
STORY = "The ferry to Belmar ran late on Monday, and nobody at the quay could say why it did.\n"


@pytest.fixture(autouse=True)
def _own_records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANALYSIS_CACHE", str(tmp_path / "cache"))


def notebook(folder: Path, name: str, cells: Sequence[str]) -> Path:
    """A notebook from a list of code cells, the first of them its parameters."""
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in cells])
    book.cells[0].metadata["tags"] = ["parameters"]
    book.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    path = folder / f"{name}.ipynb"
    nbformat.write(book, path)
    return path


def made(folder: Path) -> Corpus:
    """A corpus of one text, called made."""
    text = folder / "made" / "north" / "a.txt"
    text.parent.mkdir(parents=True, exist_ok=True)
    text.write_text(STORY)
    return corpus.load(folder / "made")


def job(folder: Path, name: str, *cells: str) -> run.Job:
    path = notebook(folder, name, ['corpus: str = "none"  # any', *cells])
    return run.Job(path, made(folder), {"corpus": "given"}, {"cells": repr(cells)}, "made")


def files(folder: Path) -> dict[str, bytes]:
    """Everything in a folder but the file that holds it for one run."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != ".lock")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_outputs_are_published_and_entered_in_the_lock(tmp_path: Path) -> None:
    (result,) = run.run([job(tmp_path, "00_corpus", *GOOD)], folder=tmp_path / "figures")
    made = tmp_path / "figures" / "made"
    assert not result.error
    assert (made / "a.txt").read_text() == "given"
    entry = lock.read(made).notebooks["00_corpus"]
    assert entry.parameters == {"corpus": "made"}
    assert entry.key == result.job.key
    assert entry.outputs["a.txt"] == hashlib.sha256(b"given").hexdigest()
    assert sorted(entry.outputs) == ["a.txt", "notebooks/00_corpus.ipynb"]
    assert lock.read(made).composed


def test_a_failing_cell_is_named_and_the_other_notebooks_go_on(tmp_path: Path) -> None:
    jobs = [job(tmp_path, "00_corpus", "1 / 0"), job(tmp_path, "10_length", *GOOD)]
    failed, good = run.run(jobs, folder=tmp_path / "figures", workers=2)
    assert failed.error.startswith("made: 00_corpus, cell 2 of 2: ZeroDivisionError: division by zero\n1 / 0")
    assert not good.error


@pytest.mark.parametrize(
    ("name", "parameter"),
    [
        ("20_readability", "score"),
        ("40_framing", "concordance"),
        ("50_robustness", "measure"),
        ("50_robustness", "first"),
        ("90_summary", "score"),
    ],
)
def test_a_users_mistake_that_a_notebook_finds_is_told_without_its_code(
    tmp_path: Path, name: str, parameter: str
) -> None:
    folder = made(tmp_path).folder
    (folder / "south").mkdir()
    (folder / "south" / "b.txt").write_text(STORY.replace("late", "early"))
    jobs = run.plan([str(folder)], only=[name], given={parameter: "gaurdian"})
    (result,) = run.run(jobs, folder=tmp_path / "figures")
    assert result.error.startswith(f'made: {name}, {parameter} = "gaurdian" ')
    assert len(result.error.splitlines()) == 1


def test_a_failed_run_leaves_what_was_there(tmp_path: Path) -> None:
    folder = tmp_path / "figures"
    run.run([job(tmp_path, "00_corpus", *GOOD)], folder=folder)
    before = files(folder)
    (failed,) = run.run([job(tmp_path, "00_corpus", *GOOD, "1 / 0")], folder=folder)
    assert failed.error
    assert files(folder) == before


def test_an_output_that_is_no_longer_made_goes(tmp_path: Path) -> None:
    folder = tmp_path / "figures"
    run.run([job(tmp_path, "00_corpus", *GOOD)], folder=folder)
    run.run([job(tmp_path, "00_corpus", "1")], folder=folder)
    assert not (folder / "made" / "a.txt").exists()


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    jobs = [job(tmp_path, "00_corpus", *GOOD, "corpus")]
    for name in ("one", "two"):
        run.run(jobs, folder=tmp_path / name)
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_what_is_as_it_would_be_made_does_not_run(tmp_path: Path) -> None:
    jobs = [job(tmp_path, "00_corpus", *GOOD)]
    (first,) = run.run(jobs, folder=tmp_path / "figures")
    (second,) = run.run(jobs, folder=tmp_path / "figures")
    (forced,) = run.run(jobs, folder=tmp_path / "figures", force=True)
    assert (first.why, second.why, forced.why) == ("it has not run yet", "", "asked for")
    assert second.outputs == {}
    assert forced.outputs == first.outputs


@pytest.mark.parametrize(
    ("break_it", "why"),
    [
        (lambda folder: (folder / "a.txt").unlink(), "a.txt is missing"),
        (lambda folder: (folder / "a.txt").write_text("edited"), "a.txt was edited"),
    ],
)
def test_an_output_that_is_not_as_it_was_made_is_made_again(
    tmp_path: Path, break_it: Callable[[Path], object], why: str
) -> None:
    jobs = [job(tmp_path, "00_corpus", *GOOD)]
    run.run(jobs, folder=tmp_path / "figures")
    before = files(tmp_path / "figures")
    break_it(tmp_path / "figures" / "made")
    assert run.due(jobs[0], tmp_path / "figures") == why
    run.run(jobs, folder=tmp_path / "figures")
    assert files(tmp_path / "figures") == before


def test_why_a_notebook_is_due_names_what_changed(tmp_path: Path) -> None:
    folder = tmp_path / "figures"
    run.run([job(tmp_path, "00_corpus", *GOOD)], folder=folder)
    changed = job(tmp_path, "00_corpus", *GOOD, "1")
    assert run.due(changed, folder) == "changed: the notebook"
    other = run.Job(
        changed.notebook, changed.corpus, {"corpus": "given", "seed": 7}, changed.made_from, "made"
    )
    assert run.due(other, folder) == "changed: the notebook, seed (None → 7)"


def test_a_report_that_is_gone_is_composed_again_without_a_notebook_run(tmp_path: Path) -> None:
    jobs = [job(tmp_path, "00_corpus", *GOOD)]
    run.run(jobs, folder=tmp_path / "figures")
    before = files(tmp_path / "figures")
    (tmp_path / "figures" / "made" / "report.html").unlink()
    assert [result.why for result in run.run(jobs, folder=tmp_path / "figures")] == [""]
    assert files(tmp_path / "figures") == before


def test_a_worker_that_is_killed_is_told_and_the_others_go_on(tmp_path: Path) -> None:
    killing = "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"
    killed, good = run.run(
        [job(tmp_path, "00_corpus", killing), job(tmp_path, "10_length", *GOOD)], folder=tmp_path / "figures"
    )
    assert "Kernel died" in killed.error
    assert not good.error


def test_a_kernel_that_is_not_installed_is_told_with_what_to_do(tmp_path: Path) -> None:
    without = job(tmp_path, "00_corpus", *GOOD)
    book = nbformat.read(without.notebook, as_version=4)
    book.metadata["kernelspec"]["name"] = "nowhere"
    nbformat.write(book, without.notebook)
    (result,) = run.run([without], folder=tmp_path / "figures")
    assert result.error == (
        "made: 00_corpus, No such kernel named nowhere; install it into this environment: "
        "python -m ipykernel install --sys-prefix"
    )


def test_a_place_where_a_run_is_at_work_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "figures" / "made"
    place.mkdir(parents=True)
    with (
        FileLock(place / ".lock"),
        pytest.raises(RunError, match=r"another run is at work in .*; wait for it"),
    ):
        run.run([job(tmp_path, "00_corpus", *GOOD)], folder=tmp_path / "figures")


def test_a_folder_that_cannot_be_made_is_the_systems_own_message(tmp_path: Path) -> None:
    (tmp_path / "figures").write_text("a file")
    with pytest.raises(OSError, match="exists"):
        run.run([job(tmp_path, "00_corpus", *GOOD)], folder=tmp_path / "figures")


def test_what_a_killed_run_had_decided_is_finished_by_the_next(tmp_path: Path) -> None:
    folder = tmp_path / "figures"
    one, two = job(tmp_path, "00_corpus", *GOOD), job(tmp_path, "10_length", *GOOD)
    run.run([one, two], folder=folder)
    whole = files(folder)
    apart = publishing.fresh(folder, "made")
    for name in ("a.txt", "notebooks/00_corpus.ipynb"):
        (apart / name).parent.mkdir(exist_ok=True)
        (apart / name).write_bytes(whole[f"made/{name}"])
    (apart / "more.txt").write_text("x")

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(publishing, "_move_in", killed)
        with pytest.raises(KeyboardInterrupt):
            publishing.publish(one, apart, folder / "made")
    assert {name: content for name, content in files(folder).items() if ".ready" not in name} == whole
    publishing.finish(folder / "made")
    assert (folder / "made" / "more.txt").read_text() == "x"
    assert "more.txt" in lock.read(folder / "made").notebooks["00_corpus"].outputs
    assert not list((folder / "made").glob(".ready-*"))


def test_what_a_killed_run_left_half_made_is_swept_up(tmp_path: Path) -> None:
    left = tmp_path / "figures"
    left.mkdir()
    half, others = publishing.fresh(left, "made"), publishing.fresh(left, "other")
    (half / "a.svg").write_text("<svg")
    run.run([job(tmp_path, "00_corpus", *GOOD)], folder=left)
    assert not half.exists()
    assert others.exists()


def test_every_notebook_of_every_corpus_is_planned_with_all_its_parameters() -> None:
    jobs = run.plan(["example"], given={"seed": "7"})
    assert [j.notebook.stem for j in jobs] == [p.stem for p in sorted(project.notebooks().glob("*.ipynb"))]
    assert {j.parameters.get("seed") for j in jobs} == {None, 7}
    assert all(j.parameters["corpus"] == "corpus/example" for j in jobs)


def test_a_sweep_has_every_combination_in_a_place_of_its_own() -> None:
    jobs = run.plan(["example"], swept={"copies": ["keep", "once"], "engine": ["published", "textstat"]})
    places = list(dict.fromkeys(j.place for j in jobs))
    assert places == [
        f"example/sweep/copies={copies},engine={engine}"
        for copies in ("keep", "once")
        for engine in ("published", "textstat")
    ]
    assert {j.notebook.stem for j in jobs} == {
        "10_length",
        "20_readability",
        "30_quotes",
        "40_framing",
        "90_summary",
    }  # 00_corpus and 50_robustness take neither
    chosen = [j.parameters["engine"] for j in jobs if j.notebook.stem == "20_readability"]
    assert chosen == ["published", "textstat", "published", "textstat"]


def test_values_of_a_sweep_that_no_folder_can_bear_are_written_otherwise_and_stay_apart() -> None:
    one, two = (planning._label({"lexicon": value}) for value in ("../a/b.yml", "../a:b.yml"))
    assert one.startswith("sweep/lexicon=.._a_b.yml-")
    assert two.startswith("sweep/lexicon=.._a_b.yml-")
    assert one != two


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
            r"no notebook has a parameter sed \(given: sed = 7\); there are: concordance, copies",
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
        planning._defaults(path)


@pytest.mark.parametrize(
    "content",
    ["<<<<<<< HEAD", "[1]", "null", '{"notebooks": {"00_corpus": 1}}', '{"versions": {"numpy": {}}}'],
)
def test_a_damaged_lock_is_told_before_anything_runs(tmp_path: Path, content: str) -> None:
    path = tmp_path / "figures" / "made" / lock.LOCK
    path.parent.mkdir(parents=True)
    path.write_text(content)
    with pytest.raises(RunError, match=r"outputs\.lock is no lock: .*; take it back from git"):
        run.run([job(tmp_path, "00_corpus", *GOOD)], folder=tmp_path / "figures")


@pytest.mark.parametrize("name", ["../other.txt", "/other.txt", "a/../../other.txt", "..\\other.txt"])
def test_no_lock_can_have_a_file_elsewhere_taken_away(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "figures" / "made"
    folder.mkdir(parents=True)
    entry = {"key": "0", "outputs": {name: "0"}}
    (folder / lock.LOCK).write_text(json.dumps({"notebooks": {"00_corpus": entry}}))
    with pytest.raises(RunError, match="leads out of the folder"):
        run.run([job(tmp_path, "00_corpus", *GOOD)], folder=tmp_path / "figures")


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
