"""The cleaning rules: one ordered list; the first rule that finds a line decides what it is.

To add a rule for a wording, add a `Rule` here, and in `openings` its patterns with the number of words in
`LIMITS`. Set phrases go into `phrases.txt` instead, below the rule's name in brackets. To add a rule for a
position, add a function to `positions` and a `Rule` here that names it. To widen a rule, edit its patterns.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from analysis.text.articles import Part
from analysis.text.cleaning import below, headings, positions
from analysis.text.cleaning.lines import Line, inside_sentence
from analysis.text.cleaning.pieces import hash_words
from analysis.text.cleaning.repetition import NO_HABITS, Habits

__all__ = ["RULES", "Rule", "label"]


class Rule(NamedTuple):
    """One way to decide what a line is.

    Attributes:
        name: the name in `Removed.rule`.
        reason: why such lines are not part of the measured article, in one line.
        part: the part of the article that such lines are; None if they are removed.
        find: gives the indices of the lines that the rule finds by their position, given all lines and
            the names of the rules that have decided them so far; None for a rule that decides by a
            line's wording (`Line.worded`).
    """

    name: str
    reason: str
    part: Part | None = None
    find: Callable[[Sequence[Line], Sequence[str]], Iterable[int]] | None = None


RULES: tuple[Rule, ...] = (
    Rule("code", "code of the page"),
    Rule("embed", "is a post or a picture from another site"),
    Rule("cookie notice", "is about cookies"),
    Rule("video slug", "the file or the running time of a video"),
    Rule("player", "a control or a message of a video player"),
    Rule("advertisement", "announces an advertisement"),
    Rule("gallery", "a control of a picture gallery"),
    Rule("gallery counter", "counts pictures"),
    Rule("newsletter", "asks to subscribe to a newsletter"),
    Rule("subscription", "asks to subscribe, to register or to support the outlet"),
    Rule("share buttons", "a button to share or follow"),
    Rule("share link", "asks to share or follow"),
    Rule("interface", "a word of the site's menus and buttons"),
    Rule("section", "names a section of the site"),
    Rule("comment thread", "is the heading of readers' comments"),
    Rule("comments", "shows or invites readers' comments"),
    Rule("editor's note", "is a note of the editors on the article"),
    Rule("notice", "is a message of the page to its readers"),
    Rule("disclaimer", "says who paid for the page or is responsible for its text"),
    Rule("copyright", "states who owns the text"),
    Rule("credit", "names the owner of a picture"),
    Rule("time stamp", "says when a part of the page was written"),
    Rule("sign-off", "marks the end of the article or names its agencies"),
    Rule("date", "says when the page was published"),
    Rule("byline", "names who wrote or edited the article"),
    Rule("related link", "points to another article"),
    Rule("highlights heading", "is the heading of the highlights"),
    Rule("list heading", "is the heading of a list of other articles or topics"),
    Rule("appeal", "speaks to the reader about the page"),
    Rule("insert", "is a link or markup within a paragraph"),
    Rule("cut mark", "stands for the missing end of the text"),
    Rule("repeated", "is repeated in three or more articles of the source"),
    Rule("own pattern", "matches a pattern of cleaning.toml"),
    Rule("caption", "describes a picture", "caption"),
    Rule("video title", "is the title of a video", "caption", positions.video_titles),
    Rule("picture caption", "describes a picture", "caption", positions.captions),
    Rule("highlight", "sums up the article above it", "highlight", positions.highlights),
    Rule("capital link", "points to another article", None, positions.capital_links),
    Rule("teaser", "is the title and the beginning of another story", None, below.teasers),
    Rule("comment", "is a comment of a reader", None, below.comments),
    Rule("list", "a title or a topic in a list", None, positions.list_items),
    Rule("outside", "is before or after the article", None, positions.outside),
    Rule("database label", "names a field of a database"),
    Rule("author note", "says who wrote the article", None, positions.author_notes),
    Rule("name list", "lists the names of those who took part", None, positions.name_lists),
    Rule("signature", "names the author below the article", None, positions.signatures),
    Rule("separator", "separates parts of the text by signs or a number", None, positions.separators),
    Rule("headline", "is the title of the article", "headline", headings.headline),
    Rule("standfirst", "sums up or is repeated in the text", "standfirst", headings.standfirst),
    Rule("top matter", "is above the headline, the date or the authors", None, positions.top_matter),
)
# A set phrase of at most so many words may be a link or an emphasis in the middle of a sentence.
_WORDS_OF_A_LINK = 3
_BY_NAME = {rule.name: rule for rule in RULES}


def label(
    lines: Sequence[Line], *, habits: Habits = NO_HABITS, title: str | None = None
) -> list[Rule | None]:
    """Find the rule that decides each line; None for a line of the body.

    Args:
        lines: the lines of an article.
        habits: what its source repeats.
        title: the headline as metadata gives it.
    """
    names = [line.worded for line in lines]
    for i, line in enumerate(lines):
        if names[i] and line.words <= _WORDS_OF_A_LINK and inside_sentence(lines, i):
            names[i] = ""
        if not names[i] and habits.lines and hash_words(line.text) in habits.lines:
            names[i] = "repeated"
    for rule in RULES:
        for i in _find(rule, lines, names, habits, title):
            names[i] = names[i] or rule.name
    return [_BY_NAME.get(name) for name in names]


def _find(
    rule: Rule, lines: Sequence[Line], names: Sequence[str], habits: Habits, title: str | None
) -> list[int]:
    if rule.find is headings.headline:
        return list(headings.headline(lines, names, titled=habits.titled, title=title))
    return list(rule.find(lines, names)) if rule.find else []
