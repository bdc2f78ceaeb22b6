"""Sentences about text that several articles share, and about what a comparison leaves out for it."""

from typing import TYPE_CHECKING

import pandas as pd

from analysis import compare
from analysis.text.shared_text import LEAST_WORDS
from analysis.wording.phrases import joined, plural

if TYPE_CHECKING:
    from analysis.compare.copies import Copies
    from analysis.features import Features

__all__ = ["SHARED", "agency", "copied", "counted", "shared_text"]

SHARED = (
    "Articles of the source on the left that share text with the source above, on the diagonal with another "
    "article of their own. Shade: in per cent of its articles."
)
_HOW = {
    "once": "One article of each shared text is counted",
    "leave out": "Text shared with another source is not counted",
}


def counted(whole: "Features", data: "Features", *, copies: "Copies") -> str:
    """Which articles a comparison counts, and how many of each source it leaves out.

    Args:
        whole: the measured corpus.
        data: what is left of it, as `compare.counted` gives it.
        copies: how articles that share text are counted.
    """
    if copies == "keep":
        return f"{shared_text(compare.copied(whole))}: all are counted."
    sizes, left = (one.articles.groupby("source").size() for one in (whole, data))
    gone = sizes.sub(left, fill_value=0).astype(int).reindex(whole.sources)
    each = [f"{source} {count:,} of {sizes[source]:,}" for source, count in gone.items() if count]
    told = f"{_HOW[copies]}: {gone.sum():,} of {plural(sizes.sum(), 'article')} left out"
    return f"{told}{f' ({joined(each)})' if each else ''}.{_without(whole, data)}"


def _without(whole: "Features", data: "Features") -> str:
    """Which sources have no article left, and whether the others can be compared."""
    gone = [source for source in whole.sources if source not in data.sources]
    if not gone:
        return ""
    if not data.sources:
        return " No article is left: there is nothing to compare."
    alone = f" {data.sources[0]} alone is left: there is nothing to compare it with."
    return f" No article is left of {joined(gone)}.{alone if len(data.sources) == 1 else ''}"


def shared_text(table: pd.DataFrame) -> str:
    """How many articles share text with another source's; columns articles, elsewhere, within."""
    articles, elsewhere, within = (int(table[name].sum()) for name in ("articles", "elsewhere", "within"))
    if not elsewhere + within:
        return f"None of {plural(articles, 'article')} shares text with another"
    verb = "shares" if elsewhere == 1 else "share"
    told = f"{elsewhere:,} of {plural(articles, 'article')} {verb} text with another source"
    return told + (f", {within:,} with one of the same source" if within else "")


def copied(table: pd.DataFrame) -> str:
    """What each way of counting leaves, and what cannot be judged; columns as `compare.copied` has them."""
    articles, once, apart = (int(table[name].sum()) for name in ("articles", "once", "leave_out"))
    told = (
        f"Of {plural(articles, 'article')}, {once:,} are counted where each shared text counts once, "
        f"and {apart:,} where text shared with another source is left out."
    )
    unjudged = int(table["unjudged"].sum())
    short = plural(unjudged, "article is", "articles are")
    return told + (f" {short} too short (under {LEAST_WORDS} words) to tell." if unjudged else "")


def agency(table: pd.DataFrame) -> str:
    """Whether marks of agency copy and found text agree; columns as `compare.agency` has them."""
    both, marked, found = (
        int(table[name].sum()) for name in ("marked_and_found", "marked_only", "found_only")
    )
    if not both + marked:
        return f"No article is marked as agency copy; {_stands(found)} in another source."
    return (
        f"Of {plural(both + marked, 'article')} marked as agency copy {_stands(both)} in another source too; "
        f"of those without a mark {_stands(found)} in another source."
    )


def _stands(count: int) -> str:
    return "none stands" if not count else f"{count:,} {'stands' if count == 1 else 'stand'}"
