"""What was lifted week by week: a bar for each week, heavy days below light ones."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from bot.app.cards import ProgressCard, WeekVolume
from bot.pictures import lettering, tones
from bot.pictures.canvas import FAR, SLATE
from bot.pictures.lettering import BOLD
from bot.pictures.progress_line import AXIS, draw_grid
from bot.pictures.scales import Days, Values, round_up
from bot.pictures.sheet import LEFT, RIGHT, Sheet, Style

HEADING = Style(size=38, weight=BOLD)
HEADING_HIGH = 46
ABOVE = 50
BARS = 190
HIGH = HEADING_HIGH + ABOVE + BARS
"""How high the bars are with their heading."""
STEPS = 3
"""So many lines there are at most above the lowest one: their names are nearly as high as the room between them."""
WIDEST = 230
"""A bar is no wider: a week or two must not fill the whole width."""
SWATCH = 30
WEEK = dt.timedelta(days=6)


def draw_bars(sheet: Sheet, card: ProgressCard, weeks: Sequence[WeekVolume], days: Days, top: int) -> None:
    """Draw the weeks with their heading; nothing without any."""
    if not weeks:
        return
    _draw_legend(sheet, card, top + HEADING_HIGH - 16)
    high = round_up(max(one.heavy + one.light for one in weeks), STEPS)
    values = Values(low=0, high=high, top=top + HIGH - BARS, bottom=top + HIGH)
    draw_grid(sheet, values, values.ticks(STEPS)[1:], unit=card.unit, left=round(days.left))
    for week in weeks:
        _draw_week(sheet, week, days, values)
    sheet.pen.rectangle((days.left, round(values.bottom), RIGHT, round(values.bottom) + 2), fill=tones.MUTED)


def _draw_week(sheet: Sheet, week: WeekVolume, days: Days, values: Values) -> None:
    """Draw a week's bar: heavy work at the bottom, light work on it, with a gap between them."""
    whole = days.one * 7
    middle, half = (days.x(week.start) + days.x(week.start + WEEK)) / 2, min(whole * 0.36, WIDEST / 2, whole / 2 - 1)
    left, right = middle - half, middle + half
    seam = values.y(week.heavy)
    if week.heavy:
        sheet.pen.rectangle((left, seam, max(left, right), values.bottom), fill=SLATE)
    if week.light:
        bottom = seam - (3 if week.heavy else 0)
        top = values.y(week.heavy + week.light)
        sheet.pen.rectangle((left, min(top, bottom), max(left, right), bottom), fill=FAR)


def _draw_legend(sheet: Sheet, card: ProgressCard, base: int) -> None:
    at: float = RIGHT
    for label, colour in ((card.light_label, FAR), (card.heavy_label, SLATE)):
        words = lettering.shown(label)
        if words:
            at -= sheet.text((at, base), words, replace(AXIS, colour=SLATE), anchor="rs") + 12 + SWATCH
            sheet.round_box((round(at), base - 27, round(at) + SWATCH, base - 27 + SWATCH), 7, colour)
            at -= 26
    sheet.text((LEFT, base), lettering.cut(lettering.shown(card.volume_title), HEADING.size, BOLD, at - LEFT), HEADING)
