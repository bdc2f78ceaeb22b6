"""What is made of the numbers of all notebooks together, after a run, for a write-up."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analysis.errors import RunError, listed
from analysis.provenance import to_json
from analysis.report import exports, files, methods, references
from analysis.report.terms import term_lists

if TYPE_CHECKING:
    from analysis.corpus import Corpus
    from analysis.features import Features

__all__ = ["NUMBERS", "joined", "write"]

NUMBERS = "numbers.json"


def write(
    folder: Path,
    corpus: "Corpus",
    data: "Features",
    notebooks: Mapping[str, Mapping[str, Any]],
) -> list[str]:
    """Write what a write-up cites into a figures folder: numbers, references and a text on methods.

    Args:
        folder: where the notebooks of a run have put what they made.
        corpus: the corpus.
        data: its features.
        notebooks: name -> what the lock says of it: key, parameters, outputs.

    Returns:
        The names of the files that were written.

    Raises:
        RunError: a file of numbers is damaged, or two notebooks report a number under one id.
    """
    told = joined(folder, corpus.name, notebooks)
    text = methods.methods(corpus, data, notebooks)
    lists = term_lists(corpus, data, notebooks)
    items = references.entries(corpus, lists, cited=methods.cited(text))
    files.write(folder / NUMBERS, told)
    texts = {
        "numbers.tex": exports.latex(told["numbers"]),
        "_variables.yml": exports.variables(told["numbers"]),
        "references.bib": references.bibtex(items),
        "references.json": to_json(references.csl(items)),
        "methods.md": text,
    }
    for name, content in texts.items():
        (folder / name).write_text(content, encoding="utf-8", newline="\n")
    return [NUMBERS, *texts]


def joined(folder: Path, corpus: str, notebooks: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """The numbers of all notebooks, as numbers.json has them.

    Raises:
        RunError: a file of numbers is damaged, or two notebooks report a number under one id.
    """
    articles: dict[str, Any] = {}
    numbers: dict[str, Any] = {}
    made: dict[str, Any] = {}
    for name, entry in sorted(notebooks.items()):
        made[name] = {"key": entry["key"], "parameters": dict(entry["parameters"])}
        file = folder / "numbers" / f"{name}.json"
        if not file.is_file():  # a notebook without numbers
            continue
        own = files.read(file)
        if twice := sorted(own["numbers"].keys() & numbers.keys()):
            raise RunError(
                f"{name} reports numbers of {numbers[twice[0]]['notebook']}: {listed(twice)}",
                todo="give each table of a notebook a name of its own",
            )
        articles |= own["articles"]
        numbers |= {number_id: {**one, "notebook": name} for number_id, one in own["numbers"].items()}
        made[name]["versions"] = own.get("versions", {})
    return {"corpus": corpus, "notebooks": made, "articles": articles, "numbers": numbers}
