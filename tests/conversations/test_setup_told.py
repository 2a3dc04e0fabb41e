"""What is told while the set-up asks for the place or the week and belongs elsewhere is read like anywhere else."""

import pytest

from tests.conversations.conftest import Talker

ASKS_ZONE = ("/start",)
ASKS_WEEK = ("/start", "Berlin")
STEPS = [pytest.param(ASKS_ZONE, 1, id="place"), pytest.param(ASKS_WEEK, 2, id="week")]

LIFTS = [
    ("deadlifted 3x4 at 100kg yesterday", "Sun 1 Mar 12:00 · deadlift 3 × 4 at 100 kg"),
    ("did 3x5 at 80 this morning", "today 07:00 · deadlift 3 × 5 at 80 kg"),
    ("I squatted 3x5 at 80 yesterday", "Sun 1 Mar 12:00 · squat 3 × 5 at 80 kg"),
    ("3x4x100 yesterday @8", "Sun 1 Mar 12:00 · deadlift 3 × 4 at 100 kg (2 in reserve)"),
    ("did deadlifts on saturday, 3x5 at 100", "Sat 28 Feb 12:00 · deadlift 3 × 5 at 100 kg"),
    ("bench 3x5 80 saturday", "Sat 28 Feb 12:00 · other lift 3 × 5 at 80 kg"),
]


@pytest.mark.parametrize(("steps", "number"), STEPS)
@pytest.mark.parametrize(("text", "lift"), LIFTS)
async def test_a_lift_is_logged_and_the_step_waits(
    ada: Talker, steps: tuple[str, ...], number: int, text: str, lift: str
) -> None:
    await ada.set_up(*steps)
    stored, *_, step = await ada.say(text)
    assert stored.text.startswith(f"📌 {lift}")
    assert step.text.startswith(f"❓ Set-up, step {number} of 7, waits")
    assert "no running week" in await ada.ask("/schedule")


@pytest.mark.parametrize(("steps", "number"), STEPS)
async def test_a_lift_that_is_half_told_is_asked_about(ada: Talker, steps: tuple[str, ...], number: int) -> None:
    await ada.set_up(*steps)
    [asked] = await ada.say("deadlifted yesterday")
    assert asked.text == '❓ "deadlifted yesterday": how many sets and reps, for example 3x4?'
    stored, *_, step = await ada.say("3x4 at 100")
    assert stored.text.startswith("📌 Sun 1 Mar 12:00 · deadlift 3 × 4 at 100 kg")
    assert step.text.startswith(f"❓ Set-up, step {number} of 7, waits")


@pytest.mark.parametrize("text", ["race: marathon on 4 october", "marathon 4 oct"])
async def test_a_race_is_kept_as_a_race(ada: Talker, text: str) -> None:
    await ada.set_up(*ASKS_WEEK)
    stored, step = await ada.say(text)
    assert stored.text == "📌 Race: marathon (A), Sun 4 Oct"
    assert step.text.startswith("❓ Set-up, step 2 of 7, waits")


WEEK = "Tue intervals 6pm, Sun long 18k 8am"
WEEK_ECHO = "📌 Your week:\nTue · intervals · 18:00\nSun · long run · 08:00 · 18 km"

BESIDE_WEEK = [
    (f"{WEEK}, remind me at 6:30", ["📌 reminder: 06:30"], 4),
    (f"{WEEK}, wake me at 6:30", ["📌 reminder: 06:30"], 4),
    (f"remind me at 6:30 and I run {WEEK}", ["📌 reminder: 06:30"], 4),
    (
        f"{WEEK}. I've been running 5 years and lifting 3 years, remind me at 6:30",
        ["📌 running: since 2021-03-02", "📌 lifting: since 2023-03-02", "📌 reminder: 06:30"],
        6,
    ),
    (f"{WEEK} and i have a marathon on 4 october", ["📌 Race: marathon (A), Sun 4 Oct"], 4),
    (f"{WEEK}\nRace: half marathon 27 September", ["📌 Race: half marathon (A), Sun 27 Sep"], 4),
    (f"{WEEK} and I lift on Thursday evening", ['❓ At what time is "I lift on Thursday evening"?'], 4),
    (
        f"{WEEK}. Been running 5 years and lifting 2",
        ["📌 running: since 2021-03-02", "📌 lifting: since 2024-03-02"],
        6,
    ),
    (f"{WEEK}, kilos please", ["📌 units: kg"], 4),
    (f"{WEEK}. No pings after 9pm", ["📌 quiet: 21:00-06:00"], 4),
]


@pytest.mark.parametrize(("text", "told", "number"), BESIDE_WEEK)
async def test_what_is_told_beside_the_week_is_kept_and_spoils_no_run(
    ada: Talker, text: str, told: list[str], number: int
) -> None:
    await ada.set_up(*ASKS_WEEK)
    *kept, step = await ada.say(text)
    assert sorted(one.text for one in kept) == sorted([*told, WEEK_ECHO])
    assert step.text.startswith(f"❓ Step {number} of 7")


async def test_a_lift_time_beside_the_week_is_kept(ada: Talker) -> None:
    await ada.set_up(*ASKS_WEEK)
    lifts, week, _ = await ada.say(f"{WEEK} and I deadlift fridays at 7pm")
    assert lifts.text.startswith("📌 Your lift times:\nFri 19:00")
    assert week.text == WEEK_ECHO


PLACES = [
    f"I live in Berlin. {WEEK}",
    f"I live in Berlin and run {WEEK}",
    f"I'm Peter from Berlin and I run {WEEK}",
    f"Berlin, {WEEK}",
    f"{WEEK}. I live in Berlin",
]


@pytest.mark.parametrize("text", PLACES)
async def test_a_place_and_a_week_are_told_at_once(ada: Talker, text: str) -> None:
    await ada.set_up(*ASKS_ZONE)
    *kept, step = await ada.say(text)
    assert {one.text.split(";")[0] for one in kept} >= {WEEK_ECHO}
    assert any(one.text.startswith("📌 Time zone Europe/Berlin") for one in kept)
    assert step.text.startswith("❓ Step 4 of 7")


async def test_everything_is_told_in_one_breath(ada: Talker) -> None:
    await ada.set_up(*ASKS_ZONE)
    *kept, step = await ada.say(
        f"I live in New York and run {WEEK}, been running 5 years and lifting 2 years, remind me at 6:30"
    )
    first, *others = (one.text for one in kept)
    assert first.startswith("📌 Time zone America/New_York")
    assert others == [
        "📌 running: since 2021-03-02",
        "📌 lifting: since 2024-03-02",
        "📌 reminder: 06:30",
        WEEK_ECHO,
    ]
    assert step.text.startswith("❓ Step 6 of 7")


async def test_what_waits_for_a_place_is_not_lost(ada: Talker) -> None:
    await ada.set_up(*ASKS_ZONE)
    *kept, step = await ada.say(f"I'm from Hamburg. {WEEK}. Remind me at 7")
    week, zone, reminder = (one.text for one in kept)
    assert (week, reminder) == (WEEK_ECHO, "📌 reminder: 07:00")
    assert zone.startswith("📌 Time zone Europe/Berlin, for Hamburg")
    assert step.text.startswith("❓ Set-up, step 4 of 7, waits")


async def test_a_week_is_kept_beside_pain(ada: Talker) -> None:
    await ada.set_up(*ASKS_WEEK)
    week, pain, answer = await ada.say(f"{WEEK}. My knee hurts.")
    assert week.text == WEEK_ECHO
    assert pain.text.startswith("📌 Pain noted")
    assert answer.text.startswith("⛔ Not today")
    *_, step = await ada.say("5 years")
    assert step.text.startswith("❓ Step 5 of 7")


async def test_a_pain_after_runs_is_no_week(ada: Talker) -> None:
    await ada.set_up(*ASKS_WEEK)
    pain, _ = await ada.say("my achilles hurts after tue intervals, thu tempo and sun long run")
    assert pain.text.startswith("📌 Pain noted")
    assert "no running week" in await ada.ask("/schedule")


async def test_how_the_body_is_is_kept_beside_the_week(ada: Talker) -> None:
    await ada.set_up(*ASKS_WEEK)
    texts = [one.text for one in await ada.say(f"{WEEK}, and I slept 4 hours")]
    assert texts[0] == "📌 Slept 4 h."
    assert WEEK_ECHO in texts
