"""Who tells of weeks without a lift, or of a beginning, is told to begin light. On Monday, 2 March."""

import pytest

from tests.conversations.conftest import EXPERIENCED, WEEK, Talker


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("I haven't deadlifted in 3 months", "two light sessions first, then 20 % less"),
        ("no lifting for two weeks", "begin 10 % lighter"),
    ],
)
async def test_after_a_break_one_begins_lighter(runner: Talker, told: str, said: str) -> None:
    await runner.set_up(*EXPERIENCED, WEEK)
    assert said in await runner.ask(told)


async def test_who_began_last_month_is_new_to_lifting(runner: Talker) -> None:
    await runner.set_up(*EXPERIENCED, WEEK)
    stored, *_ = await runner.say("I only started lifting last month")
    assert stored.text.startswith("📌 lifting")
    assert (await runner.ask("can i lift on friday?")).startswith("🟡 Light only")
