"""The fonts of a style: families of faces, first choice first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain
from pathlib import Path

from publish.errors import Diagnostic, InputError, error, suggest
from publish.style.scripts import ideographic_script
from publish.typeset.coverage import combining_sequences, joins, silent
from publish.typeset.faces import Candidate, Face
from publish.typeset.fontfile import SYSTEM_FOLDERS, FontFile
from publish.typeset.library import Library, Source
from publish.typeset.model import Look
from publish.typeset.shaping import Shaper, shaper

__all__ = ["FontBook", "missing_families"]

Specs = Sequence[str]
BLANKS = "\n\r\t "


class FontBook:
    """The faces of a style by family, weight and posture; a face is read and pinned when first used.

    `fonts` maps a family ("serif") to specs, first choice first: `Family name`, `Family name@opsz=40,wdth=90`,
    `Family name@Arab` (kept to one script), or a font file inside `folder` (files that follow one another and share a
    family name are one choice). `scripts` are the lists of other scripts by family and script (ISO 15924): text of
    those scripts finds its face in them. Behind them stand the faces of the other families. A family that is not
    known raises InputError, with a suggestion, as soon as it is asked for.
    """

    def __init__(
        self,
        fonts: Mapping[str, Specs],
        folder: Path | None = None,
        scripts: Mapping[str, Mapping[str, Specs]] | None = None,
        system: tuple[Path, ...] = SYSTEM_FOLDERS,
    ) -> None:
        self._fonts = {family: tuple(specs) for family, specs in fonts.items()}
        self._scripts = scripts or {}
        self._library = Library(folder, system)
        self._found: dict[tuple[str, str], tuple[Source, ...]] = {}
        self._drawn: set[str] = set()
        self._borrowed: dict[tuple[FontFile, ...], frozenset[str]] = {}
        self._faces: dict[str, Face] = {}
        self._shapers: dict[tuple[object, ...], Shaper] = {}
        self._chains: dict[tuple[object, ...], tuple[Candidate, ...]] = {}

    @property
    def families(self) -> tuple[str, ...]:
        """The names of the families, in the order given."""
        return tuple(self._fonts)

    def face(self, key: str) -> Face:
        """The face with this key; only those used so far are known (KeyError)."""
        return self._faces[key]

    @property
    def used(self) -> tuple[Face, ...]:
        """The faces used so far, by key."""
        return tuple(face for _, face in sorted(self._faces.items()))

    def candidates(
        self, family: str, weight: int = 400, italic: bool = False, script: str = ""
    ) -> tuple[Candidate, ...]:
        """The faces of a family, not pinned yet, in the order in which characters look for a glyph.

        `script` puts the list of that script first. Every face of the style is somewhere in the order.
        """
        key = family, weight, italic, script
        faces = self._chains.get(key)
        if faces is None:
            borrowed = [Source(files, only=only) for files, only in self._borrowed.items()]
            faces = self._chains[key] = _faces((*self._sources(family, script), *borrowed), weight, italic)
        return faces

    def use(self, face: Face) -> Face:
        """The same face, which the book knows by its key from now on."""
        self._faces[face.key] = face
        return face

    def primary(self, family: str, weight: int = 400, italic: bool = False) -> Face:
        """The first face of a family: its metrics place the lines."""
        return self.use(self.candidates(family, weight, italic)[0].face())

    def shaper(self, look: Look, language: str, script: str) -> Shaper:
        """What shapes words in this look and language (BCP 47) within a text of `script`."""
        options = (look.tracking, look.tabular, look.kana, look.superior)
        key = (look.family, look.weight, look.italic, options, language, script)
        found = self._shapers.get(key)
        if found is None:
            faces = self.candidates(look.family, look.weight, look.italic, _leading_list(language, script))
            found = shaper(faces, language, script, options)
            self._shapers[key] = found
        return found

    def has_superiors(self, text: str, look: Look, language: str, script: str) -> bool:
        """Whether one face has superior forms (sups) of all characters of `text`."""
        plain, raised = (
            self.shaper(replace(look, superior=superior), language, script).word(text) for superior in (False, True)
        )
        pairs = zip(plain.runs[0].glyphs, raised.runs[0].glyphs, strict=False)
        return len(raised.runs) == 1 and all(one.parts != two.parts for one, two in pairs)

    def missing(self, text: str) -> tuple[str, ...]:
        """What no face of the style draws: each base with its marks once, in order of appearance.

        Borrowed faces do not count. Raises InputError for every fault of the style's families.
        """
        if self._drawn.issuperset(text):
            return ()
        sequences = dict.fromkeys(combining_sequences(text))
        lacking = tuple(sequence for sequence in sequences if not self._draws(sequence))
        self._drawn.update(one for one in sequences if len(one) == 1 and one not in lacking and not joins(one))
        return lacking

    def _draws(self, sequence: str) -> bool:
        blank = sequence in BLANKS or all(map(silent, sequence))
        return blank or any(face.coverage.draws(sequence) for face in self._own)

    @cached_property
    def _own(self) -> tuple[Candidate, ...]:
        """Every face that the style itself names, whatever the family."""
        faults = [fault for family in self._fonts for fault in self._faults(family)]
        if faults:
            raise InputError(faults)
        return tuple(face for family in self.families[:1] for face in _faces(self._sources(family), 400, italic=False))

    def borrow(self, sequence: str) -> FontFile | None:
        """The face that draws what no face of the style does, from now on in every family; None where there is none.

        Another packaged family or one of the style's folder if there is one, else one of the system. The same
        character gets the same family whatever was asked for before.
        """
        files = self._library.stand_in(sequence)
        if not files:
            return None
        known = self._borrowed.get(files, frozenset())
        if not known.issuperset(sequence):
            self._borrowed[files] = known.union(sequence)
            self._chains.clear()
            self._shapers.clear()
        return Source(files).faces(400, italic=False)[0].source

    def _sources(self, family: str, script: str = "") -> tuple[Source, ...]:
        """The choices of a family, each once: its own, those of other scripts, those of other families."""
        key = family, script
        if key not in self._found:
            faults = self._faults(family)
            if faults:
                raise InputError(faults)
            lists = self._lists(family, script)
            self._found[key] = tuple(dict.fromkeys(chain.from_iterable(map(self._library.sources, lists))))
        return self._found[key]

    def _lists(self, family: str, script: str) -> Iterator[Specs]:
        yield self._scripts.get(family, {}).get(script, ())
        for name in (family, *(other for other in self._fonts if other != family)):
            yield self._fonts[name]
            yield from self._scripts.get(name, {}).values()

    def _faults(self, family: str) -> list[Diagnostic]:
        if family not in self._fonts:
            return [error(f'the style has no family "{family}"', hint=suggest(family, self._fonts))]
        return self._library.faults(family, self._fonts[family])


def _faces(sources: Iterable[Source], weight: int, italic: bool) -> tuple[Candidate, ...]:
    """The faces of each choice, the best first: an italic may lack what an upright has, a bold what a regular has."""
    return tuple(dict.fromkeys(face for source in sources for face in source.faces(weight, italic)))


def _leading_list(language: str, script: str) -> str:
    """The script whose list leads for a language within a text of `script`; "" for the list of the text itself.

    Han characters are one in Unicode and differ in shape between Japan, China, Taiwan and Korea; Latin words in a text
    of those take the Latin letters of the faces around them, which are drawn to stand there.
    """
    own = ideographic_script(language)
    return "" if own == script else own


def missing_families(
    fonts: Mapping[str, Specs], folder: Path | None = None, system: tuple[Path, ...] = SYSTEM_FOLDERS
) -> list[tuple[str, str | None]]:
    """Every spec that names no known face, as (name, hint or None), each once and in the order given."""
    return Library(folder, system).unknown([spec for specs in fonts.values() for spec in specs])
