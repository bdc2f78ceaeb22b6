"""Plain text as LaTeX and back, and what text of unknown origin must lose before it stands in any file."""

import re

__all__ = ["one_line", "plain", "to_latex", "visible"]

# The ten characters that LaTeX takes for commands. pybtex and latexcodec, which leave backslashes, braces and
# dollars alone and escape a backslash's sign once more, do not do. A brace must not even be escaped as one:
# BibTeX counts braces behind backslashes too.
_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    **{sign: f"\\{sign}" for sign in "$%&#_"},
}
_TO_LATEX = str.maketrans(_SPECIAL)
_FROM_LATEX = {command: sign for sign, command in _SPECIAL.items()}
_COMMAND = re.compile(r"\\text[a-z]+\{\}|\\[$%&#_]|[{}]")
# Controls and halves of characters; marks that turn the direction of writing, or that nobody sees.
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_HIDDEN = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]")
_HALVES = re.compile("[\ud800-\udfff]")


def one_line(text: str | None) -> str:
    """`text` on one line with single blanks, without control characters; empty for None."""
    return " ".join(visible(text or "").split())


def visible(text: str) -> str:
    """`text` without what cannot be seen or written: controls and line ends are blanks."""
    return _HALVES.sub("\ufffd", _HIDDEN.sub("", _CONTROLS.sub(" ", text)))


def to_latex(text: str) -> str:
    """`text` as LaTeX that prints it and runs no command; what is not ASCII stays as it is."""
    return text.translate(_TO_LATEX)


def plain(latex: str) -> str:
    """The text that some LaTeX prints: the inverse of `to_latex`; braces that only group go."""
    return _COMMAND.sub(lambda found: _FROM_LATEX.get(found[0], ""), latex)
