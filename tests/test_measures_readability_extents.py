"""Counts of more and of less than the body: they add up, and the scores that follow are the engines' own."""

from collections.abc import Iterator
from math import isnan
from types import ModuleType
from typing import Any

import pytest
from conftest import STORY

from analysis import measures
from analysis.corpus.articles import Article
from analysis.measures.readability import SCORES, Score, extents, textstat_engine
from analysis.measures.readability.extents import Count
from analysis.text import lines
from analysis.text.cleaning import clean
from analysis.text.terms import lexicon

TERMS = lexicon.from_categories({"mood": ["dismal"]})
JUNK = "Share on Facebook\n\nBy continuing to use the site, you agree to the use of cookies.\n\n"
TITLE = "Envoys Meet Ministers of Ardia After Seven Years\n\n"
PAGE = TITLE + JUNK + STORY
FROM_COUNTS = [score for score in SCORES if score.textstat in extents._FROM_COUNTS]


@pytest.fixture(scope="module")
def textstat() -> ModuleType:
    return textstat_engine.reference()


def counted(text: str, title: str | None = None) -> dict[tuple[str, str], Count]:
    tables = measures.list_rows(clean(Article("a", "s", text, title=title)), TERMS)
    rows = [{name: row[name] for name in Count._fields} for row in tables["counts"]]
    return {(row["engine"], row["extent"]): Count(**row) for row in rows}


def scores(text: str, engine: str, voice: str) -> Iterator[tuple[str, float]]:
    for row in measures.list_rows(clean(Article("a", "s", text)), TERMS)["scores"]:
        if (row["engine"], row["voice"]) == (engine, voice):
            yield row["score"], row["value"]


def test_the_extents_hold_each_other() -> None:
    found = counted(PAGE)
    for engine in ("published", "textstat"):
        body, headlined, whole = (found[engine, one] for one in ("body", "headlined", "whole"))
        assert headlined.words == body.words + 8
        assert whole.words == headlined.words + 3 + 13
    assert 0 < found["published", "narration"].words < found["published", "body"].words


def test_the_whole_file_is_every_line_in_its_order() -> None:
    article = clean(Article("a", "s", PAGE))
    text = lines.join_lines(article, lines.other_lines(article))
    assert text.split() == PAGE.split()


def test_a_headline_that_only_the_table_has_is_no_line_of_the_file() -> None:
    found = counted(STORY, title="Envoys meet ministers of Ardia")
    body, headlined, whole = (found["published", one] for one in ("body", "headlined", "whole"))
    assert (headlined.words, headlined.sentences) == (body.words + 5, body.sentences + 1)
    assert whole._replace(extent="body") == body


def test_a_dateline_is_no_sentence_of_its_own() -> None:
    plain, dated = (
        counted(STORY)["published", "whole"],
        counted(f"BELMAR (Reuters) - {STORY}")["published", "whole"],
    )
    assert dated.words == plain.words + 2
    assert dated.sentences == plain.sentences


@pytest.mark.parametrize("extent", ["body", "narration"])
def test_the_scores_that_follow_are_those_of_the_table(extent: str) -> None:
    count = counted(PAGE)["published", extent]
    told = dict(scores(PAGE, "published", extent))
    found = extents.rescore(count, sentences=count.sentences)
    assert len(found) == len(SCORES) - 1
    for name, value in found.items():
        assert value == told[name] or isnan(value) == isnan(told[name])


@pytest.mark.parametrize("score", FROM_COUNTS, ids=lambda score: score.name)
@pytest.mark.parametrize("extent", ["body", "headlined", "whole"])
def test_the_engine_textstat_gives_of_each_extent_what_the_library_does(
    textstat: ModuleType, extent: str, score: Score
) -> None:
    article = clean(Article("a", "s", PAGE))
    texts = {
        "body": article.body,
        "headlined": TITLE + article.body,
        "whole": lines.join_lines(article, lines.other_lines(article)),
    }
    count = counted(PAGE)["textstat", extent]
    given = getattr(textstat, score.textstat)(texts[extent])
    assert extents.rescore(count, sentences=count.sentences)[score.name] == given


def test_other_sentences_give_other_scores_of_the_same_words() -> None:
    count: Any = counted(PAGE)["published", "body"]
    own, more = (extents.rescore(count, sentences=n) for n in (count.sentences, 2 * count.sentences))
    assert more["flesch_kincaid_grade"] == pytest.approx(
        own["flesch_kincaid_grade"] - 0.39 * count.words / count.sentences / 2
    )


@pytest.mark.parametrize("text", ["", "…", "Close\n"])
def test_without_words_nothing_is_scored(text: str) -> None:
    for count in counted(text).values():
        assert count.words == 0 or count.extent == "whole"
        if not count.words:
            assert all(isnan(value) for value in extents.rescore(count, sentences=count.sentences).values())
