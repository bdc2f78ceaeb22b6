"""The first words of lines that are part of a page and not of its article, and how long such a line may be.

`OPENINGS` are matched with the line in lower case. `CASED` are matched with the line as it is: in them
capitals mark the names of people and agencies, and ``(?i:`` marks what may be written in any case.
Repetitions are bounded, so a line of any length takes linear time (`tests/test_text_time.py` checks it).
Patterns for the middle of a line are in `mentions`.
"""

from collections.abc import Mapping

from analysis.text.cleaning.appeals import APPEALS
from analysis.text.cleaning.list_headings import LIST_HEADINGS
from analysis.text.cleaning.notices import CASED_NOTICES, NOTICES

__all__ = ["CASED", "LIMITS", "OPENINGS", "PICTURE"]

# The most words of a line that the patterns of a rule are matched with: such lines are short, and a
# paragraph may begin with the same words. The first rule in this order that matches decides.
LIMITS: Mapping[str, int] = {
    "code": 100_000,
    "embed": 100_000,
    "share buttons": 400,
    "time stamp": 10,
    "sign-off": 24,
    "editor's note": 120,
    "cookie notice": 80,
    "video slug": 16,
    "player": 24,
    "gallery counter": 16,
    "share link": 24,
    "section": 40,
    "comment thread": 40,
    "comments": 24,
    "disclaimer": 80,
    "copyright": 60,
    "caption": 80,
    "credit": 24,
    "date": 16,
    "byline": 60,
    "related link": 40,
    "subscription": 80,
    "notice": 60,
    "list heading": 10,
}

_DATE = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)(?:day)?,? )?(?:\d{1,2}(?:st|nd|rd|th|\.)? )?"
    r"(?:jan|feb|mar|mär|apr|may|mai|ju[nl]|aug|sep|o[ck]t|nov|de[cz])[a-z]{0,6}\.?,? "
    r"(?:\d{1,2}(?:st|nd|rd|th)?,? )?\d{4}"
)
_CLOCK = r"(?:,? ?[-–—|•·@]?,? ?(?:at |um )?\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?|uhr)?(?: ?\(?[a-z]{2,5}\)?)?)"
PICTURE = (
    r"(?:photo(?:graph)?|image|picture|pic|video|illustration|graphic|chart|map|credit|source|foto|bild"
    r"|abbildung|crédit|crédito|quelle|fuente|fonte|zdjęcie|kuva|фото)s?"
)

Patterns = Mapping[str, tuple[str, ...]]


def _join(*parts: Patterns) -> Patterns:
    """Join the patterns of each rule, in the order of the parts."""
    names = dict.fromkeys(name for part in parts for name in part)
    return {name: tuple(p for part in parts for p in part.get(name, ())) for name in names}


_OPENINGS: Patterns = {
    "code": (
        r"[\[({]{1,3}\s?[\"'][\w@-]{1,40}[\"']\s?:",
        r"(?:</?[a-z][^<>]{0,300}>\W{0,9}){1,20}$",
        r"(?:\(?function ?\w{0,30}\(|var \w{1,40} ?=|window\.\w|document\.\w|@(?:media|import) )",
    ),
    "cookie notice": (
        (
            r"(?:i accept|ich akzeptiere|j.accepte|acepto) .{0,40}"
            r"\b(?:privacy|datenschutz\w*|confidentialité|privacidad)\b"
        ),
        r"by (?:submitting|signing up|subscribing)\b.{0,80}\b(?:you|i) (?:agree|accept|consent)\b",
        (
            r"(?:the technical storage or access|die technische speicherung oder der zu(?:gang|griff)"
            r"|le stockage ou l.accès technique|el almacenamiento o acceso técnico|l.archiviazione tecnica)\b"
        ),
        (
            r"(?:i (?:consent|agree) to|ich bin (?:damit )?einverstanden|j.accepte que|acepto que) .{0,60}"
            r"\b(?:content|inhalte|contenus?|contenidos?|data|daten|données|datos)\b"
        ),
        (
            r"(?:recommended|empfohlener|externer) (?:redaktioneller|externer|editorial|external)"
            r" (?:inhalt|content)"
        ),
        r"(?:accept|reject|manage|allow)(?: all)? (?:our )?cookies\b",
        r"by (?:continuing|using|browsing|clicking|visiting)\b.{0,120}\bcookies?\b",
    ),
    "video slug": (
        r"(?:close)?pkg .{0,80}_\d+\.\w{3,4}$",
        r"\S{3,100}\.(?:jpe?g|png|gif|mp4|webp|svg)$",
        r"(?:duration:? )?\d{1,2}:\d\d(?::\d\d)?(?: ?[-–—|/] ?(?:source:? ?.{1,40}|\d{1,2}:\d\d))?$",
    ),
    "player": (
        r"(?:media|video) (?:playback|player|content)\b.{0,60}\b(?:un|not supported|loading|no longer)",
        (
            r"(?:scroll down|click|tap|swipe|hover)\b.{0,30}\b(?:for|to|here)\b.{0,20}"
            r"\b(?:video|audio|watch|listen|play|enlarge|zoom)\b"
        ),
        (
            r"(?:this|the) (?:video|content|audio|live ?stream|stream|clip) (?:is|has|cannot|can['’]t"
            r"|isn['’]t|could not|will|may)"
            r"(?: been| be| currently| now)? ?(?:not|no longer|un\w+|removed|blocked|private|loading"
            r"|available|restricted"
            r"|expired|playing|protected|age-|only|start|begin|played|loaded|displayed|auto\w*|hosted)\b"
        ),
        r"to (?:play|watch|view|listen to) (?:this|the) (?:video|audio|content)\b",
        r"(?:your browser|please enable javascript|javascript is)\b",
    ),
    "gallery counter": (
        r"(?:image |photo |slide |picture |bild |foto )?\d{1,3} ?(?:of|/|von|sur|de|из) ?/? ?\d{1,3}$",
        r"(?:photos|pictures|gallery|in pictures|slideshow): .{0,80}$",
        r"(?:view|see|show|launch|open) (?:all|gallery|photos|slideshow|more)(?: \w+)? ?\(\d+\)",
        r"\+?\d{1,3} (?:more )?(?:photos|images|pictures|slides|bilder|fotos)$",
        r"(?:autoplay|last slide|next slide|show (?:thumbnails|captions))\b.{0,60}",
    ),
    "section": (
        (
            r"(?:this entry was posted|dieser (?:eintrag|beitrag) wurde (?:veröffentlicht|gepostet|abgelegt)"
            r"|(?:posted|filed|published|categori[sz]ed) (?:in|under)\b|tagged(?: with| as)?\b|getaggt mit\b"
            r"|eingeordnet unter\b|veröffentlicht (?:in|unter)\b|abgelegt unter\b|verschlagwortet mit\b)"
            r"(?!.*[^.]\. [^.]).{0,200}$"
        ),
    ),
    "disclaimer": (
        r"this (?:article|column|post|piece|essay|text) (?:reflects|represents|expresses) ",
        r"\(?(?:alle|sämtliche) angaben (?:sind )?ohne gewähr",
        r"namentlich gekennzeichnete (?:beiträge|artikel|texte)\b",
        r"(?:advertising|affiliate|advertiser|editorial) disclos\w+\b",
        (
            r"the (?:author|writer)s? .{0,80}\b(?:disclos|affiliat|conflicts? of interest|(?:receive"
            r"|work for).{0,40}fund)"
        ),
        r"(?:views|opinions) (?:are )?(?:personal|(?:my|his|her|their) own)\b",
        (
            r"this is an? (?:opinion|sponsored|paid|advertis\w+|satirical|guest"
            r"|commentary)\b(?: \w+)?(?: \w+)?\."
        ),
        r"(?:disclaimer|disclosure|haftungsausschluss): ",
        (
            r"(?:disclaimer|haftungsausschluss|hinweis|note|disclosure)\b.{0,12}: .{0,80}\b(?:article"
            r"|opinion|adverti\w+|affiliate|link\w*|inhalt\w*)\b"
        ),
        (
            r"(?:this|our|these|some of the|the) (?:post|article|story|site|page|content|stories"
            r"|links)\b.{0,60}\b(?:affiliate|advertisers|sponsored|commission)\b"
        ),
        (
            r"(?:dieser|der|dieses|das) (?:beitrag|artikel|text|interview)\b.{0,40}\b(?:meinung|ansicht"
            r"|position)\b.{0,30}\bwieder\b"
        ),
        (
            r"(?:the |all |any )?(?:views|thoughts|opinions|statements|comments|facts)(?:,? (?:and"
            r"|or) \w+)? (?:expressed|presented|stated"
            r"|contained|published|in this|on this|here|are)\b.{0,60}\b(?:those of|own|do not|not necessarily"
            r"|alone)\b"
        ),
    ),
    "copyright": (
        r"(?:copyright\b|©|\(c\) ?\d{4}|ⓒ)",
        (
            r"(?:alle rechte vorbehalten|tous droits réservés|todos los derechos|todos os direitos"
            r"|все права)"
        ),
    ),
    "caption": (
        r"(?:abbildung|abb\.|figure|fig\.) ?\d{1,2}(?:\.\d{1,2})? ?[:.–—-] ",
        (
            r"(?:(?:symbol|beitrags|titel|archiv|header|aufmacher)(?:bild|foto)"
            r"|(?:featured|cover|header|stock) (?:image|photo)) ?[:|(©–-]"
        ),
        r"(?:image|media|video|photo|picture) (?:caption:?|shows:)\s",
        r"(?:file(?: photo)?|caption) ?[:–—-] ",
    ),
    "credit": (
        r"image copyright\b",
        (
            rf"{PICTURE}(?: credits?| illustration| composite)?(?: ?[:@©|/]| (?:by|via|courtesy"
            rf"|from|von)\b).{{0,120}}$"
        ),
        rf"\((?:{PICTURE}|ap photo)\b[^()]{{0,120}}\)$",
        r"(?:©|\(c\)|ⓒ) ?[a-z]",
    ),
    "date": (
        (
            r"(?:(?:first |last |originally )?(?:published|updated|posted|created|modified|issued)"
            r"|last (?:update|modified)|date|stand|veröffentlicht|aktualisiert|publié|mis à jour"
            r"|publicado"
            r"|actualizado|pubblicato|gepubliceerd|опубликовано|обновлено)(?: on| at| am| le| el"
            r"| em| il|:)* ?.{0,24}\d"
        ),
        r"[^|•·]{1,40} ?[|•·] ?(?:first |last |originally )?(?:published|updated|posted|modified)\b.{0,60}$",
        rf"[^|•·]{{1,40}} ?[|•·] ?(?:{_DATE}{_CLOCK}?|\d{{1,2}}[:.]\d\d(?: ?[ap]\.?m\.?)?)$",
        rf"(?:on |am |le )?{_DATE}{_CLOCK}?(?: ?[/|•·-] ?{_DATE}{_CLOCK}?)?$",
        rf"\d{{1,2}}[./-]\d{{1,2}}[./-](?:19|20)?\d\d{_CLOCK}?$",
        rf"(?:19|20)\d\d[./-]\d{{1,2}}[./-]\d{{1,2}}{_CLOCK}?$",
        r"\d{1,2} (?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?) ago$",
        r"\d{1,3}[ -]min(?:ute)?s? read$",
    ),
    "byline": (
        (
            r"\(?(?:additional |reported and )?(?:reporting|writing|edited|editing|compiled"
            r"|translated)(?: and \w+)? by\b"
        ),
        r"(?:reach|contact|e-?mail|write to|follow) .{0,60}\b(?:at|on|@)\b.{0,80}(?:@|https?:|\.com)",
        r"(?:have|got) a (?:news )?(?:tip|story)\b",
        r"our standards: ",
    ),
    "related link": (
        (
            r"[\[(]?(?:related(?: \w+)?|read(?: also| next| now| it| this)?"
            r"|read more(?: \w+){0,4}|also read"
            r"|see also|watch(?: live| now| more| next)?|more on this|don['’]t miss|recommended"
            r"|click here"
            r"|see more|what to know|listen|explore|v(?:er|ea) también|le[ae](?: también| además| más)?"
            r"|puede[sn]? (?:ver|leer)"
            r"|mire?|leia (?:também|mais)|(?:à )?lire aussi|lesen sie (?:auch|hier|mehr)|mehr (?:dazu"
            r"|zum thema)|leggi anche"
            r"|lees ook|zobacz także|czytaj (?:także|też|więcej)|читайте также|baca juga"
            r"|läs också|les også"
            r"|læs også|lue myös|相关阅读|延伸阅读|関連記事|관련기사) ?(?:[:：|»>]|[-–—] ) ?\S"
        ),
        r"(?:also|more): \S[^.]{0,120}$",
        r"(?:►|▶|▸|»|→|>>|• (?:read|watch)).{3,150}$",
    ),
}

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
# Atomic: a name is not matched again with fewer words.
_NAME = r"[A-Z][\w.'’-]*+(?>(?: (?:[A-Z][\w.'’-]*+|de|van|von|al|bin|der|la|di|da)){0,4})"

_CASED: Patterns = {
    "caption": (r"\d{1,3} (?i:of|/) \d{1,3} [A-Z].{15,}",),
    "credit": (
        r"(?i:courtesy (?:of )?)[A-Z].{0,60}$",
        rf"(?:[\w.'’ -]{{2,50}}(?:[/|,]| (?:via|for|-|–) ) ?){{1,3}}{_AGENCY}\W*$",
        r"[A-Z][\w.'’-]++(?>(?: [A-Z][\w.'’-]++){1,2}) ?/ ?[A-Z][\w.]+(?: [A-Z]\w+)?$",
        r"(?:Fot|Foto|Phot|Ph)\. ?[A-ZŁŚŻ].{0,60}$",
        rf"(?i:{_AGENCY})(?: ?[/|,] ?[\w.'’ -]{{2,40}}){{0,2}}\.?$",
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

OPENINGS = _join(APPEALS, NOTICES, LIST_HEADINGS, _OPENINGS)
CASED = _join(CASED_NOTICES, _CASED)
