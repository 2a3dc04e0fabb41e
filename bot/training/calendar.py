"""The calendar: a weekly pattern, dated entries and races become the runs of each local day."""

import datetime as dt
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from bot.training.classify import RunLimits, classes_of, default_minutes, race_classes
from bot.training.runs import DatedRun, Race, Run, RunKind, RunSpec, WeeklyPattern
from bot.training.time import instant

LONG_LOOKBACK_DAYS = 28


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """A runner's runs by local day.

    `dated` is in the order in which the entries were said. The first pattern (valid from None) describes past days too;
    a later one counts from its `valid_from` (guidance.md, section 1).
    """

    zone: ZoneInfo
    limits: RunLimits
    patterns: tuple[WeeklyPattern, ...] = ()
    dated: tuple[DatedRun, ...] = ()
    races: tuple[Race, ...] = ()
    run_time: dt.time | None = None
    _days: dict[dt.date, tuple[Run, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _entries: dict[dt.date, list[DatedRun]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Sort the dated entries by day, once."""
        for entry in self.dated:
            self._entries.setdefault(entry.date, []).append(entry)

    def runs_on(self, day: dt.date) -> tuple[Run, ...]:
        """Return the runs of a local day; a race replaces all others, a rest day has none."""
        if day not in self._days:
            races = tuple(self._race_run(race) for race in self.races if race.date == day)
            self._days[day] = races or tuple(self._run(day, entry) for entry in self._entries_on(day))
        return self._days[day]

    def has_pattern(self) -> bool:
        """Tell whether the runner ever gave a weekly pattern (an empty one is an answer too)."""
        return bool(self.patterns)

    def has_dated_entry(self, day: dt.date) -> bool:
        """Tell whether something was said about this very day."""
        return day in self._entries or any(race.date == day for race in self.races)

    def pattern_on(self, day: dt.date) -> WeeklyPattern | None:
        """Return the weekly pattern in force on a local day."""
        in_force = [p for p in self.patterns if p.valid_from is None or p.valid_from <= day]
        return in_force[-1] if in_force else None

    def _entries_on(self, day: dt.date) -> list[DatedRun]:
        pattern = self.pattern_on(day)
        weekly = pattern.runs if pattern else ()
        runs = [DatedRun(date=day, run=w.run) for w in weekly if w.weekday == day.weekday()]
        for entry in self._entries.get(day, ()):
            if entry.replaces:
                runs = []
            runs.append(entry)
        return [entry for entry in runs if entry.run.kind is not RunKind.REST]

    def _run(self, day: dt.date, entry: DatedRun) -> Run:
        spec = entry.run
        classes = classes_of(spec, self.limits, earlier_minutes=self._stated_minutes_before(day, spec))
        at = spec.time or self.run_time
        return Run(
            date=day,
            kind=spec.kind,
            classes=classes,
            minutes=spec.duration_min or default_minutes(classes, self.limits),
            start=instant(day, at, self.zone) if at else None,
            done=entry.done,
            spec=spec,
        )

    def _stated_minutes_before(self, day: dt.date, spec: RunSpec) -> tuple[float, ...]:
        if spec.duration_min is None:
            return ()
        raced = {race.date for race in self.races}
        days = (day - dt.timedelta(days=n) for n in range(1, LONG_LOOKBACK_DAYS + 1))
        entries = (entry for one in days if one not in raced for entry in self._entries_on(one))
        return tuple(entry.run.duration_min for entry in entries if entry.run.duration_min is not None)

    def _race_run(self, race: Race) -> Run:
        classes = race_classes(race, self.limits)
        at = race.time or self.run_time
        return Run(
            date=race.date,
            kind=RunKind.RACE,
            classes=classes,
            minutes=default_minutes(classes, self.limits),
            start=instant(race.date, at, self.zone) if at else None,
            race=race,
            spec=RunSpec(kind=RunKind.RACE, time=race.time, distance_km=race.distance_km, text=race.name),
        )
