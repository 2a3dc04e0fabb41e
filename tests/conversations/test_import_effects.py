"""What imported lifts change: answers, plans, experience, the export, and what the help says of it."""

import datetime as dt
import json
from collections.abc import Iterable
from typing import Any

from tests.conversations.conftest import EXPERIENCED, Talker
from tests.conversations.importing import LAST_YEAR, imported, send, session, strong


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
