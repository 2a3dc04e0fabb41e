"""What a text without a command means, and the use case that answers it."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.app import asking, checkins, dialogues, fixed_lifts, logbook, races, runs, safety, schedule, settings, setup
from bot.app import messages as m
from bot.app.answering import today_answer
from bot.app.doubts import ask_back
from bot.app.replies import button, unable
from bot.app.reply import Mark, Replies, Reply, say
from bot.app.settings import PlaceWanted
from bot.app.turn import Turn
from bot.language.meaning import (
    DatedRunReading,
    FixedLiftsReading,
    LiftQuestion,
    LiftReading,
    Meaning,
    MovedRunReading,
    NotUnderstood,
    OtherQuestion,
    OverrideReading,
    RaceReading,
    SettingReading,
    SmallTalk,
    SorenessReading,
    Talk,
    Unread,
    WeekReading,
)
from bot.language.understand import understand

SKIP = "skip"
LEAVE = frozenset({"later", "leave", "cancel"})
RUNS = (DatedRunReading, MovedRunReading)


def talk(turn: Turn, text: str) -> Replies | PlaceWanted:
    """Answer a text: as the answer to an open step of the set-up where it fits, else for what it means."""
    step = setup.step_of(turn)
    if step is not None:
        return _in_setup(turn, step, text)
    return answer(turn, text, meanings(turn, text))


def meanings(turn: Turn, text: str) -> tuple[Meaning, ...]:
    """Return what a text means to this runner now."""
    profile = turn.runner.profile
    return understand(
        text,
        now=turn.local_now,
        vocabulary=turn.knowledge.vocabulary,
        distance_unit=profile.distance,
        mass_unit=profile.units,
    )


def answer(turn: Turn, text: str, found: tuple[Meaning, ...]) -> Replies | PlaceWanted:
    """Do what was said, in the order in which it was said; runs and lifts of one message are stored together."""
    replies: list[Reply] = []
    for kind in (RUNS, LiftReading):
        together: list[Any] = [meaning for meaning in found if isinstance(meaning, kind)]
        if together:
            replies += runs.store(turn, together) if kind is RUNS else logbook.store(turn, tuple(together))
    for meaning in found:
        if not isinstance(meaning, (*RUNS, LiftReading)):
            outcome = ANSWERS[type(meaning)](turn, text, meaning)
            if isinstance(outcome, PlaceWanted):
                return outcome
            replies += outcome
    return tuple(replies)


def _in_setup(turn: Turn, step: str, text: str) -> Replies | PlaceWanted:
    word = text.strip().lower()
    if word == SKIP:
        return setup.skip(turn, step)
    if word in LEAVE:
        return dialogues.cancel(turn)
    found = meanings(turn, text)
    asks = any(isinstance(meaning, LiftQuestion) for meaning in found)
    if asks and not setup.fits(turn, step, text):
        # A question is answered at once; the step waits.
        return answer(turn, text, found)
    return setup.answer(turn, step, text)


def _week(turn: Turn, text: str, _: WeekReading) -> Replies:
    return schedule.change_week(turn, text)


def _race(turn: Turn, _: str, meaning: RaceReading) -> Replies:
    return races.store(turn, meaning)


def _fixed(turn: Turn, _: str, meaning: FixedLiftsReading) -> Replies:
    return fixed_lifts.store(turn, meaning)


def _soreness(turn: Turn, _: str, meaning: SorenessReading) -> Replies:
    return checkins.checkin(turn, "") if meaning.level is None else checkins.soreness(turn, meaning.level)


def _setting(turn: Turn, _: str, meaning: SettingReading) -> Replies | PlaceWanted:
    return settings.change_setting(turn, f"{meaning.name} {meaning.value}")


def _question(turn: Turn, _: str, meaning: LiftQuestion) -> Replies:
    return (today_answer(turn),) if meaning.moment is None else asking.about(turn, meaning.moment)


def _other_question(_turn: Turn, text: str, _: OtherQuestion) -> Replies:
    return (unable(m.RUNNING_NOT_YET if "run" in text.lower() else m.FORM_NOT_YET),)


def _override(turn: Turn, _: str, _meaning: OverrideReading) -> Replies:
    return safety.keep_flag(turn) if safety.standing_flags(turn) else (unable(m.OVERRIDE_NOT_YET),)


def _small_talk(turn: Turn, text: str, meaning: SmallTalk) -> Replies:
    match meaning.talk:
        case Talk.CANCEL:
            return dialogues.cancel(turn)
        case Talk.GREETING:
            return (Reply(lines=(say(m.GREETING),)),)
        case Talk.THANKS:
            return (Reply(lines=(say(m.THANKS),)),)
    return not_understood(turn, text)


def not_understood(_: Turn, __: str, ___: object = None) -> Replies:
    """Say so in one line, with the likeliest things as buttons."""
    buttons = (
        (button(say(m.MAYBE_TODAY), "today"),),
        (button(say(m.MAYBE_WEEK), "week"), button(say(m.MAYBE_LOG), "log")),
    )
    return (Reply(mark=Mark.UNABLE, lines=(say(m.NOT_UNDERSTOOD),), buttons=buttons),)


def _unread(_: Turn, __: str, meaning: Unread) -> Replies:
    return (ask_back(meaning),)


ANSWERS: Mapping[type, Callable[[Turn, str, Any], Replies | PlaceWanted]] = {
    WeekReading: _week,
    RaceReading: _race,
    FixedLiftsReading: _fixed,
    SorenessReading: _soreness,
    SettingReading: _setting,
    LiftQuestion: _question,
    OtherQuestion: _other_question,
    OverrideReading: _override,
    SmallTalk: _small_talk,
    NotUnderstood: not_understood,
    Unread: _unread,
}
