"""Whether outputs are the same bytes wherever they are made: python tests/benchmarks/same_bytes.py [CORPUS]

Makes all figures and tables of a corpus again and again, each time in a new folder and in another environment, and
prints for every kind of file how many are the same bytes as the first time.
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from projects import copied, run

from analysis.provenance import file_hash

ENVIRONMENTS: Mapping[str, tuple[dict[str, str], str]] = {
    "first, hash seed 0, one process": ({"PYTHONHASHSEED": "0"}, "1"),
    "second, the same": ({"PYTHONHASHSEED": "0"}, "1"),
    "hash seed 1": ({"PYTHONHASHSEED": "1"}, "1"),
    "four processes": ({"PYTHONHASHSEED": "0"}, "4"),
    "in Auckland, in German": ({"TZ": "Pacific/Auckland", "LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de"}, "2"),
    "in Honolulu, plain C locale": ({"TZ": "Pacific/Honolulu", "LC_ALL": "C", "PYTHONUTF8": "0"}, "2"),
    "another user": ({"HOME": "nobody's home ñ", "USER": "nobody", "MPLBACKEND": "agg"}, "2"),
}


def made(corpus: str, environment: Mapping[str, str], jobs: str) -> dict[str, str]:
    """Every file that is made of a corpus in a new folder, with its sha256."""
    with tempfile.TemporaryDirectory(prefix="same bytes ") as name:
        folder = copied(Path(name) / "project", corpus)
        own = {**environment, **({"HOME": f"{name}/{environment['HOME']}"} if "HOME" in environment else {})}
        if any((folder / "corpus" / corpus).glob("articles/*/*")):
            run(folder, "analysis", "measure", corpus, environment=own)
        run(folder, "analysis", "figures", corpus, "--jobs", jobs, environment=own)
        places = [folder / "figures" / corpus, folder / "corpus" / corpus / "features"]
        files = (path for place in places for path in place.rglob("*") if path.is_file())
        return {p.relative_to(folder).as_posix(): file_hash(p) for p in files if p.name != ".lock"}


def main(corpus: str) -> None:
    """Print a row an environment, a column a kind of file: how many of how many are the same."""
    first: dict[str, str] = {}
    for title, (environment, jobs) in ENVIRONMENTS.items():
        files = made(corpus, environment, jobs)
        first = first or files
        kinds = Counter(Path(name).suffix for name in {*files, *first})
        same = Counter(Path(name).suffix for name, digest in files.items() if first.get(name) == digest)
        row = "  ".join(f"{kind} {same[kind]}/{count}" for kind, count in sorted(kinds.items()))
        print(f"{title:32} {row}", flush=True)  # noqa: T201  # a benchmark prints
        for name in sorted({*files, *first}):
            if files.get(name) != first.get(name):
                print(f"    differs: {name}")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "example")
