"""Words anywhere in a line that show that it is part of a page and not of its article.

`WORDINGS` has for each rule a word, and the pattern that is searched in lines that contain the word. Both are
in lower case, like the line when it is searched.
"""

from analysis.text.cleaning.appeals import LETTER
from analysis.text.cleaning.openings import PICTURE

__all__ = ["WORDINGS"]

WORDINGS: dict[str, tuple[tuple[str, str], ...]] = {
    "share link": (
        ("canal", r"\bcanal(?:es)? (?:de|en) (?:whatsapp|telegram|youtube|instagram)\b"),
        (
            "(",
            (
                r"\((?:opens in (?:a )?new (?:window|tab)|wird in (?:einem )?neue[mn] fenster geöffnet"
                r"|se abre .{0,30}ventana nueva|ouvre .{0,30}nouvelle fenêtre)\)$"
            ),
        ),
    ),
    "disclaimer": (
        ("commission", r"\b(?:may|might|can) (?:earn|receive|get)\b.{0,60}\bcommissions?\b"),
        (
            "compensation",
            (
                r"\b(?:may|might) (?:earn|receive|get)\b.{0,60}\bcompensation\b.{0,60}\b(?:link|adverti"
                r"|partner|product)"
            ),
        ),
        ("provision", r"\b(?:erhalten|erhält|bekommen|bekommt)\b.{0,80}\bprovision\b"),
        ("keine", r"\bkeine (?:haftung|gewähr)\b.{0,60}\b(?:inhalte|links|richtigkeit)\b"),
        (
            "responsibility",
            (
                r"\b(?:takes?|accepts?|assumes?) no (?:responsibility|liability)\b.{0,40}\b(?:opinion|view"
                r"|content|link|site)"
            ),
        ),
        ("responsible", r"\bnot responsible for\b.{0,40}\b(?:contents?|external)\b"),
        ("external", r"\bno (?:liability|responsibility)\b.{0,60}\bexternal (?:sites?|links?|content)\b"),
        ("necessarily", r"\bnot necessarily (?:reflect|represent|those|the (?:views|opinions?))\b"),
        ("notwendigerweise", r"\bnicht notwendigerweise\b.{0,40}\b(?:redaktion|meinung|ansicht)"),
    ),
    "cookie notice": (
        (
            "cookie",
            (
                r"\b(?:we|our|this|by|you|sites?|website|browser)\b.{0,160}\bcookies?\b.{0,200}"
                r"\b(?:experience|websites?|sites?|agree|accept|link|policy|content|consent"
                r"|settings|browser)\b"
            ),
        ),
        (
            "cookie",
            (
                r"\b(?:verwende[nt]|nutz(?:t|en)|setz(?:t|en)|utilis\w+|utiliz\w+|usamos|gebruik\w*"
                r"|używa\w*|wykorzyst\w+|korzyst\w+|использу\w+|menggunakan|använd\w+"
                r"|bruke?[rs]?|käyt\w+|kullan\w+)\b"
                r".{0,60}\bcookie"
            ),
        ),
    ),
    "copyright": (
        ("copyright", r"\b(?:protected by|subject to) copyright\b"),
        ("rights reserved", r"\ball rights reserved\b"),
        (
            "creative commons",
            (
                r"\b(?:licen[sc]ed|lizenz\w*|stehen|steht|bajo|sous|under)\b.{0,60}\bcreative commons\b"
                r"|\bcreative commons (?:attribution|namensnennung|licen[sc]e|lizenz|by)"
            ),
        ),
        ("cc", r"\b(?:under|unter|bajo|sous|licen[sc]e|lizenz) (?:der )?cc[ -](?:by|0)\b"),
        ("powered by", r"^.{0,60}\bpowered by \w+\W*$"),
        ("theme", r"^(?:.{0,40}\btheme by\b.{0,40}|theme: .{0,40})$"),
        (
            "not be",
            (
                r"\b(?:material|article|content|story|reproduction)\b.{0,20}(?:may"
                r"|must) not be (?:pub|repr|copied)"
            ),
        ),
    ),
    "caption": (
        ("(", rf".{{10}}\((?:{PICTURE}|ap photo)\b(?:[^()]{{0,60}}\)?| ?[:|/©][^()]{{0,60}}\)\.)$"),
        ("©", r".{9}[\s.,(|]© ?[^\W\d][^.!?©]{1,60}\.?$"),
        ("credit", r".{10}\b(?:photo|image|picture) ?credit:? ?.{2,60}$"),
        (":", rf".{{10}} {PICTURE} ?: ?[^.:]{{2,60}}$"),
        (":", rf".{{10}}[.!?\"”)] ?{PICTURE} ?: ?[^.:]{{2,60}}\.$"),
        (
            "/",
            (
                r"(?:[.!?\"”)] ?|\()(?:[^\W\d][\w.'’ -]{1,60}[/|] ?)?(?:reuters|afp|ap photo"
                r"|getty images|epa|shutterstock|istock)(?:/[\w.'’ -]{1,60})?\)?$"
            ),
        ),
        ("getty images", r"(?:[.!?\"”)] ?|\()getty images\)?$"),
        ("/", r"[.!?\"”)] ?[(\[](?:[\w.'’-]+ ){1,3}[\w.'’-]+ ?/ ?[\w.'’& -]{2,40}[)\]]\W?$"),
        ("via", r"[.!?\"”)] ?[(\[](?:[\w.'’-]+ ){1,4}(?:via|for) [\w.'’& -]{2,40}[)\]]\W?$"),
    ),
    "byline": (
        (
            "contribut",
            r"\bcontributed (?:to (?:this|the) (?:report|story|article)|(?:additional )?reporting)\b",
        ),
        ("reached", r"\b(?:can|may) be reached (?:at|via|by|on)\b"),
    ),
    "editor's note": (
        (
            "version",
            (
                r"\b(?:earlier|previous|original|prior) version (?:misstated|misidentified|misspelled"
                r"|incorrectly"
                r"|wrongly|gave|omitted|of this (?:article|story|report|post|piece))\b"
            ),
        ),
        ("not been edited by", r"\bnot been edited by\b"),
        ("used in this", r"\bused in this (?:report|story|article)\b"),
    ),
    "comments": (("comments", r"\bcomments (?:are|will be) (?:pre-?)?moderated\b"),),
    "subscription": (
        ("newsletter", r"[.!?] (?:melde?n?|abonnier\w*) (?:dich|sie)\b.{0,60}newsletter"),
        ("email", r"[.!?] enter your e-?mail\b"),
        ("as little as", r"\bas little as [$£€]\d"),
        ("subscribe", rf"[.!?] subscribe\b.{{0,120}}\b{LETTER}\b"),
        ("subscription", r"[.!?] get a subscription\b"),
        ("sign up", rf"[.!?] sign up\b.{{0,120}}\b{LETTER}\b"),
        ("click here", r"[.!?] click here to (?:subscribe|support|get|sign|join|donate|become|buy)\b"),
    ),
}
