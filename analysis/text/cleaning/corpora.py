"""Cleaning the articles of a corpus: what a source repeats shows only in all of them."""

from collections.abc import Callable, Iterator

from analysis.corpus import Corpus
from analysis.corpus.articles import Article
from analysis.text.articles import CleanArticle, Removed
from analysis.text.cleaning import own_patterns
from analysis.text.cleaning.cleaner import clean
from analysis.text.cleaning.repetition import NO_HABITS, find_habits

__all__ = ["find_repeated", "make_cleaner"]

_REPEATED = "repeated"


def make_cleaner(corpus: Corpus) -> Callable[[Article], CleanArticle]:
    """Make the function that cleans the articles of a corpus.

    It removes what a source repeats and what the corpus's `cleaning.toml` names. All articles are read once
    for this; only hashes of their lines are kept.

    Raises:
        CorpusError: `cleaning.toml` is malformed.
    """
    own = own_patterns.load(corpus.folder)
    habits = find_habits(corpus.articles) if own.repeated else {}
    return lambda article: clean(article, habits=habits.get(article.source, NO_HABITS), own=own)


def find_repeated(corpus: Corpus) -> Iterator[tuple[str, Removed]]:
    """Every line and insert that is removed because its source repeats it, with the source."""
    cleaner = make_cleaner(corpus)
    for article in corpus.articles:
        yield from ((article.source, gone) for gone in cleaner(article).removed if gone.rule == _REPEATED)
