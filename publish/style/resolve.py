"""Turns merged tokens into a `Style`, and finds what they lack."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from publish.article.yamltree import Marks
from publish.errors import Diagnostic, Span, error
from publish.style.contrast import enough, ratio
from publish.style.model import BoxRole, Layout, Page, Spacing, Style, TextRole
from publish.style.schema import BAND, BOXES, COLORS, CONTRAST, FAMILIES, ROLES, SCRIPTS

__all__ = ["contrast_findings", "missing_tokens", "resolve"]

Tokens = Mapping[str, Any]

_ROLE_NEEDS = ("family", "size", "leading", "weight", "color")
_NEEDS = {
    "page": ("top", "bottom", "start", "end"),
    "spacing": ("small", "paragraph", "medium", "block", "section"),
    "layout": tuple(Layout.__dataclass_fields__),
    "palette": COLORS,
    "roles": ROLES,
    "boxes": BOXES,
    "fonts": FAMILIES,
}


def missing_tokens(tokens: Tokens, span: Span) -> list[Diagnostic]:
    """Tokens that neither the file nor what it extends gives, and names that lead nowhere."""
    lacking = [f"{part}.{name}" for part, names in _NEEDS.items() for name in names if name not in tokens.get(part, {})]
    roles, palette = tokens.get("roles", {}), tokens.get("palette", {})
    lacking += [f"roles.{n}.{k}" for n in ROLES if n in roles for k in _ROLE_NEEDS if k not in roles[n]]
    hint = "extend a complete style: `extends: briefing`"
    found = [error(f"the style lacks {', '.join(lacking[:6])}", span, hint)] if lacking else []
    return found + [
        error(f'{where} names a colour "{color}" that the palette lacks', span, f"palette: {', '.join(palette)}")
        for where, color in _colors(tokens)
        if color != "none" and color not in palette
    ]


def _colors(tokens: Tokens) -> list[tuple[str, str]]:
    named = []
    groups = [("", tokens), *((f"scripts.{name}.", group) for name, group in tokens.get("scripts", {}).items())]
    for prefix, group in groups:
        for name, role in group.get("roles", {}).items():
            named += [(f"{prefix}roles.{name}.{k}", role[k]) for k in ("color",) if k in role]
        for name, box in group.get("boxes", {}).items():
            named += [(f"{prefix}boxes.{name}.{k}", box[k]) for k in ("fill", "rule_color") if k in box]
    return named


def resolve(name: str, tokens: Tokens, script: str) -> Style:
    """The style of complete `tokens` for one script (ISO 15924): of its groups in `scripts`, the later ones win."""
    groups = [group for names, group in tokens.get("scripts", {}).items() if script in _split(names)]
    palette = dict(tokens["palette"])
    roles = {name: _role(_over(tokens, groups, "roles", name), palette) for name in ROLES}
    boxes = {name: _box(_over(tokens, groups, "boxes", name), palette) for name in BOXES}
    spacing = [tokens["spacing"], *(group.get("spacing", {}) for group in groups)]
    return Style(
        name=name,
        title=str(tokens.get("title") or name),
        page=Page(**tokens["page"]),
        layout=Layout(**tokens["layout"]),
        spacing=Spacing(**_joined(spacing)),
        palette=palette,
        fonts={family: _faces(tokens["fonts"][family], script) for family in FAMILIES},
        roles=roles,
        boxes=boxes,
        region=tokens.get("region"),
        script_fonts={family: _lists(tokens["fonts"][family]) for family in FAMILIES},
    )


def _over(tokens: Tokens, groups: Sequence[Tokens], part: str, name: str) -> Tokens:
    """One role or box with what the groups of a script change in it."""
    return _joined([tokens[part][name], *(group.get(part, {}).get(name, {}) for group in groups)])


def _joined(layers: Sequence[Tokens]) -> dict[str, Any]:
    return {key: value for layer in layers for key, value in layer.items()}


def _split(names: str) -> list[str]:
    return [part.strip() for part in names.split(",")]


def _faces(by_script: Mapping[str, list[str]], script: str) -> tuple[str, ...]:
    return tuple(by_script.get(script) or by_script.get("Latn") or next(iter(by_script.values())))


def _lists(by_script: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {script: tuple(by_script[script]) for script in SCRIPTS if script in by_script}


def _role(token: Tokens, palette: Mapping[str, str]) -> TextRole:
    return TextRole(**{**token, "color": palette[token["color"]]})


def _box(token: Tokens, palette: Mapping[str, str]) -> BoxRole:
    colors = {k: None if token[k] == "none" else palette[token[k]] for k in ("fill", "rule_color") if k in token}
    return BoxRole(**{**token, **colors})


def contrast_findings(name: str, tokens: Tokens, marks: Marks, span: Span) -> list[Diagnostic]:
    """Roles whose text is too faint on their ground (WCAG 2.2 AA, 1.4.3)."""
    style = resolve(name, tokens, "Latn")
    found = []
    for role_name, role in style.roles.items():
        ground = _ground(style, role_name)
        reached, least = ratio(role.color, ground), enough(role.size, role.weight)
        if reached < least:
            own = role_name in tokens["roles"] and marks.has(("roles", role_name))
            place = marks.value(("roles", role_name)) if own else span
            what = (
                f'contrast of role "{role_name}" is {reached:.1f} : 1 ({role.color} on {ground}), {least:g} is needed'
            )
            found.append(error(what, place, "choose a darker colour for the text or a lighter ground"))
    return found


def _ground(style: Style, role: str) -> str:
    paper = style.color("paper")
    if role in BAND and style.layout.masthead == "band":
        return style.box("masthead").fill or paper
    box = CONTRAST.get(role)
    return (style.box(box).fill or paper) if box else paper
