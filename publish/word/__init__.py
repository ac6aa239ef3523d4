"""Document and style to Word; python-docx lives here alone."""

from publish.word.render import render

__all__ = ["render"]
