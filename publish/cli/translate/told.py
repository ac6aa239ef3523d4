"""What is said of a catalogue that was written."""

from __future__ import annotations

from publish.build.locales import Found
from publish.cli.say import count, note, result
from publish.localize.translate import Updated

__all__ = ["tell_updated"]


def tell_updated(found: Found, updated: Updated) -> None:
    """Its path on standard output, what there is to do on standard error."""
    result(found.name)
    if not updated.changed:
        note(f"{found.name}: up to date")
        return
    parts = [f"{updated.new} new"] if updated.new else []
    parts += [f"{updated.fuzzy} to be checked"] if updated.fuzzy else []
    parts += [f"{updated.obsolete} kept though not used"] if updated.obsolete else []
    note(f"{found.name}: {', '.join([count(updated.total, 'message'), *parts])}")
