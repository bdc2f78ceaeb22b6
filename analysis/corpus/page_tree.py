"""What the extraction of a page's main text would misjudge: mended in the page before it."""

import re
from typing import Any

__all__ = ["keep_article", "mark_quotations"]

_QUOTATION = re.compile(r"<(/?)q(?:\s[^<>]{0,500})?>", re.IGNORECASE)
_MARKS = "\"“”„«»'‘’"
_EMBEDDED = re.compile(
    r"(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|fb-(?:post|video)|bluesky-embed|mastodon-embed"
    r"|reddit-(?:embed|card)|telegram-post|threads?-(?:media|embed))"
)
_TEASER = re.compile("teaser", re.IGNORECASE)
_SHARE_OF_PAGE = 0.5
_WORDS_OF_A_PARAGRAPH = 10
_LEAST_PARAGRAPHS = 3
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LINKED = 0.3


def mark_quotations(markup: str) -> str:
    """Write the quotation marks that a browser shows around `<q>`.

    >>> mark_quotations("<p><q>We lost it,</q> she said.</p>")
    '<p>“We lost it,” she said.</p>'
    """
    return _QUOTATION.sub(_mark, markup)


def _mark(tag: re.Match[str]) -> str:
    inside = tag.string[tag.start() - 1 : tag.start()] if tag[1] else tag.string[tag.end() : tag.end() + 1]
    return "" if inside and inside in _MARKS else "”" if tag[1] else "“"


def keep_article(tree: Any) -> None:  # noqa: ANN401 - an element of lxml, which has no types
    """Mend the tree of a page in place.

    Posts of other sites are removed. An aside that holds most of the page's paragraphs is its article. A
    block of an article that is named like a teaser, but holds paragraphs and no heading or links, is text.
    """
    for element in [*tree.iter("blockquote")]:
        if _EMBEDDED.search(element.get("class") or ""):
            element.drop_tree()
    whole = _count_words(tree)
    for element in [*tree.iter("aside")]:
        paragraphs = sum(1 for _ in element.iter("p"))
        if paragraphs >= _LEAST_PARAGRAPHS and _count_words(element) > _SHARE_OF_PAGE * whole:
            element.tag = "article"
    for element in [*tree.iter("div", "section")]:
        if _TEASER.search(f"{element.get('class')} {element.get('id')}") and _is_text(element):
            for name in ("class", "id"):
                element.attrib.pop(name, None)


def _count_words(element: Any) -> int:  # noqa: ANN401
    return sum(len("".join(p.itertext()).split()) for p in element.iter("p"))


def _is_text(element: Any) -> bool:  # noqa: ANN401
    if any(True for _ in element.iter(*_HEADINGS)) or not any(True for _ in element.iterancestors("article")):
        return False
    words = _count_words(element)
    linked = sum(len("".join(a.itertext()).split()) for a in element.iter("a"))
    return words >= _WORDS_OF_A_PARAGRAPH and linked < _LINKED * words
