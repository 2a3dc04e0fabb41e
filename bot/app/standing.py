"""What holds a lift back until the runner says that it is over, and what check-ins are called."""

import datetime as dt
from collections.abc import Mapping

from bot.app import messages as m
from bot.app.red_flags import standing_flags
from bot.app.reply import Line, Message, say
from bot.app.turn import Turn
from bot.training.body import (
    CheckIn,
    GymHeat,
    HeatIllness,
    Illness,
    Layoff,
    Pain,
    RedFlag,
    Sleep,
    Soreness,
    Travel,
    Unclear,
    Well,
)
from bot.training.time import local_date

CALLED: Mapping[type, Message] = {
    Soreness: m.CALLED_SORENESS,
    Pain: m.CALLED_PAIN,
    Unclear: m.CALLED_UNCLEAR,
    Sleep: m.CALLED_SLEEP,
    GymHeat: m.CALLED_GYM_HEAT,
    Layoff: m.CALLED_LAYOFF,
    HeatIllness: m.CALLED_HEAT_ILLNESS,
    Travel: m.CALLED_TRAVEL,
    Illness: m.CALLED_ILLNESS,
    Well: m.CALLED_WELL,
    RedFlag: m.CALLED_RED_FLAG,
}
Burden = Pain | Illness | HeatIllness | RedFlag


def called(turn: Turn, one: CheckIn | RedFlag) -> Line:
    """Name a check-in or a red flag by what it says and the day on which it was said."""
    gone = isinstance(one, Pain) and one.level == 0
    message = m.CALLED_PAIN_GONE if gone else CALLED[type(one)]
    return say(message, day=local_date(one.at, turn.zone))


def standing(turn: Turn) -> tuple[Burden, ...]:
    """Return the pain and the illness that were told last and are not over, and each flag and heat illness."""
    said = [one for _, one in turn.records.checkins.of(turn.runner.id)]
    newest = (
        max((one for one in said if isinstance(one, kinds)), key=_at, default=None) for kinds in (Pain, (Illness, Well))
    )
    lasting = (one for one in newest if isinstance(one, Illness) or (isinstance(one, Pain) and one.level != 0))
    heat = (one for one in said if isinstance(one, HeatIllness) and one.cleared_at is None)
    return (*lasting, *heat, *(flag for _, flag in standing_flags(turn)))


def _at(one: CheckIn) -> dt.datetime:
    return one.at
