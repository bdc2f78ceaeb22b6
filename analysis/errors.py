"""Every error that a user can cause: what is wrong, with its value, what is allowed, and what to do."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

__all__ = [
    "DISTRIBUTION",
    "AnalysisError",
    "CorpusError",
    "ExtraError",
    "FeaturesError",
    "LexiconError",
    "ParameterError",
    "ProjectError",
    "RunError",
    "SchemaError",
    "ShareError",
    "extra",
    "listed",
]

DISTRIBUTION = "samestory"  # the name to install this package by


class AnalysisError(Exception):
    """A mistake that the user can correct; the command line prints it without a traceback.

    Args:
        what: what is wrong, with its value: ``source = "gaurdian" is not in the corpus``.
        allowed: what is valid, as a clause that reads on its own ("it must be 1 or more") or as a label with
            values ("it has: guardian, times"); left out where the label has no values.
        todo: the next step for the user; empty if `allowed` says it.

    >>> str(AnalysisError("seed = x", allowed="seed must be a whole number", todo="try: --set seed=7"))
    'seed = x; seed must be a whole number; try: --set seed=7'
    """

    def __init__(self, what: str, *, allowed: str = "", todo: str = "") -> None:
        """Join the parts into one message; each stays available as an attribute."""
        allowed = "" if allowed.endswith(": ") else allowed
        self.what, self.allowed, self.todo = what, allowed, todo
        super().__init__("; ".join(part for part in (what, allowed, todo) if part))

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows: the parts of the message, one per line, without a traceback."""
        head, *rest = (part for part in (self.what, self.allowed, self.todo) if part)
        return [f"{type(self).__name__}: {head}", *(f"  {part}" for part in rest)]


class CorpusError(AnalysisError):
    """A corpus folder that cannot be read as one."""


class ExtraError(AnalysisError):
    """A library that this step needs is not installed; it belongs to an extra."""


class FeaturesError(AnalysisError):
    """Tables that cannot be measured or found."""


class LexiconError(AnalysisError):
    """A term list that is missing or malformed."""


class ParameterError(AnalysisError):
    """A notebook parameter with an unknown name, a wrong type or a wrong value."""


class ProjectError(AnalysisError):
    """There is no project here, or none can be made."""


class RunError(AnalysisError):
    """A notebook that could not be run."""


class SchemaError(AnalysisError):
    """A table with missing columns, wrong types or impossible values."""


class ShareError(AnalysisError):
    """An archive that cannot be made, or cannot be written to the place asked for."""


@contextmanager
def extra(name: str) -> Iterator[None]:
    """Import libraries of an extra; if one is missing, the error says how to install it.

    Raises:
        ExtraError: a library that is imported inside the `with` block is not installed.

    >>> with extra("html"):
    ...     import no_such_library
    Traceback (most recent call last):
    analysis.errors.ExtraError: no_such_library is not installed; install it: pip install "samestory[html]"
    """
    try:
        yield
    except ModuleNotFoundError as error:
        if str(error.name).startswith("analysis"):  # a fault of this package, not of the installation
            raise
        raise ExtraError(
            f"{error.name} is not installed", todo=f'install it: pip install "{DISTRIBUTION}[{name}]"'
        ) from error


def listed(values: Iterable[object], *, most: int = 12) -> str:
    """The values in one line for a message, shortened to `most` of them; empty if there are none.

    >>> listed("abcdef", most=4)
    'a, b, c, d and 2 more'
    """
    items = [str(value) for value in values]
    rest = len(items) - most
    text = ", ".join(items[:most])
    return f"{text} and {rest} more" if rest > 0 else text
