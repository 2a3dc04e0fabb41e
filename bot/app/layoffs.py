"""A break from lifting that the log knows nothing of: it is kept, and counts for every verdict from then on."""

from collections.abc import Iterable

from bot.app import form, red_flags
from bot.app import messages as m
from bot.app.replies import stored
from bot.app.reply import Mark, Replies, Reply, say
from bot.app.turn import Turn
from bot.language.time_off_lifting import TimeOff, read_time_off_lifting
from bot.training.body import Layoff

COMING_BACK = "layoff"
"""The subject of the guide's questions about breaks."""


def told(turn: Turn, text: str) -> TimeOff | None:
    """Return the break that a text tells of; None for any other text, and for a break that changes no load."""
    found = read_time_off_lifting(text, today=turn.local_now.date(), vocabulary=turn.knowledge.vocabulary)
    return found if found is not None and _share(turn, found) is not None else None


def keep(turn: Turn, found: TimeOff) -> Replies:
    """Keep the break, and say how to begin again."""
    if red_flags.standing_flags(turn):
        return red_flags.keep_flag(turn)
    with turn.change() as change_id:
        turn.records.checkins.add(turn.runner.id, Layoff(at=turn.said_at, last_on=found.last_on))
    days, share = _days(turn, found), _share(turn, found) or 0.0
    line = m.LONG_LAYOFF if days >= turn.knowledge.thresholds.novice.break_days else m.LAYOFF
    return (
        stored(change_id, say(m.LAYOFF_STORED, day=found.last_on, days=days), say(line, percent=round(share * 100))),
    )


def is_all_asked(turn: Turn, text: str) -> bool:
    """Tell whether a text only asks how to come back from the break that it tells of, as what is kept says."""
    return form.look(turn, text).not_covered == COMING_BACK


def answers(replies: Iterable[Reply]) -> bool:
    """Tell whether what was said beside the break got an answer of its own."""
    return any(reply.mark is not Mark.UNABLE for reply in replies)


def _days(turn: Turn, found: TimeOff) -> int:
    return (turn.local_now.date() - found.last_on).days


def _share(turn: Turn, found: TimeOff) -> float | None:
    """Return what share of the load a break takes off (0-1); None for a short one."""
    layoffs, days = turn.knowledge.thresholds.doses.layoffs, _days(turn, found)
    return next((share for least, share in reversed(layoffs) if days >= least), None)
