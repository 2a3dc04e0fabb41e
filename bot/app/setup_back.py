"""A step of the set-up whose answer is taken back is asked again."""

from bot.app import setup
from bot.app.reply import Replies
from bot.app.turn import Turn


def known_steps(turn: Turn) -> frozenset[str]:
    """Return the steps before the open one whose answer is known; none outside the set-up."""
    step, names = setup.step_of(turn), list(setup.STEPS)
    # Runs without a time may come later: that leaves no usual time to take back.
    timed = turn.runner.profile.run_time is not None
    known = {name: timed if name == "run_time" else setup.is_known(turn, name) for name in names}
    return frozenset(name for name in names[: names.index(step)] if known[name]) if step else frozenset()


def asked_anew(turn: Turn, before: frozenset[str], replies: Replies) -> Replies:
    """Ask the first step again whose answer was known `before` and is taken back, behind what took it back."""
    step = setup.step_of(turn)
    gone = before - known_steps(turn) if step is not None and before else frozenset()
    first = next((name for name in setup.STEPS if name in gone), None)
    return replies if first is None else (*replies, *setup.ask(turn, first))
