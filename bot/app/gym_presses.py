"""The buttons of a lift that is being done: each carries the id of its row and how many taps it knows of."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.app import gym, red_flags, warmups
from bot.app import messages as m
from bot.app.pressing import Outcome, Press, StaleButton, read_number
from bot.app.replies import alert
from bot.app.reply import Replies
from bot.app.turn import Turn
from bot.app.workout import Stage, Workout
from bot.app.workout_views import left, view
from bot.app.workouts import is_cold, is_left

Do = Callable[..., Replies]

ENDING: frozenset[Do] = frozenset({gym.drop, gym.finish})
"""What can still be done about a workout that was left."""


def _of_workout(do: Do, *stages: Stage) -> Callable[..., Outcome]:
    """Return what a button does with its workout, which must be this runner's and stand where the button says."""

    def press(turn: Turn, row: str, taps: str, *args: str) -> Outcome:
        if red_flags.standing_flags(turn):
            return red_flags.keep_flag(turn)
        workout = turn.records.workouts.get(turn.runner.id, read_number(row))
        if workout is None or (stages and workout.stage not in stages and workout.taps == read_number(taps)):
            raise StaleButton
        if workout.taps != read_number(taps):
            return (alert(m.GYM_MOVED_ON),)
        if is_left(turn, workout) and do not in ENDING:
            return _in_place(_left(turn, int(row), workout))
        if is_cold(turn, workout) and do not in ENDING:
            return _in_place(warmups.begin_again(turn, int(row), workout))
        return _in_place(do(turn, int(row), workout, *args))

    return press


def _left(turn: Turn, row: int, workout: Workout) -> Replies:
    """Offer what was done of a workout that nobody touched for hours; of nothing there is nothing to offer."""
    if not workout.done:
        raise StaleButton
    return (left(turn, row, workout),)


def _in_place(replies: Replies) -> Replies:
    """Let the first reply take the place of the message with the button."""
    first, *others = replies
    return (replace(first, in_place=True), *others)


def _shown(turn: Turn, row: int, workout: Workout) -> Replies:
    return (view(turn, row, workout),)


PRESSES: Mapping[str, Press] = {
    "wtick": Press(do=_of_workout(warmups.tick, Stage.WARM_UP), args=2),
    "wback": Press(do=_of_workout(warmups.untick, Stage.WARM_UP), args=2),
    "wstart": Press(do=_of_workout(gym.start, Stage.WARM_UP), args=2),
    "gsame": Press(do=_of_workout(gym.same, Stage.OFFERED), args=2),
    "gsets": Press(do=_of_workout(gym.sets, Stage.OFFERED), args=2),
    "gother": Press(do=_of_workout(gym.other, Stage.OFFERED), args=2),
    "gdone": Press(do=_of_workout(gym.did, Stage.WORK), args=2),
    "gfewer": Press(do=_of_workout(gym.fewer, Stage.WORK), args=2),
    "greps": Press(do=_of_workout(gym.did_fewer, Stage.WORK), args=3),
    "gload": Press(do=_of_workout(gym.load, Stage.WORK), args=3),
    "gleap": Press(do=_of_workout(gym.leap, Stage.WARM_UP, Stage.WORK), args=3),
    "gback": Press(do=_of_workout(gym.back, Stage.WORK, Stage.EFFORT), args=2),
    "gfinish": Press(do=_of_workout(gym.finish, Stage.WORK), args=2),
    "ghurts": Press(do=_of_workout(gym.hurts, Stage.WORK), args=2),
    "gmore": Press(do=_of_workout(gym.more, Stage.EFFORT), args=2),
    "grir": Press(do=_of_workout(gym.effort, Stage.EFFORT), args=3),
    "gboth": Press(do=_of_workout(gym.both, Stage.TWIN), args=2),
    "gshow": Press(do=_of_workout(_shown), args=2),
    "gkeep": Press(do=_of_workout(gym.finish, Stage.WARM_UP, Stage.WORK, Stage.EFFORT, Stage.TWIN), args=2),
    "gdrop": Press(do=_of_workout(gym.drop), args=2),
}
