"""The paragraphs on the corpus: what is in it, which files were read or not, and what cleaning removed."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

import pandas as pd

from analysis.corpus import Corpus, Entry
from analysis.corpus.files import DESCRIBING
from analysis.features.tables import Features
from analysis.report.references import article_keys
from analysis.results.markdown import cite, escape
from analysis.results.phrases import join_words, pluralise
from analysis.text.cleaning import RULES
from analysis.text.language import name_language

__all__ = ["describe_articles", "describe_cleaning", "describe_files", "describe_left_out", "join_sentences"]

_CITED = 20  # articles; of more, the list of references names them, and the text does not
_LISTED = 8  # reasons, or agencies
# Reasons of files that describe the corpus: nobody would take them for articles that were skipped.
_DESCRIBING = {*DESCRIBING, "hidden file"}


def join_sentences(sentences: Iterable[str]) -> str:
    """The sentences that are not empty, as one paragraph."""
    return " ".join(filter(None, sentences))


def describe_articles(corpus: Corpus, data: Features) -> str:
    """Title, question and licence of the corpus, and its articles by source."""
    table, known, about = data.articles, article_keys(corpus), corpus.about
    groups = {source: table[table["source"] == source] for source in data.sources}
    sources = [_describe_source(source, own, known, len(table)) for source, own in groups.items()]
    empty = int((table["words"] == 0).sum())
    held = (
        f"{pluralise(len(table), 'article')} from {pluralise(len(sources), 'source')}: {join_words(sources)}"
    )
    sentences = (
        f"The corpus “{escape(about['title'])}” contains {held}.",
        _quote("The question of the corpus is", about["question"]),
        _describe_days(table["date"]),
        _describe_events(table),
        _describe_agencies(table["agency"]),
        _describe_truncation(groups),
        f"In {pluralise(empty, 'article')} cleaning left nothing to measure." * bool(empty),
        _quote("The licence of the corpus is", about["licence"]),
    )
    return join_sentences(sentences)


def _quote(what: str, text: str) -> str:
    if not text:
        return ""
    return f"{what}: “{escape(text)}”{'' if text.rstrip().endswith(('.', '?', '!')) else '.'}"


def _describe_source(source: str, own: pd.DataFrame, known: Mapping[str, str], articles: int) -> str:
    keys = [known[one] for one in own["article_id"] if one in known] if articles <= _CITED else []
    return f"{escape(source)} ({', '.join(filter(None, (pluralise(len(own), 'article'), cite(*keys))))})"


def _describe_days(dates: "pd.Series[str]") -> str:
    days, undated = sorted(dates.dropna()), int(dates.isna().sum())
    if not days:
        return "No article has a date."
    span = f"on {days[0]}" if days[0] == days[-1] else f"from {days[0]} to {days[-1]}"
    if not undated:
        return f"The articles were published {span}."
    verb = "has" if undated == 1 else "have"
    return f"The articles with a date were published {span}; {undated:,} {verb} no date."


def _describe_events(table: pd.DataFrame) -> str:
    sources = table.dropna(subset=["event"]).groupby("event")["source"].nunique()
    if sources.empty:
        return "No events are named."
    several = int((sources > 1).sum())
    events = pluralise(len(sources), "event")
    if several == len(sources):
        which = "each" if several > 1 else "which is"
        return f"The articles report on {events}, {which} reported by several sources."
    verb = "is" if several == 1 else "are"
    return f"The articles report on {events}, of which {several:,} {verb} reported by several sources."


def _describe_agencies(column: "pd.Series[str]") -> str:
    marked = column.dropna()
    if marked.empty:
        return ""
    names = join_words([escape(name) for name in sorted(set(marked))[:_LISTED]])
    verb = "is" if len(marked) == 1 else "are"
    return f"{pluralise(len(marked), 'article')} {verb} marked as copy of a news agency ({names})."


def _describe_truncation(groups: Mapping[str, pd.DataFrame]) -> str:
    counts = {source: int(own["truncated"].sum()) for source, own in groups.items()}
    total = sum(counts.values())
    if not total:
        return ""
    named = [f"{escape(source)} {count:,}" for source, count in counts.items() if count]
    return (
        f"{pluralise(total, 'article is', 'articles are')} truncated ({join_words(named)}): only the "
        "available text is measured, so its length and every count that grows with it are lower bounds."
    )


def describe_left_out(corpus: Corpus, data: "Features") -> str:
    """How many articles are not measured, because of their language or their length."""
    foreign = data.left_out["reason"] == "other language"
    short = int((~foreign).sum())
    sentences = (
        _describe_foreign(data.left_out.loc[foreign, "language"], corpus.limits.language),
        f"{pluralise(short, 'article is', 'articles are')} not measured because the body has fewer than "
        f"{pluralise(corpus.limits.least_words, 'word')}." * bool(short),
    )
    return join_sentences(sentences)


def _describe_foreign(languages: "pd.Series[str]", own: str) -> str:
    if languages.empty:
        return ""
    counts = Counter(map(name_language, sorted(languages))).most_common()
    named = join_words([f"{escape(name)} {count:,}" for name, count in counts])
    return (
        f"{pluralise(len(languages), 'article is', 'articles are')} not measured because the body is in a "
        f"language other than {name_language(own)} ({named}), as found by function words and with py3langid "
        f"{cite('py3langid', 'lui2012')}."
    )


def describe_files(corpus: Corpus) -> str:
    """Which files were read or not, with the reasons."""
    by = {
        status: [entry for entry in corpus.report if entry.status == status]
        for status in ("loaded", "refused", "missing", "skipped")
    }
    absent = {article.file for article in corpus.absent}
    away = [entry for entry in by["missing"] if entry.file in absent]
    lost = [entry for entry in by["missing"] if entry.file not in absent]
    skipped = [entry for entry in by["skipped"] if entry.reason not in _DESCRIBING]
    articles, files = len(by["loaded"]), len({entry.file for entry in by["loaded"]})
    sentences = (
        f"{pluralise(articles, 'article was', 'articles were')} read from {pluralise(files, 'file')}."
        * bool(articles),
        _describe_absent(len(away)),
        _give_reasons("could not be used", by["refused"]),
        _give_reasons("listed by the corpus and missing", lost, one="was", many="were"),
        _give_reasons("not read as articles", skipped, one="was", many="were"),
        _give_reasons("read with a remark", [e for e in by["loaded"] if e.reason], one="was", many="were"),
    )
    return join_sentences(sentences)


def _describe_absent(count: int) -> str:
    if not count:
        return ""
    pronoun, texts = ("it", "text is") if count == 1 else ("them", "texts are")
    return (
        f"{count:,} listed {texts} not in the corpus folder; tables that were measured from {pronoun} "
        f"earlier represent {pronoun}, and sha256 identifies the files."
    )


def _give_reasons(what: str, entries: Sequence[Entry], *, one: str = "", many: str = "") -> str:
    """What happened to how many files, and the reasons with their counts."""
    if not entries:
        return ""
    reasons = Counter(entry.reason for entry in entries).most_common()
    parts = [f"{escape(reason)} ({count:,})" for reason, count in reasons[:_LISTED]]
    rest = sum(count for _, count in reasons[_LISTED:])
    parts += [f"other reasons ({rest:,})"] if rest else []
    head = f"{pluralise(len(entries), 'file')} {one if len(entries) == 1 else many}".rstrip()
    return f"{head} {what}: {'; '.join(parts)}."


def describe_cleaning(data: Features) -> str:
    """How the texts were prepared, and which rules removed how much."""
    table = data.articles
    pages = sum(PurePosixPath(file).suffix.lower() in {".html", ".htm", ".xhtml"} for file in table["file"])
    words = {
        part: int(table[f"{part}_words"].sum())
        for part in ("standfirst", "highlight", "caption", "dateline", "subhead")
    }
    parts = [f"{part}s ({pluralise(count, 'word')})" for part, count in words.items() if count]
    found = f"The main text of {pluralise(pages, 'saved web page')} was found with trafilatura"
    repaired = (
        f"Doubly encoded text was repaired with ftfy {cite('ftfy', 'speer2019')}; quotation marks, dashes "
        "and spaces were normalised. The lines of each text were classified by an ordered list of named "
        "rules: the first rule that matches a line decides."
    )
    sentences = (
        f"{found} {cite('trafilatura', 'barbaresi2021')}." * bool(pages),
        repaired,
        _describe_removed(data),
        f"Classified as separate parts and not measured: {join_words(parts)}." if parts else "",
        "All measures are computed on the body of the article, unless the headline is named.",
    )
    return join_sentences(sentences)


def _describe_removed(data: Features) -> str:
    reasons = {rule.name: rule.reason for rule in RULES}
    rules = data.removed.groupby("rule").agg(lines=("lines", "sum"), n=("article_id", "nunique"))
    if rules.empty:
        return "No line was removed."
    rules = rules.sort_values(["lines", "n"], ascending=False, kind="stable")
    parts = [_describe_rule(row, reasons.get(row.Index, "")) for row in rules.itertuples()]
    words, raw = (int(data.articles[column].sum()) for column in ("removed_words", "raw_words"))
    share = f", {100 * words / raw:.1f} % of all words" if raw else ""
    lines = pluralise(int(rules["lines"].sum()), "line was", "lines were")
    return f"{lines} removed ({pluralise(words, 'word')}{share}), under these rules: {join_words(parts)}."


def _describe_rule(row: Any, reason: str) -> str:  # noqa: ANN401  # a row; older tables name rules that are gone
    counts = f"{pluralise(row.lines, 'line')} in {pluralise(row.n, 'article')}"
    return f"“{escape(row.Index)}” ({'; '.join(filter(None, (reason, counts)))})"
