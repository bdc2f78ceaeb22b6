import pytest

from analysis.corpus.articles import Article
from analysis.corpus.importers.html import main_text
from analysis.text.cleaning import clean
from analysis.text.cleaning.markup import tags

FIRST = "The council met on Monday and closed the market."
SECOND = "Nobody spoke against it, and the mayor left early."


@pytest.mark.parametrize(
    "text",
    [
        f"<p>{FIRST}</p>\n<p>{SECOND}</p>",
        f"<p>{FIRST}</p><p>{SECOND}</p>",
        f"<div><p>{FIRST}</p>\n\n<p>{SECOND}</p></div>",
        f"<p class='lead'>{FIRST.replace('council', '<b>council</b>')}</p>\n<p>{SECOND}</p>",
        f"<p>{FIRST}</p>\n<script>let tide = 4;</script>\n<p><a href='/x'>Nobody</a>{SECOND[6:]}</p>",
    ],
)
def test_tags_in_a_text_are_not_counted(text: str) -> None:
    assert clean(Article("a", "post", text)).part("body") == [FIRST, SECOND]


@pytest.mark.parametrize("text", ["a < b and c > d", "<tweet>It is done</tweet>", "if x<p then", "", "<p>"])
def test_a_text_without_tags_of_html_is_unchanged(text: str) -> None:
    assert tags(text) == text


PAGE = """<!DOCTYPE html><html><head><title>Market</title></head><body><nav><a href="/">Home</a></nav>{}
<footer><p>© 2031 Ellery Post</p></footer></body></html>"""
TEXT = [
    f"The council of Port Ellery voted on {day} to close the old market for two years."
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday")
]
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in TEXT)


@pytest.mark.parametrize(
    "body",
    [
        f"<aside class='post'><h1>Market</h1>{PARAGRAPHS}</aside>",
        (
            f"<article><h1>Market</h1><div class='teaser-content'><p>{TEXT[0]}</p><p>{TEXT[1]}</p></div>"
            f"<div><p>{TEXT[2]}</p><p>{TEXT[3]}</p></div></article>"
        ),
        (
            f"<article><h1>Market</h1>{PARAGRAPHS}<blockquote class='twitter-tweet'><p>Closed today.</p>"
            "— Port Ellery (@ellery) <a href='/t'>May 3, 2031</a></blockquote></article>"
        ),
        f"<article><h1>Market</h1>{PARAGRAPHS}<aside><p>Ferry fares to rise</p></aside></article>",
    ],
)
def test_a_page_gives_its_article_and_no_more(body: str) -> None:
    found = clean(Article("a", "post", main_text(PAGE.format(body)).text)).part("body")
    assert found == TEXT


@pytest.mark.parametrize(
    "quoted", ["<q>We lost it,</q>", "<q>“We lost it,”</q>", "<q class='x'>We lost it,</q>"]
)
def test_a_marked_quotation_has_its_marks(quoted: str) -> None:
    page = PAGE.format(
        f"<article>{PARAGRAPHS}<p>{quoted} she told them on the quay that night.</p></article>"
    )
    assert "“We lost it,” she told them" in main_text(page).text


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("The council <b>met</b> again.", False),
        ("The council <b>met</b> again and <i>voted</i>.", True),
        ("The council met.</p>", True),
        ("The council met <b>again.", False),
    ],
)
def test_a_single_tag_within_a_line_may_be_meant(text: str, *, changed: bool) -> None:
    assert (tags(text) != text) is changed


def test_marks_of_a_quotation_have_two_sides() -> None:
    assert tags("She said <q>yes</q> and <b>left</b>.") == "She said “yes” and left."
