"""The card of one day: its verdict large, then why, what to do, and what comes next."""

from dataclasses import dataclass

from bot.app.cards import TodayCard
from bot.pictures import lettering, tones
from bot.pictures.bands import OUTER, ROUND
from bot.pictures.canvas import AROUND, CORNER, MARGIN, SLATE
from bot.pictures.lettering import BOLD, MEDIUM
from bot.pictures.sheet import LEFT, RIGHT, WIDE, Sheet, Style

POSTER = 420
"""How high the coloured part is at least."""
BADGE = 168
WHEN = 42
HEADLINES = ((104, 112), (84, 94), (66, 78))
"""Sizes of the headline, largest first, with their leading."""
MOST_LINES = 3
REASON = Style(size=48, weight=MEDIUM)
REASON_LEADING = 64
WORK = Style(size=44, weight=BOLD)
WORK_LEADING = 58
ICON = 72
COMING = Style(size=40, weight=MEDIUM, colour=tones.MUTED)
COMING_LEADING = 54
GAP = 44
ROOM = RIGHT - LEFT


@dataclass(frozen=True, slots=True, kw_only=True)
class _Headline:
    """The headline in its lines."""

    lines: tuple[str, ...]
    size: int
    leading: int

    @property
    def high(self) -> int:
        """Return how high the coloured part is with it."""
        return max(POSTER, 290 + len(self.lines) * self.leading)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Below:
    """What stands below the headline, in lines."""

    reason: tuple[str, ...]
    work: tuple[str, ...]
    coming: tuple[str, ...]

    @property
    def work_high(self) -> int:
        """Return how high the box of the work is."""
        return max(len(self.work) * WORK_LEADING, ICON) + 56 if self.work else 0

    @property
    def high(self) -> int:
        """Return how high all of it is, with the space around it."""
        parts = (len(self.reason) * REASON_LEADING, self.work_high, len(self.coming) * COMING_LEADING)
        return sum(part + GAP for part in parts if part) + 24


def today_sheet(card: TodayCard) -> Sheet:
    """Lay out and draw the card."""
    headline, below = _headline(card.headline), _below(card)
    sheet = Sheet(high=MARGIN + headline.high + max(below.high, 220) + MARGIN)
    _draw_poster(sheet, card, headline)
    _draw_below(sheet, below, MARGIN + headline.high)
    return sheet


def _headline(text: str) -> _Headline:
    """Return the headline as large as it fits into two lines; the smallest may take three."""
    words = lettering.shown(text)
    fitting = ((*one, lettering.wrap(words, one[0], BOLD, ROOM, most=MOST_LINES)) for one in HEADLINES)
    smallest = HEADLINES[-1][0]
    size, leading, lines = next(one for one in fitting if len(one[2]) < MOST_LINES or one[0] == smallest)
    return _Headline(lines=tuple(lines), size=size, leading=leading)


def _below(card: TodayCard) -> _Below:
    reason = lettering.wrap(lettering.shown(card.reason), REASON.size, REASON.weight, ROOM, most=5)
    work = lettering.wrap(lettering.shown(card.to_do), WORK.size, WORK.weight, ROOM - ICON - 28, most=4)
    coming = lettering.wrap(lettering.shown(card.coming), COMING.size, COMING.weight, ROOM, most=2)
    return _Below(reason=tuple(reason), work=tuple(work), coming=tuple(coming))


def _draw_poster(sheet: Sheet, card: TodayCard, headline: _Headline) -> None:
    look = tones.LOOKS[card.tone]
    bottom = MARGIN + headline.high
    sheet.round_box((MARGIN, MARGIN, WIDE - MARGIN, bottom), CORNER, look.ground)
    sheet.pen.rectangle((MARGIN, bottom - CORNER, WIDE - MARGIN - 1, bottom - 1), fill=look.ground)
    sheet.badge((LEFT, MARGIN + 54), card.tone, BADGE, turned=True)
    when = lettering.cut(lettering.shown(card.when), WHEN, BOLD, ROOM - BADGE - 36)
    sheet.text(
        (RIGHT, MARGIN + 54 + BADGE // 2 + 15), when, Style(size=WHEN, weight=BOLD, colour=look.ink), anchor="rs"
    )
    style = Style(size=headline.size, weight=BOLD, colour=look.ink)
    first = bottom - 52 - (len(headline.lines) - 1) * headline.leading
    sheet.lines((LEFT, first), list(headline.lines), style, leading=headline.leading)


def _draw_below(sheet: Sheet, below: _Below, top: int) -> None:
    top += GAP
    if below.reason:
        sheet.lines((LEFT, top + 46), list(below.reason), REASON, leading=REASON_LEADING)
        top += len(below.reason) * REASON_LEADING + GAP
    if below.work:
        _draw_work(sheet, below, top)
        top += below.work_high + GAP
    sheet.lines((LEFT, top + 38), list(below.coming), COMING, leading=COMING_LEADING)


def _draw_work(sheet: Sheet, below: _Below, top: int) -> None:
    """Draw what to do in a box of its own, beside a barbell."""
    bottom = top + below.work_high
    sheet.round_box((LEFT - OUTER, top, RIGHT + OUTER, bottom), ROUND, AROUND)
    sheet.stamp((LEFT, (top + bottom - ICON) // 2), tones.barbell(ICON), SLATE)
    first = (top + bottom) / 2 - (len(below.work) - 1) * WORK_LEADING / 2 + 16
    sheet.lines((LEFT + ICON + 28, first), list(below.work), WORK, leading=WORK_LEADING)
