import pytest

from analysis.corpus.articles import Article
from analysis.text.articles import CleanArticle
from analysis.text.cleaning import clean

STORY = [
    f"The harbour board of {town} voted on Tuesday to raise the fees for small boats by a third, and owners said "
    f"that they had not been asked before the chair of the board read out the figures in the hall of {town}."
    for town in ("Osmere", "Lindholm", "Karsholt", "Ellery")
]
NAMES = ("Ada F.", "quaysider", "Lee Park", "Old Salt")
PAGE = ["Home", "News", "Sport", "Log in"]
FOOT = ["Privacy policy", "Terms of use", "Contact us", "Share", "Newsletter", "About us", "Careers", "Help"]


def cleaned(*lines: str) -> CleanArticle:
    return clean(Article("a", "post", "\n\n".join(lines)))


@pytest.mark.parametrize(
    "time", ["May 4, 2031 at 3:15 pm", "3 days ago", "4 May 2031", "10:45 AM", "2031-05-04"]
)
def test_comments_end_the_body(time: str) -> None:
    thread = [line for name in NAMES for line in (name, time, f"I do not agree, said {name} here.", "Reply")]
    assert cleaned("Fees to rise by a third", *STORY, *thread).part("body") == STORY


@pytest.mark.parametrize("says", ["says:", "wrote:", "commented:", "schreibt:", "dice:"])
def test_comments_may_be_introduced_by_a_verb(says: str) -> None:
    thread = [
        line
        for name in NAMES
        for line in (
            f"{name} {says}",
            "May 4, 2031 at 3:15 pm",
            "I do not agree with the board at all.",
            "Reply",
        )
    ]
    assert cleaned("Fees to rise by a third", *STORY, *thread).part("body") == STORY


@pytest.mark.parametrize("time", ["15.20 BST", "10:45 AM", "4:15 p.m.", "11:20 GMT", "3 hours ago"])
def test_the_entries_of_a_live_blog_stay(time: str) -> None:
    entries = [line for name, text in zip(NAMES, STORY, strict=True) for line in (name, time, text)]
    article = cleaned("Fees vote live", STORY[0].replace("Osmere", "Hvide"), *entries)
    assert article.part("body")[-4:] == STORY or article.part("body")[1:] == STORY
    assert {gone.rule for gone in article.removed} <= {"time stamp", "date"}


@pytest.mark.parametrize("count", [3, 4, 5, 6, 9])
def test_titles_with_the_beginning_of_their_story_end_the_body(count: int) -> None:
    teasers = [
        f"Ferry To Pier {number} Is CancelledThe operator said that the boat would not leave before Friday."
        for number in range(count)
    ]
    assert cleaned("Fees to rise by a third", *STORY, *teasers).part("body") == STORY


def test_two_glued_lines_are_a_fault_of_typing() -> None:
    glued = "The clerk readThe minutes were short, and so nobody in the hall stayed until the end."
    assert glued in cleaned("Fees to rise by a third", STORY[0], glued, *STORY[1:]).part("body")


@pytest.mark.parametrize(
    "form",
    [
        "{n}. Osmere, {n} boats",
        "Pier {n}: closed",
        "{n} euros for a dinghy",
        "• Berth {n}",
        "Osmere {n} Lindholm 2",
    ],
)
def test_a_list_below_the_text_of_a_page_stays(form: str) -> None:
    items = [form.format(n=number) for number in range(2, 12)]
    body = cleaned(*PAGE, "Fees to rise by a third", *STORY, *items, *FOOT).part("body")
    assert body[:4] == STORY
    assert body[4:] == items
