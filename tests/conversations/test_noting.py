"""What may be of something else than the runner's own training is asked about once, before it is kept."""

import pytest

from bot.app.records import Dialogue
from tests.conversations.conftest import Talker, World

GOATS = "the goats escaped and we ran 5k after them yesterday in wellies"
WALLET = "my wallet is sore after that race entry"


async def _counts(world: World, talker: Talker) -> tuple[int, ...]:
    """Return how much of each sort is kept of somebody."""
    who = talker.person.id
    return await world.store.run(
        lambda records: tuple(
            len(shelf.of(who)) for shelf in (records.dated_runs, records.checkins, records.lifts, records.races)
        )
    )


@pytest.mark.parametrize("said", [WALLET, GOATS])
async def test_what_seems_to_be_of_something_else_is_asked_about_and_not_kept(
    runner: Talker, world: World, said: str
) -> None:
    before = await _counts(world, runner)
    [asked] = await runner.say(said)
    assert asked.text.startswith("❓ Is that about your own training? I would note: ")
    assert len(asked.text.splitlines()) == 1
    assert asked.labels == ["Note it", "No"]
    assert await _counts(world, runner) == before


async def test_the_question_says_which_run_it_would_note(runner: Talker) -> None:
    [asked] = await runner.say(GOATS)
    assert asked.text == "❓ Is that about your own training? I would note: Sun 1 Mar run · 5 km."


@pytest.mark.parametrize("no", ["No", "no"])
async def test_no_leaves_all_as_it_is(runner: Talker, world: World, no: str) -> None:
    before = await _counts(world, runner)
    await runner.say(GOATS)
    [calm] = await (runner.press(no) if no == "No" else runner.say(no))
    assert calm.text == "📖 Nothing noted: all is as it was."
    assert await _counts(world, runner) == before


@pytest.mark.parametrize("yes", ["Note it", "yes", "note it", "yep"])
async def test_note_it_keeps_it_as_ever_with_undo(runner: Talker, world: World, yes: str) -> None:
    before = await _counts(world, runner)
    await runner.say(GOATS)
    kept, *_ = await (runner.press(yes) if yes == "Note it" else runner.say(yes))
    assert kept.text.startswith("📌")
    assert "Undo" in kept.labels
    assert await _counts(world, runner) != before
    await runner.press("Undo", kept)
    assert await _counts(world, runner) == before


async def test_it_is_kept_as_of_when_it_was_said(runner: Talker, world: World) -> None:
    [asked] = await runner.say(GOATS)
    world.clock.go_on(days=1)
    kept, *_ = await runner.press("Note it", asked)
    assert kept.text.startswith("📌 Sun 1 Mar")


async def test_another_message_lets_go_of_what_waits(runner: Talker, world: World) -> None:
    [asked] = await runner.say(GOATS)
    await runner.say("thanks")
    before = await _counts(world, runner)
    assert await runner.press("Note it", asked) == []
    assert await runner.press("No", asked) == []
    assert await _counts(world, runner) == before


async def test_a_question_beside_it_is_answered_after_the_no(runner: Talker) -> None:
    [asked] = await runner.say(f"{GOATS}. can I deadlift now?")
    assert asked.text.startswith("❓ Is that about your own training?")
    calm, answer = await runner.press("No")
    assert calm.text.startswith("📖 Nothing noted")
    assert answer.text == await runner.ask("can I deadlift now?")


@pytest.mark.parametrize(
    "said",
    ["did 10k easy this morning", "deadlift 3x5 at 100 kg", "legs are sore, 5 out of 10", "slept 5 hours last night"],
)
async def test_what_is_told_of_oneself_is_kept_at_once(runner: Talker, said: str) -> None:
    kept, *_ = await runner.say(said)
    assert kept.text.startswith("📌")


async def test_a_command_is_taken_at_its_word(runner: Talker) -> None:
    kept, *_ = await runner.say("/add sat race")
    assert kept.text.startswith("📌")


async def test_a_red_flag_comes_before_the_question(runner: Talker) -> None:
    [answer] = await runner.say(f"{GOATS}, and I have chest pain")
    assert answer.text.startswith("🩺 Stop")


async def test_pain_is_noted_without_the_question(runner: Talker) -> None:
    noted, *_ = await runner.say("sharp pain in my knee when I carry the shopping up")
    assert noted.text.startswith("📌 Pain noted")


async def test_somebody_in_the_set_up_is_taken_at_their_word(ada: Talker, world: World) -> None:
    await ada.say("/start")
    await ada.say(GOATS)
    kept = await world.store.run(lambda records: records.dialogue(ada.person.id))
    assert isinstance(kept, Dialogue)
    assert "notes" not in kept.draft
