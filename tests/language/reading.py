"""A message read as a runner's who counts in kilograms and kilometres."""

import datetime as dt

from bot.language.meaning import Meaning
from bot.language.understand import understand
from bot.language.vocabulary import Vocabulary
from bot.training.profile import DistanceUnit, MassUnit


def read_message(text: str, vocabulary: Vocabulary, now: dt.datetime) -> tuple[Meaning, ...]:
    """Return what a message means at a moment."""
    return understand(text, now=now, vocabulary=vocabulary, mass_unit=MassUnit.KG, distance_unit=DistanceUnit.KM)
