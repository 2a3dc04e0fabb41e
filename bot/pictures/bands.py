"""What stands below the rows of a card: the countdown to a race, a line at the foot; and an invitation beside them."""

from dataclasses import replace

from bot.pictures import lettering, tones
from bot.pictures.canvas import CARD, SLATE
from bot.pictures.lettering import BOLD, MEDIUM
from bot.pictures.sheet import LEFT, RIGHT, SMALL, Sheet, Style

OUTER = 26
"""How far a band reaches beyond the column of text on either side."""
ROUND = 28
FLAG = 44
RACE = Style(size=38, weight=BOLD, colour=CARD)
SMALL_RACE = replace(RACE, size=SMALL)
COUNTDOWN = Style(size=38, weight=BOLD, colour=tones.AMBER)
FOOTER = Style(size=SMALL, colour=tones.MUTED)
INVITATION = Style(size=44, weight=MEDIUM, colour=CARD)
RACE_LEADING = 46
FOOTER_LEADING = 46
INVITATION_LEADING = 60
INVITATION_PAD = 48
BARBELL = 150


def countdown_lines(race: str, countdown: str) -> tuple[list[str], Style]:
    """Return the lines of a race's name beside its countdown, and how they look."""
    room = RIGHT - LEFT - FLAG - 20 - 36 - lettering.width(lettering.shown(countdown), COUNTDOWN.size, BOLD)
    name = lettering.shown(race)
    if lettering.width(name, RACE.size, BOLD) <= room:
        return [name], RACE
    return lettering.wrap(name, SMALL, BOLD, room, most=2), SMALL_RACE


def countdown_high(race: str, countdown: str) -> int:
    """Return how high the band of a countdown is; nothing without a race."""
    return 50 + RACE_LEADING * len(countdown_lines(race, countdown)[0]) if race else 0


def draw_countdown(sheet: Sheet, race: str, countdown: str, top: int) -> None:
    """Draw a flag, the name of the race, and how far off it is."""
    bottom = top + countdown_high(race, countdown)
    if bottom == top:
        return
    lines, style = countdown_lines(race, countdown)
    middle = (top + bottom) / 2
    sheet.round_box((LEFT - OUTER, top, RIGHT + OUTER, bottom), ROUND, SLATE)
    sheet.stamp((LEFT, round(middle) - FLAG // 2), tones.flag(FLAG), tones.AMBER)
    first = middle - (len(lines) - 1) * RACE_LEADING / 2 + 14
    sheet.lines((LEFT + FLAG + 20, first), lines, style, leading=RACE_LEADING)
    sheet.text((RIGHT, middle + 14), lettering.shown(countdown), COUNTDOWN, anchor="rs")


def footer_lines(text: str) -> list[str]:
    """Return the lines at the foot of a card."""
    return lettering.wrap(lettering.shown(text), FOOTER.size, FOOTER.weight, RIGHT - LEFT, most=2)


def draw_footer(sheet: Sheet, text: str, top: int) -> None:
    """Write the lines at the foot of a card."""
    sheet.lines((LEFT, top + 38), footer_lines(text), FOOTER, leading=FOOTER_LEADING)


def invitation_high(text: str, wide: int) -> int:
    """Return how high a box of a width is that an invitation fills, with as much room above it as below."""
    return BARBELL + len(_invitation_lines(text, wide)) * INVITATION_LEADING + 2 * INVITATION_PAD


def draw_invitation(sheet: Sheet, text: str, box: tuple[int, int, int, int]) -> None:
    """Fill a box with a barbell and what to do first."""
    left, top, right, bottom = box
    sheet.round_box(box, ROUND, SLATE)
    lines = _invitation_lines(text, right - left)
    high = BARBELL + len(lines) * INVITATION_LEADING
    start = (top + bottom - high) // 2
    sheet.stamp((left + INVITATION_PAD, start - 20), tones.barbell(BARBELL), tones.AMBER)
    sheet.lines((left + INVITATION_PAD, start + BARBELL + 44), lines, INVITATION, leading=INVITATION_LEADING)


def _invitation_lines(text: str, wide: int) -> list[str]:
    return lettering.balanced(lettering.shown(text), INVITATION.size, MEDIUM, wide - 2 * INVITATION_PAD, most=8)
