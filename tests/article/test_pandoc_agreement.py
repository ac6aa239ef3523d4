"""The reader sees what Pandoc sees: divs, attributes, spans, footnotes, citations, lists and tables."""

from __future__ import annotations

import json
from typing import Any

import pypandoc
import pytest

from publish.article.attributes import Attributes, read_attributes
from publish.article.blocktree import Body, Node, read_tree
from publish.article.inline import Citation, Code, Emph, Foreign, Inline, LineBreak, Link, NoteRef, Strong, Text
from publish.article.inlines import parse_inline
from publish.article.origin import Lines

DIALECT = "markdown-smart-auto_identifiers-tex_math_dollars-implicit_figures"

CASES = {
    "div by a word": "::: learn\n- a\n- b\n:::\n\nafter\n",
    "div by attributes": '::: {.facts #deal title="In numbers"}\ntext\n:::\n',
    "paragraph right behind a div": "::: learn\ntext\n:::\nafter\n",
    "no space behind the colons": ":::learn\n\ntext\n\n:::\n",
    "colons behind the attributes": "::: {.a} ::::\ntext\n:::\n\n::: b ::::\ntext\n:::\n",
    "fences of equal length nested": "::: a\n\n::: b\nx\n:::\n\ny\n\n:::\n",
    "fences of unlike length nested": "::::: a\n\n::: b\nx\n:::::\n\ny\n\n:::\n",
    "siblings": "::: a\nx\n:::\n\n::: b\ny\n:::\n",
    "fence in a code block": "::: a\n```\n::: b\n:::\n```\n:::\n",
    "fence in an indented code block": "x\n\n    ::: a\n\ny\n",
    "quotes and braces in attributes": '::: {.a title="two words {x} \\"q\\" it\'s" n=\'a "b"\' m=3}\nx\n:::\n',
    "attributes on two lines": '::: {.a #b\nk="v" l="w"}\nx\n:::\n',
    "several classes": "::: {.a .b-c #d}\nx\n:::\n",
    "list in a div ends with its fence": "::: a\n- x\n    - y\n- z\n:::\n\nend\n",
    "quotation in a div": "::: a\n> q\n> r\n\nx\n:::\n",
    "heading with an id": "## Head *line* {#here}\n\ntext\n",
    "heading before a div": "## Head\n\n::: a\nx\n:::\n",
    "span with a language": "an [unsinkable *carrier*]{lang=en} here\n",
    "span with a class": "[x y]{.highlight} z\n",
    "span with quoted values": "[x]{lang=\"en\" .a k='v w'}\n",
    "brackets that are no span": "[x] and [y] z\n",
    "citation": "text [@press-2025-10].\n",
    "citations with locators": "text [@a; @b_c, p. 3; @d:e.f].\n",
    "footnote": "text[^1] more.\n\n[^1]: The note.\n",
    "footnote of two lines": "text[^a-b].\n\n[^a-b]: The note\ngoes on.\n",
    "footnote of two paragraphs": "text[^1].\n\n[^1]: First.\n\n    Second.\n\nafter\n",
    "footnotes one after another": "a[^1] b[^2].\n\n[^1]: One.\n[^2]: Two.\n",
    "footnote with a list": "a[^1].\n\n[^1]: One:\n\n    - x\n    - y\n",
    "footnote used in a div": "::: a\nx[^1]\n:::\n\n[^1]: Note.\n",
    "emphasis": "*a* **b** _d_ e_f_g `h  i`\n",
    "emphasis within emphasis": "*a **b** c* and **d *e* f**\n",
    "hard breaks": "a\\\nb\n",
    "escapes and entities": "\\*a\\* &amp; &eacute; &#169; \\[b\\]\n",
    "links": "[a *b*](https://x.org/y) <https://x.org> <a@x.org>\n",
    "link with parentheses": "[a](https://x.org/y_(z))\n",
    "lists": "- a\n- b\n\n1. c\n2. d\n",
    "list that starts at three": "3. c\n4. d\n",
    "loose list": "- a\n\n- b\n",
    "item of two paragraphs": "- a\n\n    b\n\n- c\n",
    "table": "| a | b |\n|---|:-:|\n| *1* | 2 |\n| 3 | 4 \\| 5 |\n",
    "table with a caption and an id": "| a | b |\n|---|---|\n| 1 | 2 |\n\n: The *caption* {#tab}\n\nafter\n",
    "table with a caption at once": "| a | b |\n|--:|:--|\n| 1 | 2 |\n: Caption\n",
    "table in a div": '::: {.table title="T"}\n| a | b |\n|---|---|\n| 1 | 2 |\n:::\n',
    "code": "```\nx {y}\n```\n",
    "raw colons in text": "a ::: b\n",
}


@pytest.mark.parametrize("text", CASES.values(), ids=CASES.keys())
def test_structure_is_pandocs(text: str) -> None:
    assert ours(text) == pandocs(text)


# ---------------------------------------------------------------- what the reader sees


def ours(text: str) -> list[Any]:
    lines = Lines("f", text)
    body = Body(text, 0, lines)
    nodes, found = read_tree(body)
    assert not found
    notes = {str(node.token.meta["id"]): node for node in nodes if node.kind == "footnote"}
    return [Ours(body, notes).block(node) for node in nodes if node.kind != "footnote"]


class Ours:
    def __init__(self, body: Body, notes: dict[str, Node]) -> None:
        self.body = body
        self.notes = notes

    def block(self, node: Node) -> Any:
        match node.kind:
            case "div":
                assert node.fence is not None
                return ["div", plain(node.fence.attributes), self.blocks(node)]
            case "heading":
                start = node.text.rfind("{")
                attributes = read_attributes(node.text, start) if start >= 0 else Attributes()
                text = node.text[:start].rstrip() if start >= 0 else node.text
                return ["heading", int(node.token.tag[1:]), plain(attributes), self.inline(text, node)]
            case "paragraph":
                return ["text", self.inline(node.text, node)]
            case "bullet_list":
                return ["list", [self.blocks(item) for item in node.children]]
            case "ordered_list":
                start = int(node.token.attrGet("start") or 1)
                return ["numbers", start, [self.blocks(item) for item in node.children]]
            case "blockquote":
                return ["quote", self.blocks(node)]
            case "code":
                return ["code", node.token.content.rstrip("\n")]
            case _:
                return self.table(node)

    def blocks(self, node: Node) -> list[Any]:
        return [self.block(child) for child in node.children]

    def table(self, node: Node) -> Any:
        assert node.table is not None
        rows = [[self.cell(*self.body.cell(*cell)) for cell in row] for row in node.table.rows]
        caption, name = "", ""
        if node.table.caption:
            caption, _ = self.body.rows(node.table.caption)
            if caption.endswith("}"):
                start = caption.rfind("{")
                name = read_attributes(caption, start).ids[0].text
                caption = caption[:start].rstrip()
        rules = [self.body.text[start:end] for start, end in node.table.rule]
        sides = {(True, True): "Center", (True, False): "Left", (False, True): "Right", (False, False): "Default"}
        aligns = [f"Align{sides[rule.startswith(':'), rule.endswith(':')]}" for rule in rules]
        return ["table", name, self.cell(caption, None), aligns, rows]

    def cell(self, text: str, _: object) -> str:
        nodes, found = parse_inline(text, self.body_origin())
        assert not found
        return self.text(nodes)

    def body_origin(self) -> Any:
        return self.body.cell(0, 0)[1]

    def inline(self, text: str, node: Node) -> str:
        assert node.origin is not None
        nodes, _ = parse_inline(text, node.origin)
        return self.text(nodes)

    def text(self, nodes: tuple[Inline, ...]) -> str:
        return "".join(self.one(node) for node in nodes)

    def one(self, node: Inline) -> str:
        match node:
            case Text():
                return node.text
            case Code():
                return f"<code>{node.text}</code>"
            case Emph() | Strong():
                name = "em" if isinstance(node, Emph) else "strong"
                return f"<{name}>{self.text(node.children)}</{name}>"
            case Link():
                return f"<a {node.url}>{self.text(node.children)}</a>"
            case Foreign():
                return f"<span {node.language}>{self.text(node.children)}</span>"
            case NoteRef():
                return f"<note {self.blocks(self.notes[node.id])}>"
            case Citation():
                return f"<cite {[(cite.key, cite.locator or '') for cite in node.cites]}>"
            case _:
                return (
                    "<br>"
                    if isinstance(node, LineBreak)
                    else f"<span>{self.text(getattr(node, 'children', ()))}</span>"
                )


def plain(attributes: Attributes) -> list[Any]:
    name = attributes.ids[0].text if attributes.ids else ""
    values = [[key.text, value.text] for key, value in attributes.values]
    return [name, [word.text for word in attributes.classes], values]


# ---------------------------------------------------------------- what Pandoc sees


def pandocs(text: str) -> list[Any]:
    tree = json.loads(pypandoc.convert_text(text, "json", format=DIALECT))
    return [pandoc_block(block) for block in tree["blocks"]]


def pandoc_block(block: Any) -> Any:
    content = block.get("c")
    match block["t"]:
        case "Div":
            return ["div", content[0], [pandoc_block(each) for each in content[1]]]
        case "Header":
            return ["heading", content[0], content[1], pandoc_text(content[2])]
        case "Para" | "Plain":
            return ["text", pandoc_text(content)]
        case "BulletList":
            return ["list", [[pandoc_block(each) for each in item] for item in content]]
        case "OrderedList":
            return ["numbers", content[0][0], [[pandoc_block(each) for each in item] for item in content[1]]]
        case "BlockQuote":
            return ["quote", [pandoc_block(each) for each in content]]
        case "CodeBlock":
            return ["code", content[1]]
        case _:
            return pandoc_table(content)


def pandoc_table(content: Any) -> Any:
    caption = pandoc_text(content[1][1][0]["c"]) if content[1][1] else ""
    aligns = [column[0]["t"] for column in content[2]]
    rows = [*content[3][1], *content[4][0][3]]
    cells = [[pandoc_text(cell[4][0]["c"]) if cell[4] else "" for cell in row[1]] for row in rows]
    return ["table", content[0][0], caption, aligns, cells]


def pandoc_text(inlines: Any) -> str:
    return "".join(pandoc_one(each["t"], each.get("c")) for each in inlines)


def pandoc_one(kind: str, content: Any) -> str:
    match kind:
        case "Str":
            return str(content)
        case "Space" | "SoftBreak" | "LineBreak":
            return "<br>" if kind == "LineBreak" else " "
        case "Emph" | "Strong":
            name = {"Emph": "em", "Strong": "strong"}[kind]
            return f"<{name}>{pandoc_text(content)}</{name}>"
        case "Code":
            return f"<code>{content[1]}</code>"
        case "Link":
            return f"<a {content[2][0]}>{pandoc_text(content[1])}</a>"
        case "Span":
            language = dict(content[0][2]).get("lang")
            return f"<span{' ' + language if language else ''}>{pandoc_text(content[1])}</span>"
        case "Note":
            return f"<note {[pandoc_block(each) for each in content]}>"
        case _:
            return f"<cite {[(cite['citationId'], locator(cite)) for cite in content[0]]}>"


def locator(cite: Any) -> str:
    return pandoc_text(cite["citationSuffix"]).replace("\u00a0", " ").lstrip(", ")
