"""Picture files from authors: shown, or told to be damaged."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from publish.errors import InputError
from publish.figures.photos import photo_size


def picture(kind: str) -> bytes:
    file = BytesIO()
    Image.radial_gradient("L").resize((90, 60)).convert("RGB").save(file, kind)
    return file.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_whole_picture_tells_its_size(kind: str) -> None:
    assert photo_size("x", picture(kind)) == (90, 60)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("part", [0.5, 0.9])
def test_a_picture_that_is_cut_off_is_a_finding(kind: str, part: float) -> None:
    data = picture(kind)
    with pytest.raises(InputError, match=r'"x\.pic" is cut off or damaged'):
        photo_size("x.pic", data[: int(len(data) * part)])


def test_a_picture_with_a_damaged_part_is_a_finding() -> None:
    data = bytearray(picture("PNG"))
    data[len(data) // 2] ^= 0xFF
    with pytest.raises(InputError, match="damaged"):
        photo_size("x.png", bytes(data))


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"hello", picture("BMP")])
def test_another_kind_of_file_is_a_finding(data: bytes) -> None:
    with pytest.raises(InputError, match="neither PNG nor JPEG"):
        photo_size("x.png", data)
