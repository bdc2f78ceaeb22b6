from pathlib import Path

import pytest

from analysis import project as paths
from analysis.errors import CorpusError


def test_a_corpus_is_found_by_its_name_from_any_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert paths.corpus_folder("example") == paths.CORPORA / "example"
    assert paths.corpus_folder("corpus/example") == paths.CORPORA / "example"


def test_a_folder_here_wins_over_a_corpus_of_that_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "example").mkdir()
    monkeypatch.chdir(tmp_path)
    assert paths.corpus_folder("example") == (tmp_path / "example").resolve()


@pytest.mark.parametrize("name", ["", "nowhere", "corpus/nowhere", "~nobody-of-this-name", "x" * 5000])
def test_a_folder_that_does_not_exist_is_named_with_the_corpora_there_are(name: str) -> None:
    with pytest.raises(CorpusError, match="is no folder; corpus/ has: example, un-north-korea-2014"):
        paths.corpus_folder(name)


def test_a_run_can_send_figures_elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert paths.figures_folder(paths.CORPORA / "example") == paths.FIGURES / "example"
    monkeypatch.setenv("ANALYSIS_FIGURES", str(tmp_path))
    assert paths.figures_folder(paths.CORPORA / "example") == tmp_path


def test_a_folder_named_like_a_shipped_corpus_does_not_replace_its_figures(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"is named like a corpus in corpus/.*; rename the folder"):
        paths.figures_folder(tmp_path / "example")
