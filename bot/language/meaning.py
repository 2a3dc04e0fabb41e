"""What a text can mean. Every reading says what it is sure of and what it would have to ask."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from bot.training.body import FlagLevel, PainSite
from bot.training.health import HealthTopic
from bot.training.lifts import Called, Exercise, FixedLift, LiftSet
from bot.training.runs import Priority, RunKind, RunSpec
from bot.training.time import Weekday


class Doubt(StrEnum):
    """Why something was not taken as read; the chat asks back with a sentence for each."""

    NOTHING = "nothing"
    DAY = "day"
    TIME = "time"
    AM_OR_PM = "am_or_pm"
    UNIT = "unit"
    DATE_ORDER = "date_order"
    DATE = "date"
    KIND = "kind"
    TOO_LONG = "too_long"
    PATTERN = "pattern"
    WEIGHT = "weight"
    SETS = "sets"
    EFFORT = "effort"
    VALUE = "value"
    FUTURE = "future"
    PAST = "past"
    RACE_DAY = "race_day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A piece of text that could not be taken as read, why, and the readings it could have (already formatted).

    `date` is the day of a lift's time that may be one before or after noon.
    """

    text: str
    doubt: Doubt
    options: tuple[str, ...] = ()
    date: dt.date | None = None


class Part(StrEnum):
    """A part of the day; the hour that stands for it is a threshold (guidance.md, section 3)."""

    NOW = "now"
    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    TONIGHT = "tonight"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayEntry:
    """One run or rest day of a pasted week; `date` when one was named, otherwise the weekday alone."""

    weekday: Weekday
    run: RunSpec
    date: dt.date | None = None
    part: Part | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekReading:
    """A week as understood. Whoever reads it must not store it while `unread` is not empty and unanswered.

    Nor one that is `guessed`: which run is on which day was put together, and `text` tells it anew, a day a line.
    """

    entries: tuple[DayEntry, ...]
    unread: tuple[Unread, ...] = ()
    text: str = field(default="", compare=False)
    guessed: bool = False


class Side(StrEnum):
    """Where a lift stands beside a run that the moment hangs on."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentReading:
    """A moment asked about, on the runner's clock: a day, and a time, a part of the day, or neither (all of it).

    `date` None is open ("when can I lift next?"). `relation` names a run the day hangs on ("the day after my long
    run"): the run's kind (`other` is any run), and the offset in days. With `date` None the day cannot be known without
    the calendar. `side` says before or after that run where no number of days does ("before my long run"). `also` holds
    the other days of a choice ("friday or saturday"). `passed` is the time as it was written ("7:30") where it is over
    and `time` is the one twelve hours later.
    """

    date: dt.date | None
    time: dt.time | None = None
    part: Part | None = None
    relation: tuple[RunKind, int] | None = None
    side: Side | None = None
    also: tuple[dt.date, ...] = ()
    passed: dt.time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftReading:
    """A logged lift as understood; `at` is on the runner's clock, None is now."""

    exercise: Exercise
    sets: tuple[LiftSet, ...]
    called: Called | None = None
    at: dt.datetime | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedRunReading:
    """One dated run as understood; see `DatedRun`.

    `planned` is the kind of the planned run that was skipped or done, as the text names it ("skipped my tempo");
    `other` is "my run" when it was done. None names none: a day without runs, or a run that was not planned. `beside`
    is a run that is said to be one more. `part` is the part of the day, where one is said.
    """

    date: dt.date
    run: RunSpec
    replaces: bool = False
    done: bool = False
    planned: RunKind | None = None
    beside: bool = False
    part: Part | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedRunReading:
    """A run that goes to another time: its new day and what is said of it, and the day it leaves, where one is named.

    `run.kind` is the kind that moved (`other`: "my run"); what the text does not repeat stays as planned. `part` is
    the part of the day that it goes to, where one is said.
    """

    date: dt.date
    run: RunSpec
    from_date: dt.date | None = None
    part: Part | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOutRunReading:
    """A run that is left out, named by its kind alone; `week` is this (0) or the next (1), None the days to come."""

    kind: RunKind
    week: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RaceAheadReading:
    """A race of which only the weeks to it are told: it is near the day `about`, and nobody said on which."""

    about: dt.date
    distance_km: float | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EasedRaceReading:
    """A race or parkrun that is run easily, on its date; without one the next of them, and from now on."""

    date: dt.date | None = None
    distance_km: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeOffReading:
    """Days without runs, both ends among them; `sure` False says only that the runner is away then (`away`)."""

    first: dt.date
    last: dt.date
    sure: bool
    away: bool


class Undone(StrEnum):
    """Which sort of change is to be undone."""

    LIFT = "lift"
    RUN = "run"
    RACE = "race"
    WEEK = "week"
    PAUSE = "pause"


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoReading:
    """The newest change of a sort is to be undone."""

    sort: Undone


@dataclass(frozen=True, slots=True, kw_only=True)
class NormalDaysReading:
    """Days that are to be as in every week again."""

    dates: tuple[dt.date, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTimeReading:
    """A weekly run has a new time or length from now on; `sure` False leaves open whether before or after noon.

    `time` or `distance_km` is what is new of it; `weekday` is its day, where that is said.
    """

    kind: RunKind
    time: dt.time | None
    sure: bool
    text: str
    weekday: Weekday | None = None
    distance_km: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RaceReading:
    """A race as understood."""

    date: dt.date
    distance_km: float | None
    priority: Priority
    time: dt.time | None = None
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DroppedRaceReading:
    """A race that is called off without its date: its length in km and the words that may be its name."""

    distance_km: float | None
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedLiftsReading:
    """Lift times as the runner fixed them, or `auto`."""

    lifts: tuple[FixedLift, ...] = ()
    auto: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedLiftReading:
    """One lift that goes elsewhere: the day it stands on (None: the next lift), its new day and time or part of it.

    What is None stays as it is.
    """

    from_date: dt.date | None = None
    to_date: dt.date | None = None
    time: dt.time | None = None
    part: Part | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SkippedLiftReading:
    """The lift of a day, or (None) the next one, is left out."""

    date: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseReading:
    """Reminders are to pause until a day, the first on which they come again; None leaves open how long.

    `since` is the first day of a pause that does not begin now.
    """

    until: dt.date | None = None
    since: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeReading:
    """Reminders are wanted again."""


class SafetyKind(StrEnum):
    """What a text says about the runner's body that stops everything else."""

    FLAG = "flag"
    PAIN = "pain"
    NIGGLE = "niggle"
    UNCLEAR = "unclear"
    WHOSE = "whose"
    CLEARED = "cleared"
    FINE = "fine"
    WITHDRAWN = "withdrawn"
    PAIN_GONE = "pain_gone"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyReading:
    """The most serious thing that a text says about the body, with the words that said it.

    FLAG is a red flag (with `level`); DOUBTFUL sounds like one in words that no phrase knows and is asked about.
    PAIN is rule R30, NIGGLE stable pain 1-2/10. UNCLEAR asks "tired muscle, or pain?". WHOSE is a red flag or pain
    that seems to be somebody else's, or clearly older than 7 days: one question. CLEARED ("my doctor cleared me"),
    FINE ("I'm fine now") and WITHDRAWN ("that is not what I meant") matter only while a flag stands, or a pain or an
    illness.

    What is `urgent` may be a red flag as well and is asked about; PAIN_GONE is `over` where the pain is told with it.
    """

    kind: SafetyKind
    phrase: str
    level: FlagLevel | None = None
    pain_level: int | None = None
    site: PainSite = PainSite.OTHER
    concerning: bool = False
    urgent: bool = False
    over: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ExperienceReading:
    """Since when somebody has run or lifted; `is_new` is less than 8 weeks before the answer."""

    since: dt.date
    is_new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SorenessReading:
    """How sore the runner is, 0 to 10; None when they say so without a number."""

    level: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SleepReading:
    """How long the runner slept last night, in hours; None where only how bad it was is said, which is asked about."""

    hours: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IllnessReading:
    """An illness: its fever in degrees Celsius, and whether it is a head cold only; None is not said.

    `day` is the last day of one that is over, or seems to be.
    """

    fever_c: float | None = None
    head_only: bool | None = None
    day: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WellReading:
    """An illness is over, since a `day` (None: now)."""

    day: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TravelReading:
    """A journey within a day: hours on the way, and time zones crossed."""

    travel_hours: float = 0.0
    zones: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class GymReading:
    """How hot it is where the runner lifts, in degrees Celsius; None where only runs were hot, which is asked about."""

    celsius: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatIllnessReading:
    """Heat exhaustion or heat stroke."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatClearedReading:
    """A clinician cleared the runner after a heat illness."""


class Claim(StrEnum):
    """Whose a condition is that is named, or what is said of the part of the body that it would be one of.

    FINE is a part of the body that is said to be well, and no condition; DOUBTFUL has to be asked about.
    """

    OWN = "own"
    FINE = "fine"
    OTHERS = "others"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthReading:
    """A lasting health answer; `since` is the date of a birth or surgery, `until` the last of what a clinician forbade.

    `cleared` says that a clinician cleared the runner, `over` that it does not hold any more.
    """

    topic: HealthTopic
    since: dt.date | None = None
    cleared: bool = False
    over: bool = False
    until: dt.date | None = None
    claim: Claim = Claim.OWN


@dataclass(frozen=True, slots=True, kw_only=True)
class RunReportReading:
    """How a run went: worse than planned or not, and by how many percent where that was said.

    `date` None names no day: the newest run of that kind is meant, of a day until `latest`.
    """

    date: dt.date | None
    kind: RunKind
    felt_worse: bool
    percent: float | None = None
    latest: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterLiftQuestion:
    """May I run after lifting, and how?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingReading:
    """A setting said in a sentence: its `/set` name, or the `/remind` one "week", and the value as that takes it.

    A value of "" is not said ("no messages at night"). Nothing is set for some days alone: where some `days` are named,
    or one day (`once`), what is meant has to be asked.
    """

    name: str
    value: str
    days: tuple[Weekday, ...] = ()
    once: bool = False


class NotKept(StrEnum):
    """What people tell though no plan needs it."""

    BODYWEIGHT = "bodyweight"
    GOAL = "goal"
    BEST = "best"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotKeptReading:
    """Something told about oneself that is not kept: what one weighs, a goal, the most that one can lift."""

    what: NotKept


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftQuestion:
    """May I lift, or when? `moment` None is now or today; an `Unread` moment has to be asked about first.

    `other` says that squats or lunges are asked about, and no deadlift.
    """

    moment: MomentReading | Unread | None
    other: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressQuestion:
    """How do I progress, of one exercise or (None) of the main one?"""

    exercise: Exercise | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherQuestion:
    """Anything else that is asked; the topics answer it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OverrideReading:
    """ "I'll lift anyway"."""


class LiftWish(StrEnum):
    """What somebody wants who lifts now, or just did."""

    LOG = "log"
    WARM_UP = "warm_up"
    NEXT_SET = "next_set"
    AS_PLANNED = "as_planned"


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftWishReading:
    """A wish about the lift of now."""

    wish: LiftWish


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRepsReading:
    """How many repetitions the set had that was just done; it means something only while a lift is being done."""

    reps: int


class Subject(StrEnum):
    """Which logged lift somebody means who names no day: the one just logged ("that"), the last one, or not said."""

    THAT = "that"
    LAST = "last"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftFixReading:
    """A logged lift that is to be deleted, or was logged wrongly.

    `date` is its day, or None: then `subject` says which. `weight_kg` or `reps` is what is right, in place of `before`
    where that was said; neither of them deletes it. `coming` is the day to come that may be meant instead: a planned
    lift is left out in the same words. `of_kg` is the weight that names the lift; `opens` shows it with all that can be
    done to it; `bare` is a weight said without its unit.
    """

    date: dt.date | None = None
    subject: Subject = Subject.OPEN
    exercise: Exercise | None = None
    weight_kg: float | None = None
    reps: int | None = None
    before: float | None = None
    coming: dt.date | None = None
    of_kg: float | None = None
    opens: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftEffortReading:
    """How many repetitions were left after the last lift, or after the one with a weight."""

    rir: float
    weight_kg: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftRetoldReading:
    """The lift that was just logged, told anew: all of it, or its day and time; it means nothing without that lift."""

    lift: LiftReading | None = None
    date: dt.date | None = None
    time: dt.time | None = None


class Talk(StrEnum):
    """Small talk, when it is all that a message holds."""

    GREETING = "greeting"
    THANKS = "thanks"
    CANCEL = "cancel"
    UNDO = "undo"
    HELP = "help"
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallTalk:
    """A message of small talk alone."""

    talk: Talk


class Likely(StrEnum):
    """What a message that was not understood may be about."""

    TODAY = "today"
    WEEK = "week"
    RUN = "add"
    LOG = "log"
    BODY = "body"
    WARM_UP = "warmup"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True, kw_only=True)
class NotUnderstood:
    """A message that asks nothing and says nothing to store.

    `likely` is what it may be about, best first; where nothing in it points anywhere, what most people want.
    """

    likely: tuple[Likely, ...] = (Likely.TODAY, Likely.WEEK, Likely.LOG)


Meaning = (
    WeekReading
    | DatedRunReading
    | MovedRunReading
    | LeftOutRunReading
    | RaceAheadReading
    | EasedRaceReading
    | TimeOffReading
    | UndoReading
    | NormalDaysReading
    | NewTimeReading
    | RaceReading
    | DroppedRaceReading
    | LiftReading
    | FixedLiftsReading
    | MovedLiftReading
    | SkippedLiftReading
    | PauseReading
    | ResumeReading
    | SorenessReading
    | SleepReading
    | IllnessReading
    | WellReading
    | TravelReading
    | GymReading
    | HeatIllnessReading
    | HeatClearedReading
    | HealthReading
    | RunReportReading
    | AfterLiftQuestion
    | SettingReading
    | NotKeptReading
    | LiftQuestion
    | ProgressQuestion
    | OtherQuestion
    | OverrideReading
    | LiftWishReading
    | SetRepsReading
    | LiftFixReading
    | LiftEffortReading
    | LiftRetoldReading
    | SmallTalk
    | NotUnderstood
    | Unread
)
