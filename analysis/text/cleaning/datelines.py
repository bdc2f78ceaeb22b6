"""Datelines: the place or the agency that opens the first paragraph of a report."""

import re

__all__ = ["dateline_end"]

_PLACE = r"[A-Z][\w.'’]*(?:[ -](?:(?:of|de|del|la|le|am|an|sur|upon) )?[A-Z][\w.'’]*){0,3}"
_PLACES = rf"{_PLACE}(?:(?:,|/| and) ?{_PLACE}){{0,3}}"
_DAY = (
    r"(?:,? (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|[A-Z][a-z]{2,8}\.? \d{1,2}(?:,? \d{4})?))?"
)
# A dash and a blank, or the dash of house styles that leave the blank out ("LONDON—The").
_DASH = r"(?:[–—―-]{1,2}(?:\s|$)|(?:[—―]|--|(?<=[\s)])–)(?=[A-Z\"“'‘«„`]))"
_BRACKET = r" ?\((?![A-Z]-)[A-Z][\w./& -]{1,30}\)"
# Without a dash only a known agency tells a dateline from a name with a party or a firm's short name.
_AGENCY = (
    r" ?\((?:AP|AFP|UPI|PTI|ANI|IANS|TASS|EFE|ANSA|dpa|Reuters|REUTERS|Xinhua|Bloomberg|Kyodo|KYODO"
    r"|CNN(?: [A-Z]\w+)?)\)"
)
# Words that open a paragraph with a colon and are no place.
_LABEL = (
    r"(?:Updated?|Corrections?|Notes?|Editors?|Exclusive|Breaking|Watch|Read|Opinion|Analysis|Comment"
    r"|Question|Answer|Q|A|Warning|Caution|Spoiler|Source|By|Photo|Video|Image|Summary|Review|Fact|Claim"
    r"|Tip|PS|Re|FYI|Remember|Here|Result|Results|Verdict)\b"
)
_DATELINE = re.compile(
    rf"(?:{_PLACES}{_DAY}(?:{_BRACKET})?{_DAY}\s?{_DASH}|{_PLACES}{_DAY}{_AGENCY}{_DAY}[.:]?(?:\s|$)"
    rf"|(?!{_LABEL}){_PLACES}:\s(?=[A-Z\"“'‘]))\s*"
)


def dateline_end(paragraph: str) -> int:
    """Where the text begins after the dateline of `paragraph`; 0 where it has none.

    A dateline is one or more places or an agency, in capitals at their start, closed by a dash, a
    colon or an agency in brackets: "LONDON (Reuters) - ", "United Nations: ", "CNN — ".

    Args:
        paragraph: the first paragraph of a report, each run of blanks one space.
    """
    found = _DATELINE.match(paragraph)
    return found.end() if found else 0
