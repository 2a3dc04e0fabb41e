"""Whatever comes in is answered with one clear sentence, and nothing is stored."""

import pytest

from tests.conversations.conftest import Talker, World

MARKS = ("📌", "❓", "🤷", "⚠️", "📖", "⏰", "🔥", "✅", "🟡", "⛔", "🩺")


async def _stored(world: World, talker: Talker) -> tuple[int, ...]:
    owner = talker.person.id
    return await world.store.run(
        lambda r: tuple(
            len(shelf.of(owner)) for shelf in (r.patterns, r.dated_runs, r.races, r.lifts, r.fixed_lifts, r.checkins)
        )
    )


@pytest.mark.parametrize(
    "said",
    [
        "/frobnicate",
        "/today lorem ipsum",
        "/schedule lorem ipsum dolor sit amet",
        "/add",
        "/add blorp",
        "/race",
        "/race blorp",
        "/lifts tuesday",
        "/lifts blorp",
        "/log blorp",
        "/checkin soreness 11",
        "/checkin soreness -1",
        "/checkin blorp",
        "/set blorp 3",
        "/set units stone",
        "/set target 9",
        "/set quiet 25:00-06:00",
        "/set slots noon-ish",
        "/remind 25:00",
        "/remind warmup -5",
        "/warmup soon",
        "/progress squat",
        "/progress <b>",
        "/health xyz",
        "/health birth 2031-01-01",
        "/checkin sleep 30",
        "/checkin ill 60",
        "/why xyz",
        "/why tomorrow",
        "/form bar path",
        "asdf qwer zxcv",
        "x" * 5000,
        "🏃" * 500,
        "<b>&amp;</b> <script>",
        "/today <b>&",
        "\u202e\u0000\u200b",
        "Tue " * 900,
    ],
)
async def test_one_clear_sentence_and_nothing_stored(runner: Talker, world: World, said: str) -> None:
    before = await _stored(world, runner)
    answers = await runner.say(said)
    assert len(answers) == -(-len(said) // 4096)  # Telegram cuts what is longer than a message
    for answer in answers:
        assert answer.text.startswith(MARKS) or said == "/race"
        assert "Traceback" not in answer.text
        assert "went wrong" not in answer.text
    assert await _stored(world, runner) == before


async def test_a_sticker_and_a_photo_are_answered(runner: Talker, world: World) -> None:
    for send in (runner.person.send_sticker(), runner.person.send_photo(b"\x89PNG\r\n")):
        seen = len(runner.person.messages)
        await send
        await world.settle()
        [answer] = runner.person.messages[seen:]
        assert answer.text.startswith("🤷 I can")


@pytest.mark.parametrize(
    "data",
    [
        "",
        "x",
        "|",
        "{me}|",
        "{me}|blorp",
        "{me}|undo",
        "{me}|undo:x",
        "{me}|undo:999999",
        "{me}|undo:1:2",
        "{me}|day:2026-99-99",
        "{me}|day:1999-01-01",
        "{me}|norace:7",
        "{me}|zone:Mars/Phobos",
        "{me}|set:blorp:1",
        "{me}|step:zone:x",
        "{me}|skip:blorp",
        "{me}|keepweek",
        "{me}|time:2026-03-02:2026-03-02:tempo:9999",
        "{me}|kind:2026-03-02:2026-03-02:tempo:blorp",
        "{me}|hard:2026-03-02:2026-03-02:blorp",
        "{me}|day:9999-12-31",
        "{me}|free:9999-12-31",
        "{me}|layoff:2027-03-01:2026-03-02",
        "{me}|layoff:2026-02-17:2026-03-02",
        "{me}|layoff:2025-12-01:2026-04-01",
        "{me}|taper:2026-03-02:x",
        "{me}|delete",
        "{me}|delete:2026-01-01",
        "{me}|mine:blorp",
        "{me}|progress:blorp",
        "{me}|progress:squat",
        "{me}|cleared",
        "{me}|withdrawn",
        "{other}|undo:1",
        "{other}|delete",
        "-5|delete",
        "٣|delete",
    ],
)
async def test_forged_or_stale_data_of_a_button_does_nothing(runner: Talker, world: World, data: str) -> None:
    before = await _stored(world, runner)
    [answer] = await runner.say("/today")
    other = runner.person.id + 1
    filled = data.format(me=runner.person.id, other=other)
    await runner.press_data(answer, filled)
    assert await _stored(world, runner) == before
    assert await world.store.run(lambda records: records.runner(runner.person.id)) is not None
    said = [*runner.person.alerts, runner.person.messages[-1].text]
    assert any(text.startswith(("🤷", "⚠️")) for text in said[-2:])


async def test_a_button_of_somebody_else_does_nothing(world: World, runner: Talker) -> None:
    [stored] = await runner.say("/add tomorrow rest")
    data = stored.rows[0][0].value
    bob = world.person("Bob")
    [own] = await bob.say("/help")
    await bob.press_data(own, data)
    assert bob.person.alerts[-1] == "🤷 That button belongs to somebody else."
    rows = await world.store.run(lambda records: records.dated_runs.of(runner.person.id))
    assert len(rows) == 1


async def test_an_edited_message_is_answered_and_not_handled_again(runner: Talker, world: World) -> None:
    sent = await runner.person.send("/add tomorrow rest")
    await world.settle()
    await runner.person.edit(sent, "/add friday rest")
    await world.settle()
    assert runner.person.messages[-1].text.startswith("🤷 I read messages once")
    assert len(await world.store.run(lambda records: records.dated_runs.of(runner.person.id))) == 1


async def test_a_failing_use_case_says_sorry_and_stores_nothing(
    runner: Talker, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("boom")

    before = await _stored(world, runner)
    monkeypatch.setattr("bot.app.logbook.is_heavy", broken)
    answer = await runner.ask("/log deadlift 3x4 100kg rpe 8")
    assert answer.startswith("🤷 Something went wrong on my side")
    assert await _stored(world, runner) == before
    assert (await runner.ask("/help")).startswith("Ask: can I deadlift today?")


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("/log 3x4 100kg rpe 0", "RPE 1 to 10"),
        ("/log 3x4 100kg @0", "RPE 1 to 10"),
        ("/log 3x4 9999kg", "at most 500 kg"),
        ("/race 2026-09-20 marathon D", "a priority A, B or C"),
        ("/race 2026-11-22 -5k", "a distance with its unit"),
        ("/race 2026-10-18 8", "a distance with its unit"),
        ("/add tomorrow tempo 1000k", "at most 400 km or 48 h"),
        ("/add tomorrow tempo 0k", "longer than nothing"),
        ("/checkin soreness 11", "soreness and pain from 0 to 10"),
        ("/checkin sleep 25", "sleep from 0 to 24 h"),
        ("/set lifting next year", "3 years, 5 weeks, new"),
        ("/why tomorrow", "/today tomorrow"),
    ],
)
async def test_a_wrong_value_is_told_what_would_be_right(world: World, runner: Talker, said: str, right: str) -> None:
    before = await _stored(world, runner)
    answer = await runner.ask(said)
    assert answer.startswith("⚠️")
    assert right in answer
    assert await _stored(world, runner) == before


async def test_a_week_keeps_no_run_that_nobody_runs(world: World, ada: Talker) -> None:
    before = await _stored(world, ada)
    await ada.say("/schedule Tue tempo 900 km")
    assert await _stored(world, ada) == before
