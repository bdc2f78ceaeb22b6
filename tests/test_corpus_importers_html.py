from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import MakeCorpus
from pages import HARBOUR, TALKS, TEMPLATES, Told, blog, broadsheet, portal

from analysis import corpus
from analysis.corpus.importers import plain
from analysis.corpus.importers.html import is_page, main_text, read, read_piece, sniff, text_lines
from analysis.text.cleaning import body_text, clean

# A tabloid sets its standfirst as a list of points, which trafilatura takes for text; below a colon, above
# a line in lower case, anything may be a piece of a sentence.
LEFT_OVER = {HARBOUR.standfirst, TALKS.standfirst, "Click to play"}


def only(path: Path, declared: str | None = None) -> str:
    (article,) = read(path, declared=declared)
    return article.text


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("told", [HARBOUR, TALKS], ids=["harbour", "talks"])
def test_a_page_of_any_template_is_reduced_to_its_article(
    template: Callable[[Told], str], told: Told
) -> None:
    body = body_text(main_text(template(told)).text).split("\n")
    assert [line for line in body if line not in LEFT_OVER] == told.lines


def test_a_page_says_its_headline_its_day_and_its_address() -> None:
    page = main_text(broadsheet(HARBOUR))
    assert (page.title, page.date, page.url) == (
        HARBOUR.headline,
        HARBOUR.day,
        "https://post.example/2031-05-03/story",
    )


def test_how_much_of_a_page_is_kept_is_said() -> None:
    assert main_text(portal(TALKS)).note.startswith("web page: 205 of its 272 words are its main text")


def test_a_page_of_which_no_parser_makes_sense_is_taken_line_by_line() -> None:
    deep = "<html>" + "<div>" * 5_000 + "<p>The council met.</p><p>It voted.</p>" + "</div>" * 5_000
    page = main_text(deep)
    assert page.text.split() == ["The", "council", "met.", "It", "voted."]
    assert "no article was found" in page.note


def test_a_page_that_would_take_quadratic_time_is_taken_line_by_line() -> None:
    page = main_text("<html><body><p>" + "<span>eel</span> " * 50_000)
    assert page.text.count("eel") == 50_000
    assert "no article was found" in page.note


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body><p>Some text <b>never <i>closed <div>and more of it",
        "<html>" + "<![CDATA[" * 9_000 + "text",
        '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "eels"><!ENTITY b "&a;&a;&a;&a;">]><html><p>&b; sold</p>',
        '<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/hostname">]><html><body><p>&a; sold</p></body></html>',
        "<html><body><p>x</p><script>document.write('<p>injected</p>')</script></body></html>",
        "<html><body>" + "<table><tr><td>" * 2_000 + "eels",
        "<html></html>",
        "",
    ],
)
def test_broken_and_hostile_pages_give_text_and_no_error(markup: str) -> None:
    text = main_text(markup).text
    assert "injected" not in text
    assert len(text) <= len(markup)


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("<!DOCTYPE html><html><p>x", True),
        ('\ufeff <?xml version="1.0"?>\n<!-- saved --><html lang=en>', True),
        ("<HTML><BODY>", True),
        ("An article about <html> and its end.", False),
        ("<p>Typed by hand</p>", False),
        ("", False),
    ],
)
def test_a_page_is_known_by_its_beginning(text: str, page: bool) -> None:  # noqa: FBT001
    assert is_page(text) is page
    assert all(sniff(text.encode(encoding), "") is page for encoding in ("utf-8", "utf-8-sig", "utf-16"))


@pytest.mark.parametrize("text", ["<!---->" * 9_000, " " * 60_000, "<!--" * 16_000, "<?xml ?>" * 8_000])
def test_a_beginning_without_end_is_no_page(text: str) -> None:
    assert not is_page(text)  # trying each way to part it would take forever


def test_a_page_of_too_many_tags_is_taken_line_by_line() -> None:
    assert "no article was found" in main_text("<html><body>" + "<div>Eels</div>" * 31_000).note


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="windows-1252">', "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">', "cp1252"),
        ("<META CHARSET=windows-1252>", "cp1252"),
        ("<meta charset=utf-8>", "utf-8"),
        ("", "utf-16"),
    ],
)
def test_a_page_is_decoded_as_it_declares(tmp_path: Path, head: str, encoding: str) -> None:
    path = tmp_path / "a.html"
    words = "“Málaga’s café – naïve”, said the council of the town on Monday evening."
    path.write_bytes(f"<html><head>{head}</head><body><p>{words}</p></body></html>".encode(encoding))
    assert only(path) == words


def test_pages_in_folders_are_a_corpus(make_corpus: MakeCorpus) -> None:
    folder = make_corpus(
        {
            "post/vote.html": broadsheet(HARBOUR),
            "post/vote_files/frame.html": "<html><body>An advertisement</body></html>",
            "notes/vote.htm": blog(HARBOUR),
            "notes/talks.txt": portal(TALKS),
            "notes/empty.html": "<html><body></body></html>",
            "notes/binary.html": b"<html>\0\0\0",
            "meta.csv": "file,title\nnotes/vote.htm,A market closes\n",
        }
    )
    loaded = corpus.load(folder)
    found = {article.article_id: article for article in loaded.articles}
    told = {entry.file: (entry.status, entry.reason) for entry in loaded.report}
    assert sorted(found) == ["notes/talks", "notes/vote", "post/vote"]
    assert (found["notes/vote"].title, found["post/vote"].title) == ("A market closes", HARBOUR.headline)
    assert (found["post/vote"].date, found["post/vote"].source) == (HARBOUR.day, "post")
    assert "words are its main text" in told["post/vote.html"][1]
    assert told["post/vote_files/frame.html"] == ("skipped", "belongs to a saved web page")
    assert told["notes/empty.html"] == ("refused", "a web page without text")
    assert told["notes/binary.html"] == ("refused", "binary file: it contains NUL bytes")


def test_an_article_from_a_page_is_cleaned_like_any_other(make_corpus: MakeCorpus) -> None:
    (article,) = corpus.load(make_corpus({"post/vote.html": broadsheet(HARBOUR)})).articles
    cleaned = clean(article)
    assert cleaned.part("headline") == [HARBOUR.headline]
    assert cleaned.part("subhead") == ["What happens next"]
    assert len(cleaned.part("body")) == len(HARBOUR.body) - 1


def test_a_page_gives_the_same_text_each_time() -> None:
    assert len({main_text(template(TALKS)) for template in TEMPLATES for _ in range(2)}) == len(TEMPLATES)


def test_blocks_end_lines_and_inline_tags_do_not() -> None:
    markup = "<div>The <b>harbour</b> council<p>voted\n on <a href=x>Monday</a>.<br>It closed"
    assert text_lines(markup).split() == [
        "The",
        "harbour",
        "council",
        "voted",
        "on",
        "Monday.",
        "It",
        "closed",
    ]
    assert [line for line in text_lines(markup).split("\n") if line] == [
        "The harbour council",
        "voted on Monday.",
        "It closed",
    ]


def test_what_is_not_shown_is_no_text() -> None:
    markup = (
        "<head><title>T</title></head><script>if (a<b) p('<p>no</p>')</script><!-- <p>no</p> --><p>Eels</p>"
    )
    assert text_lines(markup).strip() == "Eels"


def test_entities_become_characters_and_no_line_ends() -> None:
    assert text_lines("<p>R&amp;D &lt;b&gt; caf&eacute;&#10;eels</p>").strip() == "R&D <b> café eels"


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 100_000 + "Eels" + "</div>" * 100_000,
        "<!--" * 100_000,
        "<script>" * 100_000,
        "<![CDATA[" * 100_000,
        "<" * 500_000,
        "<p " * 100_000,
        '<a href="' * 100_000,
        "&" * 500_000,
    ],
)
def test_hostile_markup_is_read_to_its_end(markup: str) -> None:
    assert len(text_lines(markup)) <= len(markup)  # in quadratic time it would take minutes


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("<h1>Floods</h1>\n<p>The river <a href='x'>rose</a>.</p>\n", ["Floods", "The river rose."]),
        ("<p class=x>The river rose.</p>", ["The river rose."]),
        ("Floods<br>The river rose.<br/>It fell.", ["Floods", "The river rose.", "It fell."]),
        (
            "Floods\n\nThe river\nrose.\n\n<p>It fell.</p><p>It rains.</p>",
            ["Floods", "The river rose.", "It fell.", "It rains."],
        ),
        ("<DIV>A &amp; B</DIV>\r\n<DIV>caf&eacute;</DIV>", ["A & B", "café"]),
        ("<ul><li>One</li><li>Two</li></ul><script>x()\n\ny()</script>", ["One", "Two"]),
    ],
)
def test_a_piece_of_a_page_in_a_text_file_loses_its_tags(tmp_path: Path, text: str, lines: list[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"---\ntitle: T\n---\n{text}", encoding="utf-8", newline="")
    (article,) = plain.read(path)
    assert [line for line in article.text.split("\n") if line] == lines
    assert article.note == "a piece of a web page: its tags were left out"


@pytest.mark.parametrize(
    "text",
    ["", "No tags.", "The <p> tag ends with </p>.", "<b>Bold</b> and <i>it</i>\n\nMore", "5 < 6 > 4 <br"],
)
def test_a_text_with_few_tags_is_no_piece_of_a_page(text: str) -> None:
    assert read_piece(text) is None
