from collections.abc import Callable
from pathlib import Path

import pytest
from tiny_projects import edit

from analysis import pipeline, project

pytestmark = pytest.mark.usefixtures("own_project")


def test_what_was_made_is_not_due() -> None:
    assert [pipeline.due(job) for job in pipeline.plan(["tale"])] == ["", ""]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda folder: (folder / "a.csv").unlink(), "a.csv is missing"),
        (lambda folder: (folder / "a.csv").write_text("edited"), "a.csv was edited"),
        (lambda folder: (folder / "a.png").write_text("edited"), "a.png was edited"),
        (lambda folder: (folder / "a.png").unlink(), ""),
        (lambda folder: (folder / "outputs.lock").unlink(), "it has not run yet"),
    ],
)
def test_an_output_that_is_missing_or_edited_is_due_and_a_copy_only_if_edited(
    change: Callable[[Path], object], reason: str
) -> None:
    change(project.figures() / "tale")
    assert pipeline.due(pipeline.plan(["tale"])[0]) == reason


def test_copies_that_are_not_here_are_noticed() -> None:
    planned = pipeline.plan(["tale"])
    assert not pipeline.missing_copies(planned)
    (project.figures() / "tale" / "a.png").unlink()
    assert pipeline.missing_copies(planned)
    assert not pipeline.missing_copies(planned[1:])


def test_the_reason_names_what_changed(own_project: Path) -> None:
    edit(own_project / "notebooks" / "10_length.ipynb", "seed: int = 4", "seed: int = 5")
    first, second = map(pipeline.due, pipeline.plan(["tale"]))
    assert (first, second) == ("", "changed: the notebook, seed (4 → 5)")
    edit(own_project / "corpus" / "tale" / "north" / "one.txt", "Ministers", "Two ministers")
    first, second = map(pipeline.due, pipeline.plan(["tale"]))
    assert first == "changed: the corpus, the feature tables"
    edit(own_project / "figures" / "tale" / "outputs.lock", '"numpy": "', '"numpy": "0')
    assert "numpy" not in pipeline.due(pipeline.plan(["tale"])[0])


def test_a_changed_title_makes_no_notebook_due_that_does_not_read_it(own_project: Path) -> None:
    (own_project / "corpus" / "tale" / "corpus.toml").write_text('title = "Another title"\n')
    assert [pipeline.due(job) for job in pipeline.plan(["tale"])] == ["", ""]
