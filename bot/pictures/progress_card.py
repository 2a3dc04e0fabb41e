"""The progress card: the estimated maximum with how far off it can be, and what was lifted week by week."""

import datetime as dt
from dataclasses import replace
from itertools import pairwise

from PIL import Image, ImageDraw

from bot.app.cards import ProgressCard, ProgressPoint, WeekVolume
from bot.pictures import lettering, tones
from bot.pictures.bands import OUTER, draw_invitation
from bot.pictures.canvas import CARD, FAR, SLATE, TEAL
from bot.pictures.lettering import BOLD, MEDIUM
from bot.pictures.scales import Days, Values, days
from bot.pictures.sheet import LEFT, RIGHT, SMALL, Sheet, Style

TITLE = Style(size=62, weight=BOLD)
UNIT = Style(size=38, weight=MEDIUM, colour=tones.MUTED)
MAIN = Style(size=44, weight=BOLD)
FACT = Style(size=38, weight=MEDIUM, colour=tones.MUTED)
HEADING = Style(size=38, weight=BOLD)
AXIS = Style(size=SMALL, colour=tones.MUTED)
FIRST_FACT = 196
FACT_LEADING = 54
MOST_FACTS = 5
CHART = 430
BARS = 190
NUMBERS = 110
"""How much room the values beside the chart take."""
EMPTY = 560
OVER = 3
LINE = 6
MOST_DOTS = 40
SWATCH = 30
WEEK = dt.timedelta(days=6)


def progress_sheet(card: ProgressCard) -> Sheet:
    """Lay out and draw the card."""
    facts = card.facts[:MOST_FACTS]
    top = FIRST_FACT + len(facts) * FACT_LEADING - 20
    weeks = card.weeks if any(week.heavy or week.light for week in card.weeks) else ()
    chart = CHART + 60 if card.points else EMPTY
    bars = BARS + 180 if weeks else 0 if not card.points else 70
    sheet = Sheet(high=top + chart + max(bars, 10))
    _header(sheet, card)
    if not card.points:
        draw_invitation(sheet, card.empty, (LEFT - OUTER, top - 14, RIGHT + OUTER, top + EMPTY - 60))
    known = [one.date for one in card.points] + [day for one in weeks for day in (one.start, one.start + WEEK)]
    if known:
        scale = days(known, left=LEFT + NUMBERS, right=RIGHT)
        _draw_points(sheet, card, scale, top)
        _draw_weeks(sheet, card, weeks, scale, top + chart)
        _draw_ends(sheet, card, scale, sheet.high - 46)
    return sheet


def _header(sheet: Sheet, card: ProgressCard) -> None:
    title = lettering.cut(lettering.shown(card.title), TITLE.size, TITLE.weight, RIGHT - LEFT - 90)
    sheet.text((LEFT, 118), title, TITLE)
    sheet.text((RIGHT, 118), card.unit, UNIT, anchor="rs")
    for place, fact in enumerate(card.facts[:MOST_FACTS]):
        style = FACT if place else MAIN
        line = lettering.cut(lettering.shown(fact), style.size, style.weight, RIGHT - LEFT)
        sheet.text((LEFT, FIRST_FACT + place * FACT_LEADING), line, style)


def _draw_points(sheet: Sheet, card: ProgressCard, scale: Days, top: int) -> None:
    if not card.points:
        return
    points = sorted(card.points, key=lambda point: point.date)
    lowest = min(point.value for point in points) * (1 - card.share)
    highest = max(point.value for point in points) * (1 + card.share)
    spare = (highest - lowest or 1) * 0.08
    values = Values(low=lowest - spare, high=highest + spare, top=top, bottom=top + CHART)
    _draw_grid(sheet, values)
    _draw_band(sheet, points, card.share, scale, values)
    _draw_line(sheet, points, scale, values)


def _draw_grid(sheet: Sheet, values: Values) -> None:
    for tick in values.ticks():
        y = round(values.y(tick))
        sheet.pen.rectangle((LEFT + NUMBERS, y - 1, RIGHT, y), fill=tones.RULE)
        sheet.text((LEFT + NUMBERS - 18, y + 12), f"{tick:g}", AXIS, anchor="rs")


def _draw_band(sheet: Sheet, points: list[ProgressPoint], share: float, scale: Days, values: Values) -> None:
    """Fill what the estimates can really be; a single one is as wide as a day or two."""
    upper = [(scale.x(one.date), values.y(one.value * (1 + share))) for one in points]
    lower = [(scale.x(one.date), values.y(one.value * (1 - share))) for one in points]
    if len(points) == 1:
        (x, above), (_, below) = upper[0], lower[0]
        sheet.pen.rectangle((x - 26, above, x + 26, below), fill=tones.HAZE)
        return
    sheet.pen.polygon([*upper, *reversed(lower)], fill=tones.HAZE)


def _draw_line(sheet: Sheet, points: list[ProgressPoint], scale: Days, values: Values) -> None:
    """Draw the line with its points; the newest one is the largest."""
    left, top = LEFT + NUMBERS - 20, round(values.top) - 20
    size = (RIGHT + 20 - left, round(values.bottom) + 20 - top)
    mask = Image.new("L", (size[0] * OVER, size[1] * OVER), 0)
    pen = ImageDraw.Draw(mask)
    at = [((scale.x(one.date) - left) * OVER, (values.y(one.value) - top) * OVER) for one in points]
    for pair in pairwise(at):
        pen.line(pair, fill=255, width=LINE * OVER)
    for place in at:
        _dot(pen, place, 9 if len(at) <= MOST_DOTS else LINE / 2)
    _dot(pen, at[-1], 16)
    sheet.stamp((left, top), mask.reduce(OVER), TEAL)
    x, y = at[-1][0] / OVER + left, at[-1][1] / OVER + top
    sheet.stamp((round(x) - 7, round(y) - 7), tones.disc(14), CARD)


def _dot(pen: ImageDraw.ImageDraw, at: tuple[float, float], radius: float) -> None:
    reach = radius * OVER
    pen.ellipse((at[0] - reach, at[1] - reach, at[0] + reach, at[1] + reach), fill=255)


def _draw_weeks(sheet: Sheet, card: ProgressCard, weeks: tuple[WeekVolume, ...], scale: Days, top: int) -> None:
    if not weeks:
        return
    _draw_legend(sheet, card, top + 30)
    highest = max(one.heavy + one.light for one in weeks)
    values = Values(low=0, high=highest, top=top + 76, bottom=top + 76 + BARS)
    for week in weeks:
        _draw_week(sheet, week, scale, values)
    sheet.pen.rectangle((LEFT + NUMBERS, round(values.bottom), RIGHT, round(values.bottom) + 2), fill=tones.MUTED)
    sheet.text((LEFT + NUMBERS - 18, values.top + 26), _short(highest), AXIS, anchor="rs")


def _draw_week(sheet: Sheet, week: WeekVolume, scale: Days, values: Values) -> None:
    """Draw a week's bar: heavy work at the bottom, light work on it, with a gap between them."""
    gap = max(1, scale.one * 7 * 0.14)
    left, right = scale.x(week.start) - scale.one / 2 + gap, scale.x(week.start + WEEK) + scale.one / 2 - gap
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


def _draw_ends(sheet: Sheet, card: ProgressCard, scale: Days, base: int) -> None:
    """Name the ends of the time that is shown, by their dates where the card has no names for them."""
    first, last = lettering.shown(card.first_day), lettering.shown(card.last_day)
    sheet.text((LEFT + NUMBERS, base), first or scale.first.isoformat(), AXIS)
    sheet.text((RIGHT, base), last or scale.last.isoformat(), AXIS, anchor="rs")


def _short(value: float) -> str:
    """Return a number of at most five letters."""
    return f"{value / 1000:.3g}k" if value >= 10_000 else f"{value:.0f}"  # noqa: PLR2004 - five digits and more
