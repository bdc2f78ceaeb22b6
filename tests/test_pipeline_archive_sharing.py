"""The whole way: packed, unpacked into an empty folder, verified there; and what is refused."""

import json
import subprocess
import zipfile
from pathlib import Path

import pytest
from conftest import STORY
from tiny_projects import list_files

from analysis import corpus as corpora
from analysis import features
from analysis.errors import CorpusError, RunError, ShareError
from analysis.features import files
from analysis.pipeline.archive import content, share, sharing


@pytest.fixture
def unpacked(packed_project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The archive in an empty folder, which is the current project."""
    with zipfile.ZipFile(packed_project) as file:
        file.extractall(tmp_path / "unpacked")
    monkeypatch.setenv("ANALYSIS_ROOT", str(tmp_path / "unpacked"))
    return tmp_path / "unpacked"


def test_a_stranger_verifies_it_in_an_empty_folder(unpacked: Path) -> None:
    command, environment = content.staged_command(["verify", "tale"], unpacked)
    done = subprocess.run(command, cwd=unpacked, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    assert done.stdout.startswith("tale: verified: all ")
    assert "(2 of 2 notebooks); taken on trust: the feature tables of 4 articles" in done.stdout


@pytest.mark.usefixtures("unpacked")
def test_who_has_the_texts_puts_them_back_and_measures_the_same_tables(
    finished_project: Path, tmp_path: Path
) -> None:
    (tmp_path / "other.txt").write_text("something else")
    with pytest.raises(CorpusError, match="its sha256 is"):
        corpora.add(corpora.load("tale"), [tmp_path / "other.txt"])
    corpora.add(corpora.load("tale"), sorted((finished_project / "corpus" / "tale").rglob("*.txt")))
    loaded = corpora.load("tale")
    assert (loaded.folder / "north" / "one.txt").read_text() == STORY
    before = list_files(loaded.folder / "features")
    files.write(features.load(loaded), loaded.folder / "features")
    assert list_files(loaded.folder / "features") == before


def test_only_what_the_project_knows_goes_in(packed_project: Path) -> None:
    with zipfile.ZipFile(packed_project) as file:
        names = set(file.namelist())
        lock = json.loads(file.read("figures/tale/outputs.lock"))
        checked = file.read("codecheck.yml").decode()
        readme = file.read("README.md").decode()
        assert file.read("requirements.txt").startswith(b"numpy==")
        assert not any("stray file" in file.read(name).decode("utf-8", "replace") for name in names)
    assert {name.split("/")[0] for name in names} == {
        *("CITATION.cff", "LICENSE", "README.md", "analysis", "codecheck.yml", "corpus", "figures"),
        *("notebooks", "requirements.txt", "ro-crate-metadata.json"),
    }
    assert "pip install -r requirements.txt" in readme
    assert not [name for name in names if name.endswith(("one.txt", ".pyc", ".docx"))]
    assert {name for name in names if name.startswith("notebooks/")} == {
        "notebooks/00_corpus.ipynb",
        "notebooks/10_length.ipynb",
    }
    entries = (*lock["notebooks"].values(), lock["composed"])
    made = {file for one in entries for file in (*one["outputs"], *one.get("copies", ()))}
    assert {name for name in names if name.startswith("figures/")} == {
        f"figures/tale/{name}" for name in (*made, "outputs.lock")
    }
    assert all(f"file: figures/tale/{name}\n" in checked for name in made)
    assert "comment: 'Length: 12.5 words; made by notebooks/00_corpus.ipynb'" in checked
    assert checked.startswith("%YAML 1.1\n---\n")


@pytest.mark.usefixtures("unpacked", "pinned")
def test_an_archive_that_is_packed_from_itself_is_the_same_bytes(
    packed_project: Path, tmp_path: Path
) -> None:
    again = share("tale", tmp_path / "again.zip")
    assert (again.size, again.path.read_bytes()) == (again.path.stat().st_size, packed_project.read_bytes())


def test_figures_that_are_not_up_to_date_are_refused(own_project: Path) -> None:
    place = own_project / "figures" / "tale"

    def check() -> None:
        content.check_figures("tale", corpora.load("tale"))

    check()
    (place / "a.png").rename(place / "b.png")
    with pytest.raises(RunError, match="missing; make the figures first: analysis figures tale --force"):
        check()
    (place / "a.csv").write_text("edited")
    with pytest.raises(RunError, match=r"not up to date: a\.csv was edited; make the figures first"):
        check()
    (own_project / "notebooks" / "10_length.ipynb").unlink()
    with pytest.raises(RunError, match=r"10_length is in outputs\.lock, but is not a notebook"):
        check()
    (place / "outputs.lock").unlink()
    with pytest.raises(RunError, match="tale has no figures to share; make the figures first"):
        check()


@pytest.mark.usefixtures("own_project")
def test_where_the_archive_cannot_go_is_found_before_anything_is_packed(tmp_path: Path) -> None:
    with pytest.raises(ShareError, match="is a folder; name a file in it"):
        share("tale", tmp_path)


def test_titles_of_figures_are_read_from_the_numbers_if_there_are_any(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"figures": {"length": {"title": "Words", "alt": "a"}}}))
    assert sharing._read_titles(tmp_path / "a.json") == {"length": "Words"}
    (tmp_path / "b.json").write_text("[1]")
    assert sharing._read_titles(tmp_path / "b.json") == {}
    assert sharing._read_titles(tmp_path / "nowhere.json") == {}
