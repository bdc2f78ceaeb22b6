"""What counting terms costs as a term list grows, and against one regular expression a term.

    python tests/benchmarks/framing.py FOLDER

Counts random lists of 10 to 10,000 terms (words, phrases, globs, drawn from the texts with a fixed seed) over the
`*.txt` files below a folder. Times are of this process alone and the lists are timed in turn, so that other work on
the machine moves them little; each is given as a ratio to 10 terms. The first round meets every word type for the
first time; a later round finds it remembered, as in a large corpus.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from time import process_time

from scored import _all_body

from analysis.cleaning.canonical import canonical
from analysis.measures import framing
from analysis.measures.lexicon import Lexicon, from_categories
from analysis.segment import Document, segment

__all__ = ["random_terms", "reference"]

SIZES = (10, 100, 1_000, 10_000)
PLAIN = 100  # terms given to the plain reference, which needs as long for each as the package for all
ROUNDS = 5


def main(folder: str) -> None:
    """Print words a second and ratios."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(folder).rglob("*.txt"))]
    documents = [segment(_all_body(text, canonical(text).text)) for text in texts]
    words = [form for document in documents for form in document.body.forms]
    lists = {size: from_categories(_shared_out(random_terms(words, size))) for size in SIZES}
    _show(f"{len(documents)} articles, {len(words):,} words, {len(set(words)):,} types", "")
    first = {size: _seconds(documents, terms) for size, terms in lists.items()}
    later = {size: 0.0 for size in SIZES}
    for _ in range(ROUNDS):
        for size, terms in lists.items():
            later[size] += _seconds(documents, terms) / ROUNDS
    for name, seconds in (("first round", first), ("later rounds", later)):
        for size in SIZES:
            ratio = f"{seconds[size] / seconds[SIZES[0]]:6.2f} x the time of {SIZES[0]}"
            _show(f"{size:6,} terms, {name}", f"{len(words) / seconds[size]:12,.0f} words/s {ratio}")
    start = process_time()
    for document in documents:
        plain(document, lists[PLAIN])
    seconds_plain = process_time() - start
    ratio = f"{seconds_plain / later[PLAIN]:6.1f} x the time of the package"
    _show(f"{PLAIN:6,} terms, a regex a term", f"{len(words) / seconds_plain:12,.0f} words/s {ratio}")


def random_terms(words: Sequence[str], size: int) -> list[str]:
    """Terms as lists have them, without repetition: half words, three tenths globs, two tenths phrases."""
    random = Random(size)  # noqa: S311  # a benchmark draws the same list each time
    terms: dict[str, None] = {}
    while len(terms) < size:
        at, kind = random.randrange(len(words) - 3), random.random()
        word = words[at].lower()
        if kind < 0.5:
            terms[word] = None
        elif kind < 0.8 and len(word) > 3:
            cut = random.randrange(3, len(word))
            terms[f"{word[:cut]}*" if random.random() < 0.8 else f"*{word[-cut:]}"] = None
        else:
            terms[" ".join(words[at : at + random.randrange(2, 4)]).lower()] = None
    return list(terms)


def plain(document: Document, lexicon: Lexicon) -> Counter[str]:
    """Every place of every term, one search of the whole text a term; overlaps are all counted."""
    text = document.text
    return Counter(
        {term.text: len(re.findall(_pattern(term.text), text, re.IGNORECASE)) for term in lexicon.terms}
    )


def _pattern(term: str) -> str:
    spelled = re.escape(term).replace(r"\*", r"[^\W_]*").replace(r"\?", r"[^\W_]").replace(r"\ ", r"\W+")
    return rf"(?<![\w'-]){spelled}(?![\w-])"


def _shared_out(terms: Sequence[str]) -> Mapping[str, Sequence[str]]:
    return {f"category {n}": terms[n::10] for n in range(10)}


def _seconds(documents: Sequence[Document], lexicon: Lexicon) -> float:
    start = process_time()
    for document in documents:
        framing.hits(document, [False] * len(document.body.forms), lexicon)
    return process_time() - start


def _show(name: str, value: str) -> None:
    # A benchmark prints.
    print(f"{name:40} {value}")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1])
