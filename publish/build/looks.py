"""A house style with its fonts, for each script that a build meets."""

from __future__ import annotations

from dataclasses import dataclass, field

from publish.style import House, Style
from publish.typeset import FontBook

__all__ = ["Looks"]


@dataclass
class Looks:
    """The style of a house by script (ISO 15924), its faces opened once."""

    house: House
    _made: dict[str, tuple[Style, FontBook]] = field(default_factory=dict)

    def of(self, script: str) -> tuple[Style, FontBook]:
        """The style for a script and its fonts."""
        if script not in self._made:
            style = self.house.resolve(script)
            self._made[script] = style, FontBook(style.fonts, self.house.folder, style.script_fonts)
        return self._made[script]
