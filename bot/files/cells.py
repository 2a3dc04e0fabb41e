"""What single cells of an export hold: instants on a wall clock and numbers, as the two apps write them."""

import datetime as dt
import re

FIRST_YEAR = 2000
NOON = (12, 0)
HALF_DAY = 12

_CLOCK = r"(\d{1,2}):(\d\d)(?::\d\d(?:\.\d+)?)?(?: ?([ap])\.?m\.?)?"
# 2024-01-03 18:05:00, 2024-01-03T18:05, 2024-01-03 6:05:00 PM, 2024-01-03
_BY_NUMBERS = re.compile(rf"(\d{{4}})-(\d\d?)-(\d\d?)(?:[t ]{_CLOCK})?", re.ASCII)
# 14 Mar 2022, 18:05
_DAY_FIRST = re.compile(rf"(\d{{1,2}})\.? ([^\W\d]{{3,10}})\.? (\d{{4}}),? {_CLOCK}")
# Mar 14, 2022, 6:05 PM
_MONTH_FIRST = re.compile(rf"([^\W\d]{{3,10}})\.? (\d{{1,2}}), (\d{{4}}),? {_CLOCK}")
_NUMBER = re.compile(r"\d{1,6}(?:\.\d{1,12})?", re.ASCII)

# English, then German, Spanish, French, Italian, Portuguese and Dutch, where the first letters differ.
_MONTHS = (
    ("jan", "ene", "gen"),
    ("feb", "fév"),
    ("mar", "mär", "mrz", "maa", "mrt"),
    ("apr", "abr", "avr"),
    ("may", "mai", "mag", "mei"),
    ("jun", "giu", "juin"),
    ("jul", "lug", "juil"),
    ("aug", "ago", "aoû"),
    ("sep", "set"),
    ("oct", "okt", "ott", "out"),
    ("nov",),
    ("dec", "dez", "dic", "déc"),
)


def instant(text: str) -> tuple[str, str] | None:
    """Return the day and the time on the wall clock, as YYYY-MM-DD and HH:MM; None when a cell holds neither."""
    said = " ".join(text.split()).lower()
    if match := _BY_NUMBERS.fullmatch(said):
        year, month, day, *clock = match.groups()
    elif match := _DAY_FIRST.fullmatch(said):
        day, name, year, *clock = match.groups()
        month = _month(name)
    elif match := _MONTH_FIRST.fullmatch(said):
        name, day, year, *clock = match.groups()
        month = _month(name)
    else:
        return None
    return _written(int(year), int(month), int(day), clock)


def number(text: str) -> float | None:
    """Return a number; an empty cell is 0, and what is neither (a sign, an exponent, a formula) None."""
    word = text.strip()
    if not word:
        return 0.0
    if "," in word:
        word = word.replace(",", "" if "." in word else ".", 1)
    return float(word) if _NUMBER.fullmatch(word) else None


def _month(name: str) -> str:
    found = [number for number, heads in enumerate(_MONTHS, start=1) if name.startswith(heads)]
    return str(found[0]) if len(found) == 1 else "0"


def _written(year: int, month: int, day: int, clock: list[str]) -> tuple[str, str] | None:
    hour, minute = _hours(*clock) if clock[0] else NOON
    try:
        at = dt.datetime(year, month, day, hour, minute)  # noqa: DTZ001  # a wall clock; whose is known later
    except ValueError:
        return None
    return (f"{at:%Y-%m-%d}", f"{at:%H:%M}") if year >= FIRST_YEAR else None


def _hours(hour: str, minute: str, half: str | None) -> tuple[int, int]:
    if half is None:
        return int(hour), int(minute)
    if not 1 <= int(hour) <= HALF_DAY:
        # What no clock with halves shows is no time at all.
        return 2 * HALF_DAY, int(minute)
    # 12 AM is midnight, 12 PM noon.
    return int(hour) % HALF_DAY + (HALF_DAY if half == "p" else 0), int(minute)
