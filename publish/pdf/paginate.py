"""Pagination: flows in reading order onto pages, with footnotes, a rail, and figures that may move a little."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import replace

from publish.pdf.flow import CLOSING, Flow, Lane, Paint, Strip
from publish.pdf.geometry import Geometry
from publish.pdf.pages import NoteSheet, Page

__all__ = ["paginate"]

#: Below this share of the page a gap is left rather than filled with text from behind a figure.
_LEAST_GAP = 0.06
#: A gap above this share of the page may be filled from the next section.
_SECTION_GAP = 0.2
#: With more than this share of a page free, a table is broken that would otherwise stay whole.
_LARGEST_GAP = 0.38
#: A table above this share of the page may break; a shorter one lets what follows fill the gap.
_TALL_TABLE = 0.5
#: Strips that a broken table keeps together at its head and at its foot: head and notes count.
_LEAST_PART = 6
_EPSILON = 0.01


def paginate(
    flows: Iterable[Flow], geometry: Geometry, sheet: NoteSheet, first: tuple[Sequence[Paint], float]
) -> list[Page]:
    """Pages of the flows. `first` is what page 1 carries already, and where its flows begin (y in points)."""
    return _Paginator(geometry, sheet, first).run(deque(flows))


class _Paginator:
    def __init__(self, geometry: Geometry, sheet: NoteSheet, first: tuple[Sequence[Paint], float]) -> None:
        self.geometry = geometry
        self.sheet = sheet
        paints, top = first
        self.page = Page(geometry, sheet, top, paints=list(paints))
        self.pages = [self.page]
        self.waiting: list[Flow] = []  # asides that found no place in the rail yet

    def run(self, queue: deque[Flow]) -> list[Page]:
        while queue or self.waiting:
            if not queue:
                self._new_page()
                continue
            flow = queue.popleft()
            if flow.lane is Lane.RAIL:
                self._aside(flow)
                continue
            self._beside_rail(flow, queue)
            rest = self._place(flow, queue)
            if rest is None:
                continue
            untouched = rest is flow
            left = self._fill(queue, self.page.bottom(), flow.series) if untouched and flow.movable else []
            self._new_page()
            queue.extendleft(reversed([rest, *left]))
        while self.page.carried:
            self._new_page()
        for page in self.pages:
            page.finish()
        return self.pages

    # ------------------------------------------------------------ pages

    def _new_page(self) -> None:
        carried = self.page.carried
        # a note stands once, at the foot of the page that calls it first, as in Word
        self.page = Page(self.geometry, self.sheet, self.geometry.top, called=self.page.called)
        self.page.add_notes(carried, self.page.top)
        self.pages.append(self.page)
        waiting, self.waiting = self.waiting, []
        for flow in waiting:
            self._aside(flow)

    def _aside(self, flow: Flow) -> None:
        """Puts an aside into the rail beside the text to come, higher where there is no room below.

        It waits for the next page where this one has no room, and breaks only if no page has.
        """
        page = self.page
        gap = 0.0 if page.rail_y <= page.top else max(page.rail_after, flow.before)
        lowest = page.rail_y + gap
        wanted = max(lowest, page.y + (0.0 if page.empty else page.after))
        top = min(wanted, page.bottom() - flow.height)
        if top >= lowest - _EPSILON:
            self._put_aside(flow, flow.strips, max(top, lowest))
        elif lowest > page.top + _EPSILON or flow.height <= self.geometry.bottom - self.geometry.top:
            self.waiting.append(flow)
        else:
            self._break_aside(flow, lowest)

    def _break_aside(self, flow: Flow, top: float) -> None:
        """Puts what fits of an aside that is taller than a page; the rest waits."""
        padding, foot = (flow.backdrop.padding_top, flow.backdrop.padding_bottom) if flow.backdrop else (0.0, 0.0)
        count = max(1, self._fitting(flow, [(strip,) for strip in flow.strips], top + padding, foot, None))
        self._put_aside(flow, flow.strips[:count], top)
        if any(strip.paints for strip in flow.strips[count:]):
            self.waiting.append(_continued(flow, flow.strips[count:]))

    def _put_aside(self, flow: Flow, strips: Sequence[Strip], top: float) -> None:
        page = self.page
        at = len(page.paints)
        page.head(flow, top)
        y = top + (flow.backdrop.padding_top if flow.backdrop else 0.0)
        for strip in strips:
            page.put(strip, y)
            y += strip.height
        if flow.backdrop:
            y += flow.backdrop.padding_bottom
            page.back(flow.backdrop, top, y - top, at)
        page.rail_y, page.rail_after = y, flow.after

    def _beside_rail(self, flow: Flow, queue: deque[Flow]) -> None:
        """Before a movable flow on the full measure, text from behind it may stand beside a tall rail."""
        page = self.page
        if flow.lane is Lane.FULL and flow.movable and page.rail_y - page.y > 30:
            left = self._fill(queue, min(page.rail_y, page.bottom()), flow.series)
            queue.extendleft(reversed(left))

    # ------------------------------------------------------------ filling gaps

    def _fill(self, queue: deque[Flow], limit: float, series: str) -> list[Flow]:
        """Fills the page down to `limit` with what follows, but for blocks of the same series.

        A new section begins there only where the gap would be large. Returns what is left of the flow that ended it.
        """
        height = self.geometry.bottom - self.geometry.top
        while queue and limit - self.page.y > height * _LEAST_GAP:
            flow = queue.popleft()
            if flow.lane is Lane.RAIL:
                self._aside(flow)
                continue
            gap = limit - self.page.y > height * _SECTION_GAP
            if not (_is_text(flow) or self._passes(flow, series, limit) or (gap and _begins_section(flow))):
                return [flow]
            rest = self._place(flow, queue, limit)
            if rest is not None:
                return [rest]
        return []

    def _passes(self, flow: Flow, series: str, limit: float) -> bool:
        """Whether a whole block may stand before a movable one that comes earlier in the text."""
        fits = self._start(flow) + flow.height <= limit + _EPSILON
        return flow.movable and fits and flow.lane is not Lane.RAIL and (not series or flow.series != series)

    # ------------------------------------------------------------ placing

    def _gap(self, flow: Flow) -> float:
        return 0.0 if self.page.empty else max(self.page.after, flow.before)

    def _start(self, flow: Flow) -> float:
        page = self.page
        across = flow.lane is Lane.FULL or flow.side is not None or flow.hairline is not None
        if across and page.rail_y > page.y:
            return page.rail_y + max(page.rail_after, self._gap(flow))
        return page.y + self._gap(flow)

    def _place(self, flow: Flow, queue: deque[Flow], limit: float | None = None) -> Flow | None:
        """Places what fits; returns what is left: None, the flow itself, or its remainder."""
        page = self.page
        top = self._start(flow)
        padding = flow.backdrop.padding_top if flow.backdrop else 0.0
        foot = flow.backdrop.padding_bottom if flow.backdrop else 0.0
        groups = _groups(flow.strips)
        count = self._fitting(flow, groups, top + padding, foot, limit)
        if count < len(groups) and self._relaxes(flow, count):
            groups = _groups(_relaxed(flow.strips))
            count = self._fitting(flow, groups, top + padding, foot, limit)
        if count == 0 and page.empty:
            groups = [(strip,) for strip in flow.strips]
            count = max(1, self._fitting(flow, groups, top + padding, foot, limit))
        whole = count == len(groups)
        if count == 0 or (flow.keep and not page.empty and not (whole and self._kept(flow, queue, top))):
            return flow
        self._put(flow, [strip for group in groups[:count] for strip in group], top)
        left = tuple(strip for group in groups[count:] for strip in group)
        return _continued(flow, left) if any(strip.paints for strip in left) else None

    def _fitting(
        self, flow: Flow, groups: Sequence[Sequence[Strip]], y: float, foot: float, limit: float | None
    ) -> int:
        """How many groups fit below `y`; none if the side of the flow does not."""
        page = self.page
        bottom = page.bottom() if limit is None else limit
        if flow.side is not None and y + flow.side.height + foot > bottom + _EPSILON and not page.empty:
            return 0
        placed: list[Strip] = []
        for index, group in enumerate(groups):
            y += sum(strip.height for strip in group)
            placed += group
            end = page.bottom(placed) if limit is None else min(limit, page.bottom(placed))
            if y + foot > end + _EPSILON:
                return index
        return len(groups)

    def _relaxes(self, flow: Flow, count: int) -> bool:
        """A tall table may break where it would leave a large part of the page empty."""
        height = self.geometry.bottom - self.geometry.top
        if count or not flow.head or flow.height < height * _TALL_TABLE:
            return False
        return self.page.room() > height * _LARGEST_GAP

    def _kept(self, flow: Flow, queue: deque[Flow], top: float) -> bool:
        """Whether the start of what follows a heading fits below it."""
        if self.page.empty or not queue:
            return True
        end = top + flow.height
        following: list[Flow] = []
        for after in queue:
            if after.lane is Lane.RAIL:
                continue
            following.append(after)
            if not after.keep:
                break
        previous = flow
        for after in following:
            end += max(previous.after, after.before) + _first_height(after)
            previous = after
        return end <= self.page.bottom() + _EPSILON

    def _put(self, flow: Flow, strips: Sequence[Strip], top: float) -> None:
        page = self.page
        at = len(page.paints)
        page.head(flow, top)
        padding = flow.backdrop.padding_top if flow.backdrop else 0.0
        y = top + padding
        for strip in strips:
            page.put(strip, y)
            y += strip.height
        side_end = top + padding + flow.side.height if flow.side else top
        if flow.lane is Lane.FULL:
            y = max(y, side_end)
        if flow.backdrop:
            y += flow.backdrop.padding_bottom
            page.back(flow.backdrop, top, y - top, at)
        page.y, page.after, page.empty = y, flow.after, False
        if flow.lane is Lane.FULL:
            page.rail_y, page.rail_after = y, flow.after
        elif flow.side is not None:
            page.rail_y, page.rail_after = max(side_end, page.rail_y), 0.0


def _is_text(flow: Flow) -> bool:
    return flow.lane is Lane.COLUMN and not (flow.keep or flow.side or flow.hairline or flow.movable or flow.backdrop)


def _begins_section(flow: Flow) -> bool:
    return flow.lane is Lane.COLUMN and not flow.movable and flow.series != CLOSING and (flow.keep or bool(flow.side))


def _groups(strips: Sequence[Strip]) -> list[tuple[Strip, ...]]:
    """Strips gathered into what cannot be parted; a bare space goes with the strip above it."""
    groups: list[list[Strip]] = []
    glued = False
    for strip in strips:
        if groups and (glued or not strip.paints):
            groups[-1].append(strip)
        else:
            groups.append([strip])
        glued = strip.glue
    return [tuple(group) for group in groups]


def _relaxed(strips: Sequence[Strip]) -> list[Strip]:
    """The strips of a table tied only at either end, so that no part of it looks left over."""
    last = len(strips) - 1
    return [replace(s, glue=s.glue and (i < _LEAST_PART or i >= last - _LEAST_PART)) for i, s in enumerate(strips)]


def _continued(flow: Flow, left: tuple[Strip, ...]) -> Flow:
    while left and not left[0].paints:
        left = left[1:]
    return replace(
        flow,
        strips=(*flow.head, *left),
        side=None,
        before=0.0,
        hairline=None,
        outline=None,
        anchors=(),
    )


def _first_height(flow: Flow) -> float:
    """The height of the least part of a flow that can begin a page."""
    groups = _groups(flow.strips)
    first = sum(strip.height for strip in groups[0]) if groups else 0.0
    side = flow.side.height if flow.side else 0.0
    return max(first, side) + flow.padding
