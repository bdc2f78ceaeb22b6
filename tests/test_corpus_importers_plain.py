from pathlib import Path

import pytest

from analysis.corpus.importers.plain import read, split_front_matter


def test_front_matter_gives_metadata_and_leaves_the_line_numbers() -> None:
    fields, text = split_front_matter("---\ntitle: A visit\ndate: 2031-05-20\n---\nFirst line\n")
    assert fields == {"title": "A visit", "date": "2031-05-20"}
    assert text.split("\n").index("First line") == 4


def test_a_ruled_line_is_not_taken_for_front_matter() -> None:
    for text in ("---\nJust prose here\n---\n", "---\nno end", "a\n---\ntitle: x\n---\n", "---\n: [\n---\n"):
        assert split_front_matter(text) == ({}, text)


def test_front_matter_cannot_grow_without_bound() -> None:
    rows = "".join(f"x{i}: &x{i} [*x{i - 1}, *x{i - 1}]\n" for i in range(1, 99))
    assert split_front_matter(f"---\nx0: &x0 [x, x]\n{rows}---\nText")[0] == {}


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("Black & white", "Black & white"),
        ("2031-05-20 23:30:00 -05:00", "2031-05-20 23:30:00 -05:00"),
        ("007", "007"),
        ("!!bool perhaps", "perhaps"),
        ("!!timestamp soon", "soon"),
        ('"\\ud83d\\udd2d stars"', "\N{TELESCOPE} stars"),
        ('"half \\ud83d"', "half \ufffd"),
    ],
)
def test_a_value_of_front_matter_is_taken_as_it_is_typed(typed: str, value: str) -> None:
    assert split_front_matter(f"---\ntitle: {typed}\nurl: ~\n---\nText")[0] == {"title": value}


def test_front_matter_that_names_no_character_is_left_alone() -> None:
    text = '---\ntitle: "\\UFFFFFFFF"\n---\nText'
    assert split_front_matter(text) == ({}, text)


def test_front_matter_with_windows_line_ends_is_read() -> None:
    assert split_front_matter("---\r\ntitle: A visit\r\n---\r\nText")[0] == {"title": "A visit"}


def test_a_file_becomes_one_article(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"---\nsource: North\n---\nCaf\xe9 society met.")
    (article,) = read(path, declared="latin-1")
    assert (article.source, article.text.strip()) == ("North", "Café society met.")
