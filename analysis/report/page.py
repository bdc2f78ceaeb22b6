"""One page of all figures of a corpus, for reading in a browser: report.html."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from analysis import project
from analysis.errors import extra
from analysis.report.records import NotebookReport

__all__ = ["write_page"]

_TEMPLATE = Path(__file__).with_suffix(".html.j2")
_SCALE = 800 / 183 * 25.4 / 72  # pixels per point: a figure of two columns is as wide as the page
_SHOW = re.compile(r"\bshow\(")


class _Passage(NamedTuple):
    """A heading of a notebook, its code up to the next heading, and the prose before and after the code."""

    heading: str = ""
    before: str = ""
    code: str = ""
    after: str = ""


def write_page(
    folder: Path, about: Mapping[str, str], reports: Sequence[NotebookReport], *, mark: str
) -> str:
    """The page of a figures folder, as HTML that needs no network and no script, and names no date.

    Args:
        folder: where the SVG files of the figures are.
        about: what the corpus says of itself: title, question, description, licence.
        reports: what the notebooks have reported, in the order of the page.
        mark: what must be said of the feature tables; empty if they were measured here.

    Raises:
        ExtraError: jinja2 is not installed.
    """
    with extra("notebooks"):
        from jinja2 import Environment, StrictUndefined  # noqa: PLC0415  # needed at the end of a run only

    environment = Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
    template = environment.from_string(_TEMPLATE.read_text(encoding="utf-8"))
    known = {"title": folder.name, "question": "", "description": "", "licence": "", **about}
    parts = [_describe_part(folder, report) for report in reports]
    return template.render(about=known, parts=parts, mark=mark, nothing=_list_nothing(reports)) + "\n"


def _list_nothing(reports: Sequence[NotebookReport]) -> dict[str, list[str]]:
    """Why something had nothing to show -> the ids of these results."""
    reasons: dict[str, list[str]] = {}
    for report in reports:
        for result_id in filter(report.nothing.__contains__, report.shown):
            reasons.setdefault(report.nothing[result_id], []).append(result_id)
    return reasons


def _describe_part(folder: Path, report: NotebookReport) -> dict[str, Any]:
    """A notebook as a section of the page: its title, its first paragraph, and the passages with figures."""
    passages = [*_read_passages(project.notebooks() / f"{report.notebook}.ipynb"), _Passage()]
    figures: dict[int, list[dict[str, Any]]] = {}
    for number, figure_id in _place_figures(passages, report):
        figure, (width, height) = report.figures[figure_id], _read_size(folder / f"{figure_id}.svg")
        entry = {"id": figure_id, "title": figure.title, "alt": figure.alt, "width": width, "height": height}
        figures.setdefault(number, []).append(entry)
    first = passages[0]
    passages[0] = _Passage(after=first.after)  # its heading and prose are those of the section
    return {
        "name": report.notebook,
        "title": first.heading or report.notebook,
        "prose": first.before.partition("\n\n")[0],
        "passages": [{**passages[number]._asdict(), "figures": own} for number, own in figures.items()],
    }


def _place_figures(passages: Sequence[_Passage], report: NotebookReport) -> Iterator[tuple[int, str]]:
    """The passage that shows each figure, in order: the nth call of `show` has shown the nth result.

    Where the numbers of calls and results differ, as after a loop, a figure belongs to the first passage
    whose code has its id, else to the last one.
    """
    calls = [number for number, passage in enumerate(passages) for _ in _SHOW.finditer(passage.code)]
    if len(calls) != len(report.shown):
        calls = [
            next((n for n, passage in enumerate(passages) if f'"{one}"' in passage.code), len(passages) - 1)
            for one in report.shown
        ]
    placed = [pair for pair in zip(calls, report.shown, strict=True) if pair[1] in report.figures]
    yield from sorted(placed, key=lambda pair: pair[0])


def _read_size(svg: Path) -> tuple[int, int]:
    """Width and height of a picture on the page, in pixels: text has the same size in all pictures."""
    box = svg.read_text(encoding="utf-8").partition('viewBox="')[2].partition('"')[0]
    _, _, width, height = box.split()
    return round(float(width) * _SCALE), round(float(height) * _SCALE)


def _read_passages(notebook: Path) -> list[_Passage]:
    """A notebook cut at its headings; the first passage is the one below its title.

    A notebook that is missing or damaged has no passages: the page shows its figures without prose.
    """
    try:
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        sources = [(cell["cell_type"], "".join(cell["source"])) for cell in cells]
    except (OSError, ValueError, TypeError, KeyError):
        return []
    found: list[_Passage] = []
    for kind, source in sources:
        for block in source.split("\n\n"):
            if kind == "markdown" and block.startswith("#"):
                heading, _, rest = block.partition("\n")
                found.append(_Passage(heading.lstrip("# "), before=rest))
                continue
            last = found.pop() if found else _Passage()
            part = "code" if kind == "code" else "after" if last.code else "before"
            found.append(last._replace(**{part: f"{getattr(last, part)}\n\n{block}".strip()}))
    return found
