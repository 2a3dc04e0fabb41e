"""Short questions about what is known: a day's sessions, the weeks to a race, a run left out, another day meant."""

import re
from dataclasses import dataclass

_OPEN = r"(?:(?:so|and|ok|okay|hey|hi|but|hmm|well),? )*"
_DAY_ASKED = re.compile(
    rf"{_OPEN}(?:what'?s|what is|whats|what do i have|what have i got|what am i doing|what do i do"
    r"|what (?:runs?|sessions?|training|lifts?|workouts?) (?:do i have|have i got|are there|is there|is|are))"
    r"(?: (?:on|planned|scheduled|coming up|happening|lined up|in my (?:plan|calendar|week)|my plan|the plan))*"
    r"(?: (?:on|for))? (?P<day>(?:the |this |next |coming )?[a-z0-9]+(?: [a-z0-9]+)?)\??",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    rf"{_OPEN}how (?:many (?:more )?(?:weeks?|days?|sleeps)(?: is it| are there| do i have| have i got)?(?: left)?"
    r"(?: (?:until|till|til|to|before))|long(?: is it| do i have| have i got)?(?: left)? (?:until|till|til|to|before)"
    r"|far (?:away |off )?is) (?P<race>[^?]+?)(?: (?:away|off|from now))?\??",
    re.IGNORECASE,
)
_SKIP = (
    r"(?:skip(?:ped)?|miss(?:ed)?|drop(?:ped)?|leave out|left out|cancel(?:led)?|don'?t do|didn'?t do"
    r"|don'?t run(?: on)?)(?: out)?"
)
_WITHOUT = re.compile(
    rf"{_OPEN}(?:what|how)(?: happens| about| would happen|'?s it look)? if (?:i|we) {_SKIP} (?:the |my )?"
    r"(?P<run>[^?,]+?)"
    r"(?:,? (?:so |and |then )?(?:can|could|may|should) i (?:lift|deadlift|pull|train)(?P<then>[^?]*))?\??",
    re.IGNORECASE,
)
_MEANT = re.compile(
    r"(?:(?:no|nope|nah|sorry|oops|oh|ah|wait|argh),? )*(?:i )?me?ant? (?:on )?(?P<day>[^?,]{3,30}?)(?: sorry)?[?.!]*",
    re.IGNORECASE,
)
_LONGEST = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class InPassing:
    """What is asked in passing, in the words that say of which day, race or run; one of them at most is there.

    `then` is the day that `without` a run is asked about, as it is said behind.
    """

    day: str | None = None
    race: str | None = None
    without: str | None = None
    then: str | None = None
    meant: str | None = None


def read_in_passing(text: str) -> InPassing | None:
    """Read a question in passing; None for any other text. No text raises."""
    said = " ".join(text.split())
    if len(said) > _LONGEST:
        return None
    if found := _WITHOUT.fullmatch(said):
        return InPassing(without=found["run"], then=(found["then"] or "").strip())
    if found := _UNTIL.fullmatch(said):
        return InPassing(race=found["race"])
    if found := _MEANT.fullmatch(said):
        return InPassing(meant=found["day"])
    found = _DAY_ASKED.fullmatch(said)
    return None if found is None else InPassing(day=found["day"])
