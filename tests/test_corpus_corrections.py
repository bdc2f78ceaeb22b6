"""The table speakers.csv: what it may hold, and that it is honoured wherever speakers are counted."""

from pathlib import Path

import pytest
from conftest import MakeCorpus

from analysis import corpus, features
from analysis.cli import main
from analysis.corpus.corrections import read_corrections
from analysis.errors import CorpusError
from analysis.measures.speakers import list_speech
from analysis.pipeline import keys

STORY = '"The dam will hold for a year," said Bob Moran. "It is new and it is strong," Moran said.'


def write(folder: Path, text: str) -> Path:
    (folder / "speakers.csv").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "text",
    [
        "name,speaker\nBob Moran,Robert Moran\n",
        "\ufeffName, Speaker\n Bob Moran , Robert Moran \n",
        "name;speaker\nBob Moran;Robert Moran\n",
        "note,speaker,name\nx,Robert Moran,Bob Moran\n",
        "name,speaker\nBob Moran,Robert Moran\nBob Moran,Robert Moran\n",
        "name,speaker\nBob Moran,Robert Moran\nAnn Vega,\n,Ann\n\n",
    ],
)
def test_a_name_has_one_speaker(tmp_path: Path, text: str) -> None:
    assert read_corrections(write(tmp_path, text)) == {"Bob Moran": "Robert Moran"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "has no columns name and speaker"),
        ("who,speaker\na,b\n", "has no columns name and speaker"),
        ("name,speaker\na,b\na,c\n", 'line 3: "a" is c, and b in a line above'),
        ('name,speaker\n"a,b\n', "cannot be read as a table"),
    ],
)
def test_a_malformed_table_is_an_error_that_says_what_to_do(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(CorpusError, match=said):
        read_corrections(write(tmp_path, text))


def test_a_correction_is_honoured_and_makes_notebooks_due(make_corpus: MakeCorpus) -> None:
    folder = make_corpus({"north/a.txt": STORY})
    before = keys.hash_notebook(Path("notebooks/30_quotes.ipynb"), corpus.load(folder), {})
    write(folder, "name,speaker\nBob Moran,Robert Moran\n")
    loaded = corpus.load(folder)
    assert not [entry for entry in loaded.report if entry.status == "refused"]
    assert set(list_speech(features.load(loaded))["speaker"]) == {"Robert Moran"}
    after = keys.hash_notebook(Path("notebooks/30_quotes.ipynb"), loaded, {})
    assert {name for name in before if before[name] != after[name]} == {"corpus"}


def test_quotes_prints_mention_name_role_and_words(
    make_corpus: MakeCorpus, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make_corpus({"north/a.txt": STORY.replace("said Bob", "said Mayor Bob")})
    assert main(["quotes", str(folder), "Bob Moran"]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[0].startswith(
        'north/a, 0%: Bob Moran (mayor, person, "Mayor Bob Moran", by name, certainty '
    )
    assert printed[0].endswith('"The dam will hold for a year,"')
    assert printed[-1] == "2 direct quotations"


def test_quotes_names_those_who_are_like_the_one_asked_for(
    make_corpus: MakeCorpus, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make_corpus({"north/a.txt": STORY})
    assert main(["quotes", str(folder), "Bob Moron"]) != 0
    assert 'nobody is quoted under the name "Bob Moron"' in (error := capsys.readouterr().err)
    assert "Bob Moran" in error
