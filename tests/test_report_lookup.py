"""Looking up a number or figure from the command line."""

import json
from pathlib import Path

import pytest
from report_folders import make_project, report_corpus

from analysis.cli import main
from analysis.errors import RunError
from analysis.report import lookup


@pytest.fixture(autouse=True)
def folder(two_sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ANALYSIS_ROOT", str(tmp_path / "project"))
    return report_corpus(make_project(tmp_path / "project"), two_sources)


def described(cited_id: str) -> str:
    return "\n".join(lookup.describe(lookup.find(cited_id)))


def test_a_number_is_described_with_unit_n_and_the_command_that_makes_it() -> None:
    text = described("length_words.north.mean")
    assert text.startswith("Length: mean, north: ")
    assert "(words of the body; n = 2 articles). Mean of the articles. Words of the body." in text
    assert "reproduce   analysis figures ../corpus --only 10_length --set copies=keep --set seed=3" in text
    assert "\\analysisnumber{length_words.north.mean}" in text
    assert "figure      length_words" in text


def test_key_and_versions_come_from_the_lock(folder: Path) -> None:
    assert "key         abc\nversions    numpy 2.0" in described("length_words.north.mean")
    (folder / "outputs.lock").unlink()
    assert "key         \nversions    \n" in described("length_words.north.mean")


def test_the_commands_work_for_a_corpus_outside_of_the_project(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    text = described("length_words.north.mean")
    command = text.split("articles    2: analysis ")[1].splitlines()[0]
    assert command == "cite --trace length_words.north.mean --corpus ../corpus"
    monkeypatch.chdir(tmp_path / "project")
    assert main(command.split()) == 0
    assert capsys.readouterr().out.startswith("2 articles:")


def test_a_number_of_a_variant_is_found_in_its_folder(folder: Path) -> None:
    variant = folder / "variants" / "copies=once"
    variant.mkdir(parents=True)
    for name in ("numbers.json", "outputs.lock", "references.json"):
        (variant / name).write_bytes((folder / name).read_bytes())
    found = lookup.find("length_words.north.mean", variant="copies=once")
    assert found.folder == variant
    assert "--corpus ../corpus --variant copies=once" in "\n".join(lookup.describe(found))
    assert lookup.find("length_words.north.mean").folder == folder
    missing = (
        'there are no numbers of the variant "copies=keep"; variants with numbers: copies=once; make it: '
    )
    with pytest.raises(RunError, match=missing):
        lookup.find("length_words.north.mean", variant="copies=keep")


def test_a_folder_without_figures_is_named_with_the_corpora_that_have_some(tmp_path: Path) -> None:
    with pytest.raises(RunError) as caught:
        lookup.find("length_words.north.mean", str(tmp_path))
    message = str(caught.value)
    assert message.startswith(f'corpus = "{tmp_path}" has no figures: there are no numbers in ')
    assert message.endswith(f"make them: analysis figures {tmp_path}")


def test_a_figure_is_described_by_its_title_chart_and_files() -> None:
    text = described("framing_terms")
    assert "Chart of framing_terms; n = 4 articles." in text
    assert "notebook    40_terms" in text
    assert "framing_terms.svg" in text
    assert "analysisnumber" not in text


def test_a_number_is_described_with_the_references_of_its_corpus_and_the_software() -> None:
    text = described("length_words.north.mean")
    assert "@misc{corpus-corpus," in text
    assert "@software{samestory," in text
    found = json.loads(text[text.index("\n[\n") :])
    assert [(item["id"], item["type"]) for item in found] == [
        ("corpus-corpus", "dataset"),
        ("samestory", "software"),
    ]


def test_an_unknown_id_lists_similar_ones(two_sources: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cite", "length_words.north.maen", "--corpus", str(two_sources)]) == 2
    assert "similar: length_words.north.mean" in capsys.readouterr().err
    with pytest.raises(RunError, match=r"similar: length_words\.north\."):
        lookup.find("length_words.north")
    with pytest.raises(RunError, match=r"ids begin with: .*length_words"):
        lookup.find("???")


def test_an_id_of_several_corpora_asks_for_one(folder: Path) -> None:
    other = folder.parent / "other"
    other.mkdir()
    for name in ("numbers.json", "outputs.lock", "references.json"):
        (other / name).write_bytes((folder / name).read_bytes())
    with pytest.raises(RunError, match="is in several corpora") as error:
        lookup.find("length_words.north.mean")
    advice = str(error.value).partition("name one: --corpus ")[2]
    assert lookup.find("length_words.north.mean", advice).folder == folder


@pytest.mark.parametrize("name", ["numbers.json", "outputs.lock", "references.json"])
def test_a_damaged_file_is_named(folder: Path, name: str) -> None:
    (folder / name).write_text("{", encoding="utf-8")
    with pytest.raises(RunError, match=name.replace(".", r"\.")):
        described("length_words.north.mean")
