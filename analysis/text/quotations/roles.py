"""The roles that a sentence gives beside a name: ``the spokesman, Max Moe``, ``Max Moe, a nurse``."""

from collections.abc import Iterator, Sequence

from analysis.text.quotations.names import Name, Token
from analysis.text.quotations.words import words

__all__ = ["RANKS", "find_roles", "role_nouns"]

RANKS = frozenset(("vice", "deputy", "assistant", "associate", "acting", "under"))  # they make another role
_APPOSITION = 10  # tokens behind a name that may hold its role
_BEHIND_HEAD = (
    words("prepositions")
    | words("relative")
    | words("auxiliaries")
    | frozenset(("of", "than", "whose", "said", "and", "told"))
)


def find_roles(tokens: Sequence[Token], i: int, name: Name) -> Iterator[str]:
    """The role nouns in apposition to the name that begins at token `i` of its sentence."""
    k = i - 2 if i and tokens[i - 1].text == "," else i - 1
    if k >= 0 and tokens[k].text in words("roles"):
        yield from role_nouns([token.text for token in tokens[max(0, k - 1) : k + 1]])
    j = next((j for j in range(i, len(tokens)) if tokens[j].start >= name.end), len(tokens))
    if j < len(tokens) and tokens[j].text == "," and not name.possessive:
        yield from role_nouns(list(_read_apposition(tokens[j + 1 : j + 1 + _APPOSITION])))


def _read_apposition(tokens: Sequence[Token]) -> Iterator[str]:
    """The words of an apposition up to the end of its head, in lower case."""
    for token in tokens:
        small = token.text.lower().rstrip(".")
        if not token.text[0].isalnum() or small in _BEHIND_HEAD or token.text.endswith("'s"):
            return
        yield small


def role_nouns(written: Sequence[str]) -> list[str]:
    """The role nouns among words in lower case, each with a rank before it: ``vice president``."""
    return [
        f"{before} {word}" if before in RANKS else word
        for before, word in zip(("", *written), written, strict=False)
        if word in words("roles")
    ]
