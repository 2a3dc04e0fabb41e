"""How much of the sample of real-looking sentences is read right; the floors are what must not be lost."""

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.language.meaning import DayEntry, MomentReading
from bot.language.moments import read_moment
from bot.language.questions import asks_to_lift
from bot.language.vocabulary import Vocabulary
from bot.language.week import read_week
from bot.training.profile import DistanceUnit
from bot.training.time import Weekday

EXAMPLES = Path(__file__).parent / "examples"
LEAST_RIGHT = 0.95


def lines(name: str) -> Iterator[dict[str, Any]]:
    for line in (EXAMPLES / name).read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def clock(time: dt.time | None) -> str | None:
    return None if time is None else time.strftime("%H:%M")


def is_right(entry: DayEntry, expected: dict[str, Any]) -> bool:
    return (
        entry.weekday.key == expected["weekday"]
        and clock(entry.run.time) in expected.get("time_ok", [expected["time"]])
        and entry.run.kind in expected.get("kind_ok", [expected["kind"]])
    )


def test_nearly_all_entries_of_the_sample_weeks_are_read_right(vocabulary: Vocabulary, now: dt.datetime) -> None:
    wanted = right = surplus = 0
    for line in lines("schedules.jsonl"):
        reading = read_week(line["text"], today=now.date(), vocabulary=vocabulary, distance_unit=DistanceUnit.KM)
        left = list(reading.entries)
        for expected in line["expect"]:
            found = next((entry for entry in left if is_right(entry, expected)), None)
            right += found is not None
            left = [entry for entry in left if entry is not found]
        wanted += len(line["expect"])
        surplus += sum(not any(is_right(entry, extra) for extra in line.get("extra_ok", [])) for entry in left)
    assert right / wanted >= LEAST_RIGHT
    assert surplus <= wanted * (1 - LEAST_RIGHT)


def day_of(name: str | None, today: dt.date) -> dt.date | None:
    if name is None or name in {"relative-to-run", "any"}:
        return None
    if name.startswith("weekday:"):
        day = [day.key for day in Weekday].index(name.removeprefix("weekday:"))
        return today + dt.timedelta(days=(day - today.weekday()) % 7)
    if name.startswith("date:"):
        return dt.date.fromisoformat(name.removeprefix("date:"))
    days = {"today": 0, "tomorrow": 1}
    return today + dt.timedelta(days=days[name] if name in days else int(name))


def is_read(line: dict[str, Any], vocabulary: Vocabulary, now: dt.datetime) -> bool:
    asks = asks_to_lift(line["text"], vocabulary=vocabulary)
    expected = line["expect"]
    if line.get("negative"):
        return not asks
    moment = read_moment(line["text"], now=now, vocabulary=vocabulary) or MomentReading(date=now.date())
    days = {day_of(day, now.date()) for day in [expected["day"], *expected.get("also_ok", [])]}
    if not asks or not isinstance(moment, MomentReading) or moment.date not in days:
        return False
    return clock(moment.time) in expected.get("time_ok", [expected["time"]])


def test_nearly_all_moments_of_the_sample_are_read_right(vocabulary: Vocabulary, now: dt.datetime) -> None:
    read = [is_read(line, vocabulary, now) for line in lines("when.jsonl")]
    assert sum(read) / len(read) >= LEAST_RIGHT
