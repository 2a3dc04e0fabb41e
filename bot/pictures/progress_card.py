"""The progress card: the estimated maximum with how far off it can be, and what was lifted week by week."""

import datetime as dt

from bot.app.cards import ProgressCard, WeekVolume
from bot.pictures import lettering, tones
from bot.pictures.bands import OUTER, draw_invitation, invitation_high
from bot.pictures.lettering import BOLD, MEDIUM
from bot.pictures.progress_bars import HIGH, WEEK, draw_bars
from bot.pictures.progress_line import AXIS, draw_line
from bot.pictures.scales import Days, days
from bot.pictures.sheet import LEFT, RIGHT, Sheet, Style

TITLE = Style(size=62, weight=BOLD)
MAIN = Style(size=44, weight=BOLD)
FACT = Style(size=38, weight=MEDIUM, colour=tones.MUTED)
TITLE_BASE = 118
FIRST_FACT = 198
FACT_LEADING = 54
MOST_FACTS = 5
BELOW_TEXT = 52
"""From the last base line to what stands below it: a hand's breadth below the longest letters."""
CHART = 430
NUMBERS = 156
"""How much room the values beside the charts take."""
BETWEEN = 56
ENDS = 56
FOOT = 50


def progress_sheet(card: ProgressCard) -> Sheet:
    """Lay out and draw the card."""
    weeks = card.weeks if any(week.heavy or week.light for week in card.weeks) else ()
    box = _box(card)
    below = CHART if card.points else box[3] - box[1]
    bars = box[1] + below + (BETWEEN if weeks else 0)
    bottom = bars + (HIGH if weeks else 0)
    known = _known(card, weeks)
    sheet = Sheet(high=bottom + (ENDS if known else 0) + FOOT)
    _header(sheet, card)
    if not card.points:
        draw_invitation(sheet, card.empty, box)
    if known:
        scale = days(known, left=LEFT + NUMBERS, right=RIGHT)
        draw_line(sheet, card.points, card.share, scale, unit=card.unit, top=box[1], high=CHART)
        draw_bars(sheet, card, weeks, scale, bars)
        _draw_ends(sheet, card, scale, bottom + ENDS - 8)
    return sheet


def _box(card: ProgressCard) -> tuple[int, int, int, int]:
    """Return where what takes the place of a chart without points lies; the chart begins where it does."""
    facts = len(card.facts[:MOST_FACTS])
    top = (FIRST_FACT + (facts - 1) * FACT_LEADING if facts else TITLE_BASE) + BELOW_TEXT
    left, right = LEFT - OUTER, RIGHT + OUTER
    return left, top, right, top + invitation_high(card.empty, right - left)


def _known(card: ProgressCard, weeks: tuple[WeekVolume, ...]) -> list[dt.date]:
    return [one.date for one in card.points] + [day for one in weeks for day in (one.start, one.start + WEEK)]


def _header(sheet: Sheet, card: ProgressCard) -> None:
    title = lettering.cut(lettering.shown(card.title), TITLE.size, TITLE.weight, RIGHT - LEFT)
    sheet.text((LEFT, TITLE_BASE), title, TITLE)
    for place, fact in enumerate(card.facts[:MOST_FACTS]):
        style = FACT if place else MAIN
        line = lettering.cut(lettering.shown(fact), style.size, style.weight, RIGHT - LEFT)
        sheet.text((LEFT, FIRST_FACT + place * FACT_LEADING), line, style)


def _draw_ends(sheet: Sheet, card: ProgressCard, scale: Days, base: int) -> None:
    """Name the ends of the time that is shown, by their dates where the card has no names for them; one day once."""
    first, last = lettering.shown(card.first_day), lettering.shown(card.last_day)
    if scale.count == 1:
        sheet.text((scale.x(scale.first), base), last or scale.last.isoformat(), AXIS, anchor="ms")
        return
    sheet.text((LEFT + NUMBERS, base), first or scale.first.isoformat(), AXIS)
    sheet.text((RIGHT, base), last or scale.last.isoformat(), AXIS, anchor="rs")
