import pytest

from analysis.corpus.articles import Article
from analysis.text.cleaning import clean

LEAD = "The old fish market of Port Ellery will not open again before the spring after next."
FIRST = "The council of the town voted on Monday to close its halls for two years."
SECOND = "The mayor called it overdue and promised to pay for the move of the stalls."


def cleaned(line: str) -> tuple[list[str], list[str]]:
    article = clean(Article("a", "post", f"{LEAD}\n\n{line}\n\nNobody in the gallery spoke against it."))
    return article.part("body")[1:-1], [gone.rule for gone in article.removed]


@pytest.mark.parametrize(
    "insert",
    [
        "(Read more: Ferry fares to rise)",
        "[WATCH: The vote in two minutes]",
        "(opens in new window)",
        "[photo]",
        "<tweet id='1' author='@ada'>It is done</tweet>",
        "pic.twitter.com/a1B2c3",
        "Story continues below advertisement",
        "Click here to download our app.",
        "Subscribe to our newsletter here.",
    ],
)
def test_furniture_between_sentences_is_cut_out(insert: str) -> None:
    assert cleaned(f"{FIRST} {insert} {SECOND}") == ([f"{FIRST} {SECOND}"], ["insert"])


@pytest.mark.parametrize(
    "link",
    [
        "READ MORE: Ferry fares to rise in June",
        "RELATED: What the ferry costs",
        "ALSO READ | Ten eels that made history",
        "Read more: Ferry fares to rise",
        "SEE ALSO: A map of the quay",
    ],
)
def test_a_link_at_the_end_of_a_paragraph_is_cut_off(link: str) -> None:
    assert cleaned(f"{FIRST} {link}") == ([FIRST], ["insert"])


@pytest.mark.parametrize(
    "line",
    [
        "The market (read: the old hall) will close, and the stalls (more than 40) will move to the quay.",
        "They read the plan twice. More: that is what the fishermen asked for, and nobody said no to it.",
        "The mayor (see above) left early, and the clerk (watch in hand) counted the votes of the council.",
        "He told them to follow our lead. Watch the tide, he said, and do not get your boots wet in it.",
        "The Read family and the More brothers own the stalls, and Click & Sons own the roof of the hall.",
    ],
)
def test_the_newsroom_s_own_brackets_and_words_stay(line: str) -> None:
    assert cleaned(line) == ([line], [])
