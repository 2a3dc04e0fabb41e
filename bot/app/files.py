"""Files that people send: what is wanted of one, and what became of reading it."""

from dataclasses import dataclass
from enum import StrEnum

from bot.app.restored import Restored
from bot.training.exports import Export

LARGEST_FILE = 10 * 2**20
"""In bytes: half of what Telegram hands to bots, and over 60,000 sets of Hevy's, whose rows have 160 to 175 bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileWanted:
    """A file that must be fetched and read before its update can be answered, by Telegram's id."""

    file_id: str


class Unusable(StrEnum):
    """Why a file cannot be used.

    `LOST` could not be fetched, `BUSY` has to wait for others, `BROKEN` was given up, `NEWER` is an export of another
    version of the bot.
    """

    UNKNOWN = "unknown"
    TOO_LARGE = "too_large"
    TOO_MANY = "too_many"
    DAMAGED = "damaged"
    BROKEN = "broken"
    LOST = "lost"
    BUSY = "busy"
    NEWER = "newer"


FileRead = Export | Restored | Unusable
