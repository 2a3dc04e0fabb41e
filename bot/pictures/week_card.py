"""The week card: a row for each day with its verdict, its runs and its lifts."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from bot.app.cards import CardLift, DayRow, Tone, WeekCard
from bot.pictures import lettering, tones
from bot.pictures.bands import (
    FOOTER_LEADING,
    OUTER,
    ROUND,
    countdown_high,
    draw_countdown,
    draw_footer,
    draw_invitation,
    footer_lines,
)
from bot.pictures.canvas import AROUND, CARD, SLATE
from bot.pictures.lettering import BOLD, MEDIUM
from bot.pictures.sheet import LEFT, RIGHT, SMALL, Sheet, Style

TITLE = Style(size=62, weight=BOLD)
DATES = Style(size=38, weight=MEDIUM, colour=tones.MUTED)
WEEKDAY = Style(size=42, weight=BOLD)
DATE = Style(size=SMALL, colour=tones.MUTED)
VERDICT = Style(size=38, weight=BOLD)
RUN = Style(size=38, weight=MEDIUM)
RACE = Style(size=38, weight=BOLD)
REST = Style(size=38, colour=tones.MUTED)
LIFT = Style(size=SMALL, weight=MEDIUM)

TOP = 160
SIGN = 212
"""Where the column of verdicts begins."""
WORDS = 432
"""Where the column of runs and lifts begins."""
ROOM = RIGHT - WORDS
BADGE = 72
LEADING = 46
CHIP = 54
CHIP_STEP = 64
CHIP_ABOVE = 7
CHIP_ICON = 44
CHIP_PAD = 20
FLAG_ROOM = 50
TALLEST = 1640
"""Higher than this a card would be shown too narrow on a phone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fit:
    """How much room a row gets: above and below its words, lines for all runs and for one, lines of lifts."""

    padding: int
    least: int
    runs: int
    each: int
    lifts: int


ROOMY = _Fit(padding=24, least=120, runs=6, each=2, lifts=2)
TIGHT = _Fit(padding=14, least=112, runs=2, each=1, lifts=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Chip:
    """A lift in its place: from where to where it goes, and in which line of lifts it stands."""

    tone: Tone
    text: str
    left: int
    right: int
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A line of a day's runs; a race begins with a flag."""

    text: str
    style: Style
    flag: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A day, its lines of runs, and its lifts in their places."""

    day: DayRow
    fit: _Fit
    lines: tuple[_Line, ...]
    chips: tuple[_Chip, ...]

    @property
    def words(self) -> int:
        """Return how high the runs and lifts are together."""
        return len(self.lines) * LEADING + (self.chips[-1].line * CHIP_STEP + CHIP + CHIP_ABOVE if self.chips else 0)

    @property
    def high(self) -> int:
        """Return how high the row is."""
        return max(self.fit.least, self.words + 2 * self.fit.padding)


def week_sheet(card: WeekCard) -> Sheet:
    """Lay out and draw the card; one that would be too high gives each day less room."""
    days = tuple(replace(day, rest="") for day in card.days) if card.invitation else card.days
    rows = [_row(day, ROOMY) for day in days]
    if sum(row.high for row in rows) > TALLEST - TOP:
        rows = [_row(day, TIGHT) for day in days]
    tops = list(accumulate((row.high for row in rows), initial=TOP))
    band = countdown_high(card.race, card.countdown)
    foot = len(footer_lines(card.footer)) * FOOTER_LEADING
    sheet = Sheet(high=tops[-1] + (band + 18 if band else 0) + foot + 52)
    _header(sheet, card)
    for place, row in enumerate(rows):
        _draw_row(sheet, row, tops[place], last=place + 1 == len(rows))
    if card.invitation:
        draw_invitation(sheet, card.invitation, (WORDS, TOP + 4, RIGHT + OUTER, tops[-1] - 4))
    draw_countdown(sheet, card.race, card.countdown, tops[-1] + 18)
    draw_footer(sheet, card.footer, sheet.high - foot - 42)
    return sheet


def _header(sheet: Sheet, card: WeekCard) -> None:
    dates = lettering.shown(card.dates)
    wide = lettering.width(dates, DATES.size, DATES.weight)
    title = lettering.cut(lettering.shown(card.title), TITLE.size, TITLE.weight, RIGHT - LEFT - wide - 24)
    sheet.text((LEFT, 118), title, TITLE)
    sheet.text((RIGHT, 118), dates, DATES, anchor="rs")


def _row(day: DayRow, fit: _Fit) -> _Row:
    lines = _run_lines(day, fit)
    if not day.runs and day.rest:
        lines = [_Line(text=lettering.cut(lettering.shown(day.rest), REST.size, REST.weight, ROOM), style=REST)]
    chips = tuple(chip for chip in _chips(day.lifts) if chip.line < fit.lifts)
    return _Row(day=day, fit=fit, lines=tuple(lines), chips=chips)


def _run_lines(day: DayRow, fit: _Fit) -> list[_Line]:
    """Return the lines of a day's runs; where there are too many, the last line counts those that are left out."""
    runs = [lettering.shown(run) for run in day.runs]
    style = _run_style(runs, day)
    found: list[_Line] = []
    for place, run in enumerate(runs):
        lines = lettering.wrap(run, style.size, style.weight, _room(day), most=fit.each)
        last = place + 1 == len(runs)
        if len(found) + len(lines) > fit.runs or (not last and len(found) + len(lines) == fit.runs):
            return [*found, _Line(text=f"+ {len(runs) - place}", style=style)]
        found += [_Line(text=line, style=style, flag=day.is_race and line is lines[0]) for line in lines]
    return found


def _run_style(runs: list[str], day: DayRow) -> Style:
    """Return one style for a day's runs: smaller letters where one of them is too long for a line."""
    style = RACE if day.is_race else RUN
    fits = all(lettering.width(run, style.size, style.weight) <= _room(day) for run in runs)
    return style if fits else replace(style, size=SMALL)


def _room(day: DayRow) -> int:
    return ROOM - (FLAG_ROOM if day.is_race else 0)


def _chips(lifts: tuple[CardLift, ...]) -> Iterator[_Chip]:
    left, line = WORDS, 0
    room = ROOM - 2 * CHIP_PAD - CHIP_ICON - 12
    for lift in lifts:
        text = lettering.cut(lettering.shown(lift.words), LIFT.size, LIFT.weight, room)
        wide = round(ROOM - room + lettering.width(text, LIFT.size, LIFT.weight))
        if left > WORDS and left + wide > RIGHT:
            left, line = WORDS, line + 1
        yield _Chip(tone=lift.tone, text=text, left=left, right=left + wide, line=line)
        left += wide + 12


def _draw_row(sheet: Sheet, row: _Row, top: int, *, last: bool) -> None:
    middle = top + row.high // 2
    if row.day.is_today:
        sheet.round_box((LEFT - OUTER, top + 4, RIGHT + OUTER, top + row.high - 4), ROUND, AROUND)
    elif not last:
        sheet.pen.rectangle((WORDS, top + row.high - 1, RIGHT, top + row.high), fill=tones.RULE)
    sheet.text((LEFT, middle - 6), lettering.cut(row.day.weekday, WEEKDAY.size, BOLD, SIGN - LEFT - 12), WEEKDAY)
    sheet.text((LEFT, middle + 36), lettering.cut(row.day.date, DATE.size, DATE.weight, SIGN - LEFT - 12), DATE)
    sheet.badge((SIGN, middle - BADGE // 2), row.day.tone, BADGE)
    word = lettering.cut(lettering.shown(row.day.verdict), VERDICT.size, BOLD, WORDS - SIGN - BADGE - 36)
    sheet.text((SIGN + BADGE + 16, middle + 14), word, VERDICT)
    _draw_words(sheet, row, middle - row.words // 2)


def _draw_words(sheet: Sheet, row: _Row, top: int) -> None:
    indent = FLAG_ROOM if row.day.is_race and row.day.runs else 0
    for place, line in enumerate(row.lines):
        at = top + place * LEADING
        if line.flag:
            sheet.stamp((WORDS, at + 5), tones.flag(36), tones.BRICK)
        sheet.text((WORDS + indent, at + 36), line.text, line.style)
    below = top + len(row.lines) * LEADING + CHIP_ABOVE
    for chip in row.chips:
        _draw_chip(sheet, chip, below + chip.line * CHIP_STEP)


def _draw_chip(sheet: Sheet, chip: _Chip, top: int) -> None:
    """Draw a lift: a heavy one filled, a light one outlined, one that should not be outlined in grey."""
    filled = chip.tone is Tone.YES
    colour = SLATE if chip.tone in {Tone.YES, Tone.LIGHT} else tones.MUTED
    sheet.round_box((chip.left, top, chip.right, top + CHIP), CHIP // 2, colour)
    if not filled:
        sheet.round_box((chip.left + 3, top + 3, chip.right - 3, top + CHIP - 3), CHIP // 2 - 3, CARD)
    ink = CARD if filled else colour
    sheet.stamp((chip.left + CHIP_PAD - 2, top + (CHIP - CHIP_ICON) // 2), tones.barbell(CHIP_ICON), ink)
    sheet.text((chip.left + CHIP_PAD + CHIP_ICON + 10, top + 39), chip.text, replace(LIFT, colour=ink))
