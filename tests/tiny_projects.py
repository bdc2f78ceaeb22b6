"""A project of a few files, whose notebooks run in a moment, for tests that run, verify and share it."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import nbformat
from conftest import STORY

from analysis import corpus as corpora
from analysis import features, pipeline, project
from analysis.features import files

CORPUS = 'corpus: str = "corpus/tale"  # a name in corpus/, or the path of a folder'
FOLDER = 'import json, os, pathlib\nfolder = pathlib.Path(os.environ["ANALYSIS_FIGURES"])'
REPORT = """\
def report(notebook, parameters, **content):
    (folder / "numbers").mkdir()
    about = {"notebook": notebook, "corpus": "tale", "parameters": parameters, **content}
    (folder / "numbers" / f"{notebook}.json").write_text(json.dumps(about, indent=1))"""
# What a figure leaves: what git holds, and a copy beside it.
FIGURE = """\
from analysis import corpus as corpora, features
data = features.load(corpora.load(corpus)).articles[["article_id", "words"]]
data.assign(share=data["words"] / 7).to_csv(folder / "a.csv", index=False, lineterminator="\\n")
(folder / "a.svg").write_text('<svg viewBox="0 0 10 10"/>')
from PIL import Image
Image.new("RGB", (1, 1)).save(folder / "a.png")
figure = {"title": "Length: 12.5 words", "alt": "A dot", "notebook": "00_corpus"}
report("00_corpus", {}, figures={"a": figure}, shown=["a"])"""
NUMBER = """\
number = {"value": 12.5 + seed % 2, "text": "12.5", "unit": "words", "articles": "x", "n": 1}
report("10_length", {"seed": seed}, articles={"x": ["north/one"]}, numbers={"length.mean": number})"""
REQUIREMENTS = ["numpy>=2", "no-such-library; extra == 'x'"]  # of an installed package
NOTEBOOKS = {
    "00_corpus": [CORPUS, FOLDER, REPORT, FIGURE],
    "10_length": [f'{CORPUS}\ncopies: str = "keep"  # copies\nseed: int = 4  # seed', FOLDER, REPORT, NUMBER],
}


def write_notebook(folder: Path, name: str, cells: Sequence[str], *, tag: str = "parameters") -> Path:
    """A notebook from a list of code cells, the first of them its parameters."""
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in cells])
    for number, cell in enumerate(book.cells):
        cell.id = f"cell-{number}"
    book.cells[0].metadata["tags"] = [tag]
    book.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.ipynb"
    nbformat.write(book, path)
    return path


def write_corpus(folder: Path) -> Path:
    """A corpus of two sources with two articles each, with limits of its own."""
    for source, text in (("north", STORY), ("south", STORY.replace("dismal ", ""))):
        (folder / source).mkdir(parents=True)
        (folder / source / "one.txt").write_text(text, encoding="utf-8")
        (folder / source / "two.txt").write_text(text.replace("Monday", "Friday"), encoding="utf-8")
    (folder / "corpus.toml").write_text("least_words = 20\n", encoding="utf-8")
    return folder


def write_project(home: Path) -> Path:
    """The two notebooks and the corpus `tale` in a project of their own."""
    for name, cells in NOTEBOOKS.items():
        write_notebook(home / "notebooks", name, cells)
    write_corpus(home / "corpus" / "tale")
    shutil.copyfile(project.shipped("CITATION.cff"), home / "CITATION.cff")
    return home


def finish_project() -> None:
    """Measure the corpus of the current project, and make its figures."""
    loaded = corpora.load("tale")
    files.write(features.load(loaded), loaded.folder / "features")
    assert not any(result.error for result in pipeline.run(pipeline.plan(["tale"])))


def edit(path: Path, old: str, new: str) -> None:
    """Replace the first place in a text file."""
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {path}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def list_files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder but those that reserve it for one run."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != ".lock")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
