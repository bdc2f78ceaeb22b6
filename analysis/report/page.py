"""One page of all figures of a corpus, for reading in a browser: report.html."""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

__all__ = ["write"]

_TEMPLATE = Path(__file__).with_suffix(".html.j2")
_SCALE = 800 / 183 * 25.4 / 72  # pixels a point: both columns of a journal are as wide as the page


class _Passage(NamedTuple):
    """A heading of a notebook, its code up to the next heading, and the prose before and after the code."""

    heading: str = ""
    before: str = ""
    code: str = ""
    after: str = ""


def write(folder: Path, entries: Mapping[str, Sequence[str]], about: Mapping[str, str]) -> None:
    """Write report.html into a figures folder.

    The page takes its words from the corpus, from the notebooks as they were run and from the sidecars
    of the figures. It needs no network and no script, and names no date.

    Args:
        folder: where the figures, their sidecars and the executed notebooks lie; named for the corpus.
        entries: notebook -> its output files, in the order of the page.
        about: what the corpus says of itself: title, question, description, licence.
    """
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415  # needed at the end of a run only

    environment = Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
    template = environment.from_string(_TEMPLATE.read_text(encoding="utf-8"))
    parts = [_part(folder, notebook, files) for notebook, files in entries.items()]
    known = {"title": folder.name, "question": "", "description": "", "licence": "", **about}
    page = template.render(about=known, parts=parts)
    (folder / "report.html").write_text(page + "\n", encoding="utf-8", newline="\n")


def _part(folder: Path, notebook: str, files: Iterable[str]) -> dict[str, Any]:
    """A notebook as a section of the page: its title, how it begins, and each passage that makes figures."""
    passages = [*_passages(folder / "notebooks" / f"{notebook}.ipynb"), _Passage()]
    figures: dict[int, list[dict[str, Any]]] = {}
    ids = [Path(file).stem for file in files if file.endswith(".json") and "/" not in file]
    for (number, _), figure_id in sorted((_place(passages, figure_id), figure_id) for figure_id in ids):
        sidecar = json.loads((folder / f"{figure_id}.json").read_text(encoding="utf-8"))
        width, height = _size(folder / f"{figure_id}.svg")
        figures.setdefault(number, []).append({**sidecar, "id": figure_id, "width": width, "height": height})
    first = passages[0]
    passages[0] = _Passage(after=first.after)  # its heading and prose are those of the section
    return {
        "name": notebook,
        "title": first.heading or notebook,
        "prose": first.before.partition("\n\n")[0],
        "passages": [{**passages[n]._asdict(), "figures": made} for n, made in figures.items()],
    }


def _place(passages: Sequence[_Passage], figure_id: str) -> tuple[int, int]:
    """Where a figure is made: the passage and the place in its code; the last passage where not told."""
    found = ((number, passage.code.find(f'"{figure_id}"')) for number, passage in enumerate(passages))
    return next((place for place in found if place[1] >= 0), (len(passages) - 1, 0))


def _size(svg: Path) -> tuple[int, int]:
    """Width and height of a picture on the page, in pixels: type is of one size in all of them."""
    box = svg.read_text(encoding="utf-8").partition('viewBox="')[2].partition('"')[0]
    _, _, width, height = box.split()
    return round(float(width) * _SCALE), round(float(height) * _SCALE)


def _passages(notebook: Path) -> list[_Passage]:
    """A notebook cut at its headings; the first passage is the one below its title."""
    import nbformat  # noqa: PLC0415  # as above

    found: list[_Passage] = []
    for cell in nbformat.read(notebook, as_version=4).cells:
        for block in cell.source.split("\n\n"):
            if cell.cell_type == "markdown" and block.startswith("#"):
                heading, _, rest = block.partition("\n")
                found.append(_Passage(heading.lstrip("# "), before=rest))
                continue
            last = found.pop() if found else _Passage()
            part = "code" if cell.cell_type == "code" else "after" if last.code else "before"
            found.append(last._replace(**{part: f"{getattr(last, part)}\n\n{block}".strip()}))
    return found
