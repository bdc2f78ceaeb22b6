"""The table speakers.csv of a corpus: names of speakers as its user corrects them."""

import csv
import io
from collections.abc import Mapping
from pathlib import Path

from analysis.corpus.encoding import decode
from analysis.errors import CorpusError

__all__ = ["SPEAKERS", "read_corrections"]

SPEAKERS = "speakers.csv"
_MOST_BYTES = 5_000_000
_TODO = 'write a table with the columns name and speaker: "Bob Moe,Robert Moe"'


def read_corrections(folder: Path) -> Mapping[str, str]:
    """The corrections of a corpus: name as figures print it -> name that is right.

    Returns:
        Nothing where the corpus has no speakers.csv. Blanks around names are ignored, and rows without both.

    Raises:
        CorpusError: the file is too large, is no table with the columns name and speaker, or gives one name
            two speakers.
    """
    path = folder / SPEAKERS
    if not path.is_file():
        return {}
    if path.stat().st_size > _MOST_BYTES:
        raise CorpusError(f"{path} is larger than {_MOST_BYTES:,} bytes", todo=_TODO)
    text, _ = decode(path.read_bytes())
    first = text.partition("\n")[0]
    delimiter = (
        ";" if ";" in first and "," not in first else ","
    )  # as spreadsheets in some countries write it
    try:
        rows = [
            [cell.strip() for cell in row]
            for row in csv.reader(io.StringIO(text.lstrip("\ufeff")), strict=True, delimiter=delimiter)
        ]
    except csv.Error as error:
        raise CorpusError(f"{path} cannot be read as a table: {error}", todo=_TODO) from None
    header = [cell.lower() for cell in rows[0]] if rows else []
    if not {"name", "speaker"} <= {*header}:
        raise CorpusError(f"{path} has no columns name and speaker", todo=_TODO)
    name, speaker = header.index("name"), header.index("speaker")
    found: dict[str, str] = {}
    for number, row in enumerate(rows[1:], 2):
        if len(row) <= max(name, speaker) or not (row[name] and row[speaker]):
            continue
        if found.setdefault(row[name], row[speaker]) != row[speaker]:
            before = found[row[name]]
            raise CorpusError(
                f'{path}, line {number}: "{row[name]}" is {row[speaker]}, and {before} in a line above',
                todo="keep one of the two lines",
            )
    return found
