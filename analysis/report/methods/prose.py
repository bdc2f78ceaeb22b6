"""What the sentences of a methods text are made of."""

import re
from collections.abc import Iterable

from analysis.report.latex import one_line

__all__ = ["cited", "escaped", "keys", "paragraph"]

# What pandoc, MyST and GitHub read as markup anywhere in a line; a paragraph is one line.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#@$&~^|!])")
_CITATION = re.compile(r"(?<![\\\w])@([a-z0-9-]+)")
FENCE = "~~~~"


def escaped(text: str | None) -> str:
    """`text` on one line, as Markdown that prints it and nothing else."""
    return _MARKUP.sub(r"\\\1", one_line(text)).replace("://", "\\://")


def keys(*of: str) -> str:
    """A citation as pandoc reads it: ``[@flesch1948; @dale1948]``; empty without keys."""
    return f"[{'; '.join(f'@{key}' for key in of)}]" if of else ""


def cited(text: str) -> list[str]:
    """The keys that a methods text cites, in their order, each once; commands cite nothing."""
    prose = "".join(text.split(f"\n{FENCE}")[::2])
    return list(dict.fromkeys(_CITATION.findall(prose)))


def paragraph(sentences: Iterable[str]) -> str:
    """The sentences that say something, as one line."""
    return " ".join(sentence for sentence in sentences if sentence)
