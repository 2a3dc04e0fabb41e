"""A clinician's no: asked about, kept with consent, counted before everything, and over when they say yes."""

import json

import pytest

from tests.conversations.conftest import Talker, World

NO = "Your clinician wants no lifting through Sun 15 Mar, and that stands before my rules."
OPEN = "Your clinician wants no deadlifts, and that stands before my rules."


async def keep(runner: Talker, said: str) -> str:
    """Tell of a no and let it be kept; return what was stored."""
    await runner.say(said)
    kept, _ = await runner.press("Keep it")
    return kept.text


async def test_a_no_is_answered_at_once_and_may_be_kept(runner: Talker) -> None:
    [answer] = await runner.say("doctor says no lifting for 2 weeks")
    assert answer.text.startswith("❓ Then leave the bar through Sun 15 Mar")
    assert 'May I keep "No lifting (clinician\'s word), through Sun 15 Mar"' in answer.text
    assert answer.labels == ["Keep it", "No, forget it"]
    kept, today = await runner.press("Keep it")
    assert kept.text.startswith("📌 Kept: No lifting (clinician's word), through Sun 15 Mar.")
    assert "no yes and no lift reminder" in kept.text
    assert kept.labels == ["Undo"]
    assert today.text.startswith(f"⛔ Not today\n{NO}")


async def test_the_next_window_is_the_first_one_behind_it(runner: Talker) -> None:
    await keep(runner, "doctor says no lifting for 10 days")
    answer = await runner.ask("/today")
    # Thursday at 18:00 is 11 h after that day's tempo, and three days before the long run.
    assert "Thu 12 Mar 18:00" in answer


@pytest.mark.parametrize(
    "question",
    ["can I deadlift tomorrow?", "/today friday", "can i lift on sunday evening?", "what if I skip tuesday's run?"],
)
async def test_no_question_gets_a_yes_while_it_stands(runner: Talker, question: str) -> None:
    await keep(runner, "doctor says no lifting for 2 weeks")
    [answer, *_] = await runner.say(question)
    assert answer.text.startswith("⛔ Not")
    assert "Your clinician wants no lifting" in answer.text


async def test_it_ends_with_the_day_that_was_named(runner: Talker, world: World) -> None:
    await keep(runner, "doctor says no lifting for 10 days")
    assert (await runner.ask("can I deadlift on 13 March at 18:00?")).startswith("✅ Yes")
    world.clock.go_on(days=9)
    assert "Your clinician wants no lifting through Wed 11 Mar" in await runner.ask("/today")
    world.clock.go_on(days=1)
    assert "clinician" not in await runner.ask("/today")


async def test_without_consent_it_is_answered_and_not_kept_and_that_is_said(runner: Talker) -> None:
    await runner.say("doctor says no lifting for 2 weeks")
    [dropped] = await runner.press("No, forget it")
    assert dropped.text.startswith("📖 Then I keep nothing of it")
    assert "clinician" not in await runner.ask("/today")
    assert "clinician" not in await runner.ask("/privacy")


async def test_until_it_is_settled_what_is_answered_counts_it_in(runner: Talker) -> None:
    await runner.say("doctor says no lifting for 2 weeks")
    answer = await runner.ask("can I deadlift tomorrow?")
    assert answer.startswith("⛔ Not then")
    assert NO in answer
    assert "Answered as for: No lifting (clinician's word), through Sun 15 Mar, which you told me of." in answer


async def test_undo_takes_it_back(runner: Talker) -> None:
    await runner.say("physio forbade deadlifts")
    kept, today = await runner.press("Keep it")
    assert OPEN in today.text
    await runner.press("Undo", kept)
    assert "clinician" not in await runner.ask("/today")


@pytest.mark.parametrize(
    "yes",
    ["doctor cleared me", "physio gave me the all clear", "I'm allowed to lift again", "/health cleared no deadlifts"],
)
async def test_a_clinicians_yes_ends_it(runner: Talker, yes: str) -> None:
    await keep(runner, "physio forbade deadlifts")
    cleared, today = await runner.say(yes)
    assert cleared.text.startswith("📌 No deadlifts (clinician's word): over, your clinician cleared you.")
    assert cleared.labels == ["Undo"]
    assert "clinician" not in today.text
    await runner.press("Undo", cleared)
    assert OPEN in await runner.ask("/today")


async def test_a_button_below_each_answer_ends_it(runner: Talker) -> None:
    await keep(runner, "physio forbade deadlifts")
    [answer] = await runner.say("/today")
    [cleared] = await runner.press("Cleared: No deadlifts (clinician's word)", answer)
    assert cleared.text.startswith("📌 No deadlifts (clinician's word): over")


@pytest.mark.parametrize("said", ["physio cleared me for light lifting", "doctor cleared me to run again"])
async def test_a_yes_to_less_than_all_lifting_ends_nothing(runner: Talker, said: str) -> None:
    await keep(runner, "physio forbade deadlifts")
    [answer] = await runner.say(said)
    assert answer.text.startswith("📖 I don't read that as a yes to all lifting")
    assert OPEN in await runner.ask("/today")


@pytest.mark.parametrize("said", ["am I allowed to lift again?", "when will my doctor clear me?"])
async def test_a_question_ends_nothing(runner: Talker, said: str) -> None:
    await keep(runner, "physio forbade deadlifts")
    await runner.say(said)
    assert OPEN in await runner.ask("/today")


async def test_one_without_an_end_is_asked_about_after_some_weeks_and_never_ends_by_itself(
    runner: Talker, world: World
) -> None:
    await keep(runner, "physio forbade deadlifts")
    world.clock.go_on(weeks=4)
    answer = await runner.ask("/today")
    assert answer.startswith(
        "⛔ Not today\nYour clinician wanted no deadlifts, weeks ago: ask whether that still holds"
    )


async def test_what_is_told_twice_is_known_and_a_new_end_takes_the_place_of_the_old(runner: Talker) -> None:
    await keep(runner, "doctor says no lifting for 2 weeks")
    known, _ = await runner.say("my doctor says no lifting for 2 weeks, can I deadlift friday?")
    assert known.text == "📖 I know that and plan with it: No lifting (clinician's word), through Sun 15 Mar."
    await keep(runner, "doctor says no lifting for 4 weeks")
    shown = await runner.ask("/health")
    assert "through Sun 29 Mar" in shown
    assert "15 Mar" not in shown


async def test_behind_health_it_is_kept_at_once_and_deleted_like_every_answer(runner: Talker) -> None:
    kept, today = await runner.say("/health no lifting until 20 March")
    assert kept.text.startswith("📌 Kept: No lifting (clinician's word), through Fri 20 Mar.")
    assert today.text.startswith("⛔ Not today")
    assert "No lifting (clinician's word), through Fri 20 Mar" in await runner.ask("/privacy")
    await runner.say("/health delete")
    assert "clinician" not in await runner.ask("/today")


async def test_it_is_exported_with_its_last_day(runner: Talker) -> None:
    await runner.say("/health no lifting until 20 March")
    document, _ = await runner.say("/export")
    assert document.file is not None
    assert json.loads(document.file.content)["health"]["conditions"] == [
        {"topic": "no_lifting", "since": None, "until": "2026-03-20", "cleared_on": None, "said_on": "2026-03-02"}
    ]


async def test_the_week_and_its_plan_hold_no_lift_while_it_stands(runner: Talker) -> None:
    await runner.set_up("/lifts auto")
    await keep(runner, "doctor says no lifting for 2 weeks")
    week = (await runner.say("/week"))[0].text
    assert "✅" not in week
    assert "🟡" not in week


async def due_kinds(runner: Talker) -> dict[str, str]:
    """Return when the next reminder of each kind is due."""
    document, _ = await runner.say("/export")
    assert document.file is not None
    return {row["kind"]: row["due_at"] for row in json.loads(document.file.content)["reminders"]}


async def test_no_lift_is_reminded_of_while_it_stands_and_the_first_one_after_it_is(
    runner: Talker, world: World
) -> None:
    await runner.set_up("/lifts fri 18:00", "/remind 06:00")
    await keep(runner, "doctor says no lifting for 2 weeks")
    assert (await due_kinds(runner))["morning"] == "2026-03-20T05:00:00Z"
    seen = runner.person.received
    for _ in range(14 * 4):
        world.clock.go_on(hours=6)
        await world.dispatch()
    assert runner.person.messages_after(seen) == []
    world.clock.go_on(days=3, hours=20)
    await world.dispatch()
    [reminder, *_] = runner.person.messages_after(seen)
    assert reminder.text.startswith("⏰ ✅ Yes")


async def test_without_an_end_reminders_wait_for_the_yes(runner: Talker) -> None:
    await runner.set_up("/lifts fri 18:00", "/remind 06:00")
    await keep(runner, "physio forbade deadlifts")
    assert "morning" not in await due_kinds(runner)
    await runner.say("physio gave me the all clear")
    assert (await due_kinds(runner))["morning"] == "2026-03-06T05:00:00Z"


async def test_a_reminder_that_was_put_off_does_not_come_either(runner: Talker, world: World) -> None:
    await runner.set_up("/lifts mon 18:00", "/remind 10:15")
    world.clock.go_on(minutes=15)
    await world.dispatch()
    await runner.press("Snooze 30 min")
    await keep(runner, "physio forbade deadlifts")
    seen = runner.person.received
    world.clock.go_on(minutes=31)
    await world.dispatch()
    assert runner.person.messages_after(seen) == []


async def test_red_flags_and_a_no_end_with_one_yes(runner: Talker) -> None:
    await keep(runner, "physio forbade deadlifts")
    await runner.say("I have chest pain")
    flag, no = await runner.say("my doctor cleared me")
    assert flag.text.startswith("📌 Cleared by a clinician")
    assert no.text.startswith("📌 No deadlifts (clinician's word): over")


async def test_told_with_a_pain_both_count(runner: Talker) -> None:
    pain, _, asked = await runner.say("my knee hurts 5/10, physio said no deadlifts for 2 weeks")
    assert pain.text.startswith("📌 Pain")
    assert asked.text.startswith("❓ Then leave the bar through Sun 15 Mar")


async def test_what_was_done_is_kept_beside_it(runner: Talker) -> None:
    done, asked = await runner.say("Skipped today's run. My doctor says no lifting for 2 weeks.")
    assert done.text.startswith("📌")
    assert asked.text.startswith("❓ Then leave the bar through Sun 15 Mar")


@pytest.mark.parametrize(
    "said", ["i want to squat friday, doctor said no", "what if my doctor says no lifting for 2 weeks"]
)
async def test_what_cannot_be_kept_is_answered_and_changes_nothing(runner: Talker, said: str) -> None:
    before = await runner.ask("/set")
    [answer] = await runner.say(said)
    assert answer.text.startswith("🤷 Then leave the bar until they clear you")
    assert "I have noted nothing" in answer.text
    assert answer.labels == ["Tell me in /health"]
    assert await runner.ask("/set") == before
