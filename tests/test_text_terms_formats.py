"""Term lists of other programs load, whatever their line ends, blanks and numbers look like."""

from pathlib import Path

import pytest

from analysis.errors import LexiconError
from analysis.text.terms.lexicon import Lexicon, Term, load


def loaded(folder: Path, name: str, data: str | bytes) -> Lexicon:
    file = folder / name
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    return load(file)


DIC = "%\n1\tthreat\n2\ttalk\n%\nthreat*\t1\nkind of\t1\t2\n"
THREE = (Term("threat*", "threat"), Term("kind of", "threat"), Term("kind of", "talk"))


@pytest.mark.parametrize(
    "text",
    [
        DIC,
        DIC.replace("\n", "\r"),
        DIC.replace("\n", "\r\n"),
        DIC.replace("\t1", "\t001").replace("\n1\t", "\n01\t"),
        DIC.replace("\t", "   "),
        DIC.replace("\t", " \t "),
        DIC.replace("\n", "  \n\n"),
        DIC.replace("kind of", "Kind  OF"),
        DIC + "threat*\t1\n:-)\t2\n",
        DIC + "like\t<of>1/2\t<of>2/1\n",
        DIC.replace("kind of\t1", "kind of 1"),
        DIC.replace("kind of\t1\t2", "kind of  1\t002 "),
        DIC.replace("kind of\t1\t2", "kind of\t1\nkind of\t\t2"),
        DIC.replace("%\n", "  %\t\n"),
        "A dictionary of two categories\n" + DIC,
        DIC.replace("kind of\t1", "kind of (02 134)1/464"),
    ],
)
def test_a_liwc_dictionary_loads_in_every_shape_it_comes_in(tmp_path: Path, text: str) -> None:
    assert loaded(tmp_path, "own.dic", text).terms == THREE


def test_nested_liwc_categories_are_paths(tmp_path: Path) -> None:
    text = "%\n1\tpower\n\t2\tthreat\n\t\t3\tarms\n\t4\ttalk\n5\tother\n%\na 1\nb 2\nc 3\nd 4\ne 5\n"
    assert [term.category for term in loaded(tmp_path, "own.dic", text).terms] == [
        "power",
        "power/threat",
        "power/threat/arms",
        "power/talk",
        "other",
    ]


def test_a_liwc_term_may_be_a_number(tmp_path: Path) -> None:
    assert loaded(tmp_path, "own.dic", "%\n1 year\n%\n1984 1\n").terms == (Term("1984", "year"),)


def test_a_liwc_phrase_may_end_in_a_number_that_no_category_has(tmp_path: Path) -> None:
    text = "%\n1\tbind\n9\tdate\n%\ncatch 22\t1\n9/11\t09\n9/12 9\n"
    assert loaded(tmp_path, "own.dic", text).terms == (
        Term("catch 22", "bind"),
        Term("9/11", "date"),
        Term("9/12", "date"),
    )


def test_what_a_liwc_condition_came_to_stands_in_the_explanations(tmp_path: Path) -> None:
    text = "%\n1\tfiller\n2\ttalk\n3\tmood\n%\nwell\t(01 02)3/1\t2\nsort\t<of>1/2\nword\t3\n"
    lexicon = loaded(tmp_path, "own.dic", text)
    assert lexicon.terms == (Term("well", "mood"), Term("well", "talk"), Term("word", "mood"))
    well = '"well" has a condition on line 6 and is counted in any company.'
    sort = '"sort" has a condition on line 7 and is left out.'
    assert lexicon.explain == {"mood": well, "filler": f"{well} {sort}", "talk": f"{well} {sort}"}


def test_a_liwc_dictionary_of_an_old_macintosh_loads(tmp_path: Path) -> None:
    data = "%\r1\ttalk\r%\rdétente\t1\r".encode("mac_roman")
    assert loaded(tmp_path, "own.dic", data).terms == (Term("détente", "talk"),)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_byte_order_mark_tells_the_encoding(tmp_path: Path, encoding: str) -> None:
    assert loaded(tmp_path, "own.dic", DIC.encode(encoding)).terms == THREE


def test_bytes_of_no_known_encoding_are_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"neither UTF-8 nor Windows-1252 \(byte 1\); save it as UTF-8"):
        loaded(tmp_path, "own.txt", b"d\x81t\nmore\n")


def test_a_liwc_dictionary_of_an_old_windows_program_loads(tmp_path: Path) -> None:
    data = "%\n1\ttalk\n%\nd\xe9tente\t1\n".encode("cp1252")
    assert loaded(tmp_path, "own.dic", data).terms == (Term("détente", "talk"),)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("word 1\n", "has no categories; a .dic file lists them between two lines of %"),
        ("%\nthreat\n%\nword 1\n", "line 2: 'threat' is not a category; a number, a tab and a name"),
        ("%\n1 threat\n%\nword\n", "line 4: 'word' has no category or an unknown one; numbers of"),
        ("%\n1 threat\n01 talk\n%\nword 1\n", "line 3: category number 01 occurs twice; renumber one"),
        ("%\n1\tthreat\n%\nword\tone\n", "line 4: 'word\\tone' has no category or an unknown one"),
        ("%\n1\tthreat\n%\ncatch 22\n", "line 4: 'catch 22' has no category or an unknown one"),
        (
            "%\n%\nword\t1\n",
            "line 3: 'word\\t1' has no category or an unknown one",
        ),
        ("%\n1 threat\n%\nword 1 2\n", "line 4: 'word 1 2' has no category or an unknown one"),
    ],
)
def test_a_faulty_liwc_dictionary_is_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(LexiconError) as caught:
        loaded(tmp_path, "own.dic", text)
    assert message in str(caught.value)


def test_a_liwc_line_of_many_numbers_takes_linear_time(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="has no category"):
        loaded(tmp_path, "own.dic", "%\n1 a\n%\n" + "1 " * 200_000 + "x\n")


def test_a_liwc_22_dictionary_is_a_wide_table_in_lower_case(tmp_path: Path) -> None:
    text = "DicTerm,threat,talk\nThreat*,X,\nkind of,X,X\n:),,X\n"
    assert loaded(tmp_path, "own.dicx", text).terms == THREE


@pytest.mark.parametrize(
    "text",
    [
        "term,threat,talk\nthreat*,1,0\nkind of,1,1\n",
        "term;threat;talk\r\nthreat*;x\r\nkind of;x;x\r\n",
        "term,threat,talk\rthreat*,TRUE,FALSE\rkind of,True,true\r",
        "term,threat,talk\nthreat*,1.0,0.0\nkind of,1.0,1.0,,\n",
        "word,sentiment\nthreat*,threat\nkind of,threat\nkind of,talk\n",
        "category,term\nthreat,threat*\nthreat,kind of\ntalk,kind of\n",
        "Word\tNote\tCategory\nthreat*\t?\tthreat\nkind of\t\tthreat\nkind of\t\ttalk\n",
        '\ufeff"term","category"\n"threat*","threat"\n"kind of","threat"\n"kind of","talk"\n',
        "term,category\nthreat*,threat\nkind of,threat\nkind of,talk\nkind of,talk\n",
    ],
)
def test_a_table_loads_long_and_wide(tmp_path: Path, text: str) -> None:
    assert loaded(tmp_path, "own.csv", text).terms == THREE


def test_a_table_keeps_capitals(tmp_path: Path) -> None:
    assert loaded(tmp_path, "own.csv", "term,category\nUS,who\n").terms == (Term("US", "who"),)


@pytest.mark.parametrize("text", ["", "term\nword\n"])
def test_a_table_needs_two_columns(tmp_path: Path, text: str) -> None:
    with pytest.raises(LexiconError, match="has fewer than two columns"):
        loaded(tmp_path, "own.csv", text)


def test_a_table_names_the_line_without_a_category(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r'"c" in "" on line 3 in .* is an empty term'):
        loaded(tmp_path, "own.csv", "term,category\na,b\nc,\n")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("DicTerm,mood\nglad,0.73\n", 'line 2: "0.73" in column "mood" is not a mark; X, 1, yes or true'),
        ("DicTerm,mood\nglad,X\nsad,-1\n", 'line 3: "-1" in column "mood" is not a mark'),
        (
            "DicTerm,mood\nWell, then,X\n",
            "line 2: 3 cells below a header of 2; put a term that holds a comma",
        ),
        ("DicTerm,mood,\nglad,,X\n", '"glad" in "" on line 2 in'),
    ],
)
def test_a_faulty_liwc_22_dictionary_is_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(LexiconError) as caught:
        loaded(tmp_path, "own.dicx", text)
    assert message in str(caught.value)


def test_a_cell_without_end_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="line 2: field larger than field limit"):
        loaded(tmp_path, "own.csv", 'term,category\n"' + "a" * 200_000)


def test_a_plain_list_is_a_category_of_its_name(tmp_path: Path) -> None:
    assert loaded(tmp_path, "threats.txt", "# mine\nthreat*\n\nUS threat\r\n").terms == (
        Term("threat*", "threats"),
        Term("US threat", "threats"),
    )


def test_a_plain_list_names_the_line_of_a_duplicate(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r'term "a" on line 3 in .*own.txt is already in "own" on line 1'):
        loaded(tmp_path, "own.txt", "a\nb\na\n")


def test_an_unknown_format_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r'ends in ".xml"; known are .yml, .yaml, .dic, .dicx'):
        loaded(tmp_path, "own.xml", "<a/>")


def test_a_category_may_have_any_number(tmp_path: Path) -> None:
    assert loaded(tmp_path, "a.dic", DIC.replace("1", "1" * 5000)).terms == THREE
