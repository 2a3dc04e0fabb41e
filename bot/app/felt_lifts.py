"""How hard a lift was, said right behind it without a word for what is meant: "felt like an 8"."""

from bot.app import lift_words, red_flags
from bot.app.just_told import just_told
from bot.app.recording import HARDEST
from bot.app.reply import Replies
from bot.app.turn import Turn
from bot.language.whole_sentences import kept_of, typed

LONGEST = 40


def answer(turn: Turn, text: str) -> Replies:
    """Keep how hard the lift was that was logged last; nothing for any other text, or behind anything else."""
    kept = kept_of("lift_felt", typed(text), turn.knowledge.vocabulary) if len(text) <= LONGEST else None
    touched = () if kept is None else just_told(turn)
    if kept is None or not touched:
        return ()
    entries = [entry for entry in turn.records.lifts.of(turn.runner.id) if entry[1] in touched]
    if len(entries) != 1:
        return ()
    if red_flags.standing_flags(turn):
        return red_flags.keep_flag(turn)
    return lift_words.rated_as(turn, entries[0], HARDEST - float(kept["rpe"]))
