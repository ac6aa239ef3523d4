"""A document with every kind of block, and what reads a Word file back."""

from __future__ import annotations

import struct
import zipfile
import zlib
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

from lxml import etree

from publish.article.model import ChartType, Emphasis
from publish.document.tree import (
    About,
    AboutPart,
    Author,
    Bar,
    Callout,
    Caption,
    Cell,
    Chart,
    CodeBlock,
    Column,
    ColumnKind,
    Document,
    Event,
    Furniture,
    Heading,
    KeyFigure,
    KeyFigures,
    ListBlock,
    Masthead,
    Note,
    Number,
    PageLabel,
    Paragraph,
    Picture,
    QrCode,
    Quotation,
    Quote,
    Rich,
    Role,
    Row,
    Run,
    RunRole,
    Source,
    Sources,
    Table,
    Timeline,
)  # fmt: skip
from publish.localize.phrase import Gaps

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NS = {
    "w": W,
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
}


_UNIT_GAP, _PREFIX_GAP = Gaps(after="\u00a0"), Gaps(prefix=" ", after="\u00a0")


def rich(text: str, language: str = "pl", **more: object) -> Rich:
    return (Run(text, language, **more),)  # type: ignore[arg-type]


def strong(lead: str, rest: str, language: str = "pl") -> Rich:
    return (Run(lead, language, strong=True), Run(f" {rest}", language))


def cite(number: int, language: str = "pl") -> Run:
    return Run(str(number), language, role=RunRole.CITE, target=f"#source-{number}", contents=f"Źródło {number}")


def note_call(mark: str, language: str = "pl") -> Run:
    return Run(mark, language, role=RunRole.NOTE, target=f"#note-{mark}", contents=f"Przypis {mark}")


def png_bytes(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\x00" + bytes((60, 120, 130)) * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def takeaways() -> Callout:
    items = (
        strong("Rzeka wraca do koryta.", "Trzy gminy rozebrały wały i odzyskały łąki zalewowe."),
        strong("Koszt był niższy od planu.", "Roboty zamknięto kwotą 4,2 mln zł, o jedną piątą mniejszą niż budżet."),
        strong("Fala opada szybciej:", "po ulewie z czerwca poziom wody w mieście spadł o 38 cm w ciągu doby."),
    )
    listed = ListBlock(tuple((Paragraph(i, Role.TAKEAWAYS),) for i in items), True, ("1", "2", "3"), Role.TAKEAWAYS)
    return Callout(Role.TAKEAWAYS, rich("Główne wnioski"), None, (listed,), "wnioski")


def learn() -> Callout:
    texts = (
        "jak trzy gminy dzielą się kosztem i wodą;",
        "ile naprawdę kosztuje kilometr odtworzonego koryta i kto za to płaci w pierwszych latach po odbiorze robót;",
        "co pokazały pomiary po pierwszej wielkiej wodzie.",
    )
    listed = ListBlock(tuple((Paragraph(rich(t), Role.LEARN),) for t in texts), role=Role.LEARN)
    return Callout(Role.LEARN, rich("Z tego opracowania dowiesz się"), None, (listed,), "dowiesz-sie")


def key_figures() -> KeyFigures:
    cells = (
        KeyFigure("", "15", "%", rich("łąk wróciło do rzeki, wcześniej 4%"), "pl", "meadows"),
        KeyFigure("", "4,2", "mln PLN", rich("najwyżej tyle kosztowały roboty"), "pl", "cost", gaps=_UNIT_GAP),
        KeyFigure("", "38", "cm", rich("o tyle niższa fala w mieście w czerwcu 2025 r."), "pl", "wave", gaps=_UNIT_GAP),
        KeyFigure("", "12", "km", rich("szacowana długość koryta"), "pl", "length", prefix="ponad", gaps=_PREFIX_GAP),
    )
    return KeyFigures(rich("W liczbach"), cells, "w-liczbach")


def _value(text: str, number: Number) -> Cell:
    return Cell(rich(text, fact="fact"), number)


def fact_table() -> Table:
    source = Cell((Run("1", "pl", target="#source-1", contents="Źródło 1"),))
    rows = (
        Row((Cell(rich("Koszt robót")), _value("do 4,2\u00a0mln PLN", Number("do", "", "4", ",2", "mln PLN")), source)),
        Row((Cell(rich("w tym ziemne")), _value("3\u00a0mln PLN", Number("", "", "3", "", "mln PLN")), source), 1),
        Row(
            (
                Cell(rich("Długość koryta")),
                _value("ponad 12,75\u00a0km", Number("ponad", "", "12", ",75", "km")),
                source,
            )
        ),
        Row((Cell(rich("Łąki zalewowe")), _value("15%", Number("", "", "15", "", "%")), source), 0, Emphasis.HIGHLIGHT),
        Row((Cell(rich("Odbiór robót")), Cell(rich("28 maja 2025 r.")), source)),
    )
    columns = (
        Column(rich("Wskaźnik")), Column(rich("Wartość"), ColumnKind.NUMBER), Column(rich("Źródło"), ColumnKind.END),
    )  # fmt: skip
    caption = Caption(rich("Tabela 1"), rich("Rzeka w liczbach: koszt i długość"), rich("stan na 30 czerwca 2025 r."))
    return Table(columns, rows, "tabela", caption, (rich("Numery odsyłają do wykazu źródeł."),), facts=True)


def plain_table(rows: int = 3, columns: int = 3, *, caption: bool = True) -> Table:
    heads = [Column(rich(f"Kolumna {c + 1}"), ColumnKind.TEXT if c == 0 else ColumnKind.END) for c in range(columns)]
    body = tuple(
        Row(tuple(Cell(rich(f"Przepompownia numer {r}" if c == 0 else f"{r * 1375 + c}")) for c in range(columns)))
        for r in range(rows)
    )
    said = Caption(rich("Tabela 2"), rich("Pomiary po kolei")) if caption else None
    return Table(tuple(heads), body, f"pomiary-{rows}-{columns}", said)


def bar_chart() -> Chart:
    bars = (
        Bar(rich("Przed robotami"), Decimal("1.8"), "1,8", "pl"),
        Bar(rich("Po robotach"), Decimal("2.0"), "2,0", "pl", Emphasis.HIGHLIGHT),
        Bar(rich("Plan na przyszły rok"), Decimal("3.5"), "3,5", "pl", Emphasis.TENTATIVE),
    )
    caption = Caption(rich("Rysunek 1"), rich("Rzeka zwalnia"), rich("doby od deszczu do fali"))
    note = rich("Pole kreskowane: wartość z planu.")
    alt = "Wykres słupkowy: przed robotami 1,8; po robotach 2,0; plan 3,5"
    return Chart(ChartType.BAR, bars, "wykres", alt, "pl", caption, (note,))


def timeline(count: int = 4) -> Timeline:
    events = tuple(
        Event(rich(f"{n + 1} maja 2025"), rich("Komisja odebrała kolejny odcinek koryta."), future=n == count - 1)
        for n in range(count)
    )
    return Timeline(events, f"kalendarium-{count}", Caption(rich("Kalendarium"), rich("Od projektu do odbioru")))


def info() -> Callout:
    listed = ListBlock(((Paragraph(rich("pomiar wody co godzinę")),), (Paragraph(rich("przegląd co rok")),)))
    return Callout(
        Role.INFO,
        rich("Warto wiedzieć"),
        rich("umowa trzech gmin"),
        (
            Paragraph(strong("Podział.", "Każda gmina płaci za swój odcinek i wspólnie utrzymują pompy."), Role.INFO),
            listed,
            Paragraph(strong("Warunek.", "Umowę odnawia się co cztery lata."), Role.INFO),
        ),
        "umowa",
    )


LOREM = (
    "Przez trzy dni po ulewie strażacy notowali poziom wody na moście w mieście. Wykres jest prosty: fala przyszła "
    "później i była niższa niż w latach, gdy rzekę trzymały wały. Hydrolodzy radzą jednak zachować ostrożność, bo "
    "jeden deszcz nie jest jeszcze dowodem, a pomiary trzeba powtórzyć jesienią i wiosną"
)


def body_paragraph(*marks: Run) -> Paragraph:
    return Paragraph((Run(LOREM, "pl"), *marks, Run(".", "pl")))


def nested_list() -> ListBlock:
    inner = ListBlock(((Paragraph(rich("pompy")),), (Paragraph(rich("zastawki")),)), True, ("1", "2"))
    return ListBlock(
        (
            (Paragraph(rich("koryto")),),
            (Paragraph(rich("urządzenia")), inner, Paragraph(rich("Wszystkie mają numer."))),
        )
    )


def links() -> Paragraph:
    return Paragraph(
        (
            Run("Zobacz ", "pl"),
            Run("stronę gminy", "pl", target="https://example.org/a?b=1&c=<2>", contents="Strona gminy w sieci"),
            Run(" i ", "pl"),
            Run("tabelę", "pl", target="#tabela"),
            Run("; ", "pl"),
            Run("nie tu", "pl", target="javascript:alert(1)"),
            Run("\n", "pl", role=RunRole.BREAK),
            Run("unsinkable aircraft carrier", "en", emphasis=True),
            Run(" oraz ", "pl"),
            Run("日本", "ja"),
            Run(" i ", "pl"),
            Run("kod", "pl", code=True),
            Run(" oraz ", "pl"),
            Run("mocne pochyłe", "pl", strong=True, emphasis=True),
            Run(" zły\x0bznak.", "pl"),
        )
    )


def notes() -> tuple[Note, ...]:
    return (
        Note(
            "a",
            "note-a",
            "note-a-call",
            (Paragraph((Run("Pomiar własny, ", "pl"), Run("dane", "pl", target="https://example.org/d"))),),
        ),
        Note("b", "note-b", "note-b-call", (Paragraph(rich("Drugi przypis.")), Paragraph(rich("Z dopiskiem.")))),
    )


def about() -> About:
    parts = (
        AboutPart(
            rich("Czytaj w sieci"),
            (rich("example.org/pl/12", target="https://example.org/pl/12"), rich("Wersja dla czytników ekranu.")),
        ),
        AboutPart(
            rich("Jak cytować"),
            ((Run("A. Przykładowa, ", "pl"), Run("Rzeka wraca", "pl", emphasis=True), Run(", 2025.", "pl")),),
        ),
        AboutPart(
            rich("O wydawcy"),
            (
                rich("Instytut Przykładowy jest zmyślony."),
                rich("kontakt@example.org", target="mailto:kontakt@example.org"),
            ),
        ),
    )
    return About(
        parts, "o-tym", rich("O tym opracowaniu"), QrCode("https://example.org/pl/12", "Kod QR: example.org/pl/12")
    )


def sources() -> Sources:
    items = (
        Source("1", rich("Urząd gminy, protokoły odbioru, 2025 r."), "source-1"),
        Source("2", rich("Instytut wodny, pomiary, 2024 r."), "source-2"),
    )
    return Sources(rich("Źródła"), items, "zrodla")


def every_block(picture: Path) -> tuple:  # type: ignore[type-arg]
    return (
        body_paragraph(cite(1)),
        body_paragraph(note_call("a"), cite(2)),
        Heading(2, rich("Pół miliona metrów"), "pol"),
        body_paragraph(),
        fact_table(),
        info(),
        Heading(3, rich("Podział pracy"), "podzial"),
        body_paragraph(note_call("b"), Run(" i jeszcze raz", "pl"), note_call("a")),
        nested_list(),
        links(),
        bar_chart(),
        Heading(2, rich("Cena spokoju"), "cena"),
        body_paragraph(),
        Quote(
            rich("Rzeka, która ma miejsce, nie szuka go w naszych domach."),
            rich("Jan Wzorcowy"),
            rich("hydrolog"),
            rich("omówienie"),
        ),
        Quotation((Paragraph(rich("Cytat z protokołu odbioru robót."), Role.BLOCKQUOTE),)),
        CodeBlock("poziom = 138  # cm\n  spadek = 38\n"),
        plain_table(),
        body_paragraph(),
        plain_table(4, 4, caption=False),
        Picture(
            picture,
            (600, 300),
            "Łąka pod wodą, w tle most",
            "pl",
            "laka",
            Caption(rich("Zdjęcie 1"), rich("Łąka w czerwcu"), rich("fot. J. Wzorcowy")),
        ),
        timeline(4),
        timeline(6),
        sources(),
        about(),
    )


def furniture(marking: str | None = "TLP:GREEN", draft: str | None = None) -> Furniture:
    return Furniture(
        "Rzeka wraca do swojego koryta",
        "Analiza nr 12",
        "Instytut Przykładowy",
        "30 czerwca 2025",
        PageLabel("Strona {page} z {pages}"),
        PageLabel("{page} / {pages}"),
        marking,
        draft,
    )


def document(blocks: tuple = (), front: tuple = (), **more: object) -> Document:  # type: ignore[type-arg]
    values: dict[str, object] = {
        "slug": "rzeka",
        "locale": "pl",
        "direction": "ltr",
        "script": "Latn",
        "paper": "A4",
        "date": date(2025, 6, 30),
        "title": rich("Rzeka wraca do swojego dawnego koryta"),
        "lead": rich(
            "Trzy gminy rozebrały wały i oddały łąki wodzie. Po pierwszej wielkiej fali wiadomo, ile to dało. "
            "Na jak długo wystarczy zgody?"
        ),
        "authors": (
            Author(rich("Anna Przykładowa"), rich("główna analityczka")),
            Author(rich("Jan Wzorcowy"), rich("analityk")),
        ),
        "masthead": Masthead(
            rich("Instytut Przykładowy"),
            None,
            "Analiza nr 12",
            "30 czerwca 2025",
            ("Czas czytania: 6 min",),
            marking="TLP:GREEN",
        ),
        "furniture": furniture(),
        "front": front,
        "blocks": blocks,
        "notes": notes(),
        "subject": "Rzeki i gminy",
        "keywords": ("rzeka", "powódź"),
        "authors_text": ("Anna Przykładowa", "Jan Wzorcowy"),
    }
    return Document(**{**values, **more})  # type: ignore[arg-type]


class WordFile:
    """A Word file read back part by part."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.zip = zipfile.ZipFile(BytesIO(data))

    @property
    def names(self) -> list[str]:
        return self.zip.namelist()

    def part(self, name: str) -> etree._Element:
        return etree.fromstring(self.zip.read(name))

    def all(self, path: str, part: str = "word/document.xml") -> list:  # type: ignore[type-arg]
        return self.part(part).xpath(path, namespaces=NS)  # type: ignore[return-value]

    def style_says(self, style: str, path: str) -> etree._Element | None:
        """What a style says, or the one that it is based on."""
        while True:
            found = self.all(f"//w:style[@w:styleId='{style}']/{path}", "word/styles.xml")
            based = self.all(f"//w:style[@w:styleId='{style}']/w:basedOn/@w:val", "word/styles.xml")
            if found or not based:
                return found[0] if found else None
            style = based[0]

    def paragraphs(self, style: str) -> list[str]:
        return [text_of(p) for p in self.all(f"//w:p[w:pPr/w:pStyle/@w:val='{style}']")]


def text_of(element: etree._Element) -> str:
    marks = {f"{{{W}}}t": None, f"{{{W}}}tab": "\t", f"{{{W}}}br": "\n"}
    stops = f"{{{W}}}tabs"
    inside = (child for child in element.iter(*marks) if child.getparent().tag != stops)  # type: ignore[union-attr]
    return "".join(child.text or "" if marks[child.tag] is None else str(marks[child.tag]) for child in inside)


def val(element: etree._Element | None, bare: str = "", name: str = "val") -> str:
    """An attribute of a property; `bare` where the element says it by standing there, "" where there is none."""
    if element is None:
        return ""
    return str(element.get(f"{{{W}}}{name}", bare))
