"""Common names of the columns of article metadata, and their names here."""

from collections.abc import Iterable, Mapping
from datetime import datetime

__all__ = ["FIELDS", "columns", "iso_day", "yes_or_no"]

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


def columns(names: Iterable[str]) -> dict[str, str]:
    """Find the column of each field: field -> column name; the first spelling wins.

    >>> columns(["Outlet", "Publication Date", "Words"])
    {'source': 'Outlet', 'date': 'Publication Date'}
    """
    folded = {name.strip().lower().replace(" ", "_").replace("-", "_"): name for name in names}
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
