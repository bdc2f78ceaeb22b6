"""A format is one file: an importer put into the folder is used, and nothing else is edited."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import STORY, MakeCorpus

from analysis import corpus
from analysis.corpus import formats, importers
from analysis.errors import CorpusError

JSONL = """
import json
from analysis.corpus.articles import Article, BrokenRecord

SUFFIXES = frozenset({".jsonl"})


def sniff(head, suffix):
    return suffix in SUFFIXES or head.lstrip().startswith(b'{"id"')


def read(path, *, declared=None):
    for number, line in enumerate(path.read_text(encoding=declared or "utf-8").splitlines(), 1):
        try:
            record = json.loads(line)
            yield Article(record.get("id", ""), record.get("source", ""), record["text"], title=record.get("title"))
        except (ValueError, KeyError) as error:
            yield BrokenRecord(f"line {number}", f"{type(error).__name__}: {error}")
"""
BROKEN = """
SUFFIXES = frozenset({".odd"})


def sniff(head, suffix):
    return suffix in SUFFIXES


def read(path, *, declared=None):
    yield from ()
    raise ValueError("the file ends in the middle of a record")
"""


@pytest.fixture
def add_importer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    folder = tmp_path / "importers"
    folder.mkdir()
    monkeypatch.setattr(importers, "__path__", [*importers.__path__, str(folder)])

    def add(name: str, source: str) -> None:
        (folder / f"{name}.py").write_text(source, encoding="utf-8")
        formats.all_importers.cache_clear()

    yield add
    formats.all_importers.cache_clear()
    for name in [name for name in sys.modules if name.startswith(f"{importers.__name__}.")]:
        if str(folder) in str(sys.modules[name].__file__):
            del sys.modules[name]


@pytest.fixture
def _jsonl(add_importer: object) -> None:
    assert callable(add_importer)
    add_importer("jsonl", JSONL)


def lines(*records: object) -> str:
    return "\n".join(one if isinstance(one, str) else json.dumps(one) for one in records)


def reasons(loaded: corpus.Corpus) -> list[tuple[str, str, str]]:
    return [(entry.status, entry.reason, entry.article_id) for entry in loaded.report]


@pytest.mark.usefixtures("_jsonl")
def test_every_record_of_a_file_is_an_article_or_accounted_for(make_corpus: MakeCorpus) -> None:
    records = lines(
        {"text": STORY}, "not json", {"title": "A"}, {"text": " "}, {"text": STORY, "title": "Talks"}
    )
    loaded = corpus.load(make_corpus({"north/all.jsonl": records}))
    assert [(a.article_id, a.source, a.file, a.title) for a in loaded.articles] == [
        ("north/all-1", "north", "north/all.jsonl", None),
        ("north/all-5", "north", "north/all.jsonl", "Talks"),
    ]
    assert reasons(loaded) == [
        ("loaded", "", "north/all-1"),
        ("refused", "line 2: JSONDecodeError: Expecting value: line 1 column 1 (char 0)", ""),
        ("refused", "line 3: KeyError: 'text'", ""),
        ("refused", "article 4: it has no text", ""),
        ("loaded", "", "north/all-5"),
    ]
    assert corpus.summary(loaded) == "corpus: 2 of 5 articles loaded from 1 source; 3 refused"


@pytest.mark.usefixtures("_jsonl")
def test_a_record_may_name_its_id_and_source_and_no_id_is_used_twice(make_corpus: MakeCorpus) -> None:
    record = {"id": "x1", "source": "North", "text": STORY}
    loaded = corpus.load(make_corpus({"all.jsonl": lines(record, record, {"text": STORY})}))
    assert [(a.article_id, a.source) for a in loaded.articles] == [("x1", "North")]
    assert [reason for _, reason, _ in reasons(loaded)[1:]] == [
        'article_id = "x1" is already that of all.jsonl',
        "article 3: no source: put it in a folder named for its source, or name it in a field source",
    ]


@pytest.mark.usefixtures("_jsonl")
def test_a_row_of_the_table_gives_all_articles_of_a_file_what_they_share(make_corpus: MakeCorpus) -> None:
    table = "file,article_id,source,agency,title\nall.jsonl,one,North,AFP,Talks\n"
    files = {"articles.csv": table, "all.jsonl": lines({"text": STORY}, {"text": STORY})}
    loaded = corpus.load(make_corpus(files))
    assert [(a.article_id, a.source, a.agency, a.title) for a in loaded.articles] == [
        ("all-1", "North", "AFP", None),
        ("all-2", "North", "AFP", None),
    ]


@pytest.mark.usefixtures("_jsonl")
def test_the_content_decides_over_the_suffix(make_corpus: MakeCorpus) -> None:
    record = lines({"id": "x", "text": STORY})
    page = f"<!doctype html><html><body><p>{STORY}</p></body></html>"
    files = {"north/a.txt": record, "north/b.export": record.replace('"x"', '"y"'), "north/c.php": page}
    loaded = corpus.load(make_corpus({**files, "north/d.pdf": b"%PDF", "north/e.txt": STORY}))
    assert [a.article_id for a in loaded.articles] == ["north/c", "north/e", "x", "y"]
    skipped = next(entry.reason for entry in loaded.report if entry.status == "skipped")
    assert skipped == (
        ".pdf files are not read as articles; "
        "save the text as one of: .htm, .html, .jsonl, .md, .rtf, .text, .txt, .xhtml"
    )


def test_a_file_that_breaks_its_importer_costs_only_itself(
    make_corpus: MakeCorpus, add_importer: object
) -> None:
    assert callable(add_importer)
    add_importer("odd", BROKEN)
    loaded = corpus.load(make_corpus({"north/a.odd": "x", "north/b.txt": STORY}))
    assert reasons(loaded)[0] == ("refused", "the file ends in the middle of a record", "")
    assert len(loaded.articles) == 1


def test_without_the_importer_its_files_are_skipped(make_corpus: MakeCorpus) -> None:
    with pytest.raises(CorpusError, match=r"\.jsonl files are not read as articles"):
        corpus.load(make_corpus({"north/all.jsonl": lines({"text": STORY})}))


def test_plain_text_is_asked_last() -> None:
    names = [importer.__name__.rpartition(".")[2] for importer in formats.all_importers()]  # type: ignore[attr-defined]
    assert names == [*sorted(set(names) - {"plain"}), "plain"]
    assert {"html", "plain"} <= set(names)


@pytest.mark.parametrize("importer", formats.all_importers(), ids=lambda one: str(one.__name__))
def test_each_importer_keeps_the_contract(importer: formats.Importer, tmp_path: Path) -> None:
    assert all(suffix == suffix.lower() and suffix[:1] in {"", "."} for suffix in importer.SUFFIXES)
    assert importer.sniff(b"", ".unknown") is False
    path = tmp_path / f"empty{min(importer.SUFFIXES)}"
    path.write_bytes(b"")
    try:
        found = [*importer.read(path)]
    except ValueError:
        found = []
    assert all(not getattr(one, "text", "").strip() for one in found)
