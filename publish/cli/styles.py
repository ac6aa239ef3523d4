"""`publish styles`."""

from __future__ import annotations

import click

from publish.cli.folders import style_folders
from publish.cli.options import json_option
from publish.cli.say import result, say_json
from publish.style import available_styles

__all__ = ["command"]


@click.command("styles", short_help="List the house styles.")
@json_option("styles: name, title, origin")
def command(as_json: bool) -> None:
    """List the house styles: name, title and where each comes from.

    A file styles/NAME.yaml is a style of your own; it hides a built-in one of its name.
    `publish build -s NAME` uses it.
    """
    styles = available_styles(style_folders())
    if as_json:
        say_json({"styles": [{"name": s.name, "title": s.title, "origin": s.origin} for s in styles]})
        return
    width = max(len(style.name) for style in styles)
    for style in styles:
        result(f"{style.name:<{width}}  {style.title} ({style.origin})")
