from pathlib import Path

import pytest

from analysis import corpus
from analysis.errors import CorpusError
from analysis.text.cleaning import make_cleaner, own_patterns

STORY = """The council of Port Ellery voted on Monday to close the market for two years, to the regret of many.

People who use the market said that a notice on its gate had told them, and that nobody had asked.
"""


def cleaned(folder: Path, settings: str, extra: str) -> list[str]:
    (folder / "post").mkdir()
    (folder / "post" / "a.txt").write_text(f"{STORY}\n{extra}\n\nThe vote was close.\n", encoding="utf-8")
    (folder / "cleaning.toml").write_text(settings, encoding="utf-8")
    loaded = corpus.load(folder)
    assert [entry.reason for entry in loaded.report if entry.file == "cleaning.toml"] == [
        "cleaning patterns of the corpus"
    ]
    return make_cleaner(loaded)(loaded.articles[0]).part("body")[2:]


@pytest.mark.parametrize(
    ("entry", "extra"),
    [
        ("Tide of the week", "Tide of the week"),
        ("tide OF the  week", "Tide of the\u00a0week"),
        ("re:tide of the .{0,20}", "Tide of the month"),
        ("re:[a-z]{3,9} of the day", "Eels of the day"),
        ("Eels (smoked)?", "Eels (smoked)?"),
    ],
)
@pytest.mark.parametrize("source", ["*", "post"])
def test_a_pattern_of_a_user_removes_a_line(tmp_path: Path, entry: str, extra: str, source: str) -> None:
    assert cleaned(tmp_path, f'[remove]\n"{source}" = ["{entry}"]\n', extra) == ["The vote was close."]


def test_a_pattern_cuts_words_out_of_a_line_and_only_from_its_source(tmp_path: Path) -> None:
    extra = "The mayor [tide of the week] left before the vote was counted in the hall."
    (tmp_path / "own").mkdir()
    assert cleaned(tmp_path / "own", '[remove]\npost = ["[tide of the week]"]\n', extra)[0] == (
        "The mayor left before the vote was counted in the hall."
    )
    (tmp_path / "other").mkdir()
    assert cleaned(tmp_path / "other", '[remove]\nwire = ["[tide of the week]"]\n', extra)[0] == extra


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ('[remove]\npost = ["re:tide.*week"]', "could be slow: * and + have no upper bound"),
        ('[remove]\npost = ["re:(tide ){2,9}"]', "a group is repeated"),
        ('[remove]\npost = ["re:a{1,200}b{1,200}"]', "in up to 40,000 ways"),
        ("[remove]\npost = ['re:(a)\\1']", "refers back"),
        ('[remove]\npost = ["re:tide("]', "no regular expression"),
        ("[remove]\npost = 3", 'remove for "post" = 3'),
        ("remove = 3", "remove = 3"),
        ("repeated = 3", "repeated = 3"),
        ("patterns = 3", 'unknown setting "patterns"'),
        ("= 3", "is not TOML"),
    ],
)
def test_what_is_wrong_in_the_settings_is_named(tmp_path: Path, settings: str, words: str) -> None:
    (tmp_path / "cleaning.toml").write_text(settings, encoding="utf-8")
    with pytest.raises(CorpusError, match=r"cleaning\.toml") as caught:
        own_patterns.load(tmp_path)
    assert words in str(caught.value)


def test_without_settings_nothing_is_removed(tmp_path: Path) -> None:
    assert own_patterns.load(tmp_path) == own_patterns.OwnPatterns()
    assert own_patterns.describe(tmp_path) == ""


@pytest.mark.parametrize(("value", "truncated"), [("yes", True), ("1", True), ("no", False), ("", False)])
def test_a_column_sets_and_clears_the_truncation(tmp_path: Path, value: str, truncated: bool) -> None:  # noqa: FBT001
    (tmp_path / "post").mkdir()
    (tmp_path / "post" / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "articles.csv").write_text(f"file,truncated\npost/a.txt,{value}\n", encoding="utf-8")
    loaded = corpus.load(tmp_path)
    assert make_cleaner(loaded)(loaded.articles[0]).truncated is truncated
