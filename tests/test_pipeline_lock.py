import json
from pathlib import Path

import pytest

from analysis.errors import RunError
from analysis.pipeline import lock
from analysis.pipeline.lock import LOCK, Entry, Lock


def test_a_lock_is_read_as_it_was_written_without_empty_fields(tmp_path: Path) -> None:
    entry = Entry(made_from={"cells": "0"}, key="k", outputs={"a.csv": "1"}, copies={"a.png": "2"})
    lock.write(tmp_path, Lock(notebooks={"x": entry}, composed=entry))
    assert lock.read(tmp_path) == Lock(notebooks={"x": entry}, composed=entry)
    assert [*json.loads((tmp_path / LOCK).read_text())] == ["composed", "notebooks"]
    assert lock.read(tmp_path / "nowhere") == Lock()


@pytest.mark.parametrize(
    "content",
    ["<<<<<<< HEAD", "[1]", "null", '{"notebooks": {"00_corpus": 1}}', '{"versions": {"numpy": {}}}'],
)
def test_a_damaged_lock_is_an_error_with_what_to_do(tmp_path: Path, content: str) -> None:
    (tmp_path / LOCK).write_text(content)
    with pytest.raises(RunError, match=r"outputs\.lock is not a valid lock: .*; restore it from git"):
        lock.read(tmp_path)


@pytest.mark.parametrize("kind", ["outputs", "copies"])
@pytest.mark.parametrize("name", ["../other.txt", "/other.txt", "a/../../other.txt", "..\\other.txt"])
def test_no_lock_can_name_a_file_elsewhere(tmp_path: Path, name: str, kind: str) -> None:
    own = name if kind == "outputs" else f"{name}.png"
    entry = {"made_from": {}, "key": "0", "outputs": {}, kind: {own: "0"}}
    (tmp_path / LOCK).write_text(json.dumps({"notebooks": {"00_corpus": entry}}))
    with pytest.raises(RunError, match="leads out of the folder"):
        lock.read(tmp_path)


def test_no_lock_can_pass_off_an_output_as_a_copy_that_may_be_absent(tmp_path: Path) -> None:
    entry = {"made_from": {}, "key": "0", "outputs": {}, "copies": {"numbers.tex": "0"}}
    (tmp_path / LOCK).write_text(json.dumps({"notebooks": {"00_corpus": entry}}))
    with pytest.raises(RunError, match=r"numbers\.tex does not belong there"):
        lock.read(tmp_path)
