"""Pictures in conversation: the week and the day as cards, with the same facts as text."""

import io

import pytest
from PIL import Image

from bot.app.records import Method, OutMessage
from bot.local.faults import answering
from bot.local.shown import ShownMessage
from tests.conversations.conftest import Talker, World

RACE = "/race 2026-04-12 marathon A Berlin"
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def size_of(message: ShownMessage) -> tuple[int, int]:
    assert message.file is not None
    image = Image.open(io.BytesIO(message.file.content))
    assert image.format == "PNG"
    return image.size


async def test_the_week_is_a_picture_with_its_text_and_buttons_below(runner: Talker) -> None:
    [week] = await runner.say("/week")
    width, height = size_of(week)
    assert width == 1080
    assert width < height < 2 * width
    assert week.labels == ["Plan these lifts", "Share"]


async def test_the_week_as_a_picture_says_what_it_says_as_text(runner: Talker) -> None:
    await runner.say(RACE)
    [told] = await runner.say("/lifts auto")
    assert told.file is None
    [shown] = await runner.say("/week")
    assert shown.text.splitlines()[1:] == told.text.splitlines()[1:]


async def test_a_week_too_long_for_a_caption_follows_its_picture_with_the_buttons(runner: Talker) -> None:
    runs = (
        "05:30 easy 12.5 km 75 min",
        "09:30 fartlek 8.5 km 50 min",
        "12:30 recovery 6.5 km 40 min",
        "20:30 steady 13.5 km 80 min",
    )
    await runner.say("/schedule " + ", ".join(f"{day} {run}" for day in WEEKDAYS for run in runs))
    picture, week = await runner.say("/week")
    assert size_of(picture)[0] == 1080
    assert (picture.text, picture.labels) == ("Your next 7 days, with the lifts I would choose:", [])
    assert week.text.count("recovery · 12:30 · 6.5 km · 40 min") == 7
    assert week.labels == ["Plan these lifts", "Share"]


@pytest.mark.parametrize(
    ("race", "line"),
    [
        ("/race 2026-04-12 marathon A Berlin", "🏁 Berlin marathon (A) in 41 days"),
        ("/race 2026-03-03 10k B", "🏁 10 k (B) in 1 day"),
        ("/race 2026-03-02 10k C", "🏁 10 k (C) today"),
    ],
)
async def test_the_week_counts_the_days_to_the_next_race(runner: Talker, race: str, line: str) -> None:
    assert "🏁" not in await runner.ask("/week")
    await runner.set_up("/race 2026-09-27 marathon A Late", race)
    assert line in (await runner.ask("/week")).splitlines()


async def test_a_week_with_nothing_in_it_invites(ada: Talker) -> None:
    await ada.set_up("/set timezone Europe/Berlin", "/checkin ill 38.5")
    [week] = await ada.say("/week")
    assert size_of(week)[0] == 1080
    assert "🏋" not in week.text
    assert "Send me your running week in one line" in week.text


async def test_a_week_with_runs_invites_to_nothing(runner: Talker) -> None:
    assert "Send me your running week" not in await runner.ask("/week")


async def test_the_answer_for_today_becomes_a_card_with_the_same_facts(runner: Talker) -> None:
    [answer] = await runner.say("/today")
    [card] = await runner.press("Picture", answer)
    assert size_of(card)[0] == 1080
    assert card.text.splitlines() == [
        "⛔ Not today",
        "Intervals tomorrow 18:00, 32 h away: no deadlift on the day before a hard run.",
        "Instead: mobility, a walk or plain rest.",
        "Next good window: Thu 5 Mar 18:00.",
    ]
    assert set(card.text.splitlines()) <= set(answer.text.splitlines())


async def test_a_yes_becomes_a_card_with_the_work(runner: Talker, world: World) -> None:
    world.clock.go_on(days=3)  # Thursday
    [answer] = await runner.say("/today")
    [card] = await runner.press("Picture", answer)
    lines = card.text.splitlines()
    assert lines[0] == "✅ Yes, from 13:15"
    assert lines[2].startswith("3 × 4 ")
    assert set(lines) <= set(answer.text.splitlines())


@pytest.mark.parametrize("asked", ["/today 18:00", "/today tomorrow", "/today now"])
async def test_only_an_answer_for_today_offers_a_card(runner: Talker, asked: str) -> None:
    [answer] = await runner.say(asked)
    assert "Picture" not in answer.labels


@pytest.mark.parametrize("told", ["/checkin ill 38.5", "/checkin pain 6 knee", "/checkin pain 1 knee stable"])
async def test_a_card_to_show_around_says_nothing_of_health(runner: Talker, told: str) -> None:
    await runner.say(told)
    [answer] = await runner.say("/today")
    [card] = await runner.press("Picture", answer)
    assert size_of(card)[0] == 1080
    assert card.text.splitlines() == [answer.text.splitlines()[0], "Ask me why."]


async def test_a_red_flag_gets_no_picture_but_what_to_do(runner: Talker) -> None:
    [answer] = await runner.say("/today")
    stop = (await runner.say("sudden numbness between my legs and I cannot pee"))[-1]
    [week] = await runner.say("/week")
    assert week.file is None
    assert "✅" not in week.text
    shown = await runner.press("Picture", answer)
    assert shown[-1].file is None
    assert shown[-1].text.startswith("🩺 Stop")
    assert stop.text.startswith("🩺 Stop")


async def test_the_same_card_is_uploaded_once(runner: Talker, world: World) -> None:
    for _ in range(2):
        await runner.say("/week")
    first, second = world.telegram.calls_of("sendPhoto")
    assert "photo" not in first.params  # it came as a file
    assert isinstance(second.params["photo"], str)


async def test_a_card_of_an_older_version_leaves_its_words(runner: Talker, world: World) -> None:
    chat = runner.person.id
    payload = {"chat_id": chat, "photo": '{"kind":"week","name":"old"}', "caption": "Your week", "parse_mode": "HTML"}
    card = OutMessage(chat_id=chat, method=Method.PHOTO, payload=payload)
    await world.store.run(lambda records: records.send(card))
    [*_, shown, answer] = await runner.say("/week")
    assert (shown.text, shown.file) == ("Your week", None)
    assert size_of(answer)[0] == 1080


async def test_a_chat_that_takes_no_photos_gets_the_words(runner: Talker, world: World) -> None:
    world.telegram.fail("sendPhoto", answering(400, "Bad Request: not enough rights to send photos to the chat"))
    [week] = await runner.say("/week")
    assert week.file is None
    assert week.text.startswith("Your next 7 days")
    assert week.labels == ["Plan these lifts", "Share"]
