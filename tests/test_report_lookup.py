"""Looking up a number from the command line."""

import json
from pathlib import Path

import pytest

from analysis import compare, corpus, features
from analysis import report as cite
from analysis.__main__ import main
from analysis.notebook import parameters as params
from analysis.report import compose


@pytest.fixture(autouse=True)
def reported(two_sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "figures"
    monkeypatch.setenv("ANALYSIS_FIGURES", str(folder))
    given = {"corpus": str(two_sources), "copies": "keep", "seed": 3}
    p, data, words = (
        params.parse("10_length", given),
        features.load(corpus.load(two_sources)),
        compare.measure("words"),
    )
    table = compare.by_source(compare.values(data, words), data.sources, seed=3)
    cite.numbers(table, "length_words", p, data, of=words)
    entry = {"key": "k", "parameters": {**given, "corpus": "corpus"}}
    compose.write(folder, corpus.load(two_sources), data, {"10_length": entry})
    return folder


def test_a_number_is_told_with_unit_n_and_the_command_that_makes_it(
    two_sources: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["cite", "length_words.north.mean", "--corpus", str(two_sources)]) == 0
    said = capsys.readouterr().out
    assert "(words of the body; n = 2 articles). Mean of the articles. Words of the body." in said
    assert "analysis figures corpus --only 10_length --set copies=keep --set seed=3" in said
    assert "\\analysisnumber{length_words.north.mean}" in said


def test_a_number_is_told_with_the_references_of_its_corpus_and_the_software(
    two_sources: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["cite", "length_words.north.mean", "--corpus", str(two_sources)]) == 0
    said = capsys.readouterr().out
    assert "@misc{corpus-corpus," in said
    assert "@software{analysis," in said
    found = json.loads(said[said.index("\n[\n") :])
    assert [(item["id"], item["type"]) for item in found] == [
        ("corpus-corpus", "dataset"),
        ("analysis", "software"),
    ]


def test_a_trace_lists_the_articles_with_their_own_values(
    two_sources: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["cite", "length_words.north.mean", "--corpus", str(two_sources), "--trace"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("2 articles:")
    assert "north/one: north: " in said


def test_an_unknown_id_and_a_damaged_file_end_with_a_message(
    two_sources: Path, reported: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["cite", "length_words.north.maen", "--corpus", str(two_sources)]) == 2
    assert "like it: length_words.north.mean" in capsys.readouterr().err
    (reported / compose.NUMBERS).write_text("{", encoding="utf-8")
    assert main(["cite", "length_words.north.mean", "--corpus", str(two_sources)]) == 2
    assert "is damaged" in capsys.readouterr().err
