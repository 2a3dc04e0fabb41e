"""Questions that hang on the answer before them."""

import datetime as dt

import pytest

from tests.conversations.conftest import EXPERIENCED, WEEK, Clock, Talker, World

LIGHT = ("what if I go light", "and light?", "wat about light", "just light then?", "and if i take only 60 kg?")


@pytest.mark.parametrize("text", LIGHT)
async def test_light_is_asked_about_the_day_of_the_answer(text: str, runner: Talker) -> None:
    await runner.ask("can I lift wednesday?")
    [answer] = await runner.say(text)
    assert answer.text.startswith("⛔ Not then (Wed)")
    assert "Light does not change that" in answer.text


async def test_light_on_a_heavy_day_comes_with_its_dose(runner: Talker) -> None:
    assert (await runner.ask("can I lift friday?")).startswith("✅ Yes")
    [answer] = await runner.say("what about a light session")
    assert "Light is fine as well:\n3 × 5" in answer.text


async def test_light_at_a_moment_stays_at_that_moment(runner: Talker) -> None:
    assert (await runner.ask("can I lift tuesday 7:00?")).startswith("🟡 Light only (Tue 07:00)")
    assert (await runner.ask("light ok then?")).startswith("🟡 Light only (Tue 07:00)")


async def test_a_load_over_what_is_light_is_said(runner: Talker) -> None:
    await runner.say("/log 2026-02-20 18:00 deadlift 1x3 100kg rpe 9")
    await runner.ask("can I lift friday?")
    assert "90 kg is no light weight for you" in await runner.ask("what if I only do 90 kg?")
    assert "no light weight" not in await runner.ask("what if I only do 50 kg?")


async def test_that_day_and_now_and_another_hour_of_it(runner: Talker) -> None:
    await runner.ask("can I lift friday?")
    assert (await runner.ask("k can i lift then")).startswith("✅ Yes (Fri)")
    assert (await runner.ask("and in the evening?")).startswith("✅ Yes (Fri 18:00)")
    assert (await runner.ask("what about 20:00")).startswith("✅ Yes (Fri 20:00)")
    assert (await runner.ask("and now")).startswith("⛔ Not then")


async def test_what_names_its_day_is_about_that_day(runner: Talker) -> None:
    await runner.ask("can I lift friday?")
    assert (await runner.ask("and tonight?")).startswith("⛔ Not then (19:00)")
    assert "(Tue)" in (await runner.ask("ok wat bout tmrw")).splitlines()[0]


async def test_without_an_answer_or_long_after_it_light_is_a_question_to_the_guide(world: World, clock: Clock) -> None:
    ada = world.person("Ada")
    await ada.set_up(*EXPERIENCED, WEEK)
    assert (await ada.ask("what if I go light")).startswith("📖")
    await ada.ask("can I lift friday?")
    clock.at += dt.timedelta(hours=4)
    assert (await ada.ask("what if I go light")).startswith("📖")


@pytest.mark.parametrize(
    "text",
    [
        "how light should the bar be",
        "my legs feel light",
        "just 60 kg",
        "light jog tomorrow",
        "is light enough for strength",
    ],
)
async def test_what_stands_by_itself_hangs_on_no_answer(text: str, runner: Talker) -> None:
    await runner.ask("can I lift friday?")
    assert all("(Fri" not in reply.text.splitlines()[0] for reply in await runner.say(text))


@pytest.mark.parametrize("said", ["Ok then drop the tempo", "right then, drop the tempo", "fine, skip the tempo"])
async def test_an_order_behind_a_nod_is_done_and_can_be_undone(runner: Talker, said: str) -> None:
    await runner.say("can I deadlift tomorrow?")
    [stored] = await runner.say(said)
    assert stored.text == "📌 tempo Thu 5 Mar 06:30: skipped"
    assert "Undo" in stored.labels
    assert "tempo · 06:30" in await runner.ask("undo")
