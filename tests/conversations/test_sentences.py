"""Several things in one sentence, and what comes back when a sentence is not understood."""

import pytest

from tests.conversations.conftest import Talker, World


async def test_a_pasted_plan_with_a_question_is_kept_and_answered(ada: Talker) -> None:
    week, page, answer = await ada.say("Mon easy 5k 7am, Thu tempo 7am, Sun long 18k 8am. Which day should I lift?")
    assert week.text.startswith("📌 Your week:\nMon · easy · 07:00 · 5 km\n")
    assert page.text.startswith("📖 Fitting lifts into your week")
    assert answer.text.startswith(("✅ Yes", "🟡 Light only", "⛔ Not today"))


async def test_a_run_sore_legs_and_a_question_are_three_things(runner: Talker) -> None:
    run, soreness, answer = await runner.say("did 30k this morning, hamstrings a 7, can I still pull tonight?")
    assert run.text.startswith("📌 Mon 2 Mar · run · 30 km, done")
    assert soreness.text.startswith("📌 Soreness 7/10.")
    assert answer.text.startswith("⛔ Not then (19:00)")


async def test_what_was_run_is_no_week_in_the_set_up(ada: Talker) -> None:
    for line in ("/start", "Lisbon"):
        await ada.say(line)
    run, soreness, answer = await ada.say("did 10k and hamstrings a 4 can i pull later")
    assert run.text.startswith("📌 Mon 2 Mar · run · 10 km, done")
    assert soreness.text.startswith("📌 Soreness 4/10.")
    assert answer.text.startswith("🟡 Light only")


async def test_a_correction_is_no_answer_about_experience(ada: Talker) -> None:
    for line in ("/start", "Lisbon", "skip"):
        await ada.say(line)
    assert (await ada.ask("no wait it was 110")).startswith("❓ No lift is in your log yet.")


async def test_a_run_told_beside_a_question_that_stands_in_the_week_is_not_doubled(
    runner: Talker, world: World
) -> None:
    [answer] = await runner.say("I've got intervals tomorrow, can I lift today?")
    assert answer.text.startswith("⛔ Not today")
    assert await world.store.run(lambda records: records.dated_runs.of(runner.person.id)) == ()


async def test_a_weekly_run_gets_its_new_time_in_the_half_of_the_day_it_was_in(runner: Talker) -> None:
    [stored] = await runner.say("intervals is 6:15 now")
    assert "Tue · intervals · 18:15" in stored.text
    await runner.press("Undo", stored)
    assert "Tue · intervals · 18:00" in await runner.ask("/schedule")


async def test_a_new_time_of_runs_at_several_times_is_asked_about(runner: Talker) -> None:
    assert (await runner.ask("run is at 7 now")).startswith("❓ Which run is at 07:00 now?")
    assert "Tue · intervals · 18:00" in await runner.ask("/schedule")


@pytest.mark.parametrize(
    ("said", "stored"),
    [
        ("I live in Lisbon", "📌 Time zone Europe/Lisbon"),
        ("been lifting for about 3 years", "📌 lifting: since 2023-03-02"),
        ("only got kettlebells at home", "📌 equipment: kettlebell"),
        ("kilos not lbs", "📌 units: kg"),
    ],
)
async def test_settings_said_in_passing_are_kept(said: str, stored: str, runner: Talker) -> None:
    assert (await runner.ask(said)).startswith(stored)


@pytest.mark.parametrize(
    "said",
    [
        "say I only slept 4 hours, would you still let me lift",
        "my coach did 3x5 at 180 this morning",
        "read an article saying you should deadlift 3x5 twice a week",
        "I could go for a run later idk",
        "if I ran 20k on sunday would I be able to lift monday?",
    ],
)
async def test_what_is_only_supposed_or_somebody_elses_is_not_kept(said: str, runner: Talker) -> None:
    assert all(not message.text.startswith("📌") for message in await runner.say(said))


async def test_what_is_not_understood_offers_its_likeliest_readings(runner: Talker) -> None:
    [unsure] = await runner.say("blah tempo hmm whatever")
    assert unsure.text.startswith("🤷")
    assert unsure.labels == ["A run on one day", "Can I deadlift today?", "My running week"]
    [usage] = await runner.press("A run on one day", unsure)
    assert usage.text.startswith("⚠️")


async def test_a_race_that_moves_takes_its_name_and_priority_along(runner: Talker) -> None:
    await runner.say("Berlin half marathon on 2026-04-12")
    [moved] = await runner.say("the half got moved to april 19")
    assert moved.text.startswith("📌 Race: Berlin half marathon (A), Sun 19 Apr, moved from Sun 12 Apr")
    assert "19 Apr" in await runner.ask("/race")
    await runner.press("Undo", moved)
    assert "12 Apr" in await runner.ask("/race")


async def test_a_race_that_is_called_off_leaves_the_calendar(runner: Talker) -> None:
    await runner.say("10k race on 2026-03-07")
    [gone] = await runner.say("the 10k on saturday got cancelled")
    assert gone.text.startswith("📌 Removed: 10 k (A), Sat 7 Mar")
    assert "Mar" not in await runner.ask("/race")


async def test_a_planned_run_gets_its_new_length_and_stays_one_run(runner: Talker, world: World) -> None:
    [stored] = await runner.say("long run this sunday is 26k not 22")
    assert stored.text.startswith("📌 Sun 8 Mar · long run · 08:00")
    assert "26 km" in stored.text
    entries = await world.store.run(lambda records: records.dated_runs.of(runner.person.id))
    assert [one.replaces for _, one in entries] == [True]


async def test_runs_and_lift_times_told_together_are_two_things(runner: Talker) -> None:
    week, lifts = await runner.say("I run mon wed sat and I lift tue 18:00 and fri 18:00")
    assert week.text.startswith("📌 Your week:\nMon · run")
    assert "Tue" not in week.text
    assert lifts.text.startswith("📌 Your lift times:\nTue 18:00 ")
    assert "\nFri 18:00 " in lifts.text
    assert "Mon 18:00" not in lifts.text


async def test_a_run_dropped_for_good_is_no_single_day_off(runner: Talker) -> None:
    [shown] = await runner.say("ive dropped the friday run for good, just 3 days now: tue thu sun")
    assert shown.text.startswith("❓ Shall I change only Fri")


async def test_a_lift_that_was_not_done_is_not_logged(runner: Talker) -> None:
    [unsure] = await runner.say("can't do 3x4 at 100")
    assert unsure.text.startswith("🤷")


async def test_a_day_left_open_in_a_pasted_week_is_asked_about_and_takes_no_other_days_run(ada: Talker) -> None:
    for line in ("/start", "Lisbon"):
        await ada.say(line)
    [asked] = await ada.say("mon easy tue track 7pm thu ?? sun long")
    assert asked.text.startswith('❓ "thu": what kind of run is it')
    assert "Thu · long" not in asked.text


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("use pounds and miles", ("units: lb", "distance: mi")),
        ("running 4 years and lifting 2", ("running: since 2022-03-02", "lifting: since 2024-03-02")),
    ],
)
async def test_settings_told_together_are_all_kept(runner: Talker, told: str, kept: tuple[str, ...]) -> None:
    await runner.say(told)
    shown = (await runner.ask("/settings")).splitlines()
    assert set(kept) <= set(shown)


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ("i have a fever of 38.5, can i deadlift on friday?", "Fever"),
        ("i have the flu, can i deadlift on friday?", "You are ill"),
        ("slept 3 hours, can i lift tonight?", "3 h of sleep"),
        ("hamstrings are an 8, can i lift tonight?", "Soreness 8/10"),
    ],
)
async def test_how_the_body_is_counts_for_what_is_asked_beside_it(runner: Talker, told: str, why: str) -> None:
    answers = await runner.say(told)
    verdict = next(one.text for one in answers if one.text.startswith(("✅", "🟡", "⛔")))
    assert why in verdict
