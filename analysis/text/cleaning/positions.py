"""What a line is by its position: functions for the rules that its wording cannot decide.

Each function takes all lines and, for each line, the name of the rule that decided it (empty where none did).
It yields the indices of the lines that it finds among the undecided.
"""

import re
from collections.abc import Iterator, Sequence

from analysis.text.cleaning.lines import Line, inside_sentence
from analysis.text.cleaning.stretch import article_stretch

__all__ = [
    "author_notes",
    "capital_links",
    "captions",
    "highlights",
    "list_items",
    "name_lists",
    "outside",
    "separators",
    "signatures",
    "top_matter",
    "video_titles",
]

Names = Sequence[str]
_MOST_HIGHLIGHTS = 8
_MOST_ITEMS = 14
_TOP = 14
_CAPTION_WORDS = 70
_LAST = 3
_LEAST_TEXT = 3
_WORDS_OF_A_NAME = 4
_NAME = r"[A-Z][\w.'’-]*+(?>(?: (?:[A-Z][\w.'’-]*+|de|van|von|al|bin|der|la|di|da)){0,4})"
_DOES = r"(?:is|has|writes|covers|works|ist|hat|schreibt|arbeitet|est|es|è) "
# A first name and a surname: by the surname alone, an article speaks of somebody it has named before.
_FULL_NAME = r"[A-Z][\w.'’-]*+(?>(?: (?:[A-Z][\w.'’-]*+|de|van|von|al|bin|der|la|di|da)){1,4})"
_ABOUT_AUTHOR = re.compile(
    r"(?:The|Our) (?:writer|author|columnist|reviewer|correspondent)s? (?:is|are|was|has|holds|lives"
    rf"|teaches) [^\"“]{{3,160}}$"
    rf"|{_FULL_NAME} (?:teaches|lectures|directs|hosts|edits) [^\"“]{{3,160}}$"
    rf"|{_FULL_NAME} has (?:covered|written|reported|worked)\b[^\"“]{{3,160}}$"
    rf"|{_FULL_NAME} (?:covers|reports on|writes about) [^.\"“]{{3,100}}\b(?:for"
    rf"|at) (?:the )?[A-Z][^.\"“]{{2,60}}\.?$|"
    r"(?!(?:This|That|These|There|Here|It|He|She|They|The|What|Who"
    rf"|One)\b){_FULL_NAME}(?:, [^,.]{{3,80}},)? {_DOES}.{{0,120}}\b(?:(?:[Ee]ditor|[Rr]eporter"
    r"|[Cc]orrespondent|[Jj]ournalist|[Cc]olumnist"
    r"|[Ww]riter|[Aa]uthor|[Cc]ontributor|[Bb]logger|[Rr]edakteur|[Aa]utor|[Vv]olont[äa]r|[Gg]ründer)(?:in"
    r"|s)?"
    r"|freelance|contributing|covering|writes|[Pp]rofessor|[Ff]ellow|[Ll]ecturer|[Cc]onsultant|[Ff]ounder"
    r"|[Hh]ead of|bureau chief|photographer|[Pp]resenter|[Pp]roducer|[Pp]eriodista)\b"
)
_DOES_SO = re.compile(_DOES)
_HEADS_NOTE = re.compile(
    rf"(?:[Üü]ber|ÜBER|[Aa]bout|ABOUT|[Àà] propos de|[Ss]obre|[Aa]cerca de) {_NAME}(?: \d[\w ]*)?:?$"
)
_SIGNATURE = re.compile(
    rf"(?:[-–—]{{1,2}} ?)?(?:[Bb]y )?{_FULL_NAME}(?:(?:,? and|,) (?:the "
    rf"|The )?{_NAME}){{0,3}}(?: \([\w ./,]{{2,30}}\))?\.?$"
    r"|[\[(][A-Za-z]{2,4}[\])]$|[a-z]{2,3}(?:/[a-z]{2,3}){1,3}$|[A-Z]{2}(?:/[A-Z]{2}){0,3}$|(?:[Ss]taff"
    r"|[Ww]eb|[Nn]ews) (?:[Dd]esk|[Rr]eporter|[Ww]riter|[Rr]eport)s?$"
)
_WORD_OF_A_LIST = re.compile(r"[^\W\d_][\w.'’-]*")
_SMALL_IN_LISTS = frozenset(
    ("and", "de", "van", "von", "al", "bin", "der", "la", "di", "da", "of", "the", "jr")
)
_LEAST_NAME_LISTS, _WORDS_OF_A_NAME_LIST = 2, 12
_CAPTION = re.compile(
    r"[,(] (?:far |second from |top |bottom )?(?:left|right|cent(?:er|re))\b|\bpictured\b"
    r"|\bin this [^.]{0,40}photo\b|\bfile photo\b"
    r"|\b(?:speaks|poses|stands|arrives|attends|walks|waves|listens|gestures|looks|holds|sits|makes"
    r"|celebrates)\b.{0,120}\b(?:[A-Z][a-z]{2,5}day|January|February|March|April|May|June|July|August"
    r"|September|October|November|December|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.|(?:19|20)\d\d)"
)


def video_titles(lines: Sequence[Line], names: Names) -> Iterator[int]:
    """A short line between a video's file and its running time."""
    for i in range(1, len(lines) - 1):
        around = names[i - 1] == names[i + 1] == "video slug"
        if around and not names[i] and not lines[i].ended:
            yield i


def captions(lines: Sequence[Line], names: Names) -> Iterator[int]:
    """Lines worded like captions above a credit, and lines that occur twice above one."""
    for i in range(1, len(lines)):
        if names[i] != "credit" or names[i - 1]:
            continue
        text = lines[i - 1].text
        worded = lines[i - 1].words <= _CAPTION_WORDS and _CAPTION.search(text)
        if worded or (i > 1 and lines[i - 2].text == text):
            yield from (j for j in range(max(0, i - 3), i) if lines[j].text == text)


def highlights(lines: Sequence[Line], names: Names) -> Iterator[int]:
    """Lines without a full stop below a heading of highlights above the text; lines marked NEW."""
    left = 0
    for i, (line, name) in enumerate(zip(lines, names, strict=True)):
        if name == "highlights heading" and left == 0:
            left = _MOST_HIGHLIGHTS
        elif not name and line.ended:
            left = -1
        elif not name and (line.text.startswith("NEW: ") or (left > 0 and 4 <= line.words <= 30)):
            left -= left > 0
            yield i


def capital_links(lines: Sequence[Line], names: Names) -> Iterator[int]:
    """Links to other articles between paragraphs, set in capitals throughout."""
    for i, line in enumerate(lines):
        is_link = line.words >= 7 and not line.ended and line.text.isupper()
        if is_link and not names[i]:
            yield i


def list_items(lines: Sequence[Line], names: Names) -> Iterator[int]:
    """Titles below the heading of a list, at least two if it has no colon, up to a full sentence."""
    for heading in (i for i, name in enumerate(names) if name == "list heading"):
        items = list(_items(lines, names, heading + 1))
        least = 1 if lines[heading].text.endswith(":") else 2
        if least <= len(items) <= _MOST_ITEMS:
            yield from items


def _items(lines: Sequence[Line], names: Names, start: int) -> Iterator[int]:
    for i in range(start, len(lines)):
        if names[i] == "list heading" or (not names[i] and not _is_item(lines, i)):
            return
        if not names[i]:
            yield i


def _is_item(lines: Sequence[Line], i: int) -> bool:
    ended = lines[i].text.rstrip("\"”“»'’‘").endswith((".", ":"))
    broken = i + 1 < len(lines) and lines[i + 1].text[0].islower()
    return lines[i].words <= 25 and not ended and not broken


def separators(lines: Sequence[Line], names: Names) -> Iterator[int]:
    """Lines that consist of signs or of a number, and are not a piece of a sentence."""
    for i, line in enumerate(lines):
        bare = not line.words or line.text.isdecimal()
        if bare and not names[i] and not inside_sentence(lines, i):
            yield i


def outside(lines: Sequence[Line], names: Names) -> Iterator[int]:
    """Lines before and after the stretch with the most running text."""
    first, last = article_stretch(lines, names)
    yield from (i for i in (*range(first), *range(last, len(lines))) if not names[i])


def author_notes(lines: Sequence[Line], names: Names) -> Iterator[int]:
    """Notes on the author below the article, with the name or heading above them."""
    free = [i for i, name in enumerate(names) if not name]
    for place in range(len(free) - 1, max(len(free) - _LAST, _LEAST_TEXT), -1):
        i, above = free[place], lines[free[place - 1]]
        text, name = lines[i].text, f"{above.text} "
        named = above.words <= _WORDS_OF_A_NAME and not above.ended
        if place == len(free) - 1 and _HEADS_NOTE.match(above.text):
            yield from free[place - 1 :]
        elif named and text.startswith(name) and _DOES_SO.match(text, len(name)):
            yield from free[place - 1 : place + 1]
        elif lines[i].words <= _CAPTION_WORDS and _ABOUT_AUTHOR.match(text):
            yield from free[place - named : place + 1]


def name_lists(lines: Sequence[Line], names: Names) -> Iterator[int]:
    """Two or more lines of nothing but names at the end of an article, and the line that announces them."""
    free = [i for i, name in enumerate(names) if not name]
    start = len(free)
    while start and _is_name_list(lines[free[start - 1]]):
        start -= 1
    listed = sum(lines[i].words for i in free[start:])
    if len(free) - start >= _LEAST_NAME_LISTS and 2 * listed < sum(lines[i].words for i in free):
        announced = start > 0 and lines[free[start - 1]].text.endswith(":")
        yield from free[start - announced :]


def _is_name_list(line: Line) -> bool:
    words = _WORD_OF_A_LIST.findall(line.text)
    small = sum(word[0].islower() and word not in _SMALL_IN_LISTS for word in words)
    return line.words >= _WORDS_OF_A_NAME_LIST and line.text.count(",") * 4 > line.words and small == 0


def signatures(lines: Sequence[Line], names: Names) -> Iterator[int]:
    """The name of an author or an outlet on the last line, below a paragraph."""
    free = [i for i, name in enumerate(names) if not name]
    if len(free) > _LEAST_TEXT - 1 and lines[free[-2]].ended and _SIGNATURE.match(lines[free[-1]].text):
        yield free[-1]


def top_matter(lines: Sequence[Line], names: Names) -> Iterator[int]:
    """Lines above the headline, and above the last date, byline or gallery before the running text."""
    end = 0
    for i, line in enumerate(lines[:_TOP]):
        if names[i] in ("headline", "date", "byline", "gallery", "gallery counter"):
            end = i
        if not names[i] and line.prose:
            break
    yield from (i for i in range(end) if not names[i])
