"""`/week` and the plan: lifts proposed or fixed, the verdict of each day, a repair that waits for the runner's tap."""

import datetime as dt
from dataclasses import replace

from bot.app import messages as m
from bot.app import red_flags
from bot.app.lift_days import barred_days, lift_times
from bot.app.replies import asked, button, share_row, stored
from bot.app.reply import Button, Line, Mark, Replies, Reply, say
from bot.app.told import note_told
from bot.app.turn import Turn
from bot.guidance.engine import decide
from bot.guidance.planner import Plan, PlanLift, plan_week
from bot.guidance.situation import Book
from bot.guidance.verdict import Verdict
from bot.guidance.week import Week, fixed_week, planned_week
from bot.training.lift_times import LiftTime
from bot.training.lifts import PlannedLift
from bot.training.time import instant

FORGET = dt.timedelta(days=28)
"""A plan's lifts are forgotten so long after their day."""


def week(turn: Turn) -> Replies:
    """Show the next days with the lifts that are fixed, planned or proposed, as a picture and as text.

    While a red flag stands there is only help.
    """
    if red_flags.standing_flags(turn):
        return red_flags.keep_flag(turn)
    if turn.records.fixed_lifts.of(turn.runner.id) or not turn.runner.profile.auto_lifts:
        return (_pictured(_fixed_or_proposed(turn)),)
    shown, change = _kept_or_repaired(turn)
    turn.replan()
    return (_pictured(shown), *change)


def in_one(turn: Turn) -> Reply:
    """Show the next days as one reminder; a better plan stands below it, and waits for a tap as ever."""
    if turn.records.fixed_lifts.of(turn.runner.id) or not turn.runner.profile.auto_lifts:
        return replace(_fixed_or_proposed(turn), mark=Mark.REMINDER)
    shown, change = _kept_or_repaired(turn)
    notes = tuple(line for reply in change for line in reply.lines)
    buttons = tuple(row for reply in change for row in reply.buttons)
    return replace(shown, mark=Mark.REMINDER, notes=notes, buttons=buttons)


def to_show(turn: Turn) -> Reply:
    """Return the next days as `week` shows them, for others to see: nothing is kept or proposed."""
    book = turn.book()
    if turn.records.fixed_lifts.of(turn.runner.id):
        return _pictured(Reply(week=fixed_week(book, fixed_times(turn), now=turn.now)))
    before = _plan(turn, book) if turn.runner.profile.auto_lifts else ()
    return _pictured(Reply(week=planned_week(book, _shown_plan(turn, book, before), now=turn.now)))


def auto(turn: Turn) -> Replies:
    """Let the planner choose the lift times, and keep and show its plan."""
    book = turn.book()
    plan = _planned(turn, book, _plan(turn, book))
    with turn.change() as change_id:
        turn.records.fixed_lifts.clear(turn.runner.id)
        turn.save(replace(turn.runner, profile=replace(turn.runner.profile, auto_lifts=True)))
        _keep(turn, plan)
    reply = stored(change_id, say(m.LIFTS_AUTO))
    return (replace(reply, week=_told(turn, planned_week(book, plan, now=turn.now))),)


def repaired(turn: Turn) -> Replies:
    """Propose a better plan after something changed: before and after, and nothing is kept without a tap."""
    turn = turn.fresh()
    if not turn.runner.profile.auto_lifts:
        return ()
    book = turn.book()
    before = _plan(turn, book)
    after = _planned(turn, book, before)
    if set(before) <= set(after):
        _keep(turn, after)
        turn.replan()
        return ()
    return (_before_and_after(before, after),)


def _shown_plan(turn: Turn, book: Book, before: Plan) -> Plan:
    """Return the plan as it stands: the best one where it only grows, else the one the runner saw."""
    after = _planned(turn, book, before)
    return after if set(before) <= set(after) else before


def _pictured(reply: Reply) -> Reply:
    """Return a week as a picture too; somebody who needs help gets words alone."""
    helped = reply.week is not None and any(day.verdict is Verdict.REFER for day in reply.week.days)
    return reply if helped else replace(reply, pictured=True, buttons=(*reply.buttons, share_row("week")))


def _fixed_or_proposed(turn: Turn) -> Reply:
    book = turn.book()
    if turn.records.fixed_lifts.of(turn.runner.id):
        shown = fixed_week(book, fixed_times(turn), now=turn.now)
        return Reply(lines=(say(m.WEEK_AHEAD_FIXED),), week=_told(turn, shown))
    plan = _planned(turn, book, ())
    shown = planned_week(book, plan, now=turn.now)
    return Reply(lines=(say(m.WEEK_AHEAD_PROPOSED),), week=shown, buttons=((_accept(),),))


def _kept_or_repaired(turn: Turn) -> tuple[Reply, Replies]:
    """Return the plan as it stands, and what to ask where another is better; a plan that only grows is kept."""
    book = turn.book()
    before = _plan(turn, book)
    after = _planned(turn, book, before)
    grows = set(before) <= set(after)
    if grows:
        # The plan that was shown last says which days are lift days: showing it is keeping it.
        _keep(turn, after)
    shown = _told(turn, planned_week(book, after if grows else before, now=turn.now))
    change = () if grows else (_before_and_after(before, after),)
    return Reply(lines=(say(m.WEEK_AHEAD),), week=shown), change


def _told(turn: Turn, shown: Week) -> Week:
    """Remember what a week that is shown says of its lifts."""
    note_told(turn, ((lift.at, lift.verdict) for day in shown.days for lift in day.lifts))
    return shown


def _before_and_after(before: Plan, after: Plan) -> Reply:
    lines = (say(m.PLAN_BEFORE), *_rows(before), say(m.PLAN_AFTER), *_rows(after), say(m.PLAN_ASK))
    return asked(*lines, buttons=((button(say(m.PLAN_USE), "plan"), button(say(m.PLAN_KEEP), "keep")),))


def _rows(plan: Plan) -> tuple[Line, ...]:
    rows = tuple(say(m.PLAN_HEAVY if one.heavy else m.PLAN_LIGHT, at=one.at) for one in plan)
    return rows or (say(m.PLAN_EMPTY),)


def _accept() -> Button:
    return button(say(m.PLAN_ACCEPT), "plan")


def _planned(turn: Turn, book: Book, before: Plan) -> Plan:
    """Return the best plan around the lifts that the runner moved, and without the days on which they wanted none."""
    moved = {lift.at(turn.zone) for lift in _coming(turn) if lift.moved}
    pinned = tuple(lift for lift in _plan(turn, book) if lift.at in moved)
    kept = frozenset(lift.at for lift in before)
    return plan_week(book, now=turn.now, kept=kept, pinned=pinned, barred=barred_days(turn.records, turn.runner))


def _plan(turn: Turn, book: Book) -> Plan:
    """Return what is still to come of the plan the runner saw last, single lifts where they moved them."""
    return tuple(PlanLift(at=lift.at(turn.zone), heavy=_is_heavy(turn, book, lift)) for lift in _coming(turn))


def _is_heavy(turn: Turn, book: Book, lift: LiftTime) -> bool:
    """Tell whether a lift is meant heavy; one that was moved only where its new time is good for it."""
    return bool(lift.heavy) and (not lift.moved or decide(book, lift.at(turn.zone)).verdict is Verdict.HEAVY)


def _coming(turn: Turn) -> tuple[LiftTime, ...]:
    planning = replace(turn.runner, profile=replace(turn.runner.profile, auto_lifts=True))
    known = lift_times(turn.records, planning, first=turn.today, days=FORGET.days)
    return tuple(lift for lift in known if lift.at(turn.zone) > turn.now)


def _keep(turn: Turn, plan: Plan) -> None:
    """Put a plan in the place of what is still to come of the old one; lifts that were moved or left out stay known.

    What stays as it is is not written again: to show a plan must stand in the way of no Undo.
    """
    shelf, owner = turn.records.planned_lifts, turn.runner.id
    changed = {(change.date, change.time) for _, change in turn.records.lift_changes.of(owner)}
    pinned = {lift.at(turn.zone) for lift in _coming(turn) if lift.moved}
    wanted = [_as_planned(turn, lift) for lift in plan if lift.at not in pinned]
    for row, old in shelf.of(owner):
        coming = instant(old.date, old.time, turn.zone) > turn.now and (old.date, old.time) not in changed
        if coming and old in wanted:
            wanted.remove(old)
        elif coming or old.date < turn.today - FORGET:
            shelf.remove(owner, row)
    for lift in wanted:
        shelf.add(owner, lift)


def _as_planned(turn: Turn, lift: PlanLift) -> PlannedLift:
    local = lift.at.astimezone(turn.zone)
    return PlannedLift(date=local.date(), time=local.time().replace(fold=0), heavy=lift.heavy)


def fixed_times(turn: Turn) -> list[dt.datetime]:
    """Return the fixed lifts of the next days that are still to come."""
    days = turn.knowledge.thresholds.week.days
    known = lift_times(turn.records, turn.runner, first=turn.today, days=days)
    return [at for lift in known if (at := lift.at(turn.zone)) > turn.now]
