"""The unit of a weight, said right behind a lift that was told without one: "did 5x5 at 225", "in pounds"."""

from typing import Final

from bot.app import lift_words, red_flags
from bot.app.felt_lifts import just_logged
from bot.app.recording import meanings
from bot.app.reply import Replies
from bot.app.settings import set_value
from bot.app.turn import Turn
from bot.language.meaning import LiftReading, LiftRetoldReading
from bot.language.whole_sentences import kept_of, typed
from bot.training.profile import MassUnit

LONGEST: Final = 40


def answer(turn: Turn, text: str) -> Replies:
    """Read the lift that was logged last in the unit that a text names, which is used from now on; else nothing."""
    words, vocabulary = typed(text), turn.knowledge.vocabulary
    kept = kept_of("unit_meant", words, vocabulary) if len(text) <= LONGEST and "?" not in text else None
    entry = None if kept is None else just_logged(turn)
    if kept is None or entry is None:
        return ()
    if red_flags.standing_flags(turn):
        return red_flags.keep_flag(turn)
    unit = MassUnit.LB if kept["unit"].lower().startswith(("l", "p")) else MassUnit.KG
    told = _in_unit(turn, entry[1].text, unit)
    if told is None or told == _in_unit(turn, entry[1].text, turn.runner.profile.units):
        return ()
    with turn.change():
        setting = set_value(turn, "units", unit.value)
        return (*lift_words.told_anew(turn.fresh(), entry, LiftRetoldReading(lift=told)), *setting)


def _in_unit(turn: Turn, text: str, unit: MassUnit) -> LiftReading | None:
    """Return the one lift that a text tells, its bare weights in a unit."""
    found = meanings(turn, text, unit=unit)
    only = found[0] if len(found) == 1 else None
    return only if isinstance(only, LiftReading) else None
