"""`/week` and the plan: lifts proposed or fixed, the verdict of each day, a repair that waits for the runner's tap."""

import datetime as dt
from dataclasses import replace

from bot.app import messages as m
from bot.app.replies import asked, button, stored
from bot.app.reply import Button, Line, Replies, Reply, say
from bot.app.turn import Turn, values
from bot.guidance.planner import Plan, PlanLift, plan_week
from bot.guidance.situation import Book
from bot.guidance.week import fixed_week, planned_week
from bot.training.lifts import FixedLift, PlannedLift
from bot.training.time import instant

FORGET = dt.timedelta(days=28)
"""A plan's lifts are forgotten so long after their day."""


def week(turn: Turn) -> Replies:
    """Show the next days with the lifts that are fixed, planned or proposed."""
    book, fixed = turn.book(), tuple(values(turn.records.fixed_lifts.of(turn.runner.id)))
    if fixed:
        shown = fixed_week(book, _occurrences(turn, fixed), now=turn.now)
        return (Reply(lines=(say(m.WEEK_AHEAD_FIXED),), week=shown),)
    if not turn.runner.profile.auto_lifts:
        plan = plan_week(book, now=turn.now)
        shown = planned_week(book, plan, now=turn.now)
        return (Reply(lines=(say(m.WEEK_AHEAD_PROPOSED),), week=shown, buttons=((_accept(),),)),)
    return _kept_or_repaired(turn, book)


def auto(turn: Turn) -> Replies:
    """Let the planner choose the lift times, and keep and show its plan."""
    book = turn.book()
    plan = plan_week(book, now=turn.now, kept=_times(_plan(turn)))
    with turn.change() as change_id:
        turn.records.fixed_lifts.clear(turn.runner.id)
        turn.save(replace(turn.runner, profile=replace(turn.runner.profile, auto_lifts=True)))
        _keep(turn, plan)
    reply = stored(change_id, say(m.LIFTS_AUTO))
    return (replace(reply, week=planned_week(book, plan, now=turn.now)),)


def repaired(turn: Turn) -> Replies:
    """Propose a better plan after something changed: before and after, and nothing is kept without a tap."""
    turn = turn.fresh()
    if not turn.runner.profile.auto_lifts:
        return ()
    before = _plan(turn)
    after = plan_week(turn.book(), now=turn.now, kept=_times(before))
    if set(before) <= set(after):
        _keep(turn, after)
        turn.replan()
        return ()
    return (_before_and_after(before, after),)


def _kept_or_repaired(turn: Turn, book: Book) -> Replies:
    before = _plan(turn)
    after = plan_week(book, now=turn.now, kept=_times(before))
    if not set(before) <= set(after):
        return (
            Reply(lines=(say(m.WEEK_AHEAD),), week=planned_week(book, before, now=turn.now)),
            _before_and_after(before, after),
        )
    # The plan that was shown last says which days are lift days: showing it is keeping it.
    _keep(turn, after)
    turn.replan()
    return (Reply(lines=(say(m.WEEK_AHEAD),), week=planned_week(book, after, now=turn.now)),)


def _before_and_after(before: Plan, after: Plan) -> Reply:
    lines = (say(m.PLAN_BEFORE), *_rows(before), say(m.PLAN_AFTER), *_rows(after), say(m.PLAN_ASK))
    return asked(*lines, buttons=((button(say(m.PLAN_USE), "plan"), button(say(m.PLAN_KEEP), "keep")),))


def _rows(plan: Plan) -> tuple[Line, ...]:
    rows = tuple(say(m.PLAN_HEAVY if one.heavy else m.PLAN_LIGHT, at=one.at) for one in plan)
    return rows or (say(m.PLAN_EMPTY),)


def _accept() -> Button:
    return button(say(m.PLAN_ACCEPT), "plan")


def _plan(turn: Turn) -> Plan:
    """Return what is still to come of the plan the runner saw last."""
    planned = sorted(values(turn.records.planned_lifts.of(turn.runner.id)), key=lambda one: (one.date, one.time))
    lifts = (PlanLift(at=instant(one.date, one.time, turn.zone), heavy=one.heavy) for one in planned)
    return tuple(lift for lift in lifts if lift.at > turn.now)


def _times(plan: Plan) -> frozenset[dt.datetime]:
    return frozenset(lift.at for lift in plan)


def _keep(turn: Turn, plan: Plan) -> None:
    """Put a plan in the place of what is still to come of the old one."""
    shelf, owner = turn.records.planned_lifts, turn.runner.id
    for row, old in shelf.of(owner):
        if instant(old.date, old.time, turn.zone) > turn.now or old.date < turn.today - FORGET:
            shelf.remove(owner, row)
    for lift in plan:
        local = lift.at.astimezone(turn.zone)
        shelf.add(owner, PlannedLift(date=local.date(), time=local.time().replace(fold=0), heavy=lift.heavy))


def _occurrences(turn: Turn, fixed: tuple[FixedLift, ...]) -> list[dt.datetime]:
    """Return the fixed lifts of the next days that are still to come."""
    days = (turn.today + dt.timedelta(days=n) for n in range(turn.knowledge.thresholds.week.days))
    times = (instant(day, one.time, turn.zone) for day in days for one in fixed if day.weekday() == one.weekday)
    return sorted(at for at in times if at > turn.now)
