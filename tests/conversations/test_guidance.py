"""What the guidance engine offers in a conversation: changes, plans, overrides, check-ins, health, reasons."""

import pytest

from tests.conversations.conftest import EXPERIENCED, WEEK, Talker, World


async def test_a_change_is_offered_carried_out_by_a_tap_and_undone(runner: Talker) -> None:
    [answer] = await runner.say("/today")
    assert "Or yes if intervals tomorrow 18:00 is dropped." in answer.text
    stored, anew = await runner.press("Drop intervals tomorrow 18:00", answer)
    assert stored.text == "📌 intervals tomorrow 18:00: skipped"
    assert anew.text.startswith("✅ Yes")
    await runner.press("Undo", stored)
    assert (await runner.ask("/today")).startswith("⛔ Not today")


async def test_lifting_anyway_gives_the_light_work_and_is_noted(runner: Talker, world: World) -> None:
    await runner.say("/today")
    noted = await runner.ask("I'll lift anyway")
    assert noted.startswith("📌 Noted for Mon 2 Mar: you lift against R61.")
    assert "3 × 5" in noted
    [kept] = await world.store.run(lambda records: records.overrides.of(runner.person.id))
    assert kept[1].codes == ("R61",)
    assert (await runner.ask("/warmup")).startswith("🔥 Warm-up")


async def test_nobody_lifts_anyway_against_pain(runner: Talker, world: World) -> None:
    await runner.say("/checkin pain 6 knee")
    answer = await runner.ask("I'll lift anyway")
    assert answer.startswith("⛔ Not today")
    assert "this rule is about your safety" in answer
    assert await world.store.run(lambda records: records.overrides.of(runner.person.id)) == ()


async def test_week_proposes_lifts_and_a_tap_makes_them_the_plan(runner: Talker) -> None:
    [week] = await runner.say("/week")
    assert week.text.startswith("Your next 7 days, with the lifts I would choose:\n⛔ Mon 2 Mar · rest\n")
    assert "✅ Thu 5 Mar · tempo · 06:30 · 40 min · 🏋 18:00 heavy" in week.text
    [planned] = await runner.press("Plan these lifts", week)
    assert planned.text.startswith("📌 I choose your lift times")
    assert (await runner.ask("/week")).startswith("Your next 7 days:\n")


async def test_a_moved_run_proposes_a_repair_and_changes_nothing_by_itself(runner: Talker) -> None:
    await runner.say("/lifts auto")
    stored, repair = await runner.say("tempo moved to friday 6am")
    assert stored.text.startswith("📌 Fri 6 Mar · tempo · 06:00")
    assert repair.text.startswith("❓ Your plan was:\n")
    assert "Thu 5 Mar 18:00 heavy" in repair.text
    assert "Thu 5 Mar 18:00 heavy" in (await runner.say("/week"))[1].text
    [used] = await runner.press("Use the new plan", repair)
    assert used.text.startswith("📌 I choose your lift times")
    assert len(await runner.say("/week")) == 1


async def test_planned_lifts_are_reminded_of(runner: Talker, world: World) -> None:
    await runner.set_up("/remind 06:30", "/lifts auto")
    world.clock.go_on(days=2, hours=20, minutes=31)  # Thursday 06:31 in Berlin
    await world.dispatch()
    assert runner.person.messages[-1].text.startswith("⏰ ✅ Yes, from 13:15")


async def test_fixed_lifts_stand_in_the_week_with_a_warning(runner: Talker) -> None:
    await runner.say("/lifts mon 18:00, fri 07:00")
    week = await runner.ask("/week")
    assert week.startswith("Your next 7 days, with the lift times you fixed:\n")
    assert "18:00: no lift" in week
    assert "today 18:00: Intervals tomorrow 18:00" in week


async def test_illness_lasts_until_well_and_a_day(runner: Talker, world: World) -> None:
    stored, asked, answer = await runner.say("/checkin ill")
    assert stored.text.startswith("📌 Illness noted")
    assert asked.text.startswith("❓ Fever or anything below the neck")
    assert answer.text.startswith("⛔ Not today\nYou are ill")
    world.clock.go_on(days=3)
    well, _ = await runner.press("I am well again", answer)
    assert well.text.startswith("📌 Well again")
    assert "not for a whole day yet" in await runner.ask("/today")
    world.clock.go_on(days=2)
    assert "light for three days" in await runner.ask("/today")
    assert await runner.ask("i'm well again") == "🤷 Good. No illness was noted, so there is nothing to take back."


async def test_check_in_by_buttons(runner: Talker) -> None:
    [menu] = await runner.say("/checkin")
    assert menu.labels == ["Soreness", "Pain", "Illness", "Sleep", "Travel", "Heat"]
    [asked] = await runner.press("Sleep", menu)
    stored, answer = await runner.press("Under 4 h", asked)
    assert stored.text == "📌 Slept 3 h."
    assert "Only 3 h of sleep" in answer.text


async def test_health_said_in_passing_is_kept_only_with_consent(runner: Talker, world: World) -> None:
    [asked] = await runner.say("i'm pregnant")
    assert asked.text.startswith('❓ May I keep "Pregnant"')
    assert await world.store.run(lambda records: records.health.of(runner.person.id)) == ()
    stored, clearance, answer = await runner.press("Keep it", asked)
    assert stored.text == "📌 Kept: Pregnant."
    assert answer.text.startswith("⛔ Not today\nPregnant, and no clinician")
    [cleared] = await runner.press("Cleared: Pregnant", clearance)
    assert cleared.text == "📌 Pregnant: cleared by a clinician today."
    [privacy] = await runner.say("/privacy")
    assert "What I keep about your health:\nPregnant, cleared Mon 2 Mar" in privacy.text
    await runner.press("Delete health answers", privacy)
    assert await world.store.run(lambda records: records.health.of(runner.person.id)) == ()


async def test_why_of_a_day_is_decided_again_from_what_was_known(runner: Talker, world: World) -> None:
    await runner.say("/today")
    await runner.say("/schedule clear")
    world.clock.go_on(days=1)
    why = await runner.ask("/why yesterday")
    assert why.startswith("📖 Why, for Mon 2 Mar")
    assert "R61 Hard run tomorrow" in why
    assert "Decided again just now from what I knew then: the same." in why
    assert (await runner.ask("/why 2026-02-01")).startswith("🤷 I have given you no verdict about Sun 1 Feb.")


async def test_a_run_behind_is_asked_about_and_the_answer_is_used_at_once(runner: Talker) -> None:
    await runner.set_up("/add tomorrow rest", "/add 2026-03-01 hilly easy 08:00")
    [answer] = await runner.say("/today")
    assert "Yes if you skipped it, light if you ran it." in answer.text
    *_, anew = await runner.press("I skipped it", answer)
    assert anew.text.startswith("✅ Yes")


async def test_hard_runs_that_suffer_after_lifts_are_spoken_about(runner: Talker, world: World) -> None:
    for _ in range(2):
        await runner.say("/log deadlift 3x4 100kg rpe 8")
        world.clock.go_on(days=1, hours=10)
        replies = await runner.say("intervals felt awful")
        world.clock.go_on(days=5, hours=14)
    assert replies[-1].text.startswith(
        "❓ 2 of 2 hard runs within 48 h after a lift went worse than planned, in 4 weeks. From 2 on the guide says to"
        " react, little evidence as so few are: "
    )
    [dropped] = await runner.press("One set less", replies[-1])
    assert dropped.text.startswith("📌 One set less")


async def test_a_good_report_and_one_said_again_bring_no_offer(runner: Talker, world: World) -> None:
    """Lifts on Mondays at 10:00, intervals on Tuesdays at 18:00: two of them felt awful, the third did not."""
    told = []
    for said in ("intervals felt awful", "intervals felt awful", "intervals went as planned"):
        await runner.say("/log deadlift 3x4 100kg rpe 8")
        world.clock.go_on(days=1, hours=10)
        told.append([reply.text[:1] for reply in await runner.say(said)])
        if told[1:] and not told[2:]:
            [again] = await runner.say(said)
            assert again.text.startswith("📌")
        world.clock.go_on(days=5, hours=14)
    assert told == [["📌"], ["📌", "❓"], ["📌"]]
    progress = await runner.ask("/progress")
    assert (
        "Too few to call it a difference: that takes 5 of each. Still, the guide says to react from 2 on: 2 in 4 weeks"
        in progress
    )


async def test_a_question_beside_a_health_answer_waits_for_consent(runner: Talker) -> None:
    careful, asked = await runner.say("i'm pregnant, can i deadlift thursday evening?")
    assert "a doctor or physio has to clear you" in careful.text
    assert asked.text.startswith('❓ May I keep "Pregnant"')
    [answer] = await runner.press("No, forget it", asked)
    assert answer.text.startswith("⛔ Not today\nIntervals tomorrow")


@pytest.mark.parametrize("told", ["I have osteoporosis, I forgot to mention it.", "i've got heart disease"])
async def test_a_condition_that_waits_for_consent_holds_back_what_is_answered(runner: Talker, told: str) -> None:
    await runner.say("/add tomorrow rest")
    await runner.say(told)
    held = await runner.ask("can I lift on friday?")
    assert held.startswith("⛔ Not then")
    assert "not cleared for lifting: ask a clinician first" in held
    assert "which you told me of" in held
    assert "May I keep" in held
    await runner.say("/log deadlift 1x5 40kg rpe 5")
    await runner.say("undo")
    [week] = await runner.say("/week")
    assert "No heavy slot in the next 7 days, today included." in week.text


async def test_a_condition_that_is_not_to_be_kept_is_forgotten_and_stored_nowhere(runner: Talker, world: World) -> None:
    await runner.say("/add tomorrow rest")
    [asked] = await runner.say("I have osteoporosis")
    await runner.say("/today")
    verdicts = await world.store.run(lambda records: records.verdicts.of(runner.person.id))
    assert "bones" not in verdicts[-1][1].inputs
    [answer] = await runner.press("No, forget it", asked)
    assert answer.text.startswith("✅ Yes")
    assert await world.store.run(lambda records: records.health.of(runner.person.id)) == ()


@pytest.mark.parametrize("told", ["when i lift i pee a little", "i dribble a bit when i pull heavy"])
async def test_leaking_is_answered_with_its_care_and_may_be_kept(runner: Talker, told: str) -> None:
    *_, asked = await runner.say(told)
    assert "A pelvic-floor physio can help." in asked.text
    assert 'May I keep "Leaking, heaviness"' in asked.text


async def test_only_blood_pressure_that_is_not_controlled_is_asked_about(runner: Talker) -> None:
    [controlled] = await runner.say("My doctor has put me on blood pressure tablets. It is well controlled.")
    assert controlled.text.startswith("📖 Blood pressure that is well controlled changes nothing")
    [asked] = await runner.say("My doctor has put me on blood pressure tablets")
    assert asked.text.startswith('❓ May I keep "Uncontrolled blood pressure"')
    assert "May I keep" not in "".join([one.text for one in await runner.say("need to pee before races")])


async def test_soreness_without_a_number_does_not_lose_what_stands_beside_it(runner: Talker) -> None:
    stored, asked, *_ = await runner.say("/checkin sleep 4, sore")
    assert stored.text.startswith("📌 Slept 4 h.")
    assert asked.text.startswith("❓ How sore are your legs")


async def test_a_check_in_named_alone_is_asked_about(runner: Talker) -> None:
    [asked] = await runner.say("/checkin pain")
    assert asked.text == "❓ What is it like?"
    stored, answer = await runner.press("Low back", asked)
    assert stored.text.startswith("📌 Pain noted: low back")
    assert answer.text.startswith("⛔ Not today")


LIFT = "/log yesterday 18:00 deadlift 3x4 100kg rpe 8"
STOPS = [
    pytest.param("/checkin ill 39", id="fever"),
    pytest.param("/checkin pain 5 knee", id="pain"),
    pytest.param("/checkin heat illness", id="heat illness"),
    pytest.param("/health stress fracture", id="a stress fracture that nobody cleared"),
]


@pytest.mark.parametrize("line", STOPS)
async def test_whoever_should_rest_gets_no_running_plan(runner: Talker, line: str) -> None:
    await runner.set_up(LIFT, line)
    answer = await runner.ask("can I run after deadlifts?")
    assert answer.startswith("📖 ")
    assert answer.endswith("So no running plan from me either until that is settled.")
    *_, logged = await runner.say("/log deadlift 1x3 80kg rpe 5")
    assert "no running plan" in logged.text


async def test_age_says_nothing_against_a_run(runner: Talker) -> None:
    """At 65 and older there is no deadlift on the day after one (R12), but a run."""
    await runner.set_up("/health age 65+", LIFT)
    assert "no running plan" not in await runner.ask("can I run after deadlifts?")


async def test_the_week_of_somebody_who_needs_help_is_help(runner: Talker) -> None:
    await runner.set_up("chest pain since this morning")
    [answer] = await runner.say("/week")
    assert answer.text.startswith("🩺 Stop")
    assert answer.labels == ["That is not what I meant"]


async def test_a_week_that_nobody_told_is_not_called_rest(ada: Talker) -> None:
    [week, *_] = await ada.say("/week")
    assert "rest" not in week.text.split("\n")[1]
    assert "runs not told" in week.text
    await ada.set_up("/schedule wed 18:00 easy")
    [week, *_] = await ada.say("/week")
    assert "runs not told" not in week.text


async def test_a_week_without_a_heavy_slot_is_told_before_the_window_that_lies_beyond_it(ada: Talker) -> None:
    await ada.set_up(
        *EXPERIENCED, WEEK, "/race 2026-04-19 half A Leeds", "/log yesterday 18:00 deadlift 3x4 100kg rpe 8"
    )
    lines = (await ada.ask("/today")).splitlines()
    empty = next(
        place for place, line in enumerate(lines) if line.startswith("No heavy slot in the next 7 days, today")
    )
    assert lines[empty + 1].startswith("Next good window: ")


async def test_squats_are_answered_with_the_hours_of_deadlifts_and_without_their_weights(runner: Talker) -> None:
    note = "I judge deadlifts; heavy leg lifts tire the same legs."
    [squats] = await runner.say("can i squat on friday at 18:00?")
    [deadlifts] = await runner.say("can i deadlift on friday at 18:00?")
    assert squats.text.splitlines()[0] == deadlifts.text.splitlines()[0]
    assert note in squats.text
    assert note not in deadlifts.text
