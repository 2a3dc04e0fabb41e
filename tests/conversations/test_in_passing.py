"""Short questions about what is known, on Monday, 2 March; the week has intervals Tue, tempo Thu, long run Sun."""

import pytest

from tests.conversations.conftest import EXPERIENCED, WEEK, Talker

LEEDS = "/race 2026-04-19 half A Leeds"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("whats on tuesday", "Tue 3 Mar:\nintervals · 18:00"),
        ("what's on tomorrow?", "Tue 3 Mar:\nintervals · 18:00"),
        ("what runs do i have on sunday", "Sun 8 Mar:\nlong run · 08:00 · 18 km"),
        ("what do I have on friday", "Fri 6 Mar:\nlift · 18:00"),
        ("what's planned for saturday", "Sat 7 Mar:\nno run and no lift"),
    ],
)
async def test_a_days_runs_and_lifts_are_shown(runner: Talker, text: str, shown: str) -> None:
    await runner.say("/lifts fri 18:00")
    [answer] = await runner.say(text)
    assert answer.text == shown
    assert (await runner.press(answer.labels[0], answer))[0].text.startswith(("⛔", "🟡", "✅"))


@pytest.mark.parametrize("text", ["what's up", "what is a romanian", "can I lift tuesday", "what can i do on tuesday"])
async def test_other_questions_show_no_day(runner: Talker, text: str) -> None:
    assert all("Tue 3 Mar:\n" not in answer.text for answer in await runner.say(text))


@pytest.mark.parametrize("text", ["how many weeks until leeds", "how long until my race?", "how far off is leeds"])
async def test_a_race_is_counted_down_by_its_name(runner: Talker, text: str) -> None:
    await runner.set_up(LEEDS, "/race 2026-09-27 marathon A Berlin")
    assert (await runner.ask(text)).startswith("Leeds half marathon (A), Sun 19 Apr · in 48 days")


@pytest.mark.parametrize("text", ["how long until london", "how long to rest between sets", "how long is my run"])
async def test_what_is_no_race_is_counted_down_to_by_nobody(runner: Talker, text: str) -> None:
    await runner.say(LEEDS)
    assert "in 48 days" not in await runner.ask(text)


async def test_the_day_that_was_meant_is_answered_at_the_same_time(runner: Talker) -> None:
    await runner.say("can I lift friday 18:00?")
    assert "(Sat 18:00)" in await runner.ask("no i meant saturday")
    assert "(Fri 07:00)" in await runner.ask("sorry, i meant friday 7am")


async def test_a_day_that_is_meant_behind_no_answer_is_not_understood(runner: Talker) -> None:
    assert (await runner.ask("no i meant saturday")).startswith("🤷")


async def test_a_run_that_is_only_supposed_to_be_skipped_changes_the_answer_and_nothing_else(runner: Talker) -> None:
    before = await runner.ask("/schedule")
    assert (await runner.ask("/today")).startswith("⛔ Not today\nIntervals tomorrow")
    [answer] = await runner.say("what if I skip Tuesday")
    assert answer.text.startswith("✅ Yes")
    assert "That would be so without intervals tomorrow 18:00. Nothing is changed." in answer.text
    assert (await runner.ask("/today")).startswith("⛔ Not today\nIntervals tomorrow")
    assert await runner.ask("/schedule") == before
    await runner.press("Drop intervals tomorrow 18:00", answer)
    assert (await runner.ask("/today")).startswith("✅ Yes")


async def test_the_day_that_is_asked_about_without_a_run_is_answered(runner: Talker) -> None:
    assert "(Wed)" in (await runner.ask("what if I skip thursdays tempo, can i lift wednesday?")).splitlines()[0]
    assert "(Tue)" in (await runner.ask("what if i skip tuesdays intervals, can i lift then?")).splitlines()[0]


async def test_a_lift_that_is_skipped_is_no_run(runner: Talker) -> None:
    assert "Nothing is changed" not in await runner.ask("what if i skip leg day")


async def test_good_night_is_no_hello(runner: Talker) -> None:
    assert await runner.ask("gn") == "📖 See you. Lift well."
    assert "Hello" not in await runner.ask("haha ok, gn")


async def test_an_hour_for_the_reminder_that_may_be_either_half_is_tapped(runner: Talker) -> None:
    [asked] = await runner.say("remind me half past 6")
    assert asked.labels == ["06:30", "18:30"]
    [stored, *_] = await runner.press("06:30", asked)
    assert stored.text.startswith("📌 reminder: 06:30")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("gym only open mon wed fri", "mon wed fri"),
        ("the gym is only open on mon, wed and fri", "mon wed fri"),
        ("i can only get to the gym on weekends", "sat sun"),
    ],
)
async def test_the_days_of_the_gym_are_the_days_of_lifts(runner: Talker, text: str, days: str) -> None:
    before = await runner.ask("/schedule")
    assert await runner.ask(text) == f"📌 days: {days}"
    assert await runner.ask("/schedule") == before


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("fr easy 5k 7am", "📌 Fri 6 Mar · easy · 07:00 · 5 km"),
        ("sa easy 5k", "📌 Sat 7 Mar · easy · 5 km"),
        ("we easy 5k", "📌 Wed 4 Mar · easy · 5 km"),
        ("easy 5k fr 7am", "📌 Fri 6 Mar · easy · 07:00 · 5 km"),
        ("/add fr easy 5k 7am", "📌 Fri 6 Mar · easy · 07:00 · 5 km"),
        ("wensday easy 5k 7pm", "📌 Wed 4 Mar · easy · 19:00 · 5 km"),
        ("wedn easy 5k", "📌 Wed 4 Mar · easy · 5 km"),
    ],
)
async def test_a_run_may_have_its_day_in_two_letters(runner: Talker, text: str, shown: str) -> None:
    assert (await runner.say(text))[0].text == shown


@pytest.mark.parametrize("text", ["so easy 5k", "we ran easy", "fr"])
async def test_two_letters_alone_or_in_a_word_are_no_day(runner: Talker, text: str) -> None:
    assert not any(" Mar · easy" in answer.text for answer in await runner.say(text) if "Mon 2" not in answer.text)


@pytest.mark.parametrize(
    ("told", "meant", "echo"),
    [
        (
            "move the tempo to friday this week",
            "actually make it saturday",
            "📌 Sat 7 Mar · tempo · 06:30 · 40 min, moved from",
        ),
        ("move the tempo to friday this week", "sorry, saturday", "📌 Sat 7 Mar · tempo · 06:30 · 40 min, moved from"),
        ("half marathon on 13 december", "sorry, 12 december", "📌 Race: half marathon (A), Sat 12 Dec, moved from"),
        (
            "half marathon on 13 december",
            "no i meant 12 december",
            "📌 Race: half marathon (A), Sat 12 Dec, moved from",
        ),
    ],
)
async def test_a_day_that_was_meant_takes_the_place_of_the_one_just_told(
    runner: Talker, told: str, meant: str, echo: str
) -> None:
    await runner.say(told)
    assert (await runner.say(meant))[0].text.startswith(echo)


async def test_a_day_that_was_meant_after_a_verdict_is_asked_about(runner: Talker) -> None:
    await runner.say("move the tempo to friday this week")
    await runner.say("can i lift on sunday?")
    assert "(Sat" in (await runner.say("actually make it saturday"))[0].text


@pytest.mark.parametrize(
    "text", ["can i lift with a cold?", "is it ok to deadlift when sick", "should I lift with a fever?"]
)
async def test_whether_to_lift_with_an_illness_is_answered_and_not_kept(runner: Talker, text: str) -> None:
    [answer] = await runner.say(text)
    assert answer.text.startswith("📖 With no more than a head cold: light at most. With a fever")
    assert "ill" not in (await runner.ask("/today")).lower().split()


@pytest.mark.parametrize("text", ["can i deadlift tonight with a fever?", "can i deadlift today with a temp of 38.5"])
async def test_an_illness_with_which_somebody_asks_for_a_day_is_noted_first(runner: Talker, text: str) -> None:
    stored, answer = await runner.say(text)
    assert stored.text.startswith("📌 Illness noted")
    assert answer.text.startswith("⛔")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("when is my next run?", "Tue 3 Mar:\nintervals · 18:00"),
        ("when do i run next", "Tue 3 Mar:\nintervals · 18:00"),
        ("when's my next long run", "Sun 8 Mar:\nlong run · 08:00 · 18 km"),
        ("what day is my next tempo", "Thu 5 Mar:\ntempo · 06:30 · 40 min"),
        ("when is my next hard run", "Tue 3 Mar:\nintervals · 18:00"),
    ],
)
async def test_the_next_run_is_shown(runner: Talker, said: str, shown: str) -> None:
    await runner.set_up(*EXPERIENCED, WEEK)
    assert await runner.ask(said) == shown


@pytest.mark.parametrize("said", ["when's my next fartlek run", "when is my next progression run"])
async def test_no_other_run_stands_in_for_one_that_is_not_known(runner: Talker, said: str) -> None:
    await runner.set_up(*EXPERIENCED, WEEK)
    assert (await runner.ask(said)).startswith("🤷 I know of no such run")


@pytest.mark.parametrize("said", ["can i run tomorrow?", "is it ok to run on friday", "should i run tomorrow"])
async def test_without_a_lift_nothing_holds_a_run_back(runner: Talker, said: str) -> None:
    await runner.set_up(*EXPERIENCED, WEEK)
    assert (await runner.ask(said)).startswith("📖 As far as lifting goes, yes")


async def test_an_illness_holds_a_run_back_without_a_lift_too(runner: Talker) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, "/checkin ill 38.5")
    assert (await runner.ask("can i run tomorrow?")).startswith("📖 Fever: no lifting until")


async def test_a_run_behind_a_planned_lift_is_not_called_free(runner: Talker) -> None:
    await runner.set_up(*EXPERIENCED, WEEK, "/lifts thu 18:00")
    assert not (await runner.say("can i run friday?"))[0].text.startswith("📖 As far as lifting goes, yes")
