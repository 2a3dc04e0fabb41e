"""What is told of runs that are over lands on the run that it can mean, or is asked about; no run is invented."""

import pytest

from bot.training.body import RunReport
from tests.conversations.conftest import Talker, World

# Tue 18:00 intervals, Thu 06:30 tempo, Sun 08:00 long.
FRIDAY = {"days": 4, "hours": 1}


@pytest.fixture
async def friday(runner: Talker, world: World) -> Talker:
    """Return the runner on Friday, 6 March, 11:00: a day without runs."""
    world.clock.go_on(**FRIDAY)
    return runner


async def reports(world: World, runner: Talker) -> list[str]:
    """Return the days of the reports that are kept."""
    kept = await world.store.run(lambda records: records.checkins.of(runner.person.id))
    return [one.run_date.isoformat() for _, one in kept if isinstance(one, RunReport)]


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("tempo felt awful", "Thu 5 Mar: worse than"),
        ("intervals went well", "Tue 3 Mar: as"),
        ("my run felt awful", "Thu 5 Mar: worse than"),
        ("the tempo on 26 Feb felt awful", "Thu 26 Feb: worse than"),
        ("tempo felt awful last week", "Thu 26 Feb: worse than"),
        ("yesterday's tempo was great", "Thu 5 Mar: as"),
    ],
)
async def test_a_report_is_of_the_newest_run_that_it_can_mean(friday: Talker, said: str, day: str) -> None:
    assert await friday.ask(said) == f"📌 The run of {day} planned."


async def test_a_run_still_to_come_today_is_not_the_one_that_felt_bad(runner: Talker, world: World) -> None:
    world.clock.go_on(days=1)
    assert await runner.ask("intervals felt awful") == "📌 The run of Tue 24 Feb: worse than planned."
    world.clock.go_on(hours=9)
    assert await runner.ask("intervals felt awful") == "📌 The run of Tue 3 Mar: worse than planned."


async def test_a_report_that_fits_no_known_run_is_asked_about(friday: Talker, world: World) -> None:
    [which] = await friday.say("long run felt awful today")
    assert which.text == "❓ Which run was that? I know none of that kind and day."
    assert which.labels == ["tempo yesterday 06:30", "intervals Tue 3 Mar 18:00", "long run Sun 1 Mar 08:00"]
    assert await reports(world, friday) == []
    [kept] = await friday.press("long run Sun 1 Mar 08:00", which)
    assert kept.text == "📌 The run of Sun 1 Mar: worse than planned."


async def test_the_report_of_a_runner_without_known_runs_is_of_today(ada: Talker) -> None:
    assert await ada.ask("tempo felt awful") == "📌 The run of Mon 2 Mar: worse than planned."


async def test_a_session_on_a_day_without_runs_is_asked_about(friday: Talker, world: World) -> None:
    [which] = await friday.say("did the session")
    assert which.text == "❓ I know no such run of Fri 6 Mar. What was it?"
    assert which.labels == [
        "tempo yesterday 06:30",
        "intervals Tue 3 Mar 18:00",
        "long run Sun 1 Mar 08:00",
        "One more run on Fri 6 Mar",
        "My lift",
    ]
    assert await world.store.run(lambda records: records.dated_runs.of(friday.person.id)) == ()
    [kept] = await friday.press("tempo yesterday 06:30", which)
    assert kept.text == "📌 Thu 5 Mar · tempo · 06:30 · 40 min, done"


async def test_one_more_run_is_kept_when_that_is_what_it_was(friday: Talker) -> None:
    await friday.say("did the session")
    [kept] = await friday.press("One more run on Fri 6 Mar")
    assert kept.text == "📌 Fri 6 Mar · run, done"


async def test_a_run_done_and_how_it_felt_go_to_the_same_day(friday: Talker) -> None:
    done, felt = await friday.say("did my tempo, felt awful")
    assert done.text == "📌 Thu 5 Mar · tempo · 06:30 · 40 min, done"
    assert felt.text == "📌 The run of Thu 5 Mar: worse than planned."


async def test_a_named_run_of_another_day_is_asked_about(friday: Talker) -> None:
    [which] = await friday.say("did my intervals")
    assert which.labels == ["intervals Tue 3 Mar 18:00", "One more run on Fri 6 Mar"]


async def test_a_run_that_no_day_has_is_new_to_today(ada: Talker) -> None:
    assert await ada.ask("did my tempo") == "📌 Mon 2 Mar · tempo, done"


async def test_a_run_told_with_how_it_felt_is_kept_with_it(runner: Talker, world: World) -> None:
    """The lift of Wednesday evening is half a day before Thursday's tempo."""
    world.clock.go_on(days=3)
    await runner.set_up("/log yesterday 18:00 deadlift 3x4 100kg rpe 8")
    replies = await runner.say("did my tempo this morning, felt awful")
    assert not any(reply.text.startswith("❓ How did") for reply in replies)
    assert await reports(world, runner) == ["2026-03-05"]


async def test_what_is_clear_is_stored_beside_a_run_that_is_asked_about(friday: Talker, world: World) -> None:
    replies = await friday.say("did the session yesterday and ran 10k easy today")
    assert any("10 km" in reply.text for reply in replies)
    runs = await world.store.run(lambda records: records.dated_runs.of(friday.person.id))
    assert any(one.run.distance_km == 10 for _, one in runs)
