"""The page of all figures: its words, their order, and that nothing in it can be more than words."""

import json
from html.parser import HTMLParser
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from analysis.report import page as report

HOSTILE = "<script>alert(\"x\")</script> & $1 = '2' {{ 7 * 7 }}"
CELLS = (
    ("markdown", "# How tall are the hills?\n\nHeights are in `metres`.\n\nFigures: `first`, `second`."),
    ("code", 'p = "first of all"'),
    ("markdown", "## Which are there?\n\nA list."),
    ("code", "hills"),
    ("markdown", "## Which is highest?\nOne mark a hill."),
    ("code", 'figures.save(figure, "second", hills, p)\nfigures.save(figure, "first", hills, p)'),
    ("markdown", "**Mind:** the *sea* rises.\n\n## And lowest?\n\nBy the same scale."),
    ("code", 'figures.save(figure, "third", hills, p)'),
)


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


def _written(
    folder: Path,
    ids: tuple[str, ...] = ("first", "second", "third"),
    *,
    cells: tuple[tuple[str, str], ...] = CELLS,
    words: str = "The tor is highest",
    about: dict[str, str] | None = None,
) -> str:
    (folder / "notebooks").mkdir(parents=True, exist_ok=True)
    made = [new_code_cell(text) if kind == "code" else new_markdown_cell(text) for kind, text in cells]
    nbformat.write(new_notebook(cells=made), folder / "notebooks" / "10_hills.ipynb")
    for figure_id in ids:
        sidecar = {"id": figure_id, "title": words, "alt": f"Dots where {words}"}
        (folder / f"{figure_id}.json").write_text(json.dumps(sidecar), encoding="utf-8")
        (folder / f"{figure_id}.svg").write_text('<svg viewBox="0 0 518.74 100.5">', encoding="utf-8")
    files = [f"{i}.{ending}" for i in sorted(ids) for ending in ("csv", "json", "png", "svg")]
    report.write(folder, {"10_hills": [*files, "notebooks/10_hills.ipynb"]}, about or {})
    return (folder / "report.html").read_text(encoding="utf-8")


def test_figures_stand_in_the_order_of_the_notebook(tmp_path: Path) -> None:
    page = _Page(_written(tmp_path / "hills"))
    assert page.all("figure", "id") == ["second", "first", "third"]
    assert page.all("img", "src") == ["second.svg", "first.svg", "third.svg"]
    assert page.all("img", "alt") == ["Dots where The tor is highest"] * 3


def test_a_figure_of_two_columns_is_as_wide_as_the_page(tmp_path: Path) -> None:
    page = _Page(_written(tmp_path / "hills", ("first",)))
    assert page.all("img", "width") == ["800"]
    assert page.all("img", "height") == ["155"]


def test_headings_without_a_figure_are_left_out(tmp_path: Path) -> None:
    page = _Page(_written(tmp_path / "hills"))
    assert page.text("h2") == ["How tall are the hills?"]
    assert page.text("h3") == ["Which is highest?", "And lowest?"]


def test_prose_keeps_its_place_before_or_after_the_figures(tmp_path: Path) -> None:
    html = _written(tmp_path / "hills")
    places = [
        html.index(words) for words in ("One mark a hill.", 'id="first"', "<b>Mind:</b>", "And lowest?")
    ]
    assert places == sorted(places)
    assert "<p>Heights are in <code>metres</code>.</p>" in html
    assert "Figures:" not in html


def test_a_figure_below_the_title_has_no_second_heading(tmp_path: Path) -> None:
    cells = (("markdown", "# Hills\n\nAll of them."), ("code", 'save(figure, "only")'))
    page = _Page(_written(tmp_path / "hills", ("only",), cells=cells))
    assert page.all("figure", "id") == ["only"]
    assert page.text("h3") == []
    assert page.text("p").count("All of them.") == 1


def test_a_figure_whose_place_is_not_told_comes_last(tmp_path: Path) -> None:
    page = _Page(_written(tmp_path / "hills", ("first", "elsewhere")))
    assert page.all("figure", "id") == ["first", "elsewhere"]


def test_a_notebook_without_words_is_named_for_its_file(tmp_path: Path) -> None:
    page = _Page(_written(tmp_path / "hills", ("only",), cells=(("code", 'save(figure, "only")'),)))
    assert page.text("h2") == ["10_hills"]
    assert page.all("figure", "id") == ["only"]


def test_the_corpus_is_introduced_by_its_own_words(tmp_path: Path) -> None:
    about = {"title": "Hills", "question": "How high?", "licence": "CC0-1.0"}
    page = _Page(_written(tmp_path / "hills", about=about))
    assert page.text("h1") == ["Hills"]
    assert "How high?" in page.text("p")
    assert "Licence of the corpus: CC0-1.0." in page.text("p")


def test_a_corpus_without_words_goes_by_its_name(tmp_path: Path) -> None:
    page = _Page(_written(tmp_path / "ñandú & Söhne"))
    assert page.text("h1") == ["ñandú & Söhne"]
    assert page.text("title") == ["ñandú & Söhne: figures"]


def test_text_of_a_corpus_stays_text(tmp_path: Path) -> None:
    about = dict.fromkeys(("title", "question", "description", "licence"), HOSTILE)
    page = _Page(_written(tmp_path / "hills", words=HOSTILE, about=about))
    assert page.text("h1") == [HOSTILE]
    assert page.all("img", "alt") == [f"Dots where {HOSTILE}"] * 3
    assert "script" not in {tag for tag, _ in page.elements}
    assert not [name for _, own in page.elements for name in own if name.startswith("on")]


def test_links_lead_to_files_of_the_folder_and_to_places_of_the_page(tmp_path: Path) -> None:
    page = _Page(_written(tmp_path / "hills"))
    places = {own["id"] for _, own in page.elements if own.get("id")}
    for link in page.all("a", "href"):
        assert link.removeprefix("#") in places or link == "outputs.lock" or Path(link).suffix, link
    assert {"first.csv", "first.svg", "first.png", "first.json", "notebooks/10_hills.ipynb"} <= set(
        page.all("a", "href")
    )


def test_the_page_needs_no_network_and_no_script(tmp_path: Path) -> None:
    html = _written(tmp_path / "hills")
    for foreign in ("http:", "https:", "//", "<script", "<link", "@import", "url("):
        assert foreign not in html


def test_every_picture_has_words_and_every_id_is_given_once(tmp_path: Path) -> None:
    page = _Page(_written(tmp_path / "hills"))
    ids = [own["id"] for _, own in page.elements if own.get("id")]
    assert len(ids) == len(set(ids))
    assert len(page.all("img", "alt")) == len(page.all("img", "src")) == 3
    assert page.all("html", "lang") == ["en"]


def test_two_runs_write_the_same_bytes(tmp_path: Path) -> None:
    first = _written(tmp_path / "hills").encode()
    assert _written(tmp_path / "hills").encode() == first
    assert b"\r" not in first


@pytest.mark.parametrize("entries", [{}, {"10_hills": []}])
def test_a_page_without_figures_is_a_page(tmp_path: Path, entries: dict[str, list[str]]) -> None:
    _written(tmp_path / "hills")
    report.write(tmp_path / "hills", entries, {})
    page = _Page((tmp_path / "hills" / "report.html").read_text(encoding="utf-8"))
    assert page.text("h1") == ["hills"]
    assert page.all("img", "src") == []
