"""What every measure must do. A new one is tested by being there."""

import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from conftest import STORY

from analysis import corpus, measures
from analysis.features import Features
from analysis.features.files import pack_tables
from analysis.features.measurement import measure
from analysis.measures import Measure
from analysis.text.terms import lexicon

PARAGRAPHS = STORY.strip().split("\n\n")
# The same narration around other quotations, which hold listed terms.
LOUD = {
    "We are ready to listen,": "We will never again listen to a dismal regime that lies, threatens and boasts,",
    "It was a long day, and it will be a long year,": "It was a dismal day,",
    "Nobody should expect a signature before the autumn.": "Nobody in that dismal regime expects one.",
}
TEXTS = {
    "junk": "Share on Facebook\n",
    "marks": "“?!” …\n",
    "word": "Rain\n",
    "story": STORY,
    "loud": STORY,
    "truncated": "\n\n".join(PARAGRAPHS[:3])[:-20],
}
for _old, _new in LOUD.items():
    assert _old in STORY
    TEXTS["loud"] = TEXTS["loud"].replace(_old, _new)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("checklist") / "corpus"
    (folder / "north").mkdir(parents=True)
    (folder / "corpus.toml").write_text("least_words = 0\n")
    for name, text in TEXTS.items():
        (folder / "north" / f"{name}.txt").write_text(text)
    return folder


@pytest.fixture(scope="module")
def data(folder: Path) -> Features:
    return measure(corpus.load(folder), lexicon.load(lexicon.SHIPPED))


@pytest.fixture(scope="module")
def reversed_data(folder: Path) -> Features:
    loaded = corpus.load(folder)
    return measure(replace(loaded, articles=loaded.articles[::-1]), lexicon.load(lexicon.SHIPPED))


def values(one: Measure, data: Features) -> dict[str, float]:
    names = data.articles["article_id"].str.split("/").str[-1]
    return dict(zip(names, one.value(data).astype(float), strict=True))


def same(one: float, other: float) -> bool:
    return one == other or (math.isnan(one) and math.isnan(other))


each = pytest.mark.parametrize("one", measures.all_measures(), ids=lambda one: one.key)


@each
def test_a_measure_says_what_it_is(one: Measure) -> None:
    assert one.name.isidentifier()
    assert all([one.label, one.unit, one.minimum, *one.more])
    assert one.definition[0].isupper()
    assert one.definition.endswith(".")
    assert one.direction in {"", "higher = harder", "higher = easier"}
    assert one.share or one.noun or not one.extensive


@each
def test_its_papers_are_found(one: Measure) -> None:
    from analysis.report.references import find_papers

    assert len(find_papers(one.papers)) >= len(one.papers)


def test_no_two_measures_have_the_same_key() -> None:
    keys = [one.key for one in measures.all_measures()]
    assert len(keys) == len(set(keys))


@each
def test_it_has_one_value_per_article_and_none_is_infinite(one: Measure, data: Features) -> None:
    found = one.value(data)
    assert list(found.index) == list(data.articles.index)
    assert not np.isinf(found.astype(float)).any()


@each
@pytest.mark.parametrize("text", ["junk", "marks"])
def test_a_text_without_words_has_no_value_rather_than_zero(one: Measure, text: str, data: Features) -> None:
    assert math.isnan(values(one, data)[text])


@each
def test_a_text_of_one_word_has_a_value_only_if_the_measure_says_so(one: Measure, data: Features) -> None:
    found = values(one, data)["word"]
    if one.minimum in {"a word in its body", "a word of narration"}:
        assert not math.isnan(found)
    else:
        assert math.isnan(found)


@each
def test_a_truncated_text_gives_a_lower_bound_of_what_grows_with_the_text(
    one: Measure, data: Features
) -> None:
    assert data.articles.set_index("article_id").loc["north/truncated", "truncated"]
    found = values(one, data)
    if one.extensive:
        assert found["truncated"] < found["story"]


@each
def test_what_is_measured_in_narration_does_not_depend_on_quotations(one: Measure, data: Features) -> None:
    found = values(one, data)
    if "narration" in one.definition:
        assert found["loud"] == found["story"]


def test_quotations_change_no_word_or_term_of_the_narration(data: Features) -> None:
    # Readability is another matter: there a sentence belongs as a whole to the voice of most of its words.
    for table in (data.terms, data.words):
        own = table[table["voice"] == "narration"].drop(columns=["places"], errors="ignore")
        loud, story = (
            own[own["article_id"] == f"north/{name}"].drop(columns="article_id").reset_index(drop=True)
            for name in ("loud", "story")
        )
        assert len(story)
        assert loud.equals(story)


@each
def test_the_order_of_the_articles_does_not_matter(
    one: Measure, data: Features, reversed_data: Features
) -> None:
    first, second = values(one, data), values(one, reversed_data)
    assert list(second) == list(first)[::-1]
    assert all(same(first[name], second[name]) for name in first)


@each
def test_it_gives_the_same_values_twice_and_changes_no_table(one: Measure, data: Features) -> None:
    before = pack_tables(data)
    assert one.value(data).equals(one.value(data))
    assert pack_tables(data) == before
