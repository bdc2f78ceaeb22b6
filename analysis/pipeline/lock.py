"""outputs.lock: what the files of a figures folder are, and what they were made from."""

from pathlib import Path, PurePosixPath

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from analysis.errors import RunError
from analysis.provenance.hashes import to_json

__all__ = ["LOCK", "Entry", "Lock", "read", "write"]

LOCK = "outputs.lock"
_TODO = "take it back from git, or delete it and make all figures"


class Entry(BaseModel):
    """What was made in one go: by a notebook, or from all notebooks together.

    Attributes:
        key: hash of all that it was made from.
        made_from: the parts of the key: hashes of the cells, the code and the data.
        parameters: the notebook's parameters.
        outputs: file -> sha256.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    key: str
    made_from: dict[str, str] = Field(default_factory=dict)
    parameters: dict[str, bool | int | float | str] = Field(default_factory=dict)
    outputs: dict[str, str]

    @field_validator("outputs")
    @classmethod
    def _inside(cls, outputs: dict[str, str]) -> dict[str, str]:
        for name in outputs:
            path = PurePosixPath(name)
            if path.is_absolute() or ".." in path.parts or "\\" in name:
                raise ValueError(f"{name} leads out of the folder")
        return outputs


class Lock(BaseModel):
    """What stands in outputs.lock.

    Attributes:
        corpus: what the corpus says of itself (`Corpus.about`).
        articles: file of each article of the corpus -> sha256 of its text.
        versions: of Python and the libraries (`provenance.versions`).
        notebooks: name of a notebook -> what it made.
        composed: what was made from the outputs of all of them.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    corpus: dict[str, str] = Field(default_factory=dict)
    articles: dict[str, str] = Field(default_factory=dict)
    versions: dict[str, str] = Field(default_factory=dict)
    notebooks: dict[str, Entry] = Field(default_factory=dict)
    composed: Entry | None = None

    @property
    def outputs(self) -> dict[str, str]:
        """Every file with its sha256."""
        entries = [*self.notebooks.values(), *([self.composed] if self.composed else [])]
        return {name: digest for entry in entries for name, digest in entry.outputs.items()}


def read(folder: Path) -> Lock:
    """The lock in a figures folder; an empty one where there is none.

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
        where = ".".join(str(part) for part in first["loc"])
        reason = f"{where}: {first['msg']}" if where else first["msg"]
        raise RunError(f"{path} is no lock: {reason}", todo=_TODO) from None


def write(folder: Path, lock: Lock) -> None:
    """Write the lock into a figures folder, whole or not at all."""
    fresh = folder / f".{LOCK}"
    fresh.write_text(to_json(lock.model_dump(exclude_none=True)), encoding="utf-8", newline="\n")
    fresh.replace(folder / LOCK)
