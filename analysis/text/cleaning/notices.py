"""The first words of lines that speak about the article or the page: notes of editors, notices, sign-offs.

They are part of `openings.OPENINGS` and `openings.CASED` and are written in the same way.
"""

__all__ = ["CASED_NOTICES", "NOTICES"]

_PIECE = (
    r"(?:article|story|post|piece|column|page|essay|item|text|extract|excerpt|liveblog|live blog"
    r"|op-ed|editorial|feature)"
)
_VERSION = (
    r"(?:(?:earlier|previous|prior|original|first|longer|shorter|different) )?(?:version|edition|headline)"
)
_CHANGED = (
    r"(?:updated|amended|corrected|edited|revised|changed|modified|clarified|republished|reposted|translated"
    r"|first published|originally published|published|produced|adapted|excerpted|reprinted|condensed"
    r"|first appeared|originally appeared|removed|supported by|made possible|written (?:with|by)|part of"
    r"|developing|breaking)"
)
_SENT = (
    r"(?:saved|sent|received|submitted|posted|added|removed|recorded|updated|confirmed|verified|cancelled"
    r"|expired|deleted|activated|created|processed|approved|moderated|reset|changed|copied|failed|counted)"
)

NOTICES: dict[str, tuple[str, ...]] = {
    "editor's note": (
        r"\W{0,3}(?:editor|publisher|author|writer|reporter)s?['’]?s? (?:note|update)s?\b",
        r"\W{0,3}this is an? (?:\w+ )?(?:extract|excerpt|adaptation|transcript|translation)\b",
        r"\W{0,3}except for the headline\b",
        r"\W{0,3}(?:a|the following) (?:correction|clarification)s? (?:was|were|has|have)\b",
        (
            r"\W{0,3}(?:re(?:printed|published|produced)|used|adapted) (?:here )?(?:with"
            r"|by) (?:the )?permission\b"
        ),
        r"\W{0,3}(?:correction|clarification|corrections and clarifications)s?\b.{0,30}[:–—] ",
        rf"\W{{0,3}}(?:an?|the) {_VERSION}s? (?:of|on|for|in) (?:this|the|our) {_PIECE}\b",
        rf"\W{{0,3}}(?:an?|the) {_VERSION} of this (?:report|video|interview|caption|graphic)\b",
        (
            rf"\W{{0,3}}(?:\w+: )?this {_PIECE}\b.{{0,40}}\b(?:is|was|were|has|have|had|will) "
            rf"(?:been |be |being )?(?:\w+ly )?{_CHANGED}\b"
        ),
        (
            r"\W{0,3}this (?:report|interview|video|graphic|caption|headline|transcript)\b (?:was|has been"
            r"|will be)"
            r" (?:updated|amended|corrected|edited|first published|originally published|lightly edited)\b"
        ),
        rf"\W{{0,3}}this {_PIECE} (?:first |originally )?(?:appears|appeared|ran) (?:in|on|at)\b",
        (
            r"\W{0,3}this is (?:a|an) (?:breaking|developing|updated|edited|abridged|live)(?: news)?"
            r" (?:story|version|report|page|situation|transcript)\b"
        ),
        r"\W{0,3}(?:please )?(?:check back|refresh (?:this|the) page|reload)\b.{0,60}$",
        (
            r"\W{0,3}(?:more|further|additional) (?:details |information |updates )?(?:to (?:come|follow)"
            r"|soon)\W*$"
        ),
        (
            r"\W{0,3}(?:we will|we['’]ll) (?:update|bring you|have more|add)\b.{0,60}\b(?:story|page|updates"
            r"|more|details)\b"
        ),
        r"\W{0,3}updates? to (?:come|follow)\W*$",
        r"\W{0,3}as published in\b.{0,60}$",
        r"\W{0,3}developing(?: story)?\W*$",
    ),
    "notice": (
        r"(?:message|form|request|comment|vote) (?:sent|received|submitted|saved)[.!]",
        r"need (?:to talk|help|support|someone)\b.{0,100}$",
        r"(?:thanks|thank you) for (?:reading|visiting|watching|listening|joining|following|your)\b.{0,60}$",
        (
            r"(?:we(?:['’]re| are) sorry|sorry|apologies|unfortunately)\b.{0,80}\b(?:unavailable"
            r"|not available|try again|error)\b"
        ),
        (
            r"(?:alerts?|notifications?) (?:for|about|on) .{0,40} (?:have|has|are|were) .{0,20}\b(?:on|off"
            r"|enabled|disabled|saved|set)\b"
        ),
        (
            r"to (?:contact|reach|report|share|submit|suggest|request|order|advertise|subscribe"
            r"|comment)\b.{0,60}"
            r", (?:please )?(?:call|e-?mail|visit|click|go to|write|fill|use|dial|text)\b.{0,60}$"
        ),
        r"(?:anonymous |confidential |news )?tips? (?:can|may) be (?:left|sent|shared|submitted|e-?mailed)\b",
        r"(?:thank you|thanks|success|great|done|sorry)[.!,] (?:your|we|you|there)\b.{0,80}$",
        (
            r"your (?:notification|alert|message|e-?mail(?: address)?|request|comment|vote|subscription|order"
            r"|preference|account|password|feedback|response|submission|registration|bookmark|setting|review"
            r"|choice|profile|session|payment|report|changes?)s? (?:has|have|was|were|is|are|could"
            rf"|will) .{{0,20}}{_SENT}\b"
        ),
        (
            r"there (?:was|has been) an? (?:problem|error|issue) (?:saving|sending|with|loading|processing"
            r"|submitting|while)\b"
        ),
        r"(?:oops|sorry|whoops|uh[- ]oh)\W.{0,80}(?:went wrong|try again|not found|unavailable|error)",
        r"(?:something|this) went wrong\b.{0,60}$",
        r"(?:an )?(?:unknown |unexpected )?error (?:has )?occurred\b",
        r"please (?:try again|refresh|reload|enable|disable|upgrade|update your|verify|confirm)\b.{0,80}$",
        (
            r"(?:please )?(?:enter|provide|confirm|check) (?:a valid|your|the)\b.{0,30}\b(?:e-?mail|name"
            r"|password|inbox|address|code)\b.{0,40}$"
        ),
        (
            r"(?:this|the|that) (?:field|e-?mail(?: address)?|username|password) (?:is|cannot|must"
            r"|has)\b.{0,50}$"
        ),
        r"(?:e-?mail|push|browser|desktop) (?:notifications?|alerts?) (?:are|is|have|will)\b.{0,60}$",
        (
            r"you (?:have|are|were|will be|['’]ve|['’]re) (?:now |been |successfully |already )*(?:subscribed"
            r"|unsubscribed|registered|signed|logged)\b.{0,60}$"
        ),
        (
            r"(?:turn on|turn off|enable|disable|allow|manage|set up|get|receive) .{0,40}\b(?:alerts?"
            r"|notifications?)\b.{0,60}$"
        ),
        r"(?:a|an) (?:confirmation|verification|activation) (?:e-?mail|link|code)\b.{0,80}$",
        (
            r"if you(?:['’]ve| have|['’]re| are)?(?: or (?:someone|anyone) (?:you know|close to you)(?: is"
            r"| has been)?)?"
            r" (?:been )?(?:affected by|struggling with|in crisis|experiencing|in need of|need (?:help"
            r"|support|advice))\b"
        ),
        (
            r"if you or (?:someone|anyone|a loved one)\b.{0,80}\b(?:call|text|contact|visit|help|support"
            r"|lifeline|hotline)\b"
        ),
        (
            r"(?:for )?(?:help|support|advice|confidential (?:help|support))\b.{0,60}\b(?:call|visit|contact"
            r"|is available|samaritans|helpline)\b"
        ),
        (
            r"(?:in (?:the us|the uk|australia|the united states)[^.]{0,20}, )?(?:the )?(?:samaritans"
            r"|national suicide prevention|crisis (?:text line|lifeline))\b"
        ),
    ),
    "embed": (
        r"<(?:tweet|blockquote|iframe|embed|instagram|facebook|youtube|video|audio|figure|img|script)\b",
        r"(?:pic\.twitter\.com|https?://(?:t\.co|www\.(?:youtube|instagram|facebook)\.com))/\S{1,60}$",
    ),
    "time stamp": (
        r"\W?\d{1,2}(?:[:.] ?\d\d)? ?[ap]\.? ?m\.?(?: ?[a-z]{2,4})?(?: ?[-–—|,] ?[a-z]+\.? \d{1,2})?\W{0,3}$",
        r"\W?\d{1,2}[:.]\d\d ?(?:hrs?|uhr|h|b?st|gmt|utc|[cemp][ds]?t|ist|cest|cet|aest|hkt|jst)\W{0,3}$",
        (
            r"(?:updated?|posted|latest"
            r"|last update)? ?(?:at )?\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: ?\(?(?:gmt|utc|[ecmp][ds]?t|ist"
            r"|bst|cet|cest)\)?)$"
        ),
        r"(?:updated |posted )?(?:an?|\d{1,2}) (?:minute|min|hour|hr|day|week|month)s? ago\W*$",
        r"\d{1,2}[mhd] ago\W*$",
    ),
    "sign-off": (
        r"\W{0,4}(?:ends?|-?30-?|the end|end of (?:story|article|report))\W{0,4}$",
        r"###$",
        (
            r"\W{1,4}(?:ians|pti|ani|uni|afp|ap|reuters|dpa|xinhua|bernama|tass|efe|nna|wam|aap|cna|kuna|spa"
            r"|irna|apa)(?:[ /,-]{1,3}[a-z]{2,6}){0,3}\W{0,3}$"
        ),
        r"(?:ians|pti|ani|uni|xinhua|bernama|dpa|tass|afp|reuters)(?:[ /-][a-z]{2,4}){0,3}\W{0,2}$",
        r"[a-z]{2,3}(?:[/,] ?[a-z]{2,3}){0,3} ?\((?:[a-z.]{2,12}(?:, ?|/))*[a-z.]{2,12}\)$",
        (
            r"\W{0,2}\((?:with )?(?:agency|agencies|inputs?|reuters|ap|afp|pti|ians|ani|dpa|xinhua"
            r"|bloomberg)\b[^()]{0,60}\)\W?$"
        ),
        (
            r"\W{0,4}(?:with|contains|includes|compiled (?:from|with)|based on|additional)"
            r" (?:additional |further |some |extra )?(?:files?|reporting|reports?|inputs?|contributions?"
            r"|information|material|agency inputs?|agencies|wires?|pti|ians|ap)"
            r" (?:from|by|of)\b.{0,100}$"
        ),
        r"\W{0,4}inputs? (?:from|by)\b.{2,60}$",
        (
            r"\W{0,4}(?:with|from|source:?) (?:agencies|agency (?:inputs?|reports?)|wire (?:services|reports)"
            r"|inputs?)\b.{0,40}$"
        ),
    ),
    "related link": (
        (
            r"\W{0,2}(?:watch|see|read|listen(?: to)?|view|check out|hear|take a look at|play|follow"
            r"|scroll)\b"
            r"[^.!?]{0,80}\b(?:above|below|here)\W*$"
        ),
        r"\W{0,2}(?:watch|listen|read|see)(?: more| now| live)? ?:$",
        r"(?:story|article|text|post) (?:continues|resumes)\b.{0,30}$",
        r"(?:read|see|watch|find) (?:the )?(?:full|complete|entire|original|whole) .{0,60}$",
    ),
    "subscription": (
        (
            r"\W{0,2}(?:subscribe|listen)\b.{0,80}\b(?:podcasts?|itunes|spotify|soundcloud|youtube|stitcher"
            r"|apple podcasts|rss|channel)\b"
        ),
        (
            r"(?:this|the rest of this|the full|our premium) (?:article|story|content|page|video|post|report"
            r"|interview)\b.{0,40}"
            r"\b(?:for|to|exclusive|reserved|by) (?:our )?(?:\w+ )?(?:subscribers?|members?|registered"
            r"|readers only|paying)\b"
        ),
        (
            r"(?:want|like|enjoying|looking for|need) (?:more|to (?:read|see|get|keep|hear"
            r"|stay))\b.{0,80}\b(?:subscri\w+|sign up|register|join|newsletter|account)\b"
        ),
        (
            r"(?:you(?:['’]ve| have) (?:reached|hit|used|read|viewed)|you are (?:out of"
            r"|reading))\b.{0,60}\b(?:limit|free|articles?|quota)\b"
        ),
        r"(?:start|begin|try|claim|activate|get) (?:your|a|our) .{0,20}\b(?:trial|subscription|membership)\b",
        (
            r"(?:create|log ?in|sign ?in|register|subscribe|please (?:log|sign|register"
            r"|subscribe))\b.{0,60}\b(?:to (?:read|continue|view"
            r"|access|unlock|keep|see|finish|comment|save)|account)\b"
        ),
        (
            r"(?:to|please) (?:read|view|access|see|finish|continue|unlock)\b.{0,60}\b(?:subscri\w+"
            r"|sign (?:in|up)|log ?in|register)\b"
        ),
        r"unlock .{0,80}$",
        r"(?:choose|select|see|view|compare) (?:your|a|our|my|all) (?:plan|subscription|offer)s?\b.{0,40}$",
        r"(?:cancel|unsubscribe) (?:at )?any ?time\b",
        (
            r"(?:from |only |just |for )?(?:as little as )?[$£€]\d[\d.,]* ?(?:a|per|/) ?(?:month|week"
            r"|year)\b.{0,60}$"
        ),
    ),
    "comments": (
        r"(?:be part of|join|add to|start|continue) (?:the|this|our) (?:conversation|discussion|debate)\b",
        r"letters (?:to the editor )?(?:can|may|should|must|are) be (?:sent|e-?mailed|submitted)\b",
        (
            r"(?:what do you think|what(?:['’]s| is) your (?:view|take|opinion|experience)|do you agree"
            r"|have your say(?: in our \w+)?)\b"
            r"(?:\W{0,3}$|(?: (?:about|of|on|with) (?:this|the) (?:article|story|post|piece|issue))?\W{1,3}"
            r"(?:let us|tell us|share|leave|join|write|comment|e-?mail|send|post)\b.{0,80}$)"
        ),
        (
            r"(?:share|add|post|leave|tell us|let us know|join|have) (?:your|what|in"
            r"|the)\b.{0,60}\b(?:comments?|conversation|discussion|below)\b.{0,20}$"
        ),
        (
            r"(?:get in touch|contact us|contact our|write to us|reach us|e-?mail us|send (?:us|your|tips"
            r"|letters|an e-?mail)"
            r"|tell us|feedback\?|got a (?:tip|story)|have a (?:tip|story|question))\b.{0,160}$"
        ),
        (
            r"(?:do you have|have you (?:been|got|seen)|are you)\b.{0,80}\b(?:get in touch|contact us"
            r"|let us know|tell us|e-?mail)\b.{0,80}$"
        ),
    ),
    "share link": (
        r"(?:twitter|facebook|instagram|x|bluesky|mastodon|e-?mail|threads|tiktok)(?: handle)?: ?@?\S{2,60}$",
        r"(?:on )?(?:twitter|facebook|instagram|x|bluesky|threads)[:,]? @\w{2,30}\W*$",
        r"@\w{2,30}(?:,? (?:and )?@\w{2,30}){0,3}\W{0,2}$",
        r"\S{2,40}@\S{2,40}\.[a-z]{2,8}\.?$",
        r".{0,80}\blike (?:the|our|this) (?:facebook )?page\W*$",
    ),
    "byline": (
        (
            r"(?:this )?(?:podcast|video|episode|film|audio|programme|program|show) (?:is |was )?(?:produced"
            r"|edited|hosted|presented|filmed)\b.{0,80}\bby\b"
        ),
        r"\W{0,2}compiled (?:from|with|by)\b.{0,80}$",
        r"(?:reported|photographed|filmed|illustrated) (?:and \w+ )?by\b.{2,80}$",
        r"additional (?:research|work|photography|editing|material|writing) (?:by|from)\b.{2,80}$",
        r"about the (?:author|writer|reporter|contributor|columnist)s?\b",
        r".{3,80} contributed\W*$",
        (
            r"(?:distributed|syndicated|provided|supplied|sponsored"
            r"|presented) by (?:the )?(?:[\w.&'’-]+ ?){1,6}$"
        ),
        r"(?:contributing|contributors?|additional reporting|reporting|research)\b ?(?:by)?: .{2,100}$",
    ),
}

_BUTTON = (
    r"(?:Flag|Share|Like|Reply|Tweet|Follow|Comment|Print|Email|Pin|Save|Report|Retweet|Copy|Post|Login"
    r"|Subscribe)"
)

CASED_NOTICES: dict[str, tuple[str, ...]] = {
    "share buttons": (rf".{{0,60}}?(?:{_BUTTON}(?=[A-Z\d])){{2}}",),
    "embed": (
        r"[–—―-]{1,2} ?[^()]{2,50} \(@\w{2,20}\)",
        r".{10,400}\(@\w{2,20}\),? (?:[A-Z][a-z]+\.? \d{1,2}, \d{4}|\d{1,2}[ /][A-Z\d]\w* ?/?\d{2,4})\W*$",
    ),
    "credit": (
        (
            r"(?i:twitter|youtube|facebook|instagram|linkedin|screenshot|screengrab|video still)"
            r"(?: ?[/|:] ?[\w.'’ @-]{2,50})?\.?$"
        ),
    ),
}
