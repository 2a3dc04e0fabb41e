"""What may be of something else than the runner's own training is asked about once, before it is kept."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from bot.app import dialogues
from bot.app import messages as m
from bot.app.answered import answer
from bot.app.logbook import lift_of
from bot.app.pressing import Outcome, Press
from bot.app.recording import meanings
from bot.app.replies import alert, asked, button
from bot.app.reply import Fact, Mark, Message, Replies, Reply, say
from bot.app.turn import Turn
from bot.language.journeys import is_timetable
from bot.language.meaning import (
    AfterLiftQuestion,
    DatedRunReading,
    DroppedRaceReading,
    FixedLiftsReading,
    GymReading,
    HeatIllnessReading,
    IllnessReading,
    LiftQuestion,
    LiftReading,
    Meaning,
    MovedRunReading,
    NewTimeReading,
    OtherQuestion,
    PauseReading,
    ProgressQuestion,
    RaceReading,
    RunReportReading,
    SettingReading,
    SleepReading,
    SorenessReading,
    TimeOffReading,
    TravelReading,
    WeekReading,
    WellReading,
)
from bot.training.runs import DatedRun

NOTED: Mapping[type, Message] = {
    WeekReading: m.NOTE_WEEK,
    NewTimeReading: m.NOTE_WEEK,
    DatedRunReading: m.NOTE_RUN,
    MovedRunReading: m.NOTE_RUN,
    RunReportReading: m.NOTE_RUN,
    RaceReading: m.NOTE_RACE,
    DroppedRaceReading: m.NOTE_RACE_OFF,
    LiftReading: m.NOTE_LIFT,
    FixedLiftsReading: m.NOTE_LIFT_TIMES,
    SorenessReading: m.NOTE_SORE,
    SleepReading: m.NOTE_SLEEP,
    IllnessReading: m.NOTE_ILL,
    HeatIllnessReading: m.NOTE_ILL,
    WellReading: m.NOTE_WELL,
    TravelReading: m.NOTE_TRAVEL,
    GymReading: m.NOTE_HEAT,
    TimeOffReading: m.NOTE_DAYS_OFF,
    SettingReading: m.NOTE_SETTING,
}
"""What is kept or changed, and what it is called in the question.

What only changes a lift or a run that is known finds none where it is of something else.
"""

QUESTIONS = (LiftQuestion, AfterLiftQuestion, OtherQuestion, ProgressQuestion)


def ask(turn: Turn, text: str, found: tuple[Meaning, ...]) -> Replies:
    """Ask whether to keep what a text says that hardly seems to be of the runner's own; nothing for any other text."""
    if any(isinstance(one, PauseReading) for one in found):
        # Whoever has the bot pause tells why.
        return ()
    told = [one for one in found if type(one) in NOTED and not _is_asked_anyway(one)]
    if not told or not doubts(turn, text):
        return ()
    dialogues.hold(turn, f"{turn.said_at.isoformat()} {text}", dialogues.NOTES)
    names = list(_named(turn, told))
    what = tuple(name for place, name in enumerate(names) if name not in names[:place])
    buttons = ((button(say(m.NOTE_IT), dialogues.NOTE), button(say(m.NOTE_NOT), "nonote")),)
    return (asked(say(m.NOTE_ASK, what=what), buttons=buttons),)


def doubts(turn: Turn, text: str) -> bool:
    """Tell whether what a text says hardly seems to be of the runner's own training."""
    return is_timetable(text) or turn.knowledge.own_training.doubts(text)


def _is_asked_anyway(one: Meaning) -> bool:
    return isinstance(one, TimeOffReading) and not one.sure


def _named(turn: Turn, told: Iterable[Meaning]) -> Iterator[Fact]:
    """Yield what would be kept, in a few words."""
    for one in told:
        if isinstance(one, DatedRunReading | MovedRunReading):
            yield DatedRun(date=one.date, run=one.run)
        elif isinstance(one, LiftReading):
            yield lift_of(turn, one)
        elif isinstance(one, IllnessReading) and one.day is not None:
            yield say(m.NOTE_WAS_ILL)
        elif isinstance(one, SettingReading) and one.value and not (one.days or one.once):
            yield say(m.SETTING, name=one.name, value=one.value)
        else:
            yield say(NOTED[type(one)])


def note(turn: Turn) -> Outcome:
    """Keep what was asked about, as of when it was said."""
    waiting = _waiting(turn)
    return (alert(m.BUTTON_STALE),) if waiting is None else _answered(*waiting)


def _answered(turn: Turn, text: str) -> Outcome:
    return answer(turn, text, meanings(turn, text))


def leave(turn: Turn) -> Outcome:
    """Keep nothing, and answer what was asked beside it."""
    waiting = _waiting(turn)
    if waiting is None:
        return (alert(m.BUTTON_STALE),)
    then, text = waiting
    asks = tuple(one for one in meanings(then, text) if isinstance(one, QUESTIONS))
    replies = answer(then, text, asks) if asks else ()
    calm = Reply(mark=Mark.KNOWLEDGE, lines=(say(m.NOT_NOTED),))
    return (calm, *replies) if isinstance(replies, tuple) else replies


def _waiting(turn: Turn) -> tuple[Turn, str] | None:
    """Return the message that waits, and the turn in which it was said."""
    held = dialogues.held(turn, dialogues.NOTES)
    if held is None:
        return None
    said_at, _, text = held.partition(" ")
    return replace(turn, said_at=dt.datetime.fromisoformat(said_at)), text


PRESSES: Mapping[str, Press] = {dialogues.NOTE: Press(do=note), "nonote": Press(do=leave)}
