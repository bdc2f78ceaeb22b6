"""What a source repeats: lines, and sentences within lines, that three or more of its articles have.

Furniture that no wording gives away shows itself by repetition. Only hashes are kept, never texts. Articles
that share much text are one article in several versions: they count once, and agency copy does not count.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from analysis.corpus.articles import Article
from analysis.text.cleaning.datelines import names_agency
from analysis.text.cleaning.grammar import has_past
from analysis.text.cleaning.headings import opens_with_title
from analysis.text.cleaning.lines import split_lines
from analysis.text.cleaning.pieces import hash_words, list_runs, split_sentences
from analysis.text.cleaning.repair import repair
from analysis.text.cleaning.wrapping import unwrap

__all__ = ["NO_HABITS", "Habits", "find_habits"]

_LEAST_ARTICLES = 3
# What is told in the past may be news, repeated by chance or as background: it must be more frequent.
_SHARE_OF_REPORTS, _LEAST_REPORTS = 0.1, 5
_BRIEF, _BACKGROUND = 6, 25  # words
_SHARE_OF_RUNS, _GOES_ON = 0.05, 0.5
_WORDS_OF_A_LINE = 1
_WORDS_OF_A_SENTENCE = 3
_ENDS = ".!?:…)]"
_LETTER = re.compile(r"[^\W\d_]")
_QUOTED = re.compile('["“”«»„]')
# Versions of one article share at least so many long lines, and this share of the lines of the shorter.
_SHARED_LINES, _SHARED_SHARE = 3, 0.25
_LONG = 12  # words
_MOST_VERSIONS = 40  # a line that more articles have is furniture, and tells nothing of versions
_TITLED, _LEAST_TITLED = 0.6, 5
_TOP = 6  # lines


@dataclass(frozen=True, slots=True)
class Habits:
    """What many articles of a source have in common.

    Attributes:
        lines: the hashes of lines that it repeats.
        sentences: the hashes of sentences that it repeats within lines.
        runs: the hashes of invitations that it repeats within sentences (`pieces.list_runs`).
        titled: whether most of its articles open with a headline that ends like a sentence.
    """

    lines: frozenset[int] = frozenset()
    sentences: frozenset[int] = frozenset()
    runs: frozenset[int] = frozenset()
    titled: bool = False


NO_HABITS = Habits()


def find_habits(articles: Iterable[Article]) -> dict[str, Habits]:
    """Find the habits of each source among its articles."""
    counts: dict[str, _Counts] = defaultdict(_Counts)
    for article in articles:
        counts[article.source].add(article)
    return {source: own.find() for source, own in counts.items()}


class _Counts:
    """The hashes of one source, article by article."""

    def __init__(self) -> None:
        self.lines: list[tuple[int, ...]] = []
        self.long: list[frozenset[int]] = []
        self.sentences: list[tuple[int, ...]] = []
        self.own: list[bool] = []
        self.reports: set[int] = set()
        self.runs: dict[int, set[int]] = defaultdict(set)
        self.longer: dict[int, set[int]] = defaultdict(set)
        self.titled = 0

    def add(self, article: Article) -> None:
        lines = [
            " ".join(line.split()) for _, line in unwrap(repair(article.text).split("\n")) if line.strip()
        ]
        top = split_lines("\n".join(lines[:_TOP]))
        self.titled += opens_with_title(top, article.title)
        hashes = {hash_words(line): line for line in lines if _may_count(line, _WORDS_OF_A_LINE)}
        pieces = {
            hash_words(piece): piece
            for line in lines
            if len(parts := split_sentences(line)) > 1
            for piece in parts
            if _may_count(piece, _WORDS_OF_A_SENTENCE)
        }
        self.reports |= {key for key, text in pieces.items() if has_past(text)}
        self.reports |= {key for key, text in hashes.items() if _may_be_news(text)}
        for run in (run for line in lines for run in list_runs(line)):
            keys = [key for _, key in run.ends]
            for key in keys:
                self.runs[key].add(len(self.lines))
            for key, longer in pairwise(keys):
                self.longer[key].add(longer)
        self.lines.append(tuple(hashes))
        self.sentences.append(tuple(pieces))
        self.long.append(frozenset(hash_words(line) for line in lines if len(line.split()) >= _LONG))
        self.own.append(not article.agency and not any(names_agency(line) for line in lines[:_TOP]))

    def find(self) -> Habits:
        story = _number_stories(self.long)
        lines = self._find_repeated(self.lines, story)
        sentences = self._find_repeated(self.sentences, story)
        runs = self._find_runs(story)
        titled = self.titled >= max(_LEAST_TITLED, _TITLED * len(self.lines))
        return Habits(frozenset(lines), frozenset(sentences), frozenset(runs), titled)

    def _find_repeated(self, found: Sequence[Sequence[int]], story: Sequence[int]) -> Iterator[int]:
        having: dict[int, set[int]] = defaultdict(set)
        for hashes, number, own in zip(found, story, self.own, strict=True):
            for key in hashes if own else ():
                having[key].add(number)
        most = max(_LEAST_REPORTS, _SHARE_OF_REPORTS * len(found))
        for key, numbers in having.items():
            if len(numbers) >= (most if key in self.reports else _LEAST_ARTICLES):
                yield key

    def _find_runs(self, story: Sequence[int]) -> Iterator[int]:
        """The longest runs: a longer one is much rarer, because it goes on with the sentence."""
        having = {key: len({story[i] for i in articles}) for key, articles in self.runs.items()}
        least = max(_LEAST_ARTICLES, _SHARE_OF_RUNS * len(story))
        for key, articles in having.items():
            longer = max((having[other] for other in self.longer[key]), default=0)
            if articles >= least and longer < _GOES_ON * articles:
                yield key


def _may_be_news(line: str) -> bool:
    """Whether a line tells of the past, so briefly or at such length that articles may share it."""
    words = len(line.split())
    return (words <= _BRIEF or words > _BACKGROUND) and has_past(line)


def _may_count(text: str, least: int) -> bool:
    """Whether a line or sentence may be furniture: it has words and holds no quotation."""
    whole = least == _WORDS_OF_A_LINE or text[-1] in _ENDS
    small = text[0].islower() or not _LETTER.search(text)
    return whole and not small and len(text.split()) >= least and not _QUOTED.search(text)


def _number_stories(long: Sequence[frozenset[int]]) -> list[int]:
    """For each article the number of its story: the versions of one article have the same number."""
    having: Mapping[int, list[int]] = defaultdict(list)
    for number, hashes in enumerate(long):
        for key in hashes:
            having[key].append(number)
    shared = Counter(
        pair
        for numbers in having.values()
        if len(numbers) <= _MOST_VERSIONS
        for pair in combinations(numbers, 2)
    )
    story = list(range(len(long)))
    for (first, second), lines in sorted(shared.items()):
        if lines >= max(_SHARED_LINES, _SHARED_SHARE * min(len(long[first]), len(long[second]))):
            story[second] = min(story[first], story[second])
    return story
