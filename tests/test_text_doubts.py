import pytest
from conftest import OWN, STORY, MakeCorpus

from analysis import corpus
from analysis.text.doubts import KINDS, find_doubts

ENDED = STORY.strip()
TITLED = f"Envoys of Belmar meet ministers in Ardia\n\n{STORY}"
GERMAN = (
    "Der Rat der Stadt will die alte Brücke über den Fluss im Frühjahr erneuern lassen. Das sagte die "
    "Bürgermeisterin am Montag nach einer langen Sitzung, in der niemand gegen den Plan sprach. Die Arbeiten "
    "sollen zwei Jahre dauern und werden von der Region bezahlt, wenn das Parlament im Herbst zustimmt. Bis "
    "dahin bleibt die Brücke für schwere Wagen geschlossen, und der Verkehr fährt durch das Nachbardorf.\n"
)
FRENCH = (
    "Le conseil municipal a voté lundi la reconstruction du vieux pont sur la rivière. La maire a déclaré que "
    "les travaux commenceraient au printemps et dureraient deux ans. La région paiera la moitié des frais si "
    "le parlement donne son accord à l’automne. Jusque-là, les camions devront passer par le village voisin, "
    "dont les habitants se plaignent déjà du bruit et de la poussière.\n"
)
RUSSIAN = (
    "Городской совет в понедельник решил перестроить старый мост через реку. По словам мэра, работы начнутся "
    "весной и продлятся два года. Половину расходов оплатит область, если парламент даст согласие осенью. До "
    "тех пор грузовики должны ездить через соседнюю деревню, жители которой уже жалуются на шум и пыль. "
    "Никто не выступил против плана, но многие спрашивали, почему ждали так долго.\n"
)
DUTCH = (
    "De gemeenteraad heeft maandag besloten de oude brug over de rivier te vernieuwen. Volgens de "
    "burgemeester beginnen de werkzaamheden in het voorjaar en duren ze twee jaar. De provincie betaalt de "
    "helft van de kosten als het parlement in de herfst toestemming geeft. Tot die tijd moeten vrachtwagens "
    "door het dorp rijden, waar de inwoners nu al over het lawaai klagen.\n"
)
SPANISH = (
    "El concejo municipal votó el lunes a favor de reconstruir el viejo puente sobre el río. La alcaldesa dijo "
    "que las obras comenzarán en primavera y durarán dos años. La región pagará la mitad de los gastos si el "
    "parlamento da su acuerdo en otoño. Hasta entonces los camiones tendrán que pasar por el pueblo vecino, "
    "cuyos habitantes ya se quejan del ruido y del polvo.\n"
)


def doubts(folder: object) -> dict[str, list[tuple[str, str]]]:
    return {
        kind.name: [(one.file, one.seen) for one in found]
        for kind, found in find_doubts(corpus.load(str(folder)))
    }


def files(rows: str, *names: str) -> dict[str, str]:
    return {"articles.csv": rows, **dict.fromkeys(names, TITLED)}


def test_each_kind_has_a_name_of_its_own_and_says_what_to_do() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS)
    assert all(kind.todo and not kind.todo.endswith(".") for kind in KINDS)


def test_whole_articles_with_headlines_raise_no_doubt(make_corpus: MakeCorpus) -> None:
    rows = "file,source,event\nn/a.txt,North,visit\ns/a.txt,South,visit\n"
    assert doubts(make_corpus(files(rows, "n/a.txt", "s/a.txt"))) == {}


@pytest.mark.parametrize(
    ("one", "other", "difference"),
    [
        ("Guardian", "guardian", "capitals"),
        ("The Post", "The  Post", "blanks"),
        ("The Post", "The\u00a0Post", "blanks"),
        ("El País", "El Pai\u0301s", "the form of their characters"),
        ("The Post", "the  post", "capitals, blanks or the form of characters"),
    ],
)
@pytest.mark.parametrize("field", ["source", "event"])
def test_names_in_two_spellings_are_listed_and_not_merged(
    make_corpus: MakeCorpus, field: str, one: str, other: str, difference: str
) -> None:
    others = {"source": "event", "event": "source"}[field]
    rows = f"file,{field},{others}\nn/a.txt,{one},x\nn/b.txt,{one},x\ns/a.txt,{other},x\n"
    folder = make_corpus(files(rows, "n/a.txt", "n/b.txt", "s/a.txt"))
    assert doubts(folder)[f"{field}s in two spellings"] == [
        ("s/a.txt", f'{field} "{other}" (1) and "{one}" (2) differ only in {difference}')
    ]
    if field == "source":
        assert set(corpus.load(folder).sources) == {one, other}


@pytest.mark.parametrize(
    ("event", "seen"),
    [
        ("vist-ostrel", ': did you mean "visit-ostrel"?'),
        ("visit_ostrel", ': did you mean "visit-ostrel"?'),
        ("visit-ostrell", ': did you mean "visit-ostrel"?'),
        ("visit-ostrel2", ': did you mean "visit-ostrel"?'),
        ("election", ""),
    ],
)
def test_an_event_that_one_source_has_may_be_a_slip(make_corpus: MakeCorpus, event: str, seen: str) -> None:
    rows = (
        f"file,source,event\nn/a.txt,North,visit-ostrel\ns/a.txt,South,visit-ostrel\ns/b.txt,South,{event}\n"
    )
    folder = make_corpus(files(rows, "n/a.txt", "s/a.txt", "s/b.txt"))
    assert doubts(folder)["events of one source"] == [
        ("s/b.txt", f'event "{event}" has articles of South only{seen}')
    ]


def test_where_no_event_has_two_sources_none_is_doubtful(make_corpus: MakeCorpus) -> None:
    rows = "file,source,event\nn/a.txt,North,visit\ns/a.txt,South,flood\n"
    assert doubts(make_corpus(files(rows, "n/a.txt", "s/a.txt"))) == {}


@pytest.mark.parametrize("header", ["evnt", "titel", "words", "source", ""])
def test_columns_that_are_not_read_are_listed(make_corpus: MakeCorpus, header: str) -> None:
    folder = make_corpus(files(f"file,source,{header},date\nn/a.txt,North,x,2031-05-20\n", "n/a.txt"))
    ((name, _),) = doubts(folder)["columns of the table"]
    assert name == "articles.csv"


@pytest.mark.parametrize(
    ("text", "seen"),
    [(GERMAN, "German"), (FRENCH, "French"), (RUSSIAN, "Russian"), (DUTCH, "Dutch"), (SPANISH, "Spanish")],
)
def test_an_article_in_another_language_is_listed(make_corpus: MakeCorpus, text: str, seen: str) -> None:
    folder = make_corpus({"north/a.txt": text, "north/b.txt": TITLED})
    ((name, found),) = doubts(folder)["other language"]
    assert name == "north/a.txt"
    assert found.startswith(f"{seen}, ")


@pytest.mark.parametrize("least", [20, 50, 60, 70, 71])
def test_an_article_of_few_words_is_listed(make_corpus: MakeCorpus, least: int) -> None:
    words = len(OWN.split())
    folder = make_corpus({"corpus.toml": f"least_words = {least}", "north/a.txt": OWN, "north/b.txt": STORY})
    found = doubts(folder).get("few words", [])
    assert found == ([("north/a.txt", f"{words} words")] if words < least else [])


@pytest.mark.parametrize(
    "text",
    ["Close\n\nAdvertisement\n", "Share on Facebook\n", "Print\n", "Close\n", "Advertisement\n\nClose"],
)
def test_a_file_of_which_nothing_is_left_is_listed(make_corpus: MakeCorpus, text: str) -> None:
    found = doubts(make_corpus({"north/a.txt": text, "north/b.txt": TITLED}))
    assert found["empty"][0][1].startswith("nothing is left of the body after cleaning")


@pytest.mark.parametrize("cut", [20, 23, 33, 47, 60])
def test_a_text_that_breaks_off_is_listed_with_its_end(make_corpus: MakeCorpus, cut: int) -> None:
    ((name, seen),) = doubts(make_corpus({"north/a.txt": TITLED.strip()[:-cut]}))["truncated"]
    assert name == "north/a.txt"
    assert seen.endswith(f'{TITLED.strip()[:-cut].strip()[-8:]}"')


@pytest.mark.parametrize("text", [ENDED, OWN, f"\n\n{OWN}", f"{OWN}\n{OWN}", f"{OWN}\n{STORY}"])
def test_a_text_without_a_headline_is_listed_with_its_beginning(make_corpus: MakeCorpus, text: str) -> None:
    ((_, seen),) = doubts(make_corpus({"north/a.txt": text}))["no headline"]
    assert seen.startswith(f'begins with "{text.strip()[:20]}')


@pytest.mark.parametrize("width", [50, 60, 66, 72, 80])
def test_wrapped_lines_that_were_joined_are_listed(make_corpus: MakeCorpus, width: int) -> None:
    import textwrap

    wrapped = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in TITLED.strip().split("\n\n"))
    ((_, seen),) = doubts(make_corpus({"north/a.txt": wrapped}))["lines joined"]
    assert seen == f"{len([*filter(None, wrapped.splitlines())])} lines were joined to 6"


@pytest.mark.parametrize(
    "junk",
    ["Share on Facebook", "Advertisement", "Click here to subscribe to our newsletter", "Close", "Print"],
)
def test_a_page_of_which_little_is_kept_is_listed(make_corpus: MakeCorpus, junk: str) -> None:
    found = doubts(make_corpus({"north/a.txt": f"{OWN}\n" + f"{junk}\n\n" * 600}))
    assert "% of" not in found["little of the page kept"][0][1]
    assert found["little of the page kept"][0][1].endswith("%) were kept")


@pytest.mark.parametrize(
    ("word", "encoding"),
    [
        ("Lech Wałęsa of Gdańsk", "cp1250"),
        ("Jiří Dvořák of Plzeň", "cp1250"),
        ("Kemal Kılıçdaroğlu of İstanbul", "cp1254"),
        ("“Café” – naïve", "mac_roman"),
        ("Владимир Орлов", "cp1251"),
    ],
)
def test_an_unusual_encoding_is_listed_unless_it_is_declared(
    make_corpus: MakeCorpus, word: str, encoding: str
) -> None:
    text: dict[str, str | bytes] = {"north/a.txt": f"{TITLED}\n{word} agreed.\n".encode(encoding)}
    assert doubts(make_corpus(text))["unusual encoding"] == [("north/a.txt", f"read as {encoding}")]
    declared = {"articles.csv": f"file,encoding\nnorth/a.txt,{encoding}\n"}
    assert "unusual encoding" not in doubts(make_corpus({**text, **declared}))


@pytest.mark.parametrize("lost", ["caf\ufffd", "\ufffd\ufffd", "it\ufffds", "\ufffdWell\ufffd", "a \ufffd b"])
def test_characters_that_were_lost_are_counted(make_corpus: MakeCorpus, lost: str) -> None:
    ((_, seen),) = doubts(make_corpus({"north/a.txt": f"{TITLED}\nThey sat in the {lost} until noon.\n"}))[
        "lost characters"
    ]
    assert seen == f"{lost.count(chr(0xFFFD))} characters could not be read (�)"


@pytest.mark.parametrize(
    "markup",
    [
        "<i>Aurora</i>",
        '<a href="https://example.org">Aurora</a>',
        "<em>Aurora</em>",
        "the <b>Aurora",
        r"\par Aurora",
    ],
)
def test_markup_among_the_words_is_listed(make_corpus: MakeCorpus, markup: str) -> None:
    found = doubts(make_corpus({"north/a.txt": f"{TITLED}\nThey sailed on the ship {markup} until noon.\n"}))
    assert "markup in the text" in found


@pytest.mark.parametrize(
    "text", ["5 < 6 and 7 > 3", "R&D; AT&T", "a <3 heart", "C:\\party\\notes", "<insert name>"]
)
def test_signs_that_are_no_markup_are_left_alone(make_corpus: MakeCorpus, text: str) -> None:
    found = doubts(make_corpus({"north/a.txt": f"{TITLED}\nThey wrote {text} on the wall of the hall.\n"}))
    assert "markup in the text" not in found
