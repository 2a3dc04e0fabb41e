"""Lifts in the log changed by buttons: each change is stored with its Undo.

A button names its change and carries a print of the lift it was made for: what was offered for another version of the
lift, or never offered, does nothing.
"""

import datetime as dt
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from bot.app import logbook, weeks
from bot.app import messages as m
from bot.app.as_planned import with_effort
from bot.app.pressing import Outcome, Press, StaleButton, read_number
from bot.app.reminder_buttons import EFFORTS, effort_label
from bot.app.replies import alert, asked, button, rows, stored
from bot.app.reply import Button, Kg, Line, Message, Replies, Rows, say
from bot.app.turn import Turn
from bot.app.workouts import is_above, plan_for
from bot.guidance.loads import heavier, lighter
from bot.training.lifts import Called, Lift
from bot.training.time import instant, local_date

MOST_SETS = 12
"""So many sets have buttons of their own."""

MOST_REPS = 100
DELETE = "delete"

Change = tuple[str, Line, Lift]
"""What a lift can become: the name of the change, what its button says, the lift as it is then."""


def edit(turn: Turn, row: int, lift: Lift) -> Replies:
    """Open a lift to be changed."""
    line = say(m.EDIT_LIFT, at=lift.at, lift=lift)
    return (replace(asked(line, buttons=_buttons(turn, row, lift)), in_place=True),)


def edit_reps(_: Turn, row: int, lift: Lift) -> Replies:
    """Offer one repetition more or less of each set, and one set more or less."""
    reps, sets = (rows(_taps(row, lift, changes), width=2) for changes in (_of_reps(lift), _of_sets(lift)))
    return _chosen(row, lift, (*reps, *sets))


def edit_effort(_: Turn, row: int, lift: Lift) -> Replies:
    """Ask how hard it was."""
    choices = rows(_taps(row, lift, _of_effort(lift)), width=len(EFFORTS))
    return _chosen(row, lift, choices, question=m.EDIT_HOW_HARD)


def change(turn: Turn, row: int, lift: Lift, name: str) -> Replies:
    """Do one of the changes that are offered for a lift."""
    after = next((after for known, _, after in _all(turn, lift) if known == name), None)
    if after is None:
        raise StaleButton
    return keep(turn, row, after)


def keep(turn: Turn, row: int, after: Lift) -> Replies:
    """Keep a lift as it is changed."""
    with turn.change() as change_id:
        turn.records.lifts.replace(turn.runner.id, row, after)
    said = stored(change_id, *logbook.echo(turn, after))
    buttons = (*said.buttons, *_buttons(turn, row, after))
    return (replace(said, buttons=buttons, in_place=True), *weeks.repaired(turn))


def delete(turn: Turn, row: int, lift: Lift) -> Replies:
    """Take a lift out of the log."""
    with turn.change() as change_id:
        turn.records.lifts.remove(turn.runner.id, row)
    said = stored(change_id, say(m.LIFT_DELETED, at=lift.at, lift=lift))
    return (replace(said, in_place=True), *weeks.repaired(turn))


def _chosen(row: int, lift: Lift, choices: Rows, *, question: Message = m.EDIT_LIFT) -> Replies:
    line = say(question, at=lift.at, lift=lift)
    back = (button(say(m.BACK), "ledit", str(row)),)
    return (replace(asked(line, buttons=(*choices, back)), in_place=True),)


def _buttons(turn: Turn, row: int, lift: Lift) -> Rows:
    """Return the buttons of all that can be changed, row by row."""
    sub = (button(say(m.EDIT_REPS), "lreps", str(row)), button(say(m.EDIT_EFFORT), "leffort", str(row)))
    gone = button(say(m.EDIT_DELETE), "lset", str(row), _print(lift), DELETE)
    kinds = (_of_load(turn, lift), _of_day(turn, lift), _of_word(lift))
    load, day, word = (tuple(_taps(row, lift, kind)) for kind in kinds)
    return (load, sub, day, word, (gone,))


def _taps(row: int, lift: Lift, changes: Iterator[Change]) -> Iterator[Button]:
    return (button(label, "lset", str(row), _print(lift), name) for name, label, _ in changes)


def _print(lift: Lift) -> str:
    """Return a short mark of a lift as it is; it guards against taps on an old view, and against nothing else."""
    return f"{zlib.crc32(repr(lift).encode()):x}"


def _all(turn: Turn, lift: Lift) -> Iterator[Change]:
    yield from _of_load(turn, lift)
    yield from _of_reps(lift)
    yield from _of_sets(lift)
    yield from _of_effort(lift)
    yield from _of_day(turn, lift)
    yield from _of_word(lift)


def _of_load(turn: Turn, lift: Lift) -> Iterator[Change]:
    """Yield every set one step lighter and heavier, as the runner's plates or bells make it."""
    profile, doses = turn.runner.profile, turn.knowledge.thresholds.doses
    first = lift.sets[0].weight_kg if lift.sets else None
    if first is None:
        return
    down = _with_loads(lift, lambda kg: lighter(lift.exercise, kg, profile, doses))
    up = _with_loads(lift, lambda kg: heavier(lift.exercise, kg, profile, doses))
    up = None if up is None else as_loaded(turn, up)
    for name, label, after in (("down", m.LIGHTER, down), ("up", m.HEAVIER, up)):
        if after is not None:
            yield name, say(label, weight=Kg(kg=after.sets[0].weight_kg or 0.0)), after


def as_loaded(turn: Turn, lift: Lift) -> Lift:
    """Return a lift that was light as prescribed without that name where more was lifted; the runner's words stay."""
    if lift.text or lift.called is not Called.LIGHT:
        return lift
    plan = plan_for(turn, lift.at, lifted=True)
    most = plan.most_kg if plan is not None and plan.exercise is lift.exercise else None
    return replace(lift, called=None) if is_above(lift.sets, most) else lift


def _with_loads(lift: Lift, other: Callable[[float], float | None]) -> Lift | None:
    """Return a lift with another load for each set that has one; None where a set has no other."""
    loads = [None if work.weight_kg is None else other(work.weight_kg) for work in lift.sets]
    if any(load is None and work.weight_kg is not None for load, work in zip(loads, lift.sets, strict=True)):
        return None
    sets = tuple(replace(work, weight_kg=load) for load, work in zip(loads, lift.sets, strict=True))
    return replace(lift, sets=sets)


def _of_reps(lift: Lift) -> Iterator[Change]:
    for place, work in enumerate(lift.sets[:MOST_SETS]):
        for reps in (work.reps - 1, work.reps + 1):
            if 0 < reps <= MOST_REPS:
                sets = (*lift.sets[:place], replace(work, reps=reps), *lift.sets[place + 1 :])
                yield f"s{place}r{reps}", say(m.EDIT_SET, number=place + 1, reps=reps), replace(lift, sets=sets)


def _of_sets(lift: Lift) -> Iterator[Change]:
    """Yield the last set once more, and the lift without it where others are left."""
    if 0 < len(lift.sets) < MOST_SETS:
        yield "more", say(m.DO_MORE), replace(lift, sets=(*lift.sets, lift.sets[-1]))
    if len(lift.sets) > 1:
        yield "less", say(m.EDIT_SET_LESS), replace(lift, sets=lift.sets[:-1])


def _of_effort(lift: Lift) -> Iterator[Change]:
    for rir in EFFORTS if lift.sets else ():
        yield f"e{rir}", effort_label(rir), with_effort(lift, float(rir), again=True)


def _of_day(turn: Turn, lift: Lift) -> Iterator[Change]:
    """Yield today and yesterday at the same time of day, where the lift is on another one; never a time to come."""
    local = lift.at.astimezone(turn.zone)
    days = {m.EDIT_TODAY: turn.today, m.EDIT_YESTERDAY: turn.today - dt.timedelta(days=1)}
    for label, day in days.items():
        if day != local_date(lift.at, turn.zone):
            at = min(instant(day, local.time(), turn.zone), turn.now)
            yield label.key.removeprefix("edit_"), say(label), replace(lift, at=at)


def _of_word(lift: Lift) -> Iterator[Change]:
    for called, label in ((Called.HEAVY, m.EDIT_HEAVY), (Called.LIGHT, m.EDIT_LIGHT)):
        if lift.called is not called:
            yield called.value, say(label), replace(lift, called=called)


def _of_lift(do: Callable[[Turn, int, Lift], Replies]) -> Callable[[Turn, str], Outcome]:
    """Return what a button does with a lift of this runner's log."""

    def press(turn: Turn, row: str) -> Outcome:
        lift = turn.records.lifts.get(turn.runner.id, read_number(row))
        if lift is None:
            raise StaleButton
        return do(turn, int(row), lift)

    return press


def _changed(turn: Turn, row: str, known: str, name: str) -> Outcome:
    lift = turn.records.lifts.get(turn.runner.id, read_number(row))
    if lift is None:
        raise StaleButton
    if _print(lift) != known:
        return (alert(m.LIFT_CHANGED),)
    return delete(turn, int(row), lift) if name == DELETE else change(turn, int(row), lift, name)


PRESSES: Mapping[str, Press] = {
    "ledit": Press(do=_of_lift(edit), args=1),
    "lreps": Press(do=_of_lift(edit_reps), args=1),
    "leffort": Press(do=_of_lift(edit_effort), args=1),
    "lset": Press(do=_changed, args=3),
}
