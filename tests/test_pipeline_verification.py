"""An honest folder is verified; every forgery is found, and what could not be checked is named."""

import json
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from tiny_projects import edit, write_notebook

from analysis import corpus as corpora
from analysis import features, pipeline
from analysis.errors import RunError
from analysis.features import files, origin
from analysis.pipeline import composition, lock, verification
from analysis.pipeline.findings import Findings
from analysis.pipeline.lock import LOCK, Entry, Lock
from analysis.pipeline.verification import verify
from analysis.provenance import content_key, file_hash, to_json, versions


def found(name: str = "tale") -> Findings:
    (findings,) = verify(name, workers=2)
    return findings


@pytest.fixture
def folder(own_project: Path, finished_project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The figures of the corpus. What notebooks make again is known, and taken from there to save time."""

    def copy(planned: Sequence[pipeline.Job], *, folder: Path, **_: object) -> list[pipeline.Result]:
        if planned:
            shutil.copytree(finished_project / "figures" / "tale", folder / "tale")
        return [pipeline.Result(job, "asked for") for job in planned]

    monkeypatch.setattr(verification, "run", copy)
    return own_project / "figures" / "tale"


def relock(folder: Path, change: Callable[[Lock], Lock]) -> None:
    """Write a lock that does not contradict itself: the keys fit the parts, and the hashes the files."""
    known = change(lock.read(folder))

    def fit(entry: Entry) -> Entry:
        made_from = {**entry.made_from, "versions": content_key(known.versions)}
        new = {
            kind: {n: file_hash(folder / n) if (folder / n).is_file() else d for n, d in own.items()}
            for kind, own in (("outputs", entry.outputs), ("copies", entry.copies))
        }
        key = lock.entry_key(made_from, entry.parameters)
        return entry.model_copy(update={"made_from": made_from, "key": key, **new})

    notebooks = {name: fit(entry) for name, entry in known.notebooks.items()}
    known = known.model_copy(update={"notebooks": notebooks})
    lock.write(folder, known.model_copy(update={"composed": known.composed and fit(known.composed)}))


def claim_version(known: Lock) -> Lock:
    return known.model_copy(update={"versions": {**known.versions, "numpy": "0.1"}})


def test_what_was_made_is_rebuilt_and_identical(own_project: Path) -> None:
    folder = own_project / "figures" / "tale"
    findings = found()
    count = len(lock.read(folder).files)
    assert findings.status == 0
    assert findings.lines() == [
        f"tale: verified: all {count} files were rebuilt and are identical (2 of 2 notebooks)"
    ]


def test_copies_that_are_not_here_are_named_and_no_fault(folder: Path) -> None:
    (folder / "a.png").unlink()
    shutil.rmtree(folder / "notebooks")
    findings = found()
    assert findings.status == 0
    assert findings.lines()[0].endswith("; not compared, because not here: 3 files that git does not hold")


def test_a_notebook_that_has_not_run_is_named(own_project: Path) -> None:
    write_notebook(own_project / "notebooks", "mine", ['corpus: str = ""', "1"])
    findings = found()
    assert findings.status == 0
    assert findings.lines()[0].endswith("(2 of 2 notebooks); not run yet: mine")


def test_variants_are_verified_too(own_project: Path) -> None:
    pipeline.run(pipeline.plan(["tale"], given={"seed": "7"}))
    own, variant = verify("tale", workers=2)
    assert (own.status, variant.status, variant.place) == (0, 0, "tale/variants/seed=7")
    place = own_project / "figures" / "tale" / "variants"
    (place / "seed=7").rename(place / "seed=8")
    _, moved = verify("tale", workers=2)
    assert moved.status == 4
    assert "outputs.lock was edited: the parameters in it belong to tale/variants/seed=7" in moved.inputs


def test_every_file_that_was_edited_removed_or_added_is_found(folder: Path) -> None:
    edit(folder / "a.svg", "<svg", "<svg ")
    edit(folder / "a.csv", "north/one,", "north/one,9")
    for name in ("report.html", "methods.md", "notebooks/10_length.ipynb", "a.png"):
        with (folder / name).open("a") as file:
            file.write(" ")
    (folder / "numbers.tex").unlink()
    (folder / "extra.svg").write_text("<svg/>")
    (folder / "variants").mkdir()
    (folder / "variants" / "old.csv").write_text("1")
    findings = found()
    assert findings.status == 1
    assert {line.partition(":")[0] for line in findings.outputs} == {
        *(f"{name} was edited" for name in ("a.svg", "a.csv", "report.html", "methods.md", "a.png")),
        "notebooks/10_length.ipynb was edited",
        "numbers.tex is missing",
        "extra.svg is not in outputs.lock",
        "variants/old.csv is not in outputs.lock",
    }
    assert (
        findings.lines()[0] == "tale: not verified: 9 files differ from what is made now (2 of 2 notebooks)"
    )
    (table,) = [line for line in findings.outputs if line.startswith("a.csv")]
    assert table.endswith("; articles: north/one")


def test_files_edited_together_with_the_lock_are_found(folder: Path) -> None:
    edit(folder / "a.svg", "<svg", "<svg ")
    edit(folder / "numbers.tex", "12.5", "999")
    relock(folder, lambda known: known)
    findings = found()
    assert findings.status == 1
    assert [line.partition(":")[0] for line in findings.outputs] == [
        "a.svg differs from what is made now",
        "numbers.tex differs from what is made now",
    ]


def test_an_edited_text_is_found_with_what_it_changes(own_project: Path) -> None:
    text = own_project / "corpus" / "tale" / "south" / "one.txt"
    text.write_text(text.read_text() + "\nNobody in the harbour had asked for any of it.\n")
    findings = found()
    assert findings.status == 4
    assert "south/one.txt was edited since the figures were made" in findings.inputs
    assert any(line.startswith("features/ is not what the texts give: ") for line in findings.inputs)
    (table,) = [line for line in findings.outputs if line.startswith("a.csv")]
    assert table.startswith("a.csv differs from what is made now: 2 places differ, most: south/one, ")
    assert table.endswith("; articles: south/one")


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (
            '"seed": 4',
            '"seed": 7',
            "outputs.lock was edited: the key of 10_length does not belong to its parts",
        ),
        (
            '"numpy": "',
            '"numpy": "0',
            "outputs.lock was edited or is partly old: 10_length was not made with the versions that it names",
        ),
    ],
)
def test_a_lock_that_contradicts_itself_is_found(folder: Path, old: str, new: str, line: str) -> None:
    edit(folder / LOCK, old, new)
    findings = found()
    assert findings.status == 4
    assert line in findings.inputs


def test_an_edited_hash_in_the_lock_is_found(folder: Path) -> None:
    edit(folder / LOCK, file_hash(folder / "a.csv"), "0" * 64)
    findings = found()
    assert findings.status == 4
    assert findings.inputs == ["outputs.lock was edited: its hash of a.csv is not that of the file"]


def test_a_lock_without_notebooks_is_no_proof_of_the_files_beside_it(folder: Path) -> None:
    edit(folder / "a.csv", "north/one,", "north/one,9")
    lock.write(folder, lock.read(folder).model_copy(update={"notebooks": {}, "composed": None}))
    findings = found()
    assert findings.status == 4
    assert "outputs.lock is missing or names no notebook: make the figures again" in findings.inputs
    assert "a.csv is not in outputs.lock" in findings.outputs
    (folder / LOCK).unlink()
    assert found().status == 4


def test_a_report_that_was_taken_out_of_the_lock_is_found(folder: Path) -> None:
    edit(folder / "methods.md", "4 articles", "999 articles")
    lock.write(folder, lock.read(folder).model_copy(update={"composed": None}))
    findings = found()
    assert findings.status == 1
    assert "methods.md is not in outputs.lock" in findings.outputs


def test_tables_edited_beside_the_texts_are_found_though_all_hashes_fit(own_project: Path) -> None:
    loaded = corpora.load("tale")
    shipped = loaded.folder / "features"
    measured = features.load(loaded)
    more = measured.articles.assign(words=measured.articles["words"] + 500)
    about = json.loads((shipped / origin.ABOUT).read_text())
    packed = files.pack_tables(replace(measured, articles=more))
    for name, content in packed.items():
        (shipped / f"{name}.parquet").write_bytes(content)
    about["tables"] = {name: file_hash(shipped / f"{name}.parquet") for name in packed}
    (shipped / origin.ABOUT).write_text(to_json(about))
    shutil.rmtree(own_project / ".cache")
    pipeline.run(pipeline.plan(["tale"]))  # the figures fit the tables, too
    findings = found()
    assert findings.status == 4
    assert "features/ is not what the texts give: articles.parquet" in findings.inputs
    assert any(line.startswith("the feature tables changed since") for line in findings.inputs)


def test_an_edited_table_is_found_where_texts_are_absent_and_a_true_one_is_taken_on_trust(
    own_project: Path,
) -> None:
    folder = own_project / "corpus" / "tale"
    loaded = corpora.load("tale")
    rows = [f"{a.file},{a.source},{a.sha256}" for a in loaded.articles]
    (folder / "articles.csv").write_text("\n".join(["file,source,sha256", *rows, ""]))
    for article in loaded.articles:
        (folder / article.file).unlink()
    pipeline.run(pipeline.plan(["tale"]))
    findings = found()
    assert findings.status == 0
    assert findings.lines()[0].endswith(
        "(2 of 2 notebooks); taken on trust: the feature tables of 4 articles whose texts are not here"
    )
    table = folder / "features" / "quotes.parquet"
    table.write_bytes(table.read_bytes() + b" ")
    findings = found()
    assert findings.status == 4
    assert "features/ was edited after it was measured: quotes.parquet" in findings.inputs


def test_a_changed_title_of_the_corpus_is_compared(own_project: Path) -> None:
    (own_project / "corpus" / "tale" / "corpus.toml").write_text('title = "Another title"\n')
    findings = found()
    assert findings.status == 4
    assert "the corpus changed since these were made: the report" in findings.inputs
    assert any(line.startswith("report.html differs from what is made now") for line in findings.outputs)
    pipeline.run(pipeline.plan(["tale"]))
    assert found().status == 0


def test_a_changed_notebook_is_found(own_project: Path) -> None:
    edit(own_project / "notebooks" / "10_length.ipynb", "12.5 +", "13.5 +")
    findings = found()
    assert findings.status == 4
    assert "the notebook changed since these were made: 10_length" in findings.inputs


def test_a_notebook_that_fails_is_named_and_its_files_are_not_called_unmade(own_project: Path) -> None:
    edit(own_project / "notebooks" / "10_length.ipynb", "import json", "1 / 0")
    findings = found()
    assert findings.status == 4
    (line,) = findings.outputs
    assert line.startswith("tale: 10_length, cell 2 of 4: ZeroDivisionError")
    assert "(1 of 2 notebooks)" in findings.lines()[0]


def test_with_other_versions_texts_are_compared_by_value_and_pictures_are_named(folder: Path) -> None:
    edit(folder / "methods.md", versions()["numpy"], "0.1")
    edit(folder / "references.bib", versions()["numpy"], "0.1")
    edit(folder / "references.json", versions()["numpy"], "0.1")
    edit(folder / "numbers.tex", "12.5", "12.50000001")
    (folder / "a.svg").write_text("<svg/>")
    relock(folder, claim_version)
    findings = found()
    assert findings.inputs == []
    assert findings.outputs == []
    assert findings.status == 3
    assert findings.versions == f"numpy (0.1 → {versions()['numpy']})"
    assert set(findings.equal) == {"methods.md", "references.bib", "references.json", "numbers.tex"}
    first, *_, last = findings.lines()
    assert "4 have the same words and numbers with other versions (2 of 2 notebooks)" in first
    assert first.endswith("; not compared, because other versions draw them differently: 1 .svg")
    assert last == "tale: not compared: a.svg"


@pytest.mark.parametrize(
    ("name", "number"),
    [("numbers.tex", "12.5"), ("methods.md", "4 articles"), ("report.html", "12.5"), ("a.csv", ",")],
)
def test_another_version_in_the_lock_excuses_no_number(folder: Path, name: str, number: str) -> None:
    edit(folder / name, number, f"{number}999")
    relock(folder, claim_version)
    findings = found()
    assert findings.status == 1
    assert any(line.startswith(f"{name} differs from what is made now: ") for line in findings.outputs)


def test_a_corpus_without_figures_is_refused_with_what_to_do(folder: Path) -> None:
    shutil.rmtree(folder)
    with pytest.raises(RunError, match=r"there are no figures in .*; make them: analysis figures tale"):
        verify("tale")


def test_what_the_report_is_made_from_is_what_makes_it_due(own_project: Path) -> None:
    loaded, known = corpora.load("tale"), lock.read(own_project / "figures" / "tale")
    assert known.composed
    before = composition.hash_composition(known, loaded)
    assert before == known.composed.made_from
    (loaded.folder / "corpus.toml").write_text('licence = "CC0-1.0"\n')
    after = composition.hash_composition(known, corpora.load("tale"))
    assert {part for part in before if before[part] != after[part]} == {"corpus"}


def test_a_file_in_a_folder_of_variants_inside_a_variant_is_found(folder: Path) -> None:
    place = folder / "variants" / "size=2"
    shutil.copytree(folder, place)
    (place / "variants" / "x").mkdir(parents=True)
    (place / "variants" / "x" / "forged.csv").write_text("a\n1\n")
    files = verification._hash_stored(place)
    assert "variants/x/forged.csv" in files
    assert not [name for name in verification._hash_stored(folder) if name.startswith("variants/")]


@pytest.mark.parametrize(
    "change",
    [
        lambda entry: entry.model_copy(update={"outputs": {**entry.outputs, "b.csv": "0" * 64}}),
        lambda entry: entry.model_copy(update={"made_from": {**entry.made_from, "extra": "x"}}),
        lambda entry: entry.model_copy(update={"parameters": {**entry.parameters, "corpus": "nonsense"}}),
    ],
    ids=["a hash of a file of another notebook", "an unknown part", "a corpus as a parameter"],
)
def test_an_entry_that_says_more_than_the_rebuilt_one_is_found(
    folder: Path, change: Callable[[Entry], Entry]
) -> None:
    first = min(lock.read(folder).notebooks)
    relock(
        folder,
        lambda known: known.model_copy(
            update={"notebooks": {**known.notebooks, first: change(known.notebooks[first])}}
        ),
    )
    assert found().status in (1, 4)


def test_a_lock_that_names_another_corpus_is_found(folder: Path) -> None:
    relock(folder, lambda known: known.model_copy(update={"folder": "/etc"}))
    assert found().inputs == [f"{LOCK} was edited: it is not the one that is made now"]


@pytest.mark.parametrize("version", ["minus ", "", "9.99"])
def test_a_claimed_version_excuses_no_word_and_no_number_of_a_table(folder: Path, version: str) -> None:
    table = next(folder.glob("*.csv"))
    now = versions()["numpy"] if version == "9.99" else ""
    text = table.read_text()
    shutil.copytree(folder, folder.parent / "made")
    made = folder.parent / "made" / table.name
    made.write_text(f"{text}x,{now}1\n" if version != "9.99" else f"{text}x,{now}\n")
    table.write_text(f"{text}x,{version}1\n" if version != "9.99" else f"{text}x,{version}\n")
    findings = Findings(place="tale", versions="numpy")
    known = lock.read(folder).model_copy(
        update={"versions": {**versions(), "numpy": version, "zlib": version}}
    )
    known = known.model_copy(
        update={"notebooks": {"n": Entry(made_from={}, key="", outputs={table.name: file_hash(table)})}}
    )
    verification._compare_files(findings, known, folder, folder.parent / "made", set())
    assert bool([line for line in findings.outputs if line.startswith(table.name)]) == (version != "")


def test_what_belongs_to_no_corpus_is_named_and_fails(own_project: Path) -> None:
    figures = own_project / "figures"
    (figures / "fake").mkdir()
    (figures / "fake" / "numbers.json").write_text("{}")
    (figures / "loose.html").write_text("")
    assert verification.find_corpora() == ["tale"]
    assert [(one.place, one.status) for one in verification.find_strays()] == [("fake", 4), ("loose.html", 4)]


def test_figures_of_a_corpus_outside_the_project_are_found_by_their_lock(own_project: Path) -> None:
    moved = own_project.parent / "outside" / "tale"
    moved.parent.mkdir()
    shutil.move(own_project / "corpus" / "tale", moved)
    folder = own_project / "figures" / "tale"
    lock.write(folder, lock.read(folder).model_copy(update={"folder": "../outside/tale"}))
    assert verification.find_corpora() == ["../outside/tale"]
    assert verification.find_strays() == []


def test_hidden_files_are_named(folder: Path) -> None:
    (folder / ".hid").mkdir()
    (folder / ".hid" / "report.html").write_text("")
    (folder / ".report.html").write_text("")
    findings = found()
    assert findings.status == 0
    assert findings.lines()[0].endswith("; not compared, because hidden: 2 files")
