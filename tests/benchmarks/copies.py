"""How many copies are found, how many pairs are found that are none, and how time and memory grow.

    python tests/benchmarks/copies.py FOLDER [SIZES]

Plants one copy of each article of a corpus, kind by kind, with a fixed seed, cleans originals and copies, and
counts the pairs of an original and its own copy that are found (recall), and what share of all found pairs those
are, and pairs that the corpus has of itself (precision). Growth is that of finding pairs from words, each size in
a process of its own, over articles drawn word by word from those of the folder, so that common phrases are as
common as there: `plain`, and with one `notice` of 60 words in every article. One article in ten is a copy.
"""

import json
import random
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from time import process_time

import numpy as np
from retyping import retyped

from analysis import corpus
from analysis.corpus.articles import Article
from analysis.text import quotations as quotes
from analysis.text import shared_text as copies
from analysis.text.cleaning import clean
from analysis.text.segmentation import segment

SEED = 20141028
SIZES = (300, 3_000, 30_000)
_SHARES = (0.8, 0.5, 0.3, 0.2)  # what is left of a copy that is cut
_STRAY = 0.15  # how often a drawn article leaves the phrase that it is in

Edit = Callable[[str], str]


def main(folder: str, sizes: Sequence[int]) -> None:
    """Print recall by kind, precision, and the growth from size to size."""
    articles = corpus.load(folder).articles
    originals = [text_of(article) for article in articles]
    own = {(pair.shorter, pair.longer) for pair in copies.find_pairs(originals)}
    total = sum(len(one.quoted) for one in originals)
    _print(f"{len(articles)} articles, {total:,} words, {len(own)} pairs of their own\n")
    _print(f"{'kind':34} {'copies':>7} {'recall':>7} {'precision':>10} {'containment, least and mean':>28}")
    found, wanted, right = 0, 0, 0
    for kind, edit in kinds([article.text for article in articles]).items():
        planted = [text_of(replace(article, text=edit(article.text))) for article in articles]
        pairs = [*copies.find_pairs([*originals, *planted])]
        hits = [p for p in pairs if abs(p.shorter - p.longer) == len(articles)]
        false = sum((p.shorter % len(articles), p.longer % len(articles)) not in own for p in pairs) - len(
            hits
        )
        judged = sum(len(one.runs) > 0 for one in planted)
        held = [pair.containment for pair in hits]
        _print(
            f"{kind:34} {judged:7,} {len(hits) / judged:7.3f} {len(hits) / (len(hits) + false):10.3f} "
            f"{min(held):20.2f} {sum(held) / len(held):7.2f}"
        )
        found, wanted, right = found + len(hits) + false, wanted + judged, right + len(hits)
    _print(f"{'all':34} {wanted:7,} {right / wanted:7.3f} {right / found:10.3f}")
    grow(folder, sizes)


def text_of(article: Article) -> copies.Fingerprint:
    """An article as it is compared."""
    document = segment(clean(article))
    return copies.fingerprint_words(
        document.body.forms, np.array(quotes.voices(document, quotes.quotations(document)))
    )


def kinds(texts: Sequence[str]) -> Mapping[str, Edit]:
    """What is done to a text before it is printed again."""
    draw = random.Random(SEED)  # noqa: S311  # no secret
    pool = [word for text in texts for word in text.split()]
    edits: dict[str, Edit] = {f"cut to {share:.0%}": partial(cut, share=share) for share in _SHARES}
    edits |= {
        f"{share:.0%} of the sentences deleted": partial(deleted, draw=draw, share=share)
        for share in (0.2, 0.5)
    }
    edits |= {
        f"{share:.0%} of the words replaced": partial(replaced, draw=draw, pool=pool, share=share)
        for share in (0.05, 0.1, 0.2)
    }
    return edits | {
        "paragraphs reordered": partial(reordered, draw=draw),
        "a lead of its own added": lambda text: f"{' '.join(draw.choices(pool, k=40))}.\n\n{text}",
        "retyped in another house's style": lambda text: (
            retyped(retyped(text, "em dash spaced").text, "UK single curly").text
        ),
        "cut to 50%, 10% of words replaced": lambda text: replaced(cut(text, share=0.5), draw, pool, 0.1),
        "cut to 30%, own lead, reordered": lambda text: (
            f"{' '.join(draw.choices(pool, k=20))}.\n\n{reordered(cut(text, share=0.3), draw)}"
        ),
    }


def cut(text: str, share: float) -> str:
    """The first words of a text, at least as many as can be judged."""
    pieces = text.split(" ")
    return " ".join(pieces[: max(copies.LEAST_WORDS + 5, round(share * len(pieces)))])


def deleted(text: str, draw: random.Random, share: float) -> str:
    """A text without some of its sentences."""
    kept = [
        " ".join(s for s in paragraph.split(". ") if draw.random() >= share)
        for paragraph in text.split("\n\n")
    ]
    left = "\n\n".join(filter(None, kept))
    return left if len(left.split()) > 1.5 * copies.LEAST_WORDS else text


def replaced(text: str, draw: random.Random, pool: Sequence[str], share: float) -> str:
    """A text with some of its words replaced, each for itself, by words of the corpus."""
    return " ".join(draw.choice(pool) if draw.random() < share else word for word in text.split(" "))


def reordered(text: str, draw: random.Random) -> str:
    """A text with its paragraphs in another order."""
    paragraphs = text.split("\n\n")
    return "\n\n".join(draw.sample(paragraphs, len(paragraphs)))


def grow(folder: str, sizes: Sequence[int]) -> None:
    """Print the time and the memory of each size, and against the size before."""
    _print(
        f"\n{'':8} {'articles':>9} {'words':>12} {'pairs':>7} {'seconds':>9} {'ms each':>8} {'MB more':>8}"
    )
    for kind in ("plain", "notice"):
        before: dict[str, float] = {}
        for size in sizes:
            command = [sys.executable, __file__, folder, "--one", kind, str(size)]
            ran = subprocess.run(command, check=True, capture_output=True, text=True)
            now: dict[str, float] = json.loads(ran.stdout)
            grown = f"{now['seconds'] / before['seconds']:8.1f} x" if before else ""
            _print(
                f"{kind:8} {size:9,} {now['words']:12,.0f} {now['pairs']:7,.0f} {now['seconds']:9.2f} "
                f"{1000 * now['seconds'] / size:8.2f} {now['peak']:8,.0f}{grown}"
            )
            before = now


def one_size(folder: str, kind: str, size: int) -> None:
    """Find the pairs among `size` drawn articles, and print words, pairs, seconds and memory as JSON."""
    texts = [*drawn([segment(clean(one)).body.forms for one in corpus.load(folder).articles], size)]
    if kind == "notice":
        notice = [f"notice{number}" for number in range(60)]
        texts = [text + notice for text in texts]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = process_time()
    pairs = sum(
        1
        for _ in copies.find_pairs([copies.fingerprint_words(one, np.zeros(len(one), bool)) for one in texts])
    )
    found = {
        "words": sum(map(len, texts)),
        "pairs": pairs,
        "seconds": process_time() - start,
        "peak": (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory) / 1024,
    }
    _print(json.dumps(found))


def drawn(texts: Sequence[Sequence[str]], size: int) -> Iterator[list[str]]:
    """Articles as long as those given, each word one that follows the two before it somewhere in them."""
    draw = random.Random(SEED)  # noqa: S311  # no secret
    follows: dict[tuple[str, str], list[str]] = {}
    for text in texts:
        for first, second, third in zip(text, text[1:], text[2:], strict=False):
            follows.setdefault((first, second), []).append(third)
    starts = [*follows]
    made: list[list[str]] = []
    for number in range(size):
        if number % 10 == 9:
            source = draw.choice(made)
            text = source[: max(copies.LEAST_WORDS, len(source) // 2)]
        else:
            text = _walk(draw, follows, starts, len(texts[number % len(texts)]))
            made.append(text)
        yield text


def _walk(
    draw: random.Random,
    follows: Mapping[tuple[str, str], Sequence[str]],
    starts: Sequence[tuple[str, str]],
    length: int,
) -> list[str]:
    text: list[str] = []
    here = draw.choice(starts)
    while len(text) < length:
        if here not in follows or draw.random() < _STRAY:
            here = draw.choice(starts)
        text.append(draw.choice(follows[here]))
        here = (here[1], text[-1])
    return text


def _print(line: str) -> None:
    print(line, flush=True)  # noqa: T201  # a benchmark prints


if __name__ == "__main__":
    if "--one" in sys.argv:
        one_size(sys.argv[1], sys.argv[3], int(sys.argv[4]))
    else:
        main(sys.argv[1], [*map(int, sys.argv[2:])] or SIZES)
