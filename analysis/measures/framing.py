"""Framing terms: where the terms of a lexicon stand in a document, and in whose voice.

The counting rules, all of them:

1. Text is matched word by word, in the words that segmenting found, and a term is cut into words
   by the same rules. ``human-rights`` is one word, so ``human rights`` does not find it.
   Punctuation between words is passed over.
2. A phrase lies within one sentence; the headline counts as one.
3. Case folds as Unicode has it (``ß`` as ``ss``), wildcards or not, except for a term with a capital
   in it: ``US`` and ``Labour`` find no other spelling. Accents stay: ``cafe`` is not ``café``.
4. ``*`` stands for any letters and digits, with the marks that belong to them, or none; ``?`` for
   exactly one. Neither stands for a hyphen, an apostrophe or a stop, so ``self*`` does not find
   ``self-made``. In a phrase, ``*`` alone stands for one word of letters and digits.
5. A possessive ending ``'s`` of the text's word is passed over, unless the term has it: ``regime``
   finds ``regime's``, ``regime's`` does not find ``regime``.
6. From left to right, the term of most words that begins at a word wins, across all categories, and
   the search goes on behind it: no word of the text is counted twice. ``human rights abuse`` is not
   also a hit of ``human rights`` or ``abuse``.
7. Where several terms take the very same words, each category with one of them counts once, by the
   term with the most characters spelled out, then one with a capital, then the lexicon's first.
8. A hit belongs to the voice of its first word. A phrase may run over a quotation mark.
9. A hit is negated where a negator of its sentence reaches its first word, by the rule of
   `measures.negation`; it is counted all the same, and counted apart.
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import compress
from typing import Literal, NamedTuple

from analysis.measures.lexicon import Lexicon, Term
from analysis.measures.negation import negated
from analysis.measures.patterns import Patterns
from analysis.segment import Document, Tokens

__all__ = ["Hit", "Voice", "hits"]

Voice = Literal["headline", "narration", "quotation"]

_MEMO_LIMIT = 1_000_000
_POSSESSIVE = frozenset({"'s", "'S"})


class Hit(NamedTuple):
    """One term found at one place.

    Attributes:
        term: the term as the lexicon writes it.
        category: the path of its category.
        voice: who speaks: the headline, the reporter, or someone quoted.
        start: offset in `Document.text` of its first character.
        end: offset behind its last word, a possessive ending included.
        place: share of the body's words that stand before it, from 0 to below 1; NaN in a headline.
        negated: whether a negator before it reaches it.
    """

    term: str
    category: str
    voice: Voice
    start: int
    end: int
    place: float
    negated: bool = False


def hits(document: Document, voices: Sequence[bool], lexicon: Lexicon) -> list[Hit]:
    """Find the terms of a lexicon in a document, by the rules of this module.

    Takes time linear in the document, whatever the number of terms, once each word type has been
    looked up; the lookups are kept from one document to the next.

    Args:
        document: the segmented article.
        voices: for each word of `document.body`, whether it is inside a direct quotation.
        lexicon: the terms.

    Returns:
        The hits of the headline, then those of the body, in reading order; hits of one place in
        the order of the lexicon.

    Raises:
        ValueError: `voices` has not one value a word of the body.
    """
    if len(voices) != len(document.body.forms):
        message = f"{len(voices)} voices for {len(document.body.forms)} words"
        raise ValueError(message)
    compiled, terms, text = _compiled(lexicon), lexicon.terms, document.text
    words, ends = document.headline, [sentence.end for sentence in document.sentences]
    found = []
    if places := _places(words, [], compiled):
        reached = negated(text, words, [])
        for first, last, winners in places:
            start, end, is_negated = words.starts[first], words.ends[last], first in reached
            found += [Hit(*terms[term], "headline", start, end, math.nan, is_negated) for term in winners]
    words = document.body
    if places := _places(words, ends, compiled):
        reached, whole = negated(text, words, ends), len(words.forms)
        for first, last, winners in places:
            voice: Voice = "quotation" if voices[first] else "narration"
            start, end, is_negated = words.starts[first], words.ends[last], first in reached
            place = first / whole
            found += [Hit(*terms[term], voice, start, end, place, is_negated) for term in winners]
    return found


def _places(
    words: Tokens, limits: Sequence[int], compiled: "_Compiled"
) -> list[tuple[int, int, tuple[int, ...]]]:
    """First word, last word and terms of every match; none runs over one of the `limits`."""
    fits = [*map(compiled.__getitem__, words.forms), None]  # nothing fits behind the last word
    found, behind = [], 0
    for first, fit in compress(enumerate(fits), fits):
        if fit and first >= behind:
            last, winners = first, fit.alone
            following = fits[first + 1]
            if following and not fit.seconds.isdisjoint(following.keys):
                last, ended = _longest(fit, first, fits, words.starts, limits)
                winners = compiled.one_a_category(ended) if ended else winners
            if winners:
                behind = last + 1
                found.append((first, last, winners))
    return found


def _longest(
    fit: "_Fit", first: int, fits: "Sequence[_Fit | None]", starts: list[int], limits: Sequence[int]
) -> tuple[int, tuple[int, ...]]:
    """The last word of the longest phrase that begins at `first`, and the terms that end there."""
    last, longest, nodes = first, tuple[int, ...](), fit.begun
    stop = 0
    for word in range(first + 1, len(fits)):
        keys = following.keys if (following := fits[word]) else ()
        nodes = [node.next[key] for node in nodes for key in keys if key in node.next]
        if not nodes:
            break
        stop = stop or _sentence_stop(starts, first, limits)
        if word >= stop:
            break
        if ended := tuple(term for node in nodes for term in node.terms):
            last, longest = word, ended
    return last, longest


def _sentence_stop(starts: list[int], word: int, limits: Sequence[int]) -> int:
    """How many words stand before the end of the sentence that a word is in."""
    sentence = bisect_right(limits, starts[word])
    return bisect_left(starts, limits[sentence]) if sentence < len(limits) else len(starts)


@dataclass(slots=True)
class _Node:
    """A place in the tree of phrases: the terms that end here, and what may come next."""

    terms: list[int] = field(default_factory=list)
    next: dict[int, "_Node"] = field(default_factory=dict)


class _Fit(NamedTuple):
    """What a word of a text fits.

    Attributes:
        keys: the words of the lexicon that it fits, by their numbers.
        alone: the terms of one word that count where no phrase does.
        begun: the places in the tree of phrases that it leads to from the root.
        seconds: the words of the lexicon that come next in a phrase begun by it.
    """

    keys: tuple[int, ...]
    alone: tuple[int, ...]
    begun: list[_Node]
    seconds: frozenset[int]


class _Compiled(dict[str, _Fit | None]):
    """A lexicon made ready: a word of a text to what it fits, if anything, each looked up once."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Plant the trees of words and of phrases."""
        super().__init__()
        self._terms = lexicon.terms
        order = sorted(range(len(self._terms)), key=lambda term: _looseness(self._terms[term].text))
        self._rank = {term: rank for rank, term in enumerate(order)}
        self._exact, self._folded, self._root = Patterns(), Patterns(), _Node()
        keys: dict[tuple[str, bool], int] = {}
        for number, term in enumerate(self._terms):
            self._plant(number, term, keys)

    def _plant(self, number: int, term: Term, keys: dict[tuple[str, bool], int]) -> None:
        """Add one term; `keys` numbers the lexicon's words as they come."""
        exact, node = _has_capital(term.text), self._root
        for word in term.words:
            pattern = word if exact else word.casefold()
            if (key := keys.get((pattern, exact))) is None:
                key = keys[pattern, exact] = len(keys)
                (self._exact if exact else self._folded).add(pattern, key)
            node = node.next.setdefault(key, _Node())
        node.terms.append(number)

    def __missing__(self, word: str) -> _Fit | None:
        """Look a word up, with and without a possessive ending."""
        if len(self) >= _MEMO_LIMIT:
            self.clear()
        found = {*self._exact.find(word), *self._folded.find(word.casefold())}
        if word[-2:] in _POSSESSIVE:
            owner = word[:-2].removesuffix(".")
            found.update(self._exact.find(owner), self._folded.find(owner.casefold()))
        fit = self[word] = self._fit(tuple(sorted(found))) if found else None
        return fit

    def _fit(self, keys: tuple[int, ...]) -> _Fit:
        begun = [self._root.next[key] for key in keys if key in self._root.next]
        alone = self.one_a_category(tuple(term for node in begun for term in node.terms))
        seconds = frozenset(key for node in begun for key in node.next)
        return _Fit(keys, alone, [node for node in begun if node.next], seconds)

    def one_a_category(self, terms: tuple[int, ...]) -> tuple[int, ...]:
        """Of terms that take the same words, the most literal one of each category, in order."""
        if len(terms) < 2:
            return terms
        best: dict[str, int] = {}
        for term in sorted(terms, key=self._rank.__getitem__):
            best.setdefault(self._terms[term].category, term)
        return tuple(sorted(best.values()))


def _looseness(term: str) -> tuple[int, bool]:
    """Smaller where more of a term is spelled out, and then where case matters."""
    return term.count("*") + term.count("?") - len(term), not _has_capital(term)


def _has_capital(term: str) -> bool:
    """Whether case matters for a term."""
    return any(letter.isupper() for letter in term)


@lru_cache(maxsize=8)
def _compiled(lexicon: Lexicon) -> _Compiled:
    """Make a lexicon ready, once a process."""
    return _Compiled(lexicon)
