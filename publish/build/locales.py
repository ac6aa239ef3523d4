"""Which locales an article can be built in, and which of them are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from publish.article.model import Article
from publish.article.tags import is_language_tag
from publish.errors import Diagnostic, Span, error, suggest
from publish.localize.tags import same_language
from publish.localize.translate import Catalogue, Progress, read_catalogue

__all__ = ["Choice", "Found", "Skipped", "Version", "canonical_tag", "choose", "find_languages", "open_version"]


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
    found, wrong = [Found(article.meta.language)], []
    for path in sorted((article.folder / "translations").glob("*.po")):
        shown = f"{name}/translations/{path.name}"
        if not path.resolve().is_relative_to(article.folder.resolve()):
            hint = "put the file itself here"
            wrong.append(error("the catalogue lies outside the article's folder", Span(shown), hint))
        elif not is_language_tag(path.stem):
            hint = "a catalogue is named after its language: en.po, zh-Hans.po"
            wrong.append(error(f'"{path.stem}" is no language tag', Span(shown), hint))
        else:
            found.append(Found(canonical_tag(path.stem), path, shown))
    return tuple(found), tuple(wrong)


def open_version(article: Article, found: Found, locale: str = "") -> tuple[Version | None, tuple[Diagnostic, ...]]:
    """The version that `found` gives, under another locale of its language if one is asked for."""
    tag = locale or found.locale
    if found.path is None:
        return Version(tag), ()
    try:
        catalogue, wrong = read_catalogue(article, tag, found.path, found.name)
    except OSError as fault:
        return None, (error(f"the catalogue cannot be read: {fault.strerror}", Span(found.name)),)
    return (Version(tag, catalogue, found.path) if catalogue else None), wrong


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
        elif version and version.catalogue:
            skipped += version.gaps(article.slug)
            wrong += [_incomplete(tag, version.catalogue)] if tags else []
    return Choice(tuple(chosen), tuple(skipped), tuple(wrong))


def _serving(tag: str, languages: Sequence[Found]) -> Found | None:
    """What serves a tag: its own, else one of the same language and script, the most general first."""
    exact = [found for found in languages if found.locale.casefold() == tag.casefold()]
    near = sorted((f for f in languages if same_language(tag, f.locale)), key=lambda f: f.locale.count("-"))
    return next(iter([*exact, *near]), None)


def _unknown(article: Article, tag: str, languages: Sequence[Found]) -> Diagnostic:
    known = [found.locale for found in languages]
    hint = suggest(tag, known) or f"there is {', '.join(known)}; `publish translate extract -l {tag}` begins another"
    return error(f'"{article.slug}" has no translation into {tag}', None, hint)


def _incomplete(tag: str, catalogue: Catalogue) -> Diagnostic:
    hint = f"`publish build -l {tag} --draft` builds it with its gaps marked"
    return error(f"the translation into {tag} is not complete: {catalogue.progress}", Span(catalogue.name), hint)
