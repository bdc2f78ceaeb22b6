"""The methods section: true to what the notebooks reported, and plain text whatever the corpus says."""

import json
import re
import shlex
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import STORY, MakeCorpus, MakeFeatures
from markdown_it import MarkdownIt

from analysis import corpus as corpora
from analysis import features, results
from analysis.corpus import Corpus
from analysis.features import Features
from analysis.measures.registry import all_measures, find_measure
from analysis.provenance import versions
from analysis.report.methods import find_citations, write_methods
from analysis.report.numbers import NumberFile
from analysis.report.records import NotebookReport, ReportedMeasure, ReportedMethod
from analysis.report.references import TermList, describe_term_list, list_references
from analysis.results.copies import count_articles, select_copies
from analysis.results.result import Result

HOSTILE = "*bold* _x_ <b>y</b> [link](http://e.org) `code` ![i](j) @flesch1948 $z$ {role}`t` # ~~no~~\n\n# Heading\n- item | &amp; \\"


def report(
    folder: Path, found: Sequence[Result], *, name: str = "10_own", **parameters: str | int
) -> NotebookReport:
    """What a notebook reports that has some results."""
    file = NumberFile(folder, NotebookReport(name, "c", {"corpus": "c", **parameters}))
    for one in found:
        file.add(one, figure="", sources=())
    return file.report


def write(
    corpus: Corpus,
    data: Features,
    *reports: NotebookReport,
    lists: Sequence[TermList] = (),
    **variant: str,
) -> str:
    return write_methods(corpus, data, reports, lists, variant=variant)


@pytest.fixture(scope="module")
def example() -> tuple[Corpus, Features]:
    corpus = corpora.load("example")
    return corpus, features.load(corpus)


def list_results(data: Features) -> list[Result]:
    """A result of every kind that says how it was made."""
    names = ["words", "flesch_kincaid_grade", "quoted_share", "effective_speakers", "terms_per_1000"]
    return [
        count_articles(data, select_copies(data, "keep"), copies="keep", topic="own"),
        results.compare_measures(data, names, id="summary", seed=7),
        results.compare_sources(data, names, id="differences", seed=7),
        results.compare_events(data, find_measure("words"), id="events"),
        results.compare_engines(data),
        results.compare_listed_terms(data, seed=7),
        results.list_negated_terms(data),
        results.compare_with_reference(data, ["words"], id="reference"),
    ]


@pytest.mark.parametrize("name", ["example", "un-north-korea-2014"])
def test_every_key_that_is_cited_is_among_the_references(name: str, tmp_path: Path) -> None:
    corpus = corpora.load(name)
    data = features.load(corpus)
    own, lists = report(tmp_path, list_results(data)), [describe_term_list(corpus, data, "")]
    cited = find_citations(write(corpus, data, own, lists=lists))
    assert len(cited) > 30
    papers = [paper for measure in own.measures.values() for paper in measure.papers]
    known = {item["id"] for item in list_references(corpus, lists, cited=cited, papers=papers)}
    assert set(cited) <= known


def test_every_measure_is_defined_with_its_papers(example: tuple[Corpus, Features]) -> None:
    for measure in all_measures():
        about = ReportedMeasure(
            measure.label,
            measure.unit,
            measure.definition,
            measure.direction,
            measure.engine,
            [*measure.papers],
        )
        own = NotebookReport("10_own", "c", {}, measures={measure.key: about})
        section = write(*example, own).split("### Measures")[1].split("### Software")[0]
        assert f"{measure.label} (" in section
        assert set(measure.papers) <= set(find_citations(section)), measure.key


def test_a_notebook_that_the_project_does_not_know_appears_by_itself(
    example: tuple[Corpus, Features],
) -> None:
    entry = "@article{roe2031, author={Roe, Ada}, title={Hills}, journal={Hills}, year={2031}}"
    own = NotebookReport(
        "77_hills",
        "c",
        {"seed": 3},
        measures={
            "h": ReportedMeasure("Height", "metres", "Height of a hill.", "higher = harder", "", [entry])
        },
        methods=[ReportedMethod("hills", "Hills", "Hills were climbed.", [])],
    )
    text = write(*example, own)
    assert "Height (metres; higher = harder): Height of a hill [@roe2031]." in text
    assert "### Hills\n\nHills were climbed.\n\n### Software" in text


def test_a_sentence_that_several_results_share_is_printed_once(example: tuple[Corpus, Features]) -> None:
    methods = [
        ReportedMethod(one, "Comparison", text, []) for one in ("a", "b") for text in ("Same.", f"Of {one}.")
    ]
    reports = [NotebookReport(name, "c", {}, methods=methods) for name in ("10_one", "20_other")]
    comparison = write(*example, *reports).split("### Comparison\n\n")[1].split("\n\n### Software")[0]
    assert comparison == "Same. Of a.\n\nOf b."


def test_the_example_is_described_as_it_is(example: tuple[Corpus, Features], tmp_path: Path) -> None:
    corpus, data = example
    text = write(
        corpus, data, report(tmp_path, list_results(data)), lists=[describe_term_list(corpus, data, "")]
    )
    lines, words = int(data.removed["lines"].sum()), int(data.articles["removed_words"].sum())
    for sentence in (
        "“Dispatches from Veldania” contains 18 articles from 3 sources: Meridian Wire (6 articles",
        "“How do an agency, a broadcaster and a broadsheet report the same six events?” The articles were published",
        "published from 2031-03-03 to 2031-11-18",
        "The articles report on 6 events, each reported by several sources.",
        "7 articles are marked as copy of a news agency (Meridian).",
        "1 article is truncated (Channel Nine News 1)",
        "The licence of the corpus is: “CC0-1.0”.",
        "18 articles were read from 18 files. 1 file was read with a remark: decoded as cp1252 (1).",
        f"{lines} lines were removed ({words} words",
        "With copies = keep: 2 of 18 articles share text with another source; all are counted.",
        "the software's term list “framing.yml” (199 terms in 9 categories; sha256",
        "Sources were compared event by event.",
        "Means and differences of fewer than 8 articles or events have no interval.",
        "For events, the signs of the differences were permuted.",
        "(seed 7)",
    ):
        assert sentence in text, sentence
    assert "Welch" not in text


def test_texts_that_are_absent_are_distinguished_from_texts_that_were_read() -> None:
    corpus = corpora.load("un-north-korea-2014")
    data = features.load(corpus)
    text = write(corpus, data)
    assert "2 listed texts are not in the corpus folder; tables that were measured from them earlier" in text
    assert "were read from" not in text
    assert "The articles with a date were published on 2014-10-28; 1 has no date." in text


def test_tables_of_other_code_are_marked(example: tuple[Corpus, Features]) -> None:
    corpus, data = example
    assert "with other code" not in write(corpus, data)
    assert "Measured by 0.0.1 with other code" in write(corpus, replace(data, measured_by="0.0.1"))


def test_one_article_per_source_has_no_sentence_on_intervals_or_tests(tmp_path: Path) -> None:
    corpus = corpora.load("un-north-korea-2014")
    data = features.load(corpus)
    text = write(corpus, data, report(tmp_path, list_results(data))).split("~~~~", maxsplit=1)[0]
    assert "Each source has one article: nothing is inferred" in text
    for word in ("interval", "bootstrap", "permutation", "P value", "p value", "tested", "seed 7"):
        assert word not in text


def test_eight_articles_per_source_have_intervals_and_unpaired_tests(
    make_features: MakeFeatures, tmp_path: Path
) -> None:
    data = make_features(9, events=False)
    corpus = corpora.load(tmp_path / "corpus")
    found = results.compare_sources(data, ["words"], id="differences", seed=7)
    text = write(corpus, data, report(tmp_path, [found]))
    assert "with 9,999 resamples (seed 7)" in text
    assert "Welch's t" in text
    assert "Gehan" not in text
    assert "No events are named." in text


def test_what_was_not_reported_is_not_described(example: tuple[Corpus, Features], tmp_path: Path) -> None:
    corpus, data = example
    words = results.compare_measure(data, find_measure("words"), id="length_words", seed=7)
    text = write(corpus, data, report(tmp_path, [words]))
    assert "Length (words of the body): Words of the body." in text
    for word in ("Readability", "Flesch", "quotation", "framing.yml", "specification", "BASIL", "log ratio"):
        assert word not in text.split("### Measures")[1].split("### Software")[0]


def test_the_parameters_of_a_variant_are_stated(example: tuple[Corpus, Features]) -> None:
    own = NotebookReport("20_readability", "c", {"corpus": "c", "copies": "once", "engine": "textstat"})
    text = write(*example, own, copies="once", engine="textstat")
    assert "that differ from the notebooks' defaults: copies = once and engine = textstat." in text
    assert "differ from the notebooks' defaults" not in write(*example, own)


def test_the_command_that_makes_the_files_again_has_the_parameters_of_the_variant_alone(
    example: tuple[Corpus, Features],
) -> None:
    own = NotebookReport("10_length", "c", {"copies": "leave out", "seed": 7})
    assert "~~~~\nanalysis figures example\n~~~~" in write(*example, own)
    (command,) = write(*example, own, copies="leave out").split("~~~~")[1].strip().splitlines()
    assert shlex.split(command) == ["analysis", "figures", "example", "--set", "copies=leave out"]


def test_the_commands_name_a_corpus_outside_of_the_project_by_its_path(
    two_sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("project/notebooks", "project/corpus"):
        (tmp_path / name).mkdir(parents=True)
    monkeypatch.setenv("ANALYSIS_ROOT", str(tmp_path / "project"))
    corpus = corpora.load(two_sources)
    text = write(corpus, features.load(corpus), NotebookReport("10_own", "corpus", {}))
    assert "analysis figures ../corpus\n" in text
    monkeypatch.chdir(tmp_path / "project")
    assert corpora.load("../corpus").folder == corpus.folder


def test_articles_that_are_not_measured_are_counted_with_the_reason(make_corpus: MakeCorpus) -> None:
    from test_text_doubts import FRENCH, GERMAN

    texts = {
        "n/a.txt": STORY,
        "n/b.txt": GERMAN,
        "s/c.txt": FRENCH,
        "s/d.txt": GERMAN,
        "s/e.txt": "It rained.",
    }
    loaded = corpora.load(make_corpus({"corpus.toml": "least_words = 50", **texts}))
    text = write(loaded, features.load(loaded))
    assert (
        "3 articles are not measured because the body is in a language other than English (German 2 and "
        "French 1), as found by function words and with py3langid"
    ) in text
    assert "1 article is not measured because the body has fewer than 50 words." in text


def test_refused_missing_and_foreign_files_are_counted_with_their_reasons(two_sources: Path) -> None:
    (two_sources / "north" / "empty.txt").write_text(" ")
    (two_sources / "north" / "scan.pdf").write_text("x")
    (two_sources / "articles.csv").write_text("file,source\nnorth/one.txt,north\nsouth/gone.txt,south\n")
    corpus = corpora.load(two_sources)
    text = write(corpus, features.load(corpus))
    assert "4 articles were read from 4 files." in text
    assert "1 file could not be used: empty file (1)." in text
    assert "1 file was listed by the corpus and missing: the file is not here (1)." in text
    assert "1 file was not read as articles: .pdf files are not read as articles" in text


def test_every_version_is_named(example: tuple[Corpus, Features]) -> None:
    text = write(*example)
    for name, version in versions().items():
        assert f" {version} [@{name}" in text
    assert "The same corpus, parameters and versions give the same files, byte for byte" in text


def test_what_comes_from_the_corpus_prints_as_it_is_and_does_nothing_else(
    two_sources: Path, tmp_path: Path
) -> None:
    about = {"title": HOSTILE, "question": f"{HOSTILE}?", "licence": HOSTILE}
    settings = "".join(f"{key} = {json.dumps(value)}\n" for key, value in about.items())
    (two_sources / "corpus.toml").write_text(settings)
    corpus = corpora.load(two_sources)
    data = features.load(corpus)
    data = replace(data, sources=(HOSTILE, "south"))
    data = replace(
        data, articles=data.articles.assign(source=data.articles["source"].replace("north", HOSTILE))
    )
    own = report(tmp_path, list_results(data)[:1], copies="x ~~~~\n`y` @z")
    text = write(corpus, data, own, copies=HOSTILE)
    tokens = MarkdownIt("commonmark").parse(text)
    assert [t.tag for t in tokens if t.type == "heading_open"] == ["h2", *["h3"] * 3]
    prose = [child for t in tokens if t.type == "inline" for child in t.children or []]
    assert {child.type for child in prose} <= {"text", "text_special"}
    first = next(t for t in tokens if t.type == "inline" and "The corpus" in t.content)
    printed = "".join(child.content for child in first.children or [])
    assert printed.count(" ".join(HOSTILE.split())) == 4
    assert not {"flesch1948", "z"} & {*find_citations(text)}


def test_paragraphs_are_prose(example: tuple[Corpus, Features], tmp_path: Path) -> None:
    corpus, data = example
    text = write(
        corpus, data, report(tmp_path, list_results(data)), lists=[describe_term_list(corpus, data, "")]
    )
    for line in text.split("~~~~", maxsplit=1)[0].splitlines():
        assert not line or re.match(r"#{2,3} [A-Z][a-z]+$|[A-Z0-9].*[.:]$", line), line
        assert not re.search(r"  |\.\.|\( |nan|None(?! of)", line), line
