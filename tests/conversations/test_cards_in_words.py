"""The words for a card do what the buttons under it do."""

import pytest

from tests.conversations.conftest import Talker, World
from tests.conversations.waiting import texts


@pytest.mark.parametrize("said", ["picture", "send me the picture", "card"])
async def test_the_picture_of_today_is_sent_under_its_answer(runner: Talker, said: str) -> None:
    await runner.set_up("/today")
    [card] = await runner.say(said)
    assert card.data["photo"]
    assert card.data["caption"].startswith("⛔ Not today")
    assert card.labels == ["Share"]


async def test_share_is_about_the_card_that_was_shown(runner: Talker) -> None:
    await runner.set_up("/today", "/week")
    card, how = await runner.say("share this")
    assert card.data["photo"]
    assert card.data["caption"].startswith("⛔ Mon 2 Mar · rest")
    assert how.text.startswith("📖 Forward the card to whom you like")
    today, _ = await runner.say("share today with my coach")
    assert today.data["caption"].startswith("⛔ Not today")


async def test_the_progress_is_shared(runner: Talker) -> None:
    await runner.set_up("/log yesterday 18:00 deadlift 3x4 100kg rpe 8", "/progress")
    card, _ = await runner.say("share it")
    assert "deadlift" in card.data["caption"]


async def test_a_day_that_was_asked_about_is_the_one_that_is_shared(runner: Talker) -> None:
    await runner.set_up("can I deadlift on Thursday?")
    card, _ = await runner.say("share that")
    assert "Thu" in card.data["caption"]


async def test_any_picture_is_none_of_today_where_no_card_was_shown(runner: Talker) -> None:
    assert all("Not today" not in text for text in texts(await runner.say("show me a picture")))


async def test_nothing_is_shared_while_a_red_flag_stands(runner: Talker, world: World) -> None:
    await runner.set_up("/today", "chest pain and short of breath")
    world.clock.go_on(minutes=1)
    [answer] = await runner.say("share this")
    assert answer.text.startswith("🩺")
