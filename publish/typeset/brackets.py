"""Characters that pair or mirror in right-to-left text: BidiBrackets.txt and BidiMirroring.txt of Unicode."""

from __future__ import annotations

import re

__all__ = ["BRACKET", "CANONICAL", "CLOSING_OF", "MIRRORED"]

# Opening and closing in turn, as BidiBrackets.txt pairs them.
_BRACKETS = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋\u2329\u232a❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦏⦎⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽"
    "⸢⸣⸤⸥⸦⸧⸨⸩⹕⹖⹗⹘⹙⹚⹛⹜〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)

# Mirrored pairs that stand side by side in Unicode: spans of code points (first, last), each a whole number of pairs.
_NEIGHBOURS = (
    (0x0028, 0x0029), (0x0F3A, 0x0F3D), (0x169B, 0x169C), (0x2039, 0x203A), (0x2045, 0x2046), (0x207D, 0x207E),
    (0x208D, 0x208E), (0x223C, 0x223D), (0x2252, 0x2255), (0x2264, 0x226B), (0x226E, 0x228B), (0x228F, 0x2292),
    (0x22A2, 0x22A3), (0x22B0, 0x22B7), (0x22C9, 0x22CC), (0x22D0, 0x22D1), (0x22D6, 0x22ED), (0x22F0, 0x22F1),
    (0x2308, 0x230B), (0x2329, 0x232A), (0x2768, 0x2775), (0x27C3, 0x27C6), (0x27C8, 0x27C9), (0x27D5, 0x27D6),
    (0x27DD, 0x27DE), (0x27E2, 0x27EF), (0x2983, 0x298C), (0x298E, 0x298F), (0x2991, 0x2998), (0x29A4, 0x29A5),
    (0x29A8, 0x29AF), (0x29C0, 0x29C1), (0x29C4, 0x29C5), (0x29CF, 0x29D2), (0x29D4, 0x29D5), (0x29D8, 0x29DB),
    (0x29E8, 0x29E9), (0x29F8, 0x29F9), (0x29FC, 0x29FD), (0x2A2B, 0x2A2E), (0x2A34, 0x2A35), (0x2A3C, 0x2A3D),
    (0x2A64, 0x2A65), (0x2A79, 0x2AA2), (0x2AA6, 0x2AAD), (0x2AAF, 0x2AD6), (0x2AEC, 0x2AED), (0x2AF7, 0x2AFA),
    (0x2E02, 0x2E05), (0x2E09, 0x2E0A), (0x2E0C, 0x2E0D), (0x2E1C, 0x2E1D), (0x2E20, 0x2E29), (0x2E55, 0x2E5C),
    (0x3008, 0x3011), (0x3014, 0x301B), (0xFE59, 0xFE5E), (0xFE64, 0xFE65), (0xFF08, 0xFF09), (0xFF5F, 0xFF60),
    (0xFF62, 0xFF63),
)  # fmt: skip
# The other mirrored pairs, one character and its mirror in turn.
_APART = "<>[]{}«»∈∋∉∌∊∍∕⧵∟⯾∠⦣∡⦛∢⦠∤⫮≃⋍≅≌⊘⦸⊦⫞⊨⫤⊩⫣⊫⫥⊸⟜⋲⋺⋳⋻⋴⋼⋶⋽⋷⋾⟋⟍⦍⦐＜＞［］｛｝"

CLOSING_OF = dict(zip(_BRACKETS[::2], _BRACKETS[1::2], strict=True))
BRACKET = re.compile(f"[{re.escape(_BRACKETS)}]")
# The angle brackets of mathematics decompose to those of CJK, so one may close the other (UAX #9 BD16).
CANONICAL = {"\u2329": "\u3008", "\u232a": "\u3009"}


def _mirrored() -> dict[str, str]:
    neighbours = "".join(chr(code) for first, last in _NEIGHBOURS for code in range(first, last + 1))
    pairs = neighbours + _APART
    left, right = pairs[::2], pairs[1::2]
    return dict(zip(left + right, right + left, strict=True))


MIRRORED = _mirrored()
