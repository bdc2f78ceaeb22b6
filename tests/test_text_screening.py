import pytest
from conftest import OWN, STORY, MakeCorpus, all_body
from test_text_doubts import FRENCH, GERMAN, RUSSIAN

from analysis import corpus, features
from analysis.corpus.settings import Limits
from analysis.errors import FeaturesError
from analysis.features import files
from analysis.text.concordance import concordance
from analysis.text.screening import screen


@pytest.mark.parametrize(
    ("text", "limits", "reason"),
    [
        (STORY, Limits(), None),
        (GERMAN, Limits(), "other language"),
        (GERMAN, Limits(measure_other_languages=True), None),
        (GERMAN, Limits(language="de"), None),
        (STORY, Limits(language="de"), "other language"),
        ("The council met.", Limits(), "few words"),
        ("The council met.", Limits(least_words=3), None),
        ("", Limits(least_words=1), "few words"),
        ("", Limits(least_words=0), None),
    ],
)
def test_the_limits_decide_what_is_measured(text: str, limits: Limits, reason: str | None) -> None:
    why = screen(all_body(text), limits)
    assert (why.reason if why else None) == reason


def test_words_are_counted_to_the_last_where_they_are_too_few() -> None:
    why = screen(all_body(OWN), Limits(least_words=500))
    assert why
    assert why.words == len(OWN.split())


def test_what_is_left_out_is_in_no_table_but_its_own(make_corpus: MakeCorpus) -> None:
    texts = {
        "north/de.txt": GERMAN,
        "north/stub.txt": "It rained.",
        "north/en.txt": STORY,
        "south/fr.txt": FRENCH,
    }
    data = features.load(corpus.load(make_corpus({"corpus.toml": "least_words = 50", **texts})))
    assert list(data.articles["article_id"]) == ["north/en"]
    assert data.sources == ("north",)
    found = data.left_out.set_index("article_id")
    assert found["reason"].to_dict() == {
        "north/de": "other language",
        "north/stub": "few words",
        "south/fr": "other language",
    }
    assert found["language"].to_dict() == {"north/de": "de", "north/stub": "", "south/fr": "fr"}
    assert found.loc["north/stub", "words"] == 2


def test_tables_that_are_kept_cover_what_was_left_out(make_corpus: MakeCorpus) -> None:
    texts = {"north/ru.txt": RUSSIAN, "north/en.txt": STORY}
    folder = make_corpus(texts)
    loaded = corpus.load(folder)
    rows = "".join(f"{a.file},north,{a.sha256}\n" for a in loaded.articles)
    (folder / "articles.csv").write_text(f"file,source,sha256\n{rows}")
    files.write(features.load(corpus.load(folder)), folder / "features")
    for name in texts:
        (folder / name).unlink()
    data = features.load(corpus.load(folder))
    assert list(data.left_out["article_id"]) == ["north/ru"]
    assert list(data.articles["article_id"]) == ["north/en"]


def test_other_limits_are_measured_anew(make_corpus: MakeCorpus) -> None:
    texts = {"north/de.txt": GERMAN, "north/en.txt": STORY}
    assert len(features.load(corpus.load(make_corpus(texts))).articles) == 1
    asked = make_corpus({"corpus.toml": "measure_other_languages = true", **texts})
    assert len(features.load(corpus.load(asked)).articles) == 2


def test_where_nothing_is_measured_the_reason_and_the_remedy_are_given(make_corpus: MakeCorpus) -> None:
    folder = make_corpus({"corpus.toml": "least_words = 50", "n/a.txt": GERMAN, "n/b.txt": "It rained."})
    with pytest.raises(FeaturesError) as caught:
        features.load(corpus.load(folder))
    assert str(caught.value) == (
        "no article of corpus is measured: other language (1), few words (1); "
        "to measure them, set measure_other_languages = true in corpus.toml; "
        "to measure them, set a smaller least_words in corpus.toml"
    )


def test_a_concordance_shows_only_what_is_measured(make_corpus: MakeCorpus) -> None:
    folder = make_corpus({"corpus.toml": "least_words = 20", "n/a.txt": STORY, "n/b.txt": "A dismal day."})
    assert set(concordance(corpus.load(folder), "dismal").lines["article_id"]) == {"n/a"}
