"""Which exercise to prescribe, by equipment and experience (C019 to C033, C144)."""

import datetime as dt
from collections.abc import Iterable

from bot.guidance.situation import Day
from bot.guidance.thresholds import Choice
from bot.training.body import Pain, PainSite
from bot.training.lifts import Exercise
from bot.training.profile import Phase

IN_SEASON = frozenset({Phase.PEAK, Phase.TAPER})
BACK_PAIN_MATTERS_DAYS = 28
"""Swings may irritate some backs (McGill and Marshall 2012): not soon after low-back pain. Judgement."""


def heavy_exercise(day: Day) -> Exercise:
    """Return the exercise of a heavy session: the conventional deadlift unless the equipment says otherwise."""
    return _first(day, day.thresholds.variations.heavy) or Exercise.DEADLIFT


def light_exercise(day: Day, at: dt.datetime) -> Exercise:
    """Return the exercise of a light session: in season the swing, where there is a bell and no recent back pain."""
    if day.phase in IN_SEASON and not _has_back_pain(day, at):
        swing = _first(day, day.thresholds.variations.in_season)
        if swing is not None:
            return swing
    return _first(day, day.thresholds.variations.light) or Exercise.DEADLIFT


def novice_exercise(day: Day) -> Exercise | None:
    """Return the exercise to learn with; None where nothing is known of the equipment, and any easier one will do."""
    return _first(day, day.thresholds.variations.novice)


def _first(day: Day, choices: Iterable[Choice]) -> Exercise | None:
    """Return the first exercise whose needs are met; None while nothing was said of the equipment."""
    there = set(day.profile.equipment)
    if not there - {"plates"}:
        return None
    return next((one.exercise for one in choices if set(one.needs) <= there), None)


def _has_back_pain(day: Day, at: dt.datetime) -> bool:
    since = at - dt.timedelta(days=BACK_PAIN_MATTERS_DAYS)
    return any(one.site is PainSite.LOW_BACK and since <= one.at <= at for one in day.book.said(Pain))
