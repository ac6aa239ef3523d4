"""Sizes of pictures, from their headers."""

from __future__ import annotations

import contextlib
import io
import struct
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from publish.article.folder import FileFaultError
from publish.article.pictures import picture_size


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("options", [{}, {"progressive": True, "exif": b"Exif\0\0" + b"x" * 3000}])
def test_size_is_what_the_picture_has(tmp_path: Path, kind: str, options: dict[str, object]) -> None:
    path = tmp_path / "picture"
    Image.new("RGB", (31, 17)).save(path, kind, **(options if kind == "JPEG" else {}))
    assert picture_size(path) == (31, 17)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_that_is_cut_off_is_a_fault(tmp_path: Path, kind: str) -> None:
    data = io.BytesIO()
    Image.new("RGB", (31, 17)).save(data, kind)
    (tmp_path / "picture").write_bytes(data.getvalue()[:20])
    with pytest.raises(FileFaultError, match="cut off"):
        picture_size(tmp_path / "picture")


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "WEBP"])
def test_other_formats_are_refused(tmp_path: Path, kind: str) -> None:
    Image.new("RGB", (3, 3)).save(tmp_path / "picture", kind)
    with pytest.raises(FileFaultError, match="neither PNG nor JPEG"):
        picture_size(tmp_path / "picture")


@pytest.mark.parametrize("size", [(0, 5), (40_000, 1), (20_000, 20_000)])
def test_sizes_are_bounded(tmp_path: Path, size: tuple[int, int]) -> None:
    head = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", *size) + b"\0" * 5
    (tmp_path / "picture").write_bytes(head)
    with pytest.raises(FileFaultError, match="pixels"):
        picture_size(tmp_path / "picture")


@given(st.sampled_from([b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"]), st.binary(max_size=100))
def test_any_bytes_are_a_size_or_a_fault(head: bytes, rest: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "picture"
        path.write_bytes(head + rest)
        with contextlib.suppress(FileFaultError):
            assert min(picture_size(path)) > 0
