"""Lasting health answers: "pregnant", "age 65+", "birth 2026-01-10", "cleared stress fracture"."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from bot.language.clauses import clauses_of
from bot.language.clinicians import read_forbidden
from bot.language.frames import Items
from bot.language.health_claims import claim, denial, is_controlled
from bot.language.health_days import is_old, since_in
from bot.language.held import any_means, any_text
from bot.language.items import Context, Doubtful, Item, OtherDays, Word
from bot.language.meaning import Claim, Doubt, HealthReading, HeatClearedReading, Unread
from bot.language.numbers import Number, numbers_in
from bot.language.scan import scan
from bot.language.text import normalise, own_words, too_long
from bot.language.vocabulary import Vocabulary
from bot.training.health import HealthTopic

Health = HealthReading | HeatClearedReading | Unread
_NONE = HealthReading(topic=HealthTopic.NONE)

_OLDEST = dt.timedelta(days=3 * 365)
_BANDS = (
    (13, HealthTopic.AGE_UNDER_13),
    (18, HealthTopic.AGE_13_TO_17),
    (65, HealthTopic.AGE_18_TO_64),
    (120, HealthTopic.AGE_65_UP),
)
_DATED = frozenset({HealthTopic.BIRTH, HealthTopic.SURGERY})
# These pass: "a stress fracture in 2019" says nothing of today.
_PASSING = frozenset({HealthTopic.PREGNANT, HealthTopic.STRESS_FRACTURE, HealthTopic.LOW_ENERGY, HealthTopic.PELVIC})
# In passing only what no clinician has to confirm can be said to be over.
_ENDING = frozenset({HealthTopic.PREGNANT, HealthTopic.PELVIC})
# "I'm 6" is rather a soreness than an age.
_LEAST_BARE_AGE = 13
_LONG_BACK = re.compile(
    r"\b(?:years|yrs|decades?) (?:ago|back)|\blong ago|\bas a (?:kid|child|teen\w*|student|junior)"
    r"|\bin my (?:teens|twenties|20s)|\bwhen i was (?:a |young|\d)",
    re.IGNORECASE,
)
_AGE_REACH = 4
_SELF = frozenset({"i", "me", "i'm", "im", "i've", "ive"})
_PLAIN = {
    HealthTopic.PELVIC: frozenset({"when"}),
    HealthTopic.BLOOD_PRESSURE: frozenset({"has", "take", "takes"}),
}
_NEGATION_REACH = 3
_OVER_REACH = 5
# What may be said around "none" where nothing else is told.
_AROUND_NONE = frozenset(
    {"i", "i'm", "im", "am", "i have", "have", "have got", "got", "of", "that", "those", "these", "them", "the", "kind"}
) | {
    *("sort", "apply", "applies", "to", "me", "for", "at all", "any", "all", "luckily", "healthy", "fit"),
    *("know", "know of", "aware", "aware of", "as far as", "far", "as", "here", "otherwise", "else", "well", "good"),
    *("health", "issues", "issue", "problems", "problem", "conditions", "condition", "no", "nope", "nah", "none"),
}
_NO_NONE = frozenset({"yet", "idea", "not"})
_WELL = frozenset({"good", "well", "fit", "healthy"})
_PLAIN_NO = frozenset({"no", "nope", "nah"})


def read_health(text: str, *, today: dt.date, vocabulary: Vocabulary) -> tuple[Health, ...]:
    """Read the text behind `/health`; nothing readable gives nothing.

    A birth or surgery to come or more than three years ago is Unread (DATE). No text raises.
    """
    if too_long(text):
        return (Unread(text=own_words(text), doubt=Doubt.TOO_LONG),)
    if forbidden := read_forbidden(text, today=today, vocabulary=vocabulary):
        return (forbidden,)
    clean = normalise(text)
    clauses = clauses_of(scan(Context(text=clean, today=today, past=True), vocabulary))
    return tuple(dict.fromkeys(one for place in range(len(clauses)) for one in _facts(clauses, place, clean, today)))


def read_health_answer(text: str, *, today: dt.date, vocabulary: Vocabulary) -> tuple[Health, ...]:
    """Read the answer to "does any of these apply to you?"; a "none" beside anything else that is told is none.

    "None yet, maybe a 10k in spring" answers something else, and "no, I'm 71" is an age. No text raises.
    """
    if too_long(text):
        return ()
    clean = normalise(text)
    items = scan(Context(text=clean, today=today, past=True), vocabulary)
    clauses = tuple(clauses_of(items))
    ages = (age for clause in clauses for part in _joined(clause) if part for age in _age_said(part, clean))
    named = (fact for place in range(len(clauses)) for fact in _facts(clauses, place, clean, today))
    facts = (*named, *ages)
    told = tuple(dict.fromkeys(one for one in facts if one != _NONE))
    return told or ((_NONE,) if _is_none(items) else ())


def tells_of_old(text: str, *, today: dt.date, vocabulary: Vocabulary) -> bool:
    """Tell whether something of a text was a year or more ago: "a stress fracture in 2015, fine now"."""
    if too_long(text):
        return False
    clean = normalise(text)
    items = scan(Context(text=clean, today=today, past=True), vocabulary)
    return _LONG_BACK.search(clean) is not None or any(is_old(clause, clean, today) for clause in clauses_of(items))


def says_no_more(text: str, *, today: dt.date, vocabulary: Vocabulary) -> bool:
    """Tell whether an answer closes the question: "none", "I am 71 and have nothing of that kind otherwise"."""
    return _NONE in read_health(text, today=today, vocabulary=vocabulary)


def _joined(clause: Items) -> Iterator[Items]:
    """Yield the parts of a clause between "no", "and" and "but"."""
    begin = 0
    for index, item in enumerate(clause):
        if item.text in _PLAIN_NO or item.text == "but" or item.is_word("and"):
            yield clause[begin:index]
            begin = index + 1
    yield clause[begin:]


def _is_none(items: Items) -> bool:
    """Tell whether nothing but "none" is said: a word that goes on makes it the answer to something else."""
    says = any_means(items, "health_named", "none") or any_text(items, _PLAIN_NO)
    unwell = any(one.text in _PLAIN_NO and two.text in _WELL for one, two in pairwise(items))
    return says and not unwell and all(_goes_with_none(item) for item in items)


def _goes_with_none(item: Item) -> bool:
    if isinstance(item.value, OtherDays):
        # "None otherwise".
        return True
    if not isinstance(item.value, Word) or item.number is not None or item.is_mark("?"):
        return False
    named = item.means("health_named") == "none" or item.text in _AROUND_NONE
    return named or not item.value.token.is_name or (item.means("filler") is not None and item.text not in _NO_NONE)


def facts_said(clause: Items, text: str, today: dt.date) -> tuple[Health, ...]:
    """Read what a clause of a sentence says about the runner's own health: in the first person, plainly, and of now."""
    if not any_means(clause, "health_word", "mine", "cleared"):
        return ()
    found = (_said(clause, place, topic, text, today) for topic, place in _topics(clause, ("health",)))
    return (*(one for one in found if one is not None), *_age_said(clause, text))


def _topics(clause: Items, groups: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    seen: set[str] = set()
    for index, item in enumerate(clause):
        topic = next((key for group in groups if (key := item.means(group))), None)
        if topic is not None and topic not in seen:
            seen.add(topic)
            yield topic, index


def _facts(clauses: tuple[Items, ...], place: int, text: str, today: dt.date) -> Iterator[Health]:
    """Yield the answers of one clause behind the command."""
    clause = clauses[place]
    cleared = _is_cleared(clause)
    for topic, index in _topics(clause, ("health", "health_named")):
        if topic == "heat":
            yield from (HeatClearedReading(),) if cleared else ()
        else:
            denied = _is_over(clause, index) or _is_negated(clause, index) or denial(clauses, place, index)
            fact = _fact(clause, HealthTopic(topic), text, today, cleared=cleared, over=denied is True)
            fine = topic == HealthTopic.BLOOD_PRESSURE and is_controlled(text) and "?" not in text
            whose = Claim.DOUBTFUL if denied is None else claim(clauses, place, index, text)
            yield _claimed(fact, Claim.FINE if fine and whose is not Claim.OTHERS else whose)
    if any_means(clause, "health_word", "age"):
        yield from (_claimed(age, claim(clauses, place, len(clause) - 1, text)) for age in _age(clause))


def _claimed(fact: Health, whose: Claim) -> Health:
    """Return an answer with whose it is; what is denied or none is nobody's condition."""
    if not isinstance(fact, HealthReading) or fact == _NONE or (fact.over and whose is not Claim.OTHERS):
        return fact
    return replace(fact, claim=whose)


def _said(clause: Items, place: int, topic: str, text: str, today: dt.date) -> Health | None:
    """Return what a sentence says about one topic; None when it denies it, hopes for it or tells of long ago."""
    cleared = _is_cleared(clause)
    if topic == "heat":
        return HeatClearedReading() if cleared else None
    known, over = HealthTopic(topic), _is_over(clause, place)
    plain = _plain(clause, known)
    hedged = any(_is_hedge(item, cleared=cleared) and item.text not in plain for item in clause[:place])
    hedged = hedged or any_means(clause, "health_word", "family")
    unsaid = hedged or (over and known not in _ENDING) or (not over and _is_negated(clause, place))
    if unsaid or (not cleared and _is_past(clause, place, known, text, today)):
        return None
    return _fact(clause, known, text, today, cleared=cleared, over=over)


def _plain(clause: Items, topic: HealthTopic) -> frozenset[str]:
    """Return the words that hedge nothing here: "when I lift I leak", "my doctor has put me on tablets"."""
    own = any_text(clause, _SELF)
    return _PLAIN.get(topic, frozenset()) if own else frozenset()


def _is_hedge(item: Item, *, cleared: bool) -> bool:
    """Tell whether a word wishes, or puts what follows into the past; "cleared after my …" stays true."""
    return item.means("state_word") in {"not_now", "others"} and not cleared


def _is_past(clause: Items, place: int, topic: HealthTopic, text: str, today: dt.date) -> bool:
    if topic in _PASSING:
        return is_old(clause, text, today) or any_text(clause[max(0, place - 1) : place], ("was",))
    if topic not in _DATED:
        return False
    since = since_in(clause, text, today)
    return is_old(clause, text, today) or (since is not None and since > today)


def _fact(clause: Items, topic: HealthTopic, text: str, today: dt.date, *, cleared: bool, over: bool) -> Health:
    if topic not in _DATED or cleared or over:
        return HealthReading(topic=topic, cleared=cleared, over=over and not cleared)
    doubt = next((item.value.unread for item in clause if isinstance(item.value, Doubtful)), None)
    since = since_in(clause, text, today)
    if doubt is not None:
        return doubt
    if since is not None and not today - _OLDEST <= since <= today:
        return Unread(text=since.isoformat(), doubt=Doubt.DATE)
    return HealthReading(topic=topic, since=since)


def _is_cleared(clause: Items) -> bool:
    """Tell whether a clinician cleared the runner, and the clause does not deny it or still wait for it."""
    place = next((index for index, item in enumerate(clause) if item.means("health_word") == "cleared"), None)
    if place is None:
        return False
    before = clause[:place]
    return not (any_means(before, "word", "no", "until") or any_means(before, "state_word", "not_now"))


def _is_over(clause: Items, place: int) -> bool:
    """Tell whether a topic holds no longer: "no longer leaking", "not pregnant any more", "my pregnancy is over"."""
    if any_text(clause[:place], ("no longer",)):
        return True
    behind = clause[place + 1 : place + 1 + _OVER_REACH]
    ends = next((index for index, item in enumerate(behind) if item.means("health_word") in {"over", "ended"}), None)
    if ends is None:
        return False
    if behind[ends].means("health_word") == "ended":
        return not any_means(behind[:ends], "word", "no")
    return _is_negated(clause, place) or behind[ends].is_word("no") or any_means(behind[:ends], "word", "no")


def _is_negated(clause: Items, place: int) -> bool:
    """Tell whether "no" or "not" stands before a topic, with nothing but small words between."""
    for item in reversed(clause[max(0, place - _NEGATION_REACH) : place]):
        if item.is_word("no"):
            return True
        if item.means("filler") is None and not item.means("health_word"):
            return False
    return False


def _age(clause: Items) -> Iterator[Health]:
    """Yield the band of the first number behind "age": "65+", "13-17", "70", "under 13"."""
    said = [one.value for one in numbers_in(clause)]
    under = any_text(clause, ("under", "below", "<"))
    if said:
        yield _band(said[0] - 1 if under else said[0])


def _age_said(clause: Items, text: str) -> Iterator[Health]:
    """Yield the age of "I'm 67", "I am 15 years old" and "I'm a 67 year old runner"."""
    for number in numbers_in(clause):
        # "Am" reads as a part of the day, so the words are taken from the text.
        before = text[clause[0].start : clause[min(number.start, _AGE_REACH)].start].lower().split()
        if _is_age(number, before, [item.text for item in clause[number.end :]]):
            yield _band(number.value)


def _is_age(number: Number, before: list[str], after: list[str]) -> bool:
    opened = before in (["i'm"], ["im"], ["i", "am"], ["i", "turned"])
    words = [word for word in after[:5] if word != "-"]
    if before[-1:] in (["a"], ["an"]):
        return before[:-1] in (["i'm"], ["im"], ["i", "am"]) and words[:2] == ["year", "old"]
    named = words[:1] in (["years old"], ["yo"]) or words[:2] in (["years", "old"], ["year", "old"])
    named = named or after[:3] in (["y", "/", "o"], ["years", "of", "age"])
    return opened and (named or (not after and number.value >= _LEAST_BARE_AGE))


def _band(years: float) -> Health:
    topic = next((topic for most, topic in _BANDS if 0 <= years < most), None)
    return Unread(text=f"{years:g}", doubt=Doubt.VALUE) if topic is None else HealthReading(topic=topic)
