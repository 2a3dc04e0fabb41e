"""What a report says of the body, and several reports of one thing as one."""

from collections.abc import Iterator

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

State = (
    SorenessReading
    | SleepReading
    | IllnessReading
    | WellReading
    | TravelReading
    | GymReading
    | HeatIllnessReading
    | Unread
)


def merged(found: tuple[State, ...]) -> tuple[State, ...]:
    """Return reports with those of one journey, of one illness, and the worst soreness, as one."""
    journeys = [one for one in found if isinstance(one, TravelReading)]
    ills = [one for one in found if isinstance(one, IllnessReading)]
    levels = [one.level for one in found if isinstance(one, SorenessReading) and one.level is not None]
    worst = SorenessReading(level=max(levels)) if levels else SorenessReading(level=None)
    nights = {one.hours for one in found if isinstance(one, SleepReading)}
    heats = {one.celsius for one in found if isinstance(one, GymReading)}
    others: list[State] = [
        worst if isinstance(one, SorenessReading) else one
        for one in found
        if not isinstance(one, TravelReading | IllnessReading)
        and not (one == SleepReading(hours=None) and len(nights) > 1)
        and not (one == GymReading(celsius=None) and len(heats) > 1)
    ]
    if journeys:
        hours, zones = max(one.travel_hours for one in journeys), max(one.zones for one in journeys)
        others.append(TravelReading(travel_hours=hours, zones=zones))
    return tuple(dict.fromkeys((*others, *_one_illness(ills))))


def _one_illness(ills: list[IllnessReading]) -> Iterator[IllnessReading]:
    fever = next((one.fever_c for one in ills if one.fever_c is not None), None)
    said = [one.head_only for one in ills if one.head_only is not None]
    if ills:
        yield IllnessReading(fever_c=fever, head_only=all(said) if said else None)
