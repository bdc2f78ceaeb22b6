"""Every pattern of cleaning, segmentation, quotations, terms and corpora takes linear time, whatever a line holds.

The patterns are found by walking the modules, so a new one is tried as well.
"""

import importlib
import inspect
import pkgutil
import re
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType, ModuleType
from typing import Any

import pytest

import analysis.corpus
import analysis.text
from analysis.corpus.articles import Article
from analysis.text import quotations as quotes
from analysis.text.cleaning import clean
from analysis.text.segmentation import segment
from analysis.text.syllables import syllables
from analysis.text.terms import counting
from analysis.text.terms.lexicon import from_categories

LENGTH = 20_000  # characters
SECONDS = 2.0  # a linear pattern takes a hundredth of it
RUNS = [
    *("1", "a", "A", "é", "中", "_", " ", "\t", "\n", "\u00a0", "\u200b", "\u0301", "\x85"),
    *(
        ".",
        ",",
        "…",
        "-",
        "–",
        "'",
        '"',
        "“",
        "’",
        "(",
        "[",
        "<",
        "{",
        ")",
        "/",
        "@",
        ":",
        "|",
        "#",
        "*",
        "&",
    ),
    *(
        "1 ",
        "a ",
        "A ",
        "Aa ",
        "1a",
        "aA",
        "a.",
        "A.",
        "A. ",
        "1,",
        "1.",
        "1:",
        "a-",
        "a'",
        "1k",
        "1k ",
        "a@",
    ),
    *("(a", "[a", '"a', '"a ', "'a ", "<a", "<a ", "<a>", "<!--", "A B-", "a\n", "A\n", "\r\n", "\n\n", "- "),
    *("... ", ". ", "http://", "&#1;", "&amp;", "Mr. ", "share ", "the ", "by ", "he said, "),
]
END = "\0"  # a sign that no pattern expects: a match that goes so far fails, and alternatives are tried
METHODS = re.compile(r"\b(\w+)\.(match|search|fullmatch|finditer|findall|sub|split)\b")
Found = tuple[str, Callable[[Any], Any], str | bytes]


@contextmanager
def at_most(seconds: float, what: str) -> Iterator[None]:
    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError(what)

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def modules() -> Iterator[ModuleType]:
    for room in (analysis.corpus, analysis.text):
        yield room
        for found in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            yield importlib.import_module(found.name)


def leaves(value: object) -> Iterator[re.Pattern[Any] | str]:
    if isinstance(value, re.Pattern | str):
        yield value
    elif isinstance(value, dict):
        yield from leaves(tuple(value.values()))
    elif isinstance(value, tuple | list | set | frozenset):
        for one in value:
            yield from leaves(one)


def patterns(module: ModuleType) -> Iterator[Found]:
    """Each pattern of a module, called as the module calls it; those in tables are matched, but for `WORDINGS`."""
    used = METHODS.findall(inspect.getsource(module))
    for name, value in vars(module).items():
        if name.startswith("__") or isinstance(value, str):
            continue
        for leaf in leaves(value):
            if isinstance(leaf, str) and leaf == re.escape(leaf).replace("\\ ", " "):
                continue  # a plain word
            pattern = leaf if isinstance(leaf, re.Pattern) else _compiled(leaf)
            methods = {method for owner, method in used if owner == name}
            for method in methods or {
                "search" if isinstance(leaf, re.Pattern) or name == "WORDINGS" else "match"
            }:
                yield f"{name}: {pattern.pattern!r}", _call(pattern, method), pattern.pattern


def _compiled(text: str) -> re.Pattern[str]:
    try:
        return re.compile(text)
    except re.error:
        return re.compile(re.escape(text))


def _call(pattern: re.Pattern[Any], method: str) -> Callable[[Any], Any]:
    if method == "sub":
        return lambda text: pattern.sub(text[:0], text)
    if method == "finditer":
        return pattern.findall
    found: Callable[[Any], Any] = getattr(pattern, method)
    return found


def texts(pattern: str | bytes) -> Iterator[str]:
    """Runs of one thing, and of the pattern's own words."""
    own = re.findall(r"[A-Za-z]{2,}", str(pattern))[:40]
    for run in filter(None, (*RUNS, "".join(own), " ".join((*own, "")), " 1 ".join(own))):
        yield (run * LENGTH)[:LENGTH] + END


MODULES: dict[str, list[Found]] = {}
SEEN: set[str] = set()  # a table is imported by other modules too
for one in modules():
    found = [pattern for pattern in patterns(one) if pattern[0] not in SEEN]
    SEEN |= {where for where, _, _ in found}
    if found:
        MODULES[one.__name__] = found


@pytest.mark.parametrize("name", MODULES)
def test_no_pattern_takes_long_over_a_long_run(name: str) -> None:
    for where, find, pattern in MODULES[name]:
        for text in texts(pattern):
            with at_most(SECONDS, f"{name}.{where} on {text[:20]!r}"):
                find(text.encode() if isinstance(pattern, bytes) else text)


def test_the_walk_finds_the_patterns_of_each_room() -> None:
    rooms = {name.split(".")[2] for name in MODULES}
    assert {"cleaning", "segmentation", "quotations", "terms", "syllables", "importers"} <= rooms
    assert sum(map(len, MODULES.values())) > 200


def test_a_pattern_that_tries_everything_twice_is_caught() -> None:
    slow = re.compile(r"(?:a|\d+k? ?){2,12}$")
    with pytest.raises(TimeoutError), at_most(SECONDS, "slow"):
        slow.match("1" * LENGTH + "\0")


@pytest.mark.parametrize("run", RUNS)
def test_an_article_with_one_long_line_is_read_in_time(run: str) -> None:
    line = (run * LENGTH)[:LENGTH] + " and so on"
    text = f"The council met on Monday and closed the market.\n\n{line}\n\n“It is over,” said Ida Moran.\n"
    with at_most(10 * SECONDS, repr(run)):
        document = segment(clean(Article("a", "s", text)))
        found = quotes.quotations(document)
        voices = quotes.voices(document, found)
        counting.hits(document, voices, from_categories({"mood": ["over", "a* b"]}))
        for form in document.body.forms:
            syllables(form)
