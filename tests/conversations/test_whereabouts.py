"""Where somebody says to be: the time zone of that place is offered, and changed by a tap alone. In Berlin."""

import pytest

from tests.conversations.conftest import Talker

OFFER = "❓ Shall your days and times follow {zone} from now on?"
NOT_UNDERSTOOD = "🤷 I did not understand that."


@pytest.mark.parametrize(
    ("said", "zone"),
    [
        ("I'm in Lisbon now", "Europe/Lisbon"),
        ("im in lisbon atm", "Europe/Lisbon"),
        ("just landed in Denver for work", "America/Denver"),
        ("currently in new york", "America/New_York"),
        ("travelling, in Tokyo till Friday", "Asia/Tokyo"),
    ],
)
async def test_the_zone_of_where_somebody_is_now_is_offered_and_set_by_a_tap(
    runner: Talker, said: str, zone: str
) -> None:
    *_, offer = await runner.say(said)
    assert offer.text == OFFER.format(zone=zone)
    assert "timezone: Europe/Berlin" in await runner.ask("/settings")
    [stored] = await runner.press(f"Set to {zone}", offer)
    assert stored.text.startswith(f"📌 Time zone {zone};")
    await runner.say("undo")
    assert "timezone: Europe/Berlin" in await runner.ask("/settings")


async def test_the_offer_takes_a_typed_yes_and_a_no(runner: Talker) -> None:
    await runner.say("I'm in Lisbon now")
    await runner.say("no")
    assert "timezone: Europe/Berlin" in await runner.ask("/settings")
    await runner.say("I'm in Lisbon now")
    assert (await runner.ask("yes")).startswith("📌 Time zone Europe/Lisbon;")


async def test_what_is_asked_or_away_beside_it_is_answered_too(runner: Talker) -> None:
    answer, offer = await runner.say("I'm in Lisbon now, can I lift tonight?")
    assert answer.text.startswith("⛔ Not then (19:00)")
    assert offer.text == OFFER.format(zone="Europe/Lisbon")
    away, _ = await runner.say("travelling, in Tokyo till Friday")
    assert away.text.startswith("❓ Away from Mon 2 Mar to Fri 6 Mar.")


async def test_the_zone_that_is_set_already_is_not_offered(runner: Talker) -> None:
    assert await runner.ask("back in Berlin now") == "📖 That is your time zone already: Europe/Berlin."


@pytest.mark.parametrize(
    "said",
    ["I'm in bed now", "I'm in taper now", "in good shape now", "I was in Lisbon last week", "I'm in Xyzzyville now"],
)
async def test_what_names_no_place_where_somebody_is_now_offers_none(runner: Talker, said: str) -> None:
    assert not any("Shall your days" in one.text for one in await runner.say(said))


@pytest.mark.parametrize(("said", "zone"), [("manchester", "Europe/London"), ("New York", "America/New_York")])
async def test_a_bare_city_is_offered_while_the_zone_is_unknown(ada: Talker, said: str, zone: str) -> None:
    assert await ada.ask(said) == OFFER.format(zone=zone)


@pytest.mark.parametrize("said", ["normal", "Never", "best", "Of", "Bath", "the best", "bye", "wet"])
async def test_an_ordinary_word_is_no_city_though_a_small_one_is_called_so(ada: Talker, said: str) -> None:
    assert not any("Shall your days" in one.text for one in await ada.say(said))


async def test_a_small_city_that_somebody_says_to_be_in_is_offered(ada: Talker) -> None:
    assert await ada.ask("I'm in Split now") == OFFER.format(zone="Europe/Zagreb")


@pytest.mark.parametrize(("said", "zone"), [("lisbon", "Europe/Lisbon"), ("Singapore", "Singapore")])
async def test_a_large_place_is_offered_by_its_name_alone(ada: Talker, said: str, zone: str) -> None:
    assert await ada.ask(said) == OFFER.format(zone=zone)


async def test_a_bare_city_right_behind_a_verdict_that_asks_for_one_is_offered(ada: Talker) -> None:
    assert "tell me a city" in await ada.ask("/today")
    assert await ada.ask("leeds") == OFFER.format(zone="Europe/London")


async def test_a_bare_city_from_somebody_whose_zone_is_known_is_none(runner: Talker) -> None:
    assert (await runner.ask("manchester")).startswith(NOT_UNDERSTOOD)


@pytest.mark.parametrize("said", ["blah blah", "hello", "nice", "squat", "same", "done"])
async def test_a_word_that_is_no_city_is_answered_as_ever(ada: Talker, said: str) -> None:
    assert not any("Shall your days" in one.text for one in await ada.say(said))


async def test_the_zone_is_offered_while_a_step_of_the_set_up_waits(ada: Talker) -> None:
    await ada.set_up("/start", "Berlin")
    [*_, offer] = await ada.say("I'm in Lisbon now")
    assert offer.text == OFFER.format(zone="Europe/Lisbon")
    stored, waits = await ada.say("yes")
    assert stored.text.startswith("📌 Time zone Europe/Lisbon;")
    assert "tep 2 of 7" in waits.text


async def test_an_order_for_a_zone_comes_before_where_somebody_is(runner: Talker) -> None:
    assert (await runner.ask("I'm in Lisbon now, timezone Tokyo")).startswith("📌 Time zone Asia/Tokyo;")
