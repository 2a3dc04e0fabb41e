"""Replies become Bot API messages within Telegram's limits, and whatever people type is shown as they typed it."""

import datetime as dt
import zoneinfo
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.app import messages as m
from bot.app.presses import PRESSES
from bot.app.records import Lane, Method, OutMessage
from bot.app.replies import asked, button, refused, stored
from bot.app.reply import Action, Button, Countdown, Document, Mark, Reply, say
from bot.app.setup import STEPS
from bot.chat.render import (
    MOST_ALERT,
    MOST_CALLBACK_BYTES,
    MOST_LABEL,
    MOST_TEXT,
    Target,
    alert_text,
    as_text,
    callback_data,
    keyboard,
    pieces,
    read_callback,
    render,
)
from bot.chat.words import Reader
from bot.library.library import Library
from bot.local.entities import cut, parse_html
from bot.training.health import HealthTopic
from bot.training.lifts import Exercise
from bot.training.profile import Profile
from bot.training.runs import Race, RunKind, RunSpec

NOW = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)
LARGEST_PERSON = 2**52 - 1  # Telegram: at most 52 significant bits
LARGEST_ROW = 2**63 - 1
CHAT = Target(chat_id=1001, owner_id=1001)
HOSTILE = '<b>Tom & Jerry</b> "quoted" &amp; </i> <tg-time unix="1"> {race} &lt; 🏃🏽‍♀️'
TYPED = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=300)


@pytest.fixture(scope="module")
def reader(library: Library) -> Reader:
    return Reader(texts=library.texts, profile=Profile(timezone="Europe/Berlin"), now=NOW)


def _shown(message: OutMessage) -> str:
    """Return what Telegram would show of a message, parsed as strictly as its documentation asks."""
    assert message.payload["parse_mode"] == "HTML"
    parsed = parse_html(str(message.payload.get("text") or message.payload["caption"]))
    assert parsed.entities == ()
    return parsed.text


def _whole(messages: tuple[OutMessage, ...]) -> str:
    return "\n".join(map(_shown, messages))


def _race(name: str) -> Reply:
    race = Race(date=dt.date(2026, 9, 27), distance_km=42.195, name=name)
    return stored(7, say(m.RACE_STORED, race=race))


def test_a_mark_begins_the_first_line(reader: Reader) -> None:
    reply = stored(7, say(m.LIFTS_STORED), say(m.PLAIN, text="Tue 18:00"))
    assert as_text(reply, reader) == "📌 Your lift times:\nTue 18:00"


@pytest.mark.parametrize("mark", list(Mark))
def test_every_mark_is_shown_as_it_is(reader: Reader, mark: Mark) -> None:
    [message] = render(Reply(mark=mark, lines=(say(m.THANKS),)), reader, CHAT)
    assert _shown(message).startswith(f"{mark.value} ")


@pytest.mark.parametrize(
    "reply",
    [
        _race(HOSTILE),
        refused(m.PLACE_UNKNOWN, name=HOSTILE),
        refused(m.MOMENT_UNREAD, text=HOSTILE),
        asked(say(m.WHOSE, phrase=HOSTILE)),
        Reply(
            lines=(
                say(m.RUN_STORED, day=dt.date(2026, 3, 3), run=RunSpec(kind=RunKind.TEMPO)),
                say(m.PLAIN, text=HOSTILE),
            )
        ),
    ],
    ids=lambda reply: reply.lines[0].message.key,
)
def test_what_people_type_is_escaped_and_shown_as_typed(reader: Reader, reply: Reply) -> None:
    [message] = render(reply, reader, CHAT)
    assert "<" not in str(message.payload["text"])
    assert HOSTILE in _shown(message)


def test_a_sentence_of_the_content_may_hold_signs_of_html(library: Library) -> None:
    messages = {**library.texts.messages, m.THANKS.key: "1 < 2 & 3 > 2"}
    texts = replace(library.texts, messages=messages)
    reader = Reader(texts=texts, profile=Profile(), now=NOW)
    [message] = render(Reply(lines=(say(m.THANKS),)), reader, CHAT)
    assert _shown(message) == "1 < 2 & 3 > 2"


@given(name=TYPED)
@example(name=HOSTILE)
@example(name="&" * 300)
def test_any_name_of_a_race_is_shown_as_typed(reader: Reader, name: str) -> None:
    [message] = render(_race(name), reader, CHAT)
    assert name in _shown(message)


@given(phrase=st.text(st.characters(exclude_categories=["Cs"]), max_size=5000))
@example(phrase="<" * 5000)
@example(phrase="\n" * 5000)
@settings(max_examples=50)
def test_any_phrase_survives_being_cut_into_messages(reader: Reader, phrase: str) -> None:
    messages = render(asked(say(m.WHOSE, phrase=phrase)), reader, CHAT)
    assert all(len(str(message.payload["text"])) <= MOST_TEXT for message in messages)
    without_line_ends = _whole(messages).replace("\n", "")
    assert phrase.replace("\n", "") in without_line_ends


@given(text=st.text("ab &<>;\n", max_size=400), most=st.integers(16, 60))
def test_pieces_keep_to_the_limit_and_cut_no_entity(text: str, most: int) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    found = pieces(escaped, most)
    assert all(len(piece) <= most for piece in found)
    shown = "".join(parse_html(piece).text for piece in found)
    assert shown.replace("\n", "") == text.replace("\n", "")


def _resting(lift: str) -> Reply:
    """Return a message in which somebody's words stand beside a rest that counts down."""
    return Reply(lines=(say(m.PLAIN, text=lift), say(m.REST, minutes="2–3", at=Countdown(at=NOW))), mark=Mark.ASKS)


def test_a_rest_counts_down_by_itself_and_falls_back_to_its_clock_time(reader: Reader) -> None:
    [message] = render(_resting("Set 2"), reader, CHAT)
    parsed = parse_html(str(message.payload["text"]))
    assert parsed.text == "❓ Set 2\nRest 2–3 min, next set: 10:00"  # 09:00 UTC in Berlin
    [moment] = parsed.entities
    assert (moment["type"], moment["unix_time"], moment["date_time_format"]) == ("date_time", NOW.timestamp(), "r")
    assert cut(parsed.text, moment) == "10:00"


@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=300))
@example(text=HOSTILE)
@example(text='<tg-time unix="1" format="r">now</tg-time>')
@example(text="\ue0001\ue00010:00\ue000")
@example(text="".join(chr(sign) + "1" for sign in range(0xE000, 0xE080)))
def test_nothing_that_is_typed_becomes_a_countdown(reader: Reader, text: str) -> None:
    [message] = render(_resting(text), reader, CHAT)
    parsed = parse_html(str(message.payload["text"]))
    assert [moment["unix_time"] for moment in parsed.entities] == [NOW.timestamp()]
    assert text in parsed.text


def test_where_every_sign_is_taken_the_clock_time_stands_alone(reader: Reader) -> None:
    every = "".join(map(chr, range(0xE000, 0xF900)))
    shown = "\n".join(_shown(message) for message in render(_resting(every), reader, CHAT))
    assert shown.endswith("Rest 2–3 min, next set: 10:00")


def test_pieces_end_where_lines_end() -> None:
    line = "a line of forty characters, more or less"
    found = pieces("\n".join([line] * 300), MOST_TEXT)
    assert len(found) == 4
    assert {one for piece in found for one in piece.split("\n")} == {line}


def test_a_text_at_the_limit_is_one_message(reader: Reader) -> None:
    assert len(render(Reply(lines=(say(m.PLAIN, text="x" * MOST_TEXT),)), reader, CHAT)) == 1


def test_a_text_over_the_limit_is_several_with_the_buttons_on_the_last(reader: Reader) -> None:
    reply = stored(7, say(m.PLAIN, text="x" * 10_000))
    first, second, last = render(reply, reader, CHAT)
    assert "reply_markup" not in first.payload
    assert "reply_markup" not in second.payload
    assert "reply_markup" in last.payload


def test_a_reply_in_place_edits_the_message_with_the_button(reader: Reader) -> None:
    target = Target(chat_id=1001, owner_id=1001, message_id=55)
    [message] = render(Reply(lines=(say(m.UNDONE),), in_place=True), reader, target)
    assert message.method is Method.EDIT
    assert message.payload["message_id"] == 55


@pytest.mark.parametrize(("message_id", "text"), [(None, "short"), (55, "x" * 5000)])
def test_a_reply_that_cannot_be_an_edit_is_sent(reader: Reader, message_id: int | None, text: str) -> None:
    target = Target(chat_id=1001, owner_id=1001, message_id=message_id)
    messages = render(Reply(lines=(say(m.PLAIN, text=text),), in_place=True), reader, target)
    assert {message.method for message in messages} == {Method.SEND}


def test_a_document_has_the_text_as_its_caption(reader: Reader) -> None:
    reply = Reply(mark=Mark.KNOWLEDGE, lines=(say(m.EXPORT),), document=Document(name="me.json", content=b"{}"))
    [message] = render(reply, reader, CHAT)
    assert (message.method, message.file_name, message.document) == (Method.DOCUMENT, "me.json", b"{}")
    assert _shown(message) == "📖 Everything I keep about you."


def test_a_caption_over_the_limit_cuts_no_entity(reader: Reader) -> None:
    reply = Reply(lines=(say(m.PLAIN, text="&" * 2000),), document=Document(name="me.json", content=b"{}"))
    [message] = render(reply, reader, CHAT)
    assert set(_shown(message)) == {"&"}


def test_a_reminder_travels_in_the_slow_lane_with_its_deadline(reader: Reader) -> None:
    target = Target(chat_id=1001, owner_id=1001, lane=Lane.BULK, expires_at=NOW, due_id=3)
    [message] = render(Reply(lines=(say(m.THANKS),)), reader, target)
    assert (message.lane, message.expires_at, message.due_id) == (Lane.BULK, NOW, 3)


def test_an_alert_fits_on_top_of_the_chat(reader: Reader) -> None:
    assert len(alert_text(refused(m.PLACE_UNKNOWN, name="x" * 500), reader)) == MOST_ALERT
    assert alert_text(refused(m.STEP_OVER), reader) == "⚠️ That step is over."


def test_empty_rows_of_buttons_are_left_out(reader: Reader) -> None:
    assert keyboard(((), ()), reader, CHAT) == {}
    rows = keyboard(((), (button(say(m.WHY), "why"),)), reader, CHAT)["reply_markup"]["inline_keyboard"]
    assert rows == [[{"text": "Why", "callback_data": "1001|why"}]]


@given(name=TYPED)
@example(name="x" * 200)
def test_the_label_of_a_button_keeps_to_its_limit(reader: Reader, name: str) -> None:
    race = Race(date=dt.date(2026, 9, 27), distance_km=None, name=name)
    [[label]] = _labels((button(say(m.REMOVE, race=race), "norace", "1"),), reader)
    whole = f"Remove {name} (A), Sun 27 Sep"
    assert 1 <= len(label) <= MOST_LABEL
    assert whole.startswith(label.removesuffix("…"))
    assert (label == whole) == (len(whole) <= MOST_LABEL)


CUT_LABELS = [
    pytest.param("x" * 60, "x" * 60, id="fits"),
    pytest.param("x" * 61, "x" * 59 + "…", id="one long word"),
    pytest.param(
        "Change days: intervals tomorrow 18:00, long run Sun 8 Mar 08:00",
        "Change days: intervals tomorrow 18:00, long run Sun 8 Mar…",
        id="not within a time",
    ),
    pytest.param("y" * 50 + " 18:00, afterwards", "y" * 50 + " 18:00…", id="without the comma"),
    pytest.param("z" * 59 + " 18:00", "z" * 59 + "…", id="where a word ends"),
]


@pytest.mark.parametrize(("whole", "label"), CUT_LABELS)
def test_a_label_is_cut_where_a_word_ends(reader: Reader, whole: str, label: str) -> None:
    assert _labels((button(say(m.PLAIN, text=whole), "why"),), reader) == [[label]]


def _labels(row: tuple[Button, ...], reader: Reader) -> list[list[str]]:
    inline: list[list[Mapping[str, Any]]] = keyboard((row,), reader, CHAT)["reply_markup"]["inline_keyboard"]
    return [[one["text"] for one in line] for line in inline]


def _longest(values: Iterable[str]) -> str:
    return max(values, key=len)


KIND = _longest(kind.value for kind in RunKind)
ZONE = _longest(zoneinfo.available_timezones())
STEP = _longest(STEPS)
DAY = "2026-09-27"
LARGEST = {
    "at": ("202603021800",),
    "mv": (DAY, DAY, KIND, DAY),
    "ex": ("20260302", KIND, "20260303", KIND),
    "dr": (DAY, DAY, KIND),
    "off": ("20260302", "20260309", "p"),
    "rest": (DAY, DAY),
    "layoff": (DAY, DAY),
    "unlifted": (DAY, DAY),
    "unit": ("kg",),
    "calloff": (DAY, "b"),
    "inst": ("b", "20260302", KIND, "1800", "999999", "9999", "1"),
    "did": (DAY, KIND),
    "ran": (DAY, DAY, KIND),
    "skipped": (DAY, DAY, KIND),
    "felt": (DAY, "1"),
    "progress": (Exercise.SINGLE_LEG.value,),
    "checkin": ("travel",),
    "ci": ("niggle",),
    "health": (HealthTopic.STRESS_FRACTURE.value, DAY),
    "clear": (HealthTopic.STRESS_FRACTURE.value,),
    "undo": (str(LARGEST_ROW),),
    "form": ("run-after-same-day",),
    "forms": ("running-after",),
    "day": (DAY,),
    "free": (DAY,),
    "hard": (DAY, DAY, "tempo"),
    "lifting": (DAY, "9999"),
    "time": (DAY, DAY, KIND, "1800"),
    "kind": (DAY, DAY, "other", "intervals"),
    "taper": (DAY, "9999"),
    "smalltaper": (DAY, "9999"),
    "otherrace": (DAY, "9999"),
    "samerace": (str(LARGEST_ROW), DAY),
    "jogged": ("2026-12-31",),
    "delete": (DAY,),
    "sore": ("10",),
    "norace": (str(LARGEST_ROW),),
    "mine": ("emergency",),
    "zone": (ZONE,),
    "step": (STEP, "6 months"),
    "skip": (STEP,),
    "set": ("priority", "strength"),
    "rkind": ("week", "sun 1800"),
    "pause": ("28",),
    "import": (str(LARGEST_ROW), "kg"),
    "importunit": (str(LARGEST_ROW), "lb"),
    "noimport": (str(LARGEST_ROW),),
    "lput": (str(LARGEST_ROW),),
    "rdone": (str(LARGEST_ROW),),
    "rlog": (str(LARGEST_ROW), "4"),
    "rsets": (str(LARGEST_ROW),),
    "rmove": (str(LARGEST_ROW),),
    "rto": (str(LARGEST_ROW), "202603021800"),
    "rskip": (str(LARGEST_ROW),),
    "rlate": (str(LARGEST_ROW),),
    "rwhy": (str(LARGEST_ROW),),
    "rback": (str(LARGEST_ROW),),
    "effort": (str(LARGEST_ROW), "4"),
    "ranyway": (str(LARGEST_ROW),),
    "rsore": (str(LARGEST_ROW), "10"),
    "wtick": (str(LARGEST_ROW), "9999"),
    "wback": (str(LARGEST_ROW), "9999"),
    "wstart": (str(LARGEST_ROW), "9999"),
    "gsame": (str(LARGEST_ROW), "9999"),
    "gsets": (str(LARGEST_ROW), "9999"),
    "gother": (str(LARGEST_ROW), "9999"),
    "gdone": (str(LARGEST_ROW), "9999"),
    "gfewer": (str(LARGEST_ROW), "9999"),
    "gback": (str(LARGEST_ROW), "9999"),
    "gfinish": (str(LARGEST_ROW), "9999"),
    "gmore": (str(LARGEST_ROW), "9999"),
    "gleap": (str(LARGEST_ROW), "9999", "500000"),
    "gboth": (str(LARGEST_ROW), "9999"),
    "ghurts": (str(LARGEST_ROW), "9999"),
    "gshow": (str(LARGEST_ROW), "9999"),
    "gkeep": (str(LARGEST_ROW), "9999"),
    "gdrop": (str(LARGEST_ROW), "9999"),
    "greps": (str(LARGEST_ROW), "9999", "99"),
    "gload": (str(LARGEST_ROW), "9999", "down"),
    "grir": (str(LARGEST_ROW), "9999", "4"),
    "ledit": (str(LARGEST_ROW),),
    "lreps": (str(LARGEST_ROW),),
    "leffort": (str(LARGEST_ROW),),
    "lset": (str(LARGEST_ROW), "ffffffff", "yesterday"),
}
"""The longest arguments that each button with arguments is given."""


def test_the_longest_arguments_of_every_button_are_known_here() -> None:
    assert {name: len(args) for name, args in LARGEST.items()} == {
        name: press.args for name, press in PRESSES.items() if press.args
    }


@pytest.mark.parametrize("name", list(PRESSES))
def test_callback_data_fits_and_comes_back_with_its_owner(name: str) -> None:
    action = Action(name=name, args=LARGEST.get(name, ()))
    data = callback_data(action, LARGEST_PERSON)
    assert len(data.encode()) <= MOST_CALLBACK_BYTES
    assert read_callback(data) == (LARGEST_PERSON, action)


def test_callback_data_over_the_limit_is_a_mistake_in_the_code() -> None:
    with pytest.raises(ValueError, match="action day is over 64 bytes"):
        callback_data(Action(name="day", args=("x" * 60,)), LARGEST_PERSON)


@pytest.mark.parametrize("data", ["", "why", "|why", "x|why", "-1|why", "１２|why", "1.5|why", "²|why"])
def test_callback_data_that_the_bot_never_wrote_has_no_owner(data: str) -> None:
    assert read_callback(data)[0] is None


@given(data=st.text(max_size=80))
def test_any_callback_data_is_read_as_something(data: str) -> None:
    owner, action = read_callback(data)
    assert owner is None or owner >= 0
    assert isinstance(action, Action)
