import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.app.records import Method, OutMessage
from bot.chat.transport.errors import ConnectionLostError, MaybeDeliveredError, NotDeliveredError, UndrawableError
from bot.chat.transport.outcomes import Outcome, cause, classify, plain_text, repair
from tests.chat.transport.fakes import message


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (NotDeliveredError("no connection"), Outcome.NOT_DELIVERED),
        (MaybeDeliveredError("no answer"), Outcome.UNKNOWN),
        (ConnectionLostError("reset"), Outcome.UNKNOWN),
        (TimedOut(), Outcome.UNKNOWN),
        (TelegramError("Invalid server response"), Outcome.UNKNOWN),
        (NetworkError("Bad Gateway"), Outcome.SERVER_TROUBLE),
        (Forbidden("Forbidden: bot was blocked by the user"), Outcome.UNREACHABLE),
        (Forbidden("Forbidden: user is deactivated"), Outcome.UNREACHABLE),
        (BadRequest("Bad Request: chat not found"), Outcome.UNREACHABLE),
        (BadRequest("Bad Request: PEER_ID_INVALID"), Outcome.UNREACHABLE),
        (ChatMigrated(-100), Outcome.MOVED),
        (InvalidToken("Unauthorized"), Outcome.TOKEN_REFUSED),
        (BadRequest("Bad Request: message is not modified: specified new message content"), Outcome.SENT),
        (BadRequest("Bad Request: can't parse entities: Unclosed start tag at byte offset 3"), Outcome.UNPARSABLE),
        (BadRequest("Bad Request: message to edit not found"), Outcome.NOT_EDITABLE),
        (BadRequest("Bad Request: message can't be edited"), Outcome.NOT_EDITABLE),
        (BadRequest("Bad Request: there is no text in the message to edit"), Outcome.NOT_EDITABLE),
        (BadRequest("Bad Request: not enough rights to send photos to the chat"), Outcome.NO_PHOTOS),
        (BadRequest("Bad Request: CHAT_SEND_PHOTOS_FORBIDDEN"), Outcome.NO_PHOTOS),
        (UndrawableError("a picture cannot be drawn: KeyError"), Outcome.UNDRAWABLE),
        (BadRequest("Bad Request: MESSAGE_ID_INVALID"), Outcome.NOT_EDITABLE),
        (BadRequest("Bad Request: message to be replied not found"), Outcome.NOTHING_TO_REPLY_TO),
        (BadRequest("Bad Request: message is too long"), Outcome.REFUSED),
        (Conflict("terminated by other getUpdates request"), Outcome.UNKNOWN),
    ],
)
def test_an_error_is_judged_by_its_cause(error: TelegramError, outcome: Outcome) -> None:
    assert classify(error) is outcome


def test_a_flood_is_a_limit_and_no_network_error() -> None:
    assert classify(RetryAfter(5)) is Outcome.LIMITED


@pytest.mark.parametrize(
    ("markup", "read"),
    [
        ("<b>Yes</b>, from <tg-time unix='1' format='r'>13:30</tg-time>", "Yes, from 13:30"),
        ("5 &lt; 6 &amp; &quot;7&quot;", '5 < 6 & "7"'),
        ("pace < 5:00 > easy", "pace < 5:00 > easy"),
        ('<a href="https://x.org/?a=1&amp;b=2">guide</a><br>', "guide<br>"),
        ("<B>unclosed <i>tags", "unclosed tags"),
        ("<blockquote expandable>\n<code>x</code></blockquote>", "\nx"),
        ("a <script> of mine", "a <script> of mine"),
        ("&amp;lt;b&amp;gt;", "&lt;b&gt;"),
    ],
)
def test_plain_text_is_what_a_person_would_have_read(markup: str, read: str) -> None:
    assert plain_text(markup) == read


def test_text_that_cannot_be_parsed_becomes_plain_and_keeps_its_buttons() -> None:
    broken = message(text="<b>x &amp; y", parse_mode="HTML", reply_markup={"inline_keyboard": []})
    repaired = repair(broken, Outcome.UNPARSABLE)
    assert repaired is not None
    assert repaired.payload == {"text": "x & y", "reply_markup": {"inline_keyboard": []}}
    assert repair(repaired, Outcome.UNPARSABLE) is None


def test_the_caption_of_a_document_becomes_plain_too() -> None:
    repaired = repair(message(caption="<i>log</i>", parse_mode="HTML", method=Method.DOCUMENT), Outcome.UNPARSABLE)
    assert repaired is not None
    assert repaired.payload["caption"] == "log"


@pytest.mark.parametrize("outcome", [Outcome.UNDRAWABLE, Outcome.NO_PHOTOS])
def test_the_caption_of_a_picture_that_cannot_be_sent_becomes_a_message_with_its_buttons(outcome: Outcome) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Why", "callback_data": "1|why"}]]}
    card = OutMessage(
        chat_id=1,
        method=Method.PHOTO,
        payload={"chat_id": 1, "photo": "{", "caption": "5 &lt; 6", "parse_mode": "HTML", "reply_markup": keyboard},
    )
    repaired = repair(card, outcome)
    assert repaired is not None
    assert repaired.method is Method.SEND
    assert repaired.payload == {"chat_id": 1, "text": "5 &lt; 6", "parse_mode": "HTML", "reply_markup": keyboard}
    assert repair(repaired, outcome) is None


def test_what_cannot_be_edited_is_sent_anew() -> None:
    repaired = repair(message(method=Method.EDIT, message_id=4), Outcome.NOT_EDITABLE)
    assert repaired is not None
    assert (repaired.method, repaired.payload) == (Method.SEND, {"text": "hello"})
    assert repair(repaired, Outcome.NOT_EDITABLE) is None


def test_a_reply_to_a_message_that_is_gone_becomes_a_plain_message() -> None:
    repaired = repair(message(reply_parameters={"message_id": 4}), Outcome.NOTHING_TO_REPLY_TO)
    assert repaired is not None
    assert repaired.payload == {"text": "hello"}


@pytest.mark.parametrize("outcome", [Outcome.REFUSED, Outcome.SENT, Outcome.UNREACHABLE])
def test_nothing_else_is_repaired(outcome: Outcome) -> None:
    assert repair(message(parse_mode="HTML", message_id=1, reply_parameters={}), outcome) is None


@pytest.mark.parametrize(
    "error",
    [
        BadRequest('Bad Request: can\'t parse entities: Unsupported start tag "my knee" at byte offset 5'),
        BadRequest('Bad Request: something "my knee'),
        ValueError("my knee"),
        KeyError("my knee"),
    ],
)
def test_the_cause_names_no_words_of_a_person(error: Exception) -> None:
    assert "knee" not in cause(error)
    assert cause(error).startswith(type(error).__name__)
