"""Red flags that stand: what everything that gives advice looks at first."""

from bot.app import dialogues
from bot.app import messages as m
from bot.app.replies import button
from bot.app.reply import Line, Mark, Replies, Reply, Rows, say
from bot.app.turn import Turn
from bot.training.body import FlagLevel, RedFlag, Unclear


def standing_flags(turn: Turn) -> tuple[tuple[int, RedFlag], ...]:
    """Return the red flags that still stand, with their ids."""
    return tuple((row, flag) for row, flag in turn.records.red_flags.of(turn.runner.id) if flag.ended_at is None)


def urgent_waits(turn: Turn) -> bool:
    """Tell whether the question about what may be a red flag is not answered yet."""
    return any(isinstance(one, Unclear) and one.urgent for _, one in turn.records.checkins.of(turn.runner.id))


def urgent_question() -> tuple[Line, Rows]:
    """Return the question that tells a red flag from what only sounds like one, and its buttons."""
    emergency = button(say(m.DOUBTFUL_YES), "mine", FlagLevel.EMERGENCY.value)
    other = button(say(m.DOUBTFUL_OTHER), "mine", FlagLevel.URGENT.value)
    return say(m.DOUBTFUL), ((emergency,), (other,), (button(say(m.DOUBTFUL_NO), dialogues.CALM),))


def keep_flag(turn: Turn) -> Replies:
    """Nothing changes: the flag stands."""
    flags = standing_flags(turn)
    emergency = any(flag.level is FlagLevel.EMERGENCY for _, flag in flags)
    line = m.STOP_EMERGENCY if emergency else m.STOP_URGENT
    return (Reply(mark=Mark.STOP, lines=(say(line), say(m.STOP_HOLDS)), buttons=not_meant()),)


def not_meant() -> Rows:
    """Return the button by which a red flag is said to be a misunderstanding, which is confirmed once."""
    return ((button(say(m.NOT_MEANT), "withdraw"),),)
