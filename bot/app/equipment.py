"""What there is to lift with, as a setting: its names, and the weights of the plates in the runner's own unit."""

import re
from dataclasses import replace

from bot.training.profile import MassUnit, Profile, unit_kg

EQUIPMENT = ("barbell", "trapbar", "kettlebell", "rack", "plates", "blocks", "dumbbells")
PLATES = "plates"
DECIMAL_COMMA = re.compile(r"(?<![\d,.])([0-3]),(5|25|50|75)(?![\d,])", re.ASCII)
"""In "1,25" and "2,5" the comma is a point: small plates come in quarters, and hardly anybody has one of 1 kg."""

WITH_UNIT = re.compile(r"(\d+(?:\.\d+)?)(?:kgs?|lbs?)", re.ASCII)
MOST_PLATES = 12
HEAVIEST_PLATE_KG = 50.0


def with_equipment(profile: Profile, value: str) -> Profile:
    """Return a profile with what there is to lift with; numbers behind "plates" are their weights, in its unit.

    Raises:
        ValueError: if a word is none of `EQUIPMENT`, or a plate weighs what none does.
    """
    words = tuple(dict.fromkeys(_listed(value.lower())))
    named = tuple(word for word in words if not _is_number(word))
    numbers = tuple(word for word in words if _is_number(word))
    if not named or not set(named) <= set(EQUIPMENT) or (numbers and PLATES not in named):
        raise ValueError(value)
    plates = tuple(sorted((_plate(number, profile.units) for number in numbers), reverse=True))
    if len(plates) > MOST_PLATES:
        raise ValueError(value)
    return replace(profile, equipment=named, plates=plates)


def _listed(value: str) -> list[str]:
    """Return the words and numbers of a list, numbers without their unit: "20kg, 10 2,5" is 20, 10 and 2.5."""
    points = DECIMAL_COMMA.sub(r"\1.\2", value)
    return [WITH_UNIT.sub(r"\1", word) for word in points.replace(",", " ").split()]


def _is_number(word: str) -> bool:
    return word.replace(".", "", 1).isdecimal() and word.isascii() and len(word) <= len("999.99")


def _plate(word: str, units: MassUnit) -> float:
    kg = float(word) * unit_kg(units)
    if not 0 < kg <= HEAVIEST_PLATE_KG:
        raise ValueError(word)
    return kg


def plates_text(profile: Profile) -> list[str]:
    """Return the plates' weights as the runner would type them."""
    return [f"{round(kg / unit_kg(profile.units), 2):g}" for kg in profile.plates]
