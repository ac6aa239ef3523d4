"""House styles: what a file may say, and what is wrong with one that says more."""

from dataclasses import replace
from pathlib import Path

import pytest

from publish.style import available_styles, load_style
from publish.style.contrast import enough, ratio
from publish.style.schema import BOXES, FAMILIES, ROLES, SCRIPTS
from publish.style.scripts import has_italics, ideographic_script
from publish.typeset import missing_families


def findings(folder: Path, text: str, name: str = "house") -> list[str]:
    (folder / f"{name}.yaml").write_text(text, "utf-8")
    house, diagnostics = load_style(name, [folder])
    assert (house is None) == bool(diagnostics)
    return [str(diagnostic) for diagnostic in diagnostics]


@pytest.mark.parametrize("name", [info.name for info in available_styles()])
@pytest.mark.parametrize("script", SCRIPTS)
def test_built_in_styles_are_complete_for_every_script(name: str, script: str) -> None:
    house, diagnostics = load_style(name)
    assert diagnostics == ()
    assert house is not None
    style = house.resolve(script)
    assert set(style.roles) == set(ROLES)
    assert set(style.boxes) == set(BOXES)


def test_built_in_styles_differ_visibly() -> None:
    briefing, newsroom = (load_style(name)[0] for name in ("briefing", "newsroom"))
    assert briefing is not None
    assert newsroom is not None
    one, other = briefing.resolve("Latn"), newsroom.resolve("Latn")
    assert one.color("main") != other.color("main")
    assert one.layout.rail_side != other.layout.rail_side
    assert briefing.digest != newsroom.digest


def test_japanese_is_set_in_its_own_face_and_leading() -> None:
    house, _ = load_style("briefing")
    assert house is not None
    assert house.resolve("Jpan").fonts["serif"][0] == "Noto Sans JP"
    assert house.resolve("Jpan").role("body").leading > house.resolve("Latn").role("body").leading


@pytest.mark.parametrize("name", [info.name for info in available_styles()])
@pytest.mark.parametrize("script", ["Arab", "Hebr", "Deva", "Thai"])
def test_joined_and_stacked_scripts_are_neither_tracked_nor_broken_nor_half_bold(name: str, script: str) -> None:
    house, _ = load_style(name)
    assert house is not None
    style, latin = house.resolve(script), house.resolve("Latn")
    for role_name, role in style.roles.items():
        assert role == replace(role, tracking=0, hyphenate=False, justify=False, italic=False), role_name
        assert role.weight in (400, 700, 800, 900), role_name
        assert role.strong >= 700, role_name
    for role_name in ("title", "lead", "body", "table-cell", "quote"):
        role, other = style.role(role_name), latin.role(role_name)
        assert role.leading / role.size > other.leading / other.size, role_name


@pytest.mark.parametrize("name", [info.name for info in available_styles()])
def test_built_in_styles_name_packaged_faces_only(name: str) -> None:
    house, _ = load_style(name)
    assert house is not None
    lists = house.resolve("Latn").script_fonts
    assert set(lists) == set(FAMILIES)
    named = {f"{family}/{script}": faces for family, own in lists.items() for script, faces in own.items()}
    assert missing_families(named, system=()) == []


def test_arabic_is_set_larger_apart_and_latin_words_in_the_sans_face() -> None:
    house, _ = load_style("briefing")
    assert house is not None
    style = house.resolve("Arab")
    assert style.fonts["serif"] == ("Noto Sans Arabic@Arab", "Source Sans 3")
    assert (style.role("table-cell").size, style.role("table-cell").leading) == (9.75, 15)
    assert (style.role("h2").size, style.role("h2").leading, style.role("h2").weight) == (12, 18, 700)


def test_all_groups_of_a_script_count_and_later_ones_win(tmp_path: Path) -> None:
    groups = "  Arab: {roles: {h2: {size: 13}}}\n  Thai, Arab: {roles: {h2: {leading: 20}}}\n"
    (tmp_path / "own.yaml").write_text(f"extends: briefing\nscripts:\n{groups}", "utf-8")
    house, _ = load_style("own", [tmp_path])
    assert house is not None
    arabic, thai = house.resolve("Arab").role("h2"), house.resolve("Thai").role("h2")
    assert (arabic.size, arabic.leading, arabic.weight) == (13, 20, 700)
    assert (thai.size, thai.leading) == (12.5, 20)


def test_slanted_letters_are_emphasis_in_latin_greek_and_cyrillic_only() -> None:
    assert [script for script in SCRIPTS if has_italics(script)] == ["Latn", "Cyrl", "Grek"]


@pytest.mark.parametrize(
    ("language", "script"),
    [
        ("ja", "Jpan"), ("ko-KR", "Kore"), ("zh", "Hans"), ("zh-TW", "Hant"), ("zh-Hant-HK", "Hant"),
        ("zh-Hans-TW", "Hans"), ("yue", "Hant"), ("pl", ""), ("und", ""), ("en-HK", ""),
    ],
)  # fmt: skip
def test_languages_know_their_ideographic_script(language: str, script: str) -> None:
    assert ideographic_script(language) == script


def test_unknown_style_gets_a_suggestion() -> None:
    _, (diagnostic,) = load_style("brifing")
    assert str(diagnostic) == 'error: style "brifing" is unknown · did you mean "briefing"?'


def test_own_style_extends_and_overrides_a_built_in_one_of_the_same_name(tmp_path: Path) -> None:
    (tmp_path / "briefing.yaml").write_text('extends: briefing\npalette: {main: "#003399"}\n', "utf-8")
    house, diagnostics = load_style("briefing", [tmp_path])
    assert diagnostics == ()
    assert house is not None
    assert house.resolve("Latn").color("main") == "#003399"
    assert house.resolve("Latn").role("h2").color == "#003399"


def test_lengths_take_units(tmp_path: Path) -> None:
    (tmp_path / "inch.yaml").write_text("extends: briefing\npage: {top: 1in}\n", "utf-8")
    house, _ = load_style("inch", [tmp_path])
    assert house is not None
    assert house.resolve("Latn").page.top == pytest.approx(72)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("extends: briefing\npalete: {}\n", ':2:1: error: unknown key "palete" · did you mean "palette"?'),
        (
            "extends: briefing\nroles:\n  titel: {size: 10}\n",
            ':3:3: error: role "titel" is unknown · did you mean "title"?',
        ),
        (
            "extends: briefing\nboxes:\n  takaways: {rule: 1}\n",
            ':3:3: error: box "takaways" is unknown · did you mean "takeaways"?',
        ),
        (
            'extends: briefing\npalette: {man: "#000000"}\n',
            ':2:11: error: colour "man" is unknown · did you mean "main"?',
        ),
        ("extends: brefing\n", ':1:10: error: style "brefing" is unknown · did you mean "briefing"?'),
        ("extends: briefing\nlayout: {masthead: ban}\n", ":2:20: error:"),
        ("extends: briefing\npalette: {main: red}\n", ":2:17: error:"),
        ("extends: briefing\npage: {top: 3 yards}\n", ":2:13: error:"),
    ],
)
def test_faults_of_a_style_have_place_and_remedy(tmp_path: Path, text: str, expected: str) -> None:
    (finding,) = findings(tmp_path, text)
    assert expected in finding


def test_faint_text_is_a_finding_with_its_ratio(tmp_path: Path) -> None:
    found = findings(tmp_path, 'extends: briefing\npalette: {ink2: "#9AA5AB"}\nroles:\n  author-role: {color: ink2}\n')
    assert any('house.yaml:4:16: error: contrast of role "author-role" is 2.5 : 1' in line for line in found)


def test_text_on_a_tinted_box_is_measured_on_the_tint(tmp_path: Path) -> None:
    found = findings(tmp_path, 'extends: briefing\npalette: {sand: "#707070"}\nboxes:\n  info: {fill: sand}\n')
    assert any('role "info-text"' in line for line in found)
    assert not any('role "body"' in line for line in found)


def test_colour_that_the_palette_lacks_is_a_finding(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, "extends: briefing\nroles:\n  h2: {color: brand}\n")
    assert 'roles.h2.color names a colour "brand" that the palette lacks' in finding


def test_style_of_its_own_must_be_complete(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, "title: Bare\n")
    assert "the style lacks" in finding
    assert "extends: briefing" in finding


def test_styles_that_extend_one_another_in_a_circle_end(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("extends: b\n", "utf-8")
    (tmp_path / "b.yaml").write_text("extends: a\n", "utf-8")
    house, diagnostics = load_style("a", [tmp_path])
    assert house is None
    assert diagnostics


@pytest.mark.parametrize(
    ("text", "ground", "expected"),
    [("#000000", "#FFFFFF", 21.0), ("#FFFFFF", "#FFFFFF", 1.0), ("#0B4F5C", "#FFFFFF", 9.2)],
)
def test_contrast_ratio_is_that_of_wcag(text: str, ground: str, expected: float) -> None:
    assert ratio(text, ground) == pytest.approx(expected, abs=0.05)
    assert ratio(ground, text) == pytest.approx(expected, abs=0.05)


def test_large_text_needs_less_contrast() -> None:
    assert enough(10, 400) == 4.5
    assert enough(18, 400) == 3.0
    assert enough(14, 700) == 3.0


def test_unreadable_style_stops_only_those_who_ask_for_it(tmp_path: Path) -> None:
    (tmp_path / "latin.yaml").write_bytes(b"title: Caf\xe9\n")
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "circle.yaml").symlink_to(tmp_path / "circle.yaml")
    assert load_style("briefing", [tmp_path])[0] is not None
    _, (finding,) = load_style("latin", [tmp_path])
    assert "the file is not UTF-8" in str(finding)


def test_empty_name_is_a_finding() -> None:
    house, findings = load_style("")
    assert house is None
    assert findings
