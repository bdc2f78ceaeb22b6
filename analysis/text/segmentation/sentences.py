"""Where sentences end: one pass over all possible places, decided by the characters around them.

The rules are those of English news style. Text that is not canonical (curly or TeX marks) can be segmented
too. In scripts with their own stop (``。``, ``؟``, ``।``) that stop ends a sentence. The rules, in the order
in which they apply to a stop and the marks that close behind it:

1. Without a space after it, a stop ends a sentence only where a space is missing ("end.Next").
2. Before a small letter the sentence continues ("Is it over?" asked), except after a full stop behind
   an ordinary word in small letters ("they are gone. maybe").
3. A quoted question or exclamation continues if "Ms. Jones asked" or the like follows.
4. A full stop after a title ("Mr.") or after a number that opens a paragraph ends nothing. After "No." it
   ends a sentence unless a figure follows.
5. After any other abbreviation it ends a sentence only before a word that opens sentences ("Corp. The").
   After a firm or a state it does so also before a quotation or a single capitalized word.
6. Any other stop ends its sentence.

Two more places end a sentence. One is a run-in head in capitals ("ENERGY: Prices rose"). It differs from the
label of a speaker ("VOLE: What now?") in what follows: speech mostly starts with a word that opens sentences.
The other is a web or mail address before a capital, where a line break was lost.
"""

import re

__all__ = ["sentence_ends"]

# Words that a full stop belongs to, and words that open sentences: closed classes of English as newspapers
# write them. Abbreviations are listed without their last stop, in the case that makes them one: "Sun." is a
# day, "sun." ends a sentence.


def _listed(words: str) -> frozenset[str]:
    """The words of a list written as running text."""
    return frozenset(words.split())


# A name or more text must follow, so the stop never ends a sentence.
BEFORE_NAME = _listed(
    """
    Mr Mrs Ms Mx Messrs Mme Mlle Dr Drs Prof Profs Rev Revs Rt Fr Hon Pres Gov Govs Sen Sens Rep
    Reps Cong Ald Gen Gens Lt Col Cols Sgt Capt Cpl Pvt Pfc Spc Maj Adm Cmdr Cmdt Brig Supt Insp Det
    Amb Sec Treas Atty Asst Assoc Dep Del St Ste Mt Ft vs viz cf e.g i.e mr mrs ms dr
    """
)

# A figure must follow: "No. 5" goes on, "he said no. The" does not.
BEFORE_NUMBER = _listed("No Nos no nos Art Fig Figs fig figs p pp par Vol vol Ch ch ca")

# The stop may also end the sentence; a capital often follows within it ("Jr. High", "Univ. Press").
ABBREVIATIONS = _listed(
    """
    Jr Sr Esq Ph.D M.Sc B.Sc LL.B LL.D Dept Univ Inst Assn Intl Natl Mfg Ave Blvd Rd Hwy Sq Bldg Jan
    Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun al ed
    eds est approx hr hrs min mins sec secs lb lbs oz kg km mph
    """
)

# Likewise, but a single capitalized word after one most often opens a sentence.
FIRMS_AND_STATES = _listed(
    """
    Co Cos Corp Inc Ltd Pty Bros Ala Alta Ariz Ark Calif Colo Conn Fla Ga Ill Ind Kan Ky La Mass Md
    Mich Minn Miss Mo Mont Neb Nev Okla Ont Ore Pa Penn Que Sask Tenn Tex Va Vt Wash Wis W.Va Wyo
    """
)

# Words that open a sentence far more often than they follow an abbreviation with a capital.
OPENERS = _listed(
    """
    a about after all also although among an and another any are as asked at because before besides
    both but by can could despite did do does during each earlier either even every everyone few
    finally first for former from further given had has have he he's her here his how however i i'd
    i'll i'm i've if in indeed instead is it it's its just last later like many maybe meanwhile more
    moreover most mr mrs ms much my neither nevertheless no nobody none nor not nothing now of on
    once one only or other others our over perhaps please rather recently several she she's should
    similarly since so some someone sometimes soon still such than that that's the their then there
    there's therefore these they they're this those though through thus to today under unless unlike
    until upon was we we're were what what's when whenever where whether which while who why with
    within without would yes yesterday yet you you're your
    """
)

_WIDE = "。！？｡।؟۔"
_STOP = f"[.!?…{_WIDE}]"

# A stop, the marks that close behind it, and then a space and the next word, or a capital where the space
# is missing. A run of stops is matched once, from its first stop: that keeps the search linear.
_CANDIDATE = re.compile(
    rf"""
    (?P<stop> {_STOP} (?<!{_STOP}{_STOP}) {_STOP}*+ (?> (?:\s\.){{0,3}} ) )
    (?P<close> (?> (?: ["'”’»)\]}}」』] | \s?\[\d+\] )* ) )
    (?:
      (?= \s+ (?P<open> (?> (?: ["'“‘«`(\[{{<•*–—-] \s* )* ) ) (?P<next> [$£€#@]? [\w'’]*+ ) )
      | (?<= [a-z\d][a-z\d][.!?] ) (?= [A-Z][a-z] )
      | (?<= [{_WIDE}] ) | (?<= [{_WIDE}][」』”] )
    )
    """,
    re.VERBOSE,
)
_RUN_IN_HEAD = re.compile(r"[A-Z][A-Z&\d .,'’/-]++:(?=\s+(?P<next>[A-Z][\w'’]*+)[^,])")
_ADDRESS = re.compile(r"(?<!\S)(?:https?://|[^\s@]++@[\w-]++\.)\S++(?<![,;:])(?=\s+(?:[A-Z]|https?://))")

# A subject in capitals and a verb of saying; a pronoun in capitals would open a sentence instead.
_ATTRIBUTION = re.compile(
    r"""
    \s+ (?! (?: He | She | They | We | I | It | The | And | But | Then | When ) \s )
    (?: (?: [A-Z][\w.'’-]*+ | the | of ) \s+ ){0,7}
    (?: said | says | asked | asks | added | wrote | told | tweeted | continued | recalled | shouted
      | wondered | demanded | declared | remarked | repeated ) \b
    """,
    re.VERBOSE,
)
_INITIALS = re.compile(r"[^\W\d_](?>(?:\.[^\W\d_])*)")
_ALONE = re.compile(r",|\s[a-z]")


def sentence_ends(paragraph: str) -> list[int]:
    """The exclusive end offsets of the sentences of one paragraph, the last one included.

    Closing marks and brackets belong to the sentence that they close. A blank paragraph has none.

    >>> sentence_ends("Dr. Pell met Mr. Vega. The talks failed.")
    [22, 40]
    """
    last = len(paragraph.rstrip())
    ends = [m.end() for m in _CANDIDATE.finditer(paragraph) if _is_end(m, paragraph)]
    head = _RUN_IN_HEAD.match(paragraph)
    if head and head["next"].lower() not in OPENERS:
        ends = sorted({head.end(), *ends})
    if "@" in paragraph or "://" in paragraph:
        ends = sorted({*ends, *(m.end() for m in _ADDRESS.finditer(paragraph))})
    if last and ends[-1:] != [last]:
        ends.append(last)
    return ends


def _is_end(match: re.Match[str], text: str) -> bool:
    """Whether a sentence ends at a candidate."""
    stop, close, opening, follower = match.group("stop", "close", "open", "next")
    if follower is None:
        return not re.search(r"[/@]", _word_before(text, match.start()))
    if not follower:
        return bool(opening) and match.end("next") < len(text)
    if follower[0].islower() and not follower[1:2].isupper():
        return stop == "." and not close and _is_plain(_word_before(text, match.start()))
    if stop == ".":
        return _full_stop_ends(match, text)
    said = close and ("?" in stop or "!" in stop) and _ATTRIBUTION.match(text, match.end())
    return not said


def _word_before(text: str, end: int) -> str:
    """The word that ends at `end`, without opening marks; at most its last 40 characters."""
    start = text.rfind(" ", max(0, end - 40), end) + 1
    return text[max(start, end - 40) : end].lstrip("\"'“‘«`([{<")


def _is_plain(word: str) -> bool:
    """Whether a word cannot be an abbreviation: its stop ends a sentence even before a small letter."""
    return len(word) > 3 and word.isalpha() and word.islower() and word not in ABBREVIATIONS


def _full_stop_ends(match: re.Match[str], text: str) -> bool:
    """Whether a full stop before a capital or figure ends a sentence, not only an abbreviation."""
    word = _word_before(text, match.start()).rpartition("-")[2]
    if word.isupper() and len(word) > 1:
        word = word.capitalize()
    if word in BEFORE_NAME or (match.start() == len(word) and word.isdigit()):
        return False
    if word in BEFORE_NUMBER:
        return not match["next"][0].isdigit()
    if word in FIRMS_AND_STATES:
        return _opens(match, text) or _stands_alone(match, text)
    if word in ABBREVIATIONS or _INITIALS.fullmatch(word):
        return _opens(match, text)
    return True


def _opens(match: re.Match[str], text: str) -> bool:
    """Whether what follows an abbreviation is a word that opens sentences, not an initial."""
    opening, follower = match.group("open", "next")
    if opening[:1] in {"–", "—", "-"}:  # a dateline: "COLUMBIA, S.C. – The"
        return False
    initial = len(follower) == 1 and text.startswith(".", match.end("next"))
    return follower.lower() in OPENERS and not initial


def _stands_alone(match: re.Match[str], text: str) -> bool:
    """Whether a quotation or a single capitalized word follows, not a longer name."""
    opening, follower = match.group("open", "next")
    if opening:
        return opening[0] in '"“`'
    return follower[0].isupper() and bool(_ALONE.match(text, match.end("next")))
