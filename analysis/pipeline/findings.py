"""What a verification has found in one figures folder, in words and as an exit status."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from analysis.errors import listed

__all__ = ["Findings"]


@dataclass(slots=True)
class Findings:
    """What was found in one figures folder.

    Attributes:
        place: the folder, below figures/.
        notebooks: how many the lock names, and so how many were to be run.
        failed: how many of them failed.
        unmade: notebooks that have not run for this folder.
        inputs: what the files were made from and is different now: texts, tables, code, lock; a line each.
        outputs: files that are not what is made now; a line each.
        identical: how many files are the same, byte for byte.
        equal: files with the same words and numbers, within `TOLERANCE`, with other versions.
        uncompared: files that cannot be compared because other versions made them.
        absent: how many copies (PNG, PDF, executed notebooks) are not here.
        hidden: how many hidden files are in the folder; they are not compared.
        trusted: what could not be checked; empty if everything could.
        versions: the versions that are not those of the lock; empty if all are.
    """

    place: str
    notebooks: int = 0
    failed: int = 0
    unmade: list[str] = field(default_factory=list)
    inputs: list[str] = field(default_factory=list)
    outputs: list[str] = field(default_factory=list)
    identical: int = 0
    equal: list[str] = field(default_factory=list)
    uncompared: list[str] = field(default_factory=list)
    absent: int = 0
    hidden: int = 0
    trusted: str = ""
    versions: str = ""

    @property
    def status(self) -> int:
        """The exit status.

        0: all files are identical. 3: those that can be compared with other versions have the same words and
        numbers. 1: files differ. 4: what they were made from differs.
        """
        if self.inputs:
            return 4
        return 1 if self.outputs else 3 if self.equal or self.uncompared else 0

    def lines(self) -> list[str]:
        """The findings, ready to print; the first line sums them up."""
        lines = [self._verdict(), *self.inputs, *self.outputs]
        if self.versions:
            lines.append(f"versions other than those in the lock: {self.versions}")
        if self.uncompared:
            lines.append(f"not compared: {', '.join(self.uncompared)}")
        return [f"{self.place}: {line}" for line in lines]

    def _verdict(self) -> str:
        compared = self.identical + len(self.equal)
        verdict = {
            0: f"verified: all {_count(self.identical)} were rebuilt and are identical",
            1: (
                f"not verified: {_count(len(self.outputs) - self.failed, 'differs', 'differ')} "
                "from the rebuilt files"
            ),
            3: (
                f"verified by value: of {_count(compared)}, {self.identical} are identical and "
                f"{len(self.equal)} have the same words and numbers with other versions"
            ),
            4: "not verified: the input of the figures has changed since they were made",
        }[self.status]
        notes = [f"{verdict} ({self.notebooks - self.failed} of {self.notebooks} notebooks)"]
        if self.unmade:
            notes.append(f"not run yet: {listed(self.unmade)}")
        if self.trusted:
            notes.append(f"taken on trust: {self.trusted}")
        if self.uncompared:
            kinds = sorted(Counter(Path(name).suffix for name in self.uncompared).items())
            counts = ", ".join(f"{count} {kind}" for kind, count in kinds)
            notes.append(f"not compared, because other versions draw them differently: {counts}")
        if self.absent:
            notes.append(
                "not compared, because missing here: "
                f"{_count(self.absent, 'that is', 'that are')} not kept in git"
            )
        if self.hidden:
            notes.append(f"not compared, because hidden: {_count(self.hidden)}")
        return "; ".join(notes)


def _count(files: int, one: str = "", many: str = "") -> str:
    """A number of files, with the verb for one or for several."""
    return f"{files:,} {'file' if files == 1 else 'files'} {one if files == 1 else many}".rstrip()
