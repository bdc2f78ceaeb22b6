"""Every error that a user can cause, in one shape: what, the value, what is allowed, what to do."""

from collections.abc import Iterable

__all__ = [
    "AnalysisError",
    "CorpusError",
    "FeaturesError",
    "LexiconError",
    "ParameterError",
    "RunError",
    "SchemaError",
    "ShareError",
    "listed",
]


class AnalysisError(Exception):
    """A mistake that can be mended by the user; the command line prints it without a traceback.

    Args:
        what: the thing that is wrong, named with its value: ``source = "gaurdian" is not in the corpus``.
        allowed: what would be right, a sentence or the valid values; empty where there is no such list.
        todo: the next step for the user; empty where `allowed` says it.
    """

    def __init__(self, what: str, *, allowed: str = "", todo: str = "") -> None:
        """Join the parts into one message; `what`, `allowed` and `todo` stay readable apart."""
        self.what, self.allowed, self.todo = what, allowed, todo
        super().__init__("; ".join(part for part in (what, allowed, todo) if part))

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows: the parts of the message, a line each, without the way through the code."""
        head, *rest = (part for part in (self.what, self.allowed, self.todo) if part)
        return [f"{type(self).__name__}: {head}", *(f"  {part}" for part in rest)]


class CorpusError(AnalysisError):
    """A corpus folder that cannot be read as one."""


class FeaturesError(AnalysisError):
    """Tables that cannot be measured or found."""


class LexiconError(AnalysisError):
    """A term list that is missing or malformed."""


class ParameterError(AnalysisError):
    """A notebook parameter with an unknown name, a wrong type or a wrong value."""


class RunError(AnalysisError):
    """A notebook that could not be run."""


class SchemaError(AnalysisError):
    """A table with missing columns, wrong types or impossible values."""


class ShareError(AnalysisError):
    """An archive that cannot be made, or not be put where it was asked for."""


def listed(values: Iterable[object], *, most: int = 12) -> str:
    """The values in one line for a message, shortened to `most` of them: ``a, b, c and 4 more``."""
    items = [str(value) for value in values]
    rest = len(items) - most
    shown = ", ".join(items[:most]) or "nothing"
    return f"{shown} and {rest} more" if rest > 0 else shown
