"""The whole way: packed, unpacked into an empty folder, verified there; and all that is refused."""

import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import STORY, MakeCorpus
from share_homes import call, home

from analysis import corpus as corpora
from analysis import features
from analysis.errors import FeaturesError, RunError, ShareError
from analysis.features import origin
from analysis.features.files import read
from analysis.pipeline.archive import codecheck, outputs, project, textless
from analysis.pipeline.lock import Entry

NOTEBOOKS = ["00_corpus", "10_length"]


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Path]]:
    """A project with a corpus outside corpus/ and its figures; and its archive. Not to be changed."""
    top = tmp_path_factory.mktemp("share")
    own = home(top / "project", notebooks=NOTEBOOKS)
    for source, text in (("north", STORY), ("south", STORY.replace("dismal ", ""))):
        (top / "tale" / source).mkdir(parents=True)
        (top / "tale" / source / "one.txt").write_text(text)
    (top / "tale" / "notes.docx").write_text("a stray file")
    (own / "analysis" / ".secret.txt").write_text("a stray file")
    (own / "analysis" / "stray.key").write_text("a stray file")
    call(own, "figures", str(top / "tale"), "--set", "seed=7")
    said = call(own, "share", str(top / "tale"), "--to", str(top / "tale.zip"))
    assert said.startswith(f"{top / 'tale.zip'}: ")
    yield own, top / "tale.zip"
    shutil.rmtree(top)


def unpack(archive: Path, folder: Path) -> Path:
    with zipfile.ZipFile(archive) as file:
        file.extractall(folder)
    return folder


def test_a_stranger_verifies_it_in_an_empty_folder_and_puts_the_texts_back(
    packed: tuple[Path, Path], tmp_path: Path
) -> None:
    own, archive = packed
    there = unpack(archive, tmp_path / "empty")
    assert "tale: verified: every output came out the same, to the byte (2 of 2" in call(
        there, "verify", "tale"
    )
    tables = {path.name: path.read_bytes() for path in (there / "corpus" / "tale" / "features").iterdir()}
    (tmp_path / "other.txt").write_text("something else")
    refused = call(there, "add", "tale", str(tmp_path / "other.txt"), status=2)
    assert "is not one of the texts of tale: its sha256 is" in refused
    call(there, "add", "tale", *map(str, (own.parent / "tale").rglob("*.txt")))
    assert (there / "corpus" / "tale" / "north" / "one.txt").read_text() == STORY
    call(there, "measure", "tale")
    assert tables == {p.name: p.read_bytes() for p in (there / "corpus" / "tale" / "features").iterdir()}


def test_only_what_the_project_knows_goes_in(packed: tuple[Path, Path]) -> None:
    _, archive = packed
    with zipfile.ZipFile(archive) as file:
        names = set(file.namelist())
        lock = json.loads(file.read("figures/tale/outputs.lock"))
        checked = file.read("codecheck.yml").decode()
        assert not any("stray file" in file.read(name).decode("utf-8", "replace") for name in names)
    assert {name.split("/")[0] for name in names} == {
        *("CITATION.cff", "LICENSE", "Makefile", "PROJECT.md", "README.md", "pyproject.toml"),
        *("requirements.lock", "analysis", "codecheck.yml", "corpus", "figures", "notebooks"),
        "ro-crate-metadata.json",
    }
    assert not [name for name in names if name.endswith(("one.txt", ".pyc", "stray.key", "secret.txt"))]
    assert {name for name in names if name.startswith("notebooks/")} == {
        f"notebooks/{n}.ipynb" for n in NOTEBOOKS
    }
    assert {entry["parameters"].get("seed", 7) for entry in lock["notebooks"].values()} == {7}
    made = {f for entry in (*lock["notebooks"].values(), lock["composed"]) for f in entry["outputs"]}
    assert {name for name in names if name.startswith("figures/")} == {
        f"figures/tale/{name}" for name in (*made, "outputs.lock")
    }
    assert all(f"file: figures/tale/{name}\n" in checked for name in made)
    assert checked.startswith("%YAML 1.1\n---\n")


def test_an_archive_is_the_same_bytes_again_also_when_it_is_packed_from_itself(
    packed: tuple[Path, Path], tmp_path: Path
) -> None:
    _, archive = packed
    there = unpack(archive, tmp_path / "empty")
    shutil.copyfile(there / "PROJECT.md", there / "README.md")
    call(there, "share", "tale", "--to", str(tmp_path / "again.zip"))
    assert (tmp_path / "again.zip").read_bytes() == archive.read_bytes()


def test_figures_that_are_not_up_to_date_are_refused(packed: tuple[Path, Path], tmp_path: Path) -> None:
    there = unpack(packed[1], tmp_path / "empty")
    place = there / "figures" / "tale"
    with (place / "length_words.csv").open("a") as file:
        file.write("1\n")
    said = call(there, "share", "tale", status=2)
    assert (
        "not up to date: length_words.csv was edited; make the figures first: analysis figures tale" in said
    )
    (place / "outputs.lock").write_text("{}{")
    assert "is no lock" in call(there, "share", "tale", status=2)
    (place / "outputs.lock").unlink()
    said = call(there, "share", "tale", status=2)
    assert "tale has no figures to share; make the figures first: analysis figures tale" in said
    assert not (there / "tale.zip").exists()


def test_the_staged_package_is_the_one_that_runs(tmp_path: Path) -> None:
    project.stage(tmp_path, [])
    (tmp_path / "analysis" / "__main__.py").write_text("import analysis\nprint(analysis.__file__)\n")
    call_, environment = outputs.command([], tmp_path)
    done = subprocess.run(call_, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(tmp_path / "analysis" / "__init__.py")
    assert call_[0] == sys.executable


def test_formulas_are_guarded_in_the_table_and_the_tables_fit_it(
    make_corpus: MakeCorpus, tmp_path: Path
) -> None:
    folder = make_corpus(
        {
            "articles.csv": 'file,source,title,article_id\n=x/one.txt,=SUM(A1),"@a\n ""b"" ",+1\nb/two.txt,B,,b\n',
            "=x/one.txt": STORY,
            "b/two.txt": STORY,
        }
    )
    loaded = corpora.load(folder)
    assert not loaded.absent
    textless.stage(loaded, tmp_path / "stage")
    staged = corpora.load(tmp_path / "stage" / "corpus" / "corpus")
    table = (staged.folder / "articles.csv").read_text()
    assert '\'+1,\'=SUM(A1),"\'@a ""b""",,,,,\'=x/one.txt,' in table
    measured = read(staged.folder / "features", staged)
    assert set(measured.articles["article_id"]) == {"'+1", "b"}
    assert not features.stale(staged)
    assert len(measured.articles) == 2


def test_front_matter_is_told_by_the_table_once_the_text_is_away(
    make_corpus: MakeCorpus, tmp_path: Path
) -> None:
    folder = make_corpus({"north/one.txt": f"---\ntitle: A quiet day\ndate: 2031-02-03\n---\n{STORY}"})
    textless.stage(corpora.load(folder), tmp_path)
    (article,) = corpora.load(tmp_path / "corpus" / "corpus").absent
    assert (article.title, article.date) == ("A quiet day", "2031-02-03")
    assert origin.about(tmp_path / "corpus" / "corpus" / "features")["texts"] == [article.sha256]


def test_no_link_is_followed(two_sources: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("title = 'secret'")
    (two_sources / "README.md").symlink_to(tmp_path / "secret")
    with pytest.raises(ShareError, match=r"README\.md is a link; an archive takes files alone"):
        textless.stage(corpora.load(two_sources), tmp_path / "stage")


def test_tables_that_are_not_true_are_refused_where_texts_are_absent(
    two_sources: Path, tmp_path: Path
) -> None:
    textless.stage(corpora.load(two_sources), tmp_path / "one")
    folder = tmp_path / "one" / "corpus" / "corpus"
    textless.stage(corpora.load(folder), tmp_path / "two")
    (folder / "features" / "words.parquet").write_bytes(b"edited")
    with pytest.raises(
        FeaturesError, match=r"edited since it was measured: words\.parquet; put the texts back"
    ):
        textless.stage(corpora.load(folder), tmp_path / "three")


def test_outputs_of_a_saved_notebook_do_not_go_in(tmp_path: Path) -> None:
    cell = {
        "cell_type": "code",
        "source": [],
        "metadata": {},
        "execution_count": 3,
        "outputs": [{"text": "a"}],
    }
    (tmp_path / "a.ipynb").write_text(json.dumps({"cells": [cell]}))
    project._clear(tmp_path / "a.ipynb")
    (cleared,) = json.loads((tmp_path / "a.ipynb").read_text())["cells"]
    assert (cleared["outputs"], cleared["execution_count"]) == ([], None)


def test_where_the_project_lies_in_git_only_its_own_files_are_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("analysis/a.py", "analysis/stray.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("")
    monkeypatch.setattr(project, "ROOT", tmp_path)
    monkeypatch.setattr(project, "_PACKAGE", tmp_path / "analysis")
    assert project._package() == ["analysis/a.py", "analysis/stray.py"]
    for command in (["init", "-q"], ["add", "analysis/a.py"]):
        subprocess.run(["git", "-C", str(tmp_path), *command], check=True)
    assert project._package() == ["analysis/a.py"]
    shutil.rmtree(tmp_path / ".git")
    (tmp_path / ".git").write_text("broken")
    with pytest.raises(ShareError, match="git cannot list the files"):
        project._package()


def test_notebooks_run_with_their_parameters_in_as_few_calls_as_these_allow() -> None:
    entry = Entry
    notebooks = {
        "10": entry(key="", parameters={"corpus": "a", "seed": 1}, outputs={}),
        "20": entry(key="", parameters={"corpus": "a", "seed": 2, "top": 3}, outputs={}),
        "30": entry(key="", parameters={"corpus": "a", "seed": 1, "all": True}, outputs={}),
    }
    assert outputs._calls(notebooks) == [
        ["--only=10", "--only=30", "--set=seed=1", "--set=all=True"],
        ["--only=20", "--set=seed=2", "--set=top=3"],
    ]


def test_a_corpus_without_figures_is_refused_before_anything_is_packed(two_sources: Path) -> None:
    with pytest.raises(RunError, match="corpus has no figures to share; make the figures first"):
        outputs.current(str(two_sources), corpora.load(two_sources))


def test_a_title_that_is_none_leaves_the_comment_short(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("[1]")
    assert codecheck._title(tmp_path / "a.csv") == ""
