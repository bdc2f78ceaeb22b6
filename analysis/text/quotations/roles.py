"""The roles that a sentence gives beside a name: ``the spokesman, Max Moe``, ``Max Moe, a nurse``."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from analysis.text.quotations.cues import verbs
from analysis.text.quotations.names import Name, Token
from analysis.text.quotations.words import words

__all__ = [
    "PERSONAL",
    "RANKS",
    "Description",
    "find_descriptions",
    "find_roles",
    "noun_of_role",
    "role_nouns",
]

RANKS = frozenset(("vice", "deputy", "assistant", "associate", "acting", "under"))  # they make another role
_APPOSITION = 10  # tokens behind a name that may hold its role
PERSONAL = words("roles") | words("kin")
_DESCRIBED = 5  # tokens from an article to the noun of a description
_OPENING = frozenset(("a", "an", "one", "another", "his", "her", "their", "the"))
# What may follow the noun of a description; before another word it is an adjective: ``his executive order``.
_AFTER_NOUN = frozenset(verbs()).union(
    *(
        words(kind)
        for kind in ("prepositions", "auxiliaries", "adverbs", "relative", "conjunctions", "clause")
    )
) | {"of", "to", "in", "than", "testified", "wept", "died"}
_COPULAS = frozenset(("is", "was", "are", "were", "be", "been", "as", "become", "became", "becoming"))
# Nouns of one role.
_ALIKE = {
    "sen": "senator", "rep": "congressman", "congresswoman": "congressman", "representative": "congressman",
    "gov": "governor", "gen": "general", "pm": "premier", "atty": "attorney", "prof": "professor",
    "chairwoman": "chairman", "chair": "chairman", "spokeswoman": "spokesman", "spokesperson": "spokesman",
}  # fmt: skip
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


def noun_of_role(role: str) -> str:
    """A role with its noun in the form that stands for all: ``gov`` is ``governor``."""
    rank, _, noun = role.rpartition(" ")
    return f"{rank} {_ALIKE.get(noun, noun)}".strip()


class Description(NamedTuple):
    """Somebody who is described and not named.

    Attributes:
        start, end: offsets.
        text: the description as written, without the capital of a sentence's first word.
        noun: its noun, with a rank before it.
        pronoun: `he` or `she` if the noun says so, else "".
        is_definite: whether it is somebody who is known already ("the witness").
    """

    start: int
    end: int
    text: str
    noun: str
    pronoun: str
    is_definite: bool


def find_descriptions(text: str, tokens: Sequence[Token]) -> Iterator[tuple[int, Description]]:
    """Everybody who is described and not named, each with its first token: ``one witness``, ``Moe's mother``.

    Appositions ("Max Moe, a nurse"), what somebody is or was, and roles before a name do not count.
    """
    if PERSONAL.isdisjoint(token.text for token in tokens):
        return
    for i, token in enumerate(tokens):
        opening = token.text.lower()
        is_possessive = opening.endswith("'s")
        if not (is_possessive or opening in _OPENING):
            continue
        before = tokens[i - 1].text.lower() if i else ""
        if before == "," or before in _COPULAS:
            continue
        j = _find_noun(tokens, i)
        if j:
            noun = tokens[j].text.lower()
            rank = tokens[j - 1].text.lower() if tokens[j - 1].text.lower() in RANKS else ""
            words_written = text[token.start : tokens[j].end]
            pronoun = next((p for p in ("he", "she") if noun in words(f"{p} nouns")), "")
            shown = words_written if is_possessive else words_written[:1].lower() + words_written[1:]
            yield (
                i,
                Description(
                    token.start, tokens[j].end, shown, f"{rank} {noun}".strip(), pronoun, opening == "the"
                ),
            )


def _find_noun(tokens: Sequence[Token], i: int) -> int:
    """The token of a personal noun that ends the phrase which token `i` opens; 0 where there is none."""
    for j in range(i + 1, min(len(tokens), i + _DESCRIBED)):
        word = tokens[j].text
        small = word.lower()
        if not word[0].isalnum() or small in _BEHIND_HEAD or small.endswith("'s") or small in _OPENING:
            return 0
        following = tokens[j + 1].text if j + 1 < len(tokens) else "."
        if small in PERSONAL and small.removesuffix("s") not in PERSONAL - {small}:
            continues = following.lower() in PERSONAL
            is_named = following[0].isupper()
            beside = following == "," and j + 2 < len(tokens) and tokens[j + 2].text[0].isupper()
            modifies = following.isalpha() and following.islower() and following not in _AFTER_NOUN
            if not continues:
                return 0 if is_named or beside or modifies else j
    return 0
