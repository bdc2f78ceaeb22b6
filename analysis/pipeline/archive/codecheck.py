"""codecheck.yml: the files that a reviewer makes again, as CODECHECK lists them.

The format is that of https://codecheck.org.uk/spec/config/1.0/. What only a paper or a check can know
(`paper`, `codechecker`, `report`) is left to those who write it, as the specification has it.
"""

import json
from pathlib import Path

import yaml

from analysis.pipeline.lock import Lock

__all__ = ["text"]

_VERSION = "https://codecheck.org.uk/spec/config/1.0/"
_LEFT = """\
# Left to the authors of a paper: `paper` with title, authors (name, ORCID) and reference.
# Left to who checks it: `codechecker` (name, ORCID), `report`, and what else the specification has.
"""


def text(name: str, known: Lock, stage: Path) -> str:
    """codecheck.yml for the figures of the corpus `name` below `stage`, whose lock is `known`."""
    place = f"figures/{name}"
    manifest = []
    for stem, entry in sorted(known.notebooks.items()):
        made = f"made by notebooks/{stem}.ipynb"
        manifest += [
            {"file": f"{place}/{file}", "comment": f"{_title(stage / place / file)}{made}"}
            for file in sorted(entry.outputs)
        ]
    composed = sorted(known.composed.outputs) if known.composed else []
    manifest += [{"file": f"{place}/{file}", "comment": "made of all these together"} for file in composed]
    shown = yaml.safe_dump(
        {"version": _VERSION, "manifest": manifest}, sort_keys=False, allow_unicode=True, width=1000
    )
    return f"%YAML 1.1\n---\n{_LEFT}{shown}"


def _title(file: Path) -> str:
    """The title of the figure that a file belongs to, for a comment; empty where it belongs to none."""
    try:
        about = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
        return f"{about['title']}; "
    except (OSError, ValueError, KeyError, TypeError):
        return ""
