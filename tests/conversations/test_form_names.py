"""The form guide opens by the name of the deadlift; what is no question of form is not taken for one."""

import pytest

from tests.conversations.conftest import Talker


@pytest.mark.parametrize("name", ["deadlift", "deadlifts", "deadlifting", "the deadlift", "Kreuzheben", "peso muerto"])
async def test_the_deadlift_by_its_name_is_how_to_do_one(ada: Talker, name: str) -> None:
    for command in ("/form", "/ask"):
        assert (await ada.ask(f"{command} {name}")).startswith("📖 How to deadlift")


@pytest.mark.parametrize("name", ["sumo", "deficit deadlift", "belt", "calf"])
async def test_what_no_guide_covers_stays_so(ada: Talker, name: str) -> None:
    assert "none of my sources covers that" in await ada.ask(f"/form {name}")


@pytest.mark.parametrize(("one", "several"), [("knee", "knees"), ("hip", "hips"), ("hamstring", "hamstrings")])
async def test_a_part_of_the_body_is_found_by_one_as_by_several(ada: Talker, one: str, several: str) -> None:
    assert await ada.ask(f"/form {one}") == await ada.ask(f"/form {several}")


@pytest.mark.parametrize("asked", ["am I paused?", "are you paused", "is my pause over?", "how long am I paused for"])
async def test_whether_there_is_a_pause_is_answered(runner: Talker, asked: str) -> None:
    assert (await runner.ask(asked)).startswith("📖 No pause")
    await runner.say("/pause 7")
    assert (await runner.ask(asked)).startswith("Paused: nothing comes unasked before Mon 9 Mar.")


@pytest.mark.parametrize(
    "told",
    ["I can deadlift 100 kg", "I can pull 140kg", "my deadlift max is 140", "my 1rm is 150", "I deadlift 100 kg"],
)
async def test_the_most_that_one_lifts_is_heard_and_not_kept(runner: Talker, told: str) -> None:
    assert "I keep no best that is only told" in await runner.ask(told)
    assert (await runner.ask("/progress")).startswith("🤷 Nothing to show yet")


@pytest.mark.parametrize("told", ["I deadlifted 100 kg for 5", "deadlift 3x4 100kg"])
async def test_a_lift_that_was_done_is_logged(runner: Talker, told: str) -> None:
    kept, *_ = await runner.say(told)
    assert kept.text.startswith("📌")
