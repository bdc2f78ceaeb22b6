"""One archive with a corpus, its measurements and its figures, and without its texts.

Whoever unpacks it into an empty folder has the whole project in its own layout, can rebuild every figure and
compare it, and can put the texts back where they are available.
"""

from analysis.pipeline.archive.sharing import Shared, share

__all__ = ["Shared", "share"]
