"""How often are terms found to differ between sources that use them alike, and how often where they do not?

    python tests/benchmarks/simulations_terms.py [ROUNDS [FOLDER]]

Each round draws articles of unequal length of two sources, and 100 terms of .1 to 4 in 1,000 words that come in bursts
(negative binomial: the rate of an article varies about that of its source as a gamma variable). Printed, of terms in
four articles or more: how often p is at most .05 where the sources do not differ, by word (G2; two exact Poisson
rates) and by article (a permutation test); how often any term of the family holds after adjustment, which 5 % of
families may; and the power: of eight terms that the first source uses four times as often, how many hold. The cases
after the first six break the assumption that articles are alike but for their source, in length or in burstiness.

With a FOLDER, a corpus: the terms with the highest G2 there, then those with the highest G2 that do not differ by
article.
"""

import sys
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from analysis import corpus, features
from analysis.results.keyness import compare_listed_terms, compare_words
from analysis.statistics.counts import two_rates_p
from analysis.statistics.dispersion import document_frequency
from analysis.statistics.family import family_p, length_strata
from analysis.statistics.keyness import g2

SEED = 20141028
ROUNDS = 200
TERMS, DIFFERENT, TIMES = 100, 8, 4
LEVEL, LEVEL_G2 = 0.05, 3.841  # of chi-squared with one degree of freedom
Values = npt.NDArray[np.float64]


class Case(NamedTuple):
    """How two sources are drawn: articles, mean lengths, shapes of the gamma (lower: burstier), told by event."""

    sizes: tuple[int, int]
    words: tuple[int, int] = (500, 500)
    shapes: tuple[float, float] = (0.5, 0.5)
    paired: bool = False


CASES = (
    *(Case(sizes) for sizes in ((8, 8), (8, 60), (20, 20), (60, 60), (200, 200))),
    Case((60, 60), paired=True),
    Case((60, 60), (300, 900), paired=True),
    Case((20, 20), (300, 900)),
    Case((60, 60), (300, 900)),
    *(Case(sizes, shapes=(2.0, 0.3)) for sizes in ((20, 20), (60, 60), (20, 100))),
    Case((20, 100), shapes=(0.3, 2.0)),
    Case((60, 60), shapes=(2.0, 0.3), paired=True),
)


def main(rounds: int, folder: str) -> None:
    """Print the tables."""
    _print(f"{'articles':>9} {'words':>9} {'shapes':>9} {'':7}{'G2':>7} {'exact':>7} {'by article':>11}", "")
    _print(f" {'family':>8} {'power':>7}")
    for case in CASES:
        alone, families, power = simulated(case, rounds)
        which = [f"{a:g}, {b:g}" for a, b in (case.sizes, case.words, case.shapes)]
        _print(f"{which[0]:>9} {which[1]:>9} {which[2]:>9} {'paired' if case.paired else '':7}", "")
        _print(f"{alone[0]:7.1%} {alone[1]:7.1%} {alone[2]:11.1%} {families:8.1%} {power:8.1%}")
    if folder:
        real(folder)


def simulated(case: Case, rounds: int) -> tuple[Values, float, float]:
    """False positives (G2, exact, by article), families with a false finding, and power."""
    alone, families, power = [], [], []
    for number in range(rounds):
        draw = np.random.default_rng((SEED, number))
        for different in (0, DIFFERENT):
            counts, words, first, events = drawn(draw, case, different)
            asked = document_frequency(counts) >= 4
            strata = events if case.paired else length_strata(words, first)
            found = family_p(counts[:, asked], words, first, strata=strata, seed=SEED)
            held = found.adjusted <= LEVEL
            if different:
                power.append(held[: asked[:different].sum()].sum() / different)
            else:
                families.append(held.any())
                alone.append([*by_word(counts[:, asked], words, first), (found.p <= LEVEL).mean()])
    return np.mean(alone, axis=0), float(np.mean(families)), float(np.mean(power))


def drawn(
    draw: np.random.Generator, case: Case, different: int
) -> tuple[Values, Values, npt.NDArray[np.bool_], npt.NDArray[np.int64]]:
    """Counts (articles x terms), words, which articles are of the first source, and their events."""
    first = np.arange(sum(case.sizes)) < case.sizes[0]
    events = np.where(first, np.arange(len(first)), np.arange(len(first)) - case.sizes[0])
    means = np.where(first, *case.words)
    shapes: Values = np.where(first, *case.shapes)
    words = 50 + np.round(draw.gamma(4.0, means / 4))
    rates = np.exp(draw.uniform(np.log(1e-4), np.log(4e-3), TERMS))
    expected = words[:, None] * rates
    if case.paired:
        expected = expected * draw.gamma(1.0, 1.0, (events.max() + 1, TERMS))[events]
    expected[:, :different] *= np.where(first, TIMES, 1)[:, None]
    bursts = draw.gamma(shapes[:, None], 1 / shapes[:, None], expected.shape)
    return draw.poisson(expected * bursts).astype(float), words, first, events


def by_word(counts: Values, words: Values, first: npt.NDArray[np.bool_]) -> tuple[float, float]:
    """The shares of terms that differ by G2 and by the exact test of two rates."""
    one, other = counts[first].sum(axis=0), counts[~first].sum(axis=0)
    sizes = int(words[first].sum()), int(words[~first].sum())
    exact = [two_rates_p(int(a), sizes[0], int(b), sizes[1]) for a, b in zip(one, other, strict=True)]
    return float((g2(one, sizes[0], other, sizes[1]) > LEVEL_G2).mean()), float(
        (np.array(exact) <= LEVEL).mean()
    )


def real(folder: str) -> None:
    """The terms with the highest G2 in a corpus."""
    data = features.load(corpus.load(folder))
    for found in (compare_listed_terms(data, seed=SEED), compare_words(data, seed=SEED)):
        tested = found.table[found.table["p"].notna()]
        shares = ((tested["g2"] > LEVEL_G2).mean(), (tested["p"] <= LEVEL).mean())
        holds = int((tested["p_adjusted"] <= LEVEL).sum())
        _print(
            f"\n{len(tested):,} of {found.id}: G2 {shares[0]:.1%}, by article {shares[1]:.1%}, {holds} hold"
        )
        listed = tested.sort_values("g2", ascending=False, kind="stable")
        bursty = listed[listed["p"] > LEVEL]
        for row in [*listed.head(8).itertuples(), *bursty.head(8).itertuples()]:
            sides = [
                f"{row.count_first} in {row.articles_first}",
                f"{row.count_second} in {row.articles_second}",
            ]
            _print(f"{row.term:16} {row.first:16} {sides[0]:>12} v {sides[1]:12}", "")
            _print(f" G2 {row.g2:7.1f}  p {row.p:.4f}  adjusted {row.p_adjusted:.4f}")


def _print(line: str, end: str = "\n") -> None:
    print(line, end=end, flush=True)  # noqa: T201  # a benchmark prints


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS, sys.argv[2] if len(sys.argv) > 2 else "")
