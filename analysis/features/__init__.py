"""The feature tables of a corpus: measured once and cached by content, or read where the texts are absent.

`store` finds tables without the libraries that read them, `files` reads and writes them, `measurement` makes
them.
"""

from analysis.features.store import (
    describe_trust,
    explain_staleness,
    find_term_list,
    hash_tables,
    load,
    load_term_list,
)
from analysis.features.tables import Features

__all__ = [
    "Features",
    "describe_trust",
    "explain_staleness",
    "find_term_list",
    "hash_tables",
    "load",
    "load_term_list",
]
