"""Days without runs, on Monday, 2 March; the week has intervals Tue, tempo Thu, long run Sun."""

import pytest

from tests.conversations.conftest import Talker


@pytest.mark.parametrize(
    ("text", "echo"),
    [
        ("im not running this week", "📌 3 runs left out, Tue 3 Mar to Sun 8 Mar"),
        ("no runs next week", "📌 3 runs left out, Tue 10 Mar to Sun 15 Mar"),
        ("I am going on holiday next week and shall not be running", "📌 3 runs left out, Tue 10 Mar to Sun 15 Mar"),
        ("sick kid, no runs till sunday", "📌 2 runs left out, Tue 3 Mar to Thu 5 Mar"),
        ("sunday is cancelled, mum is ill", "📌 Sun 8 Mar · no run"),
        ("no uni club tonight its raining", "📌 Mon 2 Mar · no run"),
        ("fine. sunday moved to saturday", "📌 Sat 7 Mar · long run · 08:00 · 18 km, moved from Sun 8 Mar"),
    ],
)
async def test_the_runs_of_those_days_are_left_out(runner: Talker, text: str, echo: str) -> None:
    [stored, *_] = await runner.say(text)
    assert stored.text == echo
    await runner.press("Undo", stored)
    assert (await runner.say(text))[0].text == echo


@pytest.mark.parametrize("text", ["i'm on holiday next week", "away next week", "next week i'm away"])
async def test_who_is_only_away_is_asked(runner: Talker, text: str) -> None:
    [asked] = await runner.say(text)
    assert asked.text == "❓ Away from Mon 9 Mar to Sun 15 Mar. Runs planned then: 3. What shall I do?"
    assert asked.labels == ["Leave those runs out", "Leave them out, pause messages", "Keep everything"]
    [stored, *_] = await runner.press("Leave those runs out", asked)
    assert stored.text == "📌 3 runs left out, Tue 10 Mar to Sun 15 Mar"


async def test_a_journey_is_asked_about_with_its_days(runner: Talker) -> None:
    [asked] = await runner.say("flying to Rome on friday, back on the 10th")
    assert asked.text.startswith("❓ Away from Fri 6 Mar to Tue 10 Mar. Runs planned then: 2.")


@pytest.mark.parametrize(
    ("text", "answer"),
    [("i weigh 74 now", "I do not keep your body weight"), ("goal is 180kg by christmas", "I keep no goals")],
)
async def test_what_is_not_kept_is_answered(runner: Talker, text: str, answer: str) -> None:
    [said] = await runner.say(text)
    assert answer in said.text
    assert "Undo" not in said.labels


async def test_away_from_now_on_can_pause_too(runner: Talker) -> None:
    [asked] = await runner.say("away for a week")
    stored, *_, paused = await runner.press("Leave them out, pause messages", asked)
    assert stored.text == "📌 3 runs left out, Tue 3 Mar to Sun 8 Mar"
    assert "Mon 9 Mar" in paused.text


async def test_dates_share_their_month(runner: Talker) -> None:
    [asked] = await runner.say("I shall be away from the 2nd to the 9th of December")
    assert asked.text.startswith("❓ Away from Wed 2 Dec to Wed 9 Dec. Runs planned then: 3.")
    [kept] = await runner.press("Keep everything", asked)
    assert not kept.text.startswith("📌")


@pytest.mark.parametrize(
    "text",
    ["my coach is away next week", "am i away next week?", "not running this week but i'll do 5k on friday"],
)
async def test_what_tells_of_no_time_off_leaves_nothing_out(runner: Talker, text: str) -> None:
    assert not any("left out" in shown.text or "Away from" in shown.text for shown in await runner.say(text))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("i'm off to new york next week for work, flying monday", "from Mon 9 Mar to Sun 15 Mar"),
        ("away next week, flying out sunday", "from Sun 8 Mar to Sun 15 Mar"),
        ("travelling for work next week, back friday", "from Mon 9 Mar to Fri 13 Mar"),
        ("off to spain next week, flight on monday", "from Mon 9 Mar to Sun 15 Mar"),
        ("away for work mon to wed next week", "from Mon 9 Mar to Wed 11 Mar"),
        ("flying to the states tuesday", "on "),
    ],
)
async def test_the_day_of_the_journey_is_a_part_of_the_week_away(runner: Talker, text: str, days: str) -> None:
    assert (await runner.say(text))[0].text.startswith(f"❓ Away {days}")
