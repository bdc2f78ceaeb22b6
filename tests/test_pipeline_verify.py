import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import STORY, MakeCorpus

from analysis import corpus, features
from analysis import pipeline as run
from analysis.errors import RunError
from analysis.features import files
from analysis.pipeline import lock, verify
from analysis.pipeline.verify.moved import moves
from analysis.provenance import file_hash

Change = Callable[[Path, Path], object]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a corpus and the figures that two notebooks make of it; not to be changed."""
    home = tmp_path_factory.mktemp("made")
    for source, text in (("north", STORY), ("south", STORY.replace("dismal ", ""))):
        (home / "corpus" / "tale" / source).mkdir(parents=True)
        (home / "corpus" / "tale" / source / "one.txt").write_text(text)
    with pytest.MonkeyPatch.context() as patch:
        _inside(home, patch)
        loaded = corpus.load(home / "corpus" / "tale")
        files.write(features.load(loaded), loaded.folder / "features")
        jobs = run.plan([str(loaded.folder)], only=["00", "10"])
        assert not any(result.error for result in run.run(jobs, folder=home / "figures", workers=2))
    return home


def _inside(home: Path, patch: pytest.MonkeyPatch) -> None:
    """Let the project's folders for outputs be those below `home`."""
    for module in ("analysis.project", "analysis.pipeline.planning", "analysis.pipeline.verify.checking"):
        patch.setattr(f"{module}.FIGURES", home / "figures")
    patch.setattr("analysis.pipeline.records.CACHE", home / "cache")
    patch.setattr("analysis.features.store.CACHE", home / "cache")


@pytest.fixture
def own(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, to be tampered with."""
    home = tmp_path / "own"
    shutil.copytree(made, home)
    _inside(home, monkeypatch)
    return home


def found(home: Path, *, force: bool = False) -> verify.Findings:
    (findings,) = verify.verify(str(home / "corpus" / "tale"), workers=2, force=force)
    return findings


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_what_was_made_here_is_verified_without_a_kernel_and_with_force_by_making_it(own: Path) -> None:
    first, again = found(own), found(own, force=True)
    assert (first.status, first.again) == (0, 0)
    assert (again.status, again.again) == (0, 2)
    (said,) = first.lines()
    assert said == (
        "tale: verified: every output came out the same, to the byte "
        "(0 of 2 notebooks run again; 2 had been made here before from the same inputs)"
    )


def test_on_another_machine_everything_is_made_again(own: Path) -> None:
    shutil.rmtree(own / "cache")
    findings = found(own)
    assert (findings.status, findings.again) == (0, 2)


def test_an_edited_figure_is_caught(own: Path) -> None:
    edit(own / "figures" / "tale" / "length_words.svg", "<svg", "<svg ")
    findings = found(own)
    assert findings.status == 1
    assert findings.outputs == ["length_words.svg: was edited"]
    assert findings.again == 1


def test_an_edited_number_is_caught_with_what_it_was_and_whose_it_is(own: Path) -> None:
    edit(own / "figures" / "tale" / "length_words.csv", ",135,", ",153,")
    findings = found(own)
    assert findings.status == 1
    (said,) = findings.outputs
    assert said == (
        "length_words.csv: was edited: 1 value moved, most north/one, value: 153 → 135 (0.12 of it); "
        "articles: north/one"
    )


def test_an_edited_text_is_caught_with_what_it_moves(own: Path) -> None:
    one = own / "corpus" / "tale" / "south" / "one.txt"
    one.write_text(one.read_text() + "\nNobody in the harbour had asked for any of it.\n")
    findings = found(own)
    assert findings.status == 4
    assert "south/one.txt: was edited since the figures were made" in findings.inputs
    (words,) = [line for line in findings.outputs if line.startswith("length_words.csv")]
    assert "comes out differently now" in words
    assert words.endswith("articles: south/one")


def test_an_edited_hash_of_the_lock_is_caught(own: Path) -> None:
    path = own / "figures" / "tale" / lock.LOCK
    known = lock.read(path.parent).notebooks["10_length"].outputs["length_words.csv"]
    edit(path, known, "0" * 64)
    findings = found(own)
    assert findings.status == 4
    assert findings.inputs == [
        "outputs.lock: was edited: length_words.csv is as it is made, not as the lock has it"
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            '"seed": 20141028',
            '"seed": 7',
            "outputs.lock: was edited: the key of 10_length is not that of its parts",
        ),
        (
            '"numpy": "',
            '"numpy": "0',
            "outputs.lock: was edited: no notebook ran with the versions that it names",
        ),
    ],
)
def test_an_edited_entry_of_the_lock_is_caught(own: Path, old: str, new: str, said: str) -> None:
    edit(own / "figures" / "tale" / lock.LOCK, old, new)
    findings = found(own)
    assert findings.status == 4
    assert said in findings.inputs


def test_a_figure_edited_together_with_its_lock_is_caught_where_it_was_not_made(own: Path) -> None:
    folder = own / "figures" / "tale"
    before = lock.read(folder).notebooks["10_length"].outputs["length_words.svg"]
    edit(folder / "length_words.svg", "<svg", "<svg ")
    edit(folder / lock.LOCK, before, file_hash(folder / "length_words.svg"))
    findings = found(own)
    assert findings.outputs == ["length_words.svg: comes out differently now"]
    assert findings.status == 1


def test_a_missing_output_is_caught(own: Path) -> None:
    (own / "figures" / "tale" / "length_words.png").unlink()
    findings = found(own)
    assert findings.outputs == ["length_words.png: is missing"]
    assert findings.status == 1


def test_a_missing_or_edited_report_is_caught(own: Path) -> None:
    report = own / "figures" / "tale" / "report.html"
    edit(report, "<html", "<html ")
    assert found(own).outputs == ["report.html: was edited"]
    report.unlink()
    assert found(own).outputs == ["report.html: is missing"]


def test_a_stale_table_is_caught(own: Path) -> None:
    table = own / "corpus" / "tale" / "features" / "quotes.parquet"
    table.write_bytes(table.read_bytes() + b" ")
    findings = found(own)
    assert findings.inputs == ["features/ was edited since it was measured: quotes.parquet"]
    assert findings.status == 4


def test_a_text_that_is_away_and_whose_hash_was_edited_is_caught_though_nothing_can_be_made(
    own: Path,
) -> None:
    folder = own / "corpus" / "tale"
    files = sorted(folder.glob("*/one.txt"))
    rows = [f"{path.parent.name}/one.txt,{path.parent.name},{file_hash(path)}" for path in files]
    (folder / "articles.csv").write_text("\n".join(["file,source,sha256", *rows, ""]))
    for path in files:
        path.unlink()
    edit(folder / "articles.csv", file_hash_of := rows[0].rsplit(",", 1)[1], "0" * len(file_hash_of))
    findings = found(own)
    assert "north/one.txt: was edited since the figures were made" in findings.inputs
    assert "not everything can be made again: the 2 texts of tale are not here" in findings.inputs[-1]
    assert findings.status == 4


def test_other_versions_are_verified_by_value(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = {**lock.read(own / "figures" / "tale").versions, "matplotlib": "0.1"}
    for module in (
        *("cite.references", "keys", "run.composing", "run.planning", "run.publishing", "verify.checking"),
    ):
        monkeypatch.setattr(f"analysis.{module}.versions", lambda: other)
    folder = own / "figures" / "tale"
    known = lock.read(folder)
    # What another version draws: other bytes of a picture, and a number that moves in its last digits.
    drawn = json.loads((folder / lock.LOCK).read_text(encoding="utf-8"))
    edit(folder / "length_words.svg", "<svg", "<svg ")
    edit(folder / "length_words.csv", ",135,", ",135.00000001,")
    for name in ("length_words.svg", "length_words.csv"):
        drawn["notebooks"]["10_length"]["outputs"][name] = file_hash(folder / name)
    (folder / lock.LOCK).write_text(json.dumps(drawn), encoding="utf-8")
    findings = found(own)
    assert findings.versions == f"matplotlib ({known.versions['matplotlib']} → 0.1)"
    assert findings.outputs == []
    assert {"length_words.svg", "length_words.csv"} <= set(findings.other_bytes)
    assert findings.status == 3
    edit(folder / "length_words.csv", "135.00000001", "136")
    drawn["notebooks"]["10_length"]["outputs"]["length_words.csv"] = file_hash(folder / "length_words.csv")
    (folder / lock.LOCK).write_text(json.dumps(drawn), encoding="utf-8")
    moved = found(own)
    assert moved.status == 1
    assert "136 → 135" in moved.outputs[0]


def test_how_something_was_made_is_no_value_that_moved(tmp_path: Path) -> None:
    before, now = tmp_path / "before.json", tmp_path / "now.json"
    before.write_text(
        '{"notebooks": {"a": {"key": "1", "versions": {"numpy": "1"}}}, "numbers": {"a.b": {"value": 2}}}'
    )
    now.write_text(
        '{"notebooks": {"a": {"key": "2", "versions": {"numpy": "2"}}}, "numbers": {"a.b": {"value": 2}}}'
    )
    assert moves(before, now) == []
    now.write_text(now.read_text().replace('"value": 2', '"value": 3'))
    assert [(move.where, move.before, move.now) for move in moves(before, now)] == [
        ("numbers.a.b.value", "2", "3")
    ]


def test_what_is_no_table_any_more_moved_as_a_whole(tmp_path: Path) -> None:
    before, now = tmp_path / "before.csv", tmp_path / "now.csv"
    before.write_text("source,value\nnorth,1\n")
    now.write_text(f"source,value\nnorth,{'9' * (1 << 20)}1\n")
    assert moves(before, now)


def test_a_corpus_without_figures_is_refused_with_what_to_do(
    make_corpus: MakeCorpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _inside(tmp_path, monkeypatch)
    folder = make_corpus({"north/a.txt": STORY})
    with pytest.raises(RunError, match=r"holds no outputs\.lock; make the figures: analysis figures"):
        verify.verify(str(folder))
