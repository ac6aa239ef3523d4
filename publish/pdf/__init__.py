"""Document and style to PDF; reportlab lives here alone."""

from publish.pdf.render import PdfFile, render

__all__ = ["PdfFile", "render"]
