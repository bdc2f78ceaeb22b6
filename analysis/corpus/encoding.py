"""From bytes to text: which encoding they have, and whether they are text at all."""

import codecs

from charset_normalizer import from_bytes

__all__ = ["decode", "join_surrogates"]

# Longer marks first: the UTF-32 mark begins with the UTF-16 one.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The encodings of newspaper archives; without this list, rarer code pages win on short texts.
_LIKELY = [
    "cp1252",
    "cp1250",
    "cp1251",
    "cp1253",
    "cp1254",
    "mac_roman",
    "shift_jis",
    "gb18030",
    "big5",
]
_CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f\x1a") | {"\x7f"}


def decode(data: bytes, *, declared: str | None = None) -> tuple[str, str]:
    r"""Decode `data` by byte order mark, strict UTF-8, the declared charset, detection, then cp1252.

    >>> decode("Café".encode("utf-16"))
    ('Café', 'utf-16-le')
    >>> decode(b"Caf\xe9 society", declared="latin-1")
    ('Café society', 'iso8859-1')

    Returns:
        The text without its byte order mark, and the name of the encoding that was used.

    Raises:
        ValueError: the bytes are not text; the message says why.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _require_text(data[len(mark) :].decode(encoding, "replace")), encoding
    if b"\0" in data:
        raise ValueError("binary file: it contains NUL bytes")
    for name in filter(None, ("utf-8", declared)):
        if (text := _decode_strictly(data, name)) is not None:
            return _require_text(text), codecs.lookup(name).name
    encoding = _detect(data)
    return _require_text(data.decode(encoding, "replace")), encoding


def join_surrogates(text: str) -> str:
    r"""Join the halves in which JSON escapes rare characters; a single half becomes U+FFFD.

    >>> ascii(join_surrogates("\ud83d\udd2d and \ud83d"))
    "'\\U0001f52d and \\ufffd'"
    """
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _detect(data: bytes) -> str:
    """The likeliest code page; cp1252 among equally likely ones, and if there is none."""
    found = from_bytes(data, cp_isolation=_LIKELY)
    if (best := found.best()) is None:
        return "cp1252"
    equals = [m for m in found if (m.chaos, m.coherence) == (best.chaos, best.coherence)]
    if any("cp1252" in m.could_be_from_charset for m in equals):
        return "cp1252"
    return best.encoding


def _decode_strictly(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
        text.encode()  # some codecs produce halves of characters, which no file can contain
    except (ValueError, LookupError):
        return None
    return text


def _require_text(text: str) -> str:
    controls = sum(map(_CONTROLS.__contains__, text[:65536]))
    if controls > len(text[:65536]) / 100:
        raise ValueError(f"binary file: {controls} control characters where text was expected")
    return text
