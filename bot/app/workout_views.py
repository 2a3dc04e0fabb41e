"""How a lift that is being done looks at each of its stages, with its buttons."""

from collections.abc import Callable, Iterator, Mapping

from bot.app import messages as m
from bot.app.reminder_buttons import UNKNOWN, effort_row
from bot.app.replies import button, rows
from bot.app.reply import Button, Countdown, Kg, Line, Mark, Message, Plates, Reply, Rows, WarmUpStep, say
from bot.app.turn import Turn
from bot.app.workout import Stage, Workout
from bot.app.workouts import Plan, held_by, is_left, plan_for, twins
from bot.guidance.loads import bar_kg, heavier, lighter, round_load
from bot.guidance.plates import is_on_the_bar, plates_a_side
from bot.guidance.prescription import Prescription
from bot.guidance.warmup import RampStep, WarmUp
from bot.training.lifts import Exercise, LiftSet

GRAMS = 1000
"""Weights travel in grams."""

MOST_FEWER = 8
"""So many repetitions can be chosen from when a set had fewer."""


def view(turn: Turn, row: int, workout: Workout) -> Reply:
    """Show a workout as it stands."""
    return VIEWS[workout.stage](turn, row, workout)


def step_count(turn: Turn, warm_up: WarmUp) -> int:
    """Return how many steps a warm-up has, every set of its ramp being one."""
    return turn.knowledge.warm_up_steps[warm_up.kind] + len(warm_up.ramp)


def is_between_ramp_sets(turn: Turn, warm_up: WarmUp, ticked: int) -> bool:
    """Tell whether the step that was ticked off last is a set of the ramp: rest follows."""
    return ticked > turn.knowledge.warm_up_steps[warm_up.kind]


def left(turn: Turn, row: int, workout: Workout) -> Reply:
    """Ask what shall become of a workout that is open: go on, keep what was done, or drop it."""
    over = is_left(turn, workout)
    go_on = () if over else (_tap(m.WORKOUT_GO_ON, "gshow", row, workout),)
    keep = (_tap(m.WORKOUT_KEEP, "gkeep", row, workout),) if workout.done else ()
    line = say(m.WORKOUT_LEFT if over else m.WORKOUT_OPEN, at=workout.at, lift=workout.lift())
    # The work sets of a warm-up are still to come.
    line = line if workout.done else say(m.WORKOUT_BEGUN, at=min(workout.at, workout.touched_at))
    buttons = ((*go_on, *keep), (_tap(m.WORKOUT_DROP, "gdrop", row, workout),))
    return Reply(mark=Mark.ASKS, lines=(line,), buttons=buttons)


def offered(_: Turn, row: int, workout: Workout) -> Reply:
    """Offer to log what was prescribed: as it was meant, set by set, or as something else."""
    first = (_tap(m.DO_DONE, "gsame", row, workout),)
    others = (_tap(m.LOG_SETS, "gsets", row, workout), _tap(m.LOG_OTHER, "gother", row, workout))
    return Reply(mark=Mark.ASKS, lines=(say(m.LOG_PRESCRIBED, lift=workout.meant()),), buttons=(first, others))


def offered_again(row: int, workout: Workout) -> Reply:
    """Offer to log the same as last time, on a day on which nothing is prescribed."""
    buttons = ((_tap(m.LOG_AS_LAST, "gsame", row, workout), _tap(m.LOG_OTHER, "gother", row, workout)),)
    return Reply(mark=Mark.ASKS, lines=(say(m.LOG_LAST, lift=workout.meant()),), buttons=buttons)


def ask_fewer(turn: Turn, row: int, workout: Workout) -> Reply:
    """Ask how many repetitions a set had that had fewer than it should; it was the last where safety holds the next."""
    least = max(1, workout.next_set.reps - MOST_FEWER)
    counts = range(workout.next_set.reps - 1, least - 1, -1)
    taps = (_tap_of(say(m.PLAIN, text=str(count)), "greps", row, workout, str(count)) for count in counts)
    held = held_by(turn)
    stops = () if held is None else (say(m.SET_HELD, reason=held),)
    line = say(m.ASK_FEWER, number=len(workout.done) + 1, of=len(workout.plan), work=_work(workout))
    return Reply(
        mark=Mark.ASKS, lines=(*stops, line), buttons=(*rows(taps, width=4), (_tap(m.BACK, "gshow", row, workout),))
    )


def ask_reps(row: int, workout: Workout, reps: int, weight: Line) -> Reply:
    """Ask whether a number was how many repetitions a set had; `weight` says how one is written."""
    name, *args = ("gdone",) if reps == workout.next_set.reps else ("greps", str(reps))
    yes = _tap_of(say(m.SET_REPS, reps=reps), name, row, workout, *args)
    buttons = ((yes, _tap(m.BACK, "gshow", row, workout)),)
    return Reply(mark=Mark.ASKS, lines=(say(m.TYPED_REPS), weight), buttons=buttons)


def ask_leap(row: int, workout: Workout, kg: float) -> Reply:
    """Ask about a weight that is far from the last one."""
    weight = Kg(kg=kg)
    yes = _tap_of(say(m.LEAP_YES, weight=weight), "gleap", row, workout, str(round(kg * GRAMS)))
    line = say(m.LEAP, weight=weight, work=_work(workout))
    return Reply(mark=Mark.ASKS, lines=(line,), buttons=((yes, _tap(m.BACK, "gshow", row, workout)),))


def _warm_up(turn: Turn, row: int, workout: Workout) -> Reply:
    """Show the warm-up as a list: what is ticked off, the step whose turn it is in full, what is still to come."""
    steps = workout.warm_up
    if steps is None:
        return _set(turn, row, workout)
    plan = plan_for(turn, max(workout.at, turn.now))
    head = say(m.WARMUP_HEAD, minutes=steps.minutes, at=max(workout.at, turn.now))
    lines = (head, *_steps(turn, workout, steps), *_ramp_rest(turn, workout), *_told_load(workout, plan))
    return Reply(
        mark=Mark.WARMUP,
        lines=lines,
        prescribes=None if plan is None else plan.after(steps).work,
        buttons=_step_buttons(turn, row, workout, steps),
    )


def _told_load(workout: Workout, plan: Plan | None) -> Iterator[Line]:
    """Say which weight is warmed up for, where it is another one than what is prescribed."""
    kg = workout.next_set.weight_kg
    if kg is not None and (plan is None or plan.work.work_kg != kg):
        yield say(m.WARMUP_LOAD, weight=Kg(kg=kg))


def _steps(turn: Turn, workout: Workout, steps: WarmUp) -> Iterator[Line]:
    for place in range(step_count(turn, steps)):
        if place < workout.step:
            yield say(m.STEP_TICKED, step=_step(turn, steps, place))
        elif place == workout.step:
            yield say(m.STEP_NOW, step=_loaded(turn, workout, steps, place))
        else:
            yield say(m.STEP_COMING, step=_loaded(turn, workout, steps, place))
    if workout.step >= step_count(turn, steps):
        yield say(m.WARMUP_OVER)


def _step(turn: Turn, steps: WarmUp, place: int) -> Line | WarmUpStep:
    """Return a step's name: for a set of the ramp its load and repetitions."""
    ramp = _ramp_set(turn, steps, place)
    return WarmUpStep(kind=steps.kind, place=place) if ramp is None else _ramp_line(ramp)


def _loaded(turn: Turn, workout: Workout, steps: WarmUp, place: int) -> Line | WarmUpStep:
    """Return a step that is still to be done: with what goes on the bar, and in full where it is its turn."""
    ramp = _ramp_set(turn, steps, place)
    if ramp is None:
        return WarmUpStep(kind=steps.kind, place=place, in_full=place == workout.step)
    bar = bar_of(turn, workout.exercise, ramp.kg)
    return _ramp_line(ramp) if bar is None else say(m.STEP_LOADED, step=_ramp_line(ramp), bar=bar)


def _ramp_set(turn: Turn, steps: WarmUp, place: int) -> RampStep | None:
    before = turn.knowledge.warm_up_steps[steps.kind]
    return steps.ramp[place - before] if place >= before else None


def _ramp_line(ramp: RampStep) -> Line:
    if ramp.kg is None:
        return say(m.WARMUP_RAMP_SHARE, percent=round(ramp.share * 100), reps=ramp.reps)
    return say(m.WARMUP_RAMP_KNOWN, weight=Kg(kg=ramp.kg), reps=ramp.reps)


def _ramp_rest(turn: Turn, workout: Workout) -> Iterator[Line]:
    if workout.rest_until is not None and workout.rest_until > turn.now:
        low, high = turn.knowledge.thresholds.warmup.ramp_rest_s
        yield say(m.RAMP_REST, low=low, high=high, at=Countdown(at=workout.rest_until))


def _step_buttons(turn: Turn, row: int, workout: Workout, steps: WarmUp) -> Rows:
    back = (_tap(m.BACK, "wback", row, workout),) if workout.step else ()
    if workout.step >= step_count(turn, steps):
        return ((_tap(m.WORK_START, "wstart", row, workout),), back)
    tick = say(m.TICK, step=_step(turn, steps, workout.step))
    return ((_tap_of(tick, "wtick", row, workout),), (*back, _tap(m.WARMUP_SKIP, "wstart", row, workout)))


def bar_of(turn: Turn, exercise: Exercise, kg: float | None) -> Line | None:
    """Say what goes on each end of the bar; None where no bar is known to make the load."""
    profile = turn.runner.profile
    if kg is None or not is_on_the_bar(exercise, profile):
        return None
    plates = plates_a_side(kg, profile, turn.knowledge.thresholds.doses)
    if plates is None:
        return None
    return say(m.BAR_PLATES, plates=Plates(kg=plates)) if plates else say(m.BAR_BARE)


def _set(turn: Turn, row: int, workout: Workout) -> Reply:
    """Show the work set whose turn it is; nothing more of it where a rule of safety holds."""
    held = held_by(turn)
    if held is not None:
        out = (_tap(m.DO_FINISH, "gfinish", row, workout), _tap(m.BACK, "gback", row, workout))
        return Reply(mark=Mark.ASKS, lines=(say(m.SET_HELD, reason=held), *_done(workout)), buttons=(out,))
    now = say(m.SET_NOW, number=len(workout.done) + 1, of=len(workout.plan), work=_work(workout))
    lines = (
        now,
        *_bar(turn, workout),
        *_done(workout),
        *(_rest(turn, workout) if workout.done else _ramp_rest(turn, workout)),
    )
    buttons = _set_buttons(turn, row, workout)
    return Reply(mark=Mark.ASKS, lines=lines, prescribes=_instead_of_weight(turn, workout), buttons=buttons)


def _instead_of_weight(turn: Turn, workout: Workout) -> Prescription | None:
    """Return what is prescribed where no weight is known: it names the effort that stands for one."""
    plan = plan_for(turn, workout.at, lifted=True) if workout.next_set.weight_kg is None else None
    return None if plan is None else plan.work


def _work(workout: Workout) -> Line:
    work = _reps_and_load(workout.next_set)
    plain = workout.exercise is Exercise.DEADLIFT
    return work if plain else say(m.SET_OF, work=work, exercise=workout.exercise)


def _reps_and_load(work: LiftSet) -> Line:
    if work.weight_kg is None:
        return say(m.SET_REPS, reps=work.reps)
    return say(m.SET_LOAD, reps=work.reps, weight=Kg(kg=work.weight_kg))


def _bar(turn: Turn, workout: Workout) -> Iterator[Line]:
    if workout.next_set.weight_kg is None:
        yield say(m.SET_WEIGHT, weight=Kg(kg=bar_kg(turn.runner.profile, turn.knowledge.thresholds.doses)))
    yield from _loaded_bar(turn, workout.exercise, workout.next_set.weight_kg)


def _loaded_bar(turn: Turn, exercise: Exercise, kg: float | None) -> Iterator[Line]:
    """Say what goes on the bar; of a load that the plates do not make, the nearest that they make."""
    profile, doses = turn.runner.profile, turn.knowledge.thresholds.doses
    bar = bar_of(turn, exercise, kg)
    if bar is not None:
        yield say(m.BAR_LOADED, bar=bar)
    elif kg is not None and is_on_the_bar(exercise, profile):
        near = round_load(kg, profile, doses, nearest=True)
        made = bar_of(turn, exercise, near)
        if made is not None:
            yield say(m.BAR_NEAREST, weight=Kg(kg=near), bar=made)


def _done(workout: Workout) -> Iterator[Line]:
    if workout.done:
        yield say(m.SETS_DONE, lift=workout.lift())


def _rest(turn: Turn, workout: Workout) -> Iterator[Line]:
    if workout.rest_until is not None and workout.rest_until > turn.now:
        minutes = "–".join(f"{seconds / 60:g}" for seconds in dict.fromkeys(workout.rest_s))
        yield say(m.REST, minutes=minutes, at=Countdown(at=workout.rest_until))


def _set_buttons(turn: Turn, row: int, workout: Workout) -> Rows:
    fewer = (_tap(m.DO_FEWER, "gfewer", row, workout),) if workout.next_set.reps > 1 else ()
    back = (_tap(m.BACK, "gback", row, workout),) if workout.done or workout.warm_up else ()
    return (
        (_tap(m.DO_DONE, "gdone", row, workout),),
        (*fewer, *back),
        tuple(_load_buttons(turn, row, workout)),
        (_tap(m.DO_FINISH, "gfinish", row, workout), _tap(m.DO_HURTS, "ghurts", row, workout)),
    )


def _load_buttons(turn: Turn, row: int, workout: Workout) -> Iterator[Button]:
    """Yield the buttons for the loads next to the one of the set, as the runner's plates or bells make them."""
    kg, profile, doses = workout.next_set.weight_kg, turn.runner.profile, turn.knowledge.thresholds.doses
    if kg is None:
        return
    down, up = lighter(workout.exercise, kg, profile, doses), heavier(workout.exercise, kg, profile, doses)
    for label, way, other in ((m.LIGHTER, "down", down), (m.HEAVIER, "up", up)):
        if other is not None:
            yield _tap_of(say(label, weight=Kg(kg=other)), "gload", row, workout, way)


def _effort(turn: Turn, row: int, workout: Workout) -> Reply:
    """Ask how hard it was, the one thing that is still to be said; one set more can be done where nothing holds it."""
    efforts = effort_row("grir", str(row), str(workout.taps))
    others = (_tap_of(say(m.EFFORT_UNKNOWN), "grir", row, workout, UNKNOWN), _tap(m.BACK, "gback", row, workout))
    more = ((_tap(m.DO_MORE, "gmore", row, workout),),) if workout.is_complete and held_by(turn) is None else ()
    lines = (say(m.ASK_EFFORT, lift=workout.lift()),)
    return Reply(mark=Mark.ASKS, lines=lines, buttons=(efforts, others, *more))


def _twin(turn: Turn, row: int, workout: Workout) -> Reply:
    """Ask whether the lift is another one than what came into the log since it began."""
    known = (say(m.LOG_RECENT, at=lift.at, lift=lift) for lift in twins(turn, workout.lift()))
    lines = (say(m.LOG_TWIN, lift=workout.lift()), *known)
    buttons = ((_tap(m.TWIN_KEEP, "gboth", row, workout), _tap(m.TWIN_DROP, "gdrop", row, workout)),)
    return Reply(mark=Mark.ASKS, lines=lines, buttons=buttons)


def _tap(label: Message, name: str, row: int, workout: Workout) -> Button:
    return _tap_of(say(label), name, row, workout)


def _tap_of(label: Line, name: str, row: int, workout: Workout, *args: str) -> Button:
    return button(label, name, str(row), str(workout.taps), *args)


VIEWS: Mapping[Stage, Callable[[Turn, int, Workout], Reply]] = {
    Stage.WARM_UP: _warm_up,
    Stage.OFFERED: offered,
    Stage.WORK: _set,
    Stage.EFFORT: _effort,
    Stage.TWIN: _twin,
}
