"""A card as text for a chat where its picture cannot be: what stands on it, and nothing else."""

from collections.abc import Iterator, Mapping

from bot.app.cards import Card, DayRow, ProgressCard, TodayCard, Tone, WeekCard

MARKS: Mapping[Tone, str] = {Tone.YES: "✅", Tone.LIGHT: "🟡", Tone.NO: "⛔"}
"""How the headlines of the contract begin (conversation.md, 'Answers')."""


def in_words(card: Card) -> str:
    """Return what stands on a card, its title or headline first."""
    match card:
        case TodayCard():
            return "\n".join(_today(card))
        case WeekCard():
            return "\n".join(_week(card))
        case ProgressCard():
            return "\n".join((card.title, *card.facts, *filter(None, (card.empty,))))


def _today(card: TodayCard) -> Iterator[str]:
    """Yield the answer with its day, which "today" does not name once the message is a day old."""
    yield f"{MARKS[card.tone]} {card.headline} · {card.when}"
    yield from filter(None, (card.reason, card.to_do, card.coming))


def _week(card: WeekCard) -> Iterator[str]:
    yield f"{card.title} · {card.dates}"
    yield from map(_day, card.days)
    if card.race:
        yield f"🏁 {card.race}: {card.countdown}"
    if card.invitation:
        yield card.invitation


def _day(row: DayRow) -> str:
    lifts = (f"🏋 {lift.words}" for lift in row.lifts)
    return " · ".join((f"{MARKS[row.tone]} {row.weekday} {row.date}", *(row.runs or (row.rest,)), *lifts))
