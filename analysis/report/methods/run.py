"""The paragraph on the software, and the commands that make a run again."""

import shlex
from collections.abc import Mapping
from typing import Any

from analysis.provenance import versions
from analysis.report.latex import one_line
from analysis.report.methods.prose import FENCE, keys, paragraph
from analysis.report.references import LITERATURE, PAPERS
from analysis.report.software import KEY, software
from analysis.wording.phrases import joined

__all__ = ["again", "libraries"]


def libraries() -> str:
    """The software and the versions of the libraries below it, with what their authors ask to be cited."""
    told = [
        f"{LITERATURE.get(name, {'title': name})['title'].partition(':')[0]} {version} "
        f"{keys(name, *([PAPERS[name]] if name in PAPERS else []))}"
        for name, version in sorted(versions().items(), key=lambda pair: (pair[0] != "python", pair[0]))
    ]
    return paragraph(
        (
            (
                "All numbers and figures were made with the software "
                f"“{software()['title'].partition(':')[0]}”, version {software()['version']} {keys(KEY)}, "
                f"on {joined(told)}."
            ),
            (
                "The same corpus, parameters and versions give the same files to the byte; the commands "
                "below make them again."
            ),
        )
    )


def again(notebooks: Mapping[str, Mapping[str, Any]]) -> str:
    """The commands, one a set of parameters, in a block of code; empty parameters are left out."""
    groups: dict[tuple[tuple[str, str], ...], list[str]] = {}
    agreed = _agreed(notebooks)
    for name, one in sorted(notebooks.items()):
        own = tuple((k, str(v)) for k, v in sorted(one["parameters"].items()) if str(v) and k != "corpus")
        groups.setdefault(own if not agreed else (), []).append(name)
    corpus = str(next(iter(notebooks.values()))["parameters"]["corpus"])
    lines = [_command(corpus, names, dict(agreed or own)) for own, names in groups.items()]
    return "\n".join([FENCE, *lines, FENCE])


def _agreed(notebooks: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """All parameters but the corpus, where no two notebooks have one with different values."""
    values: dict[str, set[str]] = {}
    for one in notebooks.values():
        for name, value in one["parameters"].items():
            values.setdefault(name, set()).add(str(value))
    known = {name: next(iter(own)) for name, own in sorted(values.items()) if name != "corpus"}
    if any(len(own) > 1 for own in values.values()):
        return {}
    return {name: value for name, value in known.items() if value}


def _command(corpus: str, names: list[str], parameters: Mapping[str, str]) -> str:
    only = [part for name in names for part in ("--only", name)]
    given = [part for name, value in parameters.items() for part in ("--set", f"{name}={value}")]
    return one_line(shlex.join(["analysis", "figures", corpus, *only, *given]))
