"""Every picture that a message can name: a drawing of the form guide, or a card that is its own name."""

from bot.app.cards import Card, TodayCard, WeekCard, decode, is_card
from bot.pictures.form import form_drawing
from bot.pictures.progress_card import progress_sheet
from bot.pictures.sheet import Sheet
from bot.pictures.today_card import today_sheet
from bot.pictures.week_card import week_sheet


def picture(name: str) -> bytes:
    """Return a picture as PNG; raises KeyError for an unknown drawing, ValueError for a card that cannot be read."""
    return sheet_of(decode(name)).png() if is_card(name) else form_drawing(name)


def sheet_of(card: Card) -> Sheet:
    """Lay out and draw a card."""
    match card:
        case WeekCard():
            return week_sheet(card)
        case TodayCard():
            return today_sheet(card)
        case _:
            return progress_sheet(card)
