import errno
import os
import zipfile
from pathlib import Path

import pytest

from analysis.errors import ShareError
from analysis.pipeline.archive import packing


@pytest.fixture
def members(tmp_path: Path) -> dict[str, Path]:
    found = {}
    for name in ("b/two.txt", "a.txt"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name * 100)
        found[name] = path
    return found


def test_the_same_members_are_the_same_bytes_whenever_and_however_they_were_written(
    members: dict[str, Path], tmp_path: Path
) -> None:
    packing.pack(members, tmp_path / "one.zip")
    for number, path in enumerate(members.values()):
        os.utime(path, (number, number))
        path.chmod(0o700)
    packing.pack(dict(reversed(members.items())), tmp_path / "two.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as packed:
        assert packed.namelist() == ["a.txt", "b/two.txt"]
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.external_attr >> 16 for entry in packed.infolist()} == {0o100644}


def test_an_archive_is_never_written_over_another_file(members: dict[str, Path], tmp_path: Path) -> None:
    to = tmp_path / "one.zip"
    to.write_text("mine")
    with pytest.raises(ShareError, match=r"one\.zip exists and is another file; delete it"):
        packing.pack(members, to)
    assert to.read_text() == "mine"
    to.unlink()
    size = packing.pack(members, to)
    assert packing.pack(members, to) == size == to.stat().st_size
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "one.zip"]


def test_a_full_disk_leaves_nothing_behind(
    members: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(zipfile.ZipFile, "writestr", full)
    with pytest.raises(OSError, match="No space left"):
        packing.pack(members, tmp_path / "one.zip")
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


@pytest.mark.parametrize("name", ["../a", "/a", "a/../../b", "a\\b", "c:/a", "a\nb", "a//b", "./a"])
def test_a_name_that_would_leave_the_folder_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(ShareError, match="cannot be the name of a file in an archive"):
        packing.pack({name: tmp_path}, tmp_path / "one.zip")
    assert not [*tmp_path.iterdir()]


def test_an_archive_goes_into_a_folder_that_exists(tmp_path: Path) -> None:
    with pytest.raises(ShareError, match=r'there is no folder ".*no"; create it, or give another path'):
        packing.check_target(tmp_path / "no" / "one.zip")
    with pytest.raises(ShareError, match=r"is a folder; name a file in it: --to .*archive\.zip"):
        packing.check_target(tmp_path)
    (tmp_path / "link").symlink_to(tmp_path / "one.zip")
    with pytest.raises(ShareError, match="is a link"):
        packing.check_target(tmp_path / "link")
    assert packing.check_target(tmp_path / "one.zip") == tmp_path / "one.zip"
