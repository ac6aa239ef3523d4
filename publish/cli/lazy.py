"""A group of commands that imports a command when it is called, not when it is listed."""

from __future__ import annotations

import errno
import sys
from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

from publish import __version__

__all__ = ["LazyGroup"]

INPUT_FAULT = 1


class LazyGroup(click.Group):
    """Commands by name, each with the module that defines it as `command`, and its line in the list.

    Turns faults of files and of input into lines on standard error and exit code 1: nobody sees a traceback for
    what is wrong with an article or a disk.
    """

    def __init__(self, name: str, help: str, commands: Mapping[str, tuple[str, str]], version: bool = False) -> None:
        super().__init__(name, help=help, context_settings={"help_option_names": ["-h", "--help"]})
        self._lazy = dict(commands)
        if version:
            click.version_option(__version__, prog_name="publish", message="%(prog)s %(version)s")(self)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of the commands, in the order given."""
        return list(self._lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command, imported now."""
        if cmd_name not in self._lazy:
            return None
        command: click.Command = import_module(self._lazy[cmd_name][0]).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The list of commands, from their lines alone."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in self._lazy.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is called; an unknown one gets a suggestion."""
        name = args[0]
        if name not in self._lazy and not name.startswith("-"):
            import difflib  # noqa: PLC0415 - for a mistake only

            near = difflib.get_close_matches(name, self._lazy, n=1)
            hint = f'did you mean "{near[0]}"?' if near else f"commands: {', '.join(self._lazy)}"
            raise click.UsageError(f'no command "{name}" · {hint}', ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command."""
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                # a terminal that cannot show a letter of an article gets its number, not an error
                stream.reconfigure(errors="backslashreplace")
        try:
            return super().invoke(ctx)
        except OSError as fault:
            if fault.errno == errno.EPIPE:
                raise
            from publish.build.faults import reason  # noqa: PLC0415 - for a fault only

            click.echo(f"{_place(fault)}error: {reason(fault)}", err=True)
            ctx.exit(INPUT_FAULT)


def _place(fault: OSError) -> str:
    return f"{fault.filename}: " if fault.filename else ""
