"""Lifts from Strong and Hevy, sent as a file: shown first, added at a tap, never twice, taken back by one Undo."""

import asyncio
import datetime as dt
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from bot.app.files import LARGEST_FILE, FileRead, Unusable
from bot.library.library import Library
from bot.local.faults import Fault, answering, connect_error, read_timeout, server_error
from bot.local.service import LocalTelegram
from bot.local.shown import ShownMessage
from bot.training.lifts import Exercise, Lift, LiftSet
from tests.conversations.conftest import EXPERIENCED, Clock, Talker, World, bot_on
from tests.serving import serving

HEADER = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
HEVY_HEADER = (
    '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index",'
    '"set_type","weight_kg","reps","distance_km","duration_seconds","rpe"\n'
)
UNKNOWN = "⚠️ I can read the CSV that Strong or Hevy exports, and this is none."
LAST_YEAR = ("2025-12-01", "2025-12-08", "2025-12-15")


def strong(*rows: str) -> bytes:
    """Return an export of Strong's."""
    return (HEADER + "".join(f"{row}\n" for row in rows)).encode()


def session(
    day: str, *, title: str = "Deadlift (Barbell)", weight: float = 100, sets: int = 3, time: str = "18:05:00"
) -> str:
    """Return the rows of a session: sets of five at RPE 8."""
    row = '{day} {time},"Legs",1h,"{title}",{number},{weight},5,0,0,"","",8'
    return "\n".join(
        row.format(day=day, time=time, title=title, number=number, weight=weight) for number in range(1, sets + 1)
    )


def hevy(day: str) -> bytes:
    """Return an export of Hevy's with one session."""
    rows = [
        f'"Legs","{day}, 18:05","{day}, 19:05","","Deadlift (Barbell)",,"",{n},"normal",100,5,,,8' for n in range(3)
    ]
    return (HEVY_HEADER + "\n".join(rows)).encode()


async def send(runner: Talker, content: bytes, *, caption: str = "") -> list[ShownMessage]:
    """Send a file and return the messages that answer it."""
    seen = runner.person.received
    await runner.person.send_document("strong.csv", content, mime_type="text/csv", caption=caption)
    await runner.world.settle()
    return runner.person.messages_after(seen)


async def logged(runner: Talker) -> tuple[Lift, ...]:
    """Return the log."""
    return tuple(lift for _, lift in await runner.world.store.run(lambda r: r.lifts.of(runner.person.id)))


async def imported(runner: Talker, *days: str) -> list[ShownMessage]:
    """Send an export with a session on each of some days, and take it."""
    [shown] = await send(runner, strong(*map(session, days)))
    return await runner.press(shown.labels[0], shown)


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


async def test_a_restart_between_file_and_tap_loses_nothing(tmp_path: Path, library: Library, clock: Clock) -> None:
    async with bot_on(tmp_path / "bot.db", library, clock) as world:
        ada = world.person()
        await ada.set_up(*EXPERIENCED)
        [shown] = await send(ada, strong(*map(session, LAST_YEAR)))
        data = shown.rows[0][0].value
    clock.go_on(hours=1)
    async with bot_on(tmp_path / "bot.db", library, clock) as world:
        ada = world.person()
        [stored] = await ada.press_data(shown, data)
        assert stored.text.startswith("📌 Lifts imported from Strong: 3")
        assert len(await logged(ada)) == 3


async def test_a_file_that_was_being_read_at_a_stop_holds_nothing_up_and_is_read_at_the_next_start(
    tmp_path: Path, library: Library, clock: Clock
) -> None:
    began = asyncio.Event()

    async def for_ever(_: bytes) -> FileRead:
        began.set()
        await asyncio.Event().wait()
        return Unusable.BROKEN

    server = LocalTelegram(now=clock)
    person = server.private_chat()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bot.service.read_export", for_ever)
        async with serving(server, tmp_path / "bot.db", library, clock):
            await person.send_document("strong.csv", strong(session(LAST_YEAR[0])))
            await asyncio.wait_for(began.wait(), 5)
            stopped = asyncio.get_running_loop().time()
    assert asyncio.get_running_loop().time() - stopped < 5
    assert person.messages == []

    async with serving(server, tmp_path / "bot.db", library, clock) as (service, _):
        await service.idle()
        assert [message.labels[0] for message in person.messages] == ["Import 1"]


@pytest.mark.parametrize(
    ("method", "fault", "answer"),
    [
        ("getFile", connect_error(), "🤷 I could not get that file from Telegram. Send it again in a minute."),
        (
            "getFile",
            read_timeout(arrives=True),
            "🤷 I could not get that file from Telegram. Send it again in a minute.",
        ),
        ("download", server_error(), "🤷 I could not get that file from Telegram. Send it again in a minute."),
        (
            "getFile",
            answering(400, "Bad Request: file is too big"),
            "⚠️ That file is over 2 MB. Send the CSV that Strong or Hevy exports.",
        ),
    ],
)
async def test_a_file_that_cannot_be_fetched_gets_one_clear_sentence(
    runner: Talker, method: str, fault: Fault, answer: str
) -> None:
    runner.world.telegram.fail(method, fault)
    [said] = await send(runner, strong(session(LAST_YEAR[0])))
    assert said.text == answer
    [again] = await send(runner, strong(session(LAST_YEAR[0])))
    assert again.labels[0] == "Import 1"


async def test_a_large_file_is_refused_before_it_is_fetched(runner: Talker) -> None:
    [said] = await send(runner, bytes(LARGEST_FILE + 1))
    assert said.text == "⚠️ That file is over 2 MB. Send the CSV that Strong or Hevy exports."
    assert runner.world.telegram.calls_of("getFile") == []


@pytest.mark.parametrize(
    ("content", "answer"),
    [
        (b"BEGIN:VCALENDAR", UNKNOWN),
        (bytes(LARGEST_FILE), UNKNOWN),
        (strong(session(LAST_YEAR[0], title="Bench Press (Barbell)")), "⚠️ No row of your Strong export is a deadlift"),
        (strong(session(LAST_YEAR[0], sets=20_001)), "⚠️ That file holds over 20,000 sets."),
        (strong(f'{LAST_YEAR[0]} 18:05:00,"Legs'), "⚠️ That export breaks off in the middle."),
    ],
    ids=["calendar", "zeros", "bench", "many", "cut"],
)
async def test_what_cannot_be_used_gets_one_clear_sentence(runner: Talker, content: bytes, answer: str) -> None:
    [said] = await send(runner, content)
    assert said.text.startswith(answer)
    assert await runner.world.store.run(lambda records: records.import_of(runner.person.id)) is None


async def test_an_empty_file_gets_one_clear_sentence(runner: Talker) -> None:
    [said] = await send(runner, b"")
    assert said.text.startswith(UNKNOWN)


async def test_a_red_flag_in_a_caption_is_all_that_is_answered(runner: Talker) -> None:
    [said] = await send(runner, strong(session(LAST_YEAR[0])), caption="numb between the legs since yesterday")
    assert said.text.startswith("🩺")
    assert runner.world.telegram.calls_of("getFile") == []


async def test_a_runner_whose_zone_is_unknown_is_told_so(ada: Talker) -> None:
    [shown] = await send(ada, strong(session(LAST_YEAR[0])))
    assert "I do not know your time zone" in shown.text


async def test_a_heavy_lift_of_yesterday_changes_todays_answer_which_follows(ada: Talker) -> None:
    await ada.set_up(*EXPERIENCED, "/schedule Wed 18:00 easy 8k, Sat 08:00 easy 10k")
    assert (await ada.ask("/today")).startswith("✅ Yes")
    stored, today = await imported(ada, "2026-03-01")
    assert stored.text.startswith("📌 Lifts imported")
    assert today.text.startswith("⛔ Not today")


async def test_lifts_that_leave_todays_answer_as_it_is_bring_none(ada: Talker) -> None:
    await ada.set_up(*EXPERIENCED, "/schedule Wed 18:00 easy 8k, Sat 08:00 easy 10k")
    [stored] = await imported(ada, "2026-02-13", "2026-02-20")
    assert stored.text.startswith("📌 Lifts imported")


async def test_a_plan_that_no_longer_fits_is_shown_with_a_better_one(ada: Talker) -> None:
    await ada.set_up(*EXPERIENCED, "/schedule Wed 18:00 easy 8k, Sat 08:00 easy 10k", "/lifts auto")
    answers = await imported(ada, "2026-03-01")
    assert "📌" in answers[0].text
    assert any("Use the new plan" in message.labels for message in answers)


async def test_sessions_of_an_import_count_for_who_began_as_new(ada: Talker) -> None:
    """R91 asks a beginner for sessions in the log: an import is one of the ways in which they come there."""
    await ada.set_up(*EXPERIENCED, "/set lifting new", "/schedule Wed 18:00 easy 8k, Sat 08:00 easy 10k")
    stored, asked = await imported(ada, *LAST_YEAR)
    assert asked.text == "❓ Your first lift in it is of Mon 1 Dec 2025. Have you been lifting since then?"
    told, *_ = await ada.press("Yes, since then", asked)
    assert told.text == "📌 lifting: since 2025-12-01"
    known = await ada.world.store.run(lambda records: records.runner(ada.person.id))
    assert known is not None
    assert (known.profile.lifting_since, known.profile.began_as_new) == (dt.date(2025, 12, 1), False)
    assert stored.text.startswith("📌")


async def test_who_lifted_for_longer_is_asked_nothing(runner: Talker) -> None:
    assert len(await imported(runner, *LAST_YEAR)) == 1


async def exported(runner: Talker) -> Any:
    """Return the document that a runner is given."""
    document, _ = await runner.say("/export")
    assert document.file is not None
    return json.loads(document.file.content)


def sets_in(lifts: Iterable[Any]) -> list[int]:
    """Return how many sets each lift has."""
    return [len(lift["sets"]) for lift in lifts]


async def test_the_export_holds_a_file_that_waits_and_delete_removes_it(runner: Talker) -> None:
    assert (await exported(runner))["import"] is None
    await send(runner, strong(session(LAST_YEAR[0])))
    waiting = (await exported(runner))["import"]
    assert (waiting["app"], waiting["in_kg"], sets_in(waiting["lifts"])) == ("Strong", False, [3])
    await runner.say("/delete")
    await runner.press("Yes, delete everything")
    assert await runner.world.store.run(lambda records: records.import_of(runner.person.id)) is None


async def test_the_help_says_that_a_file_can_be_sent(runner: Talker) -> None:
    assert "Strong or Hevy" in await runner.ask("/help log")
    assert "Strong or Hevy" in await runner.ask("/log")
