"""The small change of sentences: enumerations, plurals, and who is spoken of."""

__all__ = ["joined", "per_cent", "plural", "probability", "who"]


def joined(parts: list[str]) -> str:
    """The parts as one enumeration: ``a``, ``a and b``, ``a, b and c``."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def plural(count: int, one: str, many: str = "") -> str:
    """A count with its noun: ``1 line``, ``1,200 lines``."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def per_cent(part: float, whole: float) -> str:
    """A share in whole per cent; nothing and everything are said only of nothing and everything."""
    if not part:
        return "none"
    share = 100 * part / whole
    if share < 0.5:
        return "under 1 %"
    return "over 99 %" if 99.5 <= share < 100 else f"{share:.0f} %"


def probability(p: float) -> str:
    """A p value with its sign: ``= .042``, ``< .001``."""
    return "< .001" if p < 0.001 else f"= {p:.3f}".replace("0.", ".")


def who(source: str, articles: float) -> str:
    """The source; where it has one article, that article: nothing is known of the source."""
    return f"this {source} article" if articles == 1 else source
