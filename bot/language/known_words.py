"""What was done, slept or moved, said in the words that the readers know."""

import re

from bot.language.frames import Items, is_day
from bot.language.items import Context, Days, Distance, Item

# "Can you please move …": so far into a message, and behind it, an act makes it a request.
OPENING = 4
_CUT_SHORT = re.compile(r"\bcut (?:my |the )?((?:[\w']+ ){1,4})short\b(?! to| at)", re.IGNORECASE)
_BAILED = re.compile(
    r"\b(?:had to )?(?:bail(?:ed)?|bailing|stop(?:ped)?|pull(?:ed)? up|gave up) (?:on|out of|in|during) "
    r"(?:my |the )?((?:[\w']+ ){0,3}?(?:run|tempo|intervals|session|one)) (?:at|after) (?=\d)",
    re.IGNORECASE,
)
_SHORT_NIGHT = re.compile(
    r"\b(?:only |just |barely )?(?:got|had) (?:only |just |barely |about |maybe |around |like )*"
    r"(?=\d+(?:\.\d+)?(?: and a half)? ?(?:h|hrs?|hours?) last night\b)",
    re.IGNORECASE,
)
_EXCHANGES = frozenset({"switch", "switching", "switched", "flip", "flipping", "trade", "change", "changing"})
_BOTH = 2
_QUIT = re.compile(
    r"\b(?:i(?:'ve| have)? |ive )?(?:(?:just |now )*(?:quit|given up|packed in|jacked in|stopped (?:doing|"
    r"going to|with)))"
    r" ((?:[\w']+ ){0,6}?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:s\b|\b(?= \w))[^,.;!?]*)",
    re.IGNORECASE,
)
# What a doctor or a coach has ordered is what the runner does now.
_ORDERED = re.compile(
    r"^(?:my |the |so )*(?:physio|physiotherapist|doctor|doc|dr|gp|osteo|surgeon|nurse|coach)"
    r" (?:says|said|told me|has told me|has said|reckons|wants me|ordered|has ordered)[,:]? "
    r"(?:that |to |i should |i must |i have to |i need to |me to )*"
    r"(?=(?:no run|rest\b|not (?:to )?run|don'?t run|(?:a|one|two|three|\d) (?:weeks?|days?) (?:off|rest)))",
    re.IGNORECASE,
)
_REST_TILL = re.compile(r"^(?:so |ok )?(?:i'?m |i )?rest(?:ing)? (?=(?:till?|until|for) )", re.IGNORECASE)
_CANNOT_TRAIN = re.compile(
    r"\b(?:i )?(?:can'?t|cannot|won'?t|couldn'?t|unable to|not able to) (?:train|exercise|work out)\b"
    r"(?! (?:for|with|like|at))",
    re.IGNORECASE,
)
_WAVE = re.compile(r"[, ]+(?:wave|pen|corral|start group) #?(?:\d{1,2}|[a-h])(?![\d:.])\b,?", re.IGNORECASE)
_OFF_RUNNING = re.compile(
    r"\b(?:take |taking |having |have )?(a|one|two|three|\d{1,2}) (weeks?|days?) (?:off|rest)(?: from)? running\b",
    re.IGNORECASE,
)
_HAD_OFF = re.compile(
    r"^(?:i |i've |so |just )*(?:had|took|taken|having|taking) (?:the|a|an? unplanned|my) (?:rest day|day off)"
    r"(?: (?:from )?running)?(?=$|[,.!;]| (?:yesterday|today|on (?:mon|tues|wednes|thurs|fri|satur|sun)day))",
    re.IGNORECASE,
)
_JUST = re.compile(
    r"^(?:so |and )?(?:just|only)(?: did)? (?:the|my) (\d{1,2})"
    r"(?= (?:today|tonight|this morning|yesterday|last night)\b)",
    re.IGNORECASE,
)
_CLUB = re.compile(
    r"\b(make|skip(?:ping|ped)?|miss(?:ing|ed)?|no|do|did|went to|at) (?:it to )?(?:the |my )?club"
    r"(?=$|[,.;!]| (?:tonight|today|tomorrow|tmrw|this|last|on|mon|tues|wednes|thurs|fri|satur|sun|yesterday))",
    re.IGNORECASE,
)
_CAN_WE = re.compile(
    r"^(?:hi |hey |ok |please )?(?:can|could) (?:we|you|u|i) (?:please )?(?:make it|make|change it to|swit"
    r"ch it to|switch to|have|do) "
    r"(?=.*\b(?:from now on|every week|for good)\b)",
    re.IGNORECASE,
)
_ALONE = re.compile(r"^(?:race report|result|pb|new pb)?[:!, ]*(?:parkrun|5 ?km?|8 ?km?|10 ?km?)\b", re.IGNORECASE)
# What comes next is no part of what was lifted.
_NEXT = re.compile(
    r"(?<=\d|[a-z])[,.;]? (?:and |then )?next (?:week|time|session|one)(?: (?:i'?ll|i|is|will|go|going|try"
    r"|trying|aim|aiming"
    r"|for|at|to|it'?s|should|be|do|want))* \d+(?:[.,]\d+)? ?(?:kg|kilos?|lbs?)?[ .!]*$",
    re.IGNORECASE,
)
_NOT_AT = re.compile(
    r"(?<=\d|m| )(\b(?:at|is|to|now) \d{1,2}(?:[.:]\d\d)?(?: ?[ap]m)?(?: now)?),? (?:and )?not (?:at )?\d{1,2}"
    r"(?:[.:]\d\d)?(?: ?[ap]m)?(?: any ?more)?(?=$|[.!,])",
    re.IGNORECASE,
)
_FOR_GOOD = re.compile(r"\b(?:from (?:next|this) week|from now on|every|for good)\b", re.IGNORECASE)
_NOT_SO_FAR = re.compile(
    r"(\d{1,3}(?:\.\d)? ?(?:km?|miles?|mi|mins?|minutes)),? (?:and )?not \d{1,3}"
    r"(?: ?(?:km?|miles?|mi|mins?|minutes))?(?=$|[.!,])",
    re.IGNORECASE,
)
_WAS = re.compile(r"\b(?:was|were|did|ran|it's|is)\b", re.IGNORECASE)
_MOVED_HOUSE = re.compile(
    r"^(?:(?i:just|recently|hi|hey) )*[Mm]oved to (?!Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar\b|March|Apr|M"
    r"ay\b|Jun|Jul|Aug|Sep|Oct"
    r"|Nov|Dec)(?=[A-Z])"
)
_RATHER = re.compile(
    r"^(?:i'?d|i would|would) rather (?:run |do |have )(?:on )?([^,.;!?]{3,40}?) (?:than|instead of)"
    r" ([^,.;!?]{3,40}?) (?=from now on|every week)",
    re.IGNORECASE,
)
_ONLY_MANAGED = re.compile(
    r"\b(?:i )?(?:was |were )?(?:meant|supposed|due|gonna|going) to (?:do|run) \d+\S*,? (?:but|and) (?:i |"
    r"only |just |could only |in the "
    r"end )*(?:did|ran|managed|got) (\d{1,2})\b(?! ?(?:reps?|sets?|kg|kilos?|x|min))",
    re.IGNORECASE,
)
_TIME = r"(\d{1,2})(?:[:.](\d\d))?(?: ?[ap]m)?"
_SLEPT_TO = re.compile(
    rf"\b(slept|asleep|in bed) (?:from )?(?:about |around )?{_TIME} ?(?:to|till?|until|-) ?(?:about |around )?{_TIME}"
    r"(?! ?(?:h|hrs?|hours?)\b)",
    re.IGNORECASE,
)
_HALF_DAY = 12
_LEAST_NIGHT = 2
_SETS = re.compile(r"\d ?x ?\d|\bsets?\b|\bfor \d", re.IGNORECASE)
_ALONE_REACH = 15
_CHANGES = frozenset({"change", "changing", "switch", "put"})
_DOING_IT = re.compile(
    r"^(?:skipping|skip|not doing|can'?t do|can'?t make) ([^,.;!?]{3,40}?)(?: this week)?,? (?:and |so |but )?"
    r"(?:i'?ll (?:be )?|will |gonna |going to )?(?:do|doing|run|running) (?:them|it|that|those)(?: on)? "
    r"([^,.;!?]{3,30}?)(?: instead)?[.!]?$",
    re.IGNORECASE,
)
_MOVING_IT = re.compile(
    r"^(?:my |the )?([^,.;!?]{3,40}?) is off(?: this week)?,? (?:so |but )?(?:i'?m |i'?ll )?(?:be )?"
    r"(?:moving|move|doing|do|running|run|shifting|pushing) it (?:to |on )?([^,.;!?]{3,30}?)(?: instead)?[.!]?$",
    re.IGNORECASE,
)
_DAY_OF_MONTH = r"\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_FROM_TO = re.compile(rf"\bfrom (?:the )?({_DAY_OF_MONTH}) to (?:the )?({_DAY_OF_MONTH})\b", re.IGNORECASE)
# "Parkrun was 22:14": nobody runs it at night. It is how long it took.
_RESULT = re.compile(
    r"(\b(?:parkrun|5 ?km?|8 ?km?|10 ?km?)\b[^.;!?\n]{0,30}?\b(?:in|was|were|of|a|time|chip time|ran|did|got)\b:? ?)"
    r"(?:it |it was |a |about |in )?(1[4-9]|[2-5]\d):[0-5]\d\b(?! ?[ap]m)",
    re.IGNORECASE,
)
_MEANT = re.compile(
    r"\b(?:was |were )?(?:meant|supposed|due|going) to be ([^,.;!?]+?),? "
    r"but (?:i |we )?(?=(?:did|ran|jogged)\b)([^.;!?]+)",
    re.IGNORECASE,
)


def in_known_words(context: Context, items: Items) -> str:
    """Say "cut my long run short" and "got 5 hours last night" as what was done and slept.

    A race's result is how long it took. A race "from 20 sept to 11 october" goes to the latter instead of the former.
    """
    plain = _as_rest(context.text, items)
    plain = _with_comma(plain, items) if plain == context.text else plain
    told = _QUIT.sub(r"dropping \1 for good", _RESULT.sub(_as_length, plain))
    if any(item.means("race_distance") or item.means("kind") == "race" for item in items):
        return _FROM_TO.sub(r"to \2 instead of \1", _WAVE.sub("", told))
    text = _BAILED.sub(r"did \1 ", _MEANT.sub(r"\2 instead of \1", _as_move(told, items)))
    return _SHORT_NIGHT.sub("slept ", _CUT_SHORT.sub(r"did \1", text))


def _as_rest(text: str, items: Items) -> str:
    """Say "physio says no running till friday", "had a rest day" and "swam instead of my run" as runs left out."""
    text = _NEXT.sub("", text) if _SETS.search(text) else text
    text = _ONLY_MANAGED.sub(r"ran \1", _RATHER.sub(r"run \1 instead of \2 ", _SLEPT_TO.sub(_as_hours, text)))
    text = text if _WAS.search(text) else _NOT_SO_FAR.sub(r"\1", text)
    text = _MOVED_HOUSE.sub("I moved to ", text)
    text = text if _FOR_GOOD.search(text) else _NOT_AT.sub(r"\1", text)
    text = text if "?" in text else _CANNOT_TRAIN.sub("no training", text)
    text = _CLUB.sub(r"\1 club run", text)
    text = _CAN_WE.sub("", text).rstrip(" ?") if _CAN_WE.match(text) else text
    ordered = _JUST.sub(r"ran \1", _REST_TILL.sub("no running ", _ORDERED.sub("", text)))
    off = _HAD_OFF.sub("rest day" if any(map(is_day, items)) else "rest day today", ordered)
    if off != ordered and any(one.means("not_run") for one in items) and not any(map(is_run, items)):
        return re.split(r"[,.;]", off)[0]
    other = next((one for one in items if one.means("action") == "instead_of"), None)
    before = tuple(one for one in items if other is not None and one.start < other.start)
    if other is None or not (any(one.means("not_run") for one in before) and any(map(_went, before))):
        return _OFF_RUNNING.sub(r"no running for \1 \2", off)
    runs = any(is_run(one) or isinstance(one.value, Distance) or one.means("ask") for one in before)
    return off if runs or off != text else f"skipped {text[other.end :].strip()}"


def _went(item: Item) -> bool:
    """Tell whether a word tells of what was done in place of a run; what one is to lift is a plan."""
    return item.means("action") == "done" or item.text.startswith(("went", "swam", "cycled", "rode", "walked", "biked"))


def _as_hours(said: re.Match[str]) -> str:
    """Say "slept 9 til 1" as its hours; "slept 5-6" is rather about how long."""
    begin, end = (int(said[at]) + int(said[at + 1] or 0) / 60 for at in (2, 4))
    hours = (end - begin) % _HALF_DAY
    return f"slept {hours:.2g} hours" if hours >= _LEAST_NIGHT else said[0]


def _with_comma(text: str, items: Items) -> str:
    """Set apart what is run from what is not: "tomorrow instead of intervals an easy 6"."""
    for index, item in enumerate(items):
        run = next((at for at in (index + 1, index + 2) if at < len(items) and is_run(items[at])), None)
        behind = items[run + 1 : run + 2] if run is not None and item.means("action") == "instead_of" else ()
        if any(one.text in {"a", "an", "just", "only"} for one in behind):
            return f"{text[: behind[0].start].rstrip()}, {text[behind[0].start :]}"
    return text


def _as_length(said: re.Match[str]) -> str:
    """Say "parkrun was 22:14" as a run that was done in so many minutes."""
    told = f"{said[1]}{said[2]} min"
    if _ALONE.match(said.string) and said.start() <= _ALONE_REACH and not re.search(r"\bw(?:as|ere)\b", said[1]):
        return f"{told} done"
    return told if re.search(r"\b(?:ran|did)\b", said[1], re.IGNORECASE) else re.sub(r"\b(?:was|were)\b", "done", told)


def _as_move(text: str, items: Items) -> str:
    """Say "change my wed tempo to thursday" and "skipping thu hills, doing them sat instead" as a move."""
    for index, item in enumerate(items[:OPENING]):
        behind = items[index + 1 : index + 2 + OPENING]
        to = next((at for at, one in enumerate(behind) if one.is_word("to")), len(behind))
        new = behind[to + 1 : to + 2] or items[index + 2 + to : index + 3 + to]
        if item.text in _EXCHANGES and _are_joined(items[index + 1 :], text):
            return f"{text[: item.start]}swap{text[item.end :]}"
        led = all(one.means("ask") == "may" or one.means("talk") or one.means("filler") for one in items[:index])
        if led and item.text in _CHANGES and any(map(is_run, behind[:to])) and any(map(is_day, new)):
            return f"move {text[item.end :].strip()}"
    return _MOVING_IT.sub(r"move \1 to \2", _DOING_IT.sub(r"move \1 to \2", text))


def _are_joined(behind: Items, text: str) -> bool:
    """Tell whether two days, and nothing else, are what is exchanged: "switch thursday and friday"."""
    named = tuple(item for item in behind[:OPENING] if item.means("action") != "mine" and not item.is_word("and"))
    days = tuple(item for item in named if is_day(item))
    both = [day for item in days if isinstance(item.value, Days) for day in item.value.days]
    apart = any(" to " in text[day.start : day.end] or "-" in text[day.start : day.end] for day in days)
    return (
        not apart
        and named[: len(days)] == days
        and len(both) == _BOTH
        and not any(is_day(item) for item in behind[OPENING:])
    )


def is_run(item: Item) -> bool:
    return item.means("kind") not in {None, "rest"} or item.means("race_distance") is not None
