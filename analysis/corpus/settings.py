"""corpus.toml: what a corpus says of itself, and which of its articles are measured."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from analysis.errors import CorpusError, listed

__all__ = ["DEFAULT_LIMITS", "ENGLISH", "Limits", "Settings", "read_settings"]

ENGLISH = "en"  # the language that the measures are made for
_KINDS: Mapping[str, type] = {
    "title": str,
    "question": str,
    "description": str,
    "language": str,
    "licence": str,
    "sources": list,
    "measure_other_languages": bool,
    "least_words": int,
}
_EXPECTED: Mapping[type, str] = {
    str: 'text in quotation marks: {key} = "..."',
    list: 'a list of texts: {key} = ["The Globe", "The Times"]',
    bool: "true or false: {key} = true",
    int: "a whole number, 0 or more: {key} = 50",
}
_ABOUT = ("title", "question", "description", "licence")


class Limits(NamedTuple):
    """Which articles are measured.

    `language` is that of the corpus, as a code of ISO 639-1. Articles in another language are measured only
    if `measure_other_languages`. Articles whose body has fewer than `least_words` words are not measured.
    """

    language: str = ENGLISH
    measure_other_languages: bool = False
    least_words: int = 50


DEFAULT_LIMITS = Limits()


class Settings(NamedTuple):
    """What corpus.toml says: title, question, description and licence; the order of sources; the limits."""

    about: Mapping[str, str]
    sources: list[str]
    limits: Limits


def read_settings(folder: Path) -> Settings:
    """Read the settings of a corpus folder; without corpus.toml every setting has its default.

    Raises:
        CorpusError: corpus.toml is malformed, or has a setting that is unknown or has a wrong value.
    """
    path = folder / "corpus.toml"
    settings = _parse(path) if path.is_file() else {}
    for key, value in settings.items():
        _check(path, key, value)
    if "language" in settings:
        settings["language"] = _read_language(path, settings["language"])
    return Settings(
        about={key: settings.get(key, "") for key in _ABOUT},
        sources=settings.get("sources", []),
        limits=DEFAULT_LIMITS._replace(**{key: settings[key] for key in Limits._fields if key in settings}),
    )


def _parse(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise CorpusError(f"{path} is not UTF-8", todo="save it with the encoding UTF-8") from None
    except (ValueError, RecursionError) as error:
        raise CorpusError(f"{path} is not TOML: {error}", todo=_suggest_remedy(path, str(error))) from None


def _suggest_remedy(path: Path, error: str) -> str:
    if "overwrite" in error:
        return "give each setting once"
    if set("“”„‘’") & set(path.read_text(encoding="utf-8-sig")):
        return 'put texts in straight quotation marks: title = "The flood"'
    return 'one setting per line, texts in quotation marks: title = "The flood"'


def _check(path: Path, key: str, value: object) -> None:
    if key not in _KINDS:
        raise CorpusError(f'{path}: unknown setting "{key}"', allowed=f"known are: {listed(_KINDS)}")
    kind = _KINDS[key]
    good = type(value) is kind  # true is no number
    if isinstance(value, list):
        good = good and all(isinstance(one, str) for one in value)
    if isinstance(value, int):
        good = good and value >= 0
    if not good:
        raise CorpusError(
            f"{path}: {key} = {_write(value)}", allowed=f"{key} is {_EXPECTED[kind].format(key=key)}"
        )


def _read_language(path: Path, value: str) -> str:
    """The code of a language, without its region: "en" for "en-GB" and "English"."""
    code = re.split("[-_]", value.strip().lower())[0]
    code = ENGLISH if code == "english" else code
    if not re.fullmatch("[a-z]{2,3}", code):
        raise CorpusError(f'{path}: language = "{value}"', allowed='language is a code: language = "de"')
    return code


def _write(value: object) -> str:
    """A value as TOML writes it, as far as a reader must recognise it."""
    return str(value).lower() if isinstance(value, bool) else repr(value)
