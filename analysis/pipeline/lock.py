"""outputs.lock: the files in a figures folder, and what they were made from."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from pydantic import BaseModel, ConfigDict, Field, ValidationError, ValidationInfo, field_validator

from analysis.errors import RunError
from analysis.provenance import content_key, to_json

__all__ = ["COMPOSED", "LOCK", "Entry", "Lock", "entry_key", "is_copy", "read", "write"]

LOCK = "outputs.lock"
COMPOSED = "the report"  # the name of that entry in messages


def is_copy(name: str) -> bool:
    """Whether git does not hold a file, for its size: PNG, PDF and executed notebooks."""
    return PurePosixPath(name).suffix in {".ipynb", ".pdf", ".png"}


class Entry(BaseModel):
    """The files made by one notebook, or from all notebooks together.

    Attributes:
        made_from: part -> hash of what the files were made from.
        parameters: the notebook's parameters, without the corpus.
        key: hash of `made_from` and `parameters`.
        outputs: file -> sha256 of the files that git holds.
        copies: file -> sha256 of PNG, PDF and executed notebooks, which stay out of git.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    made_from: dict[str, str]
    parameters: dict[str, bool | int | float | str] = Field(default_factory=dict)
    key: str
    outputs: dict[str, str]
    copies: dict[str, str] = Field(default_factory=dict)

    @field_validator("outputs", "copies")
    @classmethod
    def _check_names(cls, files: dict[str, str], info: ValidationInfo) -> dict[str, str]:
        for name in files:
            path = PurePosixPath(name)
            if path.is_absolute() or ".." in path.parts or "\\" in name:
                raise ValueError(f"{name} leads out of the folder")
            if is_copy(name) != (info.field_name == "copies"):
                raise ValueError(f"{name} does not belong there")
        return files

    @property
    def files(self) -> dict[str, str]:
        """Outputs and copies: file -> sha256."""
        return {**self.outputs, **self.copies}


class Lock(BaseModel):
    """The content of outputs.lock.

    Attributes:
        folder: the corpus, relative to the project, if it is not in corpus/.
        variant: the parameters that differ from the notebooks' defaults; empty in figures/CORPUS itself.
        articles: file of each article of the corpus -> sha256 of its text.
        versions: of Python and the libraries (`provenance.versions`).
        notebooks: name of a notebook -> the files it made.
        composed: the files made from the outputs of all notebooks.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    folder: str = ""
    variant: dict[str, str] = Field(default_factory=dict)
    articles: dict[str, str] = Field(default_factory=dict)
    versions: dict[str, str] = Field(default_factory=dict)
    notebooks: dict[str, Entry] = Field(default_factory=dict)
    composed: Entry | None = None

    @property
    def entries(self) -> dict[str, Entry]:
        """Every entry by its name in messages."""
        composed = {COMPOSED: self.composed} if self.composed else {}
        return {**self.notebooks, **composed}

    @property
    def files(self) -> dict[str, str]:
        """Outputs and copies of all entries: file -> sha256."""
        return {name: digest for entry in self.entries.values() for name, digest in entry.files.items()}


def entry_key(made_from: Mapping[str, str], parameters: Mapping[str, object]) -> str:
    """The key of an entry: equal keys mean equal files."""
    return content_key(dict(made_from), dict(parameters))


def read(folder: Path) -> Lock:
    """The lock in a figures folder; an empty one if there is none.

    Raises:
        RunError: the file is damaged.
    """
    path = folder / LOCK
    if not path.is_file():
        return Lock()
    try:
        return Lock.model_validate_json(path.read_bytes())
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        reason = f"{place}: {first['msg']}" if place else first["msg"]
        raise RunError(
            f"{path} is not a valid lock: {reason}",
            todo="restore it from git, or delete it and run: analysis figures",
        ) from None


def write(folder: Path, lock: Lock) -> None:
    """Write the lock into a figures folder, whole or not at all."""
    new = folder / f".{LOCK}"
    new.write_text(to_json(lock.model_dump(exclude_defaults=True)), encoding="utf-8", newline="\n")
    new.replace(folder / LOCK)
