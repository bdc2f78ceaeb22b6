"""How much faster the readability engines are than textstat called a function at a time.

`python tests/benchmarks/readability.py FOLDER` measures the `*.txt` files below a folder. Times are of
this process alone, so that other work on the machine moves them little. The first round of an engine
meets every word type for the first time; later rounds find it remembered, as in a large corpus.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from string import punctuation
from time import process_time

from analysis.measures.readability import counts, proper_names, published
from analysis.measures.readability.textstat_engine import FUNCTIONS, measure, reference


def main(folder: str) -> None:
    """Print the words a second of every textstat function and engine, and the ratios."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(folder).rglob("*.txt"))]
    words = sum(len(text.split()) for text in texts)
    textstat = reference()
    for warmed in (measure, textstat.syllable_count, _published):
        warmed("Dictionaries are read before the clock starts.")

    total = 0.0
    for name in FUNCTIONS:
        total += (seconds := _seconds(getattr(textstat, name), texts))
        _show(f"textstat.{name}", words / seconds)
    _show("textstat, 13 functions", words / total)
    for engine in (measure, _published):
        for round_ in ("first", "second"):
            seconds = _seconds(engine, texts)
            _show(f"{engine.__name__}, {round_} round", words / seconds, total / seconds)


def _published(text: str) -> None:
    """The engine `published` with a line for a sentence: the segmenter is measured elsewhere."""
    sentences = [[word.strip(punctuation) for word in line.split()] for line in text.splitlines()]
    words = [word for sentence in sentences for word in sentence]
    published(counts(words, len(sentences), proper_names(sentences)))


def _seconds(measured: Callable[[str], object], texts: list[str]) -> float:
    start = process_time()
    for text in texts:
        measured(text)
    return process_time() - start


def _show(name: str, speed: float, ratio: float | None = None) -> None:
    # A benchmark prints.
    print(  # noqa: T201
        f"{name:40} {speed:12,.0f} words/s", "" if ratio is None else f"{ratio:6.1f} x"
    )


if __name__ == "__main__":
    main(sys.argv[1])
