"""Makes the README's pictures from the files that `make briefs` and one build in the newsroom style left."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image, ImageOps

from publish.build.order import Order, SourceFolder
from publish.build.pipeline import build

ROOT = Path(__file__).parents[1]
SLUG = "us-japan-reset"
#: picture -> (locale, style, page)
PICTURES = {
    "brief-pl": ("pl", "briefing", 1),
    "brief-pl-table": ("pl", "briefing", 3),
    "brief-en-newsroom": ("en", "newsroom", 1),
    "brief-en-table": ("en", "newsroom", 3),
    "brief-ja": ("ja", "briefing", 1),
    "brief-ja-table": ("ja", "briefing", 3),
    "brief-ar": ("ar", "briefing", 1),
    "brief-ar-table": ("ar", "briefing", 3),
}
WIDTH = 620  # pixels


def picture(path: Path, page: int) -> Image.Image:
    """One page, framed by a hairline, in few enough colours for a small file."""
    sheet = pypdfium2.PdfDocument(path)[page - 1]
    image = sheet.render(scale=2 * WIDTH / sheet.get_width()).to_pil().resize((WIDTH, round(WIDTH * 1.414)))
    return ImageOps.expand(image, 1, "#C8CDD0").quantize(256, kmeans=1)


def main() -> None:
    """Builds both styles beside the repository's output and saves the pictures."""
    article = SourceFolder(ROOT / "sources" / SLUG, SLUG)
    with tempfile.TemporaryDirectory() as folder:
        for style in sorted({style for _, style, _ in PICTURES.values()}):
            build(Order((article,), Path(folder) / style, style=style, formats=("pdf",)))
        for name, (locale, style, page) in PICTURES.items():
            path = Path(folder) / style / SLUG / f"{SLUG}.{locale}.pdf"
            picture(path, page).save(ROOT / f"docs/{name}.png", optimize=True)


if __name__ == "__main__":
    main()
