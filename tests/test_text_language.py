import pytest

from analysis.text.language import find_language, name_language

ENGLISH = [
    "The council of the town said on Monday that it would repair the old bridge, which has been closed since May.",
    "THE COUNCIL OF THE TOWN SAID ON MONDAY THAT IT WOULD REPAIR THE OLD BRIDGE AND THE ROAD TO THE HARBOUR.",
    "“Nous sommes prêts,” said the mayor of Évry, and the crowd of the town sang “La Montagne” with the band of Orly.",
    "Results: Arden 2 Belmar 1; Corin 0 Dale 0; Elm 3 Ferrin 3; Gorse 1 Hale 4; Ivel 2 Jarrow 2; Kell 0 Lorne 5.",
    "Moran met Pell, Orlov, Nowak and Dvořák at the harbour of Ostrel, the largest of the towns that the river has.",
]
OTHERS = [
    (
        "de",
        "Der Rat der Stadt will die alte Brücke im Frühjahr erneuern, sagte die Bürgermeisterin am Montag. Niemand sprach gegen den Plan.",
    ),
    (
        "fr",
        "Le conseil municipal a voté lundi la reconstruction du vieux pont, a déclaré la maire. Personne n’a parlé contre le projet.",
    ),
    (
        "ru",
        "Городской совет в понедельник решил перестроить старый мост через реку, сказала мэр. Никто не выступил против этого плана.",
    ),
    (
        "pl",
        "Rada miasta zagłosowała w poniedziałek za odbudową starego mostu, powiedziała burmistrz. Nikt nie sprzeciwił się planowi.",
    ),
    (
        "ar",
        "صوت مجلس المدينة يوم الاثنين لصالح إعادة بناء الجسر القديم على النهر، وقالت رئيسة البلدية إن الأعمال ستبدأ في الربيع المقبل وتستمر عامين.",
    ),
    (
        "it",
        "Il consiglio comunale ha votato lunedì la ricostruzione del vecchio ponte, ha detto la sindaca. Nessuno ha parlato contro il progetto.",
    ),
]


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_known_whatever_names_it_holds(text: str) -> None:
    assert find_language(text + text) in {"en", ""}


@pytest.mark.parametrize(("code", "text"), OTHERS)
def test_other_languages_are_told_from_english(code: str, text: str) -> None:
    assert find_language(text) == code
    assert find_language(text) == find_language(text)


@pytest.mark.parametrize(
    "text", ["", "Bonjour", "Der Rat stimmte am Montag ab.", "1234567890 " * 40, "– … “”" * 40]
)
def test_where_too_little_is_said_no_language_is_named(text: str) -> None:
    assert find_language(text) == ""


def test_languages_have_names() -> None:
    assert name_language("pl") == "Polish"
    assert name_language("qaa") == "qaa"
