"""What is said around a message's point: "can you move …", "um", "no wait, it was 142.5", "not 22"."""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise, takewhile

from bot.language.day_marks import with_days
from bot.language.failed_sets import without_failed
from bot.language.frames import Items, is_day
from bot.language.held import Held
from bot.language.holidays import with_feasts
from bot.language.items import Context, Dated, Days, Distance, Duration, Item, Repeats
from bot.language.known_words import OPENING, in_known_words, is_run
from bot.language.lengths_said import with_length, with_unit, without_each, without_old_value, without_pace
from bot.language.new_weeks import as_it_is_now
from bot.language.reasons import as_skipped, was_run, without_visit, without_why
from bot.language.scan import scan
from bot.language.vocabulary import Vocabulary

_ASKED_FOR = frozenset({"move", "skip", "swap", "remind"})
# What a voice typist keeps in.
_PAUSE = re.compile(r"(?:^|(?<=\s))(?:u+m+|u+h+m*|e+r+m+)(?:[,.]*\s+|[,.]*$)", re.IGNORECASE)
_OPENED = re.compile(r"^(?:(?:ok|okay|right|well|anyway),?\s+)?so,?\s+(?=\S)", re.IGNORECASE)
_NOD = re.compile(
    r"^(?:ok|okay|right|fine|alright|cool)[,. ]+(?:then[,. ]+)?(?=(?:i'?ll|i will|i'?m (?:gonna|going to)) "
    r"(?:rest|skip|run|do|take|move|swap|leave|have)\b)",
    re.IGNORECASE,
)
_USED_TO = re.compile(
    r"\bused to (?:be|do|run) [^,.;!?\n]{1,40}?,? but now (?:it'?s |is |i do |i run )?", re.IGNORECASE
)
# Where space may open a match it is looked at from its first character alone: else a page of empty lines takes seconds.
_TAKEN_BACK = re.compile(
    r"(?:(?:[,.;!?]|\s-+)?(?<!\s)\s*)?\b(?:no,? wait|wait,? no|oh wait|scratch that|i mean(?:t)?|correction)\b[,:]?\s*"
    r"(?:(?:that'?s|thats|that is) (?:wrong|not right)[,.]?\s*)?",
    re.IGNORECASE,
)
_NEW_VALUE = re.compile(r"(?:it was|it's|its|make (?:it|that))?\s*(\d+(?:\.\d+)?)\s*(?:kg|kilos?|lbs?|k|km|mi)?[.!]*$")
_NUMBER = re.compile(r"(?<![\d.:/])\d+(?:\.\d+)?(?![\d.:/])")
_PEOPLE = (
    "wife|husband|friends?|partner|son|daughter|brother|sister|dad|mum|mom|girlfriend|boyfriend|buddy|buddies|kids?|"
    "colleagues?|mates?|teammates?|neighbou?r|cousin|hubby|missus|family|coworkers?|lads?|lass|boys?|girls?|eldest|"
    "youngest|oldest|nephew|niece|uncle|aunt|auntie|boss|grandsons?|granddaughters?|housemates?|flatmates?|bestie|bf|gf|dogs?|puppy|baby|toddler"
)
# "My neighbour Jean"; a day or a run behind "with my wife" is written large too.
_NAME = r"(?-i:\s(?!Mon|Tue|Wed|Thu|Fri|Sat|Sun|Easy|Long|Tempo|Race)[A-Z][a-z]+\b)?"
_COMPANY = re.compile(
    rf"(?<!\s)\s+(?:together )?(?:with|w/) ?(?:my|the|a|some|our) (?:{_PEOPLE})\b(?!'){_NAME}"
    r"(?:,? (?:he|she)(?:'?s| is) \d{1,2}(?: (?:years old|now))?\b)?",
    re.IGNORECASE,
)
_PLANNERS = re.compile(
    r"\b(?:they|the organi[sz]ers?|organi[sz]ers?|(?:my|our|the) (?:coach|trainer|club))"
    r"(?:'ve| have| had| has|'s)? (?:just )?"
    r"(?=(?:moved|postponed|changed|cancell?ed|rescheduled|shifted|called off)\b)",
    re.IGNORECASE,
)
_OFF_OUT = re.compile(r"^(?:i'?m |just |right,? )?off (?:out )?(?=(?:for|on|to)\b)", re.IGNORECASE)
_BETTER = re.compile(
    r"^(?:so |and |hm+ |ok )?(?:is|would|wouldn'?t|isn'?t) ([\w ]{3,30}) (?:be )?(?:a )?"
    r"(?:better|safer|smarter|wiser|worse)(?: day| idea| choice| option| time)? (?:than|or) ([\w ]{3,30}?)\??$",
    re.IGNORECASE,
)
_DAY_IS = re.compile(
    r"^(?:so |ok )?my ((?:long|easy|tempo|interval|hill|track|speed|rest|recovery|fartlek)(?: runs?)?) day"
    r"(?:'s| is)(?: now)?(?: on)? ((?:mon|tues|wednes|thurs|fri|satur|sun)day)s?(?: now)?\b",
    re.IGNORECASE,
)
_OCCASION = re.compile(
    r"(?:[,.;]\s?)?\b(?:(?:it'?s|for|because of|due to|bc of|cuz of|got|there'?s|thats|that'?s)\s)?"
    r"(?:(?:my|our|the|a)\s)?(?:[a-z-]{1,20}(?:'s|s')|kids)\s(?:[a-z]{1,20}\s)?"
    r"(?:wedding|birthday|bday|party|graduation|recital|game|match|appointment|class(?:es)?|christening|funeral|exams?"
    r"|concert|tournament|practice|football|swimming|school play|parents evening|show|surgery|anniversary|visit)\b",
    re.IGNORECASE,
)
_LEAST_LISTED = 2
_TAG = re.compile(
    r"(?<!\s)(?:[,.]\s*|\s+)"
    r"(?:right|can|possible|ok(?:ay)?|yeah|yes|got (?:it|that|all that)|does that make sense|makes? sense|cool|alright)"
    r"(?: please| thanks)?\s*\?+\s*$",
    re.IGNORECASE,
)
# A word in brackets that a runner is not sure of: "tiros (shots?)".
_UNSURE = re.compile(r"\((\w[\w ]{0,20})\?\)")
_CALLED_OFF_BY = re.compile(
    r",? (?:the )?(?:they|organi[sz]ers?|council|police|club|race director)(?:'ve| have| had)? (?:just )?"
    r"(?:cancell?ed|called|scrapped|pulled|binned) it(?: off)?"
    r"(?: (?:this morning|this afternoon|today|yesterday|last night|tonight|just now))?(?=[.,;!]|$)",
    re.IGNORECASE,
)
_ORDER = re.compile(
    rf"^(?:(?:skip|scrap|cancel|bin|drop|skipping|cancelling|moving|move|no run(?:ning)?|skipped|missed|not running"
    rf"|can'?t run|didn'?t run)\b[^,.;!?]*?)"
    rf"((?<!\s)\s+(?:the|my) (?:{_PEOPLE}) (?:is|are|has|have|'s|'re)\b.*)$",
    re.IGNORECASE,
)
_SAVE = re.compile(
    r"^(?:(?:hi|hello|hey|ok|please|pls)[ ,!]+)*(?:can|could) (?:you|u) (?:please |pls )?"
    r"(?=(?:put|set|add|log|save|note|make|record)\b)",
    re.IGNORECASE,
)
_GOT_REACH = 3
_WARM = 28
_DATE_REACH = 4
_SENTENCE_MARKS = ".,;!?\n"
# A slip of the tongue stays near what was meant.
_NEAR = 1.5

Plain = tuple[Context, Held]


def plain(context: Context, vocabulary: Vocabulary) -> Plain:
    """Return a message as what it comes down to, and its items."""
    items = _items(context, vocabulary)
    for leave_out in _STEPS:
        text = leave_out(context, items)
        if text != context.text:
            context = replace(context, text=text)
            items = _items(context, vocabulary)
    return context, items


def _items(context: Context, vocabulary: Vocabulary) -> Held:
    return with_days(scan(context, vocabulary))


def _without_pauses(context: Context, _: Items) -> str:
    """Leave out what a voice typist keeps in, and what was before "but now"."""
    text = _USED_TO.sub("", context.text)
    text = text if "?" in text else _NOD.sub("", text)
    return _OPENED.sub("", _PAUSE.sub("", text)) or context.text


def _without_occasion(context: Context, items: Items) -> str:
    """Leave out somebody else's day as a reason: "long run moved to friday, my brother's wedding"."""
    days = {day for item in items if isinstance(item.value, Days) for day in item.value.days}
    if len(days) > _LEAST_LISTED or not any(item.means("unsure") == "others" for item in items):
        # "Sat kids' swimming" in a week says what its Saturday is.
        return context.text
    return without_visit(replace(context, text=_OCCASION.sub("", context.text) or context.text), items)


def _as_corrected(context: Context, _: Items) -> str:
    """Return what stands after a correction; one that is a number alone takes the place of the number that it is near.

    "Deads 2x3 140kg, no wait it was 142.5" is 142.5 kg; where no number, or several, are near, nothing is changed.
    """
    found = next(reversed(list(_TAKEN_BACK.finditer(context.text))), None)
    if found is None or not found.start():
        return context.text
    said, meant = context.text[: found.start()], context.text[found.end() :]
    value = _NEW_VALUE.fullmatch(meant.strip().lower())
    if value is None:
        return meant if found.group().rstrip(", .").lower().endswith(("wrong", "not right")) and meant else context.text
    near = [old for old in _NUMBER.finditer(said) if _is_near(float(old.group()), float(value.group(1)))]
    if len(near) != 1:
        return context.text
    return f"{said[: near[0].start()]}{value.group(1)}{said[near[0].end() :]}"


def _is_near(old: float, new: float) -> bool:
    return old > 0 and new > 0 and max(old, new) / min(old, new) <= _NEAR


def _as_asked_for(context: Context, items: Items) -> str:
    """Return what is to be done of "can you move …": a request is no question."""
    for index, item in enumerate(items[:OPENING]):
        if item.means("ask") == "may" and item.text.endswith((" you", " u", " we")):
            acts = any(one.means("action") in _ASKED_FOR for one in items[index + 1 : index + OPENING])
            return context.text[items[index + 1].start :].rstrip(" ?") if acts else context.text
    return context.text


def _as_order(context: Context, _: Items) -> str:
    """Leave out a request's "can you", who moved a race, and the reason why a run is off: "… the kids are ill"."""
    asked = _SAVE.sub("", _OFF_OUT.sub("going ", context.text))
    asked = _CALLED_OFF_BY.sub("", asked) if asked == context.text else asked.rstrip(" ?")
    text = _PLANNERS.sub("", asked) or context.text
    reason = _ORDER.match(text)
    return text if reason is None or "?" in text else text[: reason.start(1)]


def _as_choice(context: Context, items: Items) -> str:
    """Say "is friday better than saturday" as the choice between two days that it is."""
    match = _BETTER.match(context.text)
    days = [item for item in items if item.names_day]
    named = match is not None and len(days) == _LEAST_LISTED and days[0].start < match.end(1) <= days[1].start
    return context.text if match is None or not named else f"{match[1]} or {match[2]}?"


def _as_weekly(context: Context, _: Items) -> str:
    """Say "my long run day is now saturday" as what holds every week from now on."""
    return _DAY_IS.sub(r"\1 is on \2s from now on", context.text)


def _without_tag(context: Context, items: Items) -> str:
    """Leave out the ", right?" behind a list of runs: it asks nothing of the bot."""
    days = {day for item in items if isinstance(item.value, Days) for day in item.value.days}
    kinds = sum(is_run(item) or isinstance(item.value, Distance | Duration | Repeats) for item in items)
    listed = len(days) > _LEAST_LISTED <= kinds and not any(item.means("lift") for item in items)
    return _UNSURE.sub(r"(\1)", _TAG.sub("", context.text)) if listed else context.text


def _without_company(context: Context, _: Items) -> str:
    """Leave out whom a run was run with: nothing is said of them."""
    return _COMPANY.sub("", context.text)


def _as_done(context: Context, items: Items) -> str:
    """Say "got my tempo in" and "that tempo was brutal" as "did my tempo"."""
    if (said := was_run(items)) is not None:
        mark = next((one for one in items if one.start > said[-1].start and one.is_mark(",.;!")), None)
        behind = "" if mark is None else context.text[mark.start :]
        return f"did {context.text[said[0].start : said[-1].end]}{behind}"
    for index, item in ((index, item) for index, item in enumerate(items) if item.text == "got"):
        named = [one for one in items[index + 1 : index + 1 + _GOT_REACH] if one.means("kind")]
        got_in = next((one for one in items[index + 1 : index + 2 + _GOT_REACH] if one.text in {"in", "done"}), None)
        if named and got_in is not None and got_in.start > named[0].start:
            return f"{context.text[: item.start]}did{context.text[item.end : got_in.start]}{context.text[got_in.end :]}"
    return context.text


def _as_half_marathon(context: Context, items: Items) -> str:
    """Say "cardiff half, 4 october" as a half marathon."""
    for index, item in ((index, item) for index, item in enumerate(items) if item.text == "half"):
        near = items[index + 1 : index + 1 + _DATE_REACH]
        behind = next((one for one in near if not (one.is_mark(",-") or one.is_word("on"))), None)
        if behind is not None and isinstance(behind.value, Dated) and behind.value.named:
            return f"{context.text[: item.end]} marathon{context.text[item.end :]}"
    return context.text


def _as_called_off(context: Context, items: Items) -> str:
    """Say "tomorrow's tempo is off" and "the marathon is off" as what is skipped; "monday is off" names no run."""
    place = next((index for index, pair in enumerate(pairwise(items)) if _is_off(*pair)), None)
    if place is None or any(item.is_mark(_SENTENCE_MARKS) for item in items[:place]):
        return context.text
    listed = sum(map(is_day, items)) > _LEAST_LISTED
    if listed or not any(is_run(item) for item in items[:place]):
        return context.text
    begin = context.text[items[0].start : items[place].start].rstrip()
    return f"skip {begin}{context.text[items[place + 1].end :]}"


def _is_off(copula: Item, off: Item) -> bool:
    return copula.text in {"is", "are"} and off.is_word("off")


def _without_heat(context: Context, items: Items) -> str:
    """Leave out the "at 32c" of a run: no gym is as warm, and it is no length."""
    done = any(item.means("action") == "done" for item in items)
    if done and any((item.number or 0) >= _WARM for item in items):
        # That is what the runner tells: `read_hot_run` reads it.
        return context.text
    if any(item.means("state") for item in items) or not any(item.means("kind") for item in items):
        return context.text
    for index, item in enumerate(items[1:], start=1):
        units = list(takewhile(_is_degree, items[index + 1 :]))
        if item.number is not None and units and items[index - 1].is_word("at", "in"):
            return context.text[: items[index - 1].start].rstrip() + context.text[units[-1].end :]
    return context.text


def _is_degree(item: Item) -> bool:
    return item.means("state_word") in {"degrees", "celsius", "fahrenheit"}


_STEPS: tuple[Callable[[Context, Items], str], ...] = (
    _without_pauses,
    _without_occasion,
    without_why,
    as_it_is_now,
    with_feasts,
    _as_corrected,
    _as_asked_for,
    _as_order,
    _as_choice,
    _as_weekly,
    _without_tag,
    _without_company,
    in_known_words,
    _as_done,
    _as_half_marathon,
    as_skipped,
    _as_called_off,
    _without_heat,
    with_length,
    without_each,
    without_pace,
    with_unit,
    without_old_value,
    without_failed,
)
