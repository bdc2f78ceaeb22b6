from pathlib import Path

import pytest
from tiny_projects import list_files

from analysis.errors import RunError
from analysis.pipeline import lock, publishing
from analysis.pipeline.lock import Entry, Lock


def draft(name: str) -> Lock:
    return Lock(notebooks={name: Entry(made_from={}, key="k", outputs={})})


def make(figures: Path, files: dict[str, str]) -> Path:
    figures.mkdir(exist_ok=True)
    made = publishing.make_folder(figures, "tale")
    for name, content in files.items():
        (made / name).parent.mkdir(exist_ok=True)
        (made / name).write_text(content)
    return made


def test_pictures_and_executed_notebooks_are_copies_and_all_else_is_an_output(tmp_path: Path) -> None:
    names = ["a.svg", "a.csv", "a.png", "a.pdf", "numbers/x.json", "notebooks/x.ipynb"]
    publishing.publish(make(tmp_path, dict.fromkeys(names, "")), tmp_path / "tale", "x", draft("x"))
    entry = lock.read(tmp_path / "tale").notebooks["x"]
    assert [*entry.outputs] == ["a.csv", "a.svg", "numbers/x.json"]
    assert [*entry.copies] == ["a.pdf", "a.png", "notebooks/x.ipynb"]


def test_files_that_a_notebook_no_longer_makes_go_unless_another_makes_them(tmp_path: Path) -> None:
    for name, files in (("x", {"a": "", "b": ""}), ("y", {"b": ""}), ("x", {"c": ""})):
        publishing.publish(make(tmp_path, files), tmp_path / "tale", name, draft(name))
    assert sorted(list_files(tmp_path / "tale")) == ["b", "c", "outputs.lock"]


def test_what_a_killed_run_had_started_to_publish_is_completed(tmp_path: Path) -> None:
    publishing.publish(make(tmp_path, {"a": "1"}), tmp_path / "tale", "x", draft("x"))
    before = list_files(tmp_path / "tale")

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(publishing, "_move_in", stop)
        with pytest.raises(KeyboardInterrupt):
            publishing.publish(make(tmp_path, {"a": "2", "b": "3"}), tmp_path / "tale", "x", draft("x"))
    there = list_files(tmp_path / "tale")
    assert {name: content for name, content in there.items() if not name.startswith(".ready")} == before
    publishing.complete_publication(tmp_path / "tale")
    assert sorted(lock.read(tmp_path / "tale").files) == ["a", "b"]
    assert (tmp_path / "tale" / "a").read_text() == "2"
    assert not [*(tmp_path / "tale").glob(".ready-*")]


def test_what_a_killed_run_left_half_made_is_removed_and_what_others_make_is_not(tmp_path: Path) -> None:
    own, other = publishing.make_folder(tmp_path, "tale"), publishing.make_folder(tmp_path, "other")
    publishing.remove_leftovers(tmp_path, "tale")
    assert (own.exists(), other.exists()) == (False, True)


def test_a_folder_that_no_run_left_is_removed(tmp_path: Path) -> None:
    (tmp_path / ".ready-x").mkdir()
    publishing.complete_publication(tmp_path)
    assert not [*tmp_path.iterdir()]


def test_links_are_refused_and_hidden_files_do_not_count(tmp_path: Path) -> None:
    (tmp_path / ".hidden").write_text("")
    (tmp_path / "a").write_text("")
    assert [*publishing.hash_files(tmp_path)] == ["a"]
    (tmp_path / "link").symlink_to(tmp_path / "a")
    with pytest.raises(RunError, match="is a link; a figures folder holds files only"):
        publishing.hash_files(tmp_path)
