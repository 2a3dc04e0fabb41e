"""`/warmup`: today's warm-up with real loads, ticked off step by step in one message."""

import datetime as dt
from dataclasses import replace

from bot.app import messages as m
from bot.app import red_flags
from bot.app.answering import moment_answer, today_answer
from bot.app.replies import refused
from bot.app.reply import Mark, Replies, Reply, say
from bot.app.turn import Turn
from bot.app.workout import Stage, Workout
from bot.app.workout_views import is_between_ramp_sets, left, step_count, view
from bot.app.workouts import Open, begun, is_cold, is_left, moved_on, newest, opened, plan_for, planned
from bot.guidance.warmup import WarmUp, ramped, warm_up
from bot.training.time import local_date


def warmup(turn: Turn, text: str) -> Replies:
    """Show the warm-up for a lift right after it, in the minutes that there are (`/warmup 15`); none without a lift."""
    minutes = _minutes(text)
    if text.strip() and minutes is None:
        return (refused(m.WARMUP_EXPECTS),)
    return prompt(turn, _first_set_at(turn, minutes), asked=True, minutes=minutes)


def _first_set_at(turn: Turn, minutes: int | None) -> dt.datetime:
    """Return when the work sets can begin of who begins the warm-up now: they are what is decided."""
    plan = plan_for(turn, turn.now)
    steps = None if plan is None else warm_up(plan.book, plan.decision, plan.work, minutes=minutes)
    return turn.now if steps is None else turn.now + dt.timedelta(minutes=steps.minutes)


def prompt(turn: Turn, lift_at: dt.datetime, *, asked: bool, minutes: int | None = None) -> Replies:
    """Return the warm-up for a lift, or the verdict where it is not a yes; `asked` tells an answer from a reminder."""
    under_way = None if red_flags.standing_flags(turn) else begun(turn)
    if under_way is not None and local_date(under_way[1].at, turn.zone) == local_date(lift_at, turn.zone):
        return (left(turn, *under_way),) if asked else ()
    plan = plan_for(turn, lift_at)
    if plan is None:
        return (_no_lift_at(turn, lift_at) if asked else moment_answer(turn, lift_at, mark=Mark.REMINDER),)
    steps = warm_up(plan.book, plan.decision, plan.work, minutes=minutes)
    if steps is None:
        return (refused(m.WARMUP_TOO_SHORT),) if asked else ()
    fresh = planned(turn, plan.after(steps), at=lift_at, stage=Stage.WARM_UP, warm_up=steps)
    return (view(turn, *_opened(turn, fresh)),)


def _no_lift_at(turn: Turn, lift_at: dt.datetime) -> Reply:
    """Answer about all of today, or about the end of a warm-up that begins now while the lift could."""
    return moment_answer(turn, lift_at) if lift_at > turn.now else today_answer(turn)


def tick(turn: Turn, row: int, workout: Workout) -> Replies:
    """Tick off the step whose turn it is; after a set of the ramp the rest begins."""
    return _at_step(turn, row, workout, workout.step + 1)


def untick(turn: Turn, row: int, workout: Workout) -> Replies:
    """Take the last tick back."""
    return _at_step(turn, row, workout, max(0, workout.step - 1), rests=False)


def _at_step(turn: Turn, row: int, workout: Workout, step: int, *, rests: bool = True) -> Replies:
    """Show the warm-up at a step; where there is no lift any more, say that instead."""
    steps = workout.warm_up
    if steps is None or step > step_count(turn, steps):
        return (view(turn, row, workout),)
    if plan_for(turn, max(workout.at, turn.now)) is None:
        return no_lift(turn, workout)
    most = turn.knowledge.thresholds.warmup.ramp_rest_s[1]
    rest = turn.now + dt.timedelta(seconds=most) if rests and is_between_ramp_sets(turn, steps, step) else None
    return (view(turn, *moved_on(turn, row, replace(workout, step=step, rest_until=rest))),)


def loaded(turn: Turn, row: int, workout: Workout, kg: float) -> Replies:
    """Warm up for another work weight. What the lift is called is settled when the work sets begin."""
    after = workout.with_load(kg)
    if after.warm_up is not None:
        after = replace(after, warm_up=ramped(after.warm_up, turn.book(), after.exercise, work_kg=kg))
    return (view(turn, *moved_on(turn, row, after)),)


def begin_again(turn: Turn, row: int, workout: Workout) -> Replies:
    """Show a warm-up that is cold by now from its first step on; the next tap counts."""
    first, *others = _at_step(turn, row, replace(workout, at=max(workout.at, turn.now)), 0)
    cold = (say(m.WARMUP_COLD),) if first.mark is Mark.WARMUP else ()
    return (replace(first, lines=(*cold, *first.lines)), *others)


def no_lift(turn: Turn, workout: Workout) -> Replies:
    """Say that the lift is off by now."""
    return (moment_answer(turn, max(workout.at, turn.now)),)


def _opened(turn: Turn, fresh: Workout) -> Open:
    """Go on with the same warm-up for the same day where one is open; else begin a new one."""
    known = newest(turn)
    if known is not None and _is_same(turn, known[1], fresh):
        return moved_on(turn, known[0], replace(known[1], at=fresh.at))
    return opened(turn, fresh)


def _is_same(turn: Turn, known: Workout, fresh: Workout) -> bool:
    same_day = local_date(known.at, turn.zone) == local_date(fresh.at, turn.zone)
    warm = not is_left(turn, known) and not is_cold(turn, known)
    return same_day and warm and known.stage is Stage.WARM_UP and _are_same_steps(known.warm_up, fresh.warm_up)


def _are_same_steps(known: WarmUp | None, fresh: WarmUp | None) -> bool:
    """Tell whether two warm-ups are the same; where no load is known, one that was told makes no other."""
    if known is None or fresh is None or any(one.kg is not None for one in fresh.ramp):
        return known == fresh
    return replace(known, ramp=tuple(replace(one, kg=None) for one in known.ramp)) == fresh


def _minutes(text: str) -> int | None:
    word = text.strip().lower().removesuffix("min").strip()
    return int(word) if word.isdecimal() and len(word) <= len("999") else None
