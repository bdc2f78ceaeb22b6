"""How well the text of an article is found again in web pages of many kinds, beside trafilatura alone.

    python tests/benchmarks/html_pages.py FILE

FILE holds a JSON object a line (`.jsonl` or `.jsonl.gz`) with the plain text of an article under `gold`, a paragraph a
line. Each article is set into every page of `TEMPLATES` and of tests/pages.py, whose furniture is invented; short
paragraphs without a stop are headings, and every third one holds a link if it is long. Printed are F1 over runs of
four words, of the means of precision and recall over the articles, for the package and for three modes of
trafilatura. The rules were written with tests/pages.py at hand, without the pages of this file. Invented furniture
is easier to tell from news than real furniture: the numbers compare readers, and promise nothing for real pages.
"""

import gzip
import html
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import mean

import trafilatura
from scored import clean_body

sys.path.insert(0, str(Path(__file__).parents[1]))
import pages  # found only once its folder is on the path

__all__ = ["TEMPLATES", "f1", "main", "told"]

Template = Callable[[pages.Told], str]
Reader = Callable[[str], str | None]
_FIGURE = "<figure><img src='{}.jpg' alt='Boats at the quay'><figcaption>{}</figcaption></figure>"
_CAPTIONS = (
    "Stalls at the quay on the last day of the eel market. Photograph: Ada Finch/Ellery Post",
    "Members of the harbour council arrive for the vote. Image: Ellery Wire",
    "A trawler off Port Ellery in March",
)
_READERS = (
    "I have bought my eels there for thirty years and nobody ever asked me what I thought of it.",
    "Does anybody know where the stall with the smoked herring is going to be? My mother would like to know.",
    "The council should be ashamed. They knew about the piles in 2025 and did nothing at all.",
)
_SUMMARIES = tuple(f"{title}, and what it means for those who live there." for title in pages.TEASERS)
_BIO = "Ada Finch is a reporter at the Ellery Post. She writes about fish, ferries and money."
_APPEAL = "Sign up for Morning Catch, our daily newsletter, and get the best of the Post in your inbox."
_FACTS = "The fish market has stood since 1881. It has 42 stalls, and sells nine tons of eels in a good year."


def main(file: str) -> None:
    """Print the table for a file of plain articles."""
    data = Path(file).read_bytes()
    lines = (gzip.decompress(data) if file.endswith(".gz") else data).decode("utf-8").split("\n")
    golds = [str(json.loads(line)["gold"]) for line in lines if line]
    scores = {
        name: [_shares(golds, template, read) for read in READERS.values()]
        for name, template in (_SEEN | TEMPLATES).items()
    }
    _show("template", *READERS)
    for name, columns in scores.items():
        _show(name, *(f"{f1(shares):.3f}" for shares in columns))
    for kind, names in (("tests/pages.py", _SEEN), ("this file", TEMPLATES), ("all", scores)):
        together = [[share for name in names for share in scores[name][i]] for i in range(len(READERS))]
        _show(kind, *(f"{f1(shares):.3f}" for shares in together))


def told(gold: str) -> pages.Told:
    """An article as the templates take it: every text escaped, with headings and links."""
    lines = [html.escape(line.strip(), quote=False) for line in gold.split("\n") if line.strip()]
    lines = [line.replace("[", "&#91;").replace("]", "&#93;") for line in lines]
    body = tuple(_part(line, place % 3 == 0) for place, line in enumerate(lines))
    return pages.HARBOUR._replace(body=body)


def f1(shares: Sequence[tuple[float, float]]) -> float:
    """The harmonic mean of mean precision and mean recall."""
    precision, recall = (mean(column) for column in zip(*shares, strict=True))
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _part(line: str, linked: bool) -> tuple[str, str]:  # noqa: FBT001
    words = line.split(" ")
    if len(words) <= 8 and line[-1] not in '.!?:;"”’':
        return "h2", line
    if linked and len(words) > 12:
        words[4:7] = [f"[{' '.join(words[4:7])}]"]
    return "p", " ".join(words)


def _shares(golds: Sequence[str], template: Template, read: Reader) -> list[tuple[float, float]]:
    return [_precision_and_recall(gold, read(template(told(gold))) or "") for gold in golds]


def _precision_and_recall(gold: str, found: str) -> tuple[float, float]:
    true, given = _runs(gold), _runs(found)
    both = (true & given).total()
    return both / max(1, given.total()), both / max(1, true.total())


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)))


def _page(*parts: str) -> str:
    return f"<!DOCTYPE html><html><head><title>{pages.HARBOUR.headline}</title></head><body>{''.join(parts)}</body></html>"


def _set(article: pages.Told, tags: str = "<p>{}</p>", between: Sequence[str] = ()) -> str:
    """The body in `tags`, with one of the pieces `between` behind each third paragraph."""
    heading = "<h2>{}</h2>" if tags == "<p>{}</p>" else tags
    parts = [(heading if kind == "h2" else tags).format(text) for kind, text in pages.shown(article)]
    pieces = iter(between)
    return "".join(part + (next(pieces, "") if i % 3 == 2 else "") for i, part in enumerate(parts))


def _each(tags: str, texts: Sequence[str]) -> str:
    return "".join(tags.format(text) for text in texts)


_HEAD = f"<h1>{pages.HARBOUR.headline}</h1>"
_NAV = f"<nav>{_each('<a href=/x>{}</a>', pages.MENU)}</nav>"
_BARE = f"<div>{_each('<div><a href=/x>{}</a></div>', pages.MENU)}</div>"
_TEASERS = _each("<div><h3><a href=/t>{0}</a></h3><p>{0} as seen from the quay.</p></div>", pages.TEASERS)
_CELLS = f"<td>{_each('<a href=/x>{}</a><br>', pages.MENU)}</td>"
_COOKIES = f"<div role=dialog><h2>Your privacy</h2><p>{pages.COOKIES}</p><p>We and our 214 partners store and read data on your device to show you advertisements.</p><button>Accept all</button></div>"
TEMPLATES: dict[str, Template] = {
    "bare divs": lambda a: _page(_BARE, "<div><div><div>", _HEAD, _set(a, "<div><div>{}</div></div>"), f"</div></div><div>{_BIO}</div></div>", _each("<div><div>{}</div></div>", _SUMMARIES), _BARE),
    "nested tables": lambda a: _page("<table><tr>", _CELLS, "<td><table><tr><td>", _HEAD, _set(a), "</td></tr></table></td><td>", _each("<p><a href=/t>{}</a></p>", pages.TEASERS), "</td></tr></table>"),
    "figures": lambda a: _page(_NAV, "<article>", _HEAD, _FIGURE.format(9, _CAPTIONS[0]), _set(a, between=[_FIGURE.format(i, text) for i, text in enumerate(_CAPTIONS)]), "</article>"),
    "cookie dialogs": lambda a: _page(_COOKIES, _NAV, "<main>", _HEAD, _set(a, between=[f"<div><p>{_APPEAL}</p></div>"]), "</main>", _COOKIES),
    "comments": lambda a: _page(_NAV, "<main>", _HEAD, _set(a), "</main><div><h3>31 comments</h3>", _each("<div><b>Reader</b><p>{}</p><a href=/r>Reply</a></div>", _READERS * 8), "</div>"),
    "asides": lambda a: _page(_NAV, "<article>", _HEAD, _set(a, between=[f"<aside><h4>In numbers</h4><p>{_FACTS}</p></aside>", f"<div class=box><p>{_APPEAL}</p></div>"]), f"<p>{_BIO}</p></article>"),
    "links inside": lambda a: _page(_NAV, "<div id=story>", _HEAD, _set(a, between=[f"<p><a href=/t>Read also: {title}</a></p>" for title in pages.TEASERS]), "</div><div><h3>More stories</h3>", _TEASERS, "</div>"),
    "line breaks": lambda a: _page(_BARE, "<div>", _HEAD, "<p>By Ada Finch</p><div>", _set(a, "<span>{}</span><br><br>"), f"</div><p>Share this on Facebook</p></div><div>{_TEASERS}</div>"),
}  # fmt: skip
_SEEN = {template.__name__: template for template in pages.TEMPLATES}
_ALONE = partial(trafilatura.extract, include_comments=False)
_MODES = {"precision": {"favor_precision": True}, "balanced": {}, "recall": {"favor_recall": True}}
READERS: dict[str, Reader] = {"package": clean_body, **{name: partial(_ALONE, **mode) for name, mode in _MODES.items()}}  # fmt: skip


def _show(*cells: str) -> None:
    print("|", " | ".join(cells), "|")  # noqa: T201 - a benchmark prints


if __name__ == "__main__":
    main(sys.argv[1])
