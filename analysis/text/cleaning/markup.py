r"""Markup that a text file has by mistake: a piece of a web page, or rich text.

The text between the tags becomes lines, as a reader would see them. For such a file the numbers of lines are
those of these lines.
"""

import re
from collections.abc import Iterator

__all__ = ["rich_text", "tags"]

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


# ------------------------------------------------------------------------------------- rich text

_RICH = "{\\rtf"
_TOKEN = re.compile(
    r"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)",
    re.IGNORECASE,
)
_SILENT = frozenset(
    "fonttbl colortbl stylesheet info pict header footer generator listtable object themedata".split()  # noqa: SIM905
)
_SIGNS = {
    **dict.fromkeys(("par", "line", "sect", "page"), "\n"),
    "tab": "\t",
    "emdash": "—",
    "endash": "–",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
}


def rich_text(text: str) -> str:
    r"""The text of a file in Rich Text Format; any other text is unchanged.

    >>> rich_text(r"{\rtf1\ansi{\fonttbl\f0 Times;}\f0 The caf\'e9 closed.\par It rained.}")
    'The café closed.\nIt rained.'
    """
    return "".join(_read_rich(text)) if text.lstrip().startswith(_RICH) else text


def _read_rich(text: str) -> Iterator[str]:
    depth, silent, skip = 0, 0, 0  # silent: the depth of a group without text; skip: signs that repeat a code
    for token in _TOKEN.finditer(text):
        word, number, code, sign, brace, plain = token.groups()
        if brace:
            depth += 1 if brace == "{" else -1
            silent = 0 if depth < silent else silent
        elif silent:
            continue
        elif sign == "*" or (word or "").lower() in _SILENT:
            silent = depth
        elif word == "u" and number:
            skip = 1
            yield chr(int(number) % 0x10000)
        elif code or plain or sign:
            shown = bytes.fromhex(code).decode("cp1252", "replace") if code else plain or _escaped(sign)
            yield shown[skip:]
            skip = 0
        elif word:
            yield _SIGNS.get(word.lower(), "")


def _escaped(sign: str) -> str:
    return {"~": " ", "_": "-", "-": ""}.get(sign, sign)
