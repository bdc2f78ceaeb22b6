"""Invented quotations, and corpora made of them."""

from conftest import MakeCorpus

from analysis import corpus, features
from analysis.features import Features

MORAN = '"We are ready to listen to them," said Ida Moran, the foreign minister.'
PELL = '"Nobody has told us anything at all," said Governor Ruben Pell.'
AIDE = '"It was a very long day," a senior official said.'
PLAIN = "Nobody spoke in the hall on Monday, and nothing was decided."


def measure_texts(make_corpus: MakeCorpus, texts: dict[str, str], *, events: bool = True) -> Features:
    """Features of articles `source/event`; without `events`, no event is named."""
    rows = ["file,source,event", *(f"{name}.txt,{name.split('/')[0]},{name.split('/')[1]}" for name in texts)]
    files = {f"{name}.txt": f"{text}\n" for name, text in texts.items()}
    table = {"articles.csv": "\n".join(rows)} if events else {}
    return features.load(corpus.load(make_corpus({**files, **table})))
