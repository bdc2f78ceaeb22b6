"""Segmentation: a cleaned article becomes paragraphs, sentences, words and quotation marks with offsets."""

from analysis.text.segmentation.document import Document, Span, segment, sentence_spans
from analysis.text.segmentation.words import Tokens

__all__ = ["Document", "Span", "Tokens", "segment", "sentence_spans"]
