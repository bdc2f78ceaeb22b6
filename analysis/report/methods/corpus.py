"""The paragraphs on the corpus: what is in it, what became of its files, what cleaning took away."""

from collections import Counter
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from analysis import compare, wording
from analysis.corpus import Corpus
from analysis.report.methods.prose import escaped, keys, paragraph
from analysis.report.references import article_keys
from analysis.text.cleaning import RULES
from analysis.text.shared_text import LEAST_WORDS, NARRATION, SHARE, SHINGLE
from analysis.wording.phrases import joined, plural

if TYPE_CHECKING:
    from analysis.features import Features

__all__ = ["articles", "cleaning", "copies", "files"]

_CITED = 20  # articles; of more the list of references names them, and the text does not
_PLAIN = {"about the corpus", "settings of the corpus", "term list of the corpus"}
_PLAIN |= {"table of the articles", "hidden file", "measured tables of the corpus"}
_MOST_REASONS = 8


def articles(corpus: Corpus, data: "Features") -> str:
    """Title, sources with n, dates, events, agency copy, and texts that break off."""
    table = data.articles
    known = article_keys(corpus)
    few = len(table) <= _CITED
    groups = [(source, table[table["source"] == source]) for source in data.sources]
    told = [
        f"{escaped(source)} ({plural(len(own), 'article')}"
        f"{', ' + _keys(own['article_id'], known) if few and len(own) else ''})"
        for source, own in groups
    ]
    return paragraph(
        (
            (
                f"The corpus “{escaped(corpus.about['title'])}” holds {plural(len(table), 'article')} from "
                f"{plural(len(data.sources), 'source')}: {joined(told)}."
            ),
            _days(table["date"]),
            _events(table),
            _agencies(table["agency"]),
            _broken(groups),
            _empty(int((table["words"] == 0).sum())),
        )
    )


def _keys(ids: Any, known: Mapping[str, str]) -> str:  # noqa: ANN401  # a column
    return keys(*(known[one] for one in ids if one in known))


def _days(dates: Any) -> str:  # noqa: ANN401  # a column
    days, undated = sorted(dates.dropna()), int(dates.isna().sum())
    if not days:
        return "None of them has a date."
    span = f"on {days[0]}" if days[0] == days[-1] else f"from {days[0]} to {days[-1]}"
    if undated:
        return (
            f"Those with a date were published {span}; {undated:,} {'has' if undated == 1 else 'have'} none."
        )
    return f"They were published {span}."


def _events(table: Any) -> str:  # noqa: ANN401  # a table
    told = table.dropna(subset=["event"]).groupby("event")["source"].nunique()
    if told.empty:
        return ""
    several = int((told > 1).sum())
    if several == len(told):
        each = " each" if several > 1 else ""
        return f"They report on {plural(several, 'event')}, told by more than one source{each}."
    return f"They report on {plural(len(told), 'event')}; more than one source tells {several:,} of them."


def _agencies(column: Any) -> str:  # noqa: ANN401  # a column
    marked = column.dropna()
    if marked.empty:
        return ""
    names = joined([escaped(name) for name in sorted(set(marked))[:_MOST_REASONS]])
    verb = "is" if len(marked) == 1 else "are"
    return f"{plural(len(marked), 'article')} {verb} marked as copy of a news agency ({names})."


def _broken(groups: Any) -> str:  # noqa: ANN401  # sources with their tables
    counts = [(source, int(own["truncated"].sum())) for source, own in groups]
    named = [f"{escaped(source)} {count:,}" for source, count in counts if count]
    whole = sum(count for _, count in counts)
    if not whole:
        return ""
    return (
        f"{plural(whole, 'text breaks', 'texts break')} off before the end ({joined(named)}): length, and "
        "every count that grows with it, is a lower bound there."
    )


def _empty(count: int) -> str:
    return f"In {plural(count, 'article')} cleaning left nothing to measure." if count else ""


def files(corpus: Corpus) -> str:
    """What became of the files, with the reasons for what is left out."""
    by = {
        status: [entry for entry in corpus.report if entry.status == status]
        for status in ("loaded", "refused", "missing", "skipped")
    }
    absent = {article.file for article in corpus.absent}
    away = [entry for entry in by["missing"] if entry.file in absent]
    gone = [entry for entry in by["missing"] if entry.file not in absent]
    other = [entry for entry in by["skipped"] if entry.reason not in _PLAIN]
    remarks = [entry for entry in by["loaded"] if entry.reason]
    loaded = len(by["loaded"])
    return paragraph(
        (
            f"{plural(loaded, 'file was', 'files were')} read as articles." if loaded else "",
            f"The {plural(len(away), 'text', 'texts')} that the corpus lists and does not hold "
            f"{'is' if len(away) == 1 else 'are'} represented by tables measured from "
            f"{'it' if len(away) == 1 else 'them'} earlier; sha256 identifies the files."
            if away
            else "",
            _because("could not be used", by["refused"]),
            _because("announced by the corpus and missing", gone, verb="was", verbs="were"),
            _because("not read as articles", other, verb="was", verbs="were"),
            _because("read with a remark", remarks, verb="was", verbs="were"),
        )
    )


def _because(what: str, entries: Any, verb: str = "", verbs: str = "") -> str:  # noqa: ANN401  # report entries
    """How many files had a fate, and the reasons for it with their counts."""
    if not entries:
        return ""
    reasons = Counter(entry.reason for entry in entries).most_common()
    told = [f"{escaped(reason)} ({count:,})" for reason, count in reasons[:_MOST_REASONS]]
    rest = sum(count for _, count in reasons[_MOST_REASONS:])
    told += [f"other reasons ({rest:,})"] if rest else []
    head = f"{plural(len(entries), 'file')} {verb if len(entries) == 1 else verbs}".rstrip()
    return f"{head} {what}: {'; '.join(told)}."


def cleaning(data: "Features") -> str:
    """How the texts were prepared, and which rules removed how much."""
    table = data.articles
    raw, removed = int(table["raw_words"].sum()), int(table["removed_words"].sum())
    pages = sum(PurePosixPath(file).suffix.lower() in {".html", ".htm", ".xhtml"} for file in table["file"])
    apart = {
        part: int(table[f"{part}_words"].sum())
        for part in ("standfirst", "highlight", "caption", "dateline", "subhead")
    }
    set_apart = [f"{part}s ({plural(count, 'word')})" for part, count in apart.items() if count]
    return paragraph(
        (
            f"The main text of {plural(pages, 'saved web page')} was found with trafilatura "
            f"{keys('trafilatura', 'barbaresi2021')}."
            if pages
            else "",
            (
                f"Doubly encoded text was repaired with ftfy {keys('ftfy', 'speer2019')}, quotation marks, "
                "dashes and spaces were brought to one form, and the lines of each text were sorted by an "
                "ordered list of named rules, of which the first that finds a line decides."
            ),
            _removed(data, removed, raw),
            f"Set apart and not measured were {joined(set_apart)}." if set_apart else "",
            "All measures are taken on the body of the article, unless the headline is named.",
        )
    )


def _removed(data: "Features", removed: int, raw: int) -> str:
    reasons = {rule.name: rule.reason for rule in RULES}
    rules = data.removed.groupby("rule").agg(lines=("lines", "sum"), n=("article_id", "nunique"))
    if rules.empty:
        return "No line was removed."
    rules = rules.sort_values(["lines", "n"], ascending=False, kind="stable")
    told = [
        f"“{row.Index}” ({_reason(reasons, row.Index)}{plural(row.lines, 'line')} in "
        f"{plural(row.n, 'article')})"
        for row in rules.itertuples()
    ]
    lines = plural(int(rules["lines"].sum()), "line was", "lines were")
    share = f"{100 * removed / raw:.1f} % of all words" if raw else "no words"
    return f"{lines} removed ({plural(removed, 'word')}, {share}), under these rules: {joined(told)}."


def _reason(reasons: Mapping[str, str], rule: str) -> str:
    """Why a rule removes lines; nothing of a rule of older tables that there is no longer."""
    return f"{reasons[rule]}; " if rule in reasons else ""


def copies(data: "Features", notebooks: Mapping[str, Mapping[str, Any]]) -> str:
    """Which articles share text, and what each notebook did about it."""
    asked = {name: one["parameters"].get("copies") for name, one in notebooks.items()}
    values = list(dict.fromkeys(value for value in asked.values() if value))
    if not values:
        return ""
    told = []
    for value in values:
        where = joined([f"`{name}`" for name, own in sorted(asked.items()) if own == value])
        said = wording.counted(data, compare.counted(data, copies=value), copies=value)
        told.append(f"{escaped(said)}" + (f" This holds for {where}." if len(values) > 1 else ""))
    return (
        paragraph(
            (
                (
                    f"Two articles are taken to share text where {SHARE:.0%} of the words of the shorter "
                    f"one, and {NARRATION:.0%} of its words outside quotations, stand in passages that the "
                    f"longer one has too (runs of {SHINGLE} words or more), which is their containment "
                    f"{keys('broder1997')}; texts of fewer than {LEAST_WORDS} words are not judged."
                ),
                *told,
            )
        )
        .replace("%", " %")
        .replace("  %", " %")
    )
