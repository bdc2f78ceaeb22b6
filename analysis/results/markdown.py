"""Text of unknown origin on one line, and as Markdown that prints it and does nothing else."""

import re

__all__ = ["cite", "drop_hidden", "escape", "one_line"]

# Controls and halves of characters; marks that turn the direction of writing, or that nobody sees.
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_HIDDEN = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]")
_HALVES = re.compile("[\ud800-\udfff]")
# What pandoc, MyST and GitHub read as markup anywhere in a line; a paragraph is one line.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#@$&~^|!])")


def one_line(text: str | None) -> str:
    r"""`text` on one line with single spaces and without control characters; empty for None.

    >>> one_line("two\r\nlines ")
    'two lines'
    """
    return " ".join(drop_hidden(text or "").split())


def drop_hidden(text: str) -> str:
    """`text` without characters that cannot be seen or written; controls and line ends become spaces."""
    return _HALVES.sub("\ufffd", _HIDDEN.sub("", _CONTROLS.sub(" ", text)))


def escape(text: str | None) -> str:
    r"""`text` on one line, as Markdown that prints it and nothing else.

    >>> print(escape("*Zoë*"))
    \*Zoë\*
    """
    return _MARKUP.sub(r"\\\1", one_line(text)).replace("://", "\\://")


def cite(*keys: str) -> str:
    """A citation as pandoc reads it; empty without keys.

    >>> cite("flesch1948", "dale1948")
    '[@flesch1948; @dale1948]'
    """
    return f"[{'; '.join(f'@{key}' for key in keys)}]" if keys else ""
