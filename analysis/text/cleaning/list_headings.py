"""The first words of headings above lists of other articles.

They are part of `openings.OPENINGS` and are written in the same way.
"""

__all__ = ["LIST_HEADINGS"]

LIST_HEADINGS: dict[str, tuple[str, ...]] = {
    "list heading": (
        r"(?:dich|sie|ihnen|euch) (?:interessiert|interessieren) (?:vielleicht|auch)\b[^.!?]{0,30}$",
        (
            r"(?:lo|los|las|les?|la|il|os?|as) (?:más|mas|plus|più|mais)"
            r" (?:vist[oa]s?|leíd[oa]s?|lus?|lett[oi]|lid[oa]s)\b[^.!?]{0,40}$"
        ),
        r"(?:(?:noch )?mehr|weitere|further|more) (?:informationen|infos|information)\b[^.!?]{0,60}:$",
        r"(?:articles? (?:en relation|liés?|connexes?)|aller plus loin)\b[^.!?]{0,30}$",
        (
            r"(?:(?:die|les|los|las|le|i|de|the|our|unsere) )?(?:meist ?gelesene?n?|beliebte(?:ste)?[nr]?"
            r"|neue(?:ste)?[nr]?|ähnliche|weitere|aktuelle|verwandte|passende|plus lus|derniers|dernières"
            r"|autres|últimas|últimos|otras|ultime|ultimi|altri|altre|related|similar|other|more|recent"
            r"|latest"
            r"|popular|featured|trending) "
            r"(?:artikel|beiträge|meldungen|themen|nachrichten|storys?|posts?|dossiers?|produkte|videos?"
            r"|rezepte|articles?|noticias|notícias|artículos|artigos|articoli|notizie|entradas|stories|news"
            r"|topics|links|reading|recipes|products|pages)\b[^.!?]{0,40}$"
        ),
        (
            r"(?:das|dies|diese \w+|auch das) .{0,20}\bkönnten? (?:sie|dich|euch|ihnen) .{0,20}"
            r"(?:interessieren|gefallen)"
        ),
        r"(?:artikel|beiträge|videos|mehr|news|links)\b.{0,20}\bzum thema\b.{0,30}$",
        r"(?:read|see|view|show|explore|discover|browse) (?:all|more)\b[^.!?]{0,40}$",
        r"(?:alle|weitere) (?:artikel|beiträge|meldungen) (?:von|zu|aus|anzeigen)\b[^.!?]{0,40}$",
        r"more:$",
        r"elsewhere (?:on|in|from)\b[^.!?]{0,40}$",
        r"(?:load|show|see|view|get) more \w+$",
        (
            r"(?:more (?:on|from|in|about|great|top|stories|news)|most (?:read|popular|viewed"
            r"|shared)(?: in| on)?"
            r"|related (?:stories|articles|coverage|content|news|topics)|trending(?: in| on| now)?"
            r"|popular (?:in|on)|latest (?:in|from|on)|also (?:on|in)|recommended (?:for|from)"
            r"|you (?:may|might) (?:also )?(?:like|be interested)|filed under|tags|topics"
            r"|categories|posted in"
            r"|tagged|filed in|labels|read more (?:on|from|about|in)|mehr (?:aus|von|zu)"
            r"|weitere (?:artikel|beiträge|themen|meldungen)"
            r"|das könnte (?:sie|dich)|die meistgelesenen|meist ?gelesen|lire aussi|más (?:sobre"
            r"|de|en)|te puede interesar"
            r"|veja (?:também|mais)|altri articoli|meer (?:over|van))\b[^.!?]{0,60}[:|?]?$"
        ),
    ),
}
