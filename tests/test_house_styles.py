"""The same words in another outlet's typography give the same numbers."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace

import pytest

from analysis import corpus, measures
from analysis.articles import Article
from analysis.cleaning import clean
from analysis.cleaning.repair import repair
from analysis.measures import lexicon
from analysis.paths import LEXICON

TERMS = lexicon.load(LEXICON)
# The British articles of the corpus type their quotations with single marks: they are no plain start.
ARTICLES = [a for a in corpus.load("example").articles if a.source != "The Harrow Courier"]


def marks(opening: str, closing: str, apostrophe: str) -> Callable[[str], str]:
    def retyped(text: str) -> str:
        text = re.sub(r"[“\"](?=\w)", opening, text)
        text = re.sub(r"(?<=[\w.,!?…])[”\"]", closing, text)
        return re.sub(r"(?<=\w)['’](?=\w)", apostrophe, text)

    return retyped


STYLES: dict[str, Callable[[str], str]] = {
    "straight": marks('"', '"', "'"),
    "curly": marks("“", "”", "’"),
    "tex": marks("``", "''", "'"),
    "guillemets": marks("«", "»", "’"),
    "low and high": marks("„", "“", "’"),
    "backtick apostrophes": marks('"', '"', "`"),
    "em dashes": lambda text: re.sub(r" [–—] ", "—", text),
    "spaced em dashes": lambda text: re.sub(r" [–—] ", " — ", text),
    "double hyphens": lambda text: re.sub(r" [–—] ", " -- ", text),
    "no-break spaces": lambda text: re.sub(r"(?<=\d) (?=\w)", "\u00a0", text),
    "decomposed letters": lambda text: unicodedata.normalize("NFD", text),
}


def numbers(text: str, article: Article) -> dict[str, list[measures.Row]]:
    tables = measures.measure(clean(replace(article, text=text)), TERMS)
    for row in tables["quotes"] + tables["sentences"]:
        del row["start"], row["end"]
    return tables


@pytest.mark.parametrize("style", STYLES)
def test_no_number_moves_with_the_typography(style: str) -> None:
    for article in ARTICLES:
        text = repair(article.text)
        before, after = numbers(text, article), numbers(STYLES[style](text), article)
        for table in before:
            assert repr(after[table]) == repr(before[table]), (article.article_id, table)
