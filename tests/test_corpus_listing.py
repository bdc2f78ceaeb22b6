import pytest
from conftest import MakeCorpus

from analysis.corpus import listing
from analysis.errors import CorpusError


def test_articles_csv_is_read_with_its_own_column_names(make_corpus: MakeCorpus) -> None:
    folder = make_corpus({"articles.csv": "File,Outlet\nn/a.txt,North\n", "n/a.txt": "text"})
    table = listing.read(folder, ["articles.csv", "n/a.txt"])
    assert table == ("articles.csv", [{"source": "North", "file": "n/a.txt"}])


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_found(make_corpus: MakeCorpus, delimiter: str) -> None:
    folder = make_corpus({"articles.csv": f"file{delimiter}source\nn/a.txt{delimiter}North\n"})
    table = listing.read(folder, ["articles.csv", "n/a.txt"])
    assert table is not None
    assert table.rows[0]["source"] == "North"


@pytest.mark.parametrize("named", ["n/a.txt", "n\\a.txt", "./n/a.txt", "a.txt", "a", "n/a"])
def test_a_file_may_be_named_in_any_way_that_is_clear(make_corpus: MakeCorpus, named: str) -> None:
    folder = make_corpus({"meta.csv": f"weight,document_name\n3,{named}\n", "n/a.txt": "text"})
    table = listing.read(folder, ["meta.csv", "n/a.txt"])
    assert table == ("meta.csv", [{"file": "n/a.txt"}])


def test_a_name_that_fits_two_files_names_neither(make_corpus: MakeCorpus) -> None:
    folder = make_corpus({"articles.csv": "file\na.txt\n"})
    table = listing.read(folder, ["articles.csv", "n/a.txt", "s/a.txt"])
    assert table == ("articles.csv", [{"file": "a.txt"}])


def test_accents_may_be_composed_or_not(make_corpus: MakeCorpus) -> None:
    folder = make_corpus({"articles.csv": "file\nn/caf\u00e9.txt\n"})
    table = listing.read(folder, ["articles.csv", "n/cafe\u0301.txt"])
    assert table is not None
    assert table.rows[0]["file"] == "n/cafe\u0301.txt"


def test_a_table_without_a_column_of_files_is_refused_with_its_columns(make_corpus: MakeCorpus) -> None:
    folder = make_corpus({"articles.csv": "title,outlet\nA visit,North\n", "n/a.txt": "text"})
    with pytest.raises(
        CorpusError, match="has no column that names the files; its columns are: title, outlet"
    ):
        listing.read(folder, ["articles.csv", "n/a.txt"])


def test_a_csv_about_something_else_is_no_listing(make_corpus: MakeCorpus) -> None:
    folder = make_corpus({"codes.csv": "code,label\n1,war\n", "n/a.txt": "text"})
    assert listing.read(folder, ["codes.csv", "n/a.txt"]) is None


def test_a_broken_table_is_refused_with_its_path(make_corpus: MakeCorpus) -> None:
    folder = make_corpus({"articles.csv": b'file,source\n"n/a.txt,North\n'})
    with pytest.raises(CorpusError, match=r"articles\.csv cannot be read as CSV"):
        listing.read(folder, ["articles.csv"])


def test_a_rare_line_end_within_a_cell_ends_no_row(make_corpus: MakeCorpus) -> None:
    folder = make_corpus({"articles.csv": "file,title,source\nn/a.txt,One\u2028two\x85three,North\n"})
    table = listing.read(folder, ["articles.csv", "n/a.txt"])
    assert table is not None
    assert table.rows == [{"file": "n/a.txt", "title": "One\u2028two\x85three", "source": "North"}]


def test_a_table_that_is_a_link_to_nothing_is_refused(make_corpus: MakeCorpus) -> None:
    folder = make_corpus({"n/a.txt": "text"})
    (folder / "articles.csv").symlink_to("nowhere.csv")
    with pytest.raises(CorpusError, match=r"articles\.csv is not a file"):
        listing.read(folder, ["articles.csv", "n/a.txt"])
