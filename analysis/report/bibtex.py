"""References between BibTeX and CSL-JSON: one table of types and fields, read in both directions.

A reference is a CSL item, plain text without markup (https://docs.citationstyles.org). pybtex reads and
writes the files; web addresses are not escaped, since every reader takes them verbatim. pybtex is part of an
extra, so this module is imported only where references are read or written.
"""

import io
from collections.abc import Iterable, Iterator, Mapping

from analysis.errors import SchemaError, extra
from analysis.report.latex import from_latex, to_latex
from analysis.report.software import Item

with extra("notebooks"):
    from pybtex.database import BibliographyData, Entry, Person, PybtexError, parse_string
    from pybtex.database.output.bibtex import Writer

__all__ = ["Item", "read_bibtex", "write_bibtex"]

# BibTeX's type -> CSL's.
_TYPES = {
    "article": "article-journal",
    "book": "book",
    "inproceedings": "paper-conference",
    "incollection": "chapter",
    "techreport": "report",
    "software": "software",
    "online": "webpage",
}
_WRITTEN = {csl: bibtex for bibtex, csl in _TYPES.items()} | {"article-newspaper": "online"}
_OTHER = "misc"
# BibTeX's field -> CSL's variable; in some types a field means something else.
_FIELDS = {
    "title": "title",
    "volume": "volume",
    "pages": "page",
    "publisher": "publisher",
    "address": "publisher-place",
    "edition": "edition",
    "version": "version",
    "doi": "DOI",
    "url": "URL",
    "note": "note",
}
_OWN = {
    "article": {"journal": "container-title", "number": "issue"},
    "inproceedings": {"booktitle": "container-title"},
    "incollection": {"booktitle": "container-title"},
    "techreport": {"institution": "publisher", "type": "genre", "number": "number"},
    "online": {"organization": "container-title"},
}
_ROLES = ("author", "editor")
_VERBATIM = {"doi", "url"}
_BARE = {
    "volume",
    "number",
    "pages",
    "edition",
}  # read as numbers; all others are put in braces to keep their capitals
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class _Writer(Writer):  # type: ignore[misc]  # pybtex has no types
    """pybtex's writer for values that are LaTeX already; its own would escape them again."""

    def _encode(self, text: str) -> str:
        return text


def write_bibtex(items: Iterable[Item]) -> str:
    """The references as a .bib file; parsed by pybtex it gives the same texts."""
    entries = {item["id"]: _entry(item) for item in items}
    stream = io.StringIO()
    _Writer(encoding="utf-8").write_stream(BibliographyData(entries), stream)
    return stream.getvalue()


def read_bibtex(text: str) -> tuple[dict[str, Item], dict[str, str]]:
    """The references of a .bib file by their keys, in order, and key -> key of the `related` reference.

    Raises:
        SchemaError: the text is not BibTeX.
    """
    try:
        entries = parse_string(text, "bibtex").entries
        items = {key: _item(key, entry) for key, entry in entries.items()}
    except (PybtexError, ValueError) as error:
        raise SchemaError(f"this is not BibTeX: {text[:60]!r}: {error}") from None
    return items, {key: one.fields["related"] for key, one in entries.items() if "related" in one.fields}


def _item(key: str, entry: Entry) -> Item:
    item: Item = {"id": key, "type": _TYPES.get(entry.type, "document")}
    for role in _ROLES:
        if entry.persons.get(role):
            item[role] = [_name(person) for person in entry.persons[role]]
    for field, variable in {**_FIELDS, **_OWN.get(entry.type, {})}.items():
        if field in entry.fields:
            item[variable] = from_latex(entry.fields[field])
    if "page" in item:
        item["page"] = item["page"].replace("--", "-")
    if "year" in entry.fields:
        item["issued"] = {"date-parts": [[int(entry.fields["year"])]]}
    return item


def _name(person: Person) -> dict[str, str]:
    """A person's name in CSL's parts; a name in braces is an institution's, and is not split."""
    parts = {
        "given": person.first_names + person.middle_names,
        "non-dropping-particle": person.prelast_names,
        "family": person.last_names,
        "suffix": person.lineage_names,
    }
    if "".join(person.last_names).startswith("{"):
        return {"literal": from_latex(" ".join(person.last_names))}
    return {part: from_latex(" ".join(names)) for part, names in parts.items() if names}


def _entry(item: Item) -> Entry:
    kind = _WRITTEN.get(item["type"], _OTHER)
    persons = {role: [_person(name) for name in item[role]] for role in _ROLES if role in item}
    return Entry(kind, fields=dict(_fields(kind, item)), persons=persons)


def _fields(kind: str, item: Item) -> Iterator[tuple[str, str]]:
    """The fields of an entry in their order."""
    known = {variable: field for field, variable in {**_FIELDS, **_OWN.get(kind, {})}.items()}
    texts = {field: str(item[variable]) for variable, field in known.items() if variable in item}
    if version := texts.pop("version", ""):  # most styles do not print it, so it goes into the title
        texts["title"] += f" (version {version})"
    if container := texts.get("organization"):  # printed by biblatex; the others by BibTeX and Typst
        texts |= {"howpublished": container, "series": container}
    if "pages" in texts:
        texts["pages"] = texts["pages"].replace("-", "--")
    for field, text in texts.items():
        latex = text if field in _VERBATIM else to_latex(text)
        yield field, latex if field in _VERBATIM | _BARE else f"{{{latex}}}"
    if parts := item.get("issued", {}).get("date-parts"):
        yield from _date(*parts[0])


def _date(year: int, month: int = 0, day: int = 0) -> Iterator[tuple[str, str]]:
    """A date for readers of `date`, and for those of year and month, which print the month as it is."""
    if month and day:
        yield "date", f"{year:04}-{month:02}-{day:02}"
    yield "year", f"{year:04}"
    if month and day:
        yield "month", f"{day} {_MONTHS[month - 1]}"


def _person(name: Mapping[str, str]) -> Person:
    if "literal" in name:
        return Person(last=f"{{{to_latex(name['literal'])}}}")
    parts = {"first": "given", "prelast": "non-dropping-particle", "last": "family", "lineage": "suffix"}
    return Person(**{part: to_latex(name.get(variable, "")) for part, variable in parts.items()})
