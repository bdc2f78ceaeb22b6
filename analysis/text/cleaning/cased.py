"""Openings of a page's furniture that its capitals tell: the names of people and of agencies.

They are tried on the line as it stands; `(?i:` marks what may be written in any case. The rest stands
in `patterns`.
"""

__all__ = ["CASED"]

_AGENCY = (
    r"(?:AP|AFP|EPA(?:-EFE)?|PA|UPI|TASS|ANSA|[Dd][Pp][Aa]|ANI|PTI|IANS|NASA|AAP|CP|NTB|TT"
    r"|Getty(?: Images)?"
    r"|Reuters|REUTERS|Bloomberg|Associated Press|AP Photo|Press Association|Agence France-Presse"
    r"|Shutterstock|iStock(?:photo)?|Alamy|Xinhua|Anadolu(?: Agency)?|NurPhoto|Zuma(?: Press)?"
    r"|Rex(?: Features)?|Sipa(?: USA)?|Corbis|Kyodo(?: News)?|Yonhap|Hindustan Times|Barcroft|WireImage"
    r"|FilmMagic|Redux|Magnum|Pixabay|Unsplash|Pexels|Flickr|Wikimedia(?: Commons)?|Creative Commons"
    r"|Handout|Splash(?: News)?|Backgrid|PA (?:Wire|Images)|The Canadian Press|The New York Times"
    r"|USA TODAY(?: Sports)?|Imago|IMAGO|Ritzau|picture alliance|Keystone|Adobe Stock|Depositphotos)"
)
# Atomic: a name is not tried again with fewer words.
_NAME = r"[A-Z][\w.'’-]*+(?>(?: (?:[A-Z][\w.'’-]*+|de|van|von|al|bin|der|la|di|da)){0,4})"

CASED: dict[str, tuple[str, ...]] = {
    "caption": (r"\d{1,3} (?i:of|/) \d{1,3} [A-Z].{15,}",),
    "credit": (
        r"(?i:courtesy (?:of )?)[A-Z].{0,60}$",
        rf"(?:[\w.'’ -]{{2,50}}(?:[/|,]| (?:via|for|-|–) ) ?){{1,3}}{_AGENCY}\W*$",
        r"[A-Z][\w.'’-]++(?>(?: [A-Z][\w.'’-]++){1,2}) ?/ ?[A-Z][\w.]+(?: [A-Z]\w+)?$",
        r"(?:Fot|Foto|Phot|Ph)\. ?[A-ZŁŚŻ].{0,60}$",
        rf"{_AGENCY}(?: ?[/|,] ?[\w.'’ -]{{2,40}}){{0,2}}$",
    ),
    "byline": (
        rf"(?i:geschrieben von|escrito por|écrit par|scritto da) {_NAME}$",
        rf"(?i:von|par|por|di|door) {_NAME},? ?(?i:(?:am|le|el|il|op|[|•·–—-]) .{{0,12}}\d{{4}}\b.{{0,20}})$",
        (
            rf"(?i:(?:written |story |report |posted |words )?by:? ){_NAME}"
            r"(?i:(?:,? and |, ?| ?[|/•·–—] ?| for | in ).{0,70})?[^.!?\"”]?$"
        ),
        (
            rf"{_NAME} (?:(?i:is (?:an?|the)\b.{{0,60}}\b(?:correspondent|reporter|editor|columnist|writer"
            r"|contributor)\b)[^.!?\"”]{0,40}$|(?i:reported|wrote|contributed) from [^.!?\"”]{2,60}"
            rf"(?:\. {_NAME} (?i:reported|wrote|contributed) from [^.!?\"”]{{2,60}}){{0,3}}\.?$)"
        ),
    ),
    "related link": (r"[A-Z][A-Z ]{3,24}: [^.!?\"”]{5,90}[^.!?\"”:,;–-]$",),
}
