"""What a clinician said of lifting: their no stands before every rule, until its day is over or they say yes."""

from bot.app import consents, form, health
from bot.app import messages as m
from bot.app.answering import today_answer
from bot.app.recording import recorded
from bot.app.reply import Mark, Replies, Reply, say
from bot.app.turn import Turn
from bot.language.clinicians import clears_lifting, forbids_lifting, may_lift_again, read_clinicians_no, told_beside
from bot.language.meaning import SafetyKind
from bot.language.safety import read_safety


def heard(turn: Turn, text: str) -> Replies:
    """Answer who tells of a clinician's no to lifting, or of the yes that ends one; nothing for any other text."""
    if forbids_lifting(text):
        return _forbidden(turn, text)
    standing = consents.forbidden(turn.records, turn.runner.id, turn.today)
    if not standing or not _is_cleared(turn, text):
        return ()
    if not clears_lifting(text):
        kept = tuple((consents.clear_button(fact.topic),) for fact in standing)
        return (Reply(mark=Mark.KNOWLEDGE, lines=(say(m.FORBIDDEN_STANDS),), buttons=kept),)
    return (*health.clear_forbidden(turn), today_answer(turn.fresh()))


def _is_cleared(turn: Turn, text: str) -> bool:
    if may_lift_again(text):
        return True
    reading = read_safety(text, lexicon=turn.knowledge.safety)
    return reading is not None and reading.kind is SafetyKind.CLEARED


def _forbidden(turn: Turn, text: str) -> Replies:
    """Ask whether a no may be kept; what is only supposed, or about squats alone, is answered and no more."""
    reading = read_clinicians_no(text, today=turn.local_now.date(), vocabulary=turn.knowledge.vocabulary)
    if reading is None:
        return form.forbidden()
    done = recorded(turn, beside) if (beside := told_beside(text)) else ()
    kept = health.known_forbidden(turn, reading)
    if kept is None:
        return (*done, *health.ask_consent(turn.fresh(), reading))
    line = say(m.HEALTH_KNOWN, what=consents.named(kept))
    return (*done, Reply(mark=Mark.KNOWLEDGE, lines=(line,)), today_answer(turn.fresh()))
