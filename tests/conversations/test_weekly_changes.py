"""A weekly run told as it is from now on changes in that alone."""

import pytest

from tests.conversations.conftest import Talker

TUE, THU, SUN = "Tue · intervals · 18:00", "Thu · tempo · 06:30 · 40 min", "Sun · long run · 08:00 · 18 km"


@pytest.mark.parametrize(
    ("told", "week"),
    [
        ("thursday is now 7am", [TUE, "Thu · tempo · 07:00 · 40 min", SUN]),
        ("from now on my thursday run is at 6am", [TUE, "Thu · tempo · 06:00 · 40 min", SUN]),
        ("tuesday is now at 17:30", ["Tue · intervals · 17:30", THU, SUN]),
        ("my long run is 25k from now on", [TUE, THU, "Sun · long run · 08:00 · 25 km"]),
        ("my long run is now 25k", [TUE, THU, "Sun · long run · 08:00 · 25 km"]),
        ("sunday is 20k from now on", [TUE, THU, "Sun · long run · 08:00 · 20 km"]),
        ("my intervals are 8k from now on", ["Tue · intervals · 18:00 · 8 km", THU, SUN]),
    ],
)
async def test_one_thing_of_a_weekly_run_changes(runner: Talker, told: str, week: list[str]) -> None:
    [stored] = await runner.say(told)
    assert stored.text.splitlines() == ["📌 Your week:", *week]
    await runner.press("Undo", stored)
    assert (await runner.ask("/schedule")).splitlines()[1:] == [TUE, THU, SUN]


@pytest.mark.parametrize(
    "told", ["is thursday now 7am?", "my race is now 10k", "monday is 10k from now on", "my long run is now 900k"]
)
async def test_what_tells_of_no_weekly_run_that_is_known_changes_none(runner: Talker, told: str) -> None:
    await runner.say(told)
    assert (await runner.ask("/schedule")).splitlines()[1:] == [TUE, THU, SUN]
