import pytest

from analysis.corpus.articles import Article
from analysis.text.articles import CleanArticle
from analysis.text.cleaning import clean

STORY = [
    "The harbour board voted on Tuesday to raise the fees for small boats by a third.",
    "Owners said they had not been asked, and that many of them would have to sell.",
    "The chair of the board, Odile Marrow, called the rise overdue and pointed to the cost of dredging.",
    "A petition with 412 names was handed in before the vote, but it was not read aloud.",
    "The new fees take effect in January, and the board will look at them again in two years.",
]
# Kind of furniture -> variations; a last line stands below the story, others within it.
WITHIN = {
    "consent and paywall": [
        "This content is available to premium members only.",
        "Enjoying this story? Create a free account to keep reading.",
        "You have 2 free articles remaining this month.",
        "We use cookies and similar technologies to personalise ads.",
        "Your choices will be applied to this site only.",
    ],
    "alerts and forms": [
        "Your email preferences have been updated.",
        "Sorry, there was an error submitting your form. Please try again.",
        "Alerts for this topic have been turned on.",
        "Thank you! Your submission has been received.",
        "Please verify your email address to continue.",
    ],
    "captions with credit": [
        "Boats line up at the north pier on Tuesday. (Jules Okafor/Quay Herald)",
        "The north pier at dawn. Photo: Jules Okafor",
        "A crane lifts a boat out of the water. [Lee Park/The Coast]",
        "A view of the harbour on Monday, May 3, 2031. REUTERS/Mia Tan",
        "PHOTO BY JULES OKAFOR/QUAY HERALD",
    ],
    "appeals": [
        "A weekly dispatch from the waterfront, straight to your inbox.",
        "Help us improve our site by taking a short survey.",
        "Support their work: our reporters are on the ground with your gift.",
        "Take our quiz about the coast.",
        "Our moderators review all comments.",
    ],
    "time stamps": ["15.20 BST", "10:45 AM", "4:15 p.m.", "11:20 GMT", "3 hours ago"],
}
BELOW = {
    "notes of the editors": [
        "This article was amended on 6 May 2031 because an earlier version gave the wrong fee.",
        "CORRECTION: The petition had 412 names, not 421.",
        "This is a developing story. Check back for updates.",
        "This interview has been edited for length and clarity.",
        "Due to an editing error, an earlier version of this article misspelled a name.",
    ],
    "about the outlet": [
        "If you have been affected by the issues raised here, call the helpline on 0800 555 0101.",
        "What do you think? Tell us in the comments below.",
        "The Quay Herald is not responsible for the content of external websites.",
        "To contact the newsroom, call 555-0102.",
        "Thanks for reading Coast Today.",
    ],
    "authors": [
        "Jules Okafor is a reporter for the Quay Herald. Follow him on X at @julesokafor.",
        "Mia Tan, a former harbour pilot, is a columnist for Coast Today.",
        "Jules Okafor covers shipping and ports for the Quay Herald.",
        "The writer is a former harbour master.",
        "About the author: Mia Tan writes about shipping.",
    ],
    "sign-offs": ["ENDS", "--IANS", "With files from Mia Tan", "mt/jo", "Mia Tan, Coast Today"],
}


def cleaned(line: str, at: int) -> CleanArticle:
    lines = ["Harbour fees to rise by a third", *STORY[:at], line, *STORY[at:]]
    return clean(Article("a", "post", "\n\n".join(lines)))


@pytest.mark.parametrize("line", [line for kind in WITHIN.values() for line in kind])
def test_furniture_within_the_story_is_no_part_of_its_body(line: str) -> None:
    assert cleaned(line, 3).part("body") == STORY


@pytest.mark.parametrize("line", [line for kind in BELOW.values() for line in kind])
def test_furniture_below_the_story_is_no_part_of_its_body(line: str) -> None:
    article = cleaned(line, 5)
    assert (article.part("body"), article.truncated) == (STORY, False)


@pytest.mark.parametrize(
    "line",
    [
        "Updated charts showed 40 rocks near the pier.",
        "Published in May, the study of 400 boats found the same.",
        "Filed in a court in Osmere, the suit names 40 owners.",
        "Reporting by residents led the police to the crane.",
        "Compiled by the coast guard, the list has 40 names.",
        "Comments on the plan have been harsh.",
        "Comments are due by June 1, the board said.",
        "No replies to the letter came.",
        "Sources from both sides said talks went on.",
        "Video from the pier showed two men near the crane.",
        "Images from the air show that the bank has shrunk.",
        "This video is fake, the chair said.",
        "The opinions of the pilots do not count, he said.",
        "Find the truth on X, she told the owners.",
        "Marrow is a professor of law at Osmere University.",
        "He is a former editor of the Quay Herald.",
        "This is why the owners dislike the plan, says Mia Tan, a lecturer at Osmere.",
        "Tagged with a chip, the seal swam 400 miles.",
        "Your vote does not count, she told the chair.",
        "Follow the money, the owners said, and the dredging makes sense.",
        "She told readers of the daily paper to follow the story online.",
        "An email to members of the board was published by the site.",
    ],
)
def test_a_sentence_that_begins_like_furniture_stays(line: str) -> None:
    article = cleaned(line, 3)
    assert (article.part("body"), article.removed) == ([*STORY[:3], line, *STORY[3:]], ())


def test_names_of_those_who_took_part_are_no_part_of_the_body() -> None:
    names = ", ".join(
        f"{first} {last}" for first in ("Ada", "Mia", "Lee") for last in ("Finch", "Tan", "Park")
    )
    lists = ["These are the members of the panel:", f"Osmere: {names}", f"Lindholm: {names}"]
    article = clean(Article("a", "post", "\n\n".join([*STORY, *lists])))
    assert article.part("body") == STORY
