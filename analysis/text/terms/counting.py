"""Framing terms: where the terms of a lexicon occur in a document, and in whose voice.

The complete counting rules:

1. Text is matched word by word, with the words found by segmentation, and terms are split into words by
   the same rules. ``human-rights`` is one word, so ``human rights`` does not find it. Punctuation between
   words is ignored. ``_`` in a term joins the words of a phrase, as in lists for R: ``human_rights`` finds
   ``human rights``. Nothing is found within a web or mail address.
2. A phrase must be within one sentence; the headline counts as one sentence.
3. Case is ignored (Unicode case folding: ``ß`` equals ``ss``), with or without wildcards, except for a term
   that contains a capital: ``US`` and ``Labour`` find no other spelling, unless the whole sentence is in
   capitals. Accents count: ``cafe`` is not ``café``. Initials in capitals are found with and without stops:
   ``UK`` finds ``U.K.`` and ``U.K.`` finds ``UK``, but ``us`` does not find ``U.S.``.
4. ``*`` stands for any number of letters and digits with their combining marks, and for hyphens: ``covid*``
   finds ``Covid-19``. ``?`` stands for exactly one letter or digit. Neither stands for an apostrophe or a
   stop. In a phrase, ``*`` alone stands for one word.
5. A possessive ending ``'s`` of a word in the text is ignored unless the term has it: ``regime`` finds
   ``regime's``, but ``regime's`` does not find ``regime``.
6. From left to right, the longest term (in words) that begins at a word wins, across all categories, and the
   search continues behind it: no word of the text is counted twice. ``human rights abuse`` is not also a
   hit of ``human rights`` or ``abuse``.
7. If several terms match the same words, each of their categories counts one hit: by the term with the most
   literal characters, then one with a capital, then the first in the lexicon.
8. A hit belongs to the voice of its first word. A phrase may contain a quotation mark.
9. A hit is negated if a negator in its sentence reaches its first word, by the rule of `terms.negation`.
   Negated hits are counted, and also counted separately.
"""

import math
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from analysis.text.segmentation import Document, Tokens
from analysis.text.terms.lexicon import Lexicon
from analysis.text.terms.matching import Match, matches
from analysis.text.terms.negation import find_negated

__all__ = ["Hit", "Tally", "Voice", "hits", "tallies"]

Voice = Literal["headline", "narration", "quotation"]

_VOICES: tuple[Voice, ...] = ("headline", "narration", "quotation")  # in the order of a table's rows


class Hit(NamedTuple):
    """One term found at one place.

    Attributes:
        term: the term as the lexicon writes it.
        category: the path of its category.
        voice: who speaks: the headline, the reporter, or someone quoted.
        start: offset in `Document.text` of its first character.
        end: offset behind its last word, a possessive ending included.
        place: share of the body's words before it, from 0 to below 1; NaN in a headline.
        negated: whether a negator before it reaches it.
    """

    term: str
    category: str
    voice: Voice
    start: int
    end: int
    place: float
    negated: bool = False


class Tally(NamedTuple):
    """All hits of one term in one voice.

    Attributes:
        category: the path of the term's category.
        term: the term as the lexicon writes it.
        voice: who speaks, as `Hit.voice`.
        found: how many hits, at least one.
        negated: how many of them are negated.
        places: their places in reading order, as `Hit.place`.
    """

    category: str
    term: str
    voice: Voice
    found: int
    negated: int
    places: list[float]


def hits(document: Document, voices: Sequence[bool], lexicon: Lexicon) -> list[Hit]:
    """Find the terms of a lexicon in a document, by the rules of this module.

    Time is linear in the document, for any number of terms, once each word type has been looked up. The
    lookups are kept from one document to the next.

    Args:
        document: the segmented article.
        voices: for each word of `document.body`, whether it is inside a direct quotation.
        lexicon: the terms.

    Returns:
        The hits of the headline, then those of the body, in reading order; hits at one place in the order of
        the lexicon.

    Raises:
        ValueError: `voices` does not have one value per word of the body.
    """
    _check(document, voices)
    terms, words = lexicon.terms, document.headline
    matched, reached = _headline(document, lexicon)
    found = [
        Hit(*terms[term], "headline", words.starts[first], words.ends[last], math.nan, first in reached)
        for first, last, winners in matched
        for term in winners
    ]
    words, whole = document.body, len(voices)
    matched, reached = _body(document, lexicon)
    for first, last, winners in matched:
        voice: Voice = "quotation" if voices[first] else "narration"
        start, end, is_negated = words.starts[first], words.ends[last], first in reached
        found += [Hit(*terms[term], voice, start, end, first / whole, is_negated) for term in winners]
    return found


def tallies(document: Document, voices: Sequence[bool], lexicon: Lexicon) -> list[Tally]:
    """Count what `hits` finds, term by term, without building the hits.

    Args:
        document: the segmented article.
        voices: for each word of `document.body`, whether it is inside a direct quotation.
        lexicon: the terms.

    Returns:
        The terms that were found in each voice, in the order of category, term and voice.

    Raises:
        ValueError: `voices` does not have one value per word of the body.
    """
    _check(document, voices)
    in_headline, headline_reached = _headline(document, lexicon)
    in_body, reached = _body(document, lexicon)
    ranks, labels = _alphabetical(lexicon)
    places, negations = defaultdict[int, list[float]](list), defaultdict[int, int](int)
    for first, _, winners in in_headline:
        for term in winners:
            row = ranks[term]
            places[row].append(math.nan)
            negations[row] += first in headline_reached
    whole = len(voices)
    for first, _, winners in in_body:
        place, voice, is_negated = first / whole, 2 if voices[first] else 1, first in reached
        for term in winners:
            row = ranks[term] + voice
            places[row].append(place)
            if is_negated:
                negations[row] += 1
    return [Tally(*labels[row], len(places[row]), negations[row], places[row]) for row in sorted(places)]


def _check(document: Document, voices: Sequence[bool]) -> None:
    if len(voices) != len(document.body.forms):
        message = f"{len(voices)} voices for {len(document.body.forms)} words"
        raise ValueError(message)


def _headline(document: Document, lexicon: Lexicon) -> tuple[list[Match], set[int]]:
    """The matches of the headline, which counts as one sentence, and its negated words."""
    return _matched(document.text, document.headline, [], lexicon)


def _body(document: Document, lexicon: Lexicon) -> tuple[list[Match], set[int]]:
    """The matches of the body, and its negated words."""
    ends = [sentence.end for sentence in document.sentences]
    return _matched(document.text, document.body, ends, lexicon)


def _matched(
    text: str, words: Tokens, limits: Sequence[int], lexicon: Lexicon
) -> tuple[list[Match], set[int]]:
    matched = matches(text, words, limits, lexicon)
    return matched, find_negated(text, words, limits) if matched else set()


@lru_cache(maxsize=8)
def _alphabetical(lexicon: Lexicon) -> tuple[list[int], list[tuple[str, str, Voice]]]:
    """Where the rows of each term begin among those of all terms, and the term and voice of each row.

    The rows are numbered in their order, one per voice: numbers sort faster than names.
    """
    terms = lexicon.terms
    order = sorted(range(len(terms)), key=lambda term: (terms[term].category, terms[term].text))
    ranks = [0] * len(terms)
    for rank, term in enumerate(order):
        ranks[term] = len(_VOICES) * rank
    return ranks, [(terms[term].category, terms[term].text, voice) for term in order for voice in _VOICES]
