"""Whether a stop before a capital or figure ends a sentence, or only an abbreviation, number or name.

What decides is the word before the stop, by its class in ``data/words.toml``, and what follows:

1. After a title ("Mr.") or the number of an item in a list the sentence continues, after "No." only if a
   figure follows. After a number or letter behind its noun ("World War I.") it ends.
2. After any other abbreviation it ends only before a word that opens sentences ("Corp. The").
3. After a firm, a state, a street or a unit it ends also before a quotation or a single capitalized word,
   unless nothing but a name is before it; after a street also before an office ("Oak Ave. Mayor Ida Vole").
4. After "p.m." it ends before any capital but that of a day or time zone.
5. After a place or degree in initials it ends also before a bare plural ("in the U.K. Shares fell").
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from analysis.text.segmentation.wordlists import WORDS

__all__ = ["Stop", "is_end_after_name", "is_plain", "is_sentence_end"]

_OPENERS, _TITLES = WORDS["openers"], WORDS["before_name"]
_PLACES = {None, *WORDS["before_place"]}  # None: behind a comma
_NEAR = 80  # characters before a word that are looked at
_ITEMS = 1000  # characters before the number of an item in which the item before is looked for
_INITIALS = re.compile(r"[^\W\d_](?>(?:\.[^\W\d_])*)")
_ALONE = re.compile(r",|\s[a-z]")
_CLAUSE = re.compile(r"\s(?!of\b)[a-z]")
_MODIFIER = re.compile(
    r"\b(?:[Aa]n?|[Ee]ach|[Ee]very|[Ii]ts|[Tt]hat|[Tt]he|[Tt]heir|[Tt]his)\s[^a-z]*(?:[A-Z]\w*\s+)?\Z"
)
_ZONE = re.compile(r"\.\s+(?:[ECMP]\.\s?(?:[SD]\.\s?)?T\b|(?:[A-Z][a-z]+\s+){1,3}[Tt]ime\b)")
_FIGURE = re.compile(r"[\d½¼¾⅓⅔][\s-]?\Z")
_NAME_ONLY = re.compile(r"(?:\A|[.!?]['\"”’]?\s)\s*+(?>(?:[A-Z][\w&'’-]*+\s++)*)\Z")
_ARTICLE = re.compile(r"\b(?:[Aa]n?|[Tt]he)\s+\Z")
_STREET_NAME = re.compile(r"\b[A-Z][\w'’-]*\s+\Z|\d(?:st|nd|rd|th)\s+\Z")
_HOUSE = re.compile(r"\d\s+(?:[NESW]\.\s+)?(?:[A-Z][\w'’-]*\s+){1,2}\Z")
_BEFORE_ITEM = re.compile(r"(?:\A|[.!?:;)\]\"”’])\s*\Z")
_LAST_WORD = re.compile(r"(\w*)\W*\Z")
_NOUN = re.compile(r"\b(?P<noun>\w+)\s+\Z")
_MONARCH = re.compile(r"\b(?:King|Queen|Pope|Emperor|Empress|Czar|Tsar)\s+[A-Z][a-z]+\s+\Z")
_PLACE = re.compile(r"(?:,\s+|\b(?P<word>[a-z]+)\s+(?:the\s+)?)\Z")


class Stop(NamedTuple):
    """A stop before a capital or figure.

    Attributes:
        text: the paragraph.
        word: the word before the stop.
        at: the offset of the stop.
        opening: the marks that open before what follows.
        follower: the word that follows.
        behind: the offset behind that word.
    """

    text: str
    word: str
    at: int
    opening: str
    follower: str
    behind: int

    @property
    def before(self) -> str:
        """The text before the word."""
        start = self.at - len(self.word)
        return self.text[max(0, start - _NEAR) : start]


def is_plain(word: str) -> bool:
    """Whether a word cannot be an abbreviation: its stop ends a sentence even before a small letter."""
    return len(word) > 3 and word.isalpha() and word.islower() and word not in WORDS["abbreviations"]


def is_sentence_end(stop: Stop) -> bool:
    """Whether a full stop ends a sentence, not only an abbreviation or the number of an item."""
    word = stop.word.rpartition("-")[2]
    if len(word) > 1 and word.isupper() and (stop.before.rstrip()[-2:] or stop.follower).isupper():
        word = word.capitalize()  # "DR. OLANDER LEFT."
    if decide := _RULES.get(word):
        return decide(stop._replace(word=word))
    if _INITIALS.fullmatch(word):
        return _initials_end(stop._replace(word=word))
    return not (word.isdigit() and _is_item(stop))


def is_end_after_name(stop: Stop) -> bool:
    """Whether a sentence ends at a ``!`` or ``?``, which may belong to a name ("Jeopardy!")."""
    is_name = stop.word in WORDS["marked_names"] or (stop.word.istitle() and _ARTICLE.search(stop.before))
    return not is_name or _opens(stop) or _is_bare_noun(stop)


# ------------------------------------------------------------------------- a rule per class of words


def _title_ends(stop: Stop) -> bool:
    """After a title; "St.", "Dr." and "Del." may be a street or a state instead."""
    if stop.word == "St":
        name = _STREET_NAME.search(stop.before)
        is_street = name and name[0].strip() not in WORDS["before_saint"]
        return bool(is_street) and (_opens(stop) or _is_bare_noun(stop) or stop.follower in WORDS["offices"])
    if stop.word == "Dr":
        return bool(_HOUSE.search(stop.before)) and _street_ends(stop)
    return stop.word == "Del" and stop.before.endswith(", ") and _firm_ends(stop)


def _rank_ends(stop: Stop) -> bool:
    """After "Tech." and the like, a part of a rank if another title follows."""
    return not (stop.follower in _TITLES and stop.text.startswith(".", stop.behind))


def _number_ends(stop: Stop) -> bool:
    """After "No." and the like."""
    return not stop.follower[0].isdigit()


def _firm_ends(stop: Stop) -> bool:
    """After a firm or state."""
    return _opens(stop) or (_stands_alone(stop) and not _NAME_ONLY.search(stop.before))


def _street_ends(stop: Stop) -> bool:
    """After a street, if it is not part of a name ("the Fifth Ave. Church")."""
    if stop.follower in WORDS["directions"]:
        return False
    is_end = stop.follower in WORDS["offices"] or _stands_alone(stop)
    return _opens(stop) or (is_end and not (_MODIFIER.search(stop.before) or _NAME_ONLY.search(stop.before)))


def _unit_ends(stop: Stop) -> bool:
    """After a unit, which is an ordinary word ("They came in.") if no figure is before it."""
    return not _FIGURE.search(stop.before) or _opens(stop) or _stands_alone(stop)


def _hour_ends(stop: Stop) -> bool:
    """After "p.m."."""
    if stop.opening:
        return stop.opening[0] in "\"'“‘`"
    if stop.follower in WORDS["times"] or not stop.follower[0].isupper() or _ZONE.match(stop.text, stop.at):
        return False
    return _opens(stop) or not _MODIFIER.search(stop.before)


def _initials_end(stop: Stop) -> bool:
    """After initials: of a person, a place or a degree, or a letter that numbers something."""
    if _opens(stop):
        return not _is_item(stop)
    if len(stop.word) > 1:
        place = _PLACE.search(stop.before)
        return place is not None and place["word"] in _PLACES and _is_bare_noun(stop)
    noun = _NOUN.search(stop.before)
    is_numbered = noun is not None and noun["noun"] in WORDS["numbered"]
    return is_numbered or (stop.word in "IVX" and _MONARCH.search(stop.before) is not None)


# -------------------------------------------------------------------------------- what is around it


def _opens(stop: Stop) -> bool:
    """Whether what follows is a word that opens sentences, not an initial."""
    if stop.opening[:1] in {"–", "—", "-"}:  # a dateline: "COLUMBIA, S.C. – The"
        return False
    is_initial = len(stop.follower) == 1 and stop.text.startswith(".", stop.behind)
    return stop.follower.lower() in _OPENERS and not is_initial


def _stands_alone(stop: Stop) -> bool:
    """Whether a quotation or a single capitalized word follows, not a longer name."""
    if stop.opening:
        return stop.opening[0] in '"“`'
    return stop.follower[0].isupper() and bool(_ALONE.match(stop.text, stop.behind))


def _is_bare_noun(stop: Stop) -> bool:
    """Whether a plural without an article follows, and more in small letters: "Shares fell"."""
    noun = stop.follower
    is_plural = noun.endswith("s") and not noun.endswith(("ss", "us", "is", "'s"))
    is_bare = noun in WORDS["bare_nouns"] or (is_plural and noun not in WORDS["plural_names"])
    return is_bare and not stop.opening and noun.istitle() and bool(_CLAUSE.match(stop.text, stop.behind))


def _is_item(stop: Stop) -> bool:
    """Whether a number or letter counts an item: it opens the paragraph, or follows the last one."""
    word, before = stop.word, stop.before
    if stop.at == len(word) and word.isdigit():
        return True
    last_word = _LAST_WORD.search(before)
    if len(word) > 2 or not _BEFORE_ITEM.search(before) or (last_word and last_word[1] in _RULES):
        return False
    if word in {"1", "a", "A"}:
        return True
    last = str(int(word) - 1) if word.isdigit() else chr(ord(word) - 1)
    return stop.text.rfind(f"{last}. ", max(0, stop.at - _ITEMS), stop.at) >= 0


_RULES: dict[str, Callable[[Stop], bool]] = {
    **dict.fromkeys(WORDS["degrees"], _initials_end),
    **dict.fromkeys(WORDS["abbreviations"], _opens),
    **dict.fromkeys(WORDS["firms_and_states"], _firm_ends),
    **dict.fromkeys(WORDS["streets"], _street_ends),
    **dict.fromkeys(WORDS["units"], _unit_ends),
    **dict.fromkeys(WORDS["hours"], _hour_ends),
    **dict.fromkeys(WORDS["before_number"], _number_ends),
    **dict.fromkeys(WORDS["before_title"], _rank_ends),
    **dict.fromkeys(_TITLES, _title_ends),
}
