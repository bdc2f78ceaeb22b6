"""README.md of an archive: what it is, what can be checked and how, and what is left out."""

from pathlib import Path

from analysis.corpus import Corpus
from analysis.pipeline.lock import Lock

__all__ = ["text"]

_TEMPLATE = Path(__file__).with_name("README.md.j2")


def text(corpus: Corpus, known: Lock) -> str:
    """README.md for a staged corpus, whose figures have the lock `known`."""
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415  # slow to import

    environment = Environment(
        trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined, autoescape=True
    )
    return (
        environment.from_string(_TEMPLATE.read_text(encoding="utf-8")).render(
            title=_line(corpus.about["title"]),
            name=corpus.name,
            question=_line(corpus.about["question"]),
            licence=_line(corpus.about["licence"]),
            sources=[_line(source) for source in corpus.sources],
            articles=len(corpus.articles) + len(corpus.absent),
            versions=known.versions,
        )
        + "\n"
    )


def _line(text: str) -> str:
    """A text as one line, whatever it holds."""
    return " ".join(text.split())
