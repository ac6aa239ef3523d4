"""The styles that a document uses, by the ids that its paragraphs and runs carry."""

from __future__ import annotations

import re
from enum import StrEnum

__all__ = ["CLOSING", "S", "is_built_in", "last", "ui_name"]


class S(StrEnum):
    """Style ids; the name that Word shows is the id in words."""

    NORMAL = "Normal"
    TITLE = "Title"
    LEAD = "Lead"
    BYLINE = "Byline"
    DETAILS = "ArticleDetails"
    NOTICE = "Notice"
    BAND_MASTHEAD = "BandMasthead"
    HEADING_1 = "Heading1"
    HEADING_2 = "Heading2"
    HEADING_3 = "Heading3"
    HEADING_4 = "Heading4"
    HEADING_5 = "Heading5"
    HEADING_6 = "Heading6"
    BODY = "BodyText"
    BODY_AFTER = "BodyTextSpaced"
    BULLET = "ListBullet"
    BULLET_2 = "ListBullet2"
    BULLET_3 = "ListBullet3"
    NUMBER = "ListNumber"
    NUMBER_2 = "ListNumber2"
    NUMBER_3 = "ListNumber3"
    CONTINUE = "ListContinue"
    CONTINUE_2 = "ListContinue2"
    CONTINUE_3 = "ListContinue3"
    CODE_BLOCK = "CodeBlock"
    BLOCK_QUOTE = "BlockQuote"
    TAKEAWAYS_TITLE = "TakeawaysTitle"
    TAKEAWAYS_ITEM = "TakeawaysItem"
    LEARN_TITLE = "LearnTitle"
    LEARN_ITEM = "LearnItem"
    INFO_KICKER = "InfoKicker"
    INFO_HEAD = "InfoHead"
    INFO_TITLE = "InfoTitle"
    INFO_TEXT = "InfoText"
    INFO_BULLET = "InfoBullet"
    INFO_NUMBER = "InfoNumber"
    QUOTE = "Quote"
    QUOTE_AUTHOR = "QuoteAuthor"
    CAPTION = "Caption"
    FIGURE = "Figure"
    PICTURE = "Picture"
    TABLE_NOTE = "TableNote"
    TABLE_HEAD = "TableHead"
    TABLE_CELL = "TableCell"
    KEY_TITLE = "KeyFiguresTitle"
    KEY_FIGURE = "KeyFigure"
    KEY_FIGURE_MEDIUM = "KeyFigureMedium"
    KEY_FIGURE_SMALL = "KeyFigureSmall"
    KEY_LABEL = "KeyFigureLabel"
    TIMELINE_WHEN = "TimelineWhen"
    TIMELINE_TEXT = "TimelineText"
    SOURCE_ITEM = "Bibliography"
    ABOUT_TITLE = "AboutTitle"
    ABOUT_TEXT = "AboutText"
    ABOUT_CODE = "AboutCode"
    TABLE_GAP = "TableGap"
    FOOTNOTE_TEXT = "FootnoteText"
    FOOTNOTE_LINE = "FootnoteSeparator"
    FOOTNOTE_MORE = "FootnoteContinue"
    FOOTNOTE_BULLET = "FootnoteBullet"
    FOOTNOTE_NUMBER = "FootnoteNumber"
    HEADER = "Header"
    FOOTER = "Footer"
    MASTHEAD = "Masthead"
    HEADER_FIRST = "HeaderFirst"

    DEFAULT_FONT = "DefaultParagraphFont"
    STRONG = "Strong"
    EMPHASIS = "Emphasis"
    STRONG_EMPHASIS = "StrongEmphasis"
    HYPERLINK = "Hyperlink"
    CODE = "Code"
    SOURCE_MARK = "SourceMark"
    FOOTNOTE_REFERENCE = "FootnoteReference"
    CAPTION_LABEL = "CaptionLabel"
    CAPTION_NOTE = "CaptionNote"
    TABLE_VALUE = "TableValue"
    TABLE_PREFIX = "TablePrefix"
    KEY_UNIT = "KeyFigureUnit"
    KEY_UNIT_MEDIUM = "KeyFigureUnitMedium"
    KEY_UNIT_SMALL = "KeyFigureUnitSmall"
    AUTHOR = "Author"
    PUBLISHER = "Publisher"
    ISSUE = "Issue"
    MASTHEAD_DATE = "MastheadDate"
    RUNNING_TITLE = "RunningTitle"
    PAGE_LABEL = "PageLabel"
    MARKING = "Marking"
    DRAFT = "DraftMark"
    DRAFT_TEXT = "DraftText"

    TABLE_NORMAL = "TableNormal"
    NO_LIST = "NoList"
    FACT_TABLE = "FactTable"
    PLAIN_TABLE = "PlainTable"
    OPEN_TABLE = "OpenTable"
    LAYOUT_TABLE = "LayoutTable"


# Names under which Word knows its own styles; python-docx and readers' tools find them by these.
_BUILT_IN: dict[str, str] = {
    S.HEADING_1: "heading 1",
    S.HEADING_2: "heading 2",
    S.HEADING_3: "heading 3",
    S.HEADING_4: "heading 4",
    S.HEADING_5: "heading 5",
    S.HEADING_6: "heading 6",
    S.CAPTION: "caption",
    S.FOOTNOTE_TEXT: "footnote text",
    S.FOOTNOTE_REFERENCE: "footnote reference",
    S.HEADER: "header",
    S.FOOTER: "footer",
    S.TABLE_NORMAL: "Normal Table",
}
_BUILT_IN_AS_WRITTEN: frozenset[str] = frozenset({
    S.NORMAL, S.TITLE, S.BODY, S.BULLET, S.BULLET_2, S.BULLET_3, S.NUMBER, S.NUMBER_2, S.NUMBER_3, S.CONTINUE,
    S.CONTINUE_2, S.CONTINUE_3, S.QUOTE, S.SOURCE_ITEM, S.STRONG, S.EMPHASIS, S.HYPERLINK, S.DEFAULT_FONT, S.NO_LIST,
})  # fmt: skip


def ui_name(style_id: str) -> str:
    """The name that Word shows for a style id: its words parted by spaces."""
    return _BUILT_IN.get(style_id) or re.sub(r"(?<=[a-z])(?=[A-Z0-9])", " ", style_id)


def is_built_in(style_id: str) -> bool:
    """Whether Word has a style of this name itself."""
    return style_id in _BUILT_IN or style_id in _BUILT_IN_AS_WRITTEN


#: Styles that have a variant for the last paragraph before something that stands apart: only the space after differs.
CLOSING = (
    S.BODY, S.BULLET, S.NUMBER, S.CONTINUE, S.BLOCK_QUOTE, S.CODE_BLOCK, S.TAKEAWAYS_ITEM, S.LEARN_ITEM, S.INFO_TEXT,
    S.INFO_BULLET, S.INFO_NUMBER, S.SOURCE_ITEM,
)  # fmt: skip


def last(style_id: str) -> str:
    """The id of the variant for the last paragraph; the style itself where it has none."""
    return f"{style_id}Last" if style_id in CLOSING else style_id
