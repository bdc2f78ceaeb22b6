"""From bytes to text: which encoding they have, and whether they are text at all."""

import codecs
import re

from charset_normalizer import from_bytes

from analysis.corpus.code_pages import choose_code_page

__all__ = ["USUAL", "decode", "join_surrogates"]

# Encodings that leave no doubt about what was meant; every other one was found by its characters.
USUAL = frozenset({"utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "cp1252", "ascii"})

# Longer marks first: the UTF-32 mark begins with the UTF-16 one.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Encodings with several bytes per character: without this list, rarer ones win on short texts.
_WIDE = ["shift_jis", "euc_jp", "gb18030", "big5", "euc_kr"]
_LEAST_WIDE = 0.3  # of the bytes of a text in one of these are beyond ASCII
_BROKEN = re.compile("[\udc80-\udcff]")  # how Python writes a byte that cannot be decoded
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f\x1a") | {"\x7f"}


def decode(data: bytes, *, declared: str | None = None) -> tuple[str, str]:
    r"""Decode `data` by byte order mark, UTF-8, the declared charset, or else its likeliest code page.

    That is cp1252, unless another one fits clearly better (see `code_pages`). In a text that is UTF-8 but for
    single bytes, these are decoded as cp1252.

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
        return _decode_unmarked(data)
    for name in filter(None, ("utf-8", declared)):
        if (text := _decode_strictly(data, name)) is not None:
            return _require_text(text), codecs.lookup(name).name
    if (text := _decode_mixed(data)) is not None:
        return _require_text(text), "utf-8 with bytes of cp1252"
    encoding = _detect(data)
    return _require_text(data.decode(encoding, "replace")), encoding


def join_surrogates(text: str) -> str:
    r"""Join the halves in which JSON escapes rare characters; a single half becomes U+FFFD.

    >>> ascii(join_surrogates("\ud83d\udd2d and \ud83d"))
    "'\\U0001f52d and \\ufffd'"
    """
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _decode_unmarked(data: bytes) -> tuple[str, str]:
    """Decode UTF-16 without a byte order mark: every second byte of text in Latin letters is NUL."""
    size = len(data) // 2
    for encoding, high, low in (("utf-16-le", data[1::2], data[::2]), ("utf-16-be", data[::2], data[1::2])):
        if high.count(0) > size * 0.7 and low.count(0) == 0 and len(data) % 2 == 0:
            return _require_text(data.decode(encoding, "replace")), encoding
    raise ValueError("binary file: it contains NUL bytes")


def _decode_mixed(data: bytes) -> str | None:
    """A text that is UTF-8 but for fewer bytes than it has characters beyond ASCII; None for any other."""
    text = data.decode("utf-8", "surrogateescape")
    broken = len(_BROKEN.findall(text))
    if broken >= len(_BEYOND_ASCII.findall(text)) - broken:
        return None
    return _BROKEN.sub(lambda byte: _read_byte(byte[0]), text)


def _read_byte(escaped: str) -> str:
    """The character of cp1252 that a byte which is not UTF-8 was meant as."""
    return escaped.encode("utf-8", "surrogateescape").decode("cp1252", "replace")


def _detect(data: bytes) -> str:
    """The likeliest encoding of bytes that are not UTF-8."""
    encoding, fits = choose_code_page(data)
    if fits or sum(byte > 127 for byte in data) < _LEAST_WIDE * len(data):
        return encoding
    found = from_bytes(data, cp_isolation=_WIDE).best()
    return found.encoding if found else encoding


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
