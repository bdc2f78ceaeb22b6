"""Cleaning: an article as found becomes its parts, with a record of every line that was removed."""

from analysis.text.cleaning.cleaner import body_text, clean
from analysis.text.cleaning.corpora import find_repeated, make_cleaner
from analysis.text.cleaning.rules import RULES, Rule

__all__ = ["RULES", "Rule", "body_text", "clean", "find_repeated", "make_cleaner"]
