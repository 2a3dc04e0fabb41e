"""Every number of the rules, as content/thresholds.toml holds them; guidance.md says where each comes from."""

import datetime as dt
from dataclasses import dataclass

from bot.training.classify import RunLimits
from bot.training.lifts import Exercise
from bot.training.strength import StrengthLimits


@dataclass(frozen=True, slots=True, kw_only=True)
class DayHours:
    """Local times: between which the day's answer looks, and which hour stands for a part of the day."""

    first: dt.time
    last: dt.time
    step_min: int
    morning: dt.time
    noon: dt.time
    afternoon: dt.time
    evening: dt.time
    tonight: dt.time


@dataclass(frozen=True, slots=True, kw_only=True)
class Basics:
    """A lift's length in minutes; how many days ahead the next good window is looked for."""

    lift_min: int
    search_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RaceRow:
    """One row of the race table, in days from race day; `up_to_km` None is every longer race.

    LIGHT from `light_before` days before, NO from `no_before` days before through `no_after` days after, LIGHT through
    `light_after` days after.
    """

    up_to_km: float | None = None
    light_before: int
    no_before: int
    no_after: int
    light_after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Races:
    """The race table, shortest first; how B and C races differ; which distance an unknown one reads as."""

    table: tuple[RaceRow, ...]
    unknown_km: float
    minor_light_before: int
    minor_no_before: int
    peak_days: int
    build_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pain:
    """R30, R31: level (of 10) that stops, full local days held after the pain is gone, days until 'see someone'."""

    stop_level: int
    days_after_gone: int
    clinician_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifting:
    """R50 to R53: how many earlier days count, how many lifts they may hold, days between heavy lifts in base."""

    window_days: int
    lifts_in_base_or_build: int
    lifts_otherwise: int
    heavy_apart_days_in_base: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """R60 to R64: hours before runs to come, the time assumed for one in two days, sets after or before a hard run."""

    hard_today_h: float
    hard_in_two_days_h: float
    assumed_time: dt.time
    steady_today_h: float
    max_sets: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """R70 to R72: hours after runs behind, the length in minutes that makes a long run very long, sets after one."""

    hard_today_h: float
    long_yesterday_h: float
    very_long_min: float
    max_sets: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sore:
    """R80: soreness levels (of 10) and how many hours a report counts."""

    light_level: int
    no_level: int
    light_hours: float
    no_hours: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Novice:
    """R90 to R92: weeks of running and lifting, sessions that end being new, days that make a break."""

    new_weeks: int
    very_new_weeks: int
    sessions: int
    break_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """R10 to R14: weeks since a surgery or a birth, first lifting weeks and days of rest from 65 on, weeks back.

    After `forbidden_ask_weeks` a clinician's no without an end is told with the advice to ask whether it still holds.
    """

    surgery_weeks: int
    birth_no_weeks: int
    birth_light_weeks: int
    older_new_weeks: int
    older_rest_days: int
    return_weeks: int
    forbidden_ask_weeks: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ill:
    """R20, R21: degrees Celsius of a fever, hours after "well", light days after them, days after a heat illness."""

    fever_c: float
    well_hours: float
    light_days: int
    heat_illness_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """R110, R111: hours of sleep, time zones and hours of travel and how long they count, degrees in the gym."""

    sleep_no_h: float
    sleep_light_h: float
    travel_zones: int
    travel_h: float
    travel_counts_h: float
    gym_c: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """The smallest change: by how many days a run moves, up to how many days after L it stands, and how many to give.

    Two runs change dates when they are at most `exchange_days` apart.
    """

    move_days: int
    ahead_days: int
    exchange_days: int
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """The planner: its days, the lifts in them by phase, the gap in days it likes best, hours after a hard run."""

    days: int
    target_in_base_or_build: int
    target_otherwise: int
    ideal_gap_days: float
    hours_after_hard: float


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterLift:
    """Running after a lift: shares of the longest run and of top speed, and what fits how soon (hours, minutes).

    Pairs are lowest and highest; soreness is of 10.
    """

    longest_share: float
    longest_days: int
    speed_share: float
    apart_h: float
    at_once_h: float
    at_once_min: int
    strides: tuple[int, int]
    stride_m: int
    next_day_min: int
    uphills: tuple[int, int]
    uphill_s: int
    steady_h: float
    quality_h: float
    light_quality_h: float
    warm_up_same_day_min: int
    warm_up_next_day_min: int
    sore_shorter_level: int
    sore_shorter_share: float
    sore_walk_level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Load progression, feedback from runs, and what `/progress` compares.

    After `sessions` heavy sessions that left `rir` reps in reserve the load goes up by one step. After `worse_runs`
    quality runs within `worse_h` hours after a lift, in `worse_days` days, that felt worse than planned or came out
    `worse_percent` slower, the bot speaks up.

    An e1RM is good to the share `error` (0-1), and compared with those of `recent_weeks` and `long_weeks` ago. Of a set
    that makes none, up to `telling_reps` repetitions tell whether the e1RM is too low. A usual
    week is the median of at least `usual_weeks` others. Runs within `soon_h` hours after a lift, within `worse_h`, and
    all others are compared from `fewest_reports` of each on. They differ when the probability that chance alone makes
    as much of a difference is at most `chance` (0-1).
    """

    sessions: int
    rir: float
    worse_runs: int
    worse_h: float
    worse_percent: float
    worse_days: int
    error: float
    telling_reps: int
    recent_weeks: int
    long_weeks: int
    usual_weeks: int
    soon_h: float
    fewest_reports: int
    chance: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """An exercise, and what it needs: words of `/set equipment`, all of them."""

    exercise: Exercise
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Variations:
    """Which exercise to prescribe: the first whose needs are met, by kind of session; `in_season` is light work too."""

    heavy: tuple[Choice, ...]
    light: tuple[Choice, ...]
    in_season: tuple[Choice, ...]
    novice: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """Sets, repetitions, share of e1RM (0-1), reps in reserve, rest in minutes: each as lowest and highest."""

    sets: tuple[int, int]
    reps: tuple[int, int]
    share: tuple[float, float]
    rir: tuple[int, int]
    rest_min: tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Doses:
    """The prescriptions of guidance.md, section 5, and the steps to which loads are rounded.

    `layoffs` are (days without a deadlift, share taken off the load), shortest first. Loads of a runner who named their
    plates are made of those on a bar of `bar_kg` or `bar_lb`; `plates_kg` and `plates_lb` are the usual ones, by which
    others are told what goes on the bar, and `bells_kg` and `bells_lb` the usual kettlebells.
    """

    heavy: Dose
    peak: Dose
    light: Dose
    taper: Dose
    novice: Dose
    step_kg: float
    step_lb: float
    bar_kg: float
    bar_lb: float
    plates_kg: tuple[float, ...]
    plates_lb: tuple[float, ...]
    bells_kg: tuple[float, ...]
    bells_lb: tuple[float, ...]
    layoffs: tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WarmUpLimits:
    """Minutes of each warm-up, hours after a run in which the short one is enough, and the ramps as (share, reps).

    `ramp_rest_s` are the least and most seconds of rest between two sets of the ramp. After `cold_min` minutes without
    a tick a warm-up that was begun begins again.
    """

    full_min: int
    short_min: int
    emergency_min: int
    after_run_h: float
    full_ramp: tuple[tuple[float, int], ...]
    short_ramp: tuple[tuple[float, int], ...]
    ramp_rest_s: tuple[int, int]
    cold_min: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Gym:
    """Logging in the gym: hours without a tap until an open session is over, and how many lifts `/log` shows."""

    expires_h: float
    last_lifts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminders:
    """When the bot writes unasked: the evening alert's local time, minutes after a lift until it is asked about.

    `snooze_min` is how long a snoozed reminder waits. Of two that come less than `apart_min` minutes apart one is sent.
    Soreness is asked about when a hard run or race comes within `sore_ahead_h` hours.
    """

    alert: dt.time
    after_min: int
    snooze_min: int
    apart_min: int
    sore_ahead_h: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """All numbers that decide; content may change each, never code."""

    runs: RunLimits
    strength: StrengthLimits
    basics: Basics
    day: DayHours
    races: Races
    pain: Pain
    lifting: Lifting
    ahead: Ahead
    behind: Behind
    sore: Sore
    novice: Novice
    health: Health
    ill: Ill
    rest: Rest
    changes: Changes
    week: Week
    after_lift: AfterLift
    progress: Progress
    variations: Variations
    doses: Doses
    warmup: WarmUpLimits
    gym: Gym
    reminders: Reminders
