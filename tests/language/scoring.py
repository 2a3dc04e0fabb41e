"""How much of a sample is read right, strictly: weekday, kind and time; intent, day and time; what is stored.

`python -m benchmarks.language` prints the same figures; the samples are JSON lines, described in samples/README.md.
"""

import datetime as dt
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.app.noting import NOTED
from bot.language.meaning import (
    DatedRunReading,
    Doubt,
    DroppedRaceReading,
    FixedLiftsReading,
    GymReading,
    HealthReading,
    HeatIllnessReading,
    IllnessReading,
    LeftOutRunReading,
    LiftFixReading,
    LiftQuestion,
    LiftReading,
    LiftRetoldReading,
    Meaning,
    MomentReading,
    MovedRunReading,
    NewTimeReading,
    NotKeptReading,
    Part,
    RaceAheadReading,
    RaceReading,
    SafetyKind,
    SafetyReading,
    SettingReading,
    SleepReading,
    SorenessReading,
    TimeOffReading,
    TravelReading,
    Unread,
    WeekReading,
    WellReading,
)
from bot.training.health import AGES
from bot.training.runs import RunKind
from bot.training.time import Weekday

Read = Callable[[str], tuple[Meaning, ...]]
Line = dict[str, Any]
Entry = tuple[str, str | None, str]
"""A run of a week: weekday, time, kind."""

KINDS: dict[type, str] = {
    DatedRunReading: "run",
    NewTimeReading: "week",
    DroppedRaceReading: "race",
    MovedRunReading: "run",
    LeftOutRunReading: "run",
    WeekReading: "week",
    RaceReading: "race",
    LiftReading: "lift",
    LiftFixReading: "lift",
    LiftRetoldReading: "lift",
    FixedLiftsReading: "lifttimes",
    SorenessReading: "soreness",
    SleepReading: "sleep",
    IllnessReading: "ill",
    WellReading: "well",
    TravelReading: "travel",
    GymReading: "heat",
    HeatIllnessReading: "ill",
    SettingReading: "setting",
}
_ASKED_BACK = {Doubt.WEIGHT: "lift", Doubt.RACE_DAY: "race"}
"""What is read but for one thing that only the runner knows: kilograms or pounds, the day of a race."""

_ONLY_WITH_A_FLAG = frozenset({SafetyKind.CLEARED, SafetyKind.FINE, SafetyKind.WITHDRAWN, SafetyKind.PAIN_GONE})
_KEPT_BESIDE_PAIN = (DatedRunReading, MovedRunReading, DroppedRaceReading, LiftReading)
PAIN = "pain"
"""Pain is read by the safety phrases, which tests of their own measure."""


@dataclass(slots=True, kw_only=True)
class Score:
    """What was wanted of a sample, what was right, and what was read that nobody said."""

    wanted: int = 0
    right: int = 0
    surplus: int = 0
    missed: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """Return the share that is right, 0 to 1."""
        return self.right / self.wanted if self.wanted else 1.0


def lines(file: Path) -> Iterator[Line]:
    """Yield the lines of a sample."""
    for line in file.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def weeks(file: Path, read: Read) -> Score:
    """Score weeks: every entry with its weekday, kind and time."""
    score = Score()
    for line in lines(file):
        left = list(_entries(read(line["text"])))
        for expected in line["expect"]:
            found = next((entry for entry in left if _is_right(entry, expected)), None)
            score.right += found is not None
            if found is not None:
                left.remove(found)
            else:
                score.missed.append(line["text"])
        score.wanted += len(line["expect"])
        extra = line.get("extra_ok", [])
        score.surplus += sum(not any(_is_right(entry, fair) for fair in extra) for entry in left)
    return score


def _entries(found: tuple[Meaning, ...]) -> Iterator[Entry]:
    for one in found:
        if isinstance(one, WeekReading):
            for entry in one.entries:
                yield entry.weekday.key, _clock(entry.run.time), entry.run.kind
        elif isinstance(one, DatedRunReading | MovedRunReading):
            yield Weekday(one.date.weekday()).key, _clock(one.run.time), one.run.kind
        elif isinstance(one, RaceReading):
            yield Weekday(one.date.weekday()).key, _clock(one.time), RunKind.RACE


def _is_race(one: Meaning) -> bool:
    """Tell whether a reading keeps, moves or drops a race: a day off takes its race with it."""
    if isinstance(one, DatedRunReading) and one.run.kind is RunKind.REST and one.replaces:
        return True
    return isinstance(one, DatedRunReading | MovedRunReading) and one.run.kind is RunKind.RACE


def _is_right(entry: Entry, expected: Line) -> bool:
    weekday, time, kind = entry
    right = time in expected.get("time_ok", [expected["time"]]) and kind in expected.get("kind_ok", [expected["kind"]])
    return right and weekday == expected["weekday"]


def _clock(time: dt.time | None) -> str | None:
    return None if time is None else time.strftime("%H:%M")


def moments(file: Path, read: Read, today: dt.date) -> Score:
    """Score moments: whether lifting is asked about, the day and the time."""
    score = Score()
    for line in lines(file):
        score.wanted += 1
        if _asks_rightly(line, read(line["text"]), today):
            score.right += 1
        else:
            score.missed.append(line["text"])
    return score


def _asks_rightly(line: Line, found: tuple[Meaning, ...], today: dt.date) -> bool:
    question = next((one for one in found if isinstance(one, LiftQuestion)), None)
    expected = line["expect"]
    if line.get("negative") or question is None:
        return bool(line.get("negative")) and question is None
    moment = question.moment or MomentReading(date=today)
    days = {day_named(day, today) for day in [expected["day"], *expected.get("also_ok", [])]}
    times = expected.get("time_ok", [expected["time"]])
    if not isinstance(moment, MomentReading):
        return _asks_fairly(moment, days, times)
    if moment.relation is not None and moment.side is not None and None in days:
        return True
    time = _clock(moment.time) or ("12:00" if moment.part is Part.NOON else None)
    return moment.date in days and time in times


def _asks_fairly(doubt: Unread, days: set[dt.date | None], times: list[str | None]) -> bool:
    """Tell whether a question back is fair: no single day was meant, or all that it offers is a fair reading."""
    if doubt.doubt is Doubt.AM_OR_PM:
        return set(doubt.options) <= set(times)
    offered = {dt.date.fromisoformat(option) for option in doubt.options if len(option) == len("2026-09-05")}
    return None in days or (bool(offered) and offered <= days)


def day_named(name: str | None, today: dt.date) -> dt.date | None:
    if name is None or name in {"relative-to-run", "any"}:
        return None
    if name.startswith("weekday:"):
        day = [day.key for day in Weekday].index(name.removeprefix("weekday:"))
        return today + dt.timedelta(days=(day - today.weekday()) % 7)
    if name.startswith("date:"):
        return dt.date.fromisoformat(name.removeprefix("date:"))
    days = {"today": 0, "tomorrow": 1}
    return today + dt.timedelta(days=days[name] if name in days else int(name))


def answered(read: Read, safety: Callable[[str], SafetyReading | None]) -> Read:
    """Return what is left of a reading once the app has answered pain and red flags first.

    A red flag is answered alone; beside pain only runs and lifts are kept (`bot.app.safety.first`).
    """

    def reading(text: str) -> tuple[Meaning, ...]:
        said, found = safety(text), read(text)
        if said is None or said.kind in _ONLY_WITH_A_FLAG:
            return found
        alone = said.kind in {SafetyKind.FLAG, SafetyKind.WHOSE}
        return () if alone else tuple(one for one in found if isinstance(one, _KEPT_BESIDE_PAIN))

    return reading


def gated(read: Read, doubts: Callable[[str], bool]) -> Read:
    """Return what is kept at once of a reading; `bot.app.noting` asks about what may be of something else."""

    def reading(text: str) -> tuple[Meaning, ...]:
        found = read(text)
        told = any(type(one) in NOTED for one in found)
        return tuple(one for one in found if type(one) not in NOTED) if told and doubts(text) else found

    return reading


def asked_needlessly(file: Path, read: Read, doubts: Callable[[str], bool]) -> int:
    """Count the texts of a sample that tell something, are read to and are asked about all the same."""
    told = (line["text"] for line in lines(file) if line.get("stores") or line.get("expect"))
    return sum(doubts(text) and any(type(one) in NOTED for one in read(text)) for text in told)


def statements(file: Path, read: Read) -> Score:
    """Score statements: all that should be stored is, and nothing else; `surplus` counts false changes."""
    score = Score()
    for line in lines(file):
        wanted, fair = set(line["stores"]) - {PAIN}, set(line.get("maybe", []))
        stored = kinds_stored(read(line["text"]), wanted)
        false = stored - wanted - fair
        score.wanted += 1
        score.surplus += bool(false)
        if false or wanted - stored - fair:
            score.missed.append(line["text"])
        else:
            score.right += 1
    return score


def kinds_stored(found: tuple[Meaning, ...], wanted: set[str]) -> set[str]:
    """Return what a reading keeps; what is asked back counts where it was meant, and is no change."""
    stored = {KINDS[type(one)] for one in found if type(one) in KINDS and not _is_guessed(one)}
    stored |= {"run" for one in found if isinstance(one, TimeOffReading) and one.sure}
    stored |= {kind for one in found if (kind := _asked_back(one))} & wanted
    if any(_is_race(one) for one in found) and "race" in wanted:
        # Kept as a hard run on its day, and the runner is asked whether to taper for it.
        stored = stored - ({"run"} - wanted) | {"race"}
    return stored


def _is_guessed(one: Meaning) -> bool:
    """Tell whether a week is asked about before it is kept."""
    return isinstance(one, WeekReading) and one.guessed


def _asked_back(one: Meaning) -> str | None:
    """Return what a reading keeps once its question is answered, or is told plainly not to keep (a weight, a goal)."""
    if isinstance(one, TimeOffReading):
        return None if one.sure else "travel"
    if isinstance(one, NotKeptReading) or (isinstance(one, HealthReading) and one.topic in AGES):
        return "setting"
    if isinstance(one, RaceAheadReading):
        return "race"
    if _is_guessed(one):
        return "week"
    return _ASKED_BACK.get(one.doubt) if isinstance(one, Unread) else None
