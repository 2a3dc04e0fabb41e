"""Words that answer something, said alone while nothing is open: "done", "same", "2"."""

import re

from bot.app import gym_typed, red_flags
from bot.app import messages as m
from bot.app.replies import button
from bot.app.reply import Mark, Replies, Reply, say
from bot.app.turn import Turn
from bot.language.meaning import Likely

ANSWERS = gym_typed.WORDS | {
    *("same", "same again", "all done", "finished", "i'm done", "im done", "done it", "did it", "ok done"),
    *("more", "less", "again", "easy", "hard", "skip it", "as planned", "not yet"),
}
"""Words of buttons and of answers: where something is open they were taken for it before."""

NUMBER = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?\s*(?:kgs?|lbs?|reps?|sets?)?", re.IGNORECASE)
LONGEST = 20

OFFERED = ((m.MAYBE_TODAY, Likely.TODAY), (m.MAYBE_LOG, Likely.LOG), (m.MAYBE_WARM_UP, Likely.WARM_UP))
"""What can be done with nothing open."""


def answer(turn: Turn, text: str) -> Replies:
    """Say kindly that nothing is open, with what can be done; nothing for any other text."""
    word = text.strip(" .!?\n").lower()
    if len(word) > LONGEST:
        return ()
    if word not in ANSWERS and NUMBER.fullmatch(word) is None:
        return ()
    if red_flags.standing_flags(turn):
        return red_flags.keep_flag(turn)
    buttons = tuple((button(say(label), name.value),) for label, name in OFFERED)
    return (Reply(mark=Mark.UNABLE, lines=(say(m.NOTHING_OPEN),), buttons=buttons),)
