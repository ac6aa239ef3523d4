"""The files of an article's folder, read with bounds and never from outside it."""

from __future__ import annotations

import re
import stat
from itertools import islice
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from publish.article.origin import Lines
from publish.errors import Diagnostic, Span, error, suggest

__all__ = ["FileFaultError", "Folder"]

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_SHOWN = 20  # findings of one kind in one file


class FileFaultError(Exception):
    """A file that cannot be had, with the remedy."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint


class Folder:
    """An article's folder; `name` is how it is shown in places of findings."""

    def __init__(self, path: Path, name: str) -> None:
        self.path = path
        self.name = name.rstrip("/") or name
        self._root = path.resolve()

    @property
    def slug(self) -> str:
        """The folder's own name."""
        return self._root.name

    def shown(self, file: str) -> str:
        """The name of a file in places of findings."""
        return f"{self.name}/{file}"

    def exists(self) -> bool:
        """Whether the folder is there."""
        return self.path.is_dir()

    def has(self, file: str) -> bool:
        """Whether something of this name is in the folder, be it readable or not."""
        path = self.path / file
        return path.exists() or path.is_symlink()

    def read(self, file: str, limit: int) -> tuple[str | None, list[Diagnostic]]:
        """The text of a UTF-8 file of at most `limit` bytes, without its byte order mark, lines ending in a line feed.

        Control characters and line separators other than line feeds are findings, and U+FFFD in the text.
        """
        shown = self.shown(file)
        try:
            data = self.find(file, limit).read_bytes()
        except FileFaultError as fault:
            return None, [error(str(fault), Span(shown), fault.hint)]
        except OSError as fault:
            return None, [error(f"the file cannot be read: {fault.strerror}", Span(shown))]
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as fault:
            place = _lines(shown, data[: fault.start].decode("utf-8")).span(len(data))
            return None, [error("this is not UTF-8", place, "save the file as UTF-8")]
        return _clean(text, shown)

    def find(self, file: str, limit: int) -> Path:
        """The path of a regular file in the folder; raises FileFaultError.

        `file` is relative and has forward slashes; symbolic links may not lead out of the folder.
        """
        path = self._inside(unquote(file) if "%" in file else file)
        try:
            status = path.stat()
        except (OSError, ValueError):
            raise FileFaultError(f'there is no file "{file[:100]}"', self._near(path, file)) from None
        if not stat.S_ISREG(status.st_mode):
            raise FileFaultError(f'"{file[:100]}" is no file')
        if status.st_size > limit:
            raise FileFaultError(f'"{file[:100]}" is larger than {limit // 1_000_000} MB')
        return path

    def _inside(self, file: str) -> Path:
        parts = PurePosixPath(file)
        if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", file):
            raise FileFaultError(f'"{file[:100]}" is no file of the article', "put a copy into its folder")
        path = self.path / parts
        try:
            inside = not parts.is_absolute() and path.resolve().is_relative_to(self._root)
        except (OSError, ValueError, RuntimeError):
            raise FileFaultError(f'there is no file "{file[:100]}"') from None
        if not inside:
            raise FileFaultError(f'"{file[:100]}" lies outside the folder of the article', "put a copy into its folder")
        return path

    @staticmethod
    def _near(path: Path, file: str) -> str:
        try:
            names = [each.name for each in islice(path.parent.iterdir(), 1000)]
        except (OSError, ValueError):
            names = []
        above = file.removesuffix(path.name)
        return suggest(file, [above + name for name in names]) or "put it into the folder of the article"


def _lines(shown: str, text: str) -> Lines:
    return Lines(shown, text.removeprefix("\ufeff"))


def _clean(text: str, shown: str) -> tuple[str, list[Diagnostic]]:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    found: list[Diagnostic] = []
    if _CONTROL.search(text):
        lines = Lines(shown, text)
        for match in islice(_CONTROL.finditer(text), _SHOWN):
            character = f"the character U+{ord(match[0]):04X} is not allowed"
            found.append(error(character, lines.span(match.start()), "delete it"))
        text = _CONTROL.sub("\ufffd", text)
    return text, found
