"""`publish translate`: its commands, one file each."""

from publish.cli.lazy import LazyGroup

__all__ = ["command"]

command = LazyGroup(
    name="translate",
    help="Make catalogues of translations, keep them up to date and see what is left to do.",
    commands={
        "extract": ("publish.cli.translate.extract", "Begin a catalogue for a translator."),
        "update": ("publish.cli.translate.update", "Bring catalogues up to date with their articles."),
        "status": ("publish.cli.translate.status", "Show how far each translation is."),
    },
)
