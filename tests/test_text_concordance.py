"""Concordances: sentences with their hits, from texts that are here, and kept nowhere."""

from pathlib import Path

import pandas as pd
import pytest
from conftest import STORY, MakeCorpus

from analysis import corpus
from analysis.errors import LexiconError
from analysis.notebook.display import show_sentence, show_table
from analysis.text.concordance import concordance


def test_each_hit_stands_in_its_sentence(two_sources: Path) -> None:
    found = concordance(corpus.load(two_sources), "dismal")
    assert found.said == "dismal: 3 hits."
    first = found.lines.iloc[0]
    assert (first["source"], first["article_id"], first["voice"], first["hit"]) == (
        "north", "north/one", "narration", "dismal",
    )  # fmt: skip
    assert first["before"].startswith("The envoys left without a word")
    assert first["before"].endswith("called the")
    assert first["after"].startswith("record of the old government")
    assert first["after"].endswith("at any length.")
    assert 0.2 < first["place"] < 0.6


def test_a_category_stands_for_its_terms(two_sources: Path) -> None:
    found = concordance(corpus.load(two_sources), "publicity")
    assert set(found.lines["hit"]) == {"publicity blitz"}


def test_headlines_quotations_and_negated_hits_are_told_apart(make_corpus: MakeCorpus) -> None:
    story = STORY.replace("We are ready to listen", "There will be no talks, and talks again")
    text = "Talks in Ardia end in silence\n\n" + story
    lines = concordance(corpus.load(make_corpus({"north/one.txt": text})), "talks").lines
    assert list(zip(lines["voice"], lines["negated"], strict=True))[:3] == [
        ("headline", False), ("quotation", True), ("quotation", False),
    ]  # fmt: skip
    assert lines.loc[0, "after"] == "in Ardia end in silence"
    assert pd.isna(lines.loc[0, "place"])


def test_no_more_are_shown_than_asked_for(two_sources: Path) -> None:
    found = concordance(corpus.load(two_sources), "dismal", most=1)
    assert len(found.lines) == 1
    assert found.said == "dismal: the first 1 hits; there are more."
    everything = concordance(corpus.load(two_sources), "dismal")
    hits = len(everything.lines)
    assert everything.said == f"dismal: {hits} hits."
    exactly = concordance(corpus.load(two_sources), "dismal", most=hits)
    assert (len(exactly.lines), exactly.said) == (hits, everything.said)


def test_fifty_hits_are_shown_unless_asked_for_more(make_corpus: MakeCorpus) -> None:
    loaded = corpus.load(make_corpus({"north/one.txt": "It was a dismal day.\n\n" * 51}))
    found = concordance(loaded, "dismal")
    assert (len(found.lines), found.said) == (50, "dismal: the first 50 hits; there are more.")
    assert concordance(loaded, "dismal", most=51).said == "dismal: 51 hits."


def test_nothing_asked_for_nothing_shown(two_sources: Path) -> None:
    found = concordance(corpus.load(two_sources), "")
    assert found.lines.empty
    assert found.said.startswith("Set concordance to a term")


def test_a_term_that_nobody_uses_has_no_hits(two_sources: Path) -> None:
    assert concordance(corpus.load(two_sources), "junta*").said == "junta*: 0 hits."


def test_where_the_texts_are_away_a_sentence_says_so(make_corpus: MakeCorpus) -> None:
    folder = make_corpus({"articles.csv": f"file,source,sha256\nnorth/a.txt,North,{'0' * 64}\n"})
    found = concordance(corpus.load(folder), "dismal")
    assert found.lines.empty
    assert found.said == "The texts of corpus are not here, so no sentence can be shown."
    assert show_table(found.lines, found.said).data == show_sentence(found.said).data


def test_some_texts_that_are_away_are_counted(make_corpus: MakeCorpus) -> None:
    listing = f"file,source,sha256\nnorth/a.txt,North,{'0' * 64}\nnorth/b.txt,North,\n"
    found = concordance(corpus.load(make_corpus({"articles.csv": listing, "north/b.txt": STORY})), "dismal")
    assert found.said == "dismal: 1 hit (missing texts: 1)."


def test_an_unknown_term_is_refused_with_those_like_it(two_sources: Path) -> None:
    with pytest.raises(LexiconError, match="is not a term or category of the list; similar: regime"):
        concordance(corpus.load(two_sources), "regimee")
    with pytest.raises(LexiconError, match="categories: evaluation, publicity"):
        concordance(corpus.load(two_sources), "0000")


def test_what_articles_say_is_escaped(make_corpus: MakeCorpus) -> None:
    text = STORY.replace("the dismal record", "the <script>alert(1)</script> dismal <b>record")
    found = concordance(corpus.load(make_corpus({"north/one.txt": text})), "dismal")
    html = show_table(found.lines, found.said).data
    assert "&lt;b&gt;record" in html
    assert "<script>" not in html
