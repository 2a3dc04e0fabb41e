"""Parkruns that are only jogged: they hold no lift back any more, and nobody is told to hold one on another day."""

from tests.conversations.conftest import EXPERIENCED, Talker, World

PARKRUN_WEEK = "/schedule Tue 18:00 intervals, Sat 09:00 parkrun, Sun 08:00 long"


async def _with_parkrun(world: World) -> Talker:
    ada = world.person("Ada")
    await ada.set_up(*EXPERIENCED, PARKRUN_WEEK)
    return ada


async def test_a_parkrun_that_is_jogged_is_easy_in_every_week(world: World) -> None:
    ada = await _with_parkrun(world)
    assert (await ada.ask("can I lift friday 18:00")).startswith("⛔ Not then")
    [eased] = await ada.say("it's not a race, just an easy 5k")
    assert "Sat · easy · 09:00 · 5 km" in eased.text
    assert (await ada.ask("can I lift friday 18:00")).startswith("✅ Yes")
    assert (await ada.ask("can I lift 2026-03-13 18:00")).startswith("✅ Yes")
    await ada.press("Undo", eased)
    assert (await ada.ask("can I lift friday 18:00")).startswith("⛔ Not then")


async def test_one_saturday_is_easy_and_the_next_one_is_a_race_again(world: World) -> None:
    ada = await _with_parkrun(world)
    [eased] = await ada.say("why is saturday a race? I told you it's easy")
    assert eased.text.startswith("📌 Sat 7 Mar · easy · 09:00")
    assert (await ada.ask("can I lift friday 18:00")).startswith("✅ Yes")
    assert (await ada.ask("can I lift 2026-03-13 18:00")).startswith("⛔ Not then")


async def test_a_confirmed_race_that_is_jogged_after_all_is_no_race(runner: Talker) -> None:
    [_, asked] = await runner.say("saturday is parkrun")
    await runner.press("Yes, taper", asked)
    assert (await runner.ask("can I lift friday 18:00")).startswith("⛔ Not then")
    assert (await runner.ask("saturday is not a race, I jog it")).startswith("📌 Sat 7 Mar · easy")
    assert "7 Mar" not in await runner.ask("/race")


async def test_whether_to_taper_is_answered_with_easy(runner: Talker) -> None:
    [_, asked] = await runner.say("saturday is parkrun")
    await runner.press("No, I run it easy", asked)
    assert "Race" not in await runner.ask("can I lift friday 18:00")


async def test_no_race_to_ease_is_said(runner: Talker) -> None:
    assert (await runner.ask("it's not a race, just an easy 5k")).startswith("⚠️")


async def test_a_parkrun_is_never_put_on_another_day(world: World) -> None:
    ada = await _with_parkrun(world)
    [answer] = await ada.say("can I lift friday 18:00")
    offered = [label for label in answer.labels if "race" in label.lower()]
    assert offered == ["Drop race Sat 7 Mar 09:00"]
