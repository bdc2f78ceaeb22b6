import shutil
from pathlib import Path

import pytest

from analysis import project
from analysis.errors import CorpusError, ProjectError


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with two empty corpora; tests stand in it."""
    folder = (tmp_path / "study").resolve()
    for name in ("notebooks/drafts", "corpus/north", "corpus/south", "corpus/_template"):
        (folder / name).mkdir(parents=True)
    monkeypatch.delenv("ANALYSIS_ROOT", raising=False)
    monkeypatch.delenv("ANALYSIS_CACHE", raising=False)
    monkeypatch.chdir(folder)
    return folder


def test_the_project_is_found_from_any_folder_in_it(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert project.root() == home
    monkeypatch.chdir(home / "notebooks" / "drafts")
    assert project.root() == home
    assert project.corpora() == home / "corpus"
    assert project.notebooks() == home / "notebooks"
    assert project.figures() == home / "figures"
    assert project.cache() == home / ".cache"


def test_looking_for_folders_creates_none(home: Path) -> None:
    before = sorted(home.rglob("*"))
    project.figures(), project.cache(), project.figures_folder(home / "corpus" / "north")
    assert sorted(home.rglob("*")) == before


def test_the_environment_names_the_project_before_the_current_folder(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "other").mkdir()
    monkeypatch.setenv("ANALYSIS_ROOT", str(tmp_path / "other"))
    assert project.root() == (tmp_path / "other").resolve() != home


def test_an_environment_that_names_no_folder_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANALYSIS_ROOT", str(tmp_path / "nowhere"))
    with pytest.raises(ProjectError, match=r'ANALYSIS_ROOT = ".*nowhere" is not a folder'):
        project.root()


def test_outside_of_a_project_the_checkout_of_the_package_is_the_project(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert project.root() == Path(project.__file__).resolve().parent.parent != home


@pytest.fixture
def installed(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """As `home`, with a package that is not in a checkout, standing outside of the project."""
    monkeypatch.setattr(project, "_PACKAGE", tmp_path / "site-packages" / "analysis")
    monkeypatch.chdir(tmp_path)
    return home


@pytest.mark.usefixtures("installed")
def test_without_a_project_the_error_says_how_to_make_one() -> None:
    with pytest.raises(ProjectError, match=r"there is no project here: .* make one: analysis init NAME"):
        project.figures()
    with pytest.raises(ProjectError, match="there is no project here"):
        project.corpus_folder("north")


def test_a_path_to_a_corpus_needs_no_project_and_nor_does_the_cache(
    installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert project.corpus_folder(str(installed / "corpus" / "north")) == installed / "corpus" / "north"
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert project.cache() == tmp_path / "analysis"


@pytest.mark.parametrize("name", ["north", "corpus/north", "./corpus/north"])
def test_a_corpus_is_found_by_its_name_or_path_from_any_folder(
    name: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(home / "notebooks")
    assert project.corpus_folder(name) == home / "corpus" / "north"


def test_a_folder_here_is_used_before_a_corpus_of_the_same_name(home: Path) -> None:
    (home / "north").mkdir()
    assert project.corpus_folder("north") == home / "north"


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    "name", ["", "nowhere", "corpus/nowhere", "~nobody-of-this-name", "x" * 5000, "a\0b"]
)
def test_a_folder_that_does_not_exist_is_named_with_the_corpora_there_are(name: str) -> None:
    with pytest.raises(CorpusError, match=r'there is no folder ".*"; corpus/ has: north, south; '):
        project.corpus_folder(name)


def test_a_project_without_corpora_says_so(home: Path) -> None:
    shutil.rmtree(home / "corpus")
    (home / "corpus").mkdir()
    with pytest.raises(CorpusError, match="corpus/ has no folder; give the name of a folder"):
        project.corpus_folder("north")


def test_a_run_can_send_figures_elsewhere(
    home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert project.figures_folder(home / "corpus" / "north") == home / "figures" / "north"
    monkeypatch.setenv("ANALYSIS_FIGURES", str(tmp_path))
    assert project.figures_folder(home / "corpus" / "north") == tmp_path


def test_a_folder_with_the_name_of_a_corpus_does_not_overwrite_its_figures(
    home: Path, tmp_path: Path
) -> None:
    with pytest.raises(CorpusError, match=r"has the same name as a corpus in corpus/.*; rename the folder"):
        project.figures_folder(tmp_path / "north")
    assert project.figures_folder(tmp_path / "west") == home / "figures" / "west"


@pytest.mark.parametrize("name", ["notebooks", "corpus/example", "CITATION.cff", "README.md"])
def test_what_ships_with_the_software_is_there(name: str) -> None:
    assert project.shipped(name).exists()


@pytest.mark.parametrize(
    ("path", "near"),
    [
        ("studies/floods", "studies/ has: flood; "),
        ("studies/flood/north/x", "studies/flood/north/ has: deep; "),
        ("{home}/studies/other", "{home}/studies/ has: fire, flood; "),
        ("corpus/nrth", "corpus/ has: north; "),
        ("./studies/fier", "studies/ has: fire; "),
    ],
)
def test_a_mistyped_path_names_the_folders_where_it_leads(home: Path, path: str, near: str) -> None:
    for name in ("studies/flood/north/deep", "studies/fire"):
        (home / name).mkdir(parents=True)
    with pytest.raises(CorpusError) as caught:
        project.corpus_folder(path.format(home=home))
    assert near.format(home=home) in str(caught.value)
