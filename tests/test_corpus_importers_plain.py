from pathlib import Path

import pytest

from analysis.corpus.importers.plain import read, split_front_matter


def test_front_matter_gives_metadata_and_leaves_the_line_numbers() -> None:
    fields, text, _ = split_front_matter("---\ntitle: A visit\ndate: 2031-05-20\n---\nFirst line\n")
    assert fields == {"title": "A visit", "date": "2031-05-20"}
    assert text.split("\n").index("First line") == 4


def test_a_ruled_line_is_not_taken_for_front_matter() -> None:
    for text in ("---\nJust prose here\n---\n", "---\nno end", "a\n---\ntitle: x\n---\n", "---\n: [\n---\n"):
        assert split_front_matter(text) == ({}, text, "")


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


@pytest.mark.parametrize(
    ("block", "fields"),
    [
        ("title: Floods: what next\nsource: North", {"title": "Floods: what next", "source": "North"}),
        (
            "headline: 'Aid' comes: slowly\ndate: 2031-05-20",
            {"headline": "'Aid' comes: slowly", "date": "2031-05-20"},
        ),
        ("source: @north\ntitle: A visit", {"source": "@north", "title": "A visit"}),
        ("title: *Live* from Ostrel", {"title": "*Live* from Ostrel"}),
        ('title: "\\UFFFFFFFF"', {"title": "\\UFFFFFFFF"}),
        ("title: [Opinion] Who pays?\nevent: visit", {"title": "[Opinion] Who pays?", "event": "visit"}),
    ],
)
def test_front_matter_that_is_not_yaml_is_read_by_line_with_a_note(
    block: str, fields: dict[str, str]
) -> None:
    read_as, text, note = split_front_matter(f"---\n{block}\n---\nText")
    assert read_as == fields
    assert text.strip() == "Text"
    assert note.startswith("front matter is not YAML and was read line by line")


def test_front_matter_says_which_lines_are_lost() -> None:
    *_, note = split_front_matter("---\ntitle: A: b\nno key here\n---\nText")
    assert "1 of its 2 lines could not be read" in note
    *_, note = split_front_matter("---\ntitle: A\nsource: [North]\n---\nText")
    assert note == "front matter: source is not plain text and was left out"


def test_front_matter_without_an_end_is_text_with_a_note() -> None:
    text = "---\ntitle: A visit\n\nThe envoys left."
    assert split_front_matter(text) == (
        {},
        text,
        "front matter without a closing line ---: it counts as text",
    )


def test_blank_lines_may_stand_before_front_matter() -> None:
    fields, text, _ = split_front_matter("\n\n---\ntitle: A visit\n---\nFirst")
    assert fields == {"title": "A visit"}
    assert text.split("\n").index("First") == 5


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("evnt", "event"),
        ("titel", "title"),
        ("sorce", "source"),
        ("outlets", "outlet"),
        ("headlin", "headline"),
    ],
)
def test_a_misspelt_field_of_front_matter_is_noted(tmp_path: Path, key: str, meant: str) -> None:
    (tmp_path / "a.txt").write_text(f"---\n{key}: x\ntags: y\n---\nText", encoding="utf-8")
    (article,) = read(tmp_path / "a.txt")
    assert article.note == f'front matter: "{key}" is not read: did you mean "{meant}"?'


def test_front_matter_with_windows_line_ends_is_read() -> None:
    assert split_front_matter("---\r\ntitle: A visit\r\n---\r\nText")[0] == {"title": "A visit"}


def test_a_file_becomes_one_article(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"---\nsource: North\n---\nCaf\xe9 society met.")
    (article,) = read(path, declared="latin-1")
    assert (article.source, article.text.strip()) == ("North", "Café society met.")
