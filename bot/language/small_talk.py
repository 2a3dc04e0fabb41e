"""Small talk, and "I'll lift anyway"."""

from bot.language.asking import is_question
from bot.language.held import any_mark, any_means
from bot.language.items import Item, Word
from bot.language.meaning import Meaning, OverrideReading, SmallTalk, Talk
from bot.language.message import Message, is_statement, needs, senses
from bot.language.vocabulary import REPORTING

_MOST_TALK = 6


@needs("talk")
def read_override(message: Message) -> tuple[Meaning, ...]:
    said = any_means(message.items, "talk", "override")
    return (OverrideReading(),) if said and not is_question(message.items) and is_statement(message.items) else ()


def read_small_talk(message: Message) -> tuple[Meaning, ...]:
    """Read a message that holds nothing but small talk."""
    if not (any_means(message.items, "talk") or any_mark(message.items, "?")):
        return ()
    words = [item for item in message.items if not item.is_mark(".,!?:;()'-\n") and not _is_picture(item)]
    talks = [item.means("talk") for item in words if item.means("talk")]
    kinds = [talk for talk in talks if talk in set(Talk)]
    if not words and any_mark(message.items, "?"):
        return (SmallTalk(talk=Talk.HELP),)
    if not kinds or len(words) > _MOST_TALK or any(not (item.means("talk") or item.means("filler")) for item in words):
        return ()
    talk = Talk(kinds[-1] or "")
    if talk in {Talk.UNDO, Talk.HELP} and any(
        item.means("talk") is None and senses(item) - REPORTING > {"filler"} for item in words
    ):
        return ()
    return (SmallTalk(talk=talk),)


def _is_picture(item: Item) -> bool:
    return isinstance(item.value, Word) and not any(char.isalnum() for char in item.text)
