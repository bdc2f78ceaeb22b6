"""A cleaned article becomes a document: blocks, offsets, voices and the promises between them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.corpus.articles import Article
from analysis.text.articles import Block, CleanArticle, Part
from analysis.text.segmentation import Document, Span, segment

PASSAGE = (
    "The U.S. economy grew 3.5 percent, Mr. Smith said on Monday. "
    '"We won," he said. '
    '"Is it over?" asked Ms. Jones of Acme Corp. in Washington, D.C., before the vote.'
)


def document(*parts: tuple[Part, str]) -> Document:
    """A document of the given blocks."""
    blocks, offset = [], 0
    for line, (part, text) in enumerate(parts, start=1):
        blocks.append(Block(part, offset, offset + len(text), line))
        offset += len(text) + 2
    text = "\n\n".join(text for _, text in parts)
    article = Article(article_id="orm-1", source="orm", text=text)
    return segment(CleanArticle(article, text, tuple(blocks), (), truncated=False))


def test_the_known_passage_has_three_sentences_and_thirty_words() -> None:
    doc = document(("body", PASSAGE))
    assert (len(doc.sentences), len(doc.body.forms)) == (3, 30)
    assert [doc.text[s.start : s.end][:6] for s in doc.sentences] == ["The U.", '"We wo', '"Is it']


def test_only_headline_and_body_are_segmented() -> None:
    doc = document(
        ("headline", 'Ferry "lost"'),
        ("standfirst", 'A "standfirst".'),
        ("body", 'Ferry "sinks".'),
        ("subhead", "A subhead"),
        ("body", "Nobody hurt."),
    )
    assert doc.article_id == "orm-1"
    assert doc.headline.forms == ["Ferry", "lost"]
    assert doc.body.forms == ["Ferry", "sinks", "Nobody", "hurt"]
    assert [doc.text[a:b] for a, b in doc.paragraphs] == ['Ferry "sinks".', "Nobody hurt."]
    assert [doc.text[a:b] for a, b in doc.sentences] == ['Ferry "sinks".', "Nobody hurt."]
    first = doc.paragraphs[0].start
    assert doc.marks == [first + 6, first + 12]


def test_a_paragraph_ends_a_sentence_without_a_stop() -> None:
    doc = document(("body", "A list of ferries:"), ("body", "the Orm"), ("body", "the Vole"))
    assert len(doc.sentences) == 3


def test_an_empty_article_gives_empty_lists() -> None:
    doc = document()
    assert doc.headline == doc.body == ([], [], [])
    assert (doc.paragraphs, doc.sentences, doc.marks) == ([], [], [])


def test_a_paragraph_of_marks_has_no_word_and_no_sentence() -> None:
    doc = document(("body", '" " "'), ("body", "* * *"))
    assert len(doc.paragraphs) == 2
    assert doc.sentences == []
    assert doc.body.forms == []
    assert len(doc.marks) == 3


def test_one_word_is_one_sentence() -> None:
    doc = document(("body", "Vole"))
    assert doc.sentences == [Span(0, 4)]
    assert doc.body == (["Vole"], [0], [4])


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.lists(st.text(alphabet="aaBB1.!?…'\"([) –-。@:/&é中", max_size=50), max_size=3))
def test_offsets_agree_and_no_word_crosses_a_sentence(paragraphs: list[str]) -> None:
    doc = document(*(("body", text) for text in paragraphs))
    words = list(zip(*doc.body, strict=True))
    assert all(doc.text[start:end] == form for form, start, end in words)
    assert all(doc.text[mark] == '"' for mark in doc.marks)
    assert doc.text.count('"') == len(doc.marks)
    for _, start, end in words:
        assert sum(s.start <= start and end <= s.end for s in doc.sentences) == 1
    for start, end in doc.sentences:
        assert doc.text[start:end] == doc.text[start:end].strip()
