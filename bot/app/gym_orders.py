"""Words that do what the buttons of a lift do, and what has no button: one set more or less, what is on the bar."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.app import gym, red_flags, warmups
from bot.app.reply import Replies
from bot.app.turn import Turn
from bot.app.workout import Stage, Workout
from bot.app.workout_views import left, step_count, view
from bot.app.workouts import Open, held_by, is_cold, is_left, moved_on, newest, under_way
from bot.language.gym_orders import GymOrder, read_gym_order

MOST_SETS = 12
"""Nobody adds so many."""


def ordered(turn: Turn, text: str) -> Replies:
    """Do what a text orders of the lift that is being done; nothing for any other text, or where none is."""
    order = read_gym_order(text, vocabulary=turn.knowledge.vocabulary)
    found = None if order is None else being_done(turn)
    do = None if order is None or found is None else DOING.get((found[1].stage, order))
    if found is None or do is None:
        return ()
    if red_flags.standing_flags(turn):
        return red_flags.keep_flag(turn)
    return warmups.begin_again(turn, *found) if is_cold(turn, found[1]) else do(turn, *found)


def being_done(turn: Turn) -> Open | None:
    """Return the lift between its sets, or else the warm-up that is open; None of one that was left."""
    found = under_way(turn, Stage.WORK, Stage.EFFORT) or newest(turn)
    return None if found is None or is_left(turn, found[1]) else found


def is_lifting(turn: Turn) -> bool:
    """Tell whether a lift is being done, or a warm-up for it was begun and is not over."""
    found = newest(turn)
    begun = found is not None and found[1].stage is Stage.WARM_UP and found[1].step > 0
    warming = begun and found is not None and not is_left(turn, found[1])
    return warming or under_way(turn, Stage.WORK, Stage.EFFORT, Stage.TWIN) is not None


def _shown(turn: Turn, row: int, workout: Workout) -> Replies:
    return (view(turn, row, workout),)


def _tick(turn: Turn, row: int, workout: Workout) -> Replies:
    """Tick a step off; after the last one the work sets begin."""
    steps = workout.warm_up
    over = steps is not None and workout.step >= step_count(turn, steps)
    return gym.start(turn, row, workout) if over else warmups.tick(turn, row, workout)


def _ask(turn: Turn, row: int, workout: Workout) -> Replies:
    """Ask what shall become of a warm-up that somebody wants to end."""
    return (left(turn, row, workout),)


def _add(turn: Turn, row: int, workout: Workout) -> Replies:
    """Mean to do one set more, like the last one; not where a rule of safety holds."""
    if held_by(turn) is not None or len(workout.plan) >= MOST_SETS:
        return _shown(turn, row, workout)
    if workout.stage is Stage.EFFORT:
        return gym.more(turn, row, workout)
    return _shown(turn, *moved_on(turn, row, replace(workout, plan=(*workout.plan, workout.plan[-1]))))


def _leave_out(turn: Turn, row: int, workout: Workout) -> Replies:
    """Leave the set out whose turn it is; after the last one comes how hard the others were."""
    first = len(workout.done)
    plan = (*workout.plan[:first], *workout.plan[first + 1 :])
    if not plan:
        return _ask(turn, row, workout)
    after = replace(workout, plan=plan)
    return gym.finish(turn, row, after) if after.is_complete else _shown(turn, *moved_on(turn, row, after))


DOING: Mapping[tuple[Stage, GymOrder], Callable[[Turn, int, Workout], Replies]] = {
    (Stage.WARM_UP, GymOrder.DONE): _tick,
    (Stage.WARM_UP, GymOrder.NEXT): _tick,
    (Stage.WARM_UP, GymOrder.SKIP): _tick,
    (Stage.WARM_UP, GymOrder.PLATES): _shown,
    (Stage.WARM_UP, GymOrder.FINISH): _ask,
    (Stage.WORK, GymOrder.DONE): gym.did,
    (Stage.WORK, GymOrder.NEXT): _shown,
    (Stage.WORK, GymOrder.FINISH): gym.finish,
    (Stage.WORK, GymOrder.MORE): _add,
    (Stage.WORK, GymOrder.PLATES): _shown,
    (Stage.WORK, GymOrder.SKIP): _leave_out,
    (Stage.EFFORT, GymOrder.FINISH): _shown,
    (Stage.EFFORT, GymOrder.MORE): _add,
}
"""What an order does at a stage. "Next" between the sets only shows the set: what was done of it is not told."""
