"""Sentences about the words that one source uses more than another, with hedges that follow n and p."""

from typing import TYPE_CHECKING, Any

import pandas as pd

from analysis.compare.differences import LEVEL, OTHERS
from analysis.compare.keyness import first_terms
from analysis.wording.phrases import joined, plural, probability, who

if TYPE_CHECKING:
    from analysis.compare.keyness import Keyness

__all__ = ["FEW_FOR_A_FUNNEL", "how_tested", "keyness", "keyness_limits", "keyness_table"]

FEW_FOR_A_FUNNEL = "Fewer than 20 articles: words are not drawn by frequency, where all would be rare."
_WITHIN = {
    "events": "within their events",
    "like length": "among those of like length",
    "all": "between the sources",
}


def keyness(found: "Keyness") -> str:
    """What holds of a family of terms: the title of its figure, and the sentence above its table."""
    table = found.table
    if table.empty:
        return _nothing(found)
    if (table["n_first"] <= 1).all():
        return f"One article a source, no test; furthest apart: {_apart(table.iloc[0])}"
    tested = table[table["p_adjusted"].notna()]
    if tested.empty:
        return f"Too few articles for a test of {found.what}; furthest apart: {_apart(table.iloc[0])}"
    number = f"{plural(len(tested), 'difference')} in {found.what}"
    holding = tested[tested["p_adjusted"] <= LEVEL]
    if holding.empty:
        least = probability(tested["p_adjusted"].min())
        return f"None of {number} holds when all are counted together (least adjusted p {least})"
    first = holding.sort_values("z", key=abs, ascending=False, kind="stable").head(3)
    told = joined([f"“{row.term}” {_sign(row)} in {row.first}" for row in first.itertuples()])
    count = f"{len(holding):,} of {number} {'holds' if len(holding) == 1 else 'hold'}"
    return f"{count} when all are counted together{':' if len(holding) <= 3 else ', among them'} {told}"


def _nothing(found: "Keyness") -> str:
    if found.sources < 2:
        return f"One source: there is nothing to compare its {found.what} with"
    if found.what == "words":
        return "No word of narration stands in four articles: too few to look for others than the listed"
    return "No term of the list occurs in narration: there is nothing to compare"


def _apart(row: Any) -> str:  # noqa: ANN401  # a row of `compare.listed_keyness`
    """The counts of a term on both sides."""
    second = f"{row.n_second} other articles" if row.second == OTHERS else who(row.second, row.n_second)
    return (
        f"“{row.term}”, {row.count_first} in {who(row.first, row.n_first)} and {row.count_second} in {second}"
    )


def _sign(row: Any) -> str:  # noqa: ANN401
    return "more" if row.z > 0 else "less"


def how_tested(found: "Keyness") -> str:
    """What the marks of `figures.funnel` mean, and what was shuffled."""
    how = "Height: z of the log-odds, with a prior as long as a mean article (Fightin' Words)."
    if found.table["p"].isna().all():
        return f"{how} Too few articles for a test."
    within = joined([_WITHIN[one] for one in dict.fromkeys(found.table["shuffled"])])
    return f"{how} Coloured: p ≤ .05 of the largest difference of all, articles shuffled {within}."


def keyness_limits(found: "Keyness") -> str:
    """What was not compared."""
    notes = []
    if found.compared < found.sources:
        notes.append(f"{found.compared} of {found.sources:,} sources compared: those with most articles.")
    if len(found.table) and (left := int(found.table["left_out"].max())):
        notes.append(f"Up to {plural(left, 'article')} left out: on events that one side alone tells.")
    return " ".join(notes)


def keyness_table(found: "Keyness", *, most: int) -> pd.DataFrame:
    """The rows to be read first, as `compare.first_terms` gives them.

    Returns:
        Columns term, source (where each is compared with all others), two with the count on either side and
        in how many articles of how many, log ratio, z, DP (normalised, of the side on which more articles
        have the term), p, adjusted p.
    """
    rows = first_terms(found, most=most)
    two = rows["second"].nunique() == 1 and rows["second"].ne(OTHERS).all()
    heads = (f"in {rows['first'].iloc[0]}", f"in {rows['second'].iloc[0]}") if two else ("in it", "in others")
    table = pd.DataFrame({"term": rows["term"]})
    if not two:
        table["source"] = rows["first"]
    for head, side in zip(heads, ("first", "second"), strict=True):
        counts = zip(*(rows[f"{what}_{side}"] for what in ("count", "articles", "n")), strict=True)
        table[head] = [f"{count:,} in {some:,} of {n:,}" for count, some, n in counts]
    more = rows["articles_first"] >= rows["articles_second"]
    rows = rows.assign(dp=rows["dp_first"].where(more, rows["dp_second"]))
    numbers = {"log_ratio": "log ratio", "z": "z", "dp": "DP", "p": "p", "p_adjusted": "adjusted p"}
    table = table.assign(**{head: rows[name].astype(float) for name, head in numbers.items()})
    return table.reset_index(drop=True)
