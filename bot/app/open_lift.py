"""The lift that is being done, as what can be typed of it whatever else is said in between."""

from bot.app import dialogues, red_flags
from bot.app.gym_presses import PRESSES
from bot.app.reply import Action, Replies, Reply
from bot.app.turn import Turn
from bot.app.workout import Stage, Workout
from bot.app.workout_views import view
from bot.app.workouts import is_cold, is_left, newest

BACK_TO_IT = "gshow"
"""The button of a question about a lift that shows the lift again."""

Mark = tuple[str, str]
"""A lift as it stands: its row and how many taps it had."""


def open_question(turn: Turn) -> Replies:
    """Return the lift that is being done as it stands: its words work whatever else was said in between."""
    found = newest(turn)
    return (view(turn, *found),) if found is not None and _is_open(turn, found[1]) else ()


def _is_open(turn: Turn, workout: Workout) -> bool:
    """Tell whether the words of a lift's buttons mean that lift."""
    if workout.stage is Stage.OFFERED or red_flags.standing_flags(turn):
        return False
    return not is_left(turn, workout) and not is_cold(turn, workout)


def standing(turn: Turn, replies: Replies) -> Replies | None:
    """Return the lift that is being done, whose buttons can be typed; None where what is known of it still holds.

    To work out how it stands takes as long as an answer: only what nobody has shown yet is.
    """
    found = newest(turn)
    if found is None or not _is_open(turn, found[1]):
        return ()
    mark = (str(found[0]), str(found[1].taps))
    shown = tuple(reply for reply in replies if _shows(reply, mark))
    if shown:
        return shown
    known = dialogues.standing(turn)
    return None if any(_is_of(one, mark) for one in known) else (view(turn, *found),)


def _is_of(action: Action, mark: Mark) -> bool:
    """Tell whether a button is one of a lift as it stands, known by its row and how many taps it had."""
    return action.name in PRESSES and action.args[: len(mark)] == mark


def _shows(reply: Reply, mark: Mark) -> bool:
    """Tell whether a reply shows a lift as it stands; a question about it has a way back to that."""
    actions = [one.action for row in reply.buttons for one in row if isinstance(one.action, Action)]
    of_it = [one for one in actions if _is_of(one, mark)]
    return bool(of_it) and all(one.name != BACK_TO_IT for one in of_it)
