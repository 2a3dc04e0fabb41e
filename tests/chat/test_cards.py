"""Cards are worded from the same facts as the text: a week's days, a day's answer, and nothing of health."""

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from bot.app.cards import Card, TodayCard, Tone, WeekCard, decode
from bot.app.records import Method
from bot.app.reply import Reply
from bot.chat.cards import card_of
from bot.chat.render import MOST_CAPTION, MOST_TEXT, Target, as_text, render
from bot.chat.words import Reader
from bot.guidance.answer import Answer, answer_day
from bot.guidance.situation import Book
from bot.guidance.thresholds import Thresholds
from bot.guidance.verdict import Verdict
from bot.guidance.week import Week, WeekDay, WeekLift
from bot.library.library import Library
from bot.training.profile import Profile
from bot.training.runs import Race, Run, RunClass, RunKind, RunSpec
from tests.guidance.cases import Case, all_cases, instant_of, situation_of

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = dt.date(2026, 3, 30)
NOW = dt.datetime(2026, 3, 30, 10, 0, tzinfo=BERLIN)
CHAT = Target(chat_id=1001, owner_id=1001)
ATHENS = Race(date=MONDAY + dt.timedelta(days=6), distance_km=42.195, name="Athens")


@pytest.fixture(scope="module")
def reader(library: Library) -> Reader:
    return Reader(texts=library.texts, profile=Profile(timezone="Europe/Berlin"), now=NOW)


def _run(kind: RunKind, place: int, *, race: Race | None = None, time: dt.time | None = None) -> Run:
    day = MONDAY + dt.timedelta(days=place)
    spec = RunSpec(kind=kind, time=time, distance_km=10)
    return Run(date=day, kind=kind, classes=frozenset({RunClass.EASY}), minutes=60, race=race, spec=spec)


def _lift(place: int, verdict: Verdict) -> WeekLift:
    at = dt.datetime.combine(MONDAY + dt.timedelta(days=place), dt.time(18), tzinfo=BERLIN)
    return WeekLift(at=at.astimezone(dt.UTC), verdict=verdict)


def _week(race: Race | None = ATHENS) -> Week:
    days = [WeekDay(date=MONDAY + dt.timedelta(days=n), runs=(), verdict=Verdict(n % 4)) for n in range(7)]
    days[1] = replace(days[1], runs=(_run(RunKind.TEMPO, 1, time=dt.time(6, 30)),), lifts=(_lift(1, Verdict.NO),))
    days[2] = replace(days[2], lifts=(_lift(2, Verdict.LIGHT),))
    days[3] = replace(days[3], lifts=(_lift(3, Verdict.HEAVY),))
    days[6] = replace(days[6], runs=(_run(RunKind.RACE, 6, race=ATHENS),))
    return Week(days=tuple(days), race=race)


def _card(reader: Reader, week: Week) -> WeekCard:
    card = card_of(reader, Reply(week=week))
    assert isinstance(card, WeekCard)
    return card


def _today(reader: Reader, case: Case, thresholds: Thresholds) -> tuple[Answer, Reader]:
    """Answer a guidance case about the whole day on which it is asked."""
    situation = situation_of(case)
    zone = ZoneInfo(situation.profile.timezone)
    now = instant_of(case, case["at"])
    answer = answer_day(Book(situation, thresholds), now.astimezone(zone).date(), now=now)
    return answer, replace(reader, profile=situation.profile, now=now)


def test_the_days_of_a_week_have_their_verdicts_in_words(reader: Reader) -> None:
    # REFER (0) and NO (1) are both told as a no: a week is made to be shown around.
    assert [(day.tone, day.verdict) for day in _card(reader, _week()).days] == [
        (Tone.NO, "No"),
        (Tone.NO, "No"),
        (Tone.LIGHT, "Light"),
        (Tone.YES, "Yes"),
        (Tone.NO, "No"),
        (Tone.NO, "No"),
        (Tone.LIGHT, "Light"),
    ]


def test_runs_and_lifts_stand_on_their_days_in_the_readers_words(reader: Reader) -> None:
    days = _card(reader, _week()).days
    assert days[1].runs == ("Tempo · 06:30 · 10 km",)
    assert [(lift.words, lift.tone) for day in days for lift in day.lifts] == [
        ("18:00 no lift", Tone.NO),
        ("18:00 light", Tone.LIGHT),
        ("18:00 heavy", Tone.YES),
    ]
    assert [(day.weekday, day.date, day.rest) for day in days[:2]] == [
        ("Mon", "30 Mar", "Rest"),
        ("Tue", "31 Mar", "Rest"),
    ]


def test_today_and_a_race_are_marked(reader: Reader) -> None:
    days = _card(reader, _week()).days
    assert [day.is_today for day in days] == [True, *[False] * 6]
    assert [day.is_race for day in days] == [*[False] * 6, True]
    assert days[6].runs == ("Athens marathon (A)",)


@pytest.mark.parametrize(("first", "dates"), [(MONDAY, "30 Mar – 5 Apr"), (dt.date(2026, 3, 2), "2–8 Mar")])
def test_the_dates_of_a_week_name_a_month_once(reader: Reader, first: dt.date, dates: str) -> None:
    days = tuple(WeekDay(date=first + dt.timedelta(days=n), runs=(), verdict=Verdict.HEAVY) for n in range(7))
    assert _card(reader, Week(days=days)).dates == dates


@pytest.mark.parametrize(("left", "away"), [(0, "today"), (1, "in 1 day"), (6, "in 6 days"), (300, "in 300 days")])
def test_the_next_race_is_counted_down(reader: Reader, left: int, away: str) -> None:
    week = _week(replace(ATHENS, date=MONDAY + dt.timedelta(days=left)))
    assert (_card(reader, week).race, _card(reader, week).countdown) == ("Athens marathon (A)", away)
    assert f"🏁 Athens marathon (A) {away}" in as_text(Reply(week=week), reader).splitlines()


def test_without_a_race_nothing_is_counted_down(reader: Reader) -> None:
    card = _card(reader, _week(None))
    assert (card.race, card.countdown) == ("", "")
    assert "🏁" not in as_text(Reply(week=_week(None)), reader)


def test_only_a_week_with_neither_runs_nor_lifts_invites(reader: Reader) -> None:
    days = tuple(replace(day, runs=(), lifts=()) for day in _week().days)
    empty = Week(days=days)
    assert _card(reader, _week()).invitation == ""
    assert _card(reader, empty).invitation in as_text(Reply(week=empty), reader).splitlines()


SAFETY = {"R00", "R10", "R11", "R12", "R13", "R20", "R21", "R30", "R31"}
OF_THE_BODY = {"R80", "R110", "R111"}


def test_a_card_of_a_day_says_what_the_text_says_and_nothing_of_health(reader: Reader, thresholds: Thresholds) -> None:
    plain = 0
    for case in (case for case in all_cases() if "at" in case):
        answer, person = _today(reader, case, thresholds)
        if answer.verdict is not Verdict.REFER:
            card = card_of(person, Reply(answer=answer))
            assert isinstance(card, TodayCard)
            headline, *below = as_text(Reply(answer=answer, pictured=True), person).splitlines()
            assert headline == as_text(Reply(answer=answer), person).splitlines()[0]
            assert headline.endswith(f" {card.headline}")
            assert below == [line for line in (card.reason, card.to_do, card.coming) if line], case["id"]
            plain += card.reason == "Ask me why."
    assert plain > 50


def test_no_reason_of_the_body_stands_on_a_card(reader: Reader, thresholds: Thresholds) -> None:
    """Soreness, sleep, travel and heat hold back with what to do; the rules of safety with nothing at all."""
    seen: set[str] = set()
    for case in (case for case in all_cases() if "at" in case):
        answer, person = _today(reader, case, thresholds)
        main = answer.decision.main
        if main is not None and main.code in SAFETY | OF_THE_BODY and answer.verdict is not Verdict.REFER:
            seen.add(main.code)
            card = card_of(person, Reply(answer=answer))
            assert isinstance(card, TodayCard)
            assert card.reason == "Ask me why.", case["id"]
            assert bool(card.to_do) is not bool({one.code for one in answer.decision.capping} & SAFETY), case["id"]
    assert seen == (SAFETY | OF_THE_BODY) - {"R00"}


def test_what_held_back_earlier_today_stands_on_no_card_when_it_is_soreness(
    reader: Reader, thresholds: Thresholds
) -> None:
    """Sore 8/10 on Saturday at 18:00, which counts for 48 hours: on Monday all is free from 18:00 on."""
    case: Case = {
        "id": "sore until six",
        "at": "2026-03-02 10:00",
        "soreness": [{"at": "2026-02-28 18:00", "level": 8}],
        "weekly": [{"day": "sat", "time": "09:00", "kind": "easy"}],
    }
    answer, person = _today(reader, case, thresholds)
    assert answer.before is not None
    assert answer.before.code == "R80"
    card = card_of(person, Reply(answer=answer))
    assert isinstance(card, TodayCard)
    assert "8/10" not in card.reason


def test_a_picture_carries_its_card_and_the_text_below(reader: Reader) -> None:
    [message] = render(Reply(week=_week(), pictured=True), reader, CHAT)
    assert message.method is Method.PHOTO
    card: Card = decode(str(message.payload["photo"]))
    assert card == _card(reader, _week())
    assert message.payload["caption"] == as_text(Reply(week=_week()), reader)


def test_a_week_is_text_where_no_picture_is_asked_for(reader: Reader) -> None:
    [message] = render(Reply(week=_week()), reader, CHAT)
    assert message.method is Method.SEND


def test_the_longest_week_loses_no_line(reader: Reader) -> None:
    name = "An ultramarathon with a name of sixty characters, to the end"
    runs = tuple(_run(RunKind.RACE, 0, race=replace(ATHENS, name=f"{name} {n}")) for n in range(12))
    week = replace(_week(), days=tuple(replace(day, runs=runs) for day in _week().days))
    picture, *texts = render(Reply(week=week, pictured=True), reader, CHAT)
    assert len(str(picture.payload["caption"])) <= MOST_CAPTION
    assert all(len(str(text.payload["text"])) <= MOST_TEXT for text in texts)
    whole = "\n".join([str(picture.payload["caption"]), *(str(text.payload["text"]) for text in texts)])
    assert whole.count(name) == as_text(Reply(week=week), reader).count(name) == 7 * len(runs)
