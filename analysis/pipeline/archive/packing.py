"""The archive as a file: a zip whose bytes depend only on its members, written whole or not at all."""

import os
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from analysis.errors import ShareError
from analysis.provenance import file_hash

__all__ = ["check_target", "pack"]

_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest date in a zip
_MODE = 0o100644  # a file that its owner may write and everyone read
_UNIX = 3


def check_target(path: Path) -> Path:
    """The path of an archive, if one can be written there.

    Raises:
        ShareError: there is no such folder, or no file can have that name.
    """
    if path.is_symlink():
        raise ShareError(f'--to "{path}" is a link', todo="give the path of a file that is none")
    if path.is_dir():
        raise ShareError(f'--to "{path}" is a folder', todo=f"name a file in it: --to {path / 'archive.zip'}")
    if not path.parent.is_dir():
        raise ShareError(
            f'--to "{path}": there is no folder "{path.parent}"', todo="create it, or give another path"
        )
    return path


def pack(members: Mapping[str, Path], to: Path) -> int:
    """Write a zip of files, sorted by name, with one date and mode for all, compressed alike.

    The same members are the same bytes wherever the same zlib compresses them.

    Args:
        members: name in the archive -> the file.
        to: the archive; one with the same bytes may be there already.

    Returns:
        The archive's size in bytes.

    Raises:
        ShareError: another file is there, or a name leads out of the folder.
        OSError: it cannot be written; nothing is left then.
    """
    for name in members:
        _check(name)
    handle, name = tempfile.mkstemp(dir=to.parent, prefix=f".{to.name}-")
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file, zipfile.ZipFile(file, "w") as packed:
            for member in sorted(members):
                packed.writestr(_entry(member), members[member].read_bytes(), compresslevel=9)
        if to.exists() and file_hash(to) != file_hash(fresh):
            raise ShareError(f"{to} exists and is another file", todo="delete it, or give another --to")
        fresh.chmod(0o644)
        fresh.replace(to)
    finally:
        fresh.unlink(missing_ok=True)
    return to.stat().st_size


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _DATE)
    entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, _UNIX, _MODE << 16
    return entry


def _check(name: str) -> None:
    """Refuse a name that some system would unpack elsewhere."""
    path = PurePosixPath(name)
    plain = path.as_posix() == name and not path.is_absolute() and ".." not in path.parts
    if not plain or not name.isprintable() or set(name) & set('\\:*?"<>|'):
        raise ShareError(
            f"{name!r} cannot be the name of a file in an archive",
            todo="rename the folder of the corpus: letters, digits, hyphens and stops",
        )
