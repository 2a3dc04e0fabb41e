"""How hard a lift was, said right behind it without a word for what is meant: "felt like an 8", "that was easy"."""

from dataclasses import replace

from bot.app import editing_lifts, lift_words, red_flags
from bot.app.just_told import just_told
from bot.app.lift_words import Entry
from bot.app.recording import HARDEST
from bot.app.reply import Replies
from bot.app.turn import Turn
from bot.language.whole_sentences import is_said, kept_of, typed

LONGEST = 60


def answer(turn: Turn, text: str) -> Replies:
    """Keep how hard the lift was that was logged last, or ask for it; nothing for any other text, or elsewhere."""
    if len(text) > LONGEST or "?" in text:
        return ()
    words, vocabulary = typed(text), turn.knowledge.vocabulary
    kept = kept_of("lift_felt", words, vocabulary)
    somehow = kept is None and is_said("lift_felt_somehow", words, vocabulary)
    entry = just_logged(turn) if kept or somehow else None
    if entry is None:
        return ()
    if red_flags.standing_flags(turn):
        return red_flags.keep_flag(turn)
    if kept is not None:
        return lift_words.rated_as(turn, entry, HARDEST - float(kept["rpe"]))
    # A word for it is another number for everybody.
    return tuple(replace(reply, in_place=False) for reply in editing_lifts.edit_effort(turn, *entry))


def just_logged(turn: Turn) -> Entry | None:
    """Return the one lift that the newest change is about."""
    touched = just_told(turn)
    entries = [entry for entry in turn.records.lifts.of(turn.runner.id) if entry[1] in touched] if touched else []
    return entries[0] if len(entries) == 1 else None
