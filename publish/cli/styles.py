"""`publish styles`."""

from __future__ import annotations

import click

from publish.cli.folders import style_folders
from publish.cli.say import result, say_json
from publish.style import available_styles

__all__ = ["command"]


@click.command("styles", short_help="List the house styles.")
@click.option("--json", "as_json", is_flag=True, help="Tell the result as one JSON object.")
def command(as_json: bool) -> None:
    """List the house styles: name, title and where each comes from.

    A file ./styles/<name>.yaml is a style of your own; it hides a built-in one of its name.
    """
    styles = available_styles(style_folders())
    if as_json:
        say_json({"styles": [{"name": s.name, "title": s.title, "origin": s.origin} for s in styles]})
        return
    width = max(len(style.name) for style in styles)
    for style in styles:
        result(f"{style.name:<{width}}  {style.title} ({style.origin})")
