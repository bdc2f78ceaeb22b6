import pytest
from conftest import MakeCorpus

from analysis.corpus import listing
from analysis.errors import CorpusError


def test_articles_csv_is_read_with_its_own_column_names(make_corpus: MakeCorpus) -> None:
    folder = make_corpus({"articles.csv": "File,Outlet\nn/a.txt,North\n", "n/a.txt": "text"})
    table = listing.read(folder, ["articles.csv", "n/a.txt"])
    assert table
    assert (table.name, table.rows) == ("articles.csv", [{"source": "North", "file": "n/a.txt"}])


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
    assert table
    assert (table.name, table.rows) == ("meta.csv", [{"file": "n/a.txt"}])


def test_a_name_that_fits_two_files_names_neither(make_corpus: MakeCorpus) -> None:
    folder = make_corpus({"articles.csv": "file\na.txt\n"})
    table = listing.read(folder, ["articles.csv", "n/a.txt", "s/a.txt"])
    assert table
    assert (table.name, table.rows) == ("articles.csv", [{"file": "a.txt"}])


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


FILES = ["articles.csv", "n/a.txt", "s/a.txt"]


def read_table(make_corpus: MakeCorpus, text: str) -> listing.Listing:
    found = listing.read(make_corpus({"articles.csv": text}), FILES)
    assert found
    return found


@pytest.mark.parametrize(
    "head", ["sep=;\r\n", "SEP=;\n", "sep=\t\r\n", "sep=|\n", "\ufeffsep=;\r\n"], ids=repr
)
def test_the_line_in_which_excel_names_the_delimiter_is_no_header(make_corpus: MakeCorpus, head: str) -> None:
    delimiter = head.strip()[-1] if head.strip()[-1] != "=" else "\t"
    table = read_table(make_corpus, f"{head}file{delimiter}source\r\nn/a.txt{delimiter}North\r\n")
    assert table.rows == [{"file": "n/a.txt", "source": "North"}]


@pytest.mark.parametrize("value", ["nan", "NaN", "NA", "N/A", "None", "NULL", "#N/A", " null ", "-", "NaT"])
def test_what_programs_write_for_a_missing_value_is_missing(make_corpus: MakeCorpus, value: str) -> None:
    table = read_table(
        make_corpus, f"file,source,agency,title,event\nn/a.txt,North,{value},{value},{value}\n"
    )
    assert table.rows == [{"file": "n/a.txt", "source": "North", "agency": "", "title": "", "event": ""}]


@pytest.mark.parametrize("value", ["Nana", "NAN Daily", "None of the above", "Null Island News", "N"])
def test_a_name_that_begins_like_a_missing_value_is_kept(make_corpus: MakeCorpus, value: str) -> None:
    assert read_table(make_corpus, f"file,source\nn/a.txt,{value}\n").rows[0]["source"] == value


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ("file,title,source\nn/a.txt,Floods, again,North\n", "row 2 has 4 values for 3 columns"),
        ("file,source,title\nn/a.txt,North,Talks, floods, votes\n", "row 2 has 5 values for 3 columns"),
        ("title,file,source\nOne, two,n/a.txt,North\n", "row 2 has 4 values for 3 columns"),
        ("file;title;source\nn/a.txt;Rain; wind;North\n", "row 2 has 4 values for 3 columns"),
        ("file,title,source,\n\nn/a.txt,Rain, wind,North\n", "row 3 has 4 values for 3 columns"),
        (
            (
                "file,title,source,date,url\nn/a.txt,Rain, wind,North,2031-05-20\n"
                "s/a.txt,Aid,South,2031-05-20,https://example.org\n"
            ),
            'row 2 has its date one column too far to the right, after "North"',
        ),
    ],
)
def test_a_row_whose_values_have_moved_is_refused(make_corpus: MakeCorpus, rows: str, fault: str) -> None:
    table = read_table(make_corpus, rows)
    assert "n/a.txt" not in {row["file"] for row in table.rows}
    assert table.refused == [
        ("n/a.txt", f"articles.csv: {fault}; put quotation marks around values that contain the delimiter")
    ]


@pytest.mark.parametrize(
    "rows",
    [
        "file,source\nn/a.txt,North,,\n",
        "file,source,,\nn/a.txt,North,,\n",
        'file,title,source\nn/a.txt,"Rain, wind",North\n',
        "file,source,date\nn/a.txt,North,\n",
        ",file,source\n0,n/a.txt,North\n1,s/a.txt,South\n",
        "file,source,date,accessed\nn/a.txt,North,20 May 2031,2031-06-01\ns/a.txt,South,21 May,2031-06-01\n",
    ],
)
def test_a_row_of_a_spreadsheet_with_empty_cells_is_no_fault(make_corpus: MakeCorpus, rows: str) -> None:
    table = read_table(make_corpus, rows)
    assert not table.refused
    assert table.rows[0]["source"] == "North"


def test_a_moved_row_that_names_no_file_is_reported_for_the_table(make_corpus: MakeCorpus) -> None:
    table = read_table(make_corpus, "file,title,source\ngone.txt,Rain, wind,North\n")
    assert table.refused[0][0] == "articles.csv"


@pytest.mark.parametrize(
    ("header", "remark"),
    [
        ("file,source,evnt", 'column "evnt" is not read: did you mean "event"?'),
        ("file,source,Titel", 'column "Titel" is not read: did you mean "title"?'),
        ("file,source,words,section", "columns that are not read: words, section"),
        ("file,source,outlet", "columns that are not read: outlet"),
        ("file,source,source", "several columns are called source: only the first is read"),
        ("file,source,,note", "column 3 has values but no name, and is not read"),
    ],
)
def test_columns_that_are_not_read_are_remarked(make_corpus: MakeCorpus, header: str, remark: str) -> None:
    table = read_table(
        make_corpus,
        f"{header}\nn/a.txt,North,x,y\n".replace(",y\n", ",y\n" * (header.count(",") > 2) or "\n"),
    )
    assert remark in table.remarks
    assert table.rows[0]["source"] == "North"


def test_a_header_may_have_commas_in_quotation_marks(make_corpus: MakeCorpus) -> None:
    table = read_table(make_corpus, '"file";"title, sub, more, x";"source"\r\nn/a.txt;"T, a, b, c";North\r\n')
    assert table.rows == [{"file": "n/a.txt", "source": "North"}]
