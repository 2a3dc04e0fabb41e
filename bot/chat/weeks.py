"""The next days as text: one line a day with its runs, its lifts and its verdict."""

from collections.abc import Iterator, Mapping

from bot.app import messages as m
from bot.app.reply import Message
from bot.chat import changes
from bot.chat.words import Reader, days, reason, tell
from bot.guidance.verdict import Verdict
from bot.guidance.week import Week, WeekDay, WeekLift
from bot.training.runs import Run

DAYS: Mapping[Verdict, Message] = {Verdict.HEAVY: m.WEEK_DAY_YES, Verdict.LIGHT: m.WEEK_DAY_LIGHT}
LIFTS: Mapping[Verdict, Message] = {Verdict.HEAVY: m.WEEK_LIFT_HEAVY, Verdict.LIGHT: m.WEEK_LIFT_LIGHT}


def lines(reader: Reader, week: Week) -> Iterator[str]:
    """Yield the days, the next race, why lifts are held back, and what would free a week without a heavy slot."""
    for day in week.days:
        yield _day(reader, day)
    yield from _around(reader, week)
    for lift in (lift for day in week.days for lift in day.lifts if lift.reason is not None):
        yield from _warning(reader, lift)
    if week.blocking is not None:
        yield tell(reader, m.WEEK_WITHOUT_HEAVY, reason=f" {reason(reader, week.blocking)}")
        yield from changes.change_lines(reader, week.changes, day=None)
        if week.strength_helps:
            yield tell(reader, m.STRENGTH_WOULD_HELP)


def countdown(reader: Reader, week: Week) -> tuple[str, str] | None:
    """Return the next race and how far off it is; None where no race is known."""
    if week.race is None:
        return None
    left = (week.race.date - week.days[0].date).days
    away = tell(reader, m.WEEK_RACE_IN, days=days(left)) if left else tell(reader, m.WEEK_RACE_TODAY)
    return reader.race_name(week.race), away


def run_words(reader: Reader, run: Run) -> str:
    """Return a run of a day: a race by its name, another one as it was described."""
    return reader.spec(run.spec) if run.race is None else reader.race_name(run.race)


def without_run(reader: Reader, day: WeekDay) -> str:
    """Return what stands for the runs of a day that has none: rest, or that nobody said."""
    return tell(reader, m.WEEK_REST if day.is_told else m.WEEK_UNTOLD)


def _around(reader: Reader, week: Week) -> Iterator[str]:
    """Yield the next race, and what to do first where nothing is known of the week."""
    if (race := countdown(reader, week)) is not None:
        yield tell(reader, m.WEEK_RACE, race=race[0], away=race[1])
    if week.is_empty:
        yield tell(reader, m.WEEK_INVITES)


def _day(reader: Reader, day: WeekDay) -> str:
    runs = ", ".join(run_words(reader, run) for run in day.runs) or without_run(reader, day)
    lifts = "".join(_lift(reader, lift) for lift in day.lifts)
    return tell(reader, DAYS.get(day.verdict, m.WEEK_DAY_NO), day=day.date, runs=runs, lifts=lifts)


def _lift(reader: Reader, lift: WeekLift) -> str:
    time = lift.at.astimezone(reader.zone).time()
    return tell(reader, LIFTS.get(lift.verdict, m.WEEK_LIFT_NO), time=time)


def _warning(reader: Reader, lift: WeekLift) -> Iterator[str]:
    if lift.reason is not None:
        yield tell(reader, m.WEEK_WARNING, at=lift.at, reason=reason(reader, lift.reason))
