"""From a corpus folder to articles, with an account of every file in it."""

from analysis.corpus.folder import Corpus, Entry, add, counts, load, report_table, summary

__all__ = ["Corpus", "Entry", "add", "counts", "load", "report_table", "summary"]
