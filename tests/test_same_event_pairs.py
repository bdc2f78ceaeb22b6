"""The shipped table is what this package measures on the corpus that it names."""

import sys
from dataclasses import replace

import pytest

from analysis import corpus, project
from analysis.corpus import Corpus
from analysis.features.measurement import measure
from analysis.provenance import content_key
from analysis.results import reference_pairs
from analysis.text.terms import lexicon

sys.path.insert(0, str(project.root() / "tests" / "benchmarks"))
import same_event_pairs  # found only once its folder is on the path

BASIL = project.root().parent / "shared" / "eval" / "corpora" / "basil"
EVERY = 8  # event
AGAIN = "measure again: python tests/benchmarks/same_event_pairs.py FOLDER"


@pytest.fixture(scope="module")
def basil() -> Corpus:
    if not BASIL.is_dir():
        pytest.skip("the corpus that the table was measured on is not here")
    return corpus.load(BASIL)


def test_a_dozen_events_measure_the_same_as_when_the_table_was_made(basil: Corpus) -> None:
    names = sorted({article.event for article in basil.articles if article.event})
    chosen = set(names[::EVERY])
    articles = tuple(article for article in basil.articles if article.event in chosen)
    data = measure(replace(basil, articles=articles), lexicon.load(lexicon.SHIPPED))
    again = same_event_pairs.text(same_event_pairs.table(data, names)).splitlines()
    head, *shipped = reference_pairs.TABLE.read_text(encoding="utf-8").splitlines()
    numbers = range(1, len(names) + 1, EVERY)
    assert again == [head, *(line for line in shipped if int(line.split(",")[0]) in numbers)], AGAIN
    assert len(again) == 1 + 3 * len(numbers)


def test_the_shipped_term_list_is_the_one_that_was_counted() -> None:
    assert reference_pairs.about()["lexicon_key"] == content_key(lexicon.load(lexicon.SHIPPED).canonical), (
        AGAIN
    )
