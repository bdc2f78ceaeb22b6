"""The value of each article and variant: the default is that of the other notebooks, the others are known."""

import numpy as np
import pytest
from conftest import STORY, MakeCorpus

from analysis import corpus, features
from analysis.features import Features
from analysis.measures.readability.family import read_scores
from analysis.measures.registry import all_measures, find_measure
from analysis.results.robustness.choices import Variant
from analysis.results.robustness.samples import Samples, sample_variants
from analysis.results.sources import measure_articles

JUNK = "Share on Facebook\n\nBy continuing to use the site, you agree to the use of cookies.\n\n"
TITLE = "Envoys meet ministers of Ardia\n\n"

NAMES = sorted({one.name for one in all_measures()})


@pytest.fixture
def data(make_corpus: MakeCorpus) -> Features:
    texts = {"north/one.txt": TITLE + JUNK + STORY, "south/one.txt": STORY, "south/none.txt": "Close\n"}
    return features.load(corpus.load(make_corpus(texts)))


def column(found: Samples, **options: str) -> np.ndarray:
    (place,) = [i for i, variant in enumerate(found.variants) if options.items() <= variant._asdict().items()]
    return found.values[:, place]


@pytest.mark.parametrize("name", NAMES)
def test_the_default_is_what_the_other_notebooks_report(name: str, data: Features) -> None:
    own = measure_articles(data, find_measure(name))["value"].to_numpy(dtype=float)
    sign = -1 if find_measure(name).direction == "higher = easier" else 1
    np.testing.assert_array_equal(sample_variants(data, find_measure(name)).values[:, 0], sign * own)


def test_both_engines_on_the_body_are_those_of_the_scores(data: Features) -> None:
    found = sample_variants(data, find_measure("lix"))
    for engine, cut in (("published", "own"), ("textstat", "cut")):
        own = column(found, score="lix", text="body", sentences=cut, engine=engine)
        expected = measure_articles(data, find_measure("lix", engine=engine))["value"].to_numpy(dtype=float)
        np.testing.assert_array_equal(own, expected)


def test_narration_alone_is_that_of_the_scores(data: Features) -> None:
    own = column(sample_variants(data, find_measure("lix")), score="lix", text="narration")
    expected = read_scores(data, "lix", engine="published", voice="narration")
    np.testing.assert_array_equal(own, expected.reindex(data.articles["article_id"]).to_numpy())


def test_the_whole_file_has_the_words_that_cleaning_took_away(data: Features) -> None:
    found = sample_variants(data, find_measure("words"))
    body, whole = (column(found, score="words", text=text, engine="published") for text in ("body", "whole"))
    assert (whole - body)[data.articles["article_id"] == "north/one"].tolist() == [5 + 3 + 13]
    assert (whole - body)[data.articles["article_id"] == "south/one"].tolist() == [0]


def test_all_between_marks_is_more_than_direct_quotation(make_corpus: MakeCorpus) -> None:
    text = STORY + '\nThe "so-called" treaty was first printed in "The Ardian Evening Reader" on Sunday.\n'
    found = sample_variants(
        features.load(corpus.load(make_corpus({"north/a.txt": text}))), find_measure("quoted_share")
    )
    direct, marked = (
        column(found, score="quoted_share", text="body", quoted=quoted)[0] for quoted in ("direct", "marked")
    )
    assert 0 < direct < marked < 1


def test_quoted_share_of_the_whole_file_has_the_same_words_among_more(data: Features) -> None:
    found = sample_variants(data, find_measure("quoted_share"))
    body, whole = (
        column(found, score="quoted_share", text=text, quoted="direct")[0] for text in ("body", "whole")
    )
    words = sample_variants(data, find_measure("words"))
    sizes = [column(words, score="words", text=text, engine="published")[0] for text in ("body", "whole")]
    assert body * sizes[0] == pytest.approx(whole * sizes[1])


def test_an_article_without_a_body_has_no_value_in_any_variant_of_it(data: Features) -> None:
    empty = (data.articles["words"] == 0).to_numpy()
    assert empty.sum() == 1
    for name in sorted({*NAMES} - {"headline_words"}):
        found = sample_variants(data, find_measure(name))
        places = [i for i, variant in enumerate(found.variants) if variant.text != "whole"]
        assert np.isnan(found.values[empty][:, places]).all()


def test_lengths_of_truncated_articles_are_lower_bounds_and_rates_are_not(make_corpus: MakeCorpus) -> None:
    data = features.load(
        corpus.load(make_corpus({"north/a.txt": STORY.rstrip()[:-20], "south/a.txt": STORY}))
    )
    assert sample_variants(data, find_measure("words")).articles["censored"].tolist() == [True, False]
    assert not sample_variants(data, find_measure("lix")).articles["censored"].any()


def test_weights_are_the_words_that_a_value_was_counted_in(data: Features) -> None:
    found = sample_variants(data, find_measure("quoted_share"))
    place = found.variants.index(Variant("quoted_share", "body", "", "", "direct"))
    np.testing.assert_array_equal(found.words[:, place], data.articles["words"].to_numpy())
    assert np.isnan(sample_variants(data, find_measure("paragraphs")).words).all()


def test_a_measure_without_variants_is_weighted_by_the_words_of_the_body(data: Features) -> None:
    found = sample_variants(data, find_measure("spache"))
    np.testing.assert_array_equal(found.words[:, 0], data.articles["words"].to_numpy())
