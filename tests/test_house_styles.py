"""The same words in another outlet's typography give the same numbers.

What cannot be had: a closing single mark and an apostrophe are one sign. So where an outlet types its quotations
with single marks, a plural possessive or a dropped letter inside one can close it too early, and a quotation that
its paragraph opens or closes but not both can be missed. Those styles are held to a bound instead.
"""

import re
import sys
from dataclasses import replace

import pytest

from analysis import corpus, measures, project
from analysis.corpus.articles import Article
from analysis.text.cleaning import clean
from analysis.text.cleaning.repair import repair
from analysis.text.terms import lexicon

sys.path.insert(0, str(project.root() / "tests" / "benchmarks"))
from british import british
from house_styles import moved, typed, without_places  # found only once its folder is on the path
from retyping import STYLES

BASIL = project.root().parent / "shared" / "eval" / "corpora" / "basil"
SAMPLES = 12  # each style is tried on every twelfth article, and another twelfth than the style before
LETTERS = {
    *(
        "letters",
        "characters",
        "long_words",
        "automated_readability_index",
        "coleman_liau_index",
        "lix",
        "rix",
    ),
    *("words", "quotes", "any"),  # with the spelling itself
}
TERMS = lexicon.load(lexicon.SHIPPED)
UK = [style for style in STYLES if style.startswith("UK")]
OTHERS = [style for style in STYLES if style not in UK]


AMERICAN = """The mayor criticized the plan for the harbor on Monday and apologized to neighbors of the theater.

"We favored a gray wall in the center of town, and nobody realized what color it would be," Ada Holt said at a
meeting of the labor council, which was canceled twice and organized again by the traveling board. The defense
of the program fueled rumors, she recognized. "It will be a favorite of our children," emphasized Jonas Frey, a
counselor who has analyzed such walls for the county. He signaled that judgment of the work had been honorable
and that an organization of painters would color it once more before the theaters open.

"Nobody plows a neighborhood like this," summarized Holt, who labeled the wall a pretense of cozy centers."""


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
    before, after = (measures.list_rows(clean(a), TERMS) for a in (article, again))
    return {name: change for name, change in moved(before, after).items() if change}


@pytest.mark.parametrize("style", OTHERS)
def test_no_number_of_a_shipped_text_moves_with_the_typography(style: str, shipped: list[Article]) -> None:
    assert {a.article_id: found for a in shipped if (found := changes(a, style))} == {}


@pytest.mark.parametrize("style", OTHERS)
def test_no_number_of_a_news_text_moves_with_the_typography(style: str, news: list[Article]) -> None:
    sample = news[OTHERS.index(style) % SAMPLES :: SAMPLES]
    assert {a.article_id: found for a in sample if (found := changes(a, style))} == {}


def test_british_spelling_makes_no_text_harder_and_hides_no_speaker(shipped: list[Article]) -> None:
    written = replace(shipped[0], text=AMERICAN)
    articles = [article for article in (written, *shipped) if british(article.text) != article.text]
    assert len(articles) > 3
    assert {a.article_id: found for a in articles if (found := respelled(a))} == {}


def respelled(article: Article) -> dict[str, float]:
    """The numbers of an article that move in British spelling and do not count letters, and how far."""
    again = replace(article, text=british(article.text), title=british(article.title or "") or None)
    before, after = (measures.list_rows(clean(a), TERMS) for a in (article, again))
    numbers = moved(before, after)
    said = [
        [(row["kind"], row["resolved"], row["cue_class"]) for row in tables["quotes"]]
        for tables in (before, after)
    ]
    assert said[0] == said[1]
    return {name: change for name, change in numbers.items() if change and not counts_letters(name)}


def counts_letters(name: str) -> bool:
    """Whether a number has the letters of words in it, or the words themselves, or is as textstat counts it."""
    return "textstat" in name or name.partition(" ")[0] in LETTERS


@pytest.mark.parametrize("style", UK)
def test_single_marks_move_the_quoted_share_of_news_by_less_than_half_a_point(
    style: str, news: list[Article]
) -> None:
    sample = news[UK.index(style) :: 6]
    moves = [changes(article, style).get("quoted share (%)", 0.0) for article in sample]
    assert sum(moves) / len(moves) < 0.5
    assert sum(map(bool, moves)) <= len(moves) / 5


@pytest.mark.parametrize(
    "text",
    [
        "'The workers' demands are just,' she said.",
        "'I was talkin' about the harbour,' he said. 'Nothin' more.'",
    ],
)
def test_an_apostrophe_that_ends_a_word_does_not_end_its_quotation(text: str) -> None:
    assert changes(Article("a", "s", text), "straight") == {}
    outer = re.sub(r"(?:^|(?<=\s))'|(?<=[.,])'", '"', text)
    before, after = (measures.list_rows(clean(Article("a", "s", t)), TERMS) for t in (outer, text))
    assert without_places(before) == without_places(after)
