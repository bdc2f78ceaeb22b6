import json
from pathlib import Path

import pytest
from tiny_projects import CORPUS, FIGURE, FOLDER, edit, write_notebook

from analysis import corpus, provenance
from analysis.errors import RunError
from analysis.pipeline import keys


def parts(notebook: Path, folder: Path) -> dict[str, str]:
    return keys.hash_notebook(notebook, corpus.load(folder), {"words": "0"})


def changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    return {part for part in before if before[part] != after[part]}


@pytest.fixture
def notebook(tmp_path: Path) -> Path:
    return write_notebook(tmp_path, "mine", [CORPUS, FOLDER, FIGURE])


def test_an_edited_cell_changes_the_cells_alone(notebook: Path, two_sources: Path) -> None:
    before = parts(notebook, two_sources)
    assert before == parts(notebook, two_sources)
    edit(notebook, "(1, 1)", "(1, 2)")
    assert changed(before, parts(notebook, two_sources)) == {"cells"}


def test_an_edited_text_changes_the_corpus_and_no_code(notebook: Path, two_sources: Path) -> None:
    before = parts(notebook, two_sources)
    edit(two_sources / "north" / "one.txt", "Ministers", "Two ministers")
    assert changed(before, parts(notebook, two_sources)) == {"corpus"}


def test_a_changed_table_changes_the_tables_alone(notebook: Path, two_sources: Path) -> None:
    loaded = corpus.load(two_sources)
    one, other = (keys.hash_notebook(notebook, loaded, {"words": digest}) for digest in "01")
    assert changed(one, other) == {"tables"}


@pytest.mark.parametrize("cell", ["print(corpora.summary(corpora.load(corpus)))", "show(nb.corpus)"])
def test_what_a_corpus_says_of_itself_counts_where_a_cell_asks_for_it(
    tmp_path: Path, two_sources: Path, cell: str
) -> None:
    silent = write_notebook(tmp_path, "silent", [CORPUS, "from analysis import corpus as corpora"])
    asking = write_notebook(tmp_path, "asking", [CORPUS, f"from analysis import corpus as corpora\n{cell}"])
    before = parts(silent, two_sources), parts(asking, two_sources)
    (two_sources / "notes.log").write_text("x")
    (two_sources / "corpus.toml").write_text('title = "Another title"\n')
    assert parts(silent, two_sources) == before[0]
    assert changed(before[1], parts(asking, two_sources)) == {"corpus"}


def test_what_a_live_cell_uses_does_not_count(tmp_path: Path, two_sources: Path) -> None:
    path = write_notebook(tmp_path, "mine", [CORPUS, "from analysis import statistics\nstatistics"])
    before = parts(path, two_sources)["code"]
    book = json.loads(path.read_text())
    book["cells"][1]["metadata"]["tags"] = ["live"]
    path.write_text(json.dumps(book))
    assert parts(path, two_sources)["code"] != before


def test_code_that_measures_does_not_count_and_code_that_draws_does() -> None:
    names = provenance.used("from analysis import features, figures\nfigures.dots(features.load())")
    files = {
        path.as_posix().rpartition("/analysis/")[2]
        for path in provenance.reachable(names, without=keys.MEASURED | keys._counting())
    }
    assert "figures/dots.py" in files
    assert not {
        file for file in files if file.startswith(("features/store", "text/syllables", "text/cleaning"))
    }


def test_a_file_that_is_not_a_notebook_is_an_error(two_sources: Path, tmp_path: Path) -> None:
    path = tmp_path / "mine.ipynb"
    path.write_text("{}")
    with pytest.raises(RunError, match=r"mine\.ipynb is not a notebook: KeyError"):
        parts(path, two_sources)
