"""How well the syllables of a word are told that the dictionary does not list.

    python tests/benchmarks/syllables.py

Takes the words of CMUdict, of three letters or more, as if it did not list them, and compares their syllables
with those of its first pronunciation: of those on which the rules were written, and of 25,000 that were held out.
"""

import random
from collections.abc import Callable, Sequence

from analysis.text.syllables import _hyphenator, _pronounced, _pronunciations, by_letters

SEED, HELD_OUT = 1, 25_000


def main() -> None:
    """Print the shares of words whose syllables are told, and how many too many or too few they come to."""
    words = [
        word for word in sorted(_pronunciations()) if word.isalpha() and word.isascii() and len(word) > 2
    ]
    random.Random(SEED).shuffle(words)  # noqa: S311  # no secret
    rules: dict[str, Callable[[str], int]] = {
        "hyphenation": lambda word: len(_hyphenator().positions(word)) + 1,
        "letters": by_letters,
    }
    _print(f"{'':12} {'words':>18} {'right':>8} {'syllables':>10}")
    for name, rule in rules.items():
        for which, some in (("written on", words[HELD_OUT:]), ("held out", words[:HELD_OUT])):
            right, bias = told(rule, some)
            _print(f"{name:12} {which:>10} {len(some):7,} {right:8.1%} {bias:+10.1%}")


def told(rule: Callable[[str], int], words: Sequence[str]) -> tuple[float, float]:
    """The share of words whose syllables a rule tells, and by what share all their syllables are off."""
    pairs = [(rule(word), _pronounced(word)) for word in words]
    right = sum(own == true for own, true in pairs) / len(pairs)
    return right, sum(own for own, _ in pairs) / sum(true for _, true in pairs) - 1


def _print(line: str) -> None:
    print(line)  # noqa: T201  # a benchmark prints


if __name__ == "__main__":
    main()
