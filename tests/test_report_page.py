"""The page of all figures: its words, their order, and that nothing in it can be more than words."""

import json
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from analysis.errors import ExtraError
from analysis.report.page import write_page
from analysis.report.records import Figure, NotebookReport

HOSTILE = "<script>alert(\"x\")</script> & $1 = '2' {{ 7 * 7 }}"
CELLS = (
    ("markdown", "# How tall are the hills?\n\nHeights are in `metres`.\n\nFigures: `first`, `second`."),
    ("code", 'nb = notebook.start(globals())\nname = "first of all"'),
    ("markdown", "## Which are there?\n\nA list."),
    ("code", "nb.show(results.list_hills(nb.data))"),
    ("markdown", "## Which is highest?\nOne mark per hill."),
    ("code", "nb.show(results.rank_hills(nb.data), figures.dots)\nnb.show(hills, figures.bars)"),
    ("markdown", "**Mind:** the *sea* rises.\n\n## And lowest?\n\nBy the same scale."),
    ("code", "nb.show(results.find_lowest(nb.data), figures.dots)"),
)
SHOWN = ("list", "second", "first", "third")


class _Page(HTMLParser):
    """What a browser would make of a page: its elements, and the text of each kind of element."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append((self.elements[-1][0] if self.elements else "", data))

    def all(self, tag: str, attribute: str) -> list[str]:
        return [value for name, own in self.elements if name == tag and (value := own.get(attribute))]

    def text(self, tag: str) -> list[str]:
        return [text for name, text in self.texts if name == tag and text.strip()]


def _report(
    folder: Path, *, shown: tuple[str, ...] = SHOWN, words: str = "The tor is highest", **nothing: str
) -> NotebookReport:
    """What a notebook reports that shows a list and figures; those in `nothing` had nothing to show."""
    ids = [one for one in shown if one != "list" and one not in nothing]
    folder.mkdir(parents=True, exist_ok=True)
    for figure_id in ids:
        (folder / f"{figure_id}.svg").write_text('<svg viewBox="0 0 518.74 100.5">', encoding="utf-8")
    return NotebookReport(
        "10_hills",
        folder.name,
        {},
        figures={one: Figure(words, f"Dots where {words}", "10_hills") for one in sorted(ids)},
        nothing=nothing,
        shown=[*shown],
    )


@pytest.fixture(autouse=True)
def _project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("notebooks", "corpus"):
        (tmp_path / name).mkdir()
    monkeypatch.setenv("ANALYSIS_ROOT", str(tmp_path))


def _write(
    folder: Path, *reports: NotebookReport, cells: tuple[tuple[str, str], ...] = CELLS, **about: str
) -> str:
    """The page of a folder, in a project whose notebook has some cells."""
    sources = [{"cell_type": kind, "source": text.splitlines(keepends=True)} for kind, text in cells]
    path = folder.parent / "notebooks" / "10_hills.ipynb"
    path.write_text(json.dumps({"cells": sources}), encoding="utf-8")
    return write_page(folder, about, reports or [_report(folder)], mark="")


def test_figures_stand_in_the_order_of_the_notebook(tmp_path: Path) -> None:
    page = _Page(_write(tmp_path / "hills"))
    assert page.all("figure", "id") == ["second", "first", "third"]
    assert page.all("img", "src") == ["second.svg", "first.svg", "third.svg"]
    assert page.all("img", "alt") == ["Dots where The tor is highest"] * 3


def test_a_figure_of_two_columns_is_as_wide_as_the_page(tmp_path: Path) -> None:
    page = _Page(_write(tmp_path / "hills"))
    assert set(page.all("img", "width")) == {"800"}
    assert set(page.all("img", "height")) == {"155"}


def test_headings_without_a_figure_are_left_out(tmp_path: Path) -> None:
    page = _Page(_write(tmp_path / "hills"))
    assert page.text("h2") == ["How tall are the hills?"]
    assert page.text("h3") == ["Which is highest?", "And lowest?"]


def test_prose_keeps_its_place_before_or_after_the_figures(tmp_path: Path) -> None:
    html = _write(tmp_path / "hills")
    places = [
        html.index(words) for words in ("One mark per hill.", 'id="first"', "<b>Mind:</b>", "And lowest?")
    ]
    assert places == sorted(places)
    assert "<p>Heights are in <code>metres</code>.</p>" in html
    assert "Figures:" not in html


def test_a_figure_below_the_title_has_no_second_heading(tmp_path: Path) -> None:
    cells = (("markdown", "# Hills\n\nAll of them."), ("code", "nb.show(hills, figures.dots)"))
    page = _Page(_write(tmp_path / "hills", _report(tmp_path / "hills", shown=("only",)), cells=cells))
    assert page.all("figure", "id") == ["only"]
    assert page.text("h3") == []
    assert page.text("p").count("All of them.") == 1


def test_a_figure_with_nothing_to_show_leaves_the_others_in_their_places(tmp_path: Path) -> None:
    page = _Page(_write(tmp_path / "hills", _report(tmp_path / "hills", second="There is no hill.")))
    assert page.all("figure", "id") == ["first", "third"]
    assert page.text("h3") == ["Which is highest?", "And lowest?"]


def test_what_had_nothing_to_show_is_said_once_with_the_reason(tmp_path: Path) -> None:
    reports = (_report(tmp_path / "hills", second="No hill.", third="No hill."),)
    page = _Page(_write(tmp_path / "hills", *reports))
    (said,) = [own for tag, own in page.elements if own.get("id") == "nothing"]
    assert said["aria-label"] == "Results with nothing to show"
    assert [text for text in page.text("code") if text in SHOWN] == ["second", "third"]
    assert sum("No hill" in text for _, text in page.texts) == 1
    assert "nothing" not in _Page(_write(tmp_path / "hills")).all("section", "id")


def test_figures_of_a_loop_belong_to_the_passage_with_their_id_or_come_last(tmp_path: Path) -> None:
    cells = (*CELLS[:5], ("code", 'for one in ("first", "x"):\n    nb.show(one, figures.dots)'), *CELLS[6:])
    report = _report(tmp_path / "hills", shown=("first", "x", "elsewhere", "third", "list"))
    page = _Page(_write(tmp_path / "hills", report, cells=cells))
    assert page.all("figure", "id") == ["first", "x", "elsewhere", "third"]
    assert page.text("h3") == ["Which is highest?"]


def test_a_notebook_that_is_gone_is_named_for_its_file(tmp_path: Path) -> None:
    _report(tmp_path / "hills")
    page = _Page(write_page(tmp_path / "hills", {}, [_report(tmp_path / "hills")], mark=""))
    assert page.text("h2") == ["10_hills"]
    assert page.all("figure", "id") == ["second", "first", "third"]


def test_tables_of_other_code_are_marked(tmp_path: Path) -> None:
    html = write_page(tmp_path / "hills", {}, [_report(tmp_path / "hills")], mark="Measured by <other> code.")
    assert "Measured by <other> code." in _Page(html).text("p")
    assert 'class="mark"' not in _write(tmp_path / "hills")


def test_the_corpus_is_introduced_by_its_own_words(tmp_path: Path) -> None:
    page = _Page(_write(tmp_path / "hills", title="Hills", question="How high?", licence="CC0-1.0"))
    assert page.text("h1") == ["Hills"]
    assert "How high?" in page.text("p")
    assert "Licence of the corpus: CC0-1.0." in page.text("p")


def test_a_corpus_without_words_has_the_name_of_its_folder(tmp_path: Path) -> None:
    page = _Page(_write(tmp_path / "ñandú & Söhne"))
    assert page.text("h1") == ["ñandú & Söhne"]
    assert page.text("title") == ["ñandú & Söhne: figures"]


def test_text_of_a_corpus_stays_text(tmp_path: Path) -> None:
    report = _report(tmp_path / "hills", words=HOSTILE, second=HOSTILE)
    about = {"title": HOSTILE, "question": HOSTILE, "description": HOSTILE, "licence": HOSTILE}
    page = _Page(write_page(tmp_path / "hills", about, [report], mark=HOSTILE))
    assert page.text("h1") == [HOSTILE]
    assert page.all("img", "alt") == [f"Dots where {HOSTILE}"] * 2
    assert "script" not in {tag for tag, _ in page.elements}
    assert not [name for _, own in page.elements for name in own if name.startswith("on")]


def test_links_lead_to_files_that_git_holds_and_to_places_of_the_page(tmp_path: Path) -> None:
    page = _Page(_write(tmp_path / "hills"))
    places = {own["id"] for _, own in page.elements if own.get("id")}
    files = {link for link in page.all("a", "href") if link.removeprefix("#") not in places}
    assert {Path(link).suffix for link in files} == {".csv", ".svg", ".md", ".json", ".bib", ".lock"}
    assert {"first.csv", "first.svg", "methods.md", "numbers.json", "references.bib"} <= files


def test_the_page_needs_no_network_and_no_script(tmp_path: Path) -> None:
    html = _write(tmp_path / "hills")
    for foreign in ("http:", "https:", "//", "<script", "<link", "@import", "url("):
        assert foreign not in html


def test_every_picture_has_words_and_every_id_is_given_once(tmp_path: Path) -> None:
    page = _Page(_write(tmp_path / "hills"))
    ids = [own["id"] for _, own in page.elements if own.get("id")]
    assert len(ids) == len(set(ids))
    assert len(page.all("img", "alt")) == len(page.all("img", "src")) == 3
    assert page.all("html", "lang") == ["en"]


def test_two_runs_write_the_same_bytes(tmp_path: Path) -> None:
    first = _write(tmp_path / "hills")
    assert _write(tmp_path / "hills") == first
    assert "\r" not in first


def test_a_page_without_figures_is_a_page(tmp_path: Path) -> None:
    for reports in ([], [NotebookReport("10_hills", "hills", {})]):
        page = _Page(write_page(tmp_path / "hills", {}, reports, mark=""))
        assert page.text("h1") == ["hills"]
        assert page.all("img", "src") == []


def test_without_jinja2_an_error_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(ExtraError, match=r"jinja2 is not installed; .*\[notebooks\]"):
        write_page(tmp_path / "hills", {}, [], mark="")
