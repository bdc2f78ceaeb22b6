"""One archive that holds a corpus, its measurements and its figures, and no word of its texts.

A stranger who unpacks it into an empty folder has the whole project in its own layout, can make every
figure again and compare it, and can put the texts back where they are to be had.
"""

from analysis.pipeline.archive.sharing import Shared, share

__all__ = ["Shared", "share"]
