"""Catalogues of translations: made from an article, kept when it changes, read when it is built."""

from publish.localize.translate.catalogue import Catalogue, Progress, read_catalogue
from publish.localize.translate.phrases import fact_phrases
from publish.localize.translate.pofile import PoFile, read_po
from publish.localize.translate.units import FactPhrase, noun_messages, plural_categories, target_messages
from publish.localize.translate.update import Updated, update_catalogue

__all__ = [
    "Catalogue", "FactPhrase", "PoFile", "Progress", "Updated", "fact_phrases", "noun_messages",
    "plural_categories", "read_catalogue", "read_po",
    "target_messages", "update_catalogue",
]  # fmt: skip
