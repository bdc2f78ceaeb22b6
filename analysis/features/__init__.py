"""A corpus becomes feature tables: measured once, cached by content, or read where the texts are away.

What is here finds the tables without the libraries that read them; `files` reads and writes them,
`measurement` makes them.
"""

from analysis.features.store import digests, lexicon_path, load, stale, term_list
from analysis.features.tables import Features

__all__ = ["Features", "digests", "lexicon_path", "load", "stale", "term_list"]
