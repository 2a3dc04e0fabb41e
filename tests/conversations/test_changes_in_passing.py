"""Changes that are told in a sentence of their own words: swaps, races given up, jet lag without hours."""

from tests.conversations.conftest import Talker, World


async def test_a_day_without_a_run_has_nothing_to_swap(runner: Talker, world: World) -> None:
    assert (await runner.ask("swap saturday and sunday this week")).startswith("⚠️")
    assert await world.store.run(lambda records: records.dated_runs.of(runner.person.id)) == ()


async def test_intervals_and_the_long_run_change_places(runner: Talker, world: World) -> None:
    [swapped] = await runner.say("swap tuesday intervals with sunday's long run")
    assert "moved from Tue 3 Mar" in swapped.text
    assert "moved from Sun 8 Mar" in swapped.text
    await runner.press("Undo", swapped)
    assert await world.store.run(lambda records: records.dated_runs.of(runner.person.id)) == ()


async def test_a_race_without_its_date_is_given_up(runner: Talker) -> None:
    await runner.say("Berlin half marathon on 2026-04-12")
    [gone] = await runner.say("cancelled my entry for the half marathon as work got in the way")
    assert gone.text.startswith("📌 Removed: Berlin half marathon (A), Sun 12 Apr")
    await runner.press("Undo", gone)
    assert "12 Apr" in await runner.ask("/race")


async def test_which_race_is_given_up_is_asked_when_none_or_several_are_meant(runner: Talker) -> None:
    await runner.say("Berlin half marathon on 2026-04-12")
    await runner.say("Leipzig half marathon on 2026-05-10")
    [asked] = await runner.say("pulled out of the half marathon")
    assert "12 Apr" in asked.text
    assert "10 May" in asked.text


async def test_jet_lag_without_hours_asks_how_far(runner: Talker) -> None:
    [asked] = await runner.say("so jet lagged")
    assert asked.text.startswith("❓")
    assert len(asked.labels) == 2


async def test_being_well_beside_sleep_keeps_the_sleep_of_somebody_who_was_not_ill(runner: Talker) -> None:
    stored, answer = await runner.say("finally over that cold. slept 4 hours")
    assert stored.text.startswith("📌 Slept 4 h.")
    assert answer.text.startswith(("✅", "🟡", "⛔"))
