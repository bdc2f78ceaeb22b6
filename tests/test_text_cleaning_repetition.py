from pathlib import Path

import pytest

from analysis import corpus, features
from analysis.corpus.articles import Article
from analysis.text.cleaning import clean, find_repeated, make_cleaner
from analysis.text.cleaning.repetition import NO_HABITS, find_habits

TOPICS = ("ferry", "market", "school", "library", "bridge", "harbour", "museum", "tram")


def story(topic: str) -> list[str]:
    return [
        f"The council of Port Ellery voted on Monday to close the {topic} for two years, to the regret of many.",
        f"People who use the {topic} said that a notice on its gate had told them, and that nobody had asked.",
        f"The mayor, who opened the {topic} as a young clerk, promised that it would be back before long.",
    ]


def articles(texts: list[list[str]], agency: str | None = None) -> list[Article]:
    return [
        Article(f"post-{number}", "post", "\n\n".join(lines), agency=agency)
        for number, lines in enumerate(texts)
    ]


def bodies(found: list[Article]) -> list[list[str]]:
    habits = find_habits(found)
    return [clean(one, habits=habits.get(one.source, NO_HABITS)).part("body") for one in found]


@pytest.mark.parametrize(
    "line",
    [
        "The Post is printed on the quay where it was founded in 1891",
        "Mind the tide tables on page four before going out.",
        "A word from the bridge: eels are back!",
        "Members of the Harbour League receive this page a day early.",
        "Tide at Ellery: 4 metres at 7 o'clock",
    ],
)
def test_a_line_that_three_articles_have_is_furniture(line: str) -> None:
    texts = [[*story(topic), line, "The vote was close."] for topic in TOPICS[:3]]
    assert bodies(articles(texts)) == [[*story(topic), "The vote was close."] for topic in TOPICS[:3]]
    kept = bodies(articles(texts[:2]))
    assert all(any(line[:12] in body for body in own) for own in kept) or all(len(own) == 4 for own in kept)


@pytest.mark.parametrize(
    "sentence",
    [
        "Mind the tide tables on page four.",
        "The Post is the paper of the quay.",
        "A longer story is in the evening edition.",
        "Eels of the week are on page nine.",
        "Letters reach the desk by boat.",
    ],
)
def test_a_sentence_within_a_line_that_three_articles_have_is_cut_out(sentence: str) -> None:
    texts = [[*story(topic)[:2], f"{story(topic)[2]} {sentence}"] for topic in TOPICS[:3]]
    found = articles(texts)
    assert bodies(found) == [story(topic) for topic in TOPICS[:3]]
    gone = clean(found[0], habits=find_habits(found)["post"]).removed
    assert [(one.line, one.rule, one.text) for one in gone] == [(5, "repeated", sentence)]


@pytest.mark.parametrize(
    "widget",
    [
        "Follow the Post on its harbour channel",
        "Read all about the quay",
        "Subscribe to Quay Daily",
        "Download Tide Watch today",
        "See the picture desk",
    ],
)
def test_an_invitation_glued_into_sentences_is_cut_out(widget: str) -> None:
    verbs = ("promised", "hoped", "feared", "knew", "wrote")
    texts = [
        [*story(topic)[:2], story(topic)[2].replace("promised", f"{widget} {verb}")]
        for topic, verb in zip(TOPICS, verbs, strict=False)
    ]
    assert [own[2].split()[:3] for own in bodies(articles(texts))] == [["The", "mayor,", "who"]] * 5
    assert not any(widget in " ".join(own) for own in bodies(articles(texts)))


def test_a_quotation_is_no_furniture() -> None:
    texts = [[*story(topic), "“We will meet again,” the mayor said."] for topic in TOPICS[:4]]
    assert all(len(own) == 4 for own in bodies(articles(texts)))


def test_agency_text_is_no_furniture() -> None:
    texts = [[*story(topic), "A boat leaves at seven from the north pier."] for topic in TOPICS[:4]]
    assert all(len(own) == 4 for own in bodies(articles(texts, agency="Coast Press")))


def test_versions_of_one_article_count_once() -> None:
    shared = [f"{line} It had been said before." for line in story("market") + story("ferry")]
    texts = [[*shared, *story(topic)[:1]] for topic in TOPICS[2:6]]
    assert all(len(own) == 7 for own in bodies(articles(texts)))


def test_a_sentence_of_the_news_may_recur_in_three_articles() -> None:
    texts = [[*story(topic), "Nobody was hurt."] for topic in TOPICS[:3]]
    assert all(own[-1] == "Nobody was hurt." for own in bodies(articles(texts)))


def test_other_sources_do_not_count() -> None:
    line = "Mind the tide tables on page four before going out."
    found = articles([[*story(topic), line] for topic in TOPICS[:3]])
    mixed = [found[0], *(Article(one.article_id, f"s{i}", one.text) for i, one in enumerate(found[1:]))]
    assert all(own[-1] == line for own in bodies(mixed))


def test_a_source_that_ends_its_headlines_with_a_stop_is_known_by_most_of_them() -> None:
    titles = [f"{topic.title()} To Close For Two Years." for topic in TOPICS[:6]]
    texts = [[title, *story(topic)] for title, topic in zip(titles, TOPICS, strict=False)]
    odd = "Is this what the mayor was hoping for?"
    texts.append([odd, *story(TOPICS[6])])
    habits = find_habits(articles(texts))["post"]
    assert habits.titled
    assert clean(articles(texts)[-1], habits=habits).part("headline") == [odd]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    line = "Mind the tide tables on page four before going out."
    for topic in TOPICS[:4]:
        (tmp_path / "post").mkdir(exist_ok=True)
        (tmp_path / "post" / f"{topic}.txt").write_text("\n\n".join([*story(topic), line]), encoding="utf-8")
    return tmp_path


def test_a_corpus_is_cleaned_with_the_habits_of_its_sources(folder: Path) -> None:
    loaded = corpus.load(folder)
    cleaner = make_cleaner(loaded)
    assert [len(cleaner(article).part("body")) for article in loaded.articles] == [3] * 4
    assert {(source, gone.rule) for source, gone in find_repeated(loaded)} == {("post", "repeated")}


def test_the_tables_count_what_is_repeated_and_change_with_the_patterns(folder: Path) -> None:
    before = features.load(corpus.load(folder), fresh=True)
    assert before.removed["rule"].to_list() == ["repeated"] * 4
    (folder / "cleaning.toml").write_text("repeated = false\n", encoding="utf-8")
    after = features.load(corpus.load(folder), fresh=True)
    assert after.removed.empty
    assert before.key != after.key
