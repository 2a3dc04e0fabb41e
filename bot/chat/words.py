"""How facts read in a message: days, times, weights, distances, runs, lifts, in the runner's own terms."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.app import messages as m
from bot.app.knowledge import Texts
from bot.app.labels import EXERCISES
from bot.app.reply import Countdown, Fact, Kg, Km, Line, Message, Plates, WarmUpStep, say
from bot.guidance.loads import HAIR
from bot.guidance.verdict import Finding
from bot.training.lifts import Exercise, FixedLift, Lift, LiftSet
from bot.training.profile import DistanceUnit, Profile, unit_kg
from bot.training.runs import DatedRun, Race, Run, RunKind, RunSpec, WeeklyPattern
from bot.training.time import Weekday

KM_PER_MILE = 1.609344
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
KINDS = {
    RunKind.RACE_PACE: "race pace",
    RunKind.TIME_TRIAL: "time trial",
    RunKind.OTHER: "run",
    RunKind.LONG: "long run",
}
ABOUT_LONG = frozenset({"R63", "R71"})
DISTANCES = ((5.0, "5 k"), (10.0, "10 k"), (21.1, "half marathon"), (42.2, "marathon"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """The person a message is for, and the instant at which it is written.

    `marker` is a character that the message holds nowhere else: moments that count down are written between two of
    them, for the renderer. Without one they are clock times and nothing more.
    """

    texts: Texts
    profile: Profile
    now: dt.datetime
    marker: str = ""

    @property
    def zone(self) -> ZoneInfo:
        """Return the reader's zone."""
        return ZoneInfo(self.profile.timezone)

    @property
    def today(self) -> dt.date:
        """Return the reader's calendar day."""
        return self.now.astimezone(self.zone).date()

    def line(self, line: Line) -> str:
        """Return a message with its facts filled in."""
        return self.fill(self.texts.messages[line.message.key], line.facts)

    def fill(self, text: str, facts: Mapping[str, Fact]) -> str:
        """Fill facts into a text."""
        return text.format_map(_Words(self, facts))

    def word(self, fact: Fact) -> str:  # noqa: C901, PLR0912  # one line for each kind of fact there is
        """Return how a fact reads."""
        if isinstance(fact, Finding):  # a tuple too
            return reason(self, fact)
        match fact:
            case Exercise():  # a string too
                return self.exercise(fact)
            case str():
                return fact
            case dt.datetime():
                return self.moment(fact)
            case dt.date():
                return self.day(fact)
            case dt.time():
                return f"{fact:%H:%M}"
            case Weekday():
                return DAYS[fact]
            case Line():
                return self.line(fact)
            case float() | int():
                return number(fact)
            case Km():
                return self.distance(fact.km)
            case Kg():
                return self.weight(fact.kg)
            case Countdown():
                return self.countdown(fact.at)
            case Plates():
                return " + ".join(self.mass(plate) for plate in fact.kg)
            case WarmUpStep():
                return self.step(fact)
            case Run():
                return self.run(fact)
            case RunSpec():
                return self.spec(fact)
            case Race():
                return self.race(fact)
            case Lift():
                return self.lift(fact)
            case LiftSet():
                return self.one_set(1, fact)
            case FixedLift():
                return f"{DAYS[fact.weekday]} {fact.time:%H:%M}"
            case DatedRun():
                return f"{self.day(fact.date)} {self.spec(fact.run)}"
            case WeeklyPattern():
                return ", ".join(f"{DAYS[one.weekday]} {self.spec(one.run)}" for one in fact.runs)
            case tuple():
                return ", ".join(self.word(one) for one in fact)  # type: ignore[arg-type]  # a finding does not get here

    def day(self, day: dt.date) -> str:
        """Return "Tue 3 Mar", with the year when it is another one."""
        year = "" if day.year == self.today.year else f" {day.year}"
        return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}{year}"

    def moment(self, at: dt.datetime) -> str:
        """Return an instant on the reader's clock: the time alone when it is today."""
        local = at.astimezone(self.zone)
        time = f"{local:%H:%M}"
        return f"today {time}" if local.date() == self.today else f"{self.day(local.date())} {time}"

    def countdown(self, at: dt.datetime) -> str:
        """Return an instant as its clock time, behind what the renderer needs to let it count down."""
        clock = f"{at.astimezone(self.zone):%H:%M}"
        return f"{self.marker}{int(at.timestamp())}{self.marker}{clock}{self.marker}" if self.marker else clock

    def step(self, step: WarmUpStep) -> str:
        """Return a step of a warm-up: its name, or what to do."""
        known = self.texts.warmups[step.kind][step.place]
        return known.text if step.in_full else known.name

    def weight(self, kg: float) -> str:
        """Return a weight in the reader's unit."""
        return f"{self.mass(kg)} {self.profile.units.value}"

    def mass(self, kg: float) -> str:
        """Return a weight in the reader's unit, without naming it: to a tenth, but a plate of 1.25 in full."""
        value = self.in_unit(kg)
        quarter = round(value * 4) / 4
        return number(quarter if abs(value - quarter) < HAIR else round(value, 1))

    def in_unit(self, kg: float) -> float:
        """Return a weight as a number of the reader's unit."""
        return kg / unit_kg(self.profile.units)

    def distance(self, km: float) -> str:
        """Return a distance in the reader's unit."""
        if self.profile.distance is DistanceUnit.MI:
            return f"{number(round(km / KM_PER_MILE, 1))} mi"
        return f"{number(round(km, 1))} km"

    def spec(self, spec: RunSpec) -> str:
        """Return a run as described: kind, time, length."""
        parts = [KINDS.get(spec.kind, spec.kind.value)]
        if spec.hilly:
            parts[0] = f"hilly {parts[0]}"
        if spec.time is not None:
            parts.append(f"{spec.time:%H:%M}")
        if spec.distance_km is not None:
            parts.append(self.distance(spec.distance_km))
        if spec.duration_min is not None:
            parts.append(f"{number(spec.duration_min)} min")
        return " · ".join(parts)

    def run(self, run: Run) -> str:
        """Return a run of the calendar: kind, day, and time where it is known."""
        kind = self.race_name(run.race) if run.race else KINDS.get(run.kind, run.kind.value)
        time = "" if run.start is None else f" {run.start.astimezone(self.zone):%H:%M}"
        return f"{kind} {self.near(run.date)}{time}"

    def near(self, day: dt.date) -> str:
        """Return today, tomorrow, yesterday, or the day itself."""
        return {0: "today", 1: "tomorrow", -1: "yesterday"}.get((day - self.today).days, self.day(day))

    def race(self, race: Race) -> str:
        """Return a race: name or distance, priority, day."""
        return f"{self.race_name(race)}, {self.day(race.date)}"

    def race_name(self, race: Race) -> str:
        """Return a race without its day."""
        names = [name for name in (race.name, self.race_distance(race.distance_km)) if name]
        return f"{' '.join(names) or 'race'} ({race.priority.value})"

    def race_distance(self, km: float | None) -> str:
        """Return what a race of that length is called."""
        if km is None:
            return ""
        return next((name for known, name in DISTANCES if abs(known - km) <= known / 100), self.distance(km))

    def lift(self, lift: Lift) -> str:
        """Return a logged lift: exercise and sets, equal ones together."""
        name = self.exercise(lift.exercise)
        called = f", {lift.called.value}" if lift.called else ""
        return f"{name} {self.sets(lift.sets)}{called}"

    def exercise(self, exercise: Exercise) -> str:
        """Return an exercise's name."""
        return self.texts.messages[EXERCISES[exercise].key]

    def sets(self, sets: tuple[LiftSet, ...]) -> str:
        """Return sets as "3 × 4 at 100 kg, 2 in reserve"."""
        groups: list[tuple[int, LiftSet]] = []
        for one in sets:
            if groups and groups[-1][1] == one:
                groups[-1] = (groups[-1][0] + 1, one)
            else:
                groups.append((1, one))
        return ", ".join(self.one_set(count, one) for count, one in groups)

    def one_set(self, count: int, one: LiftSet) -> str:
        """Return equal sets."""
        weight = "" if one.weight_kg is None else f" at {self.weight(one.weight_kg)}"
        reserve = "" if one.rir is None else f" ({number(one.rir)} in reserve)"
        return f"{count} × {one.reps}{weight}{reserve}"


class _Words(dict[str, str]):
    """Facts in words, each put into them when a text asks for it: most texts mention few of what they may."""

    def __init__(self, reader: Reader, facts: Mapping[str, Fact]) -> None:
        super().__init__()
        self._reader = reader
        self._facts = facts

    def __missing__(self, name: str) -> str:
        """Return the words for a fact; KeyError when there is none of that name."""
        return self._reader.word(self._facts[name])


def reason(reader: Reader, finding: Finding) -> str:
    """Return what a rule says, with its numbers in the reader's own terms."""
    away = "" if finding.hours is None else f", {hours(finding.hours)} away"
    facts: dict[str, Fact] = {
        "run": _run_of(finding),
        "away": away,
        "ago": "" if finding.hours is None else f", {hours(finding.hours)} ago",
        "hours": "" if finding.hours is None else hours(finding.hours),
        "needed": "" if finding.needed is None else number(finding.needed),
        "days": "" if finding.days is None else days(finding.days),
        "count": finding.number or 0,
        "level": "" if finding.level is None else finding.level,
        "race": finding.race or "",
        "phase": "" if finding.phase is None else finding.phase.value,
        "sets": "" if finding.max_sets is None else finding.max_sets,
        "until": finding.until or "",
    }
    text = reader.fill(reader.texts.rules[finding.code][finding.variant], facts)
    return text[:1].upper() + text[1:]


def _run_of(finding: Finding) -> Fact:
    """Return the run that a rule is about; one that is long by its length alone comes with it, or nobody sees why."""
    run = finding.run
    if run is None or finding.code not in ABOUT_LONG or run.kind is RunKind.LONG:
        return run or ""
    if run.spec.duration_min is not None:
        return say(m.RUN_AS_LONG, run=run, length=f"{number(run.spec.duration_min)} min")
    return run if run.spec.distance_km is None else say(m.RUN_AS_LONG, run=run, length=Km(km=run.spec.distance_km))


def tell(reader: Reader, message: Message, **facts: Fact) -> str:
    """Return one message, filled in for its reader."""
    return reader.line(say(message, **facts))


def number(value: float) -> str:
    """Return a number without a needless fraction."""
    return f"{value:g}" if isinstance(value, int) else f"{round(value, 2):g}"


def hours(value: float) -> str:
    """Return hours as people say them: 36.5 h, 17 h, 45 min; rounded so that a limit is never shown as met."""
    if abs(value) < 1:
        return f"{round(value * 60)} min"
    half = int(value * 2) / 2
    return f"{half:g} h"


def days(value: int) -> str:
    """Return a number of days."""
    return "1 day" if value == 1 else f"{value} days"
