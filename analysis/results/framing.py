"""Framing terms by source and voice: which occur, how often, in how many articles, and how many negated."""

import pandas as pd

from analysis.features.tables import Features
from analysis.results.behind import matching_articles
from analysis.results.markdown import cite
from analysis.results.phrases import describe_truncation, join_words, name_source, per_cent, pluralise
from analysis.results.result import Method, Result, define_columns
from analysis.results.shapes import EndsResult, GridResult
from analysis.results.term_counts import add_intervals, count_terms

__all__ = ["OTHER_LIST", "compare_category_voices", "compare_terms", "list_categories", "list_negated_terms"]

OTHER_LIST = "Choose another term list with the parameter lexicon."
_ENDS = ("low", "high", "interval")
_NEGATED = 12  # rows

_LIST = define_columns("""
terms: terms; terms; count
    Terms of the list in this category.
""")
_RATE = (
    "all counts divided by all words of the source. The interval is resampled over articles where at least 4 "
    "of at least 8 have a hit; otherwise it is exact for these words (Garwood)."
)
_INTERVAL = """
{low,high}: rate: {lower,upper} end; per 1,000 words of the voice; figures
    {Lower,Upper} end of the 95 % interval of the rate.
"""
_TERMS = define_columns(f"""
count: count; times; count
    Times that the term occurs in this voice of the source.
rate: rate; per 1,000 words of the voice; figures, interval
    Occurrences per 1,000 words of the voice: {_RATE}
{_INTERVAL.strip()}
""")
_CATEGORIES = define_columns(f"""
value: rate; per 1,000 words of the voice; figures, interval
    Terms of the category per 1,000 words of the voice: {_RATE}
count: count; times; count
    Times that a term of the category occurs in this voice of the source.
negated: negated; times; count
    How many of these occurrences are negated.
articles: articles with a term; articles; count
    Articles of the source with a term of the category in this voice.
{_INTERVAL.strip()}
""")
_NEGATION = Method(
    "Measures",
    "An occurrence is negated if a negator occurs up to five words before it in its clause "
    f"{cite('chapman2001', 'pang2002', 'karttunen2012')}. Negated occurrences are included in all counts and "
    "are also counted separately.",
)
_NEGATIONS = define_columns("""
count: count; times; count
    Times that the term occurs in this voice of the source.
negated: negated; times; count
    How many of these occurrences are negated.
""")


def list_categories(data: Features) -> Result:
    """The term list: columns category, terms (how many), explanation."""
    grouped = data.lexicon.groupby("category", sort=False)
    table = grouped.agg(terms=("term", "size"), explanation=("explanation", "first")).reset_index()
    categories = pluralise(len(table), "category", "categories")
    return Result(
        id="framing_list",
        table=table,
        keys=("category",),
        columns=_LIST,
        topic="Term list",
        title=f"{pluralise(len(data.lexicon), 'term')} in {categories}",
    )


def compare_terms(data: Features, *, most: int, seed: int) -> GridResult:
    """The terms that occur most often in narration, by source, for `figures.grid`.

    Args:
        data: the features that are counted.
        most: terms that are shown.
        seed: of the bootstrap.

    Returns:
        The figure shows narration: columns category, term, source, count, negated, rate (per 1,000 words of
        narration), articles, n, low, high, interval (see `add_intervals`); categories in the order of the
        list, their terms by count. The table reports these terms in every voice in which a source has them:
        columns category, term, source, voice, count, rate, articles, low, high, interval.
    """
    counts = count_terms(data, "term").merge(data.lexicon[["term", "category"]], on="term")
    drawn = add_intervals(_select_terms(counts, data, most), data, "term", seed=seed)
    title = _describe_terms(drawn, len(data.articles))
    return GridResult(
        id="framing_terms",
        table=_find_voices(counts, drawn, data, seed),
        keys=("category", "term", "source", "voice"),
        columns=_TERMS,
        topic="Framing terms",
        title=title,
        subtitle=describe_truncation(
            data.articles, "Counts of listed terms in narration. Shade: rate per 1,000 words of narration."
        ),
        note=_describe_missing(data),
        plotted=drawn[["category", "term", "source", "count", "negated", "rate", "articles", "n", *_ENDS]],
        articles=matching_articles(data.articles, source="source"),
        nothing="" if len(drawn) else f"{title}. {OTHER_LIST}",
    )


def compare_category_voices(data: Features, *, seed: int) -> EndsResult:
    """The rate of each category in narration and in quotations, for `figures.dumbbells`.

    Args:
        data: the features that are counted.
        seed: of the bootstrap.

    Returns:
        Columns panel (category), source, end (voice), value (per 1,000 words of that voice), text (the count
        as text), count, negated, words, articles, n, low, high, interval (see `add_intervals`); a category
        without any hit is left out.
    """
    table = count_terms(data, "category")
    table = table[table["voice"] != "headline"]
    hits = table.groupby("category")["count"].transform("sum")
    table = add_intervals(table[hits > 0], data, "category", seed=seed)
    table = table.rename(columns={"category": "panel", "voice": "end", "rate": "value"})
    order = data.lexicon["category"].drop_duplicates().tolist()
    table = table.sort_values("panel", key=lambda s: s.map(order.index), kind="stable", ignore_index=True)
    table["text"] = table["count"].astype(str)
    title = _describe_categories(table, len(data.articles))
    columns = ["panel", "source", "end", "value", "text", "count", "negated", "words", "articles", "n"]
    return EndsResult(
        id="framing_categories",
        table=table[[*columns, *_ENDS]],
        keys=("panel", "source", "end"),
        columns=_CATEGORIES,
        topic="Framing terms",
        title=title,
        subtitle=describe_truncation(
            data.articles,
            "Rate: all counts divided by all words of the source in that voice. Numbers: counts.",
        ),
        articles=matching_articles(data.articles, source="source"),
        nothing="" if len(table) else f"{title}. {OTHER_LIST}",
        ends=("narration", "quotation"),
        axis="Terms per 1,000 words of that voice",
    )


def list_negated_terms(data: Features) -> Result:
    """The terms that are negated most often: columns source, voice, term, count, negated; at most 12 rows."""
    table = count_terms(data, "term")
    table = table[table["negated"] > 0].sort_values("negated", ascending=False, kind="stable")
    table = table[["source", "voice", "term", "count", "negated"]].head(_NEGATED).reset_index(drop=True)
    title = _describe_negations(data)
    return Result(
        id="framing_negations",
        table=table,
        keys=("term", "source", "voice"),
        columns=_NEGATIONS,
        topic="Framing terms",
        title=title,
        articles=matching_articles(data.articles, source="source"),
        nothing="" if len(table) else f"{title}.",
        methods=(_NEGATION,),
    )


def _select_terms(counts: pd.DataFrame, data: Features, most: int) -> pd.DataFrame:
    """The rows in narration of the most frequent terms, categories in the order of the list."""
    narrated = counts[counts["voice"] == "narration"]
    totals = narrated.groupby(["category", "term"])["count"].sum()
    frequent = totals[totals > 0].sort_values(ascending=False, kind="stable").head(most)
    rank = {category: i for i, category in enumerate(data.lexicon["category"].drop_duplicates())}
    order = sorted(frequent.items(), key=lambda item: (rank[item[0][0]], -item[1], item[0][1]))
    rows = [(*key, source) for key, _ in order for source in data.sources]
    return narrated.set_index(["category", "term", "source"]).loc[rows].reset_index()


def _find_voices(counts: pd.DataFrame, drawn: pd.DataFrame, data: Features, seed: int) -> pd.DataFrame:
    """The terms that are drawn, in every voice that has them."""
    rows = drawn[["category", "term"]].drop_duplicates().merge(counts, on=["category", "term"])
    occurring = rows.groupby(["category", "term", "voice"])["count"].transform("sum") > 0
    rows = add_intervals(rows[occurring].reset_index(drop=True), data, "term", seed=seed)
    return rows[["category", "term", "source", "voice", "count", "rate", "articles", *_ENDS]]


def _describe_terms(table: pd.DataFrame, articles: int) -> str:
    """The most frequent terms in narration."""
    if table.empty:
        return "No term of the list occurs in narration"
    totals = table.groupby("term", sort=False)["count"].sum().sort_values(ascending=False, kind="stable")
    first = [f"“{term}” ({count:,})" for term, count in totals.head(3).items()]
    return f"Most frequent in the narration of {pluralise(articles, 'article')}: {join_words(first)}"


def _describe_missing(data: Features) -> str:
    """How many terms of the list occur nowhere, and how overlapping terms are counted."""
    missing = len(data.lexicon) - len(data.terms[["category", "term"]].drop_duplicates())
    return (
        f"{missing:,} of {pluralise(len(data.lexicon), 'listed term')} occur in no article. "
        "Where terms overlap, the longest match is counted."
    )


def _describe_categories(table: pd.DataFrame, articles: int) -> str:
    """Which category differs most in narration between sources."""
    narrated = table[table["end"] == "narration"]
    if narrated.empty:
        return "No term of the list occurs in the articles"
    grouped = narrated.groupby("panel", sort=False)["value"]
    rows = narrated[narrated["panel"] == (grouped.max() - grouped.min()).idxmax()].set_index("source")
    rates, n = rows["value"], pluralise(articles, "article")
    if len(rates) == 1:
        return f"In narration “{grouped.max().idxmax()}” is the category with the highest rate ({n})"
    sources = "these articles" if (narrated["n"] == 1).all() else "the sources"
    if rates.max() == rates.min():
        return f"In narration {sources} do not differ in any category ({n})"
    high, low = rows.loc[rates.idxmax()], rows.loc[rates.idxmin()]
    return (
        f"In narration {sources} differ most in “{high['panel']}”: {high['value']:.1f} per 1,000 words in "
        f"{name_source(str(high.name), high['n'])} (count {high['count']:,}) and {low['value']:.1f} in "
        f"{name_source(str(low.name), low['n'])} (count {low['count']:,}); {n}"
    )


def _describe_negations(data: Features) -> str:
    """How many hits are negated."""
    hits, negated = int(data.terms["count"].sum()), int(data.terms["negated"].sum())
    if not hits:
        return "No term of the list occurs in the articles"
    if not negated:
        return f"None of {pluralise(hits, 'hit')} is negated"
    verb = "is" if negated == 1 else "are"
    return (
        f"{negated:,} of {pluralise(hits, 'hit')} {verb} negated ({per_cent(negated, hits)}); "
        "they are included in the counts above"
    )
