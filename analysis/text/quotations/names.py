"""Names as they are written: runs of capitalised words, with what is no part of the name told apart.

A name is a run of words with a capital, with initials, particles ("van der") and the suffixes Jr. and III.
A word that opens a sentence is part of a name only if the article does not write it in lower case elsewhere
and it is no common word.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from analysis.text.quotations.name_parts import Parts, bare, first_names, is_suffix, split_name
from analysis.text.quotations.words import words
from analysis.text.segmentation.document import Document

__all__ = ["Name", "Token", "find_names", "lower_case_words", "tokenize"]

_TOKEN = re.compile(r"(?:[^\W\d_]\.)+|[^\W_]+(?:['&/-][^\W_]+)*|[^\s\w]")
_PREFIXED = re.compile(r"(?:a[dlnrsz]|ash|el|d|l|t|'t)['-][^\W\d_]")  # al-Amin, d'Orsay
_WORD = re.compile(r"[^\W\d_]+")
_COMMON = frozenset().union(
    *(words(kind) for kind in ("before names", "prepositions", "openers", "conjunctions", "determiners")),
    *(words(kind) for kind in ("pronouns", "possessives", "auxiliaries", "adverbs", "relative", "common")),
)
# No name begins with these, wherever it stands.
_NEVER_FIRST = words("determiners") | words("pronouns") | words("times") | frozenset(("i",))
_NO_OPENERS = words("titles") | words("roles") | words("groups")
_WITH_OF = words("roles") | words("bodies")  # their names go on behind "of"
_AFTER_ADVERBIAL = words("prepositions") | words("determiners") | words("possessives")
_MOST = 12  # words of a name with its role


class Token(NamedTuple):
    """A word or mark with its place."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """The offset behind it."""
        return self.start + len(self.text)


class Name(NamedTuple):
    """A name as it is written at one place.

    Attributes:
        start: offset of its first character, role included.
        end: offset behind its last character, without a possessive ending.
        parts: its words and its role.
        possessive: whether 's or ' follows.
    """

    start: int
    end: int
    parts: Parts
    possessive: bool


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """The words and marks of a stretch of text."""
    return [Token(match[0], match.start()) for match in _TOKEN.finditer(text, start, end)]


def lower_case_words(document: Document) -> frozenset[str]:
    """The words that the body writes in lower case somewhere."""
    found = (_WORD.findall(document.text, *paragraph) for paragraph in document.paragraphs)
    return frozenset(filter(str.islower, frozenset().union(*found)))


def find_names(
    text: str, tokens: Sequence[Token], lower: frozenset[str], *, mention: bool = False
) -> Iterator[Name]:
    """Every name in the tokens of a sentence, in order; none in a heading that capitalises all words.

    Args:
        text: the text of the document.
        tokens: of the sentence.
        lower: words that are written in lower case somewhere in the article.
        mention: whether they are only the mention of a speaker, which need not open a sentence.
    """
    if not mention and _is_heading(tokens):
        return
    j = 0
    for i in [i for i, token in enumerate(tokens) if _is_capital(token.text)]:
        if i < j:
            continue
        j = _run_end(text, tokens, i)
        opens = not (mention and not i) and (not i or tokens[i - 1].text in {'"', ":", "–"})
        run = _without_openers(tokens, i, j, lower) if opens else tokens[i:j]
        if name := _read_run(text, run):
            yield name


def _is_capital(word: str) -> bool:
    """Whether a word has a capital, or opens with a particle in front of one: ``al-Amin``."""
    if word[0].isupper():
        return True
    prefixed = _PREFIXED.match(word) if "-" in word or "'" in word else None
    return prefixed is not None and word[prefixed.end() - 1].isupper()


def _is_heading(tokens: Sequence[Token]) -> bool:
    """Whether nearly every longer word has a capital, so that capitals tell nothing."""
    long = [token.text for token in tokens if len(token.text) > 3 and token.text[0].isalpha()]
    return len(long) > 4 and sum(map(_is_capital, long)) > 0.9 * len(long)


def _run_end(text: str, tokens: Sequence[Token], i: int) -> int:
    """The token behind the run of capitalised words that begins at token `i`."""
    j = i + 1
    while j < min(len(tokens), i + _MOST) and not tokens[j - 1].text.endswith("'s"):
        before, token = tokens[j - 1], tokens[j]
        gap = text[before.end : token.start]
        follows = gap == " " and _is_capital(token.text) and "/" not in token.text
        if follows or (token.text == "." and not gap and _takes_stop(before.text)):
            step = 1
        elif token.text == "," and j + 1 < len(tokens) and is_suffix(tokens[j + 1].text):
            step = 2
        else:
            step = _link(tokens, i, j)
        if not step:
            break
        j += step
    return j


def _takes_stop(word: str) -> bool:
    return bare(word) in words("abbreviated") or is_suffix(word)


def _link(tokens: Sequence[Token], i: int, j: int) -> int:
    """How many tokens lead on to the next part of a name: particles, and the small words of bodies."""
    ahead = [token.text for token in tokens[j : j + 5]]
    particles = next((n for n, word in enumerate(ahead) if word.lower() not in words("particles")), 0)
    if particles and _is_capital(ahead[particles]):
        return particles
    if len(ahead) < 2:
        return 0
    inside = [bare(token.text) for token in tokens[i:j]]
    if ahead[0] in {"of", "for"} and inside[-1] in _WITH_OF:
        skipped = 1 + (ahead[1] == "the")
        return skipped + 1 if len(ahead) > skipped and _is_capital(ahead[skipped]) else 0
    if not _is_capital(ahead[1]):
        return 0
    return 2 if ahead[0] == "&" or (ahead[0] == "and" and _joins_body(inside, ahead[1:])) else 0


def _joins_body(inside: Sequence[str], ahead: Sequence[str]) -> bool:
    """Whether "and" stands inside a body's name: ``Food and Drug Administration``, ``of Health and Care``."""
    known, second = first_names(), bare(ahead[0])
    if not {"of", "for"}.isdisjoint(inside) and second not in known:
        return True
    stop = next((n for n, word in enumerate(ahead) if not _is_capital(word)), len(ahead))
    is_short = len(inside) <= 2 and inside[0] not in known and words("titles").isdisjoint(inside)
    return is_short and not words("groups").isdisjoint(map(bare, ahead[:stop]))


def _without_openers(tokens: Sequence[Token], i: int, j: int, lower: frozenset[str]) -> Sequence[Token]:
    """A run that opens a sentence, without the words that have a capital only for that."""
    after = tokens[j].text if j < len(tokens) else ""
    if j == i + 1 and _opens_adverbial(tokens[i].text, after):
        return ()
    while i < j and _only_opens([bare(token.text) for token in tokens[i:j]], tokens[i].text, lower):
        i += 1
    return tokens[i:j]


def _opens_adverbial(word: str, after: str) -> bool:
    """Whether a single capitalised word opens an adverbial: ``Recovering in``, ``Freed by``, ``Early in``."""
    if word.isupper() or word.lower() in first_names():
        return False
    if word.endswith(("ing", "ed", "ly")):
        return after in _AFTER_ADVERBIAL or (word.endswith("ly") and after.islower())
    return False


def _only_opens(small: Sequence[str], written: str, lower: frozenset[str]) -> bool:
    """Whether the first word of a run has its capital only because it opens the sentence."""
    word = small[0].partition("'")[0]
    if written.endswith("."):
        return False
    if word in _COMMON and word not in first_names():
        return True
    if written.endswith("'s") or word in first_names() or word in _NO_OPENERS:
        return False
    if len(small) == 1:
        return word in lower
    if len(small) > 2 and not words("groups").isdisjoint(small[1:]):
        return False
    return word in lower or word.endswith(("ing", "ly"))


def _read_run(text: str, run: Sequence[Token]) -> Name | None:
    """The name in a run of capitalised words; None where there is none."""
    while run and run[0].text.lower().partition("'")[0] in _NEVER_FIRST:
        run = run[1:]
    if not run or run[0].text in {".", ","}:
        return None
    last = run[-1]
    ending = 2 * last.text.endswith("'s")
    stops = {token for token, after in pairwise(run) if after.text == "."}
    written = [token.text + "." * (token in stops) for token in run if token.text not in {".", ","}]
    if ending:
        written[-1] = written[-1][:-2]
    possessive = bool(ending) or text[last.end : last.end + 1] == "'"
    return Name(run[0].start, last.end - ending, split_name(tuple(written)), possessive)
