from pathlib import Path

import pytest
from conftest import STORY, MakeCorpus

from analysis import corpus
from analysis.corpus.importers.rtf import read, sniff

HEAD = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times New Roman;}}{\colortbl;\red0\green0\blue0;}"
LINK = r'{\field{\*\fldinst{HYPERLINK "https://example.org/x"}}{\fldrslt five}}'


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"\pard\f0 The council met.\par It voted.\par}", "The council met.\nIt voted."),
        (r"\pard\b Floods\b0\par The river rose.\par}", "Floods\nThe river rose."),
        (r"\pard Caf\'e9, \'80\'33 and \u8220?no\u8221?.\par}", "Café, €3 and “no”."),
        (r"{\info{\title Draft}}\pard A visit.\par}", "A visit."),
        (r"\pard It costs " + LINK + r" million.\par}", "It costs five million."),
        (r"{\pict\pngblip 89504e47}\pard A picture above.\par}", "A picture above."),
    ],
)
def test_rtf_is_reduced_to_its_text(tmp_path: Path, body: str, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(HEAD + body, encoding="cp1252")
    assert sniff(path.read_bytes(), ".txt")
    (article,) = read(path)
    assert article.text == text


@pytest.mark.parametrize("content", [b"", b"plain words", b"{\\rtf1 }", b"{ \\rtf1 words}"])
def test_rtf_without_text_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.rtf"
    path.write_bytes(content)
    with pytest.raises(ValueError, match="RTF"):
        list(read(path))


def test_rtf_is_an_article_whatever_its_name(make_corpus: MakeCorpus) -> None:
    rtf = HEAD + STORY.replace("\n", "\\par\n") + "}"
    loaded = corpus.load(make_corpus({"north/a.txt": rtf, "north/b.rtf": rtf, "north/c.doc": rtf}))
    assert [article.article_id for article in loaded.articles] == ["north/a", "north/b", "north/c"]
    assert loaded.articles[0].text.split() == STORY.split()
    assert loaded.report[0].reason == "RTF: its text without formats and pictures"


@pytest.mark.parametrize("body", ["{" * 50_000, r"\'e9" * 20_000, "{\\*\\fldinst" * 5_000, "\\f0" * 9_000])
def test_hostile_rtf_is_read_to_its_end(tmp_path: Path, body: str) -> None:
    path = tmp_path / "a.rtf"
    path.write_text(HEAD + "Words " + body, encoding="cp1252")
    (article,) = read(path)
    assert article.text.startswith("Words")
