"""How far each number moves when the same words are spelled as in Britain.

    python tests/benchmarks/british.py FOLDER

Spells every article of an American corpus in the British way, title and text, measures it again and prints, for
each number that moves, the largest and the mean change over the articles and how many of them changed. What
counts letters must move: "favour" has one more. `textstat` is printed for comparison.
"""

import re
import sys
from dataclasses import replace
from functools import partial

from house_styles import moved

from analysis import corpus, measures
from analysis.text.cleaning import clean
from analysis.text.terms import lexicon

__all__ = ["british"]

# Not before -ous, -ary, -ate and the like, where both spell alike: humorous, honorary, invigorate.
_OR = (
    "arm|behavi|cand|clam|col|demean|endeav|fav|ferv|flav|harb|hon|hum|lab|neighb|od|parl|rig|rum|savi|sav"
    "|splend|tum|val|vap|vig"
)
_RULES: tuple[tuple[str, str], ...] = (
    (rf"\b({_OR})or(?!ous|ar|at|if|iz|ia|es\b)", r"\1our"),
    (
        r"\b(?!(?:cap|down|out|over)siz)([a-z]{3,}?)iz(e[ds]?|ers?|ing|ations?|ational)\b",
        r"\1is\2",
    ),
    (r"yz(e[ds]?|ers?|ing)\b", r"ys\1"),
    (r"\b(cent|theat|kilomet|lit|fib|calib|somb|spect|meag|lust)er(s?)\b", r"\1re\2"),
    (r"\b(cent)ered\b", r"\1red"),
    (r"\b(def|off|pret)ense(s?)\b", r"\1ence\2"),
    (
        r"\b(travel|cancel|label|signal|model|fuel|counsel|level|marvel|quarrel|channel|total)(ed|ing|ers?|ors?|ous)\b",
        r"\1l\2",
    ),
    (r"\bgray", "grey"),
    (r"\bplow", "plough"),
    (r"\bskeptic", "sceptic"),
    (r"\bprogram(s?)\b", r"programme\1"),
    (r"\b(judg|acknowledg)ment", r"\1ement"),
    (r"\bairplane", "aeroplane"),
    (r"\bjewelry", "jewellery"),
    (r"\bmaneuver", "manoeuvre"),
    (r"\b(fulfil|enrol)l(s?)\b", r"\1\2"),
    (r"\bskillful", "skilful"),
    (r"\bpediatric", "paediatric"),
)


def british(text: str) -> str:
    """A text in British spelling, its capitals kept; words that only some houses spell apart are left alone."""
    for american, spelled in _RULES:
        text = re.sub(american, partial(_cased, spelled), text, flags=re.IGNORECASE)
    return text


def _cased(spelled: str, word: re.Match[str]) -> str:
    new = word.expand(spelled)
    return new.upper() if word[0].isupper() else new[0].upper() + new[1:] if word[0][0].isupper() else new


def main(folder: str) -> None:
    """Print the numbers of a corpus folder that move."""
    terms, changes = lexicon.load(lexicon.SHIPPED), []
    articles = corpus.load(folder).articles
    for article in articles:
        again = replace(article, text=british(article.text), title=british(article.title or "") or None)
        before, after = (measures.list_rows(clean(one), terms) for one in (article, again))
        changes.append(moved(before, after))
    changed = sum(british(article.text) != article.text for article in articles)
    _print(f"{len(articles)} articles, {changed} of them with words that are spelled otherwise\n")
    _print(f"{'':50} {'largest':>9} {'mean':>9} {'articles':>9}")
    for name in dict.fromkeys(name for one in changes for name in one):
        sizes = [one.get(name, 0.0) for one in changes]
        if any(sizes):
            _print(f"{name:50} {max(sizes):9.3g} {sum(sizes) / len(sizes):9.2g} {sum(map(bool, sizes)):9}")


def _print(line: str) -> None:
    print(line)  # noqa: T201  # a benchmark prints


if __name__ == "__main__":
    main(sys.argv[1])
