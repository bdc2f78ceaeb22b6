"""The small parts of sentences: enumerations, plurals, and what a source with one article is called."""

import pandas as pd

from analysis.results.formats import format_p, format_share

__all__ = [
    "describe_shares",
    "describe_truncation",
    "join_words",
    "name_source",
    "name_units",
    "per_cent",
    "pluralise",
    "state_p",
]


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


def name_units(articles: "pd.Series[int]") -> str:
    """What a table compares whose sources have so many articles.

    >>> name_units(pd.Series([1, 1])), name_units(pd.Series([1, 8]))
    ('articles', 'sources')
    """
    return "articles" if (articles == 1).all() else "sources"


def describe_shares(table: pd.DataFrame, what: str) -> str:
    """A share in each source where there are up to three, else the lowest and the highest.

    Args:
        table: columns source, rate (the share), n (articles of the source).
        what: of what it is a share.

    >>> table = pd.DataFrame({"source": ["CNN", "BBC"], "rate": [0.5, 0.0], "n": [4, 4]})
    >>> describe_shares(table, "of the words")
    '50 % of the words in CNN and none in BBC'
    """
    ends = table if len(table) <= 3 else table.loc[[table["rate"].idxmin(), table["rate"].idxmax()]]
    first, *rest = [
        (_write_share(rate), name_source(source, n))
        for rate, source, n in zip(ends["rate"], ends["source"], ends["n"], strict=True)
    ]
    each = [f"{first[0]} {what} in {first[1]}", *(f"{share} in {source}" for share, source in rest)]
    return join_words(each) if len(table) <= 3 else f"from {each[0]} to {each[1]}"


def _write_share(share: float) -> str:
    """A share with the digits that figures give it; "none" and "100 %" only of nothing and everything."""
    return format_share(share) if 0 < share < 0.995 else per_cent(share, 1)


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
