"""The paragraphs on what was measured: only what the notebooks of a run show."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from analysis import compare
from analysis.measures.readability import SCORES
from analysis.report.methods.prose import escaped, keys, paragraph
from analysis.report.references import paper_keys, term_list_key
from analysis.report.terms import TermList
from analysis.wording.phrases import joined, plural

if TYPE_CHECKING:
    from analysis.features import Features

__all__ = ["SHOWN", "framing", "lengths_and_quotations", "readability"]

Parameters = Mapping[str, Any]

# The measures that a notebook shows, given its parameters.
SHOWN: Mapping[str, Callable[[Parameters], Sequence[str]]] = {
    "10_length": lambda _: ("words",),
    "20_readability": lambda p: (p["score"],),
    "30_quotes": lambda _: (
        *("quoted_share", "quotations_per_1000", "quoted_sentences", "effective_speakers"),
        *("said_share", "doubt_share", "factive_share", "attack_share"),
    ),
    "40_framing": lambda _: (),
    "50_robustness": lambda p: (p["measure"],),
    "90_summary": lambda p: (
        *("words", "words_per_sentence", p["score"]),
        *("quoted_share", "quotations_per_1000", "terms_per_1000"),
    ),
}
_SCORES = {score.name: score for score in SCORES}
_ENGINES = {
    "published": "by the formula as published, over the sentences, words and syllables found here",
    "textstat": "as the library textstat computes it from the same text, with its own sentences [@textstat]",
}


def shown(notebooks: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """The measures that the notebooks show, in their order, each once."""
    names = (
        n for name, one in sorted(notebooks.items()) if name in SHOWN for n in SHOWN[name](one["parameters"])
    )
    return list(dict.fromkeys(names))


def lengths_and_quotations(notebooks: Mapping[str, Mapping[str, Any]]) -> str:
    """The definitions of the measures that are no readability score, and of what they count."""
    named = [compare.MEASURES[name] for name in shown(notebooks) if name in compare.MEASURES]
    if not named:
        return ""
    told = [f"{m.label}: {m.definition}" for m in named]
    quoting = any("quot" in measure.definition.lower() for measure in named)
    return paragraph(
        (
            (
                "The unit of analysis is the article. A word is a run of letters and digits with the "
                "hyphens, apostrophes and stops inside it; a sentence does not run over the end of a "
                "paragraph, and does not end at an abbreviation or an initial."
            ),
            "A direct quotation is text between quotation marks that is attributed to someone; titles, "
            "nicknames and scare quotes are not counted as speech, as far as rules can tell them."
            if quoting
            else "",
            f"The measures are defined as follows. {' '.join(told)}",
            _speakers(named),
        )
    )


def _speakers(named: Sequence[Any]) -> str:
    if all(measure.name != "effective_speakers" for measure in named):
        return ""
    sources = keys("simpson1949", "hill1973", "laakso1979")
    return f"The effective number of speakers is 1 divided by the sum of their squared shares {sources}."


def readability(data: "Features", notebooks: Mapping[str, Mapping[str, Any]]) -> str:
    """The scores that were shown, with engine, paper, direction, and the articles that have none."""
    asked = dict.fromkeys(
        (name, one["parameters"].get("engine", "published"))
        for notebook, one in sorted(notebooks.items())
        if notebook in SHOWN
        for name in SHOWN[notebook](one["parameters"])
        if name in _SCORES
    )
    if not asked:
        return ""
    return paragraph(
        (
            *(_score(data, name, engine) for name, engine in asked),
            _syllables({engine for _, engine in asked}),
            _both_engines() if "20_readability" in notebooks else "",
        )
    )


def _score(data: "Features", name: str, engine: str) -> str:
    score, measure = _SCORES[name], compare.measure(name, engine=engine)
    values = compare.values(data, measure, engine=engine)["value"]
    none = int(values.isna().sum())
    least = f"{score.least} {score.of}" if engine == "published" else "one word"
    without = (
        f"; {plural(none, 'article has', 'articles have')} none, being shorter than {least}" if none else ""
    )
    paper = keys(*paper_keys(score.source)) or f"({score.source})"
    return (
        f"{measure.label} {paper} is given in {score.unit if score.unit != 'grade' else 'US school grades'} "
        f"({score.direction}), {_ENGINES[engine]}{without}."
    )


def _syllables(engines: set[str]) -> str:
    unlisted = {
        "published": "by the runs of vowels that are heard",
        "textstat": f"in textstat by hyphenation patterns {keys('pyphen')}",
    }
    return (
        f"Syllables are those of the first pronunciation in CMUdict {keys('cmudict')}; in words that it "
        f"lacks they are counted {joined([unlisted[engine] for engine in sorted(engines)])}."
    )


def _both_engines() -> str:
    graded = [score for score in SCORES if score.unit == "grade" and score.textstat]
    papers = keys(*dict.fromkeys(key for score in graded for key in paper_keys(score.source)))
    return (
        f"To show what the choice of software does, every grade formula {papers} was also computed as "
        f"textstat gives it {keys('textstat')}; the two differ in where sentences end, what a hard word is, "
        f"in some coefficients, and in words that CMUdict lacks, which textstat hyphenates {keys('pyphen')}."
    )


def framing(data: "Features", notebooks: Mapping[str, Mapping[str, Any]], lists: Sequence[TermList]) -> str:
    """The term lists and how their terms were counted; nothing where no notebook counts terms."""
    counting = "40_framing" in notebooks or "terms_per_1000" in shown(notebooks)
    if not (counting and lists):
        return ""
    return paragraph(
        (
            f"Framing terms were counted with {joined([_list(one) for one in lists])}.",
            (
                "Of several terms that match in one place the longest is counted, and nothing is counted "
                "twice; counts are kept apart by voice (headline, narration, quotation), and rates are per "
                "1,000 words of narration, since a source is not credited with words that it only quotes. "
                f"A list finds words, not frames {keys('entman1993')}."
            ),
            _negated(data, asked=lists[0].asked) if "40_framing" in notebooks else "",
        )
    )


def _list(one: TermList) -> str:
    whose = "the term list of the software" if one.shipped else "the term list"
    size = f"{plural(one.terms, 'term')} in {plural(one.categories, 'category', 'categories')}"
    details = [size] * bool(one.terms) + [f"sha256 {one.sha256}"] * bool(one.sha256)
    told = f" ({'; '.join(details)})" if details else ""
    return f"{whose} “{escaped(one.name)}”{told} {keys(term_list_key(one))}"


def _negated(data: "Features", *, asked: str) -> str:
    """How negation was counted, and how often it was found; the features know the corpus's own list alone."""
    hits, negated = int(data.terms["count"].sum()), int(data.terms["negated"].sum())
    found = f" ({negated:,} of {hits:,})" if not asked else ""
    return (
        f"A hit is negated where a negator stands up to five words before it in its clause "
        f"{keys('chapman2001', 'pang2002', 'karttunen2012')}; "
        f"negated hits count, and are also counted apart{found}."
    )
