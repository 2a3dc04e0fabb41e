"""`/remind`: what the bot sends unasked, each kind switched by its own word."""

import datetime as dt
from dataclasses import replace
from typing import Any

from bot.app import messages as m
from bot.app import settings
from bot.app.kinds import FOLLOWING, UNDER_REMIND, in_quiet_hours, is_on, kind_text, own_times
from bot.app.records import DueKind, ReminderSettings, Runner, WeeklyMoment
from bot.app.replies import asked, button, refused, rows
from bot.app.reply import Button, Line, Replies, Reply, say
from bot.app.settings import clock_text
from bot.app.turn import Turn
from bot.language.meaning import SettingReading, Unread
from bot.language.values import read_fixed_lifts

SET_NAMES = {DueKind.MORNING: "reminder", DueKind.WARMUP: "warmup", DueKind.DAILY: "daily"}
"""The kinds that have a name in `/set`, and that name."""

SHOWN = (DueKind.MORNING, DueKind.WARMUP, DueKind.DAILY, *UNDER_REMIND)
NAMES = frozenset(kind.value for kind in SHOWN)
NIGHTS = ("22:00-06:00", "22:00-07:00", "23:00-07:00")
SWITCH = {"on": True, "off": False}


def remind(turn: Turn, text: str) -> Replies:
    """Switch one kind, or set the time of the morning reminder; alone it shows all kinds."""
    name, _, value = text.strip().lower().partition(" ")
    value = value.strip()
    if not name:
        return (_shown(turn),)
    if name == DueKind.WEEK:
        return _week(turn, value)
    if name in FOLLOWING.values():
        return _switch(turn, name, value)
    if name == DueKind.MORNING and value == "off":
        return _morning_off(turn)
    if name in NAMES:
        return settings.set_value(turn, SET_NAMES[DueKind(name)], _spoken(turn, DueKind(name), value))
    return settings.set_value(turn, "quiet", value) if name == "quiet" else settings.set_value(turn, "reminder", text)


def which(told: SettingReading) -> Reply:
    """Ask what is meant where a reminder is told for some days alone: each kind comes when its day has come."""
    if told.value == "off":
        return asked(say(m.ASK_DAYS_OFF), buttons=((_offer(DueKind.MORNING, "off"),),))
    weekly = tuple(_offer(DueKind.WEEK, f"{day.key} {told.value}") for day in told.days)
    sentence = m.ASK_DAY_AT if len(weekly) == 1 else m.ASK_DAYS_AT
    offers = (_offer(DueKind.MORNING, told.value), *(weekly if len(weekly) == 1 else ()))
    return asked(say(sentence, time=dt.time.fromisoformat(told.value)), buttons=(offers,))


def which_hours() -> Reply:
    """Ask from when until when to be quiet, where only the night is told."""
    nights = (button(say(m.PLAIN, text=night), "set", "quiet", night.replace(":", "")) for night in NIGHTS)
    return asked(say(m.ASK_QUIET_HOURS), buttons=rows(nights, width=2))


def _offer(kind: DueKind, value: str) -> Button:
    return button(say(m.SWITCH_KIND, name=kind.value, value=value), "rkind", kind.value, value.replace(":", ""))


def _spoken(turn: Turn, kind: DueKind, value: str) -> str:
    """Return a value as `/set` takes it: "on" alone brings the usual time or lead back."""
    if value != "on" or kind is DueKind.DAILY:
        return value
    if kind is DueKind.WARMUP:
        return str(turn.knowledge.thresholds.warmup.full_min)
    return clock_text(turn.knowledge.thresholds.day.morning) or value


def _switch(turn: Turn, name: str, value: str) -> Replies:
    if value not in SWITCH:
        return (refused(m.EXPECTS_SWITCH),)
    fields: dict[str, Any] = {name: SWITCH[value]}
    changed = replace(turn.runner.reminders, **fields)
    return _kept(turn, replace(turn.runner, reminders=changed), DueKind(name))


def _morning_off(turn: Turn) -> Replies:
    """Switch the morning reminder off alone: what goes with it while nothing is said of it stays on."""
    known = turn.runner.reminders
    others: dict[str, Any] = {
        name: True for kind, name in FOLLOWING.items() if is_on(known, kind) and _comes_alone(turn, name)
    }
    runner = replace(turn.runner, reminders=replace(known, morning=None, **others))
    return settings.keep(turn, runner, settings.setting_line(runner, SET_NAMES[DueKind.MORNING]))


def _comes_alone(turn: Turn, name: str) -> bool:
    """Tell whether a kind would come without the morning reminder: its usual time may lie in quiet hours."""
    on: dict[str, Any] = {name: True}
    times = own_times(replace(ReminderSettings(), **on), turn.knowledge.thresholds)
    return not any(in_quiet_hours(at, turn.runner.reminders.quiet) for at in times)


def _week(turn: Turn, value: str) -> Replies:
    """Take the evening on which the week's plan comes: a day and a time, or off."""
    if value == "off":
        moment = None
    else:
        reading = read_fixed_lifts(value, vocabulary=turn.knowledge.vocabulary)
        if isinstance(reading, Unread) or len(reading.lifts) != 1:
            return (refused(m.EXPECTS_WEEK_MOMENT),)
        moment = WeeklyMoment(weekday=reading.lifts[0].weekday, time=reading.lifts[0].time)
    changed = replace(turn.runner.reminders, week=moment)
    return _kept(turn, replace(turn.runner, reminders=changed), DueKind.WEEK)


def _kept(turn: Turn, runner: Runner, kind: DueKind) -> Replies:
    return settings.keep(turn, runner, _line(runner, kind))


def _line(runner: Runner, kind: DueKind) -> Line:
    return say(m.SETTING, name=kind.value, value=kind_text(runner.reminders, kind))


def _shown(turn: Turn) -> Reply:
    runner = turn.runner
    known = (settings.setting_line(runner, name) for name in ("reminder", "warmup", "daily", "quiet"))
    lines = (say(m.REMIND_HEAD), *known, *(_line(runner, kind) for kind in UNDER_REMIND))
    return Reply(lines=lines, buttons=rows((_button(turn, kind) for kind in SHOWN), width=3))


def _button(turn: Turn, kind: DueKind) -> Button:
    """Return the button that switches a kind to what it is not."""
    value = "off" if is_on(turn.runner.reminders, kind) else "on"
    if kind is DueKind.WEEK and value == "on":
        value = f"sun {clock_text(turn.knowledge.thresholds.day.evening)}"
    return _offer(kind, value)
