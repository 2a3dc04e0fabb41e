"""Buttons about a day and its runs: each is answered by what changed and by the day decided anew."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from bot.app import applying, checkins, dialogues, eased_races, feedback, races, runs, settings, weeks
from bot.app import messages as m
from bot.app.answering import day_answer, moment_answer
from bot.app.pressing import FARTHEST, Outcome, Press, StaleButton, read_day, read_kind, read_number, read_time
from bot.app.replies import alert, stored
from bot.app.reply import Replies, Reply, say
from bot.app.turn import Turn
from bot.training.runs import DatedRun, Priority, RunSpec


def _about_day(turn: Turn, day: str) -> Outcome:
    asked = read_day(turn, day)
    if asked < turn.today:
        return (alert(m.DAY_PASSED, day=asked),)
    return (day_answer(turn, asked),)


def _free(turn: Turn, day: str) -> Outcome:
    asked = read_day(turn, day)
    with turn.change() as change_id:
        checkins.keep_free(turn, asked)
    return (stored(change_id, say(m.FREE_STORED, day=asked)), _anew(turn, asked))


def _hard(turn: Turn, asked: str, day: str, kind: str) -> Outcome:
    """The one hard or long run of the days asked about, at a time nobody said: kept, and its time asked about next."""
    entry = DatedRun(date=read_day(turn, day), run=RunSpec(kind=read_kind(kind)))
    with turn.change() as change_id:
        checkins.keep_free(turn, read_day(turn, asked))
        turn.records.dated_runs.add(turn.runner.id, entry)
    return (stored(change_id, say(m.RUN_STORED, day=entry.date, run=entry.run)), _anew(turn, read_day(turn, asked)))


def _at(turn: Turn, text: str) -> Outcome:
    try:
        at = dt.datetime.strptime(text, "%Y%m%d%H%M").replace(tzinfo=dt.UTC)
    except ValueError:
        raise StaleButton from None
    if not turn.now <= at <= turn.now + FARTHEST:
        return (alert(m.RUN_CHANGED),)
    return (moment_answer(turn, at),)


def _move(turn: Turn, asked: str, day: str, kind: str, to: str) -> Outcome:
    return _then_anew(turn, asked, applying.move(turn, read_day(turn, day), read_kind(kind).value, read_day(turn, to)))


def _exchange(turn: Turn, day: str, kind: str, other: str, other_kind: str) -> Outcome:
    days = (read_day(turn, day), read_day(turn, other))
    replies = applying.exchange(turn, days[0], read_kind(kind).value, days[1], read_kind(other_kind).value)
    return _then_anew(turn, turn.today.isoformat(), replies)


def _drop(turn: Turn, asked: str, day: str, kind: str) -> Outcome:
    return _then_anew(turn, asked, applying.drop(turn, read_day(turn, day), read_kind(kind).value))


def _then_anew(turn: Turn, asked: str, replies: Replies) -> Outcome:
    """Answer again about the day that was asked about, once something changed; the plan follows."""
    if any(reply.alert for reply in replies):
        return replies
    return (*replies, *weeks.repaired(turn), _anew(turn, read_day(turn, asked)))


def _felt(turn: Turn, day: str, worse: str) -> Outcome:
    return feedback.report(turn, read_day(turn, day), worse=worse == "1")


def _anew(turn: Turn, day: dt.date) -> Reply:
    """Answer again about the day that was asked about, with what is known now."""
    return day_answer(turn.fresh(), max(day, turn.today))


def _lifting(turn: Turn, asked: str, days: str) -> Outcome:
    replies = settings.set_value(turn, "lifting", "new" if days == "0" else f"{read_number(days)} days")
    return (*replies, _anew(turn, read_day(turn, asked)))


def _run_time(turn: Turn, asked: str, day: str, kind: str, at: str) -> Outcome:
    run = runs.run_of(turn, read_day(turn, day), kind)
    if run is None:
        return (alert(m.RUN_CHANGED),)
    return (runs.describe(turn, run, replace(run.spec, time=read_time(at))), _anew(turn, read_day(turn, asked)))


def _run_kind(turn: Turn, asked: str, day: str, kind: str, better: str) -> Outcome:
    run = runs.run_of(turn, read_day(turn, day), kind)
    if run is None:
        return (alert(m.RUN_CHANGED),)
    return (runs.describe(turn, run, replace(run.spec, kind=read_kind(better))), _anew(turn, read_day(turn, asked)))


def _did(turn: Turn, day: str, kind: str) -> Outcome:
    if read_day(turn, day) > turn.today:
        raise StaleButton
    return runs.did(turn, read_day(turn, day), read_kind(kind))


def _ran(turn: Turn, asked: str, day: str, kind: str) -> Outcome:
    run = runs.run_of(turn, read_day(turn, day), kind)
    if run is None:
        return (alert(m.RUN_CHANGED),)
    return (runs.ran(turn, run), _anew(turn, read_day(turn, asked)))


def _skipped(turn: Turn, asked: str, day: str, kind: str) -> Outcome:
    run = runs.run_of(turn, read_day(turn, day), kind)
    if run is None:
        return (alert(m.RUN_CHANGED),)
    return (*runs.skipped(turn, run), _anew(turn, read_day(turn, asked)))


def _taper(turn: Turn, day: str, tenths_of_km: str) -> Outcome:
    """A dated race becomes one to taper for; the run that stood for it goes."""
    km = read_number(tenths_of_km) / 10
    return (races.confirm(turn, read_day(turn, day), km or None), _anew(turn, turn.today))


def _small_taper(turn: Turn, day: str, tenths_of_km: str) -> Outcome:
    """A dated race becomes one that matters less."""
    km = read_number(tenths_of_km) / 10
    return (races.confirm(turn, read_day(turn, day), km or None, Priority.B), _anew(turn, turn.today))


def _another_race(turn: Turn, day: str, tenths_of_km: str) -> Outcome:
    """A race that may have been a known one is one of its own."""
    km = read_number(tenths_of_km) / 10
    return (races.another(turn, read_day(turn, day), km or None), _anew(turn, turn.today))


def _remove_race(turn: Turn, row: str) -> Outcome:
    return races.remove(turn, read_number(row))


PRESSES: Mapping[str, Press] = {
    "at": Press(do=_at, args=1),
    "mv": Press(do=_move, args=4),
    "ex": Press(do=_exchange, args=4),
    "dr": Press(do=_drop, args=3),
    "felt": Press(do=_felt, args=2),
    "day": Press(do=_about_day, args=1),
    "free": Press(do=_free, args=1),
    "hard": Press(do=_hard, args=3),
    "lifting": Press(do=_lifting, args=2),
    "time": Press(do=_run_time, args=4),
    "kind": Press(do=_run_kind, args=4),
    "did": Press(do=_did, args=2),
    "ran": Press(do=_ran, args=3),
    "skipped": Press(do=_skipped, args=3),
    "taper": Press(do=_taper, args=2),
    "smalltaper": Press(do=_small_taper, args=2),
    dialogues.RACE: Press(do=_another_race, args=2),
    "jogged": Press(do=lambda turn, day: eased_races.ease_on(turn, read_day(turn, day)), args=1),
    "norace": Press(do=_remove_race, args=1),
}
