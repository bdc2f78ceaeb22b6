from pathlib import Path

from analysis.importers.plain import read, split_front_matter


def test_front_matter_gives_metadata_and_leaves_the_line_numbers() -> None:
    fields, text = split_front_matter("---\ntitle: A visit\ndate: 2031-05-20\n---\nFirst line\n")
    assert fields == {"title": "A visit", "date": "2031-05-20"}
    assert text.split("\n").index("First line") == 4


def test_a_ruled_line_is_not_taken_for_front_matter() -> None:
    for text in ("---\nJust prose here\n---\n", "---\nno end", "a\n---\ntitle: x\n---\n", "---\n: [\n---\n"):
        assert split_front_matter(text) == ({}, text)


def test_front_matter_cannot_grow_without_bound() -> None:
    bomb = "---\na: &a [x, x]\nb: &b [*a, *a]\n---\n"
    assert split_front_matter(bomb) == ({}, bomb)


def test_front_matter_with_windows_line_ends_is_read() -> None:
    assert split_front_matter("---\r\ntitle: A visit\r\n---\r\nText")[0] == {"title": "A visit"}


def test_a_file_becomes_one_article_with_the_hash_of_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"---\nsource: North\n---\nCaf\xe9 society met.")
    (article,) = read(path, declared="latin-1")
    assert (article.source, article.text.strip(), len(article.sha256)) == ("North", "Café society met.", 64)
