"""Characters without a glyph: what a build says of them, and where."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from made_fonts import make_font

from publish.build.formats import render
from publish.build.glyphs import missing_glyphs
from publish.errors import Diagnostic, Severity
from publish.style import Style, load_style
from publish.typeset import FontBook

Check = Callable[..., list[str]]

HEAD_LINES = 10


@pytest.fixture
def checked(composed: Callable[..., tuple[object, tuple[Diagnostic, ...]]], tmp_path: Path) -> Check:
    """A function that composes an article and tells what is said of its characters."""

    def check(text: str, system: tuple[Path, ...] = (), language: str = "en", **changes: object) -> list[str]:
        document, findings = composed(text, language)
        assert not [finding for finding in findings if finding.severity is Severity.ERROR]
        style, fonts = _look(document.script, system)  # type: ignore[attr-defined]
        style = replace(style, layout=replace(style.layout, **changes))  # type: ignore[arg-type]
        return [str(finding) for finding in missing_glyphs(document, style, fonts)]  # type: ignore[arg-type]

    return check


def _look(script: str, system: tuple[Path, ...]) -> tuple[Style, FontBook]:
    house, _ = load_style("briefing")
    assert house is not None
    style = house.resolve(script)
    return style, FontBook(style.fonts, None, style.script_fonts, system)


def test_text_in_the_scripts_of_the_packaged_faces_is_no_finding(checked: Check) -> None:
    assert (
        checked("Zażółć Україна Ελλάδα Việt 日本 한국 中国 العربية עברית हिन्दी ไทย தமிழ் বাংলা తెలుగు ລາວ ខ្មែរ မြန်မာ\n")
        == []
    )


def test_a_character_that_no_font_has_is_told_with_name_place_and_package(checked: Check) -> None:
    (told,) = checked("First paragraph.\n\nThe word ሀ is Amharic, ሀ again.\n")
    assert told.startswith("sources/brief/article.md:13:1:")
    assert "error: no face of the style has the character U+1200 ETHIOPIC SYLLABLE HA" in told
    assert "pip install justmytype-intl-africa (Noto Sans Ethiopic)" in told


@pytest.mark.parametrize(
    ("char", "remedy"),
    [
        ("\U0001f68c", "fonts-symbola"),
        ("ᚠ", "fonts-noto-core"),
        ("\U0002ebe0", "fonts-hanazono"),
        ("\ue000", "it is a private character"),
    ],
)
def test_what_no_package_for_python_has_names_a_system_package_or_another_way(
    checked: Check, char: str, remedy: str
) -> None:
    (told,) = checked(f"Text {char} here.\n")
    assert f"U+{ord(char):04X}" in told
    assert remedy in told


def test_a_face_of_the_system_is_a_warning_with_its_file(checked: Check, tmp_path: Path) -> None:
    file = make_font(tmp_path / "system/box.ttf", "Box Ethiopic", "ሀ")
    (told,) = checked("The word ሀ.\n", system=(tmp_path / "system",))
    assert told.startswith("sources/brief/article.md:11:1:")
    assert "warning: no face of the style has the character U+1200" in told
    assert f"it is set in Box Ethiopic of this system ({file})" in told
    assert "put that font into fonts/ beside a style of your own" in told


def test_a_font_beside_the_style_stands_in_on_every_machine(composed: Callable[..., object], tmp_path: Path) -> None:
    make_font(tmp_path / "house/fonts/box.ttf", "Box Ethiopic", "ሀ")
    style, _ = _look("Latn", ())
    document, _ = composed("The word ሀ.\n")  # type: ignore[misc]
    assert missing_glyphs(document, style, FontBook(style.fonts, tmp_path / "house", style.script_fonts, ())) == ()


def test_the_warning_comes_with_each_article_of_a_build(composed: Callable[..., object], tmp_path: Path) -> None:
    make_font(tmp_path / "system/box.ttf", "Box Ethiopic", "ሀ")
    style, fonts = _look("Latn", (tmp_path / "system",))
    for _ in range(2):
        document, _ = composed("The word ሀ.\n")  # type: ignore[misc]
        assert len(missing_glyphs(document, style, fonts)) == 1


@pytest.mark.parametrize("cff", [False, True])
def test_a_borrowed_face_draws_the_character_and_is_recorded(
    composed: Callable[..., object], tmp_path: Path, cff: bool
) -> None:
    make_font(tmp_path / "system/box.otf", "Box Ethiopic", "ሀ", cff=cff)
    style, fonts = _look("Latn", (tmp_path / "system",))
    document, _ = composed("The word ሀ.\n")  # type: ignore[misc]
    missing_glyphs(document, style, fonts)
    rendered = render(document, style, fonts, "pdf")
    (key,) = (key for key in rendered.faces if key.startswith("BoxEthiopic-400-"))
    assert len(rendered.faces[key]) == 64
    with pypdfium2.PdfDocument(rendered.data) as pdf:
        text = "".join(page.get_textpage().get_text_range() for page in pdf)
    assert "The word ሀ." in text


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("```\nmake ሀ\n```\n", 1),
        ("> Quoted ሀ.\n", 1),
        ("| Head | ሀ |\n| --- | --- |\n| a | b |\n", 1),
        ("Text.[^n]\n\n[^n]: A note with ሀ.\n", 3),
        ("::: takeaways\n1. **One ሀ.** Text.\n:::\n", 2),
    ],
)
def test_every_text_that_is_drawn_is_looked_at(checked: Check, text: str, line: int) -> None:
    (told,) = checked(text)
    assert "U+1200" in told
    assert told.startswith(f"sources/brief/article.md:{HEAD_LINES + line}:")


def test_the_marks_of_a_style_are_looked_at(checked: Check) -> None:
    (told,) = checked("- item\n", list_mark="ሀ")
    assert "U+1200" in told


def test_what_no_page_shows_is_not_looked_at(checked: Check) -> None:
    assert checked("A [link](https://example.org/ሀ).\n") == []
