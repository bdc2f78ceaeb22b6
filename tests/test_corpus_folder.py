import hashlib
import os
import sys
from pathlib import Path

import pytest
from conftest import STORY, MakeCorpus

from analysis import corpus
from analysis.errors import CorpusError


def reasons(loaded: corpus.Corpus) -> dict[str, tuple[str, str]]:
    return {entry.file: (entry.status, entry.reason) for entry in loaded.report}


def test_a_folder_of_folders_is_a_corpus(two_sources: Path) -> None:
    loaded = corpus.load(two_sources)
    assert loaded.sources == ("north", "south")
    assert [a.article_id for a in loaded.articles] == ["north/one", "north/two", "south/one", "south/two"]
    assert corpus.summary(loaded) == "corpus: 4 of 4 articles loaded from 2 sources"


def test_every_file_has_a_row_in_the_report(make_corpus: MakeCorpus) -> None:
    files: dict[str, str | bytes] = {
        "articles/north/a.txt": STORY,
        "articles/north/photo.jpg": b"\xff\xd8\xff",
        "articles/.DS_Store": b"\0",
        "README.md": "about",
        "corpus.toml": 'title = "T"',
        "lexicon.yml": "a: [b]",
        "features/articles.parquet": b"PAR1",
    }
    loaded = corpus.load(make_corpus(files))
    assert sorted(entry.file for entry in loaded.report) == sorted(files)
    assert all(entry.reason for entry in loaded.report if entry.status != "loaded")
    assert corpus.summary(loaded) == "corpus: 1 of 1 articles loaded from 1 source; 2 skipped"


def test_files_that_describe_the_corpus_are_not_called_skipped(make_corpus: MakeCorpus) -> None:
    files = {
        "articles.csv": "file,source\nnorth/a.txt,North\n",
        "corpus.toml": 'language = "de"',
        "LICENSE": "CC0",
    }
    loaded = corpus.load(make_corpus({**files, "lexicon.yml": "a: [b]", "north/a.txt": STORY}))
    assert corpus.summary(loaded) == "corpus: 1 of 1 articles loaded from 1 source"


def test_the_table_decides_over_front_matter_and_front_matter_over_the_place(make_corpus: MakeCorpus) -> None:
    loaded = corpus.load(
        make_corpus(
            {
                "articles.csv": "file,title,event\nnorth/a.txt,From the table,visit\n",
                "north/a.txt": f"---\ntitle: From the file\nsource: Northern Post\ndate: 2031-05-20\n---\n{STORY}",
            }
        )
    )
    (article,) = loaded.articles
    assert (article.title, article.event) == ("From the table", "visit")
    assert (article.source, article.date) == ("Northern Post", "2031-05-20")


def test_sources_keep_the_order_of_the_settings(make_corpus: MakeCorpus) -> None:
    toml = 'sources = ["south", "north"]'
    loaded = corpus.load(make_corpus({"corpus.toml": toml, "north/a.txt": STORY, "south/a.txt": STORY}))
    assert loaded.sources == ("south", "north")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty file"),
        (b"   \n\t\n", "empty file"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary file: it contains NUL bytes"),
        (b"x" * 5_000_001, "5,000,001 bytes; an article has at most 5,000,000"),
    ],
)
def test_an_unusable_file_is_refused_by_name_and_the_others_load(
    make_corpus: MakeCorpus, content: bytes, reason: str
) -> None:
    loaded = corpus.load(make_corpus({"north/good.txt": STORY, "north/bad.txt": content}))
    assert reasons(loaded)["north/bad.txt"] == ("refused", reason)
    assert len(loaded.articles) == 1


def test_a_file_of_100_megabytes_is_refused_without_being_read(make_corpus: MakeCorpus) -> None:
    folder = make_corpus({"north/good.txt": STORY})
    with (folder / "north" / "huge.txt").open("wb") as file:
        file.truncate(100_000_000)
    assert reasons(corpus.load(folder))["north/huge.txt"] == (
        "refused",
        "100,000,000 bytes; an article has at most 5,000,000",
    )


def test_a_wrongly_declared_encoding_is_noted(make_corpus: MakeCorpus) -> None:
    table = "file,source,encoding\na.txt,North,utf-16\nb.txt,North,latin-1\n"
    texts = {"a.txt": STORY.encode(), "b.txt": ("Café. " + STORY).encode("latin-1")}
    noted = reasons(corpus.load(make_corpus({"articles.csv": table, **texts})))
    assert noted["a.txt"] == ("loaded", "declared as utf-16, decoded as utf-8")
    assert noted["b.txt"] == ("loaded", "decoded as iso8859-1")


def test_the_second_article_with_one_id_is_refused_and_names_the_first(make_corpus: MakeCorpus) -> None:
    table = "file,article_id\nnorth/a.txt,x1\nsouth/b.txt,x1\n"
    loaded = corpus.load(make_corpus({"articles.csv": table, "north/a.txt": STORY, "south/b.txt": STORY}))
    assert reasons(loaded)["south/b.txt"] == ("refused", 'article_id = "x1" is already that of north/a.txt')


def test_a_file_named_by_two_rows_is_reported(make_corpus: MakeCorpus) -> None:
    table = "file,title\nnorth/a.txt,One\nnorth/a.txt,Two\n"
    loaded = corpus.load(make_corpus({"articles.csv": table, "north/a.txt": STORY}))
    assert ("north/a.txt", "refused") in [(entry.file, entry.status) for entry in loaded.report]
    assert loaded.articles[0].title == "One"


def test_a_source_with_no_article_is_reported(make_corpus: MakeCorpus) -> None:
    loaded = corpus.load(make_corpus({"corpus.toml": 'sources = ["north", "west"]', "north/a.txt": STORY}))
    assert ("missing", 'source "west" is in corpus.toml and has no article') in [
        (entry.status, entry.reason) for entry in loaded.report
    ]
    assert loaded.sources == ("north",)


def test_a_text_without_a_source_is_refused_with_the_way_out(make_corpus: MakeCorpus) -> None:
    loaded = corpus.load(make_corpus({"a.txt": STORY, "north/b.txt": STORY}))
    status, reason = reasons(loaded)["a.txt"]
    assert status == "refused"
    assert "put it in a folder named for its source" in reason


def test_a_row_whose_file_is_not_here_is_missing(make_corpus: MakeCorpus) -> None:
    table = "file,source\nnorth/a.txt,North\nnorth/gone.txt,North\n"
    loaded = corpus.load(make_corpus({"articles.csv": table, "north/a.txt": STORY}))
    assert reasons(loaded)["north/gone.txt"] == ("missing", "the file is not here")
    assert corpus.summary(loaded) == "corpus: 1 of 2 articles loaded from 1 source; 1 missing"


@pytest.mark.parametrize("path", ["../secret.txt", "/etc/hostname", "north/../../secret.txt"])
def test_a_path_that_leads_out_of_the_corpus_is_never_read(make_corpus: MakeCorpus, path: str) -> None:
    folder = make_corpus({"articles.csv": f"file,source\n{path},North\n", "north/a.txt": STORY})
    (folder.parent / "secret.txt").write_text(STORY)
    assert reasons(corpus.load(folder))[path] == ("missing", "its path leads out of the corpus folder")


def test_a_link_that_leads_out_of_the_corpus_is_refused(make_corpus: MakeCorpus) -> None:
    folder = make_corpus({"north/a.txt": STORY})
    (folder.parent / "secret.txt").write_text(STORY)
    (folder / "north" / "link.txt").symlink_to(folder.parent / "secret.txt")
    assert reasons(corpus.load(folder))["north/link.txt"][0] == "refused"


@pytest.mark.parametrize("target", ["nowhere", "link", "..", "."])
def test_a_link_to_a_folder_or_to_nothing_is_refused_and_not_followed(
    make_corpus: MakeCorpus, target: str
) -> None:
    folder = make_corpus({"north/a.txt": STORY})
    (folder / "north" / "link").symlink_to(target)
    loaded = corpus.load(folder)
    assert reasons(loaded)["north/link"] == (
        "refused",
        "not a file: a link to a folder or to nothing, or a device",
    )
    assert len(loaded.articles) == 1


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="to this user no folder is closed")
def test_a_folder_that_cannot_be_read_is_reported(make_corpus: MakeCorpus) -> None:
    folder = make_corpus({"north/a.txt": STORY, "south/a.txt": STORY})
    (folder / "south").chmod(0)
    noted = reasons(corpus.load(folder))
    (folder / "south").chmod(0o700)
    assert noted["south"] == ("refused", "the folder cannot be read: Permission denied")


@pytest.mark.skipif(sys.platform != "linux", reason="names are text here")
def test_a_name_that_is_not_utf8_is_reported_in_letters_that_can_be_printed(make_corpus: MakeCorpus) -> None:
    folder = make_corpus({"north/a.txt": STORY})
    Path(os.fsdecode(os.fsencode(folder) + b"/north/\xe9.txt")).write_text(STORY)
    loaded = corpus.load(folder)
    assert reasons(loaded)["north/\\xe9.txt"] == (
        "refused",
        "the file name or the system locale is not UTF-8",
    )
    assert len(loaded.articles) == 1


@pytest.mark.parametrize("named", ["", "."])
def test_a_row_that_names_no_file_is_reported(make_corpus: MakeCorpus, named: str) -> None:
    table = f"file,source,title\n{named},North,A visit\n{named},North,A second\nnorth/a.txt,North,Talks\n"
    loaded = corpus.load(make_corpus({"articles.csv": table, "north/a.txt": STORY}))
    assert ("missing", "a row names no file") in reasons(loaded).values()
    assert len(loaded.articles) == 1


def test_an_absent_text_is_listed_once_and_takes_no_id_of_another(make_corpus: MakeCorpus) -> None:
    named = [("x", "x"), ("x", "x"), ("y", "x"), ("z", "a")]
    rows = [f"north/{name}.txt,North,{article_id},{'0' * 64}" for name, article_id in named]
    table = "\n".join(["file,source,id,sha256", *rows, "north/a.txt,North,a,"])
    loaded = corpus.load(make_corpus({"articles.csv": table, "north/a.txt": STORY}))
    assert [article.file for article in loaded.absent] == ["north/x.txt"]
    assert reasons(loaded)["north/y.txt"] == ("refused", 'article_id = "x" is already that of north/x.txt')
    assert reasons(loaded)["north/z.txt"] == ("refused", 'article_id = "a" is already that of north/a.txt')


def test_a_date_that_could_mean_two_days_is_left_out_and_noted(make_corpus: MakeCorpus) -> None:
    table = "file,date\nnorth/a.txt,03/04/2014\n"
    loaded = corpus.load(make_corpus({"articles.csv": table, "north/a.txt": STORY}))
    assert loaded.articles[0].date is None
    assert "03/04/2014" in reasons(loaded)["north/a.txt"][1]


@pytest.mark.parametrize(
    "title", ["<b>Talks</b> & 'more'", "$5 for $6", '=HYPERLINK("x")', "{{ x }} \\input{y}"]
)
def test_a_title_is_taken_as_it_is_written(make_corpus: MakeCorpus, title: str) -> None:
    quoted = title.replace('"', '""')
    table = f'file,title\nnorth/a.txt,"{quoted}"\n'
    assert corpus.load(make_corpus({"articles.csv": table, "north/a.txt": STORY})).articles[0].title == title


def test_a_path_may_hold_blanks_and_any_letters(tmp_path: Path) -> None:
    folder = tmp_path / "a b" / "корпус 新聞"
    (folder / "Der Müßiggänger").mkdir(parents=True)
    (folder / "Der Müßiggänger" / "текст 1.txt").write_text(STORY, encoding="utf-8")
    loaded = corpus.load(folder)
    assert loaded.sources == ("Der Müßiggänger",)
    assert loaded.articles[0].article_id == "Der Müßiggänger/текст 1"


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ('titel = "x"', 'unknown setting "titel"; known are: title, question'),
        ("title = 3", "title = 3; title is text"),
        ('sources = "north"', "sources = 'north'; sources is a list of texts"),
        ("sources = [1]", r"sources = \[1\]; sources is a list of texts"),
        ("title = ", 'is not TOML: .*; one setting per line, texts in quotation marks: title = "The flood"'),
        ("title = The flood", "one setting per line, texts in quotation marks"),
        ("title = “The flood”", "put texts in straight quotation marks"),
        ('title = "a"\ntitle = "b"', "give each setting once"),
        ("least_words = -1", "least_words = -1; least_words is a whole number, 0 or more"),
        ("least_words = true", "least_words = true; least_words is a whole number"),
        ('measure_other_languages = "yes"', "is true or false: measure_other_languages = true"),
        (f"title = {'9' * 5000}", "is not TOML"),
        (f"sources = {'[' * 5000}", "is not TOML"),
    ],
)
def test_wrong_settings_are_refused_with_what_is_right(
    make_corpus: MakeCorpus, settings: str, message: str
) -> None:
    with pytest.raises(CorpusError, match=message):
        corpus.load(make_corpus({"corpus.toml": settings, "north/a.txt": STORY}))


def test_a_folder_without_any_article_says_what_it_holds_and_what_to_do(make_corpus: MakeCorpus) -> None:
    with pytest.raises(CorpusError, match=r"contains no article; north/a\.pdf: \.pdf files are not read"):
        corpus.load(make_corpus({"north/a.pdf": b"%PDF"}))


def test_settings_that_are_not_utf8_are_refused_with_the_remedy(make_corpus: MakeCorpus) -> None:
    folder = make_corpus({"corpus.toml": 'title = "Caf\xe9"'.encode("cp1252"), "north/a.txt": STORY})
    with pytest.raises(CorpusError, match=r"corpus\.toml is not UTF-8; save it with the encoding UTF-8"):
        corpus.load(folder)


@pytest.mark.parametrize("files", [{"corpus.toml": ""}, {"README.md": "About"}, {"LICENSE": "Free"}])
def test_a_folder_without_any_file_for_an_article_says_so(
    make_corpus: MakeCorpus, files: dict[str, str]
) -> None:
    with pytest.raises(CorpusError, match="contains no article; it has no file that could be one; put each"):
        corpus.load(make_corpus(files))


@pytest.mark.parametrize(
    ("written", "code"),
    [("en", "en"), ("en-GB", "en"), ("English", "en"), ("EN_us", "en"), ("de", "de")],
)
def test_a_language_may_have_a_region(make_corpus: MakeCorpus, written: str, code: str) -> None:
    folder = make_corpus({"corpus.toml": f'language = "{written}"', "north/a.txt": STORY})
    assert corpus.load(folder).limits.language == code


def test_a_language_that_is_no_code_is_refused(make_corpus: MakeCorpus) -> None:
    folder = make_corpus({"corpus.toml": 'language = "Deutsch"', "north/a.txt": STORY})
    with pytest.raises(CorpusError, match='language = "Deutsch"; language is a code: language = "de"'):
        corpus.load(folder)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("articles.xlsx", "a spreadsheet; to use it"),
        ("meta.ods", "a spreadsheet"),
        ("codes.csv", "a table that"),
    ],
)
def test_a_table_that_is_not_read_is_said_to_be_one(make_corpus: MakeCorpus, name: str, reason: str) -> None:
    loaded = corpus.load(make_corpus({name: "code,label\n1,war\n", "north/a.txt": STORY}))
    assert reasons(loaded)[name][1].startswith(reason)


def test_the_limits_come_from_the_settings(make_corpus: MakeCorpus) -> None:
    toml = "measure_other_languages = true\nleast_words = 20\n"
    loaded = corpus.load(make_corpus({"corpus.toml": toml, "north/a.txt": STORY}))
    assert loaded.limits == ("en", True, 20)


@pytest.mark.parametrize("table", ["articles.csv", "metadata.csv"])
def test_a_file_whose_row_cannot_be_trusted_is_refused(make_corpus: MakeCorpus, table: str) -> None:
    rows = "file,title,source\nn/a.txt,Floods, again,North\ns/a.txt,Aid,South\ns/b.txt,Help,South\n"
    texts = {"n/a.txt": STORY, "s/a.txt": STORY, "s/b.txt": STORY}
    loaded = corpus.load(make_corpus({table: rows, **texts}))
    assert loaded.sources == ("South",)
    status, reason = reasons(loaded)["n/a.txt"]
    assert status == "refused"
    assert reason.startswith(f"{table}: row 2 has 4 values for 3 columns; put quotation marks")


def test_texts_are_put_back_by_their_hash(make_corpus: MakeCorpus, tmp_path: Path) -> None:
    given = tmp_path / "download (1).txt"
    given.write_text(STORY)
    digest = corpus.load(make_corpus({"n/x.txt": STORY})).articles[0].sha256
    table = f"file,source,sha256\nnorth/a.txt,North,{digest.upper()}\n"
    folder = make_corpus({"articles.csv": table, "n/x.txt": STORY})
    (folder / "n" / "x.txt").unlink()
    loaded = corpus.load(folder)
    assert [a.article_id for a in loaded.absent] == ["north/a"]
    assert corpus.add(loaded, [given]) == [(given, "north/a.txt")]
    assert (folder / "north" / "a.txt").read_text() == STORY


def test_no_text_is_put_behind_a_link_that_leads_out(make_corpus: MakeCorpus, tmp_path: Path) -> None:
    given = tmp_path / "given.txt"
    given.write_text("Somebody else's folder stays as it is.")
    digest = hashlib.sha256(given.read_bytes()).hexdigest()
    table = f"file,source,sha256\nlink/a.txt,North,{digest}\n"
    folder = make_corpus({"articles.csv": table, "north/b.txt": STORY})
    (tmp_path / "elsewhere").mkdir()
    (folder / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(CorpusError, match="is a link that leads out of the corpus folder"):
        corpus.add(corpus.load(folder), [given])
    assert not list((tmp_path / "elsewhere").iterdir())


def test_a_text_that_the_corpus_does_not_list_is_refused(two_sources: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Something else.")
    with pytest.raises(CorpusError, match=r"other\.txt is not one of the texts of corpus: its sha256 is"):
        corpus.add(corpus.load(two_sources), [other])


def test_the_report_as_a_table_has_remarks_first(make_corpus: MakeCorpus) -> None:
    table = corpus.report_table(corpus.load(make_corpus({"north/a.txt": STORY, "north/b.txt": ""})))
    assert list(table["status"]) == ["refused", "loaded"]
