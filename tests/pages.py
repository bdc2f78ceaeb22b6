"""Invented articles, set into pages in the manner of eight kinds of news site."""

import json
import re
from collections.abc import Callable
from typing import NamedTuple

MENU = (
    "Home",
    "News",
    "Politics",
    "Business",
    "Sport",
    "Opinion",
    "Culture",
    "Weather",
    "Podcasts",
    "Log in",
)
TEASERS = (
    "Ferry fares to rise in June as fuel costs climb",
    "Lighthouse keeper retires after forty winters",
    "Five walks to try before the tide turns",
    "Why the herring left, and why they may come back",
    "Opera house opens its doors to late trains",
)
COOKIES = (
    "We use cookies to give you the best experience on our website. By continuing you agree to our policy."
)


class Told(NamedTuple):
    """An article: `body` holds ("p" | "h2" | "quote" | "li", text); `[words]` are a link."""

    headline: str
    standfirst: str
    author: str
    day: str
    body: tuple[tuple[str, str], ...]

    @property
    def lines(self) -> list[str]:
        """What a reader takes for the text: the body without the marks of its links."""
        return [re.sub(r"[\[\]]", "", text) for _, text in self.body]


HARBOUR = Told(
    "Port Ellery votes to close its fish market",
    "Stalls that have stood since the first pier must go, and nobody has said where.",
    "Ada Finch",
    "2031-05-03",
    (
        ("p", "The harbour council of Port Ellery voted on Monday to close the old fish market for two years."),
        ("p", "Fishermen who rent the stalls said they had heard of the plan from [a notice on the gate], which was put up on Friday night and taken down again before the vote."),
        ("quote", "We sold eels here before there was a council, and we shall sell them when it is gone."),
        ("p", "The mayor, Tom Pike, called the decision “hard but fair” and promised to pay for the move."),
        ("h2", "What happens next"),
        ("p", "Engineers found last winter that the piles below the [eastern hall] had lost a third of their width, and that the roof would not outlast another storm like [the one in March]."),
        ("p", "The work is to cost nine million crowns, most of it from the national fund for harbours."),
        ("p", "“Nobody has shown us a drawing,” said Ida Moran, who has kept the books of the stallholders since 2009. “They showed us a number.”"),
        ("p", "A second hearing is planned for the autumn."),
    ),
)  # fmt: skip
TALKS = Told(
    "Envoys leave Belmar without a deal",
    "Seven years of silence ended with four hours of talks and no signature.",
    "R. Pell",
    "2031-09-21",
    (
        ("p", "Two envoys of Ardia left Belmar on Tuesday without a word to the reporters who had waited in the rain."),
        ("p", "Their hosts spoke of progress. “We are ready to listen,” the foreign minister said after the meeting, the first since [the border was shut]."),
        ("p", "Diplomats from three countries who had read the draft said that it named no prisoners, set no date for elections and left open who would guard the bridge."),
        ("h2", "Three demands"),
        ("p", "The government in Belmar had gone into the talks with three demands:"),
        ("li", "the return of eleven sailors who were taken off a trawler in April;"),
        ("li", "a telephone line between the two coast guards, open day and night;"),
        ("li", "the names of those who gave the order to fire on the ferry."),
        ("p", "None of them was met. An adviser to the president said [in an interview] that the second could be agreed upon “within an hour”."),
        ("p", "Analysts called the meeting a rehearsal. “You do not fly two envoys across a closed border to drink coffee,” said Jon Vega of the Institute for Coastal Studies. “They wanted to be seen, and they were.”"),
        ("p", "The next round is to be held in a third country before the end of the year, according to both sides."),
    ),
)  # fmt: skip


def shown(told: Told) -> list[tuple[str, str]]:
    """The body as (kind, HTML)."""
    return [(kind, re.sub(r"\[(.*?)\]", r'<a href="/x">\1</a>', text)) for kind, text in told.body]


def _plain_paragraphs(told: Told, between: str = "") -> str:
    tags = {"p": "<p>{}</p>", "h2": "<h2>{}</h2>", "quote": "<blockquote><p>{}</p></blockquote>"}
    parts = [tags.get(kind, "<ul><li>{}</li></ul>").format(text) for kind, text in shown(told)]
    middle = len(parts) // 2
    return "\n".join([*parts[:middle], between, *parts[middle:]]).replace("</ul>\n<ul>", "\n")


def _list(texts: tuple[str, ...]) -> str:
    return "<ul>" + "".join(f'<li><a href="/{i}">{text}</a></li>' for i, text in enumerate(texts)) + "</ul>"


def broadsheet(told: Told) -> str:
    """Semantic tags, JSON-LD, a cookie banner, a list of related articles inside the article."""
    data = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": told.headline, "datePublished": f"{told.day}T08:00:00Z"}  # fmt: skip
    related = f'<aside class="related"><h3>Related stories</h3>{_list(TEASERS[:3])}</aside>'
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{told.headline} | The Ellery Post</title>
<meta property="og:title" content="{told.headline}"><link rel="canonical" href="https://post.example/{told.day}/story">
<script type="application/ld+json">{json.dumps(data)}</script></head><body>
<div id="cookie-banner" class="cookie-consent"><p>{COOKIES}</p><button>Accept all</button></div>
<header><nav>{_list(MENU)}</nav></header><main><article><h1>{told.headline}</h1><p class="standfirst">{told.standfirst}</p>
<div class="byline">By <a href="/a">{told.author}</a> <time datetime="{told.day}">{told.day}</time></div>
<div class="share-bar"><a>Share on Facebook</a> <a>Share on Twitter</a> <a>Email</a></div>
<figure><img src="a.jpg" alt=""><figcaption>The hall at low water. Photograph: Ada Finch/Post</figcaption></figure>
<div class="article-body">{_plain_paragraphs(told, related)}</div></article></main>
<footer><p>© 2031 Ellery Post. All rights reserved.</p>{_list(("Terms of use", "Privacy policy", "Contact us"))}</footer></body></html>"""


def broadcaster(told: Told) -> str:
    """Blocks of nested divs with hashed class names; a share button and a topic list below the text."""
    block = '<div data-component="text-block" class="css-1k{}"><div class="css-x"><p class="css-q">{}</p></div></div>'
    parts = [
        f'<div data-component="subheadline-block"><h2 class="css-h">{text}</h2></div>'
        if kind == "h2"
        else block.format(i, text)
        for i, (kind, text) in enumerate(shown(told))
    ]
    promos = "".join(f'<div class="promo"><a href="/{i}"><h3>{t}</h3><p>{t} as seen from the quay.</p></a></div>' for i, t in enumerate(TEASERS))  # fmt: skip
    return f"""<!doctype html><html><head><meta charset="utf-8"><title>{told.headline} - BNE News</title>
<meta property="article:published_time" content="{told.day}T10:00:00+00:00"></head><body><a href="#main">Skip to content</a>
<div class="orb-nav">{_list(MENU)}</div><main id="main-content"><article><header><h1>{told.headline}</h1></header>
<div class="metadata"><span>{told.day}</span><span>{told.author}</span></div>
<figure><div><img src="x.jpg"></div><div><span>Image source, BNE</span></div><figcaption>Image caption, The quay on Monday</figcaption></figure>
{"".join(parts)}</article><section class="topic-list"><h2>Related Topics</h2>{_list(("Harbours", "Fishing"))}</section>
<section class="more"><h2>More on this story</h2>{promos}</section></main><footer>Copyright © 2031 BNE. The BNE is not responsible for the content of external sites.</footer></body></html>"""


def blog(told: Told) -> str:
    """A blog engine's page: entry-content, sidebar, tags, and two readers' comments."""
    comments = "".join(
        f'<li class="comment"><p>Reader{i} says: I for one never liked the smell of it, and I shall not miss it at all.</p></li>'
        for i in range(2)
    )
    return f"""<html><head><title>{told.headline} « Quay Notes</title></head><body class="single-post"><div id="page">
<div id="header"><a href="/">Quay Notes</a></div><div id="content"><div class="post" id="post-31"><h1 class="entry-title">{told.headline}</h1>
<p class="postmetadata">Posted by {told.author} on {told.day}</p><div class="entry-content">{_plain_paragraphs(told)}
<div class="sharedaddy"><h3>Share this:</h3>{_list(("Twitter", "Facebook"))}</div></div>
<p class="tags">Tagged: <a>harbour</a>, <a>fish</a></p></div><div id="comments"><h3>2 thoughts on “{told.headline}”</h3><ol class="commentlist">{comments}</ol>
<h3>Leave a Reply</h3><p>Your email address will not be published. Required fields are marked *</p></div></div>
<div id="sidebar"><h3>Recent Posts</h3>{_list(TEASERS)}</div><div id="footer">Proudly powered by words</div></div></body></html>"""


def tabloid(told: Told) -> str:
    """Advertisements, a video and a newsletter box between the paragraphs; teasers with text."""
    box = '<div class="newsletter"><p>Sign up to our daily newsletter</p><input type="email"><button>Sign up</button></div>'
    ad = '<div class="ad-slot"><span>Advertisement</span></div><div class="video"><p>Video is loading</p><span>Click to play</span></div>'
    rail = "".join(f'<li class="rail"><a href="/{i}"><strong>{t}</strong><span>{t}, and what it means for you.</span></a></li>' for i, t in enumerate(TEASERS))  # fmt: skip
    return f"""<!DOCTYPE html><html><head><title>{told.headline} | Daily Gull</title><meta name="author" content="{told.author}"></head><body>
<div class="top">{_list(MENU)}</div><div class="wrap"><div id="article" class="article-text"><h2 class="big">{told.headline}</h2>
<ul class="bullets"><li>{told.standfirst}</li></ul><p class="author">By {told.author} for the Daily Gull</p><p class="published">Published: 08:00, {told.day}</p>
<div class="sharebuttons"><a>Share</a><a>Tweet</a><span>214 shares</span></div><div itemprop="articleBody">{_plain_paragraphs(told, ad + box)}</div>
<p class="most">Share or comment on this article</p></div><div class="rightrail"><h3>DON'T MISS</h3><ul>{rail}</ul></div></div>
<div class="foot"><p>Published by Gull Newspapers Ltd</p></div></body></html>"""


def breaks(told: Told) -> str:
    """An old page: tables for layout, paragraphs parted by <br><br>, no paragraph elements."""
    text = "<br><br>\n".join(f"<b>{text}</b>" if kind == "h2" else text for kind, text in shown(told))
    return f"""<HTML><HEAD><TITLE>{told.headline}</TITLE></HEAD><BODY BGCOLOR=white><TABLE WIDTH=100%><TR><TD WIDTH=20% VALIGN=top>
{"<BR>".join(f'<A HREF="{i}.html">{item}</A>' for i, item in enumerate(MENU))}</TD><TD><FONT SIZE=5>{told.headline}</FONT><P><FONT SIZE=2>{text}</FONT>
<P><FONT SIZE=1>Copyright 2031 by the Ellery Wire</FONT></TD></TR></TABLE></BODY></HTML>"""


def agency(told: Told) -> str:
    """An agency's page: every paragraph a div, links to other reports inside the text."""
    parts = [f'<div class="paragraph">{text}</div>' if kind != "h2" else f'<h3 class="sub">{text}</h3>' for kind, text in shown(told)]  # fmt: skip
    parts.insert(2, f'<div class="read-more"><span>Read more:</span> <a href="/r">{TEASERS[3]}</a></div>')
    return f"""<!DOCTYPE html><html><head><title>{told.headline} - Ellery Wire</title><meta property="og:site_name" content="Ellery Wire"></head>
<body><nav>{_list(MENU)}</nav><div class="ArticlePage"><div class="ArticleHeader"><h1>{told.headline}</h1><time>{told.day}</time></div>
<div class="ArticleBody__container">{"".join(parts)}<p class="Attribution">Reporting by {told.author}; editing by Jon Vega</p>
<p class="trust">Our Standards: The Ellery Wire Principles.</p></div></div><section><h3>Most read</h3>{_list(TEASERS)}</section></body></html>"""


def magazine(told: Told) -> str:
    """Sections, a pull quote that repeats a line, a box on the author, a wall to subscribe."""
    pull = f'<aside class="pullquote">{told.lines[0][:60]}…</aside>'
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{told.headline} - The Tide</title><meta name="date" content="{told.day}"></head><body>
<div role="dialog" class="modal"><h2>Subscribe to The Tide</h2><p>Get unlimited access to every story.</p></div>
<header role="banner"><ul>{"".join(f"<li>{item}</li>" for item in MENU)}</ul></header>
<div class="story"><div class="hed"><h1>{told.headline}</h1><div class="dek">{told.standfirst}</div></div><section class="body">{_plain_paragraphs(told, pull)}</section>
<div class="author-bio"><p>{told.author} is a staff writer at The Tide.</p></div></div>
<div class="recirc"><h4>Recommended for you</h4>{_list(TEASERS)}</div><footer><small>All rights reserved</small></footer></body></html>"""


def portal(told: Told) -> str:
    """A portal: the text in sections of one long list of divs, with related links after each."""
    parts = [f'<div class="row"><div class="col"><{"h2" if kind == "h2" else "p"}>{text}</{"h2" if kind == "h2" else "p"}></div></div>' for kind, text in shown(told)]  # fmt: skip
    return f"""<!DOCTYPE html><html><head><title>{told.headline}</title><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>
<div id="top-nav">{_list(MENU)}</div><div class="breadcrumb"><a>Home</a> &gt; <a>News</a></div><div id="main"><div class="title"><h1>{told.headline}</h1></div>
<div class="info"><span>{told.author}</span> | <span>{told.day}</span></div><div class="text" id="articleText">{"".join(parts)}</div>
<div class="also"><h3>Also read</h3>{_list(TEASERS[:4])}</div><div class="comments-closed">Comments are closed</div></div><div id="bottom">{_list(("About us", "Advertise", "Terms"))}</div></body></html>"""


TEMPLATES: tuple[Callable[[Told], str], ...] = (broadsheet, broadcaster, blog, tabloid, breaks, agency, magazine, portal)  # fmt: skip
