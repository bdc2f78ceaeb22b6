import pytest
from conftest import STORY, MakeCorpus
from test_text_doubts import GERMAN

from analysis import corpus, features, results


def test_articles_that_are_not_measured_are_listed_with_the_reason(make_corpus: MakeCorpus) -> None:
    files = {
        "corpus.toml": "least_words = 50",
        "north/a.txt": STORY,
        "north/b.txt": GERMAN,
        "south/c.txt": "It rained.",
    }
    loaded = corpus.load(make_corpus(files))
    listed = results.list_left_out(loaded, features.load(loaded))
    assert listed.title == "2 of 3 articles are not measured"
    assert listed.table.to_dict("records") == [
        {
            "source": "north",
            "file": "north/b.txt",
            "reason": "other language",
            "language": "German",
            "words": 66,
        },
        {"source": "south", "file": "south/c.txt", "reason": "few words", "language": "", "words": 2},
    ]


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("least_words = 50", "All articles are measured: each is in English and has at least 50 words."),
        ("least_words = 1", "All articles are measured: each is in English and has at least 1 word."),
        (
            "least_words = 20\nmeasure_other_languages = true",
            "All articles are measured: each has at least 20 words.",
        ),
    ],
)
def test_where_everything_is_measured_the_limits_are_said(
    make_corpus: MakeCorpus, settings: str, said: str
) -> None:
    loaded = corpus.load(make_corpus({"corpus.toml": settings, "north/a.txt": STORY}))
    assert results.list_left_out(loaded, features.load(loaded)).nothing == said
