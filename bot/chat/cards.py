"""Replies worded as cards to draw: the days of a week, and the answer for a day with the lines that stand below it."""

import datetime as dt
from collections.abc import Mapping

from bot.app import messages as m
from bot.app.cards import Card, CardLift, DayRow, TodayCard, Tone, WeekCard
from bot.app.reply import Message, Reply
from bot.chat import progress, verdicts, weeks
from bot.chat.words import DAYS, MONTHS, Reader, tell
from bot.guidance.answer import Answer
from bot.guidance.verdict import LAST_SAFETY_GROUP, Finding, Verdict
from bot.guidance.week import Week, WeekDay, WeekLift
from bot.training.runs import Run

TONES: Mapping[Verdict, Tone] = {Verdict.HEAVY: Tone.YES, Verdict.LIGHT: Tone.LIGHT}
WORDS: Mapping[Tone, Message] = {Tone.YES: m.CARD_YES, Tone.LIGHT: m.CARD_LIGHT, Tone.NO: m.CARD_NO}
LIFTS: Mapping[Tone, Message] = {
    Tone.YES: m.CARD_LIFT_HEAVY,
    Tone.LIGHT: m.CARD_LIFT_LIGHT,
    Tone.NO: m.CARD_LIFT_NO,
}

OF_THE_BODY = frozenset({8, 11})
"""Groups of rules about soreness, and about sleep, travel and heat (guidance.md, section 3)."""


def card_of(reader: Reader, reply: Reply) -> Card | None:
    """Return the card of a reply; None for one that has nothing to draw."""
    if reply.answer is not None:
        return today_card(reader, reply.answer)
    if reply.progress is not None:
        return progress.card(reader, reply.progress)
    return None if reply.week is None else week_card(reader, reply.week)


def week_card(reader: Reader, week: Week) -> WeekCard:
    """Word the days of a week; why a lift is held back is said in the text alone."""
    race, countdown = weeks.countdown(reader, week) or ("", "")
    return WeekCard(
        title=tell(reader, m.CARD_WEEK),
        dates=_span(week.days[0].date, week.days[-1].date),
        days=tuple(_row(reader, day) for day in week.days),
        race=race,
        countdown=countdown,
        invitation=tell(reader, m.WEEK_INVITES) if week.is_empty else "",
        footer=tell(reader, m.CARD_WEEK_FOOT),
    )


def today_card(reader: Reader, answer: Answer) -> TodayCard:
    """Word an answer; a card is made to be shown around, so nothing on it tells of somebody's body or health."""
    plain = TodayCard(
        tone=_tone(answer.verdict),
        headline=verdicts.headline(reader, answer).partition(" ")[2],
        when=reader.day(answer.day),
        reason=tell(reader, m.CARD_PRIVATE),
    )
    if not answer.decision.overridable:
        return plain
    return TodayCard(
        tone=plain.tone,
        headline=plain.headline,
        when=plain.when,
        reason=_reason(reader, answer),
        to_do=verdicts.what_to_do(reader, answer)[0],
        coming=_coming(reader, answer),
    )


def _reason(reader: Reader, answer: Answer) -> str:
    """Return the main reason, unless it is one that concerns nobody else."""
    told = answer.decision.capping or answer.decision.findings
    held = told[0] if told else answer.before
    if held is None or _is_public(held):
        return verdicts.reasons(reader, answer)[0]
    return tell(reader, m.CARD_PRIVATE if told else m.ANSWER_FREE)


def _is_public(finding: Finding) -> bool:
    return finding.group > LAST_SAFETY_GROUP and finding.group not in OF_THE_BODY


def today_lines(reader: Reader, answer: Answer) -> list[str]:
    """Return what the card of an answer says below its headline."""
    card = today_card(reader, answer)
    return [line for line in (card.reason, card.to_do, card.coming) if line]


def _tone(verdict: Verdict) -> Tone:
    return TONES.get(verdict, Tone.NO)


def _row(reader: Reader, day: WeekDay) -> DayRow:
    tone = _tone(day.verdict)
    return DayRow(
        weekday=DAYS[day.date.weekday()],
        date=_date(day.date),
        tone=tone,
        verdict=tell(reader, WORDS[tone]),
        runs=tuple(_run(reader, run) for run in day.runs),
        lifts=tuple(_lift(reader, lift) for lift in day.lifts),
        rest=_upper(weeks.without_run(reader, day)),
        is_today=day.date == reader.today,
        is_race=any(run.race is not None for run in day.runs),
    )


def _run(reader: Reader, run: Run) -> str:
    return _upper(weeks.run_words(reader, run))


def _lift(reader: Reader, lift: WeekLift) -> CardLift:
    tone = _tone(lift.verdict)
    return CardLift(words=tell(reader, LIFTS[tone], time=lift.at.astimezone(reader.zone).time()), tone=tone)


def _coming(reader: Reader, answer: Answer) -> str:
    coming = answer.upcoming
    if coming is None:
        return ""
    if coming.heavy is not None:
        return tell(reader, m.NEXT_HEAVY, at=coming.heavy.at)
    return "" if coming.light is None else tell(reader, m.CARD_NEXT_LIGHT, at=coming.light.at)


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _date(day: dt.date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"


def _span(first: dt.date, last: dt.date) -> str:
    if first.month == last.month:
        return f"{first.day}–{_date(last)}"
    return f"{_date(first)} – {_date(last)}"
