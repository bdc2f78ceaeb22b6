import json
from pathlib import Path

import pytest

from analysis import corpus, project
from analysis.errors import RunError
from analysis.notebook import parameters as params
from analysis.pipeline import keys

NOTEBOOK = project.notebooks() / "10_length.ipynb"


def parts(folder: Path, notebook: Path = NOTEBOOK) -> dict[str, str]:
    return keys.made_from(notebook, {"corpus": str(folder)}, corpus.load(folder))


def rewritten(notebook: str, tmp_path: Path, old: str, new: str) -> Path:
    text = (project.notebooks() / f"{notebook}.ipynb").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / f"{notebook}.ipynb"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


def test_the_same_notebook_and_corpus_have_the_same_key(two_sources: Path) -> None:
    assert parts(two_sources) == parts(two_sources)


def test_an_edited_cell_changes_the_key_and_prose_does_too(two_sources: Path, tmp_path: Path) -> None:
    before = parts(two_sources)
    for old, new in (("figures.dots(words", "figures.dots( words"), ("How many words?", "How many?")):
        after = parts(two_sources, rewritten("10_length", tmp_path, old, new))
        assert {part for part in before if before[part] != after[part]} == {"cells"}


def test_an_edited_text_changes_the_data_alone(two_sources: Path) -> None:
    before = parts(two_sources)
    one = two_sources / "north" / "one.txt"
    one.write_text(one.read_text() + "\nNobody had asked for it.\n")
    after = parts(two_sources)
    assert {part for part in before if before[part] != after[part]} == {"data"}


def test_a_stray_file_counts_where_a_notebook_prints_the_load_report_and_nowhere_else(
    two_sources: Path,
) -> None:
    report = project.notebooks() / "00_corpus.ipynb"
    before = parts(two_sources), parts(two_sources, report)
    (two_sources / "notes.log").write_text("x")
    assert parts(two_sources) == before[0]
    assert parts(two_sources, report) != before[1]


def test_what_a_live_cell_uses_does_not_count(two_sources: Path, tmp_path: Path) -> None:
    framing = project.notebooks() / "40_framing.ipynb"
    tagged = json.loads(framing.read_text(encoding="utf-8"))
    for cell in tagged["cells"]:
        cell["metadata"].pop("tags", None)
    path = tmp_path / framing.name
    path.write_text(json.dumps(tagged), encoding="utf-8")
    assert parts(two_sources, framing)["code"] != parts(two_sources, path)["code"]


def test_the_key_follows_the_parameters_but_not_where_the_corpus_lies() -> None:
    def key(**parameters: object) -> str:
        return keys.notebook_key({"cells": "a"}, parameters)

    assert key(corpus="corpus/example", seed=1) == key(corpus="example", seed=1)
    assert key(corpus="corpus/example", seed=1) != key(corpus="corpus/example", seed=2)
    assert key(corpus="corpus/example") != key(corpus="corpus/other")


def test_a_notebook_knows_its_key_from_its_parameters(two_sources: Path) -> None:
    values = {"corpus": str(two_sources), "copies": "keep", "seed": 1}
    p = params.parse("10_length", values)
    made = keys.made_from(project.notebooks() / "10_length.ipynb", values, corpus.load(two_sources))
    assert keys.of(p) == keys.of(p) == keys.notebook_key(made, values)


def test_what_belongs_to_no_notebook_has_no_key(two_sources: Path) -> None:
    assert keys.of(params.Parameters(corpus=str(two_sources))) == ""


def test_what_is_no_notebook_is_told(two_sources: Path, tmp_path: Path) -> None:
    path = tmp_path / "10_length.ipynb"
    path.write_text("{}")
    with pytest.raises(RunError, match=r"10_length\.ipynb is no notebook: KeyError"):
        parts(two_sources, path)
