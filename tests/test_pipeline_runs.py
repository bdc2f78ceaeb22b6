import hashlib
import multiprocessing
import os
import signal
import time
from pathlib import Path
from threading import Thread

import nbformat
import pytest
from filelock import FileLock
from tiny_projects import CORPUS, FOLDER, edit, list_files, write_notebook

from analysis import pipeline, project
from analysis.errors import RunError
from analysis.pipeline import lock
from analysis.pipeline.jobs import Job

WRITE = '(folder / "b.txt").write_text(corpus)'


@pytest.fixture
def notebooks(own_project: Path) -> Path:
    """The folder of notebooks, still empty."""
    for path in (own_project / "notebooks").iterdir():
        path.unlink()
    return own_project / "notebooks"


def plan(folder: Path, name: str, *cells: str) -> list[Job]:
    write_notebook(folder, name, [CORPUS, FOLDER, *cells])
    return pipeline.plan(["tale"])


def test_files_are_published_and_entered_in_the_lock(notebooks: Path) -> None:
    jobs = plan(notebooks, "mine", WRITE)
    (result,) = pipeline.run(jobs)
    assert not result.error
    assert (project.figures() / "tale" / "b.txt").read_text() == "corpus/tale"
    entry = lock.read(project.figures() / "tale").notebooks["mine"]
    assert entry.outputs == {"b.txt": hashlib.sha256(b"corpus/tale").hexdigest()}
    assert [*entry.copies] == ["notebooks/mine.ipynb"]
    assert entry.parameters == {"corpus": "tale"}
    assert entry.key == lock.entry_key(jobs[0].made_from, entry.parameters)


def test_what_is_up_to_date_does_not_run_unless_forced(own_project: Path) -> None:
    jobs = pipeline.plan(["tale"])
    before = list_files(own_project / "figures")
    assert [result.reason for result in pipeline.run(jobs)] == ["", ""]
    assert [result.reason for result in pipeline.run(jobs, force=True)] == ["asked for", "asked for"]
    assert list_files(own_project / "figures") == before


def test_a_run_is_summed_up_in_a_sentence(own_project: Path) -> None:
    jobs = pipeline.plan(["tale"])
    assert pipeline.summarise(pipeline.run(jobs)) == "All 2 notebooks are up to date."
    (own_project / "figures" / "tale" / "a.csv").unlink()
    results = pipeline.run(jobs)
    assert pipeline.summarise(results) == "1 of 2 notebooks ran, 5 files written; 1 was up to date."
    assert pipeline.summarise(pipeline.run(jobs[:1])) == "The notebook is up to date."
    failed = pipeline.Result(jobs[0], reason="asked for", error="no")
    assert pipeline.summarise([failed]) == "0 of 1 notebooks ran, 0 files written; 1 failed."


def test_a_variant_leaves_the_default_figures_as_they_are_and_has_all_files_of_its_own(
    own_project: Path,
) -> None:
    before = list_files(own_project / "figures")
    pipeline.run(pipeline.plan(["tale"], given={"seed": "7"}))
    after = list_files(own_project / "figures")
    assert {name: content for name, content in after.items() if name in before} == before
    variant = {name.removeprefix("tale/variants/seed=7/") for name in after.keys() - before.keys()}
    assert {"numbers/10_length.json", "numbers.tex", "report.html", "methods.md", "outputs.lock"} <= variant
    assert lock.read(own_project / "figures" / "tale" / "variants" / "seed=7").variant == {"seed": "7"}


def test_a_failing_cell_is_shown_around_the_fault_and_the_other_notebooks_go_on(notebooks: Path) -> None:
    cell = "\n".join(f"x{number} = {number}" for number in range(9)).replace("x5 = 5", "1 / 0")
    jobs = [*plan(notebooks, "bad", cell)]
    failed, good = pipeline.run([*jobs, plan(notebooks, "good", WRITE)[1]], workers=2)
    assert failed.error.splitlines() == [
        "tale: bad, cell 3 of 3: ZeroDivisionError: division by zero",
        "    4 x3 = 3",
        "    5 x4 = 4",
        ">   6 1 / 0",
        "    7 x6 = 6",
        "    8 x7 = 7",
    ]
    assert not good.error


def test_a_users_mistake_that_a_notebook_finds_is_shown_without_code(notebooks: Path) -> None:
    cell = 'from analysis.errors import CorpusError\nraise CorpusError("no such thing", todo="look again")'
    (result,) = pipeline.run(plan(notebooks, "mine", cell))
    assert result.error == "tale: mine, no such thing; look again"


def test_a_failed_run_leaves_what_was_there(notebooks: Path) -> None:
    pipeline.run(plan(notebooks, "mine", WRITE))
    before = list_files(project.figures())
    (failed,) = pipeline.run(plan(notebooks, "mine", WRITE, "1 / 0"))
    assert failed.error
    assert list_files(project.figures()) == before


def test_a_file_that_is_no_longer_made_goes(notebooks: Path) -> None:
    pipeline.run(plan(notebooks, "mine", WRITE))
    pipeline.run(plan(notebooks, "mine", "1"))
    assert not (project.figures() / "tale" / "b.txt").exists()


def test_a_kernel_that_is_killed_is_reported(notebooks: Path) -> None:
    (killed,) = pipeline.run(plan(notebooks, "mine", "import signal; os.kill(os.getpid(), signal.SIGKILL)"))
    assert "Kernel died" in killed.error


def test_a_kernel_that_is_not_installed_is_reported_with_what_to_do(notebooks: Path) -> None:
    jobs = plan(notebooks, "mine", WRITE)
    edit(notebooks / "mine.ipynb", '"name": "python3"', '"name": "nowhere"')
    (result,) = pipeline.run(jobs)
    assert result.error == (
        "tale: mine, No such kernel named nowhere; install it into this environment: "
        "python -m ipykernel install --sys-prefix"
    )


def test_a_folder_in_which_a_run_is_at_work_is_refused(own_project: Path) -> None:
    with (
        FileLock(own_project / "figures" / "tale" / ".lock"),
        pytest.raises(RunError, match=r"another run is using .*; wait for it"),
    ):
        pipeline.run(pipeline.plan(["tale"]))


@pytest.mark.usefixtures("own_project")
def test_a_folder_that_cannot_be_made_is_the_systems_own_message(tmp_path: Path) -> None:
    (tmp_path / "figures").write_text("a file")
    with pytest.raises(OSError, match="exists"):
        pipeline.run(pipeline.plan(["tale"]), folder=tmp_path / "figures")


def test_what_a_live_cell_shows_is_not_kept(notebooks: Path) -> None:
    path = write_notebook(notebooks, "mine", [CORPUS, "'of a text'", "'of a table'"])
    book = nbformat.read(path, as_version=4)
    book.cells[1].metadata["tags"] = ["live"]
    nbformat.write(book, path)
    pipeline.run(pipeline.plan(["tale"]))
    executed = nbformat.read(project.figures() / "tale" / "notebooks" / "mine.ipynb", as_version=4)
    live, kept = (cell.outputs for cell in executed.cells[-2:])
    assert live == []
    assert "of a table" in str(kept)


@pytest.mark.skipif(os.name != "posix", reason="no such signals elsewhere")
def test_a_run_that_is_told_to_end_leaves_no_temporary_folder_and_no_process(notebooks: Path) -> None:
    write_notebook(
        notebooks, "slow", [CORPUS, FOLDER, '(folder / "here").touch()\nimport time; time.sleep(60)']
    )
    before = list_files(project.figures())

    def end_run() -> None:
        while not [*project.figures().glob(".run-*/here")]:
            time.sleep(0.02)
        os.kill(os.getpid(), signal.SIGTERM)

    Thread(target=end_run, daemon=True).start()
    handler = signal.getsignal(signal.SIGTERM)
    with pytest.raises(SystemExit) as stopped:
        pipeline.run(pipeline.plan(["tale"]))
    assert stopped.value.code == 128 + signal.SIGTERM
    assert signal.getsignal(signal.SIGTERM) == handler
    assert not [*project.figures().glob(".run-*")]
    assert list_files(project.figures()) == before
    assert not multiprocessing.active_children()
