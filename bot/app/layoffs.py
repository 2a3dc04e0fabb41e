"""How to begin again after weeks without a lift that the log knows nothing of."""

from bot.app import messages as m
from bot.app import red_flags
from bot.app.replies import button
from bot.app.reply import Mark, Replies, Reply, say
from bot.app.turn import Turn
from bot.language.time_off_lifting import read_time_off_lifting


def answer(turn: Turn, text: str) -> Replies:
    """Say how to begin again after the break that a text tells of; nothing for any other text, or a short break."""
    days = read_time_off_lifting(text, turn.knowledge.vocabulary)
    novice, layoffs = turn.knowledge.thresholds.novice, turn.knowledge.thresholds.doses.layoffs
    share = next((share for least, share in reversed(layoffs) if days is not None and days >= least), None)
    if days is None or share is None:
        return ()
    if red_flags.standing_flags(turn):
        return red_flags.keep_flag(turn)
    line = m.LONG_LAYOFF if days >= novice.break_days else m.LAYOFF
    buttons = ((button(say(m.MAYBE_TODAY), "today"),),)
    return (Reply(mark=Mark.KNOWLEDGE, lines=(say(line, percent=round(share * 100)),), buttons=buttons),)
