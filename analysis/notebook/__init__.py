"""Three lines make a notebook: import, `nb = notebook.start(globals())`, `nb.show(result, chart)`."""

from analysis.notebook.session import Notebook, start

__all__ = ["Notebook", "start"]
