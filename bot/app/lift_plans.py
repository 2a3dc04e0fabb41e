"""Lifts planned in words: the week is shown, a week is left out, and no single lift looks booked that is not."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from bot.app import answered, asking, follow_ups, instead, pausing, red_flags, second_thoughts, weeks
from bot.app import messages as m
from bot.app.just_told import WHILE
from bot.app.lift_days import lift_times
from bot.app.pauses import standing_pause
from bot.app.pressing import Outcome, Press, StaleButton, read_day
from bot.app.recording import meanings
from bot.app.replies import asked, button, stored, unable
from bot.app.reply import Mark, Replies, Reply, say
from bot.app.settings import PlaceWanted
from bot.app.spoken_of import on_day_spoken_of
from bot.app.turn import Turn
from bot.app.what_if import day_named
from bot.guidance.verdict import Verdict
from bot.language.lift_plans import LiftPlan, read_lift_plan
from bot.language.meaning import (
    LiftQuestion,
    MomentReading,
    NotUnderstood,
    OtherQuestion,
    PauseReading,
    SmallTalk,
    Unread,
)
from bot.language.own_moments import leaves_day_open
from bot.language.time_off import MOST_DAYS
from bot.training.lifts import LiftChange

NOTHING_TOLD = (NotUnderstood, Unread, SmallTalk, LiftQuestion, OtherQuestion)


def answer(turn: Turn, text: str) -> Replies:
    """Answer what is to become of lifts; nothing for any other text."""
    said = read_lift_plan(text, now=turn.local_now, vocabulary=turn.knowledge.vocabulary)
    if said is None or (said.off is not None and _tells(turn, text)):
        return ()
    if red_flags.standing_flags(turn):
        return red_flags.keep_flag(turn)
    if said.why and (told := next((one for one in (said.why, f"I'm {said.why}") if _tells(turn, one)), None)):
        heard = answered.answer(turn, told, meanings(turn, told))
        return () if isinstance(heard, PlaceWanted) else heard
    return _answered(turn, said)


def _tells(turn: Turn, text: str) -> bool:
    """Tell whether a text says something of the runner: illness, a race or a journey comes before lifts left out."""
    return not all(isinstance(one, NOTHING_TOLD) for one in meanings(turn, text))


def _answered(turn: Turn, said: LiftPlan) -> Replies:
    if said.of_other:
        return (Reply(mark=Mark.KNOWLEDGE, lines=(say(m.ONLY_FOR_YOU),)),)
    if said.plans:
        return weeks.week(turn)
    if said.off is not None:
        return _left_out(turn, *said.off)
    return _booked(turn, said.book or "", names_lift=said.names_lift)


def _booked(turn: Turn, words: str, *, names_lift: bool) -> Replies:
    """Answer about the moment that somebody wants booked, and say that it is not: lift times are those of a week."""
    if words and not names_lift and (told := instead.answer(turn, words)):
        return told
    last = follow_ups.last(turn, within=WHILE)
    if not names_lift and (last is None or second_thoughts.changed(turn) is not None):
        return ()
    found = _moment(turn, words)
    if found is None:
        replies: Replies = () if last is None else (follow_ups.again(turn, last),)
    else:
        replies = asking.about(turn, found)
    return tuple(part for one in replies for part in _noted(turn, one))


def _moment(turn: Turn, words: str) -> MomentReading | None:
    found = day_named(turn, words)
    if found is None or not leaves_day_open(words, today=turn.local_now.date(), vocabulary=turn.knowledge.vocabulary):
        return found
    return on_day_spoken_of(turn, found)


def _noted(turn: Turn, reply: Reply) -> Replies:
    """Return a verdict behind the word that a lift stands there already, or that none does and how one would."""
    answered = reply.answer
    if answered is None or answered.verdict is Verdict.REFER:
        return (reply,)
    at = None if answered.moment is None else answered.moment.astimezone(turn.zone).time().replace(fold=0)
    known = [lift.time for lift in lift_times(turn.records, turn.runner, first=answered.day, days=1)]
    if known and at in {None, *known}:
        line = say(m.PLANNED_ALREADY, day=answered.day, time=at or known[0])
        return (Reply(mark=Mark.KNOWLEDGE, lines=(line,)), reply)
    usual = max(turn.runner.profile.slots, default=dt.time(18))
    return (unable(m.NOT_BOOKED, day=f"{answered.day:%a}".lower(), time=at or usual), reply)


def _left_out(turn: Turn, first: dt.date, last: dt.date) -> Replies:
    """Leave the lifts of some days out that are still to come, and offer a pause for these days."""
    known = lift_times(turn.records, turn.runner, first=first, days=(last - first).days + 1)
    coming = [lift for lift in known if lift.at(turn.zone) > turn.now]
    until = last + dt.timedelta(days=1)
    paused = standing_pause(turn.records, turn.runner, turn.now)
    quiet = button(say(m.PAUSE_UNTIL, day=until), "rest", first.isoformat(), until.isoformat())
    offered = () if paused is not None and paused[1].until >= until else ((quiet,),)
    if not coming:
        if not offered:
            return (unable(m.NO_LIFTS_TO_SKIP),)
        no = button(say(m.DECLINE), "keep")
        return (asked(say(m.NO_LIFTS_TO_SKIP), say(m.ASK_PAUSE_THEN, first=first, last=last), buttons=((quiet, no),)),)
    with turn.change() as change_id:
        for lift in coming:
            turn.records.lift_changes.add(turn.runner.id, LiftChange(date=lift.from_date, time=lift.from_time))
    echo = stored(change_id, *(say(m.LIFT_SKIPPED, at=lift.at(turn.zone)) for lift in coming))
    return (replace(echo, buttons=(*echo.buttons, *offered)),)


def _rest(turn: Turn, first: str, until: str) -> Outcome:
    return pausing.store(turn, PauseReading(until=read_day(turn, until), since=read_day(turn, first)))


def _unlifted(turn: Turn, first: str, last: str) -> Outcome:
    if red_flags.standing_flags(turn):
        return red_flags.keep_flag(turn)
    days = read_day(turn, first), read_day(turn, last)
    if days[1] < turn.today or not 0 <= (days[1] - days[0]).days < MOST_DAYS:
        raise StaleButton
    return _left_out(turn, *days)


PRESSES: Mapping[str, Press] = {"rest": Press(do=_rest, args=2), "unlifted": Press(do=_unlifted, args=2)}
