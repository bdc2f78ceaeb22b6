import os
from pathlib import Path

import pytest
from tiny_projects import CORPUS, FOLDER, write_corpus, write_notebook

from analysis import pipeline
from analysis.errors import AnalysisError, CorpusError, LexiconError, ParameterError, RunError
from analysis.pipeline import jobs

pytestmark = pytest.mark.usefixtures("own_project")


def test_every_notebook_is_planned_with_all_its_parameters() -> None:
    first, second = pipeline.plan(["tale"])
    assert (first.name, second.name) == ("tale: 00_corpus", "tale: 10_length")
    assert first.parameters == {"corpus": "corpus/tale"}
    assert second.parameters == {"corpus": "corpus/tale", "copies": "keep", "seed": 4}


def test_values_other_than_the_defaults_go_into_a_variant_of_the_notebooks_that_take_them() -> None:
    (job,) = pipeline.plan(["tale"], given={"seed": "7"})
    assert job.name == "tale/variants/seed=7: 10_length"
    assert job.parameters["seed"] == 7


def test_values_that_are_the_defaults_make_no_variant() -> None:
    assert [job.place for job in pipeline.plan(["tale"], given={"seed": "04"})] == ["tale", "tale"]


def test_a_sweep_has_every_combination_in_a_folder_of_its_own() -> None:
    swept = {"copies": ["once", "leave out"], "seed": ["1", "2", "02"]}
    assert [job.place for job in pipeline.plan(["tale"], swept=swept)] == [
        f"tale/variants/copies={copies},seed={seed}" for copies in ("once", "leave out") for seed in (1, 2)
    ]


def test_values_that_no_folder_can_be_named_for_are_written_otherwise_and_stay_apart() -> None:
    one, two = (jobs._variant_folder({"lexicon": value})[1] for value in ("../a/b.yml", "../a:b.yml"))
    assert one.startswith("lexicon=.._a_b.yml-")
    assert two.startswith("lexicon=.._a_b.yml-")
    assert one != two


def test_a_notebook_may_be_named_by_its_beginning() -> None:
    assert [job.notebook.stem for job in pipeline.plan(["tale"], only=["10"])] == ["10_length"]


@pytest.mark.parametrize(
    ("names", "only", "given", "error", "message"),
    [
        (["nowhere"], [], {}, CorpusError, 'there is no folder "nowhere"'),
        (
            ["tale"],
            ["31"],
            {},
            ParameterError,
            'only = "31": there is no such notebook; there are: 00_corpus',
        ),
        (
            ["tale"],
            [],
            {"sed": "7"},
            ParameterError,
            r"none of the notebooks to run has a parameter sed \(given: sed = 7\)",
        ),
        (
            ["tale"],
            ["00"],
            {"seed": "7"},
            ParameterError,
            r"none of the notebooks to run has a parameter seed \(given: seed = 7\)$",
        ),
        (["tale"], [], {"seed": "x"}, ParameterError, "seed = 'x'; seed must be a whole number"),
        (["tale"], [], {"seed": "-1"}, ParameterError, "seed must be 0 or larger"),
        (
            ["tale"],
            [],
            {"corpus": "other"},
            ParameterError,
            "corpus is not a parameter to set; name the corpus instead: analysis figures NAME",
        ),
    ],
)
def test_a_mistake_is_found_before_any_kernel_starts(
    names: list[str], only: list[str], given: dict[str, str], error: type[AnalysisError], message: str
) -> None:
    with pytest.raises(error, match=message):
        pipeline.plan(names, only=only, given=given)


def test_a_term_list_that_does_not_exist_is_found_too(own_project: Path) -> None:
    write_notebook(own_project / "notebooks", "40_framing", [f'{CORPUS}\nlexicon: str = ""', FOLDER])
    with pytest.raises(LexiconError, match=r"nowhere\.yml"):
        pipeline.plan(["tale"], given={"lexicon": "nowhere.yml"})


def test_a_notebook_of_ones_own_is_run_by_its_parameters_cell(own_project: Path) -> None:
    write_notebook(own_project / "notebooks", "mine", [f"{CORPUS}\nlimit: float = 0.5  # a limit", FOLDER])
    (job,) = pipeline.plan(["tale"], given={"limit": "0.7"})
    assert (job.notebook.stem, job.parameters["limit"]) == ("mine", 0.7)


def test_a_file_that_cannot_be_run_is_skipped_with_a_line_unless_it_is_asked_for(own_project: Path) -> None:
    write_notebook(own_project / "notebooks", "Untitled", ["1"], tag="")
    (own_project / "notebooks" / "broken.ipynb").write_text("<<<<<<< HEAD")
    assert len(pipeline.plan(["tale"])) == 2
    assert pipeline.skipped_notebooks() == [
        "Untitled.ipynb has no parameters cell: skipped",
        "broken.ipynb is not a notebook: skipped",
    ]
    with pytest.raises(RunError, match=r"Untitled\.ipynb has no parameters cell; give it a cell"):
        pipeline.plan(["tale"], only=["Untitled"])


def test_a_project_without_a_notebook_to_run_is_an_error(own_project: Path) -> None:
    for path in (own_project / "notebooks").iterdir():
        path.unlink()
    with pytest.raises(RunError, match=r"there is no notebook with a parameters cell in .*; put one there"):
        pipeline.plan(["tale"])


def test_a_parameters_cell_that_cannot_be_read_is_an_error(own_project: Path) -> None:
    write_notebook(own_project / "notebooks", "mine", ["corpus: str = input()"])
    with pytest.raises(RunError, match=r"the parameters cell of mine\.ipynb cannot be read"):
        pipeline.plan(["tale"])


def test_two_corpora_of_one_name_are_refused(tmp_path: Path) -> None:
    one, two = write_corpus(tmp_path / "a" / "study"), write_corpus(tmp_path / "b" / "study")
    with pytest.raises(RunError, match="have the same name, and would share a figures folder"):
        pipeline.plan([str(one), str(two)])
    assert {job.place for job in pipeline.plan([str(one), str(one)])} == {"study"}


def test_a_corpus_elsewhere_is_named_by_a_path_that_works_and_stored_relative_to_the_project(
    own_project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_corpus(tmp_path / "study")
    monkeypatch.chdir(tmp_path)
    job, _ = pipeline.plan(["study"])
    assert job.parameters["corpus"] == str(tmp_path / "study")
    assert job.draft.folder == os.path.relpath(tmp_path / "study", own_project)
    assert job.draft.notebooks["00_corpus"].parameters == {"corpus": "study"}
    assert pipeline.plan(["tale"])[0].draft.folder == ""
