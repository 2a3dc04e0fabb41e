"""What was read of the parts of a message is kept while it is read, and for that message alone."""

import datetime as dt

from bot.language.items import Context
from bot.language.known_parts import Parts
from bot.language.meaning import Meaning
from bot.language.message import Message, message_of, once, part_of, rest
from bot.language.vocabulary import Vocabulary
from bot.training.profile import MassUnit
from tests.language.reading import read_message


def _message(text: str, vocabulary: Vocabulary, now: dt.datetime) -> Message:
    context = Context(text=text, today=now.date())
    items = Parts().of(context, vocabulary).items
    whole = Message(context=context, items=items, now=now, vocabulary=vocabulary, mass_unit=MassUnit.KG)
    return message_of(whole, text)


def test_a_reader_reads_the_same_part_once(vocabulary: Vocabulary, now: dt.datetime) -> None:
    asked: list[str] = []

    def reader(message: Message) -> tuple[Meaning, ...]:
        asked.append(message.text)
        return ()

    message = _message("easy 5k today, legs fine", vocabulary, now)
    end = len("easy 5k today")
    for part in (part_of(message, 0, end), part_of(message, 0, end), message, message_of(message, message.text)):
        assert once(part, reader) == ()
    assert asked == ["easy 5k today", "easy 5k today, legs fine"]


def test_what_is_left_of_a_message_knows_nothing_of_the_whole(vocabulary: Vocabulary, now: dt.datetime) -> None:
    message = _message("easy 5k today", vocabulary, now)
    once(message, lambda _: ())
    assert not rest(message, (message.items,)).found


def test_the_next_message_is_read_anew(vocabulary: Vocabulary, now: dt.datetime) -> None:
    later = now + dt.timedelta(days=1)
    today, tomorrow = (read_message("skip today's run", vocabulary, at) for at in (now, later))
    assert today != tomorrow
