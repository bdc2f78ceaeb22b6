"""What is quoted, who is quoted, and what else is between quotation marks."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal, NamedTuple

from analysis.text.quotations.attribution import Attribution, attributions
from analysis.text.quotations.marks import QuotedRun, find_quoted_runs
from analysis.text.quotations.speakers import NOBODY, Speaker, identify_speakers
from analysis.text.quotations.words import words
from analysis.text.segmentation.document import Document, Span
from analysis.text.segmentation.wordlists import WORDS

__all__ = ["Kind", "Quotation", "quotations", "voices"]

Kind = Literal["direct", "fragment", "scare"]


class Quotation(NamedTuple):
    """One run of text between quotation marks; a run over several paragraphs is one.

    Attributes:
        start: offset of its first character in `Document.text`, behind the mark.
        end: offset behind its last character, before the mark.
        kind: `direct` is speech or writing attributed to someone; `fragment` is a title, a name or
            a word mentioned as a word; `scare` marks distance and is attributed to nobody.
        partial: a direct quotation that is only a part of the reporter's sentence.
        speaker: where the speaker is mentioned, or None.
        resolved: who speaks, also behind a pronoun or a description.
        cue: the reporting expression as written, in lower case, or None.
        cue_span: where the cue is.
        cue_class: its class in the table of reporting verbs, or None.
    """

    start: int
    end: int
    kind: Kind
    partial: bool = False
    speaker: Span | None = None
    resolved: Speaker = NOBODY
    cue: str | None = None
    cue_span: Span | None = None
    cue_class: str | None = None


def quotations(document: Document) -> list[Quotation]:
    """Find every run between quotation marks in the body, in order; linear in the text.

    >>> from analysis.corpus.articles import Article
    >>> from analysis.text.cleaning import clean
    >>> from analysis.text.segmentation import segment
    >>> text = '"The dam will hold," said Jon Vega. "It is new," he said.'
    >>> document = segment(clean(Article("a", "The Post", text)))
    >>> [(found.kind, found.cue, found.resolved.name) for found in quotations(document)]
    [('direct', 'said', 'Jon Vega'), ('direct', 'said', 'Jon Vega')]
    """
    runs = find_quoted_runs(document)
    if not runs:
        return []
    found: list[Quotation] = []
    attributed = _join_parts(document, runs, attributions(document, runs))
    speakers = identify_speakers(document, runs, attributed)
    for run, attribution, speaker in zip(runs, attributed, speakers, strict=True):
        if run.continues and attribution.direct and found and found[-1].kind == "direct":
            found[-1] = found[-1]._replace(end=run.end)
        else:
            found.append(_quotation(document, run, attribution, speaker))
    return found


def voices(document: Document, quotations: Sequence[Quotation]) -> list[bool]:
    """For each word of the body, whether it is inside a direct quotation."""
    inside = [False] * len(document.body.starts)
    for quotation in quotations:
        if quotation.kind == "direct":
            first = bisect_left(document.body.starts, quotation.start)
            last = bisect_left(document.body.starts, quotation.end)
            inside[first:last] = [True] * (last - first)
    return inside


def _join_parts(document: Document, runs: Sequence[QuotedRun], found: list[Attribution]) -> list[Attribution]:
    """The attributions, with every part of a quotation over several paragraphs as speech, however short.

    A part that was not taken for speech gets the attribution of the next part or else of the one before; if
    there is none, it is speech of nobody who is named. A mark that opens a paragraph may also be an ornament,
    so such a part has to begin like a clause or be personal ("We lost it all.").
    """
    joined = list(found)
    later = [n for n in range(1, len(runs)) if runs[n].continues]
    for n in reversed(later):
        if _is_lost_part(document.text, runs[n - 1], joined[n - 1]):
            joined[n - 1] = joined[n] if joined[n].direct else Attribution(direct=True)
    for n in later:
        if joined[n - 1].direct and _is_lost_part(document.text, runs[n], joined[n]):
            joined[n] = joined[n - 1]
    return joined


def _is_lost_part(text: str, run: QuotedRun, attribution: Attribution) -> bool:
    """Whether a part was not taken for speech, nor for a line of a transcript, and reads as if spoken."""
    if attribution.direct or attribution.cue:
        return False
    spoken = text[run.start : run.end].lower().replace(",", " ").replace(".", " ").split()
    return spoken[:1] != [] and (spoken[0] in WORDS["openers"] or not words("personal").isdisjoint(spoken))


def _quotation(document: Document, run: QuotedRun, attribution: Attribution, speaker: Speaker) -> Quotation:
    if not attribution.direct:
        return Quotation(run.start, run.end, _speechless(document, run))
    cue = attribution.cue
    return Quotation(
        run.start,
        run.end,
        "direct",
        partial=_is_partial(document.text, run),
        speaker=attribution.speaker,
        resolved=speaker,
        cue=document.text[cue.start : cue.end].lower() if cue else None,
        cue_span=cue,
        cue_class=attribution.verb.cue_class if attribution.verb else None,
    )


def _is_partial(text: str, run: QuotedRun) -> bool:
    """Whether a quotation is part of a sentence: it begins with a small letter, or right behind a word."""
    before = text[max(0, run.start - 3) : run.start - 1].rstrip()
    return text[run.start : run.start + 1].islower() or before[-1:].isalnum()


def _speechless(document: Document, run: QuotedRun) -> Kind:
    """A title, a name or a mentioned word is a fragment; other words are scare quotes."""
    tokens = document.text[run.start : run.end].split()
    near = document.text[max(0, run.start - 30) : run.start - 1].lower().split()[-3:]
    near += document.text[run.end + 1 : run.end + 25].lower().split()[:2]
    titled = all(token[0].isupper() for token in tokens if len(token) > 3)
    named = not words("works").isdisjoint(near) or not words("mentions").isdisjoint(near)
    return "fragment" if titled or named else "scare"
