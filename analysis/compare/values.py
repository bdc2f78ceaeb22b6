"""What articles are compared by, and the one value that each article has of it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analysis.compare.speakers import effective_speakers
from analysis.compare.verbs import CLASSES, SAID, verb_share
from analysis.errors import AnalysisError, ParameterError, listed
from analysis.measures.readability import SCORES
from analysis.measures.schema import Measure

if TYPE_CHECKING:
    from analysis.features import Features

__all__ = ["MEASURES", "label", "measure", "score", "scores_of", "values"]

MEASURES: dict[str, Measure] = {
    m.name: m
    for m in (
        Measure("words", "Length", "words of the body", "Words of the body.", noun="words", extensive=True),
        Measure(
            "sentences",
            "Sentences",
            "number in the body",
            "Sentences of the body.",
            noun="sentences",
            extensive=True,
        ),
        Measure(
            "paragraphs",
            "Paragraphs",
            "number in the body",
            "Paragraphs of the body.",
            noun="paragraphs",
            extensive=True,
        ),
        Measure("headline_words", "Headline length", "words", "Words of the headline.", noun="words"),
        Measure(
            "words_per_sentence",
            "Sentence length",
            "words a sentence, mean of an article",
            "Words of the body divided by its sentences.",
            digits=1,
            noun="words a sentence",
        ),
        Measure(
            "quoted_share",
            "Quoted share",
            "words inside direct quotations / words of the body",
            "Words inside direct quotations as a share of the words of the body.",
            digits=1,
            share=True,
        ),
        Measure(
            "quotations_per_1000",
            "Quotations",
            "direct quotations per 1,000 words of the body",
            "Direct quotations per 1,000 words of the body; one that runs over paragraphs counts once.",
            digits=1,
            noun="per 1,000 words",
        ),
        Measure(
            "quoted_sentences",
            "Sentences with a quotation",
            "share of the sentences of the body",
            "Sentences with at least one word of a direct quotation, as a share of all sentences.",
            digits=1,
            share=True,
        ),
        Measure(
            "effective_speakers",
            "Effective speakers",
            "1 / sum of squared shares of an article's quoted words",
            "Effective number of the speakers quoted by name: inverse Simpson index of their words.",
            digits=1,
            least="a quotation of a named speaker",
        ),
        *(
            Measure(
                f"{name}_share",
                label,
                "share of an article's quotations with a known cue",
                f"Direct quotations introduced by {what}, as a share of those with a cue of the list.",
                digits=1,
                share=True,
                least="a quotation with a known cue",
            )
            for name, label, what in (
                ("said", "“said”", "a form of say"),
                ("doubt", "Verbs of doubt", "a verb that leaves the words in doubt (claimed, alleged)"),
                ("factive", "Factive verbs", "a verb that takes the words for true (admitted, revealed)"),
                ("attack", "Verbs of attack", "a verb of attack (slammed, blasted)"),
                ("praise", "Verbs of praise", "a verb of praise (praised, hailed)"),
            )
        ),
        Measure(
            "terms_per_1000",
            "Framing terms",
            "listed terms per 1,000 words of narration",
            "Terms of the list in narration per 1,000 words of narration; mean of the articles' own rates.",
            digits=1,
            noun="per 1,000 words",
            least="a word of narration",
        ),
    )
}

_FROM_ARTICLES: dict[str, Callable[[pd.DataFrame], pd.Series]] = {
    "words_per_sentence": lambda a: a["words"] / a["sentences"],
    "quoted_share": lambda a: a["quotation_words"] / a["words"],
    "quotations_per_1000": lambda a: 1000 * a["quotations"] / a["words"],
    "quoted_sentences": lambda a: a["quoted_sentences"] / a["sentences"],
}

_FROM_QUOTES: dict[str, Callable[["Features"], pd.Series]] = {
    "effective_speakers": effective_speakers,
    **{f"{part}_share": partial(verb_share, part=part) for part in (SAID, *CLASSES)},
}


def measure(name: str, *, engine: str = "published") -> Measure:
    """The measure called `name`: one of MEASURES, or a readability score in one of the engines.

    Raises:
        AnalysisError: there is no such measure.
    """
    if name in MEASURES:
        return MEASURES[name]
    score = next((s for s in SCORES if name == s.name), None)
    if score is None:
        names = [*MEASURES, *(s.name for s in SCORES)]
        raise AnalysisError(f'measure = "{name}" is not known', allowed=f"known: {listed(names, most=40)}")
    how = "by the published formula" if engine == "published" else "as textstat computes it"
    known = Measure(
        name,
        label(score.name),
        f"{score.unit}; {score.direction}; {engine}",
        f"{score.source}, {how}.",
        digits=1,
        noun="grades" if score.unit == "grade" else score.unit,
    )
    return known._replace(least=f"{score.least} {score.of}") if engine == "published" else known


def score(name: str, *, engine: str) -> Measure:
    """The readability score called `name`, in one of the engines.

    Raises:
        ParameterError: there is no such score.
    """
    names = [score.name for score in SCORES]
    if name not in names:
        raise ParameterError(f'score = "{name}" is not known', allowed=f"known: {listed(names, most=40)}")
    if engine == "textstat" and not _name_in(engine, name):
        raise ParameterError(
            f'score = "{name}" has no counterpart in textstat',
            allowed=f"with engine = textstat: {listed((s.name for s in SCORES if s.textstat), most=40)}",
        )
    return measure(name, engine=engine)


def values(data: "Features", of: Measure, *, engine: str = "published") -> pd.DataFrame:
    """One value an article.

    Args:
        data: the measured corpus.
        of: what to take, from `measure`.
        engine: whose reading of a readability score; without effect on other measures.

    Returns:
        Columns article_id, source, event, value (NaN where the article has none), truncated (the text
        breaks off), censored (and the value grows with the text, so that it is a lower bound).
    """
    articles = data.articles
    if of.name == "terms_per_1000":
        narrated = data.terms[data.terms["voice"] == "narration"].groupby("article_id")["count"].sum()
        counts = articles["article_id"].map(narrated).astype(float).fillna(0)
        value = 1000 * counts / articles["narration_words"]
    elif of.name in _FROM_QUOTES:
        value = articles["article_id"].map(_FROM_QUOTES[of.name](data))
    elif of.name in _FROM_ARTICLES:
        value = _FROM_ARTICLES[of.name](articles)
    elif of.name in MEASURES:
        value = articles[of.name].astype(float).where(articles["words"] > 0)
    else:
        value = articles["article_id"].map(scores_of(data, of.name, engine=engine))
    table = articles[["article_id", "source", "event"]].copy()
    table["value"] = value.astype(float).replace([np.inf, -np.inf], np.nan)
    table["truncated"] = articles["truncated"]
    table["censored"] = articles["truncated"] & of.extensive
    return table


def scores_of(data: "Features", name: str, *, engine: str, voice: str = "body") -> pd.Series:
    """A readability score by article_id, in one engine and voice; NaN where it is not defined."""
    rows = data.scores
    chosen = (rows["score"] == _name_in(engine, name)) & (rows["engine"] == engine) & (rows["voice"] == voice)
    return rows[chosen].set_index("article_id")["value"]


def _name_in(engine: str, score: str) -> str:
    """What a score is called in the rows of an engine: textstat's rows keep its functions' names."""
    if engine == "published":
        return score
    return next(s.textstat for s in SCORES if s.name == score)


def label(score: str) -> str:
    """A readability score's name as figures write it: `lix` -> `LIX`, `gunning_fog` -> `Gunning fog`."""
    return _LABELS.get(score, score.replace("_", " ").capitalize())


_LABELS = {
    "flesch_reading_ease": "Flesch reading ease",
    "flesch_kincaid_grade": "Flesch-Kincaid grade",
    "smog_index": "SMOG",
    "automated_readability_index": "ARI",
    "coleman_liau_index": "Coleman-Liau",
    "dale_chall": "Dale-Chall",
    "linsear_write": "Linsear Write",
    "lix": "LIX",
    "rix": "RIX",
    "mcalpine_eflaw": "McAlpine EFLAW",
}
