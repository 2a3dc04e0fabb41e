"""What is taken back by its sort or its day, on Monday, 2 March; the week has Tue, Thu and Sun."""

import pytest

from tests.conversations.conftest import Talker


async def test_a_day_as_normal_takes_back_the_move_and_leaves_the_week(runner: Talker) -> None:
    await runner.say("tuesday's run moved to wednesday")
    [back, *_] = await runner.say("forget the thing of wednesday, i run the tuesday at normal")
    assert back.text == "📌 Tue 3 Mar · intervals · 18:00\nWed 4 Mar · no run"
    shown = (await runner.ask("/schedule")).splitlines()
    assert any("Tue" in line and "intervals" in line for line in shown)
    assert not any("Wed" in line for line in shown)


@pytest.mark.parametrize("text", ["sunday as normal", "back to normal on sunday", "i run sunday as usual"])
async def test_a_changed_run_is_the_weekly_one_again(runner: Talker, text: str) -> None:
    await runner.say("sunday long 20k")
    assert (await runner.say(text))[0].text == "📌 Sun 8 Mar · long run · 08:00 · 18 km"


async def test_a_day_that_is_as_normal_changes_nothing(runner: Talker) -> None:
    assert await runner.ask("back to normal on thursday") == "📖 Thu 5 Mar · tempo · 06:30 · 40 min"


async def test_a_question_takes_nothing_back(runner: Talker) -> None:
    await runner.say("sunday long 20k")
    assert not (await runner.say("sunday as normal?"))[0].text.startswith("📌")


async def test_undo_takes_the_newest_of_the_sort_that_is_named(runner: Talker) -> None:
    await runner.set_up("/log today 08:00 deadlift 3x5 60kg", "/add saturday easy 5k")
    assert (await runner.ask("undo that lift")) == "📌 Undone: the lift today 08:00, deadlift 3 × 5 at 60 kg."
    assert (await runner.ask("undo the last race")) == "🤷 There is nothing to undo."
    assert (await runner.ask("undo the run")).startswith("📌 Undone: the run of Sat 7 Mar.")


async def test_undo_alone_takes_the_newest_of_all(runner: Talker) -> None:
    await runner.set_up("/log today 08:00 deadlift 3x5 60kg", "/add saturday easy 5k")
    assert (await runner.ask("undo the last one")).startswith("📌 Undone: the run of Sat 7 Mar.")
