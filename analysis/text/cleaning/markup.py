"""Markup that a text file has by mistake: a piece of a web page.

The text between the tags becomes lines, as a reader would see them. For such a file the numbers of lines are
those of these lines.
"""

import re

__all__ = ["tags"]

_BLOCK = (
    r"p|h[1-6]|div|br|hr|ul|ol|li|table|thead|tbody|tr|section|article|header|footer|main|figure|figcaption"
    r"|center|pre|blockquote|dl|dt|dd"
)
_INLINE = r"a|b|i|u|em|strong|span|sup|sub|small|font|img|cite|code|td|th|abbr|time|mark|wbr|s"
_TAG = re.compile(
    rf"<(/?)(?:({_BLOCK})|(q)|(?:{_INLINE}))(?:\s[^<>]{{0,2000}}|/)?>"
    r"|<(?:script|style)\b[^<>]{0,2000}>[^<]{0,20000}</(?:script|style)>|<!--[^<>]{0,5000}-->",
    re.IGNORECASE,
)
_LEAST_TAGS = 2


def tags(text: str) -> str:
    """Replace the tags of HTML; those of a block end a line.

    A text is unchanged unless it closes a block, or two tags within lines.

    >>> tags("<p>The council <b>met</b>.</p><p>It voted.</p>").split()
    ['The', 'council', 'met.', 'It', 'voted.']
    """
    if "</" not in text:
        return text
    closing = [found for found in _TAG.finditer(text) if found[1]]
    if not any(found[2] for found in closing) and len(closing) < _LEAST_TAGS:
        return text
    return _TAG.sub(_replace, text)


def _replace(tag: re.Match[str]) -> str:
    if tag[3]:
        return "”" if tag[1] else "“"
    # The line ends already where nothing follows the tag.
    at_end = tag.string.startswith("\n", tag.end()) or tag.end() == len(tag.string)
    return ("" if at_end or not tag[1] else "\n") if tag[2] else ""
