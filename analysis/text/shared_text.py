"""Shared text: which articles of a corpus contain the same words, copied whole, cut or edited.

Texts are compared by their shingles: all runs of five words. What counts is how much of the shorter text the
longer one contains, because copies are cut. A copy of one fifth of a text is contained in it completely, but
its resemblance (Jaccard) to the text is only .2 (Broder 1997, On the resemblance and containment of
documents). Shared runs form shared passages. Up to five words between two runs are an edit and belong to the
passage. Quotations alone are not enough: two reporters who quote one speech have not copied from each other.

Candidates come from an index of all shingles, so time and memory grow with the text.
"""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from analysis.text.articles import CleanArticle
from analysis.text.segmentation.words import tokens

if TYPE_CHECKING:
    from scipy.sparse import csr_array

__all__ = [
    "LEAST_WORDS",
    "NARRATION",
    "SHARE",
    "SHINGLE",
    "Fingerprint",
    "Pair",
    "find_pairs",
    "fingerprint",
    "fingerprint_words",
]

SHINGLE = 5  # words
LEAST_WORDS = 30  # of a text that is compared: of a shorter one, a single sentence is half
SHARE = 0.5  # least share of the shorter text's words in shared passages
NARRATION = 0.25  # least share of its words outside direct quotations, if it has any
_MOST = 50  # articles with one shingle that are compared with each other; others only with these
_ROWS = 256  # texts whose common shingles are counted at a time
_HALF = 32  # bits
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_MEMO_LIMIT = 1 << 18


class Fingerprint(NamedTuple):
    """What an article is compared by.

    Attributes:
        runs: a number for each run of five words of the body, in reading order (uint64).
        quoted: for each word, whether it is inside a direct quotation.
    """

    runs: np.ndarray
    quoted: np.ndarray


class Pair(NamedTuple):
    """Two articles that share text, by their positions in the corpus.

    Attributes:
        shorter, longer: the articles; of equal length, the first in the corpus is the shorter.
        containment: distinct shingles in both / distinct shingles of the shorter, 0 to 1.
        jaccard: distinct shingles in both / distinct shingles in either, 0 to 1.
        shared_words: words of the shorter in passages that the longer contains too.
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


def fingerprint(clean: CleanArticle, quotes: Mapping[str, Sequence[Any]]) -> Fingerprint:
    """What an article is compared by: the words of its body, and which of them are quoted.

    The body is segmented again, which takes less time than passing on the words of every article.

    Args:
        clean: the article.
        quotes: its rows of the table `quotes`: kind, start, end.
    """
    body = tokens(clean.text, [(block.start, block.end) for block in clean.blocks if block.part == "body"])
    starts, turns = np.array(body.starts), np.zeros(len(body.starts) + 1, int)
    for kind, *ends in zip(quotes["kind"], quotes["start"], quotes["end"], strict=True):
        if kind == "direct":
            turns[np.searchsorted(starts, ends)] += (1, -1)
    return fingerprint_words(body.forms, np.cumsum(turns[:-1]) > 0)


def fingerprint_words(words: Sequence[str], quoted: np.ndarray) -> Fingerprint:
    """What a text is compared by, from its words in any case; empty for a text too short to compare."""
    if len(words) < LEAST_WORDS:
        return Fingerprint(np.empty(0, np.uint64), np.empty(0, bool))
    numbers = np.fromiter(map(_NUMBERS.__getitem__, words), np.uint64, len(words))
    runs = np.zeros(len(words) - SHINGLE + 1, np.uint64)
    for first in range(SHINGLE):
        runs = runs * _FACTOR + numbers[first : first + len(runs)]
    return Fingerprint(runs, quoted)


def find_pairs(texts: Sequence[Fingerprint]) -> Iterator[Pair]:
    """Find the pairs of texts in which the longer contains at least half of the shorter's words, in order.

    It must also contain a quarter of the shorter's narration: otherwise the two only quote the same words.

    Time and memory grow with the words, not with the pairs of articles. Of the texts that have one shingle,
    each is compared with the first 50 only. So of hundreds of copies of one text, each is paired with some of
    the others, not with all.

    Args:
        texts: the articles, in the order of the corpus.
    """
    if not texts:
        return
    index = _build_index(texts)
    marked = np.zeros(index.held.shape[1] + 1, bool)
    for later, earlier in _find_candidates(index):
        short, long = sorted((earlier, later), key=lambda place: (len(texts[place].runs), place))
        own = index.held.indices[slice(*index.held.indptr[long : long + 2])]
        marked[own] = True
        held = marked[index.runs[short]]
        marked[own] = False
        shared = _passages(held)
        narrated = shared[~texts[short].quoted]
        if shared.mean() >= SHARE and narrated.sum() >= NARRATION * len(narrated):
            one, two = index.distinct[[short, long]].tolist()
            both = _unique(index.runs[short][held]).size
            yield Pair(short, long, both / one, both / (one + two - both), int(shared.sum()))


def _passages(held: np.ndarray) -> np.ndarray:
    """For each word, whether it is in a shared passage, given whether each run of five words is shared."""
    if not held.size:  # an article too short to be compared
        return held
    words = np.convolve(held, np.ones(SHINGLE, int)) > 0
    places = np.arange(len(words))
    before = np.maximum.accumulate(np.where(words, places, -len(words)))
    after = np.minimum.accumulate(np.where(words, places, 2 * len(words))[::-1])[::-1]
    return after - before <= SHINGLE + 1


def _find_candidates(index: "_Index") -> Iterator[tuple[int, int]]:
    """Find the pairs, the later text first, with enough common shingles to share half of the shorter text.

    A shingle accounts for at most ten words: its own five and an edit of five. Shingles that very many texts
    have account together for no more than the passages that they form: a common notice is not a copy.
    """
    holders = np.bincount(index.held.indices, minlength=index.held.shape[1])
    many = np.append(holders > _MOST, False)
    usual = np.array([int(_passages(many[runs]).sum()) if many.any() else 0 for runs in index.runs])
    sizes = index.distinct + SHINGLE - 1
    # One product counts both kinds: the shingles that few texts have in the upper half of a number.
    weighted, first = index.held.copy(), _first_holders(index.held)
    weighted.data = np.where(many[weighted.indices], 1, 1 << _HALF)
    for begin in range(0, len(sizes), _ROWS):
        counted = (weighted[begin : begin + _ROWS] @ first).tocoo()
        later, earlier = counted.row + begin, counted.col
        rare, common = counted.data >> _HALF, counted.data & ((1 << _HALF) - 1)
        short = np.where(sizes[earlier] < sizes[later], earlier, later)
        most = 2 * SHINGLE * rare + np.minimum(2 * SHINGLE * common, usual[short])
        found = (earlier < later) & (most >= SHARE * sizes[short])
        yield from sorted(zip(later[found].tolist(), earlier[found].tolist(), strict=True))


def _first_holders(held: "csr_array") -> "csr_array":
    """The first 50 texts that have each shingle: one row per shingle, one column per text."""
    every = held.T.tocsr()
    before = np.arange(every.nnz) - np.repeat(every.indptr[:-1], np.diff(every.indptr))
    every.data[before >= _MOST] = 0
    every.eliminate_zeros()
    return every


class _Index(NamedTuple):
    """Which texts contain each shingle that several texts contain; these shingles are numbered from 0.

    Attributes:
        held: one row per text, one column per shingle; 1 where the text contains it.
        runs: for each text, the numbers of its runs in reading order; a run in no other text has the number
            of columns.
        distinct: how many shingles each text has, shared or not.
    """

    held: "csr_array"
    runs: list[np.ndarray]
    distinct: np.ndarray


def _build_index(texts: Sequence[Fingerprint]) -> _Index:
    from scipy.sparse import csr_array  # noqa: PLC0415  # only where copies are sought

    lengths = [len(one.runs) for one in texts]
    several, numbers = _number_shingles(np.concatenate([one.runs for one in texts]), lengths)
    runs = np.split(numbers, np.cumsum(lengths)[:-1])
    shared = [_unique(own[own < several]) for own in runs]
    ends = np.concatenate([[0], np.cumsum([*map(len, shared)])])
    columns = np.concatenate(shared)
    held = csr_array((np.ones(len(columns), np.int64), columns, ends), shape=(len(texts), several))
    return _Index(held, runs, np.array([_unique(one.runs).size for one in texts]))


def _number_shingles(flat: np.ndarray, lengths: Sequence[int]) -> tuple[int, np.ndarray]:
    """How many shingles are in two or more texts, and the number of each run among them, or that count."""
    if not flat.size:
        return 0, np.empty(0, np.int32)
    order = np.argsort(flat)
    begins = np.flatnonzero(np.concatenate([[True], np.diff(flat[order]) != 0]))
    holders = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)[order]
    several = np.minimum.reduceat(holders, begins) != np.maximum.reduceat(holders, begins)
    count = int(several.sum())
    numbers = np.empty(len(flat), np.int32)
    numbers[order] = np.repeat(
        np.where(several, np.cumsum(several) - 1, count), np.diff(begins, append=len(flat))
    )
    return count, numbers


def _unique(numbers: np.ndarray) -> np.ndarray:
    """The numbers in order, each once; `numpy.unique` takes five times as long for one text."""
    ordered = np.sort(numbers)
    first = np.ones(len(ordered), bool)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    return ordered[first]
