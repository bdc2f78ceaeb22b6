"""Plain text as LaTeX, and back."""

import re

__all__ = ["from_latex", "to_latex"]

# The ten characters that LaTeX takes for commands. pybtex and latexcodec do not serve: they leave
# backslashes, braces and dollars alone and escape a backslash's sign once more. A brace must not even be
# escaped as one: BibTeX counts braces behind backslashes too.
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


def to_latex(text: str) -> str:
    r"""`text` as LaTeX that prints it and runs no command; characters beyond ASCII stay as they are.

    >>> print(to_latex("100 % of A_b"))
    100 \% of A\_b
    """
    return text.translate(_TO_LATEX)


def from_latex(latex: str) -> str:
    """The text that some LaTeX prints: the inverse of `to_latex`; braces that only group are dropped."""
    return _COMMAND.sub(lambda found: _FROM_LATEX.get(found[0], ""), latex)
