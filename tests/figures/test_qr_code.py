from io import BytesIO

import pytest
import segno
from PIL import Image

from publish.errors import InputError
from publish.figures.qr import qr_drawing, qr_modules, qr_png

ADDRESS = "https://example.org/pl/12"


def test_modules_are_those_of_the_encoder():
    expected = segno.make_qr(ADDRESS, error="m", encoding="utf-8").matrix
    assert [[int(dark) for dark in row] for row in qr_modules(ADDRESS)] == [list(row) for row in expected]


def test_runs_of_modules_become_rectangles_with_white_around():
    drawing = qr_drawing(ADDRESS, 68.0, "Kod QR: adres", "pl")
    modules = qr_modules(ADDRESS)
    unit = 68.0 / (len(modules) + 8)
    white, *dark = drawing.shapes
    rebuilt = {
        (round(rect.y / unit) - 4, round(rect.x / unit) - 4 + step)
        for rect in dark
        for step in range(round(rect.w / unit))
    }
    assert rebuilt == {(y, x) for y, row in enumerate(modules) for x, on in enumerate(row) if on}
    assert (white.w, white.h) == (68.0, 68.0)
    assert len(dark) < sum(map(sum, modules))
    assert (drawing.alt, drawing.language) == ("Kod QR: adres", "pl")


def test_white_may_be_left_to_the_page():
    assert min(rect.x for rect in qr_drawing(ADDRESS, 68.0, quiet=0).shapes[1:]) == 0


def test_picture_shows_the_same_modules():
    picture = Image.open(BytesIO(qr_png(ADDRESS))).convert("L")
    modules = qr_modules(ADDRESS)
    unit = picture.width // (len(modules) + 8)
    seen = [
        [picture.getpixel(((x + 4) * unit + unit // 2, (y + 4) * unit + unit // 2)) == 0 for x in range(len(modules))]
        for y in range(len(modules))
    ]
    assert seen == [list(row) for row in modules]


def test_picture_has_the_same_bytes_each_time():
    assert qr_png(ADDRESS) == qr_png(ADDRESS)


def test_address_in_another_script_is_encoded_as_utf_8():
    assert qr_modules("https://example.org/日本/łódź")


def test_text_too_long_for_a_code_is_the_inputs_fault():
    with pytest.raises(InputError, match="does not fit a QR code"):
        qr_modules("https://example.org/" + "x" * 4000)
