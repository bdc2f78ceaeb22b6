"""Sentences about specification curves: what holds, in how many specifications, and what turns it round."""

from typing import TYPE_CHECKING

import pandas as pd

from analysis.wording.phrases import plural, who

if TYPE_CHECKING:
    from analysis.measures.schema import Measure
    from analysis.results.robustness.curve import Curve

__all__ = [
    "cleaned",
    "specification_ends",
    "specification_label",
    "specification_note",
    "specification_pairs",
    "specification_subtitle",
    "specifications",
    "specifications_read",
]

# What a higher value of a measure means: in a sentence, and as a whole; of a readability score, `harder`.
_HIGHER = {
    "words": ("longer", "longer"),
    "sentences": ("more", "longer"),
    "paragraphs": ("more", "longer"),
    "words_per_sentence": ("longer", "longer sentences"),
    "quoted_share": ("higher", "more quotation"),
    "quotations_per_1000": ("more", "more quotation"),
    "quoted_sentences": ("more", "more quotation"),
    "terms_per_1000": ("more", "more framing terms"),
}
_HARDER = ("harder", "harder")


def specifications(found: "Curve") -> str:
    """What a curve shows: who is higher by default, how sure that is, and how often the sign holds."""
    label = found.measure.label
    if not found.first:
        return "One source: there is nothing to compare it with"
    if found.table.empty:
        both = f"{found.first} and {found.second}"
        return f"{label}: {both} have no values to compare; an article needs {found.measure.least}"
    (first, second), default = _names(found), found.default
    holds, of = int(found.table["holds"].sum()), len(found.table)
    if pd.isna(default["sign"]):
        left = plural(of, "specification")
        return (
            f"{label}: texts break off, and which of {first} and {second} has more is left open by default, "
            f"and in {int(found.table['sign'].isna().sum()):,} of {left}"
        )
    if default["sign"] == 0:
        others = plural(of - 1, "other specification")
        return f"{label}: no difference between {first} and {second}, nor in {holds - 1:,} of {others}"
    more, less = (first, second) if default["sign"] > 0 else (second, first)
    word = _HIGHER.get(found.measure.name, _HARDER)[0]
    if default["low"] <= 0 <= default["high"]:
        return (
            f"{label}: {first} and {second} cannot be told apart; the sign of the default, {word} in {more}, "
            f"holds in {_of(holds, of)}"
        )
    return f"{label}: {word} in {more} than in {less}; the sign holds in {_of(holds, of)}"


def specifications_read(curves: "list[Curve]") -> pd.DataFrame:
    """The same sentence for several measures: columns measure, sentence."""
    rows = [(one.measure.label, f"{specifications(one)}.") for one in curves]
    return pd.DataFrame(rows, columns=["measure", "sentence"])


def specification_ends(found: "Curve") -> tuple[str, str]:
    """What an estimate above zero, and one below it, means."""
    word = _HIGHER.get(found.measure.name, _HARDER)[1]
    if found.table.empty:
        return "", ""
    first, second = _names(found)
    return f"{word} in {first}", f"{word} in {second}"


def specification_label(found: "Curve") -> str:
    """What the vertical axis of a curve shows."""
    return "Difference in standard deviations" if found.unit == "sd" else "Difference in % of the mean"


def specification_subtitle(found: "Curve") -> str:
    """What is compared on which scale, and the kind of interval."""
    if not found.first or found.table.empty:
        return "No specification."
    default = found.default
    if default["n_first"] == default["n_second"] == 1:
        return (
            f"{found.measure.label}, {found.first} less {found.second}, under every combination of choices: "
            "two texts, in per cent of their mean; nothing here is about the sources."
        )
    n = f"{int(default['n_first']):,}"
    units = (
        f"{n} events" if default["unit"] == "event" else f"{n} against {int(default['n_second']):,} articles"
    )
    scale = (
        "in standard deviations of the articles" if found.unit == "sd" else "in per cent of the mean of both"
    )
    bars = "lines: 95 % intervals" if found.table["low"].notna().any() else "no interval below 8 on a side"
    return (
        f"{found.measure.label}, {found.first} less {found.second}, {scale}, under every combination of "
        f"choices; by default {units}; {bars}."
    )


def specification_note(found: "Curve") -> str:
    """What a reader must know of a curve."""
    notes = []
    if found.table["bound"].astype(str).ne("").any():
        left = int(found.table["sign"].isna().sum())
        notes.append(f"Texts break off: lengths are lower bounds, and {left:,} of the signs left open.")
    drawn = int(found.table["drawn"].sum())
    if drawn < len(found.table):
        notes.append(f"Drawn: {drawn:,} of {len(found.table):,}, evenly along the curve; counts are of all.")
    missing = int(found.table["estimate"].isna().sum())
    if missing:
        notes.append(f"Not drawn: {plural(missing, 'specification')} in which articles do not vary.")
    return " ".join(notes)


def specification_pairs(table: pd.DataFrame) -> str:
    """In how many of the comparisons no choice turns the sign; columns term, source, rate."""
    whole = table[table["source"] == "all"]
    if whole.empty:
        return "No two sources with a value: there is no sign to hold"
    sure = int((whole["rate"] == 1).sum())
    if len(whole) == 1:
        row = whole.iloc[0]
        return f"{row['term']}: the sign holds in {_of(int(row['holds']), int(row['of']))}"
    return f"No choice turns the sign in {sure:,} of {plural(len(whole), 'comparison')}"


def cleaned(table: pd.DataFrame, measure: "Measure") -> str:
    """What cleaning does to the order of the sources; columns panel, source, end, value, n."""
    wide = table.pivot_table(index=["panel", "source"], columns="end", values="value", sort=False)
    if wide.empty:
        return f"{measure.label}: not counted in the whole file"
    turned = [panel for panel, own in wide.groupby("panel", sort=False) if _turned(own)]
    gap = (wide["whole file"] - wide["body"]).abs()
    if measure.signed(gap.max()) == "0":
        return f"Cleaning does not move {measure.label}"
    _, most = gap.idxmax()
    name = who(str(most), table.loc[table["source"] == most, "n"].iloc[0])
    text = f"Cleaning moves {measure.label} by up to {measure.gap(gap.max())} ({name})"
    if table["source"].nunique() == 1:
        return text
    what = "articles" if (table["n"] == 1).all() else "sources"
    if not turned:
        return f"{text}, and leaves the order of the {what}"
    return f"{text}, and turns the order of the {what} round{_where(turned, wide)}"


def _where(turned: list[str], wide: pd.DataFrame) -> str:
    """In which panel, where it is not in all."""
    panels = wide.index.get_level_values("panel").nunique()
    return f" ({turned[0]})" if len(turned) == 1 < panels else ""


def _turned(own: pd.DataFrame) -> bool:
    ranks = own.rank()
    return bool((ranks["whole file"] != ranks["body"]).any())


def _names(found: "Curve") -> tuple[str, str]:
    default = found.default
    single = default["n_first"] == default["n_second"] == 1
    return who(found.first, 1 if single else 2), who(found.second, 1 if single else 2)


def _of(holds: int, of: int) -> str:
    return f"all {of:,} specifications" if holds == of > 1 else f"{holds:,} of {plural(of, 'specification')}"
