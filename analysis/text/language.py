"""The language of a text: English by its function words, any other by py3langid."""

import csv
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.corpus.settings import ENGLISH

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

__all__ = ["find_language", "name_language"]

_NAMES = Path(__file__).with_name("data") / "languages.csv"
_LEAST = 120  # characters; shorter texts are often taken for another language
_MOST = 4_000  # characters; the rest of a text would show nothing new
# English prose consists of these by a tenth or more, no other language by a twentieth: they spare most
# texts the model, which takes half a second to load, and no list of names is taken for another language.
_FUNCTION_WORDS = frozenset("the and of that with from has been which would said their they are it".split())  # noqa: SIM905
_LEAST_SHARE = 0.05
_LEAST_CERTAINTY = 0.7
_NO_LANGUAGE = "zxx"  # what the model calls text without words
_WORD = re.compile(r"[^\W\d_]+")


def find_language(text: str) -> str:
    """The code of a text's language (ISO 639); empty if the text is too short or the language is not clear.

    >>> find_language("The council of the town said that it would repair the bridge. " * 3)
    'en'
    >>> find_language("Der Rat der Stadt will die Brücke im Frühjahr erneuern lassen. " * 3)
    'de'
    >>> find_language("Bonjour")
    ''
    """
    text = text[:_MOST]
    if len(text) < _LEAST:
        return ""
    words = _WORD.findall(text.lower())
    if sum(map(_FUNCTION_WORDS.__contains__, words)) >= _LEAST_SHARE * len(words) > 0:
        return ENGLISH
    language, certainty = _load_model().classify(text)
    return language if certainty >= _LEAST_CERTAINTY and language != _NO_LANGUAGE else ""


def name_language(code: str) -> str:
    """The English name of a language; its code where the name is not known.

    >>> name_language("de"), name_language("qaa")
    ('German', 'qaa')
    """
    return _read_names().get(code, code)


@cache
def _load_model() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  # slow, and rarely needed

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@cache
def _read_names() -> dict[str, str]:
    with _NAMES.open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["name"] for row in csv.DictReader(file)}
