import pytest

from analysis.corpus.importers.markup import text_lines


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
