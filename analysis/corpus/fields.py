"""Common names of the columns of article metadata, and their names here."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from difflib import get_close_matches

__all__ = ["FIELDS", "columns", "fold_name", "iso_day", "read_value", "suggest_field", "yes_or_no"]

FIELDS: Mapping[str, tuple[str, ...]] = {
    "article_id": ("article_id", "id", "doc_id", "document_id", "uid"),
    "source": ("source", "outlet", "publication", "newspaper", "publisher", "medium", "media"),
    "title": ("title", "headline", "head"),
    "date": ("date", "published", "publication_date", "pub_date", "date_published", "day"),
    "url": ("url", "link", "address", "uri"),
    "agency": ("agency", "wire", "wire_service"),
    "event": ("event", "event_id", "story_id", "topic", "triplet"),
    "file": ("file", "filename", "file_name", "path", "filepath", "file_path", "textfile"),
    "sha256": ("sha256", "hash", "checksum"),
    "encoding": ("encoding", "charset"),
    "truncated": ("truncated", "incomplete", "cut"),
}

# What spreadsheets and data frames write for a value that is missing.
_MISSING = frozenset({"na", "n/a", "#n/a", "<na>", "nan", "nat", "none", "null", "-", "–", "—"})
_NAMES = frozenset({"article_id", "file"})  # may have any value


def fold_name(name: str) -> str:
    """The name of a column in one spelling.

    >>> fold_name(" Publication Date")
    'publication_date'
    """
    return name.strip().lower().replace(" ", "_").replace("-", "_")


def read_value(field: str, value: str) -> str:
    """A value of a table or of front matter, without outer blanks; empty if it says that it is missing.

    >>> read_value("agency", " AP "), read_value("agency", "NaN"), read_value("file", "nan")
    ('AP', '', 'nan')
    """
    value = value.strip()
    return "" if field not in _NAMES and value.lower() in _MISSING else value


def columns(names: Iterable[str]) -> dict[str, str]:
    """Find the column of each field: field -> column name; the first spelling wins, then the first column.

    >>> columns(["Outlet", "Publication Date", "Words"])
    {'source': 'Outlet', 'date': 'Publication Date'}
    """
    folded = {fold_name(name): name for name in reversed([*names])}
    found = {
        field: next((folded[spelling] for spelling in spellings if spelling in folded), None)
        for field, spellings in FIELDS.items()
    }
    return {field: name for field, name in found.items() if name is not None}


def yes_or_no(value: str | None) -> bool | None:
    """What a cell says that answers a question with yes or no; None for anything else.

    >>> yes_or_no("Yes"), yes_or_no("0"), yes_or_no("")
    (True, False, None)
    """
    word = (value or "").strip().lower()
    return True if word in ("yes", "true", "1", "y") else False if word in ("no", "false", "0", "n") else None


def suggest_field(name: str, known: Iterable[str]) -> str:
    """The spelling of a field that a name is probably a slip of; empty if it is like none.

    Args:
        name: of a column, or of a line of front matter.
        known: the fields that are given already, and so not meant.

    >>> suggest_field("evnt", ["file"]), suggest_field("Sources", []), suggest_field("words", [])
    ('event', 'source', '')
    """
    taken = set(known)
    spellings = [one for field, ways in FIELDS.items() if field not in taken for one in ways]
    return next(iter(get_close_matches(fold_name(name), spellings, n=1, cutoff=0.8)), "")


def iso_day(value: str | None) -> str | None:
    """The day of an ISO 8601 date or time, as YYYY-MM-DD; None for anything else.

    Other formats are not guessed: 03/04/2014 is a day in March or in April.

    >>> iso_day("2014-10-28T09:30:00Z"), iso_day("03/04/2014")
    ('2014-10-28', None)
    """
    written = (
        (value or "").strip().replace(" +", "+").replace(" -", "-")
    )  # YAML writes a space before the time zone
    try:
        return datetime.fromisoformat(written).date().isoformat()
    except ValueError:
        return None
