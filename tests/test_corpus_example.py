"""Facts about the files of the shipped example corpus, as they lie on disk."""

import csv
import hashlib
import re
import tomllib
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

CORPUS = Path(__file__).parents[1] / "corpus" / "example"
DAMAGED = {"courier-veldania-election": "cp1252"}  # every other file is UTF-8
REAL_PLACES = re.compile(
    r"\b(Africa|America|Asia|Brussels|China|Europe|France|Geneva|Germany|Hague|India|Iran|Iraq|Israel"
    r"|Japan|Korea|London|Moscow|Paris|Russia|Syria|Ukraine|Washington|New York|United Nations)\b"
)
COOKIES = "By continuing to use the site, you agree to the use of cookies. Find out more in our cookie policy"
NEWSLETTER = (
    "Sign up to First Edition: the day’s essential reading from the Courier, free every weekday morning"
)


class Gold(NamedTuple):
    """What a reader finds in one article.

    `quotations` counts direct speech only, a quotation interrupted by its attribution twice and one
    that runs over several paragraphs once; `marked` counts what else stands in marks in the body.
    `junk` are the lines that belong to neither headline, standfirst, highlights nor body.
    """

    paragraphs: int
    quotations: int
    marked: int
    junk: tuple[str, ...]


GOLD = {
    "meridian-osmere-prisoners": Gold(
        paragraphs=12,
        quotations=5,
        marked=0,
        junk=(
            COOKIES,
            "Close",
        ),
    ),
    "nine-osmere-prisoners": Gold(
        paragraphs=10,
        quotations=7,
        marked=1,  # a nickname
        junk=(
            "pkg_dorrit_osmere_prisoners_00031103.jpg",
            "Families wait on the quay at Osmere",
            "01:43 - Source: Channel Nine",
            "Story highlights",
            "RELATED: The island that was not on the map",
            "Share this story",
            "Facebook",
            "Twitter",
            "Email",
            "Copy link",
        ),
    ),
    "courier-halloran-visit": Gold(
        paragraphs=8,
        quotations=2,
        marked=2,  # the title of a programme, and scare quotes
        junk=(
            "By Ida Penrose in Karsholt",
            "Wednesday 21 May 2031",
            "Support independent journalism. Subscribe to the Courier from £1 a week",
            NEWSLETTER,
        ),
    ),
}


def rows() -> list[dict[str, str]]:
    with (CORPUS / "articles.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def text(row: dict[str, str]) -> str:
    encoding = DAMAGED.get(row["article_id"], "utf-8-sig")
    return (CORPUS / row["file"]).read_bytes().decode(encoding)


def test_the_table_names_each_of_the_eighteen_files_once() -> None:
    files = {path.relative_to(CORPUS).as_posix() for path in (CORPUS / "articles").rglob("*.txt")}
    assert len(rows()) == len({row["article_id"] for row in rows()}) == 18
    assert {row["file"] for row in rows()} == files


def test_every_hash_is_that_of_the_bytes() -> None:
    for row in rows():
        assert hashlib.sha256((CORPUS / row["file"]).read_bytes()).hexdigest() == row["sha256"]


def test_every_source_tells_every_event() -> None:
    sources = tomllib.loads((CORPUS / "corpus.toml").read_text(encoding="utf-8"))["sources"]
    told = defaultdict(list)
    for row in rows():
        told[row["event"]].append(row["source"])
    assert len(told) == 6
    assert all(sorted(by) == sorted(sources) for by in told.values())


def test_only_the_text_with_front_matter_has_no_title_in_the_table() -> None:
    untitled = [row for row in rows() if not row["title"]]
    assert [text(row).startswith("---\ntitle: ") for row in untitled] == [True]


def test_the_broadsheet_marks_the_text_that_it_took_from_the_agency() -> None:
    taken = {row["article_id"] for row in rows() if row["agency"] and "Wire" not in row["source"]}
    assert taken == {"courier-kelmar-aid"}


def test_no_text_names_a_real_place() -> None:
    for row in rows():
        assert not REAL_PLACES.search(text(row)), row["file"]


def test_the_texts_are_as_long_as_short_news_is() -> None:
    assert all(150 <= len(text(row).split()) <= 450 for row in rows())


def test_every_gold_line_stands_in_its_article() -> None:
    texts = {row["article_id"]: text(row) for row in rows()}
    for article_id, gold in GOLD.items():
        assert set(gold.junk) <= set(texts[article_id].splitlines()), article_id


def test_the_damaged_files_are_damaged() -> None:
    files = {row["article_id"]: (CORPUS / row["file"]).read_bytes() for row in rows()}
    assert b"\x92" in files["courier-veldania-election"]
    assert "â€œ" in files["nine-kelmar-aid"].decode()
    assert files["meridian-halloran-visit"].startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in files["meridian-halloran-visit"]
    assert b"Veldania`s" in files["meridian-corriden-report"]
    assert files["nine-lindqvar-talks"].endswith(b"and that she expected\n")
