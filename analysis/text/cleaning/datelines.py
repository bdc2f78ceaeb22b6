"""Datelines: the places, days and agencies that open a report."""

import re

__all__ = ["dateline_end", "names_agency"]

_PLACE = r"[A-Z][\w.'’]*(?:[ -](?:(?:of|de|del|la|le|am|an|sur|upon) )?[A-Z][\w.'’]*){0,3}"
_PLACES = rf"{_PLACE}(?:(?:,|/| and) ?{_PLACE}){{0,3}}"
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_DATE = rf"(?:{_MONTH}\.? \d{{1,2}}|\d{{1,2}} {_MONTH}\.?)(?:,? \d{{4}})?"
_DAY = (
    r"(?:,? (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    rf"|{_DATE}|[A-Z][a-z]{{2,8}}\.? \d{{1,2}}(?:,? \d{{4}})?))?"
)
# A dash and a blank, or the dash of house styles that leave the blank out ("LONDON—The").
_DASH = r"(?:[–—―-]{1,2}(?:\s|$)|(?:[—―]|--|(?<=[\s)])–)(?=[A-Z\"“'‘«„`]))"
_BRACKET = r" ?\((?![A-Z]-)[A-Z][\w./& -]{1,30}\)"
# Without a dash, only a known agency distinguishes a dateline from a name with a party or short form.
_NAME = (
    r"(?:AP|AFP|UPI|PTI|ANI|IANS|TASS|EFE|ANSA|dpa|DPA|Reuters|REUTERS|Xinhua|Bloomberg|Kyodo|KYODO"
    r"|CNN(?: [A-Z]\w+)?|AAP|PA|ANI|UNI|Yonhap|YONHAP|Anadolu|BBC|PRNewswire|Thomson Reuters Foundation)"
)
_AGENCY = rf"(?: ?\({_NAME}\)|\.? ?/{_NAME}/)"
# Words before a colon that open a paragraph and are not a place.
_LABEL = (
    r"(?:Updated?|Corrections?|Notes?|Editors?|Exclusive|Breaking|Watch|Read|Opinion|Analysis|Comment"
    r"|Question|Answer|Q|A|Warning|Caution|Spoiler|Source|By|Photo|Video|Image|Summary|Review|Fact|Claim"
    r"|Tip|PS|Re|FYI|Remember|Here|Result|Results|Verdict)\b"
)
_MARKED = re.compile(
    rf"(?:{_PLACES}{_DAY}(?:{_BRACKET})?{_DAY}\s?{_DASH}|{_PLACES}{_DAY}{_AGENCY}{_DAY}[.:]?(?:\s?{_DASH}|\s|$)"
    rf"|{_DATE}{_AGENCY}[.:]?(?:\s?{_DASH}|\s|$)|\({_NAME}\)[.:]?(?:\s?{_DASH}|\s|$))\s*"
)
_BY_AGENCY = re.compile(rf"[^()]{{0,60}}\((?!CNN|BBC){_NAME}\)\s?(?:{_DASH}|[A-Z])")
_COLON = re.compile(rf"(?!{_LABEL}){_PLACES}(?:, {_DATE})?:\s(?=[A-Z\"“'‘])\s*")


def names_agency(line: str) -> bool:
    """Whether a line opens with a dateline that names a news agency."""
    return bool(_BY_AGENCY.match(line))


def dateline_end(paragraph: str, *, first: bool = True) -> int:
    """Where the text begins after the dateline of `paragraph`; 0 where it has none.

    A dateline is one or more places or an agency that begin with capitals. It ends with a dash, a colon or an
    agency in brackets.

    >>> [dateline_end(f"{line}The council met.") for line in ("LONDON (Reuters) - ", "CNN — ", "")]
    [19, 6, 0]

    Args:
        paragraph: a paragraph at the top of a report, with single spaces.
        first: whether it is the first; a colon ends a dateline only there.
    """
    found = _MARKED.match(paragraph) or (_COLON.match(paragraph) if first else None)
    return found.end() if found else 0
