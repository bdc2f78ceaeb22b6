"""From a number back to the articles behind it, their own values, and the places in them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from analysis import compare, features
from analysis import corpus as corpora
from analysis.compare.speakers import spoken
from analysis.report.codebook import TABLES
from analysis.report.ids import slug
from analysis.report.lookup import Cited, articles
from analysis.text import concordance as passages

if TYPE_CHECKING:
    import pandas as pd

    from analysis.corpus import Corpus
    from analysis.features import Features

__all__ = ["traced"]

_MOST = 200  # places that are printed
_QUOTED = {"quotes", "quoted_share", "quotations_per_1000", "quoted_sentences", "effective_speakers"}


def traced(cited: Cited, corpus: str = "") -> Iterator[str]:
    """The articles behind a number or figure, and the places in them, line by line. Untrusted text.

    An article's own value stands behind it where a feature table has one: of the measure, of a term, of a
    speaker. Places are those of framing terms, with their sentences where the texts are here, and those of
    direct quotations.

    Args:
        cited: from `lookup.find`.
        corpus: the corpus's name or folder; empty: the name that the numbers give.

    Raises:
        CorpusError, FeaturesError, LexiconError: the corpus cannot be read as it was.
    """
    behind = articles(cited)
    if not behind:
        yield "No article is told behind it: it is counted of files or terms, or not cited by number."
        return
    loaded = corpora.load(corpus or str(cited.told["corpus"]))
    lexicon = str(cited.made.get("parameters", {}).get("lexicon", ""))
    data = features.load(loaded, lexicon=lexicon)
    yield from _articles(behind, data, _values(cited, data))
    keys = _keys(cited)
    if terms := _terms(keys, data):
        yield from _hits(terms, keys, behind, loaded, data=data, lexicon=lexicon)
    elif _QUOTED & {cited.name.split("_")[0], *keys.values()} or "_share" in keys.get("measure", ""):
        yield from _quotations(behind, data, keys)


def _keys(cited: Cited) -> Mapping[str, str]:
    """The keys of the row of a number, as they stand in its id; of a figure only its measure, if any."""
    name, *segments = cited.name.split(".")
    table = TABLES.get(name)
    if table is None:
        return {}
    measured = {"measure": str(cited.made.get("parameters", {}).get(table.measured, table.measured))}
    own = dict(zip(table.keys, segments, strict=False)) if len(segments) == len(table.keys) + 1 else {}
    return {**(measured if table.measured else {}), **own}


def _articles(behind: Sequence[str], data: "Features", values: Mapping[str, str]) -> Iterator[str]:
    """A line an article: its id, source, title, date and address, and its own value."""
    known = data.articles.set_index("article_id")
    yield f"{len(behind):,} article{'' if len(behind) == 1 else 's'}:"
    for one in behind:
        if one not in known.index:
            yield f"  {one}: no longer in the corpus"
            continue
        about = known.loc[one, ["source", "title", "date", "url"]]
        told = ", ".join(str(part) for part in about.dropna())
        yield f"  {one}: {told}{f': {values[one]}' if one in values else ''}"


def _values(cited: Cited, data: "Features") -> dict[str, str]:
    """What each article has by itself, as text, where there is such a value."""
    keys = _keys(cited)
    if name := keys.get("measure"):
        engine = str(cited.made.get("parameters", {}).get("engine", "published"))
        measure = compare.measure(name, engine=engine)
        table = compare.values(data, measure, engine=engine)
        return {
            one: measure.shown(value) for one, value in zip(table["article_id"], table["value"], strict=True)
        }
    rows = _counted(cited, keys, data)
    return (
        {}
        if rows is None
        else {one: f"{count:,}" for one, count in rows.groupby("article_id")["count"].sum().items()}
    )


def _counted(cited: Cited, keys: Mapping[str, str], data: "Features") -> "pd.DataFrame | None":
    """The rows whose counts make up a number: of a term or category, of a word, of a speaker's words."""
    table = cited.name.split(".")[0]
    if table == "quotes_speakers" and "term" in keys:
        rows = spoken(data).rename(columns={"words": "count"})
        return rows[rows["speaker"].map(slug) == keys["term"]]
    if table == "framing_words" and "term" in keys:
        return data.words[
            (data.words["voice"] == "narration") & (data.words["word"].map(slug) == keys["term"])
        ]
    if wanted := _terms(keys, data):
        rows = data.terms[data.terms["term"].isin(wanted)]
        return rows[rows["voice"] == voice] if (voice := _voice(keys)) else rows
    return None


def _voice(keys: Mapping[str, str]) -> str:
    """The voice that a number of terms is about; empty: every voice."""
    return keys.get("voice", keys.get("end", "narration" if "first" in keys else ""))


def _terms(keys: Mapping[str, str], data: "Features") -> list[str]:
    """The terms of the list that a number is about; none where it is about something else."""
    entries = data.lexicon
    if "category" in keys and "term" in keys:
        own = (entries["category"].map(slug) == keys["category"]) & _named(entries["term"], keys["term"])
    elif "voice" in keys:
        own = _named(entries["term"], keys["term"])
    elif "panel" in keys and keys.get("end") in {"narration", "quotation"}:
        own = entries["category"].map(slug) == keys["panel"]
    else:
        return []
    return list(entries.loc[own, "term"])


def _named(terms: "pd.Series[str]", segment: str) -> "pd.Series[bool]":
    """Which terms go by a segment of an id: of two with one slug the second has a number behind it."""
    exact: pd.Series[bool] = terms.map(slug) == segment
    return exact if exact.any() else terms.map(slug) == segment.rpartition("_")[0]


def _hits(
    terms: Sequence[str],
    keys: Mapping[str, str],
    behind: Sequence[str],
    loaded: "Corpus",
    *,
    data: "Features",
    lexicon: str,
) -> Iterator[str]:
    """Where the terms stand: in their sentences where the texts are here, else as shares of the body."""
    own = replace(loaded, articles=tuple(a for a in loaded.articles if a.article_id in set(behind)))
    voice = _voice(keys)
    yield f"places of {', '.join(terms)}{f' in {voice}' if voice else ''}:"
    if not own.articles:
        yield from _shares(terms, voice, behind, data)
        return
    found = (passages.concordance(own, term, lexicon=lexicon, most=10**6).lines for term in terms)
    lines = (line for table in found for line in table.itertuples() if not voice or line.voice == voice)
    told = (
        f"  {line.article_id} ({line.voice}{', negated' * line.negated}, {line.start} to {line.end}): "
        f"{line.before} [{line.hit}] {line.after}"
        for line in lines
    )
    yield from _some(told)


def _shares(terms: Sequence[str], voice: str, behind: Sequence[str], data: "Features") -> Iterator[str]:
    """Where the terms stand as the tables tell it, without a text."""
    yield "  the texts are not here; places are shares of the words of the body before a hit"
    rows = data.terms[data.terms["term"].isin(terms) & data.terms["article_id"].isin(behind)]
    rows = rows[rows["voice"] == voice] if voice else rows
    yield from _some(
        f"  {row.article_id} ({row.voice}): {row.term} at {', '.join(f'{place:.3f}' for place in row.places)}"
        for row in rows.itertuples()
    )


def _quotations(behind: Sequence[str], data: "Features", keys: Mapping[str, str]) -> Iterator[str]:
    """The direct quotations of the articles, of one speaker where the number is about one."""
    rows = data.quotes[(data.quotes["kind"] == "direct") & data.quotes["article_id"].isin(behind)]
    who = spoken(data)[["article_id", "quote", "speaker"]]
    rows = rows.drop(columns="speaker").merge(who, on=["article_id", "quote"])
    own = rows[rows["speaker"].map(slug) == keys["term"]] if "term" in keys else rows
    yield "direct quotations, by offsets in the cleaned text, and who speaks:"
    yield from _some(
        f"  {row.article_id}, {row.start} to {row.end}: {row.speaker}"
        for row in (own if len(own) else rows).itertuples()
    )


def _some(lines: Iterator[str]) -> Iterator[str]:
    """The first lines, and whether there are more."""
    yield from islice(lines, _MOST)
    if next(lines, None) is not None:
        yield f"  the first {_MOST}; there are more"
