"""The same words in another outlet's typography give the same numbers."""

import sys
from dataclasses import replace

import pytest

from analysis import corpus, measures
from analysis.articles import Article
from analysis.cleaning import clean
from analysis.cleaning.repair import repair
from analysis.measures import lexicon
from analysis.paths import LEXICON, ROOT

sys.path.insert(0, str(ROOT / "tests" / "benchmarks"))
from house_styles import moved, typed  # found only once its folder is on the path
from retyping import STYLES

BASIL = ROOT.parent / "shared" / "eval" / "corpora" / "basil"
SAMPLES = 12  # each style is tried on every twelfth article, and another twelfth than the style before
TERMS = lexicon.load(LEXICON)
UK = [style for style in STYLES if style.startswith("UK")]
OTHERS = [style for style in STYLES if style not in UK]


@pytest.fixture(scope="module")
def shipped() -> list[Article]:
    # The British articles of the corpus type their quotations with single marks: they are no plain start.
    articles = [a for a in corpus.load("example").articles if a.source != "The Harrow Courier"]
    return [replace(article, text=repair(article.text)) for article in articles]


@pytest.fixture(scope="module")
def news() -> list[Article]:
    if not BASIL.is_dir():
        pytest.skip("the annotated articles are not beside the repository")
    return list(corpus.load(BASIL).articles)


def changes(article: Article, style: str) -> dict[str, float]:
    """The numbers of an article that move when it is typed in another style, and how far."""
    again, _ = typed(article, style)
    before, after = (measures.measure(clean(a), TERMS) for a in (article, again))
    return {name: change for name, change in moved(before, after).items() if change}


@pytest.mark.parametrize("style", OTHERS)
def test_no_number_of_a_shipped_text_moves_with_the_typography(style: str, shipped: list[Article]) -> None:
    assert {a.article_id: found for a in shipped if (found := changes(a, style))} == {}


@pytest.mark.parametrize("style", OTHERS)
def test_no_number_of_a_news_text_moves_with_the_typography(style: str, news: list[Article]) -> None:
    sample = news[OTHERS.index(style) % SAMPLES :: SAMPLES]
    assert {a.article_id: found for a in sample if (found := changes(a, style))} == {}
