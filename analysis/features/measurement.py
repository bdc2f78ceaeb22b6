"""Measures a corpus: each article by itself, and the text that several share."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NoReturn

import pandas as pd
import pyarrow as pa

from analysis.corpus import Corpus
from analysis.corpus.articles import Article
from analysis.corpus.settings import Limits
from analysis.errors import FeaturesError, listed
from analysis.features import origin
from analysis.features.schema import TABLES, arrow_schema, check
from analysis.features.tables import Features
from analysis.measures.counting import count_article
from analysis.measures.reading import Columns
from analysis.provenance import content_key
from analysis.text import shared_text as copies
from analysis.text.articles import CleanArticle
from analysis.text.cleaning import make_cleaner
from analysis.text.screening import REMEDIES, LeftOut, screen
from analysis.text.terms.lexicon import Lexicon

__all__ = ["measure"]

_BATCH = 100  # articles


def measure(corpus: Corpus, lexicon: Lexicon) -> Features:
    """Measure the articles of a corpus that have their text and are within its limits.

    Args:
        corpus: the loaded corpus.
        lexicon: the terms to count.

    Raises:
        FeaturesError: no article is within the limits.
    """
    left_out: list[tuple[Article, LeftOut]] = []
    texts: list[copies.Fingerprint] = []
    clean = make_cleaner(corpus)
    measured: list[Article] = []
    batches = []
    for cut in range(0, len(corpus.articles), _BATCH):
        cleaned = [*_screen_batch(map(clean, corpus.articles[cut : cut + _BATCH]), corpus.limits, left_out)]
        measured += [article.article for article in cleaned]
        if cleaned:
            batches.append(_measure_batch(cleaned, lexicon, texts))
    if not measured:
        _fail_empty(corpus, left_out)
    whole = {
        "lexicon": _list_terms(lexicon),
        "copies": _pair_articles(measured, texts),
        "left_out": _list_left_out(left_out),
    }
    batches.append({name: _to_arrow(name, table) for name, table in whole.items()})
    tables = {}
    for name in TABLES:
        own = [batch.pop(name) for batch in batches if name in batch]
        found = pa.Table.from_batches(own, _find_schema(name)).to_pandas()
        tables[name] = _keep_shared(found) if name == "runs" else found
        check(name, tables[name])
    return Features.from_tables(
        tables,
        corpus=corpus.name,
        sources=tuple(s for s in corpus.sources if s in set(tables["articles"]["source"])),
        key=origin.make_key(corpus, lexicon),
        lexicon_key=content_key(lexicon.canonical),
        corrections=corpus.corrections,
    )


def _screen_batch(
    articles: Iterable[CleanArticle], limits: Limits, left_out: list[tuple[Article, LeftOut]]
) -> Iterator[CleanArticle]:
    """The articles that are measured; the others are added to `left_out`."""
    for cleaned in articles:
        if why := screen(cleaned, limits):
            left_out.append((cleaned.article, why))
        else:
            yield cleaned


def _measure_batch(
    articles: Sequence[CleanArticle], lexicon: Lexicon, texts: list[copies.Fingerprint]
) -> dict[str, pa.RecordBatch]:
    """Measure some articles, as Arrow tables: these take a small part of the memory of Python's lists.

    The fingerprint of each article is added to `texts`: shared text is found among all articles.
    """
    tables: dict[str, Columns] = {}
    for cleaned in articles:
        columns = count_article(cleaned, lexicon)
        texts.append(copies.fingerprint(cleaned, columns["quotes"]))
        for name, measured in columns.items():
            table = tables.setdefault(name, {column: [] for column in measured})
            for column, values in measured.items():
                table[column] += values
    tables["articles"] |= {
        name: [getattr(cleaned.article, name) for cleaned in articles] for name in origin.METADATA
    }
    return {name: _to_arrow(name, table) for name, table in tables.items()}


def _pair_articles(articles: Sequence[Article], texts: Sequence[copies.Fingerprint]) -> Columns:
    """The pairs of articles that share text, by their keys."""
    found = [*copies.find_pairs(texts)]
    return {
        "article_id": [articles[pair.shorter].article_id for pair in found],
        "other": [articles[pair.longer].article_id for pair in found],
        **{name: [getattr(pair, name) for pair in found] for name in copies.Pair._fields[2:]},
    }


def _list_terms(lexicon: Lexicon) -> Columns:
    return {
        "category": [term.category for term in lexicon.terms],
        "term": [term.text for term in lexicon.terms],
        "explanation": [lexicon.explain.get(term.category) for term in lexicon.terms],
    }


def _list_left_out(left_out: Sequence[tuple[Article, LeftOut]]) -> Columns:
    return {
        "article_id": [article.article_id for article, _ in left_out],
        "sha256": [article.sha256 for article, _ in left_out],
        **{name: [getattr(why, name) for _, why in left_out] for name in LeftOut._fields},
    }


def _fail_empty(corpus: Corpus, left_out: Sequence[tuple[Article, LeftOut]]) -> NoReturn:
    counts = Counter(why.reason for _, why in left_out)
    why = listed(f"{reason} ({count})" for reason, count in counts.items())
    raise FeaturesError(
        f"no article of {corpus.name} is measured: {why}",
        todo="; ".join(REMEDIES[reason] for reason in counts),
    )


def _find_schema(name: str) -> pa.Schema:
    """The types of a table as it is measured: the hashes of runs need more room than their numbers."""
    schema = arrow_schema(name)
    if name != "runs":
        return schema
    return schema.set(schema.get_field_index("run"), pa.field("run", pa.int64()))


def _keep_shared(runs: pd.DataFrame) -> pd.DataFrame:
    """The runs that several articles quote, with numbers in order instead of their hashes.

    A hash can be guessed: the tables hold the words of an article, and five of them can be tried in every
    order. A number cannot be guessed, and runs in one article alone are left out.
    """
    shared = runs[runs.groupby("run")["article_id"].transform("nunique") > 1]
    numbers, _ = pd.factorize(shared["run"])
    return shared.assign(run=numbers.astype("int32")).reset_index(drop=True)


def _to_arrow(name: str, columns: Columns) -> pa.RecordBatch:
    """Columns with the types of the schema; NaN and None are both missing."""
    schema = _find_schema(name)
    arrays = [pa.array(columns[field.name], field.type, from_pandas=True) for field in schema]
    return pa.RecordBatch.from_arrays(arrays, schema=schema)
