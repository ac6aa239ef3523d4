"""Picture files as they come from authors: whether they can be shown at all."""

from __future__ import annotations

import warnings
from io import BytesIO

from PIL import Image, UnidentifiedImageError

from publish.errors import InputError, error

__all__ = ["photo_size"]

_SMALL = (64, 64)


def photo_size(name: str, data: bytes) -> tuple[int, int]:
    """Width and height of a picture in pixels.

    Raises InputError for a file that no reader could show: another format than PNG or JPEG, or damaged.
    A JPEG is decoded at an eighth of its size at most, a PNG is held to the checksums of its parts.
    """
    try:
        return _decode(data)
    except UnidentifiedImageError:
        raise InputError(
            [error(f'"{name}" is neither PNG nor JPEG', hint="save the picture as one of these")]
        ) from None
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise InputError([error(f'"{name}" is cut off or damaged', hint="save the picture again")]) from None


def _decode(data: bytes) -> tuple[int, int]:
    with warnings.catch_warnings():
        # whoever reads the article has held its pictures to a size
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as picture:
            size = picture.size
            if picture.format == "PNG":
                picture.verify()
            else:
                picture.draft("L", _SMALL)
                picture.load()
            return size
