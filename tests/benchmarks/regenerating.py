"""How long it takes to make all figures, beside plain papermill: python tests/benchmarks/regenerating.py

In a copy of the project with the two shipped corpora, in one run: every notebook through the papermill command, one
by one; then `analysis figures` on everything, on nothing that changed, after one cell has changed, after a comment in
a module of measuring, and after a chart has changed. Tables are measured and bytecode is compiled before. Prints
seconds and ratios.
"""

import tempfile
import time
from pathlib import Path

from projects import copied, run

CORPORA = ("example", "un-north-korea-2014")


def seconds(folder: Path, *command: str, environment: dict[str, str] | None = None) -> tuple[float, str]:
    """How long a command takes, and the line that it prints about notebooks."""
    start = time.perf_counter()
    said = run(folder, *command, environment=environment)
    return time.perf_counter() - start, next((line for line in said.splitlines() if "notebooks" in line), "")


def plain(folder: Path) -> float:
    """All notebooks on both corpora with the papermill command, one after another."""
    total = 0.0
    for corpus in CORPORA:
        for notebook in sorted((folder / "notebooks").glob("*.ipynb")):
            out = folder / "plain" / corpus / notebook.name
            out.parent.mkdir(parents=True, exist_ok=True)
            command = (
                "papermill",
                str(notebook),
                str(out),
                "-p",
                "corpus",
                f"corpus/{corpus}",
                "--no-progress-bar",
            )
            total += seconds(folder, *command, environment={"ANALYSIS_FIGURES": str(out.parent)})[0]
    return total


def edit(path: Path, old: str, new: str) -> None:
    """Replace one place in a file."""
    text = path.read_text(encoding="utf-8")
    if old not in text:
        raise ValueError(f"{path} has no {old!r}")
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def main() -> None:
    """Print one line per measurement."""
    with tempfile.TemporaryDirectory() as name:
        folder = copied(Path(name) / "project", *CORPORA)
        seconds(folder, "analysis", "figures", "--only", "10")  # measures, and compiles
        one_by_one = plain(folder)
        print(f"papermill, one by one             {one_by_one:6.1f} s", flush=True)  # noqa: T201
        package, notebook = folder / "analysis", folder / "notebooks" / "10_length.ipynb"
        steps: dict[str, tuple[Path, str, str] | None] = {
            "everything": None,
            "nothing changed": None,
            "a cell of 10_length changed": (notebook, '"nb.show(', '"nb.show( '),
            "a comment in text/syllables": (
                package / "text" / "syllables.py",
                "\nimport ",
                "\n# Nothing new.\nimport ",
            ),
            "a chart of 30_quotes changed": (package / "figures" / "profile.py", "_ROW = 5.4", "_ROW = 5.5"),
        }
        for title, change in steps.items():
            if change:
                edit(*change)
            arguments = ["--force"] if title == "everything" else []
            took, said = seconds(folder, "analysis", "figures", *arguments)
            print(f"{title:32} {took:7.2f} s = {took / one_by_one:.2f} of papermill's; {said}", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
