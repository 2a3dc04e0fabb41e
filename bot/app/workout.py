"""A lift that is being done: where it stands, what was prescribed, what is done of it."""

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.guidance.warmup import WarmUp
from bot.training.lifts import Called, Exercise, Lift, LiftSet


class Stage(StrEnum):
    """Where a lift stands: warming up, offered by `/log`, between the work sets, done but for how hard it was.

    `TWIN`: done, and asked whether it is another lift than the one that came into the log meanwhile.
    """

    WARM_UP = "warm_up"
    OFFERED = "offered"
    WORK = "work"
    EFFORT = "effort"
    TWIN = "twin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Workout:
    """A lift that is not in the log yet, at the UTC instant of its first work set (planned while warming up).

    `plan` are all work sets as they are meant, `done` those that were done, in order. `step` counts the steps of the
    warm-up that were ticked off. `rest_s` are the least and most seconds between work sets; `rest_until` is when the
    rest that runs now is over. `touched_at` is the last tap, and `taps` how many there were: a button carries that, so
    that one of an older view is known.
    """

    at: dt.datetime
    stage: Stage
    touched_at: dt.datetime
    exercise: Exercise
    plan: tuple[LiftSet, ...]
    rest_s: tuple[int, int]
    called: Called | None = None
    done: tuple[LiftSet, ...] = ()
    warm_up: WarmUp | None = None
    step: int = 0
    rest_until: dt.datetime | None = None
    taps: int = 0

    @property
    def next_set(self) -> LiftSet:
        """Return the set whose turn it is; the last one of the plan again when all are done."""
        return self.plan[min(len(self.done), len(self.plan) - 1)]

    @property
    def is_complete(self) -> bool:
        """Tell whether all work sets that were meant are done."""
        return len(self.done) >= len(self.plan)

    def with_load(self, kg: float) -> "Workout":
        """Return the workout with another weight for the set whose turn it is and for those after it.

        Sets that were done before any weight was said were done with this one.
        """
        first = len(self.done)
        plan = (*self.plan[:first], *(replace(work, weight_kg=kg) for work in self.plan[first:]))
        done = tuple(work if work.weight_kg is not None else replace(work, weight_kg=kg) for work in self.done)
        return replace(self, plan=plan, done=done)

    def lift(self) -> Lift:
        """Return what was done, as the log keeps it."""
        return Lift(at=self.at, exercise=self.exercise, sets=self.done, called=self.called)

    def meant(self) -> Lift:
        """Return what was prescribed, as if it were done."""
        return replace(self, done=self.plan).lift()
