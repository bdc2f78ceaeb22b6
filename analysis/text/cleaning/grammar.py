"""What the words of an English line say of it: whether it reads as a sentence of a report or as a heading.

The words are in `grammar.toml`. A heading has few verbs in the past tense, pronouns and articles; how many of
them a line has is its `looseness`, however it ends.
"""

import re
from functools import lru_cache
from pathlib import Path

from analysis.text.word_classes import read_word_classes

__all__ = [
    "has_past",
    "has_verb",
    "in_title_case",
    "leaves_open",
    "looseness",
    "reads_as_report",
    "single_sentence",
]

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_NO_PAST = frozenset(("united", "need", "speed", "indeed", "feed", "seed", "hundred", "sacred", "red"))
# Pronouns that may end a sentence.
_OBJECTS = frozenset(
    ("it", "you", "this", "that", "these", "those", "there", "him", "them", "us", "me", "her", "his")
)
_DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_SHORT_FORM = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|St|vs|v|Jr|Sr|No|Pres|Lt|Prof|Rev|Col)\.")
_NEXT_SENTENCE = re.compile(r"[.!?][\"”’')]{0,2} [\"“‘']?[A-Z]")
# Participles that credits and dates contain.
_OF_CREDITS = re.compile(
    r"\b(?:edited|written|compiled|reported|translated|published|updated|posted|filed|taken|provided|supplied"
    r"|reserved|based|produced|illustrated|designed|contributed|created|modified|photographed|tagged|(?:wrote"
    r"|reporting) from|entry was)\b"
)
_LONG = 4  # letters of a word that title case writes with a capital
_IN_TITLE_CASE = 0.75
_LEAST_LONG = 3
_WORDS_OF_A_HEADING = 16


_KINDS = read_word_classes(Path(__file__).with_name("grammar.toml"))


def _words(text: str) -> list[str]:
    return [word.strip("'’").lower().replace("’", "'") for word in _WORD.findall(text)]


def _is_past(word: str) -> bool:
    return word in _KINDS["past"] or (word.endswith("ed") and len(word) > 4 and word not in _NO_PAST)


@lru_cache(maxsize=1 << 12)
def looseness(text: str) -> int:
    """How much a line reads as a sentence and not as a heading, from 0; 2 is much for a headline.

    >>> looseness("Port to close for two winters."), looseness("The port was closed on Monday, she said.")
    (0, 12)
    """
    words, kinds = _words(text), _KINDS
    first, rest = words[:1], words[1:]
    loose = (len(words) > _WORDS_OF_A_HEADING) + 2 * any(word in kinds["article"] for word in first)
    loose += sum(word in kinds["article"] or word in kinds["pronoun"] for word in rest)
    loose += 2 * any(word in kinds["pronoun"] or word in kinds["opener"] for word in first)
    loose += sum(word in kinds["adverb"] for word in words)
    loose += 2 * sum(map(_is_past, rest)) + sum(word in kinds["auxiliary"] for word in words)
    return loose + 3 * bool(_DAY.search(text)) + 3 * (not single_sentence(text))


def single_sentence(text: str) -> bool:
    """Whether no second sentence begins within a line."""
    return not _NEXT_SENTENCE.search(_SHORT_FORM.sub("", text))


def in_title_case(text: str) -> bool:
    """Whether the long words of a line begin with capitals, or all letters are capitals."""
    long = [word for word in _WORD.findall(text) if len(word) >= _LONG]
    capital = sum(word[0].isupper() for word in long)
    return text.isupper() or (len(long) >= _LEAST_LONG and capital >= _IN_TITLE_CASE * len(long))


@lru_cache(maxsize=1 << 12)
def reads_as_report(text: str) -> bool:
    """Whether a line is a sentence of a report: it ends with a stop and has a verb after its subject.

    >>> reads_as_report("Photos from the scene showed a hole in the roof.")
    True
    >>> reads_as_report("Photos from the scene by Ada Finch.")
    False
    """
    if text.rstrip("\"”’')")[-1:] not in ".!?":
        return False
    words, kinds = _words(_OF_CREDITS.sub("", text)), _KINDS
    opening = ", " in text and any(
        f", {word} " in text.lower() for word in (*kinds["article"], *kinds["pronoun"])
    )
    verb = any(_is_past(word) or word in kinds["auxiliary"] for word in words[2:])
    return opening or verb


def has_past(text: str) -> bool:
    """Whether a text may have a verb in the past tense."""
    return any(map(_is_past, _words(text)))


def has_verb(text: str) -> bool:
    """Whether a clause may have a finite verb: a past tense, an auxiliary, or a later word in -s."""
    words = _words(text)
    known = any(_is_past(word) or word in _KINDS["auxiliary"] for word in words)
    return known or any(word.endswith("s") and not word.endswith(("ss", "'s")) for word in words[1:])


def leaves_open(text: str) -> bool:
    """Whether a line stops at a word or mark that another word must follow.

    >>> leaves_open("The council said that the"), leaves_open("The next hearing is in June")
    (True, False)
    """
    last = text.rstrip().rsplit(maxsplit=1)[-1:]
    if not last or text.rstrip()[-1] in ",;–—-(“‘«":
        return bool(last)
    word, kinds = last[0].lower().strip("'’").replace("’", "'"), _KINDS
    return any(word in kinds[kind] for kind in ("open", "article", "auxiliary", "opener")) or (
        word in kinds["pronoun"] and word not in _OBJECTS
    )
