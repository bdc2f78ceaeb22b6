import json
import re
import shlex
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from analysis import compare, features, project
from analysis import corpus as corpora
from analysis.corpus import Corpus
from analysis.features import Features
from analysis.notebook import parameters as params
from analysis.provenance import versions
from analysis.report import methods as writing
from analysis.report import references
from analysis.report.methods.measures import SHOWN
from analysis.report.methods.prose import escaped
from analysis.report.terms import term_lists

Notebooks = dict[str, dict[str, Any]]
MEANT = {
    "copies": "keep",
    "seed": 7,
    "score": "flesch_kincaid_grade",
    "engine": "published",
    "strips": 24,
    "lexicon": "",
    "top": 30,
    "concordance": "",
    "measure": "flesch_kincaid_grade",
    "first": "",
    "second": "",
}
HOSTILE = "*bold* _x_ <b>y</b> [link](http://e.org) `code` ![i](j) @flesch1948 $z$ {role}`t` # ~~no~~\n\n# Heading\n- item | &amp; \\"


def ran(*names: str, corpus: str = "corpus/example", **given: Any) -> Notebooks:  # noqa: ANN401
    """What a lock says of some notebooks; all of them where none is named."""
    return {
        name: {
            "parameters": {
                field: corpus if field == "corpus" else {**MEANT, **given}[field]
                for field in params.MODELS[name].model_fields
            }
        }
        for name in names or params.MODELS
    }


def written(folder: str | Path, notebooks: Notebooks) -> tuple[str, Corpus, Features]:
    corpus = corpora.load(folder)
    data = features.load(corpus)
    return writing.methods(corpus, data, notebooks), corpus, data


def known_keys(corpus: Corpus, data: Features, notebooks: Notebooks, text: str) -> set[str]:
    lists = term_lists(corpus, data, notebooks)
    return {item["id"] for item in references.entries(corpus, lists, cited=writing.cited(text))}


@pytest.mark.parametrize("name", ["example", "un-north-korea-2014"])
def test_every_key_that_is_cited_is_among_the_references(name: str) -> None:
    text, corpus, data = written(name, ran())
    cited = writing.cited(text)
    assert len(cited) > 30
    assert set(cited) <= known_keys(corpus, data, ran(), text)


def test_every_score_in_either_engine_cites_papers_that_exist() -> None:
    corpus = corpora.load("example")
    data = features.load(corpus)
    for score in compare.measure.__globals__["SCORES"]:
        for engine in ("published", *(["textstat"] if score.textstat else [])):
            notebooks = ran("90_summary", score=score.name, engine=engine)
            text = writing.methods(corpus, data, notebooks)
            assert set(writing.cited(text)) <= known_keys(corpus, data, notebooks, text)
            assert compare.measure(score.name).label in text


def test_the_example_is_described_as_it_is() -> None:
    text, _, data = written("example", ran())
    assert "“Dispatches from Veldania” holds 18 articles from 3 sources: Meridian Wire (6 articles" in text
    assert "published from 2031-03-03 to 2031-11-18" in text
    assert "They report on 6 events, told by more than one source each." in text
    assert "7 articles are marked as copy of a news agency (Meridian)." in text
    assert "1 text breaks off before the end (Channel Nine News 1)" in text
    assert "1 file was read with a remark: decoded as cp1252 (1)." in text
    lines, words = int(data.removed["lines"].sum()), int(data.articles["removed_words"].sum())
    assert f"{lines} lines were removed ({words} words" in text
    assert "2 of 18 articles share text with another source: all are counted." in text


def test_texts_that_are_away_are_told_from_texts_that_were_read() -> None:
    text, _, _ = written("un-north-korea-2014", ran())
    assert "The 2 texts that the corpus lists and does not hold are represented by tables" in text
    assert "read as articles" not in text
    assert "Those with a date were published on 2014-10-28; 1 has none." in text


def test_one_article_a_source_has_no_sentence_on_intervals_or_tests() -> None:
    text, _, _ = written("un-north-korea-2014", ran())
    assert "Each source has one article: the numbers describe these articles" in text
    for word in ("interval", "bootstrap", "permutation", "P value", "p value", "tested", "Tests", "seed 7"):
        assert word not in text.split("~~~~", maxsplit=1)[0]


def test_tests_without_intervals_are_told_where_articles_are_few() -> None:
    text, _, _ = written("example", ran(seed=7))
    assert "With fewer than 8 articles a source, no interval of a mean or a difference is given." in text
    assert "for events by changing the signs of their differences" in text
    assert "Welch" not in text
    assert "(seed 7)" in text


def test_intervals_are_told_from_eight_articles_on(
    make_features: Callable[..., Features], tmp_path: Path
) -> None:
    data = make_features(9, events=False)
    corpus = corpora.load(tmp_path / "corpus")
    text = writing.methods(corpus, data, ran("10_length"))
    assert "with 9,999 resamples (seed 7)" in text
    assert "Welch's t" in text
    assert "Gehan" not in text


def test_a_notebook_that_did_not_run_is_not_described() -> None:
    text, _, _ = written("example", ran("10_length"))
    assert "Length: Words of the body." in text
    for word in ("Readability", "Flesch", "quotation", "framing.yml", "specification", "BASIL", "log ratio"):
        assert word not in text.split("### Measures")[1].split("### Software")[0]


def test_parameters_are_told_as_they_were_set() -> None:
    text, _, _ = written(
        "example", ran("20_readability", "90_summary", score="lix", engine="textstat", copies="once")
    )
    assert (
        "LIX [@bjornsson1968] is given in points (higher = harder), as the library textstat computes it"
        in text
    )
    assert "One article of each shared text is counted: 1 of 18 articles left out" in text
    assert "--set copies=once --set engine=textstat --set score=lix --set seed=7" in text


def test_notebooks_that_ran_with_different_parameters_have_commands_of_their_own() -> None:
    notebooks = ran("10_length", "90_summary")
    notebooks["90_summary"]["parameters"]["copies"] = "leave out"
    text, _, _ = written("example", notebooks)
    assert "This holds for `10_length`." in text
    commands = [shlex.split(line) for line in text.split("~~~~")[1].strip().splitlines()]
    assert [command[:5] for command in commands] == [
        ["analysis", "figures", "corpus/example", "--only", "10_length"],
        ["analysis", "figures", "corpus/example", "--only", "90_summary"],
    ]
    assert "copies=keep" in commands[0]
    assert "copies=leave out" in commands[1]


def test_refused_missing_and_foreign_files_are_counted_with_their_reasons(two_sources: Path) -> None:
    (two_sources / "north" / "empty.txt").write_text(" ")
    (two_sources / "north" / "scan.pdf").write_text("x")
    (two_sources / "articles.csv").write_text("file,source\nnorth/one.txt,north\nsouth/gone.txt,south\n")
    text, _, _ = written(two_sources, ran("00_corpus"))
    assert "4 files were read as articles." in text
    assert "1 file could not be used: empty file (1)." in text
    assert "1 file was announced by the corpus and missing: the file is not here (1)." in text
    assert "1 file was not read as articles: .pdf files are not read as articles" in text


def test_every_version_is_named() -> None:
    text, _, _ = written("example", ran("00_corpus"))
    for name, version in versions().items():
        assert f" {version} [@{name}" in text


def test_what_comes_from_the_corpus_prints_as_it_is_and_does_nothing_else(two_sources: Path) -> None:
    (two_sources / "corpus.toml").write_text(f"title = {json.dumps(HOSTILE)}\n")
    notebooks = ran(corpus="x ~~~~\n`y` @z")
    text, corpus, data = written(two_sources, notebooks)
    tokens = MarkdownIt("commonmark").parse(text)
    assert [t.tag for t in tokens if t.type == "heading_open"] == ["h2", *["h3"] * 5]
    first = next(t for t in tokens if t.type == "inline" and "The corpus" in t.content)
    assert {child.type for child in first.children or []} == {"text", "text_special"} or all(
        child.type == "text" for child in first.children or []
    )
    printed = "".join(child.content for child in first.children or [])
    assert " ".join(HOSTILE.split()) in printed
    assert "flesch1948" not in writing.cited(text.split("### Measures")[0])
    assert set(writing.cited(text)) <= known_keys(corpus, data, notebooks, text)


@pytest.mark.parametrize("sign", list("\\`*_{}[]<>#@$&~^|!"))
def test_a_sign_of_markup_is_escaped(sign: str) -> None:
    assert escaped(f"a{sign}\nb") == f"a\\{sign} b"


def test_paragraphs_are_prose() -> None:
    text, _, _ = written("example", ran())
    for line in text.split("~~~~", maxsplit=1)[0].splitlines():
        assert not line or re.match(r"#{2,3} [A-Z][a-z]+$|[A-Z0-9].*[.:]$", line), line
        assert not re.search(r"  |\.\.|\( |nan|None(?! of)", line), line


def test_the_measures_that_a_notebook_shows_are_those_in_its_cells() -> None:
    parameters: Mapping[str, Any] = {"score": "score.name", "measure": "p.measure"}
    for name, names in SHOWN.items():
        cells = json.loads((project.notebooks() / f"{name}.ipynb").read_text(encoding="utf-8"))["cells"]
        code = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
        for one in names(parameters):
            assert one in code, f"{name} does not show {one}"
        for listed in re.findall(r"names = \[(.*?)\]", code):
            said = {entry.strip().strip('"') for entry in listed.split(",")}
            assert said <= set(names(parameters)), f"{name} shows more than is told"


def test_the_text_is_the_same_each_time(two_sources: Path) -> None:
    corpus = corpora.load(two_sources)
    data = features.load(corpus)
    again = replace(data, articles=data.articles.copy())
    assert writing.methods(corpus, data, ran()) == writing.methods(corpus, again, ran())
