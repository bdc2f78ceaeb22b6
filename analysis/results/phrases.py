"""The small parts of sentences: enumerations, plurals, and what a source with one article is called."""

import pandas as pd

from analysis.results.formats import format_p

__all__ = ["describe_truncation", "join_words", "name_source", "per_cent", "pluralise", "state_p"]


def join_words(parts: list[str]) -> str:
    """The parts as one enumeration.

    >>> join_words(["a"]), join_words(["a", "b", "c"])
    ('a', 'a, b and c')
    """
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def pluralise(count: int, one: str, many: str = "") -> str:
    """A count with its noun.

    >>> pluralise(1, "line"), pluralise(1200, "line"), pluralise(2, "category", "categories")
    ('1 line', '1,200 lines', '2 categories')
    """
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def per_cent(part: float, whole: float) -> str:
    """A share in whole per cent; "none" and "100 %" only of nothing and everything.

    >>> per_cent(0, 9), per_cent(1, 1000), per_cent(999, 1000), per_cent(1, 4)
    ('none', 'under 1 %', 'over 99 %', '25 %')
    """
    if not part:
        return "none"
    share = 100 * part / whole
    if share < 0.5:
        return "under 1 %"
    return "over 99 %" if 99.5 <= share < 100 else f"{share:.0f} %"


def state_p(p: float) -> str:
    """A p value with its sign.

    >>> state_p(0.0421), state_p(0.0004)
    ('= .042', '< .001')
    """
    text = format_p(p)
    return text if text.startswith("<") else f"= {text}"


def name_source(source: str, articles: float) -> str:
    """The source; where it has one article, that article: nothing is known of the source.

    >>> name_source("CNN", 1), name_source("CNN", 8)
    ('this CNN article', 'CNN')
    """
    return f"this {source} article" if articles == 1 else source


def describe_truncation(articles: pd.DataFrame, subtitle: str) -> str:
    """`subtitle`, followed by how many articles are truncated where any is.

    Args:
        articles: the feature table `articles`.
        subtitle: a sentence with its stop.
    """
    count = int(articles["truncated"].sum())
    if not count:
        return subtitle
    truncated = f"{count:,} of {len(articles):,} articles {'is' if count == 1 else 'are'} truncated"
    return f"{subtitle} {truncated}; only the available text is measured."
