"""How fast the readability engines are beside textstat and textstat-rs, and where those two differ.

`python tests/benchmarks/readability.py FOLDER` measures the articles of a corpus, cleaned. Times are of
this process alone, each the median of three rounds in which everything takes its turn, so that other work
on the machine moves the ratios little. Our engines meet every word for the first time in the row
"first round"; in later rounds they remember it, as in a large corpus. textstat keeps its last 128 results
of each function: text by text, its functions share work that they repeat when each goes over all texts.
"""

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from statistics import median
from time import process_time
from typing import NamedTuple

import textstat_rs

from analysis import corpus
from analysis.measures import readability
from analysis.measures.readability import counting, textstat_engine
from analysis.measures.readability.textstat_engine import FUNCTIONS, reference
from analysis.measures.reading import Voice, split_voices
from analysis.text import quotations as quotes
from analysis.text.cleaning import clean
from analysis.text.segmentation import Document, segment

ROUNDS = 3
MEMOS = (
    textstat_engine._piece,
    textstat_engine._word,
    counting._traits,
    counting._hardness,
    counting._unfamiliar,
)
SHARED = tuple(name for name in FUNCTIONS if hasattr(textstat_rs, name))

Functions = dict[str, Callable[[str], float]]


class Case(NamedTuple):
    """An article made ready: what each engine is given."""

    body: str
    document: Document
    sentences: list[range]
    voices: list[Voice]


def main(folder: str) -> None:
    """Print words a second and ratios, then where textstat-rs differs from textstat."""
    cases = [_case(segment(clean(article))) for article in corpus.load(folder).articles]
    words = sum(len(case.document.body.forms) for case in cases)
    original = reference()
    theirs: Functions = {name: getattr(original, name) for name in FUNCTIONS}
    ported: Functions = {name: getattr(textstat_rs, name) for name in SHARED}
    ours: dict[str, Callable[[Case], object]] = {
        "both engines, three voices": _both,
        "engine textstat, 15 functions": lambda case: textstat_engine.measure(case.body),
        "engine published, three voices": _published,
    }
    for function in (*theirs.values(), *ported.values(), textstat_engine.measure):
        function("Dictionaries are read before the clock starts, qwyzzling.")
    _print(f"{words:,} words in {len(cases)} articles\n")

    first = {f"{name}, first round": _first(run, cases) for name, run in ours.items()}
    rounds: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        for name, function in theirs.items():
            rounds.setdefault(f"textstat.{name}", []).append(_over(function, cases))
        for name, function in ported.items():
            rounds.setdefault(f"textstat_rs.{name}", []).append(_over(function, cases))
        rounds.setdefault("textstat, text by text", []).append(_by_text(theirs.values(), cases))
        rounds.setdefault("textstat, shared functions, text by text", []).append(
            _by_text([theirs[name] for name in SHARED], cases)
        )
        for name, run in ours.items():
            rounds.setdefault(f"{name}, later rounds", []).append(_seconds(run, cases))
    _speeds(first | {name: median(times) for name, times in rounds.items()}, words)
    _differences(theirs, ported, cases)


def _case(document: Document) -> Case:
    body = "\n\n".join(document.text[start:end] for start, end in document.paragraphs)
    inside = quotes.voices(document, quotes.quotations(document))
    return Case(body, document, *split_voices(document, inside))


def _both(case: Case) -> object:
    return readability.score(
        case.document, readability.tally_by_voice(case.document, case.sentences, case.voices)
    )


def _published(case: Case) -> object:
    return readability._published_rows(readability.tally_by_voice(case.document, case.sentences, case.voices))


def _first(run: Callable[[Case], object], cases: Sequence[Case]) -> float:
    """The time of a round in which every word is new."""
    for memo in MEMOS:
        memo.clear()
    return _seconds(run, cases)


def _seconds(run: Callable[[Case], object], cases: Sequence[Case]) -> float:
    start = process_time()
    for case in cases:
        run(case)
    return process_time() - start


def _over(function: Callable[[str], float], cases: Sequence[Case]) -> float:
    return _seconds(lambda case: function(case.body), cases)


def _by_text(functions: Iterable[Callable[[str], float]], cases: Sequence[Case]) -> float:
    own = [*functions]
    return _seconds(lambda case: [function(case.body) for function in own], cases)


def _speeds(seconds: Mapping[str, float], words: int) -> None:
    """A line a thing measured, with its ratio to both libraries: over the same functions where they differ."""
    for name, time in seconds.items():
        if "." in name:
            _print(f"{name:50} {words / time:12,.0f} words/s")
    named = {
        "textstat, 15 functions": sum(t for n, t in seconds.items() if n.startswith("textstat.")),
        f"textstat, the {len(SHARED)} of textstat-rs": sum(seconds[f"textstat.{n}"] for n in SHARED),
        f"textstat-rs, its {len(SHARED)} functions": sum(seconds[f"textstat_rs.{n}"] for n in SHARED),
    } | {name: time for name, time in seconds.items() if "." not in name}
    whole, _, ported = [*named.values()][:3]
    _print(f"\n{'':58} words/s  v textstat  v textstat-rs")
    for name, time in named.items():
        _print(f"{name:50} {words / time:15,.0f} {whole / time:9.1f} x {ported / time:11.1f} x")
    _print(f"\ntextstat-rs has {', '.join(SHARED)}; ours are timed with all they compute.")


def _differences(theirs: Functions, ported: Functions, cases: Sequence[Case]) -> None:
    """How many values of textstat-rs are not those of textstat, and how far the farthest is off."""
    _print(f"\n{'not equal to textstat':30} {'textstat-rs':>24} {'engine textstat':>24}")
    ours = [textstat_engine.measure(case.body) for case in cases]
    for name, function in theirs.items():
        right = [function(case.body) for case in cases]
        port = [ported[name](case.body) for case in cases] if name in ported else []
        _print(f"{name:30} {_off(right, port):>24} {_off(right, [values[name] for values in ours]):>24}")


def _off(right: Sequence[float], found: Sequence[float]) -> str:
    if not found:
        return "not there"
    gaps = [abs(a - b) for a, b in zip(right, found, strict=True) if a != b]
    return f"{len(gaps)} of {len(right)}" + (f", up to {max(gaps):.2g}" if gaps else "")


def _print(line: str) -> None:
    print(line)  # noqa: T201  # a benchmark prints


if __name__ == "__main__":
    main(sys.argv[1])
