"""The tutorials of docs/ do what they say: their blocks are saved and run in a copy of the project."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from analysis import project

ROOT = Path(project.__file__).resolve().parent.parent
DOCS = ROOT / "docs"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")] + sorted(
    DOCS.rglob("*.md")
)
# Commands that a sentence names without what they are given.
PLACES = {name: ["x"] for name in ("init", "measure", "quotes", "share", "check")}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A copy of the project with the example corpus, and without figures."""
    for name in ("analysis", "notebooks", "corpus/example"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", ".*"))
    shutil.copyfile(ROOT / "CITATION.cff", tmp_path / "CITATION.cff")
    return tmp_path


def analysis(home: Path, *arguments: str) -> str:
    """Call the command line of a copy of the project; what it prints."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ANALYSIS_")}
    done = subprocess.run(
        [sys.executable, "-m", "analysis", *arguments],
        cwd=home,
        env={**kept, "PYTHONPATH": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def follow(tutorial: str, home: Path) -> list[str]:
    """Do what a tutorial says, block by block.

    A block behind "Save this as `path`" becomes a file, one behind "Add this cell to `path`" the last cell of
    a notebook. Commands of a console block are run.

    Returns:
        What each command printed.
    """
    text, printed = (DOCS / "extending" / tutorial).read_text(encoding="utf-8"), []
    for block in BLOCK.finditer(text):
        before = text[: block.start()].rstrip().rpartition("\n\n")[2]
        if block[1] == "console":
            commands = re.findall(r"^\$ analysis (.*)$", block[2], re.MULTILINE)
            printed += [analysis(home, *command.split()) for command in commands]
        elif before.startswith("Save"):
            path = home / re.findall(r"`([^`]+)`", before)[-1]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block[2], encoding="utf-8")
        elif before.startswith("Add this cell"):
            add_cell(home / re.findall(r"`([^`]+)`", before)[-1], block[2])
    return printed


def add_cell(notebook: Path, source: str) -> None:
    book = json.loads(notebook.read_text(encoding="utf-8"))
    cell: dict[str, object] = {
        "cell_type": "code",
        "execution_count": None,
        "id": "added",
        "metadata": {},
        "outputs": [],
    }
    book["cells"].append({**cell, "source": source.rstrip().splitlines(keepends=True)})
    notebook.write_text(json.dumps(book, indent=1), encoding="utf-8")


def test_the_tutorial_on_a_file_format_reads_json_lines(home: Path) -> None:
    (printed,) = follow("importer.md", home)
    refused, *_, summary = printed.splitlines()
    assert "line 3" in refused
    assert refused.endswith("no text; it is expected in one of: text, body, content")
    assert summary.startswith("flood: 2 of 3 articles loaded from 2 sources")


def test_the_tutorial_on_a_measure_gives_figure_numbers_methods_sentence_and_reference(home: Path) -> None:
    run, cited = follow("measure.md", home)
    assert run.startswith("1 of 1 notebooks ran, ")
    assert cited.startswith("Lexical diversity")
    folder = home / "figures" / "example"
    assert (folder / "length_diversity.svg").is_file()
    numbers = json.loads((folder / "numbers.json").read_text(encoding="utf-8"))["numbers"]
    assert 0.6 < numbers["length_diversity.meridian_wire.mean"]["value"] < 0.9
    assert "oving-average type-token ratio" in (folder / "methods.md").read_text(encoding="utf-8")
    assert "covington2010" in (folder / "methods.md").read_text(encoding="utf-8")
    assert "Cutting the" in (folder / "references.bib").read_text(encoding="utf-8")


@pytest.mark.parametrize("tutorial", ["importer.md", "measure.md"])
def test_the_code_of_a_tutorial_passes_the_linters(tutorial: str, home: Path) -> None:
    shutil.copyfile(ROOT / "pyproject.toml", home / "pyproject.toml")
    before = set((home / "analysis").rglob("*.py"))
    text = (DOCS / "extending" / tutorial).read_text(encoding="utf-8")
    source = next(block[2] for block in BLOCK.finditer(text) if block[1] == "python")
    path = home / re.findall(r"Save this as `([^`]+\.py)`", text)[0]
    path.write_text(source, encoding="utf-8")
    assert path not in before
    for command in (["ruff", "check"], ["ruff", "format", "--check"], ["mypy"]):
        done = subprocess.run(
            [sys.executable, "-m", *command, str(path)], cwd=home, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr


each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())


@each_page
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


@each_page
def test_every_command_and_option_that_a_page_names_exists(page: Path) -> None:
    from analysis.cli import _parser

    text = page.read_text(encoding="utf-8")
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert {*re.findall(r"(?:^    |`)make ([a-z]+)", text, re.MULTILINE)} <= {*targets}
    for command in re.findall(
        r"(?:^    |^\$ |`)(?:\.venv/bin/)?analysis ([a-z][^`#\n]*)", text, re.MULTILINE
    ):
        words = [
            word if word.startswith("-") or "=" in word else word.lower() for word in shlex.split(command)
        ]
        _parser().parse_args([*words, *PLACES.get(" ".join(words), [])])


def test_the_readme_is_short() -> None:
    assert (ROOT / "README.md").read_text(encoding="utf-8").count("\n") <= 120


def test_the_table_of_the_readme_and_the_guide_is_read_as_they_say(tmp_path: Path) -> None:
    from analysis import corpus

    for page in (ROOT / "README.md", DOCS / "guide" / "corpus.md"):
        rows = re.findall(
            r"^    (file,source.*|the-\w+/visit\.txt,.*)$", page.read_text(encoding="utf-8"), re.MULTILINE
        )
        folder = tmp_path / page.stem
        for row in rows[1:]:
            path = folder / row.split(",")[0]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("The river rose on Monday, and the bridge was closed.\n", encoding="utf-8")
        (folder / "articles.csv").write_text("\n".join(rows), encoding="utf-8")
        loaded = corpus.load(folder)
        assert loaded.sources == ("The Globe", "The Times")
        assert {article.event for article in loaded.articles} == {"valley-visit"}
