"""Compare how news sources tell the same story, from files to figures."""

__version__ = "0.1.0"
