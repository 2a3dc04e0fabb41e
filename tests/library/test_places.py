"""Where a runner lives becomes a time zone."""

import zoneinfo
from collections.abc import Iterator

import pytest
import tzfpy
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.app.knowledge import Place
from bot.library import gazetteer
from bot.library.places import MOST_PLACES, find_zones, zone_at


@pytest.fixture(scope="module", autouse=True)
def _locked_zones() -> Iterator[None]:
    """Know the zones of the locked package only, as the composition root has it."""
    before = zoneinfo.TZPATH
    zoneinfo.reset_tzpath(to=())
    yield
    zoneinfo.reset_tzpath(to=before)


def _labels(name: str) -> list[str]:
    return [place.label for place in find_zones(name)]


def _zones(name: str) -> list[str]:
    return [place.zone for place in find_zones(name)]


@pytest.mark.parametrize(
    ("latitude", "longitude", "zone"),
    [
        (52.52, 13.40, "Europe/Berlin"),
        (-33.87, 151.21, "Australia/Sydney"),
        (40.71, -74.01, "America/New_York"),
        (27.72, 85.32, "Asia/Kathmandu"),
        (40, -30, "Etc/GMT+2"),
        (90, 0, "Etc/GMT"),
        (-90, 180, "Antarctica/McMurdo"),
    ],
)
def test_a_position_lies_in_a_zone_on_land_and_at_sea(latitude: float, longitude: float, zone: str) -> None:
    assert zone_at(latitude, longitude) == zone


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [(90.1, 0), (-91, 0), (0, 180.1), (0, -999), (float("nan"), 0), (0, float("nan")), (float("inf"), 0)],
)
def test_what_is_no_position_lies_in_no_zone(latitude: float, longitude: float) -> None:
    assert zone_at(latitude, longitude) is None


def test_the_zones_of_every_position_are_known_to_the_locked_time_zones() -> None:
    assert set(tzfpy.timezonenames()) <= zoneinfo.available_timezones()


def test_the_zone_of_every_city_is_known_to_the_locked_time_zones() -> None:
    cities = gazetteer.gazetteer().cities

    assert len(cities) > 30_000
    assert {city.zone for city in cities} <= zoneinfo.available_timezones()


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        (" EUROPE/BERLIN\n", "Europe/Berlin"),
        ("America/New York", "America/New_York"),
        ("US/Pacific", "US/Pacific"),
        ("utc", "UTC"),
        ("America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"),
    ],
)
def test_an_iana_name_is_its_zone_in_any_case(name: str, zone: str) -> None:
    assert find_zones(name) == (Place(label=zone, zone=zone),)


@pytest.mark.parametrize(
    "name",
    ["UTC+2", "utc +02:00", "+2", "-0530", "\u22125", "GMT-5", "GMT+0", "Etc/GMT+5", "EST", "PST", "bst", "CEST"],
)
def test_an_offset_or_its_short_name_is_no_zone_because_it_knows_no_clock_changes(name: str) -> None:
    assert find_zones(name) == ()


@pytest.mark.parametrize(
    ("name", "label", "zone"),
    [
        ("berlin", "Berlin, Germany", "Europe/Berlin"),
        ("München", "Munich, Germany", "Europe/Berlin"),
        ("munich", "Munich, Germany", "Europe/Berlin"),
        ("Muenchen", "Munich, Germany", "Europe/Berlin"),
        ("sao paulo", "São Paulo, Brazil", "America/Sao_Paulo"),
        ("LODZ", "Łódź, Poland", "Europe/Warsaw"),
        ("tromso", "Tromsø, Norway", "Europe/Oslo"),
        ("東京", "Tokyo, Japan", "Asia/Tokyo"),
        ("Москва", "Moscow, Russia", "Europe/Moscow"),
        ("New York", "New York City, New York", "America/New_York"),
        ("nyc", "New York City, New York", "America/New_York"),
        ("  new   york ", "New York City, New York", "America/New_York"),
        ("Washington DC", "Washington, District of Columbia", "America/New_York"),
        ("Washington, D.C.", "Washington, District of Columbia", "America/New_York"),
        ("Coeur d’Alene", "Coeur d'Alene, Idaho", "America/Los_Angeles"),
        ("Ft Worth", "Fort Worth, Texas", "America/Chicago"),
        ("Calcutta", "Kolkata, India", "Asia/Kolkata"),
        ("Hong Kong", "Hong Kong", "Asia/Hong_Kong"),
        ("Greenwich", "Greenwich, England", "Europe/London"),
        ("berlin \N{RUNNER}", "Berlin, Germany", "Europe/Berlin"),
        ("Berlin,", "Berlin, Germany", "Europe/Berlin"),
    ],
)
def test_a_city_is_found_in_any_case_spelling_and_language(name: str, label: str, zone: str) -> None:
    [place] = find_zones(name)
    assert (place.label, place.zone, place.exact) == (label, zone, True)


def test_a_place_says_how_many_live_there_and_a_code_few_of_them() -> None:
    people = {name: find_zones(name)[0].people for name in ("Normal", "Bath", "Manchester", "Singapore", "bye", "WET")}
    assert people["WET"] == 0 < people["Normal"] < people["Bath"] < people["Manchester"] < people["Singapore"]
    assert people["bye"] == find_zones("Benxi")[0].people // 10


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("St. Louis, MO", "St. Louis, Missouri"),
        ("Saint Louis Missouri", "St. Louis, Missouri"),
        ("Portland, OR", "Portland, Oregon"),
        ("Portland Maine", "Portland, Maine"),
        ("Paris, Texas", "Paris, Texas"),
        ("Paris TX", "Paris, Texas"),
        ("paris, texas, usa", "Paris, Texas"),
        ("London Ontario", "London, Ontario"),
        ("London, ON, Canada", "London, Ontario"),
        ("Berlin Germany", "Berlin, Germany"),
        ("Berlin, DE", "Berlin, Germany"),
        ("Cordoba, Spain", "Córdoba, Spain"),
        ("Newcastle, England", "Newcastle upon Tyne, England"),
        ("Sydney Nova Scotia", "Sydney, Nova Scotia"),
        ("Georgia, USA", "Atlanta, Georgia"),
    ],
)
def test_a_country_or_state_after_the_name_narrows(name: str, label: str) -> None:
    assert _labels(name) == [label]


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("London", "London, England"),
        ("Paris", "Paris, France"),
        ("Portland", "Portland, Oregon"),
        ("St. Louis", "St. Louis, Missouri"),
        ("Perth", "Perth, Western Australia"),
    ],
)
def test_a_far_bigger_city_leaves_out_its_namesakes(name: str, label: str) -> None:
    assert _labels(name) == [label]


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("Springfield", ["Springfield, Missouri", "Springfield, Massachusetts", "Springfield, Oregon"]),
        ("Valencia", ["Valencia, Venezuela", "Valencia, Spain"]),
        ("Hull", ["Kingston upon Hull, England", "Hull, Quebec"]),
        ("Venice", ["Venice, Italy", "Venice, California", "Venice, Florida"]),
        ("Saint Louis", ["Saint-Louis, Senegal", "St. Louis, Missouri", "Saint-Louis, Reunion"]),
        ("Washington", ["Seattle, Washington", "Washington, District of Columbia"]),
        ("Georgia", ["Tbilisi, Georgia", "Atlanta, Georgia", "Sokhumi, Georgia"]),
    ],
)
def test_an_ambiguous_name_gives_one_place_of_each_zone_biggest_first(name: str, labels: list[str]) -> None:
    assert _labels(name) == labels


@pytest.mark.parametrize(
    ("name", "zones"),
    [
        ("Germany", ["Europe/Berlin"]),
        ("UK", ["Europe/London"]),
        ("Texas", ["America/Chicago", "America/Denver"]),
        ("USA", ["America/New_York", "America/Los_Angeles", "America/Chicago", "America/Phoenix"]),
        ("India", ["Asia/Kolkata"]),
        ("Ireland", ["Europe/Dublin"]),
    ],
)
def test_a_country_or_state_gives_its_zones(name: str, zones: list[str]) -> None:
    assert _zones(name) == zones


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Berln", "Berlin, Germany"),
        ("Sydnye", "Sydney, New South Wales"),
        ("Sdyney, Australia", "Sydney, New South Wales"),
        ("Melborne", "Melbourne, Victoria"),
        ("Los Angles", "Los Angeles, California"),
        ("Colgne", "Köln, Germany"),
        ("Edinbrugh UK", "Edinburgh, Scotland"),
    ],
)
def test_a_typing_mistake_finds_the_nearest_name_and_asks_back(name: str, label: str) -> None:
    (place,) = find_zones(name)

    assert (place.label, place.exact) == (label, False)


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Smallville, Kansas", "Wichita, Kansas"),
        ("Bondi, Sydney, Australia", "Sydney, New South Wales"),
        ("Munich, Bavaria", "Munich, Germany"),
    ],
)
def test_surroundings_stand_in_for_an_unknown_name_and_an_unknown_region_is_asked_back(name: str, label: str) -> None:
    (place,) = find_zones(name)

    assert (place.label, place.exact) == (label, False)


@pytest.mark.parametrize("name", ["no", "yes", "off", "run", "skip", "barbell", "5k", "06:30", "deadlift"])
def test_everyday_words_are_no_places(name: str) -> None:
    assert find_zones(name) == ()


NOWHERE = ["", " ", "\n", "\N{RUNNER}", "\N{RUNNER}, \N{RUNNER}", ",", ", ,", "?", "\ud83d", "\x00"]
NOT_A_NAME = ["a" * 500, "a," * 40, "Factory", "localtime", "../../etc/passwd", "Europe/", "Berlin" * 20]


@pytest.mark.parametrize("name", [*NOWHERE, *NOT_A_NAME])
def test_bad_input_gives_no_place(name: str) -> None:
    assert find_zones(name) == ()


SENTENCES = [
    ("hello i am from Lisboa", "Lisbon, Portugal"),
    ("hi, I'm from Lisboa", "Lisbon, Portugal"),
    ("im in Austin TX", "Austin, Texas"),
    ("near Leeds btw", "Leeds, England"),
    ("in berlin", "Berlin, Germany"),
    ("In Salah", "In Salah, Algeria"),
    ("Of", "Of, Turkey"),
    ("The Hague", "The Hague, The Netherlands"),
    ("Istanbul", "Istanbul, Turkey"),
    ("im sarah from leeds", "Leeds, England"),
    ("im dave, from lisbon", "Lisbon, Portugal"),
    ("hi I'm Tom, I live in Glasgow", "Glasgow, Scotland"),
    ("Newcastle upon Tyne", "Newcastle upon Tyne, England"),
]


@pytest.mark.parametrize(("said", "label"), SENTENCES)
def test_a_place_is_found_in_a_sentence_and_a_name_like_one_stays_whole(said: str, label: str) -> None:
    assert _labels(said) == [label]


@pytest.mark.parametrize("said", ["im in xyzzyville", "I start at home", "just in case"])
def test_a_sentence_around_no_place_finds_none(said: str) -> None:
    assert find_zones(said) == ()


@settings(max_examples=30)
@given(st.text(max_size=120))
def test_any_text_gives_at_most_four_places_of_different_known_zones(name: str) -> None:
    zones = _zones(name)

    assert len(zones) <= MOST_PLACES
    assert len(set(zones)) == len(zones)
    assert set(zones) <= zoneinfo.available_timezones()


def test_a_city_in_a_zone_that_the_locked_package_does_not_know_yet_is_left_out() -> None:
    row = {"name": "Novigrad", "timezone": "Europe/Novigrad", "countrycode": "HR", "admin1code": "", "population": 1}

    assert gazetteer.city_of(row | {"alternatenames": []}, countries={"HR": "Croatia"}) is None
