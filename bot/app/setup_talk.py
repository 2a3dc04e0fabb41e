"""What is typed while a step of the set-up waits for its answer."""

from dataclasses import replace

from bot.app import (
    dialogues,
    form,
    half_read,
    others,
    red_flags,
    requests,
    run_fixes,
    settings,
    setup,
    setup_answers,
    setup_told,
    setup_week,
)
from bot.app import messages as m
from bot.app.answered import answer
from bot.app.guide import Request
from bot.app.just_told import just_made
from bot.app.meant import small_talk
from bot.app.replies import asked
from bot.app.reply import Mark, Replies, Reply, say
from bot.app.settings import PlaceWanted
from bot.app.turn import Turn
from bot.language.gym_orders import GymOrder, read_gym_order
from bot.language.meaning import (
    DatedRunReading,
    Doubt,
    Meaning,
    NotUnderstood,
    OtherQuestion,
    SmallTalk,
    Talk,
    Unread,
    WeekReading,
)
from bot.language.whole_sentences import is_said, typed

DEFINITE = frozenset({Talk.UNDO, Talk.HELP})
"""Small talk that is never the answer to a step of the set-up."""

OF_A_STEP = frozenset({Doubt.TIME, Doubt.AM_OR_PM, Doubt.VALUE, Doubt.DAY})
"""What is in doubt in an answer to a step rather than in something else."""

PASTED = frozenset({"zone", "week"})
"""The steps that take many words."""

NO_MORE = (NotUnderstood, Unread, OtherQuestion, SmallTalk)
"""What tells nothing beside a week."""

MANY = 6
"""So many words that are no answer to a step tell something else."""

LENGTHS = frozenset({"running", "lifting", "health"})
"""The steps whose answer is no time of day."""

LONGEST_ORDER = 60


def is_definite(found: tuple[Meaning, ...], step: str) -> bool:
    """Tell whether a text surely means something else than the answer to a step: that is done, and the step waits."""
    week = (WeekReading, DatedRunReading) if step == "week" and setup_week.may_be_week(found) else ()
    chat = any(isinstance(meaning, SmallTalk) and meaning.talk not in DEFINITE for meaning in found)
    open_ones = (one for one in found if not (step in PASTED and setup_week.tells_lift(one)))
    return not chat and not any(isinstance(one, (NotUnderstood, Unread, OtherQuestion, *week)) for one in open_ones)


def fits(turn: Turn, step: str, text: str, found: tuple[Meaning, ...]) -> bool:
    """Tell whether a text can only be the answer to a step; what asks or reports is no week, whatever days it names."""
    if step == "week" and setup_week.only_days(turn, text):
        return True
    if step == "week" and not setup_week.may_be_week(found):
        return half_read.is_agreed(turn, text)
    return setup.fits(turn, step, text) or bool(setup_told.told(turn, step, text))


def ordered(turn: Turn, step: str, text: str, found: tuple[Meaning, ...]) -> Replies:
    """Skip a step, leave the set-up, or say what it is for, where a text as a whole wants that; else nothing."""
    if step == "health" and _is_done(turn, text):
        return setup.skip(turn, step)
    if _is_order("setup_skip", turn, text) or (step == "week" and _is_order("setup_no_week", turn, text)):
        return _urgent_first(turn) or setup.skip(turn, step)
    if _is_order("setup_leave", turn, text):
        return dialogues.cancel(turn)
    if _is_order("setup_why", turn, text):
        return setup.ask_again(turn, step, (Reply(mark=Mark.KNOWLEDGE, lines=(say(m.SETUP_WHY),)),))
    if step == "week" and setup_week.only_off(turn, text, found):
        return setup.ask(turn, step, say(m.WEEK_ONLY_OFF))
    if step == "running" and _corrects_time(turn, text):
        return setup.ask_again(turn.fresh(), step, settings.set_value(turn, "run_time", text))
    return setup.ask(turn, step) if _is_order("setup_start", turn, text) else ()


def _urgent_first(turn: Turn) -> Replies:
    """Ask again what may be a red flag, where that waits: nothing else is answered by "no idea" before it."""
    if not red_flags.urgent_waits(turn):
        return ()
    line, buttons = red_flags.urgent_question()
    return (asked(line, buttons=buttons),)


def _corrects_time(turn: Turn, text: str) -> bool:
    """Tell whether a time alone is said right behind the usual time of runs, which it corrects."""
    known = turn.runner.profile.run_time is not None and just_made(turn)
    return known and setup_told.is_bare_time(turn, text) and settings.takes(turn, "run_time", text)


def in_setup(turn: Turn, step: str, text: str, found: tuple[Meaning, ...]) -> Replies | PlaceWanted:
    """Take a text for the answer to a step, unless it greets, asks or tells something else."""
    if SmallTalk(talk=Talk.CANCEL) in found:
        return dialogues.cancel(turn)
    if step == setup_told.ZONE and setup_answers.is_polite(text):
        return setup.answer(turn, step, text)
    if step in PASTED and (beside := _week_and_more(turn, step, text, found)):
        return beside
    parts = setup_told.told(turn, step, text)
    if len(parts) > 1 or (parts and not setup.fits(turn, step, text)):
        return setup_told.take(turn, step, parts)
    if setup.fits(turn, step, text):
        return setup.answer(turn, step, text)
    beside = _beside_the_step(turn, step, text, found)
    if isinstance(beside, PlaceWanted):
        return beside
    return (*beside, setup.waiting(step)) if beside else _not_taken(turn, step, text)


def _week_and_more(turn: Turn, step: str, text: str, found: tuple[Meaning, ...]) -> Replies | PlaceWanted:
    """Keep a week, and do what was told with it; nothing for a text that tells no week, or a week alone."""
    week = next((one for one in found if isinstance(one, WeekReading) and one.text and not one.guessed), None)
    others = tuple(one for one in found if not isinstance(one, (*NO_MORE, WeekReading, DatedRunReading)))
    if week is None or not others or not setup.fits(turn, "week", week.text):
        return ()
    done = answer(turn, text, others)
    if isinstance(done, PlaceWanted):
        return replace(done, rest=week.text)
    if step == "week":
        return (*done, *setup.week_told(turn.fresh(), week.text))
    return setup.ask_again(turn.fresh(), step, (*done, *setup_week.added(turn.fresh(), week.text)))


def _is_order(name: str, turn: Turn, text: str) -> bool:
    return len(text) <= LONGEST_ORDER and is_said(name, typed(text), turn.knowledge.vocabulary)


def _is_done(turn: Turn, text: str) -> bool:
    return read_gym_order(text, vocabulary=turn.knowledge.vocabulary) in {GymOrder.DONE, GymOrder.FINISH}


def _not_taken(turn: Turn, step: str, text: str) -> Replies | PlaceWanted:
    """Refuse what was meant as an answer; ask again, with what it takes, behind anything else."""
    if setup_answers.may_answer(step, text):
        return setup.answer(turn, step, text)
    return setup.ask(turn, step) if _is_done(turn, text) else setup.ask(turn, step, say(m.STEP_UNREAD))


def _beside_the_step(turn: Turn, step: str, text: str, found: tuple[Meaning, ...]) -> Replies | PlaceWanted:
    """Answer who greets, asks, corrects the week or tells something before they answer a step, which is asked again."""
    if step not in PASTED and (corrected := run_fixes.corrected(turn, text, found, now=True)):
        return corrected
    chat = next((meaning for meaning in found if isinstance(meaning, SmallTalk)), None)
    if chat is not None:
        return small_talk(turn, text, chat) if chat.talk in {Talk.GREETING, Talk.THANKS} else ()
    asks = any(isinstance(meaning, OtherQuestion) for meaning in found)
    if asks or any(isinstance(one, Unread) and one.doubt not in _of_step(step) for one in found):
        return () if step == "week" and not asks else answer(turn, text, found)
    if " " not in text.strip():
        return _one_word(turn, step, text)
    told = others.answer(turn, text, found) or form.condition(turn, text) or form.about(turn, text)
    return told or (() if len(text.split()) < MANY or step in PASTED else answer(turn, text, found))


def _of_step(step: str) -> frozenset[Doubt]:
    """Return what is in doubt in an answer to a step: how long one has run has no time of day."""
    return frozenset({Doubt.VALUE}) if step in LENGTHS else OF_A_STEP


def _one_word(turn: Turn, step: str, text: str) -> Replies:
    """Answer one word that wants something of the bot; at the first step it may be a city, unless it says good-bye."""
    if not any(character.isalnum() for character in text):
        # A thumb, a smile, three dots.
        return requests.answer(turn, Request.OKAY)
    found = form.look(turn, text)
    wish = found.request
    if wish is None or (step == setup_told.ZONE and wish is not Request.BYE):
        return ()
    return form.reply(turn, text, found)


def ask_behind(turn: Turn, step: str, replies: Replies) -> Replies:
    """Say behind something else that was done that a step waits, where it still does and nothing else is asked."""
    over = setup.step_of(turn) != step or not replies or any(map(_waits_for_more, replies))
    return replies if over else (*replies, setup.waiting(step))


def _waits_for_more(reply: Reply) -> bool:
    question = reply.answer is not None and reply.answer.question is not None
    return question or reply.mark in {Mark.ASKS, Mark.REFUSED, Mark.STOP} or reply.alert
