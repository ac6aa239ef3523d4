"""Which locales an article can be built in, and which of them are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from publish.article.model import Article
from publish.article.tags import is_language_tag
from publish.build.faults import file_fault
from publish.errors import Diagnostic, Span, error, suggest
from publish.localize.tags import same_language
from publish.localize.translate import Catalogue, PoFile, Progress, read_po

__all__ = [
    "Choice", "Found", "Skipped", "Version", "canonical_tag", "choose", "find_languages", "lies_outside",
    "open_version", "read_found",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """A language that an article has: the original, which has no catalogue, or a translation."""

    locale: str
    path: Path | None = None
    name: str = ""  # the path as people are shown it


@dataclass(frozen=True, slots=True)
class Skipped:
    """A locale that was passed over because its translation is not complete."""

    article: str
    locale: str
    progress: Progress


@dataclass(frozen=True)
class Version:
    """A language to build: the locale asked for, and the catalogue that serves it (None: the original)."""

    locale: str
    catalogue: Catalogue | None = None
    path: Path | None = None

    @property
    def complete(self) -> bool:
        """Whether nothing is left to translate."""
        return self.catalogue is None or self.catalogue.progress.complete

    def gaps(self, slug: str) -> tuple[Skipped, ...]:
        """What there is to say of a version that is not complete."""
        return () if self.catalogue is None or self.complete else (Skipped(slug, self.locale, self.catalogue.progress),)


@dataclass(frozen=True)
class Choice:
    """What is to be built of one article: versions under the locale asked for, and what was passed over."""

    versions: tuple[Version, ...]
    skipped: tuple[Skipped, ...]
    diagnostics: tuple[Diagnostic, ...]


def canonical_tag(tag: str) -> str:
    """A BCP 47 tag in its usual letters: `zh-hans-tw` -> `zh-Hans-TW` (RFC 5646, section 2.1.1)."""
    first, *rest = tag.replace("_", "-").split("-")
    parts = [first.lower()]
    for part in rest:
        plain = len(parts[-1]) == 1 or any(len(seen) == 1 for seen in parts[1:])
        if plain or len(part) not in (2, 4) or not part.isalpha():
            parts.append(part.lower())
        else:
            parts.append(part.upper() if len(part) == 2 else part.title())
    return "-".join(parts)


def find_languages(article: Article, name: str) -> tuple[tuple[Found, ...], tuple[Diagnostic, ...]]:
    """The original and every translation of `article`, whose folder is shown as `name`; none is read yet."""
    folder = article.folder / "translations"
    found = [Found(article.meta.language)]
    wrong: list[Diagnostic] = []
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == ".po")
    except FileNotFoundError:
        paths = []
    except OSError as fault:
        return tuple(found), (file_fault("the translations cannot be read", fault, f"{name}/translations"),)
    taken: dict[str, str] = {article.meta.language: "article.md"}
    for path in paths:
        language = Found(canonical_tag(path.stem), path, f"{name}/translations/{path.name}")
        misplaced = _misplaced(language, path.stem, article.folder, taken)
        if misplaced:
            wrong.append(misplaced)
        else:
            taken[language.locale] = path.name
            found.append(language)
    return tuple(found), tuple(wrong)


def _misplaced(found: Found, stem: str, folder: Path, taken: Mapping[str, str]) -> Diagnostic | None:
    """What is wrong with a catalogue's place or name; `taken` are the files of other languages by locale."""
    place = Span.whole(found.name)
    if outside := lies_outside(found, folder):
        return outside
    if not is_language_tag(stem):
        hint = "a catalogue is named after its language: en.po, zh-Hans.po"
        return error(f'"{stem}" is no language tag', place, hint)
    if found.locale in taken:
        return error(f"{taken[found.locale]} is in {found.locale} too", place, "keep one of them")
    return None


def lies_outside(found: Found, folder: Path) -> Diagnostic | None:
    """The finding that a catalogue leads out of its article's folder by a link, or in a circle."""
    try:
        if found.path is None or found.path.resolve().is_relative_to(folder.resolve()):
            return None
    except (OSError, RuntimeError):
        pass
    hint = "put the file itself here"
    return error("the catalogue lies outside the article's folder", Span.whole(found.name), hint)


def read_found(found: Found) -> tuple[PoFile | None, tuple[Diagnostic, ...]]:
    """The catalogue of a translation; one that cannot be read is a finding."""
    if found.path is None:
        return PoFile(), ()
    try:
        return read_po(found.path, found.name)
    except OSError as fault:
        return None, (file_fault("the catalogue cannot be read", fault, found.name),)


def open_version(article: Article, found: Found, locale: str = "") -> tuple[Version | None, tuple[Diagnostic, ...]]:
    """The version that `found` gives, under another locale of its language if one is asked for."""
    tag = locale or found.locale
    if found.path is None:
        return Version(tag), ()
    file, wrong = read_found(found)
    return (None if file is None else Version(tag, Catalogue(article, tag, file, found.name), found.path)), wrong


def choose(article: Article, languages: Sequence[Found], wanted: Iterable[str], *, draft: bool) -> Choice:
    """The versions to build: those `wanted`, or without any every complete one; a draft may have gaps."""
    chosen: list[Version] = []
    skipped: list[Skipped] = []
    wrong: list[Diagnostic] = []
    tags = list(dict.fromkeys(wanted))
    for tag in tags or [found.locale for found in languages]:
        serving = _serving(tag, languages)
        if serving is None:
            wrong.append(_unknown(article, tag, languages))
            continue
        version, findings = open_version(article, serving, tag)
        wrong += findings
        if version and (draft or version.complete):
            chosen.append(version)
        elif version and version.catalogue and tags:
            wrong.append(_incomplete(tag, version.catalogue))
        elif version:
            skipped += version.gaps(article.slug)
    return Choice(tuple(chosen), tuple(skipped), tuple(wrong))


def _serving(tag: str, languages: Sequence[Found]) -> Found | None:
    """What serves a tag: its own, else one of the same language and script, the most general first."""
    exact = [found for found in languages if found.locale.casefold() == tag.casefold()]
    near = sorted((f for f in languages if same_language(tag, f.locale)), key=lambda f: f.locale.count("-"))
    return next(iter([*exact, *near]), None)


def _unknown(article: Article, tag: str, languages: Sequence[Found]) -> Diagnostic:
    known = [found.locale for found in languages]
    begin = f"`publish translate extract {article.slug} -l {tag}` begins it"
    hint = suggest(tag, known) or f"there is {', '.join(known)}; {begin}"
    return error(f'"{article.slug}" has no translation into {tag}', None, hint)


def _incomplete(tag: str, catalogue: Catalogue) -> Diagnostic:
    hint = "--draft builds it with its gaps marked"
    return error(f"the translation into {tag} is not complete: {catalogue.progress}", Span.whole(catalogue.name), hint)
