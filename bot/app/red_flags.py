"""Red flags that stand: what everything that gives advice looks at first."""

from bot.app import messages as m
from bot.app.reply import Mark, Replies, Reply, say
from bot.app.turn import Turn
from bot.training.body import FlagLevel, RedFlag


def standing_flags(turn: Turn) -> tuple[tuple[int, RedFlag], ...]:
    """Return the red flags that still stand, with their ids."""
    return tuple((row, flag) for row, flag in turn.records.red_flags.of(turn.runner.id) if flag.ended_at is None)


def keep_flag(turn: Turn) -> Replies:
    """Nothing changes: the flag stands."""
    flags = standing_flags(turn)
    emergency = any(flag.level is FlagLevel.EMERGENCY for _, flag in flags)
    line = m.STOP_EMERGENCY if emergency else m.STOP_URGENT
    return (Reply(mark=Mark.STOP, lines=(say(line), say(m.STOP_HOLDS))),)
