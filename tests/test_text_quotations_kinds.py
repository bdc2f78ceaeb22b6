"""Kinds of runs between quotation marks: speech, however short, and what is no speech."""

import re

import pytest
from conftest import all_body

from analysis.text.quotations import quotations
from analysis.text.segmentation import segment


def spoken(text: str) -> str:
    """The words of all direct quotations."""
    document = segment(all_body(text))
    direct = [q for q in quotations(document) if q.kind == "direct"]
    return " ".join(re.sub(r"\W+", " ", document.text[q.start : q.end]).strip() for q in direct)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('A 12" pipe burst under the road near the school on Monday and a 9" nail was found.', ""),
        ('He bought a 50" set and a 32" set. "They are big," he said.', "They are big"),
        ('"A 12" pipe burst," Vole said.', "A 12 pipe burst"),
        ('Ida Vole is 5\'11" tall. "I am tall," she said.', "I am tall"),
        ('The 6½" screen broke. "It is old," Vole said.', "It is old"),
        ('The board is 12"x9" and the frame 14"x11". "It fits," Vole said.', "It fits"),
        ('The TV is 65" wide. Vole said: "It is big."', "It is big"),
        ('A 3/4" bolt and a 1/2" nut fell.', ""),
        ('He measured 5\'6" and she 6\'1". "We are tall," she said.', "We are tall"),
        ('It has a 7.9" display; the other, 10.2".', ""),
    ],
)
def test_marks_of_inches_quote_nothing(text: str, words: str) -> None:
    assert spoken(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('He said "" and left. "It is over," said Vole.', "It is over"),
        ('She wrote " " on the form. "It is done," said Vole.', "It is done"),
        ('The field said "". Nobody spoke.', ""),
        ("The form had “” in it. “It is new,” Vole said.", "It is new"),
        ('The answer was "". "I know nothing," he said.', "I know nothing"),
        ('"" he typed. "I am here," he said.', "I am here"),
        ("He typed “ ” and “” and left.", ""),
    ],
)
def test_marks_with_nothing_between_them_quote_nothing(text: str, words: str) -> None:
    assert spoken(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "“We lost it all that night.\n\n“We will rebuild the barn,” said Ann Roe.",
            "We lost it all that night We will rebuild the barn",
        ),
        (
            "Ann Roe was in tears.\n\n“We lost it all.\n\n“We will rebuild the barn.”\n\nShe left.",
            "We lost it all We will rebuild the barn",
        ),
        (
            "“It burned.\n\n“It burned all night.\n\n“Then it rained,” said Ida Vole.",
            "It burned It burned all night Then it rained",
        ),
        ("“No.\n\n“We never signed it,” Vole said.", "No We never signed it"),
        (
            "‘We lost it all.\n\n‘We will rebuild the barn,’ said Ann Roe.",
            "We lost it all We will rebuild the barn",
        ),
        ('"They sank it.\n\n"Nobody came."\n\nThe board left.', "They sank it Nobody came"),
        (
            "“I was there.\n\n“I saw the wall fall.\n\n“Nobody helped us,” Vole said.",
            "I was there I saw the wall fall Nobody helped us",
        ),
        ("Vole wept.\n\n“My boat is gone.\n\n“My house is gone.”", "My boat is gone My house is gone"),
        ('"You know me.\n\n"I do not lie," said Vole.', "You know me I do not lie"),
        ("“Nobody came.\n\n“Nobody called,” said Vole.", "Nobody came Nobody called"),
    ],
)
def test_every_part_of_a_quotation_over_paragraphs_is_speech_however_short(text: str, words: str) -> None:
    assert spoken(text) == words


@pytest.mark.parametrize(
    "text",
    [
        'He read from "War and Peace" on Monday.',
        'He wrote "The Old Man and the Sea" in 1951.',
        'He told "60 Minutes" on Sunday that he would run.',
        'He said on "Meet the Press" on Sunday that he would run.',
        'Speaking on "Face the Nation," he said he would run.',
        'The painting, called "Girl with a Pearl Earring," was sold.',
        'The article, headlined "Town loses it all," was removed.',
        'The study, "Effects of rain on the growth of wheat in three towns of the north", came out.',
        'Ida Vole told "Harbour Tonight" that the wall would hold.',
        'She sang "Rivers of Glass" and left.',
        'The novel, "The Last Lighthouse," was filmed twice.',
        'In an interview on CNN\'s "Orm Tonight," Vole denied it.',
        'Orm "Bear" Okafor won the race.',
        'The film, titled "Nobody came to the harbour," opens in May.',
        'His book, "How to Build a Wall and Keep It," sold well.',
        'The paper, "A model of tides in the harbour of a small town on the north coast," appeared in May.',
        'The word "harbour" is not in the law.',
        'He appeared on "The Late Orm Show" on Friday.',
        'An essay under the headline "Why We Swim" appeared on Monday.',
        'The song "Old Boats" won.',
        'Vole read "Boats and Men" to the children.',
        'Vole starred in "Men of the Sea" and "The Wall."',
        'In "Boats of the North," Vole tells the story of his father.',
        'She watched "The Crown" on Sunday.',
        'He quoted from "The Art of War" in his speech.',
        'Vole hosts "Good Morning Orm" on Channel 4.',
        'The play "Waiting for the Boat" opened on Friday.',
        'He told ABC\'s "This Week" that he would vote.',
        'Vole, author of "A Short History of Tides," spoke on Monday.',
        'She won an award for "Harbour Lights" in 2019.',
        'The magazine ran a story called "Orm in Winter."',
        'A report titled "Who pays for the wall?" came out on Monday.',
        'Appearing on "Late Night with Orm Vole," she laughed.',
        'His podcast, "Tides and Times," has two million listeners.',
        'In an op-ed headlined "We must act now," Vole attacked the board.',
        'They sang "We Shall Overcome" at the gate.',
        'The episode, "The Long Goodbye", drew nine million viewers.',
        'Ida "The Wall" Vole retired.',
        'She directed "The Sea" and "The Land."',
        'The bill, known as the "Clean Water Act," passed.',
        'Vole said in "Men of the North" that nobody came.',
    ],
)
def test_titles_of_works_and_programmes_are_not_speech(text: str) -> None:
    assert spoken(text) == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('Ida Vole shook her head. "We lost it all and more."', "We lost it all and more"),
        ('"They took it all."\n\nThose were the words of Ann Roe as she left court.', "They took it all"),
        ('"It was a nightmare," was how Ann Roe put it.', "It was a nightmare"),
        ('In the words of Ann Roe, "it was a nightmare".', "it was a nightmare"),
        ('"Stay home."\n\nThat was the message from the mayor on Monday.', "Stay home"),
        ('Orm Vole sighed. "That was it."', "That was it"),
        ('"Never again."\n\nWith that Ida Vole closed the door.', "Never again"),
        ('To Ida Vole it is simple. "You pay or you leave."', "You pay or you leave"),
        ('The mayor had one word for it: "Shameful."', "Shameful"),
        ('"We are tired," was the answer from Orm.', "We are tired"),
        ('As Ida Vole puts it, "nobody asked us".', "nobody asked us"),
        ('"Get out," he blurted out.', "Get out"),
        ('"Not true," Vole shot back.', "Not true"),
        ('Vole echoes the board: "No deal."', "No deal"),
        ('"Too late," Vole quipped.', "Too late"),
        ('Vole fired back: "Not now."', "Not now"),
        ('Vole called it "a disgrace."', "a disgrace"),
        ('Vole said the wall was "too old" and "full of holes."', "too old full of holes"),
        ('"Face it," Vole said.', "Face it"),
        ('"No," said Vole.', "No"),
        ('Vole said: "Build The Wall."', "Build The Wall"),
        ('Vole wrote: "Nobody came."', "Nobody came"),
        ('He told reporters "it is over" and left.', "it is over"),
        ('Vole tweeted "Thank You Orm!" on Friday.', "Thank You Orm"),
        ('The letter said "we regret the delay."', "we regret the delay"),
        ('Vole was angry. "They lied to us."', "They lied to us"),
        ('The mayor wept. "My town is gone."', "My town is gone"),
        ('"I lost my home."\n\nSo spoke Ida Vole on Monday.', "I lost my home"),
        ('"Do not come here."\n\nThis was the warning from the coast guard.', "Do not come here"),
        ('"A disaster," is how Vole sees it.', "A disaster"),
        ('In the words of one aide: "We blew it."', "We blew it"),
        ('For Vole, "it is all over."', "it is all over"),
        ('Ida Vole did not hesitate. "Yes."', "Yes"),
        ('"Go home!"\n\nSuch was the cry in Orm on Friday.', "Go home"),
        ('"It was hell," recalls Vole.', "It was hell"),
        ('"No way," Vole texted.', "No way"),
        ('"Enough," growled Vole.', "Enough"),
        ('"We won!" Vole roared.', "We won"),
        ('Vole called out: "Stop."', "Stop"),
        ('"Make Orm Great Again," Vole said.', "Make Orm Great Again"),
        ('He said the wall was "a joke" and the board "a circus."', "a joke a circus"),
        ('She described him as "a liar and a thief."', "a liar and a thief"),
    ],
)
def test_a_short_quotation_is_speech_wherever_its_speaker_is_named(text: str, words: str) -> None:
    assert spoken(text) == words
