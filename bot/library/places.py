"""Where a runner lives becomes a time zone, without a network.

Call it off the event loop: the first search reads 34,000 cities in a second and keeps 20 MB, later ones take some ms,
and those for what nobody calls a place some tens of them.
"""

import functools
import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from typing import Final

import tzfpy
from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.app.knowledge import Place
from bot.library.gazetteer import Area, City, areas_called, fold, gazetteer, known_zones
from bot.library.place_words import place_inside, place_said

MOST_PLACES: Final = 4
LONGEST_NAME: Final = 100  # characters
MOST_COMMAS: Final = 4
FAR_BIGGER: Final = 5  # times as many people: nobody who means the smaller city leaves out its country
# A city named like a country or state far from it ("Victoria" in Canada) stays in the choice until it is this small.
FAR_BIGGER_THAN_NAMESAKE: Final = 20
CODE_LETTERS: Final = 3  # at most, of airports and countries
BIG_CITY: Final = 500_000  # people; "LA" and "NYC" are names, the airport code of a small town is an accident
NICKNAME: Final = 10  # an unlike name ("Kolkata" for "Calcutta") counts this much less than the name itself

# What knows no clock changes: "+02:00", "UTC+2", "Etc/GMT+5", and the short names of half a year's time.
_STANDING: Final = re.compile(
    r"(?:utc|(?:etc/)?gmt)?\s*[-+\u2212]?\s*\d{1,2}(?:[:.]?\d{2})?|[ecmp][sd]t|ak[sd]t|a[ecw][sd]t|nz[sd]t"
    r"|hst|bst|ist|cest|eest|west|msk|jst|kst|hkt|sgt|factory"
)

_SHORT_FORMS: Final = {"st": "saint", "mt": "mount", "ft": "fort"}
_LONG_FORMS: Final = {long: short for short, long in _SHORT_FORMS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """One way to read what was typed: a name, and the areas that it must lie in, each one of several."""

    name: str
    within: tuple[frozenset[Area], ...] = ()
    exact: bool = True

    def covers(self, city: City) -> bool:
        """Tell whether a city lies in all of the areas."""
        for areas in self.within:  # noqa: SIM110 - a generator for each city takes three times as long
            if city.area not in areas and (city.area[0], "") not in areas:
                return False
        return True


def zone_at(latitude: float, longitude: float) -> str | None:
    """Return the time zone at a position in degrees, at sea too (`Etc/GMT+2`); None when it is no position."""
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):  # noqa: PLR2004 - a globe's
        return None
    zone = tzfpy.get_tz(longitude, latitude)
    return zone if zone in known_zones().values() else None


def find_zones(name: str) -> tuple[Place, ...]:
    """Return at most four places of different zones that a name can mean, likeliest first.

    The name is an IANA zone, a city, or a country or state. A UTC offset and an abbreviation such as "PST" give
    nothing: they know no clock changes.
    """
    text = " ".join(name.split())
    if len(text) > LONGEST_NAME or text.count(",") > MOST_COMMAS or _STANDING.fullmatch(text.casefold()):
        return ()
    zone = known_zones().get(text.replace(" ", "_").casefold())
    if zone is not None and zone != "Greenwich":  # IANA's stands still; the clocks of the people there do not
        # "Singapore" and "Japan" are large places too, "MET" and "WET" are none.
        people = 0 if "/" in zone else max((place.people for place in _search(text) if place.exact), default=0)
        return (Place(label=zone, zone=zone, people=people),)
    return _search(text)


@functools.lru_cache(maxsize=256)
def _search(text: str) -> tuple[Place, ...]:
    readings = _readings(text)
    if places := _first(_by_name, readings):
        return places
    # "In Salah" is a city of its own, "in Berlin" a sentence: the whole comes first.
    # A name said with a "from" or an "in" before one that only looks like one: "im dave, from lisbon".
    if places := _first(_by_name, _readings(place_inside(text))):
        return places
    bare = place_said(text)
    if bare and bare != text and (places := _search(bare)):
        return places
    if places := _first(_by_nearly_the_name, readings):
        return places
    # A suburb or village that the list of cities does not know: its surroundings have its time.
    around = text.partition(",")[2]
    return tuple(replace(place, exact=False) for place in _search(around)) if around else ()


def _first(find: Callable[[_Reading], tuple[Place, ...]], readings: list[_Reading]) -> tuple[Place, ...]:
    return next((places for reading in readings if (places := find(reading))), ())


def _readings(text: str) -> list[_Reading]:
    """Read "name, area, area" or "name area"; without a comma the whole is tried as a name first."""
    name, *outer = [folded for part in text.split(",") if (folded := fold(part))] or [""]
    if outer or not name:
        known = tuple(areas for part in outer if (areas := areas_called(part)))
        return [_Reading(name=name, within=known, exact=len(known) == len(outer))] if name else []
    words = name.split()
    splits = [(" ".join(words[:-n]), areas_called(" ".join(words[-n:]))) for n in range(1, min(4, len(words)))]
    return [_Reading(name=name)] + [_Reading(name=head, within=(areas,)) for head, areas in splits if areas]


def _by_name(reading: _Reading) -> tuple[Place, ...]:
    """Find the cities of a name and, when it is a country's or state's too, the largest city of each of its zones."""
    called = {id(c): c for spelling in sorted(_spellings(reading.name)) for c in gazetteer().called(spelling)}
    cities = [city for city in called.values() if reading.covers(city)]
    named = _rivals((_weight(city, reading.name), city) for city in cities)
    leaders = [(city.population, city) for city in _leaders(reading)]
    floor = max((people for people, _ in leaders), default=0) / FAR_BIGGER_THAN_NAMESAKE
    weighed = [*leaders, *((weight, city) for weight, city in named if weight > floor)]
    return _places(weighed, exact=reading.exact, is_code=len(reading.name) <= CODE_LETTERS)


def _by_nearly_the_name(reading: _Reading) -> tuple[Place, ...]:
    """Find the cities whose name is a slip of the finger away, or two when it is long."""
    slips = min(2, len(reading.name) // 4)
    if not slips or any(character.isdigit() for character in reading.name):
        return ()
    lengths = range(len(reading.name) - slips, len(reading.name) + slips + 1)
    known = ((number, city) for number, city in enumerate(gazetteer().cities) if reading.covers(city))
    names = [(name, city) for number, city in known for name in _heard(number, city) if len(name) in lengths]
    found = process.extract(reading.name, [n for n, _ in names], scorer=OSA.distance, score_cutoff=slips, limit=None)
    fewest = min((distance for _, distance, _ in found), default=0)
    nearest = [names[i] for _, distance, i in found if distance == fewest]
    return _places(_rivals((_weight(city, name), city) for name, city in nearest), exact=False)


def _heard(number: int, city: City) -> Collection[str]:
    """Return the names that people try to spell: a big city's in every language, a small one's own."""
    return gazetteer().names_of(number) if city.population >= BIG_CITY else (city.own_name,)


def _weight(city: City, name: str) -> float:
    """Return how many people speak for a city when this name is heard; 0 when it is hardly a name of it."""
    own_words = set(city.own_name.split())
    if own_words.issuperset(name.split()):
        return city.population
    if any(own_words.issuperset(spelling.split()) for spelling in _spellings(name)):
        return city.population / FAR_BIGGER
    if name.isascii() and len(name) <= CODE_LETTERS and city.population < BIG_CITY:
        return 0
    return city.population / NICKNAME


def _rivals(weighed: Iterable[tuple[float, City]]) -> list[tuple[float, City]]:
    """Drop what is far smaller than the biggest, or nothing at all."""
    pairs = [pair for pair in weighed if pair[0]]
    biggest = max((weight for weight, _ in pairs), default=0)
    return [(weight, city) for weight, city in pairs if weight * FAR_BIGGER > biggest]


def _leaders(reading: _Reading) -> list[City]:
    """Return the largest city in each zone of the areas that a name means; codes are too short to mean one alone."""
    name = reading.name
    areas = areas_called(name) if len(name) > CODE_LETTERS or name in ("uk", "usa", "uae") else frozenset()
    inside = _Reading(name=name, within=(areas, *reading.within))
    found = [city for city in gazetteer().cities if inside.covers(city)] if areas else []
    return list({city.zone: city for city in sorted(found, key=lambda city: city.population)}.values())


def _places(weighed: Iterable[tuple[float, City]], *, exact: bool, is_code: bool = False) -> tuple[Place, ...]:
    """Return the weightiest city of each zone, weightiest first; few of its people call it by a code: "BYE"."""
    best_of_zone: dict[str, Place] = {}
    for weight, city in sorted(weighed, key=lambda pair: -pair[0]):
        people = int(weight) if is_code else city.population
        best_of_zone.setdefault(city.zone, Place(label=city.label, zone=city.zone, exact=exact, people=people))
    return tuple(best_of_zone.values())[:MOST_PLACES]


def _spellings(name: str) -> set[str]:
    """Return a folded name as typed, and with "St" and the like written out or shortened."""
    words = name.split()
    return {name, *(" ".join(forms.get(word, word) for word in words) for forms in (_SHORT_FORMS, _LONG_FORMS))}
