"""The articles that are not measured: in which files they are, and why."""

from typing import TYPE_CHECKING

import pandas as pd

from analysis.results.phrases import pluralise
from analysis.results.result import Result
from analysis.text.language import name_language

if TYPE_CHECKING:
    from analysis.corpus import Corpus
    from analysis.features import Features

__all__ = ["list_left_out"]


def list_left_out(corpus: "Corpus", data: "Features", *, most: int = 20) -> Result:
    """The articles that are not measured, because of their language or their length.

    Args:
        corpus: the loaded corpus.
        data: the measured corpus.
        most: articles that are listed.

    Returns:
        Columns source, file, reason (`other language` or `few words`), language, words (of the body).
    """
    known = {article.article_id: article for article in (*corpus.articles, *corpus.absent)}
    found = data.left_out[data.left_out["article_id"].isin(known)]
    articles = [known[one] for one in found["article_id"]]
    table = pd.DataFrame(
        {
            "source": [article.source for article in articles],
            "file": [article.file for article in articles],
            "reason": [*found["reason"]],
            "language": [name_language(code) for code in found["language"]],
            "words": [*found["words"]],
        }
    )
    whole = len(data.articles) + len(found)
    verb = "is" if len(found) == 1 else "are"
    listed = f"; the first {most:,} are listed" if len(found) > most else ""
    return Result(
        id="corpus_left_out",
        table=table.head(most),
        title=f"{len(found):,} of {pluralise(whole, 'article')} {verb} not measured{listed}",
        most=0,
        nothing="" if articles else _describe_limits(corpus),
    )


def _describe_limits(corpus: "Corpus") -> str:
    least, other = corpus.limits.least_words, corpus.limits.measure_other_languages
    language = "" if other else f" is in {name_language(corpus.limits.language)} and"
    return f"All articles are measured: each{language} has at least {pluralise(least, 'word')}."
