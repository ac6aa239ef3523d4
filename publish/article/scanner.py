"""One pass over inline Markdown: CommonMark's inlines, Pandoc's spans, notes and citations, and facts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from publish.article.attributes import Attributes, AttributeSyntaxError, begins_attributes, read_attributes
from publish.article.citations import CITATION, LATE_CITATION, read_citation
from publish.article.emphasis import Bracket, Item, delimiter, resolve
from publish.article.inline import Code, Emph, FactRef, Foreign, Inline, LineBreak, Link, Marked, NoteRef, Strong, Text
from publish.article.links import AUTOLINK, EMAIL, ESCAPABLE, HTML, Target, address_fault, entity, read_target
from publish.article.model import Emphasis, FactForm
from publish.article.origin import Origin
from publish.article.tags import is_language_tag
from publish.errors import Diagnostic, error, suggest, warning

__all__ = ["ForeignSpan", "Scanner"]

MAX_NESTING = 16
MAX_FAULTS = 50  # of one text; who has made so many needs no more to begin with

_PLAIN = re.compile(r"[^\\`*_!\[\]{}<&\n^]+")
_FACT = re.compile(r'\{([a-z][a-z0-9_]*)(?::([^\s{}"]*))?(?:[ \n]+say="((?:[^"\\\n]|\\["\\])*)")? *\}')
_OPENING = re.compile(r"\{([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*[0-9])\}")
_CLOSING = re.compile(r"\{/([A-Za-z][A-Za-z0-9-]*)\}")
_BRACED = re.compile(r"\{[^{}\n]{0,80}\}")
_NOTE = re.compile(r"\[\^([^\s\[\]^]+)\]")
_TICKS = re.compile(r"`+")
_LINE = re.compile(r"\n[ \t\n]*")
_HANGUL = re.compile("[\u1100-\u11ff\ua960-\ua97f\uac00-\ud7ff]")
_FORMS = {form.value: form for form in FactForm}
_MARKS = {"highlight": Emphasis.HIGHLIGHT, "tentative": Emphasis.TENTATIVE}


class ForeignSpan(NamedTuple):
    """A run in another language: offsets of its opening, of its text and behind its closing."""

    start: int
    inner: int
    inner_end: int
    end: int
    language: str


class _HopelessError(Exception):
    """A text at fault in so many places, or nested so deep, that reading on would only cost time."""


class Scanner:
    """Reads a text once; what is read lies in `_items` until a bracket closes or the text ends.

    Only an `entry` of a list of facts may be marked. `edits` are the changes (start, end, replacement) that make the
    catalogue's form of the text, foreign spans apart; these are in `spans`.
    """

    def __init__(self, text: str, origin: Origin, entry: bool = False) -> None:
        self.text = text
        self._entry = entry
        self.found: list[Diagnostic] = []
        self.edits: list[tuple[int, int, str]] = []
        self.spans: list[ForeignSpan] = []
        self._origin = origin
        self._items: list[Item] = []
        self._brackets: list[int] = []  # places in `_items`
        self._unmatched_ticks: set[int] = set()
        self._closings = {match[1]: match.start() for match in _CLOSING.finditer(text)}  # the last of each name
        self._rules = {
            "\\": self._escape, "`": self._code, "*": self._emphasis, "_": self._emphasis, "!": self._image,
            "[": self._open, "]": self._close, "{": self._brace, "}": self._closing_brace, "<": self._angle,
            "&": self._entity, "\n": self._line, "^": self._inline_note,
        }  # fmt: skip

    def run(self) -> tuple[Inline, ...]:
        """The nodes of the whole text; the text itself where it is at fault in too many places."""
        try:
            self._scan()
            self._check_closed()
            return resolve(self._items, self._nest)
        except _HopelessError:
            return (Text(self.text),)

    def _scan(self) -> None:
        position, text = 0, self.text
        while position < len(text):
            if plain := _PLAIN.match(text, position):
                self._items.append(Text(plain[0]))
                position = plain.end()
            else:
                position = self._rules[text[position]](position)

    def _check_closed(self) -> None:
        for place in self._brackets:
            bracket = self._items[place]
            if isinstance(bracket, Bracket) and bracket.name:
                self._report(f"{bracket.source} is not closed", bracket.start, f"write {{/{bracket.name}}} behind it")

    def _report(self, message: str, offset: int, hint: str | None = None) -> None:
        self.found.append(error(message, self._origin.span(offset), hint))
        if len(self.found) >= MAX_FAULTS:
            raise _HopelessError

    def _say(self, text: str, end: int) -> int:
        self._items.append(Text(text))
        return end

    # ------------------------------------------------------------ characters

    def _escape(self, position: int) -> int:
        after = self.text[position + 1 : position + 2]
        if after == "\n":
            return self._hard_break(position, position + 1)
        if after in ESCAPABLE:
            return self._say(after, position + 2)
        return self._say("\\", position + 1)

    def _entity(self, position: int) -> int:
        return self._say(*entity(self.text, position))

    def _line(self, position: int) -> int:
        start = position
        while self.text[start - 1 : start] == " ":
            start -= 1
        last = self._items[-1] if self._items else None
        if start < position and isinstance(last, Text):
            self._items[-1] = Text(last.text.rstrip(" "))
        if position - start > 1:
            return self._hard_break(start, position)
        match = _LINE.match(self.text, position)
        end = match.end() if match else position + 1
        space = "" if _is_wide(self.text[start - 1 : start]) and _is_wide(self.text[end : end + 1]) else " "
        self.edits.append((start, end, space))
        return self._say(space, end)

    def _hard_break(self, start: int, line_end: int) -> int:
        match = _LINE.match(self.text, line_end)
        end = match.end() if match else line_end + 1
        last = self._items[-1] if self._items else None
        if isinstance(last, Text):
            self._items[-1] = Text(last.text.rstrip(" "))
        # A backslash must not touch a sign to which it would give, or take, its meaning.
        space = " " if self.text[start - 1 : start] in ("*", "_", "\\") else ""
        self.edits.append((start, end, f"{space}\\\n"))
        self._items.append(LineBreak())
        return end

    def _code(self, position: int) -> int:
        start = position
        while self.text[start : start + 1] == "`":
            start += 1
        ticks = start - position
        if ticks not in self._unmatched_ticks:
            for match in _TICKS.finditer(self.text, start):
                if len(match[0]) == ticks:
                    return self._code_span(start, match)
            self._unmatched_ticks.add(ticks)
        return self._say("`" * ticks, start)

    def _code_span(self, start: int, closing: re.Match[str]) -> int:
        raw = self.text[start : closing.start()]
        for match in re.finditer(r"[ \t]*\n[ \t]*", raw):
            self.edits.append((start + match.start(), start + match.end(), " "))
        code = re.sub(r"[ \t]*\n[ \t]*", " ", raw)
        if code.startswith(" ") and code.endswith(" ") and code.strip(" "):
            code = code[1:-1]
        if self.text.startswith("{=", closing.end()):
            self._report("raw text of another format is not allowed", closing.end(), "delete {=...}")
        self._items.append(Code(code))
        return closing.end()

    def _emphasis(self, position: int) -> int:
        end = position
        while self.text[end : end + 1] == self.text[position]:
            end += 1
        self._items.append(delimiter(self.text, position, end))
        return end

    def _angle(self, position: int) -> int:
        if match := AUTOLINK.match(self.text, position) or EMAIL.match(self.text, position):
            url = match[1] if match.re is AUTOLINK else f"mailto:{match[1]}"
            self._items.append(self._link((Text(match[1]),), url, position, position + 1))
            return match.end()
        if match := HTML.match(self.text, position):
            self._report("raw HTML is not allowed", position, "write Markdown, or \\< for the sign itself")
            return self._say(match[0], match.end())
        return self._say("<", position + 1)

    # ------------------------------------------------------------ facts and spans in catalogues

    def _brace(self, position: int) -> int:
        if self.text.startswith("{{", position):
            return self._say("{", position + 2)
        if match := _CLOSING.match(self.text, position):
            return self._end_named(match)
        opening = _OPENING.match(self.text, position)
        if opening and self._closings.get(opening[1], -1) >= opening.end():
            self._brackets.append(len(self._items))
            self._items.append(Bracket(position, opening[0], opening[1]))
            return opening.end()
        if match := _FACT.match(self.text, position):
            return self._fact(match)
        if braced := _BRACED.match(self.text, position):
            self._report(
                f'"{braced[0]}" names no fact', position, "a name has small letters, digits and _; {{ is a brace"
            )
            return self._say(braced[0], braced.end())
        self._report("a brace stands alone", position, "write {{ for the sign itself")
        return self._say("{", position + 1)

    def _closing_brace(self, position: int) -> int:
        if self.text.startswith("}}", position):
            return self._say("}", position + 2)
        self._report("a brace stands alone", position, "write }} for the sign itself")
        return self._say("}", position + 1)

    def _fact(self, match: re.Match[str]) -> int:
        name, form, say = match.groups()
        if form is not None and (form not in _FORMS or not form):
            known = [word for word in _FORMS if word]
            hint = suggest(form, known) or f"known forms: {', '.join(known)}"
            self._report(f'the form "{form}" is unknown', match.start(2), hint)
        say = re.sub(r"\\(.)", r"\1", say) if say is not None else None
        kind = _FORMS.get(form or "", FactForm.DEFAULT)
        self._items.append(FactRef(name, kind, self._origin.span(match.start()), say))
        return match.end()

    def _end_named(self, match: re.Match[str]) -> int:
        for index in range(len(self._brackets) - 1, -1, -1):
            place = self._brackets[index]
            bracket = self._items[place]
            if isinstance(bracket, Bracket) and bracket.name == match[1]:
                del self._brackets[index:]
                return self._close_named(place, bracket, match)
        self._report(f"{match[0]} closes nothing", match.start(), f"write {{{match[1]}}} before the text")
        return self._say(match[0], match.end())

    def _close_named(self, place: int, bracket: Bracket, match: re.Match[str]) -> int:
        language = _language(bracket.name)
        inner = bracket.start + len(bracket.source)
        self._check_language(language, bracket.start + 1)
        self.spans.append(ForeignSpan(bracket.start, inner, match.start(), match.end(), language))
        nodes = self._take(place)
        self._items.extend(self._limit(nodes, Foreign(nodes, language)))
        return match.end()

    # ------------------------------------------------------------ brackets

    def _image(self, position: int) -> int:
        if not self.text.startswith("![", position):
            return self._say("!", position + 1)
        self._report("a picture stands alone in its paragraph", position, "put blank lines around it")
        return self._say("!", position + 1)

    def _inline_note(self, position: int) -> int:
        if self.text.startswith("^[", position):
            self._report("a note within the text is not supported", position, "write [^1], and [^1]: ... below")
        return self._say("^", position + 1)

    def _open(self, position: int) -> int:
        if match := _NOTE.match(self.text, position):
            self._items.append(NoteRef(match[1], self._origin.span(position)))
            return match.end()
        if match := CITATION.match(self.text, position):
            citation, found = read_citation(match[0], position, self._origin)
            self.found += found
            self._items.append(citation or Text(match[0]))
            return match.end()
        if LATE_CITATION.match(self.text, position):
            self._report("words before a citation's key are not supported", position, "write [@key, p. 3]")
        self._brackets.append(len(self._items))
        self._items.append(Bracket(position, "["))
        return position + 1

    def _close(self, position: int) -> int:
        place = self._brackets[-1] if self._brackets else None
        bracket = self._items[place] if place is not None else None
        if place is None or not isinstance(bracket, Bracket) or bracket.name:
            return self._say("]", position + 1)
        self._brackets.pop()
        after = self.text[position + 1 : position + 2]
        if after == "(" and bracket.active and (target := read_target(self.text, position + 1)):
            return self._close_link(place, target)
        if after == "{" and begins_attributes(self.text, position + 1):
            return self._close_span(place, bracket, position)
        return self._say("]", position + 1)

    def _close_link(self, place: int, target: Target) -> int:
        bracket = self._items[place]
        start = bracket.start if isinstance(bracket, Bracket) else target.start
        if target.titled:
            self.found.append(warning("the title of a link is not shown", self._origin.span(target.start), "delete it"))
        children = self._take(place)
        self._items.extend(self._limit(children, self._link(children, target.url, start, target.start)))
        self._deactivate()
        return target.end

    def _deactivate(self) -> None:
        """A link holds no link: no bracket around this one may open another."""
        for place in reversed(self._brackets):
            opening = self._items[place]
            if isinstance(opening, Bracket):
                if not opening.active:
                    return  # nor are those further out
                opening.active = False

    def _link(self, children: tuple[Inline, ...], url: str, start: int, place: int) -> Link:
        if fault := address_fault(url):
            self._report(fault, place, "an address begins with https:, http:, mailto: or #")
        return Link(children, url, self._origin.span(start))

    def _close_span(self, place: int, bracket: Bracket, position: int) -> int:
        try:
            attributes = read_attributes(self.text, position + 1)
        except AttributeSyntaxError as fault:
            self._report(str(fault), fault.offset, "write [text]{lang=en}")
            return self._say("]", position + 1)
        self._check_span(attributes, position + 1)
        nodes = self._take(place)
        if language := attributes.get("lang"):
            self._check_language(language.text, language.start)
            span = ForeignSpan(bracket.start, bracket.start + 1, position, attributes.end, language.text)
            self.spans.append(span)
            nodes = self._limit(nodes, Foreign(nodes, language.text))
        else:
            self.edits += [(bracket.start, bracket.start + 1, ""), (position, attributes.end, "")]
        for word in attributes.classes:
            if mark := _MARKS.get(word.text):
                nodes = self._limit(nodes, Marked(nodes, mark))
        self._items.extend(nodes)
        return attributes.end

    def _check_span(self, attributes: Attributes, start: int) -> None:
        for word in attributes.classes:
            if word.text not in _MARKS:
                hint = suggest(word.text, _MARKS) or "known: .highlight, .tentative"
                self._report(f'the class ".{word.text}" is unknown', word.start, hint)
            elif not self._entry:
                self._report(f'".{word.text}" has a meaning in lists of facts only', word.start, "delete it")
        for key, _ in attributes.values:
            if key.text != "lang":
                hint = suggest(key.text, ["lang"]) or "known: lang"
                self._report(f'the attribute "{key.text}" is unknown', key.start, hint)
        for word in attributes.ids:
            self._report("a run of text has no id", word.start - 1, "put the id on a heading, box, table or picture")
        if not (attributes.classes or attributes.values or attributes.ids):
            self._report("the attributes are empty", start, "write [text]{lang=en}")

    def _check_language(self, language: str, start: int) -> None:
        if not is_language_tag(language):
            self._report(f'"{language[:40]}" is no language tag', start, "write one of BCP 47, such as en or zh-Hans")

    # ------------------------------------------------------------ nesting

    def _take(self, place: int) -> tuple[Inline, ...]:
        """The nodes behind the bracket at `place`, which leave the list together with it."""
        children = resolve(self._items[place + 1 :], self._nest)
        del self._items[place:]
        return children

    def _nest(self, kind: type[Emph | Strong], children: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return self._limit(children, kind(children))

    def _limit(self, children: tuple[Inline, ...], node: Inline) -> tuple[Inline, ...]:
        """The node, if it is not nested too deep."""
        if depth(children) >= MAX_NESTING:
            self._report(f"emphasis, links and spans are nested more than {MAX_NESTING} deep", 0, "take them apart")
            raise _HopelessError
        return (node,)


def depth(nodes: Sequence[Inline]) -> int:
    """How deep nodes are nested; 0 for text alone."""
    kinds = (Emph, Strong, Link, Foreign, Marked)
    return max((1 + depth(node.children) for node in nodes if isinstance(node, kinds)), default=0)


def _language(name: str) -> str:
    """The tag in the name of a foreign span: "en" of "en1", "es-419" of "es-4191"."""
    letters = re.fullmatch(r"(.*?(?:^|-)[A-Za-z]{2,4})[0-9]+", name)
    return letters[1] if letters and is_language_tag(letters[1]) else name[:-1]


def _is_wide(char: str) -> bool:
    """Whether a line break next to a character stands for no space (CSS Text 4, section 4.1.2)."""
    return bool(char) and unicodedata.east_asian_width(char) in "WF" and not _HANGUL.match(char)
