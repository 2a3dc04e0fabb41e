"""Who tells of weeks without a lift, or of a beginning, is told to begin light. On Monday, 2 March."""

import pytest

from tests.conversations.conftest import EXPERIENCED, WEEK, Talker
from tests.conversations.pressing import notice

HEAVY_BEFORE = "/log 2026-02-17 18:00 deadlift 3x4 100kg rpe 8"
FRIDAY = "can i lift friday evening?"


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("I haven't deadlifted in 3 months", "two light sessions first, then 20 % less"),
        ("not lifted for two weeks now", "begin 10 % lighter"),
    ],
)
async def test_after_a_break_one_begins_lighter(runner: Talker, told: str, said: str) -> None:
    stored, answer = await runner.say(told)
    assert stored.text.startswith("📌 No deadlift since about")
    assert said in stored.text
    assert answer.text.startswith("⛔ Not today")


@pytest.mark.parametrize(
    "told", ["I haven't deadlifted in 3 months", "first time back on the bar since March", "no deadlifts in 6 weeks"]
)
async def test_a_break_that_is_told_counts_for_the_verdict_whatever_the_log_says(runner: Talker, told: str) -> None:
    await runner.say(HEAVY_BEFORE)
    assert (await runner.ask(FRIDAY)).startswith("✅ Yes")
    await runner.say(told)
    answer = await runner.ask(FRIDAY)
    assert answer.startswith("🟡 Light only")
    assert "without a deadlift, as you said: two light sessions first" in answer


async def test_a_break_told_with_the_question_counts_for_its_answer(runner: Talker) -> None:
    await runner.say(HEAVY_BEFORE)
    stored, answer = await runner.say(f"haven't deadlifted in 3 months, {FRIDAY}")
    assert stored.text.startswith("📌 No deadlift since about Tue 2 Dec 2025: 90 days without one.")
    assert answer.text.startswith("🟡 Light only (Fri 18:00)")


async def test_how_to_come_back_is_said_with_the_break_and_by_no_other_page(runner: Talker) -> None:
    said = "i've had six months off from lifting, how much do i drop the weight when i go back"
    [stored] = await runner.say(said)
    assert "two light sessions first, then 20 % less" in stored.text


async def test_a_break_that_is_told_can_be_undone(runner: Talker) -> None:
    await runner.say(HEAVY_BEFORE)
    await runner.say("no deadlifts in 6 weeks")
    assert await runner.ask("undo") == "📌 Undone: the break from lifting told on Mon 2 Mar."
    assert (await runner.ask(FRIDAY)).startswith("✅ Yes")


async def test_a_break_that_is_told_ends_with_the_second_session_logged(runner: Talker) -> None:
    await runner.say("no deadlifts in 6 weeks")
    await runner.say("/log deadlift 3x4 60kg light")
    assert "One session after a break of 42 days" in await runner.ask("/today 2026-03-06 18:00")
    runner.world.clock.go_on(days=4)
    await runner.say("/log deadlift 3x4 60kg light")
    runner.world.clock.go_on(days=10)
    assert "after a break" not in await runner.ask("/today")


async def test_the_lift_that_ends_a_break_is_logged_with_it(runner: Talker) -> None:
    stored, logged = (await runner.say("first deadlift in 3 months: deadlift 3x5 60kg rpe 6"))[:2]
    assert stored.text.startswith("📌 No deadlift since about")
    assert "deadlift 3 × 5 at 60 kg" in logged.text


async def test_who_began_last_month_is_new_to_lifting(runner: Talker) -> None:
    await runner.set_up(*EXPERIENCED, WEEK)
    stored, *_ = await runner.say("I only started lifting last month")
    assert stored.text.startswith("📌 lifting")
    assert (await runner.ask("can i lift on friday?")).startswith("🟡 Light only")


@pytest.mark.parametrize("said", ["no lifting for two weeks", "not lifting for 2 weeks", "no deadlifts for 14 days"])
async def test_a_break_that_may_be_over_or_to_come_is_asked_about_first(runner: Talker, said: str) -> None:
    await runner.say(HEAVY_BEFORE)
    [asked] = await runner.say(said)
    assert asked.text == "❓ Do you mean the 14 days that are over, or the 14 days to come?"
    assert (await runner.ask(FRIDAY)).startswith("✅ Yes")


async def test_the_days_that_are_over_are_kept_as_a_break(runner: Talker) -> None:
    [asked] = await runner.say("no lifting for two weeks")
    stored, answer = await runner.press("Over: I have not lifted", asked)
    assert stored.text.startswith("📌 No deadlift since about Mon 16 Feb: 14 days without one.")
    assert answer.text.startswith("⛔ Not today")


async def test_the_days_to_come_leave_the_lifts_out_and_offer_a_pause(runner: Talker) -> None:
    await runner.say("/lifts thu 18:00")
    [asked] = await runner.say("no lifting for two weeks")
    [left_out] = await runner.press("To come: no lifts through Sun 15 Mar", asked)
    assert "Thu 5 Mar" in left_out.text
    assert "Thu 12 Mar" in left_out.text
    assert "Thu 19 Mar" not in left_out.text
    assert "Pause until Mon 16 Mar" in left_out.labels


async def test_the_days_to_come_are_not_left_out_beside_a_red_flag(runner: Talker) -> None:
    [asked] = await runner.say("no lifting for two weeks")
    await runner.say("chest pain when I pull")
    [held] = await runner.press("To come: no lifts through Sun 15 Mar", asked)
    assert held.text.startswith("🩺 Stop.")


@pytest.mark.parametrize(
    "said",
    [
        "haven't lifted in 3 months because of a stress fracture",
        "haven't lifted in 3 months because of surgery",
        "haven't lifted in 2 months, osteoporosis",
    ],
)
async def test_beside_a_condition_a_break_gets_no_verdict(runner: Talker, said: str) -> None:
    kept, condition = await runner.say(said)
    assert kept.text.startswith("📌 No deadlift since about")
    assert condition.text.startswith("🤷 With a condition like that a doctor or physio has to clear you")


async def test_words_beside_a_break_that_nobody_understands_get_no_verdict(runner: Talker) -> None:
    [kept] = await runner.say("haven't lifted in 3 months, life got in the way")
    assert kept.text.startswith("📌 No deadlift since about")


@pytest.mark.parametrize("place", ["set timezone to Lisbon", "I live in Lisbon"])
async def test_a_place_beside_a_break_is_kept_too(runner: Talker, place: str) -> None:
    kept, zone = await runner.say(f"haven't lifted in 3 months, {place}")
    assert kept.text.startswith("📌 No deadlift since about")
    assert zone.text.startswith("📌 Time zone Europe/Lisbon;")


async def test_the_step_of_the_set_up_waits_behind_a_break(ada: Talker) -> None:
    await ada.set_up("/start")
    kept, zone, *_ = await ada.say("Berlin, haven't lifted in 3 months")
    assert kept.text.startswith("📌 No deadlift since about")
    assert zone.text.startswith("📌 Time zone Europe/Berlin;")
    *_, waits = await ada.say("haven't lifted in 4 months")
    assert waits.text.startswith("❓ Set-up, step 2 of 7, waits")


@pytest.mark.parametrize(
    "said",
    [
        "no lifting for 2 weeks, I'm on holiday",
        "no gym for 2 weeks, travelling to Lisbon",
        "away from the gym for 3 weeks",
    ],
)
async def test_days_away_are_no_break_that_is_over(runner: Talker, said: str) -> None:
    [asked] = await runner.say(said)
    assert asked.text.startswith("❓ Away from Mon 2 Mar")
    assert "lifting: since 2023-03-02" in await runner.ask("/settings")


async def test_what_is_asked_beside_days_that_may_be_to_come_is_answered(runner: Talker) -> None:
    answer, asked = await runner.say("no lifting for 2 weeks, can I deadlift today?")
    assert answer.text.startswith("⛔ Not today")
    assert asked.text.startswith("❓ Do you mean the 14 days that are over")


@pytest.mark.parametrize("said", ["my last session was 3 weeks ago", "last time was in January"])
async def test_what_names_no_lift_tells_of_no_break(runner: Talker, said: str) -> None:
    assert not any("No deadlift since" in one.text for one in await runner.say(said))


@pytest.mark.parametrize("said", ["I'm not lifting for 3 weeks, can I still run?", "no lifting for 3 weeks, back pain"])
async def test_days_without_lifts_say_nothing_of_since_when_one_lifts(runner: Talker, said: str) -> None:
    await runner.say(said)
    assert "lifting: since 2023-03-02" in await runner.ask("/settings")


async def test_a_shorter_break_that_is_told_ends_no_break_that_the_log_shows(runner: Talker) -> None:
    for day in ("2026-01-10", "2026-02-14"):
        await runner.say(f"/log {day} 18:00 deadlift 3x4 100kg rpe 8")
    before = await runner.ask(FRIDAY)
    assert before.startswith("🟡 Light only (Fri 18:00)")
    assert "One session after a break of 35 days" in before
    await runner.say("haven't deadlifted in 2 weeks")
    assert await runner.ask(FRIDAY) == before


async def test_a_shorter_break_that_is_told_ends_no_longer_one_that_was_told_before(runner: Talker) -> None:
    await runner.say("haven't deadlifted in 3 months")
    await runner.say("/log deadlift 3x4 60kg light")
    runner.world.clock.go_on(days=18)  # to Friday, 20 March
    before = await runner.ask("/today 2026-03-27 18:00")
    assert before.startswith("🟡 Light only (Fri 18:00)")
    assert "One session after a break of 90 days" in before
    await runner.say("not lifted for two weeks now")
    assert await runner.ask("/today 2026-03-27 18:00") == before


async def test_the_days_that_are_over_are_not_kept_once_a_lift_was_logged_behind_the_question(runner: Talker) -> None:
    [asked] = await runner.say("no lifting for two weeks")
    await runner.say("/log deadlift 3x4 60kg light")
    runner.world.clock.go_on(days=21)
    assert (await notice(runner, "Over: I have not lifted", asked)).startswith("🤷")
    assert "without a deadlift" not in await runner.ask("/today")


async def test_the_days_that_are_over_are_kept_whatever_the_log_holds_from_before_the_question(runner: Talker) -> None:
    await runner.say(HEAVY_BEFORE)
    [asked] = await runner.say("no lifting for six weeks")
    stored, _ = await runner.press("Over: I have not lifted", asked)
    assert stored.text.startswith("📌 No deadlift since about Mon 19 Jan: 42 days without one.")
