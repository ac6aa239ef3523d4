"""What kinds of font files there are, where they are found, and which of them is taken."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_fonts import RESTRICTED, make_blank_picture, make_collection, make_font, make_variable_cff2

from publish.errors import InputError
from publish.typeset import FontBook, missing_families
from publish.typeset.fontfile import Origin, packaged, read_font_file

NOWHERE: tuple[Path, ...] = ()


def ink(book: FontBook, char: str, weight: int = 400) -> float:
    face = book.primary("text", weight)
    return float(face.hb_font.get_glyph_extents(face.hb_font.get_nominal_glyph(ord(char))).width)


def test_truetype_and_postscript_outlines_are_told_apart(tmp_path: Path) -> None:
    make_font(tmp_path / "fonts/true.ttf", "True Box")
    make_font(tmp_path / "fonts/post.otf", "Post Box", cff=True)
    book = FontBook({"true": ("True Box",), "post": ("Post Box",)}, tmp_path)
    assert not book.primary("true").is_cff
    assert book.primary("post").is_cff
    assert not book.missing("Cab")


def test_each_face_of_a_collection_is_found_by_its_name(tmp_path: Path) -> None:
    parts = [make_font(tmp_path / f"fonts/{name}.ttf", name, chars) for name, chars in (("One", "a"), ("Two", "b"))]
    make_collection(tmp_path / "fonts/both.ttc", parts)
    book = FontBook({"text": ("Two", "One")}, tmp_path)
    assert [face.coverage.has("b") for face in book.candidates("text")] == [True, False]
    assert [face.face().source.index for face in book.candidates("text")] == [1, 0]
    assert len({face.face().key for face in book.candidates("text")}) == 2


def test_a_variable_font_with_postscript_outlines_is_pinned_to_what_pdf_takes(tmp_path: Path) -> None:
    make_variable_cff2(tmp_path / "vary.otf", "Vary")
    book = FontBook({"text": ("vary.otf",)}, tmp_path)
    assert book.primary("text", 900).is_cff
    assert not book.primary("text", 900).hb_face.axis_infos
    assert (ink(book, "A", 400), ink(book, "A", 900)) == (100, 250)


@pytest.mark.parametrize(("wanted", "taken"), [(100, 300), (400, 400), (500, 400), (600, 700), (900, 700)])
def test_of_static_weights_the_nearest_is_taken(tmp_path: Path, wanted: int, taken: int) -> None:
    for weight in (700, 300, 400):
        make_font(tmp_path / f"fonts/box-{weight}.ttf", "Box", weight=weight)
    make_font(tmp_path / "fonts/box-narrow.ttf", "Box", weight=wanted, width=3)
    make_font(tmp_path / "fonts/box-italic.ttf", "Box", weight=wanted, italic=True)
    book = FontBook({"text": ("Box",)}, tmp_path)
    face = book.primary("text", wanted)
    assert (face.weight, face.italic, face.source.width) == (taken, False, 5)
    assert book.primary("text", wanted, italic=True).italic


def test_what_an_italic_lacks_comes_from_the_upright_of_its_family(tmp_path: Path) -> None:
    make_font(tmp_path / "fonts/a.ttf", "Box", "ab")
    make_font(tmp_path / "fonts/b.ttf", "Box", "a", italic=True)
    make_font(tmp_path / "fonts/c.ttf", "Other", "ab", italic=True)
    book = FontBook({"text": ("Box", "Other")}, tmp_path)
    found = next(face for face in book.candidates("text", italic=True) if face.coverage.has("b"))
    assert (found.source.family, found.source.italic) == ("Box", False)


def test_a_name_is_looked_for_in_packages_then_in_the_style_then_in_the_system(tmp_path: Path) -> None:
    style, system = tmp_path / "style", tmp_path / "system"
    for family in ("Source Sans 3", "House Box"):
        make_font(style / f"fonts/{family}.ttf", family)
        make_font(system / f"deep/{family}.ttf", family)
    make_font(system / "deep/only.ttf", "System Box")
    book = FontBook({"text": ("Source Sans 3", "House Box", "System Box")}, style, system=(system,))
    origins = {face.source.family: face.source.origin for face in book.candidates("text")}
    expected = {"Source Sans 3": Origin.PACKAGE, "House Box": Origin.STYLE, "System Box": Origin.SYSTEM}
    assert origins == expected
    assert missing_families({"text": ("House Box",)}, style) == []


def test_the_system_is_not_read_while_nothing_asks_for_it(tmp_path: Path) -> None:
    system = tmp_path / "system"
    book = FontBook({"text": ("Source Sans 3",)}, system=(system,))
    assert book.missing("Zażółć gęślą jaźń") == ()
    make_font(system / "late.ttf", "Late Box", "ሀ")
    found = book.borrow("ሀ")
    assert found is not None
    assert found.family == "Late Box"


def test_links_that_lead_out_of_a_style_bring_no_font(tmp_path: Path) -> None:
    outside = make_font(tmp_path / "outside/box.ttf", "Outside Box")
    (tmp_path / "style/fonts").mkdir(parents=True)
    (tmp_path / "style/fonts/box.ttf").symlink_to(outside)
    assert missing_families({"text": ("Outside Box",)}, tmp_path / "style") == [("Outside Box", None)]


def test_a_font_whose_licence_forbids_embedding_is_refused(tmp_path: Path) -> None:
    make_font(tmp_path / "fonts/locked.ttf", "Locked Box", "aሀ", licence=RESTRICTED)
    book = FontBook({"text": ("Locked Box",)}, tmp_path, system=NOWHERE)
    with pytest.raises(InputError, match='licence of the font "Locked Box" forbids to embed it'):
        book.primary("text")
    assert FontBook({"text": ("Source Sans 3",)}, tmp_path, system=NOWHERE).borrow("ሀ") is None


def test_a_picture_in_colour_with_a_blank_outline_draws_nothing(tmp_path: Path) -> None:
    make_blank_picture(tmp_path / "fonts/emoji.ttf", "Emoji Box", "\U0001f68c")
    book = FontBook({"text": ("Source Sans 3", "Emoji Box")}, tmp_path, system=NOWHERE)
    assert book.missing("\U0001f68c") == ("\U0001f68c",)


def test_packaged_families_say_who_they_are() -> None:
    assert {"Source Serif 4", "Source Sans 3", "Noto Sans JP", "Noto Sans Arabic", "Noto Sans Thai"} <= set(packaged())
    upright = next(face for face in packaged()["Source Serif 4"] if not face.italic)
    assert {axis.tag: (axis.low, axis.high) for axis in upright.axes} == {"wght": (200, 900), "opsz": (8, 60)}


@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_any_bytes_are_a_font_or_none_but_never_a_traceback(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.getbasetemp() / "hostile"
    folder.mkdir(exist_ok=True)
    whole = folder / "whole.ttf"
    if not whole.exists():
        make_font(whole, "Whole Box")
    damaged = bytearray(whole.read_bytes())
    for _ in range(data.draw(st.integers(0, 12))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    head = data.draw(st.sampled_from([b"", b"ttcf\0\1\0\0\xff\xff\xff\xff", b"OTTO", b"wOF2"]))
    damaged[: len(head)] = head
    path = folder / "damaged.ttf"
    path.write_bytes(damaged[: data.draw(st.integers(0, len(damaged)))])
    for face in read_font_file(path):
        assert face.family
