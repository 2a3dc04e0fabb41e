"""Undo: every change can be taken back, unless something newer stands on it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from bot.app import messages as m
from bot.app.ports import Kept
from bot.app.records import Override, Pause, Runner, UndoResult
from bot.app.replies import alert, unable
from bot.app.reply import Line, Mark, Message, Replies, Reply, say
from bot.app.settings import NAMES, kind_lines, setting_line
from bot.app.standing import CALLED, called, standing
from bot.app.turn import Turn
from bot.language.meaning import Undone
from bot.training.body import CheckIn, FreeDays, RedFlag, RunReport
from bot.training.health import HealthFact
from bot.training.lifts import FixedLift, Lift, LiftChange, PlannedLift
from bot.training.runs import DatedRun, Race, WeeklyPattern

SAYING = {
    UndoResult.ALREADY: m.UNDO_ALREADY,
    UndoResult.OVERTAKEN: m.UNDO_OVERTAKEN,
    UndoResult.UNKNOWN: m.BUTTON_STALE,
}

KINDS: Mapping[type, Message] = {
    WeeklyPattern: m.UNDID_WEEK,
    FixedLift: m.UNDID_LIFT_TIMES,
    PlannedLift: m.UNDID_LIFT_TIMES,
    LiftChange: m.UNDID_LIFT_CHANGE,
    HealthFact: m.UNDID_HEALTH,
    Override: m.UNDID_OVERRIDE,
    Pause: m.UNDID_PAUSE,
    FreeDays: m.UNDID_FREE_DAY,
}
"""What records of a kind are called where none of them is told from another."""


SORTS: Mapping[Undone, type] = {
    Undone.LIFT: Lift,
    Undone.RUN: DatedRun,
    Undone.RACE: Race,
    Undone.WEEK: WeeklyPattern,
    Undone.PAUSE: Pause,
}
MOST_DAYS_NAMED = 3
MOST_LOOKED_AT = 50
"""So many of the newest changes are looked at for one of a sort."""


def undo_last(turn: Turn) -> Replies:
    """Take the newest change back, for who writes "undo"."""
    newest = turn.records.last_change(turn.runner.id)
    if newest is None:
        return (unable(m.NOTHING_TO_UNDO),)
    return tuple(replace(reply, in_place=False) for reply in undo(turn, newest))


def undo_newest_of(turn: Turn, sort: Undone) -> Replies:
    """Take the newest change of a sort back, for who names it: "undo that lift"."""
    recent = turn.records.last_changes(turn.runner.id, MOST_LOOKED_AT)
    alike = (
        one
        for one in recent
        if any(isinstance(kept, SORTS[sort]) for kept in turn.records.changed(turn.runner.id, one))
    )
    newest = next(alike, None)
    if newest is None:
        return (unable(m.NOTHING_TO_UNDO),)
    return tuple(replace(reply, in_place=False) for reply in undo(turn, newest))


def undo(turn: Turn, change_id: int) -> Replies:
    """Take one change back; the echo it belonged to says what that was."""
    before = standing(turn)
    lifts = dict(turn.records.lifts.of(turn.runner.id))
    races = dict(turn.records.races.of(turn.runner.id))
    touched = turn.records.changed(turn.runner.id, change_id)
    result = turn.records.undo(turn.runner.id, change_id, turn.now)
    if result is not UndoResult.DONE:
        return (alert(SAYING[result]),)
    turn.replan()
    named = _race_back(turn, races) or _of_records(turn, touched, lifts)
    what = (*named, *_of_settings(turn.runner, turn.fresh().runner))
    line = say(m.UNDONE_WHAT, what=what) if what else say(m.UNDONE)
    back = tuple(called(turn, one) for one in standing(turn) if one not in before)
    again = (say(m.COUNTS_AGAIN, what=back),) if back else ()
    return (Reply(mark=Mark.STORED, lines=(line, *again, *_days_now(turn.fresh(), touched)), in_place=True),)


def _days_now(turn: Turn, touched: tuple[Kept, ...]) -> tuple[Line, ...]:
    """Say what stands again on the days whose runs were changed; of many days nothing is said."""
    days = sorted({one.date for one in touched if isinstance(one, DatedRun)})
    if not 0 < len(days) <= MOST_DAYS_NAMED:
        return ()
    runs = {day: turn.book().calendar.runs_on(day) for day in days}
    named = [say(m.RUN_STORED, day=day, run=run.spec) for day in days for run in runs[day]]
    empty = [say(m.DAY_CLEARED, day=day) for day in days if not runs[day]]
    return (say(m.NOW_AGAIN, what=(*named, *empty)),)


def _race_back(turn: Turn, before: Mapping[int, Race]) -> tuple[Line, ...]:
    """Name the one race that is as it was again; nothing where one was taken out, or none was touched."""
    now = dict(turn.records.races.of(turn.runner.id))
    back = [race for row, race in now.items() if before.get(row) != race]
    return (say(m.UNDID_RACE_CHANGE, race=back[0]),) if len(back) == 1 and len(now) >= len(before) else ()


def _of_records(turn: Turn, touched: tuple[Kept, ...], before: Mapping[int, Lift]) -> tuple[Line, ...]:
    """Name the records that a change touched; several lifts are counted, and what is called the same is named once."""
    lifts = [one for one in touched if isinstance(one, Lift)]
    if len(lifts) == 1 and len(touched) == 1 and (back := _back(turn, before)) is not None:
        return (back,)
    counted = (say(m.UNDID_LIFTS, count=len(lifts)),) if len(lifts) > 1 else ()
    named = [_name(turn, one) for one in touched if not (counted and isinstance(one, Lift))]
    return (*counted, *(line for place, line in enumerate(named) if line not in named[:place]))


def _back(turn: Turn, before: Mapping[int, Lift]) -> Line | None:
    """Name the lift that stands in the log again, as it is now; None where one was taken out of it."""
    now = dict(turn.records.lifts.of(turn.runner.id))
    found = [(row, lift) for row, lift in now.items() if before.get(row) != lift]
    if len(found) != 1:
        return None
    row, lift = found[0]
    if row not in before:
        return say(m.UNDID_DELETED_LIFT, at=lift.at, lift=lift)
    return say(_sort_of_change(before[row], lift), at=lift.at, lift=lift)


def _sort_of_change(was: Lift, now: Lift) -> Message:
    """Tell whether only how hard a lift was is taken back, or something else of it."""
    if was.sets == now.sets or _without_effort(was) != _without_effort(now):
        return m.UNDID_LIFT_EDIT
    gone = any(work.rir is not None for work in was.sets) and all(work.rir is None for work in now.sets)
    return m.UNDID_EFFORT if gone else m.UNDID_EFFORT_EDIT


def _without_effort(lift: Lift) -> Lift:
    """Return a lift without how hard it was; its name goes when that is told."""
    return replace(lift, sets=tuple(replace(work, rir=None) for work in lift.sets), called=None)


def _name(turn: Turn, one: Kept) -> Line:
    if type(one) in CALLED and isinstance(one, CheckIn | RedFlag):
        return called(turn, one)
    match one:
        case Lift():
            return say(m.UNDID_LIFT, at=one.at, lift=one)
        case DatedRun():
            return say(m.UNDID_RUN, day=one.date)
        case Race():
            return say(m.UNDID_RACE, race=one)
        case RunReport():
            return say(m.UNDID_REPORT, day=one.run_date)
    return say(KINDS[type(one)])


def _of_settings(before: Runner, after: Runner) -> Iterator[Line]:
    """Name the settings that were put back; one without a name is a setting all the same."""
    if before == after:
        return
    names = [name for name in NAMES if setting_line(before, name) != setting_line(after, name)]
    if "reminder" in names:
        # The kinds that come with the morning reminder follow it.
        before = replace(before, reminders=replace(before.reminders, morning=after.reminders.morning))
    kinds = [now.facts["name"] for was, now in zip(kind_lines(before), kind_lines(after), strict=True) if was != now]
    yield from (say(m.UNDID_SETTING, name=name) for name in (*names, *kinds))
    if not (names or kinds):
        yield say(m.UNDID_A_SETTING)
