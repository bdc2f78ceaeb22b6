import pytest

from analysis.corpus.articles import Article
from analysis.text.articles import CleanArticle
from analysis.text.cleaning import clean

LEAD = "The harbour council of Port Ellery voted on Monday to close the old fish market for two years."
SECOND = "Fishermen who rent the stalls said they had heard of the plan from a notice on the gate."
THIRD = "The mayor called the decision overdue, promised to pay for the move, and left before the questions."


def cleaned(*lines: str, title: str | None = None) -> CleanArticle:
    return clean(Article("a", "post", "\n\n".join(lines), title=title))


@pytest.mark.parametrize(
    "title",
    [
        "Council Shuts Fish Market For Two Winters.",
        "FISH MARKET TO CLOSE.",
        "Harbour fish market to close;",
        "Market's last tide.",
        "Ellery fishermen angry about market plan.",
        "Council To Fishermen: Find Another Quay!",
    ],
)
def test_a_headline_is_one_whether_or_not_it_ends_with_a_stop(title: str) -> None:
    for line in (title, title[:-1]):
        article = cleaned(line, LEAD, SECOND, THIRD)
        assert (article.part("headline"), article.part("body")) == ([line], [LEAD, SECOND, THIRD])


@pytest.mark.parametrize(
    "lead",
    [
        "They came down the ramp in the clothes they had slept in.",
        "It was the last day of the market.",
        "Nobody in the gallery spoke on Monday.",
        "Ida Moran sold her last eel on Sunday.",
        "The tide was late, and so was the mayor.",
    ],
)
def test_a_short_first_sentence_is_no_headline(lead: str) -> None:
    assert cleaned(lead, LEAD, SECOND, THIRD).part("body") == [lead, LEAD, SECOND, THIRD]


@pytest.mark.parametrize("title", ["Market shut", "MARKET", "Eels", "Two winters", "Market: closed"])
def test_a_headline_may_have_one_or_two_words(title: str) -> None:
    assert cleaned(title, LEAD, SECOND, THIRD).part("headline") == [title]


@pytest.mark.parametrize(
    "line",
    [
        "Council shuts fish market",
        "Council shuts fish market.",
        "COUNCIL SHUTS FISH MARKET",
        "Council shuts the fish market",
        "Council Shuts Fish Market!",
    ],
)
def test_a_line_like_the_title_of_the_metadata_is_the_headline(line: str) -> None:
    article = cleaned(line, LEAD, SECOND, THIRD, title="Council shuts fish market - The Ellery Post")
    assert article.part("headline") == [line]
    assert article.part("body") == [LEAD, SECOND, THIRD]


@pytest.mark.parametrize(
    ("title", "deck"),
    [
        ("Council shuts market;", "Fishermen are to sell from vans."),
        ("Council shuts market", "FISHERMEN ARE TO SELL FROM VANS."),
        (
            "Council shuts market",
            "Fishermen are to sell from vans for two winters while engineers rebuild the eastern hall",
        ),
        ("Council Shuts Market.", "Where to buy eels for the next two years"),
        ("Council shuts market;", "The Upshot."),
    ],
)
def test_a_line_between_headline_and_text_is_a_standfirst(title: str, deck: str) -> None:
    article = cleaned(title, deck, LEAD, SECOND)
    assert (article.part("standfirst"), article.part("body")) == ([deck], [LEAD, SECOND])


def test_a_short_lead_below_a_headline_is_body() -> None:
    lead = "Ada Finch appears to be leaving."
    assert cleaned("Council shuts market", lead, LEAD, SECOND).part("body") == [lead, LEAD, SECOND]


@pytest.mark.parametrize("label", ["ABSTRACT", "Abstract", "ABSTRACT.", "Abstract:", "SUMMARY"])
def test_the_abstract_of_a_database_is_a_standfirst(label: str) -> None:
    abstract = "A council closes a market, and those who rent its stalls are the last to hear of the plan."
    article = cleaned("Council shuts market.", label, abstract, "FULL TEXT.", LEAD, SECOND)
    if label != "SUMMARY":
        assert article.part("body") == [LEAD, SECOND]
        assert article.part("standfirst") == [abstract]


@pytest.mark.parametrize(
    "line",
    ["Litany of mistakes.", "SIDE DOORS.", "Few options.", "Pell: Hang on to power.", "Stepped-up patrols."],
)
def test_a_subhead_may_end_with_a_stop(line: str) -> None:
    article = cleaned("Council shuts market", LEAD, line, SECOND, THIRD)
    assert (article.part("subhead"), article.part("body")) == ([line], [LEAD, SECOND, THIRD])


@pytest.mark.parametrize(
    "line", ["He left.", "Silence.", "The crowd booed.", "It was not.", "Vega laughed, loudly.", "“Not now.”"]
)
def test_a_short_sentence_of_the_text_is_no_subhead(line: str) -> None:
    assert line in cleaned("Council shuts market", LEAD, line, SECOND, THIRD).body.replace('"', "“") or (
        line.strip("“”") in cleaned("Council shuts market", LEAD, line, SECOND, THIRD).body
    )


@pytest.mark.parametrize(
    "line",
    [
        "Harbour | Published 18:42",
        "News · Updated 3 May 2031",
        "Politics | 3 May 2031",
        "Ellery | Posted at 7:05 a.m.",
        "World • Last updated on Monday at 09:12",
    ],
)
def test_a_line_of_section_and_time_does_not_hide_the_dateline(line: str) -> None:
    article = cleaned("Council shuts the fish market", line, f"PORT ELLERY (Reuters) - {LEAD}", SECOND)
    assert article.part("dateline") == ["PORT ELLERY (Reuters) –"]
    assert article.part("body") == [LEAD, SECOND]
    assert [gone.rule for gone in article.removed] == ["date"]


@pytest.mark.parametrize(
    "dateline",
    [
        "May 3 (Reuters) -",
        "PORT ELLERY, May 3, 2031 (AFP) —",
        "(CNN) —",
        "OSMERE, Veldania (AP) —",
        "KARSHOLT, 3 May (Xinhua) --",
        "NEW ELLERY, May 3 (PTI)",
    ],
)
def test_a_dateline_below_a_headline_with_a_stop_is_set_apart(dateline: str) -> None:
    article = cleaned("Council shuts the fish market for two winters.", f"{dateline} {LEAD}", SECOND)
    assert article.part("body") == [LEAD, SECOND]
