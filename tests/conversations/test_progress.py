"""`/progress`: what the log adds up to, in commands, buttons and words; honest where it says little.

The clock begins on Monday, 2 March 2026, 10:00 in Berlin. 100 kg for 4 with 2 in reserve make 118.1 kg (118.0645).
"""

import datetime as dt

import pytest

from bot.training.lifts import Exercise, Lift, LiftSet
from tests.conversations.conftest import MONDAY_MORNING, Talker, World

HEAVY = "/log 2026-02-26 18:00 deadlift 3x4 100kg rpe 8"


async def test_nothing_logged_is_said_with_the_way_to_log(runner: Talker) -> None:
    [answer] = await runner.say("/progress")
    assert answer.text.startswith("🤷 Nothing to show yet: no deadlift is logged.")
    assert answer.labels == ["Log a lift"]


async def test_a_log_without_effort_says_why_there_is_no_estimate_and_what_helps(runner: Talker) -> None:
    await runner.set_up("/log 2026-02-26 18:00 deadlift 3x4 100kg")
    told = (await runner.ask("/progress")).split("\n")
    assert told[0] == "Progress: deadlift"
    assert told[1].startswith("No estimated 1RM yet: no set says how hard it felt")
    assert "rpe 8" in told[1]
    assert told[2] == "Heaviest: 1 × 4 at 100 kg, Thu 26 Feb"


async def test_one_session_is_told_without_any_claim(runner: Talker) -> None:
    await runner.set_up(HEAVY)
    assert (await runner.ask("/progress")).split("\n") == [
        "Progress: deadlift",
        "Estimated 1RM 118.1 kg ± 5 %, the best of 12 weeks.",
        "No older estimate to compare it with yet.",
        "Best and heaviest set: 1 × 4 at 100 kg (2 in reserve), Thu 26 Feb",
        "This week, all deadlifts: none yet",
        "Heavy and light days: 1 and 0 in 4 weeks, 1 and 0 in 12. Your base phase has room for 2 heavy a week.",
        "Weeks in a row with a deadlift: 1 (longest: 1)",
        'How your hard runs go after lifts: nobody told me yet. Say "tempo felt awful" or "tempo went as planned".',
    ]


async def test_an_estimate_that_the_log_refutes_is_said_to_be_too_low_and_stays(runner: Talker) -> None:
    """120 kg for 5 with 3 in reserve is r = 8 and would make 150.5 kg."""
    await runner.set_up(HEAVY)
    low = (
        "Likely too low: 1 × 5 at 120 kg (3 in reserve), Mon 2 Mar, shows more, but sets of over 6 reps, in reserve"
        " included, make no estimate."
    )
    logged, *_ = await runner.say("/log today 08:00 deadlift 5x120kg rpe 7")
    assert logged.text.split("\n")[2:4] == ["Estimated 1RM 118.1 kg, give or take 5 %.", low]
    told = (await runner.ask("/progress")).split("\n")
    assert told[1:3] == ["Estimated 1RM 118.1 kg ± 5 %, the best of 12 weeks.", low]


async def test_a_heavier_single_without_its_effort_refutes_an_estimate_too(runner: Talker) -> None:
    await runner.set_up(HEAVY)
    logged, *_ = await runner.say("/log today 08:00 deadlift 1x1 125kg")
    assert logged.text.split("\n")[3] == (
        "Likely too low: 1 × 1 at 125 kg, Mon 2 Mar, shows more, but a set makes no estimate without its effort."
    )


async def test_the_progress_is_a_picture_with_the_same_facts_below(runner: Talker) -> None:
    await runner.set_up(HEAVY)
    [answer] = await runner.say("/progress")
    assert answer.data["photo"]
    assert answer.data["caption"].startswith("Progress: deadlift\nEstimated 1RM 118.1 kg ± 5 %")


async def test_a_clear_change_is_told_and_a_small_one_is_none(runner: Talker) -> None:
    """103 kg is 3 % more, 110 kg is 10 % more."""
    await runner.set_up("/log 2026-01-20 18:00 deadlift 3x4 100kg rpe 8", "/log today 08:00 deadlift 3x4 103kg rpe 8")
    assert "4 weeks ago 118.1 kg: no clear change." in await runner.ask("/progress")
    await runner.set_up("/log today 09:00 deadlift 3x4 110kg rpe 8")
    told = await runner.ask("/progress")
    assert "4 weeks ago 118.1 kg: up 10 %." in told
    assert "Best and heaviest set: 1 × 4 at 110 kg (2 in reserve), Mon 2 Mar · new" in told


async def test_who_counts_in_pounds_sees_pounds(runner: Talker) -> None:
    """118.0645 kg are 260.3 lb; three sets of four at 100 kg are 1,200 kg or 2,646 lb."""
    await runner.set_up("/log today 08:00 deadlift 3x4 100kg rpe 8", "/set units lb")
    told = await runner.ask("/progress")
    assert "Estimated 1RM 260.3 lb ± 5 %" in told
    assert "This week, all deadlifts: 3 sets, 12 reps, 2646 lb in all" in told
    assert "kg" not in told


async def test_another_exercise_is_a_button_a_word_and_a_sentence(runner: Talker) -> None:
    await runner.set_up(HEAVY, "/log today 08:00 trap bar 3x4 120kg rpe 8")
    [answer] = await runner.say("/progress trap bar")
    assert answer.text.startswith("Progress: trap bar deadlift\nEstimated 1RM 141.7 kg")
    [answer] = await runner.press("deadlift")
    assert answer.text.startswith("Progress: deadlift\nEstimated 1RM 118.1 kg")
    [answer] = await runner.press("trap bar deadlift")
    assert answer.text.startswith("Progress: trap bar deadlift")
    assert (await runner.ask("what's my 1RM for trap bar?")).startswith("Progress: trap bar deadlift")


@pytest.mark.parametrize(
    "said",
    [
        "how am I progressing?",
        "what's my 1RM",
        "my e1RM?",
        "show my progress",
        "am I getting stronger",
        "what was my best set",
    ],
)
async def test_sentences_do_what_the_command_does(runner: Talker, said: str) -> None:
    await runner.set_up(HEAVY)
    assert await runner.ask(said) == await runner.ask("/progress")


async def test_a_question_of_form_gets_its_topic(runner: Talker) -> None:
    await runner.set_up(HEAVY)
    assert (await runner.say("how do I get stronger off the floor"))[0].text.startswith(
        "🤷 Slow and weak points of the pull"
    )


@pytest.mark.parametrize(
    ("said", "mark"), [("/progress blorp", "⚠️"), ("/progress squat", "🤷"), ("what's my 1RM for squat?", "🤷")]
)
async def test_of_anything_but_deadlifts_it_says_what_it_follows(runner: Talker, said: str, mark: str) -> None:
    assert (await runner.ask(said)).startswith(f"{mark} I follow deadlifts")


async def test_an_exercise_that_was_never_logged_is_said(runner: Talker) -> None:
    await runner.set_up(HEAVY)
    assert await runner.ask("/progress kettlebell") == "🤷 No kettlebell deadlift is logged yet."


async def test_a_pause_does_not_break_the_streak(runner: Talker, world: World) -> None:
    await runner.set_up("/log today 08:00 deadlift 3x4 100kg rpe 8")
    world.clock.go_on(days=7)
    await runner.set_up("/pause 7")
    world.clock.go_on(days=8)
    await runner.set_up("/log today 08:00 deadlift 3x4 100kg rpe 8")
    told = await runner.ask("/progress")
    assert "Weeks in a row with a deadlift: 2 (longest: 2), 1 left out for a pause, illness or health" in told


async def test_an_ended_pause_excuses_only_the_weeks_it_lasted(runner: Talker, world: World) -> None:
    """It lasts from Tuesday, 3 March, to the 10th; the week of the 16th has neither a lift nor a pause."""
    await runner.set_up("/log 2026-02-26 18:00 deadlift 3x4 100kg rpe 8")
    world.clock.go_on(days=1)
    await runner.set_up("/pause 28")
    world.clock.go_on(days=7)
    await runner.set_up("/resume")
    assert "Weeks in a row with a deadlift: 1 (longest: 1), 2 left out" in await runner.ask("/progress")
    world.clock.go_on(days=14)
    assert "Weeks in a row with a deadlift: 0 (longest: 1)\n" in await runner.ask("/progress")


async def test_a_pause_that_is_ended_at_once_is_none(runner: Talker) -> None:
    await runner.set_up("/log today 08:00 deadlift 3x4 100kg rpe 8", "/pause 28", "/resume")
    assert "Weeks in a row with a deadlift: 1 (longest: 1)\n" in await runner.ask("/progress")


async def test_an_illness_does_not_break_the_streak(runner: Talker, world: World) -> None:
    await runner.set_up("/log today 08:00 deadlift 3x4 100kg rpe 8")
    world.clock.go_on(days=7)
    await runner.set_up("/checkin ill 38.5")
    world.clock.go_on(days=3)
    await runner.set_up("/checkin well")
    world.clock.go_on(days=5)
    await runner.set_up("/log today 08:00 deadlift 3x4 100kg rpe 8")
    assert "Weeks in a row with a deadlift: 2 (longest: 2), 1 left out" in await runner.ask("/progress")


@pytest.mark.parametrize(
    ("told", "room"),
    [
        (
            "/set lifting new",
            "No room for heavy lifts for now. Deadlift sessions logged: 1 of the first 12. Technique first, so light.",
        ),
        ("/health age 13-17", "No room for heavy lifts for now. "),
    ],
)
async def test_who_is_held_light_has_no_room_for_heavy_lifts(runner: Talker, told: str, room: str) -> None:
    await runner.set_up(HEAVY)
    [asked, *_] = await runner.say(told)
    if asked.text.startswith("❓"):
        await runner.press("Keep it", asked)
    answer = await runner.ask("/progress")
    assert f" in 12. {room}" in answer
    assert "has room for" not in answer


async def test_reports_of_hard_runs_are_counted_and_few_say_nothing(runner: Talker, world: World) -> None:
    """Intervals are on Tuesdays at 18:00: 10 hours after Tuesday's lift, and in the week after it after none."""
    world.clock.go_on(days=1)
    await runner.set_up("/log today 08:00 deadlift 3x4 100kg rpe 8")
    world.clock.go_on(hours=10)
    await runner.set_up("intervals felt awful")
    world.clock.go_on(days=7)
    await runner.set_up("intervals went as planned")
    assert (
        "Hard runs worse than planned: 1 of 1 within 24 h after a lift, 0 of 0 from there to 48 h, 0 of 1 otherwise."
        " Too few to call it a difference: that takes 5 of each."
    ) in await runner.ask("/progress")


async def test_while_a_red_flag_stands_only_help_is_offered(runner: Talker) -> None:
    await runner.set_up(HEAVY)
    await runner.say("chest pain while lifting")
    for said in ("/progress", "how am I progressing?"):
        assert (await runner.say(said))[-1].text.startswith("🩺")


async def test_a_long_log_is_one_message_with_the_newest_facts(runner: Talker, world: World) -> None:
    """A thousand lifts, every third day at 07:00 UTC; the lightest is the last, 0.1 kg at a time.

    The first is 2,997 days ago: 428 weeks and a day, which was a Sunday, so 430 weeks hold one.
    """
    first = MONDAY_MORNING.replace(hour=7) - dt.timedelta(days=3 * 999)
    work = [LiftSet(reps=4, weight_kg=200 - n / 10, rir=2) for n in range(1000)]
    lifts = [
        Lift(at=first + dt.timedelta(days=3 * n), exercise=Exercise.DEADLIFT, sets=(one,) * 3)
        for n, one in enumerate(work)
    ]
    owner = runner.person.id
    await world.store.run(lambda records: [records.lifts.add(owner, lift) for lift in lifts])
    [answer] = await runner.say("/progress")
    assert "Heaviest" not in answer.text
    assert "Best and heaviest set: 1 × 4 at 200 kg (2 in reserve)" in answer.text
    assert "Weeks in a row with a deadlift: 430 (longest: 430)" in answer.text
    assert len(answer.text) < 1024
