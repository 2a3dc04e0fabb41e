"""An export that is sent back restores everything, into an empty record and as one change."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from bot.local.shown import ShownMessage
from tests.conversations.conftest import MONDAY_MORNING, Talker

Document = dict[str, Any]

TOLD = (
    "/set units lb",
    "/set equipment barbell 20 10 5",
    "/set quiet 22:00-06:00",
    "/set target 2",
    "/add tomorrow rest",
    "/add 2026-03-20 tempo 8 km 07:15",
    "/race 2026-09-27 marathon A Berlin",
    "/lifts fri 07:00, tue 18:00",
    "/remind 06:00",
    "/remind week sun 19:00",
    "/log yesterday 18:00 deadlift 3x4 225lb rpe 8",
    "/log 2026-02-20 18:00 squat 3x5 200lb",
    "/checkin soreness 4",
    "/checkin sleep 5.5",
    "/checkin pain 2 knee stable",
    "/health age 65+",
    "/health birth 2026-01-10",
    "/schedule Tue 6x800 @ 6pm, Thu tempo 40 min 6:30am, Sun long 18k 8am, Fri easy",
)
PASSING = ("exported_at", "verdicts", "workouts", "import", "told_lifts", "reminders")
"""What the bot works out anew."""


async def exported(runner: Talker) -> Document:
    """Return the document that a runner is given."""
    document, _ = await runner.say("/export")
    assert document.file is not None
    return dict(json.loads(document.file.content))


async def send_back(runner: Talker, document: Document | bytes) -> list[ShownMessage]:
    """Send an export and return the messages that answer it."""
    content = document if isinstance(document, bytes) else json.dumps(document).encode()
    seen = runner.person.received
    await runner.person.send_document("deadlift-bot.json", content, mime_type="application/json")
    await runner.world.settle()
    return runner.person.messages_after(seen)


async def forgotten(runner: Talker) -> None:
    """Delete everything."""
    [sure] = await runner.say("/delete")
    await runner.press(sure.labels[0], sure)


def lasting(document: Document) -> Document:
    """Return a document without what the bot works out anew."""
    return {key: value for key, value in document.items() if key not in PASSING}


async def test_everything_that_was_told_comes_back(runner: Talker) -> None:
    await runner.set_up(*TOLD)
    before = await exported(runner)
    await forgotten(runner)
    restored, today = await send_back(runner, before)
    assert restored.text == (
        "📌 Restored from your export of Mon 2 Mar.\n"
        "Weekly runs 4, dated runs 2, races 1, lifts 2, what you told of your body 5."
    )
    assert today.text.startswith("⛔")
    after = await exported(runner)
    assert lasting(after) == lasting(before)
    assert [one["kind"] for one in after["reminders"]] == [one["kind"] for one in before["reminders"]]


async def test_one_undo_takes_all_of_it_back(runner: Talker) -> None:
    await runner.set_up(*TOLD)
    before = await exported(runner)
    await forgotten(runner)
    restored, _ = await send_back(runner, before)
    await runner.press("Undo", restored)
    after = await exported(runner)
    assert (after["weekly_runs"], after["lifts"], after["health"], after["profile"]["units"]) == ([], [], None, "kg")


async def test_the_kinds_that_go_with_the_reminder_go_with_it_again(runner: Talker) -> None:
    await runner.set_up("/remind 07:00", "/set quiet 19:30-06:00", "/remind sore off")  # an alert would come at 20:00
    before = await exported(runner)
    await forgotten(runner)
    await send_back(runner, before)
    assert await runner.ask("/set units lb") == "📌 units: lb"
    await runner.say("/remind off")
    assert (await exported(runner))["reminder_kinds"]["after"] == "off"
    await runner.say("/remind 07:00")
    kinds = (await exported(runner))["reminder_kinds"]
    assert (kinds["after"], kinds["sore"]) == ("on", "off")


async def test_nothing_is_mixed_with_what_is_known_already(runner: Talker) -> None:
    document = await exported(runner)
    await runner.say("/log deadlift 3x4 100kg")
    [refused] = await send_back(runner, document)
    assert refused.text.startswith("⚠️ I restore an export only where I know nothing of you yet")
    assert len((await exported(runner))["lifts"]) == 1


def _without(key: str) -> Callable[[Document], Document]:
    return lambda document: {name: value for name, value in document.items() if name != key}


def _with(key: str, value: Any) -> Callable[[Document], Document]:
    return lambda document: {**document, key: value}


@pytest.mark.parametrize(
    "spoilt",
    [
        _without("weekly_runs"),
        _with("weekly_runs", [{"weekday": "funday", "kind": "easy"}]),
        _with(
            "lifts", [{"at": "2026-03-01T10:00:00Z", "exercise": "deadlift", "sets": [{"reps": 3, "weight_kg": 9999}]}]
        ),
        _with("lifts", [{"at": "2026-03-01T10:00:00", "exercise": "deadlift", "sets": [{"reps": 3}]}]),
        _with("checkins", [{"kind": "soreness", "at": "2026-03-01T10:00:00Z", "level": 99}]),
        _with("checkins", [{"kind": "soreness", "at": "2026-03-01T10:00:00", "level": 4}]),
        _with("checkins", [{"kind": "mood", "at": "2026-03-01T10:00:00Z"}]),
        _with("health", {"conditions": [{"topic": "headache", "said_on": "2026-03-01"}]}),
        _with("races", "none"),
    ],
)
async def test_a_document_that_is_wrong_anywhere_changes_nothing(
    runner: Talker, spoilt: Callable[[Document], Document]
) -> None:
    document = await exported(runner)
    await forgotten(runner)
    [refused] = await send_back(runner, spoilt(document))
    assert refused.text.startswith("⚠️ That export breaks off in the middle, or was changed.")
    assert (await exported(runner))["weekly_runs"] == []


async def test_half_a_document_changes_nothing(runner: Talker) -> None:
    content = json.dumps(await exported(runner)).encode()
    await forgotten(runner)
    [refused] = await send_back(runner, content[: len(content) // 2])
    assert refused.text.startswith("⚠️ That export breaks off in the middle")


async def test_another_versions_document_is_named(runner: Talker) -> None:
    document = await exported(runner)
    await forgotten(runner)
    [refused] = await send_back(runner, {**document, "format": "deadlift-bot/2"})
    assert refused.text.startswith("⚠️ That export is from another version of me")


async def test_a_setting_that_cannot_be_read_is_named_and_the_rest_is_taken(runner: Talker) -> None:
    document = await exported(runner)
    await forgotten(runner)
    profile = {**document["profile"], "timezone": "Mars/Olympus", "target": 9, "reminder": "05:45"}
    restored, _ = await send_back(runner, {**document, "profile": profile})
    assert "Not taken over, for I could not read it: timezone, target." in restored.text
    assert (await exported(runner))["profile"]["reminder"] == "05:45"


async def test_what_a_red_flag_stopped_stays_stopped(runner: Talker) -> None:
    await runner.say("chest pain when I run")
    document = await exported(runner)
    assert document["red_flags"]
    await forgotten(runner)
    _, today = await send_back(runner, document)
    assert today.text.startswith("🩺")
    assert MONDAY_MORNING.date().isoformat() in str(document["red_flags"])
