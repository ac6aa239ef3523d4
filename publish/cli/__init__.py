"""The command line, one file a command; a command's own libraries are imported when it runs."""

from publish.cli.lazy import LazyGroup

__all__ = ["command", "main"]

command = LazyGroup(
    name="publish",
    help="""One structured article in, localized briefings out, as PDF and as Word.

    `publish new port-strike` begins an article, `publish build port-strike` builds it.
    `publish COMMAND --help` tells more about a command.
    """,
    version=True,
    commands={
        "build": ("publish.cli.build", "Build briefings in every complete language."),
        "check": ("publish.cli.check", "Check articles and translations; writes nothing."),
        "new": ("publish.cli.new", "Begin an article that builds at once."),
        "styles": ("publish.cli.styles", "List the house styles."),
        "explain": ("publish.cli.explain", "Tell the typographic rules of a language, with examples."),
        "translate": ("publish.cli.translate", "Make catalogues, keep them up to date, see what is left."),
    },
)


def main() -> None:
    """The entry point of the program `publish`."""
    command.main(prog_name="publish")
