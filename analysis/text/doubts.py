"""What in a corpus deserves a look before it is trusted: one function per kind of doubt.

To add a kind, write a function that yields a `Doubt` for each place, and enter it in `KINDS`.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from analysis.corpus import Corpus
from analysis.corpus.articles import Article
from analysis.corpus.encoding import USUAL
from analysis.text.articles import CleanArticle
from analysis.text.cleaning import make_cleaner
from analysis.text.language import name_language
from analysis.text.screening import REMEDIES, LeftOut, screen

__all__ = ["KINDS", "Checked", "Doubt", "Kind", "find_doubts"]

_LEAST_KEPT = 0.2  # of the words of a page
_LEAST_PAGE = 50  # words; the share of less says nothing
_LEAST_JOINED = 2  # lines
_SHOWN = 40  # characters of a text
_MOST_COMPARED = 20_000  # pairs of events that are searched for slips
_MARKUP = re.compile(
    r"</?(?:a|b|br|div|em|font|h[1-6]|i|img|li|ol|p|span|strong|table|td|tr|ul)\b[^<>]{0,300}>"
    r"|&(?:amp|nbsp|quot|lt|gt|[lr][sd]quo|#\d{2,5});|\\(?:par|pard|rtf1|fonttbl)\b",
    re.IGNORECASE,
)


class Doubt(NamedTuple):
    """A place that deserves a look: the file, and what was seen in it."""

    file: str
    seen: str


class Checked(NamedTuple):
    """A corpus with its cleaned articles, and those that are not measured, in the order of the corpus."""

    corpus: Corpus
    cleaned: Sequence[CleanArticle]
    left_out: Sequence[tuple[Article, LeftOut]]

    @property
    def listed(self) -> tuple[Article, ...]:
        """All articles, those without their texts included."""
        return (*self.corpus.articles, *self.corpus.absent)


class Kind(NamedTuple):
    """A kind of doubt: its name, what to do about it, and the function that finds it."""

    name: str
    todo: str
    find: Callable[[Checked], Iterable[Doubt]]


def find_doubts(corpus: Corpus) -> list[tuple[Kind, list[Doubt]]]:
    """The doubts about a corpus by kind, in the order of `KINDS`; kinds without any are left out."""
    cleaned = [*map(make_cleaner(corpus), corpus.articles)]
    screened = ((one.article, screen(one, corpus.limits)) for one in cleaned)
    checked = Checked(corpus, cleaned, [(article, why) for article, why in screened if why])
    found = ((kind, [*kind.find(checked)]) for kind in KINDS)
    return [(kind, doubts) for kind, doubts in found if doubts]


# ------------------------------------------------------------------------- the table and its fields


def find_odd_columns(checked: Checked) -> Iterator[Doubt]:
    """Columns that are not read, that have no name, or that have the name of another."""
    for remark in checked.corpus.table_remarks:
        yield Doubt(checked.corpus.listed_in, remark)


def find_source_spellings(checked: Checked) -> Iterator[Doubt]:
    """Sources that differ only in capitals, blanks or the form of accents."""
    return _find_spellings("source", [(article.file, article.source) for article in checked.listed])


def find_event_spellings(checked: Checked) -> Iterator[Doubt]:
    """Events that differ only in capitals, blanks or the form of accents."""
    return _find_spellings("event", [(a.file, a.event) for a in checked.listed if a.event])


def _find_spellings(field: str, named: Sequence[tuple[str, str]]) -> Iterator[Doubt]:
    """The spellings of one name, each with the most frequent one; `named` holds files with their values."""
    counts = Counter(name for _, name in named)
    first = {name: file for file, name in reversed(named)}
    groups: dict[str, list[str]] = {}
    for name, _ in counts.most_common():
        groups.setdefault(_fold(name), []).append(name)
    for usual, *others in groups.values():
        for other in others:
            both = f'"{other}" ({counts[other]}) and "{usual}" ({counts[usual]})'
            yield Doubt(first[other], f"{field} {both} differ only in {_name_difference(other, usual)}")


def _fold(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _name_difference(one: str, other: str) -> str:
    if one.casefold() == other.casefold():
        return "capitals"
    if one.split() == other.split():
        return "blanks"
    forms = {unicodedata.normalize("NFKC", name) for name in (one, other)}
    return "the form of their characters" if len(forms) == 1 else "capitals, blanks or the form of characters"


def find_lonely_events(checked: Checked) -> Iterator[Doubt]:
    """Events that one source alone has, where other events have several."""
    sources: dict[str, set[str]] = {}
    first: dict[str, str] = {}
    for article in checked.listed:
        if article.event:
            sources.setdefault(article.event, set()).add(article.source)
            first.setdefault(article.event, article.file)
    shared = [event for event, own in sources.items() if len(own) > 1]
    alone = [event for event, own in sources.items() if len(own) == 1] if shared else []
    for event in alone:
        compared = sources if len(sources) * len(alone) <= _MOST_COMPARED else []
        near = get_close_matches(event, (one for one in compared if one != event), n=1, cutoff=0.8)
        slip = f': did you mean "{near[0]}"?' if near else ""
        yield Doubt(first[event], f'event "{event}" has articles of {min(sources[event])} only{slip}')


# ---------------------------------------------------------------------------------- single articles


def _look_at_each(look: Callable[[CleanArticle], str]) -> Callable[[Checked], Iterator[Doubt]]:
    """A function that finds the articles of which `look` says something."""

    def find(checked: Checked) -> Iterator[Doubt]:
        for article in checked.cleaned:
            if seen := look(article):
                yield Doubt(article.article.file, seen)

    return find


def see_nothing(clean: CleanArticle) -> str:
    """What was removed from a file of which nothing is left."""
    return (
        ""
        if clean.body
        else f"nothing is left of the body after cleaning ({len(clean.removed)} lines removed)"
    )


def see_truncation(clean: CleanArticle) -> str:
    """How a text ends that breaks off."""
    if not clean.truncated:
        return ""
    end = " ".join(clean.body[-_SHOWN:].split())
    return f'ends with "… {end.partition(" ")[2] or end}"'


def see_missing_headline(clean: CleanArticle) -> str:
    """How a text begins that has no headline."""
    if any(block.part == "headline" for block in clean.blocks) or not clean.text:
        return ""
    beginning = " ".join(clean.text[:_SHOWN].split())
    return f'begins with "{beginning.rpartition(" ")[0] or beginning} …"'


def see_joined_lines(clean: CleanArticle) -> str:
    """How many lines of a file were taken for lines of wrapped paragraphs."""
    lines = sum(not line.isspace() for line in clean.article.text.splitlines() if line)
    known = {block.line for block in clean.blocks} | {line.line for line in clean.removed}
    joined = lines - len(known - {0})
    return f"{lines} lines were joined to {lines - joined}" if joined >= _LEAST_JOINED else ""


def see_little_kept(clean: CleanArticle) -> str:
    """How little of a page was taken for the article."""
    whole = clean.article.page_words or len(clean.article.text.split())
    kept = sum(len(clean.text[block.start : block.end].split()) for block in clean.blocks)
    if whole < _LEAST_PAGE or kept >= _LEAST_KEPT * whole:
        return ""
    return f"{kept:,} of {whole:,} words ({100 * kept / whole:.0f} %) were kept"


def see_code_page(clean: CleanArticle) -> str:
    """An unusual encoding that nothing but the text itself suggests."""
    article = clean.article
    return f"read as {article.encoding}" if article.encoding not in USUAL and not article.declared else ""


def see_lost_characters(clean: CleanArticle) -> str:
    """How many characters could not be read."""
    lost = clean.article.text.count("\ufffd")
    return f"{lost} characters could not be read (�)" if lost else ""


def see_markup(clean: CleanArticle) -> str:
    """Tags of HTML or commands of RTF among the words."""
    found = _MARKUP.findall(clean.article.text)
    return f"{len(found)} times, for instance {found[0][:40]}" if found else ""


def find_other_languages(checked: Checked) -> Iterator[Doubt]:
    """Articles that are not measured because of their language."""
    for article, why in checked.left_out:
        if why.reason == "other language":
            yield Doubt(article.file, f"{name_language(why.language)}, {why.words:,} words")


def find_few_words(checked: Checked) -> Iterator[Doubt]:
    """Articles that are not measured because their body has too few words."""
    for article, why in checked.left_out:
        if why.reason == "few words" and why.words:
            yield Doubt(article.file, f"{why.words} words")


_DIFFERENT = "write it the same way everywhere; until then they are counted as two"
KINDS: tuple[Kind, ...] = (
    Kind("columns of the table", "correct the header if a column is meant to be read", find_odd_columns),
    Kind("sources in two spellings", _DIFFERENT, find_source_spellings),
    Kind("events in two spellings", _DIFFERENT, find_event_spellings),
    Kind("events of one source", "correct the name if it is a slip", find_lonely_events),
    Kind("other language", f"not measured; {REMEDIES['other language']}", find_other_languages),
    Kind("few words", f"not measured; {REMEDIES['few words']}", find_few_words),
    Kind("empty", "look whether the file holds an article", _look_at_each(see_nothing)),
    Kind(
        "truncated",
        "get the whole text; until then its length is a lower bound",
        _look_at_each(see_truncation),
    ),
    Kind(
        "no headline",
        "put it above the text, or in the column title",
        _look_at_each(see_missing_headline),
    ),
    Kind("lines joined", "look whether the paragraphs are right", _look_at_each(see_joined_lines)),
    Kind("little of the page kept", "look whether the article is all there", _look_at_each(see_little_kept)),
    Kind(
        "unusual encoding",
        "look at a name with accents; if it is wrong, name the encoding in the column encoding",
        _look_at_each(see_code_page),
    ),
    Kind("lost characters", "save the text again as UTF-8", _look_at_each(see_lost_characters)),
    Kind("markup in the text", "save the text without tags", _look_at_each(see_markup)),
)
