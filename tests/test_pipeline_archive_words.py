"""No six consecutive words of a text in an archive or in the figures, wherever they might hide.

Words are compared as a reader has them: case and accents folded, everything but letters and digits taken for
a space. One thing is allowed: a whole headline or address of an article. They are bibliographic metadata, and
stand where articles are listed and in references: exactly these are masked before the search.
"""

import base64
import html
import io
import json
import re
import shutil
import unicodedata
import zipfile
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from PIL import Image
from pypdf import PdfReader
from tiny_projects import list_files

from analysis import corpus as corpora
from analysis import project
from analysis.corpus.articles import Article

ROOT = project.shipped("CITATION.cff").parent
SEEDS = ROOT.parent / "shared" / "seeds"
RUN = 6


def words(text: str) -> list[str]:
    folded = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(sign for sign in folded if not unicodedata.combining(sign))
    return re.findall(r"[^\W_]+", re.sub(r"['’`‘]", "", bare))


def runs(text: str, masked: Collection[str] = ()) -> set[tuple[str, ...]]:
    joined = f" {' '.join(words(text))} "
    for known in masked:
        joined = joined.replace(f" {known} ", " | ")
    found = joined.split()
    return set(zip(*(found[start:] for start in range(RUN)), strict=False))


def strings(value: object) -> Iterator[str]:
    """Every text of a JSON value, keys too, and the values of each list of texts in a row."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        yield " ".join(inner for inner in value if isinstance(inner, str))
        for inner in value:
            yield from strings(inner)


def texts(name: str, content: bytes) -> Iterator[str]:
    """All that can be read in a file of an archive."""
    suffix = Path(name).suffix
    if suffix == ".parquet":
        table = pq.read_table(io.BytesIO(content))
        for column in table.column_names:
            cells = [value for value in table[column].to_pylist() if isinstance(value, str)]
            yield from cells
            yield " ".join(cell for cell in cells if len(words(cell)) == 1)  # an order would tell, too
        yield str(table.schema.metadata)
    elif suffix == ".png":
        yield from map(str, Image.open(io.BytesIO(content)).info.values())
    elif suffix == ".pdf":
        read = PdfReader(io.BytesIO(content))
        yield from (page.extract_text() for page in read.pages)
        yield str(read.metadata)
    else:
        yield from _readable(content.decode("utf-8"), suffix)


def _readable(text: str, suffix: str) -> Iterator[str]:
    """A text as it stands, without its markup, and decoded."""
    pictures = re.findall(r"base64,([A-Za-z0-9+/=]+)", text)
    for picture in pictures:
        yield from texts("shown.png", base64.b64decode(picture))
    bare = re.sub(r"base64,[A-Za-z0-9+/=]+", "", text)
    bare = re.sub(r' d="[-MLHVCSQTAZz\d\s.,]*"', "", bare)  # the outlines of a drawing hold numbers only
    yield bare
    yield html.unescape(re.sub(r"<[^>]*>", " ", bare))
    if suffix in {".ipynb", ".json"} or bare.startswith("{\n"):
        for inner in strings(json.loads(bare)):
            yield inner
            yield html.unescape(re.sub(r"<[^>]*>", " ", inner))


def secrets(corpus: corpora.Corpus) -> tuple[set[tuple[str, ...]], list[str]]:
    """The runs of words of the articles, and the headlines and addresses that may stand anywhere."""
    known = [name for article in corpus.articles for name in (article.title, article.url) if name]
    masked = sorted((" ".join(words(name)) for name in known), key=len, reverse=True)
    found = {run for article in corpus.articles for run in runs(article.text)}
    assert found
    return found, masked


def search(files: Mapping[str, bytes], corpus: corpora.Corpus) -> dict[str, list[str]]:
    """File -> the runs of words of the articles that can be read in it."""
    secret, masked = secrets(corpus)
    found: dict[str, list[str]] = {}
    for name, content in files.items():
        hits = {run for text in texts(name, content) for run in runs(text, masked) & secret}
        if hits:
            found[name] = sorted(map(" ".join, hits))
    return found


@pytest.mark.parametrize("name", ["example", "un-north-korea-2014"])
def test_no_six_words_of_an_article_are_in_its_figures_and_tables(name: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "corpus" / name, tmp_path / name)
    loaded = corpora.load(tmp_path / name)
    if loaded.absent:
        if not SEEDS.is_dir():
            pytest.skip("the texts belong to their publishers and are not here")
        corpora.add(loaded, sorted(SEEDS.glob("*.txt")))
    places = (ROOT / "figures" / name, ROOT / "corpus" / name / "features")
    published = {
        f"{place.name}/{file}": content for place in places for file, content in list_files(place).items()
    }
    assert search(published, corpora.load(tmp_path / name)) == {}


def test_no_six_words_of_an_article_are_in_its_archive(packed_project: Path, finished_project: Path) -> None:
    with zipfile.ZipFile(packed_project) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    assert search(files, corpora.load(finished_project / "corpus" / "tale")) == {}


def test_six_words_are_found_wherever_they_stand(tmp_path: Path) -> None:
    """The test above can fail: each of these ways to hide a sentence is found."""
    sentence = "Nobody’s ferry had crossed the grey, wind-torn strait since May."
    corpus = corpora.Corpus("a", tmp_path, {}, ("s",), (Article("a", "s", sentence),), (), (), "")
    typed = sentence.upper().replace("-", " ").replace("’", "'")
    hidden = {
        "a.md": typed,
        "b.json": json.dumps({"a": list(typed.split())}),
        "c.svg": "<text>" + "</text><text>".join(sentence.split()) + "</text>",
        "d.ipynb": json.dumps({"cells": [{"outputs": ["<p>" + sentence.replace(" ", "<br>") + "</p>"]}]}),
        "e.csv": "word\n" + "\n".join(sentence.split()),
        "f.html": html.escape(sentence).replace("ferry", "f&#101;rry"),
    }
    files = {name: content.encode() for name, content in hidden.items()}
    files["g.txt"] = b"Nobody's ferry had crossed the grey sea"
    assert sorted(search(files, corpus)) == [*sorted(hidden), "g.txt"]
