"""From a number or figure back to the articles behind it, and to the places in them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

import pandas as pd

from analysis import corpus as corpora
from analysis import features
from analysis.corpus import Corpus
from analysis.features.tables import Features
from analysis.measures.quotation import FAMILY as QUOTATION
from analysis.measures.registry import all_measures
from analysis.measures.speakers import list_speech
from analysis.report.lookup import Cited, list_articles
from analysis.report.records import Number
from analysis.results.sources import measure_articles
from analysis.text.concordance import concordance

__all__ = ["trace"]

_MOST = 200  # places that are printed
_VOICES = ("headline", "narration", "quotation")


def trace(cited: Cited, corpus: str = "") -> Iterator[str]:
    """The articles behind a number or figure, and the places in them, line by line. Untrusted text.

    Each article is followed by its own value where a feature table has one: of the measure, of a term, of a
    speaker. Places are those of framing terms, with their sentences if the texts are here, and those of
    direct quotations.

    Args:
        cited: from `lookup.find`.
        corpus: the corpus's name or folder; empty: the one that the outputs name.

    Raises:
        CorpusError, FeaturesError, LexiconError: the corpus cannot be read as it was.
    """
    articles = list_articles(cited)
    if not articles:
        yield "no articles are linked to this number: it counts files or terms"
        return
    loaded = corpora.load(corpus or cited.corpus)
    lexicon = str(cited.parameters.get("lexicon", ""))
    traced = _Traced(cited, articles, loaded, features.load(loaded, lexicon=lexicon), lexicon)
    yield from _list_articles(traced)
    if terms := _find_terms(traced):
        yield from _list_hits(traced, terms)
    elif traced.table.startswith("quotes") or traced.measure in {one.key for one in QUOTATION.measures}:
        yield from _list_quotations(traced)


@dataclass(frozen=True, slots=True)
class _Traced:
    """What is traced, with the articles behind it and the corpus that these belong to."""

    cited: Cited
    articles: Sequence[str]
    corpus: Corpus
    data: Features
    lexicon: str

    @property
    def table(self) -> str:
        """The id of the result."""
        return self.cited.id.split(".")[0]

    @property
    def keys(self) -> Mapping[str, str]:
        """The row of a number; empty for a figure."""
        return self.cited.found.keys if isinstance(self.cited.found, Number) else {}

    @property
    def measure(self) -> str:
        """The key of the measure, if it is one."""
        numbers = self.cited.numbers.numbers
        if self.cited.id in numbers:
            return numbers[self.cited.id].measure
        shown = {one.measure for one in numbers.values() if one.figure == self.cited.id}
        return shown.pop() if len(shown) == 1 else ""

    @property
    def voice(self) -> str:
        """The voice that a number of terms is about; empty: every voice."""
        compared = "narration" if "first" in self.keys else ""
        return next((v for v in map(self.keys.get, ("voice", "end")) if v in _VOICES), compared) or ""


def _list_articles(traced: _Traced) -> Iterator[str]:
    """A line per article: its id, source, title, date and address, and its own value."""
    known, values = traced.data.articles.set_index("article_id"), _read_values(traced)
    yield f"{len(traced.articles):,} article{'' if len(traced.articles) == 1 else 's'}:"
    for one in traced.articles:
        if one not in known.index:
            yield f"  {one}: no longer in the corpus"
            continue
        about = known.loc[one, ["source", "title", "date", "url"]].dropna()
        value = f": {values[one]}" if one in values else ""
        yield f"  {one}: {', '.join(map(str, about))}{value}"


def _read_values(traced: _Traced) -> dict[str, str]:
    """The value of each article on its own, as text, where there is one."""
    if measure := next((one for one in all_measures() if one.key == traced.measure), None):
        table = measure_articles(traced.data, measure)
        values = zip(table["article_id"], table["value"], strict=True)
        return {one: measure.shown(value) for one, value in values}
    rows = _count_rows(traced)
    if rows is None:
        return {}
    return {one: f"{count:,}" for one, count in rows.groupby("article_id")["count"].sum().items()}


def _count_rows(traced: _Traced) -> pd.DataFrame | None:
    """The rows whose counts make up a number: of a speaker's words, of a word, of a term or category."""
    data, term = traced.data, traced.keys.get("term")
    if traced.table == "quotes_speakers" and term:
        speech = list_speech(data)
        return speech[speech["speaker"] == term].rename(columns={"words": "count"})
    if traced.table == "framing_words" and term:
        return data.words[(data.words["voice"] == "narration") & (data.words["word"] == term)]
    if terms := _find_terms(traced):
        rows = data.terms[data.terms["term"].isin(terms)]
        return rows[rows["voice"] == traced.voice] if traced.voice else rows
    return None


def _find_terms(traced: _Traced) -> list[str]:
    """The terms of the list that a number is about; none where it is about something else."""
    entries, keys = traced.data.lexicon, traced.keys
    if not traced.table.startswith("framing") or traced.table == "framing_words":
        return []
    if "term" in keys:
        return [term for term in entries["term"] if term == keys["term"]]
    return list(entries.loc[entries["category"] == keys.get("panel"), "term"])


def _list_hits(traced: _Traced, terms: Sequence[str]) -> Iterator[str]:
    """Where the terms are: in their sentences if the texts are here, else as shares of the body."""
    here = tuple(one for one in traced.corpus.articles if one.article_id in set(traced.articles))
    voice = traced.voice
    yield f"places of {', '.join(terms)}{f' in {voice}' if voice else ''}:"
    if not here:
        yield from _list_shares(traced, terms)
        return
    own = replace(traced.corpus, articles=here)
    found = (concordance(own, term, lexicon=traced.lexicon, most=10**6).lines for term in terms)
    lines = (line for table in found for line in table.itertuples() if not voice or line.voice == voice)
    yield from _cut(
        f"  {line.article_id} ({line.voice}{', negated' * line.negated}, {line.start} to {line.end}): "
        f"{line.before} [{line.hit}] {line.after}"
        for line in lines
    )


def _list_shares(traced: _Traced, terms: Sequence[str]) -> Iterator[str]:
    """Where the terms are according to the tables, without a text."""
    yield "  the texts are not here; places are shares of the words of the body before an occurrence"
    rows = traced.data.terms
    rows = rows[rows["term"].isin(terms) & rows["article_id"].isin(traced.articles)]
    rows = rows[rows["voice"] == traced.voice] if traced.voice else rows
    yield from _cut(
        f"  {row.article_id} ({row.voice}): {row.term} at {', '.join(f'{place:.3f}' for place in row.places)}"
        for row in rows.itertuples()
    )


def _list_quotations(traced: _Traced) -> Iterator[str]:
    """The direct quotations of the articles, of one speaker where the number is about one."""
    quotes, who = traced.data.quotes, list_speech(traced.data)[["article_id", "quote", "speaker"]]
    rows = quotes[(quotes["kind"] == "direct") & quotes["article_id"].isin(traced.articles)]
    rows = rows.drop(columns="speaker").merge(who, on=["article_id", "quote"])
    own = rows[rows["speaker"] == traced.keys.get("term")]
    yield "direct quotations, by offsets in the cleaned text, and who speaks:"
    yield from _cut(
        f"  {row.article_id}, {row.start} to {row.end}: {row.speaker}"
        for row in (own if len(own) else rows).itertuples()
    )


def _cut(lines: Iterator[str]) -> Iterator[str]:
    """The first lines, and whether there are more."""
    yield from islice(lines, _MOST)
    if next(lines, None) is not None:
        yield f"  the first {_MOST}; there are more"
