"""The numbers of a run for write-ups: as commands of LaTeX, and as variables of Quarto and MyST.

A number goes by one name everywhere, its id. Beside it stand `<id>_n`, `<id>_interval`
and `<id>_unit`, where it has them. Typst reads numbers.json as it is.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from analysis.report.latex import to_latex, visible

__all__ = ["interval", "latex", "variables"]

Numbers = Mapping[str, Mapping[str, Any]]
"""id -> what numbers.json says of the number."""

_HEAD = r"""% The numbers of a run. In the preamble: \input{numbers}; in the text: \analysisnumber{ID},
% and \analysisnumber{ID_n}, {ID_interval}, {ID_unit} where the number has them. It expands to the text
% alone, and so works in headings and captions; a name that is not in this file is an error.
\makeatletter
\def\analysisnumber#1{%
  \ifcsname analysis@\detokenize{#1}\endcsname\csname analysis@\detokenize{#1}\endcsname
  \else\analysis@unknown{#1}\fi}
\protected\def\analysis@unknown#1{%
  \PackageError{analysis}{There is no number `\detokenize{#1}'}%
    {analysis cite prints the ids that are like it.}}
\def\analysis@is#1#2{\expandafter\def\csname analysis@\detokenize{#1}\endcsname{#2}}
"""
_FOOT = "\\makeatother\n"
# What LaTeX sets as another sign with one of its usual fonts; the signs of our own texts that pdfTeX does
# not know. All of it works in text and in mathematics but where a sign has to be text.
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
# What begins a mark of Markdown (Pandoc's and MyST's) wherever it stands; at the beginning; after a figure.
_MARKDOWN = re.compile(r"""[\\`*_{}\[\]<>#|~^$@&!"']|^%|^[-+:](?=\s|$)|(?<=\d)[.)](?=\s|$)""")


def latex(numbers: Numbers) -> str:
    r"""The file numbers.tex: one command, `\analysisnumber{ID}`, that prints the text of a number.

    pdfLaTeX, LuaLaTeX and XeLaTeX read it, in UTF-8. Units come in part from untrusted texts: in a name
    or a text no sign is left that LaTeX would take for a command. A letter that the font of a document
    does not have is LaTeX's error where it is printed, and nowhere else.
    """
    lines = (f"\\analysis@is{{{name}}}{{{_latex(text)}}}\n" for name, text in _texts(numbers).items())
    return "".join((_HEAD, *lines, _FOOT))


def variables(numbers: Numbers) -> str:
    """The file _variables.yml: the same texts for Quarto and MyST, nested by the segments of their names.

    Each is Markdown that prints the text, and nothing but a string to YAML. A name that begins others, as
    `a.b` does where there is `a.b.c`, stands beside their branch as `a.b_`.
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


def interval(number_id: str, numbers: Numbers) -> str:
    """The 95 % interval of a number, `252 to 291`; empty where it has none.

    Its ends are written as the numbers beside it that report them, `low` and `high` of its row, or else
    with four figures.
    """
    ends = [_end(number_id, end, numbers) for end in ("low", "high")]
    return " to ".join(ends) if all(ends) else ""


def _end(number_id: str, end: str, numbers: Numbers) -> str:
    value = numbers[number_id][end]
    beside = numbers.get(f"{number_id.rpartition('.')[0]}.{end}", {})
    if value is None or beside.get("value") == value:
        return str(beside["text"]) if value is not None else ""
    return f"{value:,.4g}".replace("-", "−")


def _texts(numbers: Numbers) -> dict[str, str]:
    """Name -> text, of every number and of what stands beside it; a number's own name comes first."""
    texts: dict[str, str] = {}
    for name in sorted(numbers):
        texts[name] = _one_line(str(numbers[name]["text"]))
        beside = {f"{name}_{part}": _one_line(text) for part, text in _beside(name, numbers)}
        texts |= {own: text for own, text in beside.items() if text and own not in numbers}
    return texts


def _beside(name: str, numbers: Numbers) -> Iterator[tuple[str, str]]:
    n, unit = numbers[name]["n"], numbers[name]["unit"]
    yield "n", "" if n is None else f"{n:,}"
    yield "interval", interval(name, numbers)
    yield "unit", unit


def _one_line(text: str) -> str:
    """`text` on one line, without what cannot be seen; thin and no-break spaces stay."""
    return re.sub(" +", " ", visible(text)).strip(" ")


def _latex(text: str) -> str:
    return _LIGATURE.sub(r"\1{}", to_latex(text).translate(_FONTS))
