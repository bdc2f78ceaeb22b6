import pytest

from analysis.corpus.encoding import decode

TEXT = "Zażółć gęślą jaźń, “said” the café owner – naïvely."


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides_and_does_not_stay_in_the_text(encoding: str) -> None:
    assert decode(TEXT.encode(encoding))[0] == TEXT


def test_strict_utf8_comes_before_the_declared_charset() -> None:
    assert decode("café".encode(), declared="cp1252") == ("café", "utf-8")


def test_a_declared_charset_is_used_where_utf8_fails() -> None:
    assert decode("жизнь".encode("koi8-r"), declared="koi8-r") == ("жизнь", "koi8-r")


@pytest.mark.parametrize(
    "declared", ["no-such-charset", "ascii", "utf-8", "undefined", "a\0b", "hex", "\ud83d"]
)
def test_a_wrong_declaration_is_passed_over(declared: str) -> None:
    text = "The café’s owner said “no” – and that was that, said the naïve guest from Málaga."
    assert decode(text.encode("cp1252"), declared=declared) == (text, "cp1252")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("El niño comió jamón en Málaga, según la niña que vivía allí el año pasado.", "cp1252"),
        ("Zażółć gęślą jaźń, powiedział minister w środę, że żadnych rozmów nie będzie.", "cp1250"),
        ("Министр сказал в среду, что переговоры продолжатся в следующем месяце.", "cp1251"),
        ("Bakan çarşamba günü görüşmelerin gelecek ay süreceğini söyledi, kimse inanmadı.", "cp1254"),
    ],
)
def test_the_code_page_is_found_from_the_text(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == (text, encoding)


def test_any_text_in_cp1252_is_decoded_as_something_readable() -> None:
    assert decode(b"It\x92s na\xefve.")[0].startswith("It")


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"%PDF-1.4\n" + bytes(range(1, 9)) * 50, b"PK\3\4\0\0"]
)
def test_binary_data_is_refused_with_the_reason(data: bytes) -> None:
    with pytest.raises(ValueError, match="binary file"):
        decode(data)


def test_a_codec_that_makes_half_a_character_is_passed_over() -> None:
    assert decode(b"caf\xe9 \\ud83d", declared="unicode_escape")[0] == "café \\ud83d"


def test_a_text_that_is_utf8_but_for_single_bytes_keeps_its_characters() -> None:
    data = "The café’s owner said “no”. ".encode() + b"It cost \xa35 at Zo\xeb's."
    text, encoding = decode(data)
    assert text == "The café’s owner said “no”. It cost £5 at Zoë's."
    assert encoding == "utf-8 with bytes of cp1252"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_known_by_its_empty_bytes(encoding: str) -> None:
    assert decode("The café was closed.".encode(encoding)) == ("The café was closed.", encoding)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("首相は水曜日、来月も協議を続けると述べた。誰も信じなかった。", "shift_jis"),
        ("总理星期三表示，谈判将于下个月继续进行。没有人相信他。", "gb18030"),
        ("총리는 수요일 회담이 다음 달에도 계속될 것이라고 말했다.", "euc_kr"),
    ],
)
def test_scripts_with_several_bytes_per_character_are_found(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding))[0] == text
