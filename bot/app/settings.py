"""`/set` and `/remind`: one setting by name; a wrong name or value changes nothing."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.app import messages as m
from bot.app.equipment import plates_text, with_equipment
from bot.app.kinds import UNDER_REMIND, in_quiet_hours, is_on, kind_text, own_times
from bot.app.knowledge import Place
from bot.app.quiet_hours import of_one_end
from bot.app.records import DueKind, Runner
from bot.app.replies import asked, button, refused, stored
from bot.app.reply import Line, Message, Replies, Reply, say
from bot.app.turn import Turn
from bot.language.meaning import Unread
from bot.language.values import (
    read_clock_time,
    read_days,
    read_experience,
    read_minutes,
    read_span,
    read_times,
)
from bot.training.profile import Aim, DistanceUnit, MassUnit, Phase
from bot.training.time import Weekday

LANGUAGES = ("en",)
LEAST_MINUTES, MOST_MINUTES = 15, 120
"""A warm-up prompt comes early enough for the short warm-up at least (guidance.md, section 7)."""

MOST_SLOTS = 6


class WrongValue(Exception):
    """A value that a setting does not take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWanted:
    """A place's name that has to be looked up before the time zone can be set.

    `beside` holds what was told with it in the set-up: steps, each with what answers it. `rest` is what else the
    message says, which is answered behind it; `told` is what was answered before. What is `offered_for` a message is no
    order: the zone is only offered, behind the answer to that message. A name counts where at least `least_people`
    live in the largest place that it can mean.
    """

    name: str
    beside: tuple[tuple[str, str], ...] = ()
    rest: str = ""
    offered_for: str = ""
    told: Replies = ()
    least_people: int = 0

    def among(self, places: tuple[Place, ...]) -> tuple[Place, ...]:
        """Return the places that were found for the name; none where all are too small to be meant."""
        return places if max((place.people for place in places), default=0) >= self.least_people else ()


Read = Callable[[Turn, str], Runner]


def change_setting(turn: Turn, text: str) -> Replies | PlaceWanted:
    """Change one setting from "name value"."""
    name, _, value = text.strip().partition(" ")
    name, value = name.lower(), value.strip()
    if not name:
        return show(turn)
    if name == "timezone" and value:
        return PlaceWanted(name=value)
    if name not in SETTINGS:
        return (refused(m.SETTING_UNKNOWN, name=name or "-", names=", ".join(NAMES)),)
    return set_value(turn, name, value)


def set_value(turn: Turn, name: str, value: str) -> Replies:
    """Change one setting whose name is known."""
    setting = SETTINGS[name]
    try:
        runner = setting.read(turn, value)
    except WrongValue:
        return (refused(setting.expects),)
    return keep(turn, runner, setting_line(runner, name), *(_still_on(runner) if name == "reminder" else ()))


def _still_on(runner: Runner) -> tuple[Line, ...]:
    """Name what is still sent without the morning reminder: who switched it off may have meant all of it."""
    kinds = [kind.value for kind in DueKind if kind is not DueKind.SNOOZE and is_on(runner.reminders, kind)]
    return (say(m.STILL_ON, kinds=", ".join(kinds)),) if kinds and runner.reminders.morning is None else ()


def keep(turn: Turn, runner: Runner, *echo: Line) -> Replies:
    """Keep changed settings, unless a time that the runner chose to hear from the bot at lies in their quiet hours."""
    chosen = own_times(runner.reminders, turn.knowledge.thresholds)
    quiet = next((at for at in chosen if in_quiet_hours(at, runner.reminders.quiet)), None)
    if quiet is not None:
        return (refused(m.REMINDER_IS_QUIET, time=quiet),)
    with turn.change() as change_id:
        turn.save(runner)
    return (stored(change_id, *echo),)


def takes(turn: Turn, name: str, value: str) -> bool:
    """Tell whether a setting would take a value."""
    try:
        SETTINGS[name].read(turn, value)
    except WrongValue:
        return False
    return True


def set_zone(turn: Turn, name: str, places: tuple[Place, ...]) -> Replies:
    """Set the time zone from what a place's name may mean; several or a near miss are asked back."""
    if not places:
        return (refused(m.PLACE_UNKNOWN, name=name),)
    if len(places) > 1 or not places[0].exact:
        buttons = tuple((button(say(m.PLAIN, text=place.label), "zone", place.zone),) for place in places)
        return (asked(say(m.WHICH_PLACE, name=name), buttons=buttons),)
    return (zone_stored(turn, places[0].zone, places[0].label),)


def zone_stored(turn: Turn, zone: str, place: str = "") -> Reply:
    """Keep a time zone that is known to exist, and name the place that was found where the zone is called another."""
    with turn.change() as change_id:
        profile = replace(turn.runner.profile, timezone=zone, timezone_known=True)
        after = turn.save(replace(turn.runner, profile=profile))
    time = after.now.astimezone(after.zone).time()
    if not place or place.partition(",")[0].replace(" ", "_") in zone.split("/"):
        return stored(change_id, say(m.ZONE_STORED, zone=zone, time=time))
    return stored(change_id, say(m.ZONE_OF_PLACE, zone=zone, time=time, place=place))


def show(turn: Turn) -> Replies:
    """Show all settings, with buttons for those that two taps can change."""
    lines = (*(setting_line(turn.runner, name) for name in NAMES), *kind_lines(turn.runner))
    buttons = (
        (button(say(m.PLAIN, text="kg"), "set", "units", "kg"), button(say(m.PLAIN, text="lb"), "set", "units", "lb")),
        (
            button(say(m.PLAIN, text="km"), "set", "distance", "km"),
            button(say(m.PLAIN, text="mi"), "set", "distance", "mi"),
        ),
        (
            button(say(m.RUNNING_FIRST), "set", "priority", "running"),
            button(say(m.STRENGTH_FIRST), "set", "priority", "strength"),
        ),
        (
            button(say(m.REMINDER_AT), "set", "reminder", "0630"),
            button(say(m.REMINDER_OFF), "set", "reminder", "off"),
        ),
    )
    return (Reply(lines=(say(m.SETTINGS_HEAD), *lines), buttons=buttons),)


def kind_lines(runner: Runner) -> tuple[Line, ...]:
    """Return the kinds of message that `/remind` alone switches, as "remind name: value"."""
    return tuple(
        say(m.SETTING, name=f"remind {kind.value}", value=kind_text(runner.reminders, kind)) for kind in UNDER_REMIND
    )


def setting_line(runner: Runner, name: str) -> Line:
    """Return one setting as "name: value"."""
    return say(m.SETTING, name=name, value=as_text(runner, name))


def as_text(runner: Runner, name: str) -> str:
    """Return a setting's value as a person would type it."""
    value = as_document(runner)[name]
    if value is None:
        return "off" if name in {"reminder", "warmup", "quiet"} else "not said"
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, list):
        return " ".join(str(one) for one in value) or "not said"
    return str(value)


def as_document(runner: Runner) -> dict[str, Any]:
    """Return the profile as the export holds it: every `/set` name with its value."""
    profile, reminders = runner.profile, runner.reminders
    return {
        "timezone": profile.timezone if profile.timezone_known else None,
        "units": profile.units.value,
        "distance": profile.distance.value,
        "lifting": _since(profile.lifting_since),
        "began_as_new": profile.began_as_new,
        "running": _since(profile.running_since),
        "slots": [f"{slot:%H:%M}" for slot in profile.slots],
        "days": [day.key for day in profile.days],
        "run_time": clock_text(profile.run_time),
        "target": profile.target,
        "phase": "auto" if profile.phase is None else profile.phase.value,
        "priority": profile.priority.value,
        "equipment": [*profile.equipment, *plates_text(profile)],
        "reminder": clock_text(reminders.morning),
        "warmup": reminders.warmup_min,
        "daily": reminders.daily,
        "quiet": None if reminders.quiet is None else "-".join(f"{at:%H:%M}" for at in reminders.quiet),
        "language": profile.language,
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How a setting is read, and the sentence that says what it takes."""

    read: Read
    expects: Message


def _in_profile(field: str, read: Callable[[Turn, str], object]) -> Read:
    def change(turn: Turn, value: str) -> Runner:
        fields: dict[str, Any] = {field: read(turn, value)}
        return replace(turn.runner, profile=replace(turn.runner.profile, **fields))

    return change


def _in_reminders(field: str, read: Callable[[Turn, str], object]) -> Read:
    def change(turn: Turn, value: str) -> Runner:
        fields: dict[str, Any] = {field: read(turn, value)}
        return replace(turn.runner, reminders=replace(turn.runner.reminders, **fields))

    return change


def _one_of(choices: Mapping[str, object]) -> Callable[[Turn, str], object]:
    def read(_: Turn, value: str) -> object:
        if value.lower() not in choices:
            raise WrongValue
        return choices[value.lower()]

    return read


def _sure(value: object) -> Any:
    if isinstance(value, Unread):
        raise WrongValue
    return value


def _or_off(read: Callable[[Turn, str], object]) -> Callable[[Turn, str], object]:
    return lambda turn, value: None if value.lower() in {"off", "none", "no"} else read(turn, value)


def _clock_time(turn: Turn, value: str) -> dt.time:
    at: dt.time = _sure(read_clock_time(value, vocabulary=turn.knowledge.vocabulary))
    return at


def _experience(field: str) -> Read:
    def change(turn: Turn, value: str) -> Runner:
        reading = _sure(read_experience(value, today=turn.today, vocabulary=turn.knowledge.vocabulary))
        profile = replace(turn.runner.profile, **{field: reading.since})
        if field == "lifting_since":
            profile = replace(profile, began_as_new=reading.is_new)
        return replace(turn.runner, profile=profile)

    return change


def _minutes(turn: Turn, value: str) -> int:
    minutes = int(_sure(read_minutes(value, vocabulary=turn.knowledge.vocabulary)))
    if not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        raise WrongValue
    return minutes


def _equipment(turn: Turn, value: str) -> Runner:
    try:
        return replace(turn.runner, profile=with_equipment(turn.runner.profile, value))
    except ValueError:
        raise WrongValue from None


def _times(turn: Turn, value: str) -> tuple[dt.time, ...]:
    times: tuple[dt.time, ...] = _sure(read_times(value, vocabulary=turn.knowledge.vocabulary))
    if len(times) > MOST_SLOTS:
        raise WrongValue
    return tuple(dict.fromkeys(times))


def _days(turn: Turn, value: str) -> tuple[Weekday, ...]:
    days: tuple[Weekday, ...] = _sure(read_days(value, vocabulary=turn.knowledge.vocabulary))
    return days


def _span(turn: Turn, value: str) -> tuple[dt.time, dt.time]:
    if (known := of_one_end(turn, value)) is not None:
        return known
    span: tuple[dt.time, dt.time] = _sure(read_span(value, vocabulary=turn.knowledge.vocabulary))
    return span


def _target(_: Turn, value: str) -> int:
    if value not in {"1", "2"}:
        raise WrongValue
    return int(value)


SETTINGS: Mapping[str, Setting] = {
    "timezone": Setting(read=_in_profile("timezone", _one_of({})), expects=m.EXPECTS_ZONE),
    "units": Setting(read=_in_profile("units", _one_of({u.value: u for u in MassUnit})), expects=m.EXPECTS_UNITS),
    "distance": Setting(
        read=_in_profile("distance", _one_of({u.value: u for u in DistanceUnit})), expects=m.EXPECTS_DISTANCE
    ),
    "lifting": Setting(read=_experience("lifting_since"), expects=m.EXPECTS_EXPERIENCE),
    "running": Setting(read=_experience("running_since"), expects=m.EXPECTS_EXPERIENCE),
    "slots": Setting(read=_in_profile("slots", _times), expects=m.EXPECTS_SLOTS),
    "days": Setting(read=_in_profile("days", _days), expects=m.EXPECTS_DAYS),
    "run_time": Setting(read=_in_profile("run_time", _or_off(_clock_time)), expects=m.EXPECTS_TIME),
    "target": Setting(read=_in_profile("target", _target), expects=m.EXPECTS_TARGET),
    "phase": Setting(
        read=_in_profile("phase", _one_of({"auto": None, **{p.value: p for p in Phase}})), expects=m.EXPECTS_PHASE
    ),
    "priority": Setting(read=_in_profile("priority", _one_of({a.value: a for a in Aim})), expects=m.EXPECTS_PRIORITY),
    "equipment": Setting(read=_equipment, expects=m.EXPECTS_EQUIPMENT),
    "reminder": Setting(read=_in_reminders("morning", _or_off(_clock_time)), expects=m.EXPECTS_TIME),
    "warmup": Setting(read=_in_reminders("warmup_min", _or_off(_minutes)), expects=m.EXPECTS_MINUTES),
    "daily": Setting(read=_in_reminders("daily", _one_of({"on": True, "off": False})), expects=m.EXPECTS_SWITCH),
    "quiet": Setting(read=_in_reminders("quiet", _or_off(_span)), expects=m.EXPECTS_SPAN),
    "language": Setting(
        read=_in_profile("language", _one_of({one: one for one in LANGUAGES})), expects=m.EXPECTS_LANGUAGE
    ),
}
NAMES = tuple(SETTINGS)
"""The names of `/set`, a contract (conversation.md)."""


def _since(day: dt.date | None) -> str | None:
    return None if day is None else f"since {day.isoformat()}"


def clock_text(at: dt.time | None) -> str | None:
    """Return a time as HH:MM."""
    return None if at is None else f"{at:%H:%M}"
