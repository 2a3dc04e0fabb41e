"""The calendar: a weekly pattern, dated entries and races become the runs of each local day."""

import datetime as dt
from zoneinfo import ZoneInfo

from bot.training.classify import RunLimits, classes_of, default_minutes, may_stand_out, race_classes
from bot.training.runs import DatedRun, Race, Run, RunClass, RunKind, RunSpec, WeeklyPattern
from bot.training.time import Weekday, instant

LONG_LOOKBACK_DAYS = 28


class Calendar:
    """A runner's runs by local day.

    `dated` is in the order in which the entries were said. The first pattern (valid from None) describes past days too;
    a later one counts from its `valid_from` (guidance.md, section 1).
    """

    def __init__(
        self,
        *,
        zone: ZoneInfo,
        limits: RunLimits,
        patterns: tuple[WeeklyPattern, ...] = (),
        dated: tuple[DatedRun, ...] = (),
        races: tuple[Race, ...] = (),
        run_time: dt.time | None = None,
    ) -> None:
        """Sort the dated entries and the races by day, once."""
        self.zone = zone
        self.limits = limits
        self.patterns = patterns
        self.run_time = run_time
        self._dated: dict[dt.date, list[DatedRun]] = {}
        for entry in dated:
            self._dated.setdefault(entry.date, []).append(entry)
        self._races: dict[dt.date, list[Race]] = {}
        for race in races:
            self._races.setdefault(race.date, []).append(race)
        self._weekdays = [_by_weekday(pattern) for pattern in patterns]
        self._days: dict[dt.date, tuple[Run, ...]] = {}
        # By identity, since hashing a description takes longer than classifying it; each is kept, or another could get
        # its identity: some stand in no pattern and are only supposed.
        self._plain: dict[int, tuple[RunSpec, frozenset[RunClass], float]] = {}

    def runs_on(self, day: dt.date) -> tuple[Run, ...]:
        """Return the runs of a local day; a race replaces all others, a rest day has none."""
        found = self._days.get(day)
        if found is None:
            races = tuple(self._race_run(race) for race in self._races.get(day, ()))
            found = self._days[day] = races or tuple(
                self.run(day, spec, done=done) for spec, done in self._entries_on(day)
            )
        return found

    def has_pattern(self) -> bool:
        """Tell whether the runner ever gave a weekly pattern (an empty one is an answer too)."""
        return bool(self.patterns)

    def has_dated_entry(self, day: dt.date) -> bool:
        """Tell whether something was said about this very day."""
        return day in self._dated or day in self._races

    def pattern_on(self, day: dt.date) -> WeeklyPattern | None:
        """Return the weekly pattern in force on a local day."""
        index = self._pattern_index(day)
        return None if index is None else self.patterns[index]

    def _pattern_index(self, day: dt.date) -> int | None:
        for index in range(len(self.patterns) - 1, -1, -1):
            valid_from = self.patterns[index].valid_from
            if valid_from is None or valid_from <= day:
                return index
        return None

    def _entries_on(self, day: dt.date) -> list[tuple[RunSpec, bool]]:
        """Return the descriptions of a day's runs, each with the runner's word that it was run."""
        index = self._pattern_index(day)
        runs = [] if index is None else [(spec, False) for spec in self._weekdays[index][day.weekday()]]
        for entry in self._dated.get(day, ()):
            if entry.replaces:
                runs = []
            runs.append((entry.run, entry.done))
        return [run for run in runs if run[0].kind is not RunKind.REST]

    def run(self, day: dt.date, spec: RunSpec, *, done: bool = False) -> Run:
        """Return what a description would be as a run of a local day."""
        classes, minutes = self._described(day, spec)
        at = spec.time or self.run_time
        return Run(
            date=day,
            kind=spec.kind,
            classes=classes,
            minutes=minutes,
            start=instant(day, at, self.zone) if at else None,
            done=done,
            spec=spec,
        )

    def _described(self, day: dt.date, spec: RunSpec) -> tuple[frozenset[RunClass], float]:
        """Return classes and minutes; only what other runs decide is worked out for each day anew."""
        if not may_stand_out(spec, self.limits):
            known = self._plain.get(id(spec))
            if known is None:
                known = self._plain[id(spec)] = (spec, *self._classified(spec, ()))
            return known[1:]
        return self._classified(spec, self._stated_minutes_before(day))

    def _classified(self, spec: RunSpec, earlier: tuple[float, ...]) -> tuple[frozenset[RunClass], float]:
        classes = classes_of(spec, self.limits, earlier_minutes=earlier)
        return classes, spec.duration_min or default_minutes(classes, self.limits)

    def _stated_minutes_before(self, day: dt.date) -> tuple[float, ...]:
        days = (day - dt.timedelta(days=n) for n in range(1, LONG_LOOKBACK_DAYS + 1))
        specs = (spec for one in days if one not in self._races for spec, _ in self._entries_on(one))
        return tuple(spec.duration_min for spec in specs if spec.duration_min is not None)

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


def _by_weekday(pattern: WeeklyPattern) -> tuple[tuple[RunSpec, ...], ...]:
    return tuple(tuple(one.run for one in pattern.runs if one.weekday == day) for day in Weekday)
