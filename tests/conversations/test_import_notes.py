"""Notes in an export: a red flag of the last days comes before the file, and comes once."""

import pytest

from tests.conversations.conftest import Talker
from tests.conversations.importing import send, strong

HELP = "🩺"


def noted(day: str, note: str) -> bytes:
    """Return an export with one set and a note beside it."""
    return strong(f'{day} 18:05:00,"Legs",1h,"Deadlift (Barbell)",1,100,5,0,0,"{note}","",8')


@pytest.mark.parametrize("day", ["2026-03-01", "2026-02-23"])
async def test_a_red_flag_in_a_note_of_the_last_days_is_all_that_is_answered(runner: Talker, day: str) -> None:
    [said] = await send(runner, noted(day, "easy. chest pain and passed out"))
    assert said.text.startswith(HELP)
    assert await runner.world.store.run(lambda records: records.import_of(runner.person.id)) is None
    assert (await runner.ask("/today")).startswith(HELP)


async def test_the_gravest_of_several_comes_first(runner: Talker) -> None:
    urgent, emergency = noted("2026-03-01", "cannot hop, the shin hurts"), noted("2026-02-28", "chest pain")
    _, row = emergency.decode().split("\n", 1)
    [said] = await send(runner, urgent + row.encode())
    [flag] = await runner.world.store.run(lambda records: records.red_flags.of(runner.person.id))
    assert flag[1].phrase == "chest pain"
    assert "112 or 911" in said.text


@pytest.mark.parametrize(
    ("day", "note"),
    [("2026-02-20", "chest pain"), ("2026-03-01", "chest day yesterday, legs are dead"), ("2026-03-01", "")],
    ids=["old", "none", "empty"],
)
async def test_what_is_old_or_no_red_flag_holds_no_file_back(runner: Talker, day: str, note: str) -> None:
    [shown] = await send(runner, noted(day, note))
    assert shown.labels[0] == "Import 1"


async def test_sent_again_the_file_is_shown_and_no_second_flag_is_raised(runner: Talker) -> None:
    export = noted("2026-03-01", "chest pain")
    [stopped] = await send(runner, export)
    await runner.press("That is not what I meant", stopped)
    await runner.press("Yes, a misunderstanding")
    [shown] = await send(runner, export)
    assert shown.labels[0] == "Import 1"
    assert len(await runner.world.store.run(lambda records: records.red_flags.of(runner.person.id))) == 1


async def test_a_new_note_after_a_clearance_is_a_red_flag_again(runner: Talker) -> None:
    await send(runner, noted("2026-02-25", "chest pain"))
    await runner.set_up("my doctor cleared me")
    runner.world.clock.go_on(days=6)
    [said] = await send(runner, noted("2026-03-07", "chest pain"))
    assert said.text.startswith(HELP)
