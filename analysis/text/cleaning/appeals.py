"""The first words of lines that ask readers to do something: to share, to comment, to subscribe.

They are part of `openings.OPENINGS` and are written in the same way.
"""

__all__ = ["APPEALS", "LETTER"]

_SERVICE = r"(?:twitter|facebook|instagram|youtube|telegram|tiktok|linkedin|whatsapp|x|snapchat)"
_BUTTON = (
    r"(?:share|tweet|like|comment|print|e-?mail|facebook|twitter|linkedin|pinterest|whatsapp|reddit"
    r"|google\+?|xing|teilen|\d++k?)"
)
LETTER = r"(?:newsletters?|inbox|e-?mails?|alerts|subscri\w+|updates|magazine|members?(?:hip)?)"

APPEALS: dict[str, tuple[str, ...]] = {
    "share link": (
        r"a post shared by\b.{0,80}$",
        r"udostępnij (?:na|w|przez)\b.{0,40}$",
        r"(?:click|klick\w*),? (?:to|um)\b.{0,60}\b(?:share|e-?mail|print|teilen|senden)\b.{0,60}",
        (
            r"(?:click to )?(?:share|tweet|e-?mail|send|post|pin|save|print|repost) (?:(?:this"
            r"|it|link|article"
            r"|story|page|to a friend) ?){0,3}(?:on|via|with|to|by) [\w+ ]{1,30}$"
        ),
        (
            r"(?:follow|like|join|find (?:us|me|him|her|them|@)|connect with|folge|siga|sigue"
            rf"|suivez)\b.{{0,80}}\b(?:on|via"
            rf"|auf|en|sur|no) {_SERVICE}\b"
        ),
        r"(?:follow|tweet)(?: us| him| her| them| me)?\b.{0,30}@\w",
        rf"(?!\d+$)(?:{_BUTTON} ?){{2,12}}$",
        r"\d{2,}+k$",
        rf"(?:share (?:to|on|via) \w+(?: {_SERVICE})? ?){{2,12}}$",
        r"\d[\d.,]*k? (?:shares?|likes?|retweets|views|comments?|reactions)$",
    ),
    "comment thread": (
        r"(?:\d[\d.,]*|one|no) (?:thoughts?|comments?|responses?|replies) (?:on|to)\b(?!.*\w\.$)",
        r"(?:\d[\d.,]*|ein|keine) (?:kommentare?|gedanken?|antworten) (?:zu|auf)\b",
    ),
    "comments": (
        (
            r"(?:wenn|falls|if) (?:sie|du|you)\b.{0,40}\b(?:kommentieren (?:möchte|will|woll)\w*"
            r"|(?:want|wish|would like) to comment)\b"
        ),
        (
            r"(?:bitte |please )?(?:schreib|verrat|sag|teil|tell us|let us know|cuénta)\w*\b.{0,60}\b(?:in"
            r" (?:den|die) kommentare?n?|in the comments?|en los comentarios|dans les commentaires)\b"
        ),
        (
            r"(?:sie müssen|du musst|bitte|you (?:must|need to)|debes|vous devez)\b.{0,40}"
            r"\b(?:anmelden|einloggen|log ?in|logged in|registr\w+|identificarte|connecté)\b.{0,40}$"
        ),
        (
            r"(?:\d\. )?(?:we (?:welcome|ask that)|please (?:understand|note|keep)"
            r"|bitte beachten sie)\b.{0,60}\b(?:comments?|kommentare?)\b"
        ),
        (
            r"(?:deine|ihre|your|votre|tu|su|o seu|il tuo) (?:e-?mail|adresse|dirección|indirizzo)\b.{0,30}"
            r"\b(?:not be|nicht|pas|no|não|non) "
        ),
        r"(?:you may use|du kannst folgende|vous pouvez utiliser) .{0,20}\bhtml\b",
        (
            r"(?:please )?(?:log|sign|logg\w*|meld\w* (?:sie|dich)|kirjaudu) .{0,30}\b(?:to|um|zum) .{0,30}"
            r"\b(?:comment|komment)"
        ),
        r"comment by\b",
        (
            r"\d[\d.,]* (?:comments?|replies|responses|kommentare?|commentaires?|comentarios?"
            r"|комментари\w+)$"
        ),
        (
            r"(?:comments?|commenting|commenters|the comments? section) (?:on this (?:article|story|post"
            r"|entry|page|video|thread)"
            r"|(?:are|is|has been|have been|will be|must be|may be) (?:now |currently |not |pre-?)?"
            r"(?:closed|open|off|disabled|moderated|turned|welcome|subject|available|the|enabled|reviewed"
            r"|limited|on|switched)\b)"
        ),
        r"(?:some|please note that|all|your) comments (?:are|may|will|must)\b",
        r"(?:leave|post|add|write) a (?:comment|reply)\b.{0,40}$",
        r"(?:para comentar|um kommentieren|pour commenter|you must be (?:logged|signed) in)\b",
    ),
    "subscription": (
        r"(?:schließe dich|join) [\d.,]+ (?:other |anderen )?(?:follower|subscriber|abonnent)\w*",
        r"(?:contact me with|receive e-?mails? from us)\b.{0,60}\b(?:offers|partners|sponsors|news)\b",
        r"sign up to (?:get|receive) (?:the|our)\b.{0,100}$",
        r"gefällt (?:dir|ihnen|euch) (?:unser|dies)\w*\b",
        r"(?:[\w.&'’-]+ ){1,4}newsletters?$",
        r"(?:subscribe|register|sign up)\b.{0,60}\b(?:edition|full story|unlimited|access|offers?)\b",
        (
            r"(?:vous avez lu|you(?:.ve| have) read|sie haben|du hast|has leído)\b.{0,40}"
            r"\b(?:articles?|artikel|artículos)\b.{0,20}\b(?:gratuits?|free|kostenlos\w*|gratis|left)\b"
        ),
        (
            r"(?:jetzt|einfach hier|hier klicken)\b.{0,60}\b(?:anmelden|abonnieren|registrieren|bestellen"
            r"|sichern|testen)\W*$"
        ),
        (
            r"(?:for (?:the )?latest|for more|get the latest|the latest|aktuelle"
            r"|die wichtigsten)\b.{0,80}\b(?:subscribe|sign up|download|app|inbox|postfach|newsletter)\b"
        ),
        (
            r"(?:unterstütze?n? (?:sie )?(?:uns|unser\w*)|werde (?:unterstützer|mitglied)"
            r"|jetzt (?:abonnieren|spenden|mitglied)|hazte socio|suscríb\w+|únete|apoya\w*|soutenez"
            r"|faites un don)\b.{0,120}$"
        ),
        (
            r"(?:bitte )?(?:gib|geben sie|trage?n? sie|trag|enter|introdu\w+|saisissez|entrez|inserisci)"
            r" .{0,30}\be-?mail"
        ),
        (
            r"(?:verpasse?n?(?: sie)?|never miss|don.t miss|no te pierdas|ne manquez|non perdere)\b.{0,60}"
            r"\b(?:news|neuigkeit\w*|story|stories|beitrag|post|update|noticia\w*|mehr)\b"
        ),
        r"(?:stay|keep|bleib\w*(?: sie)?) (?:up.to.date|informed|auf dem laufenden|informiert)\b.{0,80}$",
        r"(?:notify|send|benachrichtig\w*) (?:me|mich)\b.{0,80}$",
        (
            rf"(?:please |to )?(?:sign up|subscribe|register|get|receive|join|click here"
            rf"|never miss)\b.{{0,120}}\b{LETTER}\b"
        ),
        (
            r"click (?:here|below|the link)\b.{0,20}\b(?:to|for)\b (?:subscribe|support|get|sign"
            r"|join|donate|become|buy)\b"
        ),
        (
            r"(?:support|help support|donate to|become a (?:member|subscriber|supporter))\b.{0,100}"
            r"\b(?:journalism|reporting|subscri\w+|member\w*|donat\w+|reader)"
        ),
        (
            r"if you (?:enjoyed|liked|like) (?:this|what you|reading)\b.{0,200}\b(?:subscri|join"
            r"|sign up|support|donat|share)"
        ),
        (
            r"(?:already (?:a )?(?:subscriber|member)|not a subscriber|you have .{0,30}free articles"
            r"|to continue reading)\b"
        ),
        r"(?:download (?:the|our) .{0,40}\bapps?|get (?:the|our) .{0,40}\bapp)\b",
        r"sign up (?:here|now|today|to|for)\b[^\"“.!?]{0,160}$",
        r"(?:thank you for|thanks for) (?:subscribing|signing up|registering)\b",
        r"this site is protected by recaptcha",
        r"we want to hear (?:what you think|from you)",
        (
            r"(?:abonnieren sie|jetzt abonnieren|melden sie sich .{0,40}newsletter|abonnez-vous"
            r"|inscrivez-vous|suscríbe(?:te|se)"
            r"|assine|iscriviti|abbonati|schrijf je in|zapisz się|подпи(?:шитесь|саться))\b.{0,120}"
        ),
    ),
}
