"""Which articles are measured: those in the language of their corpus that have enough words."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from analysis.corpus.settings import Limits
from analysis.text.articles import CleanArticle
from analysis.text.language import find_language
from analysis.text.segmentation.words import tokens

__all__ = ["REMEDIES", "LeftOut", "Reason", "screen"]

Reason = Literal["other language", "few words"]
REMEDIES: Mapping[Reason, str] = {
    "other language": "to measure them, set measure_other_languages = true in corpus.toml",
    "few words": "to measure them, set a smaller least_words in corpus.toml",
}


class LeftOut(NamedTuple):
    """Why an article is not measured, the language of its body (empty if not clear), and the body's words."""

    reason: Reason
    language: str
    words: int


def screen(clean: CleanArticle, limits: Limits) -> LeftOut | None:
    """Why an article is not measured under the limits of its corpus; None if it is measured.

    >>> from analysis.corpus.articles import Article
    >>> from analysis.text.cleaning import clean
    >>> screen(clean(Article("a", "The Post", "The council met on Monday.")), Limits())
    LeftOut(reason='few words', language='', words=5)
    """
    language = find_language(clean.body)
    if language not in {"", limits.language} and not limits.measure_other_languages:
        return LeftOut("other language", language, _count_words(clean))
    words = _count_words(clean, limits.least_words)
    return LeftOut("few words", language, words) if words < limits.least_words else None


def _count_words(clean: CleanArticle, enough: float = float("inf")) -> int:
    """The words of the body; counting stops after the paragraph with which there are enough."""
    words = 0
    for block in clean.blocks:
        if block.part == "body" and words < enough:
            words += len(tokens(clean.text, [(block.start, block.end)]).forms)
    return words
