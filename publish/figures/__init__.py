"""Charts and QR codes as plain shapes with texts."""

from publish.figures.charts import draw
from publish.figures.qr import qr_drawing, qr_png
from publish.figures.shapes import Drawing

__all__ = ["Drawing", "draw", "qr_drawing", "qr_png"]
