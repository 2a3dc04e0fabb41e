"""Races and phases: the race table and what it makes of a day (guidance.md, section 4)."""

import datetime as dt
from collections.abc import Sequence

from bot.guidance.thresholds import RaceRow, Races
from bot.training.profile import Phase
from bot.training.runs import Priority, Race


def row_of(race: Race, races: Races) -> RaceRow:
    """Return the table row of a race: a distance in between takes the next longer one, an unknown one the half's."""
    km = races.unknown_km if race.distance_km is None else race.distance_km
    return next(row for row in races.table if row.up_to_km is None or km <= row.up_to_km)


def light_before(race: Race, races: Races) -> int:
    """Return from how many days before a race only light lifting is due."""
    return row_of(race, races).light_before if race.priority is Priority.A else races.minor_light_before


def no_before(race: Race, races: Races) -> int:
    """Return from how many days before a race no lifting is due."""
    return row_of(race, races).no_before if race.priority is Priority.A else races.minor_no_before


def taper_start(all_races: Sequence[Race], race: Race, races: Races) -> dt.date | None:
    """Return the first local day on which the races give a taper before a race; None for one without a taper.

    A taper that goes on from an earlier one has no day of its own.
    """
    for before in range(light_before(race, races) if race.priority is Priority.A else 0, 0, -1):
        day = race.date - dt.timedelta(days=before)
        if automatic(all_races, day, races) is Phase.TAPER:
            eve = automatic(all_races, day - dt.timedelta(days=1), races)
            return None if eve is Phase.TAPER else day
    return None


def automatic(all_races: Sequence[Race], day: dt.date, races: Races) -> Phase:
    """Return the phase that the races give for a local day.

    Recovery after any race wins; then taper while an A race is in its LIGHT or NO days; then the days to the nearest A
    race decide between peak and build; otherwise base.
    """
    if not all_races:
        return Phase.BASE
    if any(0 <= (day - r.date).days <= row_of(r, races).light_after for r in all_races):
        return Phase.RECOVERY
    ahead = [race for race in all_races if race.priority is Priority.A and race.date > day]
    if any((race.date - day).days <= light_before(race, races) for race in ahead):
        return Phase.TAPER
    nearest = min(((race.date - day).days for race in ahead), default=None)
    if nearest is None or nearest > races.build_days:
        return Phase.BASE
    return Phase.PEAK if nearest <= races.peak_days else Phase.BUILD
