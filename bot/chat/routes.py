"""Commands: what each one calls."""

from collections.abc import Callable, Mapping

from bot.app import (
    asking,
    checkins,
    fixed_lifts,
    form,
    health,
    help,  # noqa: A004 - the use case is called what the command is called
    leaving,
    log_menu,
    open_dates,
    own_data,
    pausing,
    progress,
    races,
    remind,
    runs,
    schedule,
    settings,
    setup,
    warmups,
    weeks,
    why,
)
from bot.app.reply import Replies
from bot.app.settings import PlaceWanted
from bot.app.turn import Turn

Outcome = Replies | PlaceWanted
Command = Callable[[Turn, str], Outcome]


def _alone(use_case: Callable[[Turn], Replies]) -> Command:
    return lambda turn, _: use_case(turn)


COMMANDS: Mapping[str, Command] = {
    "today": asking.today,
    "week": _alone(weeks.week),
    "schedule": schedule.schedule,
    "add": runs.add,
    "race": races.race,
    "lifts": fixed_lifts.lifts,
    "log": log_menu.log,
    "progress": progress.progress,
    "checkin": checkins.checkin,
    "health": health.health,
    "warmup": warmups.warmup,
    "form": form.form,
    "ask": form.ask,
    "why": why.why,
    "remind": remind.remind,
    "pause": pausing.pause,
    "resume": pausing.resume,
    "set": settings.change_setting,
    "settings": _alone(settings.show),
    "export": _alone(own_data.export),
    "delete": _alone(own_data.ask_delete),
    "privacy": _alone(own_data.privacy),
    "help": help.show,
    "start": setup.start,
    "cancel": _alone(leaving.cancel),
}
"""The commands, in the order of the menu (conversation.md)."""


def command(turn: Turn, name: str, text: str) -> Outcome:
    """Answer a command."""
    if name not in COMMANDS:
        return help.unknown_command(turn, name)
    step = setup.step_of(turn)
    outcome = COMMANDS[name](turn, text)
    if isinstance(outcome, PlaceWanted):
        return outcome
    outcome = open_dates.offered(turn, f"/{name} {text}", outcome)
    return setup.by_command(turn, step, name, text, outcome)
