"""Lines that consist of one set phrase of a page's furniture, from the list in `phrases.txt`."""

from functools import cache
from importlib.resources import files

__all__ = ["phrases"]


@cache
def phrases() -> dict[str, str]:
    """Each set phrase, as `lines.Line.key` holds lines, with the rule that it falls under."""
    found: dict[str, str] = {}
    rule = ""
    for line in files(__package__).joinpath("phrases.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            rule = line.strip("[]")
        elif line and not line.startswith("#"):
            found |= dict.fromkeys(line.split(" | "), rule)
    return found
