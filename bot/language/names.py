"""Somebody says their name, which may look like a day: "I'm Tom", "hi, my name is Mo"."""

import re
from dataclasses import replace

from bot.language.frames import is_day
from bot.language.held import any_item
from bot.language.meaning import Meaning, SmallTalk, Talk
from bot.language.message import Message
from bot.language.scan import scan

_NAMED = re.compile(
    r"\A\W*(?:(?:hi|hello|hey|hiya|howdy|good (?:morning|evening|afternoon))\b[\s,.!]*)*"
    r"(?:i'?m|i am|my name(?:'?s| is)|call me)\s+[^\W\d_]+(?: here)?[\s.!]*\Z",
    re.IGNORECASE,
)


def read_name(message: Message) -> tuple[Meaning, ...]:
    """Take a name that is written like a day for a greeting: nobody is a day."""
    if not _NAMED.match(message.text):
        return ()
    # "Mo" and "Sun" are days only where a week is pasted.
    items = scan(replace(message.context, short=True), message.vocabulary)
    return (SmallTalk(talk=Talk.GREETING),) if any_item(items, is_day) else ()
