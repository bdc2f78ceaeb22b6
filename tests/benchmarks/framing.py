"""What counting terms costs as a term list grows, and against one regular expression a term.

    python tests/benchmarks/framing.py FOLDER

Counts random lists of 10 to 10,000 terms (words, globs, phrases, drawn from the words and places of the texts with a
fixed seed) over the `*.txt` files below a folder, and the 1,000 most frequent words: a list that hits nearly
everywhere, as a psychological dictionary does. Times are of this process alone and the lists are timed in turn, so
that other work on the machine moves them little. The first round meets every word type for the first time; in later
rounds it is remembered, as in a large corpus.
"""

import re
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from random import Random
from time import process_time
from typing import TypeVar

from scored import all_body

from analysis import measures
from analysis.text.articles import CleanArticle
from analysis.text.segmentation import Document, segment
from analysis.text.terms import counting as framing
from analysis.text.terms.lexicon import Lexicon, from_categories

SIZES = (10, 100, 1_000, 10_000)
DENSE = "1,000 most frequent"
PLAIN = 100  # terms given to the plain reference, which searches once for each
ROUNDS = 5
Listed = TypeVar("Listed")


def main(folder: str) -> None:
    """Print words a second, hits, and times as ratios to that of 10 terms."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(folder).rglob("*.txt"))]
    articles = [all_body(text) for text in texts]
    documents = [segment(article) for article in articles]
    words = [form for document in documents for form in document.body.forms]
    lists = {f"{size:,}": _lexicon(random_terms(words, size)) for size in SIZES}
    common = Counter(word.lower() for word in words).most_common(1_000)
    lists[DENSE] = _lexicon([word for word, _ in common])
    _show(f"{len(documents)} articles, {len(words):,} words, {len(set(words)):,} types")
    first = _timed(lists, lambda terms: _count(documents, terms), 1)
    _show_all("first round", first, len(words))
    for name, terms in lists.items():
        _show(f"{name:>20} terms: {1000 * _count(documents, terms) / len(words):8.1f} hits per 1,000 words")
    later = _timed(lists, lambda terms: _count(documents, terms), ROUNDS)
    _show_all("later rounds", later, len(words))
    _timed(lists, lambda terms: _measure(articles, terms), 1)  # readability meets every word once before
    whole = _timed(lists, lambda terms: _measure(articles, terms), 2)
    _show_all("whole of measuring", whole, len(words))
    patterns = [re.compile(_pattern(term.text), re.IGNORECASE) for term in lists[f"{PLAIN:,}"].terms]
    plain = _timed({"plain": patterns}, lambda each: [p.findall(d.text) for d in documents for p in each], 1)
    ratio = plain["plain"] / later[f"{PLAIN:,}"]
    _show(f"{PLAIN} terms, a regular expression each: {ratio:.0f} x the time of the package")


def _timed(lists: Mapping[str, Listed], work: Callable[[Listed], object], rounds: int) -> dict[str, float]:
    """Seconds a round that the work takes with each list, the lists in turn."""
    taken = dict.fromkeys(lists, 0.0)
    for name, terms in list(lists.items()) * rounds:
        start = process_time()
        work(terms)
        taken[name] += (process_time() - start) / rounds
    return taken


def _count(documents: Sequence[Document], lexicon: Lexicon) -> int:
    counted = (framing.tallies(d, [False] * len(d.body.forms), lexicon) for d in documents)
    return sum(tally.found for tallies in counted for tally in tallies)


def _measure(articles: Sequence[CleanArticle], lexicon: Lexicon) -> None:
    """Measure as for a corpus, and keep no table: what is kept costs time of its own."""
    for article in articles:
        measures.count_article(article, lexicon)


def _show_all(title: str, taken: Mapping[str, float], words: int) -> None:
    least = taken[f"{SIZES[0]:,}"]
    for name, seconds in taken.items():
        _show(f"{name:>20} terms, {title:18} {words / seconds:12,.0f} words/s {seconds / least:6.2f} x")


def random_terms(words: Sequence[str], size: int) -> list[str]:
    """Terms as lists have them: half words, three tenths globs, two tenths phrases; none twice."""
    random = Random(size)  # noqa: S311  # a benchmark draws the same list each time
    types, terms = sorted({word.lower() for word in words}), dict[str, None]()
    while len(terms) < size:
        word, kind = random.choice(types), random.random()
        if kind < 0.5:
            terms[word] = None
        elif kind < 0.8 and len(word) > 4:
            cut = max(3, len(word) - random.randrange(4))
            terms[f"{word[:cut]}*" if random.random() < 0.8 else f"*{word[-cut:]}"] = None
        elif kind >= 0.8:
            at = random.randrange(len(words) - 3)
            terms[" ".join(words[at : at + random.randrange(2, 4)]).lower()] = None
    return list(terms)


def _lexicon(terms: Sequence[str]) -> Lexicon:
    """The terms in ten categories."""
    return from_categories({f"category {n}": terms[n::10] for n in range(10)})


def _pattern(term: str) -> str:
    spelled = re.escape(term).replace(r"\*", r"[^\W_]*").replace(r"\?", r"[^\W_]").replace(r"\ ", r"\W+")
    return rf"(?<![\w'-]){spelled}(?![\w-])"


def _show(line: str) -> None:
    # A benchmark prints.
    print(line)  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1])
