"""The font program that a file carries: the outlines of what it shows and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import uharfbuzz as hb

from publish.pdf.baking import Composite, bake
from publish.typeset import Face

__all__ = ["Drawn", "subset"]

Drawn = tuple[tuple[tuple[int, int, int], ...], float]
"""((glyph id, x, y), ...) in font units and the advance in em/1000."""

_DROPPED = "GSUB GPOS GDEF OS/2 name post cmap DSIG gasp MATH STAT kern vhea vmtx VORG HVAR MVAR avar meta BASE"


def subset(face: Face, drawn: Sequence[Drawn]) -> tuple[bytes, list[int]]:
    """The program (TrueType) and the glyph id in it of each of `drawn`; the first of them is .notdef."""
    wanted = sorted({part[0] for parts, _ in drawn for part in parts})
    program, mapping = _subset(face, tuple(wanted))
    count = max(mapping.values()) + 1
    composites: list[Composite] = []
    glyphs: list[int] = []
    for parts, advance in drawn:
        if _is_plain(face, parts, advance):
            glyphs.append(mapping[parts[0][0]])
            continue
        glyphs.append(count + len(composites))
        placed = tuple((mapping[glyph], x, y) for glyph, x, y in parts)
        composites.append((placed, round(advance / face.scale)))
    return (bake(program, composites) if composites else program), glyphs


def _is_plain(face: Face, parts: tuple[tuple[int, int, int], ...], advance: float) -> bool:
    """Whether it is one glyph of the face at its place and as wide as it is, and so a glyph of the subset."""
    return len(parts) == 1 and parts[0][1:] == (0, 0) and face.advance(parts[0][0]) == advance


@lru_cache(maxsize=64)
def _preprocessed(face: Face) -> hb.Face:
    return hb.subset_preprocess(face.hb_face)


@lru_cache(maxsize=64)
def _subset(face: Face, glyphs: tuple[int, ...]) -> tuple[bytes, dict[int, int]]:
    """The font program of these glyphs, and old glyph ids to new ones."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    wanted.drop_table_tag_set.update(int.from_bytes(tag.ljust(4).encode(), "big") for tag in _DROPPED.split())
    plan = hb.SubsetPlan(_preprocessed(face), wanted)
    program, mapping = bytes(plan.execute().blob.data), dict(plan.old_to_new_glyph_mapping)
    if face.is_cff:
        from publish.pdf.quadratic import truetype  # noqa: PLC0415 - fontTools is heavy, and few faces need it

        program = truetype(program)
    return program, mapping
