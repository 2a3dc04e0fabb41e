"""Lasting health in a runner's own words: what holds now, since when, and what a clinician or time has ended."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.health import read_health
from bot.language.meaning import Claim, Doubt, HealthReading, HeatClearedReading, LiftQuestion, Meaning, Unread
from bot.language.vocabulary import Vocabulary
from bot.training.health import HealthTopic
from tests.language.reading import read_message

# A Wednesday.
NOW = dt.datetime(2026, 3, 4, 10, tzinfo=ZoneInfo("Europe/Berlin"))
TODAY = NOW.date()


def said(text: str, vocabulary: Vocabulary) -> tuple[Meaning, ...]:
    return read_message(text, vocabulary, NOW)


def is_(topic: HealthTopic, since: dt.date | None = None) -> HealthReading:
    return HealthReading(topic=topic, since=since)


def cleared(topic: HealthTopic) -> HealthReading:
    return HealthReading(topic=topic, cleared=True)


def over(topic: HealthTopic) -> HealthReading:
    return HealthReading(topic=topic, over=True)


COMMANDED: dict[str, tuple[Meaning, ...]] = {
    "age 12": (is_(HealthTopic.AGE_UNDER_13),),
    "age 13": (is_(HealthTopic.AGE_13_TO_17),),
    "age 17": (is_(HealthTopic.AGE_13_TO_17),),
    "age 18": (is_(HealthTopic.AGE_18_TO_64),),
    "age 64": (is_(HealthTopic.AGE_18_TO_64),),
    "age 65": (is_(HealthTopic.AGE_65_UP),),
    "age 70": (is_(HealthTopic.AGE_65_UP),),
    "age <13": (is_(HealthTopic.AGE_UNDER_13),),
    "gave birth on 10 January": (is_(HealthTopic.BIRTH, dt.date(2026, 1, 10)),),
    "birth 5 weeks ago": (is_(HealthTopic.BIRTH, dt.date(2026, 1, 28)),),
    "birth": (is_(HealthTopic.BIRTH),),
    "pregnant": (is_(HealthTopic.PREGNANT),),
    "heart": (is_(HealthTopic.HEART),),
    "heart disease": (is_(HealthTopic.HEART),),
    "heart surgery": (is_(HealthTopic.HEART),),
    "blood pressure": (is_(HealthTopic.BLOOD_PRESSURE),),
    "high blood pressure": (is_(HealthTopic.BLOOD_PRESSURE),),
    "osteoporosis": (is_(HealthTopic.BONES),),
    "vertebral fracture": (is_(HealthTopic.BONES),),
    "surgery": (is_(HealthTopic.SURGERY),),
    "surgery in february": (is_(HealthTopic.SURGERY, dt.date(2026, 2, 28)),),
    "energy deficiency": (is_(HealthTopic.LOW_ENERGY),),
    "red-s": (is_(HealthTopic.LOW_ENERGY),),
    "leaking": (is_(HealthTopic.PELVIC),),
    "heaviness": (is_(HealthTopic.PELVIC),),
    "pregnant, high blood pressure": (is_(HealthTopic.PREGNANT), is_(HealthTopic.BLOOD_PRESSURE)),
    "cleared pregnant": (cleared(HealthTopic.PREGNANT),),
    "cleared stress fracture": (cleared(HealthTopic.STRESS_FRACTURE),),
    "stress fracture cleared": (cleared(HealthTopic.STRESS_FRACTURE),),
    "stress fracture not cleared": (is_(HealthTopic.STRESS_FRACTURE),),
    "not cleared after surgery": (is_(HealthTopic.SURGERY),),
    "no longer pregnant": (over(HealthTopic.PREGNANT),),
    "pregnancy is over": (over(HealthTopic.PREGNANT),),
    "no heart disease": (over(HealthTopic.HEART),),
    "cleared heat stroke": (HeatClearedReading(),),
    "xyz": (),
    "": (),
}


@pytest.mark.parametrize(("text", "found"), COMMANDED.items())
def test_text_behind_the_command_is_read(text: str, found: tuple[Meaning, ...], vocabulary: Vocabulary) -> None:
    assert read_health(text, today=TODAY, vocabulary=vocabulary) == found


FINE = [
    *("blood pressure is fine", "my heart is fine", "bp normal", "pelvic floor is fine", "my blood pressure's normal"),
    *("my heart and blood pressure are fine", "heart is healthy, blood pressure too", "bones are strong and heart ok"),
    *(
        "blood pressure is under control",
        "my blood pressure is fine with tablets",
        "high blood pressure, well controlled",
    ),
]
DENIED = [
    *("no surgery or heart trouble", "no heart disease, osteoporosis or surgery", "neither pregnant nor heart trouble"),
    *("no history of heart disease or osteoporosis", "no problems with my heart", "heart: no, surgery: no"),
    *("I don't have any heart problems", "I have never had surgery", "no heart or blood pressure problems"),
]
OF_OTHERS = [
    *("my wife is pregnant", "my mother has osteoporosis", "osteoporosis runs in my family", "she has osteoporosis"),
    *("my boyfriend has afib", "my sister: stress fracture", "my partner gave birth 3 weeks ago", "my dad is aged 67"),
]
OPEN = [
    *(
        "my heart is fine with beta blockers",
        "heart is fine since the bypass",
        "my heart is not fine",
        "maybe pregnant",
    ),
    *(
        "trying to get pregnant",
        "my dad has a heart condition and so do I",
        "is my heart ok?",
        "I am worried about my heart",
    ),
    *("my daughter is pregnant, not me", "don't think I have heart problems", "no surgery and heart trouble"),
]
OWN = [
    *("no, heart trouble", "heart disease", "my doctor says I have high blood pressure", "blood pressure is high"),
    *(
        "leaking since the baby",
        "blood pressure not fully under control",
        "we're pregnant",
        "my heart condition is fine",
    ),
]


def claims(text: str, vocabulary: Vocabulary) -> set[tuple[Claim, bool]]:
    found = read_health(text, today=TODAY, vocabulary=vocabulary)
    return {(one.claim, one.over) for one in found if isinstance(one, HealthReading)}


@pytest.mark.parametrize("text", FINE)
def test_what_is_well_is_no_condition(text: str, vocabulary: Vocabulary) -> None:
    assert claims(text, vocabulary) == {(Claim.FINE, False)}


@pytest.mark.parametrize("text", DENIED)
def test_a_denial_holds_for_the_whole_list(text: str, vocabulary: Vocabulary) -> None:
    assert claims(text, vocabulary) == {(Claim.OWN, True)}


@pytest.mark.parametrize("text", OF_OTHERS)
def test_what_others_have_is_theirs(text: str, vocabulary: Vocabulary) -> None:
    assert claims(text, vocabulary) == {(Claim.OTHERS, False)}


@pytest.mark.parametrize("text", OPEN)
def test_what_may_be_a_condition_is_asked_about(text: str, vocabulary: Vocabulary) -> None:
    assert (Claim.DOUBTFUL, False) in claims(text, vocabulary)


@pytest.mark.parametrize("text", OWN)
def test_what_is_told_plainly_is_the_runners(text: str, vocabulary: Vocabulary) -> None:
    assert claims(text, vocabulary) == {(Claim.OWN, False)}


DATES = ["birth 2027-01-01", "birth tomorrow", "surgery 2019-01-01", "surgery in 2015", "surgery 5 years ago"]


@pytest.mark.parametrize("text", DATES)
def test_birth_or_surgery_to_come_or_long_ago_is_asked_back(text: str, vocabulary: Vocabulary) -> None:
    [found] = read_health(text, today=TODAY, vocabulary=vocabulary)
    assert isinstance(found, Unread)
    assert found.doubt is Doubt.DATE


SENTENCES: dict[str, Meaning] = {
    "I'm pregnant": is_(HealthTopic.PREGNANT),
    "im 20 weeks pregnant": is_(HealthTopic.PREGNANT),
    "just found out i'm pregnant": is_(HealthTopic.PREGNANT),
    "i'm pregnant and can't sleep": is_(HealthTopic.PREGNANT),
    "i'm expecting a baby": is_(HealthTopic.PREGNANT),
    "i'm not pregnant anymore": over(HealthTopic.PREGNANT),
    "i'm no longer pregnant": over(HealthTopic.PREGNANT),
    "i gave birth 8 weeks ago": is_(HealthTopic.BIRTH, dt.date(2026, 1, 7)),
    "gave birth on 10 january": is_(HealthTopic.BIRTH, dt.date(2026, 1, 10)),
    "had a c section 5 weeks ago": is_(HealthTopic.BIRTH, dt.date(2026, 1, 28)),
    "i have high blood pressure": is_(HealthTopic.BLOOD_PRESSURE),
    "my blood pressure is too high": is_(HealthTopic.BLOOD_PRESSURE),
    "I have osteoporosis": is_(HealthTopic.BONES),
    "i was diagnosed with osteoporosis in 2019": is_(HealthTopic.BONES),
    "i have a heart condition": is_(HealthTopic.HEART),
    "had knee surgery in january": is_(HealthTopic.SURGERY, dt.date(2026, 1, 31)),
    "i had surgery 3 weeks ago": is_(HealthTopic.SURGERY, dt.date(2026, 2, 11)),
    "i had hernia surgery last friday": is_(HealthTopic.SURGERY, dt.date(2026, 2, 27)),
    "diagnosed with a stress fracture": is_(HealthTopic.STRESS_FRACTURE),
    "my doctor hasn't cleared me after my stress fracture": is_(HealthTopic.STRESS_FRACTURE),
    "cleared for lifting after surgery": cleared(HealthTopic.SURGERY),
    "got the all clear after my stress fracture": cleared(HealthTopic.STRESS_FRACTURE),
    "my doctor has cleared me after my stress fracture": cleared(HealthTopic.STRESS_FRACTURE),
    "my doctor cleared me after the heat stroke": HeatClearedReading(),
    "i am 67": is_(HealthTopic.AGE_65_UP),
    "i'm 67 years old and new to lifting": is_(HealthTopic.AGE_65_UP),
    "i'm a 67 year old runner": is_(HealthTopic.AGE_65_UP),
    "i'm 15": is_(HealthTopic.AGE_13_TO_17),
}


@pytest.mark.parametrize(("text", "meaning"), SENTENCES.items())
def test_sentence_is_read(text: str, meaning: Meaning, vocabulary: Vocabulary) -> None:
    assert said(text, vocabulary) == (meaning,)


NO_HEALTH = [
    *("my wife is pregnant", "can i deadlift while pregnant?", "i'm not pregnant", "i want to get pregnant"),
    *("when i was pregnant i ran less", "i was pregnant last year"),
    *("if i'm pregnant can i lift?", "maybe i'm pregnant"),
    *("stress fractures scare me", "i had a stress fracture in 2019", "i had a stress fracture 3 years ago"),
    *("my heart rate was 170 on my tempo today", "my heart wasn't in it", "i love this with all my heart"),
    *("my blood pressure is fine", "my legs have a heaviness", "i did nothing yesterday", "i have no heart disease"),
    *("i'm having surgery next week", "i have surgery tomorrow", "i had surgery 5 years ago", "i had surgery in 2015"),
    *("my doctor wants to check my birth certificate", "i delivered a pizza", "i bought reds shoes for my run"),
    *("i'm 2 weeks out", "i'm 67 kg", "i'm 10 minutes late", "i'm 6", "i'm 90% sure", "i'm 5k in", "my dad is 67"),
    *("she has osteoporosis", "high blood pressure runs in my family", "how old do i have to be"),
]


@pytest.mark.parametrize("text", NO_HEALTH)
def test_what_only_sounds_like_health_is_none(text: str, vocabulary: Vocabulary) -> None:
    assert not [one for one in said(text, vocabulary) if isinstance(one, HealthReading | HeatClearedReading)]


NOT_ENDED = [
    *("waiting to be cleared after my surgery"),
    *("my doctor won't clear me after surgery", "i'm not cleared after surgery"),
    *("hope to be cleared after my stress fracture", "i haven't been cleared since my surgery"),
    *("my stress fracture has not healed yet", "i'm pregnant and don't like it", "i'm 8 weeks pregnant, not showing"),
]


@pytest.mark.parametrize("text", NOT_ENDED)
def test_what_is_denied_or_awaited_ends_nothing(text: str, vocabulary: Vocabulary) -> None:
    found = [one for one in said(text, vocabulary) if isinstance(one, HealthReading)]
    assert not [one for one in found if one.cleared or one.over]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("i'm pregnant, can i deadlift?", HealthTopic.PREGNANT),
        ("i have osteoporosis, can i deadlift today?", HealthTopic.BONES),
        ("i'm 67, can i still deadlift tonight?", HealthTopic.AGE_65_UP),
    ],
)
def test_health_before_a_question_is_read_with_it(text: str, topic: HealthTopic, vocabulary: Vocabulary) -> None:
    health, question = said(text, vocabulary)
    assert health == is_(topic)
    assert isinstance(question, LiftQuestion)


WORDS = st.sampled_from(
    [
        *("age", "65", "+", "-", "13", "under", "pregnant", "birth", "gave birth", "surgery", "in", "2015", "february"),
        *("29", "29.02.", "30/02", "ago", "years", "last", "year", "not", "any more", "no longer", "cleared", "heat"),
        *("stroke", "my", "i'm", "a", "old", "is", "over"),
        *("999999", "0", ",", "next friday", "tomorrow", "heart", "none"),
    ]
)


@given(words=st.lists(WORDS, max_size=12), day=st.dates(min_value=dt.date(1990, 1, 1), max_value=dt.date(2199, 12, 31)))
def test_no_words_on_any_day_raise(words: list[str], day: dt.date, vocabulary: Vocabulary) -> None:
    text = " ".join(words)
    read_health(text, today=day, vocabulary=vocabulary)
    now = dt.datetime.combine(day, dt.time(10), tzinfo=ZoneInfo("UTC"))
    assert read_message(text, vocabulary, now)
