"""Shared text: which articles of a corpus hold the same words, copied whole, cut or edited.

Texts are compared by their shingles, the runs of five words. Of two texts the shorter is asked how much of it
the longer holds, because copies are cut: a fifth of a text is a copy whole, and its resemblance (Jaccard) to
the text is but .2 (Broder 1997, On the resemblance and containment of documents). Shared runs make up shared
passages; up to five words between two runs are an edit, and belong to the passage. What is shared must be
more than what others have said: two reporters who quote one speech have not copied from each other.

Candidates come from an index of all shingles, whose time and memory grow with the text.
"""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import Any, NamedTuple

import numpy as np

from analysis.articles import CleanArticle
from analysis.segment.words import tokens

__all__ = ["LEAST_WORDS", "NARRATION", "SHARE", "SHINGLE", "Pair", "Text", "of", "pairs", "text"]

SHINGLE = 5  # words
LEAST_WORDS = 30  # of a text that can be judged: of a shorter one a sentence in common is half
SHARE = 0.5  # of the words of the shorter text, that shared passages must hold
NARRATION = 0.25  # of its words outside direct quotations, if it has any, that they must hold too
_MOST = 50  # articles with a shingle that are tried with each other: of more, each with the first of them
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_MEMO_LIMIT = 1 << 18


class Text(NamedTuple):
    """What is compared of an article.

    Attributes:
        runs: a number for each run of five words of the body, in reading order (uint64).
        quoted: for each word, whether it stands inside a direct quotation.
    """

    runs: np.ndarray
    quoted: np.ndarray


class Pair(NamedTuple):
    """Two articles that share text, by their places in the corpus.

    Attributes:
        shorter, longer: the articles; of two of one length the first in the corpus is the shorter.
        containment: distinct shingles of both / distinct shingles of the shorter, 0 to 1.
        jaccard: distinct shingles of both / distinct shingles of either, 0 to 1.
        shared_words: words of the shorter in passages that the longer has too.
    """

    shorter: int
    longer: int
    containment: float
    jaccard: float
    shared_words: int


class _Numbers(dict[str, int]):
    """Word -> a number of 64 bits, the same in every run; each word is hashed once."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _MEMO_LIMIT:
            self.clear()
        letters = word.casefold().encode("utf-8", "surrogatepass")
        number = int.from_bytes(blake2b(letters, digest_size=8).digest(), "little")
        self[word] = number
        return number


_NUMBERS = _Numbers()


def of(clean: CleanArticle, quotes: Mapping[str, Sequence[Any]]) -> Text:
    """What is compared of an article: its body, cut into words, with those inside its direct quotations.

    To cut it anew takes less than to carry the words of every article.

    Args:
        clean: the article.
        quotes: its rows of the table `quotes`: kind, start, end.
    """
    body = tokens(clean.text, [(block.start, block.end) for block in clean.blocks if block.part == "body"])
    starts, turns = np.array(body.starts), np.zeros(len(body.starts) + 1, int)
    for kind, *ends in zip(quotes["kind"], quotes["start"], quotes["end"], strict=True):
        if kind == "direct":
            turns[np.searchsorted(starts, ends)] += (1, -1)
    return text(body.forms, np.cumsum(turns[:-1]) > 0)


def text(words: Sequence[str], quoted: np.ndarray) -> Text:
    """An article's words, whatever their case, as they are compared; nothing of one too short to judge."""
    if len(words) < LEAST_WORDS:
        return Text(np.empty(0, np.uint64), np.empty(0, bool))
    numbers = np.fromiter(map(_NUMBERS.__getitem__, words), np.uint64, len(words))
    runs = np.zeros(len(words) - SHINGLE + 1, np.uint64)
    for first in range(SHINGLE):
        runs = runs * _FACTOR + numbers[first : first + len(runs)]
    return Text(runs, quoted)


def pairs(texts: Sequence[Text]) -> Iterator[Pair]:
    """The pairs of texts of which the longer holds at least half of the shorter's words, in order.

    Of the shorter's own narration it must hold a quarter: else the two only quote the same words.

    Time and memory grow with the words, not with the pairs of articles: a shingle that more than 50 texts
    have brings each of them together with the first 50 only. Of a text that hundreds print, each copy is so
    paired with some of the others, not with all.

    Args:
        texts: the articles, in the order of the corpus.
    """
    index = _index(texts)
    marked = np.zeros(index.several + 1, bool)
    for later, earlier in _candidates(index):
        short, long = sorted((earlier, later), key=lambda place: (len(texts[place].runs), place))
        marked[index.shared[long]] = True
        held = marked[index.runs[short]]
        marked[index.shared[long]] = False
        shared = _passages(held)
        narrated = shared[~texts[short].quoted]
        if shared.mean() >= SHARE and narrated.sum() >= NARRATION * len(narrated):
            one, two = index.distinct[[short, long]].tolist()
            both = _distinct(index.runs[short][held]).size
            yield Pair(short, long, both / one, both / (one + two - both), int(shared.sum()))


def _passages(held: np.ndarray) -> np.ndarray:
    """For each word whether it is in a shared passage, from whether each run of five is shared."""
    words = np.convolve(held, np.ones(SHINGLE, int)) > 0
    places = np.arange(len(words))
    before = np.maximum.accumulate(np.where(words, places, -len(words)))
    after = np.minimum.accumulate(np.where(words, places, 2 * len(words))[::-1])[::-1]
    return after - before <= SHINGLE + 1


def _candidates(index: "_Index") -> Iterator[tuple[int, int]]:
    """Pairs, the later text first, that may have enough shingles in common to share half of the shorter.

    A shingle accounts for ten words at most, with an edit of five behind it. Those that very many texts
    have account for no more than the passages that they all make up: a notice in every article is no copy.
    """
    holders, sizes = np.diff(index.starts), index.distinct + SHINGLE - 1
    many = np.append(holders > _MOST, False)
    usual = np.array([int(_passages(many[runs]).sum()) if many.any() else 0 for runs in index.runs])
    for place, own in enumerate(index.shared):
        lengths = np.minimum(holders[own], _MOST)
        found = index.holders[_ranges(index.starts[own], lengths)]
        is_rare = np.repeat(holders[own] <= _MOST, lengths)
        others, common, rare = _counted(found[found < place], is_rare[found < place])
        short = np.where(sizes[others] < sizes[place], others, place)
        most = 2 * SHINGLE * rare + np.minimum(2 * SHINGLE * common, usual[short])
        for other in others[most >= SHARE * sizes[short]]:
            yield place, int(other)


class _Index(NamedTuple):
    """Which texts hold each shingle that several hold.

    Attributes:
        several: how many there are; they are numbered from 0.
        runs: for each text, the numbers of its runs in reading order; `several` where no other text has one.
        shared: for each text, the numbers of those that it has, in order, each once.
        starts: where the texts with each begin in `holders`, and behind the last where all end.
        holders: the texts with the first shingle in their order, then those with the second.
        distinct: how many shingles each text has, shared or not.
    """

    several: int
    runs: list[np.ndarray]
    shared: list[np.ndarray]
    starts: np.ndarray
    holders: np.ndarray
    distinct: np.ndarray


def _index(texts: Sequence[Text]) -> _Index:
    distinct = [_distinct(one.runs) for one in texts]
    several = _held_by_several(distinct)
    runs = [_found(several, one.runs) for one in texts]
    shared = [_distinct(own[own < len(several)]) for own in runs]
    flat = np.concatenate([*shared, np.empty(0, np.int64)])
    order = np.argsort(flat, kind="stable")
    holders = np.repeat(np.arange(len(texts), dtype=np.int32), [*map(len, shared)])[order]
    starts = np.concatenate([[0], np.cumsum(np.bincount(flat, minlength=len(several)))])
    return _Index(len(several), runs, shared, starts, holders, np.array([*map(len, distinct)]))


def _held_by_several(distinct: Sequence[np.ndarray]) -> np.ndarray:
    """The shingles that two texts or more have, in the order of their numbers."""
    every = np.concatenate([*distinct, np.empty(0, np.uint64)])
    every.sort()
    return _distinct(every[1:][every[1:] == every[:-1]])


def _found(several: np.ndarray, runs: np.ndarray) -> np.ndarray:
    """The places in `several` of the runs of a text; its length for those that are not there."""
    places = np.searchsorted(several, runs).astype(np.int32)
    if len(several):
        places[several.take(places, mode="clip") != runs] = len(several)
    return places


def _distinct(numbers: np.ndarray) -> np.ndarray:
    """The numbers in order, each once; `numpy.unique` takes five times as long on a text."""
    ordered = np.sort(numbers)
    first = np.ones(len(ordered), bool)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    return ordered[first]


def _counted(numbers: np.ndarray, flags: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The distinct numbers in order, and how often each stands without its flag, and with it."""
    keys = np.sort(2 * numbers.astype(np.int64) + flags)
    distinct = _distinct(keys >> 1)
    first, flagged, end = (np.searchsorted(keys, 2 * distinct + step) for step in range(3))
    return distinct, flagged - first, end - flagged


def _ranges(begins: np.ndarray, lengths: np.ndarray) -> np.ndarray:
    """The whole numbers from each begin on, so many as its length says, one range behind the other."""
    return np.repeat(begins + lengths - np.cumsum(lengths), lengths) + np.arange(lengths.sum())
