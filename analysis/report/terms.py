"""The term lists that a run counted: which file, how many terms, and its hash."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from analysis.corpus import Corpus
from analysis.errors import AnalysisError
from analysis.features import lexicon_path, term_list
from analysis.project import LEXICON
from analysis.provenance import content_key, file_hash

if TYPE_CHECKING:
    from analysis.features import Features

__all__ = ["COUNTING", "TermList", "term_lists"]

COUNTING = ("40_framing", "50_robustness", "90_summary")  # the notebooks that count terms


class TermList(NamedTuple):
    """A term list as a reader can find it again.

    Attributes:
        asked: the parameter `lexicon` that means it; empty: the corpus's own, or the shipped one.
        name: of its file.
        sha256: of the file; empty where the file is not here, or no longer what was counted.
        terms, categories: how many there are; 0 where that cannot be told.
        shipped: it is the list of this project.
    """

    asked: str
    name: str
    sha256: str
    terms: int
    categories: int
    shipped: bool


def term_lists(
    corpus: Corpus, data: "Features", notebooks: Mapping[str, Mapping[str, Any]]
) -> list[TermList]:
    """The lists that the notebooks of a run counted, in the order of the notebooks; each once.

    Args:
        corpus: the loaded corpus.
        data: its features, counted with its own list, or the shipped one.
        notebooks: name -> at least its `parameters`.
    """
    asked = (notebooks[name]["parameters"].get("lexicon", "") for name in COUNTING if name in notebooks)
    return [_described(corpus, data, one) for one in dict.fromkeys(asked)]


def _described(corpus: Corpus, data: "Features", asked: str) -> TermList:
    path = lexicon_path(corpus, asked)
    told = TermList(asked, path.name, "", 0, 0, path == LEXICON)
    try:
        known = term_list(corpus, asked)
    except AnalysisError:  # the file has gone since it was counted
        return told if asked else _of_tables(told, data)
    if not asked and content_key(known.canonical) != data.lexicon_key:
        return _of_tables(told, data)
    return told._replace(sha256=file_hash(path), terms=len(known.terms), categories=len(known.categories))


def _of_tables(told: TermList, data: "Features") -> TermList:
    """What the tables say of the list that they were counted with, where its file does not say it."""
    terms = data.lexicon
    return told._replace(terms=len(terms), categories=int(terms["category"].nunique()), shipped=False)
