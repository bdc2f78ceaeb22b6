"""What notebooks work with: `nb = notebook.start(globals())`, then `nb.show(result, chart)`."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from analysis.notebook.session import Notebook, start

__all__ = ["Notebook", "start"]


def __getattr__(name: str) -> Any:  # noqa: ANN401  # whatever the name stands for
    """Import the session when it is asked for: a run reads parameters, and needs no charts."""
    if name not in __all__:
        raise AttributeError(name)
    from analysis.notebook import session  # noqa: PLC0415  # as above

    return getattr(session, name)
