"""What is said in the gym and of logged lifts: begin, warm up, log, put right, delete."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace

from bot.app import editing_lifts, gym, log_menu, logbook, moving_lifts, warmups
from bot.app import messages as m
from bot.app.as_planned import with_effort
from bot.app.lift_days import lift_times
from bot.app.past_runs import is_told_bare, runs_behind
from bot.app.replies import asked, refused
from bot.app.reply import Kg, Replies, Reply, say
from bot.app.turn import Turn
from bot.app.workout import Stage, Workout
from bot.app.workout_views import view
from bot.app.workouts import moved_on, under_way
from bot.language.meaning import (
    DatedRunReading,
    LiftEffortReading,
    LiftFixReading,
    LiftRetoldReading,
    LiftWish,
    LiftWishReading,
    Meaning,
    RunReportReading,
    SetRepsReading,
    SkippedLiftReading,
    Subject,
)
from bot.training.lifts import HEAVIEST_KG, Lift, LiftSet
from bot.training.profile import MassUnit, unit_kg
from bot.training.runs import RunKind
from bot.training.time import instant, local_date

SESSIONS = frozenset({"session", "workout"})
AS_PLANNED = "as planned"
RATED_WITHIN = dt.timedelta(days=3)
"""So long after a lift somebody tells how hard it was."""

NAMED_WITHIN = dt.timedelta(days=28)
"""So far back a lift is meant that is named by its weight alone."""

SAME_KG = 0.6
ROUNDED_KG = 0.05
"""Weights in pounds are kept rounded, and no plate is so light."""

MOST_BARE_KG = 300
"""More than that, without a unit, is pounds where the lift was told in pounds."""

POUNDS = re.compile(r"\d ?(?:lbs?|pounds)\b", re.IGNORECASE)

MOST_SLIP = 1.25
"""How many times another a weight can be and still be the same lift, told wrong."""

Entry = tuple[int, Lift]
"""A logged lift and the id of its row."""


def wish(turn: Turn, reading: LiftWishReading) -> Replies:
    """Open what is wished for: the log, the warm-up, or the lift that is being done."""
    found = _under_way(turn)
    if found is not None and reading.wish is LiftWish.NEXT_SET:
        return (view(turn, *found),)
    if reading.wish is LiftWish.WARM_UP:
        return warmups.warmup(turn, "")
    return log_menu.log(turn, "")


def got(turn: Turn, reading: SetRepsReading) -> Replies:
    """Log the set whose turn it is with the repetitions that were told; nothing where no lift is being done."""
    found = _under_way(turn)
    return () if found is None else _did(turn, *found, reading.reps)


def fix(turn: Turn, reading: LiftFixReading) -> Replies:
    """Put a logged lift right, or delete it; ask which one it is where that is not clear."""
    pounds = reading.bare and (reading.weight_kg or 0) > MOST_BARE_KG
    if reading.weight_kg is not None and not (0 < reading.weight_kg <= HEAVIEST_KG or pounds):
        return (refused(m.MOST_WEIGHT, weight=Kg(kg=HEAVIEST_KG)),)
    found = _under_way(turn)
    if found is not None and reading.date is None and reading.subject is Subject.THAT and not reading.opens:
        return _fix_set(turn, *found, reading)
    entries = _meant(turn, reading)
    if not entries and _deletes(reading) and reading.coming is not None and not _is_of_nothing(turn, reading):
        return moving_lifts.skip_in_words(turn, SkippedLiftReading(date=reading.coming))
    if len(entries) != 1 or _may_be_another(entries[0][1], reading):
        return (ask_which(turn, entries, reading.date),)
    return fixed(turn, entries[0], reading)


def _is_of_nothing(turn: Turn, reading: LiftFixReading) -> bool:
    """Tell whether "I did not lift today" is said where no lift was to be done."""
    return reading.opens and not lift_times(turn.records, turn.runner, first=turn.today, days=1)


def rated(turn: Turn, reading: LiftEffortReading) -> Replies:
    """Add how hard it was to the lift that is meant: the newest of the last days, with that weight if one is told."""
    found = _under_way(turn)
    if found is not None and found[1].done:
        return _last_set(turn, *found, lambda work: replace(work, rir=reading.rir))
    since = turn.said_at - RATED_WITHIN
    recent = [one for one in turn.records.lifts.of(turn.runner.id) if one[1].at >= since and one[1].sets]
    meant = [one for one in recent if reading.weight_kg is None or _has_weight(one[1], reading.weight_kg)]
    if not meant:
        return (ask_which(turn, (), None),)
    return rated_as(turn, max(meant, key=lambda entry: entry[1].at), reading.rir)


def rated_as(turn: Turn, entry: Entry, rir: float) -> Replies:
    """Keep how hard a lift was."""
    row, lift = entry
    return anew(editing_lifts.keep(turn, row, with_effort(lift, rir, again=True)))


def retold(turn: Turn, reading: LiftRetoldReading) -> Replies:
    """Put the lift right that was just logged, as it is told anew; without one, log what is a whole lift."""
    newest = turn.records.last_change(turn.runner.id)
    touched = () if newest is None else turn.records.changed(turn.runner.id, newest)
    entries = [entry for entry in turn.records.lifts.of(turn.runner.id) if entry[1] in touched]
    if len(entries) != 1:
        return () if reading.lift is None else logbook.store(turn, (reading.lift,))
    return told_anew(turn, entries[0], reading)


def told_anew(turn: Turn, entry: Entry, reading: LiftRetoldReading) -> Replies:
    """Put a lift right as it is told anew."""
    row, lift = entry
    if reading.lift is None:
        local = lift.at.astimezone(turn.zone)
        at = min(instant(reading.date or local.date(), reading.time or local.time(), turn.zone), turn.now)
        return anew(editing_lifts.keep(turn, row, replace(lift, at=at)))
    told = reading.lift
    at = lift.at if told.at is None else told.at.astimezone(dt.UTC)
    sets = tuple(replace(work, rir=work.rir if work.rir is not None else lift.sets[0].rir) for work in told.sets)
    return anew(editing_lifts.keep(turn, row, replace(lift, at=at, sets=sets, text=told.text)))


def _has_weight(lift: Lift, kg: float) -> bool:
    return any(work.weight_kg is not None and abs(work.weight_kg - kg) < SAME_KG for work in lift.sets)


def heard(turn: Turn, found: tuple[Meaning, ...]) -> tuple[Meaning, ...]:
    """Take "did the session" for the lift of today where it can be no run."""
    return (LiftWishReading(wish=LiftWish.AS_PLANNED),) if _is_session(turn, found) else found


def _is_session(turn: Turn, found: tuple[Meaning, ...]) -> bool:
    """Tell whether "did the session" is the lift of today: no run is over, and one was due or it went "as planned"."""
    told = [one for one in found if isinstance(one, DatedRunReading)]
    others = [one for one in found if not isinstance(one, DatedRunReading | RunReportReading)]
    if len(told) != 1 or others or not is_told_bare(told[0]) or told[0].date != turn.today:
        return False
    words = told[0].run.text.lower()
    named = told[0].planned is RunKind.OTHER and not SESSIONS.isdisjoint(words.split())
    ran = any(run.date == turn.today for run in runs_behind(turn))
    return named and not ran and (AS_PLANNED in words or log_menu.is_due(turn))


def _under_way(turn: Turn) -> tuple[int, Workout] | None:
    """Return the lift that is between its work sets, or done but for how hard it was."""
    return under_way(turn, Stage.WORK, Stage.EFFORT)


def _did(turn: Turn, row: int, workout: Workout, reps: int) -> Replies:
    if workout.stage is Stage.EFFORT:
        return _last_set(turn, row, workout, lambda work: replace(work, reps=reps))
    if reps < workout.next_set.reps:
        return gym.did_fewer(turn, row, workout, str(reps))
    plan = (*workout.plan[: len(workout.done)], replace(workout.next_set, reps=reps))
    rest = workout.plan[len(workout.done) + 1 :]
    return gym.did(turn, row, replace(workout, plan=(*plan, *rest)))


def _fix_set(turn: Turn, row: int, workout: Workout, reading: LiftFixReading) -> Replies:
    """Put the last set right that was done, or take it back; before the first one it is the one whose turn it is."""
    if _deletes(reading):
        return gym.back(turn, row, workout) if workout.done else (view(turn, row, workout),)
    if not workout.done and reading.reps is not None:
        return _did(turn, row, workout, reading.reps)
    if not workout.done:
        return gym.loaded(turn, row, workout, reading.weight_kg or 0.0)
    return _last_set(turn, row, workout, lambda work: _right(work, reading))


def _last_set(turn: Turn, row: int, workout: Workout, right: Callable[[LiftSet], LiftSet]) -> Replies:
    done = (*workout.done[:-1], right(workout.done[-1]))
    return (view(turn, *moved_on(turn, row, gym.as_done(turn, replace(workout, done=done)))),)


def _deletes(reading: LiftFixReading) -> bool:
    return reading.weight_kg is None and reading.reps is None


def _meant(turn: Turn, reading: LiftFixReading) -> tuple[Entry, ...]:
    """Return the lifts that are meant; one alone is clear.

    On a weekday with a lift to come, which may be left out in the same words, none is.
    """
    entries = tuple(
        entry for entry in turn.records.lifts.of(turn.runner.id) if reading.exercise in {None, entry[1].exercise}
    )
    if reading.of_kg is not None:
        since = turn.said_at - NAMED_WITHIN
        return tuple(one for one in entries if one[1].at >= since and _has_weight(one[1], reading.of_kg))
    if reading.date is not None:
        planned = _deletes(reading) and _is_planned(turn, reading)
        return () if planned else tuple(one for one in entries if local_date(one[1].at, turn.zone) == reading.date)
    if reading.subject is Subject.LAST:
        return tuple(sorted(entries, key=lambda entry: entry[1].at)[-1:])
    if reading.subject is Subject.OPEN:
        return () if _deletes(reading) else _just_logged(turn, entries) or _only_one(turn, entries)
    return _just_logged(turn, entries)


def _only_one(turn: Turn, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Return the one lift of the last weeks, which "change the weight to 110" can only mean; else none."""
    since = turn.said_at - NAMED_WITHIN
    recent = tuple(one for one in entries if one[1].at >= since)
    return recent if len(recent) == 1 else ()


def _is_planned(turn: Turn, reading: LiftFixReading) -> bool:
    """Tell whether a lift stands on the day to come that may be meant: what is logged is of the past."""
    day = reading.coming
    if day is None or day == turn.today:
        return False
    return bool(lift_times(turn.records, turn.runner, first=day, days=1))


def _may_be_another(lift: Lift, reading: LiftFixReading) -> bool:
    """Tell whether "my last deadlift was 140" is so far from the newest lift in the log that it may be in none."""
    if reading.subject is not Subject.LAST or reading.weight_kg is None or reading.before is not None:
        return False
    known = [work.weight_kg for work in lift.sets if work.weight_kg]
    return bool(known) and not min(known) / MOST_SLIP <= reading.weight_kg <= max(known) * MOST_SLIP


def just_logged(turn: Turn) -> Entry | None:
    """Return the lift that was just logged or edited; None where it is not clear which one that is."""
    found = _just_logged(turn, turn.records.lifts.of(turn.runner.id))
    return found[0] if len(found) == 1 else None


def _just_logged(turn: Turn, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Return the lift that the newest change logged or edited; else the only one of today."""
    newest = turn.records.last_change(turn.runner.id)
    touched = () if newest is None else turn.records.changed(turn.runner.id, newest)
    found = tuple(entry for entry in entries if entry[1] in touched)
    return found or tuple(entry for entry in entries if local_date(entry[1].at, turn.zone) == turn.today)


def ask_which(turn: Turn, entries: tuple[Entry, ...], day: dt.date | None) -> Reply:
    """Ask which lift is meant, of those of a day or else of the last ones."""
    lines, edits = log_menu.newest_of(turn, entries or turn.records.lifts.of(turn.runner.id))
    first = say(m.WHICH_LIFT) if lines else say(m.NO_LIFT_LOGGED)
    if lines and day is not None and not entries:
        first = say(m.NO_LIFT_THAT_DAY, day=day)
    return replace(asked(first, buttons=edits), notes=lines)


def fixed(turn: Turn, entry: Entry, reading: LiftFixReading) -> Replies:
    """Do what was said to a lift; where its sets leave open which one is wrong, offer all that can be changed."""
    row, lift = entry
    if reading.opens:
        return anew(editing_lifts.edit(turn, row, lift))
    if reading.bare and (reading.weight_kg or 0) > MOST_BARE_KG and POUNDS.search(lift.text):
        reading = replace(reading, weight_kg=(reading.weight_kg or 0) * unit_kg(MassUnit.LB))
    if _deletes(reading):
        return anew(editing_lifts.delete(turn, row, lift))
    after = as_told(lift, reading)
    if after is None:
        return anew(editing_lifts.edit(turn, row, lift))
    return anew(editing_lifts.keep(turn, row, editing_lifts.as_loaded(turn, after)))


def anew(replies: Replies) -> Replies:
    """Return replies as messages of their own: no button was pressed."""
    return tuple(replace(reply, in_place=False) for reply in replies)


def as_told(lift: Lift, reading: LiftFixReading) -> Lift | None:
    """Return a lift with what was told of its sets: all that were alike, or those that were as it was denied."""
    wrong = [work for work in lift.sets if _is_wrong(work, reading)]
    if not wrong or (reading.before is None and len({_part(work, reading) for work in lift.sets}) > 1):
        return None
    if reading.reps is not None and reading.before is None and len(lift.sets) > 1:
        return None
    sets = tuple(_right(work, reading) if work in wrong else work for work in lift.sets)
    return replace(lift, sets=sets)


def _part(work: LiftSet, reading: LiftFixReading) -> float | None:
    return work.reps if reading.reps is not None else work.weight_kg


def _is_wrong(work: LiftSet, reading: LiftFixReading) -> bool:
    part = _part(work, reading)
    return reading.before is None or (part is not None and abs(part - reading.before) < ROUNDED_KG)


def _right(work: LiftSet, reading: LiftFixReading) -> LiftSet:
    return replace(
        work,
        reps=work.reps if reading.reps is None else reading.reps,
        weight_kg=work.weight_kg if reading.weight_kg is None else reading.weight_kg,
    )
