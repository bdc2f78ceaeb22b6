"""The numbers of a run for write-ups: as commands of LaTeX, and as variables of Quarto and MyST.

A number has the same name everywhere, its id. `<id>_n`, `<id>_interval`, `<id>_unit` and `<id>_bound` (at
least, at most, unclear) are there where the number has them. Typst reads numbers.json as it is.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from analysis.report.latex import to_latex
from analysis.report.records import Number
from analysis.results.markdown import drop_hidden

__all__ = ["write_interval", "write_latex", "write_variables"]

Numbers = Mapping[str, Number]
"""id -> number."""

_HEAD = r"""% The numbers of a run. In the preamble: \input{numbers}; in the text: \analysisnumber{ID},
% and \analysisnumber{ID_n}, {ID_interval}, {ID_unit}, {ID_bound} where the number has them. It expands
% to the text alone, and so works in headings and captions; an unknown name is an error.
\makeatletter
\def\analysisnumber#1{%
  \ifcsname analysis@\detokenize{#1}\endcsname\csname analysis@\detokenize{#1}\endcsname
  \else\analysis@unknown{#1}\fi}
\protected\def\analysis@unknown#1{%
  \PackageError{analysis}{There is no number `\detokenize{#1}'}%
    {analysis cite prints similar ids.}}
\def\analysis@is#1#2{\expandafter\def\csname analysis@\detokenize{#1}\endcsname{#2}}
"""
_FOOT = "\\makeatother\n"
# Signs that LaTeX sets as others with one of its usual fonts, and signs of our own texts that pdfTeX does
# not know. All replacements work in text, and in mathematics except where a sign has to be text.
_FONTS = str.maketrans(
    {
        '"': r"\textquotedbl{}",
        "`": r"\textasciigrave{}",
        "|": r"\textbar{}",
        "<": r"\ensuremath{<}",
        ">": r"\ensuremath{>}",
        "−": r"\ensuremath{-}",
        "≤": r"\ensuremath{\leq}",
        "≥": r"\ensuremath{\geq}",
        "≈": r"\ensuremath{\approx}",
        "–": r"\textendash{}",
        "—": r"\textemdash{}",
        "\u00a0": r"\nobreakspace{}",
        "\u2009": r"\,",
        "\u202f": r"\,",
    }
)
_LIGATURE = re.compile(r"([-',])(?=\1)")
# What opens markup in Markdown (pandoc's and MyST's): anywhere; at the beginning; after a digit.
_MARKDOWN = re.compile(r"""[\\`*_{}\[\]<>#|~^$@&!"']|^%|^[-+:](?=\s|$)|(?<=\d)[.)](?=\s|$)""")


def write_latex(numbers: Numbers) -> str:
    r"""The file numbers.tex: one command, `\analysisnumber{ID}`, that prints the text of a number.

    pdfLaTeX, LuaLaTeX and XeLaTeX read it, in UTF-8. Some units come from untrusted texts: no name or text
    keeps a sign that LaTeX would take for a command. A letter that the font of a document does not have is
    an error of LaTeX only where it is printed.
    """
    lines = (f"\\analysis@is{{{name}}}{{{_escape(text)}}}\n" for name, text in _texts(numbers).items())
    return "".join((_HEAD, *lines, _FOOT))


def write_variables(numbers: Numbers) -> str:
    """The file _variables.yml: the same texts for Quarto and MyST, nested by the segments of their names.

    Each is Markdown that prints the text, and only a string to YAML. A name that is the beginning of others,
    as `a.b` is of `a.b.c`, gets an underscore: `a.b_`.
    """
    texts = _texts(numbers)
    branches = {name[: dot.start()] for name in texts for dot in re.finditer(r"\.", name)}
    tree: dict[str, Any] = {}
    for name, text in texts.items():
        leaf = name
        while leaf in branches or (leaf != name and leaf in texts):
            leaf += "_"
        *path, last = leaf.split(".")
        place = tree
        for segment in path:
            place = place.setdefault(segment, {})
        place[last] = _MARKDOWN.sub(r"\\\g<0>", text)
    return yaml.dump(tree, default_style='"', allow_unicode=True, width=float("inf"), sort_keys=False)


def write_interval(number_id: str, numbers: Numbers) -> str:
    """The 95 % interval of a number, `252 to 291`; empty where it has none.

    Its ends are written as the numbers `low` and `high` of the same row, or else with four digits.
    """
    number, row = numbers[number_id], number_id.rpartition(".")[0]
    ends = [_write_end(getattr(number, end), numbers.get(f"{row}.{end}")) for end in ("low", "high")]
    return " to ".join(ends) if all(ends) else ""


def _write_end(value: float | None, reported: Number | None) -> str:
    if value is None:
        return ""
    if reported and reported.value == value:
        return reported.text
    return f"{value:,.4g}".replace("-", "−")


def _texts(numbers: Numbers) -> dict[str, str]:
    """Name -> text, of every number and its parts; the name of a number wins over that of a part."""
    texts: dict[str, str] = {}
    for name in sorted(numbers):
        texts[name] = _one_line(numbers[name].text)
        parts = {f"{name}_{part}": _one_line(text) for part, text in _parts(name, numbers)}
        texts |= {own: text for own, text in parts.items() if text and own not in numbers}
    return texts


def _parts(name: str, numbers: Numbers) -> Iterator[tuple[str, str]]:
    number = numbers[name]
    yield "n", "" if number.n is None else f"{number.n:,}"
    yield "interval", write_interval(name, numbers)
    yield "unit", number.unit
    yield "bound", number.bound


def _one_line(text: str) -> str:
    """`text` on one line, without hidden characters; thin and no-break spaces stay."""
    return re.sub(" +", " ", drop_hidden(text)).strip(" ")


def _escape(text: str) -> str:
    return _LIGATURE.sub(r"\1{}", to_latex(text).translate(_FONTS))
