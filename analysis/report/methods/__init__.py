"""A methods section that is true to a run: what was read, removed, measured and compared, and with what.

It is made from what the notebooks have reported: the measures of their results, and the sentences in which
these say how they were computed. Names from the corpus are escaped; citations are pandoc's, and each key is
one of `references.list_references`.
"""

import re
import shlex
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from analysis import project
from analysis.corpus import Corpus
from analysis.features.tables import Features
from analysis.provenance import versions
from analysis.report.methods.corpus import (
    describe_articles,
    describe_cleaning,
    describe_files,
    describe_left_out,
    join_sentences,
)
from analysis.report.records import NotebookReport, ReportedMeasure
from analysis.report.references import TermList, find_papers, literature, related_papers, term_list_key
from analysis.report.software import KEY, read_citation
from analysis.results.markdown import cite, escape, one_line
from analysis.results.phrases import join_words, pluralise

__all__ = ["find_citations", "write_methods"]

_FENCE = "~~~~"
_CITATION = re.compile(r"(?<![\\\w])@([\w-]+)")
_UNITS = (
    "The unit of analysis is the article. A word is a run of letters and digits with the hyphens, "
    "apostrophes and full stops inside it. A sentence does not continue across the end of a paragraph, and "
    "does not end at an abbreviation or an initial."
)
_QUOTATION = (
    "A direct quotation is text between quotation marks that is attributed to someone. Titles, nicknames and "
    "scare quotes are not counted as speech, as far as rules can recognise them."
)
_ENGINES = {
    "published": (
        "Published formulas were applied to the sentences, words and syllables found here. Syllables are "
        f"those of the first pronunciation in CMUdict {cite('cmudict')}; in words that it lacks, the runs of "
        "vowels that are pronounced are counted."
    ),
    "textstat": (
        f"The library textstat {cite('textstat')} finds its own sentences and words in the same text. In "
        f"words that CMUdict lacks it counts syllables by hyphenation patterns {cite('pyphen')}."
    ),
}


def write_methods(
    corpus: Corpus,
    data: Features,
    reports: Sequence[NotebookReport],
    lists: Sequence[TermList],
    *,
    variant: Mapping[str, str],
) -> str:
    """The methods section in Markdown, one paragraph per line, ready to be pasted.

    Args:
        corpus: the loaded corpus.
        data: its features, with all articles.
        reports: what the notebooks of the run have reported.
        lists: the term lists that they counted.
        variant: the parameters that differ from the notebooks' defaults.
    """
    measures = {key: one for report in reports for key, one in report.measures.items()}
    sections: dict[str, list[str]] = {
        "Corpus": [
            describe_articles(corpus, data),
            describe_left_out(corpus, data),
            describe_files(corpus),
            escape(data.mark),
        ],
        "Preparation": [describe_cleaning(data)],
        "Measures": [_describe_measures(measures), _describe_terms(lists)],
        "Comparison": [],
    }
    for section, paragraph in _reported_paragraphs(reports):
        sections.setdefault(section, []).append(paragraph)
    sections["Software"] = [_describe_software(variant), _write_command(corpus, variant)]
    parts = ["## Methods"]
    for heading, paragraphs in sections.items():
        if any(paragraphs):
            parts += [f"### {heading}", *filter(None, paragraphs)]
    return "\n\n".join(parts) + "\n"


def find_citations(text: str) -> list[str]:
    """The keys that a methods text cites, in order, each once; commands cite nothing."""
    prose = "".join(text.split(f"\n{_FENCE}")[::2])
    return list(dict.fromkeys(_CITATION.findall(prose)))


def _reported_paragraphs(reports: Sequence[NotebookReport]) -> Iterator[tuple[str, str]]:
    """Section and paragraph: what the results say of their methods, each sentence once."""
    known: set[tuple[str, str]] = set()
    for report in reports:
        for (_, section), group in groupby(report.methods, key=lambda one: (one.result, one.section)):
            texts = [one.text for one in group if (section, one.text) not in known]
            known.update((section, text) for text in texts)
            if texts:
                yield section, join_sentences(dict.fromkeys(texts))


def _describe_measures(measures: Mapping[str, ReportedMeasure]) -> str:
    """What was counted, and the definition of each measure with its papers."""
    if not measures:
        return ""
    quoted = any("quot" in one.definition.lower() for one in measures.values())
    engines = {one.engine for one in measures.values()}
    return join_sentences(
        (
            _UNITS,
            _QUOTATION * quoted,
            "The measures are defined as follows.",
            *map(_define, measures.values()),
            *(text for engine, text in _ENGINES.items() if engine in engines),
        )
    )


def _define(one: ReportedMeasure) -> str:
    unit = one.unit if one.direction in one.unit else f"{one.unit}; {one.direction}"
    definition = " ".join(filter(None, (escape(one.definition).rstrip("."), cite(*find_papers(one.papers)))))
    return f"{escape(one.label)} ({escape(unit)}): {definition}."


def _describe_terms(lists: Sequence[TermList]) -> str:
    """The term lists and how their terms were counted; nothing where no terms were counted."""
    if not lists:
        return ""
    return (
        f"Framing terms were counted with {join_words([_describe_list(one) for one in lists])}. Where "
        "several terms match at one place, the longest is counted, and no word is counted twice. Counts are "
        "kept separately by voice (headline, narration, quotation). Rates are per 1,000 words of narration: "
        "words that a source only quotes are not its own. A list finds words, not frames "
        f"{cite('entman1993')}."
    )


def _describe_list(one: TermList) -> str:
    name = f"""the {"software's " * one.shipped}term list “{escape(one.name)}”"""
    size = f"{pluralise(one.terms, 'term')} in {pluralise(one.categories, 'category', 'categories')}"
    details = [size] * bool(one.terms) + [f"sha256 {one.sha256}"] * bool(one.sha256)
    return " ".join(filter(None, (name, f"({'; '.join(details)})" * bool(details), cite(term_list_key(one)))))


def _describe_software(variant: Mapping[str, str]) -> str:
    """The software and the versions of its libraries, with what their authors ask to be cited."""
    papers, software = related_papers(), read_citation()
    libraries = [
        f"{literature().get(name, {'title': name})['title'].partition(':')[0]} {version} "
        f"{cite(name, *filter(None, [papers.get(name)]))}"
        for name, version in sorted(versions().items(), key=lambda pair: (pair[0] != "python", pair[0]))
    ]
    made = (
        f"All numbers and figures were made with the software “{software.title.partition(':')[0]}”, version "
        f"{software.version} {cite(KEY)}, on {join_words(libraries)}."
    )
    settings = [f"{escape(name)} = {escape(value)}" for name, value in sorted(variant.items())]
    varied = (
        f"Parameters that differ from the notebooks' defaults: {join_words(settings)}." if settings else ""
    )
    same = (
        "The same corpus, parameters and versions give the same files, byte for byte. "
        "This command makes them:"
    )
    return join_sentences((made, varied, same))


def _write_command(corpus: Corpus, variant: Mapping[str, str]) -> str:
    """The command that makes the files again, in a block of code."""
    given = [part for name, value in sorted(variant.items()) for part in ("--set", f"{name}={value}")]
    command = shlex.join(["analysis", "figures", project.corpus_argument(corpus.folder), *given])
    return f"{_FENCE}\n{one_line(command)}\n{_FENCE}"
