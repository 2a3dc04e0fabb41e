"""Files that cannot be used, or not yet: one clear sentence, nothing half-stored, no log without bounds."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.app.files import LARGEST_FILE
from bot.app.imports import MOST_IN_LOG, MOST_NEW
from bot.library.library import Library
from bot.local.faults import Fault, answering, connect_error, read_timeout, server_error
from bot.training.lifts import Exercise, Lift, LiftSet
from tests.conversations.conftest import EXPERIENCED, Clock, Talker, bot_on
from tests.conversations.importing import LAST_YEAR, imported, logged, send, session, strong

UNKNOWN = "⚠️ I can read the CSV that Strong or Hevy exports, and this is none."
TOO_MANY = (
    "⚠️ That is more than I can take in: 60,000 sets in a file, 2,000 new lifts at once, 5,000 in your log. "
    "Export a shorter span, or send the newest rows alone, below the file's first line."
)


def daily(count: int, *, last: dt.date = dt.date(2025, 12, 31)) -> Iterator[str]:
    """Yield the rows of so many sessions of one set, one a day."""
    return (session((last - dt.timedelta(days=back)).isoformat(), sets=1) for back in range(count))


async def fill(runner: Talker, count: int) -> None:
    """Put so many lifts into the log, each on a day of its own in another century."""
    first = dt.datetime(1980, 1, 1, 12, tzinfo=dt.UTC)
    lift = LiftSet(reps=5, weight_kg=100)
    lifts = [Lift(at=first + dt.timedelta(days=day), exercise=Exercise.SQUAT, sets=(lift,)) for day in range(count)]
    await runner.world.store.run(lambda records: records.lifts.add_all(runner.person.id, lifts))


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
            "⚠️ That file is over 10 MB. Send the CSV of Strong or Hevy; if this is it, export a shorter span.",
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
    assert (
        said.text == "⚠️ That file is over 10 MB. Send the CSV of Strong or Hevy; if this is it, export a shorter span."
    )
    assert runner.world.telegram.calls_of("getFile") == []


@pytest.mark.parametrize(
    ("content", "answer"),
    [
        (b"BEGIN:VCALENDAR", UNKNOWN),
        (bytes(LARGEST_FILE), UNKNOWN),
        (strong(session(LAST_YEAR[0], title="Bench Press (Barbell)")), "⚠️ No row of your Strong export is a deadlift"),
        (strong(session(LAST_YEAR[0], sets=60_001)), TOO_MANY),
        (strong(*daily(MOST_NEW + 1)), TOO_MANY),
        (strong(*daily(MOST_IN_LOG + 1)), TOO_MANY),
        (strong(f'{LAST_YEAR[0]} 18:05:00,"Legs'), "⚠️ That export breaks off in the middle, or was changed."),
    ],
    ids=["calendar", "zeros", "bench", "sets", "lifts", "many lifts", "cut"],
)
async def test_what_cannot_be_used_gets_one_clear_sentence(runner: Talker, content: bytes, answer: str) -> None:
    [said] = await send(runner, content)
    assert said.text.startswith(answer)
    assert await runner.world.store.run(lambda records: records.import_of(runner.person.id)) is None


async def test_a_file_can_hold_more_lifts_than_it_adds(runner: Talker) -> None:
    await imported(runner, "2025-12-31")
    [shown] = await send(runner, strong(*daily(MOST_NEW + 1)))
    [stored, *_] = await runner.press(f"Import {MOST_NEW}", shown)
    assert len(await logged(runner)) == MOST_NEW + 1
    await runner.press("Undo", stored)
    assert len(await logged(runner)) == 1


async def test_files_fill_a_log_up_to_its_bound_and_no_farther(runner: Talker) -> None:
    await fill(runner, MOST_IN_LOG - 2)
    [said] = await send(runner, strong(*map(session, LAST_YEAR)))
    assert said.text == TOO_MANY
    assert await runner.world.store.run(lambda records: records.import_of(runner.person.id)) is None
    await imported(runner, *LAST_YEAR[:2])
    assert len(await logged(runner)) == MOST_IN_LOG


async def test_a_log_that_was_filled_between_file_and_tap_takes_no_more(runner: Talker) -> None:
    [shown] = await send(runner, strong(*map(session, LAST_YEAR)))
    await fill(runner, MOST_IN_LOG - 2)
    [said] = await runner.press("Import 3", shown)
    assert said.text == TOO_MANY
    assert len(await logged(runner)) == MOST_IN_LOG - 2


async def test_an_empty_file_gets_one_clear_sentence(runner: Talker) -> None:
    [said] = await send(runner, b"")
    assert said.text.startswith(UNKNOWN)


@pytest.mark.parametrize(
    ("caption", "first"),
    [
        ("my log, knee hurts 2/10", "📌 Niggle noted: 2/10."),
        ("my log, sharp pain in my knee", "📌 Pain noted."),
        ("my lower back feels off", "❓ Tired muscle, or pain?"),
    ],
)
async def test_a_file_captioned_with_pain_is_asked_for_again(runner: Talker, caption: str, first: str) -> None:
    said, *_, last = await send(runner, strong(session(LAST_YEAR[0])), caption=caption)
    assert said.text.startswith(first)
    assert last.text == (
        "🤷 Your words came first, so I left the file unread. Send it again without them to import its lifts."
    )
    assert runner.world.telegram.calls_of("getFile") == []


async def test_pain_without_a_file_asks_for_none(runner: Talker) -> None:
    assert all("file" not in said.text for said in await runner.say("my log, knee hurts 2/10"))


async def test_a_red_flag_in_a_caption_is_all_that_is_answered(runner: Talker) -> None:
    [said] = await send(runner, strong(session(LAST_YEAR[0])), caption="numb between the legs since yesterday")
    assert said.text.startswith("🩺")
    assert runner.world.telegram.calls_of("getFile") == []
