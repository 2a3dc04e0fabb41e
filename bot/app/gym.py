"""In the gym: the work sets of a lift, logged one by one."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from bot.app import checkins, logbook, next_lift, warmups, weeks
from bot.app import messages as m
from bot.app.as_planned import with_effort
from bot.app.pressing import StaleButton, read_number
from bot.app.reminder_buttons import UNKNOWN, read_effort
from bot.app.reply import Line, Mark, Replies, Reply, say
from bot.app.turn import Turn
from bot.app.workout import Stage, Workout
from bot.app.workout_views import GRAMS, ask_fewer, view
from bot.app.workouts import Plan, closed, is_above, moved_on, plan_for, planned, twins
from bot.guidance.loads import heavier, lighter
from bot.guidance.verdict import Verdict
from bot.training.lifts import HEAVIEST_KG, Called, LiftSet


def start(turn: Turn, row: int, workout: Workout) -> Replies:
    """Begin the work sets, decided anew: what stood when the warm-up began need not stand any more."""
    plan = plan_for(turn, turn.now)
    if plan is None:
        return warmups.no_lift(turn, replace(workout, at=turn.now))
    plan = plan if workout.warm_up is None else plan.after(workout.warm_up)
    meant = planned(turn, plan, at=turn.now, stage=Stage.WORK, warm_up=workout.warm_up)
    kept = replace(meant, step=workout.step, rest_until=workout.rest_until, taps=workout.taps)
    kept = _as_warmed_up(turn, workout, kept)
    reply = view(turn, *moved_on(turn, row, kept))
    return (replace(reply, lines=(*_lighter(workout, plan), *reply.lines)),)


def _as_warmed_up(turn: Turn, before: Workout, kept: Workout) -> Workout:
    """Return the work sets with the weight that was warmed up for, unless another lift is meant by now."""
    kg = before.next_set.weight_kg
    same = before.exercise is kept.exercise and before.called is kept.called
    return kept if kg is None or not same else with_load(turn, kept, kg)


def sets(turn: Turn, row: int, workout: Workout) -> Replies:
    """Log set by set what was offered: its own plan, at its own time."""
    return (view(turn, *moved_on(turn, row, replace(workout, stage=Stage.WORK))),)


def _lighter(before: Workout, plan: Plan) -> tuple[Line, ...]:
    """Say why the sets are light, where they were not meant to be."""
    main = plan.decision.main
    if before.called is Called.LIGHT or main is None or plan.decision.verdict is not Verdict.LIGHT:
        return ()
    return (say(m.SET_LIGHTER, reason=main),)


def did(turn: Turn, row: int, workout: Workout) -> Replies:
    """Log the set whose turn it is as it was meant."""
    return _did(turn, row, workout, workout.next_set)


def did_fewer(turn: Turn, row: int, workout: Workout, reps: str) -> Replies:
    """Log the set whose turn it is with fewer repetitions."""
    count = read_number(reps)
    if not 0 < count < workout.next_set.reps:
        raise StaleButton
    return _did(turn, row, workout, replace(workout.next_set, reps=count))


def _did(turn: Turn, row: int, workout: Workout, work: LiftSet) -> Replies:
    """Log a set: then comes the rest, and after the last one the question how hard it was."""
    after = replace(workout, done=(*workout.done, work), rest_until=_rest_until(turn, workout))
    if after.is_complete:
        after = replace(after, stage=Stage.EFFORT, rest_until=None)
    return (view(turn, *moved_on(turn, row, after)),)


def _rest_until(turn: Turn, workout: Workout) -> dt.datetime:
    return turn.now + dt.timedelta(seconds=workout.rest_s[1])


def fewer(turn: Turn, row: int, workout: Workout) -> Replies:
    """Ask how many repetitions it was."""
    return (ask_fewer(turn, row, workout),)


def load(turn: Turn, row: int, workout: Workout, way: str) -> Replies:
    """Change the weight by one step that the runner's plates make."""
    kg, profile, doses = workout.next_set.weight_kg, turn.runner.profile, turn.knowledge.thresholds.doses
    if kg is None or way not in {"up", "down"}:
        raise StaleButton
    other = (heavier if way == "up" else lighter)(workout.exercise, kg, profile, doses)
    if other is None:
        raise StaleButton
    return loaded(turn, row, workout, other)


def leap(turn: Turn, row: int, workout: Workout, grams: str) -> Replies:
    """Take a weight that was asked about because it is far from the last one."""
    kg = read_number(grams) / GRAMS
    if not 0 < kg <= HEAVIEST_KG:
        raise StaleButton
    return loaded(turn, row, workout, kg)


def loaded(turn: Turn, row: int, workout: Workout, kg: float) -> Replies:
    """Change the weight; while warming up that of the ramp with it."""
    if workout.stage is Stage.WARM_UP:
        return warmups.loaded(turn, row, workout, kg)
    return (view(turn, *moved_on(turn, row, with_load(turn, workout, kg))),)


def did_otherwise(turn: Turn, row: int, workout: Workout, *, reps: int, kg: float) -> Replies:
    """Log the set whose turn it is as it was done."""
    after = with_load(turn, workout, kg)
    return _did(turn, row, after, replace(after.next_set, reps=reps))


def as_done(turn: Turn, workout: Workout) -> Workout:
    """Return a workout that was light as prescribed without that name where more was lifted."""
    return replace(workout, called=None) if _is_above(turn, workout, workout.done) else workout


def with_load(turn: Turn, workout: Workout, kg: float) -> Workout:
    """Return the workout with another weight; a light one above what was prescribed is what its numbers say."""
    after = workout.with_load(kg)
    return replace(after, called=None) if _is_above(turn, workout, (replace(after.next_set, weight_kg=kg),)) else after


def _is_above(turn: Turn, workout: Workout, sets: Iterable[LiftSet]) -> bool:
    """Tell whether sets of a workout that has a name are heavier than what was prescribed."""
    most = None if workout.called is None else _most_kg(turn, workout)
    return is_above(sets, most)


def _most_kg(turn: Turn, workout: Workout) -> float | None:
    """Return the heaviest load that is still what was prescribed; where another lift was, the one that there is."""
    plan = plan_for(turn, workout.at, lifted=True)
    if plan is None or plan.exercise is not workout.exercise:
        return workout.next_set.weight_kg
    return (plan if workout.warm_up is None else plan.after(workout.warm_up)).most_kg


def back(turn: Turn, row: int, workout: Workout) -> Replies:
    """Take the last set back; before the first one go back to the warm-up."""
    if workout.stage is Stage.EFFORT and not workout.is_complete:
        after = replace(workout, stage=Stage.WORK)
    elif workout.done:
        after = replace(workout, stage=Stage.WORK, done=workout.done[:-1], rest_until=None)
    elif workout.warm_up is not None:
        after = replace(workout, stage=Stage.WARM_UP, rest_until=None)
    else:
        raise StaleButton
    return (view(turn, *moved_on(turn, row, after)),)


def finish(turn: Turn, row: int, workout: Workout) -> Replies:
    """End the sets: how hard they were is asked where it was not told, and nothing is logged of nothing."""
    if not workout.done:
        return drop(turn, row, workout)
    if workout.stage is Stage.WORK and (rir := workout.done[-1].rir) is not None:
        return rated(turn, row, workout, rir)
    stage = Stage.TWIN if workout.stage is Stage.TWIN else Stage.EFFORT
    return (view(turn, *moved_on(turn, row, replace(workout, stage=stage, rest_until=None))),)


def drop(turn: Turn, row: int, _: Workout) -> Replies:
    """Close a workout without logging anything."""
    closed(turn, row)
    return (Reply(mark=Mark.KNOWLEDGE, lines=(say(m.NOTHING_LOGGED),)),)


def hurts(turn: Turn, row: int, workout: Workout) -> Replies:
    """Keep what was done and ask what hurts: nothing is lifted until that is answered, and nothing advised."""
    asks = checkins.ask_what_hurts(turn)
    if not workout.done:
        return (*drop(turn, row, workout), *asks)
    if twins(turn, workout.lift()):
        return (view(turn, *moved_on(turn, row, replace(workout, stage=Stage.TWIN, rest_until=None))), *asks)
    closed(turn, row)
    said, *_ = logbook.keep(turn, [workout.lift()])
    return (said, *asks, *weeks.repaired(turn))


def effort(turn: Turn, row: int, workout: Workout, rir: str) -> Replies:
    """Log the lift with how hard it was."""
    return rated(turn, row, workout, None if rir == UNKNOWN else read_effort(rir))


def rated(turn: Turn, row: int, workout: Workout, rir: float | None) -> Replies:
    """Log the lift with the reps that were left, unless it may be in the log already: then ask."""
    lift = with_effort(workout.lift(), rir)
    known = replace(workout, done=lift.sets, called=lift.called, stage=Stage.TWIN)
    return (view(turn, *moved_on(turn, row, known)),) if twins(turn, lift) else both(turn, row, known)


def more(turn: Turn, row: int, workout: Workout) -> Replies:
    """Do one set more than was meant, like the last one."""
    plan = (*workout.done, workout.done[-1])
    return (view(turn, *moved_on(turn, row, replace(workout, stage=Stage.WORK, plan=plan))),)


def both(turn: Turn, row: int, workout: Workout) -> Replies:
    """Log the lift, whatever else is in the log; then say what it means for the next run and the next lift."""
    closed(turn, row)
    return next_lift.finished(turn, replace(workout.lift(), at=min(workout.at, turn.now)))


def same(turn: Turn, row: int, workout: Workout) -> Replies:
    """Take all sets as done as they were meant, and ask how hard it was."""
    return (view(turn, *moved_on(turn, row, replace(workout, stage=Stage.EFFORT, done=workout.plan))),)


def other(_: Turn, __: int, ___: Workout) -> Replies:
    """Say how to write what was done."""
    return (Reply(mark=Mark.ASKS, lines=(say(m.LOG_EMPTY),)),)
