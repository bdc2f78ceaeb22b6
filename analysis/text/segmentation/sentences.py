"""Where sentences end: one pass over all possible places, decided by the characters around them.

The rules are those of English news style. Text that is not canonical (curly or TeX marks) can be segmented
too. In scripts with their own stop (``。``, ``؟``, ``।``) that stop ends a sentence. The rules, in the order
in which they apply to a stop and the marks that close behind it:

1. Without a space after it, a stop ends a sentence only where a space is missing ("end.Next", "5%.Next").
2. Before a small letter the sentence continues ("Is it over?" asked), except after a full stop behind
   an ordinary word in small letters ("they are gone. maybe").
3. A quoted question or exclamation continues if its speaker and a verb of saying follow ("Ms. Jones asked").
   A name that is written with a mark ("Jeopardy!") is treated like an abbreviation.
4. An ellipsis behind a word that ends no sentence ("It was ... Ida Vole") is a pause.
5. Any other stop ends its sentence, except a full stop of an abbreviation or number (`abbreviations`).

Two more places end a sentence. One is a run-in head in capitals ("ENERGY: Prices rose"). It differs from the
label of a speaker ("VOLE: What now?") in what follows: speech mostly starts with a word that opens sentences.
The other is a web or mail address before a capital, where a line break was lost.
"""

import re

from analysis.text.segmentation.abbreviations import Stop, is_end_after_name, is_plain, is_sentence_end
from analysis.text.segmentation.wordlists import WORDS

__all__ = ["sentence_ends"]

_OPENERS = WORDS["openers"]
_WIDE = "。！？｡।؟۔"
_STOP = f"[.!?…{_WIDE}]"
_CAPITAL, _SMALL, _LOW = "[A-ZÀ-ÖØ-Þ]", "[a-zß-öø-ÿ]", "[a-z\\dß-öø-ÿ]"

# A stop, the marks that close behind it, and then a space and the next word, or a capital where the space
# is missing. A run of stops is matched once, from its first stop: that keeps the search linear.
_CANDIDATE = re.compile(
    rf"""
    (?P<stop> {_STOP} (?<!{_STOP}{_STOP}) {_STOP}*+ (?> (?:\s\.){{0,3}} ) )
    (?P<close> (?> (?: ["'”’»)\]}}」』] | \s?\[\d+\] )* ) )
    (?:
      (?= \s+ (?P<open> (?> (?: ["'“‘«`(\[{{<•*–—-] \s* )* ) ) (?P<next> [$£€#@]? [\w'’]*+ ) )
      | (?= {_CAPITAL} )
        (?: (?<= {_LOW}{_LOW}[.!?] ) (?= .{_SMALL} | .\s[a-z] )
          | (?: (?<= [A-Z][A-Z][.!?] ) | (?<= [\d"'”’»)\]%][.!?] ) | (?<= [.!?][”»)\]] ) ) (?= .{_SMALL} ) )
      | (?<= [{_WIDE}] ) | (?<= [{_WIDE}][」』”] )
    )
    """,
    re.VERBOSE,
)
_RUN_IN_HEAD = re.compile(r"[A-Z][A-Z&\d .,'’/-]++:(?=\s+(?P<next>[A-Z][\w'’]*+)[^,])")
_ADDRESS = re.compile(r"(?<!\S)(?:https?://|[^\s@]++@[\w-]++\.)\S++(?<![,;:])(?=\s+(?:[A-Z]|https?://))")

# The speaker and verb behind a quoted question: "Ms. Jones asked", "Vole's eldest son later said". Words that
# are reported behind the verb make a sentence of their own: "Vole said that he knew".
_ATTRIBUTION = re.compile(
    rf"""
    \s+
    (?: (?: {_CAPITAL}[\w.&-]*+ (?: ['’] (?: s \s+ (?: [a-z-]++ \s+ ){{0,3}}? [a-z-]++ | [\w-]++ ) )?
        | the | of | for
      ) \s+ ){{0,7}}
    (?: {_CAPITAL}[\w.'’-]*+ , [^,.!?"“”]{{1,60}}+ , \s+ )?
    (?: (?: later | then | also | once | has | had | [a-z]++(?<=ly) ) \s+ )?
    (?: {"|".join(sorted(WORDS["saying"])).replace("_", "[ ]")} ) \b
    (?! \s+ (?: that | whether | if | he | she | they | it | there | we | nothing | no | little | so ) \b )
    """,
    re.VERBOSE,
)
_ELLIPSIS = re.compile(r"\.\.\.|…|\.(?:\s\.)+")


def sentence_ends(paragraph: str) -> list[int]:
    """The exclusive end offsets of the sentences of one paragraph, the last one included.

    Closing marks and brackets belong to the sentence that they close. A blank paragraph has none.

    >>> sentence_ends("Dr. Pell met Mr. Vega. The talks failed.")
    [22, 40]
    """
    last = len(paragraph.rstrip())
    ends = [m.end() for m in _CANDIDATE.finditer(paragraph) if _is_end(m, paragraph)]
    head = _RUN_IN_HEAD.match(paragraph)
    if head and head["next"].lower() not in _OPENERS:
        ends = sorted({head.end(), *ends})
    if "@" in paragraph or "://" in paragraph:
        ends = sorted({*ends, *(m.end() for m in _ADDRESS.finditer(paragraph))})
    if last and ends[-1:] != [last]:
        ends.append(last)
    return ends


def _is_end(match: re.Match[str], text: str) -> bool:
    """Whether a sentence ends at a candidate."""
    marks, close, opening, follower = match.group("stop", "close", "open", "next")
    word = _word_before(text, match.start())
    if follower is None:
        return not (re.search(r"[/@]", word) or word in WORDS["before_name"])
    if not follower:
        return bool(opening) and match.end("next") < len(text)
    if follower[0].islower() and not follower[1:2].isupper():
        return marks == "." and not close and is_plain(word)
    stop = Stop(text, word, match.start(), opening, follower, match.end("next"))
    return is_sentence_end(stop) if marks == "." else _marks_end(stop, marks, close, match.end())


def _marks_end(stop: Stop, marks: str, close: str, behind: int) -> bool:
    """Whether an ellipsis, a question or an exclamation mark before a capital or figure ends a sentence."""
    text, word, follower = stop.text, stop.word, stop.follower
    if _ELLIPSIS.fullmatch(marks):
        word = word or _word_before(text, stop.at - 1)  # "was ..."
        return bool(close) or word.lower() not in WORDS["unfinished"] or follower.lower() in _OPENERS
    if close:
        return follower in WORDS["new_subject"] or not _ATTRIBUTION.match(text, behind)
    return is_end_after_name(stop)


def _word_before(text: str, end: int) -> str:
    """The word that ends at `end`, without opening marks; at most its last 40 characters."""
    start = text.rfind(" ", max(0, end - 40), end) + 1
    return text[max(start, end - 40) : end].lstrip("\"'“‘«`([{<")
