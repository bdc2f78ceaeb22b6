"""Quotations: what is quoted, who is quoted, and what else stands between quotation marks."""

from analysis.text.quotations.extraction import Kind, Quotation, quotations, voices

__all__ = ["Kind", "Quotation", "quotations", "voices"]
