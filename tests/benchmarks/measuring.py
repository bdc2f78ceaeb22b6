"""How fast articles are measured, where the time goes, and how time and memory grow with the corpus.

`python tests/benchmarks/measuring.py FOLDER [SIZES]` measures the articles of a corpus with a list of 1,000
terms drawn from them. Speeds are of one core, from cleaned articles: what measuring is without cleaning.
Growth is that of `features.measurement.measure` as users run it, cleaning and tables included, each size in a process of
its own, over articles whose paragraphs are drawn at random, with a fixed seed, from those of the folder, some of
their words exchanged.
"""

import json
import random
import re
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from time import process_time
from typing import Any

from analysis import corpus, measures
from analysis.corpus.articles import Article
from analysis.features.measurement import measure
from analysis.measures import readability
from analysis.measures.reading import split_voices
from analysis.text import quotations as quotes
from analysis.text.articles import CleanArticle
from analysis.text.cleaning import clean
from analysis.text.segmentation import segment
from analysis.text.terms import counting as framing
from analysis.text.terms import lexicon
from analysis.text.terms.lexicon import Lexicon

SEED = 20141028
SIZES = (300, 3_000, 30_000)
TERMS = 1_000
ROUNDS = 5
LOWER, EXCHANGED = re.compile(r"\b[a-z]+\b"), 1 / 3
"""Words that may be exchanged, names and marks left in place, and the share of them that is."""


def main(folder: str, sizes: Sequence[int]) -> None:
    """Print speeds, shares of time, and the growth from size to size."""
    articles = corpus.load(folder).articles
    cleaned, terms = [clean(article) for article in articles], drawn_terms(articles)
    words = sum(len(segment(one).body.forms) for one in cleaned)
    readability.score_published(readability.counts())
    _print(f"{words:,} words in {len(cleaned)} articles, {len(terms.terms):,} terms\n")
    for name, rounds in (("first round", 1), ("later rounds", ROUNDS)):
        seconds = timed(lambda: run_all(cleaned, terms), rounds)
        _print(f"{'measuring, ' + name:34} {words / seconds:10,.0f} words/s a core")
    stages = dict(shares(cleaned, terms))
    for name, seconds in stages.items():
        share = seconds / sum(stages.values())
        _print(f"{'  ' + name:34} {words / seconds:10,.0f} words/s {share:8.0%} of the time")
    grow(folder, sizes)


def shares(cleaned: Sequence[CleanArticle], terms: Lexicon) -> Iterator[tuple[str, float]]:
    """The seconds of each stage, once all words are known."""
    documents = [segment(one) for one in cleaned]
    found = [quotes.quotations(document) for document in documents]
    inside = [quotes.voices(*pair) for pair in zip(documents, found, strict=True)]
    voiced = [split_voices(*pair) for pair in zip(documents, inside, strict=True)]
    stages: dict[str, Callable[[], object]] = {
        "segment": lambda: [document.body for document in map(segment, cleaned)],
        "quotations": lambda: [*map(quotes.quotations, documents)],
        "readability": lambda: [
            readability.score(document, readability.tally_by_voice(document, *spoken))
            for document, spoken in zip(documents, voiced, strict=True)
        ],
        "framing": lambda: [
            framing.tallies(document, own, terms) for document, own in zip(documents, inside, strict=True)
        ],
    }
    apart = 0.0
    for name, stage in stages.items():
        seconds = timed(stage, ROUNDS)
        apart += seconds
        yield name, seconds
    whole = timed(lambda: run_all(cleaned, terms), ROUNDS)
    yield "voices and columns", max(0.0, whole - apart)


def run_all(cleaned: Sequence[CleanArticle], terms: Lexicon) -> None:
    """Measure articles one after the other, and keep none of the tables."""
    for one in cleaned:
        measures.count_article(one, terms)


def grow(folder: str, sizes: Sequence[int]) -> None:
    """Print the time and the memory of each size, an article and against the size before."""
    _print(f"\n{'articles':>10} {'words':>12} {'seconds':>9} {'words/s':>9} {'ms each':>8} {'peak MB':>8}")
    before: dict[str, float] = {}
    for size in sizes:
        command = [sys.executable, __file__, folder, "--one", str(size)]
        ran = subprocess.run(command, check=True, capture_output=True, text=True)
        now: dict[str, float] = json.loads(ran.stdout)
        _print(
            f"{size:10,} {now['words']:12,.0f} {now['seconds']:9.1f} {now['words'] / now['seconds']:9,.0f} "
            f"{1000 * now['seconds'] / size:8.2f} {now['peak']:8,.0f}"
        )
        if before:
            grown = {key: now[key] / before[key] for key in now}
            _print(
                f"{'':10} {grown['words']:10.1f} x {grown['seconds']:7.1f} x {'':27} {grown['peak']:6.1f} x"
            )
        before = now


def one_size(folder: str, size: int) -> None:
    """Measure `size` drawn articles, and print words, seconds and peak memory as JSON."""
    loaded = corpus.load(folder)
    terms = drawn_terms(loaded.articles)
    many = replace(loaded, articles=tuple(drawn_articles(loaded.articles, size)))
    start = process_time()
    measured = measure(many, terms)
    found = {
        "words": int(measured.articles["words"].sum()),
        "seconds": process_time() - start,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    _print(json.dumps(found))


def drawn_articles(articles: Sequence[Article], size: int) -> Iterator[Article]:
    """Articles as long as those given, their paragraphs drawn from all of them, a third of the words from theirs.

    With its words kept, a paragraph drawn a hundred times would be a hundred copies: nearly every two articles of a
    large corpus would share text, as those of no archive do, and the search for shared copy be all of the time.
    """
    draw = random.Random(SEED)  # noqa: S311  # no secret
    texts = [article.text.split("\n\n") for article in articles]
    pool = [paragraph for text in texts for paragraph in text]
    words = [word for paragraph in pool for word in LOWER.findall(paragraph)]
    for number in range(size):
        like = number % len(articles)
        text = "\n\n".join(draw.choices(pool, k=len(texts[like])))
        text = LOWER.sub(lambda word: draw.choice(words) if draw.random() < EXCHANGED else word[0], text)
        yield replace(articles[like], article_id=f"{number:06}", text=text, title=None)


def drawn_terms(articles: Sequence[Article]) -> Lexicon:
    """1,000 terms of the articles' words: six in ten single words, two globs, two phrases of two words."""
    draw = random.Random(SEED)  # noqa: S311  # no secret
    words = [word for article in articles for word in article.text.lower().split()]
    types = sorted({word for word in words if word.isalpha() and len(word) > 5})
    known, tenth = {*types}, TERMS // 10
    pairs = sorted({f"{a} {b}" for a, b in pairwise(words) if a in known and b in known})
    globs = sorted({f"{word[:6]}*" for word in types})
    terms = draw.sample(types, 6 * tenth) + draw.sample(pairs, 2 * tenth) + draw.sample(globs, 2 * tenth)
    categories: dict[str, Any] = {f"category {n}": terms[n::10] for n in range(10)}
    return lexicon.from_categories(categories)


def timed(run: Callable[[], object], rounds: int = 1) -> float:
    """The seconds of this process that a run takes; of several, the fastest: the machine has other work."""
    times = []
    for _ in range(rounds):
        start = process_time()
        run()
        times.append(process_time() - start)
    return min(times)


def _print(line: str) -> None:
    print(line, flush=True)  # noqa: T201  # a benchmark prints


if __name__ == "__main__":
    if "--one" in sys.argv:
        one_size(sys.argv[1], int(sys.argv[3]))
    else:
        main(sys.argv[1], [*map(int, sys.argv[2:])] or SIZES)
