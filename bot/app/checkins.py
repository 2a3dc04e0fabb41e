"""`/checkin`: how the body is, by buttons or in words."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Any, get_args

from bot.app import messages as m
from bot.app import nights
from bot.app.answering import today_answer
from bot.app.doubts import ask_back
from bot.app.labels import CHECKIN_KIND, CHECKIN_SAID
from bot.app.questions import NIGHTS
from bot.app.replies import asked, button, refused, rows, stored, unable
from bot.app.reply import Line, Replies, Reply, say
from bot.app.turn import Turn
from bot.guidance.engine import decide
from bot.language.checkins import read_checkin
from bot.language.meaning import (
    GymReading,
    HeatIllnessReading,
    IllnessReading,
    SleepReading,
    SorenessReading,
    TravelReading,
    Unread,
    WellReading,
)
from bot.language.whole_sentences import is_said, typed
from bot.training.body import (
    CheckIn,
    FreeDays,
    GymHeat,
    HeatIllness,
    Illness,
    Pain,
    PainSite,
    Sleep,
    Soreness,
    Travel,
    Unclear,
    Well,
)
from bot.training.time import instant

MOST = 10
NOON = dt.time(12)
LONGEST_PAIN = 60
ASKED_ALONE = frozenset({"pain", "sleep", "travel", "gym"})
"""Kinds of check-in that say nothing without more: their buttons ask."""

Reading = (
    SorenessReading | SleepReading | IllnessReading | WellReading | TravelReading | GymReading | HeatIllnessReading
)
READINGS = get_args(Reading)


WITHOUT_NUMBER: Mapping[str, Reading] = {
    "sore": SorenessReading(level=None),
    "travel": TravelReading(),
    "sleep": SleepReading(hours=None),
    "gym": GymReading(celsius=None),
}
"""Reports that say nothing without their number, and the question for it."""


def offered(line: Line) -> Replies:
    """Offer every kind of check-in below a line."""
    return (asked(line, buttons=_menu()),)


def checkin(turn: Turn, text: str) -> Replies:
    """Take a check-in in words, or ask by buttons."""
    if not text.strip():
        return offered(say(m.ASK_CHECKIN))
    kind = text.strip().lower()
    if kind in ASKED_ALONE:
        return ask(turn, kind)
    if text.lower().split()[:2] == ["pain", "gone"]:
        return (unable(m.NO_PAIN),)
    readings = read_checkin(text, now=turn.local_now, vocabulary=turn.knowledge.vocabulary)
    doubts = [one for one in readings if isinstance(one, Unread)]
    if doubts:
        return (ask_back(*doubts, right=say(m.CHECKIN_RIGHT)),)
    found = tuple(one for one in readings if isinstance(one, READINGS))
    return (*keep(turn, found), today_answer(turn)) if found else (refused(m.CHECKIN_EXPECTS),)


def keep(turn: Turn, readings: Iterable[Reading]) -> Replies:
    """Keep check-ins as they were read; one without its number is asked for."""
    every = tuple(readings)
    asks = tuple(reply for kind, bare in WITHOUT_NUMBER.items() if bare in every for reply in ask(turn, kind))
    known = tuple(one for one in every if one not in WITHOUT_NUMBER.values())
    tells_ill = any(isinstance(one, IllnessReading) for one in known)
    if any(isinstance(one, WellReading) for one in known) and not (tells_ill or is_ill(turn)):
        known = tuple(one for one in known if not isinstance(one, WellReading))
        asks = asks if known or asks else (unable(m.NOT_ILL),)
    if not known:
        return asks
    with turn.change() as change_id:
        lines = [_kept(turn, one) for one in known]
    return (stored(change_id, *lines), *_ask_of_illness(known), *asks)


def _ask_of_illness(known: Iterable[Reading]) -> Replies:
    """Ask of what sort an illness is where that is open, and of one that was whether it is over."""
    ills = [one for one in known if isinstance(one, IllnessReading)]
    if any(one.day is not None for one in ills):
        return () if any(isinstance(one, WellReading) for one in known) else (ask_well(),)
    return (ask_illness(),) if any(one.head_only is None and one.fever_c is None for one in ills) else ()


def ask_well() -> Reply:
    """Ask whether an illness is over."""
    yes = button(say(CHECKIN_SAID["well"]), "ci", "well")
    return asked(say(m.ASK_WELL), buttons=((yes, button(say(m.CLINICIAN_NO), "keep")),))


def soreness(turn: Turn, level: int) -> Replies:
    """Keep a report of soreness, 0 to 10, and answer what it means for today."""
    if not 0 <= level <= MOST:
        return (refused(m.CHECKIN_EXPECTS),)
    return (*keep(turn, (SorenessReading(level=level),)), today_answer(turn))


def ask_soreness(_: Turn) -> Replies:
    """Ask how sore the runner is."""
    levels = [button(say(m.PLAIN, text=str(level)), "sore", str(level)) for level in range(MOST + 1)]
    return (asked(say(m.ASK_SORENESS), buttons=rows(levels, width=6)),)


def ask(turn: Turn, kind: str) -> Replies:
    """Ask more about one kind of check-in."""
    if kind == "sore":
        return ask_soreness(turn)
    if kind == "sleep":
        nights.asked(turn)
    question, answers = QUESTIONS[kind]
    return (asked(say(question), buttons=rows((button(say(CHECKIN_SAID[a]), "ci", a) for a in answers), width=2)),)


def ask_what_hurts(turn: Turn) -> Replies:
    """Ask what a pain is like of which only that it is there was said: until then it counts as one that stops."""
    turn.records.checkins.add(turn.runner.id, Unclear(at=turn.said_at))
    turn.replan()
    return ask(turn, "pain")


def tells_only_pain(turn: Turn, text: str) -> bool:
    """Tell whether a text says that something hurts, and nothing of what: "pain", "still hurts", "ouch"."""
    return len(text) <= LONGEST_PAIN and is_said("bare_pain", typed(text), turn.knowledge.vocabulary)


def tapped(turn: Turn, answer: str) -> Replies:
    """Keep what a check-in button says."""
    value = TAPPED[answer]
    if isinstance(value, WellReading):
        return (*keep(turn, (value,)), today_answer(turn))
    with turn.change() as change_id:
        line = _keep(turn, value(turn.said_at))
    return (stored(change_id, line), today_answer(turn))


def keep_free(turn: Turn, day: dt.date) -> None:
    """Keep the runner's word that all hard and long runs of a day and the two after it are known."""
    turn.records.checkins.add(turn.runner.id, FreeDays(at=turn.said_at, date=day))


def _kept(turn: Turn, one: Reading) -> Line:
    """Keep what was read and return it in the runner's terms, with the day where it is told."""
    line = _keep(turn, MADE[type(one)](turn, one))
    if isinstance(one, IllnessReading) and one.day is not None:
        return say(m.COLD_WAS if line.message == m.COLD_STORED else m.ILL_WAS, day=one.day)
    return _well(turn, one.day) if isinstance(one, WellReading) else line


def _well(turn: Turn, day: dt.date | None) -> Line:
    """Say that an illness is over, and what it still holds back: nothing after a head cold."""
    holds = any(one.code == "R20" for one in decide(turn.book(), turn.now).findings)
    if day is None:
        return say(m.WELL_STORED if holds else m.WELL_AGAIN)
    return say(m.WELL_SINCE_HOLDS if holds else m.WELL_SINCE, day=day)


def _keep(turn: Turn, value: CheckIn) -> Line:
    turn.records.checkins.add(turn.runner.id, value)
    return echo(value)


def is_ill(turn: Turn) -> bool:
    """Tell whether an illness still stands, or ended less than a day ago: only then "well" says anything new."""
    findings = decide(turn.book(), turn.now).findings
    return any(one.code == "R20" and one.variant != "first_days" for one in findings)


def ask_illness() -> Reply:
    """Ask whether an illness is more than a head cold."""
    buttons = rows((button(say(CHECKIN_SAID[one]), "ci", one) for one in ("cold", "ill")), width=2)
    return asked(say(m.ASK_ILLNESS), buttons=buttons)


def _menu() -> tuple[tuple[Any, ...], ...]:
    return rows((button(label, "checkin", kind) for kind, label in CHECKIN_KIND.items()), width=3)


def _illness(turn: Turn, one: IllnessReading) -> CheckIn:
    fever_c = turn.knowledge.thresholds.ill.fever_c
    cool = one.fever_c is not None and one.fever_c < fever_c
    return Illness(
        at=_at(turn, one.day), fever_c=one.fever_c, head_only=bool(one.head_only) or (cool and one.head_only is None)
    )


def _at(turn: Turn, day: dt.date | None) -> dt.datetime:
    """Return the noon of a day that is over; now for None."""
    return turn.said_at if day is None else min(instant(day, NOON, turn.zone), turn.said_at)


MADE: Mapping[type, Callable[[Turn, Any], CheckIn]] = {
    SorenessReading: lambda turn, one: Soreness(at=turn.said_at, level=one.level),
    SleepReading: lambda turn, one: Sleep(at=turn.said_at, hours=one.hours),
    IllnessReading: _illness,
    WellReading: lambda turn, one: Well(at=_at(turn, one.day)),
    TravelReading: lambda turn, one: Travel(at=turn.said_at, travel_hours=one.travel_hours, zones=one.zones),
    GymReading: lambda turn, one: GymHeat(at=turn.said_at, celsius=one.celsius),
    HeatIllnessReading: lambda turn, _: HeatIllness(at=turn.said_at),
}
"""What each reading becomes when it is kept."""

QUESTIONS: Mapping[str, tuple[Any, tuple[str, ...]]] = {
    "pain": (m.ASK_PAIN, ("niggle", "hurts", "back", "gone")),
    "ill": (m.ASK_ILLNESS, ("ill", "cold", "well", "heat")),
    "sleep": (m.ASK_SLEEP, NIGHTS),
    "travel": (m.ASK_TRAVEL, ("far", "near")),
    "gym": (m.ASK_GYM, ("hot", "cool")),
}

PAINS: Mapping[str, Callable[[dt.datetime], Pain]] = {
    "niggle": lambda at: Pain(at=at, level=2),
    "hurts": lambda at: Pain(at=at, concerning=True),
    "back": lambda at: Pain(at=at, site=PainSite.LOW_BACK, concerning=True),
    "gone": lambda at: Pain(at=at, level=0),
}
"""What the buttons for pain say."""

TAPPED: Mapping[str, Any] = {
    **PAINS,
    "ill": lambda at: Illness(at=at),
    "cold": lambda at: Illness(at=at, head_only=True),
    "well": WellReading(),
    "heat": lambda at: HeatIllness(at=at),
    "sleep3": lambda at: Sleep(at=at, hours=3.0),
    "sleep5": lambda at: Sleep(at=at, hours=5.0),
    "sleep7": lambda at: Sleep(at=at, hours=7.0),
    "far": lambda at: Travel(at=at, travel_hours=6.0, zones=3),
    "near": lambda at: Travel(at=at),
    "hot": lambda at: GymHeat(at=at, celsius=32.0),
    "cool": lambda at: GymHeat(at=at, celsius=20.0),
}
"""What each button of a check-in says."""


def echo(value: CheckIn) -> Line:
    """Return what was kept, in the runner's terms."""
    match value:
        case Soreness(level=level):
            return say(m.SORENESS_STORED, level=level)
        case Sleep(hours=hours):
            return say(m.SLEEP_STORED, hours=hours)
        case Travel(travel_hours=hours, zones=zones):
            return say(m.TRAVEL_STORED, hours=hours, zones=zones)
        case GymHeat(celsius=celsius):
            return say(m.GYM_STORED, celsius=celsius)
        case Illness(head_only=head_only):
            return say(m.COLD_STORED if head_only else m.ILL_STORED)
    return say(m.WELL_STORED if isinstance(value, Well) else m.HEAT_STORED)
