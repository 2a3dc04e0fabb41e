"""A lift's name and nothing else: "deadlifts", "the trap bar deadlift", "Kreuzheben"."""

from bot.language.text import normalise, too_long
from bot.language.tokens import tokenize
from bot.language.vocabulary import Vocabulary
from bot.training.lifts import Exercise


def only_lift_named(text: str, vocabulary: Vocabulary) -> Exercise | None:
    """Return the most particular lift that a text names, where it says nothing else; None otherwise. No text raises."""
    if too_long(text):
        return None
    tokens = [one for one in tokenize(normalise(text), vocabulary) if one.is_name and one.text not in {"the", "a"}]
    named = [Exercise(key) for one in tokens if (key := one.means("exercise"))]
    if not named or len(named) < len(tokens):
        return None
    return next((one for one in named if one is not Exercise.DEADLIFT), Exercise.DEADLIFT)
