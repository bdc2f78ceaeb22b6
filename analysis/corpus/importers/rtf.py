"""Rich Text Format, as databases and word processors write it: its text, by striprtf."""

import re
from collections.abc import Iterator
from pathlib import Path

from analysis.corpus.articles import Article

__all__ = ["SUFFIXES", "read", "sniff"]

SUFFIXES = frozenset({".rtf"})
_BEGINNING = b"{\\rtf"
# The address behind a link, which striprtf would put into the text.
_LINK_TARGET = re.compile(r"\{\\\*\\fldinst[^{}]*+(?>\{[^{}]*+\}[^{}]*+)*\}")


def sniff(head: bytes, suffix: str) -> bool:  # noqa: ARG001  # the content decides
    """Whether a file begins as RTF does."""
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_BEGINNING)


def read(path: Path, *, declared: str | None = None) -> Iterator[Article]:  # noqa: ARG001  # RTF says its own
    """Read one file as one article, one paragraph per line, without formats, pictures and addresses of links.

    Args:
        path: the file.
        declared: is ignored: RTF itself says its code page.

    Raises:
        ValueError: the file is not RTF, or has no text.
        OSError: the file cannot be read.
    """
    from striprtf.striprtf import rtf_to_text  # noqa: PLC0415  # most corpora hold no RTF

    data = path.read_bytes()
    if not sniff(data, ""):
        raise ValueError("it is named .rtf, but is not RTF; save it as .txt")
    marked = _LINK_TARGET.sub("", data.decode("cp1252", "replace"))
    text = rtf_to_text(marked, errors="replace").strip()
    if not text:
        raise ValueError("an RTF file without text")
    yield Article("", "", text, note="RTF: its text without formats and pictures")
