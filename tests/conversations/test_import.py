"""Lifts from Strong and Hevy, sent as a file: shown first, added at a tap, never twice, taken back by one Undo."""

import datetime as dt

import pytest

from bot.training.lifts import Exercise, Lift, LiftSet
from tests.conversations.conftest import Clock, Talker, World
from tests.conversations.importing import LAST_YEAR, hevy, imported, logged, send, session, strong


async def test_a_file_is_shown_before_anything_of_it_is_stored(runner: Talker) -> None:
    rows = (
        *map(session, LAST_YEAR),
        session("2025-12-15", title="Squat (Barbell)", weight=80),
        session("2025-12-15", title="Bench Press (Barbell)"),
        '2025-12-15 18:05:00,"Legs",1h,"Deadlift (Barbell)",W,60,5,0,0,"","",',
        '2025-12-15 18:05:00,"Legs",1h,"Deadlift (Barbell)",4,120,0,0,0,"","",',
        '2025-12-15 18:05:00,"Legs",1h,"Plank",1,0,0,0,60,"","",',
        '2025-12-15 18:05:00,"Legs",1h,"Deadlift (Barbell)",5,=1+1,5,0,0,"","",',
        session("2026-03-02", sets=1),  # today at 18:05, and it is 10:00
    )
    [shown] = await send(runner, strong(*rows))
    assert shown.text == (
        "❓ Your Strong export, Mon 1 Dec 2025 to Mon 15 Dec 2025. Deadlift sessions: 3\n"
        "Heaviest: 100 kg\n"
        "Lifts in all: 4, in your log already: 0\n"
        "Rows left out: 8 (other exercises 4, warm-ups 1, without reps 1, unreadable 1, in the future 1)\n"
        "The file does not say its unit: I read it as kg."
    )
    assert shown.labels == ["Import 4", "These are lb", "No"]
    assert await logged(runner) == ()


async def test_a_tap_adds_the_lifts_and_one_undo_takes_all_of_them_back(runner: Talker) -> None:
    [stored] = await imported(runner, *LAST_YEAR)
    assert stored.text == "📌 Lifts imported from Strong: 3, Mon 1 Dec 2025 to Mon 15 Dec 2025"
    log = await logged(runner)
    assert len(log) == 3
    assert log[0] == Lift(
        at=dt.datetime(2025, 12, 1, 17, 5, tzinfo=dt.UTC),
        exercise=Exercise.DEADLIFT,
        sets=(LiftSet(reps=5, weight_kg=100.0, rir=2.0),) * 3,
        text="Strong 2025-12-01 18:05",
    )
    await runner.press("Undo", stored)
    assert await logged(runner) == ()


async def test_the_same_file_adds_nothing_a_second_time_and_a_longer_one_what_is_new(runner: Talker) -> None:
    await imported(runner, *LAST_YEAR[:2])
    [again] = await send(runner, strong(*map(session, LAST_YEAR[:2])))
    assert again.text == "📖 Nothing to add: your log holds all the lifts of your Strong export."
    assert again.labels == []
    [longer] = await send(runner, strong(*map(session, LAST_YEAR)))
    assert "Lifts in all: 3, in your log already: 2\n" in longer.text
    await runner.press("Import 1", longer)
    assert [lift.at.day for lift in await logged(runner)] == [1, 8, 15]


async def test_what_was_logged_by_hand_and_what_the_other_app_brought_is_not_added(runner: Talker) -> None:
    await runner.set_up("/log 2025-12-01 20:00 deadlift 3x5 100kg")
    [first] = await send(runner, strong(*map(session, LAST_YEAR[:2])))
    assert first.labels[0] == "Import 1"
    await runner.press("Import 1", first)
    [other] = await send(runner, hevy("8 Dec 2025"))
    assert other.text == "📖 Nothing to add: your log holds all the lifts of your Hevy export."
    assert len(await logged(runner)) == 2


async def test_what_was_undone_can_be_imported_again(runner: Talker) -> None:
    [stored] = await imported(runner, *LAST_YEAR)
    await runner.press("Undo", stored)
    await imported(runner, *LAST_YEAR)
    assert len(await logged(runner)) == 3


async def test_a_file_that_does_not_say_its_unit_can_be_read_in_the_other_one(runner: Talker) -> None:
    [shown] = await send(runner, strong(session(LAST_YEAR[0], weight=225)))
    await runner.press("These are lb", shown)
    [shown] = [message for message in runner.person.messages if message.id == shown.id]
    assert "Heaviest: 102.1 kg\n" in shown.text
    assert shown.text.endswith("The file does not say its unit: I read it as lb.")
    assert shown.labels == ["Import 1", "These are kg", "No"]
    await runner.press("Import 1", shown)
    [lift] = await logged(runner)
    assert lift.sets[0].weight_kg == pytest.approx(225 * 0.45359237)


@pytest.mark.parametrize(("weight", "unlike"), [(151, True), (149, False), (67, False), (66, True)])
async def test_an_assumed_unit_that_does_not_fit_the_log_is_pointed_at(
    runner: Talker, weight: int, *, unlike: bool
) -> None:
    await runner.set_up("/log 2026-02-16 18:00 deadlift 3x4 100kg rpe 8")
    [shown] = await send(runner, strong(session(LAST_YEAR[0], weight=weight)))
    warned = "The heaviest deadlift in your log is 100 kg: check the unit before you import." in shown.text
    assert warned is unlike


async def test_a_unit_that_the_file_names_is_not_doubted(runner: Talker) -> None:
    await runner.set_up("/log 2026-02-16 18:00 deadlift 3x4 40kg rpe 8")
    [shown] = await send(runner, hevy("1 Dec 2025"))
    assert "check the unit" not in shown.text


async def test_a_runner_who_lifts_in_pounds_is_assumed_to_export_pounds(runner: Talker) -> None:
    await runner.set_up("/set units lb")
    [shown] = await send(runner, strong(session(LAST_YEAR[0], weight=225)))
    assert "Heaviest: 225 lb\n" in shown.text
    assert shown.labels == ["Import 1", "These are kg", "No"]


async def test_weights_that_nobody_lifts_point_at_the_other_unit(runner: Talker) -> None:
    [shown] = await send(runner, strong(session(LAST_YEAR[0], weight=501)))
    assert shown.text.startswith("❓ Nobody lifts what your Strong export says, in this unit.\n")
    assert shown.labels == ["These are lb", "No"]


async def test_a_file_that_says_its_unit_is_taken_at_its_word(runner: Talker) -> None:
    await runner.set_up("/set units lb")
    [shown] = await send(runner, hevy("1 Dec 2025"))
    assert "does not say its unit" not in shown.text
    assert shown.labels == ["Import 1", "No"]
    await runner.press("Import 1", shown)
    assert [lift.sets[0].weight_kg for lift in await logged(runner)] == [100.0]


@pytest.mark.parametrize("answer", ["No", "no"])
async def test_no_forgets_the_file(runner: Talker, answer: str) -> None:
    [shown] = await send(runner, strong(session(LAST_YEAR[0])))
    assert await runner.ask(answer) == "📖 Nothing imported; the file is forgotten."
    assert await runner.press("Import 1", shown) == []
    assert runner.person.alerts == ["🤷 That file waits no more. Send it again."]
    assert await logged(runner) == ()


async def test_what_is_tapped_can_be_typed(runner: Talker) -> None:
    await send(runner, strong(session(LAST_YEAR[0])))
    assert (await runner.ask("import")).startswith("📌 Lifts imported from Strong: 1")


async def test_a_second_tap_adds_nothing(runner: Talker) -> None:
    [shown] = await send(runner, strong(session(LAST_YEAR[0])))
    await runner.press("Import 1", shown)
    assert await runner.press("Import 1", shown) == []
    assert len(await logged(runner)) == 1


async def test_the_button_of_an_earlier_file_does_nothing_to_a_later_one(runner: Talker) -> None:
    [first] = await send(runner, strong(session(LAST_YEAR[0])))
    await send(runner, strong(session(LAST_YEAR[1])))
    assert await runner.press("Import 1", first) == []
    assert await logged(runner) == ()


async def test_nobody_can_take_the_file_of_another(runner: Talker, world: World) -> None:
    [shown] = await send(runner, strong(session(LAST_YEAR[0])))
    data = shown.rows[0][0].value.partition("|")[2]
    ben = world.person("Ben")
    [hello] = await ben.say("/help")
    for owner in (ben.person.id, runner.person.id):
        assert await ben.press_data(hello, f"{owner}|{data}") == []
    assert await logged(ben) == ()


@pytest.mark.parametrize("data", ["import:1:stone", "import:x:kg", "importunit:1:", "noimport:-1", "import:99:kg"])
async def test_a_forged_button_is_told_so(runner: Talker, data: str) -> None:
    [shown] = await send(runner, strong(session(LAST_YEAR[0])))
    assert await runner.press_data(shown, f"{runner.person.id}|{data}") == []
    assert len(runner.person.alerts) == 1


async def test_a_file_waits_for_a_day(runner: Talker, clock: Clock) -> None:
    [shown] = await send(runner, strong(session(LAST_YEAR[0])))
    clock.go_on(hours=24)
    assert await runner.press("Import 1", shown) == []
    assert runner.person.alerts == ["🤷 That file waits no more. Send it again."]
    assert await logged(runner) == ()


async def test_a_runner_whose_zone_is_unknown_is_told_so(ada: Talker) -> None:
    [shown] = await send(ada, strong(session(LAST_YEAR[0])))
    assert "I do not know your time zone" in shown.text
