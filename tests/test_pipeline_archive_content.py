from pathlib import Path

import pytest
from conftest import STORY, MakeCorpus

from analysis import corpus as corpora
from analysis import features
from analysis.errors import FeaturesError, ShareError
from analysis.features import origin
from analysis.features.files import read
from analysis.pipeline.archive import content


def test_formulas_are_guarded_in_the_table_and_the_tables_fit_it(
    make_corpus: MakeCorpus, tmp_path: Path
) -> None:
    folder = make_corpus(
        {
            "articles.csv": 'file,source,title,article_id\n=x/one.txt,=SUM(A1),"@a\n ""b"" ",+1\nb/two.txt,B,,b\n',
            "=x/one.txt": STORY,
            "b/two.txt": STORY,
        }
    )
    loaded = corpora.load(folder)
    assert not loaded.absent
    content.stage_corpus(loaded, tmp_path / "stage")
    staged = corpora.load(tmp_path / "stage" / "corpus" / "corpus")
    table = (staged.folder / "articles.csv").read_text()
    assert '\'+1,\'=SUM(A1),"\'@a ""b""",,,,,\'=x/one.txt,' in table
    measured = read(staged.folder / "features", staged)
    assert set(measured.articles["article_id"]) == {"'+1", "b"}
    assert not features.explain_staleness(staged)
    assert len(measured.articles) == 2


def test_front_matter_is_in_the_table_once_the_text_is_away(make_corpus: MakeCorpus, tmp_path: Path) -> None:
    folder = make_corpus({"north/one.txt": f"---\ntitle: A quiet day\ndate: 2031-02-03\n---\n{STORY}"})
    content.stage_corpus(corpora.load(folder), tmp_path)
    (article,) = corpora.load(tmp_path / "corpus" / "corpus").absent
    assert (article.title, article.date) == ("A quiet day", "2031-02-03")
    assert origin.read_about(tmp_path / "corpus" / "corpus" / "features")["texts"] == [article.sha256]


def test_no_link_is_followed(two_sources: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("title = 'secret'")
    (two_sources / "README.md").symlink_to(tmp_path / "secret")
    with pytest.raises(ShareError, match=r"README\.md is a link; an archive takes files only"):
        content.stage_corpus(corpora.load(two_sources), tmp_path / "stage")


def test_edited_tables_are_refused_if_texts_are_absent(two_sources: Path, tmp_path: Path) -> None:
    content.stage_corpus(corpora.load(two_sources), tmp_path / "one")
    folder = tmp_path / "one" / "corpus" / "corpus"
    content.stage_corpus(corpora.load(folder), tmp_path / "two")
    (folder / "features" / "words.parquet").write_bytes(b"edited")
    with pytest.raises(FeaturesError, match=r"words\.parquet; put the texts back"):
        content.stage_corpus(corpora.load(folder), tmp_path / "three")
