"""Words that answer something, said alone while nothing is open: "done", "same", "2", "one more set", "start"."""

import re

from bot.app import gym_typed, lift_words, red_flags, schedule, setup
from bot.app import messages as m
from bot.app.replies import button
from bot.app.reply import Mark, Replies, Reply, say
from bot.app.turn import Turn
from bot.language.gym_orders import GymOrder, read_gym_order
from bot.language.lift_amends import Amends, read_lift_amends
from bot.language.meaning import Likely
from bot.language.whole_sentences import is_said, typed

ANSWERS = gym_typed.WORDS | {
    *("same", "same again", "all done", "finished", "i'm done", "im done", "done it", "did it", "ok done"),
    *("more", "less", "again", "easy", "hard", "skip it", "as planned", "not yet"),
}
"""Words of buttons and of answers: where something is open they were taken for it before."""

NUMBER = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?\s*(?:kgs?|lbs?|reps?|sets?)?", re.IGNORECASE)
LONGEST = 20
LONGEST_START = 40
OF_A_LIFT = re.compile(r"\b(?:finish|end|workout|session|training|lift)", re.IGNORECASE)
"""What ends is a lift; "that's it" says nothing."""

OFFERED = ((m.MAYBE_TODAY, Likely.TODAY), (m.MAYBE_LOG, Likely.LOG), (m.MAYBE_WARM_UP, Likely.WARM_UP))
"""What can be done with nothing open."""


def answer(turn: Turn, text: str) -> Replies:
    """Say kindly that nothing is open, with what can be done; nothing for any other text."""
    word = text.strip(" .!?\n").lower()
    if len(word) <= LONGEST_START and _starts_anew(turn, word):
        return setup.start(turn, "")
    if _rates_a_lift(turn, text):
        standing = red_flags.standing_flags(turn)
        return red_flags.keep_flag(turn) if standing else (lift_words.ask_which(turn, (), None),)
    answers = len(word) <= LONGEST and (word in ANSWERS or NUMBER.fullmatch(word) is not None)
    if not answers and not _orders(turn, word):
        return ()
    if red_flags.standing_flags(turn):
        return red_flags.keep_flag(turn)
    buttons = tuple((button(say(label), name.value),) for label, name in OFFERED)
    return (Reply(mark=Mark.UNABLE, lines=(say(m.NOTHING_OPEN),), buttons=buttons),)


def _starts_anew(turn: Turn, word: str) -> bool:
    """Tell whether somebody wants to start of whom little is known: others rather mean a lift."""
    told = schedule.current(turn) is not None and turn.runner.profile.lifting_since is not None
    named = "set" in word or "get" in word
    return (named or not told) and is_said("setup_start", typed(word), turn.knowledge.vocabulary)


def _rates_a_lift(turn: Turn, text: str) -> bool:
    """Tell whether a text says how hard a lift was: the one that is meant was taken for it before."""
    profile = turn.runner.profile
    amends = read_lift_amends(text, vocabulary=turn.knowledge.vocabulary, mass_unit=profile.units, loose=False)
    return any(one.what is Amends.EFFORT for one in amends)


def _orders(turn: Turn, word: str) -> bool:
    """Tell whether a text orders something of a lift, and none is being done."""
    match read_gym_order(word, vocabulary=turn.knowledge.vocabulary):
        case GymOrder.MORE | GymOrder.SKIP:
            return True
        case GymOrder.FINISH:
            return OF_A_LIFT.search(word) is not None
    return False
