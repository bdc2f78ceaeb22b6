"""The text of an HTML page, line by line, by its tags alone: for pages that no parser makes sense of."""

import html
import re
from collections.abc import Iterator

__all__ = ["text_lines"]

# A tag ends at the next ">", or where another begins: every page is read in one pass.
_TOKEN = re.compile(r"<!--|-->|<!\[CDATA\[|\]\]>|<(/?)([A-Za-z][A-Za-z0-9]{0,15})[^<>]*>?|<[!?][^<>]*>?")
_SILENT = frozenset({"script", "style", "noscript", "template", "head", "svg", "textarea", "select"})
_INLINE = frozenset(
    """
    a abbr acronym b big bdi bdo cite code del dfn em font i ins kbd mark nobr q s samp small span strike
    strong sub sup time tt u var wbr
    """.split()  # noqa: SIM905 - a list of 34 strings would be a page
)


def text_lines(markup: str) -> str:
    """The text between the tags, each block a line; scripts, styles, comments and the head are left out."""
    return "\n".join(" ".join(line.split()) for line in "".join(_texts(markup)).split("\n"))


def _texts(markup: str) -> Iterator[str]:
    silent, end = "", 0  # what has to end before text is text again
    for token in _TOKEN.finditer(markup):
        if not silent:
            # Only tags end a line.
            yield html.unescape(" ".join(markup[end : token.start()].splitlines())).replace("\n", " ")
        end = token.end()
        closing, tag = token[1], (token[2] or "").lower()
        if silent:
            silent = "" if token[0] == silent or (closing and tag == silent) else silent
        elif token[0] == "<!--":
            silent = "-->"
        elif tag in _SILENT and not closing:
            silent = tag
        elif tag and tag not in _INLINE:
            yield "\n"
    if not silent:
        yield html.unescape(" ".join(markup[end:].splitlines())).replace("\n", " ")
