import pytest

from analysis.text.cleaning.datelines import dateline_end

REST = "The council met on Monday."


@pytest.mark.parametrize(
    "dateline",
    [
        "LONDON (Reuters) - ",
        "PORT ELLERY — ",
        "PORT ELLERY, N.H. (AP) — ",
        "United Nations: ",
        "New Delhi: ",
        "CNN — ",
        "Hong Kong (CNN Business) ",
        "Paris (AFP) ",
        "BERLIN, May 3 (Reuters) - ",
        "Rio de Janeiro, Brazil – ",
        "LONDON/PARIS -- ",
        "WASHINGTON –- ",
        "WASHINGTON—",
        "PORT ELLERY (AP)--",
        "PORT ELLERY (AP)–",
        "PORT ELLERY ―",
    ],
)
def test_a_place_or_an_agency_that_opens_a_report_is_a_dateline(dateline: str) -> None:
    assert dateline_end(dateline + REST) == len(dateline)


@pytest.mark.parametrize(
    "paragraph",
    [
        REST,
        "Rep. Ada Finch (R-Ohio) said the market should stay.",
        "The Ellery Fish Company (EFC) has closed.",
        "Updated: The council will vote again.",
        "Exclusive: Mayor to resign.",
        "Ada Finch - a fishmonger for forty years and a friend of eels - disagrees.".replace(
            "Ada Finch", "she"
        ),
        "Twenty-two stalls will move.",
        "“We sell eels,” he said.",
        "",
        "漢字 — 漢字",
    ],
)
def test_other_paragraphs_have_no_dateline(paragraph: str) -> None:
    assert dateline_end(paragraph) == 0


def test_a_dateline_may_stand_alone() -> None:
    assert dateline_end("CNN —") == len("CNN —")
