"""Groups: the form guide for everybody, nobody's own data, and a way to the private chat."""

import pytest

from bot.local.group import Group
from bot.local.person import Person
from bot.local.shown import ShownMessage
from tests.conversations.conftest import Talker, World

OPEN = "Open our chat"


async def said(world: World, seat: Person, text: str) -> list[ShownMessage]:
    """Say something in a group and return the bot's new messages there."""
    seen = seat.received
    await seat.send(text)
    await world.settle()
    return seat.messages_after(seen)


async def answer(world: World, seat: Person, text: str) -> ShownMessage:
    """Say something in a group and return the only answer."""
    [message] = await said(world, seat, text)
    return message


@pytest.mark.parametrize("text", ["what a run", "deadlift tomorrow?", "/ban", "/today@other_bot", "@other_bot hi"])
async def test_what_is_not_said_to_the_bot_gets_no_answer(world: World, club: Group, text: str) -> None:
    assert await said(world, club.members[0], text) == []


@pytest.mark.parametrize(
    "text",
    [
        "/week",
        "/progress",
        "/checkin soreness 6",
        "/health pregnant",
        "@deadlift_local_bot doctor says no lifting for 2 weeks",
        "/today friday",
        "@deadlift_local_bot can I deadlift tomorrow?",
        "@deadlift_local_bot my hamstrings are a 6",
        "@deadlift_local_bot what's my 1RM?",
        "@deadlift_local_bot my knee hurts when I pull",
        "@deadlift_local_bot is deadlifting ok with high blood pressure?",
        "/ask my back hurts at lockout, what now?",
        "/ask pain",
        "@deadlift_local_bot ouch",
    ],
)
async def test_what_is_ones_own_is_sent_to_the_private_chat(world: World, club: Group, text: str) -> None:
    seat = club.members[0]
    message = await answer(world, seat, text)
    assert message.text == "🤷 Let us talk in private: that is your own data."
    assert message.labels == [OPEN]
    assert message.reply_to == max(seat.chat.messages) - 1


@pytest.mark.usefixtures("runner")
async def test_the_known_runner_is_not_shown_in_a_group(world: World, club: Group) -> None:
    message = await answer(world, club.members[0], "/schedule")
    assert "intervals" not in message.text
    assert message.labels == [OPEN]


async def test_a_question_about_today_opens_the_private_chat_with_its_answer(
    world: World, club: Group, runner: Talker
) -> None:
    message = await answer(world, club.members[0], "/today")
    [[button]] = message.rows
    assert button.value == "https://t.me/deadlift_local_bot?start=today"
    assert (await runner.ask("/start today")).startswith("⛔ Not today\n")


@pytest.mark.parametrize(
    "text", ["/form bar path", "/ask how do I brace?", "@deadlift_local_bot how wide should my grip be?"]
)
async def test_the_form_guide_answers_in_a_group_as_a_reply(world: World, club: Group, text: str) -> None:
    seat = club.members[0]
    message = await answer(world, seat, text)
    assert message.text.startswith("📖 ")
    assert "Sources: " in message.text
    assert message.reply_to is not None
    assert len(message.labels) == 2


async def test_a_page_of_the_guide_is_turned_by_the_one_who_asked(world: World, club: Group) -> None:
    asker, other = club.members[0], club.add(world.telegram.private_chat(first_name="Bea"))
    page = await answer(world, asker, "/ask how do I brace?")
    seen = asker.received
    await other.press(page.labels[0], message=page)
    await world.settle()
    assert other.alerts == ["🤷 That button belongs to somebody else."]
    assert asker.received == seen
    await asker.press(page.labels[0], message=page)
    await world.settle()
    [following] = asker.messages_after(seen)
    assert following.text.startswith("📖 ")
    assert following.reply_to == page.id


async def test_an_answer_to_the_bots_message_is_said_to_the_bot(world: World, club: Group) -> None:
    seat = club.members[0]
    page = await answer(world, seat, "/ask how do I brace?")
    seen = seat.received
    await seat.send("where should my feet be?", reply_to=page)
    await world.settle()
    [following] = seat.messages_after(seen)
    assert following.text.startswith("📖 ")


async def test_a_message_that_is_edited_in_a_group_is_not_answered_again(world: World, club: Group) -> None:
    seat = club.members[0]
    message = await seat.send("/form bar path")
    await world.settle()
    seen = seat.received
    await seat.edit(message, "/form hips")
    await world.settle()
    assert seat.messages_after(seen) == []
    assert await world.store.inbox.unhandled(int(world.telegram.token.partition(":")[0])) == ()


@pytest.mark.parametrize("text", ["/start", "@deadlift_local_bot", "@deadlift_local_bot thanks!"])
async def test_a_greeting_says_what_the_bot_does_in_a_group(world: World, club: Group, text: str) -> None:
    message = await answer(world, club.members[0], text)
    assert message.text.startswith("📖 Here I answer questions about form")
    assert message.labels == [OPEN]


async def test_an_emergency_in_a_group_gets_help_first(world: World, club: Group) -> None:
    message = await answer(world, club.members[0], "@deadlift_local_bot I have chest pain")
    assert message.text.startswith("🩺 ")


async def test_what_the_guide_does_not_cover_is_said_so_in_a_group(world: World, club: Group) -> None:
    message = await answer(world, club.members[0], "/ask which lifting belt is best?")
    assert message.text.startswith("🤷 ")
    assert "none of my sources covers that" in message.text


@pytest.mark.parametrize("action", ["today", "undo:1", "form:nonsense", "forms:9", "form", ""])
async def test_a_forged_button_in_a_group_does_nothing_and_makes_nobody_known(
    world: World, club: Group, action: str
) -> None:
    seat = club.members[0]
    page = await answer(world, seat, "/form bar path")
    seen = seat.received
    await seat.press_data(page, f"{seat.id}|{action}")
    await world.settle()
    assert seat.messages_after(seen) == []
    assert seat.alerts == ["🤷 That button is too old to do anything."]
    assert await world.store.run(lambda records: records.runner(seat.id)) is None
