import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.corpus.articles import Article
from analysis.text.articles import CleanArticle
from analysis.text.cleaning import RULES, body_text, clean
from analysis.text.cleaning.lines import split_lines
from analysis.text.cleaning.repair import repair

LEAD = "The harbour council of Port Ellery voted on Monday to close the old fish market for two years."
SECOND = "Fishermen who rent the stalls said they had heard of the plan from a notice on the gate."
THIRD = 'The mayor called the decision "hard but fair" and promised to pay for the move.'
PAGE = f"""Home

Sport

Politics

Log in

Council shuts the fish market

By Ada Finch

Published 3 May 2031

{LEAD}

Advertisement

{SECOND}

What happens next

{THIRD}

Related stories

Ferry fares to rise in June

Lighthouse keeper retires at 80

© 2031 Ellery Post. All rights reserved.

Privacy Policy

Terms of Use
"""


def cleaned(text: str, title: str | None = None) -> CleanArticle:
    return clean(Article("a", "post", text, title=title))


def test_a_page_is_reduced_to_its_article() -> None:
    assert cleaned(PAGE).part("body") == [LEAD, SECOND, THIRD]


def test_a_short_line_between_paragraphs_is_a_subhead_and_not_measured() -> None:
    article = cleaned(PAGE)
    assert article.part("subhead") == ["What happens next"]
    assert "What happens next" not in article.body


def test_the_body_for_scoring_keeps_subheads_and_typography() -> None:
    curly = "“We sell eels,” said Mr Pike — and that’s all he would say on the matter."
    text = f"{LEAD}\n\nEels\n\n{curly}"
    assert body_text(text).split("\n") == [LEAD, "Eels", curly]


def test_article_text_without_furniture_stays_whole() -> None:
    text = f"{LEAD}\n\n{SECOND}\n\n{THIRD}"
    article = cleaned(text)
    assert article.body == text
    assert article.removed == ()


@pytest.mark.parametrize("text", ["", " \n\t\n", "Close\n\nShare\n\nAdvertisement\n"])
def test_a_file_without_an_article_has_no_body(text: str) -> None:
    article = cleaned(text)
    assert article.part("body") == []
    assert article.body == ""
    assert not article.truncated


def test_every_removed_line_names_its_rule_and_its_line() -> None:
    article = cleaned(f"{LEAD}\n\nAdvertisement\n{SECOND}")
    assert [(gone.line, gone.rule, gone.text) for gone in article.removed] == [
        (3, "advertisement", "Advertisement")
    ]


def test_rules_have_distinct_names_and_a_reason_in_one_line() -> None:
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)
    assert all(rule.reason and "\n" not in rule.reason for rule in RULES)


def test_the_first_line_is_the_headline_where_it_reads_like_one() -> None:
    article = cleaned(f"Council shuts the fish market\n\n{LEAD}\n\n{SECOND}")
    assert article.part("headline") == ["Council shuts the fish market"]
    assert article.blocks[0].line == 1


def test_the_headline_of_the_metadata_comes_first_with_line_zero() -> None:
    article = cleaned(f"{LEAD}\n\n{SECOND}", title="Market to close")
    assert article.part("headline") == ["Market to close"]
    assert article.blocks[0].line == 0
    assert article.part("body") == [LEAD, SECOND]


def test_the_line_that_repeats_the_headline_of_the_metadata_is_the_headline() -> None:
    article = cleaned(f"Advertisement\nMarket to Close!\n\n{LEAD}\n\n{SECOND}", title="Market to close")
    assert article.part("headline") == ["Market to Close!"]
    assert article.blocks[0].line == 2


def test_a_headline_that_differs_from_the_metadata_is_a_standfirst() -> None:
    article = cleaned(f"Council shuts the fish market\n\n{LEAD}\n\n{SECOND}", title="Market to close")
    assert article.part("headline") == ["Market to close"]
    assert article.part("standfirst") == ["Council shuts the fish market"]


def test_a_standfirst_that_the_first_paragraph_repeats_is_not_measured_twice() -> None:
    article = cleaned(f"Council shuts the fish market\n\n{LEAD}\n\nPort Ellery: {LEAD}\n\n{SECOND}")
    assert article.part("standfirst") == [LEAD]
    assert article.part("dateline") == ["Port Ellery:"]
    assert article.part("body") == [LEAD, SECOND]


def test_a_dateline_is_followed_by_one_space() -> None:
    article = cleaned(f"PORT ELLERY (Reuters) - {LEAD}\n\n{SECOND}")
    assert article.part("dateline") == ["PORT ELLERY (Reuters) –"]
    assert article.text.startswith(f"PORT ELLERY (Reuters) – {LEAD}\n\n")


def test_a_dateline_on_a_line_of_its_own_is_set_apart() -> None:
    text = f"ELNN \u00a0—\u00a0\n\n{LEAD}\n\n{SECOND}"
    article = cleaned(text)
    assert article.part("dateline") == ["ELNN –"]
    assert article.part("body") == [LEAD, SECOND]
    assert body_text(text).split("\n") == [LEAD, SECOND]


def test_story_highlights_are_set_apart() -> None:
    points = "Story highlights\n\nFish market closes for two years\n\nNEW: Mayor pays for move"
    text = f"{points}\n\n{LEAD}\n\n{SECOND}"
    article = cleaned(text)
    assert article.part("highlight") == ["Fish market closes for two years", "NEW: Mayor pays for move"]
    assert article.part("body") == [LEAD, SECOND]


def test_captions_are_set_apart_and_credits_removed() -> None:
    text = f"{LEAD}\n\nImage caption The market in 2019\n\nPhoto: Ada Finch/AFP\n\n{SECOND}"
    article = cleaned(text)
    assert article.part("caption") == ["Image caption The market in 2019"]
    assert [gone.rule for gone in article.removed] == ["credit"]


def test_a_body_that_ends_in_the_middle_of_a_sentence_is_truncated() -> None:
    assert cleaned(f"{LEAD}\n\nThe stalls will be moved to the").truncated
    assert not cleaned(f"{LEAD}\n\n{THIRD}").truncated
    assert not cleaned(f"{LEAD}\n\n{SECOND} (AFP)").truncated


def test_two_short_lines_in_a_row_are_a_list_and_stay_body() -> None:
    article = cleaned(f"{LEAD}\n\nEels 4\n\nHerring 12\n\n{SECOND}")
    assert article.part("body") == [LEAD, "Eels 4", "Herring 12", SECOND]


def test_paragraphs_in_other_scripts_are_kept() -> None:
    chinese = "议会周一决定将旧鱼市场关闭两年,并承诺支付搬迁费用,摊主们说他们是从门上的通知得知这一计划的。"
    arabic = "صوت مجلس الميناء يوم الاثنين على إغلاق سوق السمك القديم لمدة عامين على الأقل."
    assert cleaned(f"{chinese}\n\n{arabic}").part("body") == [chinese, arabic]


LINES = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [*PAGE.split("\n\n"), "Story highlights", "CNN —", "Comments", "More:", "", "___", "1 of 9"]
    ),
)


@settings(derandomize=True, deadline=None, max_examples=150)
@given(st.lists(LINES, max_size=30), st.none() | LINES)
def test_every_line_that_is_not_blank_is_in_a_block_or_removed(lines: list[str], title: str | None) -> None:
    text = "\n".join(lines)
    article = cleaned(text, title)
    gone = [removed.line for removed in article.removed]
    kept = {block.line for block in article.blocks} - {0}
    assert sorted([*gone, *kept]) == [line.number for line in split_lines(repair(text))]


@settings(derandomize=True, deadline=None, max_examples=150)
@given(st.lists(LINES, max_size=30), st.none() | LINES)
def test_blocks_lie_in_order_in_the_text_without_overlap(lines: list[str], title: str | None) -> None:
    article = cleaned("\n".join(lines), title)
    ends = [0, *(block.end for block in article.blocks)]
    for end, block in zip(ends, article.blocks, strict=False):
        assert end <= block.start <= block.end <= len(article.text)
        assert article.text[end : block.start].strip() == ""


@pytest.mark.parametrize(
    "text",
    [
        "word " * 50_000,
        '"' * 10_000,
        "(" * 50_000,
        "Share on " * 20_000,
        "by A" * 20_000,
        "Close\n" * 20_000,
        "More:\n" * 5_000,
        "A b\n" * 20_000,
        "photo: " * 20_000,
    ],
)
def test_hostile_text_is_read_to_its_end(text: str) -> None:
    assert len(body_text(text)) <= len(text)  # in quadratic time it would take minutes


@pytest.mark.parametrize(
    ("text", "paragraphs", "removed"),
    [
        ("Eels", 1, 0),
        (f"{LEAD} " * 3_000, 1, 0),  # 50,000 words in one paragraph
        ("\"“”‘’«»'" * 2_000, 0, 1),
        ("“" * 10_000, 0, 1),
        ("“eel " * 10_000, 1, 0),
        ("eel " * 1_250_000, 1, 0),  # 5 MB in one line
        ("Eels\n" * 100_000, 100_000, 0),
        ("صوت مجلس الميناء يوم الاثنين على إغلاق سوق السمك القديم. " * 1_000, 1, 0),
        ("议会周一决定将旧鱼市场关闭两年。" * 1_000, 1, 0),
        ("the mayorâ€™s â€œplanâ€\x9d " * 5_000, 1, 0),
    ],
)
def test_odd_articles_have_a_stated_result(text: str, paragraphs: int, removed: int) -> None:
    article = cleaned(text)
    assert (len(article.part("body")), len(article.removed)) == (paragraphs, removed)


@pytest.mark.parametrize(
    ("ending", "truncated"),
    [
        ("and the market closed.", False),
        ("and the market closed. (AP)", False),
        ("and the market", False),
        ("and the market (AP)", False),
        ("and the", True),
        ("and said that the market", True),
        ("and the market closed.” ", False),
    ],
)
def test_a_last_paragraph_is_truncated_where_a_word_must_follow(ending: str, *, truncated: bool) -> None:
    text = f"The council met on Monday for hours {ending}"
    assert clean(Article("a", "post", text)).truncated == truncated
    assert not clean(Article("a", "post", "")).truncated
