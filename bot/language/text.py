"""Text as people type and paste it, in one spelling: dashes, quotes, digits, spaces and line ends."""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

from bot.language.foreign_days import in_english
from bot.language.short_days import with_whole_day

MAX_CHARS = 4000
MAX_PIECES = 2000
"""Words, numbers and marks; the fullest week that anybody pastes has some 1,500."""

MAX_OWN_WORDS = 80

_ONE_SPELLING = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc\u02b9\u00b4\u0060", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\ufe58\ufe63\uff0d", "-"),
        **dict.fromkeys("\u00d7\u2715\u2716\u2a2f", "x"),
        **dict.fromkeys("\u2192\u27a1\u21d2", " to "),
        **dict.fromkeys("\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", "\n"),
        "\u200b": " ",
        "\u2236": ":",
        "\u2044": "/",
    }
)
_PIECE = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|[_\n\t]")
# "Mon easy // Tue — // Wed tempo": lines in one.
_PARTS = re.compile(r"(?<= )(?://|\|\|)(?= )")
# "20ish k" and "90-ish minutes".
_ISH = re.compile(r"(?<![\d.])(\d{1,3})[ -]?ish (k|km|kms|miles?|mi|mins?|minutes)\b", re.IGNORECASE)
# "1) Tues club 2) Thurs tempo": lines in one.
_FIRST = re.compile(r"\s*1[.)] ")
_NUMBERED = re.compile(r" [2-9][.)] (?=[^\W\d_])")
# In "72,5" the comma is a point: what weighs so much comes in halves and quarters.
_COMMA = re.compile(r"(?<![\d,.])([2-9]\d|[1-3]\d\d),(5|25|50|75)(?!\d|[,.]\d)", re.ASCII)
_UNITS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_FIRST_UNIT = 2
_COUNTED = rf"\d{{1,2}}|{'|'.join(_UNITS)}"
# "Five and a half hours", "three lots of eight".
_AND_A_HALF = re.compile(
    rf"\b({_COUNTED}) (?:(?:and|n|&) (?:a )?(?:half|bit)|or so) (?=(?:hours?|hrs?|h)\b)", re.IGNORECASE
)
_LOTS = re.compile(
    rf"\b({_COUNTED}) (?:lots|rounds) of (?=(?:{_COUNTED})\b"
    r"(?! ?(?:min|m\b|km?\b|miles?|sec|s\b|laps?|hills?|['\":x])))",
    re.IGNORECASE,
)
# "About 6 hours of sleep": the hour of nothing.
_ABOUT = re.compile(
    r"\b(?:about|around|roughly|approx(?:imately)?|circa|ca) "
    r"(?=\d{1,2}(?:\.\d)? ?(?:h|hrs?|hours?)(?: of)? (?:sleep|kip|shut))",
    re.IGNORECASE,
)
_HALF = re.compile(r"(?<=\d)[ ]?\u00bd")
# Zero-width and direction marks, variation selectors, the keycap frame and control characters carry no words.
_UNSEEN = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u20e3\x00-\x08\x0e-\x1f\x7f]"
)
# "5:30 a.m. Wednesday" ends a sentence.
_HALF_OF_DAY = re.compile(r"\b([ap])\.m\. (?=[A-Z])")
# "[01/09, 20:14] Priya: …" and "01/09/2026, 20:14 - Priya: …" open a line that was written by somebody in a chat.
_CHAT_LINE = re.compile(
    r"^[ ]?(?:\[[^\]\n]{0,25}\d:\d\d[^\]\n]{0,6}\]|\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d\d(?: ?[ap]m)? -)"
    r" ?([^:\n\d]{1,40}):(.*)$",
    re.MULTILINE,
)
_WRITERS = frozenset({"me", "i", "you", "coach", "trainer"})
_CLAIMS = frozenset({"me", "mine", "us", "my week", "my plan", "my schedule", "my session", "my sessions", "my runs"})
_LONGEST_CLAIM = 8
_SPACES = re.compile(r"[^\S\n\t]+")
# Words with nothing to put into plain signs: most of a vocabulary, which is read at each start.
_LETTERS = re.compile(r"[A-Za-z']+(?: [A-Za-z']+)*")


@lru_cache(maxsize=4)
def normalise(text: str) -> str:
    """Return the text in one spelling; case and line breaks stay. No text raises; takes time linear in its length."""
    plain = text if _LETTERS.fullmatch(text) else _in_plain_signs(text)
    text = with_whole_day(in_english(plain))
    said = text.lower()
    # Hardly any text holds these words, and to look for them takes a tenth of the time of looking for the patterns.
    if "half h" in said or "bit h" in said or "or so h" in said:
        text = _AND_A_HALF.sub(_with_decimal, text)
    if "lots of " in said or "rounds of " in said:
        text = _LOTS.sub(r"\1 sets of ", text)
    return _ABOUT.sub("", text) if "sleep" in said or "kip" in said or "shut" in said else text


def _in_plain_signs(text: str) -> str:
    text = _PARTS.sub("\n", text.replace("\r\n", "\n").translate(_ONE_SPELLING))
    text = _ISH.sub(r"\1 \2", _NUMBERED.sub("\n", text) if _FIRST.match(text) else text)
    text = _COMMA.sub(r"\1.\2", _HALF.sub(".5", text)).replace("\u00bd", " half ")
    text = unicodedata.normalize("NFKC", text).translate(_ONE_SPELLING)
    return _HALF_OF_DAY.sub(r"\1m. ", _SPACES.sub(" ", _UNSEEN.sub("", text)))


def _with_decimal(said: re.Match[str]) -> str:
    """Write "five and a half hours" as 5.5, and "four and a bit hours" as 4: its end alone would be half an hour."""
    whole = said[1] if said[1].isdecimal() else _UNITS.index(said[1].lower()) + _FIRST_UNIT
    return f"{whole}.5 " if said[0].rstrip().endswith("half") else f"{whole} "


def without_chat(text: str) -> str:
    """Return a text without what others wrote in a chat that it is pasted from.

    Lines of the runner and of a coach stay, without who wrote them and when, and so do all of which the runner says
    no more than that it goes for them too: "^ that's me too". Linear in its length.
    """
    if _CHAT_LINE.search(text) is None:
        return text
    own = _CHAT_LINE.sub(lambda line: line[2] if _is_own(line) else "", text)
    said = own.lower().replace("!", " ").replace(".", " ").split()
    joins = len(said) <= _LONGEST_CLAIM and not _CLAIMS.isdisjoint((*said, *map(" ".join, pairwise(said))))
    return _CHAT_LINE.sub(lambda line: line[2], text) if joins else own


def _is_own(line: re.Match[str]) -> bool:
    return not _WRITERS.isdisjoint(line[1].lower().split())


def too_long(text: str) -> bool:
    """Tell whether a text is longer than 4,000 characters or 2,000 words and marks, and not read at all.

    That is more than a week of training, and keeps every text within the time that a person waits without noticing.
    """
    return len(text) > MAX_CHARS or (len(text) > MAX_PIECES and len(_PIECE.findall(text)) > MAX_PIECES)


def is_in_quotes(text: str, place: int) -> bool:
    """Tell whether a place of a normalised text stands between quotation marks: the words may be anybody's."""
    before = text.count('"', 0, place)
    return (before % 2 == 1 and '"' in text[place:]) or _is_in_single_quotes(text, place)


def _is_in_single_quotes(text: str, place: int) -> bool:
    """Tell whether a quotation in single marks is open at a place; "i've" and "runners'" open none."""
    padded = f" {text} "
    begin = padded.rfind(" '", 0, place + 1)
    if begin < 0 or not padded[begin + 2].isalnum():
        return False
    ends = [index for index in range(begin + 2, len(padded) - 1) if padded[index] == "'"]
    end = next((index for index in ends if not padded[index + 1].isalnum()), None)
    return end is not None and end > place + 1


def own_words(text: str) -> str:
    """Return the runner's words as they are kept beside a reading: trimmed, on one line, at most 80 characters."""
    words = " ".join(text.split()).strip(" ,;|:-*+&/.(")
    return words if len(words) <= MAX_OWN_WORDS else words[: MAX_OWN_WORDS - 1].rstrip() + "\u2026"
