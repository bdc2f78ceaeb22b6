import re

import pytest

from analysis.text.cleaning.lines import split_lines
from analysis.text.cleaning.mentions import WORDINGS
from analysis.text.cleaning.openings import CASED, LIMITS, OPENINGS
from analysis.text.cleaning.rules import RULES, label
from analysis.text.cleaning.wording import phrases

PROSE = "The harbour council voted on Monday to close the old fish market for two years."
OTHER = "Fishermen who rent the stalls had heard of the plan from a notice on the gate."


def names(text: str) -> list[str]:
    return [rule.name if rule else "" for rule in label(split_lines(text))]


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("We use cookies to make this website better; see our cookie policy.", "cookie notice"),
        ("Diese Seite verwendet Cookies.", "cookie notice"),
        ("pkg finch harbour vote_00031.jpg", "video slug"),
        ("02:14 - Source: ELNN", "video slug"),
        ("Media playback is unsupported on your device", "player"),
        ("Advertisement", "advertisement"),
        ("Anzeige", "advertisement"),
        ("3 of 17", "gallery counter"),
        ("Image 4 of / 9", "gallery counter"),
        ("Hide caption", "gallery"),
        ("Sign up for our newsletter", "newsletter"),
        ("Get the harbour news delivered to your inbox", "subscription"),
        ("Share on Facebook", "share link"),
        ("12k", "share link"),
        ("Share 12k Tweet 310", "share link"),
        ("WhatsApp", "share buttons"),
        ("Follow us on Twitter @ellerypost", "share link"),
        ("Read more »", "interface"),
        ("Comments (23)", "comments"),
        ("14 thoughts on “Eels for everyone”", "comment thread"),
        ("© 2031 Ellery Post", "copyright"),
        ("This material may not be published, broadcast or rewritten.", "copyright"),
        ("Image copyright Getty Images", "credit"),
        ("Ada Finch/Getty Images", "credit"),
        ("Foto: Ada Finch", "credit"),
        ("The old market in May (Photo: Ada Finch)", "caption"),
        ("FILE PHOTO: Stalls at the market", "caption"),
        ("Published 11:34 PM EST May 3, 2031", "date"),
        ("May 3, 2031", "date"),
        ("By Ada Finch and Tom Pike", "byline"),
        ("Tom Pike contributed to this report.", "byline"),
        ("The Post’s Ada Finch reported from Ost. Tom Pike wrote from Ellery.", "byline"),
        ("Ada Finch is the Post’s fisheries correspondent", "byline"),
        ("By continuing to use the site, you agree to the use of cookies.", "cookie notice"),
        ("Follow @ElleryPost for updates", "share link"),
        ("Sign up to Morning Catch: the harbour’s news, free every day", "subscription"),
        ("HOW TO HELP: Groups that work at the harbour", "related link"),
        ("[Related: Ferry fares to rise]", "related link"),
        ("READ: Ferry fares to rise", "related link"),
        ("Eels, and more (Opens in new window)", "share link"),
        ("The technical storage or access that is used for statistics.", "cookie notice"),
        ("Deine E-Mail-Adresse wird nicht veröffentlicht.", "comments"),
        ("Bitte gib hier deine E-Mail ein", "subscription"),
        ("Never miss a story from the harbour", "subscription"),
        ("We may earn a small commission when you buy eels here.", "disclaimer"),
        ("The views expressed here are those of the author.", "disclaimer"),
        ("The text is licensed under Creative Commons Attribution.", "copyright"),
        ("Proudly powered by eels", "copyright"),
        ("Die meistgelesenen Artikel im Hafen", "list heading"),
        ("Das könnte dich auch interessieren", "list heading"),
        ("You must be logged in to reply", "comments"),
        ("You have read 3 of 4 free articles this month.", "subscription"),
        ("Jetzt für den Hafenbrief anmelden", "subscription"),
        ("¡Mira nuestro canal de YouTube!", "share link"),
        ("This entry was posted in Harbours and tagged eels.", "section"),
        ("Read the rest", "interface"),
        ("Story highlights", "highlights heading"),
        ("Related stories:", "list heading"),
        ("Lesen Sie auch", "list heading"),
        ("Dich interessiert vielleicht auch", "list heading"),
        ("Los más leídos de la semana", "list heading"),
        ("Articles en relation", "list heading"),
        ("Weitere Informationen zum Hafen:", "list heading"),
        ("Ich akzeptiere die Datenschutzbestimmungen des Hafens.", "cookie notice"),
        ("By signing up you agree to the terms of the Post.", "cookie notice"),
        ("A post shared by Ada Finch (@adafinch)", "share link"),
        ("Wenn Sie den Text kommentieren möchten, füllen Sie die Felder aus!", "comments"),
        ("Schreibt uns eure Geschichten in die Kommentare!", "comments"),
        ("All comments are moderated, and some are never shown to anyone.", "comments"),
        ("(Alle Angaben ohne Gewähr)", "disclaimer"),
        ("Wir übernehmen keine Haftung für die Inhalte externer Links.", "disclaimer"),
        (
            "We accept no liability for the content of external sites, and no responsibility for external links.",
            "disclaimer",
        ),
        ("Abbildung 4: Der Hafen bei Ebbe.", "caption"),
        ("Symbolbild: Aale im Netz", "caption"),
        ("The hall at low water. © Ada Finch", "caption"),
        ("The hall at low water. Photo: Ada Finch.", "caption"),
        ("The hall at low water (photo: Ada Finch).", "caption"),
        ("Fot. Ada Finch", "credit"),
        ("von Ada Finch am 3. Mai 2031, 15:40 Uhr", "byline"),
        ("geschrieben von Ada Finch", "byline"),
        ("Join 4,210 other followers", "subscription"),
        ("Contact me with news and offers from other brands", "subscription"),
        ("Sign up to get the best of the harbour.", "subscription"),
        ("Gefällt dir unser Hafenblatt? Dann hilf uns.", "subscription"),
        ("The Morning Catch Newsletter", "subscription"),
        ("Hungry for more? Enter your email below to hear from us.", "subscription"),
        ('{"@context": "x"}', "code"),
        ('<img src="eel.png"><br>', "code"),
    ],
)
def test_a_line_of_furniture_is_known_by_its_wording(line: str, rule: str) -> None:
    assert split_lines(line)[0].worded == rule


@pytest.mark.parametrize(
    "line",
    [
        PROSE,
        "By the time the council met, the market had been empty for a month.",
        "Photographs of the harbour sold for more than the paintings did.",
        "He shares the stall with his brother, who reads the paper aloud.",
        "More than forty stalls will be moved.",
        "The baker sells cookies at the gate.",
        "“Read it,” she said.",
        "Updated rules for the port were agreed.",
        "A subscriber wrote to complain about the smell.",
        "Related parties may not bid.",
        "<b>Eels</b> are what the town lives on, she said.",
        "15",
        "The commission may earn the trust of the fishermen yet.",
        "More stories were told that night than the town could hold, she said.",
        "Creative people in common rooms, licensed or not, drink coffee.",
        "He had one source: the minister.",
        "He kept what he had (photographs were burnt).",
        "By signing up for the work, they had agreed to be silent, she said.",
        "If you want peace, comment on nothing, the mayor said.",
        "The company accepts no responsibility for the fire, a spokesman said.",
        "More information was not to be had that night.",
        "von Ada Finch",
    ],
)
def test_a_sentence_of_an_article_is_no_furniture(line: str) -> None:
    assert split_lines(line)[0].worded == ""


LONGEST = [  # an opening, its rule, and the most words of a line that it is matched with
    ("window.eels = 3", "code", 100_000),
    ("We use cookies to make this website better; see our cookie policy.", "cookie notice", 80),
    ("02:14 - Source:", "video slug", 16),
    ("Media playback is unsupported on your device", "player", 24),
    ("Gallery:", "gallery counter", 16),
    ("Follow us on Twitter @ellerypost", "share link", 24),
    ("Tagged with", "section", 40),
    ("14 thoughts on “Eels for everyone”", "comment thread", 40),
    ("Deine E-Mail-Adresse wird nicht veröffentlicht.", "comments", 24),
    ("We may earn a small commission when you buy eels here.", "disclaimer", 80),
    ("© 2031 Ellery Post", "copyright", 60),
    ("FILE PHOTO: Stalls at the market", "caption", 80),
    ("Image copyright Getty Images", "credit", 24),
    ("Published 11:34 PM EST May 3, 2031", "date", 16),
    ("Tom Pike contributed to this report.", "byline", 60),
    ("[Related: Ferry fares to rise]", "related link", 40),
    ("Get the harbour news delivered to your inbox", "subscription", 80),
    ("Das könnte dich auch interessieren", "list heading", 10),
    ('<tweet id="1">It is done', "embed", 100_000),
    ("ShareTweetPrintEels are back", "share buttons", 400),
    ("With files from Ada", "sign-off", 24),
    ("Editor’s note: This has been corrected.", "editor's note", 120),
    ("There was a problem saving your tide table", "notice", 60),
]


@pytest.mark.parametrize(("opening", "rule", "most"), LONGEST)
def test_a_line_that_opens_like_furniture_and_is_longer_is_a_paragraph(
    opening: str, rule: str, most: int
) -> None:
    (short,) = split_lines(opening)
    line = opening + " a" * (most - short.words)
    assert names(line) == [rule]
    assert names(f"{line} a") != [rule]


def test_the_longest_line_of_every_rule_is_tested() -> None:
    whole = {"time stamp"}  # its patterns match whole lines
    assert {rule: most for _, rule, most in LONGEST} == {r: m for r, m in LIMITS.items() if r not in whole}


def test_a_phrase_inside_a_broken_sentence_is_kept() -> None:
    assert names("The mayor wrote on\nFacebook\nthat the market would close at noon on Monday.") == [""] * 3


def test_a_long_phrase_above_a_line_in_lower_case_is_no_piece_of_a_sentence() -> None:
    assert (
        names(f"{PROSE}\nAnd then it rained\nYou may also be interested in\neelnews desk\n")[2]
        == "list heading"
    )


def test_who_wrote_the_article_is_told_below_it_and_is_no_part_of_it() -> None:
    note = "Ada Finch is the Ellery Post’s reporter for the harbour and the islands."
    text = [PROSE, OTHER, PROSE.replace("Monday", "Friday"), "Ada Finch", note]
    assert names("\n".join(text)) == ["", "", "", "author note", "author note"]


@pytest.mark.parametrize(
    "note",
    [
        ["Ada Finch", "Ada Finch is head of the fish desk and sells eels on the side."],
        ["About Ada Finch", "What I love: the tide, the quay, and rain."],
        ["Über Ada Finch 257 Artikel", "Seit 2031 am Hafen tätig, vorher auf See."],
    ],
)
def test_a_name_or_a_heading_tells_that_a_note_on_the_author_follows(note: list[str]) -> None:
    text = [PROSE, OTHER, PROSE.replace("Monday", "Friday"), OTHER.replace("gate", "door")]
    assert names("\n".join([*text, *note])) == [""] * 4 + ["author note"] * len(note)


def test_a_name_above_what_somebody_did_is_a_subhead_and_no_note() -> None:
    text = [PROSE, OTHER, PROSE.replace("Monday", "Friday"), OTHER.replace("gate", "door")]
    assert names("\n".join([*text, "Tom Pike", "Tom Pike left the hall at noon."])) == [""] * 6


def test_a_reporter_in_the_text_is_no_author() -> None:
    note = "Ada Finch is a reporter who was held for two days."
    assert names(f"{PROSE}\n{note}\n{OTHER}\n{PROSE}\n{OTHER}\n{PROSE}\n{OTHER}")[1] == ""


def test_titles_below_a_list_heading_go_until_the_next_sentence() -> None:
    text = f"{PROSE}\nRelated stories\nFerry fares to rise\nKeeper retires at 80\n{OTHER}"
    assert names(text) == ["", "list heading", "list", "list", ""]


def test_a_single_title_below_a_list_heading_with_a_colon_is_its_item() -> None:
    text = f"{PROSE}\nRead also:\nFerry fares to rise\n{OTHER}"
    assert names(text) == ["", "list heading", "list", ""]


def test_a_single_line_below_a_list_heading_may_be_a_subhead_and_stays() -> None:
    assert names(f"{PROSE}\nMost read\nWhat happens next\n{OTHER}")[2] == ""


def test_copies_of_a_line_above_a_credit_are_captions() -> None:
    caption = "Stalls at the old fish market of Port Ellery"
    assert names(
        f"{PROSE}\n{caption}\n{caption}\nPhoto: Ada Finch\nThe vote was close, members said later."
    ) == [
        "",
        "picture caption",
        "picture caption",
        "credit",
        "",
    ]


def test_links_in_capitals_between_paragraphs_go() -> None:
    link = "MAYOR OF PORT ELLERY SAYS EELS WILL SURVIVE"
    assert names(f"{PROSE}\n{link}\n{OTHER}") == ["", "capital link", ""]


def test_separators_are_named() -> None:
    assert names(f"{PROSE}\n* * *\n___\n{OTHER}")[1:3] == ["separator", "separator"]


def test_every_rule_that_goes_by_wording_has_words_and_every_wording_a_rule() -> None:
    elsewhere = {
        "appeal",
        "insert",
        "cut mark",
        "repeated",
        "own pattern",
    }  # found within lines, or among articles
    worded = {rule.name for rule in RULES if rule.find is None} - elsewhere
    assert worded == set(phrases().values()) | set(OPENINGS) | set(WORDINGS) | set(CASED)
    assert set(OPENINGS) | set(CASED) == set(LIMITS) >= set(WORDINGS)


def test_patterns_that_are_tried_on_lower_case_are_written_so() -> None:
    wordings = [both for rules in WORDINGS.values() for pair in rules for both in pair]
    openings = [pattern for rules in OPENINGS.values() for pattern in rules]
    assert [p for p in wordings + openings if re.search("[A-Z]", re.sub(r"\\.", "", p))] == []


def test_set_phrases_are_written_as_keys_are() -> None:
    assert [phrase for phrase in phrases() if split_lines(phrase)[0].key != phrase] == []


def test_a_set_phrase_of_three_words_may_be_a_link_in_a_sentence_and_one_of_four_is_none() -> None:
    by_words = {len(phrase.split()): phrase for phrase in phrases() if phrase.replace(" ", "").isalpha()}
    for words, is_kept in ((3, True), (4, False)):
        found = names(
            f"The mayor wrote on\n{by_words[words]}\nthat the market would close at noon on Monday."
        )
        assert (found[1] == "") == is_kept
