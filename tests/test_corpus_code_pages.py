import pytest

from analysis.corpus.code_pages import choose_code_page, count_misfits

ENGLISH = "The council met on Monday and closed the market. "

WINDOWS = [
    "The tickets cost £5.",
    "Entry is 12€ each.",
    "A £bn deal, or €3.5bn",
    "He’s in the café — “fine”, he said…",
    "Beyoncé, José Núñez, Ángel, Müller and Søren",
    "25°C, ½ cup, 5 m², ©2014 Press®, ±2 × 5 µg",
    "Le Conseil s’est réuni à Évry : « C’est fini », dit-il. L’œuvre coûte 3 €.",
    "Der Präsident sagte: „Das ist schön“, in Köln, Straße 5, STRAßE",
    "¿Qué pasó? ¡Nada! El niño volvió a España, 1º de mayo.",
    "Guðmundur Þór of Reykjavík, Åse Ødegård, João of São Paulo",
]
OTHERS = [
    ("President Lech Wałęsa of Gdańsk", "cp1250"),
    ("Jiří Dvořák of Plzeň", "cp1250"),
    ("Slobodan Milošević and Zoran Đinđić", "cp1250"),
    ("Traian Băsescu of Iaşi", "cp1250"),
    ("Świętokrzyska Street, Łódź", "iso8859_2"),
    ("Tomáš Šimek of Žižkov", "iso8859_2"),
    ("“We lost it all,” she said. It’s over.", "mac_roman"),
    ("Zoë of the café – naïve", "mac_roman"),
    ("It costs €3 million", "iso8859_15"),
    ("Kemal Kılıçdaroğlu of İstanbul", "cp1254"),
    ("The minister, Владимир Орлов, said", "cp1251"),
    ("Министр сказал в среду, что переговоры продолжатся.", "koi8_r"),
    ("Ο υπουργός είπε ότι οι συνομιλίες θα συνεχιστούν.", "cp1253"),
    ("The café in Zürich, año nuevo", "cp850"),
    ("Jūratė Šiaučiūnaitė of Ąžuolynas", "cp1257"),
]


@pytest.mark.parametrize("before", ["", ENGLISH])
@pytest.mark.parametrize("text", WINDOWS)
def test_western_text_is_windows_1252_however_few_its_rare_characters(text: str, before: str) -> None:
    assert choose_code_page((before + text).encode("cp1252")) == ("cp1252", True)


@pytest.mark.parametrize("before", ["", ENGLISH])
@pytest.mark.parametrize(("text", "name"), OTHERS)
def test_another_code_page_shows_by_characters_in_the_wrong_place(text: str, name: str, before: str) -> None:
    found, fits = choose_code_page((before + text).encode(name))
    assert fits
    assert (before + text).encode(name).decode(found) == before + text


@pytest.mark.parametrize("text", WINDOWS + [text for text, _ in OTHERS])
def test_nothing_is_odd_in_text_that_was_decoded_rightly(text: str) -> None:
    assert count_misfits(text) == 0


def test_plain_ascii_and_nothing_are_windows_1252() -> None:
    assert choose_code_page(b"Plain text.") == choose_code_page(b"") == ("cp1252", True)
