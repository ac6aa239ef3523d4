"""A reportlab canvas without its own fonts, clock and streams."""

from __future__ import annotations

import datetime
import io
from dataclasses import dataclass
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from publish.pdf.fonts import Fonts
from publish.pdf.objects import number, stream, text_string

__all__ = ["Metadata", "PageCanvas"]

# ASCII85 would make every embedded picture a quarter larger
rl_config.useA85 = 0


@dataclass(frozen=True)
class Metadata:
    """What the file says of itself."""

    title: str
    author: str
    subject: str
    keywords: str
    language: str
    moment: datetime.datetime
    creator: str


class PageCanvas(Canvas):  # type: ignore[misc]
    """Pages of one size, y upwards as PDF has it; operators are written as they come."""

    def __init__(self, size: tuple[float, float], metadata: Metadata) -> None:
        self._buffer = io.BytesIO()
        super().__init__(
            self._buffer, pagesize=size, pageCompression=1, invariant=1, pdfVersion=(1, 7), lang=metadata.language
        )
        self._metadata = metadata
        self._set_clock(metadata.moment)
        self.setViewerPreference("DisplayDocTitle", "true")
        self.fonts = Fonts(self._doc)

    def _set_clock(self, moment: datetime.datetime) -> None:
        stamp = self._doc._timeStamp  # reportlab reads the environment; the moment is given to us
        stamp.YMDhms = (moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second)
        stamp.dhh = stamp.dmm = 0

    def _make_preamble(self) -> None:
        self._preamble = ""  # no Helvetica: every face is embedded

    def operators(self, text: str) -> None:
        """Writes content stream operators."""
        self._code.append(text)

    def link(self, box: tuple[float, float, float, float], contents: str, *, url: str = "", anchor: str = "") -> None:
        """A link over `box` (x0, y0, x1, y1), to an address or to an anchor of this file."""
        entries: dict[str, Any] = {
            "Type": pdfdoc.PDFName("Annot"),
            "Subtype": pdfdoc.PDFName("Link"),
            "Rect": "[" + " ".join(number(edge) for edge in box) + "]",
            "F": 4,
            "Border": "[0 0 0]",
            "Contents": text_string(contents),
        }
        if url:
            entries["A"] = f"<</S/URI/URI {text_string(url)}>>"
        else:
            entries["Dest"] = self._bookmarkReference(anchor)
        self._addAnnotation(pdfdoc.PDFDictionary(entries))

    def showPage(self) -> None:  # noqa: N802
        """Ends the page, its content in a stream of our own."""
        super().showPage()
        page = self._doc.Pages.pages[-1]
        page.Contents = stream(page.stream.encode("latin-1"))
        page.stream = None

    def finish(self) -> bytes:
        """The whole file."""
        info, data = self._doc.info, self._metadata
        info.title, info.author, info.subject = data.title, data.author, data.subject
        info.keywords, info.creator, info.producer = data.keywords, data.creator, data.creator
        self.save()
        return self._buffer.getvalue()
